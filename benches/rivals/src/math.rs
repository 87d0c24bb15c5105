//! `--math`: hoist's functions beside the C library's, one value at a time and by its vectors (libmvec), for `docs/math.md`.
//!
//! A line a function and type: its name, nanoseconds a value on one thread. Medians of rounds in which all take turns.

use crate::c;
use crate::table::median;
use hoist::Device;
use std::hint::black_box;
use std::time::Instant;

/// Arguments and results stay in the first cache.
const N: usize = 2048;
const ROUNDS: usize = 41;
/// Calls that are timed together.
const CALLS: u32 = 20;

macro_rules! unary {
    ($t:ident $module:ident: $($name:ident $from:literal $to:literal;)*) => {
        mod $module {
            use super::*;
            mod kernels {
                use hoist::prelude::*;
                $(
                    #[kernel]
                    pub fn $name(x: &[$t], y: &mut [$t]) {
                        for i in par(0..y.len()) {
                            y[i] = x[i].$name();
                        }
                    }
                )*
            }
            pub fn all(library: Option<&libloading::Library>) {
                let device = Device::open("cpu:simd").expect("the CPU opens");
                $({
                    let x = arguments($from, $to, 0).map(|x| x as $t).collect::<Vec<_>>();
                    let (mut a, mut b, mut c) = (vec![0.0; N], vec![0.0; N], vec![0.0; N]);
                    type F = unsafe extern "C" fn(*const $t, *mut $t, std::ffi::c_long);
                    let symbol = concat!("v_", stringify!($name), "_", stringify!($t), "\0");
                    // SAFETY: `math.c` declares it so.
                    let vector = library.and_then(|l| unsafe { l.get::<F>(symbol.as_bytes()) }.ok());
                    race(stringify!($t), stringify!($name), [
                        Some(&mut || kernels::$name::run(&device, &x, &mut a).expect("no faults")),
                        Some(&mut || b.iter_mut().zip(&x).for_each(|(b, x)| *b = black_box(*x).$name())),
                        vector.as_ref().map(|v| {
                            // SAFETY: both have N elements.
                            let call = || unsafe { v(x.as_ptr(), c.as_mut_ptr(), N as std::ffi::c_long) };
                            Box::leak(Box::new(call)) as &mut dyn FnMut()
                        }),
                    ]);
                })*
            }
        }
    };
}
macro_rules! binary {
    ($t:ident $module:ident: $($name:ident $from:literal $to:literal;)*) => {
        mod $module {
            use super::*;
            mod kernels {
                use hoist::prelude::*;
                $(
                    #[kernel]
                    pub fn $name(x: &[$t], y: &[$t], z: &mut [$t]) {
                        for i in par(0..z.len()) {
                            z[i] = x[i].$name(y[i]);
                        }
                    }
                )*
            }
            pub fn all(library: Option<&libloading::Library>) {
                let device = Device::open("cpu:simd").expect("the CPU opens");
                $({
                    let x = arguments($from, $to, 0).map(|x| x as $t).collect::<Vec<_>>();
                    let y = arguments($from, $to, 1).map(|x| x as $t).collect::<Vec<_>>();
                    let (mut a, mut b, mut c) = (vec![0.0; N], vec![0.0; N], vec![0.0; N]);
                    type F = unsafe extern "C" fn(*const $t, *const $t, *mut $t, std::ffi::c_long);
                    let symbol = concat!("v_", stringify!($name), "_", stringify!($t), "\0");
                    // SAFETY: `math.c` declares it so.
                    let vector = library.and_then(|l| unsafe { l.get::<F>(symbol.as_bytes()) }.ok());
                    race(stringify!($t), stringify!($name), [
                        Some(&mut || kernels::$name::run(&device, &x, &y, &mut a).expect("no faults")),
                        Some(&mut || {
                            for (b, (x, y)) in b.iter_mut().zip(x.iter().zip(&y)) {
                                *b = black_box(*x).$name(*y);
                            }
                        }),
                        vector.as_ref().map(|v| {
                            // SAFETY: all have N elements.
                            let call = || unsafe { v(x.as_ptr(), y.as_ptr(), c.as_mut_ptr(), N as std::ffi::c_long) };
                            Box::leak(Box::new(call)) as &mut dyn FnMut()
                        }),
                    ]);
                })*
            }
        }
    };
}
unary! { f32 single:
    exp -20.0 20.0; exp2 -20.0 20.0; exp_m1 -20.0 20.0; ln 0.001 1000.0; ln_1p -0.9 1000.0; log2 0.001 1000.0; log10 0.001 1000.0;
    sin -20.0 20.0; cos -20.0 20.0; tan -20.0 20.0; asin -1.0 1.0; acos -1.0 1.0; atan -20.0 20.0;
    sinh -20.0 20.0; cosh -20.0 20.0; tanh -5.0 5.0; asinh -20.0 20.0; acosh 1.0 1000.0; atanh -1.0 1.0; cbrt -1000.0 1000.0;
}
unary! { f64 double:
    exp -20.0 20.0; exp2 -20.0 20.0; exp_m1 -20.0 20.0; ln 0.001 1000.0; ln_1p -0.9 1000.0; log2 0.001 1000.0; log10 0.001 1000.0;
    sin -20.0 20.0; cos -20.0 20.0; tan -20.0 20.0; asin -1.0 1.0; acos -1.0 1.0; atan -20.0 20.0;
    sinh -20.0 20.0; cosh -20.0 20.0; tanh -5.0 5.0; asinh -20.0 20.0; acosh 1.0 1000.0; atanh -1.0 1.0; cbrt -1000.0 1000.0;
}
binary! { f32 single_pairs: powf 0.1 10.0; atan2 -20.0 20.0; hypot -20.0 20.0; }
binary! { f64 double_pairs: powf 0.1 10.0; atan2 -20.0 20.0; hypot -20.0 20.0; }

/// Numbers between two, without order.
fn arguments(from: f64, to: f64, stream: u64) -> impl Iterator<Item = f64> {
    (0..N as u64).map(move |i| {
        let mixed = (2 * i + stream + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        from + (to - from) * ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 11) as f64
            / (1u64 << 53) as f64
    })
}

fn race(t: &str, name: &str, mut ways: [Option<&mut dyn FnMut()>; 3]) {
    let mut times = [const { vec![] }; 3];
    for _ in 0..ROUNDS {
        for (way, times) in ways.iter_mut().zip(&mut times) {
            let Some(way) = way else { continue };
            way();
            let start = Instant::now();
            (0..CALLS).for_each(|_| way());
            times.push(start.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS) / N as f64);
        }
    }
    let cells = times.map(|t| {
        if t.is_empty() {
            "none".into()
        } else {
            format!("{:.2}", median(&t))
        }
    });
    println!("{t} {name} {}", cells.join(" "));
}

/// All functions.
pub fn run() -> Result<(), String> {
    let (library, about) = match c::vectors() {
        Ok((library, about)) => (Some(library), about),
        Err(why) => (None, why),
    };
    println!("about {about}");
    single::all(library.as_ref());
    single_pairs::all(library.as_ref());
    double::all(library.as_ref());
    double_pairs::all(library.as_ref());
    Ok(())
}
