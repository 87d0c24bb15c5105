//! Each way in which a kernel reaches memory, once, at sizes that an interpreter of Rust has time for: `cargo xtask miri`
//! runs these under Miri, which sees what is undefined and what races.

#![allow(
    clippy::assign_op_pattern,
    clippy::needless_range_loop,
    reason = "kernels are written as loops over indexes, like their formulas"
)]

mod common;

use hoist::prelude::*;

#[kernel]
pub fn saxpy(a: f32, x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = a * x[i] + y[i];
    }
}

/// Neighbours, scratch, a swap of slices, a reduction that ends the sweeps, an element of the host's.
#[kernel]
pub fn smooth(x: &mut [f64], other: &mut [f64]) -> usize {
    let n = x.len();
    let mut sweeps = 0;
    let mut a = vec![0.0; n];
    let (mut from, mut to) = (&mut *x, &mut *other);
    loop {
        let mut most = 0.0f64;
        for i in par(1..n - 1) {
            to[i] = 0.5 * (from[i - 1] + from[i + 1]);
            most = most.max((to[i] - from[i]).abs());
        }
        std::mem::swap(&mut from, &mut to);
        sweeps += 1;
        if most < 0.5 || sweeps > 3 {
            break;
        }
    }
    a[0] = from[1];
    from[0] = a[0];
    sweeps
}

#[derive(Element, Clone, Copy, PartialEq, Debug)]
pub struct Body {
    pub at: [f32; 3],
    pub kind: u8,
    pub mass: f64,
}

/// Elements with gaps in them, by fields and whole, and a gather.
#[kernel]
pub fn bodies(from: &[u32], all: &[Body], out: &mut [Body], heavy: &mut [u16]) {
    for i in par(0..out.len()) {
        let mut b = all[from[i] as usize];
        b.at[1] += 2.0;
        out[i] = b;
        out[i].mass = all[i].mass * 2.0;
        heavy[i] = b.kind as u16 + 1;
    }
}

#[kernel]
pub fn counts(keys: &[u8], table: &mut [u32], small: &mut [u8], sum: &mut [i64]) {
    for i in par(0..keys.len()) {
        table[keys[i] as usize] += 1;
        small[keys[i] as usize % 3] = small[keys[i] as usize % 3].wrapping_add(keys[i]);
        sum[0] = sum[0].min(i as i64 - 3);
    }
}

#[kernel]
pub fn scans(x: &[u32], y: &mut [u32], kept: &mut [u32]) -> usize {
    let mut t = 0u32;
    for i in par(0..x.len()) {
        t = t.wrapping_add(x[i]);
        y[i] = t;
    }
    let mut n = 0;
    for i in par(0..x.len()) {
        if x[i] % 3 == 1 {
            kept[n] = x[i];
            n += 1;
        }
    }
    n
}

/// A reversal of each tile in memory that items share, and its sum.
#[kernel]
pub fn tiles(x: &[f32], y: &mut [f32], sums: &mut [f32]) {
    for g in par(0..sums.len()) {
        let mut tile = [0.0f32; 8];
        for k in par(0..8) {
            tile[k] = x[g * 8 + k];
        }
        let mut s = 0.0;
        for k in par(0..8) {
            y[g * 8 + k] = tile[7 - k];
            s += tile[k];
        }
        sums[g] = s;
    }
}

fn devices() -> Vec<Device> {
    if !cfg!(miri) {
        return common::devices();
    }
    let names = ["cpu:simd=wide", "cpu:threads=2"];
    names.map(|name| Device::open(name).expect("a CPU")).into()
}

/// Whether it ran: not where the device lacks a type.
fn ran(device: &Device, result: Result<(), Error>) -> bool {
    match result {
        Ok(()) => true,
        Err(e @ Error::Unsupported { .. }) => {
            println!("skipped (1 run) on {}: {e}", device.name());
            false
        }
        Err(e) => panic!("{}: {e}", device.name()),
    }
}

const SIZES: &[usize] = if cfg!(miri) { &[3, 19] } else { &[3, 19, 64, 4099] };

#[test]
fn slices_and_buffers() {
    for d in devices() {
        for &n in SIZES {
            let x: Vec<f32> = (0..n).map(|i| i as f32 * 0.5).collect();
            let mut y = vec![1.5; n];
            saxpy::run(&d, 2.0, &x, &mut y).unwrap();
            let want: Vec<f32> = x.iter().map(|x| 2.0 * x + 1.5).collect();
            assert_eq!(y, want, "{}", d.name());
            let (bx, mut by) = (d.upload(&x).unwrap(), d.zeros::<f32>(n).unwrap());
            by.fill(1.5).unwrap();
            saxpy::run(&d, 2.0, bx.slice(1..), by.slice_mut(..n - 1)).unwrap();
            let got = by.download().unwrap();
            assert_eq!(got[..n - 1], want[1..], "{}", d.name());
            assert_eq!(got[n - 1], 1.5);
            let short = saxpy::run(&d, 2.0, &x[..n - 1], &mut y).unwrap_err();
            assert!(short.to_string().contains("small.rs"), "{short}");
            let (mut a, mut b) = (vec![0.0; n], vec![0.0; n]);
            (a[0], b[0]) = (9.0, 9.0);
            let (mut p, mut q) = (a.clone(), b.clone());
            if ran(
                &d,
                smooth::run(&d, &mut a, &mut b).map(|sweeps| assert_eq!(sweeps, smooth(&mut p, &mut q))),
            ) {
                assert_eq!((a, b), (p, q), "{}", d.name());
            }
        }
    }
}

#[test]
fn work_in_flight() {
    for d in devices() {
        let queue = Queue::new(&d).unwrap();
        let x = d.upload(&[1.0f32; 20]).unwrap();
        let mut y = d.zeros::<f32>(20).unwrap();
        for _ in 0..3 {
            drop(saxpy::launch(&queue, 1.0, &x, &mut y).unwrap());
        }
        let last = saxpy::launch(&queue, 1.0, &x, &mut y).unwrap();
        drop((x, queue));
        last.wait().unwrap();
        assert_eq!(y.download().unwrap(), [4.0; 20], "{}", d.name());
    }
}

#[test]
fn elements() {
    for d in devices() {
        for &n in SIZES {
            let body = |i: usize| Body {
                at: [i as f32, 1.0, 2.0],
                kind: i as u8,
                mass: i as f64,
            };
            let all: Vec<Body> = (0..n).map(body).collect();
            let from: Vec<u32> = (0..n as u32).rev().collect();
            let (mut out, mut heavy) = (vec![body(1); n], vec![0; n]);
            let (mut out2, mut heavy2) = (out.clone(), heavy.clone());
            if ran(&d, bodies::run(&d, &from, &all, &mut out, &mut heavy)) {
                bodies(&from, &all, &mut out2, &mut heavy2);
                assert_eq!((out, heavy), (out2, heavy2), "{}", d.name());
            }
        }
    }
}

#[test]
fn scatters() {
    for d in devices() {
        for &n in SIZES {
            let keys: Vec<u8> = (0..n).map(|i| (i * 7 % 13) as u8).collect();
            let (mut t, mut s, mut m) = (vec![0; 13], vec![0; 3], [5]);
            let (mut t2, mut s2, mut m2) = (t.clone(), s.clone(), m);
            if ran(&d, counts::run(&d, &keys, &mut t, &mut s, &mut m)) {
                counts(&keys, &mut t2, &mut s2, &mut m2);
                assert_eq!((t, s, m), (t2, s2, m2), "{}", d.name());
            }
        }
    }
}

#[test]
fn scans_and_compactions() {
    for d in devices() {
        for &n in SIZES {
            let x: Vec<u32> = (0..n as u32).map(|i| i * 5 % 11).collect();
            let (mut y, mut kept) = (vec![0; n], vec![0; n]);
            let (mut y2, mut kept2) = (y.clone(), kept.clone());
            let count = scans::run(&d, &x, &mut y, &mut kept).unwrap();
            let count2 = scans(&x, &mut y2, &mut kept2);
            assert_eq!((count, y, kept), (count2, y2, kept2), "{}", d.name());
        }
    }
}

#[test]
fn groups() {
    for d in devices() {
        for n in [1, 3] {
            let x: Vec<f32> = (0..n * 8).map(|i| i as f32).collect();
            let (mut y, mut sums) = (vec![0.0; n * 8], vec![0.0; n]);
            let (mut y2, mut sums2) = (y.clone(), sums.clone());
            tiles::run(&d, &x, &mut y, &mut sums).unwrap();
            tiles(&x, &mut y2, &mut sums2);
            assert_eq!((y, sums), (y2, sums2), "{}", d.name());
        }
    }
}
