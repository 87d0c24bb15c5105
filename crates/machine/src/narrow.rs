//! Bit counts of 8- and 16-bit integers in 32-bit lanes.

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
