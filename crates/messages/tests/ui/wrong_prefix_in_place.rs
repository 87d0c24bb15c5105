use hoist::prelude::*;

#[kernel]
fn hillis_steele(step: usize, y: &mut [f32]) {
    for i in par(step..1_000_000) {
        y[i] += y[i - step];
    }
}

fn main() {}
