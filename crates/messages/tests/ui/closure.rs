use hoist::prelude::*;

#[kernel]
fn twice(y: &mut [f32]) {
    for i in par(0..y.len()) {
        let f = |x: f32| x * 2.0;
        y[i] = f(y[i]);
    }
}

fn main() {}
