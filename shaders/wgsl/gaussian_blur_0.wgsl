// kernel gaussian_blur, loop 0 (kernels/src/gaussian_blur_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> out: array<atomic<u32>>;
@group(0) @binding(3) var<storage, read> src: array<u32>;

@compute @workgroup_size(64)
fn gaussian_blur_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_out_offset: u32 = hoist_params[21];
    let hoist_src_offset: u32 = hoist_params[25];
    let h: u32 = hoist_params[29];
    let w: u32 = hoist_params[31];
    let hoist_row: u32 = hoist_item / hoist_params[19];
    let y: u32 = hoist_params[9] + (hoist_row % hoist_params[13]) * hoist_params[11];
    let x: u32 = hoist_params[15] + (hoist_item % hoist_params[19]) * hoist_params[17];
    // kernels/src/gaussian_blur_kernel.rs:13
    let up: u32 = max(y, 1u) - 1u;
    // kernels/src/gaussian_blur_kernel.rs:14
    let down: u32 = min((y + 1u), (h - 1u));
    // kernels/src/gaussian_blur_kernel.rs:15
    let left: u32 = max(x, 1u) - 1u;
    // kernels/src/gaussian_blur_kernel.rs:16
    let right: u32 = min((x + 1u), (w - 1u));
    // kernels/src/gaussian_blur_kernel.rs:17
    let at: u32 = (up * w) + left;
    let t_9: u32 = (src[((hoist_src_offset + at) >> 2u)] >> (((hoist_src_offset + at) & 3u) * 8u)) & 0xffu;
    let at_1: u32 = (up * w) + x;
    let t_14: u32 = (src[((hoist_src_offset + at_1) >> 2u)] >> (((hoist_src_offset + at_1) & 3u) * 8u)) & 0xffu;
    let at_2: u32 = (up * w) + right;
    let t_20: u32 = (src[((hoist_src_offset + at_2) >> 2u)] >> (((hoist_src_offset + at_2) & 3u) * 8u)) & 0xffu;
    let top: u32 = (t_9 + (2u * t_14)) + t_20;
    // kernels/src/gaussian_blur_kernel.rs:18
    let at_3: u32 = (y * w) + left;
    let t_24: u32 = (src[((hoist_src_offset + at_3) >> 2u)] >> (((hoist_src_offset + at_3) & 3u) * 8u)) & 0xffu;
    let at_4: u32 = (y * w) + x;
    let t_29: u32 = (src[((hoist_src_offset + at_4) >> 2u)] >> (((hoist_src_offset + at_4) & 3u) * 8u)) & 0xffu;
    let at_5: u32 = (y * w) + right;
    let t_35: u32 = (src[((hoist_src_offset + at_5) >> 2u)] >> (((hoist_src_offset + at_5) & 3u) * 8u)) & 0xffu;
    let mid: u32 = (t_24 + (2u * t_29)) + t_35;
    // kernels/src/gaussian_blur_kernel.rs:19
    let at_6: u32 = (down * w) + left;
    let t_39: u32 = (src[((hoist_src_offset + at_6) >> 2u)] >> (((hoist_src_offset + at_6) & 3u) * 8u)) & 0xffu;
    let at_7: u32 = (down * w) + x;
    let t_44: u32 = (src[((hoist_src_offset + at_7) >> 2u)] >> (((hoist_src_offset + at_7) & 3u) * 8u)) & 0xffu;
    let at_8: u32 = (down * w) + right;
    let t_50: u32 = (src[((hoist_src_offset + at_8) >> 2u)] >> (((hoist_src_offset + at_8) & 3u) * 8u)) & 0xffu;
    let low: u32 = (t_39 + (2u * t_44)) + t_50;
    // kernels/src/gaussian_blur_kernel.rs:20
    let a: u32 = ((top + (2u * mid)) + low) + 8u;
    let t_56: u32 = a / 16u;
    let at_9: u32 = (y * w) + x;
    atomicAnd(&out[((hoist_out_offset + at_9) >> 2u)], ~(0xffu << (((hoist_out_offset + at_9) & 3u) * 8u)));
    atomicOr(&out[((hoist_out_offset + at_9) >> 2u)], (t_56 & 0xffu) << (((hoist_out_offset + at_9) & 3u) * 8u));
}
