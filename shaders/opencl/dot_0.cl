// kernel dot, loop 0 (kernels/src/dot_kernel.rs:13)
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
void dot_0(__global u32* hoist_fault, __global const u32* hoist_params, __global const f32* x, __global const f32* y, __global f32* hoist_scratch_0) {
    const u32 hoist_item = ((u32)get_group_id(1) * (u32)hoist_params[2] + (u32)get_group_id(0)) * 64u + (u32)get_local_id(0);
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_x_offset = hoist_params[21];
    const u32 hoist_y_offset = hoist_params[25];
    const u32 hoist_count = hoist_params[19];
    const u32 hoist_blocks = (hoist_count + 4095u) / 4096u;
    const u32 hoist_row = hoist_item / 64u / hoist_blocks;
    const u32 hoist_first = hoist_item / 64u % hoist_blocks * 4096u + hoist_item % 64u;
    f32 acc = as_float(0x80000000u);
    for (u32 hoist_t = 0u; hoist_t < 64u; hoist_t++) {
        const u32 hoist_n = hoist_first + hoist_t * 64u;
        if (hoist_n >= hoist_count) { break; }
        const u32 i = hoist_params[15] + hoist_n * hoist_params[17];
        // kernels/src/dot_kernel.rs:14
        const f32 t = x[(hoist_x_offset + i)];
        const f32 t_1 = y[(hoist_y_offset + i)];
        acc = acc + (t * t_1);
    }
    hoist_scratch_0[hoist_item] = acc;
}
