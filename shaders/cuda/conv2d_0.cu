// kernel conv2d, loop 0 (kernels/src/conv2d_kernel.rs:14)
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

extern "C" __global__ void __launch_bounds__(256) conv2d_0(u32* hoist_fault, const u32* hoist_params, const f32* weights, const f32* x, f32* y) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_weights_offset = hoist_params[21];
    const u32 hoist_x_offset = hoist_params[25];
    const u32 hoist_y_offset = hoist_params[29];
    const u32 k = hoist_params[33];
    const u32 out = hoist_params[35];
    const u32 w = hoist_params[37];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 r = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 c = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/conv2d_kernel.rs:15
    f32 sum = 0.0f;
    // kernels/src/conv2d_kernel.rs:16
    for (u32 a = 0u; a < k; a++) {
        // kernels/src/conv2d_kernel.rs:17
        for (u32 b = 0u; b < k; b++) {
            // kernels/src/conv2d_kernel.rs:18
            const f32 t_2 = weights[(hoist_weights_offset + ((a * k) + b))];
            const f32 t_9 = x[(hoist_x_offset + (((r + a) * w) + (c + b)))];
            sum = sum + (t_2 * t_9);
        }
    }
    // kernels/src/conv2d_kernel.rs:21
    y[(hoist_y_offset + ((r * out) + c))] = sum;
}
