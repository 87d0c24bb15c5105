//! Between the loops a slice goes to a kernel, and to nothing else.

use hoist::prelude::*;

#[device]
fn first(x: &[f32]) -> f32 {
    x[0]
}

#[kernel]
pub fn by_element(x: &[f32], y: &mut [f32]) {
    let s = first(x);
    for i in par(0..y.len()) {
        y[i] = x[i] * s;
    }
}

#[kernel]
pub fn by_iterator(x: &[f32], y: &mut [f32]) {
    let s: f32 = x.iter().sum();
    for i in par(0..y.len()) {
        y[i] = x[i] * s;
    }
}

fn main() {}
