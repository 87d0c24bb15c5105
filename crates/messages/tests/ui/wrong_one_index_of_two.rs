use hoist::prelude::*;

#[kernel]
fn row_sums(h: usize, w: usize, x: &[f32], y: &mut [f32]) {
    for (i, j) in par((0..h, 0..w)) {
        y[i] += x[i * w + j];
    }
}

fn main() {}
