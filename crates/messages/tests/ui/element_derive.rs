//! What can't be an element.

use hoist::prelude::*;

#[derive(Clone, Copy, Element)]
enum Shape {
    Round,
    Square,
}

#[derive(Clone, Copy, Element)]
struct Pair<T> {
    a: T,
    b: T,
}

#[derive(Clone, Copy, Element)]
struct Named {
    name: &'static str,
    value: f32,
}

#[derive(Element)]
struct Moved {
    value: f32,
}

#[derive(Clone, Copy, Element)]
struct Nothing;

fn main() {}
