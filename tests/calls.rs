//! Between the loops: calls of other kernels, and what is done with whole slices.

#![allow(clippy::assign_op_pattern, reason = "kernels read like their formulas")]

mod common;

use common::devices;
use hoist::prelude::*;

mod parts {
    use hoist::prelude::*;

    #[kernel]
    pub fn total<T: Number>(x: &[T], first: T) -> T {
        let mut s = first;
        for i in par(0..x.len()) {
            s += x[i];
        }
        s
    }

    #[kernel]
    pub fn scale<T: Number, const N: usize>(factor: T, x: &mut [T]) {
        assert!(x.len() >= N, "room for all");
        for i in par(0..N) {
            x[i] = x[i] * factor;
        }
    }
}
use parts::total;

#[kernel]
fn normalised(x: &[f64], y: &mut [f64]) -> f64 {
    let all = total(x, 0.0);
    y.copy_from_slice(x);
    parts::scale::<f64, 6>(1.0 / all, y);
    parts::scale::<_, 2>(2.0, &mut y[4..]);
    all + total(&y[..2], x[0])
}

#[test]
fn a_kernel_calls_kernels() {
    let x = [1.0, 2.0, 3.0, 4.0, 5.0, 10.0, 7.0];
    let (mut wanted, mut y) = ([0.0; 7], [0.0; 7]);
    let sum = normalised(&x, &mut wanted);
    assert_eq!(wanted[6], 7.0);
    for d in &devices() {
        y.fill(0.0);
        assert_eq!(normalised::run(d, &x, &mut y).unwrap(), sum, "{}", d.name());
        assert_eq!(y, wanted, "{}", d.name());
    }
}

/// The fast Walsh-Hadamard transform, as its definition goes: of half the size, twice.
#[kernel]
fn walsh(x: &mut [i32], stages: u32) {
    if stages == 0 {
        return;
    }
    let (a, b) = x.split_at_mut(x.len() / 2);
    for i in par(0..a.len()) {
        let t = a[i];
        a[i] = t + b[i];
        b[i] = t - b[i];
    }
    walsh(a, stages - 1);
    walsh(b, stages - 1);
}

#[test]
fn a_kernel_calls_itself() {
    let input: Vec<i32> = (0..64).map(|i| i * i % 23 - 11).collect();
    let wanted: Vec<i32> = (0..64usize)
        .map(|k| {
            let sign = |i: usize| if (i & k).count_ones().is_multiple_of(2) { 1 } else { -1 };
            (0..64).map(|i| sign(i) * input[i]).sum()
        })
        .collect();
    let mut plain = input.clone();
    walsh(&mut plain, 6);
    assert_eq!(plain, wanted);
    for d in devices() {
        let mut x = input.clone();
        walsh::run(&d, &mut x, 6).unwrap();
        assert_eq!(x, wanted, "{}", d.name());
        let mut buffer = d.upload(&input).unwrap();
        let queue = Queue::new(&d).unwrap();
        walsh::launch(&queue, &mut buffer, 6).unwrap().wait().unwrap();
        assert_eq!(buffer.download().unwrap(), wanted, "{}", d.name());
    }
}

/// A step of Jacobi's method for `2 x[i] - x[i - 1] / 2 - x[i + 1] / 2 = b[i]`; the squared change.
#[kernel]
fn step(b: &[f32], old: &[f32], new: &mut [f32]) -> f32 {
    let n = b.len();
    let mut change = 0.0;
    for i in par(0..n) {
        let left = if i > 0 { old[i - 1] } else { 0.0 };
        let right = if i + 1 < n { old[i + 1] } else { 0.0 };
        let x = (b[i] + 0.5 * left + 0.5 * right) * 0.5;
        new[i] = x;
        change += (x - old[i]) * (x - old[i]);
    }
    change
}

#[kernel]
fn solve(b: &[f32], x: &mut [f32]) -> u32 {
    let mut old = x.to_vec();
    let mut steps = 0;
    while step(b, &old, x) > 1e-6 {
        old.copy_from_slice(x);
        steps += 1;
    }
    steps
}

#[test]
fn a_loop_until_a_callee_has_converged() {
    let b: Vec<f32> = (0..500).map(|i| (i % 7) as f32).collect();
    let mut wanted = vec![0.0; 500];
    let steps = solve(&b, &mut wanted);
    assert!(steps > 5);
    for d in devices() {
        let mut x = vec![0.0; 500];
        let n = solve::run(&d, &b, &mut x).unwrap();
        assert!(n.abs_diff(steps) <= 1, "{}: {n} steps, not {steps}", d.name());
        for (x, wanted) in x.iter().zip(&wanted) {
            assert!((x - wanted).abs() < 2e-3, "{}: {x}, not {wanted}", d.name());
        }
    }
}

#[kernel]
fn elements(x: &mut [u32], k: usize) -> u32 {
    x[k] += 5;
    x[k + 1] <<= x[0];
    x.swap(0, x.len() - 1);
    let mut copy = x.to_vec();
    let (a, b) = x.split_at(k);
    for i in par(0..copy.len()) {
        copy[i] = copy[i] * 10 + a[0] + b[i % b.len()];
    }
    x.copy_from_slice(&copy);
    x[1] -= x[0] % 7;
    x[1]
}

#[test]
fn elements_and_halves() {
    let input = [1, 20, 30, 40, 50];
    let mut wanted = input;
    let last = elements(&mut wanted, 2);
    for d in devices() {
        let mut x = input;
        assert_eq!(elements::run(&d, &mut x, 2).unwrap(), last, "{}", d.name());
        assert_eq!(x, wanted, "{}", d.name());
        // Beyond the slice.
        for (k, index) in [(5, 5), (4, 5)] {
            let fault = elements::run(&d, &mut x, k).unwrap_err();
            let Error::Fault(fault) = fault else { panic!("{fault}") };
            assert_eq!(
                (fault.kernel, fault.index, fault.len),
                ("elements", index, 5),
                "{}",
                d.name()
            );
        }
    }
}

#[kernel]
fn taken(x: &[u32], n: usize) -> u32 {
    let (a, b) = x.split_at(n);
    total(a, 0) * 1000 + total(b, 0)
}

#[kernel]
fn picks(x: &[u32], at: &[usize], y: &mut [u32]) {
    for i in par(0..at.len()) {
        y[i] = x[at[i]];
    }
}

#[kernel]
fn picks_and_sums(x: &[u32], at: &[usize], y: &mut [u32]) -> u32 {
    picks(x, at, y);
    // Longer than the room of `scale` where `y` is short.
    parts::scale::<_, 3>(2, y);
    assert!(y[0] < 20, "not too much");
    taken(y, 9 - at.len())
}

#[test]
fn faults_name_the_kernel_that_they_are_in() {
    let x = [3, 5, 7, 11];
    for d in devices() {
        let name = d.name();
        let fault = |at: &[usize]| match picks_and_sums::run(&d, &x, at, &mut vec![1; at.len()]) {
            Err(Error::Fault(f)) => (f.kernel, f.index, f.len, f.text, f.file.ends_with("calls.rs")),
            other => panic!("{name}: {other:?}"),
        };
        let mut y = [1; 5];
        let sums = picks_and_sums::run(&d, &x, &[0, 1, 2, 3, 3], &mut y).unwrap();
        assert_eq!((sums, y), (41011, [6, 10, 14, 11, 11]), "{name}");
        assert_eq!(fault(&[0, 9, 2]), ("picks", 9, 4, "x", true), "{name}");
        assert_eq!(fault(&[0, 1]), ("scale", 0, 0, "room for all", true), "{name}");
        assert_eq!(fault(&[0; 3]), ("taken", 6, 3, "slice", true), "{name}");
        let caller = ("picks_and_sums", 0, 0, "not too much", true);
        assert_eq!(fault(&[3; 5]), caller, "{name}");
    }
}

#[test]
fn what_explain_says() {
    assert!(normalised::explain().contains("a call of the kernel `parts::scale`"));
    let text = walsh::source(Target::Wgsl).unwrap();
    assert_eq!(text.matches("@compute").count(), 1, "{text}");
}
