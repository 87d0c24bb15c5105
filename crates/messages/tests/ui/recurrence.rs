use hoist::prelude::*;

#[kernel]
fn running(y: &mut [f32]) {
    for i in par(1..y.len()) {
        y[i] = y[i] + y[i - 1];
    }
}

fn main() {}
