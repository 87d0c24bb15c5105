// kernel sort_u32, loop 1 (kernels/src/sort_u32_kernel.rs:38)
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

extern "C" __global__ void __launch_bounds__(256) sort_u32_1(u32* hoist_fault, const u32* hoist_params, const u32* values, u32* starts) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_values_offset = hoist_params[21];
    const u32 hoist_starts_offset = hoist_params[25];
    const u32 sum = hoist_params[29];
    const u32 k = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/sort_u32_kernel.rs:38
    u32 acc = 0u;
    u32 acc_1 = 0u;
    const u32 t = values[(hoist_values_offset + k)];
    acc = t;
    // kernels/src/sort_u32_kernel.rs:39
    const u32 count = starts[(hoist_starts_offset + k)];
    // kernels/src/sort_u32_kernel.rs:40
    starts[(hoist_starts_offset + k)] = acc;
    // kernels/src/sort_u32_kernel.rs:41
    acc = acc_1;
}
