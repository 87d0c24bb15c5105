// kernel jacobi2d, loop 0 (kernels/src/jacobi2d_kernel.rs:14)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> dst: array<f32>;
@group(0) @binding(3) var<storage, read> src: array<f32>;

@compute @workgroup_size(64)
fn jacobi2d_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_dst_offset: u32 = hoist_params[21];
    let hoist_src_offset: u32 = hoist_params[25];
    let w: u32 = hoist_params[29];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let y: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let x: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/jacobi2d_kernel.rs:15
    let t_1: u32 = (y * w) + x;
    // kernels/src/jacobi2d_kernel.rs:16
    let t_4: f32 = src[(hoist_src_offset + (t_1 - 1u))];
    let t_7: f32 = src[(hoist_src_offset + (t_1 + 1u))];
    let t_11: f32 = src[(hoist_src_offset + (t_1 - w))];
    let t_15: f32 = src[(hoist_src_offset + (t_1 + w))];
    dst[(hoist_dst_offset + t_1)] = (0.25f * (((t_4 + t_7) + t_11) + t_15));
}
