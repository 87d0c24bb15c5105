use hoist::prelude::*;

#[kernel]
fn last_positive(x: &[f32]) -> f32 {
    let mut last = 0.0;
    for i in par(0..x.len()) {
        if x[i] > 0.0 {
            last = x[i];
        }
    }
    last
}

fn main() {}
