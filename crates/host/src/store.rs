//! The memory behind a [`crate::Buffer`], and who is still using it.

use std::alloc::{Layout, alloc_zeroed, dealloc, handle_alloc_error};
use std::ptr::NonNull;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};

use hoist_backend::backend::{Backend, Mem};

/// Data starts on a cache line: up to 2x on AVX-512 in cache.
const ALIGN: usize = 64;

/// Takes a lock; a panic while it was held left nothing half done.
pub(crate) fn lock<T>(m: &Mutex<T>) -> MutexGuard<'_, T> {
    m.lock().unwrap_or_else(|e| e.into_inner())
}

/// Zeroed, 64-byte aligned host memory that is only reached through its pointer.
pub(crate) struct HostBytes {
    ptr: NonNull<u8>,
    layout: Layout,
}
// SAFETY: the memory is owned; who may touch it when is settled by the buffers' borrows and tickets.
unsafe impl Send for HostBytes {}
// SAFETY: as above; no method gives out a reference to the contents.
unsafe impl Sync for HostBytes {}

impl HostBytes {
    pub(crate) fn new(bytes: usize) -> Option<Self> {
        let layout = Layout::from_size_align(bytes.max(ALIGN), ALIGN).ok()?;
        // SAFETY: the layout's size is at least 64.
        let ptr = unsafe { alloc_zeroed(layout) };
        match NonNull::new(ptr) {
            Some(ptr) => Some(HostBytes { ptr, layout }),
            None => handle_alloc_error(layout),
        }
    }
    pub(crate) fn ptr(&self) -> *mut u8 {
        self.ptr.as_ptr()
    }
}
impl Drop for HostBytes {
    fn drop(&mut self) {
        // SAFETY: allocated in `new` with this layout, freed once.
        unsafe { dealloc(self.ptr.as_ptr(), self.layout) }
    }
}

/// Where a store's bytes are.
pub(crate) enum Place {
    /// In this process: any CPU device reaches it.
    Host(HostBytes),
    /// In a backend's memory.
    Remote { backend: Arc<dyn Backend>, mem: Mem },
}

/// Work in flight: done once, awaited by many.
#[derive(Default)]
pub(crate) struct Ticket {
    done: Mutex<bool>,
    bell: Condvar,
}
impl Ticket {
    pub(crate) fn wait(&self) {
        let mut done = lock(&self.done);
        while !*done {
            done = self.bell.wait(done).unwrap_or_else(|e| e.into_inner());
        }
    }
    pub(crate) fn finish(&self) {
        *lock(&self.done) = true;
        self.bell.notify_all();
    }
    fn is_done(&self) -> bool {
        *lock(&self.done)
    }
}

#[derive(Default)]
struct Users {
    write: Option<Arc<Ticket>>,
    reads: Vec<Arc<Ticket>>,
}

/// One allocation, shared by a buffer and the work in flight that uses it.
pub(crate) struct Store {
    pub(crate) place: Place,
    users: Mutex<Users>,
}
impl Store {
    pub(crate) fn new(place: Place) -> Arc<Self> {
        Arc::new(Store {
            place,
            users: Mutex::default(),
        })
    }
    /// The tickets that a use has to wait for.
    pub(crate) fn before(&self, writes: bool) -> Vec<Arc<Ticket>> {
        let users = lock(&self.users);
        let mut wait: Vec<_> = users.write.iter().cloned().collect();
        if writes {
            wait.extend(users.reads.iter().cloned());
        }
        wait
    }
    /// Waits until this thread may read (or write) the contents.
    pub(crate) fn settle(&self, writes: bool) {
        for t in self.before(writes) {
            t.wait();
        }
    }
    /// Enters work in flight as a user.
    pub(crate) fn enter(&self, ticket: &Arc<Ticket>, writes: bool) {
        let mut users = lock(&self.users);
        if writes {
            users.write = Some(ticket.clone());
            users.reads.clear();
        } else {
            users.reads.retain(|t| !t.is_done());
            users.reads.push(ticket.clone());
        }
    }
}
