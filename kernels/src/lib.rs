//! The example kernels, one file each: the kernel, a naive `f64` reference that shares nothing with it, its inputs,
//! its work, and how close its answers must be.
//!
//! * `case`: what a [`Case`] is,
//! * `inputs`, `slice`, `values`: what a kernel is given, fenced, and what it answers,
//! * `oracle`: a case at one size and seed, held against devices; `compare` is what it compares with, `limits` what it
//!   refuses,
//! * `*_kernel`: the kernels. A file is never named like its kernel, because the kernel names a function and a type.

#![allow(
    clippy::excessive_precision,
    clippy::assign_op_pattern,
    reason = "kernels read like their formulas"
)]

pub mod case;
pub mod compare;
pub mod inputs;
pub mod limits;
pub mod oracle;
pub mod slice;
pub mod values;

mod black_scholes_kernel;
mod conv2d_kernel;
mod dot_kernel;
mod fft_kernel;
mod gaussian_blur_kernel;
mod histogram_kernel;
mod jacobi2d_kernel;
mod julia_kernel;
mod kmeans_kernel;
mod layernorm_kernel;
mod mandelbrot_kernel;
mod matmul_blocked_kernel;
mod matmul_kernel;
mod monte_carlo_pi_kernel;
mod nbody_fast_kernel;
mod nbody_kernel;
mod ptx;
mod saxpy_kernel;
mod scan_kernel;
mod sha256_kernel;
mod sobel_kernel;
mod softmax_kernel;
mod sort_u32_kernel;
mod spmv_kernel;
mod sum_kernel;
mod transpose_kernel;
mod triad_kernel;

pub use black_scholes_kernel::black_scholes;
pub use case::Case;
pub use dot_kernel::dot;
pub use fft_kernel::fft;
pub use gaussian_blur_kernel::gaussian_blur;
pub use jacobi2d_kernel::jacobi2d;
pub use julia_kernel::julia;
pub use mandelbrot_kernel::mandelbrot;
pub use matmul_blocked_kernel::matmul_blocked;
pub use matmul_kernel::matmul;
pub use monte_carlo_pi_kernel::{monte_carlo_pi, philox};
pub use nbody_fast_kernel::nbody_fast;
pub use nbody_kernel::nbody;
pub use saxpy_kernel::saxpy;
pub use sobel_kernel::sobel;
pub use sum_kernel::sum;
pub use triad_kernel::triad;

pub use conv2d_kernel::conv2d;
pub use histogram_kernel::histogram;
pub use kmeans_kernel::kmeans;
pub use layernorm_kernel::layernorm;
pub use scan_kernel::scan;
pub use sha256_kernel::{padded, sha256};
pub use softmax_kernel::softmax;
pub use sort_u32_kernel::sort_u32;
pub use spmv_kernel::spmv;
pub use transpose_kernel::transpose;
/// The references' own parts that have published values.
pub mod reference {
    pub use crate::black_scholes_kernel::distribution;
    pub use crate::monte_carlo_pi_kernel::rounds;
    pub use crate::sha256_kernel::{constants, digest};
}

/// In the order of the command line's table.
const CASES: [Case; 26] = [
    saxpy_kernel::CASE,
    triad_kernel::CASE,
    sum_kernel::CASE,
    dot_kernel::CASE,
    black_scholes_kernel::CASE,
    mandelbrot_kernel::CASE,
    julia_kernel::CASE,
    nbody_kernel::CASE,
    nbody_fast_kernel::CASE,
    jacobi2d_kernel::CASE,
    gaussian_blur_kernel::CASE,
    sobel_kernel::CASE,
    matmul_kernel::CASE,
    matmul_blocked_kernel::CASE,
    monte_carlo_pi_kernel::CASE,
    conv2d_kernel::CASE,
    softmax_kernel::CASE,
    layernorm_kernel::CASE,
    transpose_kernel::CASE,
    spmv_kernel::CASE,
    histogram_kernel::CASE,
    scan_kernel::CASE,
    kmeans_kernel::CASE,
    fft_kernel::CASE,
    sha256_kernel::CASE,
    sort_u32_kernel::CASE,
];

/// Lets CUDA devices load these kernels where NVRTC is not installed.
pub fn register_ptx() {
    hoist::register_precompiled(ptx::PTX);
}
