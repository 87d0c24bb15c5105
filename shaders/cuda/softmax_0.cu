// kernel softmax, loop 0 (kernels/src/softmax_kernel.rs:12)
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

static __device__ __forceinline__ f32 hoist_max_f32(f32 a, f32 b) {
    if (a > b) return a;
    if (b > a) return b;
    if (a == b) return __uint_as_float(__float_as_uint(a) & __float_as_uint(b));
    if ((__float_as_uint(a) & 0x7fffffffu) > 0x7f800000u) return b;
    return a;
}

extern "C" __global__ void __launch_bounds__(256) softmax_0(u32* hoist_fault, const u32* hoist_params, const f32* x, f32* y) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_x_offset = hoist_params[21];
    const u32 hoist_y_offset = hoist_params[25];
    const u32 w = hoist_params[29];
    const u32 r = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/softmax_kernel.rs:13
    f32 most = __uint_as_float(0xff800000u);
    // kernels/src/softmax_kernel.rs:14
    for (u32 k = 0u; k < w; k++) {
        // kernels/src/softmax_kernel.rs:15
        const f32 t_3 = x[(hoist_x_offset + ((r * w) + k))];
        most = hoist_max_f32(most, t_3);
    }
    // kernels/src/softmax_kernel.rs:17
    f32 sum = 0.0f;
    // kernels/src/softmax_kernel.rs:18
    for (u32 k_1 = 0u; k_1 < w; k_1++) {
        // kernels/src/softmax_kernel.rs:19
        const f32 t_7 = x[(hoist_x_offset + ((r * w) + k_1))];
        const f32 t_9 = t_7 - most;
        const f32 t_11 = (t_9 < (-104.0f)) ? (-104.0f) : t_9;
        const f32 t_13 = (t_11 > 89.0f) ? 89.0f : t_11;
        const f32 t_15 = rintf((t_13 * 1.442695f));
        const f32 t_17 = __fmaf_rn(t_15, (-1.4286068e-6f), __fmaf_rn(t_15, (-0.69314575f), t_13));
        const bool t_25 = t_15 < (-124.0f);
        const f32 t_33 = (__fmaf_rn((t_17 * t_17), __fmaf_rn(__fmaf_rn(__fmaf_rn(__fmaf_rn(0.0013820967f, t_17, 0.008368669f), t_17, 0.041668262f), t_17, 0.16666521f), t_17, 0.49999994f), t_17) + 1.0f) * __uint_as_float(((__float_as_uint((t_15 + 12582912.0f)) << 23u) + (t_25 ? 1593835520u : 1056964608u)));
        const f32 e = t_33 * (t_25 ? 1.0842022e-19f : 2.0f);
        // kernels/src/softmax_kernel.rs:20
        y[(hoist_y_offset + ((r * w) + k_1))] = e;
        // kernels/src/softmax_kernel.rs:21
        sum = sum + e;
    }
    // kernels/src/softmax_kernel.rs:23
    for (u32 k_2 = 0u; k_2 < w; k_2++) {
        // kernels/src/softmax_kernel.rs:24
        const u32 t_40 = (r * w) + k_2;
        const f32 t_41 = y[(hoist_y_offset + t_40)];
        y[(hoist_y_offset + t_40)] = (t_41 / sum);
    }
}
