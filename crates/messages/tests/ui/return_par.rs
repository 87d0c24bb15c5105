use hoist::prelude::*;

#[kernel]
fn find(x: &[f32], y: &mut [f32]) {
    for i in par(0..x.len()) {
        if x[i] > 1.0 {
            return;
        }
        y[i] = x[i];
    }
}

fn main() {}
