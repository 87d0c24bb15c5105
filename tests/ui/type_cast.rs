use hoist::prelude::*;

#[kernel]
fn go(n: u32, y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = n * y[i];
    }
}

fn main() {}
