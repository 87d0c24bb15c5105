// kernel histogram, loop 0 (kernels/src/histogram_kernel.rs:12)
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

extern "C" __global__ void __launch_bounds__(256) histogram_0(u32* hoist_fault, const u32* hoist_params, u32* counts, const u8* x) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    if (hoist_fault[0] != 0u) { return; }
    const u32 hoist_counts_offset = hoist_params[21];
    const u32 hoist_counts_len = hoist_params[23];
    const u32 hoist_x_offset = hoist_params[25];
    const u32 i = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/histogram_kernel.rs:13
    const u8 t = x[(hoist_x_offset + i)];
    const u32 at = (u32)t;
    if (!(at < hoist_counts_len)) { hoist_fail(hoist_fault, 1u, 1u, at, hoist_counts_len, hoist_item); return; }
    atomicAdd(&counts[(hoist_counts_offset + at)], 1u);
}
