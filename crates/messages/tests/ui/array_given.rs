use hoist::prelude::*;

#[kernel]
fn counted(k: &[u32], y: &mut [u32]) {
    let mut count = [0u32; 16];
    for i in par(0..y.len()) {
        count[(k[i] % 16) as usize] += 1;
        count[i] = 2;
        y[i] = count[3];
    }
}

#[kernel]
fn kept(k: &[u32], y: &mut [u32]) {
    let mut best = (0, 0u32);
    for i in par(0..y.len()) {
        y[i] = best.1;
        best.1 = k[i];
    }
}

#[kernel]
fn copied(x: &[f32], y: &mut [f32]) {
    let w = [0.5f32, 0.25];
    for i in par(0..y.len()) {
        let mut v = w;
        v[0] = x[i];
        y[i] = v[0] + v[1];
    }
}

fn main() {}
