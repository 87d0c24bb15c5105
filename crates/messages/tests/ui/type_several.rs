use hoist::prelude::*;

#[kernel]
fn go(x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        let a: i32 = x[i] * 2.0;
        y[i] = x[i].mul_add(a, 1);
        y[i] = a;
    }
}

fn main() {
    let (d, mut y) = (Device::open("cpu").unwrap(), [0.0; 4]);
    go::run(&d, &[1.0; 4], &mut y).unwrap();
}
