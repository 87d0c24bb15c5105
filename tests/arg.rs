//! Arg-reductions: the best value and its iteration, with the ties and the NaN of the sequential loop.

mod common;

use hoist::prelude::*;

use common::devices;

#[kernel]
pub fn first_smallest(x: &[f32], start: f32) -> (f32, usize) {
    let mut best = start;
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
pub fn last_largest(x: &[i64]) -> (i64, usize, i64) {
    let mut most = i64::MIN;
    let mut at = 0;
    let mut twice = -1;
    for i in par((3..x.len()).step_by(2)) {
        let v = x[i] % 10;
        if most <= v {
            at = i;
            twice = x[i] + x[i];
            most = v;
        }
    }
    (most, at, twice)
}

#[kernel]
pub fn guarded(x: &[f64], keep: &[bool], limit: u32) -> (f64, u32, f64, i32) {
    let mut best = f64::INFINITY;
    let mut at = 0u32;
    let mut sum = 0.0;
    let mut count = 0;
    for i in par(0..keep.len()) {
        sum += 1.0;
        if keep[i] && (i as u32) < limit && best > x[i] {
            best = x[i];
            at = i as u32;
        }
        if i % 3 == 0 {
            count += 1;
        }
    }
    (best, at, sum, count)
}

#[kernel]
pub fn in_a_plane(h: usize, w: usize, x: &[u32]) -> (u32, usize, usize, u32) {
    let mut least = u32::MAX;
    let mut row = 0;
    let mut col = 0;
    let mut most = 0;
    for (y, k) in par((0..h, 0..w)) {
        if x[y * w + k] <= least {
            least = x[y * w + k];
            row = y;
            col = k;
        }
        if x[y * w + k] > most {
            most = x[y * w + k];
        }
    }
    (least, row, col, most)
}

#[kernel]
pub fn in_a_loop(x: &[i32], m: usize) -> (i32, usize) {
    let mut best = 0;
    let mut at = 0;
    for i in par(0..x.len()) {
        let mut s = 0i32;
        for j in 0..m {
            s = s.wrapping_mul(31) ^ x[(i + j) % x.len()];
        }
        if s % 7 != 0 {
            let key = s % 1000;
            if key > best {
                best = key;
                at = i;
            }
        }
    }
    (best, at)
}

const SIZES: [usize; 12] = [0, 1, 3, 4, 7, 8, 15, 17, 65, 4097, 8193, 100_003];

fn rough(n: usize, seed: u32) -> impl Iterator<Item = u32> {
    (0..n as u32).map(move |i| (i ^ seed).wrapping_mul(0x9e37_79b1) >> 20)
}

#[test]
fn ties_and_order_are_the_loops() {
    for device in devices() {
        let small = device.name() == "check";
        for n in SIZES.into_iter().filter(|n| !small || *n < 10_000) {
            let x: Vec<f32> = rough(n, 5).map(|v| (v % 37) as f32 - 18.0).collect();
            assert_eq!(
                first_smallest::run(&device, &x, 100.0).expect("it runs"),
                first_smallest(&x, 100.0),
                "{} {n}",
                device.name()
            );
            let k: Vec<i64> = rough(n, 9).map(|v| i64::from(v) - 2000).collect();
            assert_eq!(
                last_largest::run(&device, &k).expect("it runs"),
                last_largest(&k),
                "{} {n}",
                device.name()
            );
            let keep: Vec<bool> = rough(n, 1).map(|v| v % 3 == 0).collect();
            let d: Vec<f64> = rough(n, 2).map(|v| f64::from(v % 100)).collect();
            let limit = (n as u32).saturating_sub(3);
            assert_eq!(
                guarded::run(&device, &d, &keep, limit).expect("it runs"),
                guarded(&d, &keep, limit),
                "{} {n}",
                device.name()
            );
            let m: Vec<i32> = rough(n, 3).map(|v| v as i32 - 900).collect();
            assert_eq!(
                in_a_loop::run(&device, &m, 3).expect("it runs"),
                in_a_loop(&m, 3),
                "{} {n}",
                device.name()
            );
        }
        for (h, w) in [(0, 5), (1, 1), (7, 13), (70, 65), (3, 5000)] {
            let x: Vec<u32> = rough(h * w, 4).map(|v| v % 50 + 3).collect();
            assert_eq!(
                in_a_plane::run(&device, h, w, &x).expect("it runs"),
                in_a_plane(h, w, &x),
                "{} {h}x{w}",
                device.name()
            );
        }
    }
}

#[test]
fn special_numbers() {
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    let rows: [&[f32]; 7] = [
        &[nan, nan, nan],
        &[nan, 3.0, nan, 2.0, nan],
        &[inf, inf],
        &[-inf, -inf, nan],
        &[0.0, -0.0, 0.0],
        &[-0.0, 0.0],
        &[1.0, nan, 1.0],
    ];
    for device in devices() {
        for row in rows {
            for start in [nan, inf, -inf, 0.0, 5.0] {
                let long: Vec<f32> = row.iter().copied().cycle().take(row.len() * 40).collect();
                for x in [row, &long[..]] {
                    let (want, got) = (
                        first_smallest(x, start),
                        first_smallest::run(&device, x, start).expect("it runs"),
                    );
                    assert_eq!(
                        (want.0.to_bits(), want.1),
                        (got.0.to_bits(), got.1),
                        "{} {row:?} {start}",
                        device.name()
                    );
                }
            }
        }
    }
}

#[test]
fn what_explain_says() {
    let text = first_smallest::explain();
    assert!(
        text.contains("reduction: `best` is the first smallest value, with `at` of its iteration"),
        "{text}"
    );
    let text = in_a_plane::explain();
    assert!(
        text.contains("`least` is the last smallest value, with `row`, `col`"),
        "{text}"
    );
    assert!(text.contains("`most` is the first largest value"), "{text}");
}
