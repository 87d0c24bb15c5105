use hoist::prelude::*;

#[kernel]
fn ellpack(n: usize, w: usize, col: &[u32], x: &[f32], y: &mut [f32]) {
    for i in par(0..n) {
        let c = col[i] as usize;
        y[i * w + c] = x[i];
    }
}

fn main() {}
