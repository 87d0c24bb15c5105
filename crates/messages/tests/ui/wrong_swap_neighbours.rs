use hoist::prelude::*;

#[kernel]
fn bubble(y: &mut [i32]) {
    for i in par(0..y.len() - 1) {
        if y[i] > y[i + 1] {
            let t = y[i];
            y[i] = y[i + 1];
            y[i + 1] = t;
        }
    }
}

fn main() {}
