use hoist::prelude::*;

#[kernel]
fn sign(x: &[f32], state: &mut [u32]) {
    for i in par(0..x.len()) {
        if x[i] > 0.0 {
            state[0] = 1;
        } else {
            state[0] = 2;
        }
    }
}

fn main() {}
