//! The instruction sets, and which of them this machine has.

mod arrays;
#[cfg(target_arch = "x86_64")]
mod avx2;

pub use arrays::{Scalar, Wide};
#[cfg(target_arch = "x86_64")]
pub use avx2::Avx2;
