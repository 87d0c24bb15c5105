// kernel scan_step, loop 0 (crates/machine/src/scan.rs:0)
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

extern "C" __global__ void __launch_bounds__(256) scan_step_0(u32* hoist_fault, const u32* hoist_params, const u64* values, u64* values_1) {
    const u64 hoist_item = ((u64)blockIdx.y * (u64)hoist_params[2] + (u64)blockIdx.x) * (u64)blockDim.x + (u64)threadIdx.x;
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    const u64 hoist_values_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u64 hoist_values_1_offset = ((u64)hoist_params[25] | (u64)hoist_params[26] << 32);
    const u64 columns = ((u64)hoist_params[29] | (u64)hoist_params[30] << 32);
    const u64 groups = ((u64)hoist_params[31] | (u64)hoist_params[32] << 32);
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
    u64 acc_8 = 0ull;
    u64 acc_9 = 0ull;
    u64 acc_10 = 0ull;
    u64 acc_11 = 0ull;
    u64 acc_12 = 0ull;
    u64 acc_13 = 0ull;
    u64 acc_14 = 0ull;
    u64 acc_15 = 0ull;
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
    const u64 t_1 = group * 64ull;
    for (u64 t = 0ull; t < 64ull; t++) {
        const u64 t_2 = t_1 + t;
        if (t_2 < columns) {
            const u64 t_5 = (row * columns) + t_2;
            u64 acc_28 = 0ull;
            u64 acc_29 = 0ull;
            u64 acc_30 = 0ull;
            u64 acc_31 = 0ull;
            const u64 t_6 = values[(hoist_values_offset + t_5)];
            acc_28 = t_6;
            const u64 t_7 = values[(hoist_values_offset + t_5)];
            acc_29 = t_7;
            const u64 t_8 = values[(hoist_values_offset + t_5)];
            acc_30 = t_8;
            const u64 t_9 = values[(hoist_values_offset + t_5)];
            acc_31 = t_9;
            if ((t & 1ull) == 0ull) {
                acc = acc_28;
                acc_1 = acc_29;
                acc_2 = acc_30;
                acc_3 = acc_31;
            }
            if ((t & 1ull) != 0ull) {
                u64 acc_32 = 0ull;
                u64 acc_33 = 0ull;
                u64 acc_34 = 0ull;
                u64 acc_35 = 0ull;
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
            if ((t & 3ull) == 1ull) {
                acc_4 = acc_28;
                acc_5 = acc_29;
                acc_6 = acc_30;
                acc_7 = acc_31;
            }
            if ((t & 2ull) != 0ull) {
                u64 acc_36 = 0ull;
                u64 acc_37 = 0ull;
                u64 acc_38 = 0ull;
                u64 acc_39 = 0ull;
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
            if ((t & 7ull) == 3ull) {
                acc_8 = acc_28;
                acc_9 = acc_29;
                acc_10 = acc_30;
                acc_11 = acc_31;
            }
            if ((t & 4ull) != 0ull) {
                u64 acc_40 = 0ull;
                u64 acc_41 = 0ull;
                u64 acc_42 = 0ull;
                u64 acc_43 = 0ull;
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
            if ((t & 15ull) == 7ull) {
                acc_12 = acc_28;
                acc_13 = acc_29;
                acc_14 = acc_30;
                acc_15 = acc_31;
            }
            if ((t & 8ull) != 0ull) {
                u64 acc_44 = 0ull;
                u64 acc_45 = 0ull;
                u64 acc_46 = 0ull;
                u64 acc_47 = 0ull;
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
            if ((t & 31ull) == 15ull) {
                acc_16 = acc_28;
                acc_17 = acc_29;
                acc_18 = acc_30;
                acc_19 = acc_31;
            }
            if ((t & 16ull) != 0ull) {
                u64 acc_48 = 0ull;
                u64 acc_49 = 0ull;
                u64 acc_50 = 0ull;
                u64 acc_51 = 0ull;
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
            if ((t & 63ull) == 31ull) {
                acc_20 = acc_28;
                acc_21 = acc_29;
                acc_22 = acc_30;
                acc_23 = acc_31;
            }
            if ((t & 32ull) != 0ull) {
                u64 acc_52 = 0ull;
                u64 acc_53 = 0ull;
                u64 acc_54 = 0ull;
                u64 acc_55 = 0ull;
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
