use hoist::prelude::*;

fn main() {
    let double = elementwise!(|x| x * 2.0);
}
