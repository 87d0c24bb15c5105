//! Values worth trying.

use hoist_machine::Elem;
use hoist_machine::halves::{bf16, f16};

/// A stream of random bits (splitmix64).
pub struct Random(pub u64);
impl Random {
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.bits() % n as u64) as usize
    }
}

/// Element types with values to try.
pub trait Values: Elem {
    /// Corners of the type, the sharpest first.
    fn special() -> Vec<Self>;
    /// One at random, of any magnitude.
    fn random(r: &mut Random) -> Self;
    /// One at random below 100.
    fn small(r: &mut Random) -> Self;
}

macro_rules! floats {
    ($t:ident $bits:ident $signalling:literal) => {
        impl Values for $t {
            fn special() -> Vec<$t> {
                let mut all = vec![0.0, 0.25, 0.5, 1.0, 1.5, 2.5, 3.0, $t::MAX, $t::INFINITY, $t::NAN];
                all.extend([$t::MIN_POSITIVE, $t::from_bits(1), $t::EPSILON]);
                all.extend([$t::MIN_POSITIVE.next_down(), $t::from_bits($signalling)]);
                let negative: Vec<$t> = all.iter().map(|x| -x).collect();
                all.extend(negative);
                let corners = all.len();
                // Around the limits of casts and of exact integers.
                for limit in [
                    0.5, 1.0, 127.0, 128.0, 255.0, 256.0, 32_767.0, 32_768.0, 65_535.0, 65_536.0,
                ] {
                    all.extend([limit, $t::next_down(limit), $t::next_up(limit), limit + 0.5]);
                }
                for power in [22, 23, 24, 31, 32, 52, 53, 63, 64, 65, 100] {
                    let limit = $t::powi(2.0, power);
                    all.extend([
                        limit,
                        limit.next_down(),
                        limit.next_up(),
                        limit - 1.0,
                        limit - 0.5,
                    ]);
                }
                let negative: Vec<$t> = all[corners..].iter().map(|x| -x).collect();
                all.extend(negative);
                all
            }
            fn random(r: &mut Random) -> $t {
                let x = r.bits();
                match r.below(3) {
                    0 => $t::from_bits(x as $bits),
                    1 => (x as i64 >> (x % 64)) as $t,
                    _ => (x as i64 as $t) / 2e18,
                }
            }
            fn small(r: &mut Random) -> $t {
                r.below(100) as $t
            }
        }
    };
}
floats!(f32 u32 0x7f80_0001);
floats!(f64 u64 0x7ff0_0000_0000_0001);

macro_rules! halves {
    ($t:ident) => {
        impl Values for $t {
            fn special() -> Vec<$t> {
                // Every power of two, its neighbours, and what lies half-way to the next one.
                let ends = (0..=u8::MAX).flat_map(|high| [0, 1, 0x80, 0xff].map(|low| u16::from(high) << 8 | low));
                let mut all: Vec<$t> = [
                    $t::ZERO,
                    $t::ONE,
                    $t::MAX,
                    $t::INFINITY,
                    $t::NAN,
                    $t::MIN_POSITIVE,
                ]
                .into();
                all.extend([
                    -$t::ONE,
                    -$t::ZERO,
                    -$t::INFINITY,
                    $t::from_f32(2.5),
                    $t::from_f32(-0.5),
                ]);
                all.extend(ends.map($t::from_bits).filter(|x| !x.is_nan()));
                all
            }
            fn random(r: &mut Random) -> $t {
                let x = $t::from_bits(r.bits() as u16);
                if x.is_nan() { $t::NAN } else { x }
            }
            fn small(r: &mut Random) -> $t {
                $t::from_f32(r.below(100) as f32)
            }
        }
    };
}
halves!(f16);
halves!(bf16);

macro_rules! ints {
    ($($t:ident)*) => {$(
        impl Values for $t {
            fn special() -> Vec<$t> {
                let mut all = vec![0, 3, 5, 10, 100, $t::MAX, $t::MIN, $t::MAX - 1, $t::MIN + 1, $t::MAX / 3];
                for n in 0..$t::BITS {
                    let power = (1 as $t) << n;
                    all.extend([power, power.wrapping_sub(1), power.wrapping_neg(), power | 1]);
                }
                let mut seen = std::collections::HashSet::new();
                all.retain(|x| seen.insert(*x));
                all
            }
            fn random(r: &mut Random) -> $t {
                let x = r.bits();
                (x as $t) >> (r.bits() as u32 % $t::BITS)
            }
            fn small(r: &mut Random) -> $t {
                r.below(100) as $t
            }
        }
    )*};
}
ints!(i8 u8 i16 u16 i32 u32 i64 u64 usize);

impl Values for bool {
    fn special() -> Vec<bool> {
        vec![false, true]
    }
    fn random(r: &mut Random) -> bool {
        r.bits() & 1 == 1
    }
    fn small(r: &mut Random) -> bool {
        Self::random(r)
    }
}

/// Fills up to whole registers of any instruction set.
fn padded<T: Values>(mut all: Vec<T>, r: &mut Random) -> Vec<T> {
    while !all.len().is_multiple_of(64) {
        all.push(T::random(r));
    }
    all
}

/// Single values; the special ones also each in a gang of small ones, as an operation may have a
/// faster way for a gang that is small throughout.
pub fn singles<T: Values>() -> Vec<T> {
    let mut r = Random(1);
    let mut all = Vec::new();
    for x in T::special() {
        all.push(x);
        all.extend((1..16).map(|_| T::small(&mut r)));
    }
    all.extend(T::special());
    all.extend((0..2000).map(|_| T::random(&mut r)));
    padded(all, &mut r)
}

/// The first special values with each other, the others with themselves and some, and random pairs.
pub fn pairs<T: Values>() -> (Vec<T>, Vec<T>) {
    let mut r = Random(2);
    let special = T::special();
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for (i, x) in special.iter().enumerate() {
        for (j, y) in special.iter().enumerate() {
            if i.max(j) < 32 || i == j || r.below(special.len()) < 40 {
                a.push(*x);
                b.push(*y);
            }
        }
    }
    for _ in 0..2000 {
        a.push(T::random(&mut r));
        b.push(T::random(&mut r));
    }
    (padded(a, &mut r), padded(b, &mut r))
}

/// Random values and special ones, `n` of them.
pub fn mixed<T: Values>(n: usize, seed: u64) -> Vec<T> {
    let mut r = Random(seed);
    let special = T::special();
    let one = |_| {
        if r.below(2) == 0 {
            T::random(&mut r)
        } else {
            special[r.below(special.len())]
        }
    };
    (0..n).map(one).collect()
}
