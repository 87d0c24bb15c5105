// kernel black_scholes, loop 0 (kernels/src/black_scholes_kernel.rs:21)
typedef signed char i8;
typedef unsigned char u8;
typedef short i16;
typedef unsigned short u16;
typedef int i32;
typedef unsigned int u32;
typedef long long i64;
typedef unsigned long long u64;
typedef float f32;
typedef double f64;

static __device__ __forceinline__ i64 hoist_i64_from_f64(f64 a) {
    if (((u64)__double_as_longlong(a) & 0x7ffffffffffffffful) > 0x7ff0000000000000ul) return 0ll;
    if (a <= (-9.223372036854776e18)) return (-9223372036854775807ll - 1ll);
    if (a >= 9.223372036854776e18) return 9223372036854775807ll;
    return (i64)a;
}

extern "C" __global__ void __launch_bounds__(64) black_scholes_0(u32* hoist_fault, const u32* hoist_params, f32* call, const f32* price, const f32* strike, const f32* years) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * 64u + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    if (hoist_fault[0] != 0u) { return; }
    const u32 hoist_call_offset = hoist_params[21];
    const u32 hoist_price_offset = hoist_params[25];
    const u32 hoist_strike_offset = hoist_params[29];
    const u32 hoist_years_offset = hoist_params[33];
    const f32 rate = __uint_as_float(hoist_params[37]);
    const f32 vol = __uint_as_float(hoist_params[39]);
    const u32 i = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/black_scholes_kernel.rs:22
    const f32 s = price[(hoist_price_offset + i)];
    // kernels/src/black_scholes_kernel.rs:23
    const f32 x = strike[(hoist_strike_offset + i)];
    // kernels/src/black_scholes_kernel.rs:24
    const f32 t = years[(hoist_years_offset + i)];
    // kernels/src/black_scholes_kernel.rs:25
    const f32 spread = vol * __fsqrt_rn(t);
    // kernels/src/black_scholes_kernel.rs:26
    const f64 t_3 = (f64)(s / x);
    const bool t_4 = t_3 < 2.2250738585072014e-308;
    const i64 t_8 = (i64)((u64)__double_as_longlong((t_4 ? (t_3 * 1.8014398509481984e16) : t_3)));
    const i64 t_10 = ((i64)((u64)t_8 - (u64)4604544269498187776ll)) >> 52u;
    const f64 t_14 = __longlong_as_double((i64)(((u64)((i64)((u64)t_8 - (u64)((i64)((u64)t_10 << 52u)))))));
    const f64 t_17 = ((f64)t_10) - (t_4 ? 54.0 : 0.0);
    const f64 t_18 = t_14 - 1.0;
    const f64 t_20 = t_18 / (t_14 + 1.0);
    const f64 t_21 = t_20 * t_20;
    const f64 t_29 = __fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(0.08, t_21, 0.08695652173913043), t_21, 0.09523809523809523), t_21, 0.10526315789473684), t_21, 0.11764705882352941), t_21, 0.13333333333333333), t_21, 0.15384615384615385), t_21, 0.18181818181818182), t_21, 0.2222222222222222);
    const f64 t_40 = (t_17 * 0.6931471803691238) + (t_18 + __fma_rn(t_17, 1.9082149292705877e-10, (((__fma_rn(__fma_rn(__fma_rn(t_29, t_21, 0.2857142857142857), t_21, 0.4), t_21, 0.6666666666666666) * t_21) * t_20) - (t_20 * t_18))));
    const f32 t_54 = ((f32)(((bool)((t_3 < 0.0) | (t_3 != t_3))) ? __longlong_as_double((i64)(0x7ff8000000000000ul)) : ((t_3 == 0.0) ? __longlong_as_double((i64)(0xfff0000000000000ul)) : ((t_3 == __longlong_as_double((i64)(0x7ff0000000000000ul))) ? t_3 : t_40)))) + ((rate + ((0.5f * vol) * vol)) * t);
    const f32 d1 = t_54 / spread;
    // kernels/src/black_scholes_kernel.rs:27
    const f32 d2 = d1 - spread;
    // kernels/src/black_scholes_kernel.rs:12
    const f32 k = 1.0f / (1.0f + (0.2316419f * fabsf(d1)));
    // kernels/src/black_scholes_kernel.rs:13
    const f32 p = k * (0.31938154f + (k * ((-0.35656378f) + (k * (1.7814779f + (k * ((-1.8212559f) + (k * 1.3302745f))))))));
    // kernels/src/black_scholes_kernel.rs:14
    const f64 t_68 = (f64)(((-0.5f) * d1) * d1);
    const f64 t_70 = (t_68 < (-800.0)) ? (-800.0) : t_68;
    const f64 t_72 = (t_70 > 800.0) ? 800.0 : t_70;
    const f64 t_74 = rint((t_72 * 1.4426950408889634));
    const f64 t_76 = __fma_rn(t_74, (-1.9082149292705877e-10), __fma_rn(t_74, (-0.6931471803691238), t_72));
    const f64 t_84 = __fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(1.6059043836821613e-10, t_76, 2.08767569878681e-9), t_76, 2.505210838544172e-8), t_76, 2.755731922398589e-7), t_76, 2.7557319223985893e-6), t_76, 2.48015873015873e-5), t_76, 0.0001984126984126984), t_76, 0.001388888888888889), t_76, 0.008333333333333333);
    const i64 t_90 = hoist_i64_from_f64(t_74);
    const i64 t_91 = t_90 >> 1u;
    const f64 t_102 = (__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(t_84, t_76, 0.041666666666666664), t_76, 0.16666666666666666), t_76, 0.5), t_76, 1.0), t_76, 1.0) * __longlong_as_double((i64)(((u64)((i64)((u64)((i64)((u64)t_91 + (u64)1023ll)) << 52u)))))) * __longlong_as_double((i64)(((u64)((i64)((u64)((i64)((u64)((i64)((u64)t_90 - (u64)t_91)) + (u64)1023ll)) << 52u)))));
    const f32 tail = (0.3989423f * ((f32)t_102)) * p;
    // kernels/src/black_scholes_kernel.rs:15
    const f64 t_111 = (f64)((-rate) * t);
    const f64 t_113 = (t_111 < (-800.0)) ? (-800.0) : t_111;
    const f64 t_115 = (t_113 > 800.0) ? 800.0 : t_113;
    const f64 t_117 = rint((t_115 * 1.4426950408889634));
    const f64 t_119 = __fma_rn(t_117, (-1.9082149292705877e-10), __fma_rn(t_117, (-0.6931471803691238), t_115));
    const f64 t_127 = __fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(1.6059043836821613e-10, t_119, 2.08767569878681e-9), t_119, 2.505210838544172e-8), t_119, 2.755731922398589e-7), t_119, 2.7557319223985893e-6), t_119, 2.48015873015873e-5), t_119, 0.0001984126984126984), t_119, 0.001388888888888889), t_119, 0.008333333333333333);
    const i64 t_133 = hoist_i64_from_f64(t_117);
    const i64 t_134 = t_133 >> 1u;
    const f64 t_145 = (__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(t_127, t_119, 0.041666666666666664), t_119, 0.16666666666666666), t_119, 0.5), t_119, 1.0), t_119, 1.0) * __longlong_as_double((i64)(((u64)((i64)((u64)((i64)((u64)t_134 + (u64)1023ll)) << 52u)))))) * __longlong_as_double((i64)(((u64)((i64)((u64)((i64)((u64)((i64)((u64)t_133 - (u64)t_134)) + (u64)1023ll)) << 52u)))));
    // kernels/src/black_scholes_kernel.rs:12
    const f32 k_1 = 1.0f / (1.0f + (0.2316419f * fabsf(d2)));
    // kernels/src/black_scholes_kernel.rs:13
    const f32 p_1 = k_1 * (0.31938154f + (k_1 * ((-0.35656378f) + (k_1 * (1.7814779f + (k_1 * ((-1.8212559f) + (k_1 * 1.3302745f))))))));
    // kernels/src/black_scholes_kernel.rs:14
    const f64 t_161 = (f64)(((-0.5f) * d2) * d2);
    const f64 t_163 = (t_161 < (-800.0)) ? (-800.0) : t_161;
    const f64 t_165 = (t_163 > 800.0) ? 800.0 : t_163;
    const f64 t_167 = rint((t_165 * 1.4426950408889634));
    const f64 t_169 = __fma_rn(t_167, (-1.9082149292705877e-10), __fma_rn(t_167, (-0.6931471803691238), t_165));
    const f64 t_177 = __fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(1.6059043836821613e-10, t_169, 2.08767569878681e-9), t_169, 2.505210838544172e-8), t_169, 2.755731922398589e-7), t_169, 2.7557319223985893e-6), t_169, 2.48015873015873e-5), t_169, 0.0001984126984126984), t_169, 0.001388888888888889), t_169, 0.008333333333333333);
    const i64 t_183 = hoist_i64_from_f64(t_167);
    const i64 t_184 = t_183 >> 1u;
    const f64 t_195 = (__fma_rn(__fma_rn(__fma_rn(__fma_rn(__fma_rn(t_177, t_169, 0.041666666666666664), t_169, 0.16666666666666666), t_169, 0.5), t_169, 1.0), t_169, 1.0) * __longlong_as_double((i64)(((u64)((i64)((u64)((i64)((u64)t_184 + (u64)1023ll)) << 52u)))))) * __longlong_as_double((i64)(((u64)((i64)((u64)((i64)((u64)((i64)((u64)t_183 - (u64)t_184)) + (u64)1023ll)) << 52u)))));
    const f32 tail_1 = (0.3989423f * ((f32)t_195)) * p_1;
    // kernels/src/black_scholes_kernel.rs:15
    call[(hoist_call_offset + i)] = ((s * ((d1 > 0.0f) ? (1.0f - tail) : tail)) - ((x * ((f32)t_145)) * ((d2 > 0.0f) ? (1.0f - tail_1) : tail_1)));
}
