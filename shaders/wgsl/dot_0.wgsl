// kernel dot, loop 0 (kernels/src/dot_kernel.rs:13)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> x: array<f32>;
@group(0) @binding(3) var<storage, read> y: array<f32>;
@group(0) @binding(4) var<storage, read_write> hoist_scratch_0: array<f32>;

@compute @workgroup_size(64)
fn dot_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_x_offset: u32 = hoist_params[21];
    let hoist_y_offset: u32 = hoist_params[25];
    let hoist_count: u32 = hoist_params[19];
    let hoist_blocks: u32 = (hoist_count + 4095u) / 4096u;
    let hoist_row: u32 = hoist_item / 64u / hoist_blocks;
    let hoist_first: u32 = hoist_item / 64u % hoist_blocks * 4096u + hoist_item % 64u;
    var acc: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    for (var hoist_t = 0u; hoist_t < 64u; hoist_t++) {
        let hoist_n: u32 = hoist_first + hoist_t * 64u;
        if (hoist_n >= hoist_count) { break; }
        let i: u32 = hoist_params[15] + hoist_n * hoist_params[17];
        // kernels/src/dot_kernel.rs:14
        let t: f32 = x[(hoist_x_offset + i)];
        let t_1: f32 = y[(hoist_y_offset + i)];
        acc = acc + (t * t_1);
    }
    hoist_scratch_0[hoist_item] = acc;
}
