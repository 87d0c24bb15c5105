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
            const f32 t_34 = -(-4.371139e-8f);
            const f32 t_37 = rintf((t_32 * 0.63661975f));
            const f32 t_38 = __fmaf_rn(t_37, (-1.5707964f), t_32);
            const f32 t_39 = t_37 * t_34;
            const f32 t_43 = t_38 + t_39;
            const f32 t_46 = ((t_38 - t_43) + t_39) + __fmaf_rn(t_37, (-(-1.7151245e-15f)), __fmaf_rn(t_37, t_34, (-t_39)));
            const f32 t_47 = t_43 + t_46;
            u32 quadrant = __float_as_uint((t_37 + 12582912.0f));
            f32 rest = t_47;
            f32 tail = (t_43 - t_47) + t_46;
            if (!(t_32 < 131072.0f)) {
                const u32 t_54 = __float_as_uint(t_32);
                const u32 t_55 = t_54 >> 23u;
                const u32 t_57 = (t_54 & 8388607u) | 8388608u;
                const u32 t_58 = t_55 - 144u;
                const u32 t_59 = t_58 >> 5u;
                const bool t_61 = (t_59 & 2u) != 0u;
                const u32 t_63 = t_61 ? 3522507997u : 1850622997u;
                const u32 t_64 = t_61 ? 3235603093u : 704390999u;
                const u32 t_65 = t_61 ? 2570863504u : 3522507997u;
                const bool t_68 = (t_59 & 1u) != 0u;
                const u32 t_70 = t_68 ? t_64 : t_63;
                const u32 t_71 = t_68 ? t_65 : t_64;
                const u32 t_73 = 31u - t_58;
                const u32 t_81 = (t_70 << (t_58 & 31u)) | ((t_71 >> 1u) >> (t_73 & 31u));
                const u32 t_85 = (t_71 << (t_58 & 31u)) | (((t_68 ? (t_61 ? 1107186019u : 3235603093u) : t_65) >> 1u) >> (t_73 & 31u));
                const u32 t_86 = t_57 >> 16u;
                const u32 t_87 = t_57 & 65535u;
                const u32 t_88 = t_81 >> 16u;
                const u32 t_89 = t_81 & 65535u;
                const u32 t_90 = t_86 * t_89;
                const u32 t_91 = t_87 * t_88;
                const u32 t_104 = ((t_86 * t_88) + ((t_90 >> 16u) + (t_91 >> 16u))) + ((((t_87 * t_89) >> 16u) + ((t_90 & 65535u) + (t_91 & 65535u))) >> 16u);
                const u32 t_105 = t_57 * t_81;
                const u32 t_106 = t_57 >> 16u;
                const u32 t_107 = t_57 & 65535u;
                const u32 t_108 = t_85 >> 16u;
                const u32 t_109 = t_85 & 65535u;
                const u32 t_110 = t_106 * t_109;
                const u32 t_111 = t_107 * t_108;
                const u32 t_124 = ((t_106 * t_108) + ((t_110 >> 16u) + (t_111 >> 16u))) + ((((t_107 * t_109) >> 16u) + ((t_110 & 65535u) + (t_111 & 65535u))) >> 16u);
                const u32 t_125 = t_105 + t_124;
                const u32 t_130 = ((t_57 * (((t_68 ? t_63 : (t_61 ? 704390999u : 10680707u)) << (t_58 & 31u)) | ((t_70 >> 1u) >> (t_73 & 31u)))) + t_104) + ((t_125 < t_105) ? 1u : 0u);
                const u32 t_135 = (t_130 << 2u) | (t_125 >> 30u);
                const u32 t_136 = t_125 << 2u;
                const f32 t_145 = ((f32)(((i32)t_135) >> 8u)) * 5.9604645e-8f;
                const f32 t_148 = ((f32)((i32)(((t_135 & 255u) << 16u) | (t_136 >> 16u)))) * 3.5527137e-15f;
                const f32 t_152 = t_145 + t_148;
                const f32 t_156 = t_152 * 1.5707964f;
                const f32 t_160 = __fmaf_rn(t_152, (-4.371139e-8f), __fmaf_rn((((t_145 - t_152) + t_148) + (((f32)((i32)(t_136 & 65535u))) * 5.421011e-20f)), 1.5707964f, __fmaf_rn(t_152, 1.5707964f, (-t_156))));
                const f32 t_161 = t_156 + t_160;
                quadrant = (t_130 + 536870912u) >> 30u;
                rest = (t_55 == 255u) ? __uint_as_float(0x7fc00000u) : t_161;
                tail = (t_156 - t_161) + t_160;
            }
            const f32 t_167 = rest;
            const f32 t_168 = tail;
            const u32 t_169 = quadrant + 1u;
            const f32 t_170 = t_167 * t_167;
            const f32 t_176 = t_170 * 0.5f;
            const f32 t_177 = 1.0f - t_176;
            const f32 t_191 = ((t_169 & 1u) != 0u) ? (t_177 + __fmaf_rn((t_170 * t_170), __fmaf_rn(__fmaf_rn(2.4413483e-5f, t_170, (-0.0013887137f)), t_170, 0.04166664f), __fmaf_rn((-t_167), t_168, ((1.0f - t_177) - t_176)))) : (t_167 + __fmaf_rn((t_167 * t_170), __fmaf_rn(__fmaf_rn((-0.0001950554f), t_170, 0.008332095f), t_170, (-0.16666654f)), t_168));
            const f32 c = __uint_as_float((__float_as_uint(t_191) ^ ((t_169 & 2u) << 30u)));
            const f32 t_194 = fabsf(angle);
            const f32 t_196 = -(-4.371139e-8f);
            const f32 t_199 = rintf((t_194 * 0.63661975f));
            const f32 t_200 = __fmaf_rn(t_199, (-1.5707964f), t_194);
            const f32 t_201 = t_199 * t_196;
            const f32 t_205 = t_200 + t_201;
            const f32 t_208 = ((t_200 - t_205) + t_201) + __fmaf_rn(t_199, (-(-1.7151245e-15f)), __fmaf_rn(t_199, t_196, (-t_201)));
            const f32 t_209 = t_205 + t_208;
            u32 quadrant_1 = __float_as_uint((t_199 + 12582912.0f));
            f32 rest_1 = t_209;
            f32 tail_1 = (t_205 - t_209) + t_208;
            if (!(t_194 < 131072.0f)) {
                const u32 t_216 = __float_as_uint(t_194);
                const u32 t_217 = t_216 >> 23u;
                const u32 t_219 = (t_216 & 8388607u) | 8388608u;
                const u32 t_220 = t_217 - 144u;
                const u32 t_221 = t_220 >> 5u;
                const bool t_223 = (t_221 & 2u) != 0u;
                const u32 t_225 = t_223 ? 3522507997u : 1850622997u;
                const u32 t_226 = t_223 ? 3235603093u : 704390999u;
                const u32 t_227 = t_223 ? 2570863504u : 3522507997u;
                const bool t_230 = (t_221 & 1u) != 0u;
                const u32 t_232 = t_230 ? t_226 : t_225;
                const u32 t_233 = t_230 ? t_227 : t_226;
                const u32 t_235 = 31u - t_220;
                const u32 t_243 = (t_232 << (t_220 & 31u)) | ((t_233 >> 1u) >> (t_235 & 31u));
                const u32 t_247 = (t_233 << (t_220 & 31u)) | (((t_230 ? (t_223 ? 1107186019u : 3235603093u) : t_227) >> 1u) >> (t_235 & 31u));
                const u32 t_248 = t_219 >> 16u;
                const u32 t_249 = t_219 & 65535u;
                const u32 t_250 = t_243 >> 16u;
                const u32 t_251 = t_243 & 65535u;
                const u32 t_252 = t_248 * t_251;
                const u32 t_253 = t_249 * t_250;
                const u32 t_266 = ((t_248 * t_250) + ((t_252 >> 16u) + (t_253 >> 16u))) + ((((t_249 * t_251) >> 16u) + ((t_252 & 65535u) + (t_253 & 65535u))) >> 16u);
                const u32 t_267 = t_219 * t_243;
                const u32 t_268 = t_219 >> 16u;
                const u32 t_269 = t_219 & 65535u;
                const u32 t_270 = t_247 >> 16u;
                const u32 t_271 = t_247 & 65535u;
                const u32 t_272 = t_268 * t_271;
                const u32 t_273 = t_269 * t_270;
                const u32 t_286 = ((t_268 * t_270) + ((t_272 >> 16u) + (t_273 >> 16u))) + ((((t_269 * t_271) >> 16u) + ((t_272 & 65535u) + (t_273 & 65535u))) >> 16u);
                const u32 t_287 = t_267 + t_286;
                const u32 t_292 = ((t_219 * (((t_230 ? t_225 : (t_223 ? 704390999u : 10680707u)) << (t_220 & 31u)) | ((t_232 >> 1u) >> (t_235 & 31u)))) + t_266) + ((t_287 < t_267) ? 1u : 0u);
                const u32 t_297 = (t_292 << 2u) | (t_287 >> 30u);
                const u32 t_298 = t_287 << 2u;
                const f32 t_307 = ((f32)(((i32)t_297) >> 8u)) * 5.9604645e-8f;
                const f32 t_310 = ((f32)((i32)(((t_297 & 255u) << 16u) | (t_298 >> 16u)))) * 3.5527137e-15f;
                const f32 t_314 = t_307 + t_310;
                const f32 t_318 = t_314 * 1.5707964f;
                const f32 t_322 = __fmaf_rn(t_314, (-4.371139e-8f), __fmaf_rn((((t_307 - t_314) + t_310) + (((f32)((i32)(t_298 & 65535u))) * 5.421011e-20f)), 1.5707964f, __fmaf_rn(t_314, 1.5707964f, (-t_318))));
                const f32 t_323 = t_318 + t_322;
                quadrant_1 = (t_292 + 536870912u) >> 30u;
                rest_1 = (t_217 == 255u) ? __uint_as_float(0x7fc00000u) : t_323;
                tail_1 = (t_318 - t_323) + t_322;
            }
            const f32 t_329 = rest_1;
            const f32 t_330 = tail_1;
            const u32 t_331 = quadrant_1 + 0u;
            const f32 t_332 = t_329 * t_329;
            const f32 t_338 = t_332 * 0.5f;
            const f32 t_339 = 1.0f - t_338;
            const f32 t_353 = ((t_331 & 1u) != 0u) ? (t_339 + __fmaf_rn((t_332 * t_332), __fmaf_rn(__fmaf_rn(2.4413483e-5f, t_332, (-0.0013887137f)), t_332, 0.04166664f), __fmaf_rn((-t_329), t_330, ((1.0f - t_339) - t_338)))) : (t_329 + __fmaf_rn((t_329 * t_332), __fmaf_rn(__fmaf_rn((-0.0001950554f), t_332, 0.008332095f), t_332, (-0.16666654f)), t_330));
            const f32 d = __uint_as_float((__float_as_uint(__uint_as_float((__float_as_uint(t_353) ^ ((t_331 & 2u) << 30u)))) ^ (__float_as_uint(angle) & 2147483648u)));
            // kernels/src/fft_kernel.rs:38
            const f32 t_361 = p[t_27];
            const f32 t_363 = q[t_27];
            const f32 u = (t_361 * c) - (t_363 * d);
            const f32 t_365 = p[t_27];
            const f32 t_367 = q[t_27];
            const f32 v = (t_365 * d) + (t_367 * c);
            // kernels/src/fft_kernel.rs:39
            const f32 t_369 = p[t_22];
            const f32 value = t_369 + u;
            const f32 t_370 = p[t_22];
            const f32 value_1 = t_370 - u;
            p[t_22] = value;
            p[t_27] = value_1;
            // kernels/src/fft_kernel.rs:40
            const f32 t_371 = q[t_22];
            const f32 value_2 = t_371 + v;
            const f32 t_372 = q[t_22];
            const f32 value_3 = t_372 - v;
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
        const f32 t_373 = p[i_2];
        re[(hoist_re_offset + ((row * 512u) + i_2))] = t_373;
        // kernels/src/fft_kernel.rs:45
        const f32 t_377 = q[i_2];
        im[(hoist_im_offset + ((row * 512u) + i_2))] = t_377;
    }
}
