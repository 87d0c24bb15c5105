//! One open device, and how its errors become ours.

use std::any::Any;
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use std::time::Duration;

use hoist_backend::Error;
use hoist_backend::backend::{Backend, DeviceInfo, Grid, LaunchTimes, Mem, Memory, Prog, Source, Target};
use wgpu::{
    Adapter, Buffer, BufferAsyncError, BufferDescriptor, BufferUsages, DeviceDescriptor, ErrorFilter, PollType,
    SubmissionIndex,
};

use crate::program::Clock;
use crate::{find, probe, program, spirv};

/// What storage memory is used for.
const USAGES: BufferUsages = BufferUsages::STORAGE
    .union(BufferUsages::COPY_SRC)
    .union(BufferUsages::COPY_DST);

/// What went wrong outside of a call: filled by wgpu's callbacks, read by the next call.
#[derive(Default)]
pub(crate) struct Mishaps {
    /// Why the device is gone; it never comes back.
    lost: OnceLock<String>,
    /// An error that no scope caught.
    stray: Mutex<Option<String>>,
}

/// An open device.
pub(crate) struct Opened {
    pub info: DeviceInfo,
    pub limits: wgpu::Limits,
    pub device: wgpu::Device,
    pub queue: wgpu::Queue,
    pub mishaps: Arc<Mishaps>,
    /// What the driver offers where it takes SPIR-V.
    pub spirv: Option<spirv::Controls>,
    /// Timestamps, where the device has them; also makes launches take turns.
    pub clock: Mutex<Option<Clock>>,
    /// The buffer that reads go through, kept for the next read.
    pub staging: Mutex<Option<Buffer>>,
    /// Held while the words at the edges of an unaligned write are read and written back.
    pub edges: Mutex<()>,
    /// Bytes that wgpu holds for writes since the last wait.
    pub pending: AtomicU64,
}

/// Device memory.
pub(crate) struct WgpuMemory {
    pub buffer: Buffer,
    bytes: usize,
}

impl Memory for WgpuMemory {
    fn bytes(&self) -> usize {
        self.bytes
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Locks, also after another thread's panic: none of our locks guards an invariant.
pub(crate) fn lock<T>(m: &Mutex<T>) -> MutexGuard<'_, T> {
    m.lock().unwrap_or_else(|e| e.into_inner())
}

/// Opens adapter `n`, or the best one.
pub(crate) fn open(n: Option<usize>) -> Result<Arc<dyn Backend>, Error> {
    let found = find::adapters()?;
    let n = n.unwrap_or_else(|| find::best(&found));
    let adapter = found.get(n).ok_or_else(|| Error::UnknownDevice {
        name: format!("{}:{n}", crate::NAME),
        known: (0..found.len()).map(|n| format!("{}:{n}", crate::NAME)).collect(),
    })?;
    let mut opened = Opened::new(find::describe(n, adapter), adapter)?;
    (opened.info.strict, opened.info.fused) = probe::strictness(&opened)?;
    Ok(Arc::new(opened))
}

impl Opened {
    fn new(info: DeviceInfo, adapter: &Adapter) -> Result<Self, Error> {
        let limits = adapter.limits();
        let features = adapter.features() & find::WANTED;
        let wanted = DeviceDescriptor {
            label: Some("hoist"),
            required_features: features,
            required_limits: limits.clone(),
            ..Default::default()
        };
        let (device, queue) = pollster::block_on(adapter.request_device(&wanted)).map_err(|e| Error::Driver {
            device: info.id.clone(),
            call: "request_device".into(),
            log: e.to_string(),
        })?;
        let mishaps = Arc::new(Mishaps::default());
        let stray = mishaps.clone();
        device.on_uncaptured_error(Arc::new(move |e| *lock(&stray.stray) = Some(e.to_string())));
        let lost = mishaps.clone();
        device.set_device_lost_callback(move |reason, words| {
            let _ = lost.lost.set(format!("{reason:?}: {words}"));
        });
        let mut opened = Opened {
            info,
            limits,
            device,
            queue,
            mishaps,
            spirv: spirv::controls(adapter),
            clock: Mutex::new(None),
            staging: Mutex::new(None),
            edges: Mutex::new(()),
            pending: AtomicU64::new(0),
        };
        if features.contains(wgpu::Features::TIMESTAMP_QUERY) {
            let clock = opened.guarded("create_query_set", || Clock::new(&opened))?;
            opened.clock = Mutex::new(Some(clock));
        }
        Ok(opened)
    }

    /// A failed call in our words.
    pub(crate) fn failed(&self, call: &str, log: impl Into<String>) -> Error {
        Error::Driver {
            device: self.info.id.clone(),
            call: call.into(),
            log: log.into(),
        }
    }

    /// What the device can't do, and why.
    pub(crate) fn unsupported(&self, what: String, limit: String) -> Error {
        Error::Unsupported {
            device: self.info.id.clone(),
            what,
            limit,
        }
    }

    /// Runs `f` inside error scopes; `Err` holds wgpu's words if it reported anything.
    pub(crate) fn scoped<T>(&self, f: impl FnOnce() -> T) -> Result<T, String> {
        if let Some(why) = self.mishaps.lost.get() {
            return Err(format!("the device is lost ({why}); open it again"));
        }
        let [a, b, c] = [ErrorFilter::OutOfMemory, ErrorFilter::Internal, ErrorFilter::Validation]
            .map(|filter| self.device.push_error_scope(filter));
        let out = f();
        // The innermost scope first: wgpu keeps them as a stack.
        let caught = [c, b, a].map(|scope| pollster::block_on(scope.pop()));
        let said = caught.into_iter().flatten().next().map(|e| e.to_string());
        let Some(said) = said.or_else(|| lock(&self.mishaps.stray).take()) else {
            return Ok(out);
        };
        // On a lost device every object is invalid, which is what wgpu complains of; the callback that
        // tells why runs when it is polled.
        let _ = self.device.poll(PollType::Poll);
        Err(match self.mishaps.lost.get() {
            Some(why) => format!("the device was lost ({why}); open it again"),
            None => said,
        })
    }

    /// [`Self::scoped`], with the call's name in the error.
    pub(crate) fn guarded<T>(&self, call: &str, f: impl FnOnce() -> T) -> Result<T, Error> {
        self.scoped(f).map_err(|log| self.failed(call, log))
    }

    /// Waits for a submission, or for everything.
    pub(crate) fn wait(&self, submission: Option<SubmissionIndex>) -> Result<(), Error> {
        let waited = self.guarded("poll", || {
            self.device.poll(PollType::Wait {
                submission_index: submission,
                timeout: None,
            })
        })?;
        waited.map(drop).map_err(|e| self.failed("poll", e.to_string()))
    }

    /// Waits for a submission and for what the callback of a mapping that follows it sends. Any thread's poll may run
    /// that callback, also one that began before this thread's and ends after it.
    pub(crate) fn mapped(
        &self,
        submission: SubmissionIndex,
        heard: &Receiver<Result<(), BufferAsyncError>>,
    ) -> Result<(), Error> {
        self.wait(Some(submission))?;
        let said = loop {
            match heard.recv_timeout(Duration::from_millis(1)) {
                Ok(said) => break said.map_err(|e| e.to_string()),
                Err(RecvTimeoutError::Disconnected) => break Err("the mapping was dropped".into()),
                Err(RecvTimeoutError::Timeout) => {
                    self.guarded("poll", || self.device.poll(PollType::Poll))?
                        .map_err(|e| self.failed("poll", e.to_string()))?;
                }
            }
        };
        said.map_err(|log| self.failed("map_async", log))
    }

    /// A buffer of `bytes`, a multiple of 4, zeroed by wgpu.
    pub(crate) fn buffer(&self, bytes: u64, usage: BufferUsages) -> Result<Buffer, Error> {
        if bytes > self.limits.max_buffer_size {
            return Err(self.unsupported(
                format!("a buffer of {bytes} bytes"),
                format!("the largest buffer is {} bytes", self.limits.max_buffer_size),
            ));
        }
        let wanted = BufferDescriptor {
            label: None,
            size: bytes,
            usage,
            mapped_at_creation: false,
        };
        self.guarded("create_buffer", || self.device.create_buffer(&wanted))
    }

    /// A temporary that copies go through.
    pub(crate) fn temporary(&self, bytes: u64) -> Result<Buffer, Error> {
        self.buffer(bytes, USAGES)
    }

    /// The buffer behind `mem`, which must be ours.
    pub(crate) fn memory<'a>(&self, mem: &'a Mem) -> Result<&'a Buffer, Error> {
        let ours = mem.as_any().downcast_ref::<WgpuMemory>();
        ours.map(|m| &m.buffer).ok_or_else(|| Error::WrongDevice {
            what: "memory".into(),
            is: "another device".into(),
            wanted: self.info.id.clone(),
        })
    }
}

impl Backend for Opened {
    fn info(&self) -> &DeviceInfo {
        &self.info
    }

    fn target(&self) -> Target {
        Target::Wgsl
    }

    fn alloc(&self, bytes: usize) -> Result<Mem, Error> {
        let bytes = bytes.next_multiple_of(4);
        let buffer = self.buffer(bytes.max(16) as u64, USAGES)?;
        Ok(Arc::new(WgpuMemory { buffer, bytes }))
    }

    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<(), Error> {
        self.write_bytes(self.memory(to)?, offset as u64, data)
    }

    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<(), Error> {
        self.read_bytes(self.memory(from)?, offset as u64, out)
    }

    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, bytes: usize) -> Result<(), Error> {
        self.copy_bytes(
            self.memory(from)?,
            from_offset as u64,
            self.memory(to)?,
            to_offset as u64,
            bytes as u64,
        )
    }

    fn fill(&self, to: &Mem, offset: usize, bytes: usize, pattern: &[u8]) -> Result<(), Error> {
        self.fill_bytes(self.memory(to)?, offset as u64, bytes as u64, pattern)
    }

    fn compile(&self, source: &Source<'_>) -> Result<Prog, Error> {
        program::compile(self, source)
    }

    fn launch(&self, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes, Error> {
        program::launch(self, program, bindings, grid)
    }

    fn synchronize(&self) -> Result<(), Error> {
        // Writes wait for a submission to travel with.
        let last = self.guarded("submit", || self.queue.submit([]))?;
        self.wait(Some(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::Ordering;

    #[test]
    fn a_lost_device_is_an_error_and_no_abort() {
        let Ok(found) = find::adapters() else {
            return eprintln!("skipped (1): no adapter");
        };
        let opened = Opened::new(find::describe(0, &found[0]), &found[0]).expect("open");
        let mem = opened.alloc(64).expect("alloc");
        opened.device.destroy();
        let mut out = [0; 64];
        let first = opened.read(&mem, 0, &mut out).expect_err("a read from a lost device");
        assert!(first.to_string().contains("lost"), "{first}");
        let later = [
            opened.write(&mem, 0, &[1; 64]).err(),
            opened.read(&mem, 0, &mut out).err(),
            opened.fill(&mem, 0, 64, &[0]).err(),
            opened.alloc(64).err(),
            opened.synchronize().err(),
        ];
        for e in later {
            assert!(e.expect("an error after the loss").to_string().contains("lost"));
        }
    }

    /// A thread's poll may take another thread's callbacks along, and run them after that one's wait has ended.
    #[test]
    fn another_threads_poll_takes_no_answer_away() {
        let Ok(found) = find::adapters() else {
            return eprintln!("skipped (1): no adapter");
        };
        let opened = Opened::new(find::describe(0, &found[0]), &found[0]).expect("open");
        let mem = opened.alloc(64).expect("alloc");
        let program = opened.compile(&Source {
            text: "@group(0) @binding(0) var<storage, read_write> x: array<u32>;
                   @compute @workgroup_size(1) fn more() { x[0] = x[0] + 1u; }",
            entry: "more",
            written: &[true],
            fast: false,
        });
        let program = program.expect("it compiles");
        let grid = Grid {
            groups: [1; 3],
            work_group: 1,
        };
        let done = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|s| {
            for _ in 0..3 {
                s.spawn(|| {
                    while !done.load(Ordering::Relaxed) {
                        let _ = opened.device.poll(PollType::Poll);
                    }
                });
            }
            let mut out = [0; 4];
            let all = (0..1000).try_for_each(|_| {
                opened.launch(&program, &[&mem], grid)?;
                opened.read(&mem, 0, &mut out)
            });
            done.store(true, Ordering::Relaxed);
            all.expect("every launch and read");
            assert_eq!(u32::from_le_bytes(out), 1000);
        });
    }

    #[test]
    fn wgpus_own_refusals_reach_the_caller() {
        let Ok(found) = find::adapters() else {
            return eprintln!("skipped (1): no adapter");
        };
        let opened = Opened::new(find::describe(0, &found[0]), &found[0]).expect("open");
        let refused = opened.buffer(6, BufferUsages::MAP_READ | BufferUsages::STORAGE);
        assert!(matches!(refused, Err(Error::Driver { .. })), "{refused:?}");
        opened
            .device
            .on_uncaptured_error(Arc::new(|e| panic!("escaped a scope: {e}")));
        assert!(
            opened
                .buffer(6, BufferUsages::MAP_READ | BufferUsages::STORAGE)
                .is_err()
        );
        assert!(opened.alloc(64).is_ok());
    }
}
