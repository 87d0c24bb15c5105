//! Identities and joins of reductions.

use crate::elem::{Bits, Elem, Num};
use crate::isa;
use crate::machine::{Machine, V};
use crate::program::{HSlice, RedOp, Reds, Reduce};

/// The initial values joined with the totals of all blocks, neighbours first, level by level; an odd last one is carried up.
/// The totals are overwritten.
pub fn pairwise<R: Reds>(reds: &R, totals: &mut [R::Out]) -> R::Out {
    let mut n = totals.len();
    while n > 1 {
        for k in 0..n / 2 {
            totals[k] = reds.join(totals[2 * k], totals[2 * k + 1]);
        }
        if n % 2 == 1 {
            totals[n / 2] = totals[n - 1];
        }
        n = n.div_ceil(2);
    }
    match totals.first() {
        Some(total) => reds.join(reds.init(), *total),
        None => reds.init(),
    }
}

macro_rules! reduce {
    ($($t:ident)*; $zero:expr, $one:expr, $lo:ident, $hi:ident, $min:expr, $max:expr, $add:ident $mul:ident; $bits:tt) => {$(
        impl Reduce for $t {
            #[inline(always)]
            fn identity(op: RedOp) -> Self {
                match op {
                    RedOp::Add => $zero as $t,
                    RedOp::Mul => $one as $t,
                    RedOp::Min => <$t>::$hi,
                    RedOp::Max => <$t>::$lo,
                    _ => reduce!(@identity op $t $bits),
                }
            }
            #[inline(always)]
            fn join(op: RedOp, a: Self, b: Self) -> Self {
                match op {
                    RedOp::Add => reduce!(@$add a b +),
                    RedOp::Mul => reduce!(@$mul a b *),
                    RedOp::Min => $min(a, b),
                    RedOp::Max => $max(a, b),
                    _ => reduce!(@join op a b $bits),
                }
            }
            #[inline(always)]
            fn join_lanes<M: Machine>(m: &M, op: RedOp, a: V<M, Self>, b: V<M, Self>) -> V<M, Self> {
                match op {
                    RedOp::Add => m.add(a, b),
                    RedOp::Mul => m.mul(a, b),
                    RedOp::Min => m.min(a, b),
                    RedOp::Max => m.max(a, b),
                    _ => reduce!(@lanes m op a b $bits),
                }
            }
            #[inline(always)]
            fn opposite<M: Machine>(m: &M, a: V<M, Self>) -> V<M, Self> {
                m.neg(a)
            }
        }
    )*};
    (@wrapping_add $a:ident $b:ident +) => { $a.wrapping_add($b) };
    (@wrapping_mul $a:ident $b:ident *) => { $a.wrapping_mul($b) };
    (@plain $a:ident $b:ident $op:tt) => { $a $op $b };
    (@identity $op:ident $t:ident bits) => { if $op == RedOp::And { !0 } else { 0 } };
    (@identity $op:ident $t:ident none) => { { let _ = $op; 0.0 } };
    (@join $op:ident $a:ident $b:ident bits) => { match $op { RedOp::And => $a & $b, RedOp::Or => $a | $b, _ => $a ^ $b } };
    (@join $op:ident $a:ident $b:ident none) => { $a };
    (@lanes $m:ident $op:ident $a:ident $b:ident bits) => { match $op { RedOp::And => $m.and($a, $b), RedOp::Or => $m.or($a, $b), _ => $m.xor($a, $b) } };
    (@lanes $m:ident $op:ident $a:ident $b:ident none) => { $a };
}
reduce!(i8 i16 i32 i64 u8 u16 u32 u64 usize; 0, 1, MIN, MAX, Ord::min, Ord::max, wrapping_add wrapping_mul; bits);
// NaN is the identity of min and max: it loses to every number.
reduce!(f32; -0.0, 1.0, NAN, NAN, isa::min32, isa::max32, plain plain; none);
reduce!(f64; -0.0, 1.0, NAN, NAN, isa::min64, isa::max64, plain plain; none);

impl Reduce for bool {
    fn identity(op: RedOp) -> Self {
        op == RedOp::And
    }
    fn join(op: RedOp, a: Self, b: Self) -> Self {
        match op {
            RedOp::And => a & b,
            RedOp::Or => a | b,
            _ => a ^ b,
        }
    }
    #[inline(always)]
    fn join_lanes<M: Machine>(m: &M, op: RedOp, a: V<M, Self>, b: V<M, Self>) -> V<M, Self> {
        match op {
            RedOp::And => m.and(a, b),
            RedOp::Or => m.or(a, b),
            _ => m.xor(a, b),
        }
    }
    #[inline(always)]
    fn opposite<M: Machine>(_: &M, a: V<M, Self>) -> V<M, Self> {
        a
    }
}

/// `-a`, for updates by `-=`.
#[inline(always)]
pub fn opposite<M: Machine, T: Reduce>(m: &M, a: V<M, T>) -> V<M, T> {
    T::opposite(m, a)
}
/// The value of the variable's type that changes nothing.
pub fn none<T: Reduce>(op: RedOp, _: T) -> T {
    T::identity(op)
}

/// Whether the elements are floats, whose sums depend on their order.
#[inline(always)]
pub fn is_float<T: Elem>(_: &HSlice<T>) -> bool {
    T::SCALAR.is_float()
}

/// Keeps the traits' names in scope of the macro's expansions.
#[allow(dead_code)]
fn _bounds<T: Elem + Num + Bits>() {}
