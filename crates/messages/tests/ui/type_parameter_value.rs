use hoist::prelude::*;

#[kernel]
fn ramp<T: Number>(y: &mut [T]) {
    for i in par(0..y.len()) {
        y[i] = T::int(i as i32);
    }
}

fn main() {}
