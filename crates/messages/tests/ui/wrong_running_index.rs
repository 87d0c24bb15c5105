use hoist::prelude::*;

#[kernel]
fn interleave(x: &[f32], y: &mut [f32]) {
    for i in par(0..x.len()) {
        let mut p = 0;
        while p < i {
            y[p] = x[i];
            p += 2;
        }
    }
}

fn main() {}
