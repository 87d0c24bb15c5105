// kernel sort_u32, loop 2 (kernels/src/sort_u32_kernel.rs:45)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> from_1: array<u32>;
@group(0) @binding(3) var<storage, read_write> starts: array<u32>;

fn hoist_fail(site: u32, kind: u32, index: u32, len: u32, iteration: u32) {
    if (atomicMax(&hoist_fault[0], site + 1u) != 0u) { return; }
    atomicStore(&hoist_fault[1], (kind << 24u) | site);
    atomicStore(&hoist_fault[2], u32(index));
    atomicStore(&hoist_fault[3], 0u);
    atomicStore(&hoist_fault[4], u32(len));
    atomicStore(&hoist_fault[5], 0u);
    atomicStore(&hoist_fault[6], u32(iteration));
    atomicStore(&hoist_fault[7], 0u);
}

@compute @workgroup_size(64)
fn sort_u32_2(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    if (atomicLoad(&hoist_fault[0]) != 0u) { return; }
    let hoist_from_1_offset: u32 = hoist_params[21];
    let hoist_starts_offset: u32 = hoist_params[25];
    let hoist_to_offset: u32 = hoist_params[29];
    let hoist_to_len: u32 = hoist_params[31];
    let blocks: u32 = hoist_params[33];
    let n: u32 = hoist_params[35];
    let shift: u32 = hoist_params[37];
    let b: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/sort_u32_kernel.rs:46
    var at: array<u32, 256>;
    for (var hoist_n: u32 = 0u; hoist_n < 256u; hoist_n = hoist_n + 1u) { at[hoist_n] = 0u; }
    // kernels/src/sort_u32_kernel.rs:47
    for (var d: u32 = 0u; d < 256u; d++) {
        // kernels/src/sort_u32_kernel.rs:48
        let t_3: u32 = starts[(hoist_starts_offset + ((d * blocks) + b))];
        at[d] = t_3;
    }
    // kernels/src/sort_u32_kernel.rs:50
    var i: u32 = b * 4000u;
    let t_7: u32 = min(((b * 4000u) + 4000u), n);
    loop {
        let t_8: u32 = i;
        if (!(t_8 < t_7)) {
            break;
        }
        i = t_8 + 1u;
        // kernels/src/sort_u32_kernel.rs:51
        let v: u32 = from_1[(hoist_from_1_offset + t_8)];
        // kernels/src/sort_u32_kernel.rs:52
        let a: u32 = v >> (shift & 31u);
        let d_1: u32 = a % 256u;
        // kernels/src/sort_u32_kernel.rs:53
        let t_14: u32 = at[d_1];
        let at_1: u32 = t_14;
        if (!(at_1 < hoist_to_len)) { hoist_fail(5u, 1u, at_1, hoist_to_len, hoist_item); return; }
        starts[(hoist_to_offset + at_1)] = v;
        // kernels/src/sort_u32_kernel.rs:54
        let t_16: u32 = at[d_1];
        at[d_1] = t_16 + 1u;
    }
}
