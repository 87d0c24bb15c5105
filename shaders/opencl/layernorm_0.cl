// kernel layernorm, loop 0 (kernels/src/layernorm_kernel.rs:13)
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
void layernorm_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const f32* bias, __global const f32* gain, __global const f32* x, __global f32* y) {
    __local f32 hoist_part_0_f32[64];
    const u32 hoist_number = (u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0);
    const u32 hoist_lane = (u32)get_local_id(0);
    if (hoist_number * 64u >= hoist_params[0]) { return; }
    const u32 hoist_bias_offset = hoist_params[21];
    const u32 hoist_gain_offset = hoist_params[25];
    const u32 hoist_x_offset = hoist_params[29];
    const u32 hoist_y_offset = hoist_params[33];
    const u32 w = hoist_params[37];
    const u32 r = hoist_params[15] + hoist_number * hoist_params[17];
    // kernels/src/layernorm_kernel.rs:14
    f32 sum = 0.0f;
    // kernels/src/layernorm_kernel.rs:16
    f32 acc = as_float(0x80000000u);
    for (u32 col = hoist_lane; col < w; col = col + 64u) {
        const u32 row = 0u;
        // kernels/src/layernorm_kernel.rs:15
        const u32 k = col;
        // kernels/src/layernorm_kernel.rs:16
        const f32 t_4 = x[(hoist_x_offset + ((r * w) + k))];
        acc = acc + t_4;
    }
    hoist_part_0_f32[hoist_lane] = acc;
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    for (u32 hoist_half = 32u; hoist_half > 0u; hoist_half = hoist_half / 2u) {
        if (hoist_lane < hoist_half) {
            f32 acc_1 = hoist_part_0_f32[hoist_lane + hoist_half];
            acc = acc + acc_1;
            hoist_part_0_f32[hoist_lane] = acc;
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    }
    acc = hoist_part_0_f32[0];
    sum = sum + acc;
    // kernels/src/layernorm_kernel.rs:18
    const f32 mean = sum / ((f32)w);
    // kernels/src/layernorm_kernel.rs:19
    f32 squares = 0.0f;
    // kernels/src/layernorm_kernel.rs:22
    f32 acc_2 = as_float(0x80000000u);
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    for (u32 col_1 = hoist_lane; col_1 < w; col_1 = col_1 + 64u) {
        const u32 row_1 = 0u;
        // kernels/src/layernorm_kernel.rs:20
        const u32 k_1 = col_1;
        // kernels/src/layernorm_kernel.rs:21
        const f32 t_19 = x[(hoist_x_offset + ((r * w) + k_1))];
        const f32 d = t_19 - mean;
        // kernels/src/layernorm_kernel.rs:22
        acc_2 = acc_2 + (d * d);
    }
    hoist_part_0_f32[hoist_lane] = acc_2;
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    for (u32 hoist_half = 32u; hoist_half > 0u; hoist_half = hoist_half / 2u) {
        if (hoist_lane < hoist_half) {
            f32 acc_3 = hoist_part_0_f32[hoist_lane + hoist_half];
            acc_2 = acc_2 + acc_3;
            hoist_part_0_f32[hoist_lane] = acc_2;
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    }
    acc_2 = hoist_part_0_f32[0];
    squares = squares + acc_2;
    // kernels/src/layernorm_kernel.rs:24
    const f32 scale = 1.0f / sqrt(((squares / ((f32)w)) + 1e-5f));
    // kernels/src/layernorm_kernel.rs:26
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    for (u32 col_2 = hoist_lane; col_2 < w; col_2 = col_2 + 64u) {
        const u32 row_2 = 0u;
        // kernels/src/layernorm_kernel.rs:25
        const u32 k_2 = col_2;
        // kernels/src/layernorm_kernel.rs:26
        const f32 t_37 = x[(hoist_x_offset + ((r * w) + k_2))];
        const f32 t_40 = gain[(hoist_gain_offset + k_2)];
        const f32 t_42 = bias[(hoist_bias_offset + k_2)];
        y[(hoist_y_offset + ((r * w) + k_2))] = ((((t_37 - mean) * scale) * t_40) + t_42);
    }
}
