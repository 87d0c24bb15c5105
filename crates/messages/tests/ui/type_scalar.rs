use hoist::prelude::*;

#[kernel]
fn go(n: usize, y: &mut [f32]) -> usize {
    n += 1;
    for i in par(0..y.len()) {
        y[i] = n as f32;
    }
    let m: u32 = n;
    m
}

fn main() {}
