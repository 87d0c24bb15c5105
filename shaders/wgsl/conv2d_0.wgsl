// kernel conv2d, loop 0 (kernels/src/conv2d_kernel.rs:14)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read> x: array<f32>;
@group(0) @binding(4) var<storage, read_write> y: array<f32>;

@compute @workgroup_size(64)
fn conv2d_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_weights_offset: u32 = hoist_params[21];
    let hoist_x_offset: u32 = hoist_params[25];
    let hoist_y_offset: u32 = hoist_params[29];
    let k: u32 = hoist_params[33];
    let out: u32 = hoist_params[35];
    let w: u32 = hoist_params[37];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let r: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let c: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/conv2d_kernel.rs:15
    var sum: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/conv2d_kernel.rs:16
    for (var a: u32 = 0u; a < k; a++) {
        // kernels/src/conv2d_kernel.rs:17
        for (var b: u32 = 0u; b < k; b++) {
            // kernels/src/conv2d_kernel.rs:18
            let t_2: f32 = weights[(hoist_weights_offset + ((a * k) + b))];
            let t_9: f32 = x[(hoist_x_offset + (((r + a) * w) + (c + b)))];
            sum = sum + (t_2 * t_9);
        }
    }
    // kernels/src/conv2d_kernel.rs:21
    y[(hoist_y_offset + ((r * out) + c))] = sum;
}
