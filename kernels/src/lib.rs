//! The example kernels, each with its case: inputs, size, work.

#![allow(
    clippy::excessive_precision,
    clippy::assign_op_pattern,
    reason = "kernels read like their formulas"
)]

pub mod case;
mod fractal_kernels;
mod image_kernels;
mod ptx;
mod science_kernels;
mod stream_kernels;

pub use fractal_kernels::{julia, mandelbrot};
pub use image_kernels::{gaussian_blur, sobel};
pub use science_kernels::{black_scholes, jacobi2d, matmul, monte_carlo_pi, nbody, philox};
pub use stream_kernels::{dot, saxpy, sum, triad};

/// Lets CUDA devices load these kernels where NVRTC is not installed.
pub fn register_ptx() {
    hoist::register_precompiled(ptx::PTX);
}
