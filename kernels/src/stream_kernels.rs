//! Kernels that memory limits.

use hoist::prelude::*;

/// `y = a x + y`.
#[kernel]
pub fn saxpy(a: f32, x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = a * x[i] + y[i];
    }
}

/// `z = x + a y`, the STREAM triad.
#[kernel]
pub fn triad(a: f32, x: &[f32], y: &[f32], z: &mut [f32]) {
    for i in par(0..z.len()) {
        z[i] = x[i] + a * y[i];
    }
}

/// The sum of all elements.
#[kernel]
pub fn sum(x: &[f32]) -> f32 {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i];
    }
    s
}

/// The scalar product.
#[kernel]
pub fn dot(x: &[f32], y: &[f32]) -> f32 {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i] * y[i];
    }
    s
}
