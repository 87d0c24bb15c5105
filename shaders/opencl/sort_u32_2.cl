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
void scan_step_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const u64* values, __global u64* values_1) {
    const u64 hoist_item = ((u64)get_group_id(1) * (u64)hoist_params[2] + (u64)get_group_id(0)) * 64ul + (u64)get_local_id(0);
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    const u64 hoist_values_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u64 hoist_values_1_offset = ((u64)hoist_params[25] | (u64)hoist_params[26] << 32);
    const u64 columns = ((u64)hoist_params[29] | (u64)hoist_params[30] << 32);
    const u64 groups = ((u64)hoist_params[31] | (u64)hoist_params[32] << 32);
    const u64 hoist_row = hoist_item / ((u64)hoist_params[19] | (u64)hoist_params[20] << 32);
    const u64 row = ((u64)hoist_params[9] | (u64)hoist_params[10] << 32) + (hoist_row % ((u64)hoist_params[13] | (u64)hoist_params[14] << 32)) * ((u64)hoist_params[11] | (u64)hoist_params[12] << 32);
    const u64 group = ((u64)hoist_params[15] | (u64)hoist_params[16] << 32) + (hoist_item % ((u64)hoist_params[19] | (u64)hoist_params[20] << 32)) * ((u64)hoist_params[17] | (u64)hoist_params[18] << 32);
    u64 acc = 0ul;
    u64 acc_1 = 0ul;
    u64 acc_2 = 0ul;
    u64 acc_3 = 0ul;
    u64 acc_4 = 0ul;
    u64 acc_5 = 0ul;
    u64 acc_6 = 0ul;
    u64 acc_7 = 0ul;
    u64 acc_8 = 0ul;
    u64 acc_9 = 0ul;
    u64 acc_10 = 0ul;
    u64 acc_11 = 0ul;
    u64 acc_12 = 0ul;
    u64 acc_13 = 0ul;
    u64 acc_14 = 0ul;
    u64 acc_15 = 0ul;
    u64 acc_16 = 0ul;
    u64 acc_17 = 0ul;
    u64 acc_18 = 0ul;
    u64 acc_19 = 0ul;
    u64 acc_20 = 0ul;
    u64 acc_21 = 0ul;
    u64 acc_22 = 0ul;
    u64 acc_23 = 0ul;
    u64 acc_24 = 0ul;
    u64 acc_25 = 0ul;
    u64 acc_26 = 0ul;
    u64 acc_27 = 0ul;
    const u64 t_1 = group * 64ul;
    for (u64 t = 0ul; t < 64ul; t++) {
        const u64 t_2 = t_1 + t;
        if (t_2 < columns) {
            const u64 t_5 = (row * columns) + t_2;
            u64 acc_28 = 0ul;
            u64 acc_29 = 0ul;
            u64 acc_30 = 0ul;
            u64 acc_31 = 0ul;
            const u64 t_6 = values[(hoist_values_offset + t_5)];
            acc_28 = t_6;
            const u64 t_7 = values[(hoist_values_offset + t_5)];
            acc_29 = t_7;
            const u64 t_8 = values[(hoist_values_offset + t_5)];
            acc_30 = t_8;
            const u64 t_9 = values[(hoist_values_offset + t_5)];
            acc_31 = t_9;
            if ((t & 1ul) == 0ul) {
                acc = acc_28;
                acc_1 = acc_29;
                acc_2 = acc_30;
                acc_3 = acc_31;
            }
            if ((t & 1ul) != 0ul) {
                u64 acc_32 = 0ul;
                u64 acc_33 = 0ul;
                u64 acc_34 = 0ul;
                u64 acc_35 = 0ul;
                acc_32 = acc;
                acc_33 = acc_1;
                acc_34 = acc_2;
                acc_35 = acc_3;
                acc_32 = acc_32 + acc_28;
                acc_33 = acc_33 + acc_29;
                acc_34 = acc_34 + acc_30;
                acc_35 = acc_35 + acc_31;
                acc_28 = acc_32;
                acc_29 = acc_33;
                acc_30 = acc_34;
                acc_31 = acc_35;
            }
            if ((t & 3ul) == 1ul) {
                acc_4 = acc_28;
                acc_5 = acc_29;
                acc_6 = acc_30;
                acc_7 = acc_31;
            }
            if ((t & 2ul) != 0ul) {
                u64 acc_36 = 0ul;
                u64 acc_37 = 0ul;
                u64 acc_38 = 0ul;
                u64 acc_39 = 0ul;
                acc_36 = acc_4;
                acc_37 = acc_5;
                acc_38 = acc_6;
                acc_39 = acc_7;
                acc_36 = acc_36 + acc_28;
                acc_37 = acc_37 + acc_29;
                acc_38 = acc_38 + acc_30;
                acc_39 = acc_39 + acc_31;
                acc_28 = acc_36;
                acc_29 = acc_37;
                acc_30 = acc_38;
                acc_31 = acc_39;
            }
            if ((t & 7ul) == 3ul) {
                acc_8 = acc_28;
                acc_9 = acc_29;
                acc_10 = acc_30;
                acc_11 = acc_31;
            }
            if ((t & 4ul) != 0ul) {
                u64 acc_40 = 0ul;
                u64 acc_41 = 0ul;
                u64 acc_42 = 0ul;
                u64 acc_43 = 0ul;
                acc_40 = acc_8;
                acc_41 = acc_9;
                acc_42 = acc_10;
                acc_43 = acc_11;
                acc_40 = acc_40 + acc_28;
                acc_41 = acc_41 + acc_29;
                acc_42 = acc_42 + acc_30;
                acc_43 = acc_43 + acc_31;
                acc_28 = acc_40;
                acc_29 = acc_41;
                acc_30 = acc_42;
                acc_31 = acc_43;
            }
            if ((t & 15ul) == 7ul) {
                acc_12 = acc_28;
                acc_13 = acc_29;
                acc_14 = acc_30;
                acc_15 = acc_31;
            }
            if ((t & 8ul) != 0ul) {
                u64 acc_44 = 0ul;
                u64 acc_45 = 0ul;
                u64 acc_46 = 0ul;
                u64 acc_47 = 0ul;
                acc_44 = acc_12;
                acc_45 = acc_13;
                acc_46 = acc_14;
                acc_47 = acc_15;
                acc_44 = acc_44 + acc_28;
                acc_45 = acc_45 + acc_29;
                acc_46 = acc_46 + acc_30;
                acc_47 = acc_47 + acc_31;
                acc_28 = acc_44;
                acc_29 = acc_45;
                acc_30 = acc_46;
                acc_31 = acc_47;
            }
            if ((t & 31ul) == 15ul) {
                acc_16 = acc_28;
                acc_17 = acc_29;
                acc_18 = acc_30;
                acc_19 = acc_31;
            }
            if ((t & 16ul) != 0ul) {
                u64 acc_48 = 0ul;
                u64 acc_49 = 0ul;
                u64 acc_50 = 0ul;
                u64 acc_51 = 0ul;
                acc_48 = acc_16;
                acc_49 = acc_17;
                acc_50 = acc_18;
                acc_51 = acc_19;
                acc_48 = acc_48 + acc_28;
                acc_49 = acc_49 + acc_29;
                acc_50 = acc_50 + acc_30;
                acc_51 = acc_51 + acc_31;
                acc_28 = acc_48;
                acc_29 = acc_49;
                acc_30 = acc_50;
                acc_31 = acc_51;
            }
            if ((t & 63ul) == 31ul) {
                acc_20 = acc_28;
                acc_21 = acc_29;
                acc_22 = acc_30;
                acc_23 = acc_31;
            }
            if ((t & 32ul) != 0ul) {
                u64 acc_52 = 0ul;
                u64 acc_53 = 0ul;
                u64 acc_54 = 0ul;
                u64 acc_55 = 0ul;
                acc_52 = acc_20;
                acc_53 = acc_21;
                acc_54 = acc_22;
                acc_55 = acc_23;
                acc_52 = acc_52 + acc_28;
                acc_53 = acc_53 + acc_29;
                acc_54 = acc_54 + acc_30;
                acc_55 = acc_55 + acc_31;
                acc_28 = acc_52;
                acc_29 = acc_53;
                acc_30 = acc_54;
                acc_31 = acc_55;
            }
            acc_24 = acc_28;
            acc_25 = acc_29;
            acc_26 = acc_30;
            acc_27 = acc_31;
        }
    }
    const u64 t_183 = (row * groups) + group;
    values_1[(hoist_values_1_offset + t_183)] = acc_24;
    values_1[(hoist_values_1_offset + t_183)] = acc_25;
    values_1[(hoist_values_1_offset + t_183)] = acc_26;
    values_1[(hoist_values_1_offset + t_183)] = acc_27;
}
