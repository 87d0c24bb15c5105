// kernel mandelbrot, loop 0 (kernels/src/mandelbrot_kernel.rs:12)
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

extern "C" __global__ void __launch_bounds__(256) mandelbrot_0(u32* hoist_fault, const u32* hoist_params, u32* out) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_out_offset = hoist_params[21];
    const u32 h = hoist_params[25];
    const u32 limit = hoist_params[27];
    const u32 w = hoist_params[29];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 y = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 x = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/mandelbrot_kernel.rs:13
    const f32 cx = ((((f32)x) / ((f32)w)) * 3.0f) - 2.25f;
    // kernels/src/mandelbrot_kernel.rs:14
    const f32 cy = ((((f32)y) / ((f32)h)) * 2.5f) - 1.25f;
    // kernels/src/mandelbrot_kernel.rs:15
    f32 a = 0.0f;
    // kernels/src/mandelbrot_kernel.rs:16
    f32 b = 0.0f;
    // kernels/src/mandelbrot_kernel.rs:17
    u32 n = 0u;
    // kernels/src/mandelbrot_kernel.rs:18
    while (true) {
        if (!(n < limit)) {
            break;
        }
        // kernels/src/mandelbrot_kernel.rs:19
        const f32 a2 = a * a;
        // kernels/src/mandelbrot_kernel.rs:20
        const f32 b2 = b * b;
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
