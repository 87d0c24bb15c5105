// kernel julia, loop 0 (kernels/src/julia_kernel.rs:12)
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

extern "C" __global__ void __launch_bounds__(256) julia_0(u32* hoist_fault, const u32* hoist_params, u32* out) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_out_offset = hoist_params[21];
    const f32 cx = __uint_as_float(hoist_params[25]);
    const f32 cy = __uint_as_float(hoist_params[27]);
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
