//! hoist-kernels
