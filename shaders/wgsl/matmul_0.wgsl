// kernel matmul, loop 0 (kernels/src/matmul_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> a: array<f32>;
@group(0) @binding(3) var<storage, read> b: array<f32>;
@group(0) @binding(4) var<storage, read_write> c: array<f32>;

@compute @workgroup_size(64)
fn matmul_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_a_offset: u32 = hoist_params[21];
    let hoist_b_offset: u32 = hoist_params[25];
    let hoist_c_offset: u32 = hoist_params[29];
    let n: u32 = hoist_params[33];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let i: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let j: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/matmul_kernel.rs:13
    var s: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/matmul_kernel.rs:14
    for (var k: u32 = 0u; k < n; k++) {
        // kernels/src/matmul_kernel.rs:15
        let t_2: f32 = a[(hoist_a_offset + ((i * n) + k))];
        let t_6: f32 = b[(hoist_b_offset + ((k * n) + j))];
        s = s + (t_2 * t_6);
    }
    // kernels/src/matmul_kernel.rs:17
    c[(hoist_c_offset + ((i * n) + j))] = s;
}
