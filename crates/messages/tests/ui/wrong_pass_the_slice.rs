use hoist::prelude::*;

#[device]
fn at(y: &[f32], i: usize) -> f32 {
    y[i]
}

#[kernel]
fn helper(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = at(y, i) + 1.0;
    }
}

fn main() {}
