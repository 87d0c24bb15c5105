// kernel sort_u32, loop 2 (kernels/src/sort_u32_kernel.rs:45)
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

static __device__ void hoist_fail(u32* fault, u32 site, u32 kind, u32 index, u32 len, u32 iteration) {
    if (atomicCAS(fault, 0u, site + 1u) != 0u) return;
    fault[1] = kind << 24 | site;
    fault[2] = (u32)index;
    fault[3] = 0u;
    fault[4] = (u32)len;
    fault[5] = 0u;
    fault[6] = (u32)iteration;
    fault[7] = 0u;
}

extern "C" __global__ void __launch_bounds__(256) sort_u32_2(u32* hoist_fault, const u32* hoist_params, const u32* from, const u32* starts, u32* to) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    if (hoist_fault[0] != 0u) { return; }
    const u32 hoist_from_offset = hoist_params[21];
    const u32 hoist_starts_offset = hoist_params[25];
    const u32 hoist_to_offset = hoist_params[29];
    const u32 hoist_to_len = hoist_params[31];
    const u32 blocks = hoist_params[33];
    const u32 n = hoist_params[35];
    const u32 shift = hoist_params[37];
    const u32 b = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/sort_u32_kernel.rs:46
    u32 at[256];
    for (u32 hoist_n = 0u; hoist_n < 256u; hoist_n++) { at[hoist_n] = 0u; }
    // kernels/src/sort_u32_kernel.rs:47
    for (u32 d = 0u; d < 256u; d++) {
        // kernels/src/sort_u32_kernel.rs:48
        const u32 t_3 = starts[(hoist_starts_offset + ((d * blocks) + b))];
        at[d] = t_3;
    }
    // kernels/src/sort_u32_kernel.rs:50
    u32 i = b * 4000u;
    const u32 t_7 = ((b * 4000u) + 4000u) < n ? ((b * 4000u) + 4000u) : n;
    while (true) {
        const u32 t_8 = i;
        if (!(t_8 < t_7)) {
            break;
        }
        i = t_8 + 1u;
        // kernels/src/sort_u32_kernel.rs:51
        const u32 v = from[(hoist_from_offset + t_8)];
        // kernels/src/sort_u32_kernel.rs:52
        const u32 a = v >> (shift & 31u);
        const u32 d_1 = a % 256u;
        // kernels/src/sort_u32_kernel.rs:53
        const u32 t_14 = at[d_1];
        const u32 at_1 = t_14;
        if (!(at_1 < hoist_to_len)) { hoist_fail(hoist_fault, 5u, 1u, at_1, hoist_to_len, hoist_item); return; }
        to[(hoist_to_offset + at_1)] = v;
        // kernels/src/sort_u32_kernel.rs:54
        const u32 t_16 = at[d_1];
        at[d_1] = t_16 + 1u;
    }
}
