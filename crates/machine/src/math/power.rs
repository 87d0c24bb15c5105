//! Powers: `x^y = 2^(y log2 x)`, the logarithm as a sum of two floats.
//!
//! The product's error is the result's relative error, and the product reaches the largest
//! exponent: the logarithm needs that many more bits than a float has. With
//! `s = (f - 1) / (f + 1)`, `log2 f = s (K + K/3 s^2 + K/5 s^4 + …)`, `K = 2 / ln 2`; what is
//! large in it is carried as two floats (Dekker).

use super::{div, double, poly, single};
use crate::elem::Float;
use crate::machine::{Machine, V};

/// What the algorithm needs of a float type.
pub trait Power: Float {
    /// `K / 5`, `K / 3` and `K`, or fewer, from the smallest, each in two parts.
    const SERIES: &'static [[Self; 2]];
    const INFINITY: Self;
    const NAN: Self;
    /// Results are infinite or zero beyond these exponents.
    const ENDS: [f64; 2];
    /// The bit of the sign.
    const SIGN: u64;

    /// The rest of the series after [`Power::SERIES`], in `z = s^2`.
    fn tail<M: Machine>(m: &M, z: V<M, Self>) -> V<M, Self>;
    /// `x = 2^e f`, `f` from sqrt(1/2) to sqrt(2).
    fn split<M: Machine>(m: &M, x: V<M, Self>) -> [V<M, Self>; 2];
    /// `2^n` of an integer, where that is a normal number.
    fn two_to<M: Machine>(m: &M, n: V<M, Self>) -> V<M, Self>;
    /// `2^(n + r)` of an integer and at most 1/2.
    fn exp2<M: Machine>(m: &M, n: V<M, Self>, r: V<M, Self>) -> V<M, Self>;
}

impl Power for f32 {
    const SERIES: &'static [[f32; 2]] = &[[0.961_796_7, -7.028_462e-9], [2.885_39, 3.851_926e-8]];
    const INFINITY: f32 = f32::INFINITY;
    const NAN: f32 = f32::NAN;
    const ENDS: [f64; 2] = [-151.0, 129.0];
    const SIGN: u64 = 1 << 31;

    #[inline(always)]
    fn tail<M: Machine>(m: &M, z: V<M, f32>) -> V<M, f32> {
        poly(m, z, [0.337_824_82, 0.411_849_83, 0.577_080_2])
    }
    #[inline(always)]
    fn split<M: Machine>(m: &M, x: V<M, f32>) -> [V<M, f32>; 2] {
        single::split(m, x, 0x3f35_04f3)
    }
    #[inline(always)]
    fn two_to<M: Machine>(m: &M, n: V<M, f32>) -> V<M, f32> {
        m.from_bits::<f32>(m.add(single::exponent(m, n), m.lit(127u32 << 23)))
    }
    #[inline(always)]
    fn exp2<M: Machine>(m: &M, n: V<M, f32>, r: V<M, f32>) -> V<M, f32> {
        single::scale(m, single::exp2_near(m, r), n)
    }
}

impl Power for f64 {
    const SERIES: &'static [[f64; 2]] = &[
        [0.577_078_016_355_585_3, 5.255_103_047_837_867_5e-17],
        [0.961_796_693_925_975_6, 5.057_761_664_812_590_7e-17],
        [2.885_390_081_777_926_8, 4.071_054_748_186_206_6e-17],
    ];
    const INFINITY: f64 = f64::INFINITY;
    const NAN: f64 = f64::NAN;
    const ENDS: [f64; 2] = [-1076.0, 1025.0];
    const SIGN: u64 = 1 << 63;

    #[inline(always)]
    fn tail<M: Machine>(m: &M, z: V<M, f64>) -> V<M, f64> {
        poly(
            m,
            z,
            [
                0.189_018_593_465_751_4,
                0.191_412_628_280_184_07,
                0.221_976_712_849_566_6,
                0.262_307_873_114_376_64,
                0.320_598_900_109_037_13,
                0.412_198_583_105_526_04,
            ],
        )
    }
    #[inline(always)]
    fn split<M: Machine>(m: &M, x: V<M, f64>) -> [V<M, f64>; 2] {
        double::split(m, x)
    }
    #[inline(always)]
    fn two_to<M: Machine>(m: &M, n: V<M, f64>) -> V<M, f64> {
        m.from_bits::<f64>(m.add(double::exponent(m, n), m.lit(1023u64 << 52)))
    }
    #[inline(always)]
    fn exp2<M: Machine>(m: &M, n: V<M, f64>, r: V<M, f64>) -> V<M, f64> {
        double::scale(m, double::exp2_near(m, r), n)
    }
}

#[inline(always)]
pub(super) fn number<M: Machine, T: Float>(m: &M, x: f64) -> V<M, T> {
    m.lit(T::from_f64(x))
}

/// A number as the sum of two: the value and what its rounding lost.
pub(super) type Pair<M, T> = [V<M, T>; 2];

/// `a b`.
#[inline(always)]
fn times<M: Machine, T: Float>(m: &M, [a, a_low]: Pair<M, T>, [b, b_low]: Pair<M, T>) -> Pair<M, T> {
    let p = m.mul(a, b);
    let low = m.mul_add(a, b, m.neg(p));
    [p, m.mul_add(a, b_low, m.mul_add(a_low, b, low))]
}

/// `a + b`, where `a` is 0 or at least as large as `b`.
#[inline(always)]
fn plus<M: Machine, T: Float>(m: &M, [a, a_low]: Pair<M, T>, [b, b_low]: Pair<M, T>) -> Pair<M, T> {
    let s = m.add(a, b);
    [s, m.add(m.add(m.sub(a, s), b), m.add(a_low, b_low))]
}

/// `log2 x` of a positive number.
#[inline(always)]
fn log2<M: Machine, T: Power>(m: &M, x: V<M, T>) -> Pair<M, T> {
    let (zero, one) = (number(m, 0.0), number(m, 1.0));
    let [e, f] = T::split(m, x);
    let (g, under) = (m.sub(f, one), m.add(f, one));
    let under_low = m.sub(f, m.sub(under, one));
    let inverse = div(m, one, under);
    let s = m.mul(g, inverse);
    let back = m.neg(s);
    let rest = m.mul_add(back, under_low, m.mul_add(back, under, g));
    let s = [s, m.mul(rest, inverse)];
    let z = times(m, s, s);
    let mut sum = [T::tail(m, z[0]), zero];
    for &[c, c_low] in T::SERIES {
        sum = plus(m, [m.lit(c), m.lit(c_low)], times(m, z, sum));
    }
    plus(m, [e, zero], times(m, s, sum))
}

/// `|x|^y`; the sum of `y` and `y_low` is the exponent.
#[inline(always)]
fn magnitude<M: Machine, T: Power>(m: &M, x: V<M, T>, y: V<M, T>, y_low: V<M, T>) -> V<M, T> {
    let (zero, one) = (number(m, 0.0), number(m, 1.0));
    let a = m.abs(x);
    let [high, low] = log2(m, a);
    let high = m.select(m.lt(a, m.lit(T::INFINITY)), high, a);
    let high = m.select(m.eq(a, zero), m.neg(m.lit(T::INFINITY)), high);
    let [p, p_low] = times(m, [y, y_low], [high, low]);
    // Nothing below is left of a product that is past the ends, or NaN.
    let p_low = m.select(m.lt(m.abs(p), number(m, 2048.0)), p_low, zero);
    let p = m.select(m.lt(p, number(m, T::ENDS[0])), number(m, T::ENDS[0]), p);
    let p = m.select(m.gt(p, number(m, T::ENDS[1])), number(m, T::ENDS[1]), p);
    let n = m.round_ties_even(p);
    let power = T::exp2(m, n, m.add(m.sub(p, n), p_low));
    m.select(m.or(m.eq(a, one), m.eq(y, zero)), one, power)
}

/// `y` with the sign of `x` where `odd`.
#[inline(always)]
fn signed<M: Machine, T: Power>(m: &M, y: V<M, T>, x: V<M, T>, odd: V<M, bool>) -> V<M, T> {
    let bit = |b: u64| m.lit(<T::Bits as crate::elem::Elem>::from_bits64(b));
    let sign = m.and(m.to_bits(x), m.select(odd, bit(T::SIGN), bit(0)));
    m.from_bits::<T>(m.xor(m.to_bits(y), sign))
}

/// As C's `pow`: 1 for `y = 0` and for `x = 1`, NaN for a negative finite number to a power that is
/// no integer.
#[inline(always)]
pub(super) fn powf<M: Machine, T: Power>(m: &M, x: V<M, T>, y: V<M, T>) -> V<M, T> {
    let zero = number(m, 0.0);
    let power = magnitude(m, x, y, zero);
    let half = m.mul(y, number(m, 0.5));
    let broken = m.ne(m.trunc(y), y);
    let odd = m.and(m.ne(m.trunc(half), half), m.not(broken));
    let power = signed(m, power, x, odd);
    let negative = m.and(m.lt(x, zero), m.gt(x, m.neg(m.lit(T::INFINITY))));
    m.select(m.and(negative, broken), m.lit(T::NAN), power)
}

/// `x^n`.
#[inline(always)]
pub(super) fn powi<M: Machine, T: Power>(m: &M, x: V<M, T>, n: V<M, i32>) -> V<M, T> {
    // Parts of 25 and 7 bits are floats of either type; their sum may not be.
    let high = m.cast::<i32, T>(m.and(n, m.lit(!127i32)));
    let low = m.cast::<i32, T>(m.and(n, m.lit(127i32)));
    let zero = number(m, 0.0);
    let [y, y_low] = plus(m, [high, zero], [low, zero]);
    let odd = m.ne(m.and(n, m.lit(1i32)), m.lit(0i32));
    signed(m, magnitude(m, x, y, y_low), x, odd)
}
