// kernel sort_u32, loop 1 (kernels/src/sort_u32_kernel.rs:38)
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
void sort_u32_1(__global u32* hoist_fault, __global const u32* hoist_params, __global const u32* values, __global u32* starts) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
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
