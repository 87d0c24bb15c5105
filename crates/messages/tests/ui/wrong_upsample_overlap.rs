use hoist::prelude::*;

#[kernel]
fn upsample(w: usize, x: &[f32], y: &mut [f32]) {
    for (i, j) in par((0..100, 0..w)) {
        y[2 * i * w + 2 * j] = x[i * w + j];
        y[2 * i * w + 2 * j + 1] = x[i * w + j];
        y[(2 * i + 1) * w + 2 * j] = x[i * w + j];
    }
}

fn main() {}
