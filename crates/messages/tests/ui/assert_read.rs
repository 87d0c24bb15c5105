use hoist::prelude::*;

#[kernel]
fn go(y: &mut [i32]) {
    for i in par(1..y.len()) {
        assert!(y[i - 1] == 7);
        y[i] = 7;
    }
}

fn main() {}
