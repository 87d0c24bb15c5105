//! What numbers can be asked, and structs can't.

use hoist::prelude::*;
#[derive(Clone, Copy, Debug, PartialEq, Element)]
pub struct Point {
    x: f32,
    y: f32,
    t: [f32; 3],
}
impl Point {
    fn norm(self) -> f32 {
        self.x
    }
}
#[kernel]
fn arrays(points: &mut [Point]) {
    for i in par(0..points.len()) {
        let _a = [points[i]; 3];
    }
}
#[kernel]
fn equal(points: &mut [Point]) {
    for i in par(1..points.len()) {
        let q = points[i];
        if q == points[i] {
            points[i].x = 1.0;
        }
    }
}
#[kernel]
fn method(points: &mut [Point]) {
    for i in par(1..points.len()) {
        points[i].x = points[i].norm() + points[i].t.len() as f32;
    }
}
#[kernel]
fn iterate(points: &mut [Point]) {
    for i in par(1..points.len()) {
        for v in points[i].t {
            points[i].x += v;
        }
    }
}
fn main() {}
