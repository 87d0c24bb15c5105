//! A device that keeps the texts it is given and runs nothing: what launches make a driver compile.

use std::any::Any;
use std::sync::{Arc, Mutex};

use hoist::Device;
use hoist_backend::Result;
use hoist_backend::backend::{
    Backend, DeviceInfo, Grid, LaunchTimes, Mem, Memory, Prog, Program, Source, Strictness, Target,
};
use hoist_machine::ScalarType;

/// A text that a launch wants compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub entry: String,
    pub text: String,
    pub fast: bool,
}

/// What was recorded, in order, each text once.
#[derive(Clone, Default)]
pub struct Texts(Arc<Mutex<Vec<Recorded>>>);

impl Texts {
    pub fn all(&self) -> Vec<Recorded> {
        self.0.lock().unwrap_or_else(|e| e.into_inner()).clone()
    }
}

/// A device that is like CUDA's, and where its texts go.
pub fn device() -> (Device, Texts) {
    without(&[])
}

/// The same without some types.
pub fn without(missing: &[ScalarType]) -> (Device, Texts) {
    let texts = Texts::default();
    let info = DeviceInfo {
        id: "recorder".into(),
        name: "nothing runs here".into(),
        api: "recorder",
        driver: String::new(),
        memory: 0,
        is_cpu: true,
        max_work_group: 1024,
        max_rounds: None,
        max_shared_bytes: 48 << 10,
        max_groups: i32::MAX as u32,
        max_binding_bytes: u64::MAX,
        max_bindings: u32::MAX,
        types: ScalarType::ALL.into_iter().filter(|t| !missing.contains(t)).collect(),
        int64: true,
        fused: true,
        strict: Strictness::Strict,
    };
    let backend = Recorder {
        info,
        texts: texts.clone(),
    };
    (Device::with_backend(Arc::new(backend)), texts)
}

/// Memory that reads as zeros.
struct Zeros(usize);
impl Memory for Zeros {
    fn bytes(&self) -> usize {
        self.0
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

struct Nothing;
impl Program for Nothing {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

struct Recorder {
    info: DeviceInfo,
    texts: Texts,
}

impl Backend for Recorder {
    fn info(&self) -> &DeviceInfo {
        &self.info
    }
    fn target(&self) -> Target {
        Target::Cuda
    }
    fn alloc(&self, bytes: usize) -> Result<Mem> {
        Ok(Arc::new(Zeros(bytes.next_multiple_of(4))))
    }
    fn write(&self, _: &Mem, _: usize, _: &[u8]) -> Result<()> {
        Ok(())
    }
    fn read(&self, _: &Mem, _: usize, out: &mut [u8]) -> Result<()> {
        out.fill(0);
        Ok(())
    }
    fn copy(&self, _: &Mem, _: usize, _: &Mem, _: usize, _: usize) -> Result<()> {
        Ok(())
    }
    fn fill(&self, _: &Mem, _: usize, _: usize, _: &[u8]) -> Result<()> {
        Ok(())
    }
    fn compile(&self, source: &Source<'_>) -> Result<Prog> {
        let new = Recorded {
            entry: source.entry.into(),
            text: source.text.into(),
            fast: source.fast,
        };
        let mut all = self.texts.0.lock().unwrap_or_else(|e| e.into_inner());
        if !all.contains(&new) {
            all.push(new);
        }
        Ok(Arc::new(Nothing))
    }
    fn launch(&self, _: &Prog, _: &[&Mem], _: Grid) -> Result<LaunchTimes> {
        Ok(LaunchTimes::default())
    }
    fn synchronize(&self) -> Result<()> {
        Ok(())
    }
}
