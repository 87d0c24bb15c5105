use hoist::prelude::*;

#[kernel]
fn go(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = 1;
    }
}

fn main() {}
