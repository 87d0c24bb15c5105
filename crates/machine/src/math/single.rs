//! `f32`: exponentials and logarithms in `f32` and 32-bit integers alone.
//!
//! Where a device may regroup floats, an exponent made of bits still is right: `round` is asked
//! for, and only then is the number that holds an integer in its lowest bits formed.

use super::{copysign, div, poly};
use crate::machine::{Machine, V};

type F<M> = V<M, f32>;

/// ln 2 in two parts; the first has 15 bits, so that its products with exponents are exact.
pub(super) const LN2: [f32; 2] = [0.693_145_75, 1.428_606_8e-6];
/// log2 e in two parts.
const LOG2_E: [f32; 2] = [std::f32::consts::LOG2_E, 1.925_963e-8];
/// log10 e in two parts.
const LOG10_E: [f32; 2] = [std::f32::consts::LOG10_E, -1.010_305e-8];
/// log10 2 in two parts; the first has 15 bits.
const LOG10_2: [f32; 2] = [0.301_025_4, 4.605_039e-6];
/// Where the spacing of floats is 1.
pub(super) const UNITS: f32 = 12_582_912.0;

/// `n << 23` of an integer held as a float, which may be negative.
#[inline(always)]
pub(super) fn exponent<M: Machine>(m: &M, n: F<M>) -> V<M, u32> {
    m.shl(m.to_bits(m.add(n, m.lit(UNITS))), m.lit(23u32))
}

/// `p * 2^n` for `p` near 1 and `n` an integer from -150 to 128, rounded once.
#[inline(always)]
pub(super) fn scale<M: Machine>(m: &M, p: F<M>, n: F<M>) -> F<M> {
    // 2^(n - 1) or 2^(n + 63) is a normal number; the rest of the power is a constant.
    let small = m.lt(n, m.lit(-124.0));
    let bias = m.select(small, m.lit(190u32 << 23), m.lit(126u32 << 23));
    let power = m.from_bits::<f32>(m.add(exponent(m, n), bias));
    let rest = m.select(small, m.lit(1.0 / 9_223_372_036_854_775_808.0), m.lit(2.0));
    m.mul(m.mul(p, power), rest)
}

/// Limits an argument to where results are neither 0 nor infinite, and a little more; NaN stays.
#[inline(always)]
pub(super) fn limit<M: Machine>(m: &M, x: F<M>, lo: f32, hi: f32) -> F<M> {
    let x = m.select(m.lt(x, m.lit(lo)), m.lit(lo), x);
    m.select(m.gt(x, m.lit(hi)), m.lit(hi), x)
}

/// `(e^r - 1 - r) / r^2` for `|r| <= ln 2 / 2`, relative error of `e^r` under 2^-28.
#[inline(always)]
pub(super) fn exp_tail<M: Machine>(m: &M, r: F<M>) -> F<M> {
    poly(
        m,
        r,
        [
            0.001_382_096_7,
            0.008_368_669,
            0.041_668_262,
            0.166_665_21,
            0.499_999_94,
        ],
    )
}

/// `x = n ln 2 + r` (Cody and Waite), and [`exp_tail`].
#[inline(always)]
fn exp_parts<M: Machine>(m: &M, x: F<M>) -> [F<M>; 3] {
    let n = m.round_ties_even(m.mul(x, m.lit(LOG2_E[0])));
    let r = m.mul_add(n, m.lit(-LN2[0]), x);
    let r = m.mul_add(n, m.lit(-LN2[1]), r);
    [n, r, exp_tail(m, r)]
}

#[inline(always)]
pub(super) fn exp<M: Machine>(m: &M, x: F<M>) -> F<M> {
    let [n, r, q] = exp_parts(m, limit(m, x, -104.0, 89.0));
    // Rounded once where it is near 1; what is rounded before is multiplied by `r`.
    let slope = m.mul_add(q, r, m.lit(1.0));
    scale(m, m.mul_add(slope, r, m.lit(1.0)), n)
}

/// `2^r` for `|r| <= 1/2`, relative error under 2^-28.
#[inline(always)]
pub(super) fn exp2_near<M: Machine>(m: &M, r: F<M>) -> F<M> {
    poly(
        m,
        r,
        [
            0.000_153_288_73,
            0.001_339_097,
            0.009_618_5,
            0.055_503_596,
            0.240_226_48,
            std::f32::consts::LN_2,
            1.0,
        ],
    )
}

#[inline(always)]
pub(super) fn exp2<M: Machine>(m: &M, x: F<M>) -> F<M> {
    let x = limit(m, x, -151.0, 128.0);
    let n = m.round_ties_even(x);
    scale(m, exp2_near(m, m.sub(x, n)), n)
}

/// `-d / (d + 2)` with `d = e^(-2|x|) - 1`: near 0 that is the power series without its 1.
#[inline(always)]
pub(super) fn tanh<M: Machine>(m: &M, x: F<M>) -> F<M> {
    let y = m.mul(m.abs(x), m.lit(-2.0));
    let y = m.select(m.lt(y, m.lit(-20.0)), m.lit(-20.0), y);
    let [n, r, q] = exp_parts(m, y);
    let bend = m.mul(m.mul(r, r), q);
    let p = m.add(r, bend);
    let p_low = m.add(m.sub(r, p), bend);
    let power = m.from_bits::<f32>(m.add(exponent(m, n), m.lit(127u32 << 23)));
    let whole = m.sub(power, m.lit(1.0));
    let d = m.mul_add(power, p, whole);
    let lost = m.sub(power, m.add(whole, m.lit(1.0)));
    let d_low = m.mul_add(power, p_low, m.add(m.mul_add(power, p, m.sub(whole, d)), lost));
    let under = m.add(d, m.lit(2.0));
    let under_low = m.add(m.sub(d, m.sub(under, m.lit(2.0))), d_low);
    let t = div(m, d, under);
    // What the quotient leaves, over `under`, whose reciprocal is (1 - t) / 2.
    let back = m.neg(t);
    let rest = m.add(m.mul_add(back, under_low, m.mul_add(back, under, d)), d_low);
    let t = m.mul_add(rest, m.mul_add(back, m.lit(0.5), m.lit(0.5)), t);
    copysign(m, t, x)
}

/// The bits of 2/3.
pub(super) const TWO_THIRDS: u32 = 0x3f2a_aaab;

/// `(ln(1 + g) - g + g^2/2) / g^3` with `1 + g` from 2/3 to 4/3.
#[inline(always)]
pub(super) fn ln_cubic<M: Machine>(m: &M, g: F<M>) -> F<M> {
    poly(
        m,
        g,
        [
            -0.128_288_28,
            0.139_946_48,
            -0.121_992_29,
            0.140_034_97,
            -0.166_793_58,
            0.200_105_79,
            -0.249_998_24,
            0.333_332_12,
        ],
    )
}

/// `x = 2^e (1 + g)` with `1 + g` from 2/3 to 4/3, and `ln(1 + g) - g`.
#[inline(always)]
fn ln_parts<M: Machine>(m: &M, x: F<M>) -> [F<M>; 3] {
    let [e, f] = split(m, x, TWO_THIRDS);
    let g = m.sub(f, m.lit(1.0));
    let p = m.mul_add(ln_cubic(m, g), g, m.lit(-0.5));
    [e, g, m.mul(m.mul(g, g), p)]
}

/// `x = 2^e f` with `f` from the float whose bits are `least` to its double.
#[inline(always)]
pub(super) fn split<M: Machine>(m: &M, x: F<M>, least: u32) -> [F<M>; 2] {
    let tiny = m.lt(x, m.lit(f32::MIN_POSITIVE));
    let bits = m.to_bits(m.select(tiny, m.mul(x, m.lit(8_388_608.0)), x));
    let over = m.sub(bits, m.lit(least));
    let e = m.cast::<i32, f32>(m.shr(m.cast::<u32, i32>(over), m.lit(23u32)));
    let f = m.from_bits::<f32>(m.sub(bits, m.and(over, m.lit(0xff80_0000u32))));
    [m.sub(e, m.select(tiny, m.lit(23.0), m.lit(0.0))), f]
}

/// What a logarithm is where its argument is not a positive number.
#[inline(always)]
fn ln_ends<M: Machine>(m: &M, x: F<M>, ln: F<M>) -> F<M> {
    let ln = m.select(m.lt(x, m.lit(f32::INFINITY)), ln, x);
    let none = m.select(m.eq(x, m.lit(0.0)), m.lit(f32::NEG_INFINITY), m.lit(f32::NAN));
    m.select(m.gt(x, m.lit(0.0)), ln, none)
}

#[inline(always)]
pub(super) fn ln<M: Machine>(m: &M, x: F<M>) -> F<M> {
    let [e, g, t] = ln_parts(m, x);
    let near = m.add(g, m.mul_add(e, m.lit(LN2[1]), t));
    ln_ends(m, x, m.mul_add(e, m.lit(LN2[0]), near))
}

/// `e`, then `ln f` in two parts.
#[inline(always)]
fn ln_pair<M: Machine>(m: &M, x: F<M>) -> [F<M>; 3] {
    let [e, f] = split(m, x, TWO_THIRDS);
    let g = m.sub(f, m.lit(1.0));
    let square = m.mul(g, g);
    let square_low = m.mul_add(g, g, m.neg(square));
    let half = m.mul(square, m.lit(0.5));
    let high = m.sub(g, half);
    let lost = m.mul_add(square_low, m.lit(-0.5), m.sub(m.sub(g, high), half));
    [e, high, m.mul_add(m.mul(square, g), ln_cubic(m, g), lost)]
}

/// `whole + (high + low) c`, of which `whole` is 0 or the largest, and `more`.
#[inline(always)]
fn joined<M: Machine>(m: &M, [whole, more]: [F<M>; 2], [high, low]: [F<M>; 2], c: [f32; 2]) -> F<M> {
    let p = m.mul(high, m.lit(c[0]));
    let p_low = m.mul_add(high, m.lit(c[1]), m.mul_add(high, m.lit(c[0]), m.neg(p)));
    let p_low = m.mul_add(low, m.lit(c[0]), m.add(p_low, more));
    let sum = m.add(whole, p);
    m.add(sum, m.add(m.add(m.sub(whole, sum), p), p_low))
}

#[inline(always)]
pub(super) fn log2<M: Machine>(m: &M, x: F<M>) -> F<M> {
    let [e, high, low] = ln_pair(m, x);
    ln_ends(m, x, joined(m, [e, m.lit(0.0)], [high, low], LOG2_E))
}

#[inline(always)]
pub(super) fn log10<M: Machine>(m: &M, x: F<M>) -> F<M> {
    let [e, high, low] = ln_pair(m, x);
    let whole = [m.mul(e, m.lit(LOG10_2[0])), m.mul(e, m.lit(LOG10_2[1]))];
    ln_ends(m, x, joined(m, whole, [high, low], LOG10_E))
}
