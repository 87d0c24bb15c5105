use hoist::prelude::*;

#[kernel]
fn go(x: &[f32], y: &mut [f32]) {
    'rounds: for _ in 0..3 {
        'p: for i in par(0..x.len()) {
            if x[i] > 2.0 {
                continue 'p;
            }
            for _ in 0..2 {
                if x[i] > 1.0 {
                    continue 'rounds;
                }
            }
            y[i] = x[i];
            break 'p;
        }
    }
}

fn main() {}
