use hoist::prelude::*;

#[kernel]
fn doubled(x: &[f32], a: &mut [f32], y: &mut [f32]) {
    let mut t = 0.0;
    for i in par(0..x.len()) {
        a[i] = x[i] * 2.0;
        t += a[i];
        y[i] = t;
    }
}

fn main() {}
