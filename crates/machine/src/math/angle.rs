//! Sine, cosine and tangent.
//!
//! The magnitude of the argument is brought to `q * pi/2 + r` with `|r|` a little over pi/4 at
//! most. Below [`Angle::FAR`] three parts of pi/2 are subtracted (Cody and Waite), above it the
//! bits of 2/pi that matter are multiplied (Payne and Hanek).

use super::{Unsigned, div};
use crate::elem::{Elem, Float, Int};
use crate::machine::{Machine, V};

/// What the algorithm needs of a float type.
pub trait Angle: Float<Bits: Unsigned> {
    /// The signed integer of the same width.
    type Signed: Int;
    /// Bits of a significand.
    const DIGITS: u32;
    /// pi/2 in three parts.
    const HALF_PI: [Self; 3];
    const TWO_OVER_PI: Self;
    const NAN: Self;
    /// Where the spacing of floats is 1.
    const UNITS: Self;
    /// From here on the bits of 2/pi are used.
    const FAR: Self;
    /// The exponent's field of [`Angle::FAR`].
    const FAR_FIELD: u64;

    /// Three words of 2/pi from bit `at`, counted so that what comes before only adds multiples of
    /// 4 to the product of a significand with the exponent's field `at + FAR_FIELD`.
    fn window<M: Machine>(m: &M, at: Bits<M, Self>) -> [Bits<M, Self>; 3];
    /// `(sin r - r) / r^3` in `z = r^2`.
    fn sin_tail<M: Machine>(m: &M, z: V<M, Self>) -> V<M, Self>;
    /// `(cos r - 1 + z/2) / z^2`.
    fn cos_tail<M: Machine>(m: &M, z: V<M, Self>) -> V<M, Self>;
    /// `(tan r - r) / r^3`.
    fn tan_tail<M: Machine>(m: &M, z: V<M, Self>) -> V<M, Self>;
}

/// A float's bits.
pub type Bits<M, T> = V<M, <T as Float>::Bits>;

/// An angle after its multiples of pi/2.
struct Rest<M: Machine, T: Angle> {
    /// How many they are, modulo 4.
    q: Bits<M, T>,
    /// What is left.
    r: V<M, T>,
    /// What the rounding of `r` lost.
    tail: V<M, T>,
}

#[inline(always)]
fn bits<M: Machine, T: Angle>(m: &M, b: u64) -> Bits<M, T> {
    m.lit(T::Bits::from_bits64(b))
}

#[inline(always)]
fn reduce<M: Machine, T: Angle>(m: &M, k: M::Mask, x: V<M, T>) -> Rest<M, T> {
    let [p0, p1, p2] = T::HALF_PI;
    let (p0, p1, p2) = (m.neg(m.lit(p0)), m.neg(m.lit(p1)), m.neg(m.lit(p2)));
    let n = m.round_ties_even(m.mul(x, m.lit(T::TWO_OVER_PI)));
    // Exact: below 1, and no finer than the first part of pi/2.
    let a = m.mul_add(n, p0, x);
    let high = m.mul(n, p1);
    let low = m.mul_add(n, p2, m.mul_add(n, p1, m.neg(high)));
    let b = m.add(a, high);
    let low = m.add(m.add(m.sub(a, b), high), low);
    let near = m.add(b, low);
    let near_tail = m.add(m.sub(b, near), low);
    let mut q = m.local("quadrant", m.to_bits(m.add(n, m.lit(T::UNITS))));
    let mut r = m.local("rest", near);
    let mut tail = m.local("tail", near_tail);
    let far = m.not(m.lt(x, m.lit(T::FAR)));
    let k_far = m.if_begin(k, far);
    if m.any(k_far) {
        let rest = reduce_far(m, x);
        m.set(&mut q, k_far, rest.q);
        m.set(&mut r, k_far, rest.r);
        m.set(&mut tail, k_far, rest.tail);
    }
    m.if_else(k, far);
    m.if_end();
    Rest {
        q: m.get(&q),
        r: m.get(&r),
        tail: m.get(&tail),
    }
}

/// For [`Angle::FAR`] and more; gives NaN for what is not finite.
#[inline(always)]
fn reduce_far<M: Machine, T: Angle>(m: &M, x: V<M, T>) -> Rest<M, T> {
    let width = T::Bits::WIDTH;
    let (stored, spare) = (T::DIGITS - 1, width - T::DIGITS);
    let x_bits = m.to_bits(x);
    let field = m.shr(x_bits, m.lit(stored));
    let one = 1u64 << stored;
    let significand = m.or(m.and(x_bits, bits::<M, T>(m, one - 1)), bits::<M, T>(m, one));
    let [w0, w1, w2] = T::window(m, m.sub(field, bits::<M, T>(m, T::FAR_FIELD)));
    // The product, modulo 4, cut after two words.
    let (high, low) = (mul_high(m, significand, w1), m.mul(significand, w1));
    let middle = m.add(low, mul_high(m, significand, w2));
    let carry = m.select(m.lt(middle, low), bits::<M, T>(m, 1), bits::<M, T>(m, 0));
    let top = m.add(m.add(m.mul(significand, w0), high), carry);
    // Two bits are the quadrant, to the nearest; the rest is a signed fraction, taken apart into
    // three significands: many of its first bits can be zero.
    let two = m.lit(width - 2);
    let q = m.shr(m.add(top, bits::<M, T>(m, 1 << (width - 3))), two);
    let f0 = m.or(m.shl(top, m.lit(2u32)), m.shr(middle, two));
    let f1 = m.shl(middle, m.lit(2u32));
    let first = m.shr(m.cast::<T::Bits, T::Signed>(f0), m.lit(spare));
    let cut = T::DIGITS - spare;
    let second = m.or(
        m.shl(m.and(f0, bits::<M, T>(m, (1 << spare) - 1)), m.lit(cut)),
        m.shr(f1, m.lit(width - cut)),
    );
    let third = m.and(f1, bits::<M, T>(m, (1 << (width - cut)) - 1));
    let unit = 1.0 / (1u64 << T::DIGITS) as f64;
    let last = 0.25 / (1u64 << (width - 2)) as f64;
    let first = float::<M, T>(m, first, unit);
    let second = float::<M, T>(m, m.cast::<T::Bits, T::Signed>(second), unit * unit);
    let third = float::<M, T>(m, m.cast::<T::Bits, T::Signed>(third), last * last);
    let v = m.add(first, second);
    let v_low = m.add(m.add(m.sub(first, v), second), third);
    let [p0, p1, _] = T::HALF_PI;
    let product = m.mul(v, m.lit(p0));
    let lost = m.mul_add(v, m.lit(p0), m.neg(product));
    let low = m.mul_add(v, m.lit(p1), m.mul_add(v_low, m.lit(p0), lost));
    let r = m.add(product, low);
    let tail = m.add(m.sub(product, r), low);
    let strange = m.eq(field, bits::<M, T>(m, (1 << spare) - 1));
    let r = m.select(strange, m.lit(T::NAN), r);
    Rest { q, r, tail }
}

/// An integer of at most a significand's bits, times a power of two.
#[inline(always)]
fn float<M: Machine, T: Angle>(m: &M, x: V<M, T::Signed>, unit: f64) -> V<M, T> {
    m.mul(m.cast::<T::Signed, T>(x), m.lit(T::from_f64(unit)))
}

/// The upper half of the product, by halves.
#[inline(always)]
fn mul_high<M: Machine, T: Unsigned>(m: &M, a: V<M, T>, b: V<M, T>) -> V<M, T> {
    let by = m.lit(T::WIDTH / 2);
    let half = m.lit(T::from_bits64((1 << (T::WIDTH / 2)) - 1));
    let (ah, al, bh, bl) = (m.shr(a, by), m.and(a, half), m.shr(b, by), m.and(b, half));
    let (hl, lh) = (m.mul(ah, bl), m.mul(al, bh));
    let middle = m.add(m.shr(m.mul(al, bl), by), m.add(m.and(hl, half), m.and(lh, half)));
    let high = m.add(m.mul(ah, bh), m.add(m.shr(hl, by), m.shr(lh, by)));
    m.add(high, m.shr(middle, by))
}

/// Constants in all lanes.
///
/// Loops, here and below: std's closures over arrays are not inlined, and a call costs ten times the
/// work.
#[inline(always)]
pub(super) fn words<M: Machine, T: Int, const N: usize>(m: &M, w: [T; N]) -> [V<M, T>; N] {
    let mut out = [m.lit(w[0]); N];
    for i in 1..N {
        out[i] = m.lit(w[i]);
    }
    out
}

/// Moves a row of words by `A - B` where that bit of `by` is set.
#[inline(always)]
pub(super) fn moved<M: Machine, T: Int, const A: usize, const B: usize>(
    m: &M,
    by: V<M, T>,
    w: [V<M, T>; A],
) -> [V<M, T>; B] {
    let step = A - B;
    let bit = m.and(by, m.lit(T::from_bits64(step as u64)));
    let set = m.ne(bit, m.lit(T::from_bits64(0)));
    let mut out = [w[0]; B];
    for i in 0..B {
        out[i] = m.select(set, w[i + step], w[i]);
    }
    out
}

/// Three words from bit `at` of the first.
#[inline(always)]
pub(super) fn aligned<M: Machine, T: Unsigned>(m: &M, at: V<M, T>, w: [V<M, T>; 4]) -> [V<M, T>; 3] {
    let back = m.sub(m.lit(T::from_bits64(u64::from(T::WIDTH) - 1)), at);
    let mut out = [at; 3];
    for i in 0..3 {
        out[i] = m.or(m.shl(w[i], at), m.shr(m.shr(w[i + 1], m.lit(1u32)), back));
    }
    out
}

/// Sine of `quarter` right angles and `|x|`.
#[inline(always)]
fn turned<M: Machine, T: Angle>(m: &M, k: M::Mask, x: V<M, T>, quarter: u64) -> V<M, T> {
    let Rest { q, r, tail } = reduce(m, k, m.abs(x));
    let q = m.add(q, bits::<M, T>(m, quarter));
    let z = m.mul(r, r);
    let s = m.add(r, m.mul_add(m.mul(r, z), T::sin_tail(m, z), tail));
    // One, less half a square, and what that loses.
    let (one, half) = (m.lit(T::from_f64(1.0)), m.mul(z, m.lit(T::from_f64(0.5))));
    let near_one = m.sub(one, half);
    let lost = m.sub(m.sub(one, near_one), half);
    let bend = m.mul_add(m.mul(z, z), T::cos_tail(m, z), m.mul_add(m.neg(r), tail, lost));
    let c = m.add(near_one, bend);
    let odd = odd::<M, T>(m, q);
    let sign = m.shl(m.and(q, bits::<M, T>(m, 2)), m.lit(T::Bits::WIDTH - 2));
    m.from_bits::<T>(m.xor(m.to_bits(m.select(odd, c, s)), sign))
}

#[inline(always)]
fn odd<M: Machine, T: Angle>(m: &M, q: Bits<M, T>) -> V<M, bool> {
    m.ne(m.and(q, bits::<M, T>(m, 1)), bits::<M, T>(m, 0))
}

#[inline(always)]
pub(super) fn sin<M: Machine, T: Angle>(m: &M, k: M::Mask, x: V<M, T>) -> V<M, T> {
    with_sign(m, turned(m, k, x, 0), x)
}

#[inline(always)]
pub(super) fn cos<M: Machine, T: Angle>(m: &M, k: M::Mask, x: V<M, T>) -> V<M, T> {
    turned(m, k, x, 1)
}

/// A tangent is its polynomial, or minus its reciprocal in odd quadrants.
#[inline(always)]
pub(super) fn tan<M: Machine, T: Angle>(m: &M, k: M::Mask, x: V<M, T>) -> V<M, T> {
    let one = m.lit(T::from_f64(1.0));
    let Rest { q, r, tail } = reduce(m, k, m.abs(x));
    let z = m.mul(r, r);
    let z_low = m.mul_add(r, r, m.neg(z));
    let slope = T::tan_tail(m, z);
    let w = m.mul(z, slope);
    let w_low = m.mul_add(z_low, slope, m.mul_add(z, slope, m.neg(w)));
    let small = m.mul(r, w);
    let small_low = m.mul_add(r, w_low, m.mul_add(r, w, m.neg(small)));
    let near = m.add(r, small);
    // The derivative is 1 + tan^2.
    let low = m.mul_add(tail, m.mul_add(near, near, one), small_low);
    let low = m.add(m.add(m.sub(r, near), small), low);
    let t = m.add(near, low);
    let t_low = m.add(m.sub(near, t), low);
    let u = div(m, m.neg(one), t);
    let rest = m.mul_add(t_low, u, m.mul_add(t, u, one));
    let u = m.mul_add(u, rest, u);
    with_sign(m, m.select(odd::<M, T>(m, q), u, t), x)
}

/// `y`, turned around where `x` has a sign.
#[inline(always)]
fn with_sign<M: Machine, T: Angle>(m: &M, y: V<M, T>, x: V<M, T>) -> V<M, T> {
    let sign = m.and(m.to_bits(x), bits::<M, T>(m, 1 << (T::Bits::WIDTH - 1)));
    m.from_bits::<T>(m.xor(m.to_bits(y), sign))
}
