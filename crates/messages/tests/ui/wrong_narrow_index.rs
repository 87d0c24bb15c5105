use hoist::prelude::*;

#[kernel]
fn narrow(x: &[f32], y: &mut [f32]) {
    for i in par(0..x.len()) {
        let k = i as u8;
        y[k as usize] = x[i];
    }
}

fn main() {}
