// kernel sort_u32, loop 0 (kernels/src/sort_u32_kernel.rs:19)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> from_1: array<u32>;
@group(0) @binding(3) var<storage, read_write> hoist_scratch_0: array<u64>;
@group(0) @binding(4) var<storage, read_write> hoist_scratch_1: array<u64>;
@group(0) @binding(5) var<storage, read_write> hoist_scratch_2: array<u64>;

@compute @workgroup_size(64)
fn sort_u32_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u64 = (u64(hoist_group.y) * u64(hoist_params[2]) + u64(hoist_group.x)) * 64lu + u64(hoist_local.x);
    if (hoist_item >= (u64(hoist_params[0]) | (u64(hoist_params[1]) << 32u))) { return; }
    let hoist_from_1_offset: u64 = (u64(hoist_params[21]) | (u64(hoist_params[22]) << 32u));
    let shift: u32 = hoist_params[25];
    let hoist_count: u64 = (u64(hoist_params[19]) | (u64(hoist_params[20]) << 32u));
    let hoist_blocks: u64 = (hoist_count + 4095lu) / 4096lu;
    let hoist_row: u64 = hoist_item / 64lu / hoist_blocks;
    let hoist_first: u64 = hoist_item / 64lu % hoist_blocks * 4096lu + hoist_item % 64lu;
    var acc: u64 = 0lu;
    var acc_1: u64 = 0lu;
    var acc_2: u64 = 0lu;
    for (var hoist_t = 0u; hoist_t < 64u; hoist_t++) {
        let hoist_n: u64 = hoist_first + u64(hoist_t) * 64lu;
        if (hoist_n >= hoist_count) { break; }
        let i: u64 = (u64(hoist_params[15]) | (u64(hoist_params[16]) << 32u)) + hoist_n * (u64(hoist_params[17]) | (u64(hoist_params[18]) << 32u));
        // kernels/src/sort_u32_kernel.rs:20
        let t: u32 = from_1[(hoist_from_1_offset + i)];
        let digit: u32 = (t >> (shift & 31u)) & 3u;
        // kernels/src/sort_u32_kernel.rs:21
        acc = acc + u64((digit == 0u));
        // kernels/src/sort_u32_kernel.rs:22
        acc_1 = acc_1 + u64((digit == 1u));
        // kernels/src/sort_u32_kernel.rs:23
        acc_2 = acc_2 + u64((digit == 2u));
    }
    hoist_scratch_0[hoist_item] = acc;
    hoist_scratch_1[hoist_item] = acc_1;
    hoist_scratch_2[hoist_item] = acc_2;
}
