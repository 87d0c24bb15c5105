use hoist::prelude::*;

#[kernel]
fn last(x: &[f32], y: &mut [f32]) {
    for i in par(0..x.len()) {
        y[0] = x[i];
    }
}

fn main() {}
