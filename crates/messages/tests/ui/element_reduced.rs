//! A struct that is reduced field by field, and used as a whole.

use hoist::prelude::*;

#[derive(Clone, Copy, Element)]
struct Point {
    x: f32,
    y: f32,
}

#[kernel]
fn sums(p: &mut [Point]) -> Point {
    let mut sum = Point { x: 0.0, y: 0.0 };
    for i in par(0..p.len()) {
        sum.x += p[i].x;
        p[i] = sum;
    }
    sum
}

#[kernel]
fn counts(which: &[usize], p: &mut [Point]) {
    for i in par(0..which.len()) {
        p[which[i]].x += 1.0;
    }
}

#[kernel]
fn chosen(p: &[Point]) -> Point {
    let mut best = Point { x: 0.0, y: 0.0 };
    for i in par(0..p.len()) {
        if p[i].x > best.x {
            best = p[i];
        }
    }
    best
}

#[derive(Clone, Copy, Element)]
struct Two {
    a: Point,
    b: Point,
}

#[kernel]
fn overlap(p: &mut [Point]) -> Two {
    let zero = Point { x: 0.0, y: 0.0 };
    let mut two = Two { a: zero, b: zero };
    for i in par(0..p.len()) {
        two.a.x += p[i].x;
        p[i] = two.a;
    }
    two
}

fn main() {}
