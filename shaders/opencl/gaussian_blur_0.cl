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
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_out_offset = hoist_params[21];
    const u32 hoist_src_offset = hoist_params[25];
    const u32 h = hoist_params[29];
    const u32 w = hoist_params[31];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 y = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 x = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/gaussian_blur_kernel.rs:13
    const u32 up = max(y, 1u) - 1u;
    // kernels/src/gaussian_blur_kernel.rs:14
    const u32 down = min((y + 1u), (h - 1u));
    // kernels/src/gaussian_blur_kernel.rs:15
    const u32 left = max(x, 1u) - 1u;
    // kernels/src/gaussian_blur_kernel.rs:16
    const u32 right = min((x + 1u), (w - 1u));
    // kernels/src/gaussian_blur_kernel.rs:17
    const u8 t_9 = src[(hoist_src_offset + ((up * w) + left))];
    const u8 t_14 = src[(hoist_src_offset + ((up * w) + x))];
    const u8 t_20 = src[(hoist_src_offset + ((up * w) + right))];
    const u32 top = (((u32)t_9) + (2u * ((u32)t_14))) + ((u32)t_20);
    // kernels/src/gaussian_blur_kernel.rs:18
    const u8 t_24 = src[(hoist_src_offset + ((y * w) + left))];
    const u8 t_29 = src[(hoist_src_offset + ((y * w) + x))];
    const u8 t_35 = src[(hoist_src_offset + ((y * w) + right))];
    const u32 mid = (((u32)t_24) + (2u * ((u32)t_29))) + ((u32)t_35);
    // kernels/src/gaussian_blur_kernel.rs:19
    const u8 t_39 = src[(hoist_src_offset + ((down * w) + left))];
    const u8 t_44 = src[(hoist_src_offset + ((down * w) + x))];
    const u8 t_50 = src[(hoist_src_offset + ((down * w) + right))];
    const u32 low = (((u32)t_39) + (2u * ((u32)t_44))) + ((u32)t_50);
    // kernels/src/gaussian_blur_kernel.rs:20
    const u32 a = ((top + (2u * mid)) + low) + 8u;
    const u32 t_56 = a / 16u;
    out[(hoist_out_offset + ((y * w) + x))] = ((u8)t_56);
}
