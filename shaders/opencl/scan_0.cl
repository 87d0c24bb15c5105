// kernel scan, loop 0 (kernels/src/scan_kernel.rs:13)
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
void scan_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const f32* x, __global f32* y, __global f32* values) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_x_offset = hoist_params[21];
    const u32 hoist_values_offset = hoist_params[29];
    const f32 sum = as_float(hoist_params[33]);
    const u32 i = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/scan_kernel.rs:13
    f32 acc = as_float(0x80000000u);
    // kernels/src/scan_kernel.rs:14
    const f32 t = x[(hoist_x_offset + i)];
    acc = acc + t;
    values[(hoist_values_offset + i)] = acc;
}
