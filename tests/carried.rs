//! What a loop carries from one round or one block to the next, where a mistake shows in one bit or one lane.

mod common;

use hoist::prelude::*;

use common::devices;

#[kernel]
pub fn sum_from(start: f32, x: &[f32]) -> f32 {
    let mut s = start;
    for i in par(0..x.len()) {
        s += x[i];
    }
    s
}

/// Lanes leave the inner loop at different rounds, and come back to their own `a` in the next round of the outer one.
#[kernel]
pub fn steps(x: &[u32], y: &mut [u32]) {
    for i in par(0..x.len()) {
        let mut a = x[i];
        let mut n = 0;
        for r in 0..5 {
            a += 1;
            while a % 7 != r {
                a += 1;
                n += a;
            }
        }
        y[i] = n;
    }
}

#[test]
fn a_sum_of_negative_zeros_is_one() {
    for device in devices() {
        for n in [0, 1, 64, 70, 5000] {
            let zeros = vec![-0.0; n];
            let s = sum_from::run(&device, -0.0, &zeros).expect("it runs");
            assert_eq!(s.to_bits(), sum_from(-0.0, &zeros).to_bits(), "{} {n}", device.name());
        }
    }
}

#[test]
fn lanes_come_back_to_their_own_values() {
    let x: Vec<u32> = (0..1000).map(|i| i * 37 % 101).collect();
    let mut want = vec![0; x.len()];
    steps(&x, &mut want);
    for device in devices() {
        let mut got = vec![0; x.len()];
        steps::run(&device, &x, &mut got).expect("it runs");
        assert_eq!(got, want, "{}", device.name());
    }
}

/// Terms of both signs: their sum is small, so every rounding on the way shows in it. Of 18 blocks a device joins the
/// partials itself.
#[test]
fn sums_that_cancel_have_one_shape() {
    for n in [300, 4097, 17 * 4096 + 5] {
        let x: Vec<f32> = (0..n).map(|i| (i * 7919 % 10007) as f32 / 5003.0 - 1.0001).collect();
        let near: f64 = x.iter().map(|v| f64::from(*v)).sum();
        let mut first = None;
        for device in devices() {
            let s = sum_from::run(&device.strict(), 0.0, &x).expect("it runs");
            assert!(
                (f64::from(s) - near).abs() < 1e-2,
                "{} {n}: {s}, not {near}",
                device.name()
            );
            let bits = *first.get_or_insert(s.to_bits());
            assert_eq!(s.to_bits(), bits, "{} {n}: {s}", device.name());
        }
    }
}
