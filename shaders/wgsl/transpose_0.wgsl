// kernel transpose, loop 0 (kernels/src/transpose_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> x: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;

@compute @workgroup_size(64)
fn transpose_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_x_offset: u32 = hoist_params[21];
    let hoist_y_offset: u32 = hoist_params[25];
    let h: u32 = hoist_params[29];
    let w: u32 = hoist_params[31];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let i: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let j: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/transpose_kernel.rs:13
    let t_2: f32 = x[(hoist_x_offset + ((j * w) + i))];
    y[(hoist_y_offset + ((i * h) + j))] = t_2;
}
