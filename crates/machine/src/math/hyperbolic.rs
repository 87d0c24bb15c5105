//! Hyperbolic sines and cosines, and the inverse functions.

use super::natural::{Natural, ln_sum, reduced};
use super::power::{Pair, number};
use super::roots::{root, square, sum, two};
use super::{copysign, div, poly};
use crate::machine::{Machine, V};

/// What the algorithms need of a float type.
pub trait Hyperbolic: Natural {
    /// Where `sinh` and `cosh` are infinite.
    const INFINITE: f64;
    /// Beside `2^n` of a larger `n` the power of `-n` is nothing.
    const ALONE: f64;
    /// Below 2 to this, inverse functions are two terms of their series.
    const CUBIC: i32;
    /// Above 2 to this, `x^2 + 1` and `x^2 - 1` are `x^2`.
    const SQUARES: i32;

    /// `(sinh r - r) / r^3` in `z = r^2`, for `|r| <= ln 2 / 2`.
    fn sinh_tail<M: Machine>(m: &M, z: V<M, Self>) -> V<M, Self>;
    /// `(cosh r - 1) / r^2` in the same way.
    fn cosh_tail<M: Machine>(m: &M, z: V<M, Self>) -> V<M, Self>;
}

impl Hyperbolic for f32 {
    const INFINITE: f64 = 89.5;
    const ALONE: f64 = 60.0;
    const CUBIC: i32 = -7;
    const SQUARES: i32 = 30;

    #[inline(always)]
    fn sinh_tail<M: Machine>(m: &M, z: V<M, f32>) -> V<M, f32> {
        poly(m, z, [0.000_199_741_1, 0.008_333_175, 0.166_666_67])
    }
    #[inline(always)]
    fn cosh_tail<M: Machine>(m: &M, z: V<M, f32>) -> V<M, f32> {
        poly(m, z, [0.001_393_542_6, 0.041_666_46, 0.5])
    }
}

impl Hyperbolic for f64 {
    const INFINITE: f64 = 710.5;
    const ALONE: f64 = 500.0;
    const CUBIC: i32 = -14;
    const SQUARES: i32 = 60;

    #[inline(always)]
    fn sinh_tail<M: Machine>(m: &M, z: V<M, f64>) -> V<M, f64> {
        poly(
            m,
            z,
            [
                1.758_666_789_133_473_4e-10,
                2.504_675_835_883_427e-8,
                2.755_732_624_653_985e-6,
                0.000_198_412_698_370_778_3,
                0.008_333_333_333_334_426,
                0.166_666_666_666_666_66,
            ],
        )
    }
    #[inline(always)]
    fn cosh_tail<M: Machine>(m: &M, z: V<M, f64>) -> V<M, f64> {
        poly(
            m,
            z,
            [
                2.092_176_509_646_136_3e-9,
                2.755_725_182_487_844e-7,
                2.480_158_734_920_216_8e-5,
                0.001_388_888_888_887_328_3,
                0.041_666_666_666_666_685,
                0.5,
            ],
        )
    }
}

/// `sinh |x|` and `cosh |x|`, halved: the one that `whole` picks, of the sine and cosine of `n ln 2`.
///
/// With `|x| = n ln 2 + r`, `sinh |x| = sinh(n ln 2) cosh r + cosh(n ln 2) sinh r`, and the same for the other with the
/// two exchanged; those of `n ln 2` are two floats, and the 1 of `cosh r` and the `r` of `sinh r` are added first.
#[inline(always)]
fn halved<M: Machine, T: Hyperbolic>(m: &M, x: V<M, T>, cosine: bool) -> V<M, T> {
    let (a, end) = (m.abs(x), number(m, T::INFINITE));
    let [n, r, r_low] = reduced(m, m.select(m.gt(a, end), end, a));
    let up = T::two_to(m, m.sub(n, number(m, 2.0)));
    let down = T::two_to(m, m.sub(number(m, -2.0), n));
    let down = m.select(m.gt(n, number(m, T::ALONE)), number(m, 0.0), down);
    let (plus, minus) = (sum(m, up, down), sum(m, up, m.neg(down)));
    let ([one, one_low], [other, other_low]) = if cosine { (plus, minus) } else { (minus, plus) };
    let z = m.mul(r, r);
    let sinh_rest = m.mul_add(m.mul(r, z), T::sinh_tail(m, z), r_low);
    let cosh_rest = m.mul(z, T::cosh_tail(m, z));
    let d = m.mul_add(r, other, one);
    let d_low = m.mul_add(r, other, m.sub(one, d));
    let d_low = m.add(d_low, m.mul_add(r, other_low, one_low));
    let rest = m.mul_add(cosh_rest, one, m.mul(sinh_rest, other));
    m.add(d, m.add(d_low, rest))
}

#[inline(always)]
pub(super) fn sinh<M: Machine, T: Hyperbolic>(m: &M, x: V<M, T>) -> V<M, T> {
    let half = halved(m, x, false);
    let tiny = m.lt(m.abs(x), number(m, two(T::TINY)));
    m.select(tiny, x, copysign(m, m.add(half, half), x))
}

#[inline(always)]
pub(super) fn cosh<M: Machine, T: Hyperbolic>(m: &M, x: V<M, T>) -> V<M, T> {
    let half = halved(m, x, true);
    m.add(half, half)
}

/// `ln(a + sqrt(a^2 + one))` of a positive number, `one` 1 or -1: the square, the root and the sum as two floats each.
#[inline(always)]
fn area<M: Machine, T: Hyperbolic>(m: &M, a: V<M, T>, one: f64) -> V<M, T> {
    let (zero, unit, by) = (number(m, 0.0), number(m, 1.0), number(m, one));
    let large = m.gt(a, number(m, two(T::SQUARES)));
    let b = m.select(large, unit, a);
    let [p, p_low] = square(m, b);
    let more = m.gt(p, unit);
    let [w, w_low] = sum(m, m.select(more, p, by), m.select(more, by, p));
    let [w, w_low] = sum(m, w, m.add(w_low, p_low));
    let [s, s_low] = root(m, [w, w_low]);
    let more = m.gt(s, b);
    let [x, x_low] = sum(m, m.select(more, s, b), m.select(more, b, s));
    let x = [m.select(large, a, x), m.select(large, zero, m.add(x_low, s_low))];
    // A large number is doubled.
    ln_sum(m, x, m.select(large, unit, zero))
}

#[inline(always)]
pub(super) fn asinh<M: Machine, T: Hyperbolic>(m: &M, x: V<M, T>) -> V<M, T> {
    let a = m.abs(x);
    let near = m.mul_add(m.mul(a, m.mul(a, a)), number(m, -1.0 / 6.0), a);
    let y = m.select(m.lt(a, number(m, two(T::CUBIC))), near, area(m, a, 1.0));
    copysign(m, m.select(m.lt(a, m.lit(T::INFINITY)), y, a), x)
}

#[inline(always)]
pub(super) fn acosh<M: Machine, T: Hyperbolic>(m: &M, x: V<M, T>) -> V<M, T> {
    let y = m.select(m.lt(x, m.lit(T::INFINITY)), area(m, x, -1.0), x);
    m.select(m.ge(x, number(m, 1.0)), y, m.lit(T::NAN))
}

/// `(1 + a) / (1 - a)`, for `|a| < 1`.
#[inline(always)]
fn ratio<M: Machine, T: Hyperbolic>(m: &M, a: V<M, T>) -> Pair<M, T> {
    let one = number(m, 1.0);
    let [over, over_low] = sum(m, one, a);
    let [under, under_low] = sum(m, one, m.neg(a));
    let inverse = div(m, one, under);
    let q = m.mul(over, inverse);
    let back = m.neg(q);
    let rest = m.add(m.mul_add(back, under, over), m.mul_add(back, under_low, over_low));
    sum(m, q, m.mul(rest, inverse))
}

/// Half the logarithm of `(1 + |x|) / (1 - |x|)`.
#[inline(always)]
pub(super) fn atanh<M: Machine, T: Hyperbolic>(m: &M, x: V<M, T>) -> V<M, T> {
    let (a, one) = (m.abs(x), number(m, 1.0));
    let near = m.mul_add(m.mul(a, m.mul(a, a)), number(m, 1.0 / 3.0), a);
    let far = m.mul(ln_sum(m, ratio(m, a), number(m, 0.0)), number(m, 0.5));
    let y = m.select(m.lt(a, number(m, two(T::CUBIC))), near, far);
    let none = m.select(m.eq(a, one), m.lit(T::INFINITY), m.lit(T::NAN));
    copysign(m, m.select(m.lt(a, one), y, none), x)
}
