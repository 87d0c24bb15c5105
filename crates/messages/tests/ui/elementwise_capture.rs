use hoist::prelude::*;

fn main() {
    let a = 2.0f32;
    let scaled = elementwise!(|x: f32| a * x);
}
