//! AVX2 with FMA: 8 lanes. `f32` and 32-bit integers fill one vector, 64-bit types two; a mask is
//! eight 32-bit lanes, all ones or all zeros.

use core::arch::x86_64::*;
use hoist_machine::isa::{Isa, Lanes};

/// AVX2 and FMA.
#[derive(Clone, Copy)]
pub struct Avx2;

/// Eight `f32`.
#[derive(Clone, Copy)]
pub struct F32(__m256);
/// Eight `f64`.
#[derive(Clone, Copy)]
pub struct F64(__m256d, __m256d);
/// Eight 32-bit integers.
#[derive(Clone, Copy)]
pub struct I32(__m256i);
/// Eight 64-bit integers.
#[derive(Clone, Copy)]
pub struct I64(__m256i, __m256i);
/// Eight lanes of all ones or all zeros.
#[derive(Clone, Copy)]
pub struct Mask(__m256i);

macro_rules! lanes {
    ($($r:ident $t:ident)*) => {$(
        impl Lanes<$t> for $r {
            #[inline(always)]
            fn lane(self, l: usize) -> $t {
                // SAFETY: both types are eight `$t` of plain data, in lane order.
                let a: [$t; 8] = unsafe { core::mem::transmute(self) };
                a[l]
            }
            #[inline(always)]
            fn from_fn(f: impl FnMut(usize) -> $t) -> Self {
                let a: [$t; 8] = core::array::from_fn(f);
                // SAFETY: as above.
                unsafe { core::mem::transmute(a) }
            }
        }
    )*};
}
lanes!(F32 f32 F64 f64 I32 i32 I64 i64);

impl Lanes<bool> for Mask {
    #[inline(always)]
    fn lane(self, l: usize) -> bool {
        I32(self.0).lane(l) != 0
    }
    #[inline(always)]
    fn from_fn(mut f: impl FnMut(usize) -> bool) -> Self {
        Mask(
            I32::from_fn(
                #[inline(always)]
                |l| -i32::from(f(l)),
            )
            .0,
        )
    }
}

#[target_feature(enable = "avx2,fma,lzcnt,popcnt,bmi1,bmi2")]
fn enter<R>(f: impl FnOnce() -> R) -> R {
    f()
}

/// The 32-bit mask as two of 64 bits.
#[inline(always)]
fn wide(k: Mask) -> (__m256i, __m256i) {
    // SAFETY: AVX2 is present in every caller, see `Avx2`.
    unsafe {
        (
            _mm256_cvtepi32_epi64(_mm256_castsi256_si128(k.0)),
            _mm256_cvtepi32_epi64(_mm256_extracti128_si256::<1>(k.0)),
        )
    }
}

/// Two 64-bit masks as one of 32 bits.
#[inline(always)]
fn packed(lo: __m256i, hi: __m256i) -> Mask {
    // SAFETY: AVX2 is present in every caller, see `Avx2`.
    unsafe {
        let both = _mm256_castps_si256(_mm256_shuffle_ps::<0x88>(
            _mm256_castsi256_ps(lo),
            _mm256_castsi256_ps(hi),
        ));
        Mask(_mm256_permute4x64_epi64::<0xd8>(both))
    }
}

/// Bits of `a` where `k` is set, of `b` elsewhere.
#[inline(always)]
fn blend(k: __m256i, a: __m256i, b: __m256i) -> __m256i {
    // SAFETY: AVX2 is present in every caller, see `Avx2`.
    unsafe { _mm256_blendv_epi8(b, a, k) }
}

// A value of these register types only exists inside `Avx2::enter`, which is only called after
// `Avx2::available()`: that is what makes the intrinsics below sound.
impl Isa for Avx2 {
    const NAME: &'static str = "avx2";
    const LANES: usize = 8;
    type F32 = F32;
    type F64 = F64;
    type I32 = I32;
    type I64 = I64;
    type Mask = Mask;

    fn available() -> bool {
        is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("fma")
            && is_x86_feature_detected!("bmi2")
            && is_x86_feature_detected!("lzcnt")
            && is_x86_feature_detected!("popcnt")
            && is_x86_feature_detected!("bmi1")
    }
    #[inline(always)]
    unsafe fn enter<R>(f: impl FnOnce() -> R) -> R {
        // SAFETY: the caller's contract: this machine has the features.
        unsafe { enter(f) }
    }
    #[inline(always)]
    fn splat_f32(x: f32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_set1_ps(x)) }
    }
    #[inline(always)]
    fn splat_f64(x: f64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F64(_mm256_set1_pd(x), _mm256_set1_pd(x)) }
    }
    #[inline(always)]
    fn splat_i32(x: i32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_set1_epi32(x)) }
    }
    #[inline(always)]
    fn splat_i64(x: i64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I64(_mm256_set1_epi64x(x), _mm256_set1_epi64x(x)) }
    }
    #[inline(always)]
    fn splat_mask(x: bool) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_set1_epi32(-i32::from(x))) }
    }
    #[inline(always)]
    fn first(n: usize) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            Mask(_mm256_cmpgt_epi32(
                _mm256_set1_epi32(n.min(8) as i32),
                _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7),
            ))
        }
    }
    #[inline(always)]
    fn any(k: Mask) -> bool {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { _mm256_movemask_ps(_mm256_castsi256_ps(k.0)) != 0 }
    }
    #[inline(always)]
    fn all(k: Mask) -> bool {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { _mm256_movemask_ps(_mm256_castsi256_ps(k.0)) == 0xff }
    }
    #[inline(always)]
    fn lowest(k: Mask) -> usize {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { ((_mm256_movemask_ps(_mm256_castsi256_ps(k.0)) as u32) | 0x100).trailing_zeros() as usize }
    }
    #[inline(always)]
    fn ramp_i64(x: i64, s: i64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            I64(
                _mm256_add_epi64(
                    _mm256_set1_epi64x(x),
                    _mm256_setr_epi64x(0, s, s.wrapping_mul(2), s.wrapping_mul(3)),
                ),
                _mm256_add_epi64(
                    _mm256_set1_epi64x(x),
                    _mm256_setr_epi64x(
                        s.wrapping_mul(4),
                        s.wrapping_mul(5),
                        s.wrapping_mul(6),
                        s.wrapping_mul(7),
                    ),
                ),
            )
        }
    }
    #[inline(always)]
    fn and_mask(a: Mask, b: Mask) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_and_si256(a.0, b.0)) }
    }
    #[inline(always)]
    fn or_mask(a: Mask, b: Mask) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_or_si256(a.0, b.0)) }
    }
    #[inline(always)]
    fn xor_mask(a: Mask, b: Mask) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_xor_si256(a.0, b.0)) }
    }
    #[inline(always)]
    fn and_not_mask(a: Mask, b: Mask) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_andnot_si256(b.0, a.0)) }
    }
    #[inline(always)]
    fn not_mask(a: Mask) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_xor_si256(a.0, _mm256_set1_epi32(-1))) }
    }
    #[inline(always)]
    fn select_f32(k: Mask, a: F32, b: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_blendv_ps(b.0, a.0, _mm256_castsi256_ps(k.0))) }
    }
    #[inline(always)]
    fn select_f64(k: Mask, a: F64, b: F64) -> F64 {
        let (lo, hi) = wide(k);
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            F64(
                _mm256_blendv_pd(b.0, a.0, _mm256_castsi256_pd(lo)),
                _mm256_blendv_pd(b.1, a.1, _mm256_castsi256_pd(hi)),
            )
        }
    }
    #[inline(always)]
    fn select_i32(k: Mask, a: I32, b: I32) -> I32 {
        I32(blend(k.0, a.0, b.0))
    }
    #[inline(always)]
    fn select_i64(k: Mask, a: I64, b: I64) -> I64 {
        let (lo, hi) = wide(k);
        I64(blend(lo, a.0, b.0), blend(hi, a.1, b.1))
    }
    #[inline(always)]
    fn select_mask(k: Mask, a: Mask, b: Mask) -> Mask {
        Mask(blend(k.0, a.0, b.0))
    }
    #[inline(always)]
    fn add_f32(a: F32, b: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_add_ps(a.0, b.0)) }
    }
    #[inline(always)]
    fn add_f64(a: F64, b: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F64(_mm256_add_pd(a.0, b.0), _mm256_add_pd(a.1, b.1)) }
    }
    #[inline(always)]
    fn sub_f32(a: F32, b: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_sub_ps(a.0, b.0)) }
    }
    #[inline(always)]
    fn sub_f64(a: F64, b: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F64(_mm256_sub_pd(a.0, b.0), _mm256_sub_pd(a.1, b.1)) }
    }
    #[inline(always)]
    fn mul_f32(a: F32, b: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_mul_ps(a.0, b.0)) }
    }
    #[inline(always)]
    fn mul_f64(a: F64, b: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F64(_mm256_mul_pd(a.0, b.0), _mm256_mul_pd(a.1, b.1)) }
    }
    #[inline(always)]
    fn div_f32(a: F32, b: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_div_ps(a.0, b.0)) }
    }
    #[inline(always)]
    fn div_f64(a: F64, b: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F64(_mm256_div_pd(a.0, b.0), _mm256_div_pd(a.1, b.1)) }
    }
    #[inline(always)]
    fn fma_f32(a: F32, b: F32, c: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_fmadd_ps(a.0, b.0, c.0)) }
    }
    #[inline(always)]
    fn fma_f64(a: F64, b: F64, c: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F64(_mm256_fmadd_pd(a.0, b.0, c.0), _mm256_fmadd_pd(a.1, b.1, c.1)) }
    }
    #[inline(always)]
    fn min_f32(a: F32, b: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            let m = _mm256_min_ps(a.0, b.0);
            // Equal values differ at most in the sign of zero.
            let m = _mm256_blendv_ps(m, _mm256_or_ps(a.0, b.0), _mm256_cmp_ps::<_CMP_EQ_OQ>(a.0, b.0));
            // The instruction gives `b` where either is NaN.
            F32(_mm256_blendv_ps(m, a.0, _mm256_cmp_ps::<_CMP_UNORD_Q>(b.0, b.0)))
        }
    }
    #[inline(always)]
    fn min_f64(a: F64, b: F64) -> F64 {
        #[inline(always)]
        fn one(a: __m256d, b: __m256d) -> __m256d {
            // SAFETY: AVX2 is present, see the comment on this `impl`.
            unsafe {
                let m = _mm256_min_pd(a, b);
                let m = _mm256_blendv_pd(m, _mm256_or_pd(a, b), _mm256_cmp_pd::<_CMP_EQ_OQ>(a, b));
                _mm256_blendv_pd(m, a, _mm256_cmp_pd::<_CMP_UNORD_Q>(b, b))
            }
        }
        F64(one(a.0, b.0), one(a.1, b.1))
    }
    #[inline(always)]
    fn max_f32(a: F32, b: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            let m = _mm256_max_ps(a.0, b.0);
            // Equal values differ at most in the sign of zero.
            let m = _mm256_blendv_ps(m, _mm256_and_ps(a.0, b.0), _mm256_cmp_ps::<_CMP_EQ_OQ>(a.0, b.0));
            // The instruction gives `b` where either is NaN.
            F32(_mm256_blendv_ps(m, a.0, _mm256_cmp_ps::<_CMP_UNORD_Q>(b.0, b.0)))
        }
    }
    #[inline(always)]
    fn max_f64(a: F64, b: F64) -> F64 {
        #[inline(always)]
        fn one(a: __m256d, b: __m256d) -> __m256d {
            // SAFETY: AVX2 is present, see the comment on this `impl`.
            unsafe {
                let m = _mm256_max_pd(a, b);
                let m = _mm256_blendv_pd(m, _mm256_and_pd(a, b), _mm256_cmp_pd::<_CMP_EQ_OQ>(a, b));
                _mm256_blendv_pd(m, a, _mm256_cmp_pd::<_CMP_UNORD_Q>(b, b))
            }
        }
        F64(one(a.0, b.0), one(a.1, b.1))
    }
    #[inline(always)]
    fn sqrt_f32(a: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_sqrt_ps(a.0)) }
    }
    #[inline(always)]
    fn sqrt_f64(a: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F64(_mm256_sqrt_pd(a.0), _mm256_sqrt_pd(a.1)) }
    }
    #[inline(always)]
    fn floor_f32(a: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_round_ps::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(a.0)) }
    }
    #[inline(always)]
    fn floor_f64(a: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            F64(
                _mm256_round_pd::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(a.0),
                _mm256_round_pd::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(a.1),
            )
        }
    }
    #[inline(always)]
    fn ceil_f32(a: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_round_ps::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(a.0)) }
    }
    #[inline(always)]
    fn ceil_f64(a: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            F64(
                _mm256_round_pd::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(a.0),
                _mm256_round_pd::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(a.1),
            )
        }
    }
    #[inline(always)]
    fn trunc_f32(a: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_round_ps::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(a.0)) }
    }
    #[inline(always)]
    fn trunc_f64(a: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            F64(
                _mm256_round_pd::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(a.0),
                _mm256_round_pd::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(a.1),
            )
        }
    }
    #[inline(always)]
    fn round_f32(a: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            F32(_mm256_round_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(
                a.0,
            ))
        }
    }
    #[inline(always)]
    fn round_f64(a: F64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            F64(
                _mm256_round_pd::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(a.0),
                _mm256_round_pd::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(a.1),
            )
        }
    }
    #[inline(always)]
    fn rsqrt_f32(a: F32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            // One Newton step brings the 12-bit estimate to about 23 bits.
            let r = _mm256_rsqrt_ps(a.0);
            let h = _mm256_mul_ps(_mm256_mul_ps(_mm256_set1_ps(0.5), a.0), r);
            let better = _mm256_mul_ps(r, _mm256_fnmadd_ps(h, r, _mm256_set1_ps(1.5)));
            // At zero and infinity the step gives NaN, the estimate is right.
            F32(_mm256_blendv_ps(
                better,
                r,
                _mm256_cmp_ps::<_CMP_UNORD_Q>(better, better),
            ))
        }
    }
    #[inline(always)]
    fn bits_f32(a: F32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_castps_si256(a.0)) }
    }
    #[inline(always)]
    fn from_bits_f32(a: I32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_castsi256_ps(a.0)) }
    }
    #[inline(always)]
    fn bits_f64(a: F64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I64(_mm256_castpd_si256(a.0), _mm256_castpd_si256(a.1)) }
    }
    #[inline(always)]
    fn from_bits_f64(a: I64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F64(_mm256_castsi256_pd(a.0), _mm256_castsi256_pd(a.1)) }
    }
    #[inline(always)]
    fn lt_f32(a: F32, b: F32) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_castps_si256(_mm256_cmp_ps::<_CMP_LT_OQ>(a.0, b.0))) }
    }
    #[inline(always)]
    fn lt_f64(a: F64, b: F64) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            packed(
                _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LT_OQ>(a.0, b.0)),
                _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LT_OQ>(a.1, b.1)),
            )
        }
    }
    #[inline(always)]
    fn le_f32(a: F32, b: F32) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_castps_si256(_mm256_cmp_ps::<_CMP_LE_OQ>(a.0, b.0))) }
    }
    #[inline(always)]
    fn le_f64(a: F64, b: F64) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            packed(
                _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LE_OQ>(a.0, b.0)),
                _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LE_OQ>(a.1, b.1)),
            )
        }
    }
    #[inline(always)]
    fn eq_f32(a: F32, b: F32) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_castps_si256(_mm256_cmp_ps::<_CMP_EQ_OQ>(a.0, b.0))) }
    }
    #[inline(always)]
    fn eq_f64(a: F64, b: F64) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            packed(
                _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_EQ_OQ>(a.0, b.0)),
                _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_EQ_OQ>(a.1, b.1)),
            )
        }
    }
    #[inline(always)]
    fn add_i32(a: I32, b: I32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_add_epi32(a.0, b.0)) }
    }
    #[inline(always)]
    fn sub_i32(a: I32, b: I32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_sub_epi32(a.0, b.0)) }
    }
    #[inline(always)]
    fn mul_i32(a: I32, b: I32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_mullo_epi32(a.0, b.0)) }
    }
    #[inline(always)]
    fn and_i32(a: I32, b: I32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_and_si256(a.0, b.0)) }
    }
    #[inline(always)]
    fn or_i32(a: I32, b: I32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_or_si256(a.0, b.0)) }
    }
    #[inline(always)]
    fn xor_i32(a: I32, b: I32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_xor_si256(a.0, b.0)) }
    }
    #[inline(always)]
    fn shl_i32(a: I32, b: I32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_sllv_epi32(a.0, _mm256_and_si256(b.0, _mm256_set1_epi32(31)))) }
    }
    #[inline(always)]
    fn shr_i32(a: I32, b: I32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_srav_epi32(a.0, _mm256_and_si256(b.0, _mm256_set1_epi32(31)))) }
    }
    #[inline(always)]
    fn shr_u32(a: I32, b: I32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_srlv_epi32(a.0, _mm256_and_si256(b.0, _mm256_set1_epi32(31)))) }
    }
    #[inline(always)]
    fn lt_i32(a: I32, b: I32) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_cmpgt_epi32(b.0, a.0)) }
    }
    #[inline(always)]
    fn lt_u32(a: I32, b: I32) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            let s = _mm256_set1_epi32(i32::MIN);
            Mask(_mm256_cmpgt_epi32(_mm256_xor_si256(b.0, s), _mm256_xor_si256(a.0, s)))
        }
    }
    #[inline(always)]
    fn eq_i32(a: I32, b: I32) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { Mask(_mm256_cmpeq_epi32(a.0, b.0)) }
    }
    #[inline(always)]
    fn add_i64(a: I64, b: I64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I64(_mm256_add_epi64(a.0, b.0), _mm256_add_epi64(a.1, b.1)) }
    }
    #[inline(always)]
    fn sub_i64(a: I64, b: I64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I64(_mm256_sub_epi64(a.0, b.0), _mm256_sub_epi64(a.1, b.1)) }
    }
    #[inline(always)]
    fn and_i64(a: I64, b: I64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I64(_mm256_and_si256(a.0, b.0), _mm256_and_si256(a.1, b.1)) }
    }
    #[inline(always)]
    fn or_i64(a: I64, b: I64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I64(_mm256_or_si256(a.0, b.0), _mm256_or_si256(a.1, b.1)) }
    }
    #[inline(always)]
    fn xor_i64(a: I64, b: I64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I64(_mm256_xor_si256(a.0, b.0), _mm256_xor_si256(a.1, b.1)) }
    }
    #[inline(always)]
    fn mul_i64(a: I64, b: I64) -> I64 {
        #[inline(always)]
        fn one(a: __m256i, b: __m256i) -> __m256i {
            // SAFETY: AVX2 is present, see the comment on this `impl`.
            unsafe {
                // Low halves in full, cross products only matter modulo 2^32.
                let cross = _mm256_mullo_epi32(a, _mm256_shuffle_epi32::<0xb1>(b));
                let cross = _mm256_add_epi32(cross, _mm256_shuffle_epi32::<0xb1>(cross));
                _mm256_add_epi64(_mm256_mul_epu32(a, b), _mm256_slli_epi64::<32>(cross))
            }
        }
        I64(one(a.0, b.0), one(a.1, b.1))
    }
    #[inline(always)]
    fn shl_i64(a: I64, b: I64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            let m = _mm256_set1_epi64x(63);
            I64(
                _mm256_sllv_epi64(a.0, _mm256_and_si256(b.0, m)),
                _mm256_sllv_epi64(a.1, _mm256_and_si256(b.1, m)),
            )
        }
    }
    #[inline(always)]
    fn shr_u64(a: I64, b: I64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            let m = _mm256_set1_epi64x(63);
            I64(
                _mm256_srlv_epi64(a.0, _mm256_and_si256(b.0, m)),
                _mm256_srlv_epi64(a.1, _mm256_and_si256(b.1, m)),
            )
        }
    }
    #[inline(always)]
    fn lt_i64(a: I64, b: I64) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { packed(_mm256_cmpgt_epi64(b.0, a.0), _mm256_cmpgt_epi64(b.1, a.1)) }
    }
    #[inline(always)]
    fn lt_u64(a: I64, b: I64) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            let s = _mm256_set1_epi64x(i64::MIN);
            packed(
                _mm256_cmpgt_epi64(_mm256_xor_si256(b.0, s), _mm256_xor_si256(a.0, s)),
                _mm256_cmpgt_epi64(_mm256_xor_si256(b.1, s), _mm256_xor_si256(a.1, s)),
            )
        }
    }
    #[inline(always)]
    fn eq_i64(a: I64, b: I64) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { packed(_mm256_cmpeq_epi64(a.0, b.0), _mm256_cmpeq_epi64(a.1, b.1)) }
    }
    #[inline(always)]
    fn i32_to_f32(a: I32) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_cvtepi32_ps(a.0)) }
    }
    #[inline(always)]
    fn f64_to_f32(a: F64) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { F32(_mm256_set_m128(_mm256_cvtpd_ps(a.1), _mm256_cvtpd_ps(a.0))) }
    }
    #[inline(always)]
    fn f32_to_f64(a: F32) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            F64(
                _mm256_cvtps_pd(_mm256_castps256_ps128(a.0)),
                _mm256_cvtps_pd(_mm256_extractf128_ps::<1>(a.0)),
            )
        }
    }
    #[inline(always)]
    fn i32_to_f64(a: I32) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            F64(
                _mm256_cvtepi32_pd(_mm256_castsi256_si128(a.0)),
                _mm256_cvtepi32_pd(_mm256_extracti128_si256::<1>(a.0)),
            )
        }
    }
    #[inline(always)]
    fn f32_to_i32(a: F32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            // The instruction gives MIN where the value does not fit; above, MAX is asked for, and 0 for NaN.
            let x = _mm256_cvttps_epi32(a.0);
            let over = _mm256_cmp_ps::<_CMP_GE_OQ>(a.0, _mm256_set1_ps(2_147_483_648.0));
            let x = blend(_mm256_castps_si256(over), _mm256_set1_epi32(i32::MAX), x);
            I32(_mm256_and_si256(
                x,
                _mm256_castps_si256(_mm256_cmp_ps::<_CMP_ORD_Q>(a.0, a.0)),
            ))
        }
    }
    #[inline(always)]
    fn i32_to_i64(a: I32) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            I64(
                _mm256_cvtepi32_epi64(_mm256_castsi256_si128(a.0)),
                _mm256_cvtepi32_epi64(_mm256_extracti128_si256::<1>(a.0)),
            )
        }
    }
    #[inline(always)]
    fn u32_to_i64(a: I32) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            I64(
                _mm256_cvtepu32_epi64(_mm256_castsi256_si128(a.0)),
                _mm256_cvtepu32_epi64(_mm256_extracti128_si256::<1>(a.0)),
            )
        }
    }
    #[inline(always)]
    fn i64_to_i32(a: I64) -> I32 {
        I32(packed(a.0, a.1).0)
    }
    #[inline(always)]
    fn mask_to_i32(a: Mask) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32(_mm256_srli_epi32::<31>(a.0)) }
    }
    #[inline(always)]
    fn i32_to_mask(a: I32) -> Mask {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            Mask(_mm256_xor_si256(
                _mm256_cmpeq_epi32(a.0, _mm256_setzero_si256()),
                _mm256_set1_epi32(-1),
            ))
        }
    }
    #[inline(always)]
    fn u64_to_f32(a: I64) -> F32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            // Loop indices fit 31 bits nearly always: then the conversion is one instruction.
            let high = _mm256_or_si256(_mm256_srli_epi64::<31>(a.0), _mm256_srli_epi64::<31>(a.1));
            if _mm256_testz_si256(high, high) == 1 {
                return Self::i32_to_f32(Self::i64_to_i32(a));
            }
        }
        F32::from_fn(
            #[inline(always)]
            |l| a.lane(l) as u64 as f32,
        )
    }
    #[inline(always)]
    unsafe fn load_f32(p: *const f32, k: Mask) -> F32 {
        // SAFETY: the caller's contract; a masked load does not touch dead lanes.
        unsafe { F32(_mm256_maskload_ps(p, k.0)) }
    }
    #[inline(always)]
    unsafe fn store_f32(p: *mut f32, k: Mask, v: F32) {
        // SAFETY: as above.
        unsafe { _mm256_maskstore_ps(p, k.0, v.0) }
    }
    #[inline(always)]
    unsafe fn load_i32(p: *const i32, k: Mask) -> I32 {
        // SAFETY: the caller's contract; a masked load does not touch dead lanes.
        unsafe { I32(_mm256_maskload_epi32(p, k.0)) }
    }
    #[inline(always)]
    unsafe fn store_i32(p: *mut i32, k: Mask, v: I32) {
        // SAFETY: as above.
        unsafe { _mm256_maskstore_epi32(p, k.0, v.0) }
    }
    #[inline(always)]
    unsafe fn load_f64(p: *const f64, k: Mask) -> F64 {
        // SAFETY: the caller's contract; a masked load does not touch dead lanes.
        unsafe {
            let (lo, hi) = wide(k);
            F64(_mm256_maskload_pd(p, lo), _mm256_maskload_pd(p.wrapping_add(4), hi))
        }
    }
    #[inline(always)]
    unsafe fn store_f64(p: *mut f64, k: Mask, v: F64) {
        // SAFETY: as above.
        unsafe {
            let (lo, hi) = wide(k);
            _mm256_maskstore_pd(p, lo, v.0);
            _mm256_maskstore_pd(p.wrapping_add(4), hi, v.1)
        }
    }
    #[inline(always)]
    unsafe fn load_i64(p: *const i64, k: Mask) -> I64 {
        // SAFETY: the caller's contract; a masked load does not touch dead lanes.
        unsafe {
            let (lo, hi) = wide(k);
            I64(
                _mm256_maskload_epi64(p, lo),
                _mm256_maskload_epi64(p.wrapping_add(4), hi),
            )
        }
    }
    #[inline(always)]
    unsafe fn store_i64(p: *mut i64, k: Mask, v: I64) {
        // SAFETY: as above.
        unsafe {
            let (lo, hi) = wide(k);
            _mm256_maskstore_epi64(p, lo, v.0);
            _mm256_maskstore_epi64(p.wrapping_add(4), hi, v.1)
        }
    }
    #[inline(always)]
    unsafe fn gather_f32(p: *const f32, at: I64, k: Mask) -> F32 {
        // SAFETY: the caller's contract; a gather does not touch dead lanes.
        unsafe {
            let narrow = k.0;
            let (kl, kh) = (
                _mm_castsi128_ps(_mm256_castsi256_si128(narrow)),
                _mm_castsi128_ps(_mm256_extracti128_si256::<1>(narrow)),
            );
            let z = _mm_setzero_ps();
            F32(_mm256_set_m128(
                _mm256_mask_i64gather_ps::<4>(z, p, at.1, kh),
                _mm256_mask_i64gather_ps::<4>(z, p, at.0, kl),
            ))
        }
    }
    #[inline(always)]
    unsafe fn gather_i32(p: *const i32, at: I64, k: Mask) -> I32 {
        // SAFETY: the caller's contract; a gather does not touch dead lanes.
        unsafe {
            let narrow = k.0;
            let z = _mm_setzero_si128();
            let (kl, kh) = (_mm256_castsi256_si128(narrow), _mm256_extracti128_si256::<1>(narrow));
            I32(_mm256_set_m128i(
                _mm256_mask_i64gather_epi32::<4>(z, p, at.1, kh),
                _mm256_mask_i64gather_epi32::<4>(z, p, at.0, kl),
            ))
        }
    }
    #[inline(always)]
    unsafe fn gather_f64(p: *const f64, at: I64, k: Mask) -> F64 {
        let (lo, hi) = wide(k);
        // SAFETY: the caller's contract; a gather does not touch dead lanes.
        unsafe {
            F64(
                _mm256_mask_i64gather_pd::<8>(_mm256_setzero_pd(), p, at.0, _mm256_castsi256_pd(lo)),
                _mm256_mask_i64gather_pd::<8>(_mm256_setzero_pd(), p, at.1, _mm256_castsi256_pd(hi)),
            )
        }
    }
    #[inline(always)]
    unsafe fn gather_i64(p: *const i64, at: I64, k: Mask) -> I64 {
        let (lo, hi) = wide(k);
        // SAFETY: the caller's contract; a gather does not touch dead lanes.
        unsafe {
            I64(
                _mm256_mask_i64gather_epi64::<8>(_mm256_setzero_si256(), p, at.0, lo),
                _mm256_mask_i64gather_epi64::<8>(_mm256_setzero_si256(), p, at.1, hi),
            )
        }
    }
}
