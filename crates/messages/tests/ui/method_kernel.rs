use hoist::prelude::*;

struct S;
impl S {
    #[kernel]
    fn go(&self, y: &mut [f32]) {
        for i in par(0..y.len()) {
            y[i] = 1.0;
        }
    }
}

fn main() {}
