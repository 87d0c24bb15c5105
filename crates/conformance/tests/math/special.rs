//! Zeros and their signs, infinities, NaN, ends of domains and subnormal numbers, of functions of one argument.

use super::{MODES, run};
use hoist::f16;
use hoist::prelude::*;
use std::f64::consts::{FRAC_PI_2, PI};

type Run32 = fn(&str, &[f32], &mut [f32]);
type Run64 = fn(&str, &[f64], &mut [f64]);

macro_rules! functions {
    ($($name:ident $single:ident $double:ident: $($x:expr => $want:expr),*;)*) => {
        [$((
            stringify!($name),
            |mode, x, y| run!($single, mode, x, y),
            |mode, x, y| run!($double, mode, x, y),
            vec![$(($x, $want)),*],
        )),*]
    };
}

const END: f64 = f64::INFINITY;
const NONE: f64 = f64::NAN;

#[test]
fn special_arguments_have_their_results() {
    let functions: [(&str, Run32, Run64, Vec<(f64, f64)>); 11] = functions! {
        asin asin_f32 asin_f64: 0.0 => 0.0, -0.0 => -0.0, 1.0 => FRAC_PI_2, -1.0 => -FRAC_PI_2, 1.25 => NONE,
            -1.25 => NONE, END => NONE, -END => NONE;
        acos acos_f32 acos_f64: 0.0 => FRAC_PI_2, -0.0 => FRAC_PI_2, 1.0 => 0.0, -1.0 => PI, 1.25 => NONE,
            -1.25 => NONE, END => NONE, -END => NONE;
        atan atan_f32 atan_f64: 0.0 => 0.0, -0.0 => -0.0, END => FRAC_PI_2, -END => -FRAC_PI_2, 1e30 => FRAC_PI_2;
        sinh sinh_f32 sinh_f64: 0.0 => 0.0, -0.0 => -0.0, END => END, -END => -END, 1000.0 => END, -1e30 => -END;
        cosh cosh_f32 cosh_f64: 0.0 => 1.0, -0.0 => 1.0, END => END, -END => END, 1000.0 => END, -1e30 => END;
        asinh asinh_f32 asinh_f64: 0.0 => 0.0, -0.0 => -0.0, END => END, -END => -END;
        acosh acosh_f32 acosh_f64: 1.0 => 0.0, END => END, -END => NONE, 0.0 => NONE, -0.0 => NONE, 0.75 => NONE,
            -1.0 => NONE, -1e30 => NONE;
        atanh atanh_f32 atanh_f64: 0.0 => 0.0, -0.0 => -0.0, 1.0 => END, -1.0 => -END, 1.25 => NONE, -1.25 => NONE,
            END => NONE, -END => NONE;
        cbrt cbrt_f32 cbrt_f64: 0.0 => 0.0, -0.0 => -0.0, END => END, -END => -END, 27.0 => 3.0, -27.0 => -3.0,
            0.125 => 0.5, -1.0 => -1.0;
        exp_m1 exp_m1_f32 exp_m1_f64: 0.0 => 0.0, -0.0 => -0.0, END => END, -END => -1.0, 1000.0 => END, -1000.0 => -1.0;
        ln_1p ln_1p_f32 ln_1p_f64: 0.0 => 0.0, -0.0 => -0.0, -1.0 => -END, END => END, -END => NONE, -1.25 => NONE;
    };
    for (name, run32, run, cases) in functions {
        let all: Vec<(f64, f64)> = cases.into_iter().chain([(NONE, NONE), (-NONE, NONE)]).collect();
        for mode in MODES {
            for (x, want) in &all {
                let (mut y, mut y32) = ([0.5], [0.5]);
                run(mode, &[*x], &mut y);
                run32(mode, &[*x as f32], &mut y32);
                assert!(same(y[0], *want), "{name} {x} on {mode}: {} not {want}", y[0]);
                let want = f64::from(*want as f32);
                assert!(
                    same(y32[0].into(), want),
                    "f32 {name} {x} on {mode}: {} not {want}",
                    y32[0]
                );
            }
        }
    }
}

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

/// Functions that are `x` and a cube or a square more.
#[test]
fn subnormal_numbers_stay() {
    let single: [(&str, Run32); 7] = [
        ("asin", |mode, x, y| run!(asin_f32, mode, x, y)),
        ("atan", |mode, x, y| run!(atan_f32, mode, x, y)),
        ("sinh", |mode, x, y| run!(sinh_f32, mode, x, y)),
        ("asinh", |mode, x, y| run!(asinh_f32, mode, x, y)),
        ("atanh", |mode, x, y| run!(atanh_f32, mode, x, y)),
        ("exp_m1", |mode, x, y| run!(exp_m1_f32, mode, x, y)),
        ("ln_1p", |mode, x, y| run!(ln_1p_f32, mode, x, y)),
    ];
    let double: [(&str, Run64); 7] = [
        ("asin", |mode, x, y| run!(asin_f64, mode, x, y)),
        ("atan", |mode, x, y| run!(atan_f64, mode, x, y)),
        ("sinh", |mode, x, y| run!(sinh_f64, mode, x, y)),
        ("asinh", |mode, x, y| run!(asinh_f64, mode, x, y)),
        ("atanh", |mode, x, y| run!(atanh_f64, mode, x, y)),
        ("exp_m1", |mode, x, y| run!(exp_m1_f64, mode, x, y)),
        ("ln_1p", |mode, x, y| run!(ln_1p_f64, mode, x, y)),
    ];
    let (x32, x) = (
        [1e-45, -1e-45, 1.2e-39, -5e-41, f32::MIN_POSITIVE],
        [5e-324, -5e-324, 1.2e-309, -5e-320, 1e-300],
    );
    for mode in MODES {
        for (name, run) in single {
            let mut y = [0.5; 5];
            run(mode, &x32, &mut y);
            assert_eq!(y, x32, "f32 {name} on {mode}");
        }
        for (name, run) in double {
            let mut y = [0.5; 5];
            run(mode, &x, &mut y);
            assert_eq!(y, x, "f64 {name} on {mode}");
        }
    }
}

/// All of them for a type parameter; those of `f16` go by way of `f32`.
#[kernel]
pub fn any_float<T: Real>(x: &[T], y: &mut [T]) {
    for i in par(0..x.len()) {
        let s = x[i] * T::real(0.5);
        y[13 * i] = s.asin();
        y[13 * i + 1] = s.acos();
        y[13 * i + 2] = s.atan();
        y[13 * i + 3] = s.atan2(x[i] + T::ONE);
        y[13 * i + 4] = s.sinh();
        y[13 * i + 5] = s.cosh();
        y[13 * i + 6] = s.asinh();
        y[13 * i + 7] = (s + T::int(2)).acosh();
        y[13 * i + 8] = s.atanh();
        y[13 * i + 9] = s.cbrt();
        y[13 * i + 10] = s.hypot(T::ONE);
        y[13 * i + 11] = s.exp_m1();
        y[13 * i + 12] = s.ln_1p();
    }
}

#[test]
fn generic_kernels_have_them_for_halves() {
    let x: Vec<f16> = (-100..=100i32).map(|i| f16::from_f32(i as f32 / 64.0)).collect();
    let (mut want, mut got) = (vec![f16::ONE; 13 * x.len()], vec![f16::ONE; 13 * x.len()]);
    any_float(&x, &mut want);
    let device = Device::open("cpu").expect("it opens");
    any_float::run(&device, &x, &mut got).expect("no faults");
    for (i, (a, b)) in want.iter().zip(&got).enumerate() {
        let (a, b) = (a.to_f32(), b.to_f32());
        // Both round a number of `f32`, which may differ in its last place.
        let near = (a - b).abs() <= a.abs() / 1024.0;
        assert!(near || (a.is_nan() && b.is_nan()), "{i}: {a} {b}");
    }
}
