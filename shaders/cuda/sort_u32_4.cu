// kernel scan_step, loop 2 (crates/machine/src/scan.rs:0)
typedef signed char i8;
typedef unsigned char u8;
typedef short i16;
typedef unsigned short u16;
typedef int i32;
typedef unsigned int u32;
typedef long long i64;
typedef unsigned long long u64;
typedef float f32;
typedef double f64;

extern "C" __global__ void __launch_bounds__(256) scan_step_2(u32* hoist_fault, const u32* hoist_params, const u64* values, u64* values_1) {
    const u64 hoist_item = ((u64)blockIdx.y * (u64)hoist_params[2] + (u64)blockIdx.x) * (u64)blockDim.x + (u64)threadIdx.x;
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    const u64 hoist_values_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u64 hoist_values_1_offset = ((u64)hoist_params[25] | (u64)hoist_params[26] << 32);
    const u64 groups = ((u64)hoist_params[29] | (u64)hoist_params[30] << 32);
    const u64 blocks = ((u64)hoist_params[31] | (u64)hoist_params[32] << 32);
    const u64 columns = ((u64)hoist_params[33] | (u64)hoist_params[34] << 32);
    const u64 hoist_row = hoist_item / ((u64)hoist_params[19] | (u64)hoist_params[20] << 32);
    const u64 row = ((u64)hoist_params[9] | (u64)hoist_params[10] << 32) + (hoist_row % ((u64)hoist_params[13] | (u64)hoist_params[14] << 32)) * ((u64)hoist_params[11] | (u64)hoist_params[12] << 32);
    const u64 group = ((u64)hoist_params[15] | (u64)hoist_params[16] << 32) + (hoist_item % ((u64)hoist_params[19] | (u64)hoist_params[20] << 32)) * ((u64)hoist_params[17] | (u64)hoist_params[18] << 32);
    u64 acc = 0ull;
    u64 acc_1 = 0ull;
    u64 acc_2 = 0ull;
    u64 acc_3 = 0ull;
    u64 acc_4 = 0ull;
    u64 acc_5 = 0ull;
    u64 acc_6 = 0ull;
    u64 acc_7 = 0ull;
    const u64 t_1 = group >> 6u;
    const u64 t_2 = t_1 * 64ull;
    for (u64 n = 0ull; n < 64ull; n++) {
        const u64 t_3 = t_2 + n;
        if (t_3 < group) {
            u64 acc_8 = 0ull;
            u64 acc_9 = 0ull;
            u64 acc_10 = 0ull;
            u64 acc_11 = 0ull;
            u64 acc_12 = 0ull;
            u64 acc_13 = 0ull;
            u64 acc_14 = 0ull;
            u64 acc_15 = 0ull;
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
    u64 acc_16 = 0ull;
    u64 acc_17 = 0ull;
    u64 acc_18 = 0ull;
    u64 acc_19 = 0ull;
    u64 acc_20 = 0ull;
    u64 acc_21 = 0ull;
    u64 acc_22 = 0ull;
    u64 acc_23 = 0ull;
    u64 acc_24 = 0ull;
    u64 acc_25 = 0ull;
    u64 acc_26 = 0ull;
    u64 acc_27 = 0ull;
    u64 acc_28 = 0ull;
    u64 acc_29 = 0ull;
    u64 acc_30 = 0ull;
    u64 acc_31 = 0ull;
    u64 acc_32 = 0ull;
    u64 acc_33 = 0ull;
    u64 acc_34 = 0ull;
    u64 acc_35 = 0ull;
    u64 acc_36 = 0ull;
    u64 acc_37 = 0ull;
    u64 acc_38 = 0ull;
    u64 acc_39 = 0ull;
    u64 acc_40 = 0ull;
    u64 acc_41 = 0ull;
    u64 acc_42 = 0ull;
    u64 acc_43 = 0ull;
    const u64 t_37 = group * 64ull;
    for (u64 t = 0ull; t < 64ull; t++) {
        const u64 t_38 = t_37 + t;
        if (t_38 < columns) {
            const u64 t_41 = (row * columns) + t_38;
            u64 acc_44 = 0ull;
            u64 acc_45 = 0ull;
            u64 acc_46 = 0ull;
            u64 acc_47 = 0ull;
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
            u64 acc_48 = 0ull;
            u64 acc_49 = 0ull;
            u64 acc_50 = 0ull;
            u64 acc_51 = 0ull;
            const u64 t_74 = values_1[(hoist_values_1_offset + t_41)];
            acc_48 = t_74;
            const u64 t_75 = values_1[(hoist_values_1_offset + t_41)];
            acc_49 = t_75;
            const u64 t_76 = values_1[(hoist_values_1_offset + t_41)];
            acc_50 = t_76;
            const u64 t_77 = values_1[(hoist_values_1_offset + t_41)];
            acc_51 = t_77;
            if ((t & 1ull) == 0ull) {
                acc_16 = acc_48;
                acc_17 = acc_49;
                acc_18 = acc_50;
                acc_19 = acc_51;
            }
            if ((t & 1ull) != 0ull) {
                u64 acc_52 = 0ull;
                u64 acc_53 = 0ull;
                u64 acc_54 = 0ull;
                u64 acc_55 = 0ull;
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
            if ((t & 3ull) == 1ull) {
                acc_20 = acc_48;
                acc_21 = acc_49;
                acc_22 = acc_50;
                acc_23 = acc_51;
            }
            if ((t & 2ull) != 0ull) {
                u64 acc_56 = 0ull;
                u64 acc_57 = 0ull;
                u64 acc_58 = 0ull;
                u64 acc_59 = 0ull;
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
            if ((t & 7ull) == 3ull) {
                acc_24 = acc_48;
                acc_25 = acc_49;
                acc_26 = acc_50;
                acc_27 = acc_51;
            }
            if ((t & 4ull) != 0ull) {
                u64 acc_60 = 0ull;
                u64 acc_61 = 0ull;
                u64 acc_62 = 0ull;
                u64 acc_63 = 0ull;
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
            if ((t & 15ull) == 7ull) {
                acc_28 = acc_48;
                acc_29 = acc_49;
                acc_30 = acc_50;
                acc_31 = acc_51;
            }
            if ((t & 8ull) != 0ull) {
                u64 acc_64 = 0ull;
                u64 acc_65 = 0ull;
                u64 acc_66 = 0ull;
                u64 acc_67 = 0ull;
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
            if ((t & 31ull) == 15ull) {
                acc_32 = acc_48;
                acc_33 = acc_49;
                acc_34 = acc_50;
                acc_35 = acc_51;
            }
            if ((t & 16ull) != 0ull) {
                u64 acc_68 = 0ull;
                u64 acc_69 = 0ull;
                u64 acc_70 = 0ull;
                u64 acc_71 = 0ull;
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
            if ((t & 63ull) == 31ull) {
                acc_36 = acc_48;
                acc_37 = acc_49;
                acc_38 = acc_50;
                acc_39 = acc_51;
            }
            if ((t & 32ull) != 0ull) {
                u64 acc_72 = 0ull;
                u64 acc_73 = 0ull;
                u64 acc_74 = 0ull;
                u64 acc_75 = 0ull;
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
            u64 acc_76 = 0ull;
            u64 acc_77 = 0ull;
            u64 acc_78 = 0ull;
            u64 acc_79 = 0ull;
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
