// kernel jacobi2d, loop 0 (kernels/src/jacobi2d_kernel.rs:14)
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
void jacobi2d_0(__global u32* hoist_fault, __global const u32* hoist_params, __global f32* dst, __global const f32* src) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_dst_offset = hoist_params[21];
    const u32 hoist_src_offset = hoist_params[25];
    const u32 w = hoist_params[29];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 y = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 x = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/jacobi2d_kernel.rs:15
    const u32 t_1 = (y * w) + x;
    // kernels/src/jacobi2d_kernel.rs:16
    const f32 t_4 = src[(hoist_src_offset + (t_1 - 1u))];
    const f32 t_7 = src[(hoist_src_offset + (t_1 + 1u))];
    const f32 t_11 = src[(hoist_src_offset + (t_1 - w))];
    const f32 t_15 = src[(hoist_src_offset + (t_1 + w))];
    dst[(hoist_dst_offset + t_1)] = (0.25f * (((t_4 + t_7) + t_11) + t_15));
}
