//! The functions that std takes from libm, one definition each over the abstract machine, and
//! small helpers.
//!
//! Only operations that every strict device rounds alike are used, so that the bits are the same on
//! all of them. `f32` functions use `f32` and 32-bit integers alone: not every device has `f64`.
//! The bounds are published in `docs/language.md` and held by the conformance tests.

mod angle;
mod angle_tables;
mod double;
mod euclid;
mod hyperbolic;
mod ints;
mod inverse;
mod natural;
mod power;
mod roots;
mod single;

pub use euclid::{Euclid, div_ceil, div_euclid, rem_euclid};
pub use ints::{
    Integer, Signed, Unsigned, abs_diff, count_zeros, is_negative, is_positive, is_power_of_two, leading_ones,
    next_multiple_of, pow, reverse_bits, rotate_left, rotate_right, saturating_add, saturating_sub, signum, swap_bytes,
    trailing_ones, unsigned_abs,
};

use crate::elem::{Float, Num};
use crate::halves::{bf16, f16};
use crate::machine::{Machine, V};

/// A polynomial, highest power first.
#[inline(always)]
fn poly<M: Machine, T: Float, const N: usize>(m: &M, x: V<M, T>, c: [T; N]) -> V<M, T> {
    let mut all = m.lit(c[0]);
    for c in &c[1..] {
        all = m.mul_add(all, x, m.lit(*c));
    }
    all
}

/// A float quotient: the mask only matters to integers.
#[inline(always)]
fn div<M: Machine, T: Float>(m: &M, a: V<M, T>, b: V<M, T>) -> V<M, T> {
    m.div(m.none(), a, b, u32::MAX)
}

macro_rules! elementary {
    ($($(#[$doc:meta])* $name:ident($m:ident $(, $k:ident)?; $($x:ident),*) = $single:ident $double:ident;)*) => {
        /// Floats with the functions of libm.
        pub trait Elementary: Float {
            $($(#[$doc])*
            fn $name<M: Machine>($m: &M $(, $k: M::Mask)?, $($x: V<M, Self>),*) -> V<M, Self>;)*
            /// `x^n`.
            fn powi<M: Machine>(m: &M, x: V<M, Self>, n: V<M, i32>) -> V<M, Self>;
        }
        impl Elementary for f32 {
            $(#[inline(always)]
            fn $name<M: Machine>($m: &M $(, $k: M::Mask)?, $($x: V<M, f32>),*) -> V<M, f32> {
                $single::$name($m $(, $k)?, $($x),*)
            })*
            #[inline(always)]
            fn powi<M: Machine>(m: &M, x: V<M, f32>, n: V<M, i32>) -> V<M, f32> { power::powi(m, x, n) }
        }
        impl Elementary for f64 {
            $(#[inline(always)]
            fn $name<M: Machine>($m: &M $(, $k: M::Mask)?, $($x: V<M, f64>),*) -> V<M, f64> {
                $double::$name($m $(, $k)?, $($x),*)
            })*
            #[inline(always)]
            fn powi<M: Machine>(m: &M, x: V<M, f64>, n: V<M, i32>) -> V<M, f64> { power::powi(m, x, n) }
        }
        elementary!(@half f16; $($name($m $(, $k)?; $($x),*);)*);
        elementary!(@half bf16; $($name($m $(, $k)?; $($x),*);)*);
        $($(#[$doc])*
        #[inline(always)]
        pub fn $name<M: Machine, T: Elementary>($m: &M $(, $k: M::Mask)?, $($x: V<M, T>),*) -> V<M, T> {
            T::$name($m $(, $k)?, $($x),*)
        })*
    };
    // By way of `f32`, as `half` does it.
    (@half $t:ident; $($name:ident($m:ident $(, $k:ident)?; $($x:ident),*);)*) => {
        impl Elementary for $t {
            $(#[inline(always)]
            fn $name<M: Machine>($m: &M $(, $k: M::Mask)?, $($x: V<M, $t>),*) -> V<M, $t> {
                $(let $x = $m.cast::<$t, f32>($x);)*
                $m.cast::<f32, $t>(<f32 as Elementary>::$name($m $(, $k)?, $($x),*))
            })*
            #[inline(always)]
            fn powi<M: Machine>(m: &M, x: V<M, $t>, n: V<M, i32>) -> V<M, $t> {
                m.cast::<f32, $t>(power::powi(m, m.cast::<$t, f32>(x), n))
            }
        }
    };
}
elementary! {
    /// `e^x`.
    exp(m; x) = single double;
    /// `2^x`.
    exp2(m; x) = single double;
    /// Natural logarithm.
    ln(m; x) = single double;
    /// Logarithm to base 2.
    log2(m; x) = single double;
    /// Logarithm to base 10.
    log10(m; x) = single double;
    /// Hyperbolic tangent.
    tanh(m; x) = single double;
    /// Sine.
    sin(m, k; x) = angle angle;
    /// Cosine.
    cos(m, k; x) = angle angle;
    /// Tangent.
    tan(m, k; x) = angle angle;
    /// `x^y`, with the cases of C's `pow`.
    powf(m; x, y) = power power;
    /// Arcsine.
    asin(m; x) = inverse inverse;
    /// Arccosine.
    acos(m; x) = inverse inverse;
    /// Arctangent.
    atan(m; x) = inverse inverse;
    /// The angle of the point `(x, y)`, with the cases of C's `atan2`.
    atan2(m; y, x) = inverse inverse;
    /// Hyperbolic sine.
    sinh(m; x) = hyperbolic hyperbolic;
    /// Hyperbolic cosine.
    cosh(m; x) = hyperbolic hyperbolic;
    /// Inverse of the hyperbolic sine.
    asinh(m; x) = hyperbolic hyperbolic;
    /// Inverse of the hyperbolic cosine.
    acosh(m; x) = hyperbolic hyperbolic;
    /// Inverse of the hyperbolic tangent.
    atanh(m; x) = hyperbolic hyperbolic;
    /// Cube root.
    cbrt(m; x) = roots roots;
    /// `sqrt(x^2 + y^2)`, whose squares may be too large or too small for a float.
    hypot(m; x, y) = roots roots;
    /// `e^x - 1`.
    exp_m1(m; x) = natural natural;
    /// `ln(1 + x)`.
    ln_1p(m; x) = natural natural;
}

/// `x^n`.
#[inline(always)]
pub fn powi<M: Machine, T: Elementary>(m: &M, x: V<M, T>, n: V<M, i32>) -> V<M, T> {
    T::powi(m, x, n)
}
/// `x^n` for a small `n` that is known when the kernel is written: products by squaring.
#[inline(always)]
pub fn powi_known<M: Machine, T: Float>(m: &M, x: V<M, T>, n: u32) -> V<M, T> {
    let (mut all, mut square, mut n) = (m.lit(T::from_f64(1.0)), x, n);
    let mut first = true;
    while n > 0 {
        if n & 1 == 1 {
            all = if first { square } else { m.mul(all, square) };
            first = false;
        }
        n >>= 1;
        if n > 0 {
            square = m.mul(square, square);
        }
    }
    all
}

/// To the nearest integer, ties away from zero.
#[inline(always)]
pub fn round<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, T> {
    let t = m.trunc(x);
    let away = m.ge(m.abs(m.sub(x, t)), m.lit(T::from_f64(0.5)));
    let one = copysign(m, m.lit(T::from_f64(1.0)), x);
    copysign(m, m.select(away, m.add(t, one), t), x)
}
/// `x - x.trunc()`.
#[inline(always)]
pub fn fract<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, T> {
    m.sub(x, m.trunc(x))
}
/// `1 / x`.
#[inline(always)]
pub fn recip<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, T> {
    div(m, m.lit(T::from_f64(1.0)), x)
}
/// The magnitude of `x` with the sign of `y`.
#[inline(always)]
pub fn copysign<M: Machine, T: Float>(m: &M, x: V<M, T>, y: V<M, T>) -> V<M, T> {
    let sign = m.xor(m.to_bits(y), m.to_bits(m.abs(y)));
    m.from_bits::<T>(m.or(m.to_bits(m.abs(x)), sign))
}
/// Whether a float is NaN.
#[inline(always)]
pub fn is_nan<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.ne(x, x)
}
/// Whether a float is neither infinite nor NaN.
#[inline(always)]
pub fn is_finite<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.lt(m.to_bits(m.abs(x)), m.to_bits(m.lit(T::from_f64(f64::INFINITY))))
}
/// Whether a float is infinite.
#[inline(always)]
pub fn is_infinite<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.eq(m.to_bits(m.abs(x)), m.to_bits(m.lit(T::from_f64(f64::INFINITY))))
}
/// Whether a float's sign is −, also of a zero.
#[inline(always)]
pub fn is_sign_negative<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.ne(m.to_bits(x), m.to_bits(m.abs(x)))
}
/// Whether a float's sign is +, also of a zero.
#[inline(always)]
pub fn is_sign_positive<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.eq(m.to_bits(x), m.to_bits(m.abs(x)))
}
/// Floats with the factor from radians to degrees, as std rounds it, and back.
pub trait Angle: Float {
    /// Degrees in a radian, and radians in a degree.
    const FACTORS: (Self, Self);
}
impl Angle for f32 {
    const FACTORS: (f32, f32) = (57.295_78, std::f32::consts::PI / 180.0);
}
impl Angle for f64 {
    const FACTORS: (f64, f64) = (180.0 / std::f64::consts::PI, std::f64::consts::PI / 180.0);
}
/// An angle in radians, in degrees.
#[inline(always)]
pub fn to_degrees<M: Machine, T: Angle>(m: &M, x: V<M, T>) -> V<M, T> {
    m.mul(x, m.lit(T::FACTORS.0))
}
/// An angle in degrees, in radians.
#[inline(always)]
pub fn to_radians<M: Machine, T: Angle>(m: &M, x: V<M, T>) -> V<M, T> {
    m.mul(x, m.lit(T::FACTORS.1))
}
/// `x` brought between `lo` and `hi`; NaN stays.
#[inline(always)]
pub fn clamp<M: Machine, T: Num>(m: &M, x: V<M, T>, lo: V<M, T>, hi: V<M, T>) -> V<M, T> {
    let x = m.select(m.lt(x, lo), lo, x);
    m.select(m.gt(x, hi), hi, x)
}
