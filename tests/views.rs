//! Views of several dimensions: `ndarray`'s, in any layout, and slices with dimensions.
#![cfg(feature = "ndarray")]

mod common;

use common::devices;
use hoist::prelude::*;
use ndarray::{
    Array1, Array2, Array3, ArrayView, ArrayView1, ArrayView2, ArrayView3, ArrayViewMut2, ArrayViewMut3, Axis, Ix2, s,
};

fn numbers(n: usize) -> Vec<f32> {
    (0..n).map(|i| ((i * 7919) % 1009) as f32 * 0.25 - 100.0).collect()
}

#[kernel]
fn jacobi(a: ArrayView2<f32>, mut y: ArrayViewMut2<f32>) {
    let (h, w) = y.dim();
    for (i, j) in par((1..h - 1, 1..w - 1)) {
        y[[i, j]] = 0.25 * (a[[i - 1, j]] + a[[i + 1, j]] + a[(i, j - 1)] + a[(i, j + 1)]);
    }
}

/// Every layout of an input and an output gives what the plain call gives, and touches nothing between the elements.
#[test]
fn layouts() {
    let data = Array2::from_shape_vec((46, 62), numbers(46 * 62)).unwrap();
    let plane = || Array2::from_elem((46, 62), 9.0f32);
    type Cut<'a> = fn(&'a Array2<f32>) -> ArrayView2<'a, f32>;
    let inputs: [Cut; 5] = [
        |d| d.slice(s![..23, ..31]),
        |d| d.slice(s![..;2, ..;2]),
        |d| d.slice(s![23..;-1, 31..;-1]).slice_move(s![..23, ..31]),
        |d| d.slice(s![..31, ..23]).reversed_axes(),
        |d| d.slice(s![10..33, 4..35]),
    ];
    for device in devices() {
        for (n, input) in inputs.iter().enumerate() {
            let (mut wanted, mut y) = (plane(), plane());
            jacobi(input(&data), wanted.slice_mut(s![..;2, ..;2]));
            jacobi::run(&device, input(&data), y.slice_mut(s![..;2, ..;2])).unwrap();
            assert_eq!(y, wanted, "{} {n}", device.name());
            let (mut wanted, mut y) = (plane(), plane());
            jacobi(input(&data), wanted.slice_mut(s![5..36, 3..26]).reversed_axes());
            jacobi::run(&device, input(&data), y.slice_mut(s![5..36, 3..26]).reversed_axes()).unwrap();
            assert_eq!(y, wanted, "{} {n}, transposed", device.name());
        }
        let row = data.slice(s![7, ..]);
        let rows = row.broadcast((46, 62)).unwrap();
        let (mut wanted, mut y) = (plane(), plane());
        jacobi(rows, wanted.view_mut());
        jacobi::run(&device, rows, y.view_mut()).unwrap();
        assert_eq!(y, wanted, "{}, one row again and again", device.name());
        let (mut wanted, mut y) = (plane(), plane());
        jacobi(data.view(), wanted.view_mut());
        jacobi::run(&device, &data, &mut y).unwrap();
        assert_eq!(y, wanted, "{}", device.name());
    }
}

/// A stack of matrices times vectors: three dimensions, loops inside, one dimension.
#[kernel]
fn products(
    a: &Array3<f32>,
    x: ArrayView<'_, f32, Ix2>,
    scale: ArrayView1<f32>,
    y: &mut ndarray::ArrayViewMut2<'_, f32>,
) {
    assert!(a.len_of(Axis(2)) == x.ncols() && a.shape()[0] == x.nrows());
    for (n, i) in par((0..a.shape()[0], 0..a.shape()[1])) {
        let mut sum = 0.0;
        for k in 0..a.shape()[2] {
            sum += a[[n, i, k]] * x[[n, k]];
        }
        y[[n, i]] = sum * scale[i];
    }
}

#[test]
fn three_dimensions() {
    let a = Array3::from_shape_fn((5, 7, 9), |(i, j, k)| (i * 100 + j * 10 + k) as f32);
    let x = Array2::from_shape_fn((9, 5), |(i, j)| (i + j) as f32 * 0.5).reversed_axes();
    let scale = Array1::from_vec(numbers(14));
    for device in devices() {
        let (mut wanted, mut y) = (Array2::zeros((5, 7)), Array2::zeros((5, 7)));
        products(&a, x.view(), scale.slice(s![..;-2]), &mut wanted.view_mut());
        products::run(&device.strict(), &a, &x, scale.slice(s![..;-2]), &mut y).unwrap();
        assert_eq!(y, wanted, "{}", device.name());
    }
}

#[device]
fn blurred(a: ArrayView2<f32>, i: usize, j: usize) -> f32 {
    let left = if j > 0 { a[[i, j - 1]] } else { 0.0 };
    let right = if j + 1 < a.ncols() { a[[i, j + 1]] } else { 0.0 };
    left + a[[i, j]] + right
}

#[kernel]
fn blur(a: ArrayView2<f32>, mut y: ArrayViewMut2<f32>) {
    for (i, j) in par((0..a.nrows(), 0..a.ncols())) {
        y[[i, j]] = blurred(a, i, j);
    }
}

/// Calls of a device function and of kernels, elements between the loops, a reduction, scratch memory.
#[kernel]
fn twice(a: ArrayView2<f32>, mut y: ArrayViewMut2<f32>) -> f32 {
    let mut t = vec![0.0f32; a.nrows()];
    blur(a.view(), y.view_mut());
    for i in par(0..y.nrows()) {
        t[i] = y[[i, 0]];
    }
    y[[0, 0]] = a[[0, 1]] + t[1];
    y[[1, 1]] += 2.0;
    let mut best = 0.0f32;
    for (i, j) in par((0..y.nrows(), 0..y.ncols())) {
        best = best.max(y[[i, j]]);
    }
    best
}

#[test]
fn calls() {
    let a = Array2::from_shape_vec((17, 33), numbers(17 * 33)).unwrap();
    for device in devices() {
        let (mut wanted, mut y) = (Array2::zeros((17, 33)), Array2::zeros((17, 33)));
        let best = twice(a.view(), wanted.view_mut());
        assert_eq!(
            twice::run(&device, a.view(), y.view_mut()).unwrap(),
            best,
            "{}",
            device.name()
        );
        assert_eq!(y, wanted, "{}", device.name());
    }
}

#[kernel]
fn copied(a: ArrayView3<i32>, mut y: ArrayViewMut3<i32>) {
    for (i, j, k) in par((0..y.shape()[0], 0..y.shape()[1], 0..y.shape()[2])) {
        y[[i, j, k]] = a[[i, j, k]];
    }
}

#[kernel]
fn beyond(at: usize, a: ArrayView2<f32>, mut y: ArrayViewMut2<f32>) {
    for i in par(0..y.nrows()) {
        y[[i, 0]] = a[[i, at]];
    }
}

#[kernel]
fn between(at: usize, mut y: ArrayViewMut2<f32>) {
    y[[0, at]] = 1.0;
}

/// An index is held against its own dimension, though the element behind it exists.
#[test]
fn faults() {
    let a = Array2::from_elem((8, 4), 1.0f32);
    for device in devices() {
        // The last row's would be beyond the memory too; without it, all are within.
        for rows in [8, 5] {
            let mut y = Array2::zeros((rows, 1));
            let e = beyond::run(&device, 4, &a, &mut y).unwrap_err();
            let Error::Fault(f) = &e else {
                panic!("{}: {e}", device.name())
            };
            assert_eq!((f.text, f.index, f.len), ("axis 1 of a", 4, 4), "{}", device.name());
        }
        let mut y = Array2::zeros((2, 3));
        let e = between::run(&device, 3, &mut y).unwrap_err();
        let Error::Fault(f) = &e else {
            panic!("{}: {e}", device.name())
        };
        assert_eq!((f.text, f.index, f.len), ("axis 1 of y", 3, 3), "{}", device.name());
        between::run(&device, 2, &mut y).unwrap();
        assert_eq!(y[[0, 2]], 1.0);
        // Nothing to do, and too little of it.
        let empty = Array3::<i32>::zeros((3, 0, 2));
        copied::run(&device, &empty, &mut Array3::zeros((3, 0, 2))).unwrap();
        assert!(copied::run(&device, &empty, &mut Array3::zeros((3, 1, 2))).is_err());
    }
}

/// Slices and buffers with their dimensions.
#[test]
fn without_ndarray() {
    let a: Vec<i32> = (0..24).collect();
    for device in devices() {
        let mut y = vec![0; 24];
        copied::run(&device, (&a, [2, 3, 4]), (&mut y, [2, 3, 4])).unwrap();
        assert_eq!(y, a, "{}", device.name());
        let e = copied::run(&device, (&a, [2, 3, 5]), (&mut y, [2, 3, 4])).unwrap_err();
        assert_eq!(
            e.to_string(),
            "`a` has dimensions [2, 3, 5], and 24 elements were given for them"
        );
        let (from, mut to) = (device.upload(&a).unwrap(), device.upload(&[0; 24]).unwrap());
        copied::run(&device, (&from, [4, 3, 2]), (&mut to, [4, 3, 2])).unwrap();
        assert_eq!(to.download().unwrap(), a, "{}", device.name());
        let queue = Queue::new(&device).unwrap();
        let mut to = device.upload(&[0; 24]).unwrap();
        copied::launch(&queue, (&from, [1, 3, 8]), (&mut to, [1, 3, 8]))
            .unwrap()
            .wait()
            .unwrap();
        assert_eq!(to.download().unwrap(), a, "{}", device.name());
        assert!(copied::launch(&queue, (&from, [1, 3, 7]), (&mut to, [1, 3, 8])).is_err());
    }
}

/// A group a row, its maximum shared.
#[kernel]
fn softmax(x: ArrayView2<f32>, mut y: ArrayViewMut2<f32>) {
    for i in par(0..x.nrows()) {
        let mut m = f32::NEG_INFINITY;
        for j in par(0..x.ncols()) {
            m = m.max(x[[i, j]]);
        }
        let mut e = [0.0f32; 64];
        for j in par(0..x.ncols()) {
            e[j] = (x[[i, j]] - m).exp();
        }
        let mut sum = 0.0f32;
        for j in par(0..x.ncols()) {
            sum += e[j];
        }
        for j in par(0..x.ncols()) {
            y[[i, j]] = e[j] / sum;
        }
    }
}

/// Counts by two keys.
#[kernel]
fn counts(row: &[u32], col: &[u32], mut n: ArrayViewMut2<u32>) {
    for i in par(0..row.len()) {
        n[[row[i] as usize, col[i] as usize]] += 1;
    }
}

/// A loop inside that goes through a column and back.
#[kernel]
fn columns(mut y: ArrayViewMut2<f32>) {
    for j in par(0..y.ncols()) {
        for i in 1..y.nrows() {
            y[[i, j]] += y[[i - 1, j]];
        }
        for i in (0..y.nrows()).rev() {
            y[[i, j]] = y[[i, j]] * 0.5 + y[[y.nrows() - 1, j]];
        }
    }
}

#[test]
fn loops_of_every_kind() {
    let x = Array2::from_shape_vec((20, 50), numbers(1000))
        .unwrap()
        .mapv(|v| v * 0.01);
    let keys = |m: u32| -> Vec<u32> { (0..999).map(|i| i * 7919 % m).collect() };
    for device in devices() {
        let name = device.name();
        let (mut wanted, mut y) = (Array2::zeros((20, 50)), Array2::zeros((20, 50)));
        softmax(x.view(), wanted.view_mut());
        softmax::run(&device, &x, &mut y).unwrap();
        assert!(
            wanted.iter().zip(&y).all(|(a, b): (&f32, &f32)| (a - b).abs() < 1e-5),
            "{name}"
        );
        let (mut wanted, mut n) = (Array2::zeros((7, 11)), Array2::zeros((7, 11)));
        counts(&keys(7), &keys(11), wanted.view_mut());
        counts::run(&device.strict(), &keys(7), &keys(11), &mut n).unwrap();
        assert_eq!(n, wanted, "{name}");
        assert!(counts::run(&device, &keys(8), &keys(11), &mut n).is_err(), "{name}");
        let (mut wanted, mut y) = (x.clone(), x.clone());
        columns(wanted.view_mut());
        columns::run(&device.strict(), &mut y).unwrap();
        assert_eq!(y, wanted, "{name}");
    }
}
