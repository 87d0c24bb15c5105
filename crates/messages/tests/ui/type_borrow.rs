#![allow(unused)]
use hoist::prelude::*;

#[kernel]
fn go(n: usize, y: &mut [f32]) {
    n += 1;
    let k = 1;
    for i in par(0..y.len()) {
        k += 1;
        y[i] = n as f32;
    }
    let z = 1;
    z += 1;
}

fn main() {}
