// kernel jacobi2d, loop 0 (kernels/src/jacobi2d_kernel.rs:14)
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

extern "C" __global__ void __launch_bounds__(256) jacobi2d_0(u32* hoist_fault, const u32* hoist_params, f32* dst, const f32* src) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
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
