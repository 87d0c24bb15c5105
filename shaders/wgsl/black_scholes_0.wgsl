// kernel black_scholes, loop 0 (kernels/src/black_scholes_kernel.rs:21)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> call: array<f32>;
@group(0) @binding(3) var<storage, read> price: array<f32>;
@group(0) @binding(4) var<storage, read> strike: array<f32>;
@group(0) @binding(5) var<storage, read> years: array<f32>;

var<private> hoist_zero: u32 = 0u;

fn hoist_i64_from_f64(a: f64) -> i64 {
    if ((bitcast<u64>(a) & 0x7ffffffffffffffflu) > 0x7ff0000000000000lu) { return 0li; }
    if (a <= (-9.223372036854776e18lf)) { return (-9223372036854775807li - 1li); }
    if (a >= 9.223372036854776e18lf) { return 9223372036854775807li; }
    return i64(a);
}

@compute @workgroup_size(64)
fn black_scholes_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_item: u32 = (u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x)) * 64u + u32(hoist_local.x);
    if (hoist_item >= hoist_params[0]) { return; }
    if (atomicLoad(&hoist_fault[0]) != 0u) { return; }
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
    let t_3: f64 = f64((s / x));
    let t_4: bool = t_3 < 2.2250738585072014e-308lf;
    let t_8: i64 = i64(bitcast<u64>(select(t_3, (t_3 * 1.8014398509481984e16lf), t_4)));
    let t_10: i64 = (t_8 - 4604544269498187776li) >> 52u;
    let t_14: f64 = bitcast<f64>(u64((t_8 - (t_10 << 52u))));
    let t_17: f64 = f64(t_10) - select(0.0lf, 54.0lf, t_4);
    let t_18: f64 = t_14 - 1.0lf;
    let t_20: f64 = t_18 / (t_14 + 1.0lf);
    let t_21: f64 = t_20 * t_20;
    let t_29: f64 = fma(fma(fma(fma(fma(fma(fma(fma(0.08lf, t_21, 0.08695652173913043lf), t_21, 0.09523809523809523lf), t_21, 0.10526315789473684lf), t_21, 0.11764705882352941lf), t_21, 0.13333333333333333lf), t_21, 0.15384615384615385lf), t_21, 0.18181818181818182lf), t_21, 0.2222222222222222lf);
    let t_40: f64 = (t_17 * 0.6931471803691238lf) + (t_18 + fma(t_17, 1.9082149292705877e-10lf, (((fma(fma(fma(t_29, t_21, 0.2857142857142857lf), t_21, 0.4lf), t_21, 0.6666666666666666lf) * t_21) * t_20) - (t_20 * t_18))));
    let t_54: f32 = f32(select(select(select(t_40, t_3, (t_3 == bitcast<f64>((0x7ff0000000000000lu | u64(hoist_zero))))), bitcast<f64>((0xfff0000000000000lu | u64(hoist_zero))), (t_3 == 0.0lf)), bitcast<f64>((0x7ff8000000000000lu | u64(hoist_zero))), ((t_3 < 0.0lf) | (t_3 != t_3)))) + ((rate + ((0.5f * vol) * vol)) * t);
    let d1: f32 = t_54 / spread;
    // kernels/src/black_scholes_kernel.rs:27
    let d2: f32 = d1 - spread;
    // kernels/src/black_scholes_kernel.rs:12
    let k: f32 = 1.0f / (1.0f + (0.2316419f * abs(d1)));
    // kernels/src/black_scholes_kernel.rs:13
    let p: f32 = k * (0.31938154f + (k * ((-0.35656378f) + (k * (1.7814779f + (k * ((-1.8212559f) + (k * 1.3302745f))))))));
    // kernels/src/black_scholes_kernel.rs:14
    let t_68: f64 = f64((((-0.5f) * d1) * d1));
    let t_70: f64 = select(t_68, (-800.0lf), (t_68 < (-800.0lf)));
    let t_72: f64 = select(t_70, 800.0lf, (t_70 > 800.0lf));
    let t_74: f64 = round((t_72 * 1.4426950408889634lf));
    let t_76: f64 = fma(t_74, (-1.9082149292705877e-10lf), fma(t_74, (-0.6931471803691238lf), t_72));
    let t_84: f64 = fma(fma(fma(fma(fma(fma(fma(fma(1.6059043836821613e-10lf, t_76, 2.08767569878681e-9lf), t_76, 2.505210838544172e-8lf), t_76, 2.755731922398589e-7lf), t_76, 2.7557319223985893e-6lf), t_76, 2.48015873015873e-5lf), t_76, 0.0001984126984126984lf), t_76, 0.001388888888888889lf), t_76, 0.008333333333333333lf);
    let t_90: i64 = hoist_i64_from_f64(t_74);
    let t_91: i64 = t_90 >> 1u;
    let t_102: f64 = (fma(fma(fma(fma(fma(t_84, t_76, 0.041666666666666664lf), t_76, 0.16666666666666666lf), t_76, 0.5lf), t_76, 1.0lf), t_76, 1.0lf) * bitcast<f64>(u64(((t_91 + 1023li) << 52u)))) * bitcast<f64>(u64((((t_90 - t_91) + 1023li) << 52u)));
    let tail: f32 = (0.3989423f * f32(t_102)) * p;
    // kernels/src/black_scholes_kernel.rs:15
    let t_111: f64 = f64(((-rate) * t));
    let t_113: f64 = select(t_111, (-800.0lf), (t_111 < (-800.0lf)));
    let t_115: f64 = select(t_113, 800.0lf, (t_113 > 800.0lf));
    let t_117: f64 = round((t_115 * 1.4426950408889634lf));
    let t_119: f64 = fma(t_117, (-1.9082149292705877e-10lf), fma(t_117, (-0.6931471803691238lf), t_115));
    let t_127: f64 = fma(fma(fma(fma(fma(fma(fma(fma(1.6059043836821613e-10lf, t_119, 2.08767569878681e-9lf), t_119, 2.505210838544172e-8lf), t_119, 2.755731922398589e-7lf), t_119, 2.7557319223985893e-6lf), t_119, 2.48015873015873e-5lf), t_119, 0.0001984126984126984lf), t_119, 0.001388888888888889lf), t_119, 0.008333333333333333lf);
    let t_133: i64 = hoist_i64_from_f64(t_117);
    let t_134: i64 = t_133 >> 1u;
    let t_145: f64 = (fma(fma(fma(fma(fma(t_127, t_119, 0.041666666666666664lf), t_119, 0.16666666666666666lf), t_119, 0.5lf), t_119, 1.0lf), t_119, 1.0lf) * bitcast<f64>(u64(((t_134 + 1023li) << 52u)))) * bitcast<f64>(u64((((t_133 - t_134) + 1023li) << 52u)));
    // kernels/src/black_scholes_kernel.rs:12
    let k_1: f32 = 1.0f / (1.0f + (0.2316419f * abs(d2)));
    // kernels/src/black_scholes_kernel.rs:13
    let p_1: f32 = k_1 * (0.31938154f + (k_1 * ((-0.35656378f) + (k_1 * (1.7814779f + (k_1 * ((-1.8212559f) + (k_1 * 1.3302745f))))))));
    // kernels/src/black_scholes_kernel.rs:14
    let t_161: f64 = f64((((-0.5f) * d2) * d2));
    let t_163: f64 = select(t_161, (-800.0lf), (t_161 < (-800.0lf)));
    let t_165: f64 = select(t_163, 800.0lf, (t_163 > 800.0lf));
    let t_167: f64 = round((t_165 * 1.4426950408889634lf));
    let t_169: f64 = fma(t_167, (-1.9082149292705877e-10lf), fma(t_167, (-0.6931471803691238lf), t_165));
    let t_177: f64 = fma(fma(fma(fma(fma(fma(fma(fma(1.6059043836821613e-10lf, t_169, 2.08767569878681e-9lf), t_169, 2.505210838544172e-8lf), t_169, 2.755731922398589e-7lf), t_169, 2.7557319223985893e-6lf), t_169, 2.48015873015873e-5lf), t_169, 0.0001984126984126984lf), t_169, 0.001388888888888889lf), t_169, 0.008333333333333333lf);
    let t_183: i64 = hoist_i64_from_f64(t_167);
    let t_184: i64 = t_183 >> 1u;
    let t_195: f64 = (fma(fma(fma(fma(fma(t_177, t_169, 0.041666666666666664lf), t_169, 0.16666666666666666lf), t_169, 0.5lf), t_169, 1.0lf), t_169, 1.0lf) * bitcast<f64>(u64(((t_184 + 1023li) << 52u)))) * bitcast<f64>(u64((((t_183 - t_184) + 1023li) << 52u)));
    let tail_1: f32 = (0.3989423f * f32(t_195)) * p_1;
    // kernels/src/black_scholes_kernel.rs:15
    call[(hoist_call_offset + i)] = ((s * select(tail, (1.0f - tail), (d1 > 0.0f))) - ((x * f32(t_145)) * select(tail_1, (1.0f - tail_1), (d2 > 0.0f))));
}
