// kernel gaussian_blur, loop 0 (kernels/src/gaussian_blur_kernel.rs:12)
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
void gaussian_blur_0(__global u32* hoist_fault, __global const u32* hoist_params, __global u8* out, __global const u8* src) {
    const u64 hoist_item = ((u64)get_group_id(1) * (u64)hoist_params[2] + (u64)get_group_id(0)) * 64ul + (u64)get_local_id(0);
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    if (hoist_fault[0] != 0u) { return; }
    const u64 hoist_out_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u64 hoist_src_offset = ((u64)hoist_params[25] | (u64)hoist_params[26] << 32);
    const u64 h = ((u64)hoist_params[29] | (u64)hoist_params[30] << 32);
    const u64 w = ((u64)hoist_params[31] | (u64)hoist_params[32] << 32);
    const u64 hoist_row = hoist_item / ((u64)hoist_params[19] | (u64)hoist_params[20] << 32);
    const u64 y = ((u64)hoist_params[9] | (u64)hoist_params[10] << 32) + (hoist_row % ((u64)hoist_params[13] | (u64)hoist_params[14] << 32)) * ((u64)hoist_params[11] | (u64)hoist_params[12] << 32);
    const u64 x = ((u64)hoist_params[15] | (u64)hoist_params[16] << 32) + (hoist_item % ((u64)hoist_params[19] | (u64)hoist_params[20] << 32)) * ((u64)hoist_params[17] | (u64)hoist_params[18] << 32);
    // kernels/src/gaussian_blur_kernel.rs:13
    const u64 up = (y < 1ul) ? 0ul : (y - 1ul);
    // kernels/src/gaussian_blur_kernel.rs:14
    const u64 down = min((y + 1ul), (h - 1ul));
    // kernels/src/gaussian_blur_kernel.rs:15
    const u64 left = (x < 1ul) ? 0ul : (x - 1ul);
    // kernels/src/gaussian_blur_kernel.rs:16
    const u64 right = min((x + 1ul), (w - 1ul));
    // kernels/src/gaussian_blur_kernel.rs:17
    const u8 t_11 = src[(hoist_src_offset + ((up * w) + left))];
    const u8 t_16 = src[(hoist_src_offset + ((up * w) + x))];
    const u8 t_22 = src[(hoist_src_offset + ((up * w) + right))];
    const u32 top = (((u32)t_11) + (2u * ((u32)t_16))) + ((u32)t_22);
    // kernels/src/gaussian_blur_kernel.rs:18
    const u8 t_26 = src[(hoist_src_offset + ((y * w) + left))];
    const u8 t_31 = src[(hoist_src_offset + ((y * w) + x))];
    const u8 t_37 = src[(hoist_src_offset + ((y * w) + right))];
    const u32 mid = (((u32)t_26) + (2u * ((u32)t_31))) + ((u32)t_37);
    // kernels/src/gaussian_blur_kernel.rs:19
    const u8 t_41 = src[(hoist_src_offset + ((down * w) + left))];
    const u8 t_46 = src[(hoist_src_offset + ((down * w) + x))];
    const u8 t_52 = src[(hoist_src_offset + ((down * w) + right))];
    const u32 low = (((u32)t_41) + (2u * ((u32)t_46))) + ((u32)t_52);
    // kernels/src/gaussian_blur_kernel.rs:20
    const u32 a = ((top + (2u * mid)) + low) + 8u;
    const u32 t_58 = a / 16u;
    out[(hoist_out_offset + ((y * w) + x))] = ((u8)t_58);
}
