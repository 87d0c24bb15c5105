use hoist::prelude::*;

#[kernel]
fn ring(x: &[f32], y: &mut [f32]) {
    for i in par(0..x.len()) {
        y[i % 64] = x[i];
    }
}

fn main() {}
