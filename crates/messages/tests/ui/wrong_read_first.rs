use hoist::prelude::*;

#[kernel]
fn relative(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = y[i] - y[0];
    }
}

fn main() {}
