//! `f32` against std's `f64` functions, over bit patterns at a stride.

use super::{F32, MODES, SIMD, Worst, mixed, reference, run, ulps};
use std::thread;

type Run = fn(&str, &[f32], &mut [f32]);
type Reference = fn(f64) -> f64;

/// A prime, so that all parts of a bit pattern take all values: 1.02e7 samples.
const STRIDE: u64 = 421;

macro_rules! functions {
    ($($of:ident::$name:ident $kernel:ident $bound:literal $sides:ident $from:literal $to:literal;)*) => {
        &[$((
            stringify!($name),
            |mode, x, y| run!($kernel, mode, x, y),
            $of::$name,
            $bound,
            $sides($from, $to),
        )),*]
    };
}
/// Bit patterns of magnitudes, for both signs or, of a function that is odd or even, or has no negative arguments, one.
type Reach = [std::ops::Range<u64>; 2];
const fn both(from: u64, to: u64) -> Reach {
    [from..to, (1 << 31) + from..(1 << 31) + to]
}
const fn one(from: u64, to: u64) -> Reach {
    [from..from + (to - from) / 2, from + (to - from) / 2..to]
}
/// The name, the function, the reference, the published bound, and where results are neither constant nor, to the last place, the
/// argument: 0x3000_0000 is 2^-31.
const FUNCTIONS: &[(&str, Run, Reference, f64, Reach)] = functions! {
    f64::exp exp_f32 1.0 both 0x3000_0000 0x42d2_0000;
    f64::exp2 exp2_f32 1.0 both 0x3000_0000 0x4318_0000;
    f64::ln ln_f32 1.0 one 1 0x7f80_0000;
    f64::log2 log2_f32 1.0 one 1 0x7f80_0000;
    f64::log10 log10_f32 1.0 one 1 0x7f80_0000;
    f64::sin sin_f32 1.0 one 0x3000_0000 0x7f80_0000;
    f64::cos cos_f32 1.0 one 0x3000_0000 0x7f80_0000;
    f64::tan tan_f32 1.0 one 0x3000_0000 0x7f80_0000;
    f64::tanh tanh_f32 1.0 one 0x3000_0000 0x4140_0000;
    f64::asin asin_f32 1.0 one 0x3000_0000 0x3f80_0001;
    f64::acos acos_f32 1.0 both 0x3000_0000 0x3f80_0001;
    f64::atan atan_f32 1.0 one 0x3000_0000 0x4d00_0000;
    f64::sinh sinh_f32 1.0 one 0x3000_0000 0x42b4_0000;
    f64::cosh cosh_f32 1.0 one 0x3000_0000 0x42b4_0000;
    reference::asinh asinh_f32 1.0 one 0x3000_0000 0x7f80_0000;
    reference::acosh acosh_f32 1.0 one 0x3f80_0000 0x7f80_0000;
    reference::atanh atanh_f32 1.0 one 0x3000_0000 0x3f80_0000;
    f64::cbrt cbrt_f32 1.0 one 1 0x7f80_0000;
    f64::exp_m1 exp_m1_f32 1.0 both 0x3000_0000 0x42d2_0000;
    f64::ln_1p ln_1p_f32 1.0 both 0x3000_0000 0x7f80_0000;
    reference::erf erf_f32 1.0 one 0x3000_0000 0x4090_0000;
};

const SPECIAL: [f32; 20] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    f32::INFINITY,
    f32::NEG_INFINITY,
    f32::NAN,
    -f32::NAN,
    f32::MAX,
    f32::MIN,
    f32::MIN_POSITIVE,
    -f32::MIN_POSITIVE,
    1e-45,
    -1e-45,
    131_072.0,
    131_071.99,
    0.999_999_94,
    -0.999_999_94,
    1.000_000_1,
    -1.000_000_1,
];

fn worst_of(run: Run, reference: Reference, mut all: impl Iterator<Item = u64>) -> Worst {
    let mut worst = Worst::default();
    let (mut x, mut y) = (SPECIAL.to_vec(), vec![f32::NAN; 1 << 14]);
    while !x.is_empty() {
        let y = &mut y[..x.len()];
        run(SIMD, &x, y);
        for (x, y) in x.iter().zip(y) {
            let (x, y) = (f64::from(*x), f64::from(*y));
            let want = reference(x);
            worst.see(ulps(y, want, 0.0, F32), x, 0.0, y);
        }
        x.clear();
        x.extend(all.by_ref().take(1 << 14).map(|bits| f32::from_bits(bits as u32)));
    }
    worst
}

/// Patterns at a stride, and all of a function's own reach where `everywhere`; two threads share them.
fn hold(everywhere: bool) {
    let mut all = true;
    for (name, run, reference, bound, reach) in FUNCTIONS {
        let (run, reference) = (*run, *reference);
        let worst = [0, 1]
            .map(|side| {
                let half = (side << 31..(side + 1) << 31).step_by(STRIDE as usize);
                let own = Some(reach[side as usize].clone()).filter(|_| everywhere);
                thread::spawn(move || worst_of(run, reference, half.chain(own.into_iter().flatten())))
            })
            .map(|t| t.join().expect("a thread of this test"));
        let worst = if worst[0] > worst[1] { worst[0] } else { worst[1] };
        all &= worst.holds(&format!("f32 {name}"), *bound);
    }
    assert!(all, "see above");
}

#[test]
fn f32_functions_keep_their_bounds() {
    hold(false);
}

#[test]
#[ignore = "every f32 that a function has a say in: twenty minutes"]
fn f32_functions_keep_their_bounds_everywhere() {
    hold(true);
}

#[test]
fn f32_functions_have_the_same_bits_on_all_machines() {
    let x: Vec<f32> = (0..20_000)
        .map(|i| f32::from_bits(mixed(i) as u32))
        .chain(SPECIAL)
        .collect();
    for (name, run, ..) in FUNCTIONS {
        let all = MODES.map(|mode| {
            let mut y = vec![f32::NAN; x.len()];
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

#[test]
fn a_wrong_digit_is_seen() {
    let e = f64::from(std::f32::consts::E);
    assert!(
        ulps(
            f64::from(f32::from_bits((e as f32).to_bits() + 3)),
            std::f64::consts::E,
            0.0,
            F32
        ) > 2.0
    );
    assert!(ulps(0.0, -0.0, 0.0, F32).is_infinite());
    assert!(ulps(f64::NAN, 1.0, 0.0, F32).is_infinite());
    assert!(ulps(f64::INFINITY, f64::from(f32::MAX), 0.0, F32) == 1.0);
}
