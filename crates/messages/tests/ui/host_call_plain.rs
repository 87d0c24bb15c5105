//! Between the loops a slice goes to a kernel, and to nothing else.

use hoist::prelude::*;

fn highest_of(x: &[f32]) -> f32 {
    x.iter().copied().fold(0.0, f32::max)
}

#[kernel]
pub fn scaled(x: &[f32], y: &mut [f32]) {
    let s = 1.0 / highest_of(x);
    for i in par(0..y.len()) {
        y[i] = x[i] * s;
    }
}

fn main() {}
