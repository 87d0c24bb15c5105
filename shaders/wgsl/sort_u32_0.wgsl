// kernel sort_u32, loop 0 (kernels/src/sort_u32_kernel.rs:28)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> from_1: array<u32>;
@group(0) @binding(3) var<storage, read_write> starts: array<u32>;

@compute @workgroup_size(64)
fn sort_u32_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_from_1_offset: u32 = hoist_params[21];
    let hoist_starts_offset: u32 = hoist_params[25];
    let blocks: u32 = hoist_params[29];
    let n: u32 = hoist_params[31];
    let shift: u32 = hoist_params[33];
    let b: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/sort_u32_kernel.rs:29
    var count: array<u32, 256>;
    for (var hoist_n: u32 = 0u; hoist_n < 256u; hoist_n = hoist_n + 1u) { count[hoist_n] = 0u; }
    // kernels/src/sort_u32_kernel.rs:30
    var i: u32 = b * 4000u;
    let t_3: u32 = min(((b * 4000u) + 4000u), n);
    loop {
        let t_4: u32 = i;
        if (!(t_4 < t_3)) {
            break;
        }
        i = t_4 + 1u;
        // kernels/src/sort_u32_kernel.rs:31
        let t_8: u32 = from_1[(hoist_from_1_offset + t_4)];
        let a: u32 = t_8 >> (shift & 31u);
        let t_11: u32 = a % 256u;
        let t_12: u32 = count[t_11];
        count[t_11] = t_12 + 1u;
    }
    // kernels/src/sort_u32_kernel.rs:33
    for (var d: u32 = 0u; d < 256u; d++) {
        // kernels/src/sort_u32_kernel.rs:34
        let t_14: u32 = count[d];
        starts[(hoist_starts_offset + ((d * blocks) + b))] = t_14;
    }
}
