// kernel black_scholes, loop 0 (kernels/src/black_scholes_kernel.rs:21)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> call: array<f32>;
@group(0) @binding(3) var<storage, read> price: array<f32>;
@group(0) @binding(4) var<storage, read> strike: array<f32>;
@group(0) @binding(5) var<storage, read> years: array<f32>;

@compute @workgroup_size(64)
fn black_scholes_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    let hoist_call_offset: u32 = hoist_params[21];
    let hoist_price_offset: u32 = hoist_params[25];
    let hoist_strike_offset: u32 = hoist_params[29];
    let hoist_years_offset: u32 = hoist_params[33];
    let rate: f32 = bitcast<f32>(hoist_params[37]);
    let vol: f32 = bitcast<f32>(hoist_params[39]);
    let i: u32 = hoist_params[15] + hoist_item * hoist_params[17];
    // kernels/src/black_scholes_kernel.rs:22
    let s: f32 = price[(hoist_price_offset + i)];
    // kernels/src/black_scholes_kernel.rs:23
    let x: f32 = strike[(hoist_strike_offset + i)];
    // kernels/src/black_scholes_kernel.rs:24
    let t: f32 = years[(hoist_years_offset + i)];
    // kernels/src/black_scholes_kernel.rs:25
    let spread: f32 = vol * sqrt(t);
    // kernels/src/black_scholes_kernel.rs:26
    let t_2: f32 = s / x;
    let t_3: bool = t_2 < 1.1754944e-38f;
    let t_6: u32 = bitcast<u32>(select(t_2, (t_2 * 8388608.0f), t_3));
    let t_7: u32 = t_6 - 1059760811u;
    let t_15: f32 = f32((i32(t_7) >> 23u) | i32(hoist_zero)) - select(bitcast<f32>(hoist_zero), 23.0f, t_3);
    let t_16: f32 = bitcast<f32>((t_6 - (t_7 & 4286578688u))) - 1.0f;
    let t_24: f32 = fma(fma(fma(fma(fma(fma(fma(fma((-0.12828828f), t_16, 0.13994648f), t_16, (-0.12199229f)), t_16, 0.14003497f), t_16, (-0.16679358f)), t_16, 0.20010579f), t_16, (-0.24999824f)), t_16, 0.33333212f), t_16, (-0.5f));
    let t_35: f32 = select(select(bitcast<f32>((0x7fc00000u | hoist_zero)), bitcast<f32>((0xff800000u | hoist_zero)), (t_2 == bitcast<f32>(hoist_zero))), select(t_2, fma(t_15, 0.69314575f, (t_16 + fma(t_15, 1.4286068e-6f, ((t_16 * t_16) * t_24)))), (t_2 < bitcast<f32>((0x7f800000u | hoist_zero)))), (t_2 > bitcast<f32>(hoist_zero)));
    let d1: f32 = (t_35 + ((rate + ((0.5f * vol) * vol)) * t)) / spread;
    // kernels/src/black_scholes_kernel.rs:27
    let d2: f32 = d1 - spread;
    // kernels/src/black_scholes_kernel.rs:12
    let k: f32 = 1.0f / (1.0f + (0.2316419f * abs(d1)));
    // kernels/src/black_scholes_kernel.rs:13
    let p: f32 = k * (0.31938154f + (k * ((-0.35656378f) + (k * (1.7814779f + (k * ((-1.8212559f) + (k * 1.3302745f))))))));
    // kernels/src/black_scholes_kernel.rs:14
    let t_53: f32 = ((-0.5f) * d1) * d1;
    let t_55: f32 = select(t_53, (-104.0f), (t_53 < (-104.0f)));
    let t_57: f32 = select(t_55, 89.0f, (t_55 > 89.0f));
    let t_59: f32 = round((t_57 * 1.442695f));
    let t_61: f32 = fma(t_59, (-1.4286068e-6f), fma(t_59, (-0.69314575f), t_57));
    let t_68: bool = t_59 < (-124.0f);
    let t_76: f32 = fma(fma(fma(fma(fma(fma(0.0013820967f, t_61, 0.008368669f), t_61, 0.041668262f), t_61, 0.16666521f), t_61, 0.49999994f), t_61, 1.0f), t_61, 1.0f) * bitcast<f32>(((bitcast<u32>((t_59 + 12582912.0f)) << 23u) + select(1056964608u, 1593835520u, t_68)));
    let tail: f32 = (0.3989423f * (t_76 * select(2.0f, 1.0842022e-19f, t_68))) * p;
    // kernels/src/black_scholes_kernel.rs:15
    let t_84: f32 = (-rate) * t;
    let t_86: f32 = select(t_84, (-104.0f), (t_84 < (-104.0f)));
    let t_88: f32 = select(t_86, 89.0f, (t_86 > 89.0f));
    let t_90: f32 = round((t_88 * 1.442695f));
    let t_92: f32 = fma(t_90, (-1.4286068e-6f), fma(t_90, (-0.69314575f), t_88));
    let t_99: bool = t_90 < (-124.0f);
    let t_107: f32 = fma(fma(fma(fma(fma(fma(0.0013820967f, t_92, 0.008368669f), t_92, 0.041668262f), t_92, 0.16666521f), t_92, 0.49999994f), t_92, 1.0f), t_92, 1.0f) * bitcast<f32>(((bitcast<u32>((t_90 + 12582912.0f)) << 23u) + select(1056964608u, 1593835520u, t_99)));
    // kernels/src/black_scholes_kernel.rs:12
    let k_1: f32 = 1.0f / (1.0f + (0.2316419f * abs(d2)));
    // kernels/src/black_scholes_kernel.rs:13
    let p_1: f32 = k_1 * (0.31938154f + (k_1 * ((-0.35656378f) + (k_1 * (1.7814779f + (k_1 * ((-1.8212559f) + (k_1 * 1.3302745f))))))));
    // kernels/src/black_scholes_kernel.rs:14
    let t_122: f32 = ((-0.5f) * d2) * d2;
    let t_124: f32 = select(t_122, (-104.0f), (t_122 < (-104.0f)));
    let t_126: f32 = select(t_124, 89.0f, (t_124 > 89.0f));
    let t_128: f32 = round((t_126 * 1.442695f));
    let t_130: f32 = fma(t_128, (-1.4286068e-6f), fma(t_128, (-0.69314575f), t_126));
    let t_137: bool = t_128 < (-124.0f);
    let t_145: f32 = fma(fma(fma(fma(fma(fma(0.0013820967f, t_130, 0.008368669f), t_130, 0.041668262f), t_130, 0.16666521f), t_130, 0.49999994f), t_130, 1.0f), t_130, 1.0f) * bitcast<f32>(((bitcast<u32>((t_128 + 12582912.0f)) << 23u) + select(1056964608u, 1593835520u, t_137)));
    let tail_1: f32 = (0.3989423f * (t_145 * select(2.0f, 1.0842022e-19f, t_137))) * p_1;
    // kernels/src/black_scholes_kernel.rs:15
    let t_152: f32 = (s * select(tail, (1.0f - tail), (d1 > bitcast<f32>(hoist_zero)))) - ((x * (t_107 * select(2.0f, 1.0842022e-19f, t_99))) * select(tail_1, (1.0f - tail_1), (d2 > bitcast<f32>(hoist_zero))));
    call[(hoist_call_offset + i)] = t_152;
}
