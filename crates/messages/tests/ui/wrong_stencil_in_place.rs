use hoist::prelude::*;

#[kernel]
fn blur(h: usize, w: usize, y: &mut [f32]) {
    for (i, j) in par((1..h - 1, 1..w - 1)) {
        y[i * w + j] = 0.25 * (y[(i - 1) * w + j] + y[(i + 1) * w + j] + y[i * w + j - 1] + y[i * w + j + 1]);
    }
}

fn main() {}
