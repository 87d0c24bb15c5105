//! `e^x - 1`, and logarithms of sums: nothing is lost where the result is near 0.

use super::power::{Pair, Power, number};
use super::roots::{sum, two};
use super::{double, single};
use crate::machine::{Machine, V};

/// What the algorithms need of a float type.
pub trait Natural: Power {
    /// ln 2 in two parts; products of the first with exponents are exact.
    const LN2: [Self; 2];
    /// The ends of `e^x - 1`: -1 and infinite.
    const EXP_ENDS: [f64; 2];
    /// Numbers this small are their own `e^x - 1` and `ln(1 + x)`, as an exponent.
    const TINY: i32;

    /// `(e^r - 1 - r) / r^2` for `|r| <= ln 2 / 2`.
    fn exp_tail<M: Machine>(m: &M, r: V<M, Self>) -> V<M, Self>;
    /// `x = 2^e (1 + g)`; gives `e` and `1 + g`.
    fn ln_split<M: Machine>(m: &M, x: V<M, Self>) -> [V<M, Self>; 2];
    /// `ln(1 + g) - g + h`, given `h = g^2/2`.
    fn ln_tail<M: Machine>(m: &M, g: V<M, Self>, h: V<M, Self>) -> V<M, Self>;
}

impl Natural for f32 {
    const LN2: [f32; 2] = single::LN2;
    const EXP_ENDS: [f64; 2] = [-18.0, 89.0];
    const TINY: i32 = -30;

    #[inline(always)]
    fn exp_tail<M: Machine>(m: &M, r: V<M, f32>) -> V<M, f32> {
        single::exp_tail(m, r)
    }
    #[inline(always)]
    fn ln_split<M: Machine>(m: &M, x: V<M, f32>) -> [V<M, f32>; 2] {
        single::split(m, x, single::TWO_THIRDS)
    }
    #[inline(always)]
    fn ln_tail<M: Machine>(m: &M, g: V<M, f32>, h: V<M, f32>) -> V<M, f32> {
        m.mul(m.mul(m.add(h, h), g), single::ln_cubic(m, g))
    }
}

impl Natural for f64 {
    const LN2: [f64; 2] = double::LN2;
    const EXP_ENDS: [f64; 2] = [-40.0, 710.0];
    const TINY: i32 = -60;

    #[inline(always)]
    fn exp_tail<M: Machine>(m: &M, r: V<M, f64>) -> V<M, f64> {
        double::exp_tail(m, r)
    }
    #[inline(always)]
    fn ln_split<M: Machine>(m: &M, x: V<M, f64>) -> [V<M, f64>; 2] {
        double::split(m, x)
    }
    #[inline(always)]
    fn ln_tail<M: Machine>(m: &M, g: V<M, f64>, h: V<M, f64>) -> V<M, f64> {
        let [s, z, r] = double::ln_tail(m, g);
        m.mul(s, m.mul_add(z, r, h))
    }
}

/// `x = n ln 2 + r + r_low` (Cody and Waite).
#[inline(always)]
pub(super) fn reduced<M: Machine, T: Natural>(m: &M, x: V<M, T>) -> [V<M, T>; 3] {
    let [p, p_low] = T::LN2.map(|p| m.neg(m.lit(p)));
    let n = m.round_ties_even(m.mul(x, number(m, std::f64::consts::LOG2_E)));
    let r0 = m.mul_add(n, p, x);
    let r = m.mul_add(n, p_low, r0);
    [n, r, m.mul_add(n, p_low, m.sub(r0, r))]
}

/// Whether a number is so small that a series is its first term.
#[inline(always)]
fn tiny<M: Machine, T: Natural>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.lt(m.abs(x), number(m, two(T::TINY)))
}

/// Half of `2^n (1 + p) - 1`, its parts as two floats each; half, for the last power may be infinite.
#[inline(always)]
pub(super) fn exp_m1<M: Machine, T: Natural>(m: &M, x: V<M, T>) -> V<M, T> {
    let [least, most] = T::EXP_ENDS.map(|e| number(m, e));
    let y = m.select(m.lt(x, least), least, x);
    let y = m.select(m.gt(y, most), most, y);
    let [n, r, r_low] = reduced(m, y);
    let [p, p_low] = sum(m, r, m.mul(m.mul(r, r), T::exp_tail(m, r)));
    let p_low = m.add(p_low, r_low);
    let power = T::two_to(m, m.sub(n, number(m, 1.0)));
    // Where the power is less than 1/2, what this loses is nothing beside 1/2.
    let [whole, whole_low] = sum(m, power, number(m, -0.5));
    let d = m.mul_add(power, p, whole);
    let d_low = m.mul_add(power, p, m.sub(whole, d));
    let d_low = m.add(d_low, m.mul_add(power, p_low, whole_low));
    let half = m.add(d, d_low);
    m.select(tiny(m, x), x, m.add(half, half))
}

/// `ln(2^more (x + x_low))` of a positive number, `more` a small integer.
///
/// What is near 0 in it keeps its own rounding.
#[inline(always)]
pub(super) fn ln_sum<M: Machine, T: Natural>(m: &M, [x, x_low]: Pair<M, T>, more: V<M, T>) -> V<M, T> {
    let [e, f] = T::ln_split(m, x);
    // Beside large numbers the second is nothing.
    let large = m.gt(e, number(m, 60.0));
    let down = m.select(large, number(m, 0.0), T::two_to(m, m.neg(e)));
    let [g, g_low] = sum(m, m.sub(f, number(m, 1.0)), m.mul(x_low, down));
    // What is large in `e ln 2 + g - g^2/2` is added first.
    let back = m.mul(g, number(m, -0.5));
    let half = m.mul(back, g);
    let half_low = m.mul_add(back, g, m.neg(half));
    let rest = m.add(T::ln_tail(m, g, m.neg(half)), m.mul_add(m.neg(g), g_low, g_low));
    let e = m.add(e, more);
    let [whole, low] = sum(m, m.mul(e, m.lit(T::LN2[0])), g);
    let [whole, lost] = sum(m, whole, half);
    let rest = m.add(rest, m.mul_add(e, m.lit(T::LN2[1]), half_low));
    m.add(whole, m.add(m.add(low, lost), rest))
}

/// The logarithm of `1 + x`, that sum as two floats.
#[inline(always)]
pub(super) fn ln_1p<M: Machine, T: Natural>(m: &M, x: V<M, T>) -> V<M, T> {
    let (zero, one) = (number(m, 0.0), number(m, 1.0));
    let more = m.gt(x, one);
    let (a, b) = (m.select(more, x, one), m.select(more, one, x));
    let ln = ln_sum(m, sum(m, a, b), zero);
    let ln = m.select(tiny(m, x), x, ln);
    let ln = m.select(m.lt(x, m.lit(T::INFINITY)), ln, x);
    let least = number(m, -1.0);
    let none = m.select(m.eq(x, least), m.neg(m.lit(T::INFINITY)), m.lit(T::NAN));
    m.select(m.gt(x, least), ln, none)
}
