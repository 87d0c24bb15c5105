use hoist::prelude::*;

#[kernel]
fn go(k: &[u32], x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = x[k[i]];
    }
}

fn main() {}
