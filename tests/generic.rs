//! Kernels and device functions with type parameters.

mod common;

use hoist::prelude::*;
use hoist::{bf16, f16};

use common::devices;

#[kernel]
pub fn axpy<T: Number>(a: T, x: &[T], y: &mut [T]) {
    for i in par(0..y.len()) {
        y[i] = a * x[i] + y[i];
    }
}

/// Two parameters, a const one, reductions of a type parameter, a branch on it.
#[kernel]
pub fn moments<T: Number, U: Number, const N: usize>(x: &[T], k: &[U]) -> (T, T, U) {
    let mut sum = T::ZERO;
    let mut product = T::ONE;
    let mut count = U::int(0);
    for i in par(0..x.len()) {
        let v = if x[i] > T::int(N as i32) { x[i] - T::ONE } else { x[i] };
        sum += v;
        if i % N == 1 {
            product *= T::int(3) - T::int(2);
            count += k[i] / U::int(2);
        }
    }
    (sum, product, count)
}

#[device]
fn smooth<T: Real>(x: T, half: T) -> T {
    let y = x.abs().sqrt() + half;
    if y > T::real(1.5) {
        return y.floor() - T::real(0.25);
    }
    y.mul_add(y, -half)
}

/// Everything that a float can do with exact bits, by way of a device function.
#[kernel]
pub fn shape<T: Real>(half: T, x: &[T], y: &mut [T]) -> T {
    let mut most = T::real(-1e3);
    for i in par(0..y.len()) {
        let v = smooth(x[i], half).max(x[i].fract()).copysign(x[i]);
        y[i] = v.trunc() + v.recip().min(T::int(4));
        most = most.max(y[i]);
    }
    most
}

#[kernel]
pub fn waves<T: Real>(x: &[T], y: &mut [T]) {
    for i in par(0..y.len()) {
        y[i] = (x[i] * T::real(0.5)).sin() + x[i].exp2().ln() - x[i].tanh().powi(3);
    }
}

/// A scan, a host part, and scratch of the parameter's type.
#[kernel]
pub fn running<T: Number>(first: T, x: &[T], y: &mut [T]) -> T {
    let mut t = first;
    let mut twice = vec![T::ZERO; x.len()];
    for i in par(0..x.len()) {
        twice[i] = x[i] + x[i];
    }
    for i in par(0..x.len()) {
        t += twice[i];
        y[i] = t;
    }
    if x.len() > 2 {
        t -= y[2];
    }
    t
}

fn rough(n: usize, seed: u32) -> Vec<u32> {
    (0..n as u32)
        .map(|i| (i ^ seed).wrapping_mul(0x9e37_79b1) >> 20)
        .collect()
}

/// What a device lacks is said by name.
fn ran<T>(device: &Device, result: Result<T, Error>) -> Option<T> {
    match result {
        Err(e @ Error::Unsupported { .. }) => {
            assert!(device.name().starts_with("wgpu"), "{e}");
            None
        }
        r => Some(r.unwrap_or_else(|e| panic!("{}: {e}", device.name()))),
    }
}

fn numbers<T: Number>(device: &Device, of: impl Fn(u32) -> T) {
    for n in [0, 1, 33, 1000] {
        let name = format!("{} {} {n}", device.name(), T::SCALAR.name());
        let x: Vec<T> = rough(n, 1).into_iter().map(&of).collect();
        let (mut want, mut got) = (vec![of(3); n], vec![of(3); n]);
        axpy(of(2), &x, &mut want);
        if ran(device, axpy::run(device, of(2), &x, &mut got)).is_none() {
            continue;
        }
        assert_eq!(want, got, "{name}");
        let keys = rough(n, 2);
        let one = moments::<T, u32, 7>(&x, &keys);
        let two = moments::run::<T, u32, 7>(device, &x, &keys).expect("it runs");
        assert_eq!((one.1, one.2), (two.1, two.2), "{name}");
        let t = running(of(1), &x, &mut want);
        let u = running::run(device, of(1), &x, &mut got).expect("it runs");
        if !T::SCALAR.is_float() {
            assert_eq!((one.0, &want, t), (two.0, &got, u), "{name}");
        }
    }
}

#[test]
fn numbers_of_every_kind() {
    for device in devices() {
        numbers(&device, |v| (v % 5) as i8 - 2);
        numbers(&device, |v| v as u16 % 16);
        numbers(&device, |v| v as i32 - 2000);
        numbers(&device, u64::from);
        numbers(&device, |v| f16::from_f32(v as f32 / 64.0 - 30.0));
        numbers(&device, |v| v as f32 / 64.0 - 30.0);
        numbers(&device, |v| f64::from(v) / 64.0 - 30.0);
    }
}

fn reals<T: Real>(device: &Device, bound: f64, number: impl Fn(T) -> f64) {
    let n = 777;
    let x: Vec<T> = rough(n, 5)
        .into_iter()
        .map(|v| T::real(f64::from(v) / 512.0 - 4.0))
        .collect();
    let (mut want, mut got) = (vec![T::ZERO; n], vec![T::ZERO; n]);
    let most = shape(T::real(0.5), &x, &mut want);
    let Some(also) = ran(device, shape::run(device, T::real(0.5), &x, &mut got)) else {
        return;
    };
    let relaxed = device.info().strict != hoist::Strictness::Strict;
    if !relaxed {
        assert_eq!((most, &want), (also, &got), "{}", device.name());
    }
    waves(&x, &mut want);
    waves::run(device, &x, &mut got).expect("it runs");
    for (a, b) in want.iter().zip(&got) {
        let (a, b) = (number(*a), number(*b));
        assert!((a - b).abs() <= bound * (4.0 + a.abs()), "{}: {a} {b}", device.name());
    }
}

#[test]
fn every_float() {
    for device in devices() {
        reals::<f32>(&device, 1e-6, f64::from);
        reals::<f64>(&device, 1e-15, |x| x);
        reals::<f16>(&device, 1e-3, f16::to_f64);
        reals::<bf16>(&device, 1e-2, bf16::to_f64);
    }
}

#[test]
fn text_for_each_type() {
    let of = |t: Target| {
        (
            axpy::source::<f32>(t).expect("it prints"),
            axpy::source::<i64>(t).expect("it prints"),
        )
    };
    let (float, int) = of(Target::OpenCl);
    assert!(float.contains("f32") && int.contains("i64"), "{float}\n{int}");
}
