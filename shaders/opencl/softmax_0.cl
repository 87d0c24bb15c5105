// kernel softmax, loop 0 (kernels/src/softmax_kernel.rs:12)
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

static inline f32 hoist_max_f32(f32 a, f32 b) {
    if (a > b) return a;
    if (b > a) return b;
    if (a == b) return as_float(as_uint(a) & as_uint(b));
    if ((as_uint(a) & 0x7fffffffu) > 0x7f800000u) return b;
    return a;
}

__kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void softmax_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const f32* x, __global f32* y) {
    __local f32 hoist_part_0_f32[64];
    const u32 hoist_number = (u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0);
    const u32 hoist_lane = (u32)get_local_id(0);
    if (hoist_number * 64u >= hoist_params[0]) { return; }
    const u32 hoist_x_offset = hoist_params[21];
    const u32 hoist_y_offset = hoist_params[25];
    const u32 w = hoist_params[29];
    const u32 r = hoist_params[15] + hoist_number * hoist_params[17];
    // kernels/src/softmax_kernel.rs:13
    f32 most = as_float(0xff800000u);
    // kernels/src/softmax_kernel.rs:15
    f32 acc = as_float(0x7fc00000u);
    for (u32 col = hoist_lane; col < w; col = col + 64u) {
        const u32 row = 0u;
        // kernels/src/softmax_kernel.rs:14
        const u32 k = col;
        // kernels/src/softmax_kernel.rs:15
        const f32 t_4 = x[(hoist_x_offset + ((r * w) + k))];
        acc = hoist_max_f32(acc, t_4);
    }
    hoist_part_0_f32[hoist_lane] = acc;
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    for (u32 hoist_half = 32u; hoist_half > 0u; hoist_half = hoist_half / 2u) {
        if (hoist_lane < hoist_half) {
            f32 acc_1 = hoist_part_0_f32[hoist_lane + hoist_half];
            acc = hoist_max_f32(acc, acc_1);
            hoist_part_0_f32[hoist_lane] = acc;
        }
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    }
    acc = hoist_part_0_f32[0];
    most = hoist_max_f32(most, acc);
    // kernels/src/softmax_kernel.rs:17
    f32 sum = 0.0f;
    // kernels/src/softmax_kernel.rs:18
    const f32 t_13 = most;
    // kernels/src/softmax_kernel.rs:21
    f32 acc_2 = as_float(0x80000000u);
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    for (u32 col_1 = hoist_lane; col_1 < w; col_1 = col_1 + 64u) {
        const u32 row_1 = 0u;
        // kernels/src/softmax_kernel.rs:18
        const u32 k_1 = col_1;
        // kernels/src/softmax_kernel.rs:19
        const f32 t_18 = x[(hoist_x_offset + ((r * w) + k_1))];
        const f32 t_19 = t_18 - t_13;
        const f32 t_21 = (t_19 < (-104.0f)) ? (-104.0f) : t_19;
        const f32 t_23 = (t_21 > 89.0f) ? 89.0f : t_21;
        const f32 t_25 = rint((t_23 * 1.442695f));
        const f32 t_27 = fma(t_25, (-1.4286068e-6f), fma(t_25, (-0.69314575f), t_23));
        const bool t_34 = t_25 < (-124.0f);
        const f32 t_42 = fma(fma(fma(fma(fma(fma(0.0013820967f, t_27, 0.008368669f), t_27, 0.041668262f), t_27, 0.16666521f), t_27, 0.49999994f), t_27, 1.0f), t_27, 1.0f) * as_float(((as_uint((t_25 + 12582912.0f)) << 23u) + (t_34 ? 1593835520u : 1056964608u)));
        const f32 e = t_42 * (t_34 ? 1.0842022e-19f : 2.0f);
        // kernels/src/softmax_kernel.rs:20
        y[(hoist_y_offset + ((r * w) + k_1))] = e;
        // kernels/src/softmax_kernel.rs:21
        acc_2 = acc_2 + e;
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
    sum = sum + acc_2;
    // kernels/src/softmax_kernel.rs:23
    const f32 t_54 = sum;
    // kernels/src/softmax_kernel.rs:24
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    for (u32 col_2 = hoist_lane; col_2 < w; col_2 = col_2 + 64u) {
        const u32 row_2 = 0u;
        // kernels/src/softmax_kernel.rs:23
        const u32 k_2 = col_2;
        // kernels/src/softmax_kernel.rs:24
        const u32 t_56 = (r * w) + k_2;
        const f32 t_58 = y[(hoist_y_offset + t_56)];
        y[(hoist_y_offset + t_56)] = (t_58 / t_54);
    }
}
