//! `elementwise!` on every CPU mode, and where it is found on OpenCL.

mod common;

use hoist::prelude::*;

use common::devices;

#[device]
fn wave(x: f32) -> f32 {
    x * x - 0.5
}

#[test]
fn slices_and_scalars_in_every_place() {
    let f = elementwise!(|x: f32, y: f32, z: f32| x.mul_add(y, wave(z)));
    for n in [0, 1, 7, 16, 1000, 5000] {
        let x: Vec<f32> = (0..n).map(|i| i as f32 * 0.25 - 3.0).collect();
        let y: Vec<f32> = (0..n).map(|i| 1.0 / (i as f32 + 1.0)).collect();
        let expected: [Vec<f32>; 3] = [
            x.iter().zip(&y).map(|(x, y)| x.mul_add(*y, wave(*x))).collect(),
            x.iter().map(|x| x.mul_add(2.0, wave(-1.0))).collect(),
            y.iter().map(|y| 3.0f32.mul_add(*y, wave(0.5))).collect(),
        ];
        assert_eq!(f.call(&x, &y, &x).expect("one length"), expected[0]);
        for device in devices() {
            let got = [
                f.run(&device, &x, &y, &x),
                f.run(&device, &x[..], 2.0, -1.0),
                f.run(&device, 3.0, &y, 0.5),
            ];
            for (got, expected) in got.into_iter().zip(&expected) {
                assert_eq!(&got.expect("it runs"), expected, "{} with {n}", device.name());
            }
        }
    }
}

#[test]
fn other_types_and_a_written_result_type() {
    let sign = elementwise!(|x: f64, n: i32| -> i32 { if x < 0.0 { -n } else { n } });
    let odd = elementwise!(|mut k: u32| -> bool {
        k = k.wrapping_mul(3);
        k % 2 == 1
    });
    for device in devices() {
        assert_eq!(
            sign.run(&device, &[-1.0, 0.0, 2.0], &[5, 6, 7]).expect("it runs"),
            [-5, 6, 7]
        );
        assert_eq!(
            sign.run(&device, -1.0, 4).expect("it runs"),
            [-4],
            "scalars alone give one element"
        );
        assert_eq!(odd.run(&device, &vec![1, 2, 3]).expect("it runs"), [true, false, true]);
    }
}

#[test]
fn buffers_and_outputs() {
    let add = elementwise!(|x: i64, y: i64| x + y);
    for device in devices() {
        let x = device.upload(&[1i64, 2, 3, 4]).expect("memory");
        let mut out = device.upload(&[0i64; 4]).expect("memory");
        add.run_into(&device, &x, 10, &mut out).expect("it runs");
        assert_eq!(out.download().expect("it is there"), [11, 12, 13, 14]);
        assert_eq!(add.run(&device, &x, &x).expect("it runs"), [2, 4, 6, 8]);
        let mut host = [0i64; 4];
        add.run_into(&device, &x, &[5, 6, 7, 8], &mut host).expect("it runs");
        assert_eq!(host, [6, 8, 10, 12]);
    }
}

#[test]
fn lengths_that_differ() {
    let add = elementwise!(|x: f32, shift: f32| x + shift);
    let device = Device::open("cpu").expect("the CPU opens");
    let e = add
        .run(&device, &[1.0, 2.0], &[1.0])
        .expect_err("2 is not 1")
        .to_string();
    assert_eq!(e, "lengths differ: x has 2 elements, shift has 1");
    let e = add
        .run_into(&device, &[1.0, 2.0], 1.0, &mut [0.0; 3])
        .expect_err("3 is not 2")
        .to_string();
    assert_eq!(e, "lengths differ: the output has 3 elements, x has 2");
}
