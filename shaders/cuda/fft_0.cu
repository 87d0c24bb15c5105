// kernel fft, loop 0 (kernels/src/fft_kernel.rs:26)
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

static __device__ void hoist_fail(u32* fault, u32 site, u32 kind, u32 index, u32 len, u32 iteration) {
    if (atomicCAS(fault, 0u, site + 1u) != 0u) return;
    fault[1] = kind << 24 | site;
    fault[2] = (u32)index;
    fault[3] = 0u;
    fault[4] = (u32)len;
    fault[5] = 0u;
    fault[6] = (u32)iteration;
    fault[7] = 0u;
}

extern "C" __global__ void __launch_bounds__(256) fft_0(u32* hoist_fault, const u32* hoist_params, f32* im, f32* re, const f32* x, const f32* y) {
    __shared__ u32 hoist_stop[1];
    __shared__ f32 p[512];
    __shared__ f32 q[512];
    const u32 hoist_number = (u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x;
    const u32 hoist_lane = (u32)threadIdx.x;
    if (hoist_number * 64u >= hoist_params[0]) { return; }
    const u32 hoist_im_offset = hoist_params[21];
    const u32 hoist_re_offset = hoist_params[25];
    const u32 hoist_x_offset = hoist_params[29];
    const u32 hoist_y_offset = hoist_params[33];
    const u32 row = hoist_params[15] + hoist_number * hoist_params[17];
    if (hoist_lane == 0u) { hoist_stop[0] = hoist_fault[0]; }
    __syncthreads();
    if (hoist_stop[0] != 0u) { return; }
    u32 hoist_dead = 0u;
    // kernels/src/fft_kernel.rs:27
    for (u32 hoist_n = hoist_lane; hoist_n < 512u; hoist_n = hoist_n + 64u) { p[hoist_n] = 0.0f; }
    for (u32 hoist_n = hoist_lane; hoist_n < 512u; hoist_n = hoist_n + 64u) { q[hoist_n] = 0.0f; }
    // kernels/src/fft_kernel.rs:20
    __syncthreads();
    for (u32 col = hoist_lane; col < 512u && hoist_dead == 0u; col = col + 64u) {
        const u32 row_1 = 0u;
        // kernels/src/fft_kernel.rs:28
        const u32 i = col;
        // kernels/src/fft_kernel.rs:16
        u32 all_1 = 0u;
        // kernels/src/fft_kernel.rs:17
        for (u32 s = 0u; s < 9u; s++) {
            // kernels/src/fft_kernel.rs:18
            all_1 = (all_1 * 2u) + ((((s & 63u) > 31u) ? 0u : (i >> ((s & 63u) & 31u))) & 1u);
        }
        // kernels/src/fft_kernel.rs:20
        const f32 t_8 = x[(hoist_x_offset + ((row * 512u) + all_1))];
        p[i] = t_8;
        // kernels/src/fft_kernel.rs:16
        u32 all_2 = 0u;
        // kernels/src/fft_kernel.rs:17
        for (u32 s_1 = 0u; s_1 < 9u; s_1++) {
            // kernels/src/fft_kernel.rs:18
            all_2 = (all_2 * 2u) + ((((s_1 & 63u) > 31u) ? 0u : (i >> ((s_1 & 63u) & 31u))) & 1u);
        }
        // kernels/src/fft_kernel.rs:20
        const f32 t_17 = y[(hoist_y_offset + ((row * 512u) + all_2))];
        q[i] = t_17;
    }
    // kernels/src/fft_kernel.rs:32
    for (u32 s_2 = 0u; s_2 < 9u; s_2++) {
        __syncthreads();
        const u32 hoist_stopped = hoist_stop[0];
        __syncthreads();
        if (hoist_stopped != 0u) { break; }
        // kernels/src/fft_kernel.rs:33
        const u32 half_1 = ((s_2 & 63u) > 31u) ? 0u : (1u << ((s_2 & 63u) & 31u));
        // kernels/src/fft_kernel.rs:34
        const u32 t_18 = 512u / 2u;
        if (!(half_1 != 0u)) { hoist_fail(hoist_fault, 10u, 2u, 0u, 0u, hoist_number); return; }
        const u32 t_19 = t_18 / half_1;
        // kernels/src/fft_kernel.rs:40
        for (u32 hoist_q = hoist_lane; hoist_q < t_19 * half_1 && hoist_dead == 0u; hoist_q = hoist_q + 64u) {
            const u32 row_2 = hoist_q / half_1;
            const u32 col_1 = hoist_q % half_1;
            // kernels/src/fft_kernel.rs:34
            const u32 g = row_2;
            const u32 k = col_1;
            // kernels/src/fft_kernel.rs:35
            const u32 t_22 = ((g * 2u) * half_1) + k;
            const u32 t_27 = (((g * 2u) * half_1) + k) + half_1;
            // kernels/src/fft_kernel.rs:36
            const f32 angle = ((-3.1415927f) * ((f32)k)) / ((f32)half_1);
            // kernels/src/fft_kernel.rs:37
            const f32 t_32 = fabsf(angle);
            const f32 t_37 = rintf((t_32 * 0.63661975f));
            u32 quadrant = __float_as_uint((t_37 + 12582912.0f));
            f32 rest = __fmaf_rn(t_37, (-(-1.7151245e-15f)), __fmaf_rn(t_37, (-(-4.371139e-8f)), __fmaf_rn(t_37, (-1.5707964f), t_32)));
            f32 tail = 0.0f;
            if (!(t_32 < 131072.0f)) {
                const u32 t_45 = __float_as_uint(t_32);
                const u32 t_46 = t_45 >> 23u;
                const u32 t_48 = (t_45 & 8388607u) | 8388608u;
                const u32 t_49 = t_46 - 144u;
                const u32 t_50 = t_49 >> 5u;
                const bool t_52 = (t_50 & 2u) != 0u;
                const u32 t_54 = t_52 ? 3522507997u : 1850622997u;
                const u32 t_55 = t_52 ? 3235603093u : 704390999u;
                const u32 t_56 = t_52 ? 2570863504u : 3522507997u;
                const bool t_59 = (t_50 & 1u) != 0u;
                const u32 t_61 = t_59 ? t_55 : t_54;
                const u32 t_62 = t_59 ? t_56 : t_55;
                const u32 t_64 = 31u - t_49;
                const u32 t_72 = (t_61 << (t_49 & 31u)) | ((t_62 >> 1u) >> (t_64 & 31u));
                const u32 t_76 = (t_62 << (t_49 & 31u)) | (((t_59 ? (t_52 ? 1107186019u : 3235603093u) : t_56) >> 1u) >> (t_64 & 31u));
                const u32 t_77 = t_48 >> 16u;
                const u32 t_78 = t_48 & 65535u;
                const u32 t_79 = t_72 >> 16u;
                const u32 t_80 = t_72 & 65535u;
                const u32 t_81 = t_77 * t_80;
                const u32 t_82 = t_78 * t_79;
                const u32 t_95 = ((t_77 * t_79) + ((t_81 >> 16u) + (t_82 >> 16u))) + ((((t_78 * t_80) >> 16u) + ((t_81 & 65535u) + (t_82 & 65535u))) >> 16u);
                const u32 t_96 = t_48 * t_72;
                const u32 t_97 = t_48 >> 16u;
                const u32 t_98 = t_48 & 65535u;
                const u32 t_99 = t_76 >> 16u;
                const u32 t_100 = t_76 & 65535u;
                const u32 t_101 = t_97 * t_100;
                const u32 t_102 = t_98 * t_99;
                const u32 t_115 = ((t_97 * t_99) + ((t_101 >> 16u) + (t_102 >> 16u))) + ((((t_98 * t_100) >> 16u) + ((t_101 & 65535u) + (t_102 & 65535u))) >> 16u);
                const u32 t_116 = t_96 + t_115;
                const u32 t_121 = ((t_48 * (((t_59 ? t_54 : (t_52 ? 704390999u : 10680707u)) << (t_49 & 31u)) | ((t_61 >> 1u) >> (t_64 & 31u)))) + t_95) + ((t_116 < t_96) ? 1u : 0u);
                const u32 t_126 = (t_121 << 2u) | (t_116 >> 30u);
                const u32 t_127 = t_116 << 2u;
                const f32 t_136 = ((f32)(((i32)t_126) >> 8u)) * 5.9604645e-8f;
                const f32 t_139 = ((f32)((i32)(((t_126 & 255u) << 16u) | (t_127 >> 16u)))) * 3.5527137e-15f;
                const f32 t_143 = t_136 + t_139;
                const f32 t_147 = t_143 * 1.5707964f;
                const f32 t_152 = t_147 + __fmaf_rn(t_143, (-4.371139e-8f), __fmaf_rn((((t_136 - t_143) + t_139) + (((f32)((i32)(t_127 & 65535u))) * 5.421011e-20f)), 1.5707964f, __fmaf_rn(t_143, 1.5707964f, (-t_147))));
                quadrant = (t_121 + 536870912u) >> 30u;
                rest = (t_46 == 255u) ? __uint_as_float(0x7fc00000u) : t_152;
            }
            const f32 t_158 = rest;
            const u32 t_160 = quadrant + 1u;
            const f32 t_161 = t_158 * t_158;
            const f32 t_175 = ((t_160 & 1u) != 0u) ? __fmaf_rn((t_161 * t_161), __fmaf_rn(__fmaf_rn(2.4413483e-5f, t_161, (-0.0013887137f)), t_161, 0.04166664f), __fmaf_rn(t_161, (-0.5f), 1.0f)) : __fmaf_rn((t_158 * t_161), __fmaf_rn(__fmaf_rn((-0.0001950554f), t_161, 0.008332095f), t_161, (-0.16666654f)), t_158);
            const f32 c = __uint_as_float((__float_as_uint(t_175) ^ ((t_160 & 2u) << 30u)));
            const f32 t_178 = fabsf(angle);
            const f32 t_183 = rintf((t_178 * 0.63661975f));
            u32 quadrant_1 = __float_as_uint((t_183 + 12582912.0f));
            f32 rest_1 = __fmaf_rn(t_183, (-(-1.7151245e-15f)), __fmaf_rn(t_183, (-(-4.371139e-8f)), __fmaf_rn(t_183, (-1.5707964f), t_178)));
            f32 tail_1 = 0.0f;
            if (!(t_178 < 131072.0f)) {
                const u32 t_191 = __float_as_uint(t_178);
                const u32 t_192 = t_191 >> 23u;
                const u32 t_194 = (t_191 & 8388607u) | 8388608u;
                const u32 t_195 = t_192 - 144u;
                const u32 t_196 = t_195 >> 5u;
                const bool t_198 = (t_196 & 2u) != 0u;
                const u32 t_200 = t_198 ? 3522507997u : 1850622997u;
                const u32 t_201 = t_198 ? 3235603093u : 704390999u;
                const u32 t_202 = t_198 ? 2570863504u : 3522507997u;
                const bool t_205 = (t_196 & 1u) != 0u;
                const u32 t_207 = t_205 ? t_201 : t_200;
                const u32 t_208 = t_205 ? t_202 : t_201;
                const u32 t_210 = 31u - t_195;
                const u32 t_218 = (t_207 << (t_195 & 31u)) | ((t_208 >> 1u) >> (t_210 & 31u));
                const u32 t_222 = (t_208 << (t_195 & 31u)) | (((t_205 ? (t_198 ? 1107186019u : 3235603093u) : t_202) >> 1u) >> (t_210 & 31u));
                const u32 t_223 = t_194 >> 16u;
                const u32 t_224 = t_194 & 65535u;
                const u32 t_225 = t_218 >> 16u;
                const u32 t_226 = t_218 & 65535u;
                const u32 t_227 = t_223 * t_226;
                const u32 t_228 = t_224 * t_225;
                const u32 t_241 = ((t_223 * t_225) + ((t_227 >> 16u) + (t_228 >> 16u))) + ((((t_224 * t_226) >> 16u) + ((t_227 & 65535u) + (t_228 & 65535u))) >> 16u);
                const u32 t_242 = t_194 * t_218;
                const u32 t_243 = t_194 >> 16u;
                const u32 t_244 = t_194 & 65535u;
                const u32 t_245 = t_222 >> 16u;
                const u32 t_246 = t_222 & 65535u;
                const u32 t_247 = t_243 * t_246;
                const u32 t_248 = t_244 * t_245;
                const u32 t_261 = ((t_243 * t_245) + ((t_247 >> 16u) + (t_248 >> 16u))) + ((((t_244 * t_246) >> 16u) + ((t_247 & 65535u) + (t_248 & 65535u))) >> 16u);
                const u32 t_262 = t_242 + t_261;
                const u32 t_267 = ((t_194 * (((t_205 ? t_200 : (t_198 ? 704390999u : 10680707u)) << (t_195 & 31u)) | ((t_207 >> 1u) >> (t_210 & 31u)))) + t_241) + ((t_262 < t_242) ? 1u : 0u);
                const u32 t_272 = (t_267 << 2u) | (t_262 >> 30u);
                const u32 t_273 = t_262 << 2u;
                const f32 t_282 = ((f32)(((i32)t_272) >> 8u)) * 5.9604645e-8f;
                const f32 t_285 = ((f32)((i32)(((t_272 & 255u) << 16u) | (t_273 >> 16u)))) * 3.5527137e-15f;
                const f32 t_289 = t_282 + t_285;
                const f32 t_293 = t_289 * 1.5707964f;
                const f32 t_298 = t_293 + __fmaf_rn(t_289, (-4.371139e-8f), __fmaf_rn((((t_282 - t_289) + t_285) + (((f32)((i32)(t_273 & 65535u))) * 5.421011e-20f)), 1.5707964f, __fmaf_rn(t_289, 1.5707964f, (-t_293))));
                quadrant_1 = (t_267 + 536870912u) >> 30u;
                rest_1 = (t_192 == 255u) ? __uint_as_float(0x7fc00000u) : t_298;
            }
            const f32 t_304 = rest_1;
            const u32 t_306 = quadrant_1 + 0u;
            const f32 t_307 = t_304 * t_304;
            const f32 t_321 = ((t_306 & 1u) != 0u) ? __fmaf_rn((t_307 * t_307), __fmaf_rn(__fmaf_rn(2.4413483e-5f, t_307, (-0.0013887137f)), t_307, 0.04166664f), __fmaf_rn(t_307, (-0.5f), 1.0f)) : __fmaf_rn((t_304 * t_307), __fmaf_rn(__fmaf_rn((-0.0001950554f), t_307, 0.008332095f), t_307, (-0.16666654f)), t_304);
            const f32 d = __uint_as_float((__float_as_uint(__uint_as_float((__float_as_uint(t_321) ^ ((t_306 & 2u) << 30u)))) ^ (__float_as_uint(angle) & 2147483648u)));
            // kernels/src/fft_kernel.rs:38
            const f32 t_329 = p[t_27];
            const f32 t_331 = q[t_27];
            const f32 u = (t_329 * c) - (t_331 * d);
            const f32 t_333 = p[t_27];
            const f32 t_335 = q[t_27];
            const f32 v = (t_333 * d) + (t_335 * c);
            // kernels/src/fft_kernel.rs:39
            const f32 t_337 = p[t_22];
            const f32 value = t_337 + u;
            const f32 t_338 = p[t_22];
            const f32 value_1 = t_338 - u;
            p[t_22] = value;
            p[t_27] = value_1;
            // kernels/src/fft_kernel.rs:40
            const f32 t_339 = q[t_22];
            const f32 value_2 = t_339 + v;
            const f32 t_340 = q[t_22];
            const f32 value_3 = t_340 - v;
            q[t_22] = value_2;
            q[t_27] = value_3;
        }
    }
    // kernels/src/fft_kernel.rs:45
    __syncthreads();
    for (u32 col_2 = hoist_lane; col_2 < 512u && hoist_dead == 0u; col_2 = col_2 + 64u) {
        const u32 row_3 = 0u;
        // kernels/src/fft_kernel.rs:43
        const u32 i_2 = col_2;
        // kernels/src/fft_kernel.rs:44
        const f32 t_341 = p[i_2];
        re[(hoist_re_offset + ((row * 512u) + i_2))] = t_341;
        // kernels/src/fft_kernel.rs:45
        const f32 t_345 = q[i_2];
        im[(hoist_im_offset + ((row * 512u) + i_2))] = t_345;
    }
}
