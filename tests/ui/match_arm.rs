use hoist::prelude::*;

#[kernel]
fn sort_of(k: &[u32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = match k[i] {
            0 => 1.0,
            _ => 2.0,
        };
    }
}

fn main() {}
