//! Control flow: `continue` of the parallel loop, ranges of every form, `return` and `match`.

#![allow(
    clippy::needless_return,
    clippy::manual_range_patterns,
    clippy::reversed_empty_ranges,
    clippy::match_like_matches_macro,
    clippy::needless_continue,
    clippy::single_match,
    clippy::match_overlapping_arm,
    dead_code,
    reason = "the forms are what is tested"
)]

mod common;

use hoist::prelude::*;

use common::devices;

const SIZES: [usize; 6] = [0, 1, 7, 8, 33, 301];

/// Holds a kernel over `x` and `y` against its plain call.
fn agree(name: &str, plain: impl Fn(&[i32], &mut [i32]), run: impl Fn(&Device, &[i32], &mut [i32])) {
    let devices = devices();
    for n in SIZES {
        let x: Vec<i32> = (0..n as i32)
            .map(|i| (i.wrapping_mul(0x9e37_79b1u32 as i32) >> 20) % 100)
            .collect();
        let mut y = vec![-1; n];
        plain(&x, &mut y);
        for d in &devices {
            let mut z = vec![-1; n];
            run(d, &x, &mut z);
            assert_eq!(y, z, "{name} on {}, n {n}", d.name());
        }
    }
}

macro_rules! agree {
    ($($name:ident)*) => {$(
        agree(stringify!($name), |x, y| { $name(x, y); }, |d, x, y| { $name::run(d, x, y).unwrap(); });
    )*};
}

#[kernel]
fn skips(x: &[i32], y: &mut [i32]) {
    for i in par(0..x.len()) {
        if x[i] < 0 {
            continue;
        }
        let mut s = 1;
        if x[i] > 50 {
            s = 2;
            if x[i] > 80 {
                continue;
            }
        }
        y[i] = x[i] * s;
    }
}

#[kernel]
fn skips_from_inside(x: &[i32], y: &mut [i32]) {
    'p: for i in par(0..x.len()) {
        let mut s = 0;
        let mut steps = 0;
        for j in 0..10 {
            let mut k = 0;
            while k < (x[i] & 7) {
                k += 1;
                if x[i] + j * k == 40 {
                    y[i] = -7;
                    continue 'p;
                }
                s += k;
            }
            steps += 1;
            if s > 60 {
                break;
            }
            if j == 8 && x[i] == 3 {
                continue 'p;
            }
        }
        y[i] = s * 100 + steps;
    }
}

#[kernel]
fn skips_alike(x: &[i32], y: &mut [i32]) {
    'p: for i in par(0..x.len()) {
        y[i] = 5;
        for j in 0..x.len() {
            // The same in all lanes.
            if x[j] > 90 {
                continue 'p;
            }
            y[i] += x[j];
        }
        if x.len() > 20 {
            continue;
        }
        y[i] += x[i];
    }
}

#[kernel]
fn skips_and_sums(x: &[i32]) -> (i32, i32) {
    let mut s = 0;
    let mut hi = i32::MIN;
    'p: for i in par(0..x.len()) {
        for j in 0..4 {
            if x[i] % 5 == j {
                continue 'p;
            }
            s += j;
        }
        hi = hi.max(x[i]);
    }
    (s, hi)
}

#[kernel]
fn skips_in_two(w: usize, x: &[i32], y: &mut [i32]) {
    'p: for (r, c) in par((0..x.len() / w, 0..w)) {
        if r % 3 == 1 {
            continue;
        }
        for j in 0..c {
            if x[r * w + j] > 70 {
                continue 'p;
            }
        }
        y[r * w + c] = x[r * w + c] + 1;
    }
}

#[test]
fn continue_ends_an_iteration() {
    agree!(skips skips_from_inside skips_alike);
    agree(
        "two",
        |x, y| skips_in_two(4, x, y),
        |d, x, y| skips_in_two::run(d, 4, x, y).unwrap(),
    );
    agree(
        "sums",
        |x, y| {
            y.iter_mut()
                .for_each(|y| *y = skips_and_sums(x).0 ^ skips_and_sums(x).1)
        },
        |d, x, y| {
            let (s, hi) = skips_and_sums::run(d, x).unwrap();
            y.iter_mut().for_each(|y| *y = s ^ hi);
        },
    );
}

#[kernel]
fn ranges(n: usize, step: usize, last: u8, x: &[i32], y: &mut [i32]) {
    for i in par(0..x.len()) {
        let mut s = 0i32;
        for j in (0..n).step_by(3) {
            s = s.wrapping_mul(3).wrapping_add(j as i32);
        }
        for j in (0..n).step_by(step) {
            s = s.wrapping_mul(5).wrapping_add(j as i32);
        }
        for j in 1..=n {
            s = s.wrapping_mul(7).wrapping_add(j as i32);
        }
        for j in (2..=n).rev() {
            s = s.wrapping_mul(3).wrapping_add(j as i32);
        }
        for j in (0..n).rev().step_by(step) {
            s = s.wrapping_mul(3).wrapping_add(j as i32);
        }
        for j in (0..=n).rev().step_by(2) {
            if j == 4 {
                continue;
            }
            s = s.wrapping_mul(3).wrapping_add(j as i32);
        }
        for j in 250..=last {
            s = s.wrapping_mul(3).wrapping_add(j as i32);
            if j as i32 == 252 + (x[i] & 1) {
                break;
            }
        }
        for j in (200..255u8).step_by(27) {
            s = s.wrapping_mul(3).wrapping_add(j as i32);
        }
        for j in (i32::MIN..=i32::MAX).step_by(step * 1_500_000_000) {
            s = s.wrapping_mul(3).wrapping_add(j >> 20);
        }
        for _ in 3..=-1 {
            s += 1000;
        }
        y[i] = s;
    }
}

#[kernel]
fn lane_ranges(step: usize, x: &[i32], y: &mut [i32]) {
    for i in par(0..x.len()) {
        let mut s = 0i32;
        for j in 0..=x[i] & 15 {
            s = s.wrapping_mul(3).wrapping_add(j);
        }
        for j in (x[i]..10).step_by(3) {
            s = s.wrapping_mul(3).wrapping_add(j);
        }
        for j in (x[i]..=10).rev().step_by(step + (x[i] & 1) as usize) {
            if j % 4 == 1 {
                continue;
            }
            s = s.wrapping_mul(5).wrapping_add(j);
        }
        for j in (i32::MAX - (x[i] & 3)..=i32::MAX).rev() {
            s = s.wrapping_mul(3).wrapping_add(j & 15);
        }
        for j in (i32::MIN..i32::MIN + (x[i] & 7)).rev() {
            s = s.wrapping_mul(3).wrapping_add(j & 15);
        }
        for j in (x[i] as u8..=255).step_by(100) {
            s = s.wrapping_mul(3).wrapping_add(j as i32);
        }
        for j in (x[i]..0).step_by(usize::MAX) {
            s = s.wrapping_add(j);
        }
        y[i] = s;
    }
}

#[kernel]
fn stepped(step: usize, x: &[i32], y: &mut [i32]) {
    for i in par(0..x.len()) {
        for j in (0..10).step_by(step) {
            y[i] = x[i] + j;
        }
    }
}

#[test]
fn ranges_of_every_form() {
    for n in [0usize, 1, 2, 9] {
        for step in [1usize, 2, 5] {
            for last in [249u8, 250, 253, 255] {
                agree(
                    "ranges",
                    |x, y| ranges(n, step, last, x, y),
                    |d, x, y| ranges::run(d, n, step, last, x, y).unwrap(),
                );
            }
        }
    }
    for step in [1usize, 2, 3, 200] {
        agree(
            "lane_ranges",
            |x, y| lane_ranges(step, x, y),
            |d, x, y| lane_ranges::run(d, step, x, y).unwrap(),
        );
    }
}

#[test]
fn a_step_of_zero_is_a_fault() {
    for d in devices() {
        let mut y = [3; 9];
        let e = stepped::run(&d, 0, &[1; 9], &mut y).unwrap_err().to_string();
        // A CPU names the lowest iteration that faults, a GPU one of them.
        let which = if d.name().starts_with("cpu") { "i = 0" } else { "i = " };
        assert!(e.contains("step != 0") && e.contains(which), "{}: {e}", d.name());
        assert_eq!(y, [3; 9]);
    }
}

#[device]
fn classify(x: i32, limit: i32) -> i32 {
    if x < 0 {
        return -1;
    }
    let mut n = 0;
    while n < 10 {
        if x * n > limit {
            if x % 2 == 0 {
                return n;
            }
            break;
        }
        n += 1;
    }
    if n == 10 { return 100 } else { n + 1000 }
}

#[device]
fn parts(x: i32) -> (i32, i32) {
    if x > 60 {
        return (x, 1);
    }
    for j in 0..4 {
        if x & 3 == j {
            return ends(x, j);
        }
    }
    (0, 0)
}

#[device]
fn ends(x: i32, j: i32) -> (i32, i32) {
    (x - j, 2)
}

#[device]
fn always(x: i32) -> i32 {
    return x + 1;
}

#[kernel]
fn returned(x: &[i32], y: &mut [i32]) {
    for i in par(0..x.len()) {
        let (a, b) = parts(x[i]);
        y[i] = classify(x[i], 70) * 10 + a * b + always(b);
    }
}

#[test]
fn a_device_function_returns_early() {
    agree!(returned);
}

const SEVEN: i32 = 7;

#[kernel]
fn matched(x: &[i32], y: &mut [i32]) {
    for i in par(0..x.len()) {
        let v = x[i];
        let a = match v {
            i32::MIN..=-50 => 1,
            -49..0 => v,
            0 | 2 | 4 => 2,
            SEVEN => 3,
            n if n % 5 == 0 => n / 5,
            mut n @ 90.. => {
                n += 1;
                n
            }
            _ => -3,
        };
        match (v > 0, v & 3) {
            (true, 0) => y[i] = a,
            (true, k) if k == 2 => {
                y[i] = a + k;
            }
            (false, 1 | 2) => continue,
            (false, _) if v < -90 || i == 3 => y[i] = a * 7,
            (p, _) => match p {
                true => y[i] = a * 3,
                false => y[i] = a * 5,
            },
        }
        let (p, q) = match v >> 2 {
            0 => (1, v),
            ..=-4 => (x[0], 2),
            n => {
                if n == 9 {
                    continue;
                }
                (n, n)
            }
        };
        y[i] += p * q;
        y[i] += match v & 1 == 1 {
            true => 1,
            false if a > 2 => pick(a),
            false => 2,
        };
    }
}

#[device]
fn pick(a: i32) -> i32 {
    match a {
        3 => return 1,
        4..=20 => 2,
        _ => 9,
    }
}

#[kernel]
fn matched_by_the_host(k: i32, x: &[i32], y: &mut [i32]) {
    let n = 3;
    let n = n + 1;
    let s = match k {
        n if n > 5 => n,
        0..=2 => n * 2,
        _ => n,
    };
    if let Some(n) = x.len().checked_sub(8) {
        for i in par(0..x.len()) {
            y[i] = x[i] + s * n as i32;
        }
    } else {
        for i in par(0..x.len()) {
            y[i] = x[i] + s + n;
        }
    }
}

#[test]
fn the_host_part_matches_as_rust_does() {
    for k in [1, 4, 7] {
        agree(
            "host",
            |x, y| matched_by_the_host(k, x, y),
            |d, x, y| matched_by_the_host::run(d, k, x, y).unwrap(),
        );
    }
}

#[kernel]
fn closed(n: usize, x: &[i32], y: &mut [i32]) {
    let part = &x[0..=n << 1];
    for i in par(0..=n << 1) {
        y[i] = part[i] + 1;
    }
}

#[test]
fn a_closed_range_ends_where_it_says() {
    let (x, mut y, mut z) = ([3; 40], [0; 40], [0; 40]);
    closed(5, &x, &mut y);
    for d in devices() {
        closed::run(&d, 5, &x, &mut z).unwrap();
        assert_eq!(y, z, "{}", d.name());
    }
}

#[test]
fn match_takes_the_first_arm_that_fits() {
    agree!(matched);
}

#[kernel]
pub fn long(n: u32, y: &mut [u32]) {
    for i in par(0..y.len()) {
        let mut s = i as u32;
        for k in 0..n {
            // A loop that is hardly ever gone through counts where masks make branches.
            if s == 7 {
                while s < k {
                    s += 1;
                }
            }
            s = s.wrapping_mul(3) ^ k;
        }
        y[i] = s;
    }
}

/// Mesa's software driver ends loops after 65,535 rounds without a word: more are an error there.
#[test]
fn a_long_loop_is_right_or_an_error() {
    for n in [10_000, 15_000, 31_000, 65_535, 65_536, 200_000] {
        let mut plain = [0; 9];
        long(n, &mut plain);
        for d in devices() {
            let mut y = [0; 9];
            match long::run(&d, n, &mut y) {
                Ok(()) => assert_eq!(y, plain, "{}, {n}", d.name()),
                Err(e) => assert!(d.name().starts_with("wgpu") && n > 15_000, "{}, {n}: {e}", d.name()),
            }
        }
    }
}
