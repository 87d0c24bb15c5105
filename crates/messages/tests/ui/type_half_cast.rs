use hoist::f16;
use hoist::prelude::*;

#[kernel]
fn widen(x: &[f16], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = x[i] as f32;
    }
}

fn main() {}
