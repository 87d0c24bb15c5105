// kernel nbody_fast, loop 0 (kernels/src/nbody_fast_kernel.rs:10)
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
void nbody_fast_0(__global u32* hoist_fault, __global const u32* hoist_params, __global f32* ax, __global f32* ay, __global f32* az, __global const f32* mass, __global const f32* x, __global const f32* y, __global const f32* z) {
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
    // kernels/src/nbody_fast_kernel.rs:11
    f32 sx = 0.0f;
    // kernels/src/nbody_fast_kernel.rs:12
    f32 sy = 0.0f;
    // kernels/src/nbody_fast_kernel.rs:13
    f32 sz = 0.0f;
    // kernels/src/nbody_fast_kernel.rs:14
    for (u32 j = 0u; j < hoist_mass_len; j++) {
        // kernels/src/nbody_fast_kernel.rs:15
        const f32 t = x[(hoist_x_offset + j)];
        const f32 t_1 = x[(hoist_x_offset + i)];
        const f32 dx = t - t_1;
        // kernels/src/nbody_fast_kernel.rs:16
        const f32 t_2 = y[(hoist_y_offset + j)];
        const f32 t_3 = y[(hoist_y_offset + i)];
        const f32 dy = t_2 - t_3;
        // kernels/src/nbody_fast_kernel.rs:17
        const f32 t_4 = z[(hoist_z_offset + j)];
        const f32 t_5 = z[(hoist_z_offset + i)];
        const f32 dz = t_4 - t_5;
        // kernels/src/nbody_fast_kernel.rs:18
        const f32 r = rsqrt((fma(dz, dz, fma(dx, dx, (dy * dy))) + 0.01f));
        // kernels/src/nbody_fast_kernel.rs:19
        const f32 t_10 = mass[(hoist_mass_offset + j)];
        const f32 f = t_10 * ((r * r) * r);
        // kernels/src/nbody_fast_kernel.rs:20
        sx = fma(f, dx, sx);
        // kernels/src/nbody_fast_kernel.rs:21
        sy = fma(f, dy, sy);
        // kernels/src/nbody_fast_kernel.rs:22
        sz = fma(f, dz, sz);
    }
    // kernels/src/nbody_fast_kernel.rs:24
    ax[(hoist_ax_offset + i)] = sx;
    // kernels/src/nbody_fast_kernel.rs:25
    ay[(hoist_ay_offset + i)] = sy;
    // kernels/src/nbody_fast_kernel.rs:26
    az[(hoist_az_offset + i)] = sz;
}
