// kernel histogram, loop 0 (kernels/src/histogram_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> counts: array<atomic<u32>>;
@group(0) @binding(3) var<storage, read> x: array<u32>;

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
fn histogram_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    if (atomicLoad(&hoist_fault[0]) != 0u) { return; }
    let hoist_counts_offset: u32 = hoist_params[21];
    let hoist_counts_len: u32 = hoist_params[23];
    let hoist_x_offset: u32 = hoist_params[25];
    let i: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/histogram_kernel.rs:13
    let t: u32 = (x[((hoist_x_offset + i) >> 2u)] >> (((hoist_x_offset + i) & 3u) * 8u)) & 0xffu;
    let at: u32 = t;
    if (!(at < hoist_counts_len)) { hoist_fail(1u, 1u, at, hoist_counts_len, hoist_item); return; }
    atomicAdd(&counts[(hoist_counts_offset + at)], 1u);
}
