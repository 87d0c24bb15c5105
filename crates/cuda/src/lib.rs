//! NVIDIA devices, through the CUDA driver API, behind hoist's
//! [`Backend`](hoist_backend::backend::Backend).
//!
//! Two libraries take part, each looked for when it is needed: libcuda, which comes with
//! NVIDIA's driver and runs programs, and NVRTC, which compiles CUDA C and does not come with the
//! driver. Text that is PTX already needs no NVRTC. `find` lists devices, `session` owns the driver's
//! handles, `device` is one open device, `program` loads and launches, `nvrtc`
//! compiles, `probe` looks at the arithmetic.

mod device;
mod find;
mod nvrtc;
mod probe;
mod program;
mod session;
mod staging;

use hoist_backend::backend::Api;

pub use find::DRIVER_FUNCTIONS;
pub use nvrtc::{compile_fast_ptx, compile_ptx};
pub use probe::TEXT as PROBE;

/// The name in front of the colon, as in `cuda:0`.
pub const NAME: &str = "cuda";

/// CUDA devices, for `hoist_host::register`.
pub fn api() -> Api {
    Api {
        name: NAME,
        open: device::open,
        list: find::list,
    }
}
