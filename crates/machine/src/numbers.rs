//! What a kernel may ask of a type parameter: [`Number`] and [`Real`].
//!
//! They say twice what a type can do: to the plain call, by Rust's operators and by methods that have the names and the
//! meaning of the primitive types' own; and to the lowered kernel, by the traits of [`crate::elem`] that they imply.

use crate::elem;
use crate::halves::{bf16, f16};
use crate::math::Elementary;
use crate::program::Reduce;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign};

/// An integer or a float: what a generic kernel adds, multiplies and compares.
///
/// `T::ZERO` and `T::ONE` are values, `T::int(7)` makes one of a literal. `min` and `max` come with [`Real`], or with
/// `T: Number + Ord`.
pub trait Number:
    elem::Num
    + Reduce
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Rem<Output = Self>
    + AddAssign
    + SubAssign
    + MulAssign
    + DivAssign
    + RemAssign
{
    /// 0.
    const ZERO: Self;
    /// 1.
    const ONE: Self;
    /// A small whole number; as `x as Self`. In a kernel the argument is a literal or a constant.
    fn int(x: i32) -> Self;
}

macro_rules! numbers {
    ($($t:ident: $zero:expr, $one:expr, |$x:ident| $int:expr;)*) => {$(
        impl Number for $t {
            const ZERO: $t = $zero;
            const ONE: $t = $one;
            #[inline(always)]
            fn int($x: i32) -> $t { $int }
        }
    )*};
}
numbers! {
    i8: 0, 1, |x| x as i8;
    u8: 0, 1, |x| x as u8;
    i16: 0, 1, |x| x as i16;
    u16: 0, 1, |x| x as u16;
    i32: 0, 1, |x| x;
    u32: 0, 1, |x| x as u32;
    i64: 0, 1, |x| i64::from(x);
    u64: 0, 1, |x| x as u64;
    usize: 0, 1, |x| x as usize;
    f16: f16::ZERO, f16::ONE, |x| f16::from_f32(x as f32);
    bf16: bf16::ZERO, bf16::ONE, |x| bf16::from_f32(x as f32);
    f32: 0.0, 1.0, |x| x as f32;
    f64: 0.0, 1.0, |x| f64::from(x);
}

macro_rules! reals {
    ($($(#[$doc:meta])* $name:ident($($a:ident),*);)*) => {
        /// A float: what a generic kernel also takes roots and logarithms of.
        ///
        /// `T::real(0.5)` makes one of a literal.
        pub trait Real: Number + Elementary + Neg<Output = Self> {
            /// The nearest value; as `x as Self`. In a kernel the argument is a literal or a constant.
            fn real(x: f64) -> Self;
            $($(#[$doc])*
            #[must_use]
            fn $name(self $(, $a: Self)*) -> Self;)*
            /// `self^n`.
            #[must_use]
            fn powi(self, n: i32) -> Self;
        }
        reals!(@wide f32; $($name($($a),*);)*);
        reals!(@wide f64; $($name($($a),*);)*);
        reals!(@half f16; $($name($($a),*);)*);
        reals!(@half bf16; $($name($($a),*);)*);
    };
    (@wide $t:ident; $($name:ident($($a:ident),*);)*) => {
        impl Real for $t {
            #[inline(always)]
            fn real(x: f64) -> $t { x as $t }
            $(#[inline(always)]
            fn $name(self $(, $a: $t)*) -> $t { <$t>::$name(self $(, $a)*) })*
            #[inline(always)]
            fn powi(self, n: i32) -> $t { <$t>::powi(self, n) }
        }
    };
    // By way of `f32`, as a kernel does it.
    (@half $t:ident; $($name:ident($($a:ident),*);)*) => {
        impl Real for $t {
            #[inline(always)]
            fn real(x: f64) -> $t { <$t>::from_f32(x as f32) }
            $(#[inline(always)]
            fn $name(self $(, $a: $t)*) -> $t { <$t>::from_f32(f32::$name(self.to_f32() $(, $a.to_f32())*)) })*
            #[inline(always)]
            fn powi(self, n: i32) -> $t { <$t>::from_f32(self.to_f32().powi(n)) }
        }
    };
}
reals! {
    /// The smaller; a NaN loses.
    min(other);
    /// The larger; a NaN loses.
    max(other);
    /// Magnitude.
    abs();
    /// 1 with the sign, or NaN.
    signum();
    /// The magnitude with another's sign.
    copysign(sign);
    /// Square root.
    sqrt();
    /// `self * a + b`, rounded once.
    mul_add(a, b);
    /// Down to a whole number.
    floor();
    /// Up to a whole number.
    ceil();
    /// Towards 0 to a whole number.
    trunc();
    /// To the nearest whole number, ties away from 0.
    round();
    /// What is behind the point.
    fract();
    /// `1 / self`.
    recip();
    /// `e^self`.
    exp();
    /// `2^self`.
    exp2();
    /// Natural logarithm.
    ln();
    /// Logarithm to base 2.
    log2();
    /// Logarithm to base 10.
    log10();
    /// Sine.
    sin();
    /// Cosine.
    cos();
    /// Tangent.
    tan();
    /// Hyperbolic tangent.
    tanh();
    /// `self^y`.
    powf(y);
    /// Arcsine.
    asin();
    /// Arccosine.
    acos();
    /// Arctangent.
    atan();
    /// The angle of the point `(x, self)`.
    atan2(x);
    /// Hyperbolic sine.
    sinh();
    /// Hyperbolic cosine.
    cosh();
    /// Inverse of the hyperbolic sine.
    asinh();
    /// Inverse of the hyperbolic cosine.
    acosh();
    /// Inverse of the hyperbolic tangent.
    atanh();
    /// Cube root.
    cbrt();
    /// `sqrt(self^2 + y^2)`.
    hypot(y);
    /// `e^self - 1`.
    exp_m1();
    /// `ln(1 + self)`.
    ln_1p();
}
