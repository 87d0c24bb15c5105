// kernel sort_u32, loop 1 (kernels/src/sort_u32_kernel.rs:29)
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

extern "C" __global__ void __launch_bounds__(256) sort_u32_1(u32* hoist_fault, const u32* hoist_params, const u32* from, u32* to_0, u32* to_1, u32* to_2, u32* to_3, u64* values) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    const u32 hoist_from_offset = hoist_params[21];
    const u32 hoist_values_offset = hoist_params[41];
    const u32 n0 = hoist_params[45];
    const u32 n1 = hoist_params[47];
    const u32 n2 = hoist_params[49];
    const u32 n3 = hoist_params[51];
    const u32 shift = hoist_params[53];
    const u32 i_1 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/sort_u32_kernel.rs:29
    u32 acc = 0u;
    u32 acc_1 = 0u;
    u32 acc_2 = 0u;
    u32 acc_3 = 0u;
    // kernels/src/sort_u32_kernel.rs:30
    const u32 v = from[(hoist_from_offset + i_1)];
    // kernels/src/sort_u32_kernel.rs:31
    const u32 digit_1 = (v >> (shift & 31u)) & 3u;
    // kernels/src/sort_u32_kernel.rs:32
    if (digit_1 == 0u) {
        // kernels/src/sort_u32_kernel.rs:34
        acc = acc + 1u;
    } else {
        if (digit_1 == 1u) {
            // kernels/src/sort_u32_kernel.rs:37
            acc_1 = acc_1 + 1u;
        } else {
            if (digit_1 == 2u) {
                // kernels/src/sort_u32_kernel.rs:40
                acc_2 = acc_2 + 1u;
            } else {
                // kernels/src/sort_u32_kernel.rs:43
                acc_3 = acc_3 + 1u;
            }
        }
    }
    values[(hoist_values_offset + i_1)] = acc;
    values[(hoist_values_offset + i_1)] = acc_1;
    values[(hoist_values_offset + i_1)] = acc_2;
    values[(hoist_values_offset + i_1)] = acc_3;
}
