use hoist::prelude::*;

#[kernel]
fn go<const N: usize>(x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = x[i].max(1);
    }
}

fn main() {}
