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
void scan_step_2(__global u32* hoist_fault, __global const u32* hoist_params, __global const u64* values, __global u64* values_1) {
    const u64 hoist_item = ((u64)get_group_id(1) * (u64)hoist_params[2] + (u64)get_group_id(0)) * 64ul + (u64)get_local_id(0);
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    const u64 hoist_values_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u64 hoist_values_1_offset = ((u64)hoist_params[25] | (u64)hoist_params[26] << 32);
    const u64 groups = ((u64)hoist_params[29] | (u64)hoist_params[30] << 32);
    const u64 blocks = ((u64)hoist_params[31] | (u64)hoist_params[32] << 32);
    const u64 columns = ((u64)hoist_params[33] | (u64)hoist_params[34] << 32);
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
    const u64 t_1 = group >> 6u;
    const u64 t_2 = t_1 * 64ul;
    for (u64 n = 0ul; n < 64ul; n++) {
        const u64 t_3 = t_2 + n;
        if (t_3 < group) {
            u64 acc_8 = 0ul;
            u64 acc_9 = 0ul;
            u64 acc_10 = 0ul;
            u64 acc_11 = 0ul;
            u64 acc_12 = 0ul;
            u64 acc_13 = 0ul;
            u64 acc_14 = 0ul;
            u64 acc_15 = 0ul;
            const u64 t_6 = (row * groups) + t_3;
            const u64 t_7 = values[(hoist_values_offset + t_6)];
            acc_8 = t_7;
            const u64 t_8 = values[(hoist_values_offset + t_6)];
            acc_9 = t_8;
            const u64 t_9 = values[(hoist_values_offset + t_6)];
            acc_10 = t_9;
            const u64 t_10 = values[(hoist_values_offset + t_6)];
            acc_11 = t_10;
            acc_12 = acc;
            acc_13 = acc_1;
            acc_14 = acc_2;
            acc_15 = acc_3;
            acc_12 = acc_12 + acc_8;
            acc_13 = acc_13 + acc_9;
            acc_14 = acc_14 + acc_10;
            acc_15 = acc_15 + acc_11;
            acc = acc_12;
            acc_1 = acc_13;
            acc_2 = acc_14;
            acc_3 = acc_15;
        }
    }
    const u64 t_32 = (row * blocks) + t_1;
    const u64 t_33 = values[(hoist_values_offset + t_32)];
    acc_4 = t_33;
    const u64 t_34 = values[(hoist_values_offset + t_32)];
    acc_5 = t_34;
    const u64 t_35 = values[(hoist_values_offset + t_32)];
    acc_6 = t_35;
    const u64 t_36 = values[(hoist_values_offset + t_32)];
    acc_7 = t_36;
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
    u64 acc_28 = 0ul;
    u64 acc_29 = 0ul;
    u64 acc_30 = 0ul;
    u64 acc_31 = 0ul;
    u64 acc_32 = 0ul;
    u64 acc_33 = 0ul;
    u64 acc_34 = 0ul;
    u64 acc_35 = 0ul;
    u64 acc_36 = 0ul;
    u64 acc_37 = 0ul;
    u64 acc_38 = 0ul;
    u64 acc_39 = 0ul;
    u64 acc_40 = 0ul;
    u64 acc_41 = 0ul;
    u64 acc_42 = 0ul;
    u64 acc_43 = 0ul;
    const u64 t_37 = group * 64ul;
    for (u64 t = 0ul; t < 64ul; t++) {
        const u64 t_38 = t_37 + t;
        if (t_38 < columns) {
            const u64 t_41 = (row * columns) + t_38;
            u64 acc_44 = 0ul;
            u64 acc_45 = 0ul;
            u64 acc_46 = 0ul;
            u64 acc_47 = 0ul;
            acc_44 = acc;
            acc_45 = acc_1;
            acc_46 = acc_2;
            acc_47 = acc_3;
            acc_44 = acc_44 + acc_40;
            acc_45 = acc_45 + acc_41;
            acc_46 = acc_46 + acc_42;
            acc_47 = acc_47 + acc_43;
            acc_44 = acc_44 + acc_4;
            acc_45 = acc_45 + acc_5;
            acc_46 = acc_46 + acc_6;
            acc_47 = acc_47 + acc_7;
            values_1[(hoist_values_1_offset + t_41)] = acc_44;
            values_1[(hoist_values_1_offset + t_41)] = acc_45;
            values_1[(hoist_values_1_offset + t_41)] = acc_46;
            values_1[(hoist_values_1_offset + t_41)] = acc_47;
            u64 acc_48 = 0ul;
            u64 acc_49 = 0ul;
            u64 acc_50 = 0ul;
            u64 acc_51 = 0ul;
            const u64 t_74 = values_1[(hoist_values_1_offset + t_41)];
            acc_48 = t_74;
            const u64 t_75 = values_1[(hoist_values_1_offset + t_41)];
            acc_49 = t_75;
            const u64 t_76 = values_1[(hoist_values_1_offset + t_41)];
            acc_50 = t_76;
            const u64 t_77 = values_1[(hoist_values_1_offset + t_41)];
            acc_51 = t_77;
            if ((t & 1ul) == 0ul) {
                acc_16 = acc_48;
                acc_17 = acc_49;
                acc_18 = acc_50;
                acc_19 = acc_51;
            }
            if ((t & 1ul) != 0ul) {
                u64 acc_52 = 0ul;
                u64 acc_53 = 0ul;
                u64 acc_54 = 0ul;
                u64 acc_55 = 0ul;
                acc_52 = acc_16;
                acc_53 = acc_17;
                acc_54 = acc_18;
                acc_55 = acc_19;
                acc_52 = acc_52 + acc_48;
                acc_53 = acc_53 + acc_49;
                acc_54 = acc_54 + acc_50;
                acc_55 = acc_55 + acc_51;
                acc_48 = acc_52;
                acc_49 = acc_53;
                acc_50 = acc_54;
                acc_51 = acc_55;
            }
            if ((t & 3ul) == 1ul) {
                acc_20 = acc_48;
                acc_21 = acc_49;
                acc_22 = acc_50;
                acc_23 = acc_51;
            }
            if ((t & 2ul) != 0ul) {
                u64 acc_56 = 0ul;
                u64 acc_57 = 0ul;
                u64 acc_58 = 0ul;
                u64 acc_59 = 0ul;
                acc_56 = acc_20;
                acc_57 = acc_21;
                acc_58 = acc_22;
                acc_59 = acc_23;
                acc_56 = acc_56 + acc_48;
                acc_57 = acc_57 + acc_49;
                acc_58 = acc_58 + acc_50;
                acc_59 = acc_59 + acc_51;
                acc_48 = acc_56;
                acc_49 = acc_57;
                acc_50 = acc_58;
                acc_51 = acc_59;
            }
            if ((t & 7ul) == 3ul) {
                acc_24 = acc_48;
                acc_25 = acc_49;
                acc_26 = acc_50;
                acc_27 = acc_51;
            }
            if ((t & 4ul) != 0ul) {
                u64 acc_60 = 0ul;
                u64 acc_61 = 0ul;
                u64 acc_62 = 0ul;
                u64 acc_63 = 0ul;
                acc_60 = acc_24;
                acc_61 = acc_25;
                acc_62 = acc_26;
                acc_63 = acc_27;
                acc_60 = acc_60 + acc_48;
                acc_61 = acc_61 + acc_49;
                acc_62 = acc_62 + acc_50;
                acc_63 = acc_63 + acc_51;
                acc_48 = acc_60;
                acc_49 = acc_61;
                acc_50 = acc_62;
                acc_51 = acc_63;
            }
            if ((t & 15ul) == 7ul) {
                acc_28 = acc_48;
                acc_29 = acc_49;
                acc_30 = acc_50;
                acc_31 = acc_51;
            }
            if ((t & 8ul) != 0ul) {
                u64 acc_64 = 0ul;
                u64 acc_65 = 0ul;
                u64 acc_66 = 0ul;
                u64 acc_67 = 0ul;
                acc_64 = acc_28;
                acc_65 = acc_29;
                acc_66 = acc_30;
                acc_67 = acc_31;
                acc_64 = acc_64 + acc_48;
                acc_65 = acc_65 + acc_49;
                acc_66 = acc_66 + acc_50;
                acc_67 = acc_67 + acc_51;
                acc_48 = acc_64;
                acc_49 = acc_65;
                acc_50 = acc_66;
                acc_51 = acc_67;
            }
            if ((t & 31ul) == 15ul) {
                acc_32 = acc_48;
                acc_33 = acc_49;
                acc_34 = acc_50;
                acc_35 = acc_51;
            }
            if ((t & 16ul) != 0ul) {
                u64 acc_68 = 0ul;
                u64 acc_69 = 0ul;
                u64 acc_70 = 0ul;
                u64 acc_71 = 0ul;
                acc_68 = acc_32;
                acc_69 = acc_33;
                acc_70 = acc_34;
                acc_71 = acc_35;
                acc_68 = acc_68 + acc_48;
                acc_69 = acc_69 + acc_49;
                acc_70 = acc_70 + acc_50;
                acc_71 = acc_71 + acc_51;
                acc_48 = acc_68;
                acc_49 = acc_69;
                acc_50 = acc_70;
                acc_51 = acc_71;
            }
            if ((t & 63ul) == 31ul) {
                acc_36 = acc_48;
                acc_37 = acc_49;
                acc_38 = acc_50;
                acc_39 = acc_51;
            }
            if ((t & 32ul) != 0ul) {
                u64 acc_72 = 0ul;
                u64 acc_73 = 0ul;
                u64 acc_74 = 0ul;
                u64 acc_75 = 0ul;
                acc_72 = acc_36;
                acc_73 = acc_37;
                acc_74 = acc_38;
                acc_75 = acc_39;
                acc_72 = acc_72 + acc_48;
                acc_73 = acc_73 + acc_49;
                acc_74 = acc_74 + acc_50;
                acc_75 = acc_75 + acc_51;
                acc_48 = acc_72;
                acc_49 = acc_73;
                acc_50 = acc_74;
                acc_51 = acc_75;
            }
            acc_40 = acc_48;
            acc_41 = acc_49;
            acc_42 = acc_50;
            acc_43 = acc_51;
            u64 acc_76 = 0ul;
            u64 acc_77 = 0ul;
            u64 acc_78 = 0ul;
            u64 acc_79 = 0ul;
            acc_76 = acc;
            acc_77 = acc_1;
            acc_78 = acc_2;
            acc_79 = acc_3;
            acc_76 = acc_76 + acc_40;
            acc_77 = acc_77 + acc_41;
            acc_78 = acc_78 + acc_42;
            acc_79 = acc_79 + acc_43;
            acc_76 = acc_76 + acc_4;
            acc_77 = acc_77 + acc_5;
            acc_78 = acc_78 + acc_6;
            acc_79 = acc_79 + acc_7;
            values_1[(hoist_values_1_offset + t_41)] = acc_76;
            values_1[(hoist_values_1_offset + t_41)] = acc_77;
            values_1[(hoist_values_1_offset + t_41)] = acc_78;
            values_1[(hoist_values_1_offset + t_41)] = acc_79;
        }
    }
}
