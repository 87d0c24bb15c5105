use hoist::prelude::*;

#[kernel]
fn logs(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = y[i].log(7.0);
    }
}

fn main() {}
