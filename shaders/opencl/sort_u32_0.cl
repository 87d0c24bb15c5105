// kernel sort_u32, loop 0 (kernels/src/sort_u32_kernel.rs:28)
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
void sort_u32_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const u32* from, __global u32* starts) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_from_offset = hoist_params[21];
    const u32 hoist_starts_offset = hoist_params[25];
    const u32 blocks = hoist_params[29];
    const u32 n = hoist_params[31];
    const u32 shift = hoist_params[33];
    const u32 b = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/sort_u32_kernel.rs:29
    u32 count[256];
    for (u32 hoist_n = 0u; hoist_n < 256u; hoist_n++) { count[hoist_n] = 0u; }
    // kernels/src/sort_u32_kernel.rs:30
    u32 i = b * 4000u;
    const u32 t_3 = min(((b * 4000u) + 4000u), n);
    while (true) {
        const u32 t_4 = i;
        if (!(t_4 < t_3)) {
            break;
        }
        i = t_4 + 1u;
        // kernels/src/sort_u32_kernel.rs:31
        const u32 t_8 = from[(hoist_from_offset + t_4)];
        const u32 a = t_8 >> (shift & 31u);
        const u32 t_11 = a % 256u;
        const u32 t_12 = count[t_11];
        count[t_11] = t_12 + 1u;
    }
    // kernels/src/sort_u32_kernel.rs:33
    for (u32 d = 0u; d < 256u; d++) {
        // kernels/src/sort_u32_kernel.rs:34
        const u32 t_14 = count[d];
        starts[(hoist_starts_offset + ((d * blocks) + b))] = t_14;
    }
}
