//! Random sequences of operations: one kernel a type interprets a program, so that each device compiles it once.

#![allow(
    clippy::manual_swap,
    clippy::assign_op_pattern,
    reason = "the forms are what is tested"
)]

use hoist::prelude::*;
use hoist::{bf16, f16};
use hoist_conformance::{emulated, is_strict};

use crate::{devices, devices_with, same};

/// Steps of a program.
const STEPS: usize = 40;

struct Random(u64);
impl Random {
    fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
    fn program(&mut self, operations: u64) -> Vec<u32> {
        (0..STEPS).map(|_| ((self.bits() >> 33) % operations) as u32).collect()
    }
}

/// Programs, and items for each.
fn amount() -> (u64, usize) {
    if emulated::is_here() { (2, 65) } else { (12, 3001) }
}

macro_rules! ints {
    ($($t:ident)*) => {$(
        mod $t {
            use super::*;
            type T = $t;

            #[kernel]
            fn machine(program: &[u32], a: &[T], b: &[T], y: &mut [T]) {
                for i in par(0..a.len()) {
                    let (mut x, mut z, mut w) = (a[i], b[i], a[i]);
                    for s in 0..program.len() {
                        match program[s] {
                            0 => x = x.wrapping_add(z),
                            1 => x = w.wrapping_sub(x),
                            2 => x = x.wrapping_mul(z),
                            3 => x = x & !z,
                            4 => x ^= w >> 1,
                            5 => x = x.wrapping_shl(z as u32),
                            6 => x = x.wrapping_shr(z as u32),
                            7 => x = x.min(z),
                            8 => x = x.max(w) - 1,
                            9 => x = (!x).wrapping_neg(),
                            10 => x = x.rotate_left((w & 63) as u32),
                            11 => {
                                if x < z {
                                    x = w;
                                }
                            }
                            12 => x = x / ((z & 63) | 1),
                            13 => x = x % ((w & 31) | 1),
                            14 => x = x.count_ones() as T + z,
                            15 => x = x.saturating_add(z),
                            16 => x = w.saturating_sub(x),
                            17 => x = x.abs_diff(z) as T,
                            18 => x = (x as f32 * 1.75) as T,
                            19 => x = (x.leading_zeros() * 5 + w.trailing_zeros()) as T,
                            _ => {
                                let t = x;
                                x = z;
                                z = w;
                                w = t;
                            }
                        }
                    }
                    y[i * 3] = x;
                    y[i * 3 + 1] = z;
                    y[i * 3 + 2] = w;
                }
            }

            #[test]
            fn random_programs() {
                let mut r = Random(0x9e37_79b9 ^ size_of::<T>() as u64);
                let (programs, n) = amount();
                let devices = devices_with(&[<T as hoist::Elem>::SCALAR]);
                for number in 0..programs {
                    let program = r.program(25);
                    let mut value = |_| (r.bits() as T) >> (r.bits() % u64::from(T::BITS));
                    let (a, b): (Vec<T>, Vec<T>) = ((0..n).map(&mut value).collect(), (0..n).map(&mut value).collect());
                    let mut y = vec![0; 3 * n];
                    machine(&program, &a, &b, &mut y);
                    for d in &devices {
                        let mut z = vec![0; 3 * n];
                        machine::run(d, &program, &a, &b, &mut z).unwrap_or_else(|e| panic!("{}: {e}", d.name()));
                        same(d, stringify!($t), &y, &z, |i| format!("{} {} program {number} {program:?}", a[i / 3], b[i / 3]));
                    }
                }
            }
        }
    )*};
}
ints!(i8 u8 i16 u16 i64 u64);

macro_rules! halves {
    ($($mod:ident $t:ident)*) => {$(
        mod $mod {
            use super::*;

            #[kernel]
            fn machine(program: &[u32], a: &[$t], b: &[$t], y: &mut [$t]) {
                for i in par(0..a.len()) {
                    let (mut x, mut z, mut w) = (a[i], b[i], a[i]);
                    for s in 0..program.len() {
                        match program[s] {
                            0 => x = x + z,
                            1 => x = w - x,
                            2 => x *= z,
                            3 => x = x / w,
                            4 => x = x % z,
                            5 => x = -x,
                            6 => {
                                if x < z {
                                    x = w;
                                }
                            }
                            7 => x = $t::from_f32(x.to_f32() * 0.3 + w.to_f32()),
                            8 => x = $t::from_f32((x.to_f32() as i32) as f32),
                            9 => x = if x == w { z } else { x.copysign(z) },
                            10 => x += $t::ONE,
                            11 => x = $t::from_bits(x.to_bits() ^ 0x155),
                            _ => {
                                let t = x;
                                x = z;
                                z = w;
                                w = t;
                            }
                        }
                        // No number comes from a NaN's bits.
                        if x.is_nan() {
                            x = $t::ONE;
                        }
                    }
                    y[i * 3] = x;
                    y[i * 3 + 1] = z;
                    y[i * 3 + 2] = w;
                }
            }

            #[test]
            fn random_programs() {
                let mut r = Random(0x51f1_5eed);
                let (programs, n) = amount();
                // What a relaxed device makes of NaN is its own.
                let devices: Vec<Device> = devices().into_iter().filter(is_strict).collect();
                assert!(!devices.is_empty());
                for number in 0..programs {
                    let program = r.program(16);
                    let mut value = |_| match $t::from_bits(r.bits() as u16) {
                        x if x.is_nan() => $t::NEG_ZERO,
                        x if number % 2 == 0 => x,
                        x => $t::from_f32(x.to_f32() % 9.0),
                    };
                    let (a, b): (Vec<$t>, Vec<$t>) = ((0..n).map(&mut value).collect(), (0..n).map(&mut value).collect());
                    let bits = |all: &[$t]| all.iter().map(|x| x.to_bits()).collect::<Vec<u16>>();
                    let mut y = vec![$t::ZERO; 3 * n];
                    machine(&program, &a, &b, &mut y);
                    for d in &devices {
                        let mut z = vec![$t::ZERO; 3 * n];
                        machine::run(d, &program, &a, &b, &mut z).unwrap_or_else(|e| panic!("{}: {e}", d.name()));
                        same(d, stringify!($t), &bits(&y), &bits(&z), |i| {
                            format!("{:?} {:?} program {number} {program:?}", a[i / 3], b[i / 3])
                        });
                    }
                }
            }
        }
    )*};
}
halves!(binary16 f16 bfloat bf16);
