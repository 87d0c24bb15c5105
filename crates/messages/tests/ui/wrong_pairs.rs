use hoist::prelude::*;

#[kernel]
fn forces(x: &[f32], f: &mut [f32]) {
    for i in par(0..x.len()) {
        for j in i + 1..x.len() {
            let d = x[j] - x[i];
            f[i] += d;
            f[j] -= d;
        }
    }
}

fn main() {}
