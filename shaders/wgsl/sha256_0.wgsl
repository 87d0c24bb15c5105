// kernel sha256, loop 0 (kernels/src/sha256_kernel.rs:115)
@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;
@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;
@group(0) @binding(2) var<storage, read> blocks: array<u32>;
@group(0) @binding(3) var<storage, read_write> digests: array<u32>;
@group(0) @binding(4) var<storage, read> words: array<u32>;

var<private> K: array<u32, 64> = array<u32, 64>(1116352408u, 1899447441u, 3049323471u, 3921009573u, 961987163u, 1508970993u, 2453635748u, 2870763221u, 3624381080u, 310598401u, 607225278u, 1426881987u, 1925078388u, 2162078206u, 2614888103u, 3248222580u, 3835390401u, 4022224774u, 264347078u, 604807628u, 770255983u, 1249150122u, 1555081692u, 1996064986u, 2554220882u, 2821834349u, 2952996808u, 3210313671u, 3336571891u, 3584528711u, 113926993u, 338241895u, 666307205u, 773529912u, 1294757372u, 1396182291u, 1695183700u, 1986661051u, 2177026350u, 2456956037u, 2730485921u, 2820302411u, 3259730800u, 3345764771u, 3516065817u, 3600352804u, 4094571909u, 275423344u, 430227734u, 506948616u, 659060556u, 883997877u, 958139571u, 1322822218u, 1537002063u, 1747873779u, 1955562222u, 2024104815u, 2227730452u, 2361852424u, 2428436474u, 2756734187u, 3204031479u, 3329325298u);
fn hoist_fail(site: u32, kind: u32, index: u64, len: u64, iteration: u64) {
    if (atomicMax(&hoist_fault[0], site + 1u) != 0u) { return; }
    atomicStore(&hoist_fault[1], (kind << 24u) | site);
    atomicStore(&hoist_fault[2], u32(index));
    atomicStore(&hoist_fault[3], u32(index >> 32u));
    atomicStore(&hoist_fault[4], u32(len));
    atomicStore(&hoist_fault[5], u32(len >> 32u));
    atomicStore(&hoist_fault[6], u32(iteration));
    atomicStore(&hoist_fault[7], u32(iteration >> 32u));
}

@compute @workgroup_size(64)
fn sha256_0(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {
    let hoist_zero: u32 = hoist_params[2] >> 31u;
    let hoist_item: u64 = (u64(hoist_group.y) * u64(hoist_params[2]) + u64(hoist_group.x)) * 64lu + u64(hoist_local.x);
    if (hoist_item >= (u64(hoist_params[0]) | (u64(hoist_params[1]) << 32u))) { return; }
    if (atomicLoad(&hoist_fault[0]) != 0u) { return; }
    let hoist_blocks_offset: u64 = (u64(hoist_params[21]) | (u64(hoist_params[22]) << 32u));
    let hoist_digests_offset: u64 = (u64(hoist_params[25]) | (u64(hoist_params[26]) << 32u));
    let hoist_words_offset: u64 = (u64(hoist_params[29]) | (u64(hoist_params[30]) << 32u));
    let hoist_words_len: u64 = (u64(hoist_params[31]) | (u64(hoist_params[32]) << 32u));
    let i: u64 = (u64(hoist_params[15]) | (u64(hoist_params[16]) << 32u)) + hoist_item * (u64(hoist_params[17]) | (u64(hoist_params[18]) << 32u));
    // kernels/src/sha256_kernel.rs:116
    var state: array<u32, 8>;
    state[0u] = 1779033703u;
    state[1u] = 3144134277u;
    state[2u] = 1013904242u;
    state[3u] = 2773480762u;
    state[4u] = 1359893119u;
    state[5u] = 2600822924u;
    state[6u] = 528734635u;
    state[7u] = 1541459225u;
    // kernels/src/sha256_kernel.rs:126
    let t_2: u32 = blocks[(hoist_blocks_offset + i)];
    let t_5: u32 = blocks[(hoist_blocks_offset + (i + 1lu))];
    var b: u32 = t_2;
    loop {
        let t_6: u32 = b;
        if (!(t_6 < t_5)) {
            break;
        }
        b = t_6 + 1u;
        // kernels/src/sha256_kernel.rs:127
        var w: array<u32, 16>;
        for (var hoist_n: u32 = 0u; hoist_n < 16u; hoist_n = hoist_n + 1u) { w[hoist_n] = 0u; }
        // kernels/src/sha256_kernel.rs:128
        for (var t: u64 = 0lu; t < 16lu; t = t + 1lu) {
            // kernels/src/sha256_kernel.rs:129
            let at: u64 = (u64(t_6) * 16lu) + t;
            if (!(at < hoist_words_len)) { hoist_fail(3u, 1u, at, hoist_words_len, hoist_item); return; }
            let t_13: u32 = words[(hoist_words_offset + at)];
            w[u32(t)] = t_13;
        }
        // kernels/src/sha256_kernel.rs:80
        let t_14: u32 = state[0u];
        let t_15: u32 = state[1u];
        let t_16: u32 = state[2u];
        let t_17: u32 = state[3u];
        var a: u32 = t_14;
        var b_1: u32 = t_15;
        var c: u32 = t_16;
        var d: u32 = t_17;
        // kernels/src/sha256_kernel.rs:81
        let t_18: u32 = state[4u];
        let t_19: u32 = state[5u];
        let t_20: u32 = state[6u];
        let t_21: u32 = state[7u];
        var e: u32 = t_18;
        var f: u32 = t_19;
        var g: u32 = t_20;
        var h: u32 = t_21;
        // kernels/src/sha256_kernel.rs:82
        for (var t_1: u64 = 0lu; t_1 < 64lu; t_1 = t_1 + 1lu) {
            // kernels/src/sha256_kernel.rs:83
            if (t_1 >= 16lu) {
                // kernels/src/sha256_kernel.rs:84
                let a_1: u64 = t_1 + 1lu;
                let t_24: u64 = a_1 % 16lu;
                let x: u32 = w[u32(t_24)];
                let a_2: u64 = t_1 + 14lu;
                let t_26: u64 = a_2 % 16lu;
                let y: u32 = w[u32(t_26)];
                // kernels/src/sha256_kernel.rs:85
                let s0: u32 = (((x >> 7u) | (x << (((0x20u | hoist_zero) - 7u) & 31u))) ^ ((x >> 18u) | (x << (((0x20u | hoist_zero) - 18u) & 31u)))) ^ (x >> 3u);
                // kernels/src/sha256_kernel.rs:86
                let s1: u32 = (((y >> 17u) | (y << (((0x20u | hoist_zero) - 17u) & 31u))) ^ ((y >> 19u) | (y << (((0x20u | hoist_zero) - 19u) & 31u)))) ^ (y >> 10u);
                // kernels/src/sha256_kernel.rs:87
                let a_3: u64 = t_1;
                let t_47: u64 = a_3 % 16lu;
                let t_48: u32 = w[u32(t_47)];
                let a_4: u64 = t_1 + 9lu;
                let t_51: u64 = a_4 % 16lu;
                let t_52: u32 = w[u32(t_51)];
                let a_5: u64 = t_1;
                let t_55: u64 = a_5 % 16lu;
                w[u32(t_55)] = ((t_48 + s0) + t_52) + s1;
            }
            // kernels/src/sha256_kernel.rs:92
            let t_56: u32 = e;
            let t_61: u32 = e;
            let t_67: u32 = e;
            let s1_1: u32 = (((t_56 >> 6u) | (t_56 << (((0x20u | hoist_zero) - 6u) & 31u))) ^ ((t_61 >> 11u) | (t_61 << (((0x20u | hoist_zero) - 11u) & 31u)))) ^ ((t_67 >> 25u) | (t_67 << (((0x20u | hoist_zero) - 25u) & 31u)));
            // kernels/src/sha256_kernel.rs:93
            let choice: u32 = (e & f) ^ ((~e) & g);
            // kernels/src/sha256_kernel.rs:94
            let t_82: u32 = K[u32(t_1)];
            let a_6: u64 = t_1;
            let t_84: u64 = a_6 % 16lu;
            let t_85: u32 = w[u32(t_84)];
            let t1: u32 = (((h + s1_1) + choice) + t_82) + t_85;
            // kernels/src/sha256_kernel.rs:99
            let t_86: u32 = a;
            let t_91: u32 = a;
            let t_97: u32 = a;
            let s0_1: u32 = (((t_86 >> 2u) | (t_86 << (((0x20u | hoist_zero) - 2u) & 31u))) ^ ((t_91 >> 13u) | (t_91 << (((0x20u | hoist_zero) - 13u) & 31u)))) ^ ((t_97 >> 22u) | (t_97 << (((0x20u | hoist_zero) - 22u) & 31u)));
            // kernels/src/sha256_kernel.rs:100
            let t2: u32 = s0_1 + (((a & b_1) ^ (a & c)) ^ (b_1 & c));
            // kernels/src/sha256_kernel.rs:101
            let value: u32 = g;
            let value_1: u32 = f;
            let value_2: u32 = e;
            let value_3: u32 = d + t1;
            h = value;
            g = value_1;
            f = value_2;
            e = value_3;
            // kernels/src/sha256_kernel.rs:102
            let value_4: u32 = c;
            let value_5: u32 = b_1;
            let value_6: u32 = a;
            let value_7: u32 = t1 + t2;
            d = value_4;
            c = value_5;
            b_1 = value_6;
            a = value_7;
        }
        // kernels/src/sha256_kernel.rs:104
        var all_1: array<u32, 8>;
        all_1[0u] = a;
        all_1[1u] = b_1;
        all_1[2u] = c;
        all_1[3u] = d;
        all_1[4u] = e;
        all_1[5u] = f;
        all_1[6u] = g;
        all_1[7u] = h;
        // kernels/src/sha256_kernel.rs:105
        for (var k: u64 = 0lu; k < 8lu; k = k + 1lu) {
            // kernels/src/sha256_kernel.rs:106
            let t_122: u32 = state[u32(k)];
            let t_123: u32 = all_1[u32(k)];
            state[u32(k)] = t_122 + t_123;
        }
    }
    // kernels/src/sha256_kernel.rs:133
    for (var k_1: u64 = 0lu; k_1 < 8lu; k_1 = k_1 + 1lu) {
        // kernels/src/sha256_kernel.rs:134
        let t_125: u32 = state[u32(k_1)];
        digests[(hoist_digests_offset + ((i * 8lu) + k_1))] = t_125;
    }
}
