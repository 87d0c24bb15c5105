use hoist::prelude::*;

#[kernel]
fn go(y: &mut [usize]) {
    for i in par(0..y.len()) {
        for j in (0..9).step_by(2).rev() {
            y[i] += j;
        }
        for j in [1, 2] {
            y[i] += j;
        }
    }
}

fn main() {}
