use hoist::prelude::*;

#[kernel]
fn smallest(x: &[f32]) -> (f32, usize) {
    let mut best = f32::INFINITY;
    let mut at = 0;
    for i in par(0..x.len()) {
        if x[i] < best {
            best = x[i];
            at = i;
        } else {
            at = 0;
        }
    }
    (best, at)
}

fn main() {}
