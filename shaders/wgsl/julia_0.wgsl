// kernel julia, loop 0 (kernels/src/julia_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> out: array<u32>;

@compute @workgroup_size(64)
fn julia_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_out_offset: u32 = hoist_params[21];
    let cx: f32 = bitcast<f32>(hoist_params[25]);
    let cy: f32 = bitcast<f32>(hoist_params[27]);
    let h: u32 = hoist_params[29];
    let limit: u32 = hoist_params[31];
    let w: u32 = hoist_params[33];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let y: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let x: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/julia_kernel.rs:13
    var a: f32 = ((f32(x | hoist_zero) / f32(w | hoist_zero)) * 3.0f) - 1.5f;
    // kernels/src/julia_kernel.rs:14
    var b: f32 = ((f32(y | hoist_zero) / f32(h | hoist_zero)) * 3.0f) - 1.5f;
    // kernels/src/julia_kernel.rs:15
    var n: u32 = 0u;
    // kernels/src/julia_kernel.rs:16
    loop {
        if (!((n < limit) & (((a * a) + (b * b)) <= 4.0f))) {
            break;
        }
        // kernels/src/julia_kernel.rs:17
        let t_29: f32 = ((a * a) - (b * b)) + cx;
        // kernels/src/julia_kernel.rs:18
        b = ((2.0f * a) * b) + cy;
        // kernels/src/julia_kernel.rs:19
        a = t_29;
        // kernels/src/julia_kernel.rs:20
        n = n + 1u;
    }
    // kernels/src/julia_kernel.rs:22
    out[(hoist_out_offset + ((y * w) + x))] = n;
}
