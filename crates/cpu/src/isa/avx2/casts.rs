//! Casts between integers and floats that AVX2 has no instruction for.
//!
//! The trick of several: an integer below 2^52, as the low bits of the `f64` 2^52, is that much
//! above 2^52.

use super::{Avx2, F32, F64, I32, I64};
use core::arch::x86_64::*;
use hoist_machine::isa::{Isa, Lanes};

// SAFETY of all here: AVX2 is present in every caller, see `Avx2`.

/// 2^52.
const ABOVE: f64 = 4_503_599_627_370_496.0;

/// `as i32`: the instruction gives MIN where the value does not fit, which is right below; above,
/// MAX is asked for, and 0 for NaN.
#[inline(always)]
pub(super) unsafe fn ps_epi32(a: __m256) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let over = _mm256_cmp_ps::<_CMP_GE_OQ>(a, _mm256_set1_ps(2_147_483_648.0));
        let max = _mm256_castsi256_ps(_mm256_set1_epi32(i32::MAX));
        let x = _mm256_blendv_ps(_mm256_castsi256_ps(_mm256_cvttps_epi32(a)), max, over);
        _mm256_castps_si256(_mm256_and_ps(x, _mm256_cmp_ps::<_CMP_ORD_Q>(a, a)))
    }
}
/// `as u32`: from 2^31 on by way of the difference.
#[inline(always)]
pub(super) unsafe fn ps_epu32(a: __m256) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        // The second operand where the first is NaN.
        let a = _mm256_max_ps(a, _mm256_setzero_ps());
        let half = _mm256_set1_ps(2_147_483_648.0);
        let upper = _mm256_cmp_ps::<_CMP_GE_OQ>(a, half);
        let x = _mm256_cvttps_epi32(_mm256_sub_ps(a, _mm256_and_ps(upper, half)));
        let x = _mm256_xor_si256(x, _mm256_slli_epi32::<31>(_mm256_castps_si256(upper)));
        let over = _mm256_cmp_ps::<_CMP_GE_OQ>(a, _mm256_set1_ps(4_294_967_296.0));
        _mm256_or_si256(x, _mm256_castps_si256(over))
    }
}
/// `as i32`: as [`ps_epi32`], MAX being a number here.
#[inline(always)]
pub(super) unsafe fn pd_epi32(a: __m256d) -> __m128i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        // The second operand where it is NaN.
        let x = _mm256_min_pd(_mm256_set1_pd(2_147_483_647.0), a);
        _mm256_cvttpd_epi32(_mm256_and_pd(x, _mm256_cmp_pd::<_CMP_ORD_Q>(a, a)))
    }
}
/// `as u32`, in the lower half of each lane.
#[inline(always)]
pub(super) unsafe fn pd_epu32(a: __m256d) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        // The second operand where the first is NaN.
        let x = _mm256_max_pd(a, _mm256_setzero_pd());
        let x = _mm256_min_pd(x, _mm256_set1_pd(4_294_967_295.0));
        let x = _mm256_round_pd::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(x);
        _mm256_castpd_si256(_mm256_add_pd(x, _mm256_set1_pd(ABOVE)))
    }
}

/// `u32 as f32`: both halves are exact, their sum is rounded once.
#[inline(always)]
pub(super) unsafe fn epu32_ps(a: __m256i) -> __m256 {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let hi = _mm256_cvtepi32_ps(_mm256_srli_epi32::<16>(a));
        let lo = _mm256_cvtepi32_ps(_mm256_and_si256(a, _mm256_set1_epi32(0xffff)));
        _mm256_fmadd_ps(hi, _mm256_set1_ps(65_536.0), lo)
    }
}
/// `u32 as f64`: exact.
#[inline(always)]
pub(super) unsafe fn epu32_pd(a: __m128i) -> __m256d {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let above = _mm256_set1_pd(ABOVE);
        let x = _mm256_or_si256(_mm256_cvtepu32_epi64(a), _mm256_castpd_si256(above));
        _mm256_sub_pd(_mm256_castsi256_pd(x), above)
    }
}
/// `u64 as f64`: the upper 32 bits above 2^84, the lower above 2^52; only the last sum is rounded.
#[inline(always)]
pub(super) unsafe fn epu64_pd(a: __m256i) -> __m256d {
    const FAR: f64 = 19_342_813_113_834_066_795_298_816.0;
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let (far, above) = (_mm256_set1_pd(FAR), _mm256_castpd_si256(_mm256_set1_pd(ABOVE)));
        let hi = _mm256_or_si256(_mm256_srli_epi64::<32>(a), _mm256_castpd_si256(far));
        let lo = _mm256_blend_epi32::<0x55>(above, a);
        let hi = _mm256_sub_pd(_mm256_castsi256_pd(hi), _mm256_set1_pd(FAR + ABOVE));
        _mm256_add_pd(hi, _mm256_castsi256_pd(lo))
    }
}
/// `i64 as f64`: as [`epu64_pd`], the upper half shifted by 2^31 to be no less than 0.
#[inline(always)]
pub(super) unsafe fn epi64_pd(a: __m256i) -> __m256d {
    const FAR: f64 = 19_342_813_113_834_066_795_298_816.0;
    const SHIFT: f64 = 9_223_372_036_854_775_808.0;
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let (far, above) = (_mm256_set1_pd(FAR + SHIFT), _mm256_castpd_si256(_mm256_set1_pd(ABOVE)));
        let hi = _mm256_xor_si256(_mm256_srli_epi64::<32>(a), _mm256_castpd_si256(far));
        let lo = _mm256_blend_epi32::<0x55>(above, a);
        let hi = _mm256_sub_pd(_mm256_castsi256_pd(hi), _mm256_set1_pd(FAR + SHIFT + ABOVE));
        _mm256_add_pd(hi, _mm256_castsi256_pd(lo))
    }
}

// Between 64-bit integers and floats there is no instruction, and a way around only for some; but
// nearly always all values fit 32 bits, as indices do. Then it is one; else one lane at a time.

/// Below this in magnitude, a float fits `i32`.
const FITS: f32 = 2_147_483_648.0;

/// Rounded once, so not by way of `f64`.
#[inline(always)]
pub(super) fn i64_to_f32(a: I64) -> F32 {
    let narrow = Avx2::i64_to_i32(a);
    if Avx2::all(Avx2::eq_i64(Avx2::i32_to_i64(narrow), a)) {
        return Avx2::i32_to_f32(narrow);
    }
    F32::from_fn(
        #[inline(always)]
        |l| a.lane(l) as f32,
    )
}
#[inline(always)]
pub(super) fn u64_to_f32(a: I64) -> F32 {
    // SAFETY: AVX2 is present, see above.
    let narrow = unsafe {
        let high = _mm256_srli_epi64::<31>(_mm256_or_si256(a.0, a.1));
        _mm256_testz_si256(high, high) == 1
    };
    if narrow {
        return Avx2::i32_to_f32(Avx2::i64_to_i32(a));
    }
    F32::from_fn(
        #[inline(always)]
        |l| a.lane(l) as u64 as f32,
    )
}
#[inline(always)]
pub(super) fn f32_to_i64(a: F32) -> I64 {
    let magnitude = Avx2::from_bits_f32(Avx2::and_i32(Avx2::bits_f32(a), Avx2::splat_i32(i32::MAX)));
    if Avx2::all(Avx2::lt_f32(magnitude, Avx2::splat_f32(FITS))) {
        // SAFETY: AVX2 is present, see above.
        return Avx2::i32_to_i64(I32(unsafe { _mm256_cvttps_epi32(a.0) }));
    }
    I64::from_fn(
        #[inline(always)]
        |l| a.lane(l) as i64,
    )
}
#[inline(always)]
pub(super) fn f32_to_u64(a: F32) -> I64 {
    // SAFETY: AVX2 is present, see above; the second operand where the first is NaN.
    let a = F32(unsafe { _mm256_max_ps(a.0, _mm256_setzero_ps()) });
    if Avx2::all(Avx2::lt_f32(a, Avx2::splat_f32(FITS))) {
        // SAFETY: as above.
        return Avx2::i32_to_i64(I32(unsafe { _mm256_cvttps_epi32(a.0) }));
    }
    I64::from_fn(
        #[inline(always)]
        |l| a.lane(l) as u64 as i64,
    )
}
#[inline(always)]
pub(super) fn f64_to_i64(a: F64) -> I64 {
    let bits = Avx2::and_i64(Avx2::bits_f64(a), Avx2::splat_i64(i64::MAX));
    let magnitude = Avx2::from_bits_f64(bits);
    if Avx2::all(Avx2::lt_f64(magnitude, Avx2::splat_f64(f64::from(FITS)))) {
        return Avx2::i32_to_i64(Avx2::f64_to_i32(a));
    }
    I64::from_fn(
        #[inline(always)]
        |l| a.lane(l) as i64,
    )
}
#[inline(always)]
pub(super) fn f64_to_u64(a: F64) -> I64 {
    let limit = Avx2::splat_f64(f64::from(FITS));
    // Not `a < limit`: NaN is 0.
    if !Avx2::any(Avx2::le_f64(limit, a)) {
        let low = Avx2::max_f64(a, Avx2::splat_f64(0.0));
        return Avx2::i32_to_i64(Avx2::f64_to_i32(low));
    }
    I64::from_fn(
        #[inline(always)]
        |l| a.lane(l) as u64 as i64,
    )
}
