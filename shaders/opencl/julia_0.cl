// kernel julia, loop 0 (kernels/src/julia_kernel.rs:12)
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
void julia_0(__global u32* hoist_fault, __global const u32* hoist_params, __global u32* out) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_out_offset = hoist_params[21];
    const f32 cx = as_float(hoist_params[25]);
    const f32 cy = as_float(hoist_params[27]);
    const u32 h = hoist_params[29];
    const u32 limit = hoist_params[31];
    const u32 w = hoist_params[33];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 y = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 x = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/julia_kernel.rs:13
    f32 a = ((((f32)x) / ((f32)w)) * 3.0f) - 1.5f;
    // kernels/src/julia_kernel.rs:14
    f32 b = ((((f32)y) / ((f32)h)) * 3.0f) - 1.5f;
    // kernels/src/julia_kernel.rs:15
    u32 n = 0u;
    // kernels/src/julia_kernel.rs:16
    while (true) {
        if (!((bool)((n < limit) & (((a * a) + (b * b)) <= 4.0f)))) {
            break;
        }
        // kernels/src/julia_kernel.rs:17
        const f32 t_29 = ((a * a) - (b * b)) + cx;
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
