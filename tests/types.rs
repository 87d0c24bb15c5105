//! Narrow integers and 16-bit floats in a user's kernels.

use hoist::prelude::*;
use hoist::{bf16, f16};

#[kernel]
fn blend(a: &[u8], b: &[u8], w: f16, y: &mut [u8]) -> (u8, bf16) {
    let mut top = 0;
    let mut sum = bf16::ZERO;
    for i in par(0..y.len()) {
        let (x, z) = (f16::from(a[i]), f16::from(b[i]));
        let mixed = x + (z - x) * w;
        y[i] = mixed.to_f32() as u8;
        top = top.max(y[i] ^ a[i].rotate_left(3));
        sum += bf16::from_f32(mixed.to_f32() - 127.5);
    }
    (top, sum)
}

#[test]
fn narrow_types_mix() {
    let a: Vec<u8> = (0..777u32).map(|i| (i * 37) as u8).collect();
    let b: Vec<u8> = (0..777u32).map(|i| ((i * 91) >> 2) as u8).collect();
    let w = f16::from_f32(0.3);
    let mut y = vec![0; 777];
    let (top, _) = blend(&a, &b, w, &mut y);
    let mut sums = vec![];
    for name in ["cpu", "cpu:scalar", "cpu:simd=wide", "cpu:threads=3", "check"] {
        let mut z = vec![0; 777];
        let (t, sum) = blend::run(&Device::open(name).unwrap(), &a, &b, w, &mut z).unwrap();
        assert_eq!((top, &y), (t, &z), "{name}");
        sums.push(sum);
    }
    assert!(sums.iter().all(|s| *s == sums[0]), "{sums:?}");
}
