//! Every form in which a kernel can be called, on every device.

#![allow(
    clippy::assign_op_pattern,
    clippy::manual_checked_ops,
    dead_code,
    reason = "kernels read like their formulas"
)]

mod common;

use hoist::prelude::*;

use common::devices;

/// The line that the fault's place is counted from.
const ABOVE_SAXPY: u32 = line!();
#[kernel]
pub fn saxpy(a: f32, x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = a * x[i] + y[i];
    }
}

#[kernel]
pub fn total(x: &[f32]) -> f32 {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i];
    }
    s
}

#[kernel]
pub fn range_of(x: &[i32]) -> (i32, i32) {
    let mut lo = i32::MAX;
    let mut hi = i32::MIN;
    for i in par(0..x.len()) {
        lo = lo.min(x[i]);
        hi = hi.max(x[i]);
    }
    (lo, hi)
}

#[kernel(name = scaled)]
pub fn scale<const N: usize>(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = y[i] * N as f32;
    }
}

#[device]
fn square(x: f32) -> f32 {
    x * x
}

#[kernel]
fn squares(x: &[f32], y: &mut [f32]) {
    for i in par(0..x.len()) {
        y[i] = square(x[i]) + 1.0;
    }
}

/// An argument of a macro has its own place, and names are looked up there.
macro_rules! of_two {
    ($name:ident, |$a:ident, $b:ident| $value:expr) => {
        #[kernel]
        fn $name(x: &[u64], z: &[u64], y: &mut [u64]) {
            for i in par(0..x.len()) {
                let ($a, $b) = (x[i], z[i]);
                y[i] = $value;
            }
        }
    };
}
of_two!(held_sum, |a, b| a.saturating_add(b) / (b | 1));

#[test]
fn a_macros_kernel() {
    let (x, z) = ([7, u64::MAX - 5, 3, u64::MAX], [6, 9, 0, u64::MAX]);
    let mut plain = [0; 4];
    held_sum(&x, &z, &mut plain);
    for d in devices() {
        let mut y = [0; 4];
        held_sum::run(&d, &x, &z, &mut y).unwrap();
        assert_eq!(y, plain, "{}", d.name());
    }
}

#[test]
fn slices_vectors_arrays_and_buffers() {
    for d in devices() {
        let x = [1.0f32, 2.0, 3.0];
        let mut y = vec![1.0f32; 3];
        saxpy::run(&d, 2.0, &x, &mut y).unwrap();
        assert_eq!(y, [3.0, 5.0, 7.0]);
        saxpy::run(&d, 2.0, &x[..], &mut y[..]).unwrap();
        let z: &mut [f32] = &mut y;
        let mut z = z;
        saxpy::run(&d, 2.0, &x.to_vec(), &mut z).unwrap();
        assert_eq!(y, [7.0, 13.0, 19.0]);
        let mut a = [0.0f32; 3];
        saxpy::run(&d, 2.0, &x, &mut a).unwrap();
        let (dx, mut dy) = (d.upload(&x).unwrap(), d.upload(&a).unwrap());
        saxpy::run(&d, 2.0, &dx, &mut dy).unwrap();
        assert_eq!(dy.download().unwrap(), [4.0, 8.0, 12.0]);
    }
}

#[test]
fn reductions_and_tuples() {
    let x: Vec<f32> = (0..10_000).map(|i| (i as f32 * 0.37).sin()).collect();
    let k: Vec<i32> = (0..9_999).map(|i| (i * 7919) % 1000 - 500).collect();
    let first = total::run(&Device::open("cpu:scalar").unwrap(), &x).unwrap();
    for d in devices() {
        assert_eq!(total::run(&d, &x).unwrap().to_bits(), first.to_bits(), "{}", d.name());
        assert_eq!(range_of::run(&d, &k).unwrap(), range_of(&k));
        assert_eq!(range_of::run(&d, &[]).unwrap(), (i32::MAX, i32::MIN));
    }
    assert!((first - total(&x)).abs() < 1e-3);
}

#[test]
fn renamed_generic_and_local() {
    #[kernel]
    fn inside(y: &mut [u32]) {
        for i in par(0..y.len()) {
            y[i] = i as u32;
        }
    }
    for d in devices() {
        let mut y = vec![1.0f32; 5];
        scaled::run::<16>(&d, &mut y).unwrap();
        assert_eq!(y, [16.0; 5]);
        let mut n = vec![0u32; 100];
        inside::run(&d, &mut n).unwrap();
        assert!(n.iter().enumerate().all(|(i, v)| i as u32 == *v));
        squares::run(&d, &[2.0, 3.0], &mut y[..2]).unwrap();
        assert_eq!(y[..2], [5.0, 10.0]);
    }
}

#[test]
fn out_of_bounds_is_an_error_with_its_place() {
    for d in devices() {
        let x = vec![1.0f32; 700];
        let mut y = vec![1.0f32; 1000];
        let e = saxpy::run(&d, 2.0, &x, &mut y).unwrap_err().to_string();
        let place = format!("forms.rs:{}:", ABOVE_SAXPY + 4);
        assert!(e.contains("700") && e.contains(&place), "{}: {e}", d.name());
    }
}

#[test]
fn queues_and_events() {
    for d in devices() {
        let q = Queue::new(&d).unwrap();
        let (x, mut y) = (d.upload(&[1.0f32; 64]).unwrap(), d.zeros::<f32>(64).unwrap());
        drop(saxpy::launch(&q, 3.0, &x, &mut y).unwrap());
        let sum = total::launch(&q, &y).unwrap();
        drop(y);
        assert_eq!(sum.wait().unwrap(), 192.0);
    }
}

#[test]
fn an_explanation_names_the_loop_and_the_reduction() {
    assert!(total::explain().contains("reduction: `s` is a sum"));
    assert!(saxpy::explain().contains("par over (i)"));
    // Two bindings of one name are told as the user wrote them, once.
    let shadowed = shadowed::explain();
    assert!(shadowed.contains("between lanes: `a`, `i`"), "{shadowed}");
}

#[kernel]
fn shadowed(x: &[i32], y: &mut [i32]) {
    for i in par(0..y.len()) {
        let a = x[i];
        let a = a + 5;
        assert!(a > 3, "a is small");
        y[i] = a;
    }
}

#[kernel]
fn divided(n: usize, m: usize, x: &[i32], y: &mut [i32]) {
    for i in par(0..y.len()) {
        if m > 0 {
            y[i] = x[i + n / m];
        }
    }
}

#[test]
fn assertions_see_what_the_plain_call_sees() {
    for d in devices() {
        let mut y = [0; 9];
        shadowed::run(&d, &[0; 9], &mut y).unwrap();
        assert_eq!(y, [5; 9]);
        let e = shadowed::run(&d, &[-7; 9], &mut y).unwrap_err().to_string();
        assert!(e.contains("a is small"), "{e}");
    }
}

#[test]
fn a_guarded_division_does_not_run_early() {
    for d in devices() {
        let mut y = [1; 9];
        divided::run(&d, 3, 0, &[2; 9], &mut y).unwrap();
        assert_eq!(y, [1; 9]);
    }
}

/// Ranges whose bounds are elements of a slice.
#[kernel]
fn rows_of(from: &[usize], x: &mut [u32]) {
    for r in 0..from.len() - 1 {
        for i in par(from[r]..from[r + 1]) {
            x[i] += r as u32;
        }
    }
    for i in par((0..x.len()).step_by(from[1])) {
        x[i] += 100;
    }
}

#[test]
fn bounds_that_are_read() {
    for device in devices() {
        let from = [0, 3, 3, 10];
        let (mut x, mut y) = ([1; 12], [1; 12]);
        rows_of(&from, &mut x);
        rows_of::run(&device, &from, &mut y).unwrap();
        assert_eq!(x, y, "{}", device.name());
    }
}

/// Bounds and subscripts that are elements of an array.
#[kernel]
fn grid(dims: [usize; 2], x: &mut [u32]) {
    for (i, j) in par((0..dims[0], 0..dims[1])) {
        x[i * dims[1] + j] += 1;
    }
}

#[test]
fn bounds_of_an_array() {
    for device in devices() {
        let mut x = [0; 12];
        grid::run(&device.strict(), [3, 4], &mut x).unwrap();
        assert_eq!(x, [1; 12], "{}", device.name());
    }
}
