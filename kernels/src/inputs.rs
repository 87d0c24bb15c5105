//! What the kernels are given, from a size and a seed.

use crate::slice::{Layout, Role, Slice};
use crate::values::Item;

/// Which inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// Numbers that a user has.
    Ordinary,
    /// Among them NaN, infinities, signed zeros and subnormals; for strict devices.
    Special,
}

/// Makes the slices of one call, always the same for a size, seed and variant.
pub struct Inputs {
    /// The case's size.
    pub size: usize,
    /// What the numbers start from.
    pub seed: u64,
    /// Which numbers.
    pub variant: Variant,
    layout: Layout,
    made: u64,
}

/// Finite numbers whose handling differs between devices.
const FINITE: [f32; 7] = [
    0.0,
    -0.0,
    f32::MIN_POSITIVE,
    f32::MIN_POSITIVE / 3.0,
    -f32::MIN_POSITIVE / 1024.0,
    f32::from_bits(1),
    f32::MAX,
];
const INFINITE: [f32; 3] = [f32::INFINITY, f32::NAN, f32::NEG_INFINITY];

impl Inputs {
    /// For one call.
    pub fn new(size: usize, seed: u64, variant: Variant, layout: Layout) -> Self {
        Inputs {
            size,
            seed,
            variant,
            layout,
            made: 0,
        }
    }
    /// Whether the inputs are the special ones.
    pub fn special(&self) -> bool {
        self.variant == Variant::Special
    }
    /// An input that holds `data`.
    pub fn read<T: Item>(&mut self, data: &[T]) -> Slice<T> {
        Slice::new(data, Role::Read, self.layout)
    }
    /// An input that the kernel also writes.
    pub fn updated<T: Item>(&mut self, data: &[T]) -> Slice<T> {
        Slice::new(data, Role::Updated, self.layout)
    }
    /// A poisoned output.
    pub fn written<T: Item>(&mut self, len: usize) -> Slice<T> {
        Slice::new(&vec![T::POISON; len], Role::Written, self.layout)
    }

    /// `n` numbers between `lo` and `hi`. Of the special ones every third is finite and every `rare`-th is not: a
    /// kernel that spreads a NaN over a row is given fewer.
    pub fn floats(&mut self, n: usize, lo: f32, hi: f32, rare: usize) -> Vec<f32> {
        self.made += 1;
        let (made, seed) = (self.made as usize, self.seed as usize);
        let mut all: Vec<f32> = uniform(n, self.seed.wrapping_mul(31).wrapping_add(self.made));
        all.iter_mut().for_each(|u| *u = lo + (hi - lo) * *u);
        if self.special() {
            // Counted apart, or a period of one would hide the other.
            let mut finite = 2 * made;
            for (i, x) in all.iter_mut().enumerate() {
                if (i + made) % rare == seed % rare {
                    *x = INFINITE[(i / rare + made) % 3];
                } else if (i + made) % 3 == 0 {
                    *x = FINITE[finite % 7];
                    finite += 1;
                }
            }
        }
        all
    }
    /// As [`Inputs::floats`], for numbers that are summed: of three seeds one brings no infinity or NaN and no number
    /// so large that a sum of them overflows, the others bring one.
    pub fn terms(&mut self, n: usize, lo: f32, hi: f32) -> Vec<f32> {
        let mut all = self.floats(n, lo, hi, usize::MAX);
        all.iter_mut().filter(|x| **x == f32::MAX).for_each(|x| *x = -lo);
        if self.special() && !self.seed.is_multiple_of(3) && self.made == 1 && n > 0 {
            all[n / 2] = INFINITE[(self.seed % 3) as usize - 1];
        }
        all
    }
    /// A grey landscape of `w` times `h` pixels; the special one has the hardest edges and every value.
    pub fn photo(&mut self, w: usize, h: usize) -> Vec<u8> {
        let noise = uniform(w * h, self.seed);
        let special = self.special();
        let at = |i: usize| {
            let (x, y) = ((i % w) as f32 / w as f32, (i / w) as f32 / h as f32);
            match special {
                true if (i / 3).is_multiple_of(2) => [0, 255][(i % w / 2 + i / w) % 2],
                true => (noise[i] * 256.0) as u8,
                false => landscape(x, y, noise[i]),
            }
        };
        (0..w * h).map(at).collect()
    }
}

/// A sky that brightens towards the hills, a sun, two ranges of hills and a lake, with a photo's grain.
fn landscape(x: f32, y: f32, grain: f32) -> u8 {
    let far = 0.52 - 0.10 * (x * 5.0 + 0.4).sin() - 0.03 * (x * 17.0).sin();
    let near = 0.68 - 0.07 * (x * 3.0 + 2.0).cos() - 0.02 * (x * 29.0).cos();
    let sun = (x - 0.72).hypot(y - 0.22);
    let light = if sun < 0.09 {
        245.0
    } else if y < far {
        110.0 + 110.0 * y + 25.0 * (1.0 - (sun - 0.09) * 4.0).max(0.0)
    } else if y < near {
        95.0 - 40.0 * (y - far)
    } else if y < 0.80 {
        45.0 + 60.0 * (y - near) + 12.0 * ((x * 60.0).sin() * (y * 90.0).cos()).max(0.0)
    } else {
        120.0 + 18.0 * (y * 160.0 + 3.0 * (x * 9.0).sin()).sin()
    };
    (light + 7.0 * (grain - 0.5)).clamp(0.0, 255.0) as u8
}

/// Uniform numbers in [0, 1), by SplitMix64 (Steele, Lea, Flood, 2014).
pub fn uniform(n: usize, seed: u64) -> Vec<f32> {
    let mut s = seed;
    let next = |_| {
        s = s.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (s ^ (s >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z >> 40) as f32) / 16_777_216.0
    };
    (0..n).map(next).collect()
}
