use hoist::prelude::*;

#[kernel]
fn permute(k: &[u32], x: &[f32], y: &mut [f32]) {
    for i in par(0..x.len()) {
        y[k[i] as usize] = x[i];
    }
}

fn main() {}
