// kernel conv2d, loop 0 (kernels/src/conv2d_kernel.rs:14)
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
void conv2d_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const f32* weights, __global const f32* x, __global f32* y) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
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
