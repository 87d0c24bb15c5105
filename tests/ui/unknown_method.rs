use hoist::prelude::*;

#[kernel]
fn gamma(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = y[i].to_degrees();
    }
}

fn main() {}
