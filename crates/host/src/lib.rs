//! The host side: devices, buffers, queues, and the run of a kernel on any of them.
//!
//! * [`Device`], [`Buffer`], [`Queue`], [`Event`]: what a user holds,
//! * [`Args`]: how a call's arguments reach a device,
//! * `trace_ctx`: how a loop becomes a launch on a device behind a driver: trace, validate,
//!   choose, emit, compile (once), launch, look at the fault word, join partial reductions,
//! * [`source()`]: the text that a device would be given.
//!
//! Drivers are reached only through [`Backend`].

mod args;
mod buffer;
mod check;
mod cpu_names;
mod device;
mod elementwise;
mod elems;
mod fold;
mod host_part;
mod launch;
mod pool;
mod queue;
mod reduce;
mod slice_arg;
mod source;
mod store;
mod ticks;
mod trace_ctx;
mod trace_par;
mod types;
mod view;

pub use args::{Args, KernelInfo, QueueArgs};
pub use buffer::{Buffer, BufferSlice, BufferSliceMut};
pub use device::{Device, Profile, register};
pub use elementwise::{Input, Operand, common_length};
pub use hoist_backend::precompiled::register as register_precompiled;
pub use hoist_backend::{Api, Backend, DeviceInfo, Error, Fault, Mem, Result, Strictness, Target, backend, error};
pub use queue::{Event, Queue};
pub use slice_arg::{Given, SliceArg, SliceArgMut};
pub use source::{SourceArgs, source};
pub use view::{View, ViewMut, dimensions};
