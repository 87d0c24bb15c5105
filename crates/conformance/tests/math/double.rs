//! `f64` against std over a million arguments, and against a table to the fraction of an ulp.
//!
//! `double.txt` has a line for a point: the function, the bits of its arguments, those of the rounded
//! result, and what the rounding lost in units in the last place. The results are from mpmath at
//! 1,300 bits, rounded as IEEE 754 asks. A third of the points are those of ten million at which
//! this crate's functions and std's were furthest apart; the others have no order, and for angles
//! there is the one that is closest to a multiple of pi/2. `inverse.txt` is the same for inverse and hyperbolic
//! functions, `exp_m1`, `ln_1p` and roots; of its points 40 a function (60 of two arguments) are the worst of 3,000
//! at which the two were apart.

use super::{F64, MODES, SIMD, Worst, mixed, reference, run, ulps, unit};

type Run = fn(&str, &[f64], &mut [f64]);
type Reference = fn(f64) -> f64;

macro_rules! functions {
    ($($of:ident::$name:ident $kernel:ident $reach:literal $bound:literal;)*) => {
        &[$((
            stringify!($name),
            |mode, x, y| run!($kernel, mode, x, y),
            $of::$name,
            $reach,
            $bound,
        )),*]
    };
}
/// The name, the function, std's, the end of the interesting arguments, the published bound.
const FUNCTIONS: &[(&str, Run, Reference, f64, f64)] = functions! {
    f64::exp exp_f64 746.0 1.0; f64::exp2 exp2_f64 1075.0 1.0; f64::ln ln_f64 10.0 1.0;
    f64::log2 log2_f64 10.0 1.0; f64::log10 log10_f64 10.0 1.0; f64::sin sin_f64 1e5 1.0;
    f64::cos cos_f64 1e5 1.0; f64::tan tan_f64 1e5 1.0; f64::tanh tanh_f64 20.0 1.0;
    f64::asin asin_f64 1.0 1.0; f64::acos acos_f64 1.0 1.0; f64::atan atan_f64 100.0 1.0;
    f64::sinh sinh_f64 711.0 1.0; f64::cosh cosh_f64 711.0 1.0; reference::asinh asinh_f64 100.0 1.0;
    reference::acosh acosh_f64 100.0 1.0; reference::atanh atanh_f64 1.0 1.0; f64::cbrt cbrt_f64 100.0 1.0;
    f64::exp_m1 exp_m1_f64 711.0 1.0; f64::ln_1p ln_1p_f64 100.0 1.0;
};
const POWF_BOUND: f64 = 1.0;
const TABLES: [&str; 3] = [
    include_str!("double.txt"),
    include_str!("inverse.txt"),
    include_str!("erf.txt"),
];

/// Any bits, arguments of both sizes, and close to multiples of pi/2 or to 1.
pub fn argument(name: &str, reach: f64, i: u64) -> f64 {
    let side = 2.0 * unit(i) - 1.0;
    let x = match i % 4 {
        0 => f64::from_bits(mixed(i)),
        1 => reach * side,
        2 => 2.0 * side,
        _ if reach == 1e5 => (mixed(i) % (1 << 22)) as f64 * std::f64::consts::FRAC_PI_2,
        _ => 1.0 + side * 0.5f64.powi((mixed(i) % 50) as i32),
    };
    if matches!(name, "ln" | "log2" | "log10" | "acosh") {
        x.abs()
    } else {
        x
    }
}

/// A base and an exponent whose power is a number; the base is any, or close to 1.
pub fn power(i: u64) -> (f64, f64) {
    let goal = 2150.0 * unit(2 * i) - 1075.0;
    let x = match i % 3 {
        0 => f64::from_bits(mixed(2 * i + 1)).abs(),
        1 => 0.5 + 1.5 * unit(2 * i + 1),
        _ => 1.0 + 0.5f64.powi((mixed(i) % 50) as i32) * (unit(2 * i + 1) - 0.5),
    };
    (x, goal / x.log2())
}

#[test]
fn f64_functions_keep_their_bounds() {
    let mut all = true;
    for &(name, run, _, _, bound) in FUNCTIONS {
        let points: Vec<_> = points(name).collect();
        assert!(points.len() >= 100, "{name} has {} points", points.len());
        let x: Vec<f64> = points.iter().map(|p| p.0[0]).collect();
        let mut y = vec![f64::NAN; x.len()];
        run(SIMD, &x, &mut y);
        all &= worst(&points, &y).holds(&format!("f64 {name}"), bound);
    }
    let points: Vec<_> = points("powf").collect();
    let (x, y): (Vec<f64>, Vec<f64>) = points.iter().map(|p| (p.0[0], p.0[1])).unzip();
    let mut z = vec![f64::NAN; x.len()];
    run!(powf_f64, SIMD, &x, &y, &mut z);
    all &= worst(&points, &z).holds("f64 powf", POWF_BOUND);
    assert!(all, "see above");
}

/// A function's points: arguments, result, and what its rounding lost.
pub fn points(function: &str) -> impl Iterator<Item = ([f64; 2], f64, f64)> {
    let of = |word: &str| f64::from_bits(u64::from_str_radix(word, 16).expect("hexadecimal"));
    TABLES.into_iter().flat_map(str::lines).filter_map(move |line| {
        let words: Vec<&str> = line.split(' ').collect();
        let [name, x, .., want, rest] = words[..] else {
            return None;
        };
        (name == function).then(|| ([of(x), of(words[2])], of(want), rest.parse().expect("a number")))
    })
}

pub fn worst(points: &[([f64; 2], f64, f64)], got: &[f64]) -> Worst {
    let mut worst = Worst::default();
    for ((x, want, rest), got) in points.iter().zip(got) {
        worst.see(ulps(*got, *want, *rest, F64), x[0], x[1], *got);
    }
    worst
}

/// std's own error is under two units (its `tanh`; the others' under one).
#[test]
fn f64_functions_are_close_to_std() {
    let n = 1_000_000;
    let mut all = true;
    for &(name, run, reference, reach, bound) in FUNCTIONS {
        let special = [
            0.0,
            -0.0,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            5e-324,
            -5e-324,
            f64::MAX,
            -1.0,
        ];
        let x: Vec<f64> = (0..n).map(|i| argument(name, reach, i)).chain(special).collect();
        let mut y = vec![f64::NAN; x.len()];
        run(SIMD, &x, &mut y);
        let points: Vec<_> = x.iter().map(|x| ([*x, 0.0], reference(*x), 0.0)).collect();
        all &= worst(&points, &y).holds(&format!("f64 {name} against std"), bound + 2.0);
    }
    let (x, y): (Vec<f64>, Vec<f64>) = (0..n).map(power).unzip();
    let mut z = vec![f64::NAN; x.len()];
    run!(powf_f64, SIMD, &x, &y, &mut z);
    let points: Vec<_> = x.iter().zip(&y).map(|(x, y)| ([*x, *y], x.powf(*y), 0.0)).collect();
    all &= worst(&points, &z).holds("f64 powf against std", POWF_BOUND + 1.0);
    assert!(all, "see above");
}

#[test]
fn f64_functions_have_the_same_bits_on_all_machines() {
    for &(name, run, _, reach, _) in FUNCTIONS {
        let x: Vec<f64> = (0..10_000).map(|i| argument(name, reach, i)).collect();
        let all = MODES.map(|mode| {
            let mut y = vec![f64::NAN; x.len()];
            run(mode, &x, &mut y);
            y.iter()
                .map(|y| if y.is_nan() { 1 } else { y.to_bits() })
                .collect::<Vec<_>>()
        });
        for (mode, y) in MODES.iter().zip(&all) {
            let at = y.iter().zip(&all[0]).position(|(a, b)| a != b);
            assert_eq!(at.map(|i| x[i]), None, "{name} on {mode}");
        }
    }
}
