// kernel gaussian_blur, loop 0 (kernels/src/gaussian_blur_kernel.rs:12)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> out: array<atomic<u32>>;
@group(0) @binding(3) var<storage, read> src: array<u32>;

@compute @workgroup_size(64)
fn gaussian_blur_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u64 = (u64(hoist_group.y) * u64(hoist_params[2]) + u64(hoist_group.x)) * 64lu + u64(hoist_local.x);
    if (hoist_item >= (u64(hoist_params[0]) | (u64(hoist_params[1]) << 32u))) { return; }
    if (atomicLoad(&hoist_fault[0]) != 0u) { return; }
    let hoist_out_offset: u64 = (u64(hoist_params[21]) | (u64(hoist_params[22]) << 32u));
    let hoist_src_offset: u64 = (u64(hoist_params[25]) | (u64(hoist_params[26]) << 32u));
    let h: u64 = (u64(hoist_params[29]) | (u64(hoist_params[30]) << 32u));
    let w: u64 = (u64(hoist_params[31]) | (u64(hoist_params[32]) << 32u));
    let hoist_row: u64 = hoist_item / (u64(hoist_params[19]) | (u64(hoist_params[20]) << 32u));
    let y: u64 = (u64(hoist_params[9]) | (u64(hoist_params[10]) << 32u)) + (hoist_row % (u64(hoist_params[13]) | (u64(hoist_params[14]) << 32u))) * (u64(hoist_params[11]) | (u64(hoist_params[12]) << 32u));
    let x: u64 = (u64(hoist_params[15]) | (u64(hoist_params[16]) << 32u)) + (hoist_item % (u64(hoist_params[19]) | (u64(hoist_params[20]) << 32u))) * (u64(hoist_params[17]) | (u64(hoist_params[18]) << 32u));
    // kernels/src/gaussian_blur_kernel.rs:13
    let up: u64 = select((y - 1lu), 0lu, (y < 1lu));
    // kernels/src/gaussian_blur_kernel.rs:14
    let down: u64 = min((y + 1lu), (h - 1lu));
    // kernels/src/gaussian_blur_kernel.rs:15
    let left: u64 = select((x - 1lu), 0lu, (x < 1lu));
    // kernels/src/gaussian_blur_kernel.rs:16
    let right: u64 = min((x + 1lu), (w - 1lu));
    // kernels/src/gaussian_blur_kernel.rs:17
    let at: u64 = (up * w) + left;
    let t_11: u32 = (src[((hoist_src_offset + at) >> 2u)] >> ((u32((hoist_src_offset + at)) & 3u) * 8u)) & 0xffu;
    let at_1: u64 = (up * w) + x;
    let t_16: u32 = (src[((hoist_src_offset + at_1) >> 2u)] >> ((u32((hoist_src_offset + at_1)) & 3u) * 8u)) & 0xffu;
    let at_2: u64 = (up * w) + right;
    let t_22: u32 = (src[((hoist_src_offset + at_2) >> 2u)] >> ((u32((hoist_src_offset + at_2)) & 3u) * 8u)) & 0xffu;
    let top: u32 = (t_11 + (2u * t_16)) + t_22;
    // kernels/src/gaussian_blur_kernel.rs:18
    let at_3: u64 = (y * w) + left;
    let t_26: u32 = (src[((hoist_src_offset + at_3) >> 2u)] >> ((u32((hoist_src_offset + at_3)) & 3u) * 8u)) & 0xffu;
    let at_4: u64 = (y * w) + x;
    let t_31: u32 = (src[((hoist_src_offset + at_4) >> 2u)] >> ((u32((hoist_src_offset + at_4)) & 3u) * 8u)) & 0xffu;
    let at_5: u64 = (y * w) + right;
    let t_37: u32 = (src[((hoist_src_offset + at_5) >> 2u)] >> ((u32((hoist_src_offset + at_5)) & 3u) * 8u)) & 0xffu;
    let mid: u32 = (t_26 + (2u * t_31)) + t_37;
    // kernels/src/gaussian_blur_kernel.rs:19
    let at_6: u64 = (down * w) + left;
    let t_41: u32 = (src[((hoist_src_offset + at_6) >> 2u)] >> ((u32((hoist_src_offset + at_6)) & 3u) * 8u)) & 0xffu;
    let at_7: u64 = (down * w) + x;
    let t_46: u32 = (src[((hoist_src_offset + at_7) >> 2u)] >> ((u32((hoist_src_offset + at_7)) & 3u) * 8u)) & 0xffu;
    let at_8: u64 = (down * w) + right;
    let t_52: u32 = (src[((hoist_src_offset + at_8) >> 2u)] >> ((u32((hoist_src_offset + at_8)) & 3u) * 8u)) & 0xffu;
    let low: u32 = (t_41 + (2u * t_46)) + t_52;
    // kernels/src/gaussian_blur_kernel.rs:20
    let a: u32 = ((top + (2u * mid)) + low) + 8u;
    let t_58: u32 = a / 16u;
    let at_9: u64 = (y * w) + x;
    atomicAnd(&out[((hoist_out_offset + at_9) >> 2u)], ~(0xffu << ((u32((hoist_out_offset + at_9)) & 3u) * 8u)));
    atomicOr(&out[((hoist_out_offset + at_9) >> 2u)], (t_58 & 0xffu) << ((u32((hoist_out_offset + at_9)) & 3u) * 8u));
}
