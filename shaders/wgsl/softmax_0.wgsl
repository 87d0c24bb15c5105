// kernel softmax, loop 0 (kernels/src/softmax_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> x: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;

var<private> hoist_zero: u32 = 0u;

fn hoist_max_f32(a: f32, b: f32) -> f32 {
    if (a > b) { return a; }
    if (b > a) { return b; }
    if (a == b) { return bitcast<f32>(bitcast<u32>(a) & bitcast<u32>(b)); }
    if ((bitcast<u32>(a) & 0x7fffffffu) > 0x7f800000u) { return b; }
    return a;
}

@compute @workgroup_size(64)
fn softmax_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_x_offset: u32 = hoist_params[21];
    let hoist_y_offset: u32 = hoist_params[25];
    let w: u32 = hoist_params[29];
    let r: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/softmax_kernel.rs:13
    var most: f32 = bitcast<f32>((0xff800000u | hoist_zero));
    // kernels/src/softmax_kernel.rs:14
    for (var k: u32 = 0u; k < w; k++) {
        // kernels/src/softmax_kernel.rs:15
        let t_3: f32 = x[(hoist_x_offset + ((r * w) + k))];
        most = hoist_max_f32(most, t_3);
    }
    // kernels/src/softmax_kernel.rs:17
    var sum: f32 = 0.0f;
    // kernels/src/softmax_kernel.rs:18
    for (var k_1: u32 = 0u; k_1 < w; k_1++) {
        // kernels/src/softmax_kernel.rs:19
        let t_7: f32 = x[(hoist_x_offset + ((r * w) + k_1))];
        let t_9: f32 = t_7 - most;
        let t_11: f32 = select(t_9, (-104.0f), (t_9 < (-104.0f)));
        let t_13: f32 = select(t_11, 89.0f, (t_11 > 89.0f));
        let t_15: f32 = round((t_13 * 1.442695f));
        let t_17: f32 = fma(t_15, (-1.4286068e-6f), fma(t_15, (-0.69314575f), t_13));
        let t_25: bool = t_15 < (-124.0f);
        let t_33: f32 = (fma((t_17 * t_17), fma(fma(fma(fma(0.0013820967f, t_17, 0.008368669f), t_17, 0.041668262f), t_17, 0.16666521f), t_17, 0.49999994f), t_17) + 1.0f) * bitcast<f32>(((bitcast<u32>((t_15 + 12582912.0f)) << 23u) + select(1056964608u, 1593835520u, t_25)));
        let e: f32 = t_33 * select(2.0f, 1.0842022e-19f, t_25);
        // kernels/src/softmax_kernel.rs:20
        y[(hoist_y_offset + ((r * w) + k_1))] = e;
        // kernels/src/softmax_kernel.rs:21
        sum = sum + e;
    }
    // kernels/src/softmax_kernel.rs:23
    for (var k_2: u32 = 0u; k_2 < w; k_2++) {
        // kernels/src/softmax_kernel.rs:24
        let t_40: u32 = (r * w) + k_2;
        let t_41: f32 = y[(hoist_y_offset + t_40)];
        y[(hoist_y_offset + t_40)] = (t_41 / sum);
    }
}
