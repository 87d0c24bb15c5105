// kernel black_scholes, loop 0 (kernels/src/black_scholes_kernel.rs:21)
#pragma OPENCL FP_CONTRACT OFF
typedef char i8;
typedef uchar u8;
typedef short i16;
typedef ushort u16;
typedef int i32;
typedef uint u32;
typedef long i64;
typedef ulong u64;
typedef float f32;

__kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void black_scholes_0(__global u32* hoist_fault, __global const u32* hoist_params, __global f32* call, __global const f32* price, __global const f32* strike, __global const f32* years) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_call_offset = hoist_params[21];
    const u32 hoist_price_offset = hoist_params[25];
    const u32 hoist_strike_offset = hoist_params[29];
    const u32 hoist_years_offset = hoist_params[33];
    const f32 rate = as_float(hoist_params[37]);
    const f32 vol = as_float(hoist_params[39]);
    const u32 i = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/black_scholes_kernel.rs:22
    const f32 s = price[(hoist_price_offset + i)];
    // kernels/src/black_scholes_kernel.rs:23
    const f32 x = strike[(hoist_strike_offset + i)];
    // kernels/src/black_scholes_kernel.rs:24
    const f32 t = years[(hoist_years_offset + i)];
    // kernels/src/black_scholes_kernel.rs:25
    const f32 spread = vol * sqrt(t);
    // kernels/src/black_scholes_kernel.rs:26
    const f32 t_2 = s / x;
    const bool t_3 = t_2 < 1.1754944e-38f;
    const u32 t_6 = as_uint((t_3 ? (t_2 * 8388608.0f) : t_2));
    const u32 t_7 = t_6 - 1059760811u;
    const f32 t_15 = ((f32)(((i32)t_7) >> 23u)) - (t_3 ? 23.0f : 0.0f);
    const f32 t_16 = as_float((t_6 - (t_7 & 4286578688u))) - 1.0f;
    const f32 t_24 = fma(fma(fma(fma(fma(fma(fma(fma((-0.12828828f), t_16, 0.13994648f), t_16, (-0.12199229f)), t_16, 0.14003497f), t_16, (-0.16679358f)), t_16, 0.20010579f), t_16, (-0.24999824f)), t_16, 0.33333212f), t_16, (-0.5f));
    const f32 t_35 = (t_2 > 0.0f) ? ((t_2 < as_float(0x7f800000u)) ? fma(t_15, 0.69314575f, (t_16 + fma(t_15, 1.4286068e-6f, ((t_16 * t_16) * t_24)))) : t_2) : ((t_2 == 0.0f) ? as_float(0xff800000u) : as_float(0x7fc00000u));
    const f32 d1 = (t_35 + ((rate + ((0.5f * vol) * vol)) * t)) / spread;
    // kernels/src/black_scholes_kernel.rs:27
    const f32 d2 = d1 - spread;
    // kernels/src/black_scholes_kernel.rs:12
    const f32 k = 1.0f / (1.0f + (0.2316419f * fabs(d1)));
    // kernels/src/black_scholes_kernel.rs:13
    const f32 p = k * (0.31938154f + (k * ((-0.35656378f) + (k * (1.7814779f + (k * ((-1.8212559f) + (k * 1.3302745f))))))));
    // kernels/src/black_scholes_kernel.rs:14
    const f32 t_53 = ((-0.5f) * d1) * d1;
    const f32 t_55 = (t_53 < (-104.0f)) ? (-104.0f) : t_53;
    const f32 t_57 = (t_55 > 89.0f) ? 89.0f : t_55;
    const f32 t_59 = rint((t_57 * 1.442695f));
    const f32 t_61 = fma(t_59, (-1.4286068e-6f), fma(t_59, (-0.69314575f), t_57));
    const bool t_68 = t_59 < (-124.0f);
    const f32 t_76 = fma(fma(fma(fma(fma(fma(0.0013820967f, t_61, 0.008368669f), t_61, 0.041668262f), t_61, 0.16666521f), t_61, 0.49999994f), t_61, 1.0f), t_61, 1.0f) * as_float(((as_uint((t_59 + 12582912.0f)) << 23u) + (t_68 ? 1593835520u : 1056964608u)));
    const f32 tail = (0.3989423f * (t_76 * (t_68 ? 1.0842022e-19f : 2.0f))) * p;
    // kernels/src/black_scholes_kernel.rs:15
    const f32 t_84 = (-rate) * t;
    const f32 t_86 = (t_84 < (-104.0f)) ? (-104.0f) : t_84;
    const f32 t_88 = (t_86 > 89.0f) ? 89.0f : t_86;
    const f32 t_90 = rint((t_88 * 1.442695f));
    const f32 t_92 = fma(t_90, (-1.4286068e-6f), fma(t_90, (-0.69314575f), t_88));
    const bool t_99 = t_90 < (-124.0f);
    const f32 t_107 = fma(fma(fma(fma(fma(fma(0.0013820967f, t_92, 0.008368669f), t_92, 0.041668262f), t_92, 0.16666521f), t_92, 0.49999994f), t_92, 1.0f), t_92, 1.0f) * as_float(((as_uint((t_90 + 12582912.0f)) << 23u) + (t_99 ? 1593835520u : 1056964608u)));
    // kernels/src/black_scholes_kernel.rs:12
    const f32 k_1 = 1.0f / (1.0f + (0.2316419f * fabs(d2)));
    // kernels/src/black_scholes_kernel.rs:13
    const f32 p_1 = k_1 * (0.31938154f + (k_1 * ((-0.35656378f) + (k_1 * (1.7814779f + (k_1 * ((-1.8212559f) + (k_1 * 1.3302745f))))))));
    // kernels/src/black_scholes_kernel.rs:14
    const f32 t_122 = ((-0.5f) * d2) * d2;
    const f32 t_124 = (t_122 < (-104.0f)) ? (-104.0f) : t_122;
    const f32 t_126 = (t_124 > 89.0f) ? 89.0f : t_124;
    const f32 t_128 = rint((t_126 * 1.442695f));
    const f32 t_130 = fma(t_128, (-1.4286068e-6f), fma(t_128, (-0.69314575f), t_126));
    const bool t_137 = t_128 < (-124.0f);
    const f32 t_145 = fma(fma(fma(fma(fma(fma(0.0013820967f, t_130, 0.008368669f), t_130, 0.041668262f), t_130, 0.16666521f), t_130, 0.49999994f), t_130, 1.0f), t_130, 1.0f) * as_float(((as_uint((t_128 + 12582912.0f)) << 23u) + (t_137 ? 1593835520u : 1056964608u)));
    const f32 tail_1 = (0.3989423f * (t_145 * (t_137 ? 1.0842022e-19f : 2.0f))) * p_1;
    // kernels/src/black_scholes_kernel.rs:15
    const f32 t_152 = (s * ((d1 > 0.0f) ? (1.0f - tail) : tail)) - ((x * (t_107 * (t_99 ? 1.0842022e-19f : 2.0f))) * ((d2 > 0.0f) ? (1.0f - tail_1) : tail_1));
    call[(hoist_call_offset + i)] = t_152;
}
