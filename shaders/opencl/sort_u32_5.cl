// kernel sort_u32, loop 1 (kernels/src/sort_u32_kernel.rs:29)
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

static void hoist_fail(__global u32* fault, u32 site, u32 kind, u64 index, u64 len, u64 iteration) {
    if (atomic_cmpxchg((volatile __global u32*)fault, 0u, site + 1u) != 0u) return;
    fault[1] = kind << 24 | site;
    fault[2] = (u32)index;
    fault[3] = (u32)(index >> 32);
    fault[4] = (u32)len;
    fault[5] = (u32)(len >> 32);
    fault[6] = (u32)iteration;
    fault[7] = (u32)(iteration >> 32);
}

__kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void sort_u32_1(__global u32* hoist_fault, __global const u32* hoist_params, __global const u64* values, __global const u32* from, __global u32* to_0, __global u32* to_1, __global u32* to_2, __global u32* to_3) {
    const u64 hoist_item = ((u64)get_group_id(1) * (u64)hoist_params[2] + (u64)get_group_id(0)) * 64ul + (u64)get_local_id(0);
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    if (hoist_fault[0] != 0u) { return; }
    const u64 hoist_values_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u64 hoist_from_offset = ((u64)hoist_params[25] | (u64)hoist_params[26] << 32);
    const u64 hoist_to_0_offset = ((u64)hoist_params[29] | (u64)hoist_params[30] << 32);
    const u64 hoist_to_0_len = ((u64)hoist_params[31] | (u64)hoist_params[32] << 32);
    const u64 hoist_to_1_offset = ((u64)hoist_params[33] | (u64)hoist_params[34] << 32);
    const u64 hoist_to_1_len = ((u64)hoist_params[35] | (u64)hoist_params[36] << 32);
    const u64 hoist_to_2_offset = ((u64)hoist_params[37] | (u64)hoist_params[38] << 32);
    const u64 hoist_to_2_len = ((u64)hoist_params[39] | (u64)hoist_params[40] << 32);
    const u64 hoist_to_3_offset = ((u64)hoist_params[41] | (u64)hoist_params[42] << 32);
    const u64 hoist_to_3_len = ((u64)hoist_params[43] | (u64)hoist_params[44] << 32);
    const u64 n0 = ((u64)hoist_params[45] | (u64)hoist_params[46] << 32);
    const u64 n1 = ((u64)hoist_params[47] | (u64)hoist_params[48] << 32);
    const u64 n2 = ((u64)hoist_params[49] | (u64)hoist_params[50] << 32);
    const u64 n3 = ((u64)hoist_params[51] | (u64)hoist_params[52] << 32);
    const u32 shift = hoist_params[53];
    const u64 i_1 = ((u64)hoist_params[15] | (u64)hoist_params[16] << 32) + hoist_item * ((u64)hoist_params[17] | (u64)hoist_params[18] << 32);
    // kernels/src/sort_u32_kernel.rs:29
    u64 acc = 0ul;
    u64 acc_1 = 0ul;
    u64 acc_2 = 0ul;
    u64 acc_3 = 0ul;
    u64 acc_4 = 0ul;
    u64 acc_5 = 0ul;
    u64 acc_6 = 0ul;
    u64 acc_7 = 0ul;
    const u64 t = values[(hoist_values_offset + i_1)];
    acc = t;
    const u64 t_1 = values[(hoist_values_offset + i_1)];
    acc_1 = t_1;
    const u64 t_2 = values[(hoist_values_offset + i_1)];
    acc_2 = t_2;
    const u64 t_3 = values[(hoist_values_offset + i_1)];
    acc_3 = t_3;
    // kernels/src/sort_u32_kernel.rs:30
    const u32 v = from[(hoist_from_offset + i_1)];
    // kernels/src/sort_u32_kernel.rs:31
    const u32 digit_1 = (v >> (shift & 31u)) & 3u;
    // kernels/src/sort_u32_kernel.rs:32
    if (digit_1 == 0u) {
        // kernels/src/sort_u32_kernel.rs:33
        const u64 at = acc;
        if (!(at < hoist_to_0_len)) { hoist_fail(hoist_fault, 2u, 1u, at, hoist_to_0_len, hoist_item); return; }
        to_0[(hoist_to_0_offset + at)] = v;
        // kernels/src/sort_u32_kernel.rs:34
        acc = acc_4;
    } else {
        if (digit_1 == 1u) {
            // kernels/src/sort_u32_kernel.rs:36
            const u64 at_1 = acc_1;
            if (!(at_1 < hoist_to_1_len)) { hoist_fail(hoist_fault, 3u, 1u, at_1, hoist_to_1_len, hoist_item); return; }
            to_1[(hoist_to_1_offset + at_1)] = v;
            // kernels/src/sort_u32_kernel.rs:37
            acc_1 = acc_5;
        } else {
            if (digit_1 == 2u) {
                // kernels/src/sort_u32_kernel.rs:39
                const u64 at_2 = acc_2;
                if (!(at_2 < hoist_to_2_len)) { hoist_fail(hoist_fault, 4u, 1u, at_2, hoist_to_2_len, hoist_item); return; }
                to_2[(hoist_to_2_offset + at_2)] = v;
                // kernels/src/sort_u32_kernel.rs:40
                acc_2 = acc_6;
            } else {
                // kernels/src/sort_u32_kernel.rs:42
                const u64 at_3 = acc_3;
                if (!(at_3 < hoist_to_3_len)) { hoist_fail(hoist_fault, 5u, 1u, at_3, hoist_to_3_len, hoist_item); return; }
                to_3[(hoist_to_3_offset + at_3)] = v;
                // kernels/src/sort_u32_kernel.rs:43
                acc_3 = acc_7;
            }
        }
    }
}
