//! The library's kernels as PTX, from `shaders/ptx`; the test `ptx` of `crates/conformance` writes this file.

/// For [`hoist::register_precompiled`].
pub(crate) const PTX: &[&str] = &[
    include_str!("../../shaders/ptx/black_scholes_0.ptx"),
    include_str!("../../shaders/ptx/dot_0.ptx"),
    include_str!("../../shaders/ptx/gaussian_blur_0.ptx"),
    include_str!("../../shaders/ptx/jacobi2d_0.ptx"),
    include_str!("../../shaders/ptx/julia_0.ptx"),
    include_str!("../../shaders/ptx/mandelbrot_0.ptx"),
    include_str!("../../shaders/ptx/matmul_0.ptx"),
    include_str!("../../shaders/ptx/monte_carlo_pi_0.ptx"),
    include_str!("../../shaders/ptx/nbody_0.ptx"),
    include_str!("../../shaders/ptx/nbody_fast_0.ptx"),
    include_str!("../../shaders/ptx/saxpy_0.ptx"),
    include_str!("../../shaders/ptx/sobel_0.ptx"),
    include_str!("../../shaders/ptx/sum_0.ptx"),
    include_str!("../../shaders/ptx/triad_0.ptx"),
];
