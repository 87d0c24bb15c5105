// kernel sort_u32, loop 0 (kernels/src/sort_u32_kernel.rs:19)
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

extern "C" __global__ void __launch_bounds__(256) sort_u32_0(u32* hoist_fault, const u32* hoist_params, const u32* from, u64* hoist_scratch_0, u64* hoist_scratch_1, u64* hoist_scratch_2) {
    const u64 hoist_item = ((u64)blockIdx.y * (u64)hoist_params[2] + (u64)blockIdx.x) * (u64)blockDim.x + (u64)threadIdx.x;
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    const u64 hoist_from_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u32 shift = hoist_params[25];
    const u64 hoist_count = ((u64)hoist_params[19] | (u64)hoist_params[20] << 32);
    const u64 hoist_blocks = (hoist_count + 4095ull) / 4096ull;
    const u64 hoist_row = hoist_item / 64ull / hoist_blocks;
    const u64 hoist_first = hoist_item / 64ull % hoist_blocks * 4096ull + hoist_item % 64ull;
    u64 acc = 0ull;
    u64 acc_1 = 0ull;
    u64 acc_2 = 0ull;
    for (u32 hoist_t = 0u; hoist_t < 64u; hoist_t++) {
        const u64 hoist_n = hoist_first + (u64)hoist_t * 64ull;
        if (hoist_n >= hoist_count) { break; }
        const u64 i = ((u64)hoist_params[15] | (u64)hoist_params[16] << 32) + hoist_n * ((u64)hoist_params[17] | (u64)hoist_params[18] << 32);
        // kernels/src/sort_u32_kernel.rs:20
        const u32 t = from[(hoist_from_offset + i)];
        const u32 digit = (t >> (shift & 31u)) & 3u;
        // kernels/src/sort_u32_kernel.rs:21
        acc = acc + ((u64)(digit == 0u));
        // kernels/src/sort_u32_kernel.rs:22
        acc_1 = acc_1 + ((u64)(digit == 1u));
        // kernels/src/sort_u32_kernel.rs:23
        acc_2 = acc_2 + ((u64)(digit == 2u));
    }
    hoist_scratch_0[hoist_item] = acc;
    hoist_scratch_1[hoist_item] = acc_1;
    hoist_scratch_2[hoist_item] = acc_2;
}
