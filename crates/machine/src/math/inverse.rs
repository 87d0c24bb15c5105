//! Arcs: arctangents of a quotient and of a number, arcsines, arccosines.
//!
//! Each is a multiple of pi/4 and the power series of a small number, whose rounding is carried along.
//! Polynomials are fitted by Remez's exchange, each coefficient rounded before the next was fitted.

use super::angle::Angle;
use super::power::{Power, number};
use super::roots::{root, sum, two};
use super::{copysign, div, is_nan, poly};
use crate::machine::{Machine, V};

/// What the algorithms need of a float type.
pub trait Inverse: Power + Angle {
    /// From this exponent on, arctangents are pi/2.
    const LAST: i32;
    /// Numbers below 2 to the first are multiplied by 2 to the second: of subnormal numbers reciprocals could be
    /// infinite, and what a quotient leaves is not exact.
    const UP: [i32; 2];
    /// Above 2 to this, sums could be infinite.
    const TOP: i32;

    /// `(atan t - t) / t^3` in `z = t^2`, for `|t|` to tan(pi/8).
    fn atan_tail<M: Machine>(m: &M, z: V<M, Self>) -> V<M, Self>;
    /// `(asin t - t) / t^3` in `z = t^2`, for `|t|` to 1/2.
    fn asin_tail<M: Machine>(m: &M, z: V<M, Self>) -> V<M, Self>;
}

impl Inverse for f32 {
    const LAST: i32 = 30;
    const UP: [i32; 2] = [20, 64];
    const TOP: i32 = 124;

    #[inline(always)]
    fn atan_tail<M: Machine>(m: &M, z: V<M, f32>) -> V<M, f32> {
        poly(
            m,
            z,
            [
                -0.060_916_666,
                0.105_997_965,
                -0.142_444_69,
                0.199_985_31,
                -0.333_333_16,
            ],
        )
    }
    #[inline(always)]
    fn asin_tail<M: Machine>(m: &M, z: V<M, f32>) -> V<M, f32> {
        poly(
            m,
            z,
            [
                0.037_673_127,
                0.014_329_189,
                0.031_836_055,
                0.044_513_635,
                0.075_005_21,
                0.166_666_6,
            ],
        )
    }
}

impl Inverse for f64 {
    const LAST: i32 = 60;
    const UP: [i32; 2] = [60, 160];
    const TOP: i32 = 1020;

    #[inline(always)]
    fn atan_tail<M: Machine>(m: &M, z: V<M, f64>) -> V<M, f64> {
        poly(
            m,
            z,
            [
                -0.017_912_848_519_829_89,
                0.038_069_883_839_191_715,
                -0.050_395_207_320_244_48,
                0.058_479_385_658_652_315,
                -0.066_631_109_706_223_8,
                0.076_920_608_332_796_03,
                -0.090_908_977_927_479_29,
                0.111_111_107_846_751_32,
                -0.142_857_142_802_205_27,
                0.199_999_999_999_538_19,
                -0.333_333_333_333_332,
            ],
        )
    }
    #[inline(always)]
    fn asin_tail<M: Machine>(m: &M, z: V<M, f64>) -> V<M, f64> {
        poly(
            m,
            z,
            [
                0.032_697_022_422_710_78,
                -0.021_108_726_461_878_325,
                0.021_785_163_632_983_773,
                0.003_674_368_776_029_845,
                0.010_788_762_323_709_645,
                0.011_397_389_152_330_024,
                0.013_981_007_251_615_739,
                0.017_351_596_400_842_557,
                0.022_372_215_858_138_065,
                0.030_381_942_676_885_456,
                0.044_642_857_175_254_604,
                0.074_999_999_999_701_29,
                0.166_666_666_666_667_63,
            ],
        )
    }
}

/// `turns` right angles, which are 0 or more than `t`, and `t` and `rest`.
#[inline(always)]
fn joined<M: Machine, T: Inverse>(m: &M, turns: V<M, T>, t: V<M, T>, rest: V<M, T>) -> V<M, T> {
    let [p, p_low, _] = T::HALF_PI;
    let whole = m.mul(turns, m.lit(p));
    let whole_low = m.mul_add(turns, m.lit(p), m.neg(whole));
    let whole_low = m.mul_add(turns, m.lit(p_low), whole_low);
    let [s, low] = sum(m, whole, t);
    m.add(s, m.add(m.add(low, whole_low), rest))
}

/// `atan(a / b)` of two numbers that are not negative, or pi minus that.
///
/// Up to tan(pi/8) the quotient itself has a short series, beyond its reciprocal pi/2 minus that of `b / a`; between
/// them it is pi/4 and the arctangent of `(a - b) / (a + b)`.
#[inline(always)]
fn quotient<M: Machine, T: Inverse>(m: &M, a: V<M, T>, b: V<M, T>, back: V<M, bool>) -> V<M, T> {
    let (zero, edge) = (number(m, 0.0), number(m, std::f64::consts::SQRT_2 - 1.0));
    let low = m.lt(a, m.mul(b, edge));
    let high = m.lt(b, m.mul(a, edge));
    let apart = m.or(low, high);
    let over = m.gt(a, b);
    let (more, less) = (m.select(over, a, b), m.select(over, b, a));
    let [plus, plus_low] = sum(m, more, less);
    let [minus, minus_low] = sum(m, more, m.neg(less));
    let minus = m.select(over, minus, m.neg(minus));
    let minus_low = m.select(over, minus_low, m.neg(minus_low));
    let top = m.select(apart, m.select(low, a, m.neg(b)), minus);
    let under = m.select(apart, more, plus);
    let (top_low, under_low) = (m.select(apart, zero, minus_low), m.select(apart, zero, plus_low));
    let inverse = div(m, number(m, 1.0), under);
    let t = m.mul(top, inverse);
    let t = m.mul_add(m.mul_add(m.neg(t), under, top), inverse, t);
    let rest = m.add(m.mul_add(m.neg(t), under, top), m.mul_add(m.neg(t), under_low, top_low));
    let t_low = m.mul(rest, inverse);
    let z = m.mul(t, t);
    // The derivative is 1 / (1 + z).
    let t_low = m.mul_add(m.neg(z), t_low, t_low);
    let turns = m.select(low, zero, m.select(high, number(m, 1.0), number(m, 0.5)));
    let turns = m.select(back, m.sub(number(m, 2.0), turns), turns);
    let (t, t_low) = (m.select(back, m.neg(t), t), m.select(back, m.neg(t_low), t_low));
    joined(m, turns, t, m.mul_add(m.mul(t, z), T::atan_tail(m, z), t_low))
}

#[inline(always)]
pub(super) fn atan<M: Machine, T: Inverse>(m: &M, x: V<M, T>) -> V<M, T> {
    let (a, last) = (m.abs(x), number(m, two(T::LAST)));
    let a = m.select(m.gt(a, last), last, a);
    copysign(m, quotient(m, a, number(m, 1.0), m.lit(false)), x)
}

/// As C's `atan2(y, x)`, with its zeros and infinities.
#[inline(always)]
pub(super) fn atan2<M: Machine, T: Inverse>(m: &M, y: V<M, T>, x: V<M, T>) -> V<M, T> {
    let (zero, one) = (number(m, 0.0), number(m, 1.0));
    let infinity = m.lit(T::INFINITY);
    let (a, b) = (m.abs(y), m.abs(x));
    let most = m.select(m.gt(a, b), a, b);
    let small = m.lt(most, number(m, two(T::UP[0])));
    let by = m.select(small, number(m, two(T::UP[1])), one);
    let by = m.select(m.gt(most, number(m, two(T::TOP))), number(m, 0.0625), by);
    let endless = m.eq(most, infinity);
    let end = |x: V<M, T>| m.select(m.eq(x, infinity), one, zero);
    let top = m.select(endless, end(a), m.mul(a, by));
    let under = m.select(endless, end(b), m.mul(b, by));
    let under = m.select(m.eq(most, zero), one, under);
    // A zero has a sign too.
    let back = m.lt(copysign(m, one, x), zero);
    let angle = copysign(m, quotient(m, top, under, back), y);
    m.select(m.or(is_nan(m, x), is_nan(m, y)), m.lit(<T as Power>::NAN), angle)
}

/// `asin |x|` where that is `small`, else `acos |x|`, in two parts: the series of `|x|`, or of `s = sqrt((1 - |x|) / 2)`,
/// for `acos x = 2 asin s`.
#[inline(always)]
fn arc<M: Machine, T: Inverse>(m: &M, x: V<M, T>, small: V<M, bool>) -> [V<M, T>; 2] {
    let a = m.abs(x);
    let half = m.mul_add(a, number(m, -0.5), number(m, 0.5));
    let z = m.select(small, m.mul(a, a), half);
    let [s, s_low] = root(m, [z, number(m, 0.0)]);
    let t = m.select(small, a, m.add(s, s));
    let t_low = m.select(small, number(m, 0.0), m.add(s_low, s_low));
    [t, m.mul_add(m.mul(t, z), T::asin_tail(m, z), t_low)]
}

#[inline(always)]
pub(super) fn asin<M: Machine, T: Inverse>(m: &M, x: V<M, T>) -> V<M, T> {
    let small = m.le(m.abs(x), number(m, 0.5));
    let [t, rest] = arc(m, x, small);
    let turns = m.select(small, number(m, 0.0), number(m, 1.0));
    let (t, rest) = (m.select(small, t, m.neg(t)), m.select(small, rest, m.neg(rest)));
    copysign(m, joined(m, turns, t, rest), x)
}

#[inline(always)]
pub(super) fn acos<M: Machine, T: Inverse>(m: &M, x: V<M, T>) -> V<M, T> {
    let (one, zero) = (number(m, 1.0), number(m, 0.0));
    let small = m.le(m.abs(x), number(m, 0.5));
    let [t, rest] = arc(m, x, small);
    let negative = m.lt(x, zero);
    let whole = m.select(negative, number(m, 2.0), zero);
    let turns = m.select(small, one, whole);
    // Less than the turns' angle for small positive and large negative numbers.
    let minus = m.ne(small, negative);
    let (t, rest) = (m.select(minus, m.neg(t), t), m.select(minus, m.neg(rest), rest));
    joined(m, turns, t, rest)
}
