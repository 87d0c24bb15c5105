//! Vulkan, Metal and Direct3D 12 devices, through wgpu, behind hoist's
//! [`Backend`](hoist_backend::backend::Backend).
//!
//! The system's loader is looked for when a device is asked for, so a program that holds this
//! crate starts on a machine without it. `find` lists devices and says what is missing, `device`
//! is one open device and turns wgpu's errors into ours, `transfer` moves bytes, `program`
//! compiles and launches, `probe` looks at its arithmetic.
//!
//! wgpu aborts the process at an error that nobody asked for. So every call runs inside error
//! scopes, a handler takes what escapes them, and a lost device is remembered: later calls fail
//! with the driver's words.

mod device;
mod find;
mod probe;
mod program;
mod spirv;
mod transfer;

use hoist_backend::backend::Api;

/// The name in front of the colon, as in `wgpu:0`.
pub const NAME: &str = "wgpu";

/// wgpu's devices, for `hoist_host::register`.
pub fn api() -> Api {
    Api {
        name: NAME,
        open: device::open,
        list: find::list,
    }
}
