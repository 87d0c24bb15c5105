// kernel sort_u32, loop 1 (kernels/src/sort_u32_kernel.rs:29)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> values: array<u64>;
@group(0) @binding(3) var<storage, read> from_1: array<u32>;
@group(0) @binding(4) var<storage, read_write> to_0: array<u32>;

fn hoist_fail(site: u32, kind: u32, index: u64, len: u64, iteration: u64) {
    if (atomicMax(&hoist_fault[0], site + 1u) != 0u) { return; }
    atomicStore(&hoist_fault[1], (kind << 24u) | site);
    atomicStore(&hoist_fault[2], u32(index));
    atomicStore(&hoist_fault[3], u32(index >> 32u));
    atomicStore(&hoist_fault[4], u32(len));
    atomicStore(&hoist_fault[5], u32(len >> 32u));
    atomicStore(&hoist_fault[6], u32(iteration));
    atomicStore(&hoist_fault[7], u32(iteration >> 32u));
}

@compute @workgroup_size(64)
fn sort_u32_1(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u64 = (u64(hoist_group.y) * u64(hoist_params[2]) + u64(hoist_group.x)) * 64lu + u64(hoist_local.x);
    if (hoist_item >= (u64(hoist_params[0]) | (u64(hoist_params[1]) << 32u))) { return; }
    if (atomicLoad(&hoist_fault[0]) != 0u) { return; }
    let hoist_values_offset: u64 = (u64(hoist_params[21]) | (u64(hoist_params[22]) << 32u));
    let hoist_from_1_offset: u64 = (u64(hoist_params[25]) | (u64(hoist_params[26]) << 32u));
    let hoist_to_0_offset: u64 = (u64(hoist_params[29]) | (u64(hoist_params[30]) << 32u));
    let hoist_to_0_len: u64 = (u64(hoist_params[31]) | (u64(hoist_params[32]) << 32u));
    let hoist_to_1_offset: u64 = (u64(hoist_params[33]) | (u64(hoist_params[34]) << 32u));
    let hoist_to_1_len: u64 = (u64(hoist_params[35]) | (u64(hoist_params[36]) << 32u));
    let hoist_to_2_offset: u64 = (u64(hoist_params[37]) | (u64(hoist_params[38]) << 32u));
    let hoist_to_2_len: u64 = (u64(hoist_params[39]) | (u64(hoist_params[40]) << 32u));
    let hoist_to_3_offset: u64 = (u64(hoist_params[41]) | (u64(hoist_params[42]) << 32u));
    let hoist_to_3_len: u64 = (u64(hoist_params[43]) | (u64(hoist_params[44]) << 32u));
    let n0: u64 = (u64(hoist_params[45]) | (u64(hoist_params[46]) << 32u));
    let n1: u64 = (u64(hoist_params[47]) | (u64(hoist_params[48]) << 32u));
    let n2: u64 = (u64(hoist_params[49]) | (u64(hoist_params[50]) << 32u));
    let n3: u64 = (u64(hoist_params[51]) | (u64(hoist_params[52]) << 32u));
    let shift: u32 = hoist_params[53];
    let i_1: u64 = (u64(hoist_params[15]) | (u64(hoist_params[16]) << 32u)) + hoist_item * (u64(hoist_params[17]) | (u64(hoist_params[18]) << 32u));
    // kernels/src/sort_u32_kernel.rs:29
    var acc: u64 = 0lu;
    var acc_1: u64 = 0lu;
    var acc_2: u64 = 0lu;
    var acc_3: u64 = 0lu;
    var acc_4: u64 = 0lu;
    var acc_5: u64 = 0lu;
    var acc_6: u64 = 0lu;
    var acc_7: u64 = 0lu;
    let t: u64 = values[(hoist_values_offset + i_1)];
    acc = t;
    let t_1: u64 = values[(hoist_values_offset + i_1)];
    acc_1 = t_1;
    let t_2: u64 = values[(hoist_values_offset + i_1)];
    acc_2 = t_2;
    let t_3: u64 = values[(hoist_values_offset + i_1)];
    acc_3 = t_3;
    // kernels/src/sort_u32_kernel.rs:30
    let v: u32 = from_1[(hoist_from_1_offset + i_1)];
    // kernels/src/sort_u32_kernel.rs:31
    let digit_1: u32 = (v >> (shift & 31u)) & 3u;
    // kernels/src/sort_u32_kernel.rs:32
    if (digit_1 == 0u) {
        // kernels/src/sort_u32_kernel.rs:33
        let at: u64 = acc;
        if (!(at < hoist_to_0_len)) { hoist_fail(2u, 1u, at, hoist_to_0_len, hoist_item); return; }
        to_0[(hoist_to_0_offset + at)] = v;
        // kernels/src/sort_u32_kernel.rs:34
        acc = acc_4;
    } else {
        if (digit_1 == 1u) {
            // kernels/src/sort_u32_kernel.rs:36
            let at_1: u64 = acc_1;
            if (!(at_1 < hoist_to_1_len)) { hoist_fail(3u, 1u, at_1, hoist_to_1_len, hoist_item); return; }
            to_0[(hoist_to_1_offset + at_1)] = v;
            // kernels/src/sort_u32_kernel.rs:37
            acc_1 = acc_5;
        } else {
            if (digit_1 == 2u) {
                // kernels/src/sort_u32_kernel.rs:39
                let at_2: u64 = acc_2;
                if (!(at_2 < hoist_to_2_len)) { hoist_fail(4u, 1u, at_2, hoist_to_2_len, hoist_item); return; }
                to_0[(hoist_to_2_offset + at_2)] = v;
                // kernels/src/sort_u32_kernel.rs:40
                acc_2 = acc_6;
            } else {
                // kernels/src/sort_u32_kernel.rs:42
                let at_3: u64 = acc_3;
                if (!(at_3 < hoist_to_3_len)) { hoist_fail(5u, 1u, at_3, hoist_to_3_len, hoist_item); return; }
                to_0[(hoist_to_3_offset + at_3)] = v;
                // kernels/src/sort_u32_kernel.rs:43
                acc_3 = acc_7;
            }
        }
    }
}
