//! Groups as a newcomer may write them.

use hoist::prelude::*;

#[kernel]
pub fn total(x: &[f32], w: usize, y: &mut [f32]) -> f32 {
    let mut all = 0.0;
    for r in par(0..x.len() / w) {
        let mut s = 0.0;
        for k in par(0..w) {
            s += x[r * w + k];
        }
        all += s;
        y[r] = all;
    }
    all
}

#[kernel]
pub fn running(x: &[f32], w: usize, y: &mut [f32]) {
    for r in par(0..x.len() / w) {
        let mut s = 0.0;
        for k in par(0..w) {
            s += x[r * w + k];
            y[r * w + k] = s;
        }
    }
}

#[kernel]
pub fn last(x: &[f32], w: usize, y: &mut [f32]) {
    for r in par(0..y.len()) {
        let mut s = 0.0;
        for k in par(0..w) {
            s = x[r * w + k];
        }
        y[r] = s;
    }
}

#[kernel]
pub fn neighbours(y: &mut [f32]) {
    for g in par(0..y.len() / 64) {
        let mut v = [0.0f32; 64];
        for k in par(1..64) {
            v[k] = v[k - 1] + y[g * 64 + k];
        }
        y[g] = v[63];
    }
}

#[kernel]
pub fn three(x: &mut [f32]) {
    for a in par(0..4) {
        for b in par(0..4) {
            for c in par(0..4) {
                x[a * 16 + b * 4 + c] = 0.0;
            }
        }
    }
}

#[kernel]
pub fn copied(y: &mut [f32]) {
    for g in par(0..y.len() / 64) {
        let mut v = [0.0f32; 64];
        let before = v;
        for k in par(0..64) {
            v[k] += y[g * 64 + k];
        }
        for k in par(0..64) {
            y[g * 64 + k] = v[k] - before[k];
        }
    }
}

#[kernel]
pub fn early(x: &[f32], w: usize, y: &mut [f32]) {
    for r in par(0..y.len()) {
        let mut s = 0.0;
        for k in par(0..w) {
            if x[r * w + k] < 0.0 {
                break;
            }
            s += x[r * w + k];
        }
        y[r] = s;
    }
}

#[device]
fn inside(x: f32) -> f32 {
    for _ in par(0..3) {}
    x
}

#[kernel]
pub fn best_so_far(x: &[f32], w: usize, y: &mut [f32]) -> (f32, usize) {
    let (mut best, mut at) = (0.0, 0);
    for r in par(0..y.len()) {
        let mut s = 0.0;
        for k in par(0..w) {
            s += x[r * w + k];
        }
        if s > best {
            best = s;
            at = r;
        }
        y[r] = best;
    }
    (best, at)
}

fn main() {}
