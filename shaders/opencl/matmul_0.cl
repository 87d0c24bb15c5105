// kernel matmul, loop 0 (kernels/src/matmul_kernel.rs:12)
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
void matmul_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const f32* a, __global const f32* b, __global f32* c) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
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
