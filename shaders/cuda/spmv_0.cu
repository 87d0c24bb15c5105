// kernel spmv, loop 0 (kernels/src/spmv_kernel.rs:12)
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

extern "C" __global__ void __launch_bounds__(256) spmv_0(u32* hoist_fault, const u32* hoist_params, const u32* columns, const u32* rows, const f32* values, const f32* x, f32* y) {
    const u32 hoist_item = ((u32)blockIdx.y * (u32)hoist_params[2] + (u32)blockIdx.x) * (u32)blockDim.x + (u32)threadIdx.x;
    if (hoist_item >= hoist_params[0]) { return; }
    if (hoist_fault[0] != 0u) { return; }
    const u32 hoist_columns_offset = hoist_params[21];
    const u32 hoist_rows_offset = hoist_params[25];
    const u32 hoist_rows_len = hoist_params[27];
    const u32 hoist_values_offset = hoist_params[29];
    const u32 hoist_values_len = hoist_params[31];
    const u32 hoist_x_offset = hoist_params[33];
    const u32 hoist_x_len = hoist_params[35];
    const u32 hoist_y_offset = hoist_params[37];
    const u32 r = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/spmv_kernel.rs:13
    f32 sum = 0.0f;
    // kernels/src/spmv_kernel.rs:14
    const u32 t = rows[(hoist_rows_offset + r)];
    const u32 at = r + 1u;
    if (!(at < hoist_rows_len)) { hoist_fail(hoist_fault, 1u, 1u, at, hoist_rows_len, hoist_item); return; }
    const u32 t_4 = rows[(hoist_rows_offset + at)];
    u32 k = t;
    const u32 t_5 = t_4;
    while (true) {
        const u32 t_6 = k;
        if (!(t_6 < t_5)) {
            break;
        }
        k = t_6 + 1u;
        // kernels/src/spmv_kernel.rs:15
        if (!(t_6 < hoist_values_len)) { hoist_fail(hoist_fault, 2u, 1u, t_6, hoist_values_len, hoist_item); return; }
        const f32 t_10 = values[(hoist_values_offset + t_6)];
        const u32 t_11 = columns[(hoist_columns_offset + t_6)];
        const u32 at_1 = t_11;
        if (!(at_1 < hoist_x_len)) { hoist_fail(hoist_fault, 4u, 1u, at_1, hoist_x_len, hoist_item); return; }
        const f32 t_13 = x[(hoist_x_offset + at_1)];
        sum = sum + (t_10 * t_13);
    }
    // kernels/src/spmv_kernel.rs:17
    y[(hoist_y_offset + r)] = sum;
}
