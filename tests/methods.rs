//! Methods of numbers, of every type, on every device: the plain call's answers.

mod common;

use common::devices;
use hoist::Strictness;
use hoist::prelude::*;

macro_rules! integers {
    ($($name:ident $t:ident $kind:ident;)*) => {$(
        mod $name {
            use super::*;

            #[kernel]
            fn bits(x: &[$t], counts: &mut [u32], moved: &mut [$t]) {
                for i in par(0..x.len()) {
                    counts[i * 3] = x[i].count_zeros();
                    counts[i * 3 + 1] = x[i].leading_ones();
                    counts[i * 3 + 2] = x[i].trailing_ones();
                    moved[i * 2] = x[i].reverse_bits();
                    moved[i * 2 + 1] = x[i].swap_bytes();
                }
            }
            integers!(@$kind $t);

            #[test]
            fn as_in_the_plain_call() {
                let shifted = |n: u32| (1u64.rotate_left(n) as $t).wrapping_add(n as $t).wrapping_mul(0x35);
                let mut x: Vec<$t> = (0..64).flat_map(|n| [shifted(n), !shifted(n), 1u64.rotate_left(n) as $t]).collect();
                x.extend([0, 1, <$t>::MAX, <$t>::MIN, !0]);
                let n = x.len();
                let zeros = || (vec![9; n * 3], vec![9; n * 2]);
                let mut wanted = zeros();
                bits(&x, &mut wanted.0, &mut wanted.1);
                for d in devices() {
                    let mut got = zeros();
                    bits::run(&d, &x, &mut got.0, &mut got.1).unwrap();
                    assert_eq!(got, wanted, "{}", d.name());
                }
            }
        }
    )*};
    (@signed $t:ident) => {
        #[kernel]
        fn signs(x: &[$t], y: &mut [u32]) {
            for i in par(0..x.len()) {
                y[i] = x[i].is_negative() as u32 + 2 * x[i].is_positive() as u32;
            }
        }

        #[test]
        fn sign_of_each() {
            for d in devices() {
                let mut y = [9; 5];
                signs::run(&d, &[0, 1, -1, <$t>::MIN, <$t>::MAX], &mut y).unwrap();
                assert_eq!(y, [0, 2, 1, 1, 2], "{}", d.name());
            }
        }
    };
    (@unsigned $t:ident) => {
        #[kernel]
        fn multiples(x: &[$t], y: &[$t], z: &mut [$t]) {
            for i in par(0..x.len()) {
                z[i] = x[i].next_multiple_of(y[i]);
            }
        }

        #[kernel]
        fn powers(x: &[$t]) -> usize {
            let mut n = 0;
            for i in par(0..x.len()) {
                if x[i].is_power_of_two() {
                    n += 1;
                }
            }
            n
        }

        #[test]
        fn powers_of_two() {
            for d in devices() {
                let x = [0, 1, 2, 3, 4, 6, 64, 65, 128, <$t>::MAX, <$t>::MAX / 2 + 1];
                assert_eq!(powers::run(&d, &x).unwrap(), 6, "{}", d.name());
            }
        }

        #[test]
        fn multiples_and_their_fault() {
            let x: Vec<$t> = (0..100).collect();
            let mut y: Vec<$t> = (0..100).map(|i| i % 13 + 1).collect();
            let mut wanted = vec![0; 100];
            multiples(&x, &y, &mut wanted);
            assert_eq!(wanted[98], 104);
            for d in devices() {
                let mut z = vec![0; 100];
                multiples::run(&d, &x, &y, &mut z).unwrap();
                assert_eq!(z, wanted, "{}", d.name());
            }
            y[70] = 0;
            for d in devices() {
                let e = multiples::run(&d, &x, &y, &mut vec![0; 100]).unwrap_err();
                assert!(e.to_string().contains("division by zero"), "{}: {e}", d.name());
            }
        }
    };
}
integers! {
    i8s i8 signed;
    u8s u8 unsigned;
    i16s i16 signed;
    u16s u16 unsigned;
    i32s i32 signed;
    u32s u32 unsigned;
    i64s i64 signed;
    u64s u64 unsigned;
    usizes usize unsigned;
}

macro_rules! floats {
    ($($name:ident $t:ident $bits:ident;)*) => {$(
        mod $name {
            use super::*;

            #[kernel]
            fn kinds(x: &[$t], kinds: &mut [u32], angles: &mut [$t]) {
                for i in par(0..x.len()) {
                    let (a, b) = (x[i].is_finite() as u32, x[i].is_infinite() as u32);
                    let (c, d) = (x[i].is_sign_negative() as u32, x[i].is_sign_positive() as u32);
                    kinds[i] = a + 2 * b + 4 * c + 8 * d;
                    angles[i * 2] = x[i].to_degrees();
                    angles[i * 2 + 1] = x[i].to_radians();
                }
            }

            #[kernel]
            fn circle(x: &[$t], y: &mut [$t]) {
                for i in par(0..x.len()) {
                    let (s, c) = x[i].sin_cos();
                    y[i * 2] = s + c * 4.0;
                    y[i * 2 + 1] = x[i].sin() + x[i].cos() * 4.0;
                }
            }

            #[test]
            fn as_in_the_plain_call() {
                let mut x: Vec<$t> = (0..200).map(|i| (i as $t - 97.0) * 1.37).collect();
                x.extend([0.0, -0.0, <$t>::MAX / 64.0, <$t>::MIN, 1e-30, -1e-30]);
                let special = [<$t>::INFINITY, <$t>::NEG_INFINITY];
                for d in devices() {
                    let mut x = x.clone();
                    // A relaxed device may not know them.
                    if d.info().strict == Strictness::Strict {
                        x.extend(special);
                    }
                    let zeros = || (vec![9; x.len()], vec![0.0; x.len() * 2]);
                    let (mut wanted, mut got) = (zeros(), zeros());
                    kinds(&x, &mut wanted.0, &mut wanted.1);
                    kinds::run(&d, &x, &mut got.0, &mut got.1).unwrap();
                    let bits = |all: &[$t]| all.iter().map(|y| y.to_bits()).collect::<Vec<$bits>>();
                    assert_eq!((bits(&got.1), got.0), (bits(&wanted.1), wanted.0), "{}", d.name());
                    let mut y = vec![0.0; 400];
                    circle::run(&d, &x[..200], &mut y).unwrap();
                    let pair = y.chunks_exact(2).find(|y| y[0].to_bits() != y[1].to_bits());
                    assert_eq!(pair, None, "{}", d.name());
                }
            }
        }
    )*};
}
floats! {
    f32s f32 u32;
    f64s f64 u64;
}

/// Zeros in a kernel's text, and a number against itself: a driver's compiler may leave out the operation.
macro_rules! zeros {
    ($($name:ident $t:ident;)*) => {$(
        mod $name {
            use super::*;

            #[kernel]
            fn zeros(x: &[$t], y: &mut [$t]) {
                for i in par(0..x.len()) {
                    let v = x[i];
                    let mut sum = 0.0;
                    let mut counted = v;
                    for k in 0..2 {
                        sum += v;
                        counted *= k as $t;
                    }
                    let at = i * 13;
                    y[at] = v + 0.0;
                    y[at + 1] = v - 0.0;
                    y[at + 2] = 0.0 - v;
                    y[at + 3] = v * 0.0;
                    y[at + 4] = v / 0.0;
                    y[at + 5] = 0.0 / v;
                    y[at + 6] = v.mul_add(0.0, -1.0);
                    y[at + 7] = (0.8 as $t).floor() / (v + 3.5);
                    y[at + 8] = (v + 1.0) - (v + 1.0);
                    y[at + 9] = v / v;
                    y[at + 10] = sum;
                    y[at + 11] = counted;
                    // By itself, a compiler may take it for equal.
                    let same = [v == v, v <= v, v >= v, v != v, v < v, v > v];
                    let mut told = 0.0;
                    for k in 0..6 {
                        if same[k] {
                            told += (1 << k) as $t;
                        }
                    }
                    y[at + 12] = told;
                }
            }

            #[test]
            fn as_in_the_plain_call() {
                for d in devices() {
                    if !d.info().types.iter().any(|t| t.name() == stringify!($t)) {
                        continue;
                    }
                    let mut x: Vec<$t> = vec![1.5, -2.0, 0.0, -0.0];
                    if d.info().strict == Strictness::Strict {
                        x.extend([<$t>::NAN, <$t>::INFINITY, <$t>::NEG_INFINITY, <$t>::MIN_POSITIVE / 4.0]);
                    }
                    let (mut wanted, mut got) = (vec![9.0; x.len() * 13], vec![9.0; x.len() * 13]);
                    zeros(&x, &mut wanted);
                    zeros::run(&d, &x, &mut got).unwrap();
                    for (n, (got, wanted)) in got.iter().zip(&wanted).enumerate() {
                        let same = got.to_bits() == wanted.to_bits() || got.is_nan() && wanted.is_nan();
                        assert!(same, "{}: {:?}, case {}: {got:?}, not {wanted:?}", d.name(), x[n / 13], n % 13);
                    }
                }
            }
        }
    )*};
}
zeros! { zeros_f32 f32; zeros_f64 f64; }
