//! What groups reduce into variables of the host part.

mod common;

use common::devices;
use hoist::prelude::*;

fn numbers(n: usize) -> Vec<f32> {
    (0..n).map(|i| ((i * 7919 + 13) % 1009) as f32 * 0.25 - 100.0).collect()
}

/// The greatest and the sum of the rows' norms, and how many rows are long.
#[kernel]
fn norms(w: usize, x: &[f32], y: &mut [f32]) -> (f32, f32, u32) {
    let (mut total, mut greatest, mut long) = (1.5f32, 0.0f32, 7u32);
    for r in par(0..x.len() / w) {
        let mut s = 0.0;
        for k in par(0..w) {
            s += x[r * w + k] * x[r * w + k];
        }
        let norm = s.sqrt();
        total += norm;
        greatest = greatest.max(norm);
        if norm > 500.0 {
            long += 1;
        }
        y[r] = norm;
    }
    (total, greatest, long)
}

/// Items reduce into the host's variables themselves.
#[kernel]
fn items(w: usize, x: &[i32]) -> (i64, i32, u32) {
    let (mut sum, mut least, mut bits) = (0i64, i32::MAX, 0u32);
    for r in par(0..x.len() / w) {
        for k in par(0..w) {
            sum += x[r * w + k] as i64;
            least = least.min(x[r * w + k]);
        }
        for k in par(0..w) {
            bits ^= x[r * w + k] as u32;
        }
    }
    (sum, least, bits)
}

/// The first row with the greatest sum; rows that begin with a negative number are left out.
#[kernel]
fn best_row(w: usize, x: &[i32]) -> (i32, usize, u32) {
    let (mut best, mut at, mut rows) = (i32::MIN, usize::MAX, 0);
    'rows: for r in par(0..x.len() / w) {
        rows += 1;
        for t in 0..3 {
            if x[r * w + t] < 0 {
                continue 'rows;
            }
        }
        let mut s = 0;
        for k in par(0..w) {
            s += x[r * w + k];
        }
        if s > best {
            best = s;
            at = r;
        }
    }
    (best, at, rows)
}

/// A box that begins anywhere, with a step.
#[kernel]
fn boxes(from: usize, to: usize, w: usize, x: &[i32]) -> i32 {
    let mut product = 1;
    let mut sum = 0;
    for (i, j) in par(((from..to).step_by(3), 1..w)) {
        let mut s = 0;
        for k in par(0..70) {
            s += x[(i * w + j + k) % x.len()];
        }
        if s & 1 == 0 {
            continue;
        }
        sum += s;
        product *= s | 1;
    }
    sum ^ product
}

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Sums {
    sum: f64,
    count: u32,
}

/// Into fields.
#[kernel]
fn fields(w: usize, x: &[f32]) -> Sums {
    let mut s = Sums { sum: 0.0, count: 0 };
    for r in par(0..x.len() / w) {
        let mut row = 0.0f64;
        for k in par(0..w) {
            row += x[r * w + k] as f64;
        }
        s.sum += row;
        if row > 0.0 {
            s.count += 1;
        }
    }
    s
}

#[test]
fn totals_of_groups() {
    let w = 97;
    let x = numbers(w * 61);
    let n: Vec<i32> = x.iter().map(|v| *v as i32 + 60).collect();
    let mut y = vec![0.0; 61];
    let wanted = norms(w, &x, &mut y);
    let mut all: Vec<(f32, f32, u32)> = Vec::new();
    for device in devices() {
        let name = device.name();
        // WebGPU has no 64 bits here and there; the rest has.
        let wide = |e: &Error| matches!(e, Error::Unsupported { .. });
        let mut z = vec![0.0; 61];
        let got = norms::run(&device.strict(), w, &x, &mut z).unwrap();
        assert!(
            (got.0 - wanted.0).abs() < 1e-5 * wanted.0 && got.2 == wanted.2,
            "{name}: {got:?} {wanted:?}"
        );
        assert!((got.1 - wanted.1).abs() < 1e-5 * wanted.1, "{name}");
        all.push(got);
        match items::run(&device.strict(), w, &n) {
            Ok(got) => assert_eq!(got, items(w, &n), "{name}"),
            Err(e) => assert!(wide(&e), "{name}: {e}"),
        }
        assert_eq!(
            best_row::run(&device.strict(), w, &n).unwrap(),
            best_row(w, &n),
            "{name}"
        );
        for (from, to, w) in [(0, 20, 9), (5, 23, 4), (7, 8, 2), (3, 3, 5), (9, 4, 5), (2, 30, 1)] {
            let got = boxes::run(&device.strict(), from, to, w, &n).unwrap();
            assert_eq!(got, boxes(from, to, w, &n), "{name}: {from} {to} {w}");
        }
        match fields::run(&device.strict(), w, &x) {
            Ok(got) => {
                let wanted = fields(w, &x);
                assert!(
                    (got.sum - wanted.sum).abs() < 1e-6 && got.count == wanted.count,
                    "{name}: {got:?} {wanted:?}"
                );
            }
            Err(e) => assert!(wide(&e), "{name}: {e}"),
        }
    }
    // One shape, so the same bits everywhere.
    assert!(all.iter().all(|v| v.0.to_bits() == all[0].0.to_bits()), "{all:?}");
}

/// The sum of each tile of `h` rows.
#[kernel]
fn tiles(h: usize, w: usize, x: &[f32], y: &mut [f32]) {
    for g in par(0..y.len()) {
        let mut s = 0.25f32;
        for (r, k) in par((0..h, 0..w)) {
            s += x[(g * h + r) * w + k];
        }
        y[g] = s;
    }
}

/// A partial joins whole columns: where rows are no multiple of the partials, that differs from joining by turns.
#[test]
fn sums_of_items_in_two_dimensions_have_one_shape() {
    for (h, w) in [(5, 50), (3, 130), (9, 1)] {
        let x: Vec<f32> = numbers(h * w * 7).iter().map(|v| v * 0.1).collect();
        let mut plain = vec![0.0; 7];
        tiles(h, w, &x, &mut plain);
        let mut first: Option<Vec<u32>> = None;
        for device in devices() {
            let mut y = vec![0.0; 7];
            tiles::run(&device.strict(), h, w, &x, &mut y).unwrap();
            let near = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-2;
            assert!(y.iter().zip(&plain).all(near), "{}: {y:?} {plain:?}", device.name());
            let bits: Vec<u32> = y.iter().map(|v| v.to_bits()).collect();
            let first = first.get_or_insert_with(|| bits.clone());
            assert_eq!(*first, bits, "{}, {h} x {w}", device.name());
        }
    }
}
