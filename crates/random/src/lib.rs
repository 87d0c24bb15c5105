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

/// What kernels take for `z`: numbers of every size and sign.
pub fn integers(n: usize) -> Vec<i32> {
    (0..n)
        .map(|i| (i as i32).wrapping_mul(0x9e37_79b1u32 as i32) >> (i % 31))
        .collect()
}

/// Runs tests on a thread with room: not optimised, the largest kernel's gangs need more than a test's 2 MiB.
pub fn roomy(tests: fn()) {
    let thread = std::thread::Builder::new().stack_size(16 << 20);
    let all = thread.spawn(tests).expect("a thread starts").join();
    all.unwrap_or_else(|e| std::panic::resume_unwind(e));
}
