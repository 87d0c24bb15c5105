use hoist::prelude::*;

#[kernel]
fn go(y: &[f32]) -> i32 {
    let mut s = 0.0;
    for i in par(0..y.len()) {
        s += y[i];
    }
    s
}

fn main() {}
