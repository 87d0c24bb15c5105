//! Arrays that a body declares, constant tables, and arrays of device functions.

#![allow(
    clippy::manual_memcpy,
    clippy::manual_is_multiple_of,
    clippy::needless_range_loop,
    clippy::explicit_counter_loop,
    reason = "kernels are written as loops over indexes"
)]

mod common;

use hoist::prelude::*;
use hoist::{FaultKind, f16};

use common::devices;

/// A polynomial whose coefficients are in an array, and a counted loop over them.
#[kernel]
pub fn horner(x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        let c = [0.5f32, -1.25, 3.0, x[i] * 0.125];
        let mut s = 0.0;
        for k in 0..c.len() {
            s = s * x[i] + c[k];
        }
        y[i] = s;
    }
}

/// The five values around one, sorted by insertion: indexes that differ between iterations, a `while` that they end.
#[kernel]
pub fn median5(x: &[i32], y: &mut [i32]) {
    for i in par(2..x.len() - 2) {
        let mut v = [0i32; 5];
        for k in 0..5 {
            v[k] = x[i + k - 2];
        }
        for k in 1..5 {
            let key = v[k];
            let mut j = k;
            while j > 0 && v[j - 1] > key {
                v[j] = v[j - 1];
                j -= 1;
            }
            v[j] = key;
        }
        y[i] = v[2];
    }
}

/// A histogram of each iteration's own.
#[kernel]
pub fn mode(x: &[u8], y: &mut [u32]) {
    for i in par(0..y.len()) {
        let mut count = [0u32; 16];
        for k in 0..48 {
            count[(x[i * 48 + k] % 16) as usize] += 1;
        }
        let mut best = 0;
        for k in 1..16 {
            if count[k] > count[best] {
                best = k;
            }
        }
        y[i] = best as u32 * 1000 + count[best];
    }
}

const SHIFTS: [u32; 4] = [7, 12, 17, 22];
static WEIGHTS: [f32; 5] = [0.0625, -0.25, f32::INFINITY, 0.25, -0.0];
mod tables {
    pub const SQUARE: [[i64; 3]; 3] = [[1, -2, 1 << 40], [-2, 4, -2], [1, -2, i64::MIN]];
    pub const SLICE: &[u8] = &[3, 1, 4, 1, 5, 9];
}

/// Constant tables at indexes that all iterations share, and at ones of their own.
#[kernel]
pub fn tabled(k: &[usize], a: &mut [u32], b: &mut [f32], c: &mut [i64]) {
    for i in par(0..k.len()) {
        let mut h = k[i] as u32 + 1;
        for r in 0..8 {
            h = h.rotate_left(SHIFTS[r % 4]) ^ (h >> SHIFTS[(k[i] + r) % 4]);
        }
        a[i] = h + tables::SLICE[k[i] % tables::SLICE.len()] as u32;
        b[i] = WEIGHTS[k[i] % 5];
        c[i] = tables::SQUARE[k[i] % 3][(k[i] / 3) % 3] + tables::SQUARE[2][i % 3];
    }
}

/// Rows of rows: small matrices, multiplied.
#[kernel]
pub fn matrices(a: &[f64], b: &[f64], c: &mut [f64]) {
    for i in par(0..c.len() / 9) {
        let (mut p, mut q) = ([[0.0f64; 3]; 3], [[0.0; 3]; 3]);
        for r in 0..3 {
            for s in 0..3 {
                p[r][s] = a[i * 9 + r * 3 + s];
                q[r][s] = b[i * 9 + s * 3 + r];
            }
        }
        let mut t = [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, a[0]]];
        for r in 0..3 {
            for s in 0..3 {
                for k in 0..3 {
                    t[r][s] += p[r][k] * q[k][s];
                }
            }
        }
        for r in 0..3 {
            for s in 0..3 {
                c[i * 9 + r * 3 + s] = t[r][s];
            }
        }
    }
}

#[device]
fn rotate<const N: usize>(a: &mut [u32; N], by: u32) {
    let last = a[N - 1];
    for k in 1..N {
        a[N - k] = a[N - 1 - k] ^ by;
    }
    a[0] = last;
}

/// Changes an array of its own.
#[device]
fn folded(mut a: [u32; 6], start: u32) -> u32 {
    let mut s = start;
    for k in 0..6 {
        a[k] = a[k].rotate_left(k as u32 + s % 5);
        s ^= a[k];
    }
    s
}

#[device]
fn least(a: &[u32; 6]) -> u32 {
    let mut m = a[0];
    for k in 1..6 {
        m = m.min(a[k]);
    }
    m
}

/// Arrays given to device functions, some of them in a branch; copies, and assignments of whole arrays.
#[kernel]
pub fn passed(x: &[u32], y: &mut [u32]) {
    for i in par(0..y.len()) {
        let mut a: [u32; 6] = [x[i], x[i] + 1, 5, 7, 11, i as u32];
        let before = a;
        if x[i] % 3 == 0 {
            rotate(&mut a, x[i]);
        } else if x[i] % 3 == 1 {
            a = [x[i] >> 1; 6];
            a[(x[i] % 6) as usize] *= 3;
        }
        let mut b = a;
        rotate(&mut b, 9);
        if x[i] % 5 == 4 {
            b = before;
        }
        let f = folded(a, x[i]);
        a = b;
        // A loop over an array goes over it as it was.
        let mut turned = before;
        for v in turned {
            turned[5] = turned[5].wrapping_mul(3) + v % 1000;
            turned[(v % 6) as usize] += 1;
        }
        a[1] ^= turned[5] & 0xffff;
        let mut odd = 0;
        for v in before {
            odd += v % 2;
        }
        for v in a.iter() {
            odd = odd * 2 + *v % 2;
        }
        y[i] = f + least(&a) + before[i % 6] + a[5] + odd;
    }
}

/// Every type, in lanes that end their loop at different times.
#[kernel]
pub fn kinds(x: &[u8], y: &mut [u32]) {
    'each: for i in par(0..y.len()) {
        let mut bytes = [x[i]; 3];
        let mut shorts = [-1i16; 3];
        let mut halves = [f16::from_f32(0.5); 3];
        let mut flags = [false; 3];
        let mut wide = [u64::MAX; 3];
        let mut n = 0;
        loop {
            let k = n % 3;
            bytes[k] = bytes[k].wrapping_mul(7) + 1;
            if bytes[k] % 11 == 3 {
                continue 'each;
            }
            shorts[k] -= bytes[k] as i16 * 300;
            flags[k] = !flags[(k + 1) % 3];
            halves[k] += f16::from_f32(bytes[k] as f32);
            wide[k] -= (shorts[k] as u64) << 20;
            n += 1;
            if n > (x[i] % 13) as usize {
                break;
            }
        }
        let mut s = 0u32;
        for k in 0..3 {
            s = s * 31 + bytes[k] as u32 + shorts[k] as u32 + flags[k] as u32;
            s ^= (wide[k] >> 17) as u32 + halves[k].to_f32() as u32;
        }
        y[i] = s;
    }
}

/// An array's length as a bound of a loop that stores.
#[kernel]
pub fn spread(x: &[f32], y: &mut [f32]) {
    for i in par(0..x.len()) {
        let c = [x[i], -x[i], 0.5];
        for k in 0..c.len() {
            y[i * 3 + k] = c[c.len() - 1 - k];
        }
    }
}

#[device]
fn shift(a: &mut [f32; 3], by: f32) -> f32 {
    for k in 0..3 {
        a[k] += by;
    }
    a[0]
}

/// What a scan adds comes from an array, which stores in a loop, in a branch and a device function make.
#[kernel]
pub fn scanned(x: &[f32], y: &mut [f32]) -> f32 {
    let mut t = 0.0;
    for i in par(0..y.len()) {
        let mut w = [0.0f32; 3];
        for k in 0..3 {
            w[k] = x[i + k];
        }
        let mut v = w;
        if x[i] > 4.0 {
            v[1] = 3.0;
            shift(&mut v, 1.0);
        }
        let z = shift(&mut w, 0.5);
        t += w[0] + v[2] + v[1];
        y[i] = t + z;
    }
    t
}

/// Arrays of the host part, which loops read.
#[kernel]
pub fn given(k: f32, x: &[f32], y: &mut [f32]) {
    let mut w = [0.5f32, 0.25, k];
    let rows = [[1.0f32, -1.0], [k, k * 0.5], [0.0, 8.0]];
    for sweep in 0..2 {
        w[sweep] += k;
        for i in par(0..y.len()) {
            let (mut s, other, table) = (0.0, w, rows);
            for v in w {
                s = s * x[i] + v + other[2] * table[1][i % 2];
            }
            y[i] = w[i % 3] * x[i] + w[1] + s + rows[i % 3][(i / 3) % 2];
        }
    }
}

#[device]
fn both(x: f32) -> (f32, u32, bool) {
    (x * 2.0, x as u32, x > 1.0)
}

/// Tuple variables: parts that are assigned, of tuples in tuples, of what a device function gives back, and reduced.
#[kernel]
pub fn tuples(x: &[f32], y: &mut [f32]) -> (f32, u32) {
    let mut all = (0.0f32, 0);
    for i in par(0..y.len()) {
        let mut p = (0.0, 1);
        p.0 += x[i];
        p.1 += 3;
        let q = p;
        (p.1, p.0) = (q.1 + 1, q.0 * 2.0);
        let f = both(p.0);
        if f.2 {
            p = (f.0, f.1);
        }
        let mut n = ((1.0, 2u32), p.0);
        while n.0.1 < 9 {
            n.0.1 += 2;
            n.0 = (n.0.0 * 2.0, n.0.1);
        }
        let mut r = both(x[i]);
        if r.2 {
            r.1 += n.0.1;
        }
        let (mut fast, mut slow) = (x[i], 1.0);
        for _ in 0..3 {
            (slow, fast) = (fast, fast + slow);
        }
        y[i] = p.0 + p.1 as f32 + n.0.0 + n.1 + r.1 as f32 + fast;
        all.0 += x[i];
        all.1 += p.1;
    }
    all
}

/// Out of bounds where the data says so.
#[kernel]
pub fn picks(k: &[usize], y: &mut [f32]) {
    for i in par(0..y.len()) {
        let mut a = [[1.0f32, 2.0, 3.0], [4.0, 5.0, 6.0]];
        a[1][0] = 7.0;
        y[i] = a[k[i] / 10][k[i] % 10];
    }
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, d: &Device, got: &[T], want: &[T]) {
    let first = got.iter().zip(want).position(|(a, b)| a != b);
    if let Some(at) = first {
        panic!("{what} on {}: {:?}, not {:?}, at {at}", d.name(), got[at], want[at]);
    }
}

fn inputs(n: usize) -> Vec<u32> {
    (0..n as u32).map(|i| (i * 2654435761) >> 9).collect()
}

#[test]
fn arrays_of_an_iteration() {
    for n in [0, 1, 7, 16, 33, 1000] {
        let x: Vec<f32> = inputs(n).iter().map(|&v| v as f32 * 1e-6 - 1.5).collect();
        let k: Vec<i32> = inputs(n + 4).iter().map(|&v| v as i32 % 1000 - 500).collect();
        let bytes: Vec<u8> = inputs(n * 48).iter().map(|&v| (v >> 3) as u8).collect();
        let u = inputs(n);
        let (mut y, mut m, mut c, mut p) = (vec![0.0; n], vec![0; n + 4], vec![0; n], vec![0; n]);
        horner(&x, &mut y);
        median5(&k, &mut m);
        mode(&bytes, &mut c);
        passed(&u, &mut p);
        for d in devices() {
            let (mut gy, mut gm, mut gc, mut gp) = (vec![0.0; n], vec![0; n + 4], vec![0; n], vec![0; n]);
            horner::run(&d, &x, &mut gy).unwrap();
            median5::run(&d, &k, &mut gm).unwrap();
            mode::run(&d, &bytes, &mut gc).unwrap();
            passed::run(&d, &u, &mut gp).unwrap();
            same("horner", &d, &gy, &y);
            same("median5", &d, &gm, &m);
            same("mode", &d, &gc, &c);
            same("passed", &d, &gp, &p);
        }
    }
}

#[test]
fn an_array_is_as_long_as_a_loop() {
    let x: Vec<f32> = inputs(100).iter().map(|&v| v as f32).collect();
    let mut y = vec![0.0; 300];
    spread(&x, &mut y);
    for d in devices() {
        let mut g = vec![0.0; 300];
        spread::run(&d, &x, &mut g).unwrap();
        same("spread", &d, &g, &y);
    }
}

#[test]
fn arrays_and_tuples_across_a_loop() {
    let x: Vec<f32> = (0..103).map(|i| (i % 13) as f32).collect();
    let (mut y, mut z, mut w) = (vec![0.0; 101], vec![0.0; 101], vec![0.0; 101]);
    let t = scanned(&x, &mut y);
    given(0.125, &x, &mut z);
    let r = tuples(&x, &mut w);
    for d in devices() {
        let mut g = vec![0.0; 101];
        assert_eq!(scanned::run(&d, &x, &mut g).unwrap(), t, "{}", d.name());
        same("scanned", &d, &g, &y);
        given::run(&d, 0.125, &x, &mut g).unwrap();
        same("given", &d, &g, &z);
        assert_eq!(tuples::run(&d, &x, &mut g).unwrap(), r, "{}", d.name());
        same("tuples", &d, &g, &w);
    }
}

#[test]
fn constant_tables() {
    let n = 300;
    let k: Vec<usize> = inputs(n).iter().map(|&v| v as usize).collect();
    let (mut a, mut b, mut c) = (vec![0; n], vec![0.0; n], vec![0; n]);
    tabled(&k, &mut a, &mut b, &mut c);
    let bits = |b: &[f32]| b.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
    for d in devices() {
        let (mut ga, mut gb, mut gc) = (vec![0; n], vec![0.0; n], vec![0; n]);
        tabled::run(&d, &k, &mut ga, &mut gb, &mut gc).unwrap();
        same("a", &d, &ga, &a);
        same("b", &d, &bits(&gb), &bits(&b));
        same("c", &d, &gc, &c);
    }
}

#[test]
fn rows_of_rows() {
    let n = 9 * 41;
    let a: Vec<f64> = inputs(n).iter().map(|&v| f64::from(v) / 777.0).collect();
    let b: Vec<f64> = a.iter().map(|v| 1.0 / (v + 1.0)).collect();
    let mut c = vec![0.0; n];
    matrices(&a, &b, &mut c);
    for d in devices() {
        let mut g = vec![0.0; n];
        matrices::run(&d, &a, &b, &mut g).unwrap();
        same("matrices", &d, &g, &c);
    }
}

#[test]
fn every_type() {
    let x: Vec<u8> = (0..=255).collect();
    let mut y = vec![9; 256];
    kinds(&x, &mut y);
    for d in devices() {
        let mut g = vec![9; 256];
        kinds::run(&d, &x, &mut g).unwrap();
        same("kinds", &d, &g, &y);
    }
}

#[test]
fn faults_name_the_dimension() {
    for (bad, index, len) in [(13, 3, 3), (29, 2, 2), (45, 4, 2)] {
        let mut k: Vec<usize> = (0..100).map(|i| i % 2 * 10 + i % 3).collect();
        let mut want = vec![0.0; 100];
        picks(&k, &mut want);
        for d in devices() {
            let mut y = vec![0.0; 100];
            picks::run(&d, &k, &mut y).unwrap();
            same("picks", &d, &y, &want);
        }
        (k[70], k[77]) = (bad, bad);
        for d in devices() {
            let mut y = vec![0.0; 100];
            let Err(fault) = picks::run(&d, &k, &mut y) else {
                panic!("no fault of {bad} on {}", d.name());
            };
            let Error::Fault(fault) = fault else {
                panic!("on {}: {fault}", d.name());
            };
            assert_eq!(fault.kind, FaultKind::OutOfBounds, "on {}", d.name());
            assert_eq!((fault.index, fault.len), (index, len), "on {}", d.name());
            let at = fault.iteration[0].1;
            let first = at == 70 || at == 77 && !d.name().starts_with("cpu");
            assert!(first, "on {}: {fault}", d.name());
        }
    }
}

const FACTORS: [f32; 4] = [0.0, 1.5, -0.0, -2.0];
const WIDE: [f64; 2] = [0.0, 0.5];

/// Tables with zeros in them, under names that are words of Rust.
#[kernel]
pub fn zeros(r#type: &[f32], r#match: &mut [f32], r#loop: &mut [f64]) {
    for r#in in par(0..r#match.len()) {
        let r#fn = r#type[r#in];
        r#match[r#in] = r#fn * FACTORS[r#in % 4] + FACTORS[(r#in + 1) % 4];
        r#loop[r#in] = WIDE[r#in % 2];
    }
}

#[test]
fn tables_hold_zeros() {
    let x: Vec<f32> = (0..100)
        .map(|i| if i == 9 { f32::INFINITY } else { i as f32 - 50.0 })
        .collect();
    let (mut want, mut wide) = (vec![9.0; 100], vec![9.0; 100]);
    zeros(&x, &mut want, &mut wide);
    for d in devices() {
        let (mut y, mut z) = (vec![9.0; 100], vec![9.0; 100]);
        match zeros::run(&d, &x, &mut y, &mut z) {
            Err(Error::Unsupported { what, .. }) if what.contains("f64") => continue,
            other => other.unwrap(),
        }
        same("zeros", &d, &y, &want);
        assert_eq!(z, wide, "on {}", d.name());
    }
}
