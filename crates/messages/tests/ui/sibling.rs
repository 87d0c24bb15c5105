use hoist::prelude::*;

#[kernel]
fn go(n: usize, i: usize, y: &mut [i32]) {
    for (i, j) in par((0..n, 0..i)) {
        y[i * n + j] = 1;
    }
}

fn main() {}
