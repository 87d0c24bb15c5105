//! 8- and 16-bit integers in 32-bit lanes.

use crate::isa::Isa;

/// The bits of a narrow integer, without copies of its sign.
#[inline(always)]
fn bits<I: Isa>(a: I::I32, width: i32) -> I::I32 {
    I::and_i32(a, I::splat_i32((1 << (width & 31)) - 1))
}
#[inline(always)]
pub(crate) fn count_ones<I: Isa>(a: I::I32, width: i32) -> I::I32 {
    I::ones_i32(bits::<I>(a, width))
}
#[inline(always)]
pub(crate) fn leading_zeros<I: Isa>(a: I::I32, width: i32) -> I::I32 {
    I::sub_i32(I::lzcnt_i32(bits::<I>(a, width)), I::splat_i32(32 - width))
}
/// A bit just above the width stops the count there.
#[inline(always)]
pub(crate) fn trailing_zeros<I: Isa>(a: I::I32, width: i32) -> I::I32 {
    I::tzcnt_i32(I::or_i32(a, I::splat_i32(1 << (width & 31))))
}

/// Brings a 32-bit lane back into a narrower type's range, as wrapping arithmetic does.
#[inline(always)]
pub(crate) fn wrap<I: Isa>(a: I::I32, width: i32, signed: bool) -> I::I32 {
    let n = I::splat_i32(32 - width);
    let up = I::shl_i32(a, n);
    if width == 32 {
        a
    } else if signed {
        I::shr_i32(up, n)
    } else {
        I::shr_u32(up, n)
    }
}
/// Clamps the result of a float cast to a narrower type's range.
#[inline(always)]
pub(crate) fn clamp<I: Isa>(a: I::I32, lo: i32, hi: i32, signed: bool) -> I::I32 {
    let (l, h) = (I::splat_i32(lo), I::splat_i32(hi));
    if signed {
        let a = I::select_i32(I::lt_i32(a, l), l, a);
        I::select_i32(I::lt_i32(h, a), h, a)
    } else {
        I::select_i32(I::lt_u32(h, a), h, a)
    }
}
