// kernel layernorm, loop 0 (kernels/src/layernorm_kernel.rs:13)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> bias: array<f32>;
@group(0) @binding(3) var<storage, read> gain: array<f32>;
@group(0) @binding(4) var<storage, read> x: array<f32>;
@group(0) @binding(5) var<storage, read_write> y: array<f32>;

@compute @workgroup_size(64)
fn layernorm_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_bias_offset: u32 = hoist_params[21];
    let hoist_gain_offset: u32 = hoist_params[25];
    let hoist_x_offset: u32 = hoist_params[29];
    let hoist_y_offset: u32 = hoist_params[33];
    let w: u32 = hoist_params[37];
    let r: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/layernorm_kernel.rs:14
    var sum: f32 = 0.0f;
    // kernels/src/layernorm_kernel.rs:15
    for (var k: u32 = 0u; k < w; k++) {
        // kernels/src/layernorm_kernel.rs:16
        let t_2: f32 = x[(hoist_x_offset + ((r * w) + k))];
        sum = sum + t_2;
    }
    // kernels/src/layernorm_kernel.rs:18
    let mean: f32 = sum / f32(w);
    // kernels/src/layernorm_kernel.rs:19
    var squares: f32 = 0.0f;
    // kernels/src/layernorm_kernel.rs:20
    for (var k_1: u32 = 0u; k_1 < w; k_1++) {
        // kernels/src/layernorm_kernel.rs:21
        let t_9: f32 = x[(hoist_x_offset + ((r * w) + k_1))];
        let d: f32 = t_9 - mean;
        // kernels/src/layernorm_kernel.rs:22
        squares = squares + (d * d);
    }
    // kernels/src/layernorm_kernel.rs:24
    let scale: f32 = 1.0f / sqrt(((squares / f32(w)) + 1e-5f));
    // kernels/src/layernorm_kernel.rs:25
    for (var k_2: u32 = 0u; k_2 < w; k_2++) {
        // kernels/src/layernorm_kernel.rs:26
        let t_20: f32 = x[(hoist_x_offset + ((r * w) + k_2))];
        let t_23: f32 = gain[(hoist_gain_offset + k_2)];
        let t_25: f32 = bias[(hoist_bias_offset + k_2)];
        y[(hoist_y_offset + ((r * w) + k_2))] = ((((t_20 - mean) * scale) * t_23) + t_25);
    }
}
