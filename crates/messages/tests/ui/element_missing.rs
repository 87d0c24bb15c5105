//! A struct without the derive, and a field that it does not have.

use hoist::prelude::*;

#[derive(Clone, Copy)]
struct Plain {
    x: f32,
}

#[kernel]
fn scale(p: &mut [Plain]) {
    for i in par(0..p.len()) {
        p[i].x *= 2.0;
    }
}

#[derive(Clone, Copy, Element)]
struct Point {
    x: f32,
    y: f32,
}

#[kernel]
fn third(p: &mut [Point]) {
    for i in par(0..p.len()) {
        p[i].z = p[i].x + p[i].y;
    }
}

#[kernel]
fn mistyped(p: &mut [Point], n: u32) {
    for i in par(0..p.len()) {
        p[i].x = n;
    }
}

fn main() {}
