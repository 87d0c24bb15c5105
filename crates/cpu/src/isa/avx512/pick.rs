//! Lanes of two registers in any order, which is known when this is compiled.
//!
//! The functions are called where the instruction set is present: within `enter`.

use super::{F32, F64, I32, I64};
use core::arch::x86_64::*;

/// The order as a vector: bit 4 says which register.
#[inline(always)]
fn order(from: [usize; 16]) -> __m512i {
    let words = from.map(|l| l as i32);
    // SAFETY: both are 64 bytes of plain data.
    unsafe { core::mem::transmute(words) }
}

/// For eight 64-bit lanes from `first` on: the order within two vectors, and which lanes come from the second register.
#[inline(always)]
fn half(from: [usize; 16], first: usize) -> (__m512i, __mmask8) {
    let (mut words, mut second) = ([0i64; 8], 0u8);
    for l in 0..8 {
        words[l] = (from[first + l] & 15) as i64;
        second |= u8::from(from[first + l] >= 16) << l;
    }
    // SAFETY: both are 64 bytes of plain data.
    (unsafe { core::mem::transmute::<[i64; 8], __m512i>(words) }, second)
}

#[inline(always)]
pub fn f32(a: F32, b: F32, from: [usize; 16]) -> F32 {
    // SAFETY: AVX-512 is present, see above.
    F32(unsafe { _mm512_permutex2var_ps(a.0, order(from), b.0) })
}
#[inline(always)]
pub fn i32(a: I32, b: I32, from: [usize; 16]) -> I32 {
    // SAFETY: AVX-512 is present, see above.
    I32(unsafe { _mm512_permutex2var_epi32(a.0, order(from), b.0) })
}
#[inline(always)]
pub fn f64(a: F64, b: F64, from: [usize; 16]) -> F64 {
    let one = |first: usize| {
        let (at, second) = half(from, first);
        // SAFETY: AVX-512 is present, see above.
        unsafe {
            let (x, y) = (
                _mm512_permutex2var_pd(a.0, at, a.1),
                _mm512_permutex2var_pd(b.0, at, b.1),
            );
            _mm512_mask_blend_pd(second, x, y)
        }
    };
    F64(one(0), one(8))
}
#[inline(always)]
pub fn i64(a: I64, b: I64, from: [usize; 16]) -> I64 {
    let one = |first: usize| {
        let (at, second) = half(from, first);
        // SAFETY: AVX-512 is present, see above.
        unsafe {
            let (x, y) = (
                _mm512_permutex2var_epi64(a.0, at, a.1),
                _mm512_permutex2var_epi64(b.0, at, b.1),
            );
            _mm512_mask_blend_epi64(second, x, y)
        }
    };
    I64(one(0), one(8))
}
