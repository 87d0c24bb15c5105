//! One open device: its memory and its transfers.

use std::any::Any;
use std::sync::{Arc, Mutex, PoisonError};

use cudarc::driver::result::{self, DriverError};
use cudarc::driver::sys::{CUdeviceptr, CUresult};
use hoist_backend::Error;
use hoist_backend::backend::{Backend, DeviceInfo, Grid, LaunchTimes, Mem, Memory, Prog, Source, Target};

use crate::session::{Allocation, Session};
use crate::staging::{self, Staging};
use crate::{find, probe, program};

/// Bytes of a pattern that a fill repeats on the device.
const FILL_CHUNK: usize = 1 << 20;

/// An open device.
pub(crate) struct Opened {
    pub info: DeviceInfo,
    pub session: Arc<Session>,
    /// What long transfers go through, once there was one; `None` inside where no memory could be pinned.
    staging: Mutex<Option<Option<Staging>>>,
}

/// Device memory.
struct CudaMemory {
    allocation: Allocation,
    bytes: usize,
}

impl Memory for CudaMemory {
    fn bytes(&self) -> usize {
        self.bytes
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Opens device `n`, or the first one: the driver puts the fastest first.
pub(crate) fn open(n: Option<usize>) -> Result<Arc<dyn Backend>, Error> {
    let count = find::count()?;
    let n = n.unwrap_or(0);
    if n >= count {
        return Err(Error::UnknownDevice {
            name: format!("{}:{n}", crate::NAME),
            known: (0..count).map(|n| format!("{}:{n}", crate::NAME)).collect(),
        });
    }
    let handle = find::handle(n)?;
    let info = find::describe(n, handle)?;
    let session = Session::new(handle).map_err(|e| find::driver(&info.id, "cuDevicePrimaryCtxRetain", e))?;
    let mut opened = Opened {
        info,
        session,
        staging: Mutex::new(None),
    };
    opened.info.strict = probe::strictness(&opened)?;
    Ok(Arc::new(opened))
}

impl Opened {
    /// A failed driver call in our words.
    pub(crate) fn failed(&self, call: &str, e: DriverError) -> Error {
        find::driver(&self.info.id, call, e)
    }

    /// Makes the context the calling thread's.
    pub(crate) fn enter(&self) -> Result<(), Error> {
        self.session.enter().map_err(|e| self.failed("cuCtxSetCurrent", e))
    }

    /// The address of `mem`, which must be ours.
    pub(crate) fn address(&self, mem: &Mem) -> Result<CUdeviceptr, Error> {
        let ours = mem.as_any().downcast_ref::<CudaMemory>();
        ours.map(|m| m.allocation.address).ok_or_else(|| Error::WrongDevice {
            what: "memory".into(),
            is: "another device".into(),
            wanted: self.info.id.clone(),
        })
    }

    /// Calls `f` with what long transfers go through; `None` for a short one, or where there is none.
    fn staged(
        &self,
        bytes: usize,
        f: impl FnOnce(&mut Staging) -> Result<(), DriverError>,
    ) -> Option<Result<(), DriverError>> {
        if bytes < staging::WORTH {
            return None;
        }
        let mut staging = self.staging.lock().unwrap_or_else(PoisonError::into_inner);
        let one = staging.get_or_insert_with(|| Staging::new(&self.session).ok());
        let done = one.as_mut().map(f);
        if let Some(Err(_)) = done {
            // Its pieces may be in use: they are freed after the stream.
            *staging = None;
        }
        done
    }

    fn write_at(&self, to: CUdeviceptr, data: &[u8]) -> Result<(), Error> {
        if let Some(written) = self.staged(data.len(), |s| s.write(to, data)) {
            return written.map_err(|e| self.failed("cuMemcpyHtoDAsync", e));
        }
        // SAFETY: the caller keeps the range inside the memory; the wait below keeps `data` alive long enough,
        // which matters where the user has pinned it.
        unsafe { result::memcpy_htod_async(to, data, self.session.stream) }
            .and_then(|()| self.session.wait())
            .map_err(|e| self.failed("cuMemcpyHtoDAsync", e))
    }

    fn copy_at(&self, from: CUdeviceptr, to: CUdeviceptr, bytes: usize) -> Result<(), Error> {
        // SAFETY: the caller keeps both ranges inside their memories.
        unsafe { result::memcpy_dtod_async(to, from, bytes, self.session.stream) }
            .map_err(|e| self.failed("cuMemcpyDtoDAsync", e))
    }

    fn set_at(&self, to: CUdeviceptr, byte: u8, bytes: usize) -> Result<(), Error> {
        // SAFETY: the caller keeps the range inside the memory.
        unsafe { result::memset_d8_async(to, byte, bytes, self.session.stream) }
            .map_err(|e| self.failed("cuMemsetD8Async", e))
    }
}

impl Backend for Opened {
    fn info(&self) -> &DeviceInfo {
        &self.info
    }

    fn target(&self) -> Target {
        Target::Cuda
    }

    fn alloc(&self, bytes: usize) -> Result<Mem, Error> {
        self.enter()?;
        let bytes = bytes.next_multiple_of(4);
        let size = bytes.max(16);
        let allocation = Allocation::new(&self.session, size).map_err(|e| match e.0 {
            CUresult::CUDA_ERROR_OUT_OF_MEMORY => Error::Unsupported {
                device: self.info.id.clone(),
                what: format!("a buffer of {bytes} bytes"),
                limit: format!("out of memory: the device has {} bytes in all", self.info.memory),
            },
            _ => self.failed("cuMemAlloc", e),
        })?;
        self.set_at(allocation.address, 0, size)?;
        Ok(Arc::new(CudaMemory { allocation, bytes }))
    }

    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<(), Error> {
        let to = self.address(to)? + offset as u64;
        if data.is_empty() {
            return Ok(());
        }
        self.enter()?;
        self.write_at(to, data)
    }

    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<(), Error> {
        let from = self.address(from)? + offset as u64;
        if out.is_empty() {
            return Ok(());
        }
        self.enter()?;
        if let Some(read) = self.staged(out.len(), |s| s.read(from, out)) {
            return read.map_err(|e| self.failed("cuMemcpyDtoHAsync", e));
        }
        // SAFETY: the caller keeps the range inside the memory; `out` is borrowed until the wait is over.
        unsafe { result::memcpy_dtoh_async(out, from, self.session.stream) }
            .and_then(|()| self.session.wait())
            .map_err(|e| self.failed("cuMemcpyDtoHAsync", e))
    }

    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, bytes: usize) -> Result<(), Error> {
        let (from, to) = (
            self.address(from)? + from_offset as u64,
            self.address(to)? + to_offset as u64,
        );
        if bytes == 0 {
            return Ok(());
        }
        self.enter()?;
        self.copy_at(from, to, bytes)
    }

    fn fill(&self, to: &Mem, offset: usize, bytes: usize, pattern: &[u8]) -> Result<(), Error> {
        let to = self.address(to)? + offset as u64;
        let Some(&first) = pattern.first().filter(|_| bytes > 0) else {
            return Ok(());
        };
        self.enter()?;
        if pattern.iter().all(|&b| b == first) {
            return self.set_at(to, first, bytes);
        }
        // Every pattern's length divides the chunk, so the first chunk continues itself.
        let chunk: Vec<u8> = pattern.iter().copied().cycle().take(bytes.min(FILL_CHUNK)).collect();
        self.write_at(to, &chunk)?;
        let mut done = chunk.len();
        while done < bytes {
            // What is there already, as often as it fits: the copied part doubles each time.
            let n = done.min(bytes - done);
            self.copy_at(to, to + done as u64, n)?;
            done += n;
        }
        Ok(())
    }

    fn compile(&self, source: &Source<'_>) -> Result<Prog, Error> {
        program::compile(self, source)
    }

    fn launch(&self, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes, Error> {
        program::launch(self, program, bindings, grid)
    }

    fn synchronize(&self) -> Result<(), Error> {
        self.enter()?;
        self.session.wait().map_err(|e| self.failed("cuStreamSynchronize", e))
    }
}
