// kernel sobel, loop 0 (kernels/src/sobel_kernel.rs:12)
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

static __device__ __forceinline__ f32 hoist_min_f32(f32 a, f32 b) {
    if (a < b) return a;
    if (b < a) return b;
    if (a == b) return __uint_as_float(__float_as_uint(a) | __float_as_uint(b));
    if ((__float_as_uint(a) & 0x7fffffffu) > 0x7f800000u) return b;
    return a;
}

static __device__ __forceinline__ u8 hoist_u8_from_f32(f32 a) {
    if ((__float_as_uint(a) & 0x7fffffffu) > 0x7f800000u) return 0u;
    if (a <= 0.0f) return 0u;
    if (a >= 256.0f) return 255u;
    return (u8)a;
}

extern "C" __global__ void __launch_bounds__(256) sobel_0(u32* hoist_fault, const u32* hoist_params, u8* out, const u8* src) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_out_offset = hoist_params[21];
    const u32 hoist_src_offset = hoist_params[25];
    const u32 h = hoist_params[29];
    const u32 w = hoist_params[31];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 y = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 x = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/sobel_kernel.rs:13
    const u32 up = ((y > 1u ? y : 1u) - 1u) * w;
    // kernels/src/sobel_kernel.rs:14
    const u32 mid = y * w;
    // kernels/src/sobel_kernel.rs:15
    const u32 down = ((y + 1u) < (h - 1u) ? (y + 1u) : (h - 1u)) * w;
    // kernels/src/sobel_kernel.rs:16
    const u32 left = (x > 1u ? x : 1u) - 1u;
    // kernels/src/sobel_kernel.rs:17
    const u32 right = (x + 1u) < (w - 1u) ? (x + 1u) : (w - 1u);
    // kernels/src/sobel_kernel.rs:18
    const u8 t_10 = src[(hoist_src_offset + (up + left))];
    const i32 a = (i32)t_10;
    const u8 t_13 = src[(hoist_src_offset + (up + x))];
    const i32 b = (i32)t_13;
    const u8 t_15 = src[(hoist_src_offset + (up + right))];
    const i32 c = (i32)t_15;
    // kernels/src/sobel_kernel.rs:19
    const u8 t_17 = src[(hoist_src_offset + (mid + left))];
    const i32 d = (i32)t_17;
    const u8 t_19 = src[(hoist_src_offset + (mid + right))];
    const i32 f = (i32)t_19;
    // kernels/src/sobel_kernel.rs:20
    const u8 t_21 = src[(hoist_src_offset + (down + left))];
    const i32 g = (i32)t_21;
    const u8 t_24 = src[(hoist_src_offset + (down + x))];
    const i32 i = (i32)t_24;
    const u8 t_26 = src[(hoist_src_offset + (down + right))];
    const i32 j = (i32)t_26;
    // kernels/src/sobel_kernel.rs:21
    const i32 dx = (i32)((u32)((i32)((u32)((i32)((u32)((i32)((u32)((i32)((u32)c + (u32)((i32)((u32)2 * (u32)f)))) + (u32)j)) - (u32)a)) - (u32)((i32)((u32)2 * (u32)d)))) - (u32)g);
    // kernels/src/sobel_kernel.rs:22
    const i32 dy = (i32)((u32)((i32)((u32)((i32)((u32)((i32)((u32)((i32)((u32)g + (u32)((i32)((u32)2 * (u32)i)))) + (u32)j)) - (u32)a)) - (u32)((i32)((u32)2 * (u32)b)))) - (u32)c);
    // kernels/src/sobel_kernel.rs:23
    const f32 strength = __fsqrt_rn(((f32)((i32)((u32)((i32)((u32)dx * (u32)dx)) + (u32)((i32)((u32)dy * (u32)dy))))));
    // kernels/src/sobel_kernel.rs:24
    out[(hoist_out_offset + (mid + x))] = hoist_u8_from_f32(hoist_min_f32(strength, 255.0f));
}
