//! Errors of the math functions, in units in the last place, against independent references.

use hoist::prelude::*;

#[path = "math/double.rs"]
mod double;
#[path = "math/erf.rs"]
mod erf;
#[path = "math/euclid.rs"]
mod euclid;
#[path = "math/pairs.rs"]
mod pairs;
#[path = "math/power.rs"]
mod power;
#[path = "math/single.rs"]
mod single;
#[path = "math/special.rs"]
mod special;

macro_rules! unary {
    ($($name:ident $method:ident $t:ty;)*) => {$(
        #[kernel]
        pub fn $name(x: &[$t], y: &mut [$t]) {
            for i in par(0..y.len()) {
                y[i] = x[i].$method();
            }
        }
    )*};
}
unary! {
    exp_f32 exp f32; exp2_f32 exp2 f32; ln_f32 ln f32; log2_f32 log2 f32; log10_f32 log10 f32;
    sin_f32 sin f32; cos_f32 cos f32; tan_f32 tan f32; tanh_f32 tanh f32;
    asin_f32 asin f32; acos_f32 acos f32; atan_f32 atan f32; sinh_f32 sinh f32; cosh_f32 cosh f32;
    asinh_f32 asinh f32; acosh_f32 acosh f32; atanh_f32 atanh f32; cbrt_f32 cbrt f32; exp_m1_f32 exp_m1 f32;
    ln_1p_f32 ln_1p f32;
    exp_f64 exp f64; exp2_f64 exp2 f64; ln_f64 ln f64; log2_f64 log2 f64; log10_f64 log10 f64;
    sin_f64 sin f64; cos_f64 cos f64; tan_f64 tan f64; tanh_f64 tanh f64;
    asin_f64 asin f64; acos_f64 acos f64; atan_f64 atan f64; sinh_f64 sinh f64; cosh_f64 cosh f64;
    asinh_f64 asinh f64; acosh_f64 acosh f64; atanh_f64 atanh f64; cbrt_f64 cbrt f64; exp_m1_f64 exp_m1 f64;
    ln_1p_f64 ln_1p f64;
}

#[kernel]
pub fn erf_f32(x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = hoist::math::erf_f32(x[i]);
    }
}

#[kernel]
pub fn erf_f64(x: &[f64], y: &mut [f64]) {
    for i in par(0..y.len()) {
        y[i] = hoist::math::erf_f64(x[i]);
    }
}

#[kernel]
pub fn powf_f32(x: &[f32], y: &[f32], z: &mut [f32]) {
    for i in par(0..z.len()) {
        z[i] = f32::powf(x[i], y[i]);
    }
}

#[kernel]
pub fn powf_f64(x: &[f64], y: &[f64], z: &mut [f64]) {
    for i in par(0..z.len()) {
        z[i] = x[i].powf(y[i]);
    }
}

#[kernel]
pub fn powi_f32(x: &[f32], n: &[i32], z: &mut [f32]) {
    for i in par(0..z.len()) {
        z[i] = x[i].powi(n[i]);
    }
}

#[kernel]
pub fn powi_f64(x: &[f64], n: &[i32], z: &mut [f64]) {
    for i in par(0..z.len()) {
        z[i] = x[i].powi(n[i]);
    }
}

/// Functions of two floats.
macro_rules! binary {
    ($($name:ident $method:ident $t:ty;)*) => {$(
        #[kernel]
        pub fn $name(x: &[$t], y: &[$t], z: &mut [$t]) {
            for i in par(0..z.len()) {
                z[i] = x[i].$method(y[i]);
            }
        }
    )*};
}
binary! {
    atan2_f32 atan2 f32; hypot_f32 hypot f32; atan2_f64 atan2 f64; hypot_f64 hypot f64;
}

/// References where std's own functions lose digits, near 1, or range, near the largest number.
mod reference {
    fn large(a: f64) -> f64 {
        a.ln() + std::f64::consts::LN_2
    }
    pub fn asinh(x: f64) -> f64 {
        let a = x.abs();
        let near = || (a + a * a / (1.0 + (1.0 + a * a).sqrt())).ln_1p();
        if a > 1e100 { large(a) } else { near() }.copysign(x)
    }
    pub fn acosh(x: f64) -> f64 {
        let d = x - 1.0;
        let near = || (d + (d * (x + 1.0)).sqrt()).ln_1p();
        if x < 1.0 {
            f64::NAN
        } else if x > 1e100 {
            large(x)
        } else {
            near()
        }
    }
    /// Held by the table.
    pub use hoist::math::erf_f64 as erf;
    pub fn atanh(x: f64) -> f64 {
        let a = x.abs();
        (0.5 * (2.0 * a / (1.0 - a)).ln_1p()).copysign(x)
    }
}

/// Opens a device, and runs a kernel that has no faults.
macro_rules! run {
    ($kernel:ident, $mode:expr, $($x:expr),*) => {{
        let device = hoist::Device::open($mode).expect("a CPU mode opens");
        crate::$kernel::run(&device, $($x),*).expect("no faults")
    }};
}
use run;

/// The vectors of this machine, on the caller's thread.
const SIMD: &str = "cpu:simd";
/// Machines that must agree to the bit.
const MODES: [&str; 4] = ["cpu:scalar", SIMD, "cpu:simd=wide", "check"];

/// Numbers without order (SplitMix64).
fn mixed(i: u64) -> u64 {
    let z = i.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// From 0 to 1.
fn unit(i: u64) -> f64 {
    (mixed(i) >> 11) as f64 / (1u64 << 53) as f64
}

/// `2^e`, by bits where that is a normal number: the sweep over all floats asks for it twice a value.
fn power_of_two(e: i32) -> f64 {
    match e {
        -1022..=1023 => f64::from_bits(((e + 1023) as u64) << 52),
        _ => f64::from(e).exp2(),
    }
}

/// The distance of `got` from `want` and `rest` units in the last place, in units in the last place of
/// a type with `digits` bits in its significand and exponents from `least` to `most`.
///
/// Infinite where one is NaN, or where a zero has the wrong sign.
fn ulps(got: f64, want: f64, rest: f64, [digits, least, most]: [i32; 3]) -> f64 {
    if got.is_nan() || want.is_nan() {
        let both = got.is_nan() && want.is_nan();
        return if both { 0.0 } else { f64::INFINITY };
    }
    if want == 0.0 && rest == 0.0 && got.to_bits() != want.to_bits() {
        return f64::INFINITY;
    }
    // The step past the largest value: what infinity stands for.
    let end = power_of_two(most + 1);
    let (got, want) = (got.clamp(-end, end), want.clamp(-end, end));
    if got == want {
        return rest.abs();
    }
    let exponent = ((want.abs().to_bits() >> 52) as i32 - 1023).clamp(least, most);
    ((got - want) / power_of_two(exponent - digits + 1) - rest).abs()
}

/// `f32`: digits, least and greatest exponent.
const F32: [i32; 3] = [24, -126, 127];
/// The same of `f64`.
const F64: [i32; 3] = [53, -1022, 1023];

/// The largest error of a function, and its place.
#[derive(Clone, Copy, Default, PartialEq, PartialOrd)]
struct Worst {
    error: f64,
    x: f64,
    y: f64,
    got: f64,
}
impl Worst {
    fn see(&mut self, error: f64, x: f64, y: f64, got: f64) {
        if error > self.error {
            *self = Worst { error, x, y, got };
        }
    }
    /// Prints it; false where it is past the bound.
    fn holds(self, name: &str, bound: f64) -> bool {
        let Worst { error, x, y, got } = self;
        println!("{name}: {error:.3} ulp, bound {bound}, at {x:e} ({y:e}), which gives {got:e}");
        error <= bound
    }
}
