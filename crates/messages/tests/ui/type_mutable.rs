use hoist::prelude::*;

#[kernel]
fn go(x: &[f32], y: &[f32]) {
    for i in par(0..y.len()) {
        y[i] = x[i];
    }
}

fn main() {}
