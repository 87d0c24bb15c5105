//! Groups that fault, and groups whose iterations meet for some arguments.

mod common;

use hoist::prelude::*;
use hoist::{Error, FaultKind};

use common::devices;

/// Rows of `n` items, `w` apart: where `n` is larger they overlap, and so do items where `s` is 0.
#[kernel]
pub fn overlapping(w: usize, n: usize, s: usize, x: &[f32], y: &mut [f32], sums: &mut [f32]) {
    for i in par(0..sums.len()) {
        let mut sum = 0.0f32;
        for t in par(0..n) {
            y[i * w + t * s] = x[t] + 0.5 * y[i * w + t * s];
            sum += x[t] * i as f32;
        }
        sums[i] = sum;
    }
}

/// One item of a group is out of bounds before the others wait for it, in a loop that only that item would end.
#[kernel]
pub fn one_out(at: &[usize], x: &[f32], y: &mut [f32]) {
    for g in par(0..at.len()) {
        let mut v = [0.0f32; 100];
        let mut left = 1.0f32;
        while left > 0.0 {
            for t in par(0..100) {
                v[t] = if t % 40 == 33 { x[at[g] + t] } else { 1.0 };
            }
            left = 0.0;
            for t in par(0..100) {
                left += v[99 - t] - 1.0;
            }
        }
        for t in par(0..100) {
            y[g * 100 + t] = v[t];
        }
    }
}

/// Of the items that fault, the first in the loop's order is in bounds where a later one is not.
#[kernel]
pub fn two_places(n: usize, x: &[u32], y: &mut [u32]) {
    for g in par(0..n) {
        for t in par(0..40) {
            let from = if t >= 12 { x[x.len() + t] } else { 7 };
            y[g * 40 + t] = from / (if t == 5 { 0 } else { 1 });
        }
    }
}

/// A shared array out of bounds, an assertion of the group, a division by zero of an item.
#[kernel]
pub fn faults(what: usize, g0: usize, y: &mut [u32]) {
    for g in par(0..y.len() / 64) {
        let mut v = [0u32; 64];
        let off = if g >= g0 { what } else { 0 };
        let shift = if off == 1 { 14 } else { 0 };
        for t in par(0..64) {
            v[t + shift] = 1000 / (if off == 2 && t == 7 { 0 } else { t as u32 + 1 });
        }
        assert!(off != 3, "three");
        let last = v[if off == 4 { 64 } else { 63 }];
        for t in par(0..64) {
            y[g * 64 + t] = v[63 - t] + last;
        }
    }
}

/// Blocks of a matrix, of which the last ones hang over: what tells items apart is a condition that names the group.
#[kernel]
pub fn blocks(n: usize, y: &mut [u32]) {
    for (bi, bj) in par((0..n.div_ceil(4), 0..n.div_ceil(32))) {
        for (r, c) in par((0..4, 0..32)) {
            let (i, j) = (bi * 4 + r, bj * 32 + c);
            if i < n && j < n {
                y[i * n + j] += (r * 100 + c) as u32;
            }
        }
    }
}

/// A stride of the host's in a shared array, where items meet if it is 0; in `y` they don't.
#[kernel]
pub fn strided(s: usize, y: &mut [u32]) {
    for g in par(0..y.len() / 16) {
        let mut v = [0u32; 64];
        for t in par(0..16) {
            v[t * s] = v[t * s] * 3 + t as u32;
            y[g * 16 + t] = 1;
        }
        for t in par(0..16) {
            y[g * 16 + t] += v[t] + v[0];
        }
    }
}

/// Sums by index in a shared array, which items share where there are more than 32.
#[kernel]
pub fn folded(x: &[u32], w: usize, y: &mut [u32]) {
    for g in par(0..y.len() / 32) {
        let mut part = [0u32; 32];
        for k in par(0..w) {
            part[k % 32] += x[g * w + k];
        }
        for k in par(0..32) {
            y[g * 32 + k] = part[k];
        }
    }
}

#[test]
fn sums_by_index_in_a_shared_array() {
    let x: Vec<u32> = (0..500).map(|i| i * i % 1013).collect();
    for w in [0, 5, 32, 33, 100] {
        let mut wanted = vec![7; 160];
        folded(&x, w, &mut wanted);
        for d in devices() {
            let mut y = vec![7; 160];
            folded::run(&d, &x, w, &mut y).unwrap();
            assert_eq!(y, wanted, "{}, {w}", d.name());
        }
    }
}

fn floats(n: usize) -> Vec<f32> {
    (0..n).map(|i| ((i * 7919 + 13) % 1009) as f32 / 504.5 - 1.0).collect()
}

#[test]
fn loops_that_are_not_parallel_for_these_arguments_run_in_order() {
    for (w, n, s) in [(70, 70, 1), (10, 70, 1), (70, 70, 0), (0, 33, 2)] {
        let x = floats(n);
        let len = 3 * w + n * s + 1;
        let mut sums: Option<Vec<f32>> = None;
        let (mut plain, mut plain_sums) = (floats(len), vec![0.0; 4]);
        overlapping(w, n, s, &x, &mut plain, &mut plain_sums);
        for d in devices() {
            let (mut y, mut z) = (floats(len), vec![0.0; 4]);
            overlapping::run(&d, w, n, s, &x, &mut y, &mut z).unwrap();
            assert_eq!(y, plain, "{}, {w} {n} {s}", d.name());
            match &sums {
                None => sums = Some(z),
                Some(sums) => assert_eq!(&z, sums, "{}, {w} {n} {s}", d.name()),
            }
            let strict = d.strict();
            let parallel = s == 1 && n <= w;
            let refused = overlapping::run(&strict, w, n, s, &x, &mut y, &mut vec![0.0; 4]);
            match refused {
                Ok(()) => assert!(parallel, "{}", d.name()),
                Err(e) => assert!(!parallel && matches!(e, Error::NotParallel { .. }), "{}: {e}", d.name()),
            }
        }
    }
}

#[test]
fn a_fault_ends_its_group_and_the_device_goes_on() {
    let x = vec![1.0; 1000];
    for d in devices() {
        let at = [0, 40, 950, 3, 2000];
        let mut y = vec![0.0; 500];
        let e = one_out::run(&d, &at, &x, &mut y).unwrap_err();
        let Error::Fault(f) = &e else {
            panic!("{}: {e}", d.name())
        };
        assert_eq!(
            (f.kind, f.len, f.text),
            (FaultKind::OutOfBounds, 1000, "x"),
            "{}: {e}",
            d.name()
        );
        let g = f.iteration[0].1 as usize;
        assert!(
            [2, 4].contains(&g) && [33, 73].map(|t| (at[g] + t) as u64).contains(&f.index),
            "{}: {e}",
            d.name()
        );
        if d.name().starts_with("cpu") || d.name() == "check" {
            assert_eq!((g, f.index), (2, 1023), "{}: {e}", d.name());
        }
        let at = [0, 40, 20, 3, 900];
        one_out::run(&d, &at, &x, &mut y).unwrap();
        assert!(y.iter().all(|y| *y == 1.0), "{}", d.name());
    }
}

#[test]
fn faults_of_groups_and_items_name_their_place() {
    let line = line!() as u64;
    let kernel = include_str!("group_faults.rs")
        .lines()
        .position(|l| l.contains("pub fn faults"))
        .unwrap() as u64
        + 1;
    assert!(kernel < line);
    for d in devices() {
        let expected = [
            (1, FaultKind::OutOfBounds, 64, 64, kernel + 6, "v"),
            (2, FaultKind::DivisionByZero, 0, 0, kernel + 6, ""),
            (3, FaultKind::Assert, 0, 0, kernel + 8, "three"),
            (4, FaultKind::OutOfBounds, 64, 64, kernel + 9, "v"),
        ];
        for (what, kind, index, len, line, text) in expected {
            let mut y = vec![7; 640];
            let e = faults::run(&d, what, 3, &mut y).unwrap_err();
            let Error::Fault(f) = &e else {
                panic!("{}: {e}", d.name())
            };
            assert_eq!(
                (f.kind, f.len, u64::from(f.line)),
                (kind, len, line),
                "{}: {e}",
                d.name()
            );
            assert!(text.is_empty() || f.text == text, "{}: {e}", d.name());
            if d.name().starts_with("cpu") || d.name() == "check" {
                assert_eq!((f.index, f.iteration[0].1), (index, 3), "{}: {e}", d.name());
            }
            let mut y = vec![7; 640];
            faults::run(&d, what, 10, &mut y).unwrap();
            assert_eq!(y[0], 1000 / 64 + 1000 / 64, "{}", d.name());
        }
    }
}

#[test]
fn the_first_item_s_fault_counts_on_a_cpu() {
    for d in devices() {
        let e = two_places::run(&d, 3, &[1, 2, 3], &mut [0; 120]).unwrap_err();
        let Error::Fault(f) = &e else {
            panic!("{}: {e}", d.name())
        };
        if d.name().starts_with("cpu") || d.name() == "check" {
            assert_eq!(
                (f.kind, f.iteration[0].1),
                (FaultKind::DivisionByZero, 0),
                "{}: {e}",
                d.name()
            );
        }
    }
}

#[test]
fn what_the_groups_tell_apart_needs_no_order() {
    for n in [1, 3, 17, 32, 33, 70] {
        let mut plain = vec![5; n * n];
        blocks(n, &mut plain);
        for d in devices() {
            let mut y = vec![5; n * n];
            blocks::run(&d.strict(), n, &mut y).unwrap();
            assert_eq!(y, plain, "{}, {n}", d.name());
        }
    }
    for s in 0..4 {
        let mut plain = vec![0; 64];
        strided(s, &mut plain);
        for d in devices() {
            let mut y = vec![0; 64];
            strided::run(&d, s, &mut y).unwrap();
            assert_eq!(y, plain, "{}, {s}", d.name());
            let refused = strided::run(&d.strict(), s, &mut y);
            assert_eq!(refused.is_err(), s == 0, "{}, {s}", d.name());
        }
    }
}
