//! A device whose driver fails on command: any call, once or from then on. What it does otherwise is the device's below it.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};

use hoist::Device;
use hoist_backend::Result;
use hoist_backend::backend::{Backend, DeviceInfo, Grid, LaunchTimes, Mem, Memory, Prog, Source, Target};
use hoist_backend::error::Error;

/// When the driver fails, and what it has seen.
#[derive(Default)]
pub struct Plan {
    /// Calls until the one that fails; below 0 none does.
    left: AtomicI64,
    /// Whether all calls after it fail too: the device is lost.
    lost: AtomicBool,
    calls: AtomicUsize,
    live: AtomicUsize,
}

impl Plan {
    /// No call fails.
    pub fn never(&self) {
        self.lost.store(false, Ordering::SeqCst);
        self.left.store(-1, Ordering::SeqCst);
        self.calls.store(0, Ordering::SeqCst);
    }
    /// Call `n` fails, counted from 0 and from now; `lost` says that every later one does too.
    pub fn fail(&self, n: usize, lost: bool) {
        self.calls.store(0, Ordering::SeqCst);
        self.lost.store(lost, Ordering::SeqCst);
        self.left.store(n as i64, Ordering::SeqCst);
    }
    /// Calls since the plan was made.
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }
    /// Allocations that are not freed yet.
    pub fn live(&self) -> usize {
        self.live.load(Ordering::SeqCst)
    }

    fn call(&self, call: &str) -> Result<()> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        let left = self.left.load(Ordering::SeqCst);
        if left > 0 {
            self.left.fetch_sub(1, Ordering::SeqCst);
        }
        if left != 0 {
            return Ok(());
        }
        if !self.lost.load(Ordering::SeqCst) {
            self.left.store(-1, Ordering::SeqCst);
        }
        Err(match call {
            "compile" => Error::Compile {
                device: "failing".into(),
                kernel: String::new(),
                log: "line 3: the driver's own words".into(),
            },
            call => Error::Driver {
                device: "failing".into(),
                call: call.into(),
                log: "made to fail".into(),
            },
        })
    }
}

/// A device over `inner` that fails as the plan says.
pub fn device(inner: Arc<dyn Backend>) -> (Device, Arc<Plan>) {
    let plan = Arc::new(Plan::default());
    plan.never();
    let failing = Failing {
        inner,
        plan: plan.clone(),
    };
    (Device::with_backend(Arc::new(failing)), plan)
}

struct Failing {
    inner: Arc<dyn Backend>,
    plan: Arc<Plan>,
}

/// The memory below, counted.
struct Counted(Mem, Arc<Plan>);
impl Memory for Counted {
    fn bytes(&self) -> usize {
        self.0.bytes()
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}
impl Drop for Counted {
    fn drop(&mut self) {
        self.1.live.fetch_sub(1, Ordering::SeqCst);
    }
}

fn below(mem: &Mem) -> &Mem {
    &mem.as_any().downcast_ref::<Counted>().expect("memory of this device").0
}

impl Backend for Failing {
    fn info(&self) -> &DeviceInfo {
        self.inner.info()
    }
    fn target(&self) -> Target {
        self.inner.target()
    }
    fn alloc(&self, bytes: usize) -> Result<Mem> {
        self.plan.call("alloc")?;
        let mem = self.inner.alloc(bytes)?;
        self.plan.live.fetch_add(1, Ordering::SeqCst);
        Ok(Arc::new(Counted(mem, self.plan.clone())))
    }
    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<()> {
        self.plan.call("write")?;
        self.inner.write(below(to), offset, data)
    }
    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<()> {
        self.plan.call("read")?;
        self.inner.read(below(from), offset, out)
    }
    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, bytes: usize) -> Result<()> {
        self.plan.call("copy")?;
        self.inner.copy(below(from), from_offset, below(to), to_offset, bytes)
    }
    fn fill(&self, to: &Mem, offset: usize, bytes: usize, pattern: &[u8]) -> Result<()> {
        self.plan.call("fill")?;
        self.inner.fill(below(to), offset, bytes, pattern)
    }
    fn compile(&self, source: &Source<'_>) -> Result<Prog> {
        self.plan.call("compile")?;
        self.inner.compile(source)
    }
    fn launch(&self, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes> {
        self.plan.call("launch")?;
        let bindings: Vec<&Mem> = bindings.iter().map(|m| below(m)).collect();
        self.inner.launch(program, &bindings, grid)
    }
    fn synchronize(&self) -> Result<()> {
        self.plan.call("synchronize")?;
        self.inner.synchronize()
    }
}
