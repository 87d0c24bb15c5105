//! The functions that std takes from libm, one definition each over the abstract machine, and
//! small helpers.
//!
//! Each is evaluated in `f64` and rounded once for `f32`, so that all machines give the same bits.
//! Bounds, against a correctly rounded result: `f32` within 1 ulp, `f64` within 2 ulp; `sin`, `cos`
//! and `tan` for arguments up to 10^5 in magnitude.

use crate::elem::{Float, Int, Num};
use crate::machine::{Machine, V};

type D<M> = V<M, f64>;

#[inline(always)]
fn up<M: Machine, T: Float>(m: &M, x: V<M, T>) -> D<M> {
    m.cast::<T, f64>(x)
}
#[inline(always)]
fn down<M: Machine, T: Float>(m: &M, x: D<M>) -> V<M, T> {
    m.cast::<f64, T>(x)
}
/// A polynomial, highest power first.
#[inline(always)]
fn poly<M: Machine, const N: usize>(m: &M, x: D<M>, c: [f64; N]) -> D<M> {
    let mut all = m.lit(c[0]);
    for c in &c[1..] {
        all = m.mul_add(all, x, m.lit(*c));
    }
    all
}

const LN2_HI: f64 = 0.693_147_180_369_123_8;
const LN2_LO: f64 = 1.908_214_929_270_587_7e-10;

/// `2^n` for integers in the range of normal exponents.
#[inline(always)]
fn power_of_two<M: Machine>(m: &M, n: V<M, i64>) -> D<M> {
    let bits = m.shl(m.add(n, m.lit(1023i64)), m.lit(52u32));
    m.from_bits::<f64>(m.cast::<i64, u64>(bits))
}

/// `e^hi * e^lo` with `|lo|` small beside `hi`: reduction by ln 2 (Cody and Waite), then the power series.
#[inline(always)]
fn exp_core<M: Machine>(m: &M, x: D<M>) -> D<M> {
    let x = m.select(m.lt(x, m.lit(-800.0)), m.lit(-800.0), x);
    let x = m.select(m.gt(x, m.lit(800.0)), m.lit(800.0), x);
    let n = m.round_ties_even(m.mul(x, m.lit(std::f64::consts::LOG2_E)));
    let r = m.mul_add(n, m.lit(-LN2_HI), x);
    let r = m.mul_add(n, m.lit(-LN2_LO), r);
    let mut c = [1.0; 14];
    let mut f = 1.0;
    for (k, c) in c.iter_mut().rev().enumerate().skip(1) {
        f *= k as f64;
        *c = 1.0 / f;
    }
    let p = poly(m, r, c);
    // In two steps, so that results below the normal range are rounded once.
    let n = m.cast::<f64, i64>(n);
    let half = m.shr(n, m.lit(1u32));
    m.mul(m.mul(p, power_of_two(m, half)), power_of_two(m, m.sub(n, half)))
}

/// Natural logarithm: `ln(2^e * f) = e ln 2 + 2 artanh((f - 1) / (f + 1))`.
#[inline(always)]
fn ln_core<M: Machine>(m: &M, x: D<M>) -> D<M> {
    let tiny = m.lt(x, m.lit(f64::MIN_POSITIVE));
    let y = m.select(tiny, m.mul(x, m.lit(18_014_398_509_481_984.0)), x);
    let bits = m.cast::<u64, i64>(m.to_bits(y));
    // Moves the boundary so that f lies between sqrt(1/2) and sqrt(2).
    let shifted = m.sub(bits, m.lit(0x3fe6_a09e_0000_0000i64));
    let e = m.shr(shifted, m.lit(52u32));
    let f = m.from_bits::<f64>(m.cast::<i64, u64>(m.sub(bits, m.shl(e, m.lit(52u32)))));
    let e = m.sub(m.cast::<i64, f64>(e), m.select(tiny, m.lit(54.0), m.lit(0.0)));
    let g = m.sub(f, m.lit(1.0));
    let s = float_div(m, g, m.add(f, m.lit(1.0)));
    let z = m.mul(s, s);
    let mut c = [0.0; 12];
    for (k, c) in c.iter_mut().rev().enumerate() {
        *c = 2.0 / (2 * k + 3) as f64;
    }
    let p = m.mul(m.mul(poly(m, z, c), z), s);
    // 2s = g - s g, which keeps g's bits.
    let low = m.mul_add(e, m.lit(LN2_LO), m.sub(p, m.mul(s, g)));
    let ln = m.add(m.mul(e, m.lit(LN2_HI)), m.add(g, low));
    let ln = m.select(m.eq(x, m.lit(f64::INFINITY)), x, ln);
    let ln = m.select(m.eq(x, m.lit(0.0)), m.lit(f64::NEG_INFINITY), ln);
    let bad = m.or(m.lt(x, m.lit(0.0)), m.ne(x, x));
    m.select(bad, m.lit(f64::NAN), ln)
}

/// A float quotient: the mask only matters to integers.
#[inline(always)]
fn float_div<M: Machine, T: Float>(m: &M, a: V<M, T>, b: V<M, T>) -> V<M, T> {
    m.div(m.none(), a, b, u32::MAX)
}

/// `sin` and `cos` of the rest after multiples of pi/2, each with what its rounding lost, and the quadrant.
///
/// The rest is a sum `r + tail`: rounding it to one number alone costs `tan` its bound.
#[inline(always)]
fn sin_cos_core<M: Machine>(m: &M, x: D<M>) -> ([D<M>; 2], [D<M>; 2], V<M, i64>) {
    let n = m.round_ties_even(m.mul(x, m.lit(std::f64::consts::FRAC_2_PI)));
    // pi/2 in three parts; the first two have 33 bits, so that their multiples are exact.
    let a = m.mul_add(n, m.lit(-1.570_796_326_734_125_6), x);
    let b = m.mul_add(n, m.lit(-6.077_100_506_303_966e-11), a);
    let lost = m.mul_add(n, m.lit(-6.077_100_506_303_966e-11), m.sub(a, b));
    let low = m.mul_add(n, m.lit(-2.022_266_248_795_950_6e-21), lost);
    let r = m.add(b, low);
    let tail = m.add(m.sub(b, r), low);
    let z = m.mul(r, r);
    // Taylor's series, without the leading r of sine, and 1 - z/2 of cosine.
    let (mut s, mut c) = ([0.0; 8], [0.0; 8]);
    let mut f = 2.0;
    for k in 3..=18 {
        f *= k as f64;
        let sign = if (k / 2) % 2 == 0 { 1.0 } else { -1.0 };
        if k % 2 == 1 {
            s[8 - k / 2] = sign / f
        } else {
            c[9 - k / 2] = sign / f
        };
    }
    let half = m.mul(z, m.lit(0.5));
    let w = m.sub(m.lit(1.0), half);
    let small = m.mul_add(m.mul(poly(m, z, s), z), r, m.mul(tail, w));
    let sin = m.add(r, small);
    let sin_lost = m.add(m.sub(r, sin), small);
    // The sum alone would lose the sign of a zero.
    let sin = m.select(m.eq(x, m.lit(0.0)), x, sin);
    let small = m.sub(m.mul(m.mul(poly(m, z, c), z), z), m.mul(r, tail));
    let small = m.add(m.sub(m.sub(m.lit(1.0), w), half), small);
    let cos = m.add(w, small);
    let cos_lost = m.add(m.sub(w, cos), small);
    (
        [sin, sin_lost],
        [cos, cos_lost],
        m.and(m.cast::<f64, i64>(n), m.lit(3i64)),
    )
}

#[inline(always)]
fn turn<M: Machine>(m: &M, x: D<M>, quarter: i64) -> D<M> {
    let ([s, _], [c, _], q) = sin_cos_core(m, x);
    let q = m.add(q, m.lit(quarter));
    let odd = m.eq(m.and(q, m.lit(1i64)), m.lit(1i64));
    let y = m.select(odd, c, s);
    m.select(m.eq(m.and(q, m.lit(2i64)), m.lit(2i64)), m.neg(y), y)
}

/// `sin / cos`, or `-cos / sin` in odd quadrants, corrected once by the quotient's rest.
#[inline(always)]
fn tan_core<M: Machine>(m: &M, x: D<M>) -> D<M> {
    let ([s, s_lost], [c, c_lost], q) = sin_cos_core(m, x);
    let odd = m.eq(m.and(q, m.lit(1i64)), m.lit(1i64));
    let over = m.select(odd, m.neg(c), s);
    let over_lost = m.select(odd, m.neg(c_lost), s_lost);
    let (under, under_lost) = (m.select(odd, s, c), m.select(odd, s_lost, c_lost));
    let t = float_div(m, over, under);
    let rest = m.mul_add(m.neg(t), under, over);
    let rest = m.add(rest, m.sub(over_lost, m.mul(t, under_lost)));
    let exact = m.add(t, float_div(m, rest, under));
    m.select(m.eq(x, m.lit(0.0)), x, exact)
}

macro_rules! by_f64 {
    ($($(#[$doc:meta])* $name:ident($m:ident, $x:ident) = $e:expr;)*) => {$(
        $(#[$doc])*
        #[inline(always)]
        pub fn $name<M: Machine, T: Float>($m: &M, x: V<M, T>) -> V<M, T> {
            let $x = up($m, x);
            down($m, $e)
        }
    )*};
}
by_f64! {
    /// `e^x`.
    exp(m, x) = exp_core(m, x);
    /// Natural logarithm.
    ln(m, x) = ln_core(m, x);
    /// Sine.
    sin(m, x) = turn(m, x, 0);
    /// Cosine.
    cos(m, x) = turn(m, x, 1);
    /// Tangent.
    tan(m, x) = tan_core(m, x);
}

macro_rules! by_f64_for_f32 {
    ($($(#[$doc:meta])* $name:ident($m:ident, $x:ident) = $e:expr;)*) => {$(
        $(#[$doc])*
        #[inline(always)]
        pub fn $name<M: Machine>($m: &M, x: V<M, f32>) -> V<M, f32> {
            let $x = up($m, x);
            down($m, $e)
        }
    )*};
}
by_f64_for_f32! {
    /// `2^x`.
    exp2(m, x) = exp_core(m, m.mul(x, m.lit(std::f64::consts::LN_2)));
    /// Logarithm to base 2.
    log2(m, x) = m.mul(ln_core(m, x), m.lit(std::f64::consts::LOG2_E));
    /// Logarithm to base 10.
    log10(m, x) = m.mul(ln_core(m, x), m.lit(std::f64::consts::LOG10_E));
    /// Hyperbolic tangent.
    tanh(m, x) = {
        let e = exp_core(m, m.mul(m.abs(x), m.lit(2.0)));
        let t = m.sub(m.lit(1.0), float_div(m, m.lit(2.0), m.add(e, m.lit(1.0))));
        let small = m.sub(m.abs(x), float_div(m, m.mul(m.mul(m.abs(x), x), x), m.lit(3.0)));
        copysign(m, m.select(m.lt(m.abs(x), m.lit(1e-4)), small, t), x)
    };
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
    float_div(m, m.lit(T::from_f64(1.0)), x)
}
/// The magnitude of `x` with the sign of `y`.
#[inline(always)]
pub fn copysign<M: Machine, T: Float>(m: &M, x: V<M, T>, y: V<M, T>) -> V<M, T> {
    let sign = m.xor(m.to_bits(y), m.to_bits(m.abs(y)));
    m.from_bits::<T>(m.or(m.to_bits(m.abs(x)), sign))
}
/// 1 with the sign of a float; NaN stays.
#[inline(always)]
pub fn signum<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, T> {
    m.select(m.ne(x, x), x, copysign(m, m.lit(T::from_f64(1.0)), x))
}
/// Whether a float is NaN.
#[inline(always)]
pub fn is_nan<M: Machine, T: Float>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.ne(x, x)
}
/// `x` brought between `lo` and `hi`; NaN stays.
#[inline(always)]
pub fn clamp<M: Machine, T: Num>(m: &M, x: V<M, T>, lo: V<M, T>, hi: V<M, T>) -> V<M, T> {
    let x = m.select(m.lt(x, lo), lo, x);
    m.select(m.gt(x, hi), hi, x)
}
/// `x - y`, not below zero, of unsigned integers.
#[inline(always)]
pub fn saturating_sub<M: Machine, T: Unsigned>(m: &M, x: V<M, T>, y: V<M, T>) -> V<M, T> {
    m.select(m.lt(x, y), m.lit(T::default()), m.sub(x, y))
}
/// The distance of two unsigned integers.
#[inline(always)]
pub fn abs_diff<M: Machine, T: Unsigned>(m: &M, x: V<M, T>, y: V<M, T>) -> V<M, T> {
    m.select(m.lt(x, y), m.sub(y, x), m.sub(x, y))
}
/// Unsigned integers.
pub trait Unsigned: Int {
    /// Bits.
    const WIDTH: u32;
}
impl Unsigned for u32 {
    const WIDTH: u32 = 32;
}
impl Unsigned for u64 {
    const WIDTH: u32 = 64;
}
impl Unsigned for usize {
    const WIDTH: u32 = 64;
}
/// Bits moved left, around the end.
#[inline(always)]
pub fn rotate_left<M: Machine, T: Unsigned>(m: &M, x: V<M, T>, n: V<M, u32>) -> V<M, T> {
    m.or(m.shl(x, n), m.shr(x, m.sub(m.lit(T::WIDTH), n)))
}
/// Bits moved right, around the end.
#[inline(always)]
pub fn rotate_right<M: Machine, T: Unsigned>(m: &M, x: V<M, T>, n: V<M, u32>) -> V<M, T> {
    m.or(m.shr(x, n), m.shl(x, m.sub(m.lit(T::WIDTH), n)))
}
/// `x^n` of an integer, wrapping.
#[inline(always)]
pub fn pow<M: Machine, T: Int>(m: &M, x: V<M, T>, n: V<M, u32>) -> V<M, T> {
    let (mut all, mut b) = (m.lit(T::from_bits64(1)), x);
    for i in 0..32u32 {
        let bit = m.eq(m.and(m.shr(n, m.lit(i)), m.lit(1u32)), m.lit(1u32));
        all = m.select(bit, m.mul(all, b), all);
        b = m.mul(b, b);
    }
    all
}
