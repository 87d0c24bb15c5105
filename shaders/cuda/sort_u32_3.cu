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

extern "C" __global__ void __launch_bounds__(256) scan_step_1(u32* hoist_fault, const u32* hoist_params, const u32* values, u32* values_1) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_values_offset = hoist_params[21];
    const u32 hoist_values_1_offset = hoist_params[25];
    const u32 groups = hoist_params[29];
    const u32 blocks = hoist_params[31];
    const u32 hoist_row = hoist_item / hoist_params[19];
    const u32 row = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    const u32 block = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    u32 acc = 0u;
    const u32 t = block * 64u;
    const u32 t_3 = ((block + 1u) * 64u) < groups ? ((block + 1u) * 64u) : groups;
    for (u32 n = 0u; n < 64u; n++) {
        const u32 t_4 = t + n;
        if (t_4 < t_3) {
            u32 acc_1 = 0u;
            u32 acc_2 = 0u;
            const u32 t_8 = values[(hoist_values_offset + ((row * groups) + t_4))];
            acc_1 = t_8;
            acc_2 = acc;
            acc_2 = acc_2 + acc_1;
            acc = acc_2;
        }
    }
    values_1[(hoist_values_1_offset + ((row * blocks) + block))] = acc;
}
