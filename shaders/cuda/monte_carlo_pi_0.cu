// kernel monte_carlo_pi, loop 0 (kernels/src/monte_carlo_pi_kernel.rs:32)
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

extern "C" __global__ void __launch_bounds__(256) monte_carlo_pi_0(u32* hoist_fault, const u32* hoist_params, u64* hoist_scratch_0) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 seed = hoist_params[21];
    const u32 hoist_count = hoist_params[19];
    const u32 hoist_blocks = (hoist_count + 4095u) / 4096u;
    const u32 hoist_row = hoist_item / 64u / hoist_blocks;
    const u32 hoist_first = hoist_item / 64u % hoist_blocks * 4096u + hoist_item % 64u;
    u64 acc = 0ull;
    for (u32 hoist_t = 0u; hoist_t < 64u; hoist_t++) {
        const u32 hoist_n = hoist_first + hoist_t * 64u;
        if (hoist_n >= hoist_count) { break; }
        const u32 i = hoist_params[15] + hoist_n * hoist_params[17];
        // kernels/src/monte_carlo_pi_kernel.rs:12
        u32 a = i;
        u32 b = 0u;
        u32 c = 0u;
        u32 d = 0u;
        // kernels/src/monte_carlo_pi_kernel.rs:13
        u32 k = seed;
        u32 l = 0u;
        // kernels/src/monte_carlo_pi_kernel.rs:14
        for (i32 v = 0; v < 10; v++) {
            // kernels/src/monte_carlo_pi_kernel.rs:15
            const u64 p = ((u64)a) * 3528531795ull;
            // kernels/src/monte_carlo_pi_kernel.rs:16
            const u64 q = ((u64)c) * 3449720151ull;
            // kernels/src/monte_carlo_pi_kernel.rs:17
            const u32 na = (((u32)(q >> 32u)) ^ b) ^ k;
            const u32 nc = (((u32)(p >> 32u)) ^ d) ^ l;
            // kernels/src/monte_carlo_pi_kernel.rs:18
            b = (u32)q;
            // kernels/src/monte_carlo_pi_kernel.rs:19
            d = (u32)p;
            // kernels/src/monte_carlo_pi_kernel.rs:20
            a = na;
            // kernels/src/monte_carlo_pi_kernel.rs:21
            c = nc;
            // kernels/src/monte_carlo_pi_kernel.rs:22
            k = k + 2654435769u;
            // kernels/src/monte_carlo_pi_kernel.rs:23
            l = l + 3144134277u;
        }
        // kernels/src/monte_carlo_pi_kernel.rs:25
        const u32 a_1 = a;
        const u32 b_1 = b;
        // kernels/src/monte_carlo_pi_kernel.rs:34
        const f32 x = ((f32)(a_1 >> 8u)) / 16777216.0f;
        // kernels/src/monte_carlo_pi_kernel.rs:35
        const f32 y = ((f32)(b_1 >> 8u)) / 16777216.0f;
        // kernels/src/monte_carlo_pi_kernel.rs:36
        acc = acc + ((((x * x) + (y * y)) < 1.0f) ? 1ull : 0ull);
    }
    hoist_scratch_0[hoist_item] = acc;
}
