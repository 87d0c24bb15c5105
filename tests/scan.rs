//! Scans and compactions: loops that read what they accumulate.

mod common;

use hoist::FaultKind;
use hoist::prelude::*;

use common::devices;

#[kernel]
pub fn inclusive(x: &[u32], y: &mut [u32]) -> u32 {
    let mut t = 7u32;
    for i in par(0..x.len()) {
        t = t.wrapping_add(x[i]);
        y[i] = t;
    }
    t
}

#[kernel]
pub fn exclusive(x: &[i64], y: &mut [i64]) -> i64 {
    let mut t = -3i64;
    for i in par(0..x.len()) {
        y[i] = t;
        t += x[i];
    }
    t
}

#[kernel]
pub fn in_place(a: &mut [f32]) -> f32 {
    let mut t = 0.5f32;
    for i in par(0..a.len()) {
        t += a[i];
        a[i] = t;
    }
    t
}

/// Before and after, two variables, one of them guarded, with a `continue` between.
#[kernel]
pub fn several(x: &[i32], lo: &mut [i32], count: &mut [u32], ranks: &mut [u32]) -> u32 {
    let mut least = i32::MAX;
    let mut n = 0u32;
    for i in par(0..x.len()) {
        ranks[i] = n;
        least = least.min(x[i]);
        lo[i] = least;
        if x[i] % 3 == 0 {
            count[i] = 1000;
            continue;
        }
        let odd = (x[i] & 1) as u32;
        if x[i] > 100 {
            n += odd + 1;
        }
        count[i] = n;
    }
    n
}

/// Updates in an inner loop: what the body reads is what it has so far.
#[kernel]
pub fn inner(k: usize, x: &[u32], y: &mut [u32]) -> u32 {
    let mut t = 1u32;
    for i in par(0..y.len()) {
        for j in 0..k {
            if x[i * k + j] % 5 == 4 {
                break;
            }
            t ^= x[i * k + j];
            t ^= j as u32;
        }
        y[i] = t;
    }
    t
}

/// Rows with a step, against the direction of the lanes.
#[kernel]
pub fn table(h: usize, w: usize, x: &[u16], y: &mut [u64]) -> u64 {
    let mut t = 0u64;
    for (r, c) in par(((1..h).step_by(2), (2..w).step_by(3))) {
        t += x[r * w + c] as u64;
        y[r * w + c] = t;
    }
    t
}

#[kernel]
pub fn cube(n: usize, x: &[u32], y: &mut [u32]) {
    let mut t = 0u32;
    for (a, b, c) in par((0..n, 0..n, 1..n)) {
        y[(a * n + b) * n + c] = t;
        t |= x[(a * n + b) * n + c];
    }
}

#[kernel]
pub fn compact(x: &[i32], w: &[u16], out: &mut [i32], weights: &mut [u16]) -> usize {
    let mut n = 0;
    for i in par(0..x.len()) {
        if x[i] % 3 != 0 {
            out[n] = x[i];
            weights[n] = w[i];
            n += 1;
        }
    }
    n
}

/// Two elements at a time, and a mark beside the first.
#[kernel]
pub fn pairs(x: &[i32], out: &mut [i32], marks: &mut [u8]) -> usize {
    let mut n = 1;
    for i in par(0..x.len()) {
        if x[i] % 4 == 1 {
            out[n] = x[i];
            if x[i] % 8 == 1 {
                marks[n] += 1;
            }
            out[1 + n] = -x[i];
            n += 2;
        }
    }
    n
}

/// The largest prefix, where it is, and a sum that is not scanned.
#[kernel]
pub fn peak(x: &[i32], y: &mut [i32]) -> (i32, usize, i32, f64) {
    let mut t = 0i32;
    let mut best = i32::MIN;
    let mut at = 0;
    let mut sum = 0.0f64;
    for i in par(0..x.len()) {
        t += x[i];
        if t > best {
            best = t;
            at = i;
        }
        y[i] = t;
        sum += x[i] as f64;
    }
    (best, at, t, sum)
}

/// Whether iterations meet is known at launch.
#[kernel]
pub fn ahead(n: usize, d: usize, a: &mut [u32]) -> u32 {
    let mut t = 0u32;
    for i in par(0..n) {
        t = t.wrapping_add(a[i]);
        a[i + d] = t;
    }
    t
}

#[kernel]
pub fn narrow(x: &[u8], a: &mut [u8], b: &mut [i16], c: &mut [f64]) {
    let mut s = 200u8;
    let mut m = i16::MIN;
    let mut p = 1.0f64;
    for i in par(0..x.len()) {
        s = s.wrapping_add(x[i]);
        a[i] = s;
        m = m.max(x[i] as i16);
        b[i] = m;
        c[i] = p;
        p *= if x[i] > 128 { 2.0 } else { 0.5 };
    }
}

const SIZES: [usize; 11] = [0, 1, 7, 16, 63, 64, 65, 4095, 4097, 20_001, 100_003];

fn rough(n: usize, seed: u32) -> Vec<u32> {
    (0..n as u32)
        .map(|i| (i ^ seed).wrapping_mul(0x9e37_79b1) >> 16)
        .collect()
}
fn sizes(device: &Device) -> Vec<usize> {
    let small = device.name() == "check";
    SIZES.into_iter().filter(|n| !small || *n < 5_000).collect()
}
fn floats(n: usize, seed: u32) -> Vec<f32> {
    rough(n, seed).iter().map(|v| *v as f32 * 0.37 - 9000.0).collect()
}
/// What a device lacks is said by name.
fn ran<T>(device: &Device, type_name: &str, result: Result<T, Error>) -> Option<T> {
    match result {
        Err(e @ Error::Unsupported { .. }) => {
            assert!(
                device.name().starts_with("wgpu") && e.to_string().contains(type_name),
                "{e}"
            );
            None
        }
        r => Some(r.unwrap_or_else(|e| panic!("{}: {e}", device.name()))),
    }
}

#[test]
fn integers_have_the_plain_loop_s_bits() {
    for device in devices() {
        let name = device.name();
        for n in sizes(&device) {
            let x = rough(n, 3);
            let (mut want, mut got) = (vec![9; n], vec![9; n]);
            let t = inclusive(&x, &mut want);
            assert_eq!(inclusive::run(&device, &x, &mut got).expect("it runs"), t, "{name} {n}");
            assert_eq!(want, got, "{name} {n}");

            let x: Vec<i64> = rough(n, 5).iter().map(|v| i64::from(*v) - 30_000).collect();
            let (mut want, mut got) = (vec![9; n], vec![9; n]);
            let t = exclusive(&x, &mut want);
            if let Some(u) = ran(&device, "i64", exclusive::run(&device, &x, &mut got)) {
                assert_eq!((t, &want), (u, &got), "{name} {n}");
            }

            let x: Vec<i32> = rough(n, 6).iter().map(|v| *v as i32 - 30_000).collect();
            let (mut a, mut b, mut c) = (vec![0; n], vec![0; n], vec![0; n]);
            let (mut d, mut e, mut f) = (a.clone(), b.clone(), c.clone());
            let t = several(&x, &mut a, &mut b, &mut c);
            let u = several::run(&device, &x, &mut d, &mut e, &mut f).expect("it runs");
            assert_eq!((t, a, b, c), (u, d, e, f), "{name} {n}");

            for k in [0, 1, 5] {
                let x = rough(n * k, 8);
                let (mut want, mut got) = (vec![9; n], vec![9; n]);
                let t = inner(k, &x, &mut want);
                assert_eq!(
                    inner::run(&device, k, &x, &mut got).expect("it runs"),
                    t,
                    "{name} {n} {k}"
                );
                assert_eq!(want, got, "{name} {n} {k}");
            }
        }
    }
}

#[test]
fn several_ranges() {
    for device in devices() {
        let name = device.name();
        for (h, w) in [(0, 5), (2, 1), (5, 3), (4, 200), (3, 13_000), (300, 7)] {
            if name == "check" && h * w > 5000 {
                continue;
            }
            let x: Vec<u16> = rough(h * w, 5).iter().map(|v| *v as u16).collect();
            let (mut want, mut got) = (vec![9; h * w], vec![9; h * w]);
            let t = table(h, w, &x, &mut want);
            if let Some(u) = ran(&device, "u64", table::run(&device, h, w, &x, &mut got)) {
                assert_eq!((t, &want), (u, &got), "{name} {h} {w}");
            }
        }
        for n in [1, 2, 9, 17] {
            let x: Vec<u32> = (0..n * n * n)
                .map(|i| if i % 97 == 5 { 1 << (i % 32) } else { 0 })
                .collect();
            let (mut want, mut got) = (vec![9; n * n * n], vec![9; n * n * n]);
            cube(n, &x, &mut want);
            cube::run(&device, n, &x, &mut got).expect("it runs");
            assert_eq!(want, got, "{name} {n}");
        }
    }
}

#[test]
fn order_is_kept_by_compaction() {
    for device in devices() {
        let name = device.name();
        for n in sizes(&device) {
            let x: Vec<i32> = rough(n, 11).iter().map(|v| *v as i32).collect();
            let w: Vec<u16> = rough(n, 12).iter().map(|v| *v as u16).collect();
            let (mut a, mut b) = (vec![-1; n], vec![1; n]);
            let (mut c, mut d) = (a.clone(), b.clone());
            let kept = compact(&x, &w, &mut a, &mut b);
            let also = compact::run(&device, &x, &w, &mut c, &mut d).expect("it runs");
            assert_eq!((kept, &a, &b), (also, &c, &d), "{name} {n}");
            let (mut e, mut f) = (vec![-1; 2 * n + 1], vec![1; 2 * n + 1]);
            let (mut g, mut h) = (e.clone(), f.clone());
            let two = pairs(&x, &mut e, &mut f);
            assert_eq!(
                pairs::run(&device, &x, &mut g, &mut h).expect("it runs"),
                two,
                "{name} {n}"
            );
            assert_eq!((e, f), (g, h), "{name} {n}");
            if kept < 2 {
                continue;
            }
            // One too short: the element that finds no room is named, and what had room is there on a CPU.
            let mut c = vec![-1; kept - 1];
            let e = compact::run(&device, &x, &w, &mut c, &mut d).expect_err("it is short");
            let Error::Fault(f) = e else { panic!("{name}: {e}") };
            assert_eq!(
                (f.kind, f.text, f.len),
                (FaultKind::OutOfBounds, "out", kept as u64 - 1),
                "{name}"
            );
            assert_eq!(f.index, kept as u64 - 1, "{name}");
            let last = x.iter().rposition(|x| x % 3 != 0).expect("there is one");
            assert_eq!(f.iteration, [("i", last as u64)], "{name}");
            if name.starts_with("cpu") {
                assert_eq!(a[..kept - 1], c[..], "{name} {n}");
            }
        }
    }
}

#[test]
fn with_other_reductions() {
    for device in devices() {
        for n in sizes(&device) {
            let x: Vec<i32> = rough(n, 21).iter().map(|v| *v as i32 % 1000 - 499).collect();
            let (mut want, mut got) = (vec![9; n], vec![9; n]);
            let one = peak(&x, &mut want);
            if let Some(two) = ran(&device, "f64", peak::run(&device, &x, &mut got)) {
                assert_eq!(one, two, "{} {n}", device.name());
                assert_eq!(want, got, "{} {n}", device.name());
            }
        }
    }
}

#[test]
fn small_types() {
    for device in devices() {
        for n in sizes(&device) {
            let x: Vec<u8> = rough(n, 31).iter().map(|v| *v as u8).collect();
            let (mut a, mut b, mut c) = (vec![0; n], vec![0; n], vec![0.0; n]);
            let (mut d, mut e, mut f) = (a.clone(), b.clone(), c.clone());
            narrow(&x, &mut a, &mut b, &mut c);
            if ran(&device, "f64", narrow::run(&device, &x, &mut d, &mut e, &mut f)).is_some() {
                // Powers of two: every order has the same bits, up to where they end.
                assert_eq!((a, b), (d, e), "{} {n}", device.name());
                if n < 1000 {
                    assert_eq!(c, f, "{} {n}", device.name());
                }
            }
        }
    }
}

#[test]
fn iterations_that_meet_run_in_order() {
    for device in devices() {
        for n in sizes(&device).into_iter().filter(|n| *n > 0 && *n < 20_000) {
            for d in [0, 1, 3, n / 2, n] {
                if d > n {
                    continue;
                }
                let (mut want, mut got) = (rough(n, 41), rough(n, 41));
                let t = ahead(n - d, d, &mut want);
                let u = ahead::run(&device, n - d, d, &mut got).unwrap_or_else(|e| panic!("{}: {e}", device.name()));
                assert_eq!((t, &want), (u, &got), "{} {n} {d}", device.name());
            }
        }
    }
}

/// The documented shape, by its own words.
fn shaped(init: f32, x: &[f32]) -> (Vec<f32>, f32) {
    let (mut out, mut b) = (Vec::new(), init);
    for block in x.chunks(4096) {
        let mut g = -0.0f32;
        for group in block.chunks(64) {
            let mut c = group.to_vec();
            for d in [1, 2, 4, 8, 16, 32] {
                for l in (0..c.len()).filter(|l| l & d != 0) {
                    c[l] += c[(l & !(2 * d - 1)) | (d - 1)];
                }
            }
            out.extend(c.iter().map(|c| b + (g + c)));
            g += c[c.len() - 1];
        }
        b += g;
    }
    (out, b)
}

#[test]
fn float_scans_have_one_shape() {
    for device in devices() {
        let name = device.name();
        for n in sizes(&device) {
            let x = floats(n, 51);
            let mut got = x.clone();
            let t = in_place::run(&device, &mut got).expect("it runs");
            let (want, end) = shaped(0.5, &x);
            assert_eq!(t.to_bits(), end.to_bits(), "{name} {n}");
            assert!(
                want.iter().zip(&got).all(|(a, b)| a.to_bits() == b.to_bits()),
                "{name} {n}"
            );
            assert_eq!(got.last().copied().unwrap_or(0.5), t, "the last one is the result");
            let (mut sum, mut all) = (0.5f64, 0.5f64);
            for (x, got) in x.iter().zip(&got) {
                sum += f64::from(*x);
                all += f64::from(x.abs());
                let bound = (70 + n / 4096) as f64 * f64::from(f32::EPSILON) * all;
                assert!((sum - f64::from(*got)).abs() <= bound, "{name} {n}: {got} {sum}");
            }
            // Sums of what is not negative never fall.
            let mut rising: Vec<f32> = x.iter().map(|x| x.abs()).collect();
            in_place::run(&device, &mut rising).expect("it runs");
            assert!(rising.is_sorted(), "{name} {n}");
        }
    }
}

/// So much work that threads share it.
#[test]
fn threads_hand_sums_on() {
    for device in devices().into_iter().filter(|d| d.name().starts_with("cpu")) {
        let (name, n) = (device.name(), 400_001);
        let x = floats(n, 61);
        let mut got = x.clone();
        let t = in_place::run(&device, &mut got).expect("it runs");
        let (want, end) = shaped(0.5, &x);
        assert_eq!(t.to_bits(), end.to_bits(), "{name}");
        assert!(want.iter().zip(&got).all(|(a, b)| a.to_bits() == b.to_bits()), "{name}");

        let x: Vec<i32> = rough(n, 62).iter().map(|v| *v as i32).collect();
        let w: Vec<u16> = rough(n, 63).iter().map(|v| *v as u16).collect();
        let (mut a, mut b) = (vec![-1; n], vec![1; n]);
        let (mut c, mut d) = (a.clone(), b.clone());
        let kept = compact(&x, &w, &mut a, &mut b);
        assert_eq!(
            compact::run(&device, &x, &w, &mut c, &mut d).expect("it runs"),
            kept,
            "{name}"
        );
        assert!(a == c && b == d, "{name}");
        let one = peak(&x, &mut a);
        assert_eq!(peak::run(&device, &x, &mut c).expect("it runs"), one, "{name}");

        // A fault far behind, and every lower iteration has run.
        let (x, mut at, mut y) = (vec![1u32; n], vec![1u32; n], vec![77u32; n]);
        let first = n - 5000;
        (at[first], at[n - 1]) = (u32::MAX, 0);
        let Err(Error::Fault(f)) = faulty::run(&device, &x, &at, &mut y) else {
            panic!("{name}: no fault");
        };
        assert_eq!(
            (f.kind, f.iteration),
            (FaultKind::OutOfBounds, vec![("i", first as u64)]),
            "{name}"
        );
        assert!((0..first).all(|i| y[i] == i as u32 + 2), "{name}");
    }
}

#[kernel]
pub fn faulty(x: &[u32], at: &[u32], y: &mut [u32]) -> u32 {
    let mut t = 0u32;
    for i in par(0..at.len()) {
        y[i] = t;
        t += x[at[i] as usize];
        y[i] = x[i] / at[i] + t;
    }
    t
}

#[test]
fn the_first_fault_of_the_plain_loop() {
    for device in devices() {
        let (name, n) = (device.name(), 9000);
        let x = vec![1u32; n];
        for (zero, out) in [
            (None, Some(5000)),
            (Some(4999), Some(5000)),
            (Some(5001), Some(5000)),
            (Some(8999), None),
            (Some(0), Some(1)),
        ] {
            if name == "check" && n > 5000 {
                continue;
            }
            let mut at = vec![1u32; n];
            if let Some(zero) = zero {
                at[zero] = 0;
            }
            if let Some(out) = out {
                at[out] = 123_456;
            }
            let mut y = vec![77u32; n];
            let e = faulty::run(&device, &x, &at, &mut y).expect_err("it faults");
            let Error::Fault(f) = e else { panic!("{name}: {e}") };
            let first = zero.into_iter().chain(out).min().expect("one of them");
            if name.starts_with("cpu") {
                let kind = if zero == Some(first) {
                    FaultKind::DivisionByZero
                } else {
                    FaultKind::OutOfBounds
                };
                assert_eq!(
                    (f.kind, &f.iteration[..]),
                    (kind, &[("i", first as u64)][..]),
                    "{name} {zero:?} {out:?}"
                );
                // Lower iterations have run, higher ones have their old value or their own.
                assert!((0..first).all(|i| y[i] == i as u32 + 2), "{name} {zero:?} {out:?}");
                let own = |i: usize| [77, i as u32, i as u32 + 2].contains(&y[i]);
                assert!((first + 1..n).all(own), "{name} {zero:?} {out:?}");
            }
            // The device goes on working.
            assert_eq!(inclusive::run(&device, &x, &mut y).expect("it runs"), 7 + n as u32);
        }
    }
}

#[test]
fn what_explain_says() {
    let text = several::explain();
    assert!(
        text.contains("scan: `n` is a sum, read before and after its update"),
        "{text}"
    );
    assert!(
        text.contains("scan: `least` is a minimum, read after its update (inclusive)"),
        "{text}"
    );
    let text = compact::explain();
    assert!(
        text.contains("compaction: `out` is written at `n`, which counts the writes"),
        "{text}"
    );
}

/// Read behind an update that only some iterations make, and nowhere before it.
#[kernel]
pub fn guarded(x: &[i32], y: &mut [i32], z: &mut [f32]) {
    let mut marks = 0;
    let mut most = -1.5f32;
    for i in par(0..x.len()) {
        if x[i] % 3 == 0 {
            marks ^= x[i];
        }
        match x[i] & 3 {
            0 => most = most.max(x[i] as f32),
            1 => {}
            _ => z[i] = 0.5,
        }
        y[i] = marks;
        z[i] = most;
    }
}

#[test]
fn an_update_that_did_not_run_leaves_what_was() {
    for device in devices() {
        for n in [1usize, 9, 65, 5000] {
            let x: Vec<i32> = (0..n as i32).map(|i| i.wrapping_mul(40_503) >> 7 & 1023).collect();
            let (mut y, mut z, mut dy, mut dz) = (vec![7; n], vec![7.0; n], vec![8; n], vec![8.0; n]);
            guarded(&x, &mut y, &mut z);
            guarded::run(&device, &x, &mut dy, &mut dz).expect("it runs");
            assert_eq!((dy, dz), (y, z), "{}, {n}", device.name());
        }
    }
}
