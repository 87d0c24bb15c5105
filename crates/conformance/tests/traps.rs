//! What silently goes wrong on devices, and must not: each is tried on every device that is here.

#![allow(
    clippy::assign_op_pattern,
    clippy::ptr_arg,
    dead_code,
    reason = "kernels read like their formulas; some plain functions stay unused"
)]

use hoist::prelude::*;
use hoist_conformance::{CPU, emulated, traced};

fn everywhere() -> Vec<Device> {
    let modes = if emulated::is_here() { &[][..] } else { &CPU[..] };
    let cpu = modes.iter().map(|name| Device::open(name).expect("a CPU mode opens"));
    cpu.chain(traced()).collect()
}

#[test]
fn all_on_emulated_cuda() {
    for arch in emulated::ARCHS {
        emulated::run(&[], &[("HOIST_EMULATOR_ARCH", arch)]);
    }
}

/// The interpreter takes its time.
fn size(d: &Device, n: usize) -> usize {
    if d.name() == "check" { n.min(20_000) } else { n }
}

#[kernel]
fn bytes(x: &[u8], y: &mut [u8]) {
    for i in par(0..y.len()) {
        y[i] = x[i] / 2 + 1;
    }
}
#[kernel]
fn shorts(x: &[i16], y: &mut [i16]) {
    for i in par(0..y.len()) {
        y[i] = x[i].wrapping_mul(-3);
    }
}
#[kernel]
fn signed_bytes(x: &[i8], y: &mut [i8]) {
    for i in par(0..y.len()) {
        y[i] = x[i].wrapping_add(100);
    }
}
#[kernel]
fn bools(x: &[i32], y: &mut [bool]) {
    for i in par(0..y.len()) {
        y[i] = x[i] % 3 == 0;
    }
}
#[kernel]
fn flip(y: &mut [bool]) {
    for i in par(0..y.len()) {
        y[i] = !y[i];
    }
}

#[test]
fn neighbours_bytes_are_never_lost() {
    for d in everywhere() {
        let n = size(&d, 1_000_003);
        let x: Vec<u8> = (0..n).map(|i| (i * 7) as u8).collect();
        let mut y = vec![0; n];
        bytes::run(&d, &x, &mut y).unwrap();
        assert!(y.iter().zip(&x).all(|(y, x)| *y == x / 2 + 1), "{}", d.name());
        let x: Vec<i16> = (0..n).map(|i| (i * 7) as i16).collect();
        let mut y = vec![0; n];
        shorts::run(&d, &x, &mut y).unwrap();
        assert!(y.iter().zip(&x).all(|(y, x)| *y == x.wrapping_mul(-3)), "{}", d.name());
        let x: Vec<i8> = (0..n).map(|i| (i * 7) as i8).collect();
        let mut y = vec![0; n];
        signed_bytes::run(&d, &x, &mut y).unwrap();
        assert!(y.iter().zip(&x).all(|(y, x)| *y == x.wrapping_add(100)), "{}", d.name());
        let x: Vec<i32> = (0..n as i32).collect();
        let mut y = vec![true; n];
        bools::run(&d, &x, &mut y).unwrap();
        flip::run(&d, &mut y).unwrap();
        assert!(y.iter().zip(&x).all(|(y, x)| *y == (x % 3 != 0)), "{}", d.name());
    }
}

#[kernel]
fn dot(x: &[f32], y: &[f32]) -> f32 {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i] * y[i];
    }
    s
}
#[kernel]
fn add_to(x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = y[i] + x[i];
    }
}

#[test]
fn one_buffer_bound_twice() {
    for d in everywhere() {
        let data: Vec<f32> = (0..100).map(|i| i as f32).collect();
        let x = d.upload(&data).unwrap();
        assert_eq!(dot::run(&d, &x, &x).unwrap(), 328_350.0, "{}", d.name());
        let mut both = d.upload(&data).unwrap();
        let (a, mut b) = both.split_at_mut(50);
        add_to::run(&d, &a, &mut b).unwrap();
        let got = both.download().unwrap();
        let want: Vec<f32> = (0..100).map(|i| if i < 50 { i } else { 2 * i - 50 } as f32).collect();
        assert_eq!(got, want, "{}", d.name());
    }
}

#[test]
fn parts_off_every_alignment_and_of_no_length() {
    for d in everywhere() {
        let data: Vec<u8> = (0..=255).collect();
        let x = d.upload(&data).unwrap();
        for (from, len) in [(1, 7), (3, 13), (5, 0), (0, 0), (255, 1), (256, 0)] {
            let mut y = d.upload(&[9u8; 64]).unwrap();
            bytes::run(&d, x.slice(from..from + len), y.slice_mut(2..2 + len)).unwrap();
            let mut want = [9u8; 64];
            for i in 0..len {
                want[2 + i] = data[from + i] / 2 + 1;
            }
            assert_eq!(y.download().unwrap(), want, "{} {from} {len}", d.name());
        }
        let none: [f32; 0] = [];
        assert_eq!(dot::run(&d, &none, &none).unwrap(), 0.0);
        let mut empty = d.zeros::<f32>(0).unwrap();
        add_to::run(&d, &none[..].to_vec(), &mut Vec::new()).unwrap();
        empty.fill(1.0).unwrap();
    }
}

#[kernel]
fn many(
    a: &[i32],
    b: &[i32],
    c: &[i32],
    e: &[i32],
    f: &[i32],
    g: &[i32],
    h: &[i32],
    k: &[i32],
    l: &[i32],
    y: &mut [i32],
) {
    for i in par(0..y.len()) {
        y[i] = a[i] + b[i] + c[i] + e[i] + f[i] + g[i] + h[i] + k[i] + l[i];
    }
}

#[test]
fn ten_slices_or_the_limit_by_name() {
    for d in everywhere() {
        let x = [1, 2, 3];
        let mut y = [0; 3];
        match many::run(&d, &x, &x, &x, &x, &x, &x, &x, &x, &x, &mut y) {
            Ok(()) => assert_eq!(y, [9, 18, 27], "{}", d.name()),
            Err(e) => {
                assert!(d.info().max_bindings < 12, "{e}");
                let text = e.to_string();
                assert!(
                    text.contains(&format!("binds {} buffers", d.info().max_bindings)),
                    "{text}"
                );
            }
        }
    }
}

#[kernel]
fn count_rows(h: usize, w: usize, y: &mut [u32]) {
    for (r, c) in par((0..h, 0..w)) {
        y[r * w + c] = (r * 3 + c) as u32;
    }
}

#[test]
fn more_groups_than_a_dimension_has() {
    // 65,535 groups of 64 and some.
    let n: usize = 4_200_000;
    for d in everywhere() {
        let n = size(&d, n);
        let x = vec![1.0f32; n];
        let mut y = vec![2.0f32; n];
        add_to::run(&d, &x, &mut y).unwrap();
        assert!(y.iter().all(|v| *v == 3.0), "{}", d.name());
        let (h, w) = (n / 7, 7);
        let mut y = vec![u32::MAX; h * w];
        count_rows::run(&d, h, w, &mut y).unwrap();
        assert!((0..h * w).all(|i| y[i] == (i / w * 3 + i % w) as u32), "{}", d.name());
    }
}

#[kernel]
fn gather(x: &[f32], at: &[u32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = x[at[i] as usize];
    }
}
#[kernel]
fn quotient(a: &[i32], b: &[i32], y: &mut [i32]) {
    for i in par(0..y.len()) {
        y[i] = a[i] / b[i];
    }
}
#[kernel]
fn positive(x: &[i32], y: &mut [i32]) {
    for i in par(0..y.len()) {
        assert!(x[i] > 0, "not positive");
        y[i] = x[i] * 2;
    }
    for i in par(0..y.len()) {
        y[i] = -1;
    }
}

#[test]
fn a_fault_is_an_error_and_the_device_goes_on() {
    for d in everywhere() {
        let name = d.name().to_string();
        let x = [1.0f32; 10];
        let mut at = [3u32; 100];
        at[70] = 10;
        let mut y = [7.0f32; 100];
        let e = gather::run(&d, &x, &at, &mut y).unwrap_err();
        let Error::Fault(f) = &e else { panic!("{name}: {e}") };
        assert_eq!((f.text, f.index, f.len), ("x", 10, 10), "{name}");
        assert_eq!(f.iteration, [("i", 70)], "{name}");
        let text = e.to_string();
        assert!(
            text.contains("traps.rs:") && text.contains("length 10 but the index is 10"),
            "{name}: {text}"
        );
        if !name.starts_with("cpu") {
            assert!(y.iter().all(|v| *v == 7.0), "{name}: host slices are untouched");
        }
        assert!(y.iter().all(|v| *v == 7.0 || *v == 1.0), "{name}");

        let (a, mut b) = ([i32::MIN; 70], [1; 70]);
        let mut q = [5; 70];
        b[69] = 0;
        let e = quotient::run(&d, &a, &b, &mut q).unwrap_err().to_string();
        assert!(e.contains("division by zero in") && e.contains("i = 69"), "{name}: {e}");
        b[69] = -1;
        let e = quotient::run(&d, &a, &b, &mut q).unwrap_err().to_string();
        assert!(
            e.contains("division overflow in") && e.contains("i = 69"),
            "{name}: {e}"
        );

        let mut p = d.upload(&[4; 80]).unwrap();
        let mut x = [1; 80];
        x[33] = 0;
        let e = positive::run(&d, &x, &mut p).unwrap_err().to_string();
        assert!(e.contains("not positive") && e.contains("i = 33"), "{name}: {e}");
        let p = p.download().unwrap();
        assert!(
            p.iter().all(|v| *v == 4 || *v == 2),
            "{name}: the second loop did not run: {p:?}"
        );
        assert!(p[33] == 4, "{name}");

        at[70] = 9;
        gather::run(&d, &x_of_ten(), &at, &mut y).unwrap();
        assert!(y.iter().all(|v| *v == 1.0), "{name}: the device goes on");
    }
}
fn x_of_ten() -> [f32; 10] {
    [1.0; 10]
}

#[kernel]
fn strided(s: usize, y: &mut [i32]) {
    for (r, c) in par((0..4, 0..8)) {
        y[r * s + c] = (10 * r + c) as i32;
    }
}
#[kernel]
fn strided_sum(s: usize, x: &[f32], y: &mut [f32]) -> f32 {
    let mut t = 0.0;
    for (r, c) in par((0..4, 0..100)) {
        y[r * s + c] = x[c];
        t += x[c] * 0.1;
    }
    t
}

#[test]
fn what_is_not_parallel_runs_in_order() {
    for d in everywhere() {
        // Rows overlap: the later row wins, as in the plain call.
        for s in [8, 5, 1, 0] {
            let (mut want, mut got) = ([0; 40], [0; 40]);
            strided(s, &mut want);
            strided::run(&d, s, &mut got).unwrap();
            assert_eq!(got, want, "{} s = {s}", d.name());
        }
        let x: Vec<f32> = (0..100).map(|i| i as f32 * 0.37).collect();
        let mut y = vec![0.0; 500];
        let parallel = strided_sum::run(&d, 100, &x, &mut y).unwrap();
        let serial = strided_sum::run(&d, 3, &x, &mut y).unwrap();
        assert_eq!(parallel.to_bits(), serial.to_bits(), "{}", d.name());
        let e = strided::run(&d.strict(), 5, &mut [0; 40]).unwrap_err().to_string();
        assert!(e.contains("is not parallel for these arguments"), "{}: {e}", d.name());
    }
}

#[kernel]
fn wide(k: u64, x: &[u64], y: &mut [u64]) {
    for i in par(0..y.len()) {
        y[i] = (x[i] * k) ^ (x[i] >> 33);
    }
}
#[kernel]
fn hash(x: &[u32], y: &mut [u32]) {
    for i in par(0..y.len()) {
        let mut h = 0xcbf2_9ce4_8422_2325usize;
        h = (h ^ x[i] as usize).wrapping_mul(0x0000_0100_0000_01b3);
        y[i] = (h >> 29) as u32;
    }
}
#[kernel]
fn doubles(x: &[f64], y: &mut [f64]) {
    for i in par(0..y.len()) {
        y[i] = x[i].sqrt() * 3.0 + 1.0 / x[i];
    }
}

#[test]
fn wide_types_or_their_name() {
    for d in everywhere() {
        let x: Vec<u64> = (0..100u64).map(|i| i.wrapping_mul(0x9e37_79b9_7f4a_7c15)).collect();
        let (mut want, mut got) = (vec![0; 100], vec![0; 100]);
        let k = 0xff51_afd7_ed55_8ccd;
        for (w, x) in want.iter_mut().zip(&x) {
            *w = x.wrapping_mul(k) ^ (x >> 33);
        }
        match wide::run(&d, k, &x, &mut got) {
            Ok(()) => assert_eq!(got, want, "{}", d.name()),
            Err(e) => assert!(e.to_string().contains("u64"), "{e}"),
        }
        let x: Vec<u32> = (0..100).collect();
        let (mut want, mut got) = (vec![0; 100], vec![0; 100]);
        hash(&x, &mut want);
        match hash::run(&d, &x, &mut got) {
            Ok(()) => assert_eq!(got, want, "usize has 64 bits on {}", d.name()),
            Err(e) => assert!(e.to_string().contains("usize"), "{e}"),
        }
        let x: Vec<f64> = (1..100).map(|i| 1.0 / i as f64).collect();
        let (mut want, mut got) = (vec![0.0; 99], vec![0.0; 99]);
        doubles(&x, &mut want);
        match doubles::run(&d, &x, &mut got) {
            Ok(()) => assert_eq!(got, want, "{}", d.name()),
            Err(e) => assert!(e.to_string().contains("f64"), "{e}"),
        }
    }
}

#[kernel]
fn constants(y: &mut [f32]) {
    for i in par(0..y.len()) {
        let mut v = f32::INFINITY;
        if i == 1 {
            v = f32::NEG_INFINITY;
        }
        if i == 2 {
            v = f32::NAN;
        }
        if i == 3 {
            v = -0.0;
        }
        if i == 4 {
            v = f32::MIN_POSITIVE / 2.0;
        }
        if i == 5 {
            v = 1.0 / 0.0;
        }
        y[i] = v;
    }
}

#[test]
fn infinities_and_nan_as_constants() {
    for d in everywhere() {
        let mut y = [1.0f32; 6];
        constants::run(&d, &mut y).unwrap();
        let want = [
            f32::INFINITY,
            f32::NEG_INFINITY,
            f32::NAN,
            -0.0,
            f32::MIN_POSITIVE / 2.0,
            f32::INFINITY,
        ];
        for (i, (y, w)) in y.iter().zip(want).enumerate() {
            assert!(
                y.to_bits() == w.to_bits() || y.is_nan() && w.is_nan(),
                "{} {i}: {y} is not {w}",
                d.name()
            );
        }
    }
}

/// What a compiler might decide without a look at the number.
#[kernel]
#[allow(clippy::eq_op, reason = "a number against itself tells NaN")]
fn against_itself(x: &[f32], n: &[i32], y: &mut [u32]) {
    for i in par(0..y.len()) {
        let (v, w) = (x[i], n[i]);
        let mut bits = 0;
        if v == v {
            bits += 1;
        }
        if v <= v {
            bits += 2;
        }
        if v >= v {
            bits += 4;
        }
        if v != v {
            bits += 8;
        }
        if v < v {
            bits += 16;
        }
        if v > v {
            bits += 16;
        }
        if w == w && w <= w {
            bits += 32;
        }
        if w != w || w < w {
            bits += 64;
        }
        y[i] = bits;
    }
}

#[test]
fn a_number_against_itself() {
    let x = [1.0, f32::NAN, f32::INFINITY, -0.0];
    let want = [39, 40, 39, 39];
    let mut plain = [0; 4];
    against_itself(&x, &[0, -1, i32::MAX, 3], &mut plain);
    assert_eq!(plain, want);
    for d in everywhere() {
        let mut y = [0; 4];
        against_itself::run(&d, &x, &[0, -1, i32::MAX, 3], &mut y).unwrap();
        assert_eq!(y, want, "{}", d.name());
    }
}

#[kernel]
fn smooth(n: usize, steps: usize, y: &mut [f32]) {
    let mut t = vec![0.0; n];
    for _ in 0..steps {
        for i in par(1..n - 1) {
            t[i] = (y[i - 1] + y[i] + y[i + 1]) / 3.0;
        }
        for i in par(1..n - 1) {
            y[i] = t[i];
        }
        y[0] = y[1];
    }
}

#[test]
fn a_program_of_loops_host_code_and_scratch() {
    for d in everywhere() {
        let mut want: Vec<f32> = (0..50).map(|i| (i * i % 17) as f32).collect();
        let mut got = want.clone();
        smooth(50, 7, &mut want);
        smooth::run(&d, 50, 7, &mut got).unwrap();
        assert_eq!(got, want, "{}", d.name());
    }
}

#[test]
fn a_binding_over_the_limit_names_it() {
    for d in traced() {
        let limit = d.info().max_binding_bytes;
        if limit > 1 << 28 {
            continue;
        }
        let n = limit as usize + 4;
        let e = match d.zeros::<u8>(n) {
            Err(e) => e,
            Ok(mut y) => bytes::run(&d, &vec![1u8; 4], y.slice_mut(..4)).unwrap_err(),
        };
        assert!(e.to_string().contains(&limit.to_string()), "{}: {e}", d.name());
    }
}
