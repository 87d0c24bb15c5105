//! AVX2 with FMA and F16C: 8 lanes. `f32` and 32-bit integers fill one vector, 64-bit types two; a mask is
//! eight 32-bit lanes, all ones or all zeros.

mod casts;
mod vector;

use core::arch::x86_64::*;
use hoist_machine::isa::{Isa, Lanes};

/// AVX2, FMA and F16C.
#[derive(Clone, Copy)]
pub struct Avx2;

/// Eight `f32`.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct F32(__m256);
/// Eight `f64`.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct F64(__m256d, __m256d);
/// Eight 32-bit integers.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct I32(__m256i);
/// Eight 64-bit integers.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct I64(__m256i, __m256i);
/// Eight lanes of all ones or all zeros.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Mask(__m256i);

lanes!(8: F32 f32 pick_f32; F64 f64; I32 i32 pick_i32; I64 i64;);

/// The order within each of two registers, and a mask of the lanes that come from the second.
#[inline(always)]
fn order(from: [usize; 8]) -> (__m256i, __m256i) {
    let (at, second) = (from.map(|l| (l & 7) as i32), from.map(|l| -i32::from(l >= 8)));
    // SAFETY: both are 32 bytes of plain data.
    unsafe { core::mem::transmute::<([i32; 8], [i32; 8]), (__m256i, __m256i)>((at, second)) }
}
#[inline(always)]
fn pick_f32(a: F32, b: F32, from: [usize; 8]) -> F32 {
    let (at, second) = order(from);
    // SAFETY: AVX2 is present: a body is called within `enter`.
    F32(unsafe {
        let (x, y) = (_mm256_permutevar8x32_ps(a.0, at), _mm256_permutevar8x32_ps(b.0, at));
        _mm256_blendv_ps(x, y, _mm256_castsi256_ps(second))
    })
}
#[inline(always)]
fn pick_i32(a: I32, b: I32, from: [usize; 8]) -> I32 {
    let (at, second) = order(from);
    // SAFETY: AVX2 is present: a body is called within `enter`.
    I32(unsafe {
        let (x, y) = (
            _mm256_permutevar8x32_epi32(a.0, at),
            _mm256_permutevar8x32_epi32(b.0, at),
        );
        _mm256_blendv_epi8(x, y, second)
    })
}

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

#[target_feature(enable = "avx2,fma,f16c,lzcnt,popcnt,bmi1,bmi2")]
fn enter<R>(f: impl FnOnce() -> R) -> R {
    f()
}

// A value of these register types only exists inside `Avx2::enter`, which is only called after
// `Avx2::available()`: that is what makes the intrinsics here, in `vector` and in `casts` sound.
impl Isa for Avx2 {
    const NAME: &'static str = "avx2";
    const LANES: usize = 8;
    const FUSED: bool = true;
    type F32 = F32;
    type F64 = F64;
    type I32 = I32;
    type I64 = I64;
    type Mask = Mask;
    type Many<T: Copy> = [T; 8];

    fn available() -> bool {
        is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("fma")
            && is_x86_feature_detected!("f16c")
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
        F32(unsafe { _mm256_set1_ps(x) })
    }
    #[inline(always)]
    fn splat_f64(x: f64) -> F64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        let x = unsafe { _mm256_set1_pd(x) };
        F64(x, x)
    }
    #[inline(always)]
    fn splat_i32(x: i32) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        I32(unsafe { _mm256_set1_epi32(x) })
    }
    #[inline(always)]
    fn splat_i64(x: i64) -> I64 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        let x = unsafe { _mm256_set1_epi64x(x) };
        I64(x, x)
    }
    #[inline(always)]
    fn splat_mask(x: bool) -> Mask {
        Mask(Self::splat_i32(-i32::from(x)).0)
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
        k.bits() != 0
    }
    #[inline(always)]
    fn all(k: Mask) -> bool {
        k.bits() == 0xff
    }
    #[inline(always)]
    fn bits(k: Mask) -> u32 {
        k.bits()
    }
    #[inline(always)]
    fn round_f16(a: F32) -> F32 {
        // SAFETY: F16C is present, see the comment on this `impl`.
        F32(unsafe { _mm256_cvtph_ps(_mm256_cvtps_ph::<_MM_FROUND_TO_NEAREST_INT>(a.0)) })
    }
    #[inline(always)]
    fn f32_to_f16(a: F32) -> I32 {
        // SAFETY: as above.
        I32(unsafe { _mm256_cvtepu16_epi32(_mm256_cvtps_ph::<_MM_FROUND_TO_NEAREST_INT>(a.0)) })
    }
    #[inline(always)]
    fn f16_to_f32(a: I32) -> F32 {
        // SAFETY: as above.
        F32(unsafe { _mm256_cvtph_ps(vector::low_epi16(a)) })
    }
    // Narrow elements: whole gangs at once, others a lane at a time.
    #[inline(always)]
    unsafe fn load_u8(p: *const u8, k: Mask) -> I32 {
        if Self::all(k) {
            // SAFETY: the caller's contract; AVX2 is present, see the comment on this `impl`.
            return I32(unsafe { _mm256_cvtepu8_epi32(_mm_loadl_epi64(p.cast())) });
        }
        I32::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    i32::from(unsafe { p.add(l).read() })
                } else {
                    0
                }
            },
        )
    }
    #[inline(always)]
    unsafe fn load_u16(p: *const u16, k: Mask) -> I32 {
        if Self::all(k) {
            // SAFETY: as above.
            return I32(unsafe { _mm256_cvtepu16_epi32(_mm_loadu_si128(p.cast())) });
        }
        I32::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    i32::from(unsafe { p.add(l).read() })
                } else {
                    0
                }
            },
        )
    }
    #[inline(always)]
    unsafe fn store_u8(p: *mut u8, k: Mask, v: I32) {
        if Self::all(k) {
            // SAFETY: as above.
            return unsafe { _mm_storel_epi64(p.cast(), vector::low_epi8(v)) };
        }
        for l in 0..8 {
            if k.lane(l) {
                // SAFETY: the caller's contract.
                unsafe { p.add(l).write(v.lane(l) as u8) }
            }
        }
    }
    #[inline(always)]
    unsafe fn store_u16(p: *mut u16, k: Mask, v: I32) {
        if Self::all(k) {
            // SAFETY: as above.
            return unsafe { _mm_storeu_si128(p.cast(), vector::low_epi16(v)) };
        }
        for l in 0..8 {
            if k.lane(l) {
                // SAFETY: the caller's contract.
                unsafe { p.add(l).write(v.lane(l) as u16) }
            }
        }
    }
    #[inline(always)]
    fn ramp_i64(x: i64, s: i64) -> I64 {
        let step = |n| s.wrapping_mul(n);
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            let x = _mm256_set1_epi64x(x);
            I64(
                _mm256_add_epi64(x, _mm256_setr_epi64x(0, s, step(2), step(3))),
                _mm256_add_epi64(x, _mm256_setr_epi64x(step(4), step(5), step(6), step(7))),
            )
        }
    }
    #[inline(always)]
    fn select_f64(k: Mask, a: F64, b: F64) -> F64 {
        let (lo, hi) = k.doubled();
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            F64(
                _mm256_blendv_pd(b.0, a.0, _mm256_castsi256_pd(lo)),
                _mm256_blendv_pd(b.1, a.1, _mm256_castsi256_pd(hi)),
            )
        }
    }
    #[inline(always)]
    fn select_i64(k: Mask, a: I64, b: I64) -> I64 {
        let (lo, hi) = k.doubled();
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I64(_mm256_blendv_epi8(b.0, a.0, lo), _mm256_blendv_epi8(b.1, a.1, hi)) }
    }

    one! {
        and_mask(a: Mask, b: Mask) -> Mask = _mm256_and_si256(a, b);
        or_mask(a: Mask, b: Mask) -> Mask = _mm256_or_si256(a, b);
        xor_mask(a: Mask, b: Mask) -> Mask = _mm256_xor_si256(a, b);
        and_not_mask(a: Mask, b: Mask) -> Mask = _mm256_andnot_si256(b, a);
        not_mask(a: Mask) -> Mask = _mm256_xor_si256(a, _mm256_set1_epi32(-1));
        select_mask(k: Mask, a: Mask, b: Mask) -> Mask = _mm256_blendv_epi8(b, a, k);
        select_f32(k: Mask, a: F32, b: F32) -> F32 = _mm256_blendv_ps(b, a, _mm256_castsi256_ps(k));
        select_i32(k: Mask, a: I32, b: I32) -> I32 = _mm256_blendv_epi8(b, a, k);
        mask_to_i32(k: Mask) -> I32 = _mm256_srli_epi32::<31>(k);
        i32_to_mask(a: I32) -> Mask =
            _mm256_xor_si256(_mm256_cmpeq_epi32(a, _mm256_setzero_si256()), _mm256_set1_epi32(-1));

        add_f32(a: F32, b: F32) -> F32 = _mm256_add_ps(a, b);
        sub_f32(a: F32, b: F32) -> F32 = _mm256_sub_ps(a, b);
        mul_f32(a: F32, b: F32) -> F32 = _mm256_mul_ps(a, b);
        div_f32(a: F32, b: F32) -> F32 = _mm256_div_ps(a, b);
        fma_f32(a: F32, b: F32, c: F32) -> F32 = _mm256_fmadd_ps(a, b, c);
        min_f32(a: F32, b: F32) -> F32 = vector::min_ps(a, b);
        max_f32(a: F32, b: F32) -> F32 = vector::max_ps(a, b);
        sqrt_f32(a: F32) -> F32 = _mm256_sqrt_ps(a);
        floor_f32(a: F32) -> F32 = _mm256_round_ps::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(a);
        ceil_f32(a: F32) -> F32 = _mm256_round_ps::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(a);
        trunc_f32(a: F32) -> F32 = _mm256_round_ps::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(a);
        round_f32(a: F32) -> F32 = _mm256_round_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(a);
        rsqrt_f32(a: F32) -> F32 = vector::rsqrt_ps(a);
        bits_f32(a: F32) -> I32 = _mm256_castps_si256(a);
        from_bits_f32(a: I32) -> F32 = _mm256_castsi256_ps(a);
        lt_f32(a: F32, b: F32) -> Mask = _mm256_castps_si256(_mm256_cmp_ps::<_CMP_LT_OQ>(a, b));
        le_f32(a: F32, b: F32) -> Mask = _mm256_castps_si256(_mm256_cmp_ps::<_CMP_LE_OQ>(a, b));
        eq_f32(a: F32, b: F32) -> Mask = _mm256_castps_si256(_mm256_cmp_ps::<_CMP_EQ_OQ>(a, b));

        add_i32(a: I32, b: I32) -> I32 = _mm256_add_epi32(a, b);
        sub_i32(a: I32, b: I32) -> I32 = _mm256_sub_epi32(a, b);
        mul_i32(a: I32, b: I32) -> I32 = _mm256_mullo_epi32(a, b);
        and_i32(a: I32, b: I32) -> I32 = _mm256_and_si256(a, b);
        or_i32(a: I32, b: I32) -> I32 = _mm256_or_si256(a, b);
        xor_i32(a: I32, b: I32) -> I32 = _mm256_xor_si256(a, b);
        shl_i32(a: I32, n: I32) -> I32 = _mm256_sllv_epi32(a, _mm256_and_si256(n, _mm256_set1_epi32(31)));
        shr_i32(a: I32, n: I32) -> I32 = _mm256_srav_epi32(a, _mm256_and_si256(n, _mm256_set1_epi32(31)));
        shr_u32(a: I32, n: I32) -> I32 = _mm256_srlv_epi32(a, _mm256_and_si256(n, _mm256_set1_epi32(31)));
        lt_i32(a: I32, b: I32) -> Mask = _mm256_cmpgt_epi32(b, a);
        lt_u32(a: I32, b: I32) -> Mask = vector::lt_epu32(a, b);
        eq_i32(a: I32, b: I32) -> Mask = _mm256_cmpeq_epi32(a, b);
        ones_i32(a: I32) -> I32 = vector::popcnt_epi32(a);
        lzcnt_i32(a: I32) -> I32 = vector::lzcnt_epi32(a);
        // The zeros below the lowest one, as ones.
        tzcnt_i32(a: I32) -> I32 =
            vector::popcnt_epi32(_mm256_andnot_si256(a, _mm256_sub_epi32(a, _mm256_set1_epi32(1))));

        i32_to_f32(a: I32) -> F32 = _mm256_cvtepi32_ps(a);
        u32_to_f32(a: I32) -> F32 = casts::epu32_ps(a);
        f32_to_i32(a: F32) -> I32 = casts::ps_epi32(a);
        f32_to_u32(a: F32) -> I32 = casts::ps_epu32(a);
    }

    two! {
        add_f64(a: F64, b: F64) -> F64 = _mm256_add_pd(a, b);
        sub_f64(a: F64, b: F64) -> F64 = _mm256_sub_pd(a, b);
        mul_f64(a: F64, b: F64) -> F64 = _mm256_mul_pd(a, b);
        div_f64(a: F64, b: F64) -> F64 = _mm256_div_pd(a, b);
        fma_f64(a: F64, b: F64, c: F64) -> F64 = _mm256_fmadd_pd(a, b, c);
        min_f64(a: F64, b: F64) -> F64 = vector::min_pd(a, b);
        max_f64(a: F64, b: F64) -> F64 = vector::max_pd(a, b);
        sqrt_f64(a: F64) -> F64 = _mm256_sqrt_pd(a);
        floor_f64(a: F64) -> F64 = _mm256_round_pd::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(a);
        ceil_f64(a: F64) -> F64 = _mm256_round_pd::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(a);
        trunc_f64(a: F64) -> F64 = _mm256_round_pd::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(a);
        round_f64(a: F64) -> F64 = _mm256_round_pd::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(a);
        rsqrt_f64(a: F64) -> F64 = _mm256_div_pd(_mm256_set1_pd(1.0), _mm256_sqrt_pd(a));
        bits_f64(a: F64) -> I64 = _mm256_castpd_si256(a);
        from_bits_f64(a: I64) -> F64 = _mm256_castsi256_pd(a);

        add_i64(a: I64, b: I64) -> I64 = _mm256_add_epi64(a, b);
        sub_i64(a: I64, b: I64) -> I64 = _mm256_sub_epi64(a, b);
        mul_i64(a: I64, b: I64) -> I64 = vector::mullo_epi64(a, b);
        and_i64(a: I64, b: I64) -> I64 = _mm256_and_si256(a, b);
        or_i64(a: I64, b: I64) -> I64 = _mm256_or_si256(a, b);
        xor_i64(a: I64, b: I64) -> I64 = _mm256_xor_si256(a, b);
        shl_i64(a: I64, n: I64) -> I64 = _mm256_sllv_epi64(a, _mm256_and_si256(n, _mm256_set1_epi64x(63)));
        shr_i64(a: I64, n: I64) -> I64 = vector::srav_epi64(a, _mm256_and_si256(n, _mm256_set1_epi64x(63)));
        shr_u64(a: I64, n: I64) -> I64 = _mm256_srlv_epi64(a, _mm256_and_si256(n, _mm256_set1_epi64x(63)));

        i64_to_f64(a: I64) -> F64 = casts::epi64_pd(a);
        u64_to_f64(a: I64) -> F64 = casts::epu64_pd(a);
    }

    join! {
        lt_f64(a: F64, b: F64) -> Mask = _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LT_OQ>(a, b));
        le_f64(a: F64, b: F64) -> Mask = _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_LE_OQ>(a, b));
        eq_f64(a: F64, b: F64) -> Mask = _mm256_castpd_si256(_mm256_cmp_pd::<_CMP_EQ_OQ>(a, b));
        lt_i64(a: I64, b: I64) -> Mask = _mm256_cmpgt_epi64(b, a);
        lt_u64(a: I64, b: I64) -> Mask = vector::lt_epu64(a, b);
        eq_i64(a: I64, b: I64) -> Mask = _mm256_cmpeq_epi64(a, b);

        f64_to_f32(a: F64) -> F32 = _mm256_cvtpd_ps(a);
        f64_to_i32(a: F64) -> I32 = casts::pd_epi32(a);
    }

    split! {
        i32_to_i64(a: I32) -> I64 = _mm256_cvtepi32_epi64(a);
        u32_to_i64(a: I32) -> I64 = _mm256_cvtepu32_epi64(a);
        i32_to_f64(a: I32) -> F64 = _mm256_cvtepi32_pd(a);
        u32_to_f64(a: I32) -> F64 = casts::epu32_pd(a);
        f32_to_f64(a: F32) -> F64 = _mm256_cvtps_pd(a);
    }

    #[inline(always)]
    fn i64_to_i32(a: I64) -> I32 {
        I32::low(a.0, a.1)
    }
    #[inline(always)]
    fn f64_to_u32(a: F64) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32::low(casts::pd_epu32(a.0), casts::pd_epu32(a.1)) }
    }
    #[inline(always)]
    fn ones_i64(a: I64) -> I32 {
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe { I32::low(vector::popcnt_epi64(a.0), vector::popcnt_epi64(a.1)) }
    }
    #[inline(always)]
    fn tzcnt_i64(a: I64) -> I32 {
        let below = Self::sub_i64(a, Self::splat_i64(1));
        Self::ones_i64(Self::and_i64(below, Self::xor_i64(a, Self::splat_i64(-1))))
    }

    // A quotient of 32-bit integers in `f64`: rounding cannot carry it to the next integer, from
    // which it is 1 / b and more away. 0 where `b` is 0.
    #[inline(always)]
    fn div_i32(a: I32, b: I32) -> I32 {
        let (x, y) = (Self::i32_to_f64(a), Self::i32_to_f64(b));
        // SAFETY: AVX2 is present, see the comment on this `impl`.
        unsafe {
            // MIN / -1 does not fit, and MIN is what the instruction then gives.
            let q = I32::join(
                _mm256_cvttpd_epi32(_mm256_div_pd(x.0, y.0)),
                _mm256_cvttpd_epi32(_mm256_div_pd(x.1, y.1)),
            );
            I32(_mm256_and_si256(q.0, Self::i32_to_mask(b).0))
        }
    }
    #[inline(always)]
    fn div_u32(a: I32, b: I32) -> I32 {
        let q = Self::f64_to_u32(Self::div_f64(Self::u32_to_f64(a), Self::u32_to_f64(b)));
        Self::and_i32(q, I32(Self::i32_to_mask(b).0))
    }
    #[inline(always)]
    fn rem_i32(a: I32, b: I32) -> I32 {
        let rest = Self::sub_i32(a, Self::mul_i32(Self::div_i32(a, b), b));
        Self::and_i32(rest, I32(Self::i32_to_mask(b).0))
    }
    #[inline(always)]
    fn rem_u32(a: I32, b: I32) -> I32 {
        let rest = Self::sub_i32(a, Self::mul_i32(Self::div_u32(a, b), b));
        Self::and_i32(rest, I32(Self::i32_to_mask(b).0))
    }

    #[inline(always)]
    fn i64_to_f32(a: I64) -> F32 {
        casts::i64_to_f32(a)
    }
    #[inline(always)]
    fn u64_to_f32(a: I64) -> F32 {
        casts::u64_to_f32(a)
    }
    #[inline(always)]
    fn f32_to_i64(a: F32) -> I64 {
        casts::f32_to_i64(a)
    }
    #[inline(always)]
    fn f32_to_u64(a: F32) -> I64 {
        casts::f32_to_u64(a)
    }
    #[inline(always)]
    fn f64_to_i64(a: F64) -> I64 {
        casts::f64_to_i64(a)
    }
    #[inline(always)]
    fn f64_to_u64(a: F64) -> I64 {
        casts::f64_to_u64(a)
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
            let (lo, hi) = k.doubled();
            F64(_mm256_maskload_pd(p, lo), _mm256_maskload_pd(p.wrapping_add(4), hi))
        }
    }
    #[inline(always)]
    unsafe fn store_f64(p: *mut f64, k: Mask, v: F64) {
        // SAFETY: as above.
        unsafe {
            let (lo, hi) = k.doubled();
            _mm256_maskstore_pd(p, lo, v.0);
            _mm256_maskstore_pd(p.wrapping_add(4), hi, v.1)
        }
    }
    #[inline(always)]
    unsafe fn load_i64(p: *const i64, k: Mask) -> I64 {
        // SAFETY: the caller's contract; a masked load does not touch dead lanes.
        unsafe {
            let (lo, hi) = k.doubled();
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
            let (lo, hi) = k.doubled();
            _mm256_maskstore_epi64(p, lo, v.0);
            _mm256_maskstore_epi64(p.wrapping_add(4), hi, v.1)
        }
    }
    #[inline(always)]
    unsafe fn gather_f32(p: *const f32, at: I64, k: Mask) -> F32 {
        // SAFETY: the caller's contract; a gather does not touch dead lanes.
        unsafe {
            let (lo, hi) = F32(_mm256_castsi256_ps(k.0)).halves();
            let z = _mm_setzero_ps();
            F32::join(
                _mm256_mask_i64gather_ps::<4>(z, p, at.0, lo),
                _mm256_mask_i64gather_ps::<4>(z, p, at.1, hi),
            )
        }
    }
    #[inline(always)]
    unsafe fn gather_i32(p: *const i32, at: I64, k: Mask) -> I32 {
        // SAFETY: the caller's contract; a gather does not touch dead lanes.
        unsafe {
            let (lo, hi) = I32(k.0).halves();
            let z = _mm_setzero_si128();
            I32::join(
                _mm256_mask_i64gather_epi32::<4>(z, p, at.0, lo),
                _mm256_mask_i64gather_epi32::<4>(z, p, at.1, hi),
            )
        }
    }
    #[inline(always)]
    unsafe fn gather_f64(p: *const f64, at: I64, k: Mask) -> F64 {
        let (lo, hi) = k.doubled();
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
        let (lo, hi) = k.doubled();
        // SAFETY: the caller's contract; a gather does not touch dead lanes.
        unsafe {
            I64(
                _mm256_mask_i64gather_epi64::<8>(_mm256_setzero_si256(), p, at.0, lo),
                _mm256_mask_i64gather_epi64::<8>(_mm256_setzero_si256(), p, at.1, hi),
            )
        }
    }
}
