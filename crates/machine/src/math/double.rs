//! `f64`: exponentials and logarithms.
//!
//! Integers stay within floats: many instruction sets have no conversion of 64-bit integers.

use super::{copysign, div, poly};
use crate::machine::{Machine, V};

type D<M> = V<M, f64>;

/// ln 2 in two parts; the first has 42 bits, so that its products with exponents are exact.
pub(super) const LN2: [f64; 2] = [0.693_147_180_559_890_3, 5.497_923_018_708_371e-14];
/// log2 e in two parts.
const LOG2_E: [f64; 2] = [std::f64::consts::LOG2_E, 2.035_527_374_093_103_3e-17];
/// log10 e in two parts.
const LOG10_E: [f64; 2] = [std::f64::consts::LOG10_E, 1.098_319_650_216_765e-17];
/// log10 2 in two parts; the first has 42 bits.
const LOG10_2: [f64; 2] = [0.301_029_995_663_952_83, 2.836_339_455_104_496_4e-14];
/// Where the spacing of floats is 1.
pub(super) const UNITS: f64 = 6_755_399_441_055_744.0;
/// The same, for what is not negative.
const NATURAL: f64 = 4_503_599_627_370_496.0;

/// `n << 52` of an integer held as a float, which may be negative.
#[inline(always)]
pub(super) fn exponent<M: Machine>(m: &M, n: D<M>) -> V<M, u64> {
    m.shl(m.to_bits(m.add(n, m.lit(UNITS))), m.lit(52u32))
}

/// `p * 2^n` for `p` near 1 and `n` an integer from -1076 to 1025, rounded once.
#[inline(always)]
pub(super) fn scale<M: Machine>(m: &M, p: D<M>, n: D<M>) -> D<M> {
    // 2^(n - 1) or 2^(n + 127) is a normal number; the rest of the power is a constant.
    let small = m.lt(n, m.lit(-1020.0));
    let bias = m.select(small, m.lit(1150u64 << 52), m.lit(1022u64 << 52));
    let power = m.from_bits::<f64>(m.add(exponent(m, n), bias));
    let rest = m.select(small, m.lit(1.0 / (1u128 << 127) as f64), m.lit(2.0));
    m.mul(m.mul(p, power), rest)
}

/// Limits an argument to where results are neither 0 nor infinite, and a little more; NaN stays.
#[inline(always)]
fn limit<M: Machine>(m: &M, x: D<M>, lo: f64, hi: f64) -> D<M> {
    let x = m.select(m.lt(x, m.lit(lo)), m.lit(lo), x);
    m.select(m.gt(x, m.lit(hi)), m.lit(hi), x)
}

/// `(e^r - 1 - r) / r^2` for `|r| <= ln 2 / 2`, relative error of `e^r` under 2^-57.
#[inline(always)]
pub(super) fn exp_tail<M: Machine>(m: &M, r: D<M>) -> D<M> {
    poly(
        m,
        r,
        [
            2.500_865_190_872_661_6e-8,
            2.763_044_565_995_015e-7,
            2.755_755_808_469_525e-6,
            2.480_149_247_917_257_7e-5,
            0.000_198_412_695_399_552_88,
            0.001_388_888_894_431_751_1,
            0.008_333_333_333_477_947,
            0.041_666_666_666_527_03,
            0.166_666_666_666_664_4,
            0.500_000_000_000_001_1,
        ],
    )
}

/// `x = n ln 2 + r` (Cody and Waite), and [`exp_tail`].
#[inline(always)]
fn exp_parts<M: Machine>(m: &M, x: D<M>) -> [D<M>; 3] {
    let n = m.round_ties_even(m.mul(x, m.lit(LOG2_E[0])));
    let r = m.mul_add(n, m.lit(-LN2[0]), x);
    let r = m.mul_add(n, m.lit(-LN2[1]), r);
    [n, r, exp_tail(m, r)]
}

#[inline(always)]
pub(super) fn exp<M: Machine>(m: &M, x: D<M>) -> D<M> {
    let [n, r, q] = exp_parts(m, limit(m, x, -746.0, 710.0));
    // Rounded once where it is near 1; what is rounded before is multiplied by `r`.
    let slope = m.mul_add(q, r, m.lit(1.0));
    scale(m, m.mul_add(slope, r, m.lit(1.0)), n)
}

/// `2^r` for `|r| <= 1/2`, relative error under 2^-57.
#[inline(always)]
pub(super) fn exp2_near<M: Machine>(m: &M, r: D<M>) -> D<M> {
    poly(
        m,
        r,
        [
            4.438_739_130_040_604_4e-10,
            7.073_233_467_746_137e-9,
            1.017_816_088_973_822_4e-7,
            1.321_543_883_316_909e-6,
            1.525_273_363_191_864_1e-5,
            0.000_154_035_304_490_419_5,
            0.001_333_355_814_654_839,
            0.009_618_129_107_601_6,
            0.055_504_108_664_821_715,
            0.240_226_506_959_101_08,
            std::f64::consts::LN_2,
            1.0,
        ],
    )
}

#[inline(always)]
pub(super) fn exp2<M: Machine>(m: &M, x: D<M>) -> D<M> {
    let x = limit(m, x, -1076.0, 1024.0);
    let n = m.round_ties_even(x);
    scale(m, exp2_near(m, m.sub(x, n)), n)
}

/// `-d / (d + 2)` with `d = e^(-2|x|) - 1`: near 0 that is the power series without its 1.
#[inline(always)]
pub(super) fn tanh<M: Machine>(m: &M, x: D<M>) -> D<M> {
    let y = m.mul(m.abs(x), m.lit(-2.0));
    let y = m.select(m.lt(y, m.lit(-40.0)), m.lit(-40.0), y);
    let [n, r, q] = exp_parts(m, y);
    let bend = m.mul(m.mul(r, r), q);
    let p = m.add(r, bend);
    let p_low = m.add(m.sub(r, p), bend);
    let power = m.from_bits::<f64>(m.add(exponent(m, n), m.lit(1023u64 << 52)));
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

/// `x = 2^e f` with `f` from sqrt(1/2) to sqrt(2).
#[inline(always)]
pub(super) fn split<M: Machine>(m: &M, x: D<M>) -> [D<M>; 2] {
    const LEAST: u64 = 0x3fe6_a09e_667f_3bcd;
    let tiny = m.lt(x, m.lit(f64::MIN_POSITIVE));
    let bits = m.to_bits(m.select(tiny, m.mul(x, m.lit(NATURAL)), x));
    let over = m.add(bits, m.lit((1023u64 << 52) - LEAST));
    // The exponent and 1023, as the lowest bits of a float.
    let e = m.or(m.shr(over, m.lit(52u32)), m.lit(NATURAL.to_bits()));
    let bias = m.select(tiny, m.lit(NATURAL + 1075.0), m.lit(NATURAL + 1023.0));
    let f = m.add(m.and(over, m.lit((1u64 << 52) - 1)), m.lit(LEAST));
    [m.sub(m.from_bits::<f64>(e), bias), m.from_bits::<f64>(f)]
}

/// `s`, `z = s^2` and `r` of `ln(1 + g) = 2 artanh s = g - g^2/2 + s (g^2/2 + z r)`, `s = g / (g + 2)`, as in
/// FreeBSD's msun.
#[inline(always)]
pub(super) fn ln_tail<M: Machine>(m: &M, g: D<M>) -> [D<M>; 3] {
    let s = div(m, g, m.add(g, m.lit(2.0)));
    let z = m.mul(s, s);
    let r = poly(
        m,
        z,
        [
            0.147_956_456_654_853_16,
            0.153_140_843_948_285_62,
            0.181_835_628_404_317_47,
            0.222_221_986_057_207_7,
            0.285_714_287_420_188_95,
            0.399_999_999_994_166_8,
            0.666_666_666_666_673_4,
        ],
    );
    [s, z, r]
}

/// `e`, then `ln f` in two parts, the second with the rounding of the first.
#[inline(always)]
fn ln_parts<M: Machine>(m: &M, x: D<M>) -> [D<M>; 3] {
    let [e, f] = split(m, x);
    let g = m.sub(f, m.lit(1.0));
    let [s, z, r] = ln_tail(m, g);
    let half = m.mul(m.mul(g, g), m.lit(0.5));
    let high = m.sub(g, half);
    let lost = m.sub(m.sub(g, high), half);
    [e, high, m.mul_add(s, m.mul_add(z, r, half), lost)]
}

/// What a logarithm is where its argument is not a positive number.
#[inline(always)]
fn ln_ends<M: Machine>(m: &M, x: D<M>, ln: D<M>) -> D<M> {
    let ln = m.select(m.lt(x, m.lit(f64::INFINITY)), ln, x);
    let none = m.select(m.eq(x, m.lit(0.0)), m.lit(f64::NEG_INFINITY), m.lit(f64::NAN));
    m.select(m.gt(x, m.lit(0.0)), ln, none)
}

#[inline(always)]
pub(super) fn ln<M: Machine>(m: &M, x: D<M>) -> D<M> {
    let [e, high, low] = ln_parts(m, x);
    let near = m.add(high, m.mul_add(e, m.lit(LN2[1]), low));
    ln_ends(m, x, m.mul_add(e, m.lit(LN2[0]), near))
}

/// `whole + (high + low) c`, of which `whole` is 0 or the largest.
#[inline(always)]
fn joined<M: Machine>(m: &M, whole: D<M>, high: D<M>, low: D<M>, c: [f64; 2]) -> D<M> {
    let p = m.mul(high, m.lit(c[0]));
    let p_low = m.mul_add(high, m.lit(c[0]), m.neg(p));
    let p_low = m.mul_add(low, m.lit(c[0]), m.mul_add(high, m.lit(c[1]), p_low));
    let sum = m.add(whole, p);
    m.add(sum, m.add(m.add(m.sub(whole, sum), p), p_low))
}

#[inline(always)]
pub(super) fn log2<M: Machine>(m: &M, x: D<M>) -> D<M> {
    let [e, high, low] = ln_parts(m, x);
    ln_ends(m, x, joined(m, e, high, low, LOG2_E))
}

#[inline(always)]
pub(super) fn log10<M: Machine>(m: &M, x: D<M>) -> D<M> {
    let [e, high, low] = ln_parts(m, x);
    // The exponent's own rest, as a natural logarithm.
    let low = m.mul_add(e, m.lit(LOG10_2[1] * std::f64::consts::LN_10), low);
    ln_ends(m, x, joined(m, m.mul(e, m.lit(LOG10_2[0])), high, low, LOG10_E))
}
