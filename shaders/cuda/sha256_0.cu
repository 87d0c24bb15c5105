// kernel sha256, loop 0 (kernels/src/sha256_kernel.rs:115)
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

__constant__ u32 K[64] = {1116352408u, 1899447441u, 3049323471u, 3921009573u, 961987163u, 1508970993u, 2453635748u, 2870763221u, 3624381080u, 310598401u, 607225278u, 1426881987u, 1925078388u, 2162078206u, 2614888103u, 3248222580u, 3835390401u, 4022224774u, 264347078u, 604807628u, 770255983u, 1249150122u, 1555081692u, 1996064986u, 2554220882u, 2821834349u, 2952996808u, 3210313671u, 3336571891u, 3584528711u, 113926993u, 338241895u, 666307205u, 773529912u, 1294757372u, 1396182291u, 1695183700u, 1986661051u, 2177026350u, 2456956037u, 2730485921u, 2820302411u, 3259730800u, 3345764771u, 3516065817u, 3600352804u, 4094571909u, 275423344u, 430227734u, 506948616u, 659060556u, 883997877u, 958139571u, 1322822218u, 1537002063u, 1747873779u, 1955562222u, 2024104815u, 2227730452u, 2361852424u, 2428436474u, 2756734187u, 3204031479u, 3329325298u};
static __device__ void hoist_fail(u32* fault, u32 site, u32 kind, u64 index, u64 len, u64 iteration) {
    if (atomicCAS(fault, 0u, site + 1u) != 0u) return;
    fault[1] = kind << 24 | site;
    fault[2] = (u32)index;
    fault[3] = (u32)(index >> 32);
    fault[4] = (u32)len;
    fault[5] = (u32)(len >> 32);
    fault[6] = (u32)iteration;
    fault[7] = (u32)(iteration >> 32);
}

extern "C" __global__ void __launch_bounds__(256) sha256_0(u32* hoist_fault, const u32* hoist_params, const u32* blocks, u32* digests, const u32* words) {
    const u64 hoist_item = ((u64)blockIdx.y * (u64)hoist_params[2] + (u64)blockIdx.x) * (u64)blockDim.x + (u64)threadIdx.x;
    if (hoist_item >= ((u64)hoist_params[0] | (u64)hoist_params[1] << 32)) { return; }
    if (hoist_fault[0] != 0u) { return; }
    const u64 hoist_blocks_offset = ((u64)hoist_params[21] | (u64)hoist_params[22] << 32);
    const u64 hoist_digests_offset = ((u64)hoist_params[25] | (u64)hoist_params[26] << 32);
    const u64 hoist_words_offset = ((u64)hoist_params[29] | (u64)hoist_params[30] << 32);
    const u64 hoist_words_len = ((u64)hoist_params[31] | (u64)hoist_params[32] << 32);
    const u64 i = ((u64)hoist_params[15] | (u64)hoist_params[16] << 32) + hoist_item * ((u64)hoist_params[17] | (u64)hoist_params[18] << 32);
    // kernels/src/sha256_kernel.rs:116
    u32 state[8];
    state[0ull] = 1779033703u;
    state[1ull] = 3144134277u;
    state[2ull] = 1013904242u;
    state[3ull] = 2773480762u;
    state[4ull] = 1359893119u;
    state[5ull] = 2600822924u;
    state[6ull] = 528734635u;
    state[7ull] = 1541459225u;
    // kernels/src/sha256_kernel.rs:126
    const u32 t_2 = blocks[(hoist_blocks_offset + i)];
    const u32 t_5 = blocks[(hoist_blocks_offset + (i + 1ull))];
    u32 b = t_2;
    while (true) {
        const u32 t_6 = b;
        if (!(t_6 < t_5)) {
            break;
        }
        b = t_6 + 1u;
        // kernels/src/sha256_kernel.rs:127
        u32 w[16];
        for (u32 hoist_n = 0u; hoist_n < 16u; hoist_n++) { w[hoist_n] = 0u; }
        // kernels/src/sha256_kernel.rs:128
        for (u64 t = 0ull; t < 16ull; t++) {
            // kernels/src/sha256_kernel.rs:129
            const u64 at = (((u64)t_6) * 16ull) + t;
            if (!(at < hoist_words_len)) { hoist_fail(hoist_fault, 3u, 1u, at, hoist_words_len, hoist_item); return; }
            const u32 t_13 = words[(hoist_words_offset + at)];
            w[t] = t_13;
        }
        // kernels/src/sha256_kernel.rs:80
        const u32 t_14 = state[0ull];
        const u32 t_15 = state[1ull];
        const u32 t_16 = state[2ull];
        const u32 t_17 = state[3ull];
        u32 a = t_14;
        u32 b_1 = t_15;
        u32 c = t_16;
        u32 d = t_17;
        // kernels/src/sha256_kernel.rs:81
        const u32 t_18 = state[4ull];
        const u32 t_19 = state[5ull];
        const u32 t_20 = state[6ull];
        const u32 t_21 = state[7ull];
        u32 e = t_18;
        u32 f = t_19;
        u32 g = t_20;
        u32 h = t_21;
        // kernels/src/sha256_kernel.rs:82
        for (u64 t_1 = 0ull; t_1 < 64ull; t_1++) {
            // kernels/src/sha256_kernel.rs:83
            if (t_1 >= 16ull) {
                // kernels/src/sha256_kernel.rs:84
                const u64 a_1 = t_1 + 1ull;
                const u64 t_24 = a_1 % 16ull;
                const u32 x = w[t_24];
                const u64 a_2 = t_1 + 14ull;
                const u64 t_26 = a_2 % 16ull;
                const u32 y = w[t_26];
                // kernels/src/sha256_kernel.rs:85
                const u32 s0 = (((x >> 7u) | (x << ((32u - 7u) & 31u))) ^ ((x >> 18u) | (x << ((32u - 18u) & 31u)))) ^ (x >> 3u);
                // kernels/src/sha256_kernel.rs:86
                const u32 s1 = (((y >> 17u) | (y << ((32u - 17u) & 31u))) ^ ((y >> 19u) | (y << ((32u - 19u) & 31u)))) ^ (y >> 10u);
                // kernels/src/sha256_kernel.rs:87
                const u64 a_3 = t_1;
                const u64 t_47 = a_3 % 16ull;
                const u32 t_48 = w[t_47];
                const u64 a_4 = t_1 + 9ull;
                const u64 t_51 = a_4 % 16ull;
                const u32 t_52 = w[t_51];
                const u64 a_5 = t_1;
                const u64 t_55 = a_5 % 16ull;
                w[t_55] = ((t_48 + s0) + t_52) + s1;
            }
            // kernels/src/sha256_kernel.rs:92
            const u32 t_56 = e;
            const u32 t_61 = e;
            const u32 t_67 = e;
            const u32 s1_1 = (((t_56 >> 6u) | (t_56 << ((32u - 6u) & 31u))) ^ ((t_61 >> 11u) | (t_61 << ((32u - 11u) & 31u)))) ^ ((t_67 >> 25u) | (t_67 << ((32u - 25u) & 31u)));
            // kernels/src/sha256_kernel.rs:93
            const u32 choice = (e & f) ^ ((~e) & g);
            // kernels/src/sha256_kernel.rs:94
            const u32 t_82 = K[t_1];
            const u64 a_6 = t_1;
            const u64 t_84 = a_6 % 16ull;
            const u32 t_85 = w[t_84];
            const u32 t1 = (((h + s1_1) + choice) + t_82) + t_85;
            // kernels/src/sha256_kernel.rs:99
            const u32 t_86 = a;
            const u32 t_91 = a;
            const u32 t_97 = a;
            const u32 s0_1 = (((t_86 >> 2u) | (t_86 << ((32u - 2u) & 31u))) ^ ((t_91 >> 13u) | (t_91 << ((32u - 13u) & 31u)))) ^ ((t_97 >> 22u) | (t_97 << ((32u - 22u) & 31u)));
            // kernels/src/sha256_kernel.rs:100
            const u32 t2 = s0_1 + (((a & b_1) ^ (a & c)) ^ (b_1 & c));
            // kernels/src/sha256_kernel.rs:101
            const u32 value = g;
            const u32 value_1 = f;
            const u32 value_2 = e;
            const u32 value_3 = d + t1;
            h = value;
            g = value_1;
            f = value_2;
            e = value_3;
            // kernels/src/sha256_kernel.rs:102
            const u32 value_4 = c;
            const u32 value_5 = b_1;
            const u32 value_6 = a;
            const u32 value_7 = t1 + t2;
            d = value_4;
            c = value_5;
            b_1 = value_6;
            a = value_7;
        }
        // kernels/src/sha256_kernel.rs:104
        u32 all_1[8];
        all_1[0ull] = a;
        all_1[1ull] = b_1;
        all_1[2ull] = c;
        all_1[3ull] = d;
        all_1[4ull] = e;
        all_1[5ull] = f;
        all_1[6ull] = g;
        all_1[7ull] = h;
        // kernels/src/sha256_kernel.rs:105
        for (u64 k = 0ull; k < 8ull; k++) {
            // kernels/src/sha256_kernel.rs:106
            const u32 t_122 = state[k];
            const u32 t_123 = all_1[k];
            state[k] = t_122 + t_123;
        }
    }
    // kernels/src/sha256_kernel.rs:133
    for (u64 k_1 = 0ull; k_1 < 8ull; k_1++) {
        // kernels/src/sha256_kernel.rs:134
        const u32 t_125 = state[k_1];
        digests[(hoist_digests_offset + ((i * 8ull) + k_1))] = t_125;
    }
}
