//! What takes several instructions on one vector, and the halves of vectors.

use super::{F32, I32};
use core::arch::x86_64::*;

// SAFETY of all here: AVX-512 is present in every caller, see `Avx512`.

impl F32 {
    /// Lanes 0 to 7 and 8 to 15.
    #[inline(always)]
    pub(super) fn halves(self) -> (__m256, __m256) {
        // SAFETY: AVX-512 is present, see above.
        unsafe { (_mm512_castps512_ps256(self.0), _mm512_extractf32x8_ps::<1>(self.0)) }
    }
    #[inline(always)]
    pub(super) fn join(lo: __m256, hi: __m256) -> Self {
        // SAFETY: AVX-512 is present, see above.
        F32(unsafe { _mm512_insertf32x8::<1>(_mm512_castps256_ps512(lo), hi) })
    }
}
impl I32 {
    /// Lanes 0 to 7 and 8 to 15.
    #[inline(always)]
    pub(super) fn halves(self) -> (__m256i, __m256i) {
        // SAFETY: AVX-512 is present, see above.
        unsafe { (_mm512_castsi512_si256(self.0), _mm512_extracti64x4_epi64::<1>(self.0)) }
    }
    #[inline(always)]
    pub(super) fn join(lo: __m256i, hi: __m256i) -> Self {
        // SAFETY: AVX-512 is present, see above.
        I32(unsafe { _mm512_inserti64x4::<1>(_mm512_castsi256_si512(lo), hi) })
    }
}

/// VRANGE: the smaller, with the sign that the comparison finds.
pub(super) const MIN: i32 = 0b0100;
/// VRANGE: the larger, with the sign that the comparison finds.
pub(super) const MAX: i32 = 0b0101;

/// The smaller or the larger. VRANGE orders the zeros; a signalling NaN would win in it, so that it
/// only answers where there is none: elsewhere it is `b`, or `a` where `b` is NaN.
#[inline(always)]
pub(super) unsafe fn range_ps<const WHICH: i32>(a: __m512, b: __m512) -> __m512 {
    // SAFETY: AVX-512 is present, see above.
    unsafe {
        let other = _mm512_mask_mov_ps(b, _mm512_cmp_ps_mask::<_CMP_UNORD_Q>(b, b), a);
        _mm512_mask_range_ps::<WHICH>(other, _mm512_cmp_ps_mask::<_CMP_ORD_Q>(a, b), a, b)
    }
}
/// [`range_ps`] for `f64`.
#[inline(always)]
pub(super) unsafe fn range_pd<const WHICH: i32>(a: __m512d, b: __m512d) -> __m512d {
    // SAFETY: AVX-512 is present, see above.
    unsafe {
        let other = _mm512_mask_mov_pd(b, _mm512_cmp_pd_mask::<_CMP_UNORD_Q>(b, b), a);
        _mm512_mask_range_pd::<WHICH>(other, _mm512_cmp_pd_mask::<_CMP_ORD_Q>(a, b), a, b)
    }
}

/// `1 / sqrt(a)`, nearly: one Newton step brings the 14-bit estimate to about 23 bits.
#[inline(always)]
pub(super) unsafe fn rsqrt_ps(a: __m512) -> __m512 {
    // SAFETY: AVX-512 is present, see above.
    unsafe {
        let r = _mm512_rsqrt14_ps(a);
        // `a * r` first: half of a subnormal number is not exact.
        let h = _mm512_mul_ps(_mm512_mul_ps(a, r), _mm512_set1_ps(0.5));
        let better = _mm512_mul_ps(r, _mm512_fnmadd_ps(h, r, _mm512_set1_ps(1.5)));
        // At zero and infinity the step gives NaN, the estimate is right.
        _mm512_mask_mov_ps(better, _mm512_cmp_ps_mask::<_CMP_UNORD_Q>(better, better), r)
    }
}

/// Ones in each byte: a table of 16 for each half of it.
#[inline(always)]
unsafe fn popcnt_epi8(a: __m512i) -> __m512i {
    // SAFETY: AVX-512 is present, see above.
    unsafe {
        let table = _mm512_broadcast_i32x4(_mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
        let low = _mm512_set1_epi8(15);
        _mm512_add_epi8(
            _mm512_shuffle_epi8(table, _mm512_and_si512(a, low)),
            _mm512_shuffle_epi8(table, _mm512_and_si512(_mm512_srli_epi16::<4>(a), low)),
        )
    }
}
/// Ones in each 32-bit lane.
#[inline(always)]
pub(super) unsafe fn popcnt_epi32(a: __m512i) -> __m512i {
    // SAFETY: AVX-512 is present, see above.
    unsafe {
        let pairs = _mm512_maddubs_epi16(popcnt_epi8(a), _mm512_set1_epi8(1));
        _mm512_madd_epi16(pairs, _mm512_set1_epi16(1))
    }
}
/// Ones in each 64-bit lane.
#[inline(always)]
pub(super) unsafe fn popcnt_epi64(a: __m512i) -> __m512i {
    // SAFETY: AVX-512 is present, see above.
    unsafe { _mm512_sad_epu8(popcnt_epi8(a), _mm512_setzero_si512()) }
}

// `as` to a signed integer. The instruction gives MIN where the value does not fit, which is right
// below; above, MAX is asked for, and 0 for NaN.

/// `as i32`.
#[inline(always)]
pub(super) unsafe fn saturated_ps_epi32(a: __m512) -> __m512i {
    // SAFETY: AVX-512 is present, see above.
    unsafe {
        let x = _mm512_maskz_cvttps_epi32(_mm512_cmp_ps_mask::<_CMP_ORD_Q>(a, a), a);
        let over = _mm512_cmp_ps_mask::<_CMP_GE_OQ>(a, _mm512_set1_ps(2_147_483_648.0));
        _mm512_mask_mov_epi32(x, over, _mm512_set1_epi32(i32::MAX))
    }
}
/// `as i32`.
#[inline(always)]
pub(super) unsafe fn saturated_pd_epi32(a: __m512d) -> __m256i {
    // SAFETY: AVX-512 is present, see above.
    unsafe {
        let x = _mm512_maskz_cvttpd_epi32(_mm512_cmp_pd_mask::<_CMP_ORD_Q>(a, a), a);
        let over = _mm512_cmp_pd_mask::<_CMP_GE_OQ>(a, _mm512_set1_pd(2_147_483_648.0));
        _mm256_mask_mov_epi32(x, over, _mm256_set1_epi32(i32::MAX))
    }
}
/// `as i64`.
#[inline(always)]
pub(super) unsafe fn saturated_ps_epi64(a: __m256) -> __m512i {
    // SAFETY: AVX-512 is present, see above.
    unsafe {
        let x = _mm512_maskz_cvttps_epi64(_mm256_cmp_ps_mask::<_CMP_ORD_Q>(a, a), a);
        let over = _mm256_cmp_ps_mask::<_CMP_GE_OQ>(a, _mm256_set1_ps(9_223_372_036_854_775_808.0));
        _mm512_mask_mov_epi64(x, over, _mm512_set1_epi64(i64::MAX))
    }
}
/// `as i64`.
#[inline(always)]
pub(super) unsafe fn saturated_pd_epi64(a: __m512d) -> __m512i {
    // SAFETY: AVX-512 is present, see above.
    unsafe {
        let x = _mm512_maskz_cvttpd_epi64(_mm512_cmp_pd_mask::<_CMP_ORD_Q>(a, a), a);
        let over = _mm512_cmp_pd_mask::<_CMP_GE_OQ>(a, _mm512_set1_pd(9_223_372_036_854_775_808.0));
        _mm512_mask_mov_epi64(x, over, _mm512_set1_epi64(i64::MAX))
    }
}
