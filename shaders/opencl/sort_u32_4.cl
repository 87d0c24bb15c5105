// kernel scan_step, loop 2 (crates/machine/src/scan.rs:0)
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
void scan_step_2(__global u32* hoist_fault, __global const u32* hoist_params, __global const u32* values, __global const u32* values_1, __global u32* values_2) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_values_offset = hoist_params[21];
    const u32 hoist_values_1_offset = hoist_params[25];
    const u32 hoist_values_2_offset = hoist_params[29];
    const u32 groups = hoist_params[33];
    const u32 blocks = hoist_params[35];
    const u32 columns = hoist_params[37];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 row = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 group = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    u32 acc = 0u;
    u32 acc_1 = 0u;
    const u32 t_1 = group >> 6u;
    const u32 t_2 = t_1 * 64u;
    for (u32 n = 0u; n < 64u; n++) {
        const u32 t_3 = t_2 + n;
        if (t_3 < group) {
            u32 acc_2 = 0u;
            u32 acc_3 = 0u;
            const u32 t_7 = values[(hoist_values_offset + ((row * groups) + t_3))];
            acc_2 = t_7;
            acc_3 = acc;
            acc_3 = acc_3 + acc_2;
            acc = acc_3;
        }
    }
    const u32 t_15 = values_1[(hoist_values_1_offset + ((row * blocks) + t_1))];
    acc_1 = t_15;
    u32 acc_4 = 0u;
    u32 acc_5 = 0u;
    u32 acc_6 = 0u;
    u32 acc_7 = 0u;
    u32 acc_8 = 0u;
    u32 acc_9 = 0u;
    u32 acc_10 = 0u;
    const u32 t_16 = group * 64u;
    for (u32 t = 0u; t < 64u; t++) {
        const u32 t_17 = t_16 + t;
        if (t_17 < columns) {
            const u32 t_20 = (row * columns) + t_17;
            u32 acc_11 = 0u;
            acc_11 = acc;
            acc_11 = acc_11 + acc_10;
            acc_11 = acc_11 + acc_1;
            values_2[(hoist_values_2_offset + t_20)] = acc_11;
            u32 acc_12 = 0u;
            const u32 t_29 = values_2[(hoist_values_2_offset + t_20)];
            acc_12 = t_29;
            if ((t & 1u) == 0u) {
                acc_4 = acc_12;
            }
            if ((t & 1u) != 0u) {
                u32 acc_13 = 0u;
                acc_13 = acc_4;
                acc_13 = acc_13 + acc_12;
                acc_12 = acc_13;
            }
            if ((t & 3u) == 1u) {
                acc_5 = acc_12;
            }
            if ((t & 2u) != 0u) {
                u32 acc_14 = 0u;
                acc_14 = acc_5;
                acc_14 = acc_14 + acc_12;
                acc_12 = acc_14;
            }
            if ((t & 7u) == 3u) {
                acc_6 = acc_12;
            }
            if ((t & 4u) != 0u) {
                u32 acc_15 = 0u;
                acc_15 = acc_6;
                acc_15 = acc_15 + acc_12;
                acc_12 = acc_15;
            }
            if ((t & 15u) == 7u) {
                acc_7 = acc_12;
            }
            if ((t & 8u) != 0u) {
                u32 acc_16 = 0u;
                acc_16 = acc_7;
                acc_16 = acc_16 + acc_12;
                acc_12 = acc_16;
            }
            if ((t & 31u) == 15u) {
                acc_8 = acc_12;
            }
            if ((t & 16u) != 0u) {
                u32 acc_17 = 0u;
                acc_17 = acc_8;
                acc_17 = acc_17 + acc_12;
                acc_12 = acc_17;
            }
            if ((t & 63u) == 31u) {
                acc_9 = acc_12;
            }
            if ((t & 32u) != 0u) {
                u32 acc_18 = 0u;
                acc_18 = acc_9;
                acc_18 = acc_18 + acc_12;
                acc_12 = acc_18;
            }
            acc_10 = acc_12;
            u32 acc_19 = 0u;
            acc_19 = acc;
            acc_19 = acc_19 + acc_10;
            acc_19 = acc_19 + acc_1;
            values_2[(hoist_values_2_offset + t_20)] = acc_19;
        }
    }
}
