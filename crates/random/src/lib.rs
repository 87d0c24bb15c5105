//! Random kernels, which the build script writes: 150 of them, or as many as `HOIST_RANDOM_KERNELS` says, and a fifteenth
//! of that in which something may fail.
//!
//! A package of its own, because compiling them takes most of the tests' time: the profile `ci` does not optimise it.

/// The kernels, and a way to call each.
#[allow(warnings, clippy::all)]
pub mod kernels {
    include!(concat!(env!("OUT_DIR"), "/kernels.rs"));
}

/// Where the text of the kernels is.
pub const TEXT: &str = concat!(env!("OUT_DIR"), "/kernels.rs");

/// A kernel's plain function.
pub type Plain = fn(&[f32], &[i32], &mut [f32], &mut [i32]);
/// The same on a device.
pub type OnDevice = fn(&hoist::Device, &[f32], &[i32], &mut [f32], &mut [i32]) -> Result<(), hoist::Error>;

/// The plain function of a kernel in which something may fail.
pub type Whole = fn(&[i32], &mut [i32]);
/// The same on a device.
pub type WholeOnDevice = fn(&hoist::Device, &[i32], &mut [i32]) -> Result<(), hoist::Error>;
