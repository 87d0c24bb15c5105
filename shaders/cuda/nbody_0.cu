// kernel nbody, loop 0 (kernels/src/nbody_kernel.rs:13)
typedef signed char i8;
typedef unsigned char u8;
typedef short i16;
typedef unsigned short u16;
typedef int i32;
typedef unsigned int u32;
typedef long long i64;
typedef unsigned long long u64;
typedef float f32;
typedef double f64;

extern "C" __global__ void __launch_bounds__(256) nbody_0(u32* hoist_fault, const u32* hoist_params, f32* ax, f32* ay, f32* az, const f32* mass, const f32* x, const f32* y, const f32* z) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
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
        const f32 f = t_11 / (d2 * __fsqrt_rn(d2));
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
