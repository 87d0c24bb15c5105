// kernel fft, loop 0 (kernels/src/fft_kernel.rs:26)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read_write> im: array<f32>;
@group(0) @binding(3) var<storage, read_write> re: array<f32>;
@group(0) @binding(4) var<storage, read> x: array<f32>;
@group(0) @binding(5) var<storage, read> y: array<f32>;

var<workgroup> hoist_stop: array<u32, 1>;
var<workgroup> p: array<f32, 512>;
var<workgroup> q: array<f32, 512>;
fn hoist_fail(site: u32, kind: u32, index: u32, len: u32, iteration: u32) {
    if (atomicMax(&hoist_fault[0], site + 1u) != 0u) { return; }
    atomicStore(&hoist_fault[1], (kind << 24u) | site);
    atomicStore(&hoist_fault[2], u32(index));
    atomicStore(&hoist_fault[3], 0u);
    atomicStore(&hoist_fault[4], u32(len));
    atomicStore(&hoist_fault[5], 0u);
    atomicStore(&hoist_fault[6], u32(iteration));
    atomicStore(&hoist_fault[7], 0u);
}

@compute @workgroup_size(64)
fn fft_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_number: u32 = u32(hoist_group.y) * u32(hoist_params[2]) + u32(hoist_group.x);
    let hoist_lane: u32 = hoist_local.x;
    if (hoist_number * 64u >= hoist_params[0]) { return; }
    let hoist_im_offset: u32 = hoist_params[21];
    let hoist_re_offset: u32 = hoist_params[25];
    let hoist_x_offset: u32 = hoist_params[29];
    let hoist_y_offset: u32 = hoist_params[33];
    let row: u32 = hoist_params[15] + hoist_number * hoist_params[17];
    if (hoist_lane == 0u) { hoist_stop[0] = atomicLoad(&hoist_fault[0]); }
    storageBarrier();
    workgroupBarrier();
    if (workgroupUniformLoad(&hoist_stop[0]) != 0u) { return; }
    var hoist_dead: u32 = 0u;
    // kernels/src/fft_kernel.rs:27
    for (var hoist_n = hoist_lane; hoist_n < 512u; hoist_n = hoist_n + 64u) { p[hoist_n] = bitcast<f32>(hoist_zero); }
    for (var hoist_n = hoist_lane; hoist_n < 512u; hoist_n = hoist_n + 64u) { q[hoist_n] = bitcast<f32>(hoist_zero); }
    // kernels/src/fft_kernel.rs:20
    storageBarrier();
    workgroupBarrier();
    for (var col: u32 = hoist_lane; col < (0x200u | hoist_zero) && hoist_dead == 0u; col = col + 64u) {
        let row_1: u32 = 0u;
        // kernels/src/fft_kernel.rs:28
        let i: u32 = col;
        // kernels/src/fft_kernel.rs:16
        var all_1: u32 = 0u;
        // kernels/src/fft_kernel.rs:17
        for (var s: u32 = 0u; s < 9u; s++) {
            // kernels/src/fft_kernel.rs:18
            all_1 = (all_1 * 2u) + (select((i >> ((s & 63u) & 31u)), 0u, ((s & 63u) > 31u)) & 1u);
        }
        // kernels/src/fft_kernel.rs:20
        let t_8: f32 = x[(hoist_x_offset + ((row * 512u) + all_1))];
        p[i] = t_8;
        // kernels/src/fft_kernel.rs:16
        var all_2: u32 = 0u;
        // kernels/src/fft_kernel.rs:17
        for (var s_1: u32 = 0u; s_1 < 9u; s_1++) {
            // kernels/src/fft_kernel.rs:18
            all_2 = (all_2 * 2u) + (select((i >> ((s_1 & 63u) & 31u)), 0u, ((s_1 & 63u) > 31u)) & 1u);
        }
        // kernels/src/fft_kernel.rs:20
        let t_17: f32 = y[(hoist_y_offset + ((row * 512u) + all_2))];
        q[i] = t_17;
    }
    // kernels/src/fft_kernel.rs:32
    for (var s_2: u32 = 0u; s_2 < (0x9u | hoist_zero); s_2++) {
        storageBarrier();
        workgroupBarrier();
        let hoist_stopped: u32 = workgroupUniformLoad(&hoist_stop[0]);
        storageBarrier();
        workgroupBarrier();
        if (hoist_stopped != 0u) { break; }
        // kernels/src/fft_kernel.rs:33
        let half: u32 = select((1u << ((s_2 & 63u) & 31u)), 0u, ((s_2 & 63u) > 31u));
        // kernels/src/fft_kernel.rs:34
        let a: u32 = 0x200u | hoist_zero;
        let t_18: u32 = a / 2u;
        if (!(half != 0u)) { hoist_fail(10u, 2u, 0u, 0u, hoist_number); return; }
        let t_19: u32 = t_18 / half;
        // kernels/src/fft_kernel.rs:40
        for (var hoist_q: u32 = hoist_lane; hoist_q < t_19 * half && hoist_dead == 0u; hoist_q = hoist_q + 64u) {
            let row_2: u32 = hoist_q / half;
            let col_1: u32 = hoist_q % half;
            // kernels/src/fft_kernel.rs:34
            let g: u32 = row_2;
            let k: u32 = col_1;
            // kernels/src/fft_kernel.rs:35
            let t_22: u32 = ((g * 2u) * half) + k;
            let t_27: u32 = (((g * 2u) * half) + k) + half;
            // kernels/src/fft_kernel.rs:36
            let angle: f32 = ((-bitcast<f32>((0x40490fdbu | hoist_zero))) * f32(k | hoist_zero)) / f32(half | hoist_zero);
            // kernels/src/fft_kernel.rs:37
            let t_32: f32 = abs(angle);
            let t_37: f32 = round((t_32 * 0.63661975f));
            var quadrant: u32 = bitcast<u32>((t_37 + 12582912.0f));
            var rest: f32 = fma(t_37, (-bitcast<f32>((0xa6f72cedu | hoist_zero))), fma(t_37, (-bitcast<f32>((0xb33bbd2eu | hoist_zero))), fma(t_37, (-bitcast<f32>((0x3fc90fdbu | hoist_zero))), t_32)));
            var tail: f32 = bitcast<f32>(hoist_zero);
            if (!(t_32 < 131072.0f)) {
                let t_45: u32 = bitcast<u32>(t_32);
                let t_46: u32 = t_45 >> 23u;
                let t_48: u32 = (t_45 & 8388607u) | 8388608u;
                let t_49: u32 = t_46 - 144u;
                let t_50: u32 = t_49 >> 5u;
                let t_52: bool = (t_50 & 2u) != 0u;
                let t_54: u32 = select(1850622997u, 3522507997u, t_52);
                let t_55: u32 = select(704390999u, 3235603093u, t_52);
                let t_56: u32 = select(3522507997u, 2570863504u, t_52);
                let t_59: bool = (t_50 & 1u) != 0u;
                let t_61: u32 = select(t_54, t_55, t_59);
                let t_62: u32 = select(t_55, t_56, t_59);
                let t_64: u32 = 31u - t_49;
                let t_72: u32 = (t_61 << (t_49 & 31u)) | ((t_62 >> 1u) >> (t_64 & 31u));
                let t_76: u32 = (t_62 << (t_49 & 31u)) | ((select(t_56, select(3235603093u, 1107186019u, t_52), t_59) >> 1u) >> (t_64 & 31u));
                let t_77: u32 = t_48 >> 16u;
                let t_78: u32 = t_48 & 65535u;
                let t_79: u32 = t_72 >> 16u;
                let t_80: u32 = t_72 & 65535u;
                let t_81: u32 = t_77 * t_80;
                let t_82: u32 = t_78 * t_79;
                let t_95: u32 = ((t_77 * t_79) + ((t_81 >> 16u) + (t_82 >> 16u))) + ((((t_78 * t_80) >> 16u) + ((t_81 & 65535u) + (t_82 & 65535u))) >> 16u);
                let t_96: u32 = t_48 * t_72;
                let t_97: u32 = t_48 >> 16u;
                let t_98: u32 = t_48 & 65535u;
                let t_99: u32 = t_76 >> 16u;
                let t_100: u32 = t_76 & 65535u;
                let t_101: u32 = t_97 * t_100;
                let t_102: u32 = t_98 * t_99;
                let t_115: u32 = ((t_97 * t_99) + ((t_101 >> 16u) + (t_102 >> 16u))) + ((((t_98 * t_100) >> 16u) + ((t_101 & 65535u) + (t_102 & 65535u))) >> 16u);
                let t_116: u32 = t_96 + t_115;
                let t_121: u32 = ((t_48 * ((select(select(10680707u, 704390999u, t_52), t_54, t_59) << (t_49 & 31u)) | ((t_61 >> 1u) >> (t_64 & 31u)))) + t_95) + select(0u, 1u, (t_116 < t_96));
                let t_126: u32 = (t_121 << 2u) | (t_116 >> 30u);
                let t_127: u32 = t_116 << 2u;
                let t_136: f32 = f32((i32(t_126) >> 8u) | i32(hoist_zero)) * 5.9604645e-8f;
                let t_139: f32 = f32(i32((((t_126 & 255u) << 16u) | (t_127 >> 16u))) | i32(hoist_zero)) * 3.5527137e-15f;
                let t_143: f32 = t_136 + t_139;
                let t_147: f32 = t_143 * 1.5707964f;
                let t_152: f32 = t_147 + fma(t_143, (-4.371139e-8f), fma((((t_136 - t_143) + t_139) + (f32(i32((t_127 & 65535u)) | i32(hoist_zero)) * 5.421011e-20f)), 1.5707964f, fma(t_143, 1.5707964f, (-t_147))));
                quadrant = (t_121 + 536870912u) >> 30u;
                rest = select(t_152, bitcast<f32>((0x7fc00000u | hoist_zero)), (t_46 == 255u));
            }
            let t_158: f32 = rest;
            let t_160: u32 = quadrant + 1u;
            let t_161: f32 = t_158 * t_158;
            let t_175: f32 = select(fma((t_158 * t_161), fma(fma((-0.0001950554f), t_161, 0.008332095f), t_161, (-0.16666654f)), t_158), fma((t_161 * t_161), fma(fma(2.4413483e-5f, t_161, (-0.0013887137f)), t_161, 0.04166664f), fma(t_161, (-0.5f), 1.0f)), ((t_160 & 1u) != 0u));
            let c: f32 = bitcast<f32>((bitcast<u32>(t_175) ^ ((t_160 & 2u) << 30u)));
            let t_178: f32 = abs(angle);
            let t_183: f32 = round((t_178 * 0.63661975f));
            var quadrant_1: u32 = bitcast<u32>((t_183 + 12582912.0f));
            var rest_1: f32 = fma(t_183, (-bitcast<f32>((0xa6f72cedu | hoist_zero))), fma(t_183, (-bitcast<f32>((0xb33bbd2eu | hoist_zero))), fma(t_183, (-bitcast<f32>((0x3fc90fdbu | hoist_zero))), t_178)));
            var tail_1: f32 = bitcast<f32>(hoist_zero);
            if (!(t_178 < 131072.0f)) {
                let t_191: u32 = bitcast<u32>(t_178);
                let t_192: u32 = t_191 >> 23u;
                let t_194: u32 = (t_191 & 8388607u) | 8388608u;
                let t_195: u32 = t_192 - 144u;
                let t_196: u32 = t_195 >> 5u;
                let t_198: bool = (t_196 & 2u) != 0u;
                let t_200: u32 = select(1850622997u, 3522507997u, t_198);
                let t_201: u32 = select(704390999u, 3235603093u, t_198);
                let t_202: u32 = select(3522507997u, 2570863504u, t_198);
                let t_205: bool = (t_196 & 1u) != 0u;
                let t_207: u32 = select(t_200, t_201, t_205);
                let t_208: u32 = select(t_201, t_202, t_205);
                let t_210: u32 = 31u - t_195;
                let t_218: u32 = (t_207 << (t_195 & 31u)) | ((t_208 >> 1u) >> (t_210 & 31u));
                let t_222: u32 = (t_208 << (t_195 & 31u)) | ((select(t_202, select(3235603093u, 1107186019u, t_198), t_205) >> 1u) >> (t_210 & 31u));
                let t_223: u32 = t_194 >> 16u;
                let t_224: u32 = t_194 & 65535u;
                let t_225: u32 = t_218 >> 16u;
                let t_226: u32 = t_218 & 65535u;
                let t_227: u32 = t_223 * t_226;
                let t_228: u32 = t_224 * t_225;
                let t_241: u32 = ((t_223 * t_225) + ((t_227 >> 16u) + (t_228 >> 16u))) + ((((t_224 * t_226) >> 16u) + ((t_227 & 65535u) + (t_228 & 65535u))) >> 16u);
                let t_242: u32 = t_194 * t_218;
                let t_243: u32 = t_194 >> 16u;
                let t_244: u32 = t_194 & 65535u;
                let t_245: u32 = t_222 >> 16u;
                let t_246: u32 = t_222 & 65535u;
                let t_247: u32 = t_243 * t_246;
                let t_248: u32 = t_244 * t_245;
                let t_261: u32 = ((t_243 * t_245) + ((t_247 >> 16u) + (t_248 >> 16u))) + ((((t_244 * t_246) >> 16u) + ((t_247 & 65535u) + (t_248 & 65535u))) >> 16u);
                let t_262: u32 = t_242 + t_261;
                let t_267: u32 = ((t_194 * ((select(select(10680707u, 704390999u, t_198), t_200, t_205) << (t_195 & 31u)) | ((t_207 >> 1u) >> (t_210 & 31u)))) + t_241) + select(0u, 1u, (t_262 < t_242));
                let t_272: u32 = (t_267 << 2u) | (t_262 >> 30u);
                let t_273: u32 = t_262 << 2u;
                let t_282: f32 = f32((i32(t_272) >> 8u) | i32(hoist_zero)) * 5.9604645e-8f;
                let t_285: f32 = f32(i32((((t_272 & 255u) << 16u) | (t_273 >> 16u))) | i32(hoist_zero)) * 3.5527137e-15f;
                let t_289: f32 = t_282 + t_285;
                let t_293: f32 = t_289 * 1.5707964f;
                let t_298: f32 = t_293 + fma(t_289, (-4.371139e-8f), fma((((t_282 - t_289) + t_285) + (f32(i32((t_273 & 65535u)) | i32(hoist_zero)) * 5.421011e-20f)), 1.5707964f, fma(t_289, 1.5707964f, (-t_293))));
                quadrant_1 = (t_267 + 536870912u) >> 30u;
                rest_1 = select(t_298, bitcast<f32>((0x7fc00000u | hoist_zero)), (t_192 == 255u));
            }
            let t_304: f32 = rest_1;
            let t_306: u32 = quadrant_1 + 0u;
            let t_307: f32 = t_304 * t_304;
            let t_321: f32 = select(fma((t_304 * t_307), fma(fma((-0.0001950554f), t_307, 0.008332095f), t_307, (-0.16666654f)), t_304), fma((t_307 * t_307), fma(fma(2.4413483e-5f, t_307, (-0.0013887137f)), t_307, 0.04166664f), fma(t_307, (-0.5f), 1.0f)), ((t_306 & 1u) != 0u));
            let d: f32 = bitcast<f32>((bitcast<u32>(bitcast<f32>((bitcast<u32>(t_321) ^ ((t_306 & 2u) << 30u)))) ^ (bitcast<u32>(angle) & 2147483648u)));
            // kernels/src/fft_kernel.rs:38
            let t_329: f32 = p[t_27];
            let t_331: f32 = q[t_27];
            let u: f32 = (t_329 * c) - (t_331 * d);
            let t_333: f32 = p[t_27];
            let t_335: f32 = q[t_27];
            let v: f32 = (t_333 * d) + (t_335 * c);
            // kernels/src/fft_kernel.rs:39
            let t_337: f32 = p[t_22];
            let value: f32 = t_337 + u;
            let t_338: f32 = p[t_22];
            let value_1: f32 = t_338 - u;
            p[t_22] = value;
            p[t_27] = value_1;
            // kernels/src/fft_kernel.rs:40
            let t_339: f32 = q[t_22];
            let value_2: f32 = t_339 + v;
            let t_340: f32 = q[t_22];
            let value_3: f32 = t_340 - v;
            q[t_22] = value_2;
            q[t_27] = value_3;
        }
    }
    // kernels/src/fft_kernel.rs:45
    storageBarrier();
    workgroupBarrier();
    for (var col_2: u32 = hoist_lane; col_2 < (0x200u | hoist_zero) && hoist_dead == 0u; col_2 = col_2 + 64u) {
        let row_3: u32 = 0u;
        // kernels/src/fft_kernel.rs:43
        let i_2: u32 = col_2;
        // kernels/src/fft_kernel.rs:44
        let t_341: f32 = p[i_2];
        re[(hoist_re_offset + ((row * 512u) + i_2))] = t_341;
        // kernels/src/fft_kernel.rs:45
        let t_345: f32 = q[i_2];
        im[(hoist_im_offset + ((row * 512u) + i_2))] = t_345;
    }
}
