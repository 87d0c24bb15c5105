//! Work that runs while the host goes on.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Waker};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::device::Device;
use crate::store::lock;
use hoist_backend::error::{Error, Result};

type Job = Box<dyn FnOnce() + Send>;

/// Runs what it is given one after the other, on a thread of its own.
///
/// Dropping a queue waits for its work.
pub struct Queue {
    device: Device,
    jobs: Option<Sender<Job>>,
    worker: Option<JoinHandle<()>>,
}

impl Queue {
    /// A queue for `device`.
    pub fn new(device: &Device) -> Result<Self> {
        let (jobs, inbox) = channel::<Job>();
        let worker = std::thread::Builder::new()
            .name(format!("hoist {}", device.name()))
            .spawn(move || inbox.into_iter().for_each(|job| job()))
            .map_err(|e| Error::Driver {
                device: device.name().into(),
                call: "thread".into(),
                log: e.to_string(),
            })?;
        Ok(Queue {
            device: device.clone(),
            jobs: Some(jobs),
            worker: Some(worker),
        })
    }
    /// The device that the work runs on.
    pub fn device(&self) -> &Device {
        &self.device
    }
    /// Waits for everything launched so far.
    pub fn wait(&self) {
        let _ = self.submit(|_| Ok(())).wait();
    }
    /// Appends `work`.
    pub(crate) fn submit<R: Send + 'static>(
        &self,
        work: impl FnOnce(&Device) -> Result<R> + Send + 'static,
    ) -> Event<R> {
        let state = Arc::new(Shared {
            state: Mutex::new(State::default()),
            bell: Condvar::new(),
        });
        let (answer, device) = (state.clone(), self.device.clone());
        let job = Box::new(move || {
            let before = device.profile().kernel;
            let result = catch_unwind(AssertUnwindSafe(|| work(&device))).unwrap_or_else(|panic| {
                let log = panic.downcast_ref::<&str>().map(|s| s.to_string());
                let log = log
                    .or_else(|| panic.downcast_ref::<String>().cloned())
                    .unwrap_or_default();
                Err(Error::Driver {
                    device: device.name().into(),
                    call: "a launched kernel".into(),
                    log,
                })
            });
            answer.set(result, device.profile().kernel.saturating_sub(before));
        });
        let sent = self.jobs.as_ref().map(|jobs| jobs.send(job));
        if !matches!(sent, Some(Ok(()))) {
            let log = "the queue's thread is gone".to_string();
            let call = "launch".to_string();
            state.set(
                Err(Error::Driver {
                    device: self.device.name().into(),
                    call,
                    log,
                }),
                Duration::ZERO,
            );
        }
        Event { shared: state }
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

struct State<R> {
    result: Option<Result<R>>,
    elapsed: Option<Duration>,
    waker: Option<Waker>,
}
impl<R> Default for State<R> {
    fn default() -> Self {
        State {
            result: None,
            elapsed: None,
            waker: None,
        }
    }
}
struct Shared<R> {
    state: Mutex<State<R>>,
    bell: Condvar,
}
impl<R> Shared<R> {
    fn set(&self, result: Result<R>, elapsed: Duration) {
        let mut state = lock(&self.state);
        state.result = Some(result);
        state.elapsed = Some(elapsed);
        let waker = state.waker.take();
        drop(state);
        self.bell.notify_all();
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// What a launched kernel will return. Forgetting one is safe; the work still runs.
#[must_use = "an error of the kernel is only seen by `wait`"]
pub struct Event<R> {
    shared: Arc<Shared<R>>,
}

impl<R> Event<R> {
    /// Waits for the kernel and returns what it returned.
    pub fn wait(self) -> Result<R> {
        let mut state = lock(&self.shared.state);
        loop {
            if let Some(result) = state.result.take() {
                return result;
            }
            state = self.shared.bell.wait(state).unwrap_or_else(|e| e.into_inner());
        }
    }
    /// Whether it has ended.
    pub fn is_done(&self) -> bool {
        lock(&self.shared.state).elapsed.is_some()
    }
    /// Time of its loops on the device, by the device's clock where it has one; `None` before the end.
    pub fn elapsed(&self) -> Option<Duration> {
        lock(&self.shared.state).elapsed
    }
}

impl<R> Future for Event<R> {
    type Output = Result<R>;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut state = lock(&self.shared.state);
        match state.result.take() {
            Some(result) => Poll::Ready(result),
            None => {
                state.waker = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}
