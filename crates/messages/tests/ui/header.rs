use hoist::prelude::*;

#[kernel]
fn go(n: usize, y: &mut [f32]) {
    for (i, j) in par(0..n) {
        y[i] = 1.0;
    }
}

fn main() {}
