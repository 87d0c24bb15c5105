// kernel nbody, loop 0 (kernels/src/nbody_kernel.rs:13)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> ax: array<f32>;
@group(0) @binding(3) var<storage, read_write> ay: array<f32>;
@group(0) @binding(4) var<storage, read_write> az: array<f32>;
@group(0) @binding(5) var<storage, read> mass: array<f32>;
@group(0) @binding(6) var<storage, read> x: array<f32>;
@group(0) @binding(7) var<storage, read> y: array<f32>;
@group(0) @binding(8) var<storage, read> z: array<f32>;

@compute @workgroup_size(64)
fn nbody_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_ax_offset: u32 = hoist_params[21];
    let hoist_ay_offset: u32 = hoist_params[25];
    let hoist_az_offset: u32 = hoist_params[29];
    let hoist_mass_offset: u32 = hoist_params[33];
    let hoist_mass_len: u32 = hoist_params[35];
    let hoist_x_offset: u32 = hoist_params[37];
    let hoist_y_offset: u32 = hoist_params[41];
    let hoist_z_offset: u32 = hoist_params[45];
    let i: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/nbody_kernel.rs:14
    var sx: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/nbody_kernel.rs:15
    var sy: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/nbody_kernel.rs:16
    var sz: f32 = bitcast<f32>(hoist_zero);
    // kernels/src/nbody_kernel.rs:17
    for (var j: u32 = 0u; j < hoist_mass_len; j++) {
        // kernels/src/nbody_kernel.rs:18
        let t: f32 = x[(hoist_x_offset + j)];
        let t_1: f32 = x[(hoist_x_offset + i)];
        let dx: f32 = t - t_1;
        // kernels/src/nbody_kernel.rs:19
        let t_2: f32 = y[(hoist_y_offset + j)];
        let t_3: f32 = y[(hoist_y_offset + i)];
        let dy: f32 = t_2 - t_3;
        // kernels/src/nbody_kernel.rs:20
        let t_4: f32 = z[(hoist_z_offset + j)];
        let t_5: f32 = z[(hoist_z_offset + i)];
        let dz: f32 = t_4 - t_5;
        // kernels/src/nbody_kernel.rs:21
        let d2: f32 = (((dx * dx) + (dy * dy)) + (dz * dz)) + 0.01f;
        // kernels/src/nbody_kernel.rs:22
        let t_11: f32 = mass[(hoist_mass_offset + j)];
        let f: f32 = t_11 / (d2 * sqrt(d2));
        // kernels/src/nbody_kernel.rs:23
        sx = sx + (f * dx);
        // kernels/src/nbody_kernel.rs:24
        sy = sy + (f * dy);
        // kernels/src/nbody_kernel.rs:25
        sz = sz + (f * dz);
    }
    // kernels/src/nbody_kernel.rs:27
    ax[(hoist_ax_offset + i)] = sx;
    // kernels/src/nbody_kernel.rs:28
    ay[(hoist_ay_offset + i)] = sy;
    // kernels/src/nbody_kernel.rs:29
    az[(hoist_az_offset + i)] = sz;
}
