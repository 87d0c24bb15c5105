//! Cube roots and hypotenuses, and the square root of a sum of two floats.

use super::power::{Pair, Power, number};
use super::{copysign, div, poly};
use crate::elem::Float;
use crate::machine::{Machine, V};

/// `2^n`, where that is a normal number.
pub(super) const fn two(n: i32) -> f64 {
    f64::from_bits(((1023 + n) as u64) << 52)
}

/// What the algorithms need of a float type.
pub trait Root: Power {
    /// Squares, and what their rounding loses, are normal numbers between these.
    const PLAIN: [f64; 2];
    /// What brings smaller and larger numbers there, as exponents.
    const SCALES: [i32; 2];
}
impl Root for f32 {
    const PLAIN: [f64; 2] = [two(-40), two(60)];
    const SCALES: [i32; 2] = [90, -70];
}
impl Root for f64 {
    const PLAIN: [f64; 2] = [two(-450), two(500)];
    const SCALES: [i32; 2] = [600, -600];
}

/// `a + b`, where `a` is 0 or at least as large as `b`, and what its rounding lost.
#[inline(always)]
pub(super) fn sum<M: Machine, T: Float>(m: &M, a: V<M, T>, b: V<M, T>) -> Pair<M, T> {
    let s = m.add(a, b);
    [s, m.add(m.sub(a, s), b)]
}

/// `a^2`, and what its rounding lost.
#[inline(always)]
pub(super) fn square<M: Machine, T: Float>(m: &M, a: V<M, T>) -> Pair<M, T> {
    let p = m.mul(a, a);
    [p, m.mul_add(a, a, m.neg(p))]
}

/// The square root, with a step of Newton's for what its rounding lost.
#[inline(always)]
pub(super) fn root<M: Machine, T: Float>(m: &M, [w, w_low]: Pair<M, T>) -> Pair<M, T> {
    let s = m.sqrt(w);
    let rest = m.add(m.mul_add(m.neg(s), s, w), w_low);
    let none = m.eq(s, number(m, 0.0));
    [s, div(m, rest, m.select(none, number(m, 1.0), m.add(s, s)))]
}

/// With `x = 2^(3 n) f`, `f` from 2^(-3/2) to 2^(3/2): a polynomial for `f^(-1/3)`, a step of Halley's,
/// which needs no division, then one of Newton's for the root, its residue as two floats.
#[inline(always)]
pub(super) fn cbrt<M: Machine, T: Power>(m: &M, x: V<M, T>) -> V<M, T> {
    let third = number(m, 1.0 / 3.0);
    let a = m.abs(x);
    let [e, f] = T::split(m, a);
    let n = m.round_ties_even(m.mul(e, third));
    let over = m.mul_add(n, number(m, -3.0), e);
    let (up, down) = (m.gt(over, number(m, 0.5)), m.lt(over, number(m, -0.5)));
    let by = |up_is: f64, down_is: f64| {
        let down_or_not = m.select(down, number(m, down_is), number(m, 1.0));
        m.select(up, number(m, up_is), down_or_not)
    };
    // Fitted on f alone, relative error under 2^-11.9.
    let near = [-0.158_540_38, 0.713_343_14, -1.285_735_1, 1.730_711].map(T::from_f64);
    let y = m.mul(poly(m, f, near), by(0.793_700_525_984_099_7, 1.259_921_049_894_873_2));
    let f = m.mul(f, by(2.0, 0.5));
    let h = m.mul_add(m.neg(m.mul(f, m.mul(y, y))), y, number(m, 1.0));
    let step = m.mul(h, m.mul_add(h, number(m, 2.0 / 9.0), third));
    let y = m.mul_add(y, step, y);
    let yy = m.mul(y, y);
    let c = m.mul(f, yy);
    let [cc, cc_low] = square(m, c);
    let rest = m.mul_add(m.neg(cc_low), c, m.mul_add(m.neg(cc), c, f));
    let c = m.mul_add(rest, m.mul(yy, third), c);
    let c = copysign(m, m.mul(c, T::two_to(m, n)), x);
    let plain = m.and(m.gt(a, number(m, 0.0)), m.lt(a, m.lit(T::INFINITY)));
    m.select(plain, c, x)
}

/// The squares and their sum as two floats each.
#[inline(always)]
pub(super) fn hypot<M: Machine, T: Root>(m: &M, x: V<M, T>, y: V<M, T>) -> V<M, T> {
    let (x, y) = (m.abs(x), m.abs(y));
    // NaN stays, on one side or the other.
    let more = m.gt(x, y);
    let (a, b) = (m.select(more, x, y), m.select(more, y, x));
    let (small, large) = (m.lt(a, number(m, T::PLAIN[0])), m.gt(a, number(m, T::PLAIN[1])));
    let by = |sign: i32| {
        let [up, down] = T::SCALES.map(|n| number(m, two(sign * n)));
        m.select(small, up, m.select(large, down, number(m, 1.0)))
    };
    let there = by(1);
    let [p, p_low] = square(m, m.mul(a, there));
    let [q, q_low] = square(m, m.mul(b, there));
    let [w, w_low] = sum(m, p, q);
    let [s, s_low] = root(m, [w, m.add(w_low, m.add(p_low, q_low))]);
    let all = m.mul(m.add(s, s_low), by(-1));
    let infinity = m.lit(T::INFINITY);
    m.select(m.or(m.eq(x, infinity), m.eq(y, infinity)), infinity, all)
}
