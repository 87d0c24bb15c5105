//! `atan2` and `hypot`: `f32` against std's `f64` functions, `f64` against the table and std, and all machines.

use super::double::{points, worst};
use super::{F32, F64, MODES, SIMD, Worst, mixed, run, ulps, unit};

type Run32 = fn(&str, &[f32], &[f32], &mut [f32]);
type Run64 = fn(&str, &[f64], &[f64], &mut [f64]);
type Reference = fn(f64, f64) -> f64;

/// The name, the functions, std's, the published bounds for `f32` and `f64`.
const FUNCTIONS: [(&str, Run32, Run64, Reference, f64, f64); 2] = [
    (
        "atan2",
        |mode, x, y, z| run!(atan2_f32, mode, x, y, z),
        |mode, x, y, z| run!(atan2_f64, mode, x, y, z),
        f64::atan2,
        1.0,
        1.0,
    ),
    (
        "hypot",
        |mode, x, y, z| run!(hypot_f32, mode, x, y, z),
        |mode, x, y, z| run!(hypot_f64, mode, x, y, z),
        f64::hypot,
        1.0,
        1.0,
    ),
];

/// Any bits, a second number of about the first one's size or not far from it, and numbers below 1.
fn pair(i: u64) -> (f64, f64) {
    let a = f64::from_bits(mixed(3 * i));
    let (a, b, sides) = (a, f64::from_bits(mixed(3 * i + 1)), [unit(3 * i), unit(3 * i + 1)]);
    let near = |reach: i32| {
        let power = (mixed(3 * i + 2) % (2 * reach as u64)) as i32 - reach;
        let sign = if mixed(i) & 64 == 0 { 1.0 } else { -1.0 };
        sign * f64::from(power).exp2() * (1.0 + sides[1])
    };
    match i % 4 {
        0 => (a, b),
        1 => (a, a * near(3)),
        2 => (a, a * near(60)),
        _ => (2.0 * sides[0] - 1.0, 2.0 * sides[1] - 1.0),
    }
}

/// The same with any bits of an `f32`.
fn pair_f32(i: u64) -> (f32, f32) {
    let (a, b) = (
        f32::from_bits(mixed(3 * i) as u32),
        f32::from_bits(mixed(3 * i + 1) as u32),
    );
    let near = |reach: u64| {
        let power = (mixed(3 * i + 2) % (2 * reach)) as f64 - reach as f64;
        let sign = if mixed(i) & 64 == 0 { 1.0 } else { -1.0 };
        (f64::from(a) * sign * power.exp2() * (1.0 + unit(3 * i + 1))) as f32
    };
    match i % 4 {
        0 => (a, b),
        1 => (a, near(3)),
        2 => (a, near(30)),
        _ => {
            let (a, b) = pair(i);
            (a as f32, b as f32)
        }
    }
}

#[test]
fn f32_functions_of_two_keep_their_bounds() {
    let n = 4_000_000;
    let mut all = true;
    for (name, run, _, reference, bound, _) in FUNCTIONS {
        let mut worst = Worst::default();
        for start in (0..n).step_by(1 << 14) {
            let (x, y): (Vec<f32>, Vec<f32>) = (start..n.min(start + (1 << 14))).map(pair_f32).unzip();
            let mut z = vec![0.5; x.len()];
            run(SIMD, &x, &y, &mut z);
            for ((x, y), z) in x.iter().zip(&y).zip(&z) {
                let (x, y, z) = (f64::from(*x), f64::from(*y), f64::from(*z));
                worst.see(ulps(z, reference(x, y), 0.0, F32), x, y, z);
            }
        }
        all &= worst.holds(&format!("f32 {name}"), bound);
    }
    assert!(all, "see above");
}

#[test]
fn f64_functions_of_two_keep_their_bounds() {
    let mut all = true;
    for (name, _, run, reference, _, bound) in FUNCTIONS {
        let points: Vec<_> = points(name).collect();
        assert!(points.len() >= 100, "{name} has {} points", points.len());
        let (x, y): (Vec<f64>, Vec<f64>) = points.iter().map(|p| (p.0[0], p.0[1])).unzip();
        let mut z = vec![0.5; x.len()];
        run(SIMD, &x, &y, &mut z);
        all &= worst(&points, &z).holds(&format!("f64 {name}"), bound);
        let (x, y): (Vec<f64>, Vec<f64>) = (0..1_000_000).map(pair).unzip();
        let mut z = vec![0.5; x.len()];
        run(SIMD, &x, &y, &mut z);
        let points: Vec<_> = x
            .iter()
            .zip(&y)
            .map(|(x, y)| ([*x, *y], reference(*x, *y), 0.0))
            .collect();
        all &= worst(&points, &z).holds(&format!("f64 {name} against std"), bound + 1.0);
    }
    assert!(all, "see above");
}

/// Zeros, ordinary numbers, ends, infinities and NaN, of both signs.
const EDGES: [f64; 13] = [
    0.0,
    1.0,
    0.75,
    3.0,
    5e-324,
    1e-310,
    f64::MIN_POSITIVE,
    1e-160,
    1e160,
    f64::MAX,
    f64::INFINITY,
    f64::NAN,
    2e-45,
];

/// All pairs of edges, for the type of `f32` its own ends.
fn edges() -> (Vec<f64>, Vec<f64>) {
    let single = [1e-45, 1e-40, f32::MIN_POSITIVE, 1e-20, 1e20, f32::MAX].map(f64::from);
    let all: Vec<f64> = EDGES.iter().chain(&single).flat_map(|x| [*x, -*x]).collect();
    all.iter().flat_map(|x| all.iter().map(move |y| (*x, *y))).unzip()
}

#[test]
fn special_pairs_are_those_of_std() {
    let (x, y) = edges();
    let narrow = |x: &[f64]| x.iter().map(|x| *x as f32).collect::<Vec<_>>();
    let (x32, y32) = (narrow(&x), narrow(&y));
    for (name, run32, run, reference, bound32, bound) in FUNCTIONS {
        for mode in MODES {
            let (mut z, mut z32) = (vec![0.5; x.len()], vec![0.5; x.len()]);
            run(mode, &x, &y, &mut z);
            run32(mode, &x32, &y32, &mut z32);
            for i in 0..x.len() {
                let (a, b) = (x[i], y[i]);
                let (got, want) = (z[i], reference(a, b));
                // The reference is off by less than a unit itself.
                let bound = bound + 1.0;
                assert!(
                    ulps(got, want, 0.0, F64) <= bound,
                    "{name} {a:e} {b:e} on {mode}: {got:e} not {want:e}"
                );
                let (a, b) = (f64::from(x32[i]), f64::from(y32[i]));
                let (got, want) = (f64::from(z32[i]), reference(a, b));
                assert!(
                    ulps(got, want, 0.0, F32) <= bound32,
                    "f32 {name} {a:e} {b:e} on {mode}: {got:e} not {want:e}"
                );
            }
        }
    }
}

/// What C's standard lists for `atan2`, to the bit; pi and its parts are the nearest numbers.
#[test]
fn zeros_and_infinities_have_their_angles() {
    use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};
    let (end, none) = (f64::INFINITY, f64::NAN);
    let cases = [
        (0.0, 0.0, 0.0),
        (0.0, -0.0, PI),
        (0.0, 1.0, 0.0),
        (0.0, -1.0, PI),
        (0.0, end, 0.0),
        (0.0, -end, PI),
        (1.0, 0.0, FRAC_PI_2),
        (1.0, -0.0, FRAC_PI_2),
        (1.0, end, 0.0),
        (1.0, -end, PI),
        (end, 1.0, FRAC_PI_2),
        (end, -1.0, FRAC_PI_2),
        (end, 0.0, FRAC_PI_2),
        (end, end, FRAC_PI_4),
        (end, -end, 3.0 * FRAC_PI_4),
        (1.0, 1.0, FRAC_PI_4),
        (1.0, -1.0, 3.0 * FRAC_PI_4),
        (none, 1.0, none),
        (1.0, none, none),
        (none, end, none),
        (end, none, none),
        (0.0, none, none),
        (none, 0.0, none),
    ];
    let same = |a: f64, b: f64| a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan());
    for mode in MODES {
        for sign in [1.0, -1.0] {
            for (y, x, want) in cases {
                let (mut z, mut z32) = ([0.5], [0.5]);
                run!(atan2_f64, mode, &[sign * y], &[x], &mut z);
                run!(atan2_f32, mode, &[(sign * y) as f32], &[x as f32], &mut z32);
                assert!(
                    same(z[0], sign * want),
                    "{sign} * {y} over {x} on {mode}: {} not {want}",
                    z[0]
                );
                let (got, want) = (f64::from(z32[0]), f64::from((sign * want) as f32));
                assert!(same(got, want), "f32 {sign} * {y} over {x} on {mode}: {got} not {want}");
            }
        }
        let (mut z, ends) = ([0.5; 4], [end, -end, none, none]);
        run!(hypot_f64, mode, &ends, &[none, none, end, -end], &mut z);
        assert_eq!(z, [end; 4], "infinite sides on {mode}");
    }
}

#[test]
fn functions_of_two_have_the_same_bits_on_all_machines() {
    let (x, y): (Vec<f64>, Vec<f64>) = (0..10_000).map(pair).unzip();
    let (x32, y32): (Vec<f32>, Vec<f32>) = (0..10_000).map(pair_f32).unzip();
    for (name, run32, run, ..) in FUNCTIONS {
        let all = MODES.map(|mode| {
            let (mut z, mut z32) = (vec![0.5; x.len()], vec![0.5; x.len()]);
            run(mode, &x, &y, &mut z);
            run32(mode, &x32, &y32, &mut z32);
            let wide = z.iter().map(|z| if z.is_nan() { 1 } else { z.to_bits() });
            let narrow = z32.iter().map(|z| if z.is_nan() { 1 } else { u64::from(z.to_bits()) });
            wide.chain(narrow).collect::<Vec<_>>()
        });
        for (mode, z) in MODES.iter().zip(&all) {
            let at = z.iter().zip(&all[0]).position(|(a, b)| a != b);
            assert_eq!(at, None, "{name} on {mode}");
        }
    }
}
