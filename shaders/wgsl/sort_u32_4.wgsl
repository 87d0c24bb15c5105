// kernel scan_step, loop 2 (crates/machine/src/scan.rs:0)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> values: array<u64>;

@compute @workgroup_size(64)
fn scan_step_2(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u64 = (u64(hoist_group.y) * u64(hoist_params[2]) + u64(hoist_group.x)) * 64lu + u64(hoist_local.x);
    if (hoist_item >= (u64(hoist_params[0]) | (u64(hoist_params[1]) << 32u))) { return; }
    let hoist_values_offset: u64 = (u64(hoist_params[21]) | (u64(hoist_params[22]) << 32u));
    let hoist_values_1_offset: u64 = (u64(hoist_params[25]) | (u64(hoist_params[26]) << 32u));
    let groups: u64 = (u64(hoist_params[29]) | (u64(hoist_params[30]) << 32u));
    let blocks: u64 = (u64(hoist_params[31]) | (u64(hoist_params[32]) << 32u));
    let columns: u64 = (u64(hoist_params[33]) | (u64(hoist_params[34]) << 32u));
    let hoist_row: u64 = hoist_item / (u64(hoist_params[19]) | (u64(hoist_params[20]) << 32u));
    let row: u64 = (u64(hoist_params[9]) | (u64(hoist_params[10]) << 32u)) + (hoist_row % (u64(hoist_params[13]) | (u64(hoist_params[14]) << 32u))) * (u64(hoist_params[11]) | (u64(hoist_params[12]) << 32u));
    let group: u64 = (u64(hoist_params[15]) | (u64(hoist_params[16]) << 32u)) + (hoist_item % (u64(hoist_params[19]) | (u64(hoist_params[20]) << 32u))) * (u64(hoist_params[17]) | (u64(hoist_params[18]) << 32u));
    var acc: u64 = 0lu;
    var acc_1: u64 = 0lu;
    var acc_2: u64 = 0lu;
    var acc_3: u64 = 0lu;
    var acc_4: u64 = 0lu;
    var acc_5: u64 = 0lu;
    var acc_6: u64 = 0lu;
    var acc_7: u64 = 0lu;
    let t_1: u64 = group >> 6u;
    let t_2: u64 = t_1 * 64lu;
    for (var n: u64 = 0lu; n < 64lu; n = n + 1lu) {
        let t_3: u64 = t_2 + n;
        if (t_3 < group) {
            var acc_8: u64 = 0lu;
            var acc_9: u64 = 0lu;
            var acc_10: u64 = 0lu;
            var acc_11: u64 = 0lu;
            var acc_12: u64 = 0lu;
            var acc_13: u64 = 0lu;
            var acc_14: u64 = 0lu;
            var acc_15: u64 = 0lu;
            let t_6: u64 = (row * groups) + t_3;
            let t_7: u64 = values[(hoist_values_offset + t_6)];
            acc_8 = t_7;
            let t_8: u64 = values[(hoist_values_offset + t_6)];
            acc_9 = t_8;
            let t_9: u64 = values[(hoist_values_offset + t_6)];
            acc_10 = t_9;
            let t_10: u64 = values[(hoist_values_offset + t_6)];
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
    let t_32: u64 = (row * blocks) + t_1;
    let t_33: u64 = values[(hoist_values_offset + t_32)];
    acc_4 = t_33;
    let t_34: u64 = values[(hoist_values_offset + t_32)];
    acc_5 = t_34;
    let t_35: u64 = values[(hoist_values_offset + t_32)];
    acc_6 = t_35;
    let t_36: u64 = values[(hoist_values_offset + t_32)];
    acc_7 = t_36;
    var acc_16: u64 = 0lu;
    var acc_17: u64 = 0lu;
    var acc_18: u64 = 0lu;
    var acc_19: u64 = 0lu;
    var acc_20: u64 = 0lu;
    var acc_21: u64 = 0lu;
    var acc_22: u64 = 0lu;
    var acc_23: u64 = 0lu;
    var acc_24: u64 = 0lu;
    var acc_25: u64 = 0lu;
    var acc_26: u64 = 0lu;
    var acc_27: u64 = 0lu;
    var acc_28: u64 = 0lu;
    var acc_29: u64 = 0lu;
    var acc_30: u64 = 0lu;
    var acc_31: u64 = 0lu;
    var acc_32: u64 = 0lu;
    var acc_33: u64 = 0lu;
    var acc_34: u64 = 0lu;
    var acc_35: u64 = 0lu;
    var acc_36: u64 = 0lu;
    var acc_37: u64 = 0lu;
    var acc_38: u64 = 0lu;
    var acc_39: u64 = 0lu;
    var acc_40: u64 = 0lu;
    var acc_41: u64 = 0lu;
    var acc_42: u64 = 0lu;
    var acc_43: u64 = 0lu;
    let t_37: u64 = group * 64lu;
    for (var t: u64 = 0lu; t < 64lu; t = t + 1lu) {
        let t_38: u64 = t_37 + t;
        if (t_38 < columns) {
            let t_41: u64 = (row * columns) + t_38;
            var acc_44: u64 = 0lu;
            var acc_45: u64 = 0lu;
            var acc_46: u64 = 0lu;
            var acc_47: u64 = 0lu;
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
            values[(hoist_values_1_offset + t_41)] = acc_44;
            values[(hoist_values_1_offset + t_41)] = acc_45;
            values[(hoist_values_1_offset + t_41)] = acc_46;
            values[(hoist_values_1_offset + t_41)] = acc_47;
            var acc_48: u64 = 0lu;
            var acc_49: u64 = 0lu;
            var acc_50: u64 = 0lu;
            var acc_51: u64 = 0lu;
            let t_74: u64 = values[(hoist_values_1_offset + t_41)];
            acc_48 = t_74;
            let t_75: u64 = values[(hoist_values_1_offset + t_41)];
            acc_49 = t_75;
            let t_76: u64 = values[(hoist_values_1_offset + t_41)];
            acc_50 = t_76;
            let t_77: u64 = values[(hoist_values_1_offset + t_41)];
            acc_51 = t_77;
            if ((t & 1lu) == 0lu) {
                acc_16 = acc_48;
                acc_17 = acc_49;
                acc_18 = acc_50;
                acc_19 = acc_51;
            }
            if ((t & 1lu) != 0lu) {
                var acc_52: u64 = 0lu;
                var acc_53: u64 = 0lu;
                var acc_54: u64 = 0lu;
                var acc_55: u64 = 0lu;
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
            if ((t & 3lu) == 1lu) {
                acc_20 = acc_48;
                acc_21 = acc_49;
                acc_22 = acc_50;
                acc_23 = acc_51;
            }
            if ((t & 2lu) != 0lu) {
                var acc_56: u64 = 0lu;
                var acc_57: u64 = 0lu;
                var acc_58: u64 = 0lu;
                var acc_59: u64 = 0lu;
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
            if ((t & 7lu) == 3lu) {
                acc_24 = acc_48;
                acc_25 = acc_49;
                acc_26 = acc_50;
                acc_27 = acc_51;
            }
            if ((t & 4lu) != 0lu) {
                var acc_60: u64 = 0lu;
                var acc_61: u64 = 0lu;
                var acc_62: u64 = 0lu;
                var acc_63: u64 = 0lu;
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
            if ((t & 15lu) == 7lu) {
                acc_28 = acc_48;
                acc_29 = acc_49;
                acc_30 = acc_50;
                acc_31 = acc_51;
            }
            if ((t & 8lu) != 0lu) {
                var acc_64: u64 = 0lu;
                var acc_65: u64 = 0lu;
                var acc_66: u64 = 0lu;
                var acc_67: u64 = 0lu;
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
            if ((t & 31lu) == 15lu) {
                acc_32 = acc_48;
                acc_33 = acc_49;
                acc_34 = acc_50;
                acc_35 = acc_51;
            }
            if ((t & 16lu) != 0lu) {
                var acc_68: u64 = 0lu;
                var acc_69: u64 = 0lu;
                var acc_70: u64 = 0lu;
                var acc_71: u64 = 0lu;
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
            if ((t & 63lu) == 31lu) {
                acc_36 = acc_48;
                acc_37 = acc_49;
                acc_38 = acc_50;
                acc_39 = acc_51;
            }
            if ((t & 32lu) != 0lu) {
                var acc_72: u64 = 0lu;
                var acc_73: u64 = 0lu;
                var acc_74: u64 = 0lu;
                var acc_75: u64 = 0lu;
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
            var acc_76: u64 = 0lu;
            var acc_77: u64 = 0lu;
            var acc_78: u64 = 0lu;
            var acc_79: u64 = 0lu;
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
            values[(hoist_values_1_offset + t_41)] = acc_76;
            values[(hoist_values_1_offset + t_41)] = acc_77;
            values[(hoist_values_1_offset + t_41)] = acc_78;
            values[(hoist_values_1_offset + t_41)] = acc_79;
        }
    }
}
