// kernel histogram, loop 0 (kernels/src/histogram_kernel.rs:12)
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

static void hoist_fail(__global u32* fault, u32 site, u32 kind, u32 index, u32 len, u32 iteration) {
    if (atomic_cmpxchg((volatile __global u32*)fault, 0u, site + 1u) != 0u) return;
    fault[1] = kind << 24 | site;
    fault[2] = (u32)index;
    fault[3] = 0u;
    fault[4] = (u32)len;
    fault[5] = 0u;
    fault[6] = (u32)iteration;
    fault[7] = 0u;
}

__kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void histogram_0(__global u32* hoist_fault, __global const u32* hoist_params, __global u32* counts, __global const u8* x) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
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
    atomic_add((volatile __global u32*)&counts[(hoist_counts_offset + at)], 1u);
}
