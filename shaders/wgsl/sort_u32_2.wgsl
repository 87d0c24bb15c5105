// kernel scan_step, loop 0 (crates/machine/src/scan.rs:0)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> values: array<u64>;

@compute @workgroup_size(64)
fn scan_step_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u64 = (u64(hoist_group.y) * u64(hoist_params[2]) + u64(hoist_group.x)) * 64lu + u64(hoist_local.x);
    if (hoist_item >= (u64(hoist_params[0]) | (u64(hoist_params[1]) << 32u))) { return; }
    let hoist_values_offset: u64 = (u64(hoist_params[21]) | (u64(hoist_params[22]) << 32u));
    let hoist_values_1_offset: u64 = (u64(hoist_params[25]) | (u64(hoist_params[26]) << 32u));
    let columns: u64 = (u64(hoist_params[29]) | (u64(hoist_params[30]) << 32u));
    let groups: u64 = (u64(hoist_params[31]) | (u64(hoist_params[32]) << 32u));
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
    var acc_8: u64 = 0lu;
    var acc_9: u64 = 0lu;
    var acc_10: u64 = 0lu;
    var acc_11: u64 = 0lu;
    var acc_12: u64 = 0lu;
    var acc_13: u64 = 0lu;
    var acc_14: u64 = 0lu;
    var acc_15: u64 = 0lu;
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
    let t_1: u64 = group * 64lu;
    for (var t: u64 = 0lu; t < 64lu; t = t + 1lu) {
        let t_2: u64 = t_1 + t;
        if (t_2 < columns) {
            let t_5: u64 = (row * columns) + t_2;
            var acc_28: u64 = 0lu;
            var acc_29: u64 = 0lu;
            var acc_30: u64 = 0lu;
            var acc_31: u64 = 0lu;
            let t_6: u64 = values[(hoist_values_offset + t_5)];
            acc_28 = t_6;
            let t_7: u64 = values[(hoist_values_offset + t_5)];
            acc_29 = t_7;
            let t_8: u64 = values[(hoist_values_offset + t_5)];
            acc_30 = t_8;
            let t_9: u64 = values[(hoist_values_offset + t_5)];
            acc_31 = t_9;
            if ((t & 1lu) == 0lu) {
                acc = acc_28;
                acc_1 = acc_29;
                acc_2 = acc_30;
                acc_3 = acc_31;
            }
            if ((t & 1lu) != 0lu) {
                var acc_32: u64 = 0lu;
                var acc_33: u64 = 0lu;
                var acc_34: u64 = 0lu;
                var acc_35: u64 = 0lu;
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
            if ((t & 3lu) == 1lu) {
                acc_4 = acc_28;
                acc_5 = acc_29;
                acc_6 = acc_30;
                acc_7 = acc_31;
            }
            if ((t & 2lu) != 0lu) {
                var acc_36: u64 = 0lu;
                var acc_37: u64 = 0lu;
                var acc_38: u64 = 0lu;
                var acc_39: u64 = 0lu;
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
            if ((t & 7lu) == 3lu) {
                acc_8 = acc_28;
                acc_9 = acc_29;
                acc_10 = acc_30;
                acc_11 = acc_31;
            }
            if ((t & 4lu) != 0lu) {
                var acc_40: u64 = 0lu;
                var acc_41: u64 = 0lu;
                var acc_42: u64 = 0lu;
                var acc_43: u64 = 0lu;
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
            if ((t & 15lu) == 7lu) {
                acc_12 = acc_28;
                acc_13 = acc_29;
                acc_14 = acc_30;
                acc_15 = acc_31;
            }
            if ((t & 8lu) != 0lu) {
                var acc_44: u64 = 0lu;
                var acc_45: u64 = 0lu;
                var acc_46: u64 = 0lu;
                var acc_47: u64 = 0lu;
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
            if ((t & 31lu) == 15lu) {
                acc_16 = acc_28;
                acc_17 = acc_29;
                acc_18 = acc_30;
                acc_19 = acc_31;
            }
            if ((t & 16lu) != 0lu) {
                var acc_48: u64 = 0lu;
                var acc_49: u64 = 0lu;
                var acc_50: u64 = 0lu;
                var acc_51: u64 = 0lu;
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
            if ((t & 63lu) == 31lu) {
                acc_20 = acc_28;
                acc_21 = acc_29;
                acc_22 = acc_30;
                acc_23 = acc_31;
            }
            if ((t & 32lu) != 0lu) {
                var acc_52: u64 = 0lu;
                var acc_53: u64 = 0lu;
                var acc_54: u64 = 0lu;
                var acc_55: u64 = 0lu;
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
    let t_183: u64 = (row * groups) + group;
    values[(hoist_values_1_offset + t_183)] = acc_24;
    values[(hoist_values_1_offset + t_183)] = acc_25;
    values[(hoist_values_1_offset + t_183)] = acc_26;
    values[(hoist_values_1_offset + t_183)] = acc_27;
}
