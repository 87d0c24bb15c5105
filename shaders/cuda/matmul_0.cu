// kernel matmul, loop 0 (kernels/src/matmul_kernel.rs:12)
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

extern "C" __global__ void __launch_bounds__(256) matmul_0(u32* hoist_fault, const u32* hoist_params, const f32* a, const f32* b, f32* c) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_a_offset = hoist_params[21];
    const u32 hoist_b_offset = hoist_params[25];
    const u32 hoist_c_offset = hoist_params[29];
    const u32 n = hoist_params[33];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 i = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 j = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/matmul_kernel.rs:13
    f32 s = 0.0f;
    // kernels/src/matmul_kernel.rs:14
    for (u32 k = 0u; k < n; k++) {
        // kernels/src/matmul_kernel.rs:15
        const f32 t_2 = a[(hoist_a_offset + ((i * n) + k))];
        const f32 t_6 = b[(hoist_b_offset + ((k * n) + j))];
        s = s + (t_2 * t_6);
    }
    // kernels/src/matmul_kernel.rs:17
    c[(hoist_c_offset + ((i * n) + j))] = s;
}
