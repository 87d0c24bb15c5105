// kernel sobel, loop 0 (kernels/src/sobel_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> out: array<atomic<u32>>;
@group(0) @binding(3) var<storage, read> src: array<u32>;

fn hoist_min_f32(a: f32, b: f32) -> f32 {
    if (a < b) { return a; }
    if (b < a) { return b; }
    if (a == b) { return bitcast<f32>(bitcast<u32>(a) | bitcast<u32>(b)); }
    if ((bitcast<u32>(a) & 0x7fffffffu) > 0x7f800000u) { return b; }
    return a;
}

fn hoist_u8_from_f32(a: f32) -> u32 {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    if ((bitcast<u32>(a) & 0x7fffffffu) > 0x7f800000u) { return 0u; }
    if (a <= bitcast<f32>(hoist_zero)) { return 0u; }
    if (a >= 256.0f) { return 255u; }
    return u32(a);
}

@compute @workgroup_size(64)
fn sobel_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_out_offset: u32 = hoist_params[21];
    let hoist_src_offset: u32 = hoist_params[25];
    let h: u32 = hoist_params[29];
    let w: u32 = hoist_params[31];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let y: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let x: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/sobel_kernel.rs:13
    let up: u32 = (max(y, 1u) - 1u) * w;
    // kernels/src/sobel_kernel.rs:14
    let mid: u32 = y * w;
    // kernels/src/sobel_kernel.rs:15
    let down: u32 = min((y + 1u), (h - 1u)) * w;
    // kernels/src/sobel_kernel.rs:16
    let left: u32 = max(x, 1u) - 1u;
    // kernels/src/sobel_kernel.rs:17
    let right: u32 = min((x + 1u), (w - 1u));
    // kernels/src/sobel_kernel.rs:18
    let at: u32 = up + left;
    let t_10: u32 = (src[((hoist_src_offset + at) >> 2u)] >> (((hoist_src_offset + at) & 3u) * 8u)) & 0xffu;
    let a: i32 = i32(t_10);
    let at_1: u32 = up + x;
    let t_13: u32 = (src[((hoist_src_offset + at_1) >> 2u)] >> (((hoist_src_offset + at_1) & 3u) * 8u)) & 0xffu;
    let b: i32 = i32(t_13);
    let at_2: u32 = up + right;
    let t_15: u32 = (src[((hoist_src_offset + at_2) >> 2u)] >> (((hoist_src_offset + at_2) & 3u) * 8u)) & 0xffu;
    let c: i32 = i32(t_15);
    // kernels/src/sobel_kernel.rs:19
    let at_3: u32 = mid + left;
    let t_17: u32 = (src[((hoist_src_offset + at_3) >> 2u)] >> (((hoist_src_offset + at_3) & 3u) * 8u)) & 0xffu;
    let d: i32 = i32(t_17);
    let at_4: u32 = mid + right;
    let t_19: u32 = (src[((hoist_src_offset + at_4) >> 2u)] >> (((hoist_src_offset + at_4) & 3u) * 8u)) & 0xffu;
    let f: i32 = i32(t_19);
    // kernels/src/sobel_kernel.rs:20
    let at_5: u32 = down + left;
    let t_21: u32 = (src[((hoist_src_offset + at_5) >> 2u)] >> (((hoist_src_offset + at_5) & 3u) * 8u)) & 0xffu;
    let g: i32 = i32(t_21);
    let at_6: u32 = down + x;
    let t_24: u32 = (src[((hoist_src_offset + at_6) >> 2u)] >> (((hoist_src_offset + at_6) & 3u) * 8u)) & 0xffu;
    let i: i32 = i32(t_24);
    let at_7: u32 = down + right;
    let t_26: u32 = (src[((hoist_src_offset + at_7) >> 2u)] >> (((hoist_src_offset + at_7) & 3u) * 8u)) & 0xffu;
    let j: i32 = i32(t_26);
    // kernels/src/sobel_kernel.rs:21
    let dx: i32 = ((((c + (2i * f)) + j) - a) - (2i * d)) - g;
    // kernels/src/sobel_kernel.rs:22
    let dy: i32 = ((((g + (2i * i)) + j) - a) - (2i * b)) - c;
    // kernels/src/sobel_kernel.rs:23
    let strength: f32 = sqrt(f32(((dx * dx) + (dy * dy)) | i32(hoist_zero)));
    // kernels/src/sobel_kernel.rs:24
    let at_8: u32 = mid + x;
    atomicAnd(&out[((hoist_out_offset + at_8) >> 2u)], ~(0xffu << (((hoist_out_offset + at_8) & 3u) * 8u)));
    atomicOr(&out[((hoist_out_offset + at_8) >> 2u)], hoist_u8_from_f32(hoist_min_f32(strength, 255.0f)) << (((hoist_out_offset + at_8) & 3u) * 8u));
}
