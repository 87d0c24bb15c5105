//! AVX-512 (F, CD, BW, DQ, VL): 16 lanes. `f32` and 32-bit integers fill one vector, 64-bit types
//! two; a mask is 16 bits, which live in a mask register.

mod pick;
mod vector;

use core::arch::x86_64::*;
use hoist_machine::isa::{Isa, Lanes};
use vector::{MAX, MIN};

/// AVX-512 with what every machine that has F, CD, BW, DQ and VL also has.
#[derive(Clone, Copy)]
pub struct Avx512;

/// Sixteen `f32`.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct F32(__m512);
/// Sixteen `f64`.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct F64(__m512d, __m512d);
/// Sixteen 32-bit integers.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct I32(__m512i);
/// Sixteen 64-bit integers.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct I64(__m512i, __m512i);
/// A bit for each lane.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Mask(__mmask16);

lanes!(16: F32 f32 pick::f32; F64 f64 pick::f64; I32 i32 pick::i32; I64 i64 pick::i64;);

impl Lanes<bool> for Mask {
    #[inline(always)]
    fn lane(self, l: usize) -> bool {
        self.0 >> l & 1 != 0
    }
    #[inline(always)]
    fn from_fn(mut f: impl FnMut(usize) -> bool) -> Self {
        let mut bits = 0;
        for l in 0..16 {
            bits |= u16::from(f(l)) << l;
        }
        Mask(bits)
    }
}

impl Mask {
    /// The masks of lanes 0 to 7 and 8 to 15.
    #[inline(always)]
    fn halves(self) -> (__mmask8, __mmask8) {
        (self.0 as __mmask8, (self.0 >> 8) as __mmask8)
    }
    #[inline(always)]
    fn join(lo: __mmask8, hi: __mmask8) -> Self {
        Mask(u16::from(lo) | u16::from(hi) << 8)
    }
}

#[target_feature(enable = "avx512f,avx512cd,avx512bw,avx512dq,avx512vl,avx2,fma,lzcnt,popcnt,bmi1,bmi2")]
fn enter<R>(f: impl FnOnce() -> R) -> R {
    f()
}

// A value of these register types only exists inside `Avx512::enter`, which is only called after
// `Avx512::available()`: that is what makes the intrinsics here and in `vector` sound.
impl Isa for Avx512 {
    const NAME: &'static str = "avx512";
    const LANES: usize = 16;
    const FUSED: bool = true;
    type F32 = F32;
    type F64 = F64;
    type I32 = I32;
    type I64 = I64;
    type Mask = Mask;
    type Many<T: Copy> = [T; 16];

    fn available() -> bool {
        is_x86_feature_detected!("avx512f")
            && is_x86_feature_detected!("avx512cd")
            && is_x86_feature_detected!("avx512bw")
            && is_x86_feature_detected!("avx512dq")
            && is_x86_feature_detected!("avx512vl")
            && is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("fma")
            && is_x86_feature_detected!("lzcnt")
            && is_x86_feature_detected!("popcnt")
            && is_x86_feature_detected!("bmi1")
            && is_x86_feature_detected!("bmi2")
    }
    #[inline(always)]
    unsafe fn enter<R>(f: impl FnOnce() -> R) -> R {
        // SAFETY: the caller's contract: this machine has the features.
        unsafe { enter(f) }
    }
    #[inline(always)]
    fn splat_f32(x: f32) -> F32 {
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        F32(unsafe { _mm512_set1_ps(x) })
    }
    #[inline(always)]
    fn splat_f64(x: f64) -> F64 {
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        let x = unsafe { _mm512_set1_pd(x) };
        F64(x, x)
    }
    #[inline(always)]
    fn splat_i32(x: i32) -> I32 {
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        I32(unsafe { _mm512_set1_epi32(x) })
    }
    #[inline(always)]
    fn splat_i64(x: i64) -> I64 {
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        let x = unsafe { _mm512_set1_epi64(x) };
        I64(x, x)
    }
    #[inline(always)]
    fn splat_mask(x: bool) -> Mask {
        Mask(if x { !0 } else { 0 })
    }
    #[inline(always)]
    fn first(n: usize) -> Mask {
        Mask(((1_u32 << n.min(16)) - 1) as u16)
    }
    #[inline(always)]
    fn any(k: Mask) -> bool {
        k.0 != 0
    }
    #[inline(always)]
    fn all(k: Mask) -> bool {
        k.0 == !0
    }
    #[inline(always)]
    fn bits(k: Mask) -> u32 {
        u32::from(k.0)
    }
    #[inline(always)]
    fn round_f16(a: F32) -> F32 {
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        F32(unsafe { _mm512_cvtph_ps(_mm512_cvtps_ph::<_MM_FROUND_TO_NEAREST_INT>(a.0)) })
    }
    #[inline(always)]
    fn f32_to_f16(a: F32) -> I32 {
        // SAFETY: as above.
        I32(unsafe { _mm512_cvtepu16_epi32(_mm512_cvtps_ph::<_MM_FROUND_TO_NEAREST_INT>(a.0)) })
    }
    #[inline(always)]
    fn f16_to_f32(a: I32) -> F32 {
        // SAFETY: as above.
        F32(unsafe { _mm512_cvtph_ps(_mm512_cvtepi32_epi16(a.0)) })
    }
    #[inline(always)]
    fn ramp_i64(x: i64, s: i64) -> I64 {
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        unsafe {
            let steps = _mm512_mullo_epi64(_mm512_set1_epi64(s), _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7));
            let lo = _mm512_add_epi64(_mm512_set1_epi64(x), steps);
            I64(lo, _mm512_add_epi64(lo, _mm512_set1_epi64(s.wrapping_mul(8))))
        }
    }
    #[inline(always)]
    fn and_mask(a: Mask, b: Mask) -> Mask {
        Mask(a.0 & b.0)
    }
    #[inline(always)]
    fn or_mask(a: Mask, b: Mask) -> Mask {
        Mask(a.0 | b.0)
    }
    #[inline(always)]
    fn xor_mask(a: Mask, b: Mask) -> Mask {
        Mask(a.0 ^ b.0)
    }
    #[inline(always)]
    fn and_not_mask(a: Mask, b: Mask) -> Mask {
        Mask(a.0 & !b.0)
    }
    #[inline(always)]
    fn not_mask(a: Mask) -> Mask {
        Mask(!a.0)
    }
    #[inline(always)]
    fn select_mask(k: Mask, a: Mask, b: Mask) -> Mask {
        Mask(k.0 & a.0 | !k.0 & b.0)
    }
    #[inline(always)]
    fn select_f64(k: Mask, a: F64, b: F64) -> F64 {
        let (lo, hi) = k.halves();
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        unsafe { F64(_mm512_mask_blend_pd(lo, b.0, a.0), _mm512_mask_blend_pd(hi, b.1, a.1)) }
    }
    #[inline(always)]
    fn select_i64(k: Mask, a: I64, b: I64) -> I64 {
        let (lo, hi) = k.halves();
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        unsafe {
            I64(
                _mm512_mask_blend_epi64(lo, b.0, a.0),
                _mm512_mask_blend_epi64(hi, b.1, a.1),
            )
        }
    }

    one! {
        select_f32(k: Mask, a: F32, b: F32) -> F32 = _mm512_mask_blend_ps(k, b, a);
        select_i32(k: Mask, a: I32, b: I32) -> I32 = _mm512_mask_blend_epi32(k, b, a);
        mask_to_i32(k: Mask) -> I32 = _mm512_maskz_set1_epi32(k, 1);
        i32_to_mask(a: I32) -> Mask = _mm512_test_epi32_mask(a, a);

        add_f32(a: F32, b: F32) -> F32 = _mm512_add_ps(a, b);
        sub_f32(a: F32, b: F32) -> F32 = _mm512_sub_ps(a, b);
        mul_f32(a: F32, b: F32) -> F32 = _mm512_mul_ps(a, b);
        div_f32(a: F32, b: F32) -> F32 = _mm512_div_ps(a, b);
        fma_f32(a: F32, b: F32, c: F32) -> F32 = _mm512_fmadd_ps(a, b, c);
        min_f32(a: F32, b: F32) -> F32 = vector::range_ps::<MIN>(a, b);
        max_f32(a: F32, b: F32) -> F32 = vector::range_ps::<MAX>(a, b);
        sqrt_f32(a: F32) -> F32 = _mm512_sqrt_ps(a);
        floor_f32(a: F32) -> F32 = _mm512_roundscale_ps::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(a);
        ceil_f32(a: F32) -> F32 = _mm512_roundscale_ps::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(a);
        trunc_f32(a: F32) -> F32 = _mm512_roundscale_ps::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(a);
        round_f32(a: F32) -> F32 = _mm512_roundscale_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(a);
        rsqrt_f32(a: F32) -> F32 = vector::rsqrt_ps(a);
        bits_f32(a: F32) -> I32 = _mm512_castps_si512(a);
        from_bits_f32(a: I32) -> F32 = _mm512_castsi512_ps(a);
        lt_f32(a: F32, b: F32) -> Mask = _mm512_cmp_ps_mask::<_CMP_LT_OQ>(a, b);
        le_f32(a: F32, b: F32) -> Mask = _mm512_cmp_ps_mask::<_CMP_LE_OQ>(a, b);
        eq_f32(a: F32, b: F32) -> Mask = _mm512_cmp_ps_mask::<_CMP_EQ_OQ>(a, b);

        add_i32(a: I32, b: I32) -> I32 = _mm512_add_epi32(a, b);
        sub_i32(a: I32, b: I32) -> I32 = _mm512_sub_epi32(a, b);
        mul_i32(a: I32, b: I32) -> I32 = _mm512_mullo_epi32(a, b);
        and_i32(a: I32, b: I32) -> I32 = _mm512_and_si512(a, b);
        or_i32(a: I32, b: I32) -> I32 = _mm512_or_si512(a, b);
        xor_i32(a: I32, b: I32) -> I32 = _mm512_xor_si512(a, b);
        shl_i32(a: I32, n: I32) -> I32 = _mm512_sllv_epi32(a, _mm512_and_si512(n, _mm512_set1_epi32(31)));
        shr_i32(a: I32, n: I32) -> I32 = _mm512_srav_epi32(a, _mm512_and_si512(n, _mm512_set1_epi32(31)));
        shr_u32(a: I32, n: I32) -> I32 = _mm512_srlv_epi32(a, _mm512_and_si512(n, _mm512_set1_epi32(31)));
        lt_i32(a: I32, b: I32) -> Mask = _mm512_cmplt_epi32_mask(a, b);
        lt_u32(a: I32, b: I32) -> Mask = _mm512_cmplt_epu32_mask(a, b);
        eq_i32(a: I32, b: I32) -> Mask = _mm512_cmpeq_epi32_mask(a, b);
        ones_i32(a: I32) -> I32 = vector::popcnt_epi32(a);
        lzcnt_i32(a: I32) -> I32 = _mm512_lzcnt_epi32(a);
        // The zeros below the lowest one, as ones.
        tzcnt_i32(a: I32) -> I32 =
            _mm512_sub_epi32(_mm512_set1_epi32(32), _mm512_lzcnt_epi32(
                _mm512_andnot_si512(a, _mm512_sub_epi32(a, _mm512_set1_epi32(1)))));

        i32_to_f32(a: I32) -> F32 = _mm512_cvtepi32_ps(a);
        u32_to_f32(a: I32) -> F32 = _mm512_cvtepu32_ps(a);
        f32_to_i32(a: F32) -> I32 = vector::saturated_ps_epi32(a);
        // All ones where the value does not fit; what is below zero or NaN is masked.
        f32_to_u32(a: F32) -> I32 =
            _mm512_maskz_cvttps_epu32(_mm512_cmp_ps_mask::<_CMP_GE_OQ>(a, _mm512_setzero_ps()), a);
    }

    two! {
        add_f64(a: F64, b: F64) -> F64 = _mm512_add_pd(a, b);
        sub_f64(a: F64, b: F64) -> F64 = _mm512_sub_pd(a, b);
        mul_f64(a: F64, b: F64) -> F64 = _mm512_mul_pd(a, b);
        div_f64(a: F64, b: F64) -> F64 = _mm512_div_pd(a, b);
        fma_f64(a: F64, b: F64, c: F64) -> F64 = _mm512_fmadd_pd(a, b, c);
        min_f64(a: F64, b: F64) -> F64 = vector::range_pd::<MIN>(a, b);
        max_f64(a: F64, b: F64) -> F64 = vector::range_pd::<MAX>(a, b);
        sqrt_f64(a: F64) -> F64 = _mm512_sqrt_pd(a);
        floor_f64(a: F64) -> F64 = _mm512_roundscale_pd::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(a);
        ceil_f64(a: F64) -> F64 = _mm512_roundscale_pd::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(a);
        trunc_f64(a: F64) -> F64 = _mm512_roundscale_pd::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(a);
        round_f64(a: F64) -> F64 = _mm512_roundscale_pd::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(a);
        rsqrt_f64(a: F64) -> F64 = _mm512_div_pd(_mm512_set1_pd(1.0), _mm512_sqrt_pd(a));
        bits_f64(a: F64) -> I64 = _mm512_castpd_si512(a);
        from_bits_f64(a: I64) -> F64 = _mm512_castsi512_pd(a);

        add_i64(a: I64, b: I64) -> I64 = _mm512_add_epi64(a, b);
        sub_i64(a: I64, b: I64) -> I64 = _mm512_sub_epi64(a, b);
        mul_i64(a: I64, b: I64) -> I64 = _mm512_mullo_epi64(a, b);
        and_i64(a: I64, b: I64) -> I64 = _mm512_and_si512(a, b);
        or_i64(a: I64, b: I64) -> I64 = _mm512_or_si512(a, b);
        xor_i64(a: I64, b: I64) -> I64 = _mm512_xor_si512(a, b);
        shl_i64(a: I64, n: I64) -> I64 = _mm512_sllv_epi64(a, _mm512_and_si512(n, _mm512_set1_epi64(63)));
        shr_i64(a: I64, n: I64) -> I64 = _mm512_srav_epi64(a, _mm512_and_si512(n, _mm512_set1_epi64(63)));
        shr_u64(a: I64, n: I64) -> I64 = _mm512_srlv_epi64(a, _mm512_and_si512(n, _mm512_set1_epi64(63)));

        i64_to_f64(a: I64) -> F64 = _mm512_cvtepi64_pd(a);
        u64_to_f64(a: I64) -> F64 = _mm512_cvtepu64_pd(a);
        f64_to_i64(a: F64) -> I64 = vector::saturated_pd_epi64(a);
        f64_to_u64(a: F64) -> I64 =
            _mm512_maskz_cvttpd_epu64(_mm512_cmp_pd_mask::<_CMP_GE_OQ>(a, _mm512_setzero_pd()), a);
    }

    join! {
        lt_f64(a: F64, b: F64) -> Mask = _mm512_cmp_pd_mask::<_CMP_LT_OQ>(a, b);
        le_f64(a: F64, b: F64) -> Mask = _mm512_cmp_pd_mask::<_CMP_LE_OQ>(a, b);
        eq_f64(a: F64, b: F64) -> Mask = _mm512_cmp_pd_mask::<_CMP_EQ_OQ>(a, b);
        lt_i64(a: I64, b: I64) -> Mask = _mm512_cmplt_epi64_mask(a, b);
        lt_u64(a: I64, b: I64) -> Mask = _mm512_cmplt_epu64_mask(a, b);
        eq_i64(a: I64, b: I64) -> Mask = _mm512_cmpeq_epi64_mask(a, b);

        i64_to_i32(a: I64) -> I32 = _mm512_cvtepi64_epi32(a);
        i64_to_f32(a: I64) -> F32 = _mm512_cvtepi64_ps(a);
        u64_to_f32(a: I64) -> F32 = _mm512_cvtepu64_ps(a);
        f64_to_f32(a: F64) -> F32 = _mm512_cvtpd_ps(a);
        f64_to_i32(a: F64) -> I32 = vector::saturated_pd_epi32(a);
        f64_to_u32(a: F64) -> I32 =
            _mm512_maskz_cvttpd_epu32(_mm512_cmp_pd_mask::<_CMP_GE_OQ>(a, _mm512_setzero_pd()), a);
        ones_i64(a: I64) -> I32 = _mm512_cvtepi64_epi32(vector::popcnt_epi64(a));
        lzcnt_i64(a: I64) -> I32 = _mm512_cvtepi64_epi32(_mm512_lzcnt_epi64(a));
        tzcnt_i64(a: I64) -> I32 =
            _mm512_cvtepi64_epi32(_mm512_sub_epi64(_mm512_set1_epi64(64), _mm512_lzcnt_epi64(
                _mm512_andnot_si512(a, _mm512_sub_epi64(a, _mm512_set1_epi64(1))))));
    }

    split! {
        i32_to_i64(a: I32) -> I64 = _mm512_cvtepi32_epi64(a);
        u32_to_i64(a: I32) -> I64 = _mm512_cvtepu32_epi64(a);
        i32_to_f64(a: I32) -> F64 = _mm512_cvtepi32_pd(a);
        u32_to_f64(a: I32) -> F64 = _mm512_cvtepu32_pd(a);
        f32_to_f64(a: F32) -> F64 = _mm512_cvtps_pd(a);
        f32_to_i64(a: F32) -> I64 = vector::saturated_ps_epi64(a);
        f32_to_u64(a: F32) -> I64 =
            _mm512_maskz_cvttps_epu64(_mm256_cmp_ps_mask::<_CMP_GE_OQ>(a, _mm256_setzero_ps()), a);
    }

    // A quotient of 32-bit integers in `f64`: rounding cannot carry it to the next integer, from
    // which it is 1 / b and more away. 0 where `b` is 0.
    #[inline(always)]
    fn div_i32(a: I32, b: I32) -> I32 {
        let (x, y) = (Self::i32_to_f64(a), Self::i32_to_f64(b));
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        unsafe {
            // MIN / -1 does not fit, and MIN is what the instruction then gives.
            let lo = _mm512_cvttpd_epi32(_mm512_div_pd(x.0, y.0));
            let hi = _mm512_cvttpd_epi32(_mm512_div_pd(x.1, y.1));
            I32(_mm512_maskz_mov_epi32(Self::i32_to_mask(b).0, I32::join(lo, hi).0))
        }
    }
    #[inline(always)]
    fn div_u32(a: I32, b: I32) -> I32 {
        let (x, y) = (Self::u32_to_f64(a), Self::u32_to_f64(b));
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        unsafe {
            let lo = _mm512_cvttpd_epu32(_mm512_div_pd(x.0, y.0));
            let hi = _mm512_cvttpd_epu32(_mm512_div_pd(x.1, y.1));
            I32(_mm512_maskz_mov_epi32(Self::i32_to_mask(b).0, I32::join(lo, hi).0))
        }
    }
    #[inline(always)]
    fn rem_i32(a: I32, b: I32) -> I32 {
        let whole = Self::mul_i32(Self::div_i32(a, b), b);
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        I32(unsafe { _mm512_maskz_sub_epi32(Self::i32_to_mask(b).0, a.0, whole.0) })
    }
    #[inline(always)]
    fn rem_u32(a: I32, b: I32) -> I32 {
        let whole = Self::mul_i32(Self::div_u32(a, b), b);
        // SAFETY: AVX-512 is present, see the comment on this `impl`.
        I32(unsafe { _mm512_maskz_sub_epi32(Self::i32_to_mask(b).0, a.0, whole.0) })
    }

    #[inline(always)]
    unsafe fn load_f32(p: *const f32, k: Mask) -> F32 {
        // SAFETY: the caller's contract; a masked load does not touch dead lanes.
        F32(unsafe { _mm512_maskz_loadu_ps(k.0, p) })
    }
    #[inline(always)]
    unsafe fn store_f32(p: *mut f32, k: Mask, v: F32) {
        // SAFETY: the caller's contract; a masked store does not touch dead lanes.
        unsafe { _mm512_mask_storeu_ps(p, k.0, v.0) }
    }
    #[inline(always)]
    unsafe fn load_i32(p: *const i32, k: Mask) -> I32 {
        // SAFETY: as for `load_f32`.
        I32(unsafe { _mm512_maskz_loadu_epi32(k.0, p) })
    }
    #[inline(always)]
    unsafe fn store_i32(p: *mut i32, k: Mask, v: I32) {
        // SAFETY: as for `store_f32`.
        unsafe { _mm512_mask_storeu_epi32(p, k.0, v.0) }
    }
    #[inline(always)]
    unsafe fn load_f64(p: *const f64, k: Mask) -> F64 {
        let (lo, hi) = k.halves();
        // SAFETY: as for `load_f32`.
        unsafe {
            F64(
                _mm512_maskz_loadu_pd(lo, p),
                _mm512_maskz_loadu_pd(hi, p.wrapping_add(8)),
            )
        }
    }
    #[inline(always)]
    unsafe fn store_f64(p: *mut f64, k: Mask, v: F64) {
        let (lo, hi) = k.halves();
        // SAFETY: as for `store_f32`.
        unsafe {
            _mm512_mask_storeu_pd(p, lo, v.0);
            _mm512_mask_storeu_pd(p.wrapping_add(8), hi, v.1);
        }
    }
    #[inline(always)]
    unsafe fn load_i64(p: *const i64, k: Mask) -> I64 {
        let (lo, hi) = k.halves();
        // SAFETY: as for `load_f32`.
        unsafe {
            I64(
                _mm512_maskz_loadu_epi64(lo, p),
                _mm512_maskz_loadu_epi64(hi, p.wrapping_add(8)),
            )
        }
    }
    #[inline(always)]
    unsafe fn store_i64(p: *mut i64, k: Mask, v: I64) {
        let (lo, hi) = k.halves();
        // SAFETY: as for `store_f32`.
        unsafe {
            _mm512_mask_storeu_epi64(p, lo, v.0);
            _mm512_mask_storeu_epi64(p.wrapping_add(8), hi, v.1);
        }
    }
    #[inline(always)]
    unsafe fn load_u8(p: *const u8, k: Mask) -> I32 {
        // SAFETY: as for `load_f32`.
        I32(unsafe { _mm512_cvtepu8_epi32(_mm_maskz_loadu_epi8(k.0, p.cast())) })
    }
    #[inline(always)]
    unsafe fn store_u8(p: *mut u8, k: Mask, v: I32) {
        // SAFETY: as for `store_f32`.
        unsafe { _mm_mask_storeu_epi8(p.cast(), k.0, _mm512_cvtepi32_epi8(v.0)) }
    }
    #[inline(always)]
    unsafe fn load_u16(p: *const u16, k: Mask) -> I32 {
        // SAFETY: as for `load_f32`.
        I32(unsafe { _mm512_cvtepu16_epi32(_mm256_maskz_loadu_epi16(k.0, p.cast())) })
    }
    #[inline(always)]
    unsafe fn store_u16(p: *mut u16, k: Mask, v: I32) {
        // SAFETY: as for `store_f32`.
        unsafe { _mm256_mask_storeu_epi16(p.cast(), k.0, _mm512_cvtepi32_epi16(v.0)) }
    }
    #[inline(always)]
    unsafe fn gather_f32(p: *const f32, at: I64, k: Mask) -> F32 {
        let (lo, hi) = k.halves();
        // SAFETY: the caller's contract; a gather does not touch dead lanes.
        unsafe {
            let z = _mm256_setzero_ps();
            F32::join(
                _mm512_mask_i64gather_ps::<4>(z, lo, at.0, p),
                _mm512_mask_i64gather_ps::<4>(z, hi, at.1, p),
            )
        }
    }
    #[inline(always)]
    unsafe fn gather_i32(p: *const i32, at: I64, k: Mask) -> I32 {
        let (lo, hi) = k.halves();
        // SAFETY: as for `gather_f32`.
        unsafe {
            let z = _mm256_setzero_si256();
            I32::join(
                _mm512_mask_i64gather_epi32::<4>(z, lo, at.0, p),
                _mm512_mask_i64gather_epi32::<4>(z, hi, at.1, p),
            )
        }
    }
    #[inline(always)]
    unsafe fn gather_f64(p: *const f64, at: I64, k: Mask) -> F64 {
        let (lo, hi) = k.halves();
        // SAFETY: as for `gather_f32`.
        unsafe {
            let z = _mm512_setzero_pd();
            F64(
                _mm512_mask_i64gather_pd::<8>(z, lo, at.0, p),
                _mm512_mask_i64gather_pd::<8>(z, hi, at.1, p),
            )
        }
    }
    #[inline(always)]
    unsafe fn gather_i64(p: *const i64, at: I64, k: Mask) -> I64 {
        let (lo, hi) = k.halves();
        // SAFETY: as for `gather_f32`.
        unsafe {
            let z = _mm512_setzero_si512();
            I64(
                _mm512_mask_i64gather_epi64::<8>(z, lo, at.0, p),
                _mm512_mask_i64gather_epi64::<8>(z, hi, at.1, p),
            )
        }
    }
}
