//! What takes several instructions on one vector, and the halves of vectors.

use super::{F32, I32, Mask};
use core::arch::x86_64::*;

// SAFETY of all here: AVX2 is present in every caller, see `Avx2`.

impl F32 {
    /// Lanes 0 to 3 and 4 to 7.
    #[inline(always)]
    pub(super) fn halves(self) -> (__m128, __m128) {
        // SAFETY: AVX2 is present, see above.
        unsafe { (_mm256_castps256_ps128(self.0), _mm256_extractf128_ps::<1>(self.0)) }
    }
    #[inline(always)]
    pub(super) fn join(lo: __m128, hi: __m128) -> Self {
        // SAFETY: AVX2 is present, see above.
        F32(unsafe { _mm256_set_m128(hi, lo) })
    }
}
impl I32 {
    /// Lanes 0 to 3 and 4 to 7.
    #[inline(always)]
    pub(super) fn halves(self) -> (__m128i, __m128i) {
        // SAFETY: AVX2 is present, see above.
        unsafe { (_mm256_castsi256_si128(self.0), _mm256_extracti128_si256::<1>(self.0)) }
    }
    #[inline(always)]
    pub(super) fn join(lo: __m128i, hi: __m128i) -> Self {
        // SAFETY: AVX2 is present, see above.
        I32(unsafe { _mm256_set_m128i(hi, lo) })
    }
    /// The lower halves of 64-bit lanes.
    #[inline(always)]
    pub(super) fn low(lo: __m256i, hi: __m256i) -> Self {
        // SAFETY: AVX2 is present, see above.
        unsafe {
            let both = _mm256_shuffle_ps::<0x88>(_mm256_castsi256_ps(lo), _mm256_castsi256_ps(hi));
            I32(_mm256_permute4x64_epi64::<0xd8>(_mm256_castps_si256(both)))
        }
    }
}
impl Mask {
    /// A bit for each lane.
    #[inline(always)]
    pub(super) fn bits(self) -> u32 {
        // SAFETY: AVX2 is present, see above.
        unsafe { _mm256_movemask_ps(_mm256_castsi256_ps(self.0)) as u32 }
    }
    /// The mask for 64-bit lanes.
    #[inline(always)]
    pub(super) fn doubled(self) -> (__m256i, __m256i) {
        let (lo, hi) = I32(self.0).halves();
        // SAFETY: AVX2 is present, see above.
        unsafe { (_mm256_cvtepi32_epi64(lo), _mm256_cvtepi32_epi64(hi)) }
    }
    /// The mask of 64-bit lanes.
    #[inline(always)]
    pub(super) fn join(lo: __m256i, hi: __m256i) -> Self {
        Mask(I32::low(lo, hi).0)
    }
}

/// The lower halves of 32-bit lanes.
#[inline(always)]
pub(super) unsafe fn low_epi16(a: I32) -> __m128i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        // The packing saturates: it must see 16 bits alone.
        let a = _mm256_and_si256(a.0, _mm256_set1_epi32(0xffff));
        _mm256_castsi256_si128(_mm256_permute4x64_epi64::<0x08>(_mm256_packus_epi32(a, a)))
    }
}
/// The lowest bytes of 32-bit lanes, in the lower half.
#[inline(always)]
pub(super) unsafe fn low_epi8(a: I32) -> __m128i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let words = low_epi16(I32(_mm256_and_si256(a.0, _mm256_set1_epi32(0xff))));
        _mm_packus_epi16(words, words)
    }
}

macro_rules! min_max {
    ($min:ident $max:ident $v:ident $min_of:ident $max_of:ident $or:ident $and:ident $blend:ident $cmp:ident) => {
        /// The smaller: equal values differ at most in the sign of zero, and the instruction gives
        /// `b` where either is NaN.
        #[inline(always)]
        pub(super) unsafe fn $min(a: $v, b: $v) -> $v {
            // SAFETY: AVX2 is present, see above.
            unsafe {
                let m = $blend($min_of(a, b), $or(a, b), $cmp::<_CMP_EQ_OQ>(a, b));
                $blend(m, a, $cmp::<_CMP_UNORD_Q>(b, b))
            }
        }
        /// The larger, likewise.
        #[inline(always)]
        pub(super) unsafe fn $max(a: $v, b: $v) -> $v {
            // SAFETY: AVX2 is present, see above.
            unsafe {
                let m = $blend($max_of(a, b), $and(a, b), $cmp::<_CMP_EQ_OQ>(a, b));
                $blend(m, a, $cmp::<_CMP_UNORD_Q>(b, b))
            }
        }
    };
}
min_max!(min_ps max_ps __m256 _mm256_min_ps _mm256_max_ps _mm256_or_ps _mm256_and_ps _mm256_blendv_ps _mm256_cmp_ps);
min_max!(min_pd max_pd __m256d _mm256_min_pd _mm256_max_pd _mm256_or_pd _mm256_and_pd _mm256_blendv_pd _mm256_cmp_pd);

/// `1 / sqrt(a)`, nearly: one Newton step brings the 12-bit estimate to about 23 bits.
#[inline(always)]
pub(super) unsafe fn rsqrt_ps(a: __m256) -> __m256 {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        // The instruction takes subnormal numbers for zero, and at zero and infinity the step gives
        // NaN: the way is for normal numbers, whose bits are from 0x0080_0000 to below 0x7f80_0000.
        let above = _mm256_add_epi32(_mm256_castps_si256(a), _mm256_set1_epi32(0x7f80_0000));
        let odd = _mm256_cmpgt_epi32(above, _mm256_set1_epi32(0x7eff_ffff ^ i32::MIN));
        if _mm256_testz_si256(odd, odd) == 0 {
            return _mm256_div_ps(_mm256_set1_ps(1.0), _mm256_sqrt_ps(a));
        }
        let r = _mm256_rsqrt_ps(a);
        let h = _mm256_mul_ps(_mm256_mul_ps(_mm256_set1_ps(0.5), a), r);
        _mm256_mul_ps(r, _mm256_fnmadd_ps(h, r, _mm256_set1_ps(1.5)))
    }
}

/// `a < b` of unsigned lanes: the order of signed ones, shifted.
#[inline(always)]
pub(super) unsafe fn lt_epu32(a: __m256i, b: __m256i) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let s = _mm256_set1_epi32(i32::MIN);
        _mm256_cmpgt_epi32(_mm256_xor_si256(b, s), _mm256_xor_si256(a, s))
    }
}
/// [`lt_epu32`] for 64 bits.
#[inline(always)]
pub(super) unsafe fn lt_epu64(a: __m256i, b: __m256i) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let s = _mm256_set1_epi64x(i64::MIN);
        _mm256_cmpgt_epi64(_mm256_xor_si256(b, s), _mm256_xor_si256(a, s))
    }
}

/// Low halves in full, cross products only matter modulo 2^32.
#[inline(always)]
pub(super) unsafe fn mullo_epi64(a: __m256i, b: __m256i) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let cross = _mm256_mullo_epi32(a, _mm256_shuffle_epi32::<0xb1>(b));
        let cross = _mm256_add_epi32(cross, _mm256_shuffle_epi32::<0xb1>(cross));
        _mm256_add_epi64(_mm256_mul_epu32(a, b), _mm256_slli_epi64::<32>(cross))
    }
}
/// A logical shift, whose sign bit is then spread: `(x ^ s) - s`.
#[inline(always)]
pub(super) unsafe fn srav_epi64(a: __m256i, n: __m256i) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let s = _mm256_srlv_epi64(_mm256_set1_epi64x(i64::MIN), n);
        _mm256_sub_epi64(_mm256_xor_si256(_mm256_srlv_epi64(a, n), s), s)
    }
}

/// Ones in each byte: a table of 16 for each half of it.
#[inline(always)]
unsafe fn popcnt_epi8(a: __m256i) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let table = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
        let low = _mm256_set1_epi8(15);
        _mm256_add_epi8(
            _mm256_shuffle_epi8(table, _mm256_and_si256(a, low)),
            _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16::<4>(a), low)),
        )
    }
}
/// Ones in each 32-bit lane.
#[inline(always)]
pub(super) unsafe fn popcnt_epi32(a: __m256i) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let pairs = _mm256_maddubs_epi16(popcnt_epi8(a), _mm256_set1_epi8(1));
        _mm256_madd_epi16(pairs, _mm256_set1_epi16(1))
    }
}
/// Ones in each 64-bit lane.
#[inline(always)]
pub(super) unsafe fn popcnt_epi64(a: __m256i) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe { _mm256_sad_epu8(popcnt_epi8(a), _mm256_setzero_si256()) }
}
/// Zeros above the highest one: the ones, after it is spread down over all bits below, are the
/// others.
#[inline(always)]
pub(super) unsafe fn lzcnt_epi32(a: __m256i) -> __m256i {
    // SAFETY: AVX2 is present, see above.
    unsafe {
        let a = _mm256_or_si256(a, _mm256_srli_epi32::<1>(a));
        let a = _mm256_or_si256(a, _mm256_srli_epi32::<2>(a));
        let a = _mm256_or_si256(a, _mm256_srli_epi32::<4>(a));
        let a = _mm256_or_si256(a, _mm256_srli_epi32::<8>(a));
        let a = _mm256_or_si256(a, _mm256_srli_epi32::<16>(a));
        _mm256_sub_epi32(_mm256_set1_epi32(32), popcnt_epi32(a))
    }
}
