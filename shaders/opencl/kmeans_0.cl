// kernel kmeans, loop 0 (kernels/src/kmeans_kernel.rs:13)
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
void kmeans_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const f32* centres, __global u32* counts, __global u32* labels, __global const f32* points, __global u64* hoist_scratch_0) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    if (hoist_fault[0] != 0u) { return; }
    const u32 hoist_centres_offset = hoist_params[21];
    const u32 hoist_counts_offset = hoist_params[25];
    const u32 hoist_counts_len = hoist_params[27];
    const u32 hoist_labels_offset = hoist_params[29];
    const u32 hoist_points_offset = hoist_params[33];
    const u32 dims = hoist_params[37];
    const u32 hoist_count = hoist_params[19];
    const u32 hoist_blocks = (hoist_count + 4095u) / 4096u;
    const u32 hoist_row = hoist_item / 64u / hoist_blocks;
    const u32 hoist_first = hoist_item / 64u % hoist_blocks * 4096u + hoist_item % 64u;
    u64 acc = 0ul;
    for (u32 hoist_t = 0u; hoist_t < 64u; hoist_t++) {
        const u32 hoist_n = hoist_first + hoist_t * 64u;
        if (hoist_n >= hoist_count) { break; }
        const u32 i = hoist_params[15] + hoist_n * hoist_params[17];
        // kernels/src/kmeans_kernel.rs:14
        f32 best = as_float(0x7f800000u);
        // kernels/src/kmeans_kernel.rs:15
        u32 nearest = 0u;
        // kernels/src/kmeans_kernel.rs:16
        for (u32 c = 0u; c < hoist_counts_len; c++) {
            // kernels/src/kmeans_kernel.rs:17
            f32 far = 0.0f;
            // kernels/src/kmeans_kernel.rs:18
            for (u32 d = 0u; d < dims; d++) {
                // kernels/src/kmeans_kernel.rs:19
                const f32 t_2 = points[(hoist_points_offset + ((i * dims) + d))];
                const f32 t_5 = centres[(hoist_centres_offset + ((c * dims) + d))];
                const f32 apart = t_2 - t_5;
                // kernels/src/kmeans_kernel.rs:20
                far = far + (apart * apart);
            }
            // kernels/src/kmeans_kernel.rs:22
            if (far < best) {
                // kernels/src/kmeans_kernel.rs:23
                best = far;
                // kernels/src/kmeans_kernel.rs:24
                nearest = c;
            }
        }
        // kernels/src/kmeans_kernel.rs:27
        const u32 t_15 = labels[(hoist_labels_offset + i)];
        if (nearest != t_15) {
            // kernels/src/kmeans_kernel.rs:28
            acc = acc + 1ul;
        }
        // kernels/src/kmeans_kernel.rs:30
        labels[(hoist_labels_offset + i)] = nearest;
        // kernels/src/kmeans_kernel.rs:31
        const u32 at = nearest;
        if (!(at < hoist_counts_len)) { hoist_fail(hoist_fault, 4u, 1u, at, hoist_counts_len, (hoist_row * hoist_count + hoist_n)); return; }
        atomic_add((volatile __global u32*)&counts[(hoist_counts_offset + at)], 1u);
    }
    hoist_scratch_0[hoist_item] = acc;
}
