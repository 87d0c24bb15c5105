//! Random kernels: their generator, and fifty of them.
//!
//! A package of its own, because compiling them takes most of the tests' time: the profile `ci` does not optimise it.

pub mod generate;
// Generated, and compared with the generator byte for byte: the formatter stays out of it.
#[rustfmt::skip]
pub mod kernels;
pub mod stages;

/// How many kernels there are, and their seed.
pub const COUNT: u32 = 50;
/// See [`COUNT`].
pub const SEED: u64 = 1;

/// A kernel's plain function.
pub type Plain = fn(&[f32], &[i32], &mut [f32], &mut [i32]);
/// The same on a device.
pub type OnDevice = fn(&hoist::Device, &[f32], &[i32], &mut [f32], &mut [i32]) -> Result<(), hoist::Error>;
