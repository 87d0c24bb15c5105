//! Euclid's division: the remainder is never negative.

use crate::elem::Num;
use crate::machine::{Machine, V};

/// Numbers that can be divided so.
pub trait Euclid: Num {
    /// `a / b` without its fraction, and the remainder with the sign of `a`; faults as `/`.
    fn div_rem<M: Machine>(m: &M, k: M::Mask, a: V<M, Self>, b: V<M, Self>, site: u32) -> [V<M, Self>; 2];
}
macro_rules! ints {
    ($($t:ident)*) => {$(
        impl Euclid for $t {
            #[inline(always)]
            fn div_rem<M: Machine>(m: &M, k: M::Mask, a: V<M, $t>, b: V<M, $t>, site: u32) -> [V<M, $t>; 2] {
                let q = m.div(k, a, b, site);
                [q, m.sub(a, m.mul(q, b))]
            }
        }
    )*};
}
ints!(i8 u8 i16 u16 i32 u32 i64 u64 usize);
macro_rules! floats {
    ($($t:ident)*) => {$(
        impl Euclid for $t {
            #[inline(always)]
            fn div_rem<M: Machine>(m: &M, k: M::Mask, a: V<M, $t>, b: V<M, $t>, site: u32) -> [V<M, $t>; 2] {
                [m.trunc(m.div(k, a, b, site)), m.rem(k, a, b, site)]
            }
        }
    )*};
}
floats!(f32 f64);

/// The quotient for which the remainder is not negative.
#[inline(always)]
pub fn div_euclid<M: Machine, T: Euclid>(m: &M, k: M::Mask, a: V<M, T>, b: V<M, T>, site: u32) -> V<M, T> {
    let [q, r] = T::div_rem(m, k, a, b, site);
    let (zero, one) = (m.lit(T::default()), m.cast::<u8, T>(m.lit(1u8)));
    let next = m.select(m.gt(b, zero), m.sub(q, one), m.add(q, one));
    m.select(m.lt(r, zero), next, q)
}

/// The smallest number whose product with `b` is not below `a`; of unsigned numbers.
#[inline(always)]
pub fn div_ceil<M: Machine, T: Euclid>(m: &M, k: M::Mask, a: V<M, T>, b: V<M, T>, site: u32) -> V<M, T> {
    let [q, r] = T::div_rem(m, k, a, b, site);
    let one = m.cast::<u8, T>(m.lit(1u8));
    m.select(m.eq(r, m.lit(T::default())), q, m.add(q, one))
}

/// The remainder that is not negative.
#[inline(always)]
pub fn rem_euclid<M: Machine, T: Euclid>(m: &M, k: M::Mask, a: V<M, T>, b: V<M, T>, site: u32) -> V<M, T> {
    let r = T::div_rem(m, k, a, b, site)[1];
    m.select(m.lt(r, m.lit(T::default())), m.add(r, m.abs(b)), r)
}
