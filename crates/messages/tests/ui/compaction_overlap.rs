use hoist::prelude::*;

#[kernel]
fn overlap(x: &[f32], out: &mut [f32]) -> usize {
    let mut n = 0;
    for i in par(0..x.len()) {
        if x[i] > 0.0 {
            out[n] = x[i];
            out[n + 1] = -x[i];
            n += 1;
        }
    }
    n
}

fn main() {}
