// kernel scan, loop 0 (kernels/src/scan_kernel.rs:13)
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

extern "C" __global__ void __launch_bounds__(256) scan_0(u32* hoist_fault, const u32* hoist_params, const f32* x, f32* y, f32* values) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_x_offset = hoist_params[21];
    const u32 hoist_values_offset = hoist_params[29];
    const f32 sum = __uint_as_float(hoist_params[33]);
    const u32 i = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/scan_kernel.rs:13
    f32 acc = __uint_as_float(0x80000000u);
    // kernels/src/scan_kernel.rs:14
    const f32 t = x[(hoist_x_offset + i)];
    acc = acc + t;
    values[(hoist_values_offset + i)] = acc;
}
