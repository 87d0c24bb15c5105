//! Functions of libm at points that a rounding too many gets wrong.

use hoist::prelude::*;

#[kernel]
pub fn sines(x: &[f64], s: &mut [f64], t: &mut [f64]) {
    for i in par(0..x.len()) {
        s[i] = x[i].sin();
        t[i] = x[i].tan();
    }
}

const MODES: [&str; 3] = ["cpu", "cpu:scalar", "cpu:simd=wide"];

/// Sines and tangents on one device.
fn on(mode: &str, x: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let (mut s, mut t) = (vec![f64::NAN; x.len()], vec![f64::NAN; x.len()]);
    let device = Device::open(mode).expect("a CPU mode opens");
    sines::run(&device, x, &mut s, &mut t).expect("no faults");
    (s, t)
}

#[test]
fn zeros_keep_their_sign() {
    for mode in MODES {
        let (s, t) = on(mode, &[0.0, -0.0]);
        for y in [s, t] {
            assert_eq!(y[0].to_bits(), 0.0f64.to_bits(), "{mode}");
            assert_eq!(y[1].to_bits(), (-0.0f64).to_bits(), "{mode}");
        }
    }
}

#[test]
fn tangents_keep_their_bound() {
    // From mpmath at 300 bits; a plain quotient of sine and cosine is off here.
    let known: [(f64, f64); 2] = [
        (-16.486639279428346, -0.986645267548734),
        (50179.87871534468, -0.9907276841571302),
    ];
    for mode in MODES {
        let (_, t) = on(mode, &known.map(|(x, _)| x));
        for (got, (x, want)) in t.iter().zip(known) {
            assert!(
                got.to_bits().abs_diff(want.to_bits()) <= 1,
                "tan({x}) on {mode}: {got:?}, not {want:?}"
            );
        }
    }
}
