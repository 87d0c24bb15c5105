// kernel sort_u32, loop 1 (kernels/src/sort_u32_kernel.rs:38)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> starts: array<u32>;

@compute @workgroup_size(64)
fn sort_u32_1(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_starts_offset: u32 = hoist_params[21];
    let hoist_values_offset: u32 = hoist_params[25];
    let sum: u32 = hoist_params[29];
    let k: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/sort_u32_kernel.rs:38
    var acc: u32 = 0u;
    // kernels/src/sort_u32_kernel.rs:39
    let count: u32 = starts[(hoist_starts_offset + k)];
    // kernels/src/sort_u32_kernel.rs:41
    acc = acc + count;
    starts[(hoist_values_offset + k)] = acc;
}
