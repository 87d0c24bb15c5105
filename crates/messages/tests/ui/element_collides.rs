//! Two iterations meet in one element of structs.

use hoist::prelude::*;

#[derive(Clone, Copy, Element)]
struct Node {
    value: f32,
    next: usize,
}

#[kernel]
fn follow(nodes: &mut [Node]) {
    for i in par(0..nodes.len() - 1) {
        nodes[i].value += nodes[i + 1].value;
    }
}

#[kernel]
fn jump(nodes: &mut [Node]) {
    for i in par(0..nodes.len()) {
        nodes[nodes[i].next].value = 0.0;
    }
}

fn main() {}
