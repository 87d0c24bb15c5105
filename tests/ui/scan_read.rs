use hoist::prelude::*;

#[kernel]
fn scan(x: &[f32], y: &mut [f32]) {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i];
        y[i] = s;
    }
}

fn main() {}
