use hoist::prelude::*;

#[device]
fn fib(n: u32) -> u32 {
    if n < 2 { n } else { fib(n - 1) + fib(n - 2) }
}

#[kernel]
fn fibs(y: &mut [u32]) {
    for i in par(0..y.len()) {
        y[i] = fib(i as u32);
    }
}

fn main() {}
