use hoist::prelude::*;

const DEEP: [[[u32; 2]; 2]; 2] = [[[1; 2]; 2]; 2];

#[kernel]
fn misused(k: &[u32], y: &mut [u32]) {
    for i in par(0..y.len()) {
        let mut a = [0; 4];
        let none: [u32; 0] = [];
        let row = &a[1..3];
        let (b, c) = ([1, 2], k[i]);
        let d = [[1; 2], [3; 2]];
        let mut e = [[0; 2]; 2];
        e[1] = e[0];
        y[i] = DEEP[1][0][1] + (a == a) as u32 + none.len() as u32;
        a = k[i];
        let late: [u32; 3];
    }
}

#[kernel]
fn given(w: [f32; 3], v: &[f32; 3], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] *= w[i % 3] + v[0];
    }
}

#[device]
fn three(x: f32) -> [f32; 3] {
    [x, x * x, x * x * x]
}

fn main() {}
