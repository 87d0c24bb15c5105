use hoist::prelude::*;

#[kernel]
fn rows(y: &mut [f32]) {
    for i in par(0..y.len() / 8) {
        let row = &mut y[i * 8..(i + 1) * 8 + 1];
        for j in 0..row.len() {
            row[j] = i as f32;
        }
    }
}

fn main() {}
