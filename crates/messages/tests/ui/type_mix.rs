use hoist::prelude::*;

#[kernel]
fn go(x: &[f32], y: &mut [f64]) {
    for i in par(0..y.len()) {
        y[i] = x[i];
    }
}

fn main() {}
