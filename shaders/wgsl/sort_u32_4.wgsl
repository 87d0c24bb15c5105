// kernel scan_step, loop 2 (crates/machine/src/scan.rs:0)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> values: array<u32>;

@compute @workgroup_size(64)
fn scan_step_2(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_values_offset: u32 = hoist_params[21];
    let hoist_values_1_offset: u32 = hoist_params[25];
    let hoist_values_2_offset: u32 = hoist_params[29];
    let groups: u32 = hoist_params[33];
    let blocks: u32 = hoist_params[35];
    let columns: u32 = hoist_params[37];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let row: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let group: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    var acc: u32 = 0u;
    var acc_1: u32 = 0u;
    let t_1: u32 = group >> 6u;
    let t_2: u32 = t_1 * 64u;
    for (var n: u32 = 0u; n < 64u; n++) {
        let t_3: u32 = t_2 + n;
        if (t_3 < group) {
            var acc_2: u32 = 0u;
            var acc_3: u32 = 0u;
            let t_7: u32 = values[(hoist_values_offset + ((row * groups) + t_3))];
            acc_2 = t_7;
            acc_3 = acc;
            acc_3 = acc_3 + acc_2;
            acc = acc_3;
        }
    }
    let t_15: u32 = values[(hoist_values_1_offset + ((row * blocks) + t_1))];
    acc_1 = t_15;
    var acc_4: u32 = 0u;
    var acc_5: u32 = 0u;
    var acc_6: u32 = 0u;
    var acc_7: u32 = 0u;
    var acc_8: u32 = 0u;
    var acc_9: u32 = 0u;
    var acc_10: u32 = 0u;
    let t_16: u32 = group * 64u;
    for (var t: u32 = 0u; t < 64u; t++) {
        let t_17: u32 = t_16 + t;
        if (t_17 < columns) {
            let t_20: u32 = (row * columns) + t_17;
            var acc_11: u32 = 0u;
            acc_11 = acc;
            acc_11 = acc_11 + acc_10;
            acc_11 = acc_11 + acc_1;
            values[(hoist_values_2_offset + t_20)] = acc_11;
            var acc_12: u32 = 0u;
            let t_29: u32 = values[(hoist_values_2_offset + t_20)];
            acc_12 = t_29;
            if ((t & 1u) == 0u) {
                acc_4 = acc_12;
            }
            if ((t & 1u) != 0u) {
                var acc_13: u32 = 0u;
                acc_13 = acc_4;
                acc_13 = acc_13 + acc_12;
                acc_12 = acc_13;
            }
            if ((t & 3u) == 1u) {
                acc_5 = acc_12;
            }
            if ((t & 2u) != 0u) {
                var acc_14: u32 = 0u;
                acc_14 = acc_5;
                acc_14 = acc_14 + acc_12;
                acc_12 = acc_14;
            }
            if ((t & 7u) == 3u) {
                acc_6 = acc_12;
            }
            if ((t & 4u) != 0u) {
                var acc_15: u32 = 0u;
                acc_15 = acc_6;
                acc_15 = acc_15 + acc_12;
                acc_12 = acc_15;
            }
            if ((t & 15u) == 7u) {
                acc_7 = acc_12;
            }
            if ((t & 8u) != 0u) {
                var acc_16: u32 = 0u;
                acc_16 = acc_7;
                acc_16 = acc_16 + acc_12;
                acc_12 = acc_16;
            }
            if ((t & 31u) == 15u) {
                acc_8 = acc_12;
            }
            if ((t & 16u) != 0u) {
                var acc_17: u32 = 0u;
                acc_17 = acc_8;
                acc_17 = acc_17 + acc_12;
                acc_12 = acc_17;
            }
            if ((t & 63u) == 31u) {
                acc_9 = acc_12;
            }
            if ((t & 32u) != 0u) {
                var acc_18: u32 = 0u;
                acc_18 = acc_9;
                acc_18 = acc_18 + acc_12;
                acc_12 = acc_18;
            }
            acc_10 = acc_12;
            var acc_19: u32 = 0u;
            acc_19 = acc;
            acc_19 = acc_19 + acc_10;
            acc_19 = acc_19 + acc_1;
            values[(hoist_values_2_offset + t_20)] = acc_19;
        }
    }
}
