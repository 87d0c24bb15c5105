//! The instruction sets, and which of them this machine has.

#[cfg(target_arch = "x86_64")]
#[macro_use]
mod tables;

mod arrays;
#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;

pub use arrays::{Scalar, Single, Wide};
#[cfg(target_arch = "x86_64")]
pub use avx2::Avx2;
#[cfg(target_arch = "x86_64")]
pub use avx512::Avx512;
