// kernel scan_step, loop 1 (crates/machine/src/scan.rs:0)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> values: array<u64>;

@compute @workgroup_size(64)
fn scan_step_1(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u64 = (u64(hoist_group.y) * u64(hoist_params[2]) + u64(hoist_group.x)) * 64lu + u64(hoist_local.x);
    if (hoist_item >= (u64(hoist_params[0]) | (u64(hoist_params[1]) << 32u))) { return; }
    let hoist_values_offset: u64 = (u64(hoist_params[21]) | (u64(hoist_params[22]) << 32u));
    let groups: u64 = (u64(hoist_params[25]) | (u64(hoist_params[26]) << 32u));
    let blocks: u64 = (u64(hoist_params[27]) | (u64(hoist_params[28]) << 32u));
    let hoist_row: u64 = hoist_item / (u64(hoist_params[19]) | (u64(hoist_params[20]) << 32u));
    let row: u64 = (u64(hoist_params[9]) | (u64(hoist_params[10]) << 32u)) + (hoist_row % (u64(hoist_params[13]) | (u64(hoist_params[14]) << 32u))) * (u64(hoist_params[11]) | (u64(hoist_params[12]) << 32u));
    let block: u64 = (u64(hoist_params[15]) | (u64(hoist_params[16]) << 32u)) + (hoist_item % (u64(hoist_params[19]) | (u64(hoist_params[20]) << 32u))) * (u64(hoist_params[17]) | (u64(hoist_params[18]) << 32u));
    var acc: u64 = 0lu;
    var acc_1: u64 = 0lu;
    var acc_2: u64 = 0lu;
    var acc_3: u64 = 0lu;
    let t: u64 = block * 64lu;
    let t_3: u64 = min(((block + 1lu) * 64lu), groups);
    for (var n: u64 = 0lu; n < 64lu; n = n + 1lu) {
        let t_4: u64 = t + n;
        if (t_4 < t_3) {
            var acc_4: u64 = 0lu;
            var acc_5: u64 = 0lu;
            var acc_6: u64 = 0lu;
            var acc_7: u64 = 0lu;
            var acc_8: u64 = 0lu;
            var acc_9: u64 = 0lu;
            var acc_10: u64 = 0lu;
            var acc_11: u64 = 0lu;
            let t_7: u64 = (row * groups) + t_4;
            let t_8: u64 = values[(hoist_values_offset + t_7)];
            acc_4 = t_8;
            let t_9: u64 = values[(hoist_values_offset + t_7)];
            acc_5 = t_9;
            let t_10: u64 = values[(hoist_values_offset + t_7)];
            acc_6 = t_10;
            let t_11: u64 = values[(hoist_values_offset + t_7)];
            acc_7 = t_11;
            acc_8 = acc;
            acc_9 = acc_1;
            acc_10 = acc_2;
            acc_11 = acc_3;
            acc_8 = acc_8 + acc_4;
            acc_9 = acc_9 + acc_5;
            acc_10 = acc_10 + acc_6;
            acc_11 = acc_11 + acc_7;
            acc = acc_8;
            acc_1 = acc_9;
            acc_2 = acc_10;
            acc_3 = acc_11;
        }
    }
    let t_33: u64 = (row * blocks) + block;
    values[(hoist_values_offset + t_33)] = acc;
    values[(hoist_values_offset + t_33)] = acc_1;
    values[(hoist_values_offset + t_33)] = acc_2;
    values[(hoist_values_offset + t_33)] = acc_3;
}
