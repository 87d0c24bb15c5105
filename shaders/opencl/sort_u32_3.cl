// kernel scan_step, loop 1 (crates/machine/src/scan.rs:0)
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
void scan_step_1(__global u32* hoist_fault, __global const u32* hoist_params, __global u64* values) {
    const u64 hoist_item = ((u64)get_group_id(1) * (u64)hoist_params[2] + (u64)get_group_id(0)) * 64ul + (u64)get_local_id(0);
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    const u64 hoist_values_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u64 groups = ((u64)hoist_params[25] | (u64)hoist_params[26] << 32);
    const u64 blocks = ((u64)hoist_params[27] | (u64)hoist_params[28] << 32);
    const u64 hoist_row = hoist_item / ((u64)hoist_params[19] | (u64)hoist_params[20] << 32);
    const u64 row = ((u64)hoist_params[9] | (u64)hoist_params[10] << 32) + (hoist_row % ((u64)hoist_params[13] | (u64)hoist_params[14] << 32)) * ((u64)hoist_params[11] | (u64)hoist_params[12] << 32);
    const u64 block = ((u64)hoist_params[15] | (u64)hoist_params[16] << 32) + (hoist_item % ((u64)hoist_params[19] | (u64)hoist_params[20] << 32)) * ((u64)hoist_params[17] | (u64)hoist_params[18] << 32);
    u64 acc = 0ul;
    u64 acc_1 = 0ul;
    u64 acc_2 = 0ul;
    u64 acc_3 = 0ul;
    const u64 t = block * 64ul;
    const u64 t_3 = min(((block + 1ul) * 64ul), groups);
    for (u64 n = 0ul; n < 64ul; n++) {
        const u64 t_4 = t + n;
        if (t_4 < t_3) {
            u64 acc_4 = 0ul;
            u64 acc_5 = 0ul;
            u64 acc_6 = 0ul;
            u64 acc_7 = 0ul;
            u64 acc_8 = 0ul;
            u64 acc_9 = 0ul;
            u64 acc_10 = 0ul;
            u64 acc_11 = 0ul;
            const u64 t_7 = (row * groups) + t_4;
            const u64 t_8 = values[(hoist_values_offset + t_7)];
            acc_4 = t_8;
            const u64 t_9 = values[(hoist_values_offset + t_7)];
            acc_5 = t_9;
            const u64 t_10 = values[(hoist_values_offset + t_7)];
            acc_6 = t_10;
            const u64 t_11 = values[(hoist_values_offset + t_7)];
            acc_7 = t_11;
            acc_8 = acc;
            acc_9 = acc_1;
            acc_10 = acc_2;
            acc_11 = acc_3;
            acc_8 = acc_8 + acc_4;
            acc_9 = acc_9 + acc_5;
            acc_10 = acc_10 + acc_6;
            acc_11 = acc_11 + acc_7;
            acc = acc_8;
            acc_1 = acc_9;
            acc_2 = acc_10;
            acc_3 = acc_11;
        }
    }
    const u64 t_33 = (row * blocks) + block;
    values[(hoist_values_offset + t_33)] = acc;
    values[(hoist_values_offset + t_33)] = acc_1;
    values[(hoist_values_offset + t_33)] = acc_2;
    values[(hoist_values_offset + t_33)] = acc_3;
}
