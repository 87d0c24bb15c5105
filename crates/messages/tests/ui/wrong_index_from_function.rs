use hoist::prelude::*;

#[device]
fn bit_reversed(i: usize) -> usize {
    i / 2 + i % 2 * 512
}

#[kernel]
fn permute(x: &[f32], y: &mut [f32]) {
    for i in par(0..1024) {
        y[bit_reversed(i)] = x[i];
    }
}

fn main() {}
