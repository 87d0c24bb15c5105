// kernel spmv, loop 0 (kernels/src/spmv_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> columns: array<u32>;
@group(0) @binding(3) var<storage, read> rows: array<u32>;
@group(0) @binding(4) var<storage, read> values: array<f32>;
@group(0) @binding(5) var<storage, read> x: array<f32>;
@group(0) @binding(6) var<storage, read_write> y: array<f32>;

fn hoist_fail(site: u32, kind: u32, index: u32, len: u32, iteration: u32) {
    if (atomicMax(&hoist_fault[0], site + 1u) != 0u) { return; }
    atomicStore(&hoist_fault[1], (kind << 24u) | site);
    atomicStore(&hoist_fault[2], u32(index));
    atomicStore(&hoist_fault[3], 0u);
    atomicStore(&hoist_fault[4], u32(len));
    atomicStore(&hoist_fault[5], 0u);
    atomicStore(&hoist_fault[6], u32(iteration));
    atomicStore(&hoist_fault[7], 0u);
}

@compute @workgroup_size(64)
fn spmv_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    if (atomicLoad(&hoist_fault[0]) != 0u) { return; }
    let hoist_columns_offset: u32 = hoist_params[21];
    let hoist_rows_offset: u32 = hoist_params[25];
    let hoist_rows_len: u32 = hoist_params[27];
    let hoist_values_offset: u32 = hoist_params[29];
    let hoist_values_len: u32 = hoist_params[31];
    let hoist_x_offset: u32 = hoist_params[33];
    let hoist_x_len: u32 = hoist_params[35];
    let hoist_y_offset: u32 = hoist_params[37];
    let r: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/spmv_kernel.rs:13
    var sum: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/spmv_kernel.rs:14
    let t: u32 = rows[(hoist_rows_offset + r)];
    let at: u32 = r + 1u;
    if (!(at < hoist_rows_len)) { hoist_fail(1u, 1u, at, hoist_rows_len, hoist_item); return; }
    let t_4: u32 = rows[(hoist_rows_offset + at)];
    var k: u32 = t;
    let t_5: u32 = t_4;
    loop {
        let t_6: u32 = k;
        if (!(t_6 < t_5)) {
            break;
        }
        k = t_6 + 1u;
        // kernels/src/spmv_kernel.rs:15
        if (!(t_6 < hoist_values_len)) { hoist_fail(2u, 1u, t_6, hoist_values_len, hoist_item); return; }
        let t_10: f32 = values[(hoist_values_offset + t_6)];
        let t_11: u32 = columns[(hoist_columns_offset + t_6)];
        let at_1: u32 = t_11;
        if (!(at_1 < hoist_x_len)) { hoist_fail(4u, 1u, at_1, hoist_x_len, hoist_item); return; }
        let t_13: f32 = x[(hoist_x_offset + at_1)];
        sum = sum + (t_10 * t_13);
    }
    // kernels/src/spmv_kernel.rs:17
    y[(hoist_y_offset + r)] = sum;
}
