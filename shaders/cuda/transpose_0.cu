// kernel transpose, loop 0 (kernels/src/transpose_kernel.rs:12)
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

extern "C" __global__ void __launch_bounds__(256) transpose_0(u32* hoist_fault, const u32* hoist_params, const f32* x, f32* y) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_x_offset = hoist_params[21];
    const u32 hoist_y_offset = hoist_params[25];
    const u32 h = hoist_params[29];
    const u32 w = hoist_params[31];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 i = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 j = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/transpose_kernel.rs:13
    const f32 t_2 = x[(hoist_x_offset + ((j * w) + i))];
    y[(hoist_y_offset + ((i * h) + j))] = t_2;
}
