use hoist::prelude::*;

#[device]
fn sum(x: &[f32], n: usize) -> f32 {
    let all = (0..3).map(|k| x[n + k]);
    all.sum()
}

#[kernel]
fn go(x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = sum(x, i);
    }
}

fn main() {}
