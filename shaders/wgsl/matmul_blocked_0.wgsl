// kernel matmul_blocked, loop 0 (kernels/src/matmul_blocked_kernel.rs:17)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> a: array<f32>;
@group(0) @binding(3) var<storage, read> b: array<f32>;
@group(0) @binding(4) var<storage, read_write> c: array<f32>;

var<workgroup> x: array<f32, 512>;
var<workgroup> y: array<f32, 2048>;
var<workgroup> sums: array<f32, 1024>;
@compute @workgroup_size(64)
fn matmul_blocked_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_number: u32 = u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x);
    let hoist_lane: u32 = hoist_local.x;
    if (hoist_number * 64u >= hoist_params[0]) { return; }
    let hoist_a_offset: u32 = hoist_params[21];
    let hoist_b_offset: u32 = hoist_params[25];
    let hoist_c_offset: u32 = hoist_params[29];
    let n: u32 = hoist_params[33];
    let hoist_row: u32 = hoist_number / hoist_params[19];
    let bi: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let bj: u32 = hoist_params[15] + (hoist_number % hoist_params[19]) * hoist_params[17];
    // kernels/src/matmul_blocked_kernel.rs:18
    for (var hoist_n = hoist_lane; hoist_n < 512u; hoist_n = hoist_n + 64u) { x[hoist_n] = bitcast<f32>(hoist_zero); }
    // kernels/src/matmul_blocked_kernel.rs:19
    for (var hoist_n = hoist_lane; hoist_n < 2048u; hoist_n = hoist_n + 64u) { y[hoist_n] = bitcast<f32>(hoist_zero); }
    // kernels/src/matmul_blocked_kernel.rs:20
    for (var hoist_n = hoist_lane; hoist_n < 1024u; hoist_n = hoist_n + 64u) { sums[hoist_n] = bitcast<f32>(hoist_zero); }
    // kernels/src/matmul_blocked_kernel.rs:21
    let t: u32 = n / 32u;
    let end: u32 = select((t + (0x1u | hoist_zero)), t, ((n - (t * 32u)) == 0u));
    for (var bk: u32 = 0u; bk < end; bk++) {
        // kernels/src/matmul_blocked_kernel.rs:24
        storageBarrier();
        workgroupBarrier();
        for (var hoist_q: u32 = hoist_lane; hoist_q < (0x200u | hoist_zero); hoist_q = hoist_q + 64u) {
            let row: u32 = hoist_q / 32u;
            let col: u32 = hoist_q % 32u;
            // kernels/src/matmul_blocked_kernel.rs:22
            let r_2: u32 = row;
            let k_1: u32 = col;
            // kernels/src/matmul_blocked_kernel.rs:23
            let i: u32 = (bi * 16u) + r_2;
            let t_8: u32 = bk * 32u;
            let l: u32 = t_8 + k_1;
            // kernels/src/matmul_blocked_kernel.rs:24
            var r: f32;
            // kernels/src/matmul_blocked_kernel.rs:23
            let t_9: u32 = t_8 + k_1;
            // kernels/src/matmul_blocked_kernel.rs:24
            if ((i < n) & (l < n)) {
                let t_16: f32 = a[(hoist_a_offset + ((i * n) + t_9))];
                r = t_16;
            } else {
                r = bitcast<f32>(hoist_zero);
            }
            x[((r_2 * 32u) + k_1)] = r;
        }
        // kernels/src/matmul_blocked_kernel.rs:28
        storageBarrier();
        workgroupBarrier();
        for (var hoist_q: u32 = hoist_lane; hoist_q < (0x800u | hoist_zero); hoist_q = hoist_q + 64u) {
            let row_1: u32 = hoist_q / 64u;
            let col_1: u32 = hoist_q % 64u;
            // kernels/src/matmul_blocked_kernel.rs:26
            let k_2: u32 = row_1;
            let q: u32 = col_1;
            // kernels/src/matmul_blocked_kernel.rs:27
            let l_1: u32 = (bk * 32u) + k_2;
            let t_22: u32 = bj * 64u;
            let j: u32 = t_22 + q;
            // kernels/src/matmul_blocked_kernel.rs:28
            var r_1: f32;
            // kernels/src/matmul_blocked_kernel.rs:27
            let t_23: u32 = t_22 + q;
            // kernels/src/matmul_blocked_kernel.rs:28
            if ((l_1 < n) & (j < n)) {
                let t_30: f32 = b[(hoist_b_offset + ((l_1 * n) + t_23))];
                r_1 = t_30;
            } else {
                r_1 = bitcast<f32>(hoist_zero);
            }
            y[((k_2 * 64u) + q)] = r_1;
        }
        // kernels/src/matmul_blocked_kernel.rs:35
        storageBarrier();
        workgroupBarrier();
        for (var hoist_q: u32 = hoist_lane; hoist_q < (0x400u | hoist_zero); hoist_q = hoist_q + 64u) {
            let row_2: u32 = hoist_q / 64u;
            let col_2: u32 = hoist_q % 64u;
            // kernels/src/matmul_blocked_kernel.rs:30
            let r_3: u32 = row_2;
            let q_1: u32 = col_2;
            // kernels/src/matmul_blocked_kernel.rs:31
            let t_38: f32 = sums[((r_3 * 64u) + q_1)];
            var s: f32 = t_38;
            // kernels/src/matmul_blocked_kernel.rs:32
            for (var k: u32 = 0u; k < 32u; k++) {
                // kernels/src/matmul_blocked_kernel.rs:33
                let t_41: f32 = x[((r_3 * 32u) + k)];
                let t_45: f32 = y[((k * 64u) + q_1)];
                s = fma(t_41, t_45, s);
            }
            // kernels/src/matmul_blocked_kernel.rs:35
            sums[((r_3 * 64u) + q_1)] = s;
        }
    }
    // kernels/src/matmul_blocked_kernel.rs:41
    storageBarrier();
    workgroupBarrier();
    for (var hoist_q: u32 = hoist_lane; hoist_q < (0x400u | hoist_zero); hoist_q = hoist_q + 64u) {
        let row_3: u32 = hoist_q / 64u;
        let col_3: u32 = hoist_q % 64u;
        // kernels/src/matmul_blocked_kernel.rs:38
        let r_4: u32 = row_3;
        let q_2: u32 = col_3;
        // kernels/src/matmul_blocked_kernel.rs:39
        let i_1: u32 = (bi * 16u) + r_4;
        let t_53: u32 = bj * 64u;
        let j_1: u32 = t_53 + q_2;
        let t_54: u32 = t_53 + q_2;
        // kernels/src/matmul_blocked_kernel.rs:40
        if ((i_1 < n) & (j_1 < n)) {
            // kernels/src/matmul_blocked_kernel.rs:41
            let t_61: f32 = sums[((r_4 * 64u) + q_2)];
            c[(hoist_c_offset + ((i_1 * n) + t_54))] = t_61;
        }
    }
}
