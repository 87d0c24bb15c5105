// kernel scan_step, loop 0 (crates/machine/src/scan.rs:0)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> values: array<f32>;

@compute @workgroup_size(64)
fn scan_step_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_values_offset: u32 = hoist_params[21];
    let hoist_values_1_offset: u32 = hoist_params[25];
    let columns: u32 = hoist_params[29];
    let groups: u32 = hoist_params[31];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let row: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let group: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    var acc: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_1: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_2: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_3: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_4: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_5: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_6: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    let t_1: u32 = group * 64u;
    for (var t: u32 = 0u; t < 64u; t++) {
        let t_2: u32 = t_1 + t;
        if (t_2 < columns) {
            var acc_7: f32 = bitcast<f32>((0x80000000u | hoist_zero));
            let t_6: f32 = values[(hoist_values_offset + ((row * columns) + t_2))];
            acc_7 = t_6;
            if ((t & 1u) == 0u) {
                acc = acc_7;
            }
            if ((t & 1u) != 0u) {
                var acc_8: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_8 = acc;
                acc_8 = acc_8 + acc_7;
                acc_7 = acc_8;
            }
            if ((t & 3u) == 1u) {
                acc_1 = acc_7;
            }
            if ((t & 2u) != 0u) {
                var acc_9: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_9 = acc_1;
                acc_9 = acc_9 + acc_7;
                acc_7 = acc_9;
            }
            if ((t & 7u) == 3u) {
                acc_2 = acc_7;
            }
            if ((t & 4u) != 0u) {
                var acc_10: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_10 = acc_2;
                acc_10 = acc_10 + acc_7;
                acc_7 = acc_10;
            }
            if ((t & 15u) == 7u) {
                acc_3 = acc_7;
            }
            if ((t & 8u) != 0u) {
                var acc_11: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_11 = acc_3;
                acc_11 = acc_11 + acc_7;
                acc_7 = acc_11;
            }
            if ((t & 31u) == 15u) {
                acc_4 = acc_7;
            }
            if ((t & 16u) != 0u) {
                var acc_12: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_12 = acc_4;
                acc_12 = acc_12 + acc_7;
                acc_7 = acc_12;
            }
            if ((t & 63u) == 31u) {
                acc_5 = acc_7;
            }
            if ((t & 32u) != 0u) {
                var acc_13: f32 = bitcast<f32>((0x80000000u | hoist_zero));
                acc_13 = acc_5;
                acc_13 = acc_13 + acc_7;
                acc_7 = acc_13;
            }
            acc_6 = acc_7;
        }
    }
    values[(hoist_values_1_offset + ((row * groups) + group))] = acc_6;
}
