// kernel scan, loop 0 (kernels/src/scan_kernel.rs:13)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> values: array<f32>;
@group(0) @binding(3) var<storage, read> x: array<f32>;
@group(0) @binding(4) var<storage, read_write> y: array<f32>;

@compute @workgroup_size(64)
fn scan_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_values_offset: u32 = hoist_params[21];
    let hoist_x_offset: u32 = hoist_params[25];
    let hoist_y_offset: u32 = hoist_params[29];
    let sum: f32 = bitcast<f32>(hoist_params[33]);
    let i: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/scan_kernel.rs:13
    var acc: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    var acc_1: f32 = bitcast<f32>((0x80000000u | hoist_zero));
    let t: f32 = values[(hoist_values_offset + i)];
    acc_1 = t;
    // kernels/src/scan_kernel.rs:14
    let t_1: f32 = x[(hoist_x_offset + i)];
    acc = acc_1;
    // kernels/src/scan_kernel.rs:15
    y[(hoist_y_offset + i)] = acc;
}
