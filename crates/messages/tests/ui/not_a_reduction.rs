use hoist::prelude::*;

#[kernel]
fn keep(x: &[f32]) -> f32 {
    let mut last = 0.0;
    for i in par(0..x.len()) {
        last = x[i];
    }
    last
}

fn main() {}
