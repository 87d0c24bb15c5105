//! Structs as elements: `#[derive(Element)]`.

#![allow(clippy::assign_op_pattern, reason = "kernels read like their formulas")]

mod common;

use common::devices;
use hoist::f16;
use hoist::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Body {
    at: [f32; 3],
    speed: [f32; 3],
    mass: f32,
    id: u32,
}

fn bodies(n: usize) -> Vec<Body> {
    (0..n)
        .map(|i| {
            let x = i as f32;
            Body {
                at: [x, x * 0.5, -x],
                speed: [1.0, x, 2.0 - x],
                mass: 1.0 + x,
                id: 7,
            }
        })
        .collect()
}

const SIZES: [usize; 7] = [0, 1, 7, 15, 16, 17, 1000];

#[kernel]
fn drift(dt: f32, bodies: &mut [Body]) {
    for i in par(0..bodies.len()) {
        for k in 0..3 {
            bodies[i].at[k] += dt * bodies[i].speed[k];
        }
        bodies[i].id = i as u32;
    }
}

#[test]
fn fields_of_a_slice() {
    for device in devices() {
        for n in SIZES {
            let (mut x, mut y) = (bodies(n), bodies(n));
            drift(0.25, &mut x);
            drift::run(&device, 0.25, &mut y).unwrap();
            assert_eq!(x, y, "{n} on {}", device.name());
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Mixed {
    small: u8,
    flag: bool,
    wide: u32,
    short: i16,
    tiny: i8,
    real: f32,
    half: f16,
    bytes: [u8; 3],
}

fn mixed(n: usize) -> Vec<Mixed> {
    (0..n)
        .map(|i| Mixed {
            small: (i * 7) as u8,
            flag: i % 3 == 0,
            wide: i as u32 * 0x0101_0101,
            short: -(i as i16),
            tiny: (i as i8).wrapping_mul(3),
            real: i as f32 * -0.5,
            half: f16::from_f32(i as f32 / 8.0),
            bytes: [i as u8, 255 - i as u8, 9],
        })
        .collect()
}

#[kernel]
fn mix(x: &[Mixed], y: &mut [Mixed]) {
    for i in par(0..y.len()) {
        let m = x[i];
        y[i].small = m.small.wrapping_add(1);
        y[i].flag = !m.flag;
        y[i].wide = m.wide.rotate_left(3);
        y[i].short = m.short.wrapping_sub(1000);
        y[i].tiny = m.tiny.wrapping_neg();
        y[i].real = m.real + m.half.to_f32();
        y[i].half = m.half + m.half;
        for k in 0..3 {
            y[i].bytes[k] = m.bytes[2 - k] ^ x[i].bytes[k];
        }
    }
}

#[test]
fn every_size_of_a_field_in_one_struct() {
    for device in devices() {
        for n in SIZES {
            let x = mixed(n);
            let (mut y, mut z) = (mixed(n), mixed(n));
            mix(&x, &mut y);
            match mix::run(&device, &x, &mut z) {
                Err(Error::Unsupported { what, .. }) if what.contains("f16") => println!("{}: {what}", device.name()),
                r => {
                    r.unwrap();
                    assert_eq!(y, z, "{n} on {}", device.name());
                }
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Wide {
    id: u32,
    sum: f64,
    count: u64,
    flags: [bool; 2],
}

#[kernel]
fn widen(x: &mut [Wide]) {
    for i in par(0..x.len()) {
        x[i].sum = x[i].sum * 1.5 + x[i].id as f64;
        x[i].count = (x[i].count << 33) | 5;
        x[i].flags = [x[i].flags[1], x[i].sum > 10.0];
    }
}

#[test]
fn fields_of_64_bits() {
    for device in devices() {
        let all: Vec<Wide> = (0..100)
            .map(|i| Wide {
                id: i,
                sum: f64::from(i) / 3.0,
                count: u64::from(i) * 3,
                flags: [i % 2 == 0, i % 5 == 0],
            })
            .collect();
        let (mut x, mut y) = (all.clone(), all);
        widen(&mut x);
        match widen::run(&device, &mut y) {
            Err(Error::Unsupported { what, .. }) => assert!(what.contains("64"), "{what}"),
            r => {
                r.unwrap();
                assert_eq!(x, y, "{}", device.name());
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Rgb {
    r: u8,
    g: u8,
    b: u8,
}
#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Pair(u16, u8);

#[kernel]
fn grey(x: &[Rgb], y: &mut [Rgb], z: &mut [Pair]) {
    for i in par(0..x.len()) {
        let p = x[i];
        let sum = p.r as u32 + p.g as u32 + p.b as u32;
        let g = (sum / 3) as u8;
        let Rgb { r: red, b, .. } = p;
        y[i] = Rgb { r: g, g: red ^ b, b: g };
        z[i] = Pair(sum as u16, p.g);
        z[i].1 += 1;
        let Pair(wide, small) = z[i];
        let q = Pair(wide / 2, small);
        z[i] = q;
        z[i].0 ^= q.1 as u16;
    }
}

#[test]
fn structs_of_bytes() {
    for device in devices() {
        for n in SIZES {
            let x: Vec<Rgb> = (0..n)
                .map(|i| Rgb {
                    r: i as u8,
                    g: (i * 3) as u8,
                    b: 200,
                })
                .collect();
            let (mut y, mut z) = (x.clone(), vec![Pair(1, 2); n]);
            let (mut u, mut v) = (y.clone(), z.clone());
            grey(&x, &mut y, &mut z);
            grey::run(&device, &x, &mut u, &mut v).unwrap();
            assert_eq!((y, z), (u, v), "{n} on {}", device.name());
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Point {
    x: f32,
    y: f32,
}
#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Cell {
    corner: [Point; 4],
    table: [[i32; 3]; 2],
    inner: Inner,
}
#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Inner {
    at: Point,
    n: i32,
}

fn cells(n: usize) -> Vec<Cell> {
    (0..n)
        .map(|i| {
            let p = |k: usize| Point {
                x: (i + k) as f32,
                y: (i * k) as f32,
            };
            Cell {
                corner: [p(0), p(1), p(2), p(3)],
                table: [[i as i32, 1, 2], [3, 4, i as i32]],
                inner: Inner { at: p(9), n: 0 },
            }
        })
        .collect()
}

#[kernel]
fn nested(which: &[usize], cells: &mut [Cell]) {
    for i in par(0..cells.len()) {
        let k = which[i];
        cells[i].corner[k].x += cells[i].corner[(k + 1) % 4].y;
        for r in 0..2 {
            for c in 0..3 {
                cells[i].table[r][c] *= r as i32 + 2;
            }
        }
        let mut inner = cells[i].inner;
        inner.at = cells[i].corner[3];
        inner.at.y = -inner.at.y;
        let row = cells[i].table[k % 2];
        inner.n = row[0] + row[k % 3];
        cells[i].inner = inner;
        let mut p = cells[i].corner;
        p[2].y = 1.0;
        p[0] = Point { x: p[1].x, ..p[0] };
        cells[i].corner = p;
    }
}

#[test]
fn structs_within_structs() {
    for device in devices() {
        for n in SIZES {
            let which: Vec<usize> = (0..n).map(|i| i % 4).collect();
            let (mut x, mut y) = (cells(n), cells(n));
            nested(&which, &mut x);
            nested::run(&device, &which, &mut y).unwrap();
            assert_eq!(x, y, "{n} on {}", device.name());
        }
    }
}

/// Arrays are elements too, and parameters.
#[kernel]
fn rotate(by: [[f32; 2]; 2], shift: [f32; 2], points: &mut [[f32; 2]], far: &mut [[f32; 2]]) -> f32 {
    let mut sum = 0.0;
    for i in par(0..points.len()) {
        let p = points[i];
        for r in 0..2 {
            points[i][r] = by[r][0] * p[0] + by[r][1] * p[1] + shift[r];
        }
        sum += points[i][0];
    }
    let mut turned = vec![[0.0f32; 2]; points.len()];
    for i in par(0..points.len()) {
        turned[i] = points[i];
        turned[i][0] += 1.0;
    }
    let (a, b) = turned.split_at(points.len() / 2);
    for i in par(0..b.len()) {
        far[i][1] = b[i][0];
        if i < a.len() {
            let mut v = a[i];
            v[1] *= 2.0;
            far[i][0] = v[1];
        }
    }
    if points.len() > 1 {
        points[0][1] = far[0][1];
        points[1] = [4.0, 5.0];
    }
    sum
}

#[test]
fn arrays_as_elements_and_parameters() {
    for device in devices() {
        for n in SIZES {
            let all: Vec<[f32; 2]> = (0..n).map(|i| [i as f32, -2.0]).collect();
            let (mut x, mut y) = ((all.clone(), all.clone()), (all.clone(), all));
            let by = [[0.0, -1.0], [0.5, 0.25]];
            let a = rotate(by, [1.0, 2.0], &mut x.0, &mut x.1);
            let b = rotate::run(&device, by, [1.0, 2.0], &mut y.0, &mut y.1).unwrap();
            assert_eq!((a, x), (b, y), "{n} on {}", device.name());
        }
    }
}

#[test]
fn buffers() {
    for device in devices() {
        let z = device.zeros::<Mixed>(3).unwrap();
        assert_eq!(z.download().unwrap()[2].bytes, [0; 3]);
        let mut m = device.upload(&mixed(9)).unwrap();
        m.slice_mut(4..).fill(mixed(3)[2]).unwrap();
        assert_eq!(
            m.download().unwrap()[3..5],
            [mixed(4)[3], mixed(3)[2]],
            "{}",
            device.name()
        );
    }
}

/// Indexes of arrays within elements: `k` is all iterations', `k - i % 2` each one's own.
#[kernel]
fn pick(write: bool, k: usize, own: bool, x: &mut [[[f32; 3]; 4]], y: &mut [f32]) {
    for i in par(0..y.len()) {
        if own {
            y[i] = x[i][k - i % 2][1];
        } else if write {
            x[i][k][2] = 5.0;
        } else {
            y[i] = x[i][1][k];
        }
    }
}

/// The same beyond the array, and what is next to it stays as it was.
#[test]
fn an_index_beyond_an_array_within_an_element() {
    for device in devices() {
        let name = device.name();
        for (write, k, own, len, text) in [
            (false, 3, false, 3, "x[i][1]"),
            (true, 4, false, 4, "x[i]"),
            (false, 4, true, 4, "x[i]"),
        ] {
            let mut x = vec![[[0.5f32; 3]; 4]; 40];
            let mut y = vec![1.5f32; 40];
            let e = pick::run(&device, write, k, own, &mut x, &mut y).unwrap_err();
            let Error::Fault(f) = &e else { panic!("{name}: {e}") };
            assert_eq!(
                (f.kind, f.index, f.len, f.text),
                (hoist::FaultKind::OutOfBounds, k as u64, len, text),
                "{name}: {e}"
            );
            assert!(!own || f.iteration[0].1 % 2 == 0, "{name}: {e}");
            assert_eq!(x, [[[0.5; 3]; 4]; 40], "{name}");
            // The last but one is right.
            pick::run(&device, write, k - 1, own, &mut x, &mut y).unwrap();
        }
    }
}
