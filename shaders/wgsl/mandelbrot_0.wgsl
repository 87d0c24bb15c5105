// kernel mandelbrot, loop 0 (kernels/src/mandelbrot_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> out: array<u32>;

@compute @workgroup_size(64)
fn mandelbrot_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_out_offset: u32 = hoist_params[21];
    let h: u32 = hoist_params[25];
    let limit: u32 = hoist_params[27];
    let w: u32 = hoist_params[29];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let y: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let x: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/mandelbrot_kernel.rs:13
    let cx: f32 = ((f32(x | hoist_zero) / f32(w | hoist_zero)) * 3.0f) - 2.25f;
    // kernels/src/mandelbrot_kernel.rs:14
    let cy: f32 = ((f32(y | hoist_zero) / f32(h | hoist_zero)) * 2.5f) - 1.25f;
    // kernels/src/mandelbrot_kernel.rs:15
    var a: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/mandelbrot_kernel.rs:16
    var b: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/mandelbrot_kernel.rs:17
    var n: u32 = 0u;
    // kernels/src/mandelbrot_kernel.rs:18
    loop {
        if (!(n < limit)) {
            break;
        }
        // kernels/src/mandelbrot_kernel.rs:19
        let a2: f32 = a * a;
        // kernels/src/mandelbrot_kernel.rs:20
        let b2: f32 = b * b;
        // kernels/src/mandelbrot_kernel.rs:21
        if ((a2 + b2) > 4.0f) {
            // kernels/src/mandelbrot_kernel.rs:22
            break;
        }
        // kernels/src/mandelbrot_kernel.rs:24
        b = ((2.0f * a) * b) + cy;
        // kernels/src/mandelbrot_kernel.rs:25
        a = (a2 - b2) + cx;
        // kernels/src/mandelbrot_kernel.rs:26
        n = n + 1u;
    }
    // kernels/src/mandelbrot_kernel.rs:28
    out[(hoist_out_offset + ((y * w) + x))] = n;
}
