//! `f16` and `bf16`, the element types of the crate `half`.
//!
//! A lane holds such a number as the `f32` of the same value. Each operation computes in `f32` and rounds to the
//! nearest number of the type, ties to even: what `half`'s own operators do. For `+ - * /` and `sqrt` that is the
//! correctly rounded result, because `f32` has more than twice the digits and two (Figueroa, 1995). `mul_add` is
//! `f32`'s, then rounded.

use crate::elem::{Elem, Float, Num, ScalarType, Wide, sealed};
use crate::isa::{self, Isa, Lanes};
use crate::machine::{Machine, V};
use crate::math::{Euclid, Signed, copysign};
use crate::program::{RedOp, Reduce};

pub use half::{bf16, f16};

const MAGNITUDE: i32 = i32::MAX;
const INFINITY: i32 = 0x7f80_0000;
/// 2^-14, the smallest normal `f16`.
const NORMAL: i32 = 0x3880_0000;
/// 2^16, where `f16` is infinite.
const TOO_LARGE: i32 = 0x4780_0000;

/// `a + (b & c)` and other steps read better with constants spelled once.
#[inline(always)]
fn all<I: Isa>(x: i32) -> I::I32 {
    I::splat_i32(x)
}

/// [`Isa::round_f16`] by integer steps. Below 2^-14 the numbers are the multiples of 2^-24, which is what a sum
/// with 0.5 leaves.
#[inline(always)]
pub(crate) fn round_f16<I: Isa>(x: I::F32) -> I::F32 {
    let bits = I::bits_f32(x);
    let mag = I::and_i32(bits, all::<I>(MAGNITUDE));
    let odd = I::and_i32(I::shr_u32(mag, all::<I>(13)), all::<I>(1));
    let up = I::add_i32(mag, I::add_i32(odd, all::<I>(0xfff)));
    let normal = I::and_i32(up, all::<I>(!0x1fff));
    let normal = I::select_i32(I::lt_i32(normal, all::<I>(TOO_LARGE)), normal, all::<I>(INFINITY));
    let half = I::splat_f32(0.5);
    let small = I::bits_f32(I::sub_f32(I::add_f32(I::from_bits_f32(mag), half), half));
    let near = I::select_i32(I::lt_i32(mag, all::<I>(NORMAL)), small, normal);
    let near = I::select_i32(I::lt_i32(all::<I>(INFINITY), mag), mag, near);
    I::from_bits_f32(I::or_i32(near, I::xor_i32(bits, mag)))
}
/// [`Isa::f32_to_f16`] by integer steps.
#[inline(always)]
pub(crate) fn f32_to_f16<I: Isa>(x: I::F32) -> I::I32 {
    let bits = I::bits_f32(x);
    let mag = I::and_i32(bits, all::<I>(MAGNITUDE));
    let sign = I::and_i32(I::shr_u32(bits, all::<I>(16)), all::<I>(0x8000));
    let sum = I::bits_f32(I::add_f32(I::from_bits_f32(mag), I::splat_f32(0.5)));
    let small = I::sub_i32(sum, all::<I>(0x3f00_0000));
    let normal = I::sub_i32(I::shr_u32(mag, all::<I>(13)), all::<I>(112 << 10));
    let m = I::select_i32(I::lt_i32(mag, all::<I>(NORMAL)), small, normal);
    let m = I::select_i32(I::lt_i32(mag, all::<I>(TOO_LARGE)), m, all::<I>(0x7c00));
    let m = I::select_i32(I::lt_i32(all::<I>(INFINITY), mag), all::<I>(0x7e00), m);
    I::or_i32(sign, m)
}
/// [`Isa::f16_to_f32`] by integer steps.
#[inline(always)]
pub(crate) fn f16_to_f32<I: Isa>(h: I::I32) -> I::F32 {
    const UNIT: f32 = 1.0 / 16_777_216.0;
    let mag = I::and_i32(h, all::<I>(0x7fff));
    let sign = I::shl_i32(I::and_i32(h, all::<I>(0x8000)), all::<I>(16));
    let wide = I::shl_i32(mag, all::<I>(13));
    let normal = I::add_i32(wide, all::<I>(112 << 23));
    let special = I::or_i32(wide, all::<I>(INFINITY));
    let small = I::bits_f32(I::mul_f32(I::i32_to_f32(mag), I::splat_f32(UNIT)));
    let m = I::select_i32(I::lt_i32(mag, all::<I>(0x7c00)), normal, special);
    let m = I::select_i32(I::lt_i32(mag, all::<I>(0x400)), small, m);
    I::from_bits_f32(I::or_i32(m, sign))
}
/// Rounds to the nearest `bf16`; what overflows becomes infinite by itself.
#[inline(always)]
fn round_bf16<I: Isa>(x: I::F32) -> I::F32 {
    let bits = I::bits_f32(x);
    let mag = I::and_i32(bits, all::<I>(MAGNITUDE));
    let odd = I::and_i32(I::shr_u32(bits, all::<I>(16)), all::<I>(1));
    let up = I::add_i32(bits, I::add_i32(odd, all::<I>(0x7fff)));
    let near = I::and_i32(up, all::<I>(!0xffff));
    I::from_bits_f32(I::select_i32(I::lt_i32(all::<I>(INFINITY), mag), bits, near))
}
#[inline(always)]
fn f32_to_bf16<I: Isa>(x: I::F32) -> I::I32 {
    let bits = I::bits_f32(x);
    let mag = I::and_i32(bits, all::<I>(MAGNITUDE));
    let nan = I::lt_i32(all::<I>(INFINITY), mag);
    I::select_i32(nan, all::<I>(0x7fc0), I::shr_u32(bits, all::<I>(16)))
}
#[inline(always)]
fn bf16_to_f32<I: Isa>(h: I::I32) -> I::F32 {
    I::from_bits_f32(I::shl_i32(h, all::<I>(16)))
}

macro_rules! half {
    ($t:ident $name:ident; $round:expr, $bits:expr, $value:expr) => {
        impl sealed::Sealed for $t {}
        impl Elem for $t {
            const SCALAR: ScalarType = ScalarType::$name;
            type Reg<I: Isa> = I::F32;
            fn to_bits64(self) -> u64 {
                u64::from(self.to_bits())
            }
            fn from_bits64(bits: u64) -> Self {
                Self::from_bits(bits as u16)
            }
            #[inline(always)]
            fn splat<I: Isa>(x: Self) -> I::F32 {
                I::splat_f32(x.to_f32())
            }
            #[inline(always)]
            fn lane<I: Isa>(a: I::F32, l: usize) -> Self {
                Self::from_f32(a.lane(l))
            }
            #[inline(always)]
            fn from_lanes<I: Isa>(mut f: impl FnMut(usize) -> Self) -> I::F32 {
                I::F32::from_fn(
                    #[inline(always)]
                    |l| f(l).to_f32(),
                )
            }
            #[inline(always)]
            fn pick<I: Isa>(a: I::F32, b: I::F32, from: impl Fn(usize) -> usize) -> I::F32 {
                I::F32::pick(a, b, I::LANES, from)
            }
            #[inline(always)]
            fn select<I: Isa>(k: I::Mask, a: I::F32, b: I::F32) -> I::F32 {
                I::select_f32(k, a, b)
            }
            #[inline(always)]
            fn eq_lanes<I: Isa>(a: I::F32, b: I::F32) -> I::Mask {
                I::eq_f32(a, b)
            }
            #[inline(always)]
            fn widen<I: Isa>(a: I::F32) -> Wide<I> {
                Wide::F32(a)
            }
            #[inline(always)]
            fn narrow<I: Isa>(a: Wide<I>) -> I::F32 {
                $round(f32::narrow::<I>(a))
            }
            #[inline(always)]
            unsafe fn load<I: Isa>(p: *const Self, k: I::Mask) -> I::F32 {
                // SAFETY: the caller's contract; the type is its 16 bits.
                $value(unsafe { I::load_u16(p.cast(), k) })
            }
            #[inline(always)]
            unsafe fn store<I: Isa>(p: *mut Self, k: I::Mask, v: I::F32) {
                // SAFETY: the caller's contract; the type is its 16 bits.
                unsafe { I::store_u16(p.cast(), k, $bits(v)) }
            }
            #[inline(always)]
            unsafe fn gather<I: Isa>(p: *const Self, at: I::I64, k: I::Mask) -> I::F32 {
                // SAFETY: the caller's contract; the type is its 16 bits.
                $value(unsafe { u16::gather::<I>(p.cast(), at, k) })
            }
            #[inline(always)]
            unsafe fn scatter<I: Isa>(p: *mut Self, at: I::I64, k: I::Mask, v: I::F32) {
                // SAFETY: the caller's contract; the type is its 16 bits.
                unsafe { u16::scatter::<I>(p.cast(), at, k, $bits(v)) }
            }
        }
        impl Num for $t {
            #[inline(always)]
            fn add<I: Isa>(a: I::F32, b: I::F32) -> I::F32 {
                $round(I::add_f32(a, b))
            }
            #[inline(always)]
            fn sub<I: Isa>(a: I::F32, b: I::F32) -> I::F32 {
                $round(I::sub_f32(a, b))
            }
            #[inline(always)]
            fn mul<I: Isa>(a: I::F32, b: I::F32) -> I::F32 {
                $round(I::mul_f32(a, b))
            }
            #[inline(always)]
            fn div<I: Isa>(a: I::F32, b: I::F32) -> I::F32 {
                $round(I::div_f32(a, b))
            }
            /// Exact: a multiple of the finer operand's last place, below the divisor.
            #[inline(always)]
            fn rem<I: Isa>(a: I::F32, b: I::F32) -> I::F32 {
                I::rem_f32(a, b)
            }
            #[inline(always)]
            fn contract<I: Isa>(a: I::F32, b: I::F32, c: I::F32) -> I::F32 {
                $round(f32::contract::<I>(a, b, c))
            }
            #[inline(always)]
            fn neg<I: Isa>(a: I::F32) -> I::F32 {
                f32::neg::<I>(a)
            }
            #[inline(always)]
            fn abs<I: Isa>(a: I::F32) -> I::F32 {
                <f32 as Num>::abs::<I>(a)
            }
            #[inline(always)]
            fn min<I: Isa>(a: I::F32, b: I::F32) -> I::F32 {
                I::min_f32(a, b)
            }
            #[inline(always)]
            fn max<I: Isa>(a: I::F32, b: I::F32) -> I::F32 {
                I::max_f32(a, b)
            }
            #[inline(always)]
            fn lt_lanes<I: Isa>(a: I::F32, b: I::F32) -> I::Mask {
                I::lt_f32(a, b)
            }
            #[inline(always)]
            fn le_lanes<I: Isa>(a: I::F32, b: I::F32) -> I::Mask {
                I::le_f32(a, b)
            }
            #[inline(always)]
            fn div_fault<I: Isa>(_: I::F32) -> I::Mask {
                I::splat_mask(false)
            }
            #[inline(always)]
            fn div_overflow<I: Isa>(_: I::F32, _: I::F32) -> I::Mask {
                I::splat_mask(false)
            }
        }
        impl Float for $t {
            type Bits = u16;
            #[inline(always)]
            fn sqrt<I: Isa>(a: I::F32) -> I::F32 {
                $round(I::sqrt_f32(a))
            }
            #[inline(always)]
            fn mul_add<I: Isa>(a: I::F32, b: I::F32, c: I::F32) -> I::F32 {
                $round(I::fma_f32(a, b, c))
            }
            // Exact: a number with a fraction has integers of fewer digits around it.
            #[inline(always)]
            fn floor<I: Isa>(a: I::F32) -> I::F32 {
                I::floor_f32(a)
            }
            #[inline(always)]
            fn ceil<I: Isa>(a: I::F32) -> I::F32 {
                I::ceil_f32(a)
            }
            #[inline(always)]
            fn trunc<I: Isa>(a: I::F32) -> I::F32 {
                I::trunc_f32(a)
            }
            #[inline(always)]
            fn round_ties_even<I: Isa>(a: I::F32) -> I::F32 {
                I::round_f32(a)
            }
            #[inline(always)]
            fn rsqrt_fast<I: Isa>(a: I::F32) -> I::F32 {
                $round(I::rsqrt_f32(a))
            }
            #[inline(always)]
            fn to_bits<I: Isa>(a: I::F32) -> I::I32 {
                $bits(a)
            }
            #[inline(always)]
            fn from_bits<I: Isa>(a: I::I32) -> I::F32 {
                $value(a)
            }
            #[inline(always)]
            fn from_f64(x: f64) -> Self {
                Self::from_f32(x as f32)
            }
        }
        impl Signed for $t {
            #[inline(always)]
            fn signum<M: Machine>(m: &M, x: V<M, $t>) -> V<M, $t> {
                m.select(m.ne(x, x), x, copysign(m, m.lit($t::ONE), x))
            }
        }
        impl Euclid for $t {
            #[inline(always)]
            fn div_rem<M: Machine>(m: &M, k: M::Mask, a: V<M, $t>, b: V<M, $t>, site: u32) -> [V<M, $t>; 2] {
                [m.trunc(m.div(k, a, b, site)), m.rem(k, a, b, site)]
            }
        }
        impl Reduce for $t {
            #[inline(always)]
            fn identity(op: RedOp) -> Self {
                match op {
                    RedOp::Add => $t::NEG_ZERO,
                    RedOp::Mul => $t::ONE,
                    // NaN loses to every number.
                    _ => $t::NAN,
                }
            }
            #[inline(always)]
            fn join(op: RedOp, a: Self, b: Self) -> Self {
                match op {
                    RedOp::Add => a + b,
                    RedOp::Mul => a * b,
                    RedOp::Min => $t::from_f32(isa::min32(a.to_f32(), b.to_f32())),
                    RedOp::Max => $t::from_f32(isa::max32(a.to_f32(), b.to_f32())),
                    _ => a,
                }
            }
            #[inline(always)]
            fn join_lanes<M: Machine>(m: &M, op: RedOp, a: V<M, Self>, b: V<M, Self>) -> V<M, Self> {
                match op {
                    RedOp::Add => m.add(a, b),
                    RedOp::Mul => m.mul(a, b),
                    RedOp::Min => m.min(a, b),
                    RedOp::Max => m.max(a, b),
                    _ => a,
                }
            }
            #[inline(always)]
            fn opposite<M: Machine>(m: &M, a: V<M, Self>) -> V<M, Self> {
                m.neg(a)
            }
        }
    };
}
half!(f16 F16; I::round_f16, I::f32_to_f16, I::f16_to_f32);
half!(bf16 BF16; round_bf16::<I>, f32_to_bf16::<I>, bf16_to_f32::<I>);
