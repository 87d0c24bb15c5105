// kernel scan_step, loop 2 (crates/machine/src/scan.rs:0)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> values: array<f32>;

@compute @workgroup_size(64)
fn scan_step_2(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_values_offset: u32 = hoist_params[21];
    let hoist_values_1_offset: u32 = hoist_params[25];
    let groups: u32 = hoist_params[29];
    let blocks: u32 = hoist_params[31];
    let columns: u32 = hoist_params[33];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let row: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let group: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    var acc: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_1: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    let t_1: u32 = group >> 6u;
    let t_2: u32 = t_1 * 64u;
    for (var n: u32 = 0u; n < 64u; n++) {
        let t_3: u32 = t_2 + n;
        if (t_3 < group) {
            var acc_2: f32 = bitcast<f32>((0x80000000u | hoist_zero));
            var acc_3: f32 = bitcast<f32>((0x80000000u | hoist_zero));
            let t_7: f32 = values[(hoist_values_offset + ((row * groups) + t_3))];
            acc_2 = t_7;
            acc_3 = acc;
            acc_3 = acc_3 + acc_2;
            acc = acc_3;
        }
    }
    let t_15: f32 = values[(hoist_values_offset + ((row * blocks) + t_1))];
    acc_1 = t_15;
    var acc_4: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_5: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_6: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_7: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_8: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_9: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_10: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    let t_16: u32 = group * 64u;
    for (var t: u32 = 0u; t < 64u; t++) {
        let t_17: u32 = t_16 + t;
        if (t_17 < columns) {
            let t_20: u32 = (row * columns) + t_17;
            var acc_11: f32 = bitcast<f32>((0x80000000u | hoist_zero));
            let t_21: f32 = values[(hoist_values_1_offset + t_20)];
            acc_11 = t_21;
            if ((t & 1u) == 0u) {
                acc_4 = acc_11;
            }
            if ((t & 1u) != 0u) {
                var acc_12: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_12 = acc_4;
                acc_12 = acc_12 + acc_11;
                acc_11 = acc_12;
            }
            if ((t & 3u) == 1u) {
                acc_5 = acc_11;
            }
            if ((t & 2u) != 0u) {
                var acc_13: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_13 = acc_5;
                acc_13 = acc_13 + acc_11;
                acc_11 = acc_13;
            }
            if ((t & 7u) == 3u) {
                acc_6 = acc_11;
            }
            if ((t & 4u) != 0u) {
                var acc_14: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_14 = acc_6;
                acc_14 = acc_14 + acc_11;
                acc_11 = acc_14;
            }
            if ((t & 15u) == 7u) {
                acc_7 = acc_11;
            }
            if ((t & 8u) != 0u) {
                var acc_15: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_15 = acc_7;
                acc_15 = acc_15 + acc_11;
                acc_11 = acc_15;
            }
            if ((t & 31u) == 15u) {
                acc_8 = acc_11;
            }
            if ((t & 16u) != 0u) {
                var acc_16: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_16 = acc_8;
                acc_16 = acc_16 + acc_11;
                acc_11 = acc_16;
            }
            if ((t & 63u) == 31u) {
                acc_9 = acc_11;
            }
            if ((t & 32u) != 0u) {
                var acc_17: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_17 = acc_9;
                acc_17 = acc_17 + acc_11;
                acc_11 = acc_17;
            }
            acc_10 = acc_11;
            var acc_18: f32 = bitcast<f32>((0x80000000u | hoist_zero));
            acc_18 = acc;
            acc_18 = acc_18 + acc_10;
            acc_18 = acc_18 + acc_1;
            values[(hoist_values_1_offset + t_20)] = acc_18;
        }
    }
}
