use hoist::prelude::*;

#[kernel]
async fn go(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = 1.0;
    }
}

fn main() {}
