//! Euclid's division has the plain function's bits and faults.

use super::{MODES, mixed};
use hoist::prelude::*;

macro_rules! euclid {
    ($($name:ident $t:ident;)*) => {$(
        #[kernel]
        fn $name(a: &[$t], b: &[$t], q: &mut [$t], r: &mut [$t]) {
            for i in par(0..a.len()) {
                q[i] = a[i].div_euclid(b[i]);
                r[i] = a[i].rem_euclid(b[i]);
            }
        }
    )*};
}
euclid! { euclid_i32 i32; euclid_u32 u32; euclid_i64 i64; euclid_f32 f32; euclid_f64 f64; }

/// All pairs of the edges and of numbers without order.
fn pairs<T: Copy>(edges: &[T], of: impl Fn(u64) -> T, allowed: impl Fn(T, T) -> bool) -> (Vec<T>, Vec<T>) {
    let all: Vec<T> = edges.iter().copied().chain((0..40).map(of)).collect();
    let pairs = all.iter().flat_map(|a| all.iter().map(move |b| (*a, *b)));
    pairs.filter(|(a, b)| allowed(*a, *b)).unzip()
}

macro_rules! agrees {
    ($kernel:ident, $pairs:expr, $zero:expr, $bits:expr) => {{
        let (a, b) = $pairs;
        let (mut q, mut r) = (vec![$zero; a.len()], vec![$zero; a.len()]);
        $kernel(&a, &b, &mut q, &mut r);
        for mode in MODES {
            let device = Device::open(mode).expect("a CPU mode opens");
            let (mut dq, mut dr) = (vec![$zero; a.len()], vec![$zero; a.len()]);
            $kernel::run(&device, &a, &b, &mut dq, &mut dr).expect("no faults");
            for i in 0..a.len() {
                let (got, want) = ([dq[i], dr[i]].map($bits), [q[i], r[i]].map($bits));
                assert_eq!(got, want, "{} by {} on {mode}", a[i], b[i]);
            }
        }
    }};
}

#[test]
fn quotients_and_remainders_are_the_plain_ones() {
    let small = |i: u64| (mixed(i) >> (mixed(i + 99) % 60)) as i64;
    let edges = [1, -1, 2, -7, i32::MAX, i32::MIN, 0];
    let divides = |a: i32, b: i32| b != 0 && a.checked_rem(b).is_some();
    agrees!(euclid_i32, pairs(&edges, |i| small(i) as i32, divides), 0, |x| x);
    agrees!(
        euclid_u32,
        pairs(&[0, 1, 7, u32::MAX], |i| small(i) as u32, |_, b| b != 0),
        0,
        |x| x
    );
    let edges = [1, -1, 2, -7, i64::MAX, i64::MIN, 0];
    agrees!(
        euclid_i64,
        pairs(&edges, small, |a, b| b != 0 && a.checked_rem(b).is_some()),
        0,
        |x| x
    );
    let edges = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.1,
        -2.5,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        1e-310,
        -1e300,
    ];
    let float = |i: u64| small(i) as f64 / 1024.0;
    agrees!(
        euclid_f64,
        pairs(&edges, float, |_, _| true),
        0.0,
        |x: f64| if x.is_nan() { 1 } else { x.to_bits() }
    );
    let (a, b) = pairs(&edges, float, |_, _| true);
    let narrow = |x: Vec<f64>| x.into_iter().map(|x| x as f32).collect::<Vec<_>>();
    agrees!(euclid_f32, (narrow(a), narrow(b)), 0.0, |x: f32| if x.is_nan() {
        1
    } else {
        x.to_bits()
    });
}

#[test]
fn integers_fault_as_the_remainder_does() {
    for mode in MODES {
        let device = Device::open(mode).expect("a CPU mode opens");
        for (a, b) in [(5, 0), (i32::MIN, -1)] {
            let (mut q, mut r) = ([0; 3], [0; 3]);
            let fault = euclid_i32::run(&device, &[7, 8, a], &[2, 3, b], &mut q, &mut r);
            let text = fault.expect_err("a fault").to_string();
            assert!(text.contains("euclid.rs") && text.contains("i = 2"), "{mode}: {text}");
        }
    }
}
