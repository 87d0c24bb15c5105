use hoist::prelude::*;
use ndarray::{ArrayView2, ArrayView3, ArrayViewMut2};

#[kernel]
fn one_index(a: ArrayView2<f32>, y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = a[i];
    }
}

#[kernel]
fn a_row(a: ArrayView2<f32>, y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = a.row(i).sum();
    }
}

#[kernel]
fn again(a: ArrayView3<f32>, y: &mut [f32]) {
    for i in par(0..y.len()) {
        let a = a[[0, 0, i]];
        y[i] = a;
    }
}

#[kernel]
fn collides(mut y: ArrayViewMut2<f32>) {
    for (i, j) in par((0..y.nrows(), 1..y.ncols())) {
        y[[i, j]] = y[[i, j - 1]];
    }
}

fn main() {}
