use hoist::prelude::*;

#[kernel]
fn matmul(n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    for k in par(0..n) {
        for i in 0..n {
            for j in 0..n {
                c[i * n + j] += a[i * n + k] * b[k * n + j];
            }
        }
    }
}

fn main() {}
