// kernel softmax, loop 0 (kernels/src/softmax_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> x: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;

var<workgroup> hoist_part_0_f32: array<f32, 64>;
fn hoist_max_f32(a: f32, b: f32) -> f32 {
    if (a > b) { return a; }
    if (b > a) { return b; }
    if (a == b) { return bitcast<f32>(bitcast<u32>(a) & bitcast<u32>(b)); }
    if ((bitcast<u32>(a) & 0x7fffffffu) > 0x7f800000u) { return b; }
    return a;
}

@compute @workgroup_size(64)
fn softmax_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_number: u32 = u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x);
    let hoist_lane: u32 = hoist_local.x;
    if (hoist_number * 64u >= hoist_params[0]) { return; }
    let hoist_x_offset: u32 = hoist_params[21];
    let hoist_y_offset: u32 = hoist_params[25];
    let w: u32 = hoist_params[29];
    let r: u32 = hoist_params[15] + hoist_number * hoist_params[17];
    // kernels/src/softmax_kernel.rs:13
    var most: f32 = bitcast<f32>((0xff800000u | hoist_zero));
    // kernels/src/softmax_kernel.rs:15
    var acc: f32 = bitcast<f32>((0x7fc00000u | hoist_zero));
    for (var col: u32 = hoist_lane; col < w; col = col + 64u) {
        let row: u32 = 0u;
        // kernels/src/softmax_kernel.rs:14
        let k: u32 = col;
        // kernels/src/softmax_kernel.rs:15
        let t_4: f32 = x[(hoist_x_offset + ((r * w) + k))];
        acc = hoist_max_f32(acc, t_4);
    }
    hoist_part_0_f32[hoist_lane] = acc;
    storageBarrier();
    workgroupBarrier();
    for (var hoist_half = 32u; hoist_half > 0u; hoist_half = hoist_half / 2u) {
        if (hoist_lane < hoist_half) {
            var acc_1: f32 = hoist_part_0_f32[hoist_lane + hoist_half];
            acc = hoist_max_f32(acc, acc_1);
            hoist_part_0_f32[hoist_lane] = acc;
        }
        storageBarrier();
        workgroupBarrier();
    }
    acc = workgroupUniformLoad(&hoist_part_0_f32[0]);
    most = hoist_max_f32(most, acc);
    // kernels/src/softmax_kernel.rs:17
    var sum: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/softmax_kernel.rs:18
    let t_13: f32 = most;
    // kernels/src/softmax_kernel.rs:21
    var acc_2: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    storageBarrier();
    workgroupBarrier();
    for (var col_1: u32 = hoist_lane; col_1 < w; col_1 = col_1 + 64u) {
        let row_1: u32 = 0u;
        // kernels/src/softmax_kernel.rs:18
        let k_1: u32 = col_1;
        // kernels/src/softmax_kernel.rs:19
        let t_18: f32 = x[(hoist_x_offset + ((r * w) + k_1))];
        let t_19: f32 = t_18 - t_13;
        let t_21: f32 = select(t_19, (-104.0f), (t_19 < (-104.0f)));
        let t_23: f32 = select(t_21, 89.0f, (t_21 > 89.0f));
        let t_25: f32 = round((t_23 * 1.442695f));
        let t_27: f32 = fma(t_25, (-1.4286068e-6f), fma(t_25, (-0.69314575f), t_23));
        let t_34: bool = t_25 < (-124.0f);
        let t_42: f32 = fma(fma(fma(fma(fma(fma(0.0013820967f, t_27, 0.008368669f), t_27, 0.041668262f), t_27, 0.16666521f), t_27, 0.49999994f), t_27, 1.0f), t_27, 1.0f) * bitcast<f32>(((bitcast<u32>((t_25 + 12582912.0f)) << 23u) + select(1056964608u, 1593835520u, t_34)));
        let e: f32 = t_42 * select(2.0f, 1.0842022e-19f, t_34);
        // kernels/src/softmax_kernel.rs:20
        y[(hoist_y_offset + ((r * w) + k_1))] = e;
        // kernels/src/softmax_kernel.rs:21
        acc_2 = acc_2 + e;
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
    sum = sum + acc_2;
    // kernels/src/softmax_kernel.rs:23
    let t_54: f32 = sum;
    // kernels/src/softmax_kernel.rs:24
    storageBarrier();
    workgroupBarrier();
    for (var col_2: u32 = hoist_lane; col_2 < w; col_2 = col_2 + 64u) {
        let row_2: u32 = 0u;
        // kernels/src/softmax_kernel.rs:23
        let k_2: u32 = col_2;
        // kernels/src/softmax_kernel.rs:24
        let t_56: u32 = (r * w) + k_2;
        let t_58: f32 = y[(hoist_y_offset + t_56)];
        y[(hoist_y_offset + t_56)] = (t_58 / t_54);
    }
}
