use hoist::prelude::*;

#[kernel]
fn too_large(y: &mut [u8]) {
    for i in par(0..y.len()) {
        y[i] = y[i] + 256;
    }
}

fn main() {}
