// kernel nbody, loop 0 (kernels/src/nbody_kernel.rs:13)
#pragma OPENCL FP_CONTRACT OFF
typedef char i8;
typedef uchar u8;
typedef short i16;
typedef ushort u16;
typedef int i32;
typedef uint u32;
typedef long i64;
typedef ulong u64;
typedef float f32;

__kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void nbody_0(__global u32* hoist_fault, __global const u32* hoist_params, __global f32* ax, __global f32* ay, __global f32* az, __global const f32* mass, __global const f32* x, __global const f32* y, __global const f32* z) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_ax_offset = hoist_params[21];
    const u32 hoist_ay_offset = hoist_params[25];
    const u32 hoist_az_offset = hoist_params[29];
    const u32 hoist_mass_offset = hoist_params[33];
    const u32 hoist_mass_len = hoist_params[35];
    const u32 hoist_x_offset = hoist_params[37];
    const u32 hoist_y_offset = hoist_params[41];
    const u32 hoist_z_offset = hoist_params[45];
    const u32 i = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/nbody_kernel.rs:14
    f32 sx = 0.0f;
    // kernels/src/nbody_kernel.rs:15
    f32 sy = 0.0f;
    // kernels/src/nbody_kernel.rs:16
    f32 sz = 0.0f;
    // kernels/src/nbody_kernel.rs:17
    for (u32 j = 0u; j < hoist_mass_len; j++) {
        // kernels/src/nbody_kernel.rs:18
        const f32 t = x[(hoist_x_offset + j)];
        const f32 t_1 = x[(hoist_x_offset + i)];
        const f32 dx = t - t_1;
        // kernels/src/nbody_kernel.rs:19
        const f32 t_2 = y[(hoist_y_offset + j)];
        const f32 t_3 = y[(hoist_y_offset + i)];
        const f32 dy = t_2 - t_3;
        // kernels/src/nbody_kernel.rs:20
        const f32 t_4 = z[(hoist_z_offset + j)];
        const f32 t_5 = z[(hoist_z_offset + i)];
        const f32 dz = t_4 - t_5;
        // kernels/src/nbody_kernel.rs:21
        const f32 d2 = (((dx * dx) + (dy * dy)) + (dz * dz)) + 0.01f;
        // kernels/src/nbody_kernel.rs:22
        const f32 t_11 = mass[(hoist_mass_offset + j)];
        const f32 f = t_11 / (d2 * sqrt(d2));
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
