// kernel scan_step, loop 0 (crates/machine/src/scan.rs:0)
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
void scan_step_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const u32* values, __global u32* values_1) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_values_offset = hoist_params[21];
    const u32 hoist_values_1_offset = hoist_params[25];
    const u32 columns = hoist_params[29];
    const u32 groups = hoist_params[31];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 row = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 group = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    u32 acc = 0u;
    u32 acc_1 = 0u;
    u32 acc_2 = 0u;
    u32 acc_3 = 0u;
    u32 acc_4 = 0u;
    u32 acc_5 = 0u;
    u32 acc_6 = 0u;
    const u32 t_1 = group * 64u;
    for (u32 t = 0u; t < 64u; t++) {
        const u32 t_2 = t_1 + t;
        if (t_2 < columns) {
            u32 acc_7 = 0u;
            const u32 t_6 = values[(hoist_values_offset + ((row * columns) + t_2))];
            acc_7 = t_6;
            if ((t & 1u) == 0u) {
                acc = acc_7;
            }
            if ((t & 1u) != 0u) {
                u32 acc_8 = 0u;
                acc_8 = acc;
                acc_8 = acc_8 + acc_7;
                acc_7 = acc_8;
            }
            if ((t & 3u) == 1u) {
                acc_1 = acc_7;
            }
            if ((t & 2u) != 0u) {
                u32 acc_9 = 0u;
                acc_9 = acc_1;
                acc_9 = acc_9 + acc_7;
                acc_7 = acc_9;
            }
            if ((t & 7u) == 3u) {
                acc_2 = acc_7;
            }
            if ((t & 4u) != 0u) {
                u32 acc_10 = 0u;
                acc_10 = acc_2;
                acc_10 = acc_10 + acc_7;
                acc_7 = acc_10;
            }
            if ((t & 15u) == 7u) {
                acc_3 = acc_7;
            }
            if ((t & 8u) != 0u) {
                u32 acc_11 = 0u;
                acc_11 = acc_3;
                acc_11 = acc_11 + acc_7;
                acc_7 = acc_11;
            }
            if ((t & 31u) == 15u) {
                acc_4 = acc_7;
            }
            if ((t & 16u) != 0u) {
                u32 acc_12 = 0u;
                acc_12 = acc_4;
                acc_12 = acc_12 + acc_7;
                acc_7 = acc_12;
            }
            if ((t & 63u) == 31u) {
                acc_5 = acc_7;
            }
            if ((t & 32u) != 0u) {
                u32 acc_13 = 0u;
                acc_13 = acc_5;
                acc_13 = acc_13 + acc_7;
                acc_7 = acc_13;
            }
            acc_6 = acc_7;
        }
    }
    values_1[(hoist_values_1_offset + ((row * groups) + group))] = acc_6;
}
