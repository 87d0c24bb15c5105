//! Powers: `f32` against std's `f64` powers, the cases that C's standard lists, integer exponents.

use super::{F32, F64, MODES, SIMD, Worst, mixed, run, ulps, unit};
use hoist::prelude::*;
use std::thread;

/// The published bounds of `powf` and `powi`.
const BOUND_F32: f64 = 1.0;
const BOUND_F64: f64 = 1.0;

/// Any bits, powers that are not far from 1, and bases that are not far from 1.
fn pair(i: u64) -> (f32, f32) {
    let any = f32::from_bits(mixed(3 * i) as u32);
    let goal = (unit(3 * i + 1) * 300.0 - 150.0) as f32;
    let near = (0.5 + 1.5 * unit(3 * i + 2)) as f32;
    match i % 4 {
        0 => (any, f32::from_bits(mixed(3 * i + 1) as u32)),
        1 => (any.abs(), goal / any.abs().log2()),
        2 => (near, goal / near.log2()),
        _ => (any, (goal / any.abs().log2()).round()),
    }
}

fn worst_f32(range: std::ops::Range<u64>) -> Worst {
    let mut worst = Worst::default();
    for start in range.clone().step_by(1 << 14) {
        let (x, y): (Vec<f32>, Vec<f32>) = (start..range.end.min(start + (1 << 14))).map(pair).unzip();
        let mut z = vec![f32::NAN; x.len()];
        run!(powf_f32, SIMD, &x, &y, &mut z);
        for ((x, y), z) in x.iter().zip(&y).zip(&z) {
            let (x, y, z) = (f64::from(*x), f64::from(*y), f64::from(*z));
            worst.see(ulps(z, x.powf(y), 0.0, F32), x, y, z);
        }
    }
    worst
}

#[test]
fn f32_powers_keep_their_bound() {
    let halves = [0..5_000_000, 5_000_000..10_000_000].map(|r| thread::spawn(move || worst_f32(r)));
    let worst = halves.map(|t| t.join().expect("a thread of this test"));
    let worst = if worst[0] > worst[1] { worst[0] } else { worst[1] };
    assert!(worst.holds("f32 powf", BOUND_F32));
}

#[test]
fn special_powers_are_those_of_std() {
    let special = [
        0.0,
        1.0,
        2.0,
        3.0,
        0.5,
        1.5,
        f64::INFINITY,
        f64::NAN,
        1e-45,
        1e-310,
        1e38,
        1e300,
        16_777_217.0,
        4_503_599_627_370_497.0,
        9_007_199_254_740_992.0,
        0.999_999_94,
        1e-20,
    ];
    let all: Vec<f64> = special.iter().flat_map(|x| [*x, -*x]).collect();
    let (x, y): (Vec<f64>, Vec<f64>) = all.iter().flat_map(|x| all.iter().map(move |y| (*x, *y))).unzip();
    let (x32, y32): (Vec<f32>, Vec<f32>) = (
        x.iter().map(|x| *x as f32).collect(),
        y.iter().map(|y| *y as f32).collect(),
    );
    for mode in MODES {
        let (mut z, mut z32) = (vec![0.5; x.len()], vec![0.5; x.len()]);
        run!(powf_f64, mode, &x, &y, &mut z);
        run!(powf_f32, mode, &x32, &y32, &mut z32);
        for i in 0..x.len() {
            let want = x[i].powf(y[i]);
            assert!(
                ulps(z[i], want, 0.0, F64) <= BOUND_F64 + 1.0,
                "{} {} on {mode}: {} not {want}",
                x[i],
                y[i],
                z[i]
            );
            let (x, y, z) = (f64::from(x32[i]), f64::from(y32[i]), f64::from(z32[i]));
            let want = x.powf(y);
            // Both the reference and the result may be below what either type holds.
            assert!(
                ulps(z, want, 0.0, F32) <= BOUND_F32,
                "{x} {y} on {mode}: {z} not {want}"
            );
        }
    }
}

#[test]
fn integer_powers_keep_the_bound() {
    let n = 200_000;
    let exponents: Vec<i32> = (0..n)
        .map(|i| match i % 4 {
            0 => mixed(i) as i32,
            1 => (mixed(i) % 21) as i32 - 10,
            2 => (mixed(i) % 2001) as i32 - 1000,
            _ => [0, 1, -1, i32::MAX, i32::MIN, 16_777_217][(mixed(i) % 6) as usize],
        })
        .collect();
    // Bases whose powers are not far from 1, of either sign, and any.
    let x: Vec<f64> = (0..n)
        .zip(&exponents)
        .map(|(i, e)| {
            let near = ((unit(i + n) * 200.0 - 100.0) / f64::from(*e).abs().max(1.0)).exp2();
            [near, -near, f64::from(f32::from_bits(mixed(i) as u32))][(mixed(i + n) % 3) as usize]
        })
        .collect();
    let x32: Vec<f32> = x.iter().map(|x| *x as f32).collect();
    let (mut z, mut z32) = (vec![0.5; x.len()], vec![0.5f32; x.len()]);
    run!(powi_f64, SIMD, &x, &exponents, &mut z);
    run!(powi_f32, SIMD, &x32, &exponents, &mut z32);
    let (mut worst, mut worst32) = (Worst::default(), Worst::default());
    for i in 0..x.len() {
        let e = f64::from(exponents[i]);
        worst.see(ulps(z[i], x[i].powf(e), 0.0, F64), x[i], e, z[i]);
        let (x, z) = (f64::from(x32[i]), f64::from(z32[i]));
        worst32.see(ulps(z, x.powf(e), 0.0, F32), x, e, z);
    }
    assert!(worst.holds("f64 powi", BOUND_F64 + 1.0) & worst32.holds("f32 powi", BOUND_F32));
}

#[kernel]
pub fn known_powers(x: &[f32], y: &mut [f32]) {
    for i in par(0..x.len()) {
        y[7 * i] = x[i].powi(0);
        y[7 * i + 1] = x[i].powi(1);
        y[7 * i + 2] = x[i].powi(2);
        y[7 * i + 3] = x[i].powi(3);
        y[7 * i + 4] = x[i].powi(8);
        y[7 * i + 5] = x[i].powi(9);
        y[7 * i + 6] = x[i].powi(-2);
    }
}

#[test]
fn a_literal_exponent_is_multiplied_out() {
    let x = [0.1f32, -3.7, 0.0, f32::INFINITY, 1e-30, 2e20, f32::NAN];
    let mut y = vec![0.5; 7 * x.len()];
    let device = Device::open("cpu").expect("it opens");
    known_powers::run(&device, &x, &mut y).expect("no faults");
    let mut plain = y.clone();
    known_powers(&x, &mut plain);
    // Not the last one: std's passes through infinity there.
    for (plain, y) in plain.chunks(7).zip(y.chunks(7)) {
        for (plain, y) in plain.iter().zip(y).take(6) {
            assert!(
                ulps(f64::from(*y), f64::from(*plain), 0.0, F32) <= 4.0,
                "{y} not {plain}"
            );
        }
    }
    for (x, y) in x.iter().zip(y.chunks(7)) {
        let square = x * x;
        let fourth = square * square;
        let same = |a: f32, b: f32| a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan());
        assert!(same(y[0], 1.0) && same(y[1], *x) && same(y[2], square), "{x}: {y:?}");
        assert!(same(y[3], x * square) && same(y[4], fourth * fourth), "{x}: {y:?}");
        let x = f64::from(*x);
        assert!(ulps(f64::from(y[5]), x.powi(9), 0.0, F32) <= BOUND_F32, "{x}: {y:?}");
        assert!(ulps(f64::from(y[6]), x.powi(-2), 0.0, F32) <= BOUND_F32, "{x}: {y:?}");
    }
}
