use hoist::prelude::*;

#[device]
fn half(x: f32) -> f32 {
    x * 0.5
}

#[kernel]
fn go(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = half(3, y[i]);
    }
}

fn main() {}
