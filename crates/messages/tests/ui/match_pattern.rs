#![allow(unused)]
use hoist::prelude::*;

#[kernel]
fn sort_of(k: &[u32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = match (k[i], k[0]) {
            (0, ..) => 1.0,
            (n, 3) | (3, n) if n > 1 => 3.0,
            all => 2.0,
        };
        y[i] += match &k[i] {
            &3 => 1.0,
            ref n => 2.0,
        };
    }
}

fn main() {}
