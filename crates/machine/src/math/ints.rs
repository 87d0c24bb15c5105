//! Methods of integers.

use crate::elem::{Int, Num};
use crate::machine::{Machine, V};

/// Integers, each with the unsigned one of its width.
pub trait Integer: Int {
    /// The unsigned integer of the same width.
    type Unsigned: Unsigned;
    /// The smallest and the largest value.
    const ENDS: (Self, Self);
}
/// Unsigned integers.
pub trait Unsigned: Integer<Unsigned = Self> {
    /// Bits.
    const WIDTH: u32;
}
macro_rules! integers {
    ($($t:ident $u:ident)*) => {$(
        impl Integer for $t {
            type Unsigned = $u;
            const ENDS: ($t, $t) = ($t::MIN, $t::MAX);
        }
    )*};
}
integers!(i8 u8 i16 u16 i32 u32 i64 u64 u8 u8 u16 u16 u32 u32 u64 u64 usize usize);
macro_rules! unsigned {
    ($($t:ident $width:literal)*) => {$(
        impl Unsigned for $t {
            const WIDTH: u32 = $width;
        }
    )*};
}
unsigned!(u8 8 u16 16 u32 32 u64 64 usize 64);

/// Numbers that have a sign.
pub trait Signed: Num {
    /// 1 with the sign of the number; an integer 0 and a NaN stay.
    fn signum<M: Machine>(m: &M, x: V<M, Self>) -> V<M, Self>;
}
macro_rules! signed {
    ($($t:ident)*) => {$(
        impl Signed for $t {
            #[inline(always)]
            fn signum<M: Machine>(m: &M, x: V<M, $t>) -> V<M, $t> {
                m.max(m.lit(-1), m.min(m.lit(1), x))
            }
        }
    )*};
}
signed!(i8 i16 i32 i64);
macro_rules! signed_floats {
    ($($t:ident)*) => {$(
        impl Signed for $t {
            #[inline(always)]
            fn signum<M: Machine>(m: &M, x: V<M, $t>) -> V<M, $t> {
                m.select(m.ne(x, x), x, super::copysign(m, m.lit(1.0), x))
            }
        }
    )*};
}
signed_floats!(f32 f64);

/// 1 with the sign of a number; an integer 0 and a NaN stay.
#[inline(always)]
pub fn signum<M: Machine, T: Signed>(m: &M, x: V<M, T>) -> V<M, T> {
    T::signum(m, x)
}

/// `x - y`, held within the type.
#[inline(always)]
pub fn saturating_sub<M: Machine, T: Integer>(m: &M, x: V<M, T>, y: V<M, T>) -> V<M, T> {
    if !T::SCALAR.is_signed() {
        // Without a difference below zero on the way: 32-bit indices hold what is computed.
        return m.sub(m.max(x, y), y);
    }
    let d = m.sub(x, y);
    let fits = m.eq(m.gt(x, d), m.gt(y, m.lit(T::default())));
    m.select(fits, d, end(m, x))
}
/// `x + y`, held within the type.
#[inline(always)]
pub fn saturating_add<M: Machine, T: Integer>(m: &M, x: V<M, T>, y: V<M, T>) -> V<M, T> {
    if !T::SCALAR.is_signed() {
        // Not a choice between a sum and the end: NVIDIA's Vulkan compiler (580.159) mixes up the halves of such a sum.
        return m.add(x, m.min(y, m.not(x)));
    }
    let s = m.add(x, y);
    let fits = m.eq(m.lt(s, x), m.lt(y, m.lit(T::default())));
    m.select(fits, s, end(m, x))
}
/// The end of a signed type on the side of `x`.
#[inline(always)]
fn end<M: Machine, T: Integer>(m: &M, x: V<M, T>) -> V<M, T> {
    let below = m.lt(x, m.lit(T::default()));
    m.select(below, m.lit(T::ENDS.0), m.lit(T::ENDS.1))
}
/// The distance of two integers, in the unsigned type.
#[inline(always)]
pub fn abs_diff<M: Machine, T: Integer>(m: &M, x: V<M, T>, y: V<M, T>) -> V<M, T::Unsigned> {
    let d = m.select(m.lt(x, y), m.sub(y, x), m.sub(x, y));
    unsigned(m, d)
}
/// The magnitude, in the unsigned type.
#[inline(always)]
pub fn unsigned_abs<M: Machine, T: Integer>(m: &M, x: V<M, T>) -> V<M, T::Unsigned> {
    unsigned(m, m.abs(x))
}
#[inline(always)]
fn unsigned<M: Machine, T: Integer>(m: &M, x: V<M, T>) -> V<M, T::Unsigned> {
    m.cast::<T, T::Unsigned>(x)
}

/// Bits moved left, around the end.
#[inline(always)]
pub fn rotate_left<M: Machine, T: Integer>(m: &M, x: V<M, T>, n: V<M, u32>) -> V<M, T> {
    let u = unsigned(m, x);
    let back = m.sub(m.lit(<T::Unsigned as Unsigned>::WIDTH), n);
    m.cast::<T::Unsigned, T>(m.or(m.shl(u, n), m.shr(u, back)))
}
/// Bits moved right, around the end.
#[inline(always)]
pub fn rotate_right<M: Machine, T: Integer>(m: &M, x: V<M, T>, n: V<M, u32>) -> V<M, T> {
    let u = unsigned(m, x);
    let back = m.sub(m.lit(<T::Unsigned as Unsigned>::WIDTH), n);
    m.cast::<T::Unsigned, T>(m.or(m.shr(u, n), m.shl(u, back)))
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

/// Halves exchanged, then their halves, down to `least` bits.
#[inline(always)]
fn exchanged<M: Machine, T: Integer>(m: &M, x: V<M, T>, least: u32) -> V<M, T> {
    let mut u = unsigned(m, x);
    let mut half = <T::Unsigned as Unsigned>::WIDTH / 2;
    while half >= least {
        let low = m.lit(<T::Unsigned as crate::elem::Elem>::from_bits64(
            u64::MAX / ((1 << half) + 1),
        ));
        let n = m.lit(half);
        u = m.or(m.and(m.shr(u, n), low), m.shl(m.and(u, low), n));
        half /= 2;
    }
    m.cast::<T::Unsigned, T>(u)
}
/// The last bit first.
#[inline(always)]
pub fn reverse_bits<M: Machine, T: Integer>(m: &M, x: V<M, T>) -> V<M, T> {
    exchanged(m, x, 1)
}
/// The last byte first.
#[inline(always)]
pub fn swap_bytes<M: Machine, T: Integer>(m: &M, x: V<M, T>) -> V<M, T> {
    exchanged(m, x, 8)
}
/// Bits that are 0.
#[inline(always)]
pub fn count_zeros<M: Machine, T: Int>(m: &M, x: V<M, T>) -> V<M, u32> {
    m.count_ones(m.not(x))
}
/// Bits that are 1 in front of the first 0.
#[inline(always)]
pub fn leading_ones<M: Machine, T: Int>(m: &M, x: V<M, T>) -> V<M, u32> {
    m.leading_zeros(m.not(x))
}
/// Bits that are 1 behind the last 0.
#[inline(always)]
pub fn trailing_ones<M: Machine, T: Int>(m: &M, x: V<M, T>) -> V<M, u32> {
    m.trailing_zeros(m.not(x))
}
/// Whether one bit alone is 1.
#[inline(always)]
pub fn is_power_of_two<M: Machine, T: Unsigned>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.eq(m.count_ones(x), m.lit(1u32))
}
/// Whether an integer is below 0.
#[inline(always)]
pub fn is_negative<M: Machine, T: Int>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.lt(x, m.lit(T::default()))
}
/// Whether an integer is above 0.
#[inline(always)]
pub fn is_positive<M: Machine, T: Int>(m: &M, x: V<M, T>) -> V<M, bool> {
    m.gt(x, m.lit(T::default()))
}
/// The least multiple of `y` that is no less than `x`, wrapping; faults as the remainder does.
#[inline(always)]
pub fn next_multiple_of<M: Machine, T: Unsigned>(m: &M, k: M::Mask, x: V<M, T>, y: V<M, T>, site: u32) -> V<M, T> {
    let over = m.rem(k, x, y, site);
    let more = m.sub(y, over);
    m.select(m.eq(over, m.lit(T::default())), x, m.add(x, more))
}
