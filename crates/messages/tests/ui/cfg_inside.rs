use hoist::prelude::*;

#[kernel]
fn go(y: &mut [f32]) {
    #[cfg(test)]
    let n = 1;
    for i in par(0..y.len()) {
        #[cfg(target_os = "none")]
        {
            y[i] = 1.0;
        }
        y[i] += 2.0;
    }
}

fn main() {}
