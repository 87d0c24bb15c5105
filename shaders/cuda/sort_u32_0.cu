// kernel sort_u32, loop 0 (kernels/src/sort_u32_kernel.rs:28)
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

extern "C" __global__ void __launch_bounds__(256) sort_u32_0(u32* hoist_fault, const u32* hoist_params, const u32* from, u32* starts) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_from_offset = hoist_params[21];
    const u32 hoist_starts_offset = hoist_params[25];
    const u32 blocks = hoist_params[29];
    const u32 n = hoist_params[31];
    const u32 shift = hoist_params[33];
    const u32 b = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/sort_u32_kernel.rs:29
    u32 count[256];
    for (u32 hoist_n = 0u; hoist_n < 256u; hoist_n++) { count[hoist_n] = 0u; }
    // kernels/src/sort_u32_kernel.rs:30
    u32 i = b * 4000u;
    const u32 t_3 = ((b * 4000u) + 4000u) < n ? ((b * 4000u) + 4000u) : n;
    while (true) {
        const u32 t_4 = i;
        if (!(t_4 < t_3)) {
            break;
        }
        i = t_4 + 1u;
        // kernels/src/sort_u32_kernel.rs:31
        const u32 t_8 = from[(hoist_from_offset + t_4)];
        const u32 a = t_8 >> (shift & 31u);
        const u32 t_11 = a % 256u;
        const u32 t_12 = count[t_11];
        count[t_11] = t_12 + 1u;
    }
    // kernels/src/sort_u32_kernel.rs:33
    for (u32 d = 0u; d < 256u; d++) {
        // kernels/src/sort_u32_kernel.rs:34
        const u32 t_14 = count[d];
        starts[(hoist_starts_offset + ((d * blocks) + b))] = t_14;
    }
}
