//! Element types, and what can be asked of them on any instruction set.
//!
//! `i8 u8 i16 u16` are held in 32-bit lanes, always within their own range. `i64 u64 usize` share
//! the 64-bit lanes.

use crate::isa::{Isa, Lanes};
use crate::narrow::{self, clamp, wrap};
use std::fmt::Debug;

/// The element types by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ScalarType {
    Bool,
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    Usize,
    F16,
    BF16,
    F32,
    F64,
}

impl ScalarType {
    /// All of them.
    pub const ALL: [ScalarType; 14] = {
        use ScalarType::*;
        [Bool, I8, I16, I32, I64, U8, U16, U32, U64, Usize, F16, BF16, F32, F64]
    };
    /// Rust's name.
    pub fn name(self) -> &'static str {
        use ScalarType::*;
        match self {
            Bool => "bool",
            I8 => "i8",
            I16 => "i16",
            I32 => "i32",
            I64 => "i64",
            U8 => "u8",
            U16 => "u16",
            U32 => "u32",
            U64 => "u64",
            Usize => "usize",
            F16 => "f16",
            BF16 => "bf16",
            F32 => "f32",
            F64 => "f64",
        }
    }
    /// Bytes of an element in memory.
    pub fn size(self) -> usize {
        use ScalarType::*;
        match self {
            Bool | I8 | U8 => 1,
            I16 | U16 | F16 | BF16 => 2,
            I32 | U32 | F32 => 4,
            I64 | U64 | Usize | F64 => 8,
        }
    }
    /// A float.
    pub const fn is_float(self) -> bool {
        matches!(self, ScalarType::F32 | ScalarType::F64) || self.is_half()
    }
    /// A float of 16 bits, which is computed in `f32`.
    pub const fn is_half(self) -> bool {
        matches!(self, ScalarType::F16 | ScalarType::BF16)
    }
    /// A signed integer or a float.
    pub fn is_signed(self) -> bool {
        use ScalarType::*;
        matches!(self, I8 | I16 | I32 | I64) || self.is_float()
    }
}

pub(crate) mod sealed {
    pub trait Sealed {}
}

/// How a cast sees a value: one of five lane types, after widening.
pub enum Wide<I: Isa> {
    F32(I::F32),
    F64(I::F64),
    I32(I::I32),
    U32(I::I32),
    I64(I::I64),
    U64(I::I64),
}

/// A type that a slice, a scalar or a local can have.
pub trait Elem: sealed::Sealed + Copy + Send + Sync + PartialEq + Default + Debug + 'static {
    /// Its name.
    const SCALAR: ScalarType;
    /// Its lanes.
    type Reg<I: Isa>: Copy;
    /// The value's bits, zero-extended.
    fn to_bits64(self) -> u64;
    /// The value from its bits; higher ones are ignored.
    fn from_bits64(bits: u64) -> Self;
    fn splat<I: Isa>(x: Self) -> Self::Reg<I>;
    fn lane<I: Isa>(a: Self::Reg<I>, l: usize) -> Self;
    fn from_lanes<I: Isa>(f: impl FnMut(usize) -> Self) -> Self::Reg<I>;
    /// As [`Lanes::pick`].
    fn pick<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>, from: impl Fn(usize) -> usize) -> Self::Reg<I>;
    fn select<I: Isa>(k: I::Mask, a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    fn eq_lanes<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> I::Mask;
    fn widen<I: Isa>(a: Self::Reg<I>) -> Wide<I>;
    fn narrow<I: Isa>(a: Wide<I>) -> Self::Reg<I>;
    /// Loads `p[l]` in the lanes of `k`.
    /// # Safety
    /// `p[l]` is readable for every lane `l` of `k`.
    unsafe fn load<I: Isa>(p: *const Self, k: I::Mask) -> Self::Reg<I>;
    /// Stores `p[l]` from the lanes of `k`.
    /// # Safety
    /// `p[l]` is writable for every lane `l` of `k`.
    unsafe fn store<I: Isa>(p: *mut Self, k: I::Mask, v: Self::Reg<I>);
    /// Loads `p[at]` in the lanes of `k`.
    /// # Safety
    /// `p[at]` is readable for every lane of `k`.
    unsafe fn gather<I: Isa>(p: *const Self, at: I::I64, k: I::Mask) -> Self::Reg<I>;
    /// Stores to `p[at]` from the lanes of `k`, in the lanes' order.
    /// # Safety
    /// `p[at]` is writable for every lane of `k`.
    #[inline(always)]
    unsafe fn scatter<I: Isa>(p: *mut Self, at: I::I64, k: I::Mask, v: Self::Reg<I>) {
        // SAFETY: the caller's contract.
        unsafe { crate::scatter::scatter::<I, Self>(p, at, k, v) }
    }
}

/// Numbers.
pub trait Num: Elem + PartialOrd {
    fn add<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    fn sub<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    fn mul<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    /// Anything where [`Num::div_fault`] or [`Num::div_overflow`] holds.
    fn div<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    fn rem<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    /// `a * b + c`, of floats fused where that is one instruction.
    #[inline(always)]
    fn contract<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>, c: Self::Reg<I>) -> Self::Reg<I> {
        Self::add::<I>(Self::mul::<I>(a, b), c)
    }
    fn neg<I: Isa>(a: Self::Reg<I>) -> Self::Reg<I>;
    fn abs<I: Isa>(a: Self::Reg<I>) -> Self::Reg<I>;
    fn min<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    fn max<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    fn lt_lanes<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> I::Mask;
    fn le_lanes<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> I::Mask;
    /// Lanes whose integer division by `b` is by zero; none for floats.
    fn div_fault<I: Isa>(b: Self::Reg<I>) -> I::Mask;
    /// Lanes whose integer division overflows; none for floats and unsigned types.
    fn div_overflow<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> I::Mask;
}

/// Types with bit operators: integers and `bool`.
pub trait Bits: Elem {
    fn and<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    fn or<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    fn xor<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>) -> Self::Reg<I>;
    fn not<I: Isa>(a: Self::Reg<I>) -> Self::Reg<I>;
}

/// Integers.
pub trait Int: Num + Bits {
    /// The count's lower bits, as 32-bit lanes.
    fn count<I: Isa>(a: Self::Reg<I>) -> I::I32;
    fn shl<I: Isa>(a: Self::Reg<I>, n: I::I32) -> Self::Reg<I>;
    fn shr<I: Isa>(a: Self::Reg<I>, n: I::I32) -> Self::Reg<I>;
    fn count_ones<I: Isa>(a: Self::Reg<I>) -> I::I32;
    fn leading_zeros<I: Isa>(a: Self::Reg<I>) -> I::I32;
    fn trailing_zeros<I: Isa>(a: Self::Reg<I>) -> I::I32;
}

/// Floats.
pub trait Float: Num {
    /// The unsigned integer of the same width.
    type Bits: Int;
    fn sqrt<I: Isa>(a: Self::Reg<I>) -> Self::Reg<I>;
    fn mul_add<I: Isa>(a: Self::Reg<I>, b: Self::Reg<I>, c: Self::Reg<I>) -> Self::Reg<I>;
    fn floor<I: Isa>(a: Self::Reg<I>) -> Self::Reg<I>;
    fn ceil<I: Isa>(a: Self::Reg<I>) -> Self::Reg<I>;
    fn trunc<I: Isa>(a: Self::Reg<I>) -> Self::Reg<I>;
    fn round_ties_even<I: Isa>(a: Self::Reg<I>) -> Self::Reg<I>;
    fn rsqrt_fast<I: Isa>(a: Self::Reg<I>) -> Self::Reg<I>;
    fn to_bits<I: Isa>(a: Self::Reg<I>) -> <Self::Bits as Elem>::Reg<I>;
    fn from_bits<I: Isa>(a: <Self::Bits as Elem>::Reg<I>) -> Self::Reg<I>;
    /// A value from an `f64`, rounded.
    fn from_f64(x: f64) -> Self;
}

type Reg<T, I> = <T as Elem>::Reg<I>;

impl sealed::Sealed for bool {}
impl Elem for bool {
    const SCALAR: ScalarType = ScalarType::Bool;
    type Reg<I: Isa> = I::Mask;
    fn to_bits64(self) -> u64 {
        u64::from(self)
    }
    fn from_bits64(bits: u64) -> Self {
        bits & 1 == 1
    }
    #[inline(always)]
    fn splat<I: Isa>(x: Self) -> I::Mask {
        I::splat_mask(x)
    }
    #[inline(always)]
    fn lane<I: Isa>(a: I::Mask, l: usize) -> Self {
        a.lane(l)
    }
    #[inline(always)]
    fn from_lanes<I: Isa>(f: impl FnMut(usize) -> Self) -> I::Mask {
        I::Mask::from_fn(f)
    }
    #[inline(always)]
    fn pick<I: Isa>(a: I::Mask, b: I::Mask, from: impl Fn(usize) -> usize) -> I::Mask {
        I::Mask::pick(a, b, I::LANES, from)
    }
    #[inline(always)]
    fn select<I: Isa>(k: I::Mask, a: I::Mask, b: I::Mask) -> I::Mask {
        I::select_mask(k, a, b)
    }
    #[inline(always)]
    fn eq_lanes<I: Isa>(a: I::Mask, b: I::Mask) -> I::Mask {
        I::not_mask(I::xor_mask(a, b))
    }
    #[inline(always)]
    fn widen<I: Isa>(a: I::Mask) -> Wide<I> {
        Wide::I32(I::mask_to_i32(a))
    }
    #[inline(always)]
    fn narrow<I: Isa>(a: Wide<I>) -> I::Mask {
        I::i32_to_mask(i32::narrow::<I>(a))
    }
    #[inline(always)]
    unsafe fn load<I: Isa>(p: *const Self, k: I::Mask) -> I::Mask {
        // SAFETY: the caller's contract.
        I::Mask::from_fn(
            #[inline(always)]
            |l| k.lane(l) && unsafe { p.add(l).read() },
        )
    }
    #[inline(always)]
    unsafe fn store<I: Isa>(p: *mut Self, k: I::Mask, v: I::Mask) {
        for l in 0..I::LANES {
            if k.lane(l) {
                // SAFETY: the caller's contract.
                unsafe { p.add(l).write(v.lane(l)) }
            }
        }
    }
    #[inline(always)]
    unsafe fn gather<I: Isa>(p: *const Self, at: I::I64, k: I::Mask) -> I::Mask {
        // SAFETY: the caller's contract.
        I::Mask::from_fn(
            #[inline(always)]
            |l| k.lane(l) && unsafe { p.offset(at.lane(l) as isize).read() },
        )
    }
}
impl Bits for bool {
    #[inline(always)]
    fn and<I: Isa>(a: I::Mask, b: I::Mask) -> I::Mask {
        I::and_mask(a, b)
    }
    #[inline(always)]
    fn or<I: Isa>(a: I::Mask, b: I::Mask) -> I::Mask {
        I::or_mask(a, b)
    }
    #[inline(always)]
    fn xor<I: Isa>(a: I::Mask, b: I::Mask) -> I::Mask {
        I::xor_mask(a, b)
    }
    #[inline(always)]
    fn not<I: Isa>(a: I::Mask) -> I::Mask {
        I::not_mask(a)
    }
}

macro_rules! float {
    ($t:ident, $R:ident, $bits:ident, $name:ident, $lower:ident; $([$f:ident $call:ident])*; $add:ident $sub:ident $mul:ident $div:ident $rem:ident $min:ident $max:ident $lt:ident $le:ident $eq:ident $fma:ident $sel:ident $splat:ident $tob:ident $fromb:ident $load:ident $store:ident $gather:ident; $abs_mask:expr, $sign:expr) => {
        impl sealed::Sealed for $t {}
        impl Elem for $t {
            const SCALAR: ScalarType = ScalarType::$name;
            type Reg<I: Isa> = I::$R;
            fn to_bits64(self) -> u64 { u64::from(self.to_bits()) }
            fn from_bits64(bits: u64) -> Self { Self::from_bits(bits as $bits) }
            #[inline(always)]
            fn splat<I: Isa>(x: Self) -> I::$R { I::$splat(x) }
            #[inline(always)]
            fn lane<I: Isa>(a: I::$R, l: usize) -> Self { a.lane(l) }
            #[inline(always)]
            fn from_lanes<I: Isa>(f: impl FnMut(usize) -> Self) -> I::$R { I::$R::from_fn(f) }
            #[inline(always)]
            fn pick<I: Isa>(a: I::$R, b: I::$R, from: impl Fn(usize) -> usize) -> I::$R { I::$R::pick(a, b, I::LANES, from) }
            #[inline(always)]
            fn select<I: Isa>(k: I::Mask, a: I::$R, b: I::$R) -> I::$R { I::$sel(k, a, b) }
            #[inline(always)]
            fn eq_lanes<I: Isa>(a: I::$R, b: I::$R) -> I::Mask { I::$eq(a, b) }
            #[inline(always)]
            fn widen<I: Isa>(a: I::$R) -> Wide<I> { Wide::$name(a) }
            #[inline(always)]
            fn narrow<I: Isa>(a: Wide<I>) -> I::$R { $lower::<I>(a) }
            #[inline(always)]
            unsafe fn load<I: Isa>(p: *const Self, k: I::Mask) -> I::$R {
                // SAFETY: the caller's contract.
                unsafe { I::$load(p, k) }
            }
            #[inline(always)]
            unsafe fn store<I: Isa>(p: *mut Self, k: I::Mask, v: I::$R) {
                // SAFETY: the caller's contract.
                unsafe { I::$store(p, k, v) }
            }
            #[inline(always)]
            unsafe fn gather<I: Isa>(p: *const Self, at: I::I64, k: I::Mask) -> I::$R {
                // SAFETY: the caller's contract.
                unsafe { I::$gather(p, at, k) }
            }
        }
        impl Num for $t {
            #[inline(always)]
            fn add<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$add(a, b) }
            #[inline(always)]
            fn sub<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$sub(a, b) }
            #[inline(always)]
            fn mul<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$mul(a, b) }
            #[inline(always)]
            fn div<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$div(a, b) }
            #[inline(always)]
            fn rem<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$rem(a, b) }
            #[inline(always)]
            fn contract<I: Isa>(a: I::$R, b: I::$R, c: I::$R) -> I::$R {
                if I::FUSED { I::$fma(a, b, c) } else { I::$add(I::$mul(a, b), c) }
            }
            #[inline(always)]
            fn neg<I: Isa>(a: I::$R) -> I::$R {
                I::$fromb($bits::xor::<I>(I::$tob(a), $bits::splat::<I>($sign)))
            }
            #[inline(always)]
            fn abs<I: Isa>(a: I::$R) -> I::$R {
                I::$fromb($bits::and::<I>(I::$tob(a), $bits::splat::<I>($abs_mask)))
            }
            #[inline(always)]
            fn min<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$min(a, b) }
            #[inline(always)]
            fn max<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$max(a, b) }
            #[inline(always)]
            fn lt_lanes<I: Isa>(a: I::$R, b: I::$R) -> I::Mask { I::$lt(a, b) }
            #[inline(always)]
            fn le_lanes<I: Isa>(a: I::$R, b: I::$R) -> I::Mask { I::$le(a, b) }
            #[inline(always)]
            fn div_fault<I: Isa>(_: I::$R) -> I::Mask { I::splat_mask(false) }
            #[inline(always)]
            fn div_overflow<I: Isa>(_: I::$R, _: I::$R) -> I::Mask { I::splat_mask(false) }
        }
        impl Float for $t {
            type Bits = $bits;
            $(#[inline(always)]
            fn $f<I: Isa>(a: I::$R) -> I::$R { I::$call(a) })*
            #[inline(always)]
            fn mul_add<I: Isa>(a: I::$R, b: I::$R, c: I::$R) -> I::$R { I::$fma(a, b, c) }
            #[inline(always)]
            fn to_bits<I: Isa>(a: I::$R) -> Reg<$bits, I> { I::$tob(a) }
            #[inline(always)]
            fn from_bits<I: Isa>(a: Reg<$bits, I>) -> I::$R { I::$fromb(a) }
            #[inline(always)]
            fn from_f64(x: f64) -> Self { x as $t }
        }
    };
}
float!(f32, F32, u32, F32, to_f32; [sqrt sqrt_f32] [floor floor_f32] [ceil ceil_f32] [trunc trunc_f32] [round_ties_even round_f32] [rsqrt_fast rsqrt_f32]; add_f32 sub_f32 mul_f32 div_f32 rem_f32 min_f32 max_f32 lt_f32 le_f32 eq_f32 fma_f32 select_f32 splat_f32 bits_f32 from_bits_f32 load_f32 store_f32 gather_f32; 0x7fff_ffff, 0x8000_0000);
float!(f64, F64, u64, F64, to_f64; [sqrt sqrt_f64] [floor floor_f64] [ceil ceil_f64] [trunc trunc_f64] [round_ties_even round_f64] [rsqrt_fast rsqrt_f64]; add_f64 sub_f64 mul_f64 div_f64 rem_f64 min_f64 max_f64 lt_f64 le_f64 eq_f64 fma_f64 select_f64 splat_f64 bits_f64 from_bits_f64 load_f64 store_f64 gather_f64; 0x7fff_ffff_ffff_ffff, 0x8000_0000_0000_0000);

#[inline(always)]
fn to_f32<I: Isa>(a: Wide<I>) -> I::F32 {
    match a {
        Wide::F32(x) => x,
        Wide::F64(x) => I::f64_to_f32(x),
        Wide::I32(x) => I::i32_to_f32(x),
        Wide::U32(x) => I::u32_to_f32(x),
        Wide::I64(x) => I::i64_to_f32(x),
        Wide::U64(x) => I::u64_to_f32(x),
    }
}
#[inline(always)]
fn to_f64<I: Isa>(a: Wide<I>) -> I::F64 {
    match a {
        Wide::F32(x) => I::f32_to_f64(x),
        Wide::F64(x) => x,
        Wide::I32(x) => I::i32_to_f64(x),
        Wide::U32(x) => I::u32_to_f64(x),
        Wide::I64(x) => I::i64_to_f64(x),
        Wide::U64(x) => I::u64_to_f64(x),
    }
}
/// `as i32`; for a narrower type the caller wraps integers and clamps floats.
#[inline(always)]
fn to_i32<I: Isa>(a: Wide<I>, signed: bool) -> I::I32 {
    match a {
        Wide::F32(x) if signed => I::f32_to_i32(x),
        Wide::F32(x) => I::f32_to_u32(x),
        Wide::F64(x) if signed => I::f64_to_i32(x),
        Wide::F64(x) => I::f64_to_u32(x),
        Wide::I32(x) | Wide::U32(x) => x,
        Wide::I64(x) | Wide::U64(x) => I::i64_to_i32(x),
    }
}
#[inline(always)]
fn to_i64<I: Isa>(a: Wide<I>, signed: bool) -> I::I64 {
    match a {
        Wide::F32(x) if signed => I::f32_to_i64(x),
        Wide::F32(x) => I::f32_to_u64(x),
        Wide::F64(x) if signed => I::f64_to_i64(x),
        Wide::F64(x) => I::f64_to_u64(x),
        Wide::I32(x) => I::i32_to_i64(x),
        Wide::U32(x) => I::u32_to_i64(x),
        Wide::I64(x) | Wide::U64(x) => x,
    }
}

macro_rules! int {
    ($t:ident, $u:ident, $name:ident, $wide:ident, $R:ident, $lane:ident, $signed:expr, $width:expr; $narrow:expr; $wrap:expr; $add:ident $sub:ident $mul:ident $div:ident $rem:ident $lt:ident $eq:ident $and:ident $or:ident $xor:ident $shl:ident $shr:ident $sel:ident $splat:ident $ones:ident $lz:ident $tz:ident; $count:expr; $widen_count:expr; $mem:tt) => {
        impl sealed::Sealed for $t {}
        impl Elem for $t {
            const SCALAR: ScalarType = ScalarType::$name;
            type Reg<I: Isa> = I::$R;
            fn to_bits64(self) -> u64 { self as $u as u64 }
            fn from_bits64(bits: u64) -> Self { bits as $t }
            #[inline(always)]
            fn splat<I: Isa>(x: Self) -> I::$R { I::$splat(x as $lane) }
            #[inline(always)]
            fn lane<I: Isa>(a: I::$R, l: usize) -> Self { a.lane(l) as $t }
            #[inline(always)]
            fn from_lanes<I: Isa>(mut f: impl FnMut(usize) -> Self) -> I::$R { I::$R::from_fn(#[inline(always)] |l| f(l) as $lane) }
            #[inline(always)]
            fn pick<I: Isa>(a: I::$R, b: I::$R, from: impl Fn(usize) -> usize) -> I::$R { I::$R::pick(a, b, I::LANES, from) }
            #[inline(always)]
            fn select<I: Isa>(k: I::Mask, a: I::$R, b: I::$R) -> I::$R { I::$sel(k, a, b) }
            #[inline(always)]
            fn eq_lanes<I: Isa>(a: I::$R, b: I::$R) -> I::Mask { I::$eq(a, b) }
            #[inline(always)]
            fn widen<I: Isa>(a: I::$R) -> Wide<I> { Wide::$wide(a) }
            #[inline(always)]
            fn narrow<I: Isa>(a: Wide<I>) -> I::$R {
                let float = matches!(a, Wide::F32(_) | Wide::F64(_));
                $narrow(a, float)
            }
            int!(@mem $mem $t $R $lane);
        }
        impl Num for $t {
            #[inline(always)]
            fn add<I: Isa>(a: I::$R, b: I::$R) -> I::$R { $wrap(I::$add(a, b)) }
            #[inline(always)]
            fn sub<I: Isa>(a: I::$R, b: I::$R) -> I::$R { $wrap(I::$sub(a, b)) }
            #[inline(always)]
            fn mul<I: Isa>(a: I::$R, b: I::$R) -> I::$R { $wrap(I::$mul(a, b)) }
            #[inline(always)]
            fn div<I: Isa>(a: I::$R, b: I::$R) -> I::$R { $wrap(I::$div(a, b)) }
            #[inline(always)]
            fn rem<I: Isa>(a: I::$R, b: I::$R) -> I::$R { $wrap(I::$rem(a, b)) }
            #[inline(always)]
            fn neg<I: Isa>(a: I::$R) -> I::$R { $wrap(I::$sub(I::$splat(0), a)) }
            #[inline(always)]
            fn abs<I: Isa>(a: I::$R) -> I::$R {
                if $signed { I::$sel(I::$lt(a, I::$splat(0)), Self::neg::<I>(a), a) } else { a }
            }
            #[inline(always)]
            fn min<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$sel(I::$lt(b, a), b, a) }
            #[inline(always)]
            fn max<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$sel(I::$lt(a, b), b, a) }
            #[inline(always)]
            fn lt_lanes<I: Isa>(a: I::$R, b: I::$R) -> I::Mask { I::$lt(a, b) }
            #[inline(always)]
            fn le_lanes<I: Isa>(a: I::$R, b: I::$R) -> I::Mask { I::not_mask(I::$lt(b, a)) }
            #[inline(always)]
            fn div_fault<I: Isa>(b: I::$R) -> I::Mask { I::$eq(b, I::$splat(0)) }
            #[inline(always)]
            fn div_overflow<I: Isa>(a: I::$R, b: I::$R) -> I::Mask {
                if $signed {
                    I::and_mask(I::$eq(a, I::$splat(<$t>::MIN as $lane)), I::$eq(b, I::$splat(!0)))
                } else {
                    I::splat_mask(false)
                }
            }
        }
        impl Bits for $t {
            #[inline(always)]
            fn and<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$and(a, b) }
            #[inline(always)]
            fn or<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$or(a, b) }
            #[inline(always)]
            fn xor<I: Isa>(a: I::$R, b: I::$R) -> I::$R { I::$xor(a, b) }
            #[inline(always)]
            fn not<I: Isa>(a: I::$R) -> I::$R { $wrap(I::$xor(a, I::$splat(!0))) }
        }
        impl Int for $t {
            #[inline(always)]
            fn count<I: Isa>(a: I::$R) -> I::I32 { $count(a) }
            #[inline(always)]
            fn shl<I: Isa>(a: I::$R, n: I::I32) -> I::$R {
                let n = I::and_i32(n, I::splat_i32($width - 1));
                $wrap(I::$shl(a, $widen_count(n)))
            }
            #[inline(always)]
            fn shr<I: Isa>(a: I::$R, n: I::I32) -> I::$R {
                let n = I::and_i32(n, I::splat_i32($width - 1));
                I::$shr(a, $widen_count(n))
            }
            #[inline(always)]
            fn count_ones<I: Isa>(a: I::$R) -> I::I32 { if $width >= 32 { I::$ones(a) } else { narrow::count_ones::<I>($count(a), $width) } }
            #[inline(always)]
            fn leading_zeros<I: Isa>(a: I::$R) -> I::I32 { if $width >= 32 { I::$lz(a) } else { narrow::leading_zeros::<I>($count(a), $width) } }
            #[inline(always)]
            fn trailing_zeros<I: Isa>(a: I::$R) -> I::I32 { if $width >= 32 { I::$tz(a) } else { narrow::trailing_zeros::<I>($count(a), $width) } }
        }
    };
    (@mem { $load:ident $store:ident $gather:ident } $t:ident $R:ident $lane:ident) => {
        #[inline(always)]
        unsafe fn load<I: Isa>(p: *const Self, k: I::Mask) -> I::$R {
            // SAFETY: the caller's contract; the lane type has the element's size and alignment.
            unsafe { I::$load(p.cast(), k) }
        }
        #[inline(always)]
        unsafe fn store<I: Isa>(p: *mut Self, k: I::Mask, v: I::$R) {
            // SAFETY: as above.
            unsafe { I::$store(p.cast(), k, v) }
        }
        #[inline(always)]
        unsafe fn gather<I: Isa>(p: *const Self, at: I::I64, k: I::Mask) -> I::$R {
            // SAFETY: as above.
            unsafe { I::$gather(p.cast(), at, k) }
        }
    };
    (@mem { narrow $load:ident $store:ident $signed:literal $width:literal } $t:ident $R:ident $lane:ident) => {
        #[inline(always)]
        unsafe fn load<I: Isa>(p: *const Self, k: I::Mask) -> I::$R {
            // SAFETY: the caller's contract; the type differs in sign at most.
            let x = unsafe { I::$load(p.cast(), k) };
            if $signed { wrap::<I>(x, $width, true) } else { x }
        }
        #[inline(always)]
        unsafe fn store<I: Isa>(p: *mut Self, k: I::Mask, v: I::$R) {
            // SAFETY: as above.
            unsafe { I::$store(p.cast(), k, v) }
        }
        #[inline(always)]
        unsafe fn gather<I: Isa>(p: *const Self, at: I::I64, k: I::Mask) -> I::$R {
            // SAFETY: the caller's contract.
            I::$R::from_fn(#[inline(always)] |l| if k.lane(l) { unsafe { p.offset(at.lane(l) as isize).read() as $lane } } else { 0 })
        }
    };
}
macro_rules! int32 {
    ($t:ident $u:ident $name:ident $wide:ident $signed:literal $width:literal $div:ident $rem:ident $lt:ident $shr:ident $mem:tt) => {
        int!($t, $u, $name, $wide, I32, i32, $signed, $width;
            |a, float: bool| { let x = to_i32::<I>(a, $signed); if float { clamp::<I>(x, <$t>::MIN as i32, <$t>::MAX as i32, $signed) } else { wrap::<I>(x, $width, $signed) } };
            |a| wrap::<I>(a, $width, $signed);
            add_i32 sub_i32 mul_i32 $div $rem $lt eq_i32 and_i32 or_i32 xor_i32 shl_i32 $shr select_i32 splat_i32 ones_i32 lzcnt_i32 tzcnt_i32;
            |a| a; |n| n; $mem);
    };
}
macro_rules! int64 {
    ($t:ident $u:ident $name:ident $wide:ident $signed:literal $div:ident $rem:ident $lt:ident $shr:ident) => {
        int!($t, $u, $name, $wide, I64, i64, $signed, 64;
            |a, _: bool| to_i64::<I>(a, $signed); |a| a;
            add_i64 sub_i64 mul_i64 $div $rem $lt eq_i64 and_i64 or_i64 xor_i64 shl_i64 $shr select_i64 splat_i64 ones_i64 lzcnt_i64 tzcnt_i64;
            |a| I::i64_to_i32(a); |n| I::u32_to_i64(n); { load_i64 store_i64 gather_i64 });
    };
}
int32!(i32 u32 I32 I32 true 32 div_i32 rem_i32 lt_i32 shr_i32 { load_i32 store_i32 gather_i32 });
int32!(u32 u32 U32 U32 false 32 div_u32 rem_u32 lt_u32 shr_u32 { load_i32 store_i32 gather_i32 });
int32!(i16 u16 I16 I32 true 16 div_i32 rem_i32 lt_i32 shr_i32 { narrow load_u16 store_u16 true 16 });
int32!(u16 u16 U16 U32 false 16 div_u32 rem_u32 lt_u32 shr_u32 { narrow load_u16 store_u16 false 16 });
int32!(i8 u8 I8 I32 true 8 div_i32 rem_i32 lt_i32 shr_i32 { narrow load_u8 store_u8 true 8 });
int32!(u8 u8 U8 U32 false 8 div_u32 rem_u32 lt_u32 shr_u32 { narrow load_u8 store_u8 false 8 });
int64!(i64 u64 I64 I64 true div_i64 rem_i64 lt_i64 shr_i64);
int64!(u64 u64 U64 U64 false div_u64 rem_u64 lt_u64 shr_u64);
int64!(usize usize Usize U64 false div_u64 rem_u64 lt_u64 shr_u64);
