// kernel layernorm, loop 0 (kernels/src/layernorm_kernel.rs:13)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> bias: array<f32>;
@group(0) @binding(3) var<storage, read> gain: array<f32>;
@group(0) @binding(4) var<storage, read> x: array<f32>;
@group(0) @binding(5) var<storage, read_write> y: array<f32>;

var<workgroup> hoist_part_0_f32: array<f32, 64>;
@compute @workgroup_size(64)
fn layernorm_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_number: u32 = u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x);
    let hoist_lane: u32 = hoist_local.x;
    if (hoist_number * 64u >= hoist_params[0]) { return; }
    let hoist_bias_offset: u32 = hoist_params[21];
    let hoist_gain_offset: u32 = hoist_params[25];
    let hoist_x_offset: u32 = hoist_params[29];
    let hoist_y_offset: u32 = hoist_params[33];
    let w: u32 = hoist_params[37];
    let r: u32 = hoist_params[15] + hoist_number * hoist_params[17];
    // kernels/src/layernorm_kernel.rs:14
    var sum: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/layernorm_kernel.rs:16
    var acc: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    for (var col: u32 = hoist_lane; col < w; col = col + 64u) {
        let row: u32 = 0u;
        // kernels/src/layernorm_kernel.rs:15
        let k: u32 = col;
        // kernels/src/layernorm_kernel.rs:16
        let t_4: f32 = x[(hoist_x_offset + ((r * w) + k))];
        acc = acc + t_4;
    }
    hoist_part_0_f32[hoist_lane] = acc;
    storageBarrier();
    workgroupBarrier();
    for (var hoist_half = 32u; hoist_half > 0u; hoist_half = hoist_half / 2u) {
        if (hoist_lane < hoist_half) {
            var acc_1: f32 = hoist_part_0_f32[hoist_lane + hoist_half];
            acc = acc + acc_1;
            hoist_part_0_f32[hoist_lane] = acc;
        }
        storageBarrier();
        workgroupBarrier();
    }
    acc = workgroupUniformLoad(&hoist_part_0_f32[0]);
    sum = sum + acc;
    // kernels/src/layernorm_kernel.rs:18
    let mean: f32 = sum / f32(w | hoist_zero);
    // kernels/src/layernorm_kernel.rs:19
    var squares: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/layernorm_kernel.rs:22
    var acc_2: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    storageBarrier();
    workgroupBarrier();
    for (var col_1: u32 = hoist_lane; col_1 < w; col_1 = col_1 + 64u) {
        let row_1: u32 = 0u;
        // kernels/src/layernorm_kernel.rs:20
        let k_1: u32 = col_1;
        // kernels/src/layernorm_kernel.rs:21
        let t_19: f32 = x[(hoist_x_offset + ((r * w) + k_1))];
        let d: f32 = t_19 - mean;
        // kernels/src/layernorm_kernel.rs:22
        acc_2 = acc_2 + (d * d);
    }
    hoist_part_0_f32[hoist_lane] = acc_2;
    storageBarrier();
    workgroupBarrier();
    for (var hoist_half = 32u; hoist_half > 0u; hoist_half = hoist_half / 2u) {
        if (hoist_lane < hoist_half) {
            var acc_3: f32 = hoist_part_0_f32[hoist_lane + hoist_half];
            acc_2 = acc_2 + acc_3;
            hoist_part_0_f32[hoist_lane] = acc_2;
        }
        storageBarrier();
        workgroupBarrier();
    }
    acc_2 = workgroupUniformLoad(&hoist_part_0_f32[0]);
    squares = squares + acc_2;
    // kernels/src/layernorm_kernel.rs:24
    let scale: f32 = 1.0f / sqrt(((squares / f32(w | hoist_zero)) + 1e-5f));
    // kernels/src/layernorm_kernel.rs:26
    storageBarrier();
    workgroupBarrier();
    for (var col_2: u32 = hoist_lane; col_2 < w; col_2 = col_2 + 64u) {
        let row_2: u32 = 0u;
        // kernels/src/layernorm_kernel.rs:25
        let k_2: u32 = col_2;
        // kernels/src/layernorm_kernel.rs:26
        let t_37: f32 = x[(hoist_x_offset + ((r * w) + k_2))];
        let t_40: f32 = gain[(hoist_gain_offset + k_2)];
        let t_42: f32 = bias[(hoist_bias_offset + k_2)];
        y[(hoist_y_offset + ((r * w) + k_2))] = ((((t_37 - mean) * scale) * t_40) + t_42);
    }
}
