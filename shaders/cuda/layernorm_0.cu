// kernel layernorm, loop 0 (kernels/src/layernorm_kernel.rs:13)
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

extern "C" __global__ void __launch_bounds__(256) layernorm_0(u32* hoist_fault, const u32* hoist_params, const f32* bias, const f32* gain, const f32* x, f32* y) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_bias_offset = hoist_params[21];
    const u32 hoist_gain_offset = hoist_params[25];
    const u32 hoist_x_offset = hoist_params[29];
    const u32 hoist_y_offset = hoist_params[33];
    const u32 w = hoist_params[37];
    const u32 r = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/layernorm_kernel.rs:14
    f32 sum = 0.0f;
    // kernels/src/layernorm_kernel.rs:15
    for (u32 k = 0u; k < w; k++) {
        // kernels/src/layernorm_kernel.rs:16
        const f32 t_2 = x[(hoist_x_offset + ((r * w) + k))];
        sum = sum + t_2;
    }
    // kernels/src/layernorm_kernel.rs:18
    const f32 mean = sum / ((f32)w);
    // kernels/src/layernorm_kernel.rs:19
    f32 squares = 0.0f;
    // kernels/src/layernorm_kernel.rs:20
    for (u32 k_1 = 0u; k_1 < w; k_1++) {
        // kernels/src/layernorm_kernel.rs:21
        const f32 t_9 = x[(hoist_x_offset + ((r * w) + k_1))];
        const f32 d = t_9 - mean;
        // kernels/src/layernorm_kernel.rs:22
        squares = squares + (d * d);
    }
    // kernels/src/layernorm_kernel.rs:24
    const f32 scale = 1.0f / __fsqrt_rn(((squares / ((f32)w)) + 1e-5f));
    // kernels/src/layernorm_kernel.rs:25
    for (u32 k_2 = 0u; k_2 < w; k_2++) {
        // kernels/src/layernorm_kernel.rs:26
        const f32 t_20 = x[(hoist_x_offset + ((r * w) + k_2))];
        const f32 t_23 = gain[(hoist_gain_offset + k_2)];
        const f32 t_25 = bias[(hoist_bias_offset + k_2)];
        y[(hoist_y_offset + ((r * w) + k_2))] = ((((t_20 - mean) * scale) * t_23) + t_25);
    }
}
