//! `f16` and `bf16` against `half`'s own operators, bit by bit.

#![allow(dead_code, reason = "the operations are what is tested")]

use hoist::prelude::*;

use crate::{devices, devices_with, forgive, same, stride};
use hoist::{bf16, f16};
use hoist_machine::ScalarType;

macro_rules! halves {
    ($mod:ident $t:ident) => {
        mod $mod {
            use super::*;

            #[kernel]
            fn arithmetic(a: &[$t], b: &[$t], y: &mut [$t]) {
                for i in par(0..a.len()) {
                    let (x, z) = (a[i], b[i]);
                    y[i * 8] = x + z;
                    y[i * 8 + 1] = x - z;
                    y[i * 8 + 2] = x * z;
                    y[i * 8 + 3] = x / z;
                    y[i * 8 + 4] = x % z;
                    y[i * 8 + 5] = -x;
                    y[i * 8 + 6] = x.min(z);
                    y[i * 8 + 7] = x.max(z);
                }
            }
            #[kernel]
            fn compares(a: &[$t], b: &[$t], y: &mut [bool]) {
                for i in par(0..a.len()) {
                    y[i * 4] = a[i] < b[i];
                    y[i * 4 + 1] = a[i] <= b[i];
                    y[i * 4 + 2] = a[i] == b[i];
                    y[i * 4 + 3] = a[i] != b[i] && a[i] > b[i];
                }
            }
            #[kernel]
            fn conversions(a: &[$t], w: &[f32], f: &mut [f32], d: &mut [f64], n: &mut [u16], y: &mut [$t]) {
                for i in par(0..a.len()) {
                    f[i] = a[i].to_f32();
                    d[i] = f64::from(a[i]) + a[i].to_f64();
                    n[i] = if a[i].is_nan() { 0 } else { a[i].to_bits() };
                    y[i * 4] = $t::from_f32(w[i]);
                    y[i * 4 + 1] = $t::from_bits(n[i]);
                    y[i * 4 + 2] = a[i].copysign($t::from_f32(w[i]));
                    y[i * 4 + 3] = if a[i].is_nan() { $t::ONE } else { a[i].signum() };
                }
            }
            #[kernel]
            fn iterated(a: &[$t], k: $t, steps: u32, y: &mut [$t]) {
                for i in par(0..a.len()) {
                    let mut x: $t = a[i];
                    let mut n = $t::from_f32(0.0);
                    for _ in 0..steps {
                        x = x * k + $t::from_f32(0.3);
                        x -= a[i] / $t::from_f32_const(7.0);
                        if x > $t::from_f32(100.0) {
                            x = $t::ONE;
                            n += $t::ONE;
                        }
                    }
                    y[i * 2] = x;
                    y[i * 2 + 1] = n;
                }
            }
            #[kernel]
            fn tops(x: &[$t], at: &[u32], y: &mut [$t]) {
                for i in par(0..x.len()) {
                    let k = at[i] as usize;
                    y[k] = y[k].max(x[i]);
                }
            }
            #[kernel]
            fn gathered(a: &[$t], at: &[u32], y: &mut [$t]) {
                for i in par(0..at.len()) {
                    y[at.len() - 1 - i] = a[at[i] as usize] + a[0];
                }
            }
            #[kernel]
            fn least(x: &[$t]) -> ($t, usize) {
                let mut best = $t::INFINITY;
                let mut at = usize::MAX;
                for i in par(0..x.len()) {
                    if x[i] < best {
                        best = x[i];
                        at = i;
                    }
                }
                (best, at)
            }
            #[kernel]
            fn reductions(x: &[$t]) -> ($t, $t, $t, $t) {
                let mut s = $t::from_f32(2.5);
                let mut p = $t::ONE;
                let mut lo = $t::INFINITY;
                let mut hi = $t::NEG_INFINITY;
                for i in par(0..x.len()) {
                    s += x[i];
                    p *= x[i] / x[i];
                    lo = lo.min(x[i]);
                    hi = hi.max(x[i]);
                }
                (s, p, lo, hi)
            }

            fn bits(all: &[$t]) -> Vec<u16> {
                let bits = |x: &$t| {
                    if x.is_nan() {
                        $t::NAN.to_bits()
                    } else {
                        x.to_bits()
                    }
                };
                all.iter().map(bits).collect()
            }
            /// Whether a device that flushes subnormals of `f32` may do so here.
            fn is_small(x: $t) -> bool {
                x.to_f32().is_subnormal()
            }
            /// Zeros of both signs are equal to `min` and `max` of the plain call.
            fn loose(all: &[$t]) -> Vec<u16> {
                bits(all)
                    .into_iter()
                    .enumerate()
                    .map(|(n, b)| if n % 8 >= 6 && b == 0x8000 { 0 } else { b })
                    .collect()
            }

            #[test]
            fn every_value_with_many() {
                // Every number meets a partner of any size, and one near itself.
                let all = 0..=u16::MAX;
                let far = all.clone().map(|b| (b, b.wrapping_mul(40_503) ^ 0x1234));
                let near = all.clone().map(|b| (b, b ^ (b >> 3) & 0x83));
                let sums = all.map(|b| (b, b.wrapping_sub(0x2f00 + (b & 0x3f))));
                let pairs: Vec<(u16, u16)> = far.chain(near).chain(sums).step_by(stride()).collect();
                let a: Vec<$t> = pairs.iter().map(|p| $t::from_bits(p.0)).collect();
                let b: Vec<$t> = pairs.iter().map(|p| $t::from_bits(p.1)).collect();
                let n = a.len();
                let (mut y, mut c) = (vec![$t::ZERO; 8 * n], vec![false; 4 * n]);
                arithmetic(&a, &b, &mut y);
                compares(&a, &b, &mut c);
                for d in devices() {
                    let (mut z, mut e) = (vec![$t::ZERO; 8 * n], vec![false; 4 * n]);
                    arithmetic::run(&d, &a, &b, &mut z).unwrap();
                    forgive(&d, &y, &mut z, |n| {
                        [a[n / 8], b[n / 8], y[n]].into_iter().any(is_small)
                    });
                    same(&d, "arithmetic", &loose(&y), &loose(&z), |n| {
                        format!("{:?} {:?}", a[n / 8], b[n / 8])
                    });
                    compares::run(&d, &a, &b, &mut e).unwrap();
                    forgive(&d, &c, &mut e, |n| is_small(a[n / 4]) || is_small(b[n / 4]));
                    same(&d, "compares", &c, &e, |n| {
                        format!("{:?} {:?}", a[n / 4], b[n / 4])
                    });
                }
            }

            #[test]
            fn every_conversion() {
                let a: Vec<$t> = (0..=u16::MAX).step_by(stride()).map($t::from_bits).collect();
                let n = a.len();
                // All exponents, around ties.
                let w: Vec<f32> = (0..n as u32)
                    .map(|i| {
                        f32::from_bits(
                            (i << 16) ^ [0, 1, 0x8000, 0x7fff, 0x1000, 0x0fff, 0x1001, 0xffff][i as usize % 8],
                        )
                    })
                    .collect();
                let out = || (vec![0f32; n], vec![0f64; n], vec![0u16; n], vec![$t::ZERO; 4 * n]);
                let (mut f, mut d, mut u, mut y) = out();
                conversions(&a, &w, &mut f, &mut d, &mut u, &mut y);
                for dev in devices_with(&[ScalarType::F64]) {
                    let (mut f2, mut d2, mut u2, mut y2) = out();
                    conversions::run(&dev, &a, &w, &mut f2, &mut d2, &mut u2, &mut y2).unwrap();
                    // What a relaxed device says of NaN is its own.
                    forgive(&dev, &u, &mut u2, |n| a[n].is_nan());
                    forgive(&dev, &d, &mut d2, |n| is_small(a[n]));
                    forgive(&dev, &y, &mut y2, |n| {
                        let given = a[n / 4];
                        given.is_nan() || is_small(given) || is_small(y[n]) || w[n / 4].is_subnormal()
                    });
                    let show = |n: usize| format!("{:?}", a[n]);
                    let nan = |x: &f32| if x.is_nan() { 0 } else { x.to_bits() };
                    let nan64 = |x: &f64| if x.is_nan() { 0 } else { x.to_bits() };
                    let f: Vec<u32> = f.iter().map(nan).collect();
                    let d: Vec<u64> = d.iter().map(nan64).collect();
                    same(&dev, "to_f32", &f, &f2.iter().map(nan).collect::<Vec<_>>(), show);
                    same(
                        &dev,
                        "to_f64",
                        &d,
                        &d2.iter().map(nan64).collect::<Vec<_>>(),
                        show,
                    );
                    same(&dev, "to_bits", &u, &u2, show);
                    same(&dev, "from", &bits(&y), &bits(&y2), |n| {
                        format!("{:?} {:e}", a[n / 4], w[n / 4])
                    });
                }
            }

            #[test]
            fn loops_and_reductions() {
                let a: Vec<$t> = (0..10_000u32)
                    .map(|i| $t::from_f32((i % 613) as f32 * 0.37 - 100.0))
                    .collect();
                let at: Vec<u32> = (0..3000).map(|i| i * 7919 % 10_000).collect();
                let k = $t::from_f32(-0.83);
                let (mut y, mut g) = (vec![$t::ZERO; 20_000], vec![$t::ZERO; 3000]);
                iterated(&a, k, 23, &mut y);
                gathered(&a, &at, &mut g);
                let small: Vec<$t> = (0..9_001)
                    .map(|i| $t::from_f32(((i * 7) % 5) as f32 * 0.25 - 0.5))
                    .collect();
                let mut sums = vec![];
                for d in devices() {
                    let (mut z, mut h) = (vec![$t::ZERO; 20_000], vec![$t::ZERO; 3000]);
                    iterated::run(&d, &a, k, 23, &mut z).unwrap();
                    same(&d, "iterated", &bits(&y), &bits(&z), |n| {
                        format!("{:?}", a[n / 2])
                    });
                    gathered::run(&d, &a, &at, &mut h).unwrap();
                    same(&d, "gathered", &bits(&g), &bits(&h), |n| format!("{n}"));
                    let (mut y, mut z) = (vec![$t::from_f32(-90.5); 41], vec![$t::from_f32(-90.5); 41]);
                    let fingers: Vec<u32> = at.iter().map(|k| k % 41).collect();
                    tops(&a[..3000], &fingers, &mut y);
                    tops::run(&d, &a[..3000], &fingers, &mut z).unwrap();
                    same(&d, "tops", &bits(&y), &bits(&z), |n| format!("{n}"));
                    let (s, p, lo, hi) = reductions::run(&d, &a[1..]).unwrap();
                    let (_, _, lo2, hi2) = reductions(&a[1..]);
                    assert_eq!((lo, hi), (lo2, hi2), "{}", d.name());
                    assert_eq!(
                        least(&a[5..]),
                        least::run(&d, &a[5..]).unwrap(),
                        "least on {}",
                        d.name()
                    );
                    sums.push((
                        s.to_bits(),
                        p.to_bits(),
                        reductions::run(&d, &small).unwrap().0.to_bits(),
                    ));
                }
                // One shape on every device.
                assert!(sums.iter().all(|s| *s == sums[0]), "{sums:?}");
                let exact: f32 = small.iter().map(|x| x.to_f32()).sum::<f32>() + 2.5;
                let got = $t::from_bits(sums[0].2).to_f32();
                assert!((exact - got).abs() <= 0.02 * 9_001.0 * 0.25, "{exact} {got}");
            }
        }
    };
}
halves!(binary16 f16);
halves!(bfloat bf16);
