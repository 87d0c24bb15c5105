use hoist::prelude::*;

#[device]
fn half(x: i32, y: f32) -> f32 {
    if x > 1 {
        return x;
    }
    let z: f32 = x;
    y + z
}

#[kernel]
fn go(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = half(3, y[i]);
    }
}

fn main() {}
