//! `sha256`: many messages, each iteration digests one; arrays of its own, and a constant table.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::{Inputs, uniform};
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// The constants of the rounds (FIPS 180-4, 4.2.2).
const K: [u32; 64] = [
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];

/// Takes one block of 16 words into the state.
#[device]
pub fn compress(state: &mut [u32; 8], w: &mut [u32; 16]) {
    let (mut a, mut b, mut c, mut d) = (state[0], state[1], state[2], state[3]);
    let (mut e, mut f, mut g, mut h) = (state[4], state[5], state[6], state[7]);
    for t in 0..64 {
        if t >= 16 {
            let (x, y) = (w[(t + 1) % 16], w[(t + 14) % 16]);
            let s0 = x.rotate_right(7) ^ x.rotate_right(18) ^ (x >> 3);
            let s1 = y.rotate_right(17) ^ y.rotate_right(19) ^ (y >> 10);
            w[t % 16] = w[t % 16]
                .wrapping_add(s0)
                .wrapping_add(w[(t + 9) % 16])
                .wrapping_add(s1);
        }
        let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let t1 = h
            .wrapping_add(s1)
            .wrapping_add(choice)
            .wrapping_add(K[t])
            .wrapping_add(w[t % 16]);
        let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let t2 = s0.wrapping_add((a & b) ^ (a & c) ^ (b & c));
        (h, g, f, e) = (g, f, e, d.wrapping_add(t1));
        (d, c, b, a) = (c, b, a, t1.wrapping_add(t2));
    }
    let all = [a, b, c, d, e, f, g, h];
    for k in 0..8 {
        state[k] = state[k].wrapping_add(all[k]);
    }
}

/// The SHA-256 digests of messages that [`padded`] made: eight words each.
///
/// `words` holds blocks of 16 words, and `blocks[i]..blocks[i + 1]` are those of message `i`.
#[kernel]
pub fn sha256(words: &[u32], blocks: &[u32], digests: &mut [u32]) {
    for i in par(0..digests.len() / 8) {
        let mut state = [
            0x6a09_e667u32,
            0xbb67_ae85,
            0x3c6e_f372,
            0xa54f_f53a,
            0x510e_527f,
            0x9b05_688c,
            0x1f83_d9ab,
            0x5be0_cd19,
        ];
        for b in blocks[i]..blocks[i + 1] {
            let mut w = [0u32; 16];
            for t in 0..16 {
                w[t] = words[b as usize * 16 + t];
            }
            compress(&mut state, &mut w);
        }
        for k in 0..8 {
            digests[i * 8 + k] = state[k];
        }
    }
}

/// Messages as [`sha256()`] takes them: padded to whole blocks, as words, and where each message's blocks begin, with one
/// number more for the end.
///
/// ```
/// use hoist_kernels::{padded, sha256};
/// let (words, blocks) = padded(&[b"abc"]);
/// let mut digest = [0; 8];
/// sha256::run(&hoist::Device::open("cpu")?, &words, &blocks, &mut digest)?;
/// assert_eq!(digest[0], 0xba78_16bf);
/// # Ok::<(), hoist::Error>(())
/// ```
pub fn padded<M: AsRef<[u8]>>(messages: &[M]) -> (Vec<u32>, Vec<u32>) {
    let (mut words, mut blocks) = (Vec::new(), vec![0]);
    for m in messages.iter().map(AsRef::as_ref) {
        let mut all = m.to_vec();
        all.push(0x80);
        all.resize((m.len() + 9).next_multiple_of(64) - 8, 0);
        all.extend((m.len() as u64 * 8).to_be_bytes());
        words.extend(
            all.chunks_exact(4)
                .map(|c| u32::from_be_bytes([c[0], c[1], c[2], c[3]])),
        );
        blocks.push((words.len() / 16) as u32);
    }
    (words, blocks)
}

pub(crate) const CASE: Case = Case {
    name: "sha256",
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(0.0),
    },
    plain: |_| Tolerance::Ulp(0.0),
    unit: "messages",
    size: 1 << 15,
    special: true,
    stored: |n| n * (4 * 64 + 32 + 4) + 4,
    work: Work {
        items: line,
        bytes: 228.0,
        flops: |_| 6000.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: sha256::explain,
    source: sha256::source,
};

struct Arguments {
    words: Slice<u32>,
    blocks: Slice<u32>,
    digests: Slice<u32>,
    messages: Vec<Vec<u8>>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        // The special ones have lengths around which the padding takes one block more.
        let edges = [0, 1, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 128];
        let special = g.special();
        let lengths = uniform(g.size, g.seed);
        let message = |(i, u): (usize, &f32)| -> Vec<u8> {
            let n = if special {
                edges[i % edges.len()]
            } else {
                64 + (128.0 * u) as usize
            };
            (0..n).map(|k| (i * 31 + k * 7 + (k * k) / 5) as u8).collect()
        };
        let messages: Vec<_> = lengths.iter().enumerate().map(message).collect();
        let (words, blocks) = padded(&messages);
        Arguments {
            words: g.read(&words),
            blocks: g.read(&blocks),
            digests: g.written(8 * g.size),
            messages,
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments {
            words, blocks, digests, ..
        } = self;
        match on {
            On::Plain => sha256(words.host(), blocks.host(), digests.host_mut()),
            On::Slices(d) => sha256::run(d, words.host(), blocks.host(), digests.host_mut())?,
            On::Buffers(d) => sha256::run(d, words.part(), blocks.part(), digests.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.words, &mut self.blocks, &mut self.digests]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let constants = constants();
        let digests = self.messages.iter().flat_map(|m| digest(m, &constants));
        vec![digests.map(|w| Wanted::plain(w.into())).collect()]
    }
}

/// The first 64 primes' cube roots, and the first 8 square roots, by whole numbers: 32 bits behind the point.
pub fn constants() -> ([u32; 64], [u32; 8]) {
    let primes: Vec<u128> = (2..).filter(|n| (2..*n).all(|d| n % d != 0)).take(64).collect();
    // The largest root whose power is at most `n`, by bits from the highest.
    let root = |n: u128, power: u32| {
        (0..42).rev().fold(0u128, |r, bit| {
            let next = r | 1 << bit;
            if next.pow(power) <= n { next } else { r }
        })
    };
    let cube = |i: usize| root(primes[i] << 96, 3) as u32;
    let square = |i: usize| root(primes[i] << 64, 2) as u32;
    (std::array::from_fn(cube), std::array::from_fn(square))
}

/// SHA-256 from its standard, with all 64 words of a block's schedule.
pub fn digest(message: &[u8], (k, start): &([u32; 64], [u32; 8])) -> [u32; 8] {
    let bits = (message.len() as u64).wrapping_mul(8);
    let zeros = (119 - message.len() % 64) % 64;
    let padding = std::iter::once(0x80)
        .chain(std::iter::repeat_n(0, zeros))
        .chain(bits.to_be_bytes());
    let all: Vec<u8> = message.iter().copied().chain(padding).collect();
    all.chunks(64).fold(*start, |state, block| {
        let mut w: Vec<u32> = block
            .chunks(4)
            .map(|b| b.iter().fold(0, |w, b| w << 8 | u32::from(*b)))
            .collect();
        let sigma = |x: u32, a, b, shift| x.rotate_right(a) ^ x.rotate_right(b) ^ x.checked_shr(shift).unwrap_or(0);
        for t in 16..64 {
            let terms = [
                sigma(w[t - 2], 17, 19, 10),
                w[t - 7],
                sigma(w[t - 15], 7, 18, 3),
                w[t - 16],
            ];
            w.push(terms.iter().fold(0u32, |a, b| a.wrapping_add(*b)));
        }
        let end = (0..64).fold(state, |[a, b, c, d, e, f, g, h], t| {
            let big = |x: u32, r: [u32; 3]| r.iter().fold(0, |all, n| all ^ x.rotate_right(*n));
            let choose = g ^ (e & (f ^ g));
            let most = (a & b) | (c & (a | b));
            let one = [h, big(e, [6, 11, 25]), choose, k[t], w[t]];
            let one = one.iter().fold(0u32, |a, b| a.wrapping_add(*b));
            let two = big(a, [2, 13, 22]).wrapping_add(most);
            [one.wrapping_add(two), a, b, c, d.wrapping_add(one), e, f, g]
        });
        std::array::from_fn(|i| state[i].wrapping_add(end[i]))
    })
}
