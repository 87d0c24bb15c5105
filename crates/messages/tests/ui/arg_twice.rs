use hoist::prelude::*;

#[kernel]
fn smallest(x: &[f32], y: &[f32]) -> f32 {
    let mut best = f32::INFINITY;
    for i in par(0..x.len()) {
        if x[i] < best {
            best = x[i];
        }
        if y[i] < best {
            best = y[i];
        }
    }
    best
}

fn main() {}
