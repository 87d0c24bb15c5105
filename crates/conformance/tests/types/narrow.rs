//! `i8 u8 i16 u16` as locals, parameters and reductions: every operation against plain Rust, over all pairs of
//! 8-bit values and the edges of 16-bit ones.

#![allow(
    dead_code,
    clippy::manual_rem_euclid,
    clippy::manual_div_ceil,
    reason = "the operations are what is tested"
)]

use hoist::prelude::*;

use crate::{devices, devices_with, same, stride};
use hoist_machine::ScalarType;

/// The kernels of one type, and the comparison of each with its plain call.
macro_rules! narrow {
    ($mod:ident $t:ident $u:ident $values:expr) => {
        mod $mod {
            use super::*;

            #[kernel]
            fn sums(a: &[$t], b: &[$t], y: &mut [$t]) {
                for i in par(0..a.len()) {
                    let (x, z) = (a[i], b[i]);
                    y[i * 8] = x.wrapping_add(z);
                    y[i * 8 + 1] = x.wrapping_sub(z);
                    y[i * 8 + 2] = x.wrapping_mul(z);
                    y[i * 8 + 3] = (x & z) ^ (x | !z);
                    y[i * 8 + 4] = x.min(z);
                    y[i * 8 + 5] = x.max(z);
                    y[i * 8 + 6] = x.wrapping_mul(z).wrapping_add(x) / 3;
                    y[i * 8 + 7] = x * 5 - z + 7;
                }
            }
            #[kernel]
            fn quotients(a: &[$t], b: &[$t], y: &mut [$t]) {
                for i in par(0..a.len()) {
                    let (x, z) = (a[i], b[i]);
                    if z != 0 && !(x == $t::MIN && z == !0) {
                        y[i * 4] = x / z;
                        y[i * 4 + 1] = x % z;
                        y[i * 4 + 2] = x.rem_euclid(z);
                        y[i * 4 + 3] = x.div_euclid(z);
                    }
                }
            }
            #[kernel]
            fn shifts(a: &[$t], b: &[$t], y: &mut [$t]) {
                for i in par(0..a.len()) {
                    let (x, n) = (a[i], b[i] as u32);
                    y[i * 6] = x.wrapping_shl(n);
                    y[i * 6 + 1] = x.wrapping_shr(n);
                    y[i * 6 + 2] = x.rotate_left(n & 31);
                    y[i * 6 + 3] = x.rotate_right(n & 31);
                    y[i * 6 + 4] = x << (n & 7);
                    y[i * 6 + 5] = x >> (b[i] & 7);
                }
            }
            #[kernel]
            fn compares(a: &[$t], b: &[$t], y: &mut [bool]) {
                for i in par(0..a.len()) {
                    y[i * 6] = a[i] < b[i];
                    y[i * 6 + 1] = a[i] <= b[i];
                    y[i * 6 + 2] = a[i] == b[i];
                    y[i * 6 + 3] = a[i] != b[i];
                    y[i * 6 + 4] = a[i].wrapping_add(b[i]) > a[i];
                    y[i * 6 + 5] = a[i].wrapping_sub(b[i]) >= b[i];
                }
            }
            #[kernel]
            fn compounds(a: &[$t], b: &[$t], k: $t, y: &mut [$t]) {
                for i in par(0..a.len()) {
                    let mut x: $t = a[i];
                    x += b[i];
                    x *= k;
                    x -= 100;
                    x ^= b[i];
                    x |= 4;
                    x &= !8;
                    x <<= 1;
                    x >>= 2;
                    x /= 3;
                    x %= 19;
                    let mut n = 0;
                    while x > 3 {
                        x -= 3;
                        n += 1;
                    }
                    y[i * 2] = x;
                    y[i * 2 + 1] = n;
                    y[i * 2] += 7;
                }
            }
            #[kernel]
            fn saturating(a: &[$t], b: &[$t], y: &mut [$t], d: &mut [$u]) {
                for i in par(0..a.len()) {
                    y[i * 2] = a[i].saturating_add(b[i]);
                    y[i * 2 + 1] = a[i].saturating_sub(b[i]);
                    d[i] = a[i].abs_diff(b[i]);
                }
            }
            #[kernel]
            fn counts(a: &[$t], y: &mut [u32]) {
                for i in par(0..a.len()) {
                    y[i * 4] = a[i].count_ones();
                    y[i * 4 + 1] = a[i].leading_zeros();
                    y[i * 4 + 2] = a[i].trailing_zeros();
                    y[i * 4 + 3] = (!a[i]).wrapping_neg().count_ones();
                }
            }
            #[kernel]
            fn powers(a: &[$t], b: &[$t], y: &mut [$t]) {
                for i in par(0..a.len()) {
                    y[i] = a[i].wrapping_pow((b[i] & 15) as u32);
                }
            }
            #[kernel]
            fn casts(a: &[$t], f: &mut [f32], n: &mut [i64], back: &mut [$t]) {
                for i in par(0..a.len()) {
                    let x = a[i];
                    f[i] = x as f32 * 0.5;
                    n[i * 4] = x as i64;
                    n[i * 4 + 1] = x as u64 as i64;
                    n[i * 4 + 2] = x as u32 as i64;
                    n[i * 4 + 3] = x as i32 as i64;
                    back[i * 6] = x as u8 as $t;
                    back[i * 6 + 1] = x as i8 as $t;
                    back[i * 6 + 2] = x as u16 as $t;
                    back[i * 6 + 3] = x as i16 as $t;
                    back[i * 6 + 4] = x as usize as $t;
                    back[i * 6 + 5] = (x > 3) as $t;
                }
            }
            #[kernel]
            fn from_floats(f: &[f32], n: &[i64], y: &mut [$t]) {
                for i in par(0..f.len()) {
                    y[i * 3] = f[i] as $t;
                    y[i * 3 + 1] = n[i] as $t;
                    y[i * 3 + 2] = (n[i] as i32) as $t;
                }
            }
            #[kernel]
            fn least(x: &[$t]) -> ($t, usize) {
                let mut best = $t::MAX;
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
            fn reductions(x: &[$t]) -> ($t, $t, $t, $t, $t, $t, $t) {
                let mut s: $t = 3;
                let mut p: $t = 1;
                let mut lo = $t::MAX;
                let mut hi = $t::MIN;
                let mut o: $t = 0;
                let mut n: $t = !0;
                let mut e: $t = 5;
                for i in par(0..x.len()) {
                    s += x[i];
                    p *= x[i] | 1;
                    lo = lo.min(x[i]);
                    hi = hi.max(x[i]);
                    o |= x[i];
                    n &= x[i];
                    e ^= x[i];
                }
                (s, p, lo, hi, o, n, e)
            }
            #[kernel]
            fn counter(to: $t, y: &mut [u32]) {
                for i in par(0..y.len()) {
                    let mut s = 0;
                    for j in 1..to {
                        if j as usize % 3 == i % 3 {
                            s += j as u32;
                        }
                    }
                    y[i] = s;
                }
            }

            fn pairs() -> (Vec<$t>, Vec<$t>) {
                let v: Vec<$t> = $values;
                let all = v.iter().flat_map(|&a| v.iter().map(move |&b| (a, b)));
                all.step_by(stride()).unzip()
            }
            #[test]
            fn every_operation() {
                let (a, b) = pairs();
                let n = a.len();
                let zeros = |k: usize| vec![0 as $t; k * n];
                let (mut y8, mut y4, mut y6, mut bools) = (zeros(8), zeros(4), zeros(6), vec![false; 6 * n]);
                let (mut y2, mut s2, mut dist, mut pw) = (zeros(2), zeros(2), vec![0 as $u; n], zeros(1));
                sums(&a, &b, &mut y8);
                quotients(&a, &b, &mut y4);
                shifts(&a, &b, &mut y6);
                compares(&a, &b, &mut bools);
                compounds(&a, &b, 11, &mut y2);
                saturating(&a, &b, &mut s2, &mut dist);
                powers(&a, &b, &mut pw);
                for d in devices() {
                    let mut z = zeros(8);
                    sums::run(&d, &a, &b, &mut z).unwrap();
                    same(&d, "sums", &y8, &z, |n| n.to_string());
                    let mut z = zeros(4);
                    quotients::run(&d, &a, &b, &mut z).unwrap();
                    same(&d, "quotients", &y4, &z, |n| n.to_string());
                    let mut z = zeros(6);
                    shifts::run(&d, &a, &b, &mut z).unwrap();
                    same(&d, "shifts", &y6, &z, |n| n.to_string());
                    let mut z = vec![false; 6 * n];
                    compares::run(&d, &a, &b, &mut z).unwrap();
                    same(&d, "compares", &bools, &z, |n| n.to_string());
                    let mut z = zeros(2);
                    compounds::run(&d, &a, &b, 11, &mut z).unwrap();
                    same(&d, "compounds", &y2, &z, |n| n.to_string());
                    let (mut z, mut w) = (zeros(2), vec![0 as $u; n]);
                    saturating::run(&d, &a, &b, &mut z, &mut w).unwrap();
                    same(&d, "saturating", &s2, &z, |n| n.to_string());
                    same(&d, "abs_diff", &dist, &w, |n| n.to_string());
                    let mut z = zeros(1);
                    powers::run(&d, &a, &b, &mut z).unwrap();
                    same(&d, "powers", &pw, &z, |n| n.to_string());
                }
            }

            #[test]
            fn every_value() {
                let a: Vec<$t> = $values;
                let n = a.len();
                let (mut c, mut f, mut w, mut back) = (
                    vec![0u32; 4 * n],
                    vec![0f32; n],
                    vec![0i64; 4 * n],
                    vec![0 as $t; 6 * n],
                );
                counts(&a, &mut c);
                casts(&a, &mut f, &mut w, &mut back);
                let total = reductions(&a);
                let mut steps = vec![0; 20];
                counter(120, &mut steps);
                let floats = wild();
                let longs: Vec<i64> = floats
                    .iter()
                    .map(|x| (*x as i64).wrapping_mul(0x1_0001_0101))
                    .collect();
                let mut cut = vec![0 as $t; 3 * floats.len()];
                from_floats(&floats, &longs, &mut cut);
                for d in devices_with(&[ScalarType::I64]) {
                    let (mut c2, mut f2, mut w2, mut back2) = (
                        vec![0u32; 4 * n],
                        vec![0f32; n],
                        vec![0i64; 4 * n],
                        vec![0 as $t; 6 * n],
                    );
                    counts::run(&d, &a, &mut c2).unwrap();
                    same(&d, "counts", &c, &c2, |n| n.to_string());
                    casts::run(&d, &a, &mut f2, &mut w2, &mut back2).unwrap();
                    same(&d, "as f32", &f, &f2, |n| n.to_string());
                    same(&d, "as wider", &w, &w2, |n| n.to_string());
                    same(&d, "as and back", &back, &back2, |n| n.to_string());
                    assert_eq!(
                        total,
                        reductions::run(&d, &a).unwrap(),
                        "reductions on {}",
                        d.name()
                    );
                    assert_eq!(
                        least(&a[3..]),
                        least::run(&d, &a[3..]).unwrap(),
                        "least on {}",
                        d.name()
                    );
                    let mut s = vec![0; 20];
                    counter::run(&d, 120, &mut s).unwrap();
                    same(&d, "counter", &steps, &s, |n| n.to_string());
                    let mut z = vec![0 as $t; 3 * floats.len()];
                    from_floats::run(&d, &floats, &longs, &mut z).unwrap();
                    same(&d, "from floats", &cut, &z, |n| n.to_string());
                }
            }

            #[test]
            fn faults() {
                for d in devices() {
                    let mut y = vec![0 as $t; 4];
                    let e = divides::run(&d, &[4, 1, 0, 2], &mut y).unwrap_err();
                    assert!(e.to_string().contains("division by zero"), "{}: {e}", d.name());
                }
            }
            #[kernel]
            fn divides(x: &[$t], y: &mut [$t]) {
                for i in par(0..x.len()) {
                    y[i] = 100 / x[i];
                }
            }
        }
    };
}

/// Floats around every end of every narrow type.
fn wild() -> Vec<f32> {
    let ends = [
        0.0f32,
        127.0,
        128.0,
        255.0,
        256.0,
        32767.0,
        32768.0,
        65535.0,
        65536.0,
        1e9,
        1e20,
        f32::INFINITY,
    ];
    let mut all = vec![f32::NAN];
    for e in ends {
        for d in [-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5] {
            all.extend([e + d, -(e + d)]);
        }
    }
    all
}

narrow!(byte u8 u8 (0..=u8::MAX).collect());
narrow!(signed_byte i8 u8 (i8::MIN..=i8::MAX).collect());
narrow!(short u16 u16 edges());
narrow!(signed_short i16 u16 edges().into_iter().map(|x: u16| x as i16).collect());

fn edges() -> Vec<u16> {
    let near = [
        0u16, 3, 100, 255, 256, 1000, 0x3fff, 0x7fff, 0x8000, 0x8080, 0xff00, 0xffff,
    ];
    let mut all: Vec<u16> = near
        .iter()
        .flat_map(|x| [x.wrapping_sub(1), *x, x.wrapping_add(1)])
        .collect();
    all.extend((0..60u16).map(|i| i.wrapping_mul(40_503) ^ i << 3));
    all
}
