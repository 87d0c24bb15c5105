use hoist::prelude::*;

fn main() {
    let half = elementwise!(|n: i32| n as f32 / 2.0);
}
