// kernel monte_carlo_pi, loop 0 (kernels/src/monte_carlo_pi_kernel.rs:32)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> hoist_scratch_0: array<u64>;

@compute @workgroup_size(64)
fn monte_carlo_pi_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let seed: u32 = hoist_params[21];
    let hoist_count: u32 = hoist_params[19];
    let hoist_blocks: u32 = (hoist_count + 4095u) / 4096u;
    let hoist_row: u32 = hoist_item / 64u / hoist_blocks;
    let hoist_first: u32 = hoist_item / 64u % hoist_blocks * 4096u + hoist_item % 64u;
    var acc: u64 = 0lu;
    for (var hoist_t = 0u; hoist_t < 64u; hoist_t++) {
        let hoist_n: u32 = hoist_first + hoist_t * 64u;
        if (hoist_n >= hoist_count) { break; }
        let i: u32 = hoist_params[15] + hoist_n * hoist_params[17];
        // kernels/src/monte_carlo_pi_kernel.rs:12
        var a: u32 = i;
        var b: u32 = 0u;
        var c: u32 = 0u;
        var d: u32 = 0u;
        // kernels/src/monte_carlo_pi_kernel.rs:13
        var k: u32 = seed;
        var l: u32 = 0u;
        // kernels/src/monte_carlo_pi_kernel.rs:14
        for (var v: i32 = 0i; v < 10i; v++) {
            // kernels/src/monte_carlo_pi_kernel.rs:15
            let p: u64 = u64(a) * 3528531795lu;
            // kernels/src/monte_carlo_pi_kernel.rs:16
            let q: u64 = u64(c) * 3449720151lu;
            // kernels/src/monte_carlo_pi_kernel.rs:17
            let na: u32 = (u32((q >> 32u)) ^ b) ^ k;
            let nc: u32 = (u32((p >> 32u)) ^ d) ^ l;
            // kernels/src/monte_carlo_pi_kernel.rs:18
            b = u32(q);
            // kernels/src/monte_carlo_pi_kernel.rs:19
            d = u32(p);
            // kernels/src/monte_carlo_pi_kernel.rs:20
            a = na;
            // kernels/src/monte_carlo_pi_kernel.rs:21
            c = nc;
            // kernels/src/monte_carlo_pi_kernel.rs:22
            k = k + 2654435769u;
            // kernels/src/monte_carlo_pi_kernel.rs:23
            l = l + 3144134277u;
        }
        // kernels/src/monte_carlo_pi_kernel.rs:25
        let a_1: u32 = a;
        let b_1: u32 = b;
        // kernels/src/monte_carlo_pi_kernel.rs:34
        let x: f32 = f32((a_1 >> 8u) | hoist_zero) / 16777216.0f;
        // kernels/src/monte_carlo_pi_kernel.rs:35
        let y: f32 = f32((b_1 >> 8u) | hoist_zero) / 16777216.0f;
        // kernels/src/monte_carlo_pi_kernel.rs:36
        acc = acc + select(0lu, 1lu, (((x * x) + (y * y)) < 1.0f));
    }
    hoist_scratch_0[hoist_item] = acc;
}
