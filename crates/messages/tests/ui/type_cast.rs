use hoist::prelude::*;

#[kernel]
fn go(n: u32, y: &mut [f32]) {
    for i in par(0..y.len()) {
        let a: f32 = n;
        y[i] = a * y[i];
    }
}

fn main() {}
