//! `par` inside `par`: groups, what their items share, and what they reduce.

#![allow(
    clippy::manual_memcpy,
    clippy::manual_is_multiple_of,
    clippy::needless_range_loop,
    clippy::too_many_arguments,
    reason = "kernels are written as loops over indexes"
)]

mod common;

use hoist::prelude::*;

use common::devices;

const TILE: usize = 16;

/// Tiles of two matrices, multiplied.
#[kernel]
pub fn matmul_tiled(n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    assert!(n % TILE == 0, "whole tiles");
    for (bi, bj) in par((0..n / TILE, 0..n / TILE)) {
        let mut at = [[0.0f32; TILE]; TILE];
        let mut bt = [[0.0f32; TILE]; TILE];
        let mut sum = [[0.0f32; TILE]; TILE];
        for kt in 0..n / TILE {
            for (r, k) in par((0..TILE, 0..TILE)) {
                at[r][k] = a[(bi * TILE + r) * n + kt * TILE + k];
                bt[r][k] = b[(kt * TILE + r) * n + bj * TILE + k];
            }
            for (r, k) in par((0..TILE, 0..TILE)) {
                let mut s = sum[r][k];
                for j in 0..TILE {
                    s = at[r][j].mul_add(bt[j][k], s);
                }
                sum[r][k] = s;
            }
        }
        for (r, k) in par((0..TILE, 0..TILE)) {
            c[(bi * TILE + r) * n + bj * TILE + k] = sum[r][k];
        }
    }
}

/// A transpose by tiles, with the borders of any size.
#[kernel]
pub fn transpose_tiled(h: usize, w: usize, x: &[u32], y: &mut [u32]) {
    for (bi, bj) in par((0..h.div_ceil(TILE), 0..w.div_ceil(TILE))) {
        let mut tile = [[0u32; TILE]; TILE];
        for (r, k) in par((0..TILE, 0..TILE)) {
            let (i, j) = (bi * TILE + r, bj * TILE + k);
            if i < h && j < w {
                tile[r][k] = x[i * w + j];
            }
        }
        for (r, k) in par((0..TILE, 0..TILE)) {
            let (i, j) = (bi * TILE + k, bj * TILE + r);
            if i < h && j < w {
                y[j * h + i] = tile[k][r];
            }
        }
    }
}

/// Softmax of each row: two reductions, and a loop that uses both.
#[kernel]
pub fn softmax_rows(w: usize, x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len() / w) {
        let mut most = f32::MIN;
        for j in par(0..w) {
            most = most.max(x[i * w + j]);
        }
        let mut sum = 0.0f32;
        for j in par(0..w) {
            let e = (x[i * w + j] - most).exp();
            y[i * w + j] = e;
            sum += e;
        }
        let by = 1.0 / sum;
        for j in par(0..w) {
            y[i * w + j] *= by;
        }
    }
}

/// Sums in blocks by the method of Hillis and Steele: steps of a sequential loop, two arrays in turns.
#[kernel]
pub fn block_scan(x: &[u32], y: &mut [u32], totals: &mut [u32]) {
    for b in par(0..totals.len()) {
        let mut s = [0u32; 256];
        let mut t = [0u32; 256];
        for i in par(0..256) {
            if b * 256 + i < x.len() {
                s[i] = x[b * 256 + i];
            }
        }
        let mut by = 1;
        while by < 256 {
            for i in par(0..256) {
                t[i] = if i >= by { s[i].wrapping_add(s[i - by]) } else { s[i] };
            }
            for i in par(0..256) {
                s[i] = t[i];
            }
            by *= 2;
        }
        for i in par(0..256) {
            if b * 256 + i < x.len() {
                y[b * 256 + i] = s[i];
            }
        }
        totals[b] = s[255];
    }
}

/// Batcher's bitonic sort of tiles of 128.
#[kernel]
pub fn bitonic(x: &mut [i32]) {
    for b in par(0..x.len() / 128) {
        let mut v = [0i32; 128];
        for i in par(0..128) {
            v[i] = x[b * 128 + i];
        }
        let mut size = 2;
        while size <= 128 {
            let mut half = size / 2;
            while half > 0 {
                for (g, k) in par((0..64 / half, 0..half)) {
                    let lo = g * 2 * half + k;
                    let up = (lo & size) == 0;
                    let (p, q) = (v[lo], v[lo + half]);
                    if (p > q) == up {
                        v[lo] = q;
                        v[lo + half] = p;
                    }
                }
                half /= 2;
            }
            size *= 2;
        }
        for i in par(0..128) {
            x[b * 128 + i] = v[i];
        }
    }
}

/// Mean and deviation of each row, then the row by them.
#[kernel]
pub fn layernorm_rows(w: usize, eps: f32, x: &[f32], y: &mut [f32], means: &mut [f32]) {
    for i in par(0..means.len()) {
        let row = &x[i * w..(i + 1) * w];
        let (mut sum, mut squares) = (0.0f32, 0.0f32);
        for j in par(0..w) {
            sum += row[j];
            squares += row[j] * row[j];
        }
        let mean = sum / w as f32;
        let by = 1.0 / (squares / w as f32 - mean * mean + eps).sqrt();
        means[i] = mean;
        for j in par(0..w) {
            y[i * w + j] = (row[j] - mean) * by;
        }
    }
}

/// Cooley and Tukey's transform of rows of 64 complex numbers, in place in shared arrays.
#[kernel]
pub fn fft64(re: &mut [f32], im: &mut [f32]) {
    for b in par(0..re.len() / 64) {
        let mut r = [0.0f32; 64];
        let mut m = [0.0f32; 64];
        for i in par(0..64) {
            let mut reversed = 0usize;
            for s in 0..6 {
                reversed = reversed * 2 + ((i >> s) & 1);
            }
            let from = reversed;
            assert!(from < 64);
            r[i] = re[b * 64 + from];
            m[i] = im[b * 64 + from];
        }
        for s in 0..6 {
            let half = 1usize << s;
            for (g, k) in par((0..32 / half, 0..half)) {
                let angle = -std::f32::consts::PI * k as f32 / half as f32;
                let (c, d) = (angle.cos(), angle.sin());
                let (i, j) = (g * 2 * half + k, g * 2 * half + k + half);
                let (p, q) = (r[j] * c - m[j] * d, r[j] * d + m[j] * c);
                r[j] = r[i] - p;
                m[j] = m[i] - q;
                r[i] += p;
                m[i] += q;
            }
        }
        for i in par(0..64) {
            re[b * 64 + i] = r[i];
            im[b * 64 + i] = m[i];
        }
    }
}

/// A separable filter: rows of a strip with its halo into a shared array, then columns of that.
#[kernel]
pub fn blur_tiled(h: usize, w: usize, x: &[f32], y: &mut [f32]) {
    for (bi, bj) in par((0..h.div_ceil(8), 0..w.div_ceil(32))) {
        let mut rows = [[0.0f32; 32]; 10];
        for (r, k) in par((0..10, 0..32)) {
            let i = (bi * 8 + r).max(1) - 1;
            let j = bj * 32 + k;
            if i < h && j < w {
                let (left, right) = (j.max(1) - 1, (j + 1).min(w - 1));
                rows[r][k] = 0.25 * x[i * w + left] + 0.5 * x[i * w + j] + 0.25 * x[i * w + right];
            }
        }
        for (r, k) in par((0..8, 0..32)) {
            let (i, j) = (bi * 8 + r, bj * 32 + k);
            if i < h && j < w {
                let below = if i + 1 < h { rows[r + 2][k] } else { rows[r + 1][k] };
                y[i * w + j] = 0.25 * rows[r][k] + 0.5 * rows[r + 1][k] + 0.25 * below;
            }
        }
    }
}

/// A device function: the same for the group, or of each item.
#[device]
fn rotated(x: u32, by: u32) -> u32 {
    if by == 0 {
        return x;
    }
    x.rotate_left(by) ^ by
}

/// What a group does itself between its items' loops: reads and writes of slices and of shared arrays, branches and loops.
#[kernel]
pub fn by_hand(x: &[u32], y: &mut [u32], rounds: &mut [u32]) {
    for g in par(0..rounds.len()) {
        if x[g] % 7 == 3 {
            continue;
        }
        let mut pair = [g as u32, 7];
        let mut w = [1u32; 96];
        let mut n = 0u32;
        loop {
            let mut odd = 0u32;
            for t in par((0..96).step_by(2)) {
                w[t] = w[t].wrapping_mul(5) + x[g] + pair[1];
                odd += w[t] & 1;
            }
            pair[0] = rotated(pair[0] + odd, n);
            pair[1] = pair[0] % 13;
            n += 1;
            if n >= 3 + pair[1] % 4 {
                break;
            }
        }
        rounds[g] = n;
        y[2 * g] = pair[0];
        let before = y[2 * g];
        if before % 2 == 0 {
            let mut all = 0u32;
            for t in par(0..96) {
                if w[t] == 1 {
                    continue;
                }
                let mut v = w[t];
                while v > 1000 {
                    if v % 3 == 0 {
                        break;
                    }
                    v /= 2;
                }
                all ^= rotated(v, t as u32 % 32);
                if t % 16 > 3 {
                    all ^= rotated(x[g], n);
                }
            }
            y[2 * g + 1] = all.wrapping_add(rounds[g]);
        } else {
            y[2 * g + 1] = before;
        }
    }
}

/// The largest value of each row, its first place, and a number of its own beside it; in two dimensions, the last smallest.
#[kernel]
pub fn best_of_rows(w: usize, h: usize, x: &[f32], y: &mut [u32], z: &mut [f32]) {
    for r in par(0..z.len()) {
        let (mut best, mut at, mut twice) = (-5.0f32, 999usize, 1.5f32);
        for k in par(0..w * h) {
            let v = x[r * w * h + k];
            if v > best {
                best = v;
                at = k;
                twice = v * 2.0;
            }
        }
        let (mut least, mut i, mut j) = (0.25f32, 77usize, 88usize);
        let mut count = 0u32;
        for (p, q) in par((0..h, 0..w)) {
            if x[r * w * h + p * w + q] <= least {
                least = x[r * w * h + p * w + q];
                i = p;
                j = q;
            }
            count += 1;
        }
        y[3 * r] = at as u32;
        y[3 * r + 1] = (i * 1000 + j) as u32;
        y[3 * r + 2] = count;
        z[r] = best + twice + least;
    }
}

fn floats(n: usize) -> Vec<f32> {
    (0..n).map(|i| ((i * 7919 + 13) % 1009) as f32 / 504.5 - 1.0).collect()
}
fn words(n: usize) -> Vec<u32> {
    (0..n as u32)
        .map(|i| i.wrapping_mul(2_654_435_761).rotate_left(7))
        .collect()
}

#[test]
fn tiles_have_the_plain_calls_bits() {
    for n in [0, 16, 48, 80] {
        let (a, b) = (floats(n * n), floats(n * n + 3)[3..].to_vec());
        let mut plain = vec![9.0; n * n];
        matmul_tiled(n, &a, &b, &mut plain);
        for d in devices() {
            let mut c = vec![9.0; n * n];
            matmul_tiled::run(&d, n, &a, &b, &mut c).unwrap();
            assert_eq!(c, plain, "{}, {n}", d.name());
        }
    }
    for (h, w) in [(16, 16), (1, 40), (33, 17), (70, 129)] {
        let x = words(h * w);
        let mut plain = vec![0; h * w];
        transpose_tiled(h, w, &x, &mut plain);
        for d in devices() {
            let mut y = vec![0; h * w];
            transpose_tiled::run(&d, h, w, &x, &mut y).unwrap();
            assert_eq!(y, plain, "{}, {h} x {w}", d.name());
        }
    }
}

#[test]
fn what_items_reduce_has_one_shape() {
    for (h, w) in [(1, 1), (3, 15), (5, 64), (4, 100), (2, 1000)] {
        let x = floats(h * w);
        let mut plain = vec![0.0; h * w];
        softmax_rows(w, &x, &mut plain);
        let (mut first, mut first_norm): (Vec<f32>, Vec<f32>) = (vec![], vec![]);
        for d in devices() {
            let mut y = vec![0.0; h * w];
            softmax_rows::run(&d, w, &x, &mut y).unwrap();
            for (y, p) in y.iter().zip(&plain) {
                assert!((y - p).abs() <= 1e-6 + 1e-5 * p, "{}, {h} x {w}: {y} {p}", d.name());
            }
            let (mut z, mut means) = (vec![0.0; h * w], vec![0.0; h]);
            layernorm_rows::run(&d, w, 1e-3, &x, &mut z, &mut means).unwrap();
            if first.is_empty() {
                (first, first_norm) = (y, z);
            } else {
                assert_eq!(y, first, "{}, {h} x {w}", d.name());
                assert_eq!(z, first_norm, "{}, {h} x {w}", d.name());
            }
        }
        let (mut z, mut means) = (vec![0.0; h * w], vec![0.0; h]);
        layernorm_rows(w, 1e-3, &x, &mut z, &mut means);
        for (a, b) in z.iter().zip(&first_norm) {
            assert!((a - b).abs() < 1e-3, "{h} x {w}: {a} {b}");
        }
    }
}

#[test]
fn steps_of_a_sequential_loop_wait_for_each_other() {
    for n in [1, 255, 256, 1000] {
        let x = words(n);
        let blocks = n.div_ceil(256);
        let (mut plain, mut plain_totals) = (vec![0; n], vec![0; blocks]);
        block_scan(&x, &mut plain, &mut plain_totals);
        for d in devices() {
            let (mut y, mut totals) = (vec![0; n], vec![0; blocks]);
            block_scan::run(&d, &x, &mut y, &mut totals).unwrap();
            assert_eq!((&y, &totals), (&plain, &plain_totals), "{}, {n}", d.name());
        }
    }
    let x: Vec<i32> = words(5 * 128).iter().map(|x| *x as i32).collect();
    let mut sorted = x.clone();
    sorted.chunks_mut(128).for_each(|c| c.sort_unstable());
    let mut plain = x.clone();
    bitonic(&mut plain);
    assert_eq!(plain, sorted);
    for d in devices() {
        let mut y = x.clone();
        bitonic::run(&d, &mut y).unwrap();
        assert_eq!(y, sorted, "{}", d.name());
    }
}

#[test]
fn a_transform_in_shared_memory() {
    let (re, im) = (floats(3 * 64), floats(3 * 64 + 31)[31..].to_vec());
    let mut first: Option<(Vec<f32>, Vec<f32>)> = None;
    for d in devices() {
        let (mut r, mut m) = (re.clone(), im.clone());
        fft64::run(&d, &mut r, &mut m).unwrap();
        for b in 0..3 {
            for k in 0..64 {
                let (mut x, mut y) = (0.0f64, 0.0f64);
                for j in 0..64 {
                    let a = -2.0 * std::f64::consts::PI * (j * k % 64) as f64 / 64.0;
                    let (p, q) = (re[b * 64 + j] as f64, im[b * 64 + j] as f64);
                    x += p * a.cos() - q * a.sin();
                    y += p * a.sin() + q * a.cos();
                }
                let (dx, dy) = (x - r[b * 64 + k] as f64, y - m[b * 64 + k] as f64);
                assert!(dx.abs() < 1e-4 && dy.abs() < 1e-4, "{}, {b}, {k}", d.name());
            }
        }
        match &first {
            None => first = Some((r, m)),
            Some((a, b)) => assert_eq!((&r, &m), (a, b), "{}", d.name()),
        }
    }
}

#[test]
fn a_halo() {
    for (h, w) in [(1, 1), (8, 32), (13, 37), (40, 100)] {
        let x = floats(h * w);
        let mut plain = vec![0.0; h * w];
        blur_tiled(h, w, &x, &mut plain);
        for d in devices() {
            let mut y = vec![0.0; h * w];
            blur_tiled::run(&d, h, w, &x, &mut y).unwrap();
            assert_eq!(y, plain, "{}, {h} x {w}", d.name());
        }
    }
}

#[test]
fn what_a_group_does_itself() {
    let x = words(37);
    let (mut plain, mut plain_rounds) = (vec![0; 74], vec![0; 37]);
    by_hand(&x, &mut plain, &mut plain_rounds);
    for d in devices() {
        let (mut y, mut rounds) = (vec![0; 74], vec![0; 37]);
        by_hand::run(&d, &x, &mut y, &mut rounds).unwrap();
        assert_eq!((&y, &rounds), (&plain, &plain_rounds), "{}", d.name());
    }
}

#[test]
fn the_best_of_a_group() {
    for (w, h) in [(1, 1), (7, 3), (64, 2), (100, 5)] {
        // Few values, so that there are ties.
        let mut x: Vec<f32> = words(6 * w * h).iter().map(|x| (x % 5) as f32 * 0.25).collect();
        x[w * h..2 * w * h].fill(f32::NAN);
        x[2 * w * h..3 * w * h].fill(9.0);
        let (mut plain, mut plain_z) = (vec![0; 18], vec![0.0; 6]);
        best_of_rows(w, h, &x, &mut plain, &mut plain_z);
        for d in devices() {
            let (mut y, mut z) = (vec![0; 18], vec![0.0; 6]);
            best_of_rows::run(&d, w, h, &x, &mut y, &mut z).unwrap();
            assert_eq!((&y, &z), (&plain, &plain_z), "{}, {w} x {h}", d.name());
        }
    }
}

/// Steps until 1, one way or the other.
#[device]
fn steps(mut n: u32) -> u32 {
    if n > 20 {
        return n * 2;
    }
    let mut steps = 0;
    while n > 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        steps += 1;
    }
    steps
}

/// A call whose result all items have, made by some of them: never the first, which are not asked.
#[kernel]
pub fn asked_by_the_last(x: &[u32], y: &mut [u32]) {
    for g in par(0..x.len()) {
        let n = x[g];
        for k in par(0..20) {
            if k % 8 > 2 {
                y[g * 20 + k] = steps(n) + k as u32;
            }
        }
    }
}

#[test]
fn a_call_that_the_first_items_do_not_make() {
    let x: Vec<u32> = (1..30).collect();
    let mut plain = vec![7; x.len() * 20];
    asked_by_the_last(&x, &mut plain);
    for d in devices() {
        let mut y = vec![7; x.len() * 20];
        asked_by_the_last::run(&d, &x, &mut y).unwrap();
        assert_eq!(y, plain, "{}", d.name());
    }
}
