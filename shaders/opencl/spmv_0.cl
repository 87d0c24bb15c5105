// kernel spmv, loop 0 (kernels/src/spmv_kernel.rs:12)
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

static void hoist_fail(__global u32* fault, u32 site, u32 kind, u32 index, u32 len, u32 iteration) {
    if (atomic_cmpxchg((volatile __global u32*)fault, 0u, site + 1u) != 0u) return;
    fault[1] = kind << 24 | site;
    fault[2] = (u32)index;
    fault[3] = 0u;
    fault[4] = (u32)len;
    fault[5] = 0u;
    fault[6] = (u32)iteration;
    fault[7] = 0u;
}

__kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void spmv_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const u32* columns, __global const u32* rows, __global const f32* values, __global const f32* x, __global f32* y) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    if (hoist_fault[0] != 0u) { return; }
    const u32 hoist_columns_offset = hoist_params[21];
    const u32 hoist_rows_offset = hoist_params[25];
    const u32 hoist_rows_len = hoist_params[27];
    const u32 hoist_values_offset = hoist_params[29];
    const u32 hoist_values_len = hoist_params[31];
    const u32 hoist_x_offset = hoist_params[33];
    const u32 hoist_x_len = hoist_params[35];
    const u32 hoist_y_offset = hoist_params[37];
    const u32 r = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/spmv_kernel.rs:13
    f32 sum = 0.0f;
    // kernels/src/spmv_kernel.rs:14
    const u32 t = rows[(hoist_rows_offset + r)];
    const u32 at = r + 1u;
    if (!(at < hoist_rows_len)) { hoist_fail(hoist_fault, 1u, 1u, at, hoist_rows_len, hoist_item); return; }
    const u32 t_4 = rows[(hoist_rows_offset + at)];
    u32 k = t;
    const u32 t_5 = t_4;
    while (true) {
        const u32 t_6 = k;
        if (!(t_6 < t_5)) {
            break;
        }
        k = t_6 + 1u;
        // kernels/src/spmv_kernel.rs:15
        if (!(t_6 < hoist_values_len)) { hoist_fail(hoist_fault, 2u, 1u, t_6, hoist_values_len, hoist_item); return; }
        const f32 t_10 = values[(hoist_values_offset + t_6)];
        const u32 t_11 = columns[(hoist_columns_offset + t_6)];
        const u32 at_1 = t_11;
        if (!(at_1 < hoist_x_len)) { hoist_fail(hoist_fault, 4u, 1u, at_1, hoist_x_len, hoist_item); return; }
        const f32 t_13 = x[(hoist_x_offset + at_1)];
        sum = sum + (t_10 * t_13);
    }
    // kernels/src/spmv_kernel.rs:17
    y[(hoist_y_offset + r)] = sum;
}
