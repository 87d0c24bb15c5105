// kernel matmul_blocked, loop 0 (kernels/src/matmul_blocked_kernel.rs:17)
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

__kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void matmul_blocked_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const f32* a, __global const f32* b, __global f32* c) {
    __local f32 x[512];
    __local f32 y[2048];
    __local f32 sums[1024];
    const u32 hoist_number = (u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0);
    const u32 hoist_lane = (u32)get_local_id(0);
    if (hoist_number * 64u >= hoist_params[0]) { return; }
    const u32 hoist_a_offset = hoist_params[21];
    const u32 hoist_b_offset = hoist_params[25];
    const u32 hoist_c_offset = hoist_params[29];
    const u32 n = hoist_params[33];
    const u32 hoist_row = hoist_number / hoist_params[19];
    const u32 bi = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 bj = hoist_params[15] + (hoist_number % hoist_params[19]) * hoist_params[17];
    // kernels/src/matmul_blocked_kernel.rs:18
    for (u32 hoist_n = hoist_lane; hoist_n < 512u; hoist_n = hoist_n + 64u) { x[hoist_n] = 0.0f; }
    // kernels/src/matmul_blocked_kernel.rs:19
    for (u32 hoist_n = hoist_lane; hoist_n < 2048u; hoist_n = hoist_n + 64u) { y[hoist_n] = 0.0f; }
    // kernels/src/matmul_blocked_kernel.rs:20
    for (u32 hoist_n = hoist_lane; hoist_n < 1024u; hoist_n = hoist_n + 64u) { sums[hoist_n] = 0.0f; }
    // kernels/src/matmul_blocked_kernel.rs:21
    const u32 t = n / 32u;
    const u32 end = ((n - (t * 32u)) == 0u) ? t : (t + ((u32)1u));
    for (u32 bk = 0u; bk < end; bk++) {
        // kernels/src/matmul_blocked_kernel.rs:24
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        for (u32 hoist_q = hoist_lane; hoist_q < 16u * 32u; hoist_q = hoist_q + 64u) {
            const u32 row = hoist_q / 32u;
            const u32 col = hoist_q % 32u;
            // kernels/src/matmul_blocked_kernel.rs:22
            const u32 r_2 = row;
            const u32 k_1 = col;
            // kernels/src/matmul_blocked_kernel.rs:23
            const u32 i = (bi * 16u) + r_2;
            const u32 t_8 = bk * 32u;
            const u32 l = t_8 + k_1;
            // kernels/src/matmul_blocked_kernel.rs:24
            f32 r;
            // kernels/src/matmul_blocked_kernel.rs:23
            const u32 t_9 = t_8 + k_1;
            // kernels/src/matmul_blocked_kernel.rs:24
            if ((bool)((i < n) & (l < n))) {
                const f32 t_16 = a[(hoist_a_offset + ((i * n) + t_9))];
                r = t_16;
            } else {
                r = 0.0f;
            }
            x[((r_2 * 32u) + k_1)] = r;
        }
        // kernels/src/matmul_blocked_kernel.rs:28
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        for (u32 hoist_q = hoist_lane; hoist_q < 32u * 64u; hoist_q = hoist_q + 64u) {
            const u32 row_1 = hoist_q / 64u;
            const u32 col_1 = hoist_q % 64u;
            // kernels/src/matmul_blocked_kernel.rs:26
            const u32 k_2 = row_1;
            const u32 q = col_1;
            // kernels/src/matmul_blocked_kernel.rs:27
            const u32 l_1 = (bk * 32u) + k_2;
            const u32 t_22 = bj * 64u;
            const u32 j = t_22 + q;
            // kernels/src/matmul_blocked_kernel.rs:28
            f32 r_1;
            // kernels/src/matmul_blocked_kernel.rs:27
            const u32 t_23 = t_22 + q;
            // kernels/src/matmul_blocked_kernel.rs:28
            if ((bool)((l_1 < n) & (j < n))) {
                const f32 t_30 = b[(hoist_b_offset + ((l_1 * n) + t_23))];
                r_1 = t_30;
            } else {
                r_1 = 0.0f;
            }
            y[((k_2 * 64u) + q)] = r_1;
        }
        // kernels/src/matmul_blocked_kernel.rs:35
        barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
        for (u32 hoist_q = hoist_lane; hoist_q < 16u * 64u; hoist_q = hoist_q + 64u) {
            const u32 row_2 = hoist_q / 64u;
            const u32 col_2 = hoist_q % 64u;
            // kernels/src/matmul_blocked_kernel.rs:30
            const u32 r_3 = row_2;
            const u32 q_1 = col_2;
            // kernels/src/matmul_blocked_kernel.rs:31
            const f32 t_38 = sums[((r_3 * 64u) + q_1)];
            f32 s = t_38;
            // kernels/src/matmul_blocked_kernel.rs:32
            for (u32 k = 0u; k < 32u; k++) {
                // kernels/src/matmul_blocked_kernel.rs:33
                const f32 t_41 = x[((r_3 * 32u) + k)];
                const f32 t_45 = y[((k * 64u) + q_1)];
                s = fma(t_41, t_45, s);
            }
            // kernels/src/matmul_blocked_kernel.rs:35
            sums[((r_3 * 64u) + q_1)] = s;
        }
    }
    // kernels/src/matmul_blocked_kernel.rs:41
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    for (u32 hoist_q = hoist_lane; hoist_q < 16u * 64u; hoist_q = hoist_q + 64u) {
        const u32 row_3 = hoist_q / 64u;
        const u32 col_3 = hoist_q % 64u;
        // kernels/src/matmul_blocked_kernel.rs:38
        const u32 r_4 = row_3;
        const u32 q_2 = col_3;
        // kernels/src/matmul_blocked_kernel.rs:39
        const u32 i_1 = (bi * 16u) + r_4;
        const u32 t_53 = bj * 64u;
        const u32 j_1 = t_53 + q_2;
        const u32 t_54 = t_53 + q_2;
        // kernels/src/matmul_blocked_kernel.rs:40
        if ((bool)((i_1 < n) & (j_1 < n))) {
            // kernels/src/matmul_blocked_kernel.rs:41
            const f32 t_61 = sums[((r_4 * 64u) + q_2)];
            c[(hoist_c_offset + ((i_1 * n) + t_54))] = t_61;
        }
    }
}
