// kernel sort_u32, loop 1 (kernels/src/sort_u32_kernel.rs:29)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> from_1: array<u32>;
@group(0) @binding(3) var<storage, read_write> to_0: array<u32>;
@group(0) @binding(4) var<storage, read_write> values: array<vec2<u32>>;

@compute @workgroup_size(64)
fn sort_u32_1(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_from_1_offset: u32 = hoist_params[21];
    let hoist_values_offset: u32 = hoist_params[41];
    let n0: u32 = hoist_params[45];
    let n1: u32 = hoist_params[47];
    let n2: u32 = hoist_params[49];
    let n3: u32 = hoist_params[51];
    let shift: u32 = hoist_params[53];
    let i_1: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/sort_u32_kernel.rs:29
    var acc: u32 = 0u;
    var acc_1: u32 = 0u;
    var acc_2: u32 = 0u;
    var acc_3: u32 = 0u;
    // kernels/src/sort_u32_kernel.rs:30
    let v: u32 = from_1[(hoist_from_1_offset + i_1)];
    // kernels/src/sort_u32_kernel.rs:31
    let digit_1: u32 = (v >> (shift & 31u)) & 3u;
    // kernels/src/sort_u32_kernel.rs:32
    if (digit_1 == 0u) {
        // kernels/src/sort_u32_kernel.rs:34
        acc = acc + 1u;
    } else {
        if (digit_1 == 1u) {
            // kernels/src/sort_u32_kernel.rs:37
            acc_1 = acc_1 + 1u;
        } else {
            if (digit_1 == 2u) {
                // kernels/src/sort_u32_kernel.rs:40
                acc_2 = acc_2 + 1u;
            } else {
                // kernels/src/sort_u32_kernel.rs:43
                acc_3 = acc_3 + 1u;
            }
        }
    }
    values[(hoist_values_offset + i_1)] = vec2<u32>(acc, 0u);
    values[(hoist_values_offset + i_1)] = vec2<u32>(acc_1, 0u);
    values[(hoist_values_offset + i_1)] = vec2<u32>(acc_2, 0u);
    values[(hoist_values_offset + i_1)] = vec2<u32>(acc_3, 0u);
}
