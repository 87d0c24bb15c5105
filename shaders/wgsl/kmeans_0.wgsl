// kernel kmeans, loop 0 (kernels/src/kmeans_kernel.rs:13)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> centres: array<f32>;
@group(0) @binding(3) var<storage, read_write> counts: array<atomic<u32>>;
@group(0) @binding(4) var<storage, read_write> labels: array<u32>;
@group(0) @binding(5) var<storage, read> points: array<f32>;
@group(0) @binding(6) var<storage, read_write> hoist_scratch_0: array<u64>;

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
fn kmeans_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    if (atomicLoad(&hoist_fault[0]) != 0u) { return; }
    let hoist_centres_offset: u32 = hoist_params[21];
    let hoist_counts_offset: u32 = hoist_params[25];
    let hoist_counts_len: u32 = hoist_params[27];
    let hoist_labels_offset: u32 = hoist_params[29];
    let hoist_points_offset: u32 = hoist_params[33];
    let dims: u32 = hoist_params[37];
    let hoist_count: u32 = hoist_params[19];
    let hoist_blocks: u32 = (hoist_count + 4095u) / 4096u;
    let hoist_row: u32 = hoist_item / 64u / hoist_blocks;
    let hoist_first: u32 = hoist_item / 64u % hoist_blocks * 4096u + hoist_item % 64u;
    var acc: u64 = 0lu;
    for (var hoist_t = 0u; hoist_t < 64u; hoist_t++) {
        let hoist_n: u32 = hoist_first + hoist_t * 64u;
        if (hoist_n >= hoist_count) { break; }
        let i: u32 = hoist_params[15] + hoist_n * hoist_params[17];
        // kernels/src/kmeans_kernel.rs:14
        var best: f32 = bitcast<f32>((0x7f800000u | hoist_zero));
        // kernels/src/kmeans_kernel.rs:15
        var nearest: u32 = 0u;
        // kernels/src/kmeans_kernel.rs:16
        for (var c: u32 = 0u; c < hoist_counts_len; c++) {
            // kernels/src/kmeans_kernel.rs:17
            var far: f32 = bitcast<f32>(hoist_zero);
            // kernels/src/kmeans_kernel.rs:18
            for (var d: u32 = 0u; d < dims; d++) {
                // kernels/src/kmeans_kernel.rs:19
                let t_2: f32 = points[(hoist_points_offset + ((i * dims) + d))];
                let t_5: f32 = centres[(hoist_centres_offset + ((c * dims) + d))];
                let apart: f32 = t_2 - t_5;
                // kernels/src/kmeans_kernel.rs:20
                far = far + (apart * apart);
            }
            // kernels/src/kmeans_kernel.rs:22
            if (far < best) {
                // kernels/src/kmeans_kernel.rs:23
                best = far;
                // kernels/src/kmeans_kernel.rs:24
                nearest = c;
            }
        }
        // kernels/src/kmeans_kernel.rs:27
        let t_15: u32 = labels[(hoist_labels_offset + i)];
        if (nearest != t_15) {
            // kernels/src/kmeans_kernel.rs:28
            acc = acc + 1lu;
        }
        // kernels/src/kmeans_kernel.rs:30
        labels[(hoist_labels_offset + i)] = nearest;
        // kernels/src/kmeans_kernel.rs:31
        let at: u32 = nearest;
        if (!(at < hoist_counts_len)) { hoist_fail(4u, 1u, at, hoist_counts_len, (hoist_row * hoist_count + hoist_n)); return; }
        atomicAdd(&counts[(hoist_counts_offset + at)], 1u);
    }
    hoist_scratch_0[hoist_item] = acc;
}
