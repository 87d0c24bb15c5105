//! OpenCL devices behind hoist's [`Backend`](hoist_backend::backend::Backend).
//!
//! libOpenCL is looked for when a device is asked for, so a program that holds this crate starts
//! on a machine without it. `find` lists devices and says what is missing, `device` is one open
//! device with its in-order queue, `program` compiles and launches, `probe` looks
//! at its arithmetic. Every driver call's failure is
//! an [`Error`](hoist_backend::Error) with the call's name and the driver's own word for it.

mod device;
mod find;
mod probe;
mod program;

use hoist_backend::backend::Api;

/// The name in front of the colon, as in `opencl:0`.
pub const NAME: &str = "opencl";

/// OpenCL devices, for `hoist_host::register`.
pub fn api() -> Api {
    Api {
        name: NAME,
        open: device::open,
        list: find::list,
    }
}
