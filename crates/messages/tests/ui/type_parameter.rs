use hoist::prelude::*;
use std::ops::Add;

#[kernel]
fn sums<T: Copy + Add<Output = T>>(x: &[T], y: &mut [T]) {
    for i in par(0..y.len()) {
        y[i] = x[i] + y[i];
    }
}

fn main() {}
