//! Binding a call's arguments to a device, and running it there.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

use hoist_machine::{Element, HSlice, Launch};

use crate::buffer::{Buffer, read_elems};
use crate::device::Device;
use crate::elems::bytes_of;
use crate::queue::{Event, Queue};
use crate::slice_arg::{At, Given, SliceArg, SliceArgMut};
use crate::store::{Place, Store, Ticket, lock};
use crate::trace_ctx::TraceCtx;
use hoist_backend::backend::Mem;
use hoist_backend::error::{Error, Result};

/// What the macro says of one kernel.
#[derive(Debug)]
pub struct KernelInfo {
    /// Its name.
    pub name: &'static str,
    /// The file that holds it, as `file!()` gives it.
    pub file: &'static str,
    /// Its line.
    pub line: u32,
    /// What `explain()` prints.
    pub explain: &'static str,
    /// The types that its parallel loops mention, by name.
    pub types: &'static [&'static str],
}

type Download<'a> = Box<dyn FnOnce(&Device) -> Result<()> + 'a>;

/// The arguments of one call, bound to a device in the order of the parameters.
///
/// On a CPU a slice is its pointer. On another device a host slice is uploaded, and an exclusive
/// one is downloaded after the kernel ended well, so that after a fault host slices are untouched.
pub struct Args<'a> {
    device: &'a Device,
    memories: Vec<Mem>,
    /// Those of them that are given back to the pool.
    lent: Vec<Mem>,
    stores: Vec<(Arc<Store>, bool)>,
    downloads: Vec<Download<'a>>,
    /// What the arguments point into until the call has ended.
    kept: Vec<Box<dyn Any>>,
    // Exclusive borrows live as long as the call.
    _borrows: PhantomData<&'a mut ()>,
}

impl<'a> Args<'a> {
    /// No arguments yet.
    pub fn new(device: &'a Device) -> Self {
        Args {
            device,
            memories: vec![],
            lent: vec![],
            stores: vec![],
            downloads: vec![],
            kept: vec![],
            _borrows: PhantomData,
        }
    }

    /// Binds an argument for `&[T]`.
    #[inline]
    pub fn slice<T: Element>(&mut self, name: &'static str, x: impl SliceArg<T> + 'a) -> Result<HSlice<T>> {
        let given = x.given();
        match self.at_once(&given) {
            Some(slice) => Ok(slice),
            None => Ok(self.bind(name, given, false)?.0),
        }
    }
    /// Binds an argument for `&mut [T]`.
    #[inline]
    pub fn slice_mut<T: Element>(&mut self, name: &'static str, x: impl SliceArgMut<T> + 'a) -> Result<HSlice<T>> {
        let given = x.given_mut();
        match self.at_once(&given) {
            Some(slice) => Ok(slice),
            None => self.bind_mut(name, given),
        }
    }
    /// A host slice on a CPU, which needs no more than its pointer: inlined, it stays in registers.
    #[inline(always)]
    fn at_once<T: Element>(&self, given: &Given<T>) -> Option<HSlice<T>> {
        match (&given.at, self.device.remote()) {
            (At::Host(ptr), None) => Some(on_host(*ptr, given.len)),
            _ => None,
        }
    }
    pub(crate) fn bind_mut<T: Element>(&mut self, name: &str, given: Given<T>) -> Result<HSlice<T>> {
        let (slice, host) = self.bind(name, given, true)?;
        if let (Some(ptr), Some(mem)) = (host, self.memories.get(slice.memory as usize).cloned()) {
            let len = slice.len;
            self.downloads.push(Box::new(move |device| {
                let Some(remote) = device.remote() else { return Ok(()) };
                // SAFETY: the argument was an exclusive borrow of `len` elements that outlives `'a`.
                let out = unsafe { std::slice::from_raw_parts_mut(ptr, len) };
                device.timed(|p| &mut p.download, || read_elems(&*remote.backend, &mem, 0, out))
            }));
        }
        Ok(slice)
    }

    /// A handle, and the host pointer where the elements were copied from the host.
    pub(crate) fn bind<T: Element>(
        &mut self,
        name: &str,
        given: Given<T>,
        writes: bool,
    ) -> Result<(HSlice<T>, Option<*mut T>)> {
        let len = given.len;
        match (given.at, self.device.remote()) {
            (At::Host(ptr), None) => Ok((on_host(ptr, len), None)),
            (At::Host(ptr), Some(remote)) => {
                let mem = remote.pool.take(&*remote.backend, len * size_of::<T>())?;
                if len > 0 {
                    // SAFETY: the argument borrows `len` elements that outlive `'a`.
                    let data = unsafe { std::slice::from_raw_parts(ptr, len) };
                    self.device
                        .timed(|p| &mut p.upload, || remote.backend.write(&mem, 0, &bytes_of(data)))?;
                }
                self.lent.push(mem.clone());
                let memory = self.memory(mem);
                Ok((
                    HSlice {
                        ptr: std::ptr::null_mut(),
                        len,
                        memory,
                        offset: 0,
                    },
                    (len > 0).then_some(ptr),
                ))
            }
            (At::Buffer { store, device, offset }, _) => {
                if !device.shares_memory(self.device) {
                    let (is, wanted) = (device.name().into(), self.device.name().into());
                    return Err(Error::WrongDevice {
                        what: name.into(),
                        is,
                        wanted,
                    });
                }
                let slice = match &store.place {
                    // SAFETY: the part lies in the allocation.
                    Place::Host(h) => on_host(unsafe { h.ptr().cast::<T>().add(offset) }, len),
                    Place::Remote { mem, .. } => {
                        let memory = self.memory(mem.clone());
                        HSlice {
                            ptr: std::ptr::null_mut(),
                            len,
                            memory,
                            offset,
                        }
                    }
                };
                self.stores.push((store, writes));
                Ok((slice, None))
            }
        }
    }

    /// Keeps what an argument points into.
    pub(crate) fn keep<T: 'static>(&mut self, what: T) {
        self.kept.push(Box::new(what));
    }

    /// Does this after the kernel ended well, and what it wrote is here.
    pub(crate) fn after(&mut self, then: impl FnOnce() + 'a) {
        self.downloads.push(Box::new(move |_| {
            then();
            Ok(())
        }));
    }

    fn memory(&mut self, mem: Mem) -> u32 {
        let at = self
            .memories
            .iter()
            .position(|m| Arc::ptr_eq(m, &mem))
            .unwrap_or(self.memories.len());
        if at == self.memories.len() {
            self.memories.push(mem);
        }
        at as u32
    }

    /// Runs the call to its end.
    pub fn run<L: Launch>(self, kernel: &'static KernelInfo, call: L) -> Result<L::Ret> {
        for (store, writes) in &self.stores {
            store.settle(*writes);
        }
        let result = execute(self.device, self.memories, kernel, call)?;
        for download in self.downloads {
            download(self.device)?;
        }
        if let Some(remote) = self.device.remote() {
            self.lent
                .into_iter()
                .for_each(|m| remote.pool.give(&*remote.backend, m));
        }
        Ok(result)
    }
}

#[inline(always)]
fn on_host<T>(ptr: *mut T, len: usize) -> HSlice<T> {
    HSlice {
        ptr,
        len,
        memory: 0,
        offset: 0,
    }
}

/// Runs a bound call, this thread waiting.
fn execute<L: Launch>(device: &Device, memories: Vec<Mem>, kernel: &'static KernelInfo, call: L) -> Result<L::Ret> {
    match (device.cpu(), device.remote()) {
        (Some(config), _) => {
            let start = crate::ticks::now();
            let result = crate::cpu_names::run(config, device, call);
            device.ticks().add_since(start);
            result
        }
        (_, Some(remote)) => {
            let mut ctx = TraceCtx::new(device, remote, kernel, memories);
            ctx.check_types(&call)?;
            let result = ctx.program(call);
            ctx.finish(result)
        }
        _ => unreachable!("a device is a CPU or has a backend"),
    }
}

/// The arguments of a launch on a queue: buffers only, whose memory the work then shares.
pub struct QueueArgs<'q> {
    queue: &'q Queue,
    args: Args<'q>,
}

impl Queue {
    /// Starts to bind a launch's arguments.
    pub fn args(&self) -> QueueArgs<'_> {
        QueueArgs {
            queue: self,
            args: Args::new(self.device()),
        }
    }
}

impl QueueArgs<'_> {
    /// Binds an argument for `&[T]`.
    pub fn buffer<T: Element>(&mut self, name: &'static str, x: &Buffer<T>) -> Result<HSlice<T>> {
        Ok(self.args.bind(name, SliceArg::given(x), false)?.0)
    }
    /// Binds an argument for `&mut [T]`.
    pub fn buffer_mut<T: Element>(&mut self, name: &'static str, x: &mut Buffer<T>) -> Result<HSlice<T>> {
        Ok(self.args.bind(name, SliceArgMut::given_mut(x), true)?.0)
    }
    /// Appends the call to the queue. It starts when the work before it, and every earlier use of
    /// its buffers on any queue, has ended.
    pub fn launch<L>(self, kernel: &'static KernelInfo, call: L) -> Result<Event<L::Ret>>
    where
        L: Launch + Send + 'static,
    {
        // One launch enters its buffers at a time: two that interleave could wait for each other.
        static ENTER: Mutex<()> = Mutex::new(());
        let ticket = Arc::new(Ticket::default());
        let Args { memories, stores, .. } = self.args;
        let guard = lock(&ENTER);
        let mut before: Vec<Arc<Ticket>> = vec![];
        for (store, writes) in &stores {
            before.extend(store.before(*writes));
        }
        for (store, writes) in &stores {
            store.enter(&ticket, *writes);
        }
        let done = Finish(ticket);
        let event = self.queue.submit(move |device| {
            // Dropped last, also when the kernel panics.
            let _done = done;
            let _keep = stores;
            before.iter().for_each(|t| t.wait());
            execute(device, memories, kernel, call)
        });
        drop(guard);
        Ok(event)
    }
}

struct Finish(Arc<Ticket>);
impl Drop for Finish {
    fn drop(&mut self) {
        self.0.finish();
    }
}
