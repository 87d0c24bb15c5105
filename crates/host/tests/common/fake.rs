//! A backend that holds bytes and compiles nothing.

use std::any::Any;
use std::sync::{Arc, Mutex};

use hoist_host::backend::{Backend, DeviceInfo, Grid, LaunchTimes, Mem, Memory, Prog, Source, Strictness, Target};
use hoist_host::{Device, Error, Result};

struct Bytes(Mutex<Vec<u8>>);
impl Memory for Bytes {
    fn bytes(&self) -> usize {
        self.0.lock().unwrap().len()
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}
struct Fake(DeviceInfo);

fn bytes(mem: &Mem) -> &Mutex<Vec<u8>> {
    &mem.as_any().downcast_ref::<Bytes>().unwrap().0
}

impl Backend for Fake {
    fn info(&self) -> &DeviceInfo {
        &self.0
    }
    fn target(&self) -> Target {
        Target::OpenCl
    }
    fn alloc(&self, n: usize) -> Result<Mem> {
        Ok(Arc::new(Bytes(Mutex::new(vec![0; n.max(16).next_multiple_of(4)]))))
    }
    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<()> {
        bytes(to).lock().unwrap()[offset..][..data.len()].copy_from_slice(data);
        Ok(())
    }
    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<()> {
        out.copy_from_slice(&bytes(from).lock().unwrap()[offset..][..out.len()]);
        Ok(())
    }
    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, n: usize) -> Result<()> {
        let data = bytes(from).lock().unwrap()[from_offset..][..n].to_vec();
        self.write(to, to_offset, &data)
    }
    fn compile(&self, _: &Source<'_>) -> Result<Prog> {
        Err(Error::Compile {
            device: "fake".into(),
            kernel: String::new(),
            log: "no compiler".into(),
        })
    }
    fn launch(&self, _: &Prog, _: &[&Mem], _: Grid) -> Result<LaunchTimes> {
        Ok(LaunchTimes::default())
    }
    fn synchronize(&self) -> Result<()> {
        Ok(())
    }
}

/// A device with memory of its own.
pub fn fake() -> Device {
    Device::with_backend(Arc::new(Fake(DeviceInfo {
        id: "fake".into(),
        name: "fake".into(),
        api: "fake",
        driver: String::new(),
        memory: 0,
        is_cpu: true,
        max_work_group: 64,
        max_rounds: None,
        max_shared_bytes: 16 << 10,
        max_groups: 65_535,
        max_binding_bytes: 1 << 27,
        max_bindings: 8,
        types: vec![],
        int64: false,
        fused: true,
        strict: Strictness::Strict,
    })))
}
