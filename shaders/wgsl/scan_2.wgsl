// kernel scan_step, loop 1 (crates/machine/src/scan.rs:0)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> values: array<f32>;

@compute @workgroup_size(64)
fn scan_step_1(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_values_offset: u32 = hoist_params[21];
    let groups: u32 = hoist_params[25];
    let blocks: u32 = hoist_params[27];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let row: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let block: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    var acc: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    let t: u32 = block * 64u;
    let t_3: u32 = min(((block + 1u) * 64u), groups);
    for (var n: u32 = 0u; n < 64u; n++) {
        let t_4: u32 = t + n;
        if (t_4 < t_3) {
            var acc_1: f32 = bitcast<f32>((0x80000000u | hoist_zero));
            var acc_2: f32 = bitcast<f32>((0x80000000u | hoist_zero));
            let t_8: f32 = values[(hoist_values_offset + ((row * groups) + t_4))];
            acc_1 = t_8;
            acc_2 = acc;
            acc_2 = acc_2 + acc_1;
            acc = acc_2;
        }
    }
    values[(hoist_values_offset + ((row * blocks) + block))] = acc;
}
