use hoist::f16;
use hoist::prelude::*;

#[kernel]
fn halves(x: &[f64], y: &mut [f16]) {
    for i in par(0..y.len()) {
        y[i] = f16::from_f64(x[i]);
    }
}

fn main() {}
