//! One open device: its memory and its transfers.

use std::any::Any;
use std::ffi::c_void;
use std::ptr;
use std::sync::Arc;

use hoist_backend::Error;
use hoist_backend::backend::{Backend, DeviceInfo, Grid, LaunchTimes, Mem, Memory, Prog, Source, Target};
use opencl3::command_queue::{
    CL_QUEUE_PROFILING_ENABLE, CommandQueue, enqueue_copy_buffer, enqueue_fill_buffer, enqueue_read_buffer,
    enqueue_write_buffer,
};
use opencl3::context::Context;
use opencl3::device::Device;
use opencl3::error_codes::ClError;
use opencl3::event::Event;
use opencl3::memory::{Buffer, CL_MEM_READ_WRITE, ClMem, cl_mem};
use opencl3::types::{CL_TRUE, cl_event};

use crate::{find, probe, program};

/// An open device with one in-order queue.
pub(crate) struct Opened {
    pub info: DeviceInfo,
    pub device: Device,
    pub context: Context,
    pub queue: CommandQueue,
    /// Whether the compiler takes `-cl-fp32-correctly-rounded-divide-sqrt`.
    pub rounds_division: bool,
}

/// Device memory.
pub(crate) struct ClMemory {
    buffer: Buffer<u8>,
    bytes: usize,
}

impl Memory for ClMemory {
    fn bytes(&self) -> usize {
        self.bytes
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Opens device `n`, or the best one.
pub(crate) fn open(n: Option<usize>) -> Result<Arc<dyn Backend>, Error> {
    let found = find::devices()?;
    let n = n.unwrap_or_else(|| find::best(&found));
    let f = found.get(n).ok_or_else(|| Error::UnknownDevice {
        name: format!("{}:{n}", crate::NAME),
        known: (0..found.len()).map(|n| format!("{}:{n}", crate::NAME)).collect(),
    })?;
    let info = find::describe(n, f)?;
    let context = Context::from_device(&f.device).map_err(|e| find::driver(&info.id, "clCreateContext", e))?;
    // SAFETY: the device is the one the context was made from.
    #[allow(deprecated)]
    let queue = unsafe { CommandQueue::create(&context, f.device.id(), CL_QUEUE_PROFILING_ENABLE) }
        .map_err(|e| find::driver(&info.id, "clCreateCommandQueue", e))?;
    let rounds_division = find::rounds_division(&f.device);
    let mut opened = Opened {
        info,
        device: Device::new(f.device.id()),
        context,
        queue,
        rounds_division,
    };
    opened.info.strict = probe::strictness(&opened)?;
    Ok(Arc::new(opened))
}

impl Opened {
    /// A failed driver call in our words.
    pub(crate) fn failed(&self, call: &str, e: ClError) -> Error {
        find::driver(&self.info.id, call, e)
    }

    /// The buffer behind `mem`, which must be ours.
    pub(crate) fn buffer(&self, mem: &Mem) -> Result<cl_mem, Error> {
        let ours = mem.as_any().downcast_ref::<ClMemory>();
        ours.map(|m| m.buffer.get()).ok_or_else(|| Error::WrongDevice {
            what: "memory".into(),
            is: "another device".into(),
            wanted: self.info.id.clone(),
        })
    }

    /// Turns what an enqueue call gave into an owned event.
    fn enqueued(&self, call: &str, event: Result<cl_event, i32>) -> Result<Event, Error> {
        event.map(Event::new).map_err(|e| self.failed(call, ClError(e)))
    }

    fn fill_words(&self, to: cl_mem, offset: usize, bytes: usize, pattern: &[u8]) -> Result<(), Error> {
        // SAFETY: the caller keeps the range inside the buffer, and has checked that offset and length are
        // multiples of the pattern's length; the driver copies the pattern before it returns.
        let event = unsafe {
            enqueue_fill_buffer(
                self.queue.get(),
                to,
                pattern.as_ptr().cast::<c_void>(),
                pattern.len(),
                offset,
                bytes,
                0,
                ptr::null(),
            )
        };
        self.enqueued("clEnqueueFillBuffer", event).map(drop)
    }
}

impl Backend for Opened {
    fn info(&self) -> &DeviceInfo {
        &self.info
    }

    fn target(&self) -> Target {
        Target::OpenCl
    }

    fn alloc(&self, bytes: usize) -> Result<Mem, Error> {
        let bytes = bytes.next_multiple_of(4);
        let size = bytes.max(16);
        if size as u64 > self.info.max_binding_bytes {
            return Err(Error::Unsupported {
                device: self.info.id.clone(),
                what: format!("a buffer of {bytes} bytes"),
                limit: format!("CL_DEVICE_MAX_MEM_ALLOC_SIZE is {}", self.info.max_binding_bytes),
            });
        }
        // SAFETY: no host pointer is passed, so the driver allocates.
        let buffer = unsafe { Buffer::<u8>::create(&self.context, CL_MEM_READ_WRITE, size, ptr::null_mut()) }
            .map_err(|e| self.failed("clCreateBuffer", e))?;
        self.fill_words(buffer.get(), 0, size, &[0; 4])?;
        Ok(Arc::new(ClMemory { buffer, bytes }))
    }

    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<(), Error> {
        let to = self.buffer(to)?;
        if data.is_empty() {
            return Ok(());
        }
        // SAFETY: the call blocks until `data` is copied, and the caller keeps the range inside the buffer.
        let event = unsafe {
            enqueue_write_buffer(
                self.queue.get(),
                to,
                CL_TRUE,
                offset,
                data.len(),
                data.as_ptr().cast::<c_void>(),
                0,
                ptr::null(),
            )
        };
        self.enqueued("clEnqueueWriteBuffer", event).map(drop)
    }

    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<(), Error> {
        let from = self.buffer(from)?;
        if out.is_empty() {
            return Ok(());
        }
        // SAFETY: the call blocks until `out` is written, and the caller keeps the range inside the buffer.
        let event = unsafe {
            enqueue_read_buffer(
                self.queue.get(),
                from,
                CL_TRUE,
                offset,
                out.len(),
                out.as_mut_ptr().cast::<c_void>(),
                0,
                ptr::null(),
            )
        };
        self.enqueued("clEnqueueReadBuffer", event).map(drop)
    }

    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, bytes: usize) -> Result<(), Error> {
        let (from, to) = (self.buffer(from)?, self.buffer(to)?);
        if bytes == 0 {
            return Ok(());
        }
        // SAFETY: the caller keeps both ranges inside their buffers, and they do not overlap.
        let event = unsafe {
            enqueue_copy_buffer(
                self.queue.get(),
                from,
                to,
                from_offset,
                to_offset,
                bytes,
                0,
                ptr::null(),
            )
        };
        self.enqueued("clEnqueueCopyBuffer", event).map(drop)
    }

    fn fill(&self, to: &Mem, offset: usize, bytes: usize, pattern: &[u8]) -> Result<(), Error> {
        let memory = self.buffer(to)?;
        let whole = pattern.len();
        if bytes == 0 || whole == 0 {
            return Ok(());
        }
        if offset.is_multiple_of(whole) && bytes.is_multiple_of(whole) {
            return self.fill_words(memory, offset, bytes, pattern);
        }
        // The driver refuses an offset that is no multiple of the pattern's length.
        let data: Vec<u8> = pattern.iter().copied().cycle().take(bytes).collect();
        self.write(to, offset, &data)
    }

    fn compile(&self, source: &Source<'_>) -> Result<Prog, Error> {
        program::compile(self, source)
    }

    fn launch(&self, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes, Error> {
        program::launch(self, program, bindings, grid)
    }

    fn synchronize(&self) -> Result<(), Error> {
        self.queue.finish().map_err(|e| self.failed("clFinish", e))
    }
}
