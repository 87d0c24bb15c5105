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
            let t_34: f32 = -bitcast<f32>((0xb33bbd2eu | hoist_zero));
            let t_37: f32 = round((t_32 * 0.63661975f));
            let t_38: f32 = fma(t_37, (-bitcast<f32>((0x3fc90fdbu | hoist_zero))), t_32);
            let t_39: f32 = t_37 * t_34;
            let t_43: f32 = t_38 + t_39;
            let t_46: f32 = ((t_38 - t_43) + t_39) + fma(t_37, (-bitcast<f32>((0xa6f72cedu | hoist_zero))), fma(t_37, t_34, (-t_39)));
            let t_47: f32 = t_43 + t_46;
            var quadrant: u32 = bitcast<u32>((t_37 + 12582912.0f));
            var rest: f32 = t_47;
            var tail: f32 = (t_43 - t_47) + t_46;
            if (!(t_32 < 131072.0f)) {
                let t_54: u32 = bitcast<u32>(t_32);
                let t_55: u32 = t_54 >> 23u;
                let t_57: u32 = (t_54 & 8388607u) | 8388608u;
                let t_58: u32 = t_55 - 144u;
                let t_59: u32 = t_58 >> 5u;
                let t_61: bool = (t_59 & 2u) != 0u;
                let t_63: u32 = select(1850622997u, 3522507997u, t_61);
                let t_64: u32 = select(704390999u, 3235603093u, t_61);
                let t_65: u32 = select(3522507997u, 2570863504u, t_61);
                let t_68: bool = (t_59 & 1u) != 0u;
                let t_70: u32 = select(t_63, t_64, t_68);
                let t_71: u32 = select(t_64, t_65, t_68);
                let t_73: u32 = 31u - t_58;
                let t_81: u32 = (t_70 << (t_58 & 31u)) | ((t_71 >> 1u) >> (t_73 & 31u));
                let t_85: u32 = (t_71 << (t_58 & 31u)) | ((select(t_65, select(3235603093u, 1107186019u, t_61), t_68) >> 1u) >> (t_73 & 31u));
                let t_86: u32 = t_57 >> 16u;
                let t_87: u32 = t_57 & 65535u;
                let t_88: u32 = t_81 >> 16u;
                let t_89: u32 = t_81 & 65535u;
                let t_90: u32 = t_86 * t_89;
                let t_91: u32 = t_87 * t_88;
                let t_104: u32 = ((t_86 * t_88) + ((t_90 >> 16u) + (t_91 >> 16u))) + ((((t_87 * t_89) >> 16u) + ((t_90 & 65535u) + (t_91 & 65535u))) >> 16u);
                let t_105: u32 = t_57 * t_81;
                let t_106: u32 = t_57 >> 16u;
                let t_107: u32 = t_57 & 65535u;
                let t_108: u32 = t_85 >> 16u;
                let t_109: u32 = t_85 & 65535u;
                let t_110: u32 = t_106 * t_109;
                let t_111: u32 = t_107 * t_108;
                let t_124: u32 = ((t_106 * t_108) + ((t_110 >> 16u) + (t_111 >> 16u))) + ((((t_107 * t_109) >> 16u) + ((t_110 & 65535u) + (t_111 & 65535u))) >> 16u);
                let t_125: u32 = t_105 + t_124;
                let t_130: u32 = ((t_57 * ((select(select(10680707u, 704390999u, t_61), t_63, t_68) << (t_58 & 31u)) | ((t_70 >> 1u) >> (t_73 & 31u)))) + t_104) + select(0u, 1u, (t_125 < t_105));
                let t_135: u32 = (t_130 << 2u) | (t_125 >> 30u);
                let t_136: u32 = t_125 << 2u;
                let t_145: f32 = f32((i32(t_135) >> 8u) | i32(hoist_zero)) * 5.9604645e-8f;
                let t_148: f32 = f32(i32((((t_135 & 255u) << 16u) | (t_136 >> 16u))) | i32(hoist_zero)) * 3.5527137e-15f;
                let t_152: f32 = t_145 + t_148;
                let t_156: f32 = t_152 * 1.5707964f;
                let t_160: f32 = fma(t_152, (-4.371139e-8f), fma((((t_145 - t_152) + t_148) + (f32(i32((t_136 & 65535u)) | i32(hoist_zero)) * 5.421011e-20f)), 1.5707964f, fma(t_152, 1.5707964f, (-t_156))));
                let t_161: f32 = t_156 + t_160;
                quadrant = (t_130 + 536870912u) >> 30u;
                rest = select(t_161, bitcast<f32>((0x7fc00000u | hoist_zero)), (t_55 == 255u));
                tail = (t_156 - t_161) + t_160;
            }
            let t_167: f32 = rest;
            let t_168: f32 = tail;
            let t_169: u32 = quadrant + 1u;
            let t_170: f32 = t_167 * t_167;
            let t_176: f32 = t_170 * 0.5f;
            let t_177: f32 = 1.0f - t_176;
            let t_191: f32 = select((t_167 + fma((t_167 * t_170), fma(fma((-0.0001950554f), t_170, 0.008332095f), t_170, (-0.16666654f)), t_168)), (t_177 + fma((t_170 * t_170), fma(fma(2.4413483e-5f, t_170, (-0.0013887137f)), t_170, 0.04166664f), fma((-t_167), t_168, ((1.0f - t_177) - t_176)))), ((t_169 & 1u) != 0u));
            let c: f32 = bitcast<f32>((bitcast<u32>(t_191) ^ ((t_169 & 2u) << 30u)));
            let t_194: f32 = abs(angle);
            let t_196: f32 = -bitcast<f32>((0xb33bbd2eu | hoist_zero));
            let t_199: f32 = round((t_194 * 0.63661975f));
            let t_200: f32 = fma(t_199, (-bitcast<f32>((0x3fc90fdbu | hoist_zero))), t_194);
            let t_201: f32 = t_199 * t_196;
            let t_205: f32 = t_200 + t_201;
            let t_208: f32 = ((t_200 - t_205) + t_201) + fma(t_199, (-bitcast<f32>((0xa6f72cedu | hoist_zero))), fma(t_199, t_196, (-t_201)));
            let t_209: f32 = t_205 + t_208;
            var quadrant_1: u32 = bitcast<u32>((t_199 + 12582912.0f));
            var rest_1: f32 = t_209;
            var tail_1: f32 = (t_205 - t_209) + t_208;
            if (!(t_194 < 131072.0f)) {
                let t_216: u32 = bitcast<u32>(t_194);
                let t_217: u32 = t_216 >> 23u;
                let t_219: u32 = (t_216 & 8388607u) | 8388608u;
                let t_220: u32 = t_217 - 144u;
                let t_221: u32 = t_220 >> 5u;
                let t_223: bool = (t_221 & 2u) != 0u;
                let t_225: u32 = select(1850622997u, 3522507997u, t_223);
                let t_226: u32 = select(704390999u, 3235603093u, t_223);
                let t_227: u32 = select(3522507997u, 2570863504u, t_223);
                let t_230: bool = (t_221 & 1u) != 0u;
                let t_232: u32 = select(t_225, t_226, t_230);
                let t_233: u32 = select(t_226, t_227, t_230);
                let t_235: u32 = 31u - t_220;
                let t_243: u32 = (t_232 << (t_220 & 31u)) | ((t_233 >> 1u) >> (t_235 & 31u));
                let t_247: u32 = (t_233 << (t_220 & 31u)) | ((select(t_227, select(3235603093u, 1107186019u, t_223), t_230) >> 1u) >> (t_235 & 31u));
                let t_248: u32 = t_219 >> 16u;
                let t_249: u32 = t_219 & 65535u;
                let t_250: u32 = t_243 >> 16u;
                let t_251: u32 = t_243 & 65535u;
                let t_252: u32 = t_248 * t_251;
                let t_253: u32 = t_249 * t_250;
                let t_266: u32 = ((t_248 * t_250) + ((t_252 >> 16u) + (t_253 >> 16u))) + ((((t_249 * t_251) >> 16u) + ((t_252 & 65535u) + (t_253 & 65535u))) >> 16u);
                let t_267: u32 = t_219 * t_243;
                let t_268: u32 = t_219 >> 16u;
                let t_269: u32 = t_219 & 65535u;
                let t_270: u32 = t_247 >> 16u;
                let t_271: u32 = t_247 & 65535u;
                let t_272: u32 = t_268 * t_271;
                let t_273: u32 = t_269 * t_270;
                let t_286: u32 = ((t_268 * t_270) + ((t_272 >> 16u) + (t_273 >> 16u))) + ((((t_269 * t_271) >> 16u) + ((t_272 & 65535u) + (t_273 & 65535u))) >> 16u);
                let t_287: u32 = t_267 + t_286;
                let t_292: u32 = ((t_219 * ((select(select(10680707u, 704390999u, t_223), t_225, t_230) << (t_220 & 31u)) | ((t_232 >> 1u) >> (t_235 & 31u)))) + t_266) + select(0u, 1u, (t_287 < t_267));
                let t_297: u32 = (t_292 << 2u) | (t_287 >> 30u);
                let t_298: u32 = t_287 << 2u;
                let t_307: f32 = f32((i32(t_297) >> 8u) | i32(hoist_zero)) * 5.9604645e-8f;
                let t_310: f32 = f32(i32((((t_297 & 255u) << 16u) | (t_298 >> 16u))) | i32(hoist_zero)) * 3.5527137e-15f;
                let t_314: f32 = t_307 + t_310;
                let t_318: f32 = t_314 * 1.5707964f;
                let t_322: f32 = fma(t_314, (-4.371139e-8f), fma((((t_307 - t_314) + t_310) + (f32(i32((t_298 & 65535u)) | i32(hoist_zero)) * 5.421011e-20f)), 1.5707964f, fma(t_314, 1.5707964f, (-t_318))));
                let t_323: f32 = t_318 + t_322;
                quadrant_1 = (t_292 + 536870912u) >> 30u;
                rest_1 = select(t_323, bitcast<f32>((0x7fc00000u | hoist_zero)), (t_217 == 255u));
                tail_1 = (t_318 - t_323) + t_322;
            }
            let t_329: f32 = rest_1;
            let t_330: f32 = tail_1;
            let t_331: u32 = quadrant_1 + 0u;
            let t_332: f32 = t_329 * t_329;
            let t_338: f32 = t_332 * 0.5f;
            let t_339: f32 = 1.0f - t_338;
            let t_353: f32 = select((t_329 + fma((t_329 * t_332), fma(fma((-0.0001950554f), t_332, 0.008332095f), t_332, (-0.16666654f)), t_330)), (t_339 + fma((t_332 * t_332), fma(fma(2.4413483e-5f, t_332, (-0.0013887137f)), t_332, 0.04166664f), fma((-t_329), t_330, ((1.0f - t_339) - t_338)))), ((t_331 & 1u) != 0u));
            let d: f32 = bitcast<f32>((bitcast<u32>(bitcast<f32>((bitcast<u32>(t_353) ^ ((t_331 & 2u) << 30u)))) ^ (bitcast<u32>(angle) & 2147483648u)));
            // kernels/src/fft_kernel.rs:38
            let t_361: f32 = p[t_27];
            let t_363: f32 = q[t_27];
            let u: f32 = (t_361 * c) - (t_363 * d);
            let t_365: f32 = p[t_27];
            let t_367: f32 = q[t_27];
            let v: f32 = (t_365 * d) + (t_367 * c);
            // kernels/src/fft_kernel.rs:39
            let t_369: f32 = p[t_22];
            let value: f32 = t_369 + u;
            let t_370: f32 = p[t_22];
            let value_1: f32 = t_370 - u;
            p[t_22] = value;
            p[t_27] = value_1;
            // kernels/src/fft_kernel.rs:40
            let t_371: f32 = q[t_22];
            let value_2: f32 = t_371 + v;
            let t_372: f32 = q[t_22];
            let value_3: f32 = t_372 - v;
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
        let t_373: f32 = p[i_2];
        re[(hoist_re_offset + ((row * 512u) + i_2))] = t_373;
        // kernels/src/fft_kernel.rs:45
        let t_377: f32 = q[i_2];
        im[(hoist_im_offset + ((row * 512u) + i_2))] = t_377;
    }
}
