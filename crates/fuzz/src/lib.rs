//! What must not panic, whatever it is given: the front end on any tokens, and the validator, the passes and the emitters on any
//! kernel. Inputs are made of bytes, so that a coverage-guided fuzzer can choose them (`fuzz/`), and a test at random.

pub mod ir;
pub mod tokens;

/// Bytes that choose; past their end every choice is the first.
pub struct Choices<'a>(pub &'a [u8]);

impl Choices<'_> {
    /// One of `0..n`.
    pub fn below(&mut self, n: usize) -> usize {
        let mut x = 0;
        let mut of = 1;
        while of < n {
            let Some((first, rest)) = self.0.split_first() else {
                break;
            };
            self.0 = rest;
            x = x << 8 | usize::from(*first);
            of <<= 8;
        }
        x % n.max(1)
    }
    /// Whether it is the one of `n`.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }
    /// Any of these.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Bytes from a number, for tests: SplitMix64 (Steele, Lea, Flood, 2014).
pub fn bytes(seed: u64, n: usize) -> Vec<u8> {
    let words = (1..=n.div_ceil(8) as u64).flat_map(|k| {
        let mut z = seed
            .wrapping_mul(0xd134_2543_de82_ef95)
            .wrapping_add(k.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)).to_le_bytes()
    });
    words.take(n).collect()
}

/// Inputs of a test: `HOIST_FUZZ_INPUTS`, or `usual`.
pub fn inputs(usual: u64) -> u64 {
    let asked = std::env::var("HOIST_FUZZ_INPUTS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(usual)
}
