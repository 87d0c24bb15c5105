// kernel scan_step, loop 1 (crates/machine/src/scan.rs:0)
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

extern "C" __global__ void __launch_bounds__(256) scan_step_1(u32* hoist_fault, const u32* hoist_params, u64* values) {
    const u64 hoist_item = ((u64)blockIdx.y * (u64)hoist_params[2] + (u64)blockIdx.x) * (u64)blockDim.x + (u64)threadIdx.x;
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    const u64 hoist_values_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u64 groups = ((u64)hoist_params[25] | (u64)hoist_params[26] << 32);
    const u64 blocks = ((u64)hoist_params[27] | (u64)hoist_params[28] << 32);
    const u64 hoist_row = hoist_item / ((u64)hoist_params[19] | (u64)hoist_params[20] << 32);
    const u64 row = ((u64)hoist_params[9] | (u64)hoist_params[10] << 32) + (hoist_row % ((u64)hoist_params[13] | (u64)hoist_params[14] << 32)) * ((u64)hoist_params[11] | (u64)hoist_params[12] << 32);
    const u64 block = ((u64)hoist_params[15] | (u64)hoist_params[16] << 32) + (hoist_item % ((u64)hoist_params[19] | (u64)hoist_params[20] << 32)) * ((u64)hoist_params[17] | (u64)hoist_params[18] << 32);
    u64 acc = 0ull;
    u64 acc_1 = 0ull;
    u64 acc_2 = 0ull;
    u64 acc_3 = 0ull;
    const u64 t = block * 64ull;
    const u64 t_3 = ((block + 1ull) * 64ull) < groups ? ((block + 1ull) * 64ull) : groups;
    for (u64 n = 0ull; n < 64ull; n++) {
        const u64 t_4 = t + n;
        if (t_4 < t_3) {
            u64 acc_4 = 0ull;
            u64 acc_5 = 0ull;
            u64 acc_6 = 0ull;
            u64 acc_7 = 0ull;
            u64 acc_8 = 0ull;
            u64 acc_9 = 0ull;
            u64 acc_10 = 0ull;
            u64 acc_11 = 0ull;
            const u64 t_7 = (row * groups) + t_4;
            const u64 t_8 = values[(hoist_values_offset + t_7)];
            acc_4 = t_8;
            const u64 t_9 = values[(hoist_values_offset + t_7)];
            acc_5 = t_9;
            const u64 t_10 = values[(hoist_values_offset + t_7)];
            acc_6 = t_10;
            const u64 t_11 = values[(hoist_values_offset + t_7)];
            acc_7 = t_11;
            acc_8 = acc;
            acc_9 = acc_1;
            acc_10 = acc_2;
            acc_11 = acc_3;
            acc_8 = acc_8 + acc_4;
            acc_9 = acc_9 + acc_5;
            acc_10 = acc_10 + acc_6;
            acc_11 = acc_11 + acc_7;
            acc = acc_8;
            acc_1 = acc_9;
            acc_2 = acc_10;
            acc_3 = acc_11;
        }
    }
    const u64 t_33 = (row * blocks) + block;
    values[(hoist_values_offset + t_33)] = acc;
    values[(hoist_values_offset + t_33)] = acc_1;
    values[(hoist_values_offset + t_33)] = acc_2;
    values[(hoist_values_offset + t_33)] = acc_3;
}
