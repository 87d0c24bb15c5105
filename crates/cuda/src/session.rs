//! The driver's handles, each released once, after everything that was made in it.

use std::sync::Arc;

use cudarc::driver::result::{self, DriverError, event, module, primary_ctx, stream};
use cudarc::driver::sys::{self, CUcontext, CUdevice, CUdeviceptr, CUevent, CUmodule, CUstream};

/// A device's primary context and one stream in it.
pub(crate) struct Session {
    pub device: CUdevice,
    context: CUcontext,
    pub stream: CUstream,
}

// SAFETY: the handles are the driver's, which may be used from any thread; `enter` makes the context
// the calling thread's before each use.
unsafe impl Send for Session {}
// SAFETY: as above; the driver locks.
unsafe impl Sync for Session {}

impl Session {
    pub(crate) fn new(device: CUdevice) -> Result<Arc<Self>, DriverError> {
        // SAFETY: the handle is a device of the initialised driver; released in `drop`.
        let context = unsafe { primary_ctx::retain(device) }?;
        // Owned already, so that a failure below releases the context.
        let mut session = Session {
            device,
            context,
            stream: stream::null(),
        };
        session.enter()?;
        session.stream = stream::create(stream::StreamKind::NonBlocking)?;
        Ok(Arc::new(session))
    }

    /// Makes the context the calling thread's.
    pub(crate) fn enter(&self) -> Result<(), DriverError> {
        // SAFETY: the context is retained until `drop`.
        unsafe { result::ctx::set_current(self.context) }
    }

    /// Waits for the stream.
    pub(crate) fn wait(&self) -> Result<(), DriverError> {
        // SAFETY: the stream lives until `drop`.
        unsafe { stream::synchronize(self.stream) }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A failure here has nobody to go to; the process's end frees what is left.
        let _ = self.enter();
        if !self.stream.is_null() {
            // SAFETY: created by `new`, and the last owner is gone.
            let _ = unsafe { stream::destroy(self.stream) };
        }
        // SAFETY: retained by `new`.
        let _ = unsafe { primary_ctx::release(self.device) };
    }
}

/// Device memory.
pub(crate) struct Allocation {
    pub address: CUdeviceptr,
    session: Arc<Session>,
}

impl Allocation {
    /// `bytes` of memory, not yet written. The context must be current.
    pub(crate) fn new(session: &Arc<Session>, bytes: usize) -> Result<Self, DriverError> {
        // SAFETY: a context is current; freed in `drop`.
        let address = unsafe { result::malloc_sync(bytes) }?;
        Ok(Allocation {
            address,
            session: session.clone(),
        })
    }
}

impl Drop for Allocation {
    fn drop(&mut self) {
        let _ = self.session.enter();
        // SAFETY: allocated by `new`; the driver waits for work that uses it.
        let _ = unsafe { result::free_sync(self.address) };
    }
}

/// A loaded module.
pub(crate) struct Module {
    pub handle: CUmodule,
    session: Arc<Session>,
}

// SAFETY: as for `Session`.
unsafe impl Send for Module {}
// SAFETY: as for `Session`.
unsafe impl Sync for Module {}

impl Module {
    /// Takes over a module that was loaded in `session`.
    pub(crate) fn own(session: &Arc<Session>, handle: CUmodule) -> Self {
        Module {
            handle,
            session: session.clone(),
        }
    }
}

impl Drop for Module {
    fn drop(&mut self) {
        let _ = self.session.enter();
        // SAFETY: loaded once, unloaded once.
        let _ = unsafe { module::unload(self.handle) };
    }
}

/// A point in the stream, with its time. The context is current while one lives.
pub(crate) struct Stamp(CUevent);

impl Stamp {
    /// Records now in `session`'s stream.
    pub(crate) fn now(session: &Session) -> Result<Self, DriverError> {
        let stamp = Stamp(event::create(sys::CUevent_flags::CU_EVENT_DEFAULT)?);
        // SAFETY: event and stream are alive.
        unsafe { event::record(stamp.0, session.stream) }?;
        Ok(stamp)
    }

    /// Waits until it is past.
    pub(crate) fn wait(&self) -> Result<(), DriverError> {
        // SAFETY: the event is alive and recorded.
        unsafe { event::synchronize(self.0) }
    }

    /// Milliseconds until `end`, once both are past.
    pub(crate) fn until(&self, end: &Stamp) -> Result<f32, DriverError> {
        // SAFETY: both events are alive and recorded in one stream.
        unsafe { event::elapsed(self.0, end.0) }
    }
}

impl Drop for Stamp {
    fn drop(&mut self) {
        // SAFETY: created by `now`, destroyed once.
        let _ = unsafe { event::destroy(self.0) };
    }
}
