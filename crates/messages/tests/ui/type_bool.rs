use hoist::prelude::*;

#[kernel]
fn go(y: &mut [f32]) {
    for i in par(0..y.len()) {
        if y[i] {
            y[i] = 0.0;
        }
    }
}

fn main() {}
