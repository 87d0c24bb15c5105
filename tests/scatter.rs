//! Scatter-reductions: updates of elements that several iterations share.

mod common;

use hoist::prelude::*;

use common::devices;

#[kernel]
pub fn histogram(keys: &[u8], counts: &mut [u32]) {
    for i in par(0..keys.len()) {
        counts[keys[i] as usize] += 1;
    }
}

#[kernel]
pub fn by_key(keys: &[u32], v: &[i32], sums: &mut [i32], largest: &mut [i32], least: &mut [i64], bits: &mut [u64]) {
    for i in par(0..keys.len()) {
        let k = (keys[i] % 17) as usize;
        if v[i] % 5 != 0 {
            sums[k] -= v[i] * 3;
        }
        largest[k] = largest[k].max(v[i]);
        least[k / 2] = least[k / 2].min(v[i] as i64);
        bits[k] |= 1u64 << (v[i] as u32 % 64);
    }
}

#[kernel]
pub fn narrow(keys: &[u32], v: &[u8], a: &mut [u8], b: &mut [u16], c: &mut [i8], d: &mut [i16], e: &mut [bool]) -> u32 {
    let mut n = 0;
    for i in par(0..keys.len()) {
        let k = (keys[i] % 13) as usize;
        a[k] = a[k].wrapping_add(v[i]);
        b[k] ^= v[i] as u16;
        c[k] = c[k].max(v[i] as i8);
        d[k] = d[k].wrapping_sub(v[i] as i16);
        e[k] |= v[i] > 250;
        n += 1;
    }
    n
}

#[kernel]
pub fn products(keys: &[u32], x: &mut [u64], y: &mut [usize], z: &mut [u32]) {
    for i in par(0..keys.len()) {
        x[keys[i] as usize % 5] *= 3;
        y[keys[i] as usize % 5] += keys[i] as usize;
        z[keys[i] as usize % 5] *= 7;
    }
}

#[kernel]
pub fn float_extremes(keys: &[u32], v: &[f32], lo: &mut [f32], hi: &mut [f64]) {
    for i in par(0..keys.len()) {
        lo[keys[i] as usize % 7] = lo[keys[i] as usize % 7].min(v[i]);
        hi[keys[i] as usize % 7] = hi[keys[i] as usize % 7].max(v[i] as f64);
    }
}

/// The element type is not written here: the sums keep the loop's order.
#[kernel]
pub fn float_sums(keys: &[u32], v: &[f32], out: &mut [f32]) {
    let mut sums = vec![0.25f32; 7];
    for i in par(0..keys.len()) {
        sums[keys[i] as usize % 7] += v[i];
    }
    out.copy_from_slice(&sums);
}

#[kernel(fast)]
pub fn fast_sums(keys: &[u32], v: &[f32], sums: &mut [f32]) {
    for i in par(0..keys.len()) {
        sums[keys[i] as usize % 7] += v[i];
    }
}

/// Each iteration updates its own element: no scatter.
#[kernel]
pub fn in_place(x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] += x[i];
    }
}

#[kernel]
pub fn rows(h: usize, w: usize, x: &[u32], sums: &mut [u32], columns: &mut [u32]) {
    for (y, k) in par((0..h, 0..w)) {
        sums[y] += x[y * w + k];
        columns[k] = columns[k].wrapping_add(x[y * w + k]);
    }
}

const SIZES: [usize; 8] = [0, 1, 7, 8, 17, 65, 4097, 100_003];

fn rough(n: usize, seed: u32) -> Vec<u32> {
    (0..n as u32)
        .map(|i| (i ^ seed).wrapping_mul(0x9e37_79b1) >> 16)
        .collect()
}
/// Whether the call ran; a device without 64-bit atomics says so.
fn ran(device: &Device, result: Result<(), Error>) -> bool {
    match result {
        Ok(()) => true,
        Err(e @ Error::Unsupported { .. }) => {
            assert!(
                device.name().starts_with("wgpu") && e.to_string().contains("updates by index"),
                "{e}"
            );
            false
        }
        Err(e) => panic!("{}: {e}", device.name()),
    }
}

#[test]
fn every_type_and_operation() {
    for device in devices() {
        let small = device.name() == "check";
        for n in SIZES.into_iter().filter(|n| !small || *n < 10_000) {
            let name = device.name();
            let keys = rough(n, 3);
            let bytes: Vec<u8> = rough(n, 5).iter().map(|v| *v as u8).collect();
            let (mut want, mut got) = (vec![5; 256], vec![5; 256]);
            histogram(&bytes, &mut want);
            histogram::run(&device, &bytes, &mut got).expect("it runs");
            assert_eq!(want, got, "{name} {n}");

            let v: Vec<i32> = rough(n, 7).iter().map(|v| *v as i32 - 30_000).collect();
            let (mut a, mut b, mut c, mut d) = (vec![1; 17], vec![-99; 17], vec![99i64; 9], vec![0u64; 17]);
            let (mut e, mut f, mut g, mut h) = (a.clone(), b.clone(), c.clone(), d.clone());
            by_key(&keys, &v, &mut a, &mut b, &mut c, &mut d);
            if ran(&device, by_key::run(&device, &keys, &v, &mut e, &mut f, &mut g, &mut h)) {
                assert_eq!((a, b, c, d), (e, f, g, h), "{name} {n}");
            }

            let mut one = (
                vec![1u8; 13],
                vec![2u16; 13],
                vec![-3i8; 13],
                vec![4i16; 13],
                vec![false; 13],
            );
            let mut two = one.clone();
            let count = narrow(
                &keys, &bytes, &mut one.0, &mut one.1, &mut one.2, &mut one.3, &mut one.4,
            );
            let result = narrow::run(
                &device, &keys, &bytes, &mut two.0, &mut two.1, &mut two.2, &mut two.3, &mut two.4,
            );
            assert_eq!(result.expect("it runs"), count);
            assert_eq!(one, two, "{name} {n}");

            // More factors would overflow, which the plain call panics at.
            let (mut x, mut y, mut z) = (vec![1u64; 5], vec![3usize; 5], vec![1u32; 5]);
            let (mut p, mut q, mut r) = (x.clone(), y.clone(), z.clone());
            if n < 20 {
                products(&keys, &mut x, &mut y, &mut z);
                if ran(&device, products::run(&device, &keys, &mut p, &mut q, &mut r)) {
                    assert_eq!((x, y, z), (p, q, r), "{name} {n}");
                }
            }
        }
    }
}

#[test]
fn floats() {
    for device in devices() {
        for n in [0, 1, 100, 5000] {
            let (keys, name) = (rough(n, 1), device.name());
            let v: Vec<f32> = rough(n, 2).iter().map(|v| *v as f32 * 0.37 - 9000.0).collect();
            let (mut a, mut b) = (vec![0.0f32; 7], vec![0.0f64; 7]);
            let (mut c, mut d) = (a.clone(), b.clone());
            float_extremes(&keys, &v, &mut a, &mut b);
            if ran(&device, float_extremes::run(&device, &keys, &v, &mut c, &mut d)) {
                assert_eq!((a, b), (c, d), "{name} {n}");
            }
            // In the loop's order, one iteration after the other.
            let (mut a, mut b) = (vec![0f32; 7], vec![0f32; 7]);
            float_sums(&keys, &v, &mut a);
            float_sums::run(&device, &keys, &v, &mut b).expect("it runs");
            assert_eq!(a, b, "{name} {n}");
            let e = float_sums::run(&device.strict(), &keys, &v, &mut b);
            if n > 0 {
                assert!(e.expect_err("it is serial").to_string().contains("loop's order"));
            }
            let mut c = vec![0.25f32; 7];
            fast_sums::run(&device, &keys, &v, &mut c).expect("it runs");
            for (a, c) in a.iter().zip(&c) {
                assert!(
                    (a - c).abs() <= n as f32 * 1e-3 * (1.0 + a.abs()),
                    "{name} {n}: {a} {c}"
                );
            }
        }
    }
}

#[test]
fn an_element_of_its_own_is_no_scatter() {
    assert!(!in_place::explain().contains("scatter"), "{}", in_place::explain());
    let text = rows::explain();
    assert!(text.contains("scatter: each element of `sums` is a sum"), "{text}");
    for device in devices() {
        for (h, w) in [(0, 3), (1, 1), (5, 64), (70, 33)] {
            let x = rough(h * w, 8);
            let (mut a, mut b, mut c, mut d) = (vec![0; h], vec![0; w], vec![0; h], vec![0; w]);
            rows(h, w, &x, &mut a, &mut b);
            rows::run(&device, h, w, &x, &mut c, &mut d).expect("it runs");
            assert_eq!((a, b), (c, d), "{} {h}x{w}", device.name());
        }
    }
}

#[test]
fn an_index_out_of_bounds() {
    for device in devices() {
        let keys: Vec<u8> = (0..200).collect();
        let mut counts = vec![0u32; 150];
        let e = histogram::run(&device, &keys, &mut counts).expect_err("150 is beyond");
        let Error::Fault(fault) = e else { panic!("{e}") };
        assert!(
            fault.text == "counts" && fault.len == 150 && fault.index >= 150,
            "{fault}"
        );
        if device.name().starts_with("cpu") {
            assert_eq!((fault.index, fault.iteration[0].1), (150, 150), "{fault}");
        }
    }
}

/// A scan goes through its loop in another way than other loops, on all threads too.
#[kernel]
pub fn beside_a_scan(x: &[u32], y: &mut [u32], counts: &mut [u32], most: &mut [u32]) -> u32 {
    let mut t = 0u32;
    for i in par(0..x.len()) {
        t = t.wrapping_add(x[i]);
        y[i] = t;
        counts[(x[i] % 16) as usize] += 1;
        most[(x[i] % 5) as usize] = most[(x[i] % 5) as usize].max(t);
    }
    t
}

#[test]
fn updates_beside_a_scan() {
    for n in [1, 100, 300_000] {
        let x = rough(n, 7);
        let (mut y, mut c, mut m) = (vec![0; n], vec![3; 16], vec![9; 5]);
        let t = beside_a_scan(&x, &mut y, &mut c, &mut m);
        for d in devices()
            .into_iter()
            .filter(|d| n < 1000 || d.name().starts_with("cpu"))
        {
            let (mut dy, mut dc, mut dm) = (vec![0; n], vec![3; 16], vec![9; 5]);
            let dt = beside_a_scan::run(&d, &x, &mut dy, &mut dc, &mut dm).unwrap();
            assert!((dt, dy) == (t, y.clone()), "{}, {n}", d.name());
            assert_eq!((&dc, &dm), (&c, &m), "{}, {n}", d.name());
        }
    }
}
