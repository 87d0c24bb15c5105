use hoist::prelude::*;

#[kernel]
fn refill(x: &[f32], y: &mut [f32]) {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i];
        if s > 10.0 {
            s += 1.0;
        }
        y[i] = s;
    }
}

fn main() {}
