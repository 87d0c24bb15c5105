//! IEEE arithmetic in integers, for the roundings that the host's own instructions do not offer.
//!
//! A finite number is `man · 2^exp` with 128 bits of mantissa. An operation gives the exact result, or one whose
//! lowest bit is 1 where bits below it were lost ("sticky"); it keeps so many bits above that one that
//! [`pack`] rounds it as it would round the exact result.

use std::cmp::Ordering;

/// A rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Round {
    /// To the nearest, ties to even.
    Near,
    Zero,
    Down,
    Up,
}

impl Round {
    pub fn from_bits(bits: u64) -> Round {
        [Round::Near, Round::Zero, Round::Down, Round::Up][(bits & 3) as usize]
    }
    /// Whether a magnitude with the given lost part goes up.
    fn away(self, negative: bool, odd: bool, lost: Ordering, any: bool) -> bool {
        match self {
            Round::Near => lost == Ordering::Greater || lost == Ordering::Equal && odd,
            Round::Zero => false,
            Round::Down => negative && any,
            Round::Up => !negative && any,
        }
    }
}

/// A binary format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Bits of the mantissa, the hidden one counted.
    pub precision: u32,
    pub exponent_bits: u32,
}

pub const F32: Format = Format {
    precision: 24,
    exponent_bits: 8,
};
pub const F64: Format = Format {
    precision: 53,
    exponent_bits: 11,
};

impl Format {
    fn bias(self) -> i32 {
        (1 << (self.exponent_bits - 1)) - 1
    }
    /// The exponent of the lowest bit of a subnormal.
    fn lowest(self) -> i32 {
        2 - self.bias() - self.precision as i32
    }
    fn infinity(self) -> u64 {
        ((1 << self.exponent_bits) - 1) << (self.precision - 1)
    }
    fn sign(self) -> u64 {
        1 << (self.precision + self.exponent_bits - 1)
    }
    /// The NaN that an operation makes.
    pub fn nan(self) -> u64 {
        if self == F32 {
            0x7fff_ffff
        } else {
            0xfff8_0000_0000_0000
        }
    }
}

/// A number taken apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Num {
    Nan,
    Inf {
        negative: bool,
    },
    /// Zero has mantissa 0.
    Finite {
        negative: bool,
        exp: i32,
        man: u128,
    },
}
use Num::{Finite, Inf, Nan};

impl Num {
    pub fn from_int(v: i128) -> Num {
        Finite {
            negative: v < 0,
            exp: 0,
            man: v.unsigned_abs(),
        }
    }
    fn negative(self) -> bool {
        match self {
            Nan => false,
            Inf { negative } | Finite { negative, .. } => negative,
        }
    }
    fn is_zero(self) -> bool {
        matches!(self, Finite { man: 0, .. })
    }
}

pub fn unpack(bits: u64, f: Format) -> Num {
    let negative = bits & f.sign() != 0;
    let biased = ((bits & f.infinity()) >> (f.precision - 1)) as i32;
    let low = u128::from(bits & ((1 << (f.precision - 1)) - 1));
    if bits & f.infinity() == f.infinity() {
        return if low == 0 { Inf { negative } } else { Nan };
    }
    match biased {
        0 => Finite {
            negative,
            exp: f.lowest(),
            man: low,
        },
        _ => Finite {
            negative,
            exp: f.lowest() + biased - 1,
            man: low | 1 << (f.precision - 1),
        },
    }
}

/// `man >> by`, and how what is lost compares with half of the last bit kept, and whether anything is.
fn shift_down(man: u128, by: u32) -> (u128, Ordering, bool) {
    if by == 0 {
        return (man, Ordering::Less, false);
    }
    if by > 128 {
        return (0, Ordering::Less, man != 0);
    }
    let kept = if by == 128 { 0 } else { man >> by };
    let lost = if by == 128 { man } else { man & ((1 << by) - 1) };
    (kept, lost.cmp(&(1 << (by - 1))), lost != 0)
}

/// Rounds to a format.
pub fn pack(n: Num, f: Format, round: Round) -> u64 {
    let sign = |negative: bool| if negative { f.sign() } else { 0 };
    let (negative, exp, man) = match n {
        Nan => return f.nan(),
        Inf { negative } => return sign(negative) | f.infinity(),
        Finite { negative, man: 0, .. } => return sign(negative),
        Finite { negative, exp, man } => (negative, exp, man),
    };
    let top = exp + 127 - man.leading_zeros() as i32;
    let last = (top - (f.precision as i32 - 1)).max(f.lowest());
    let mut kept = if last <= exp {
        man << (exp - last)
    } else {
        let (kept, lost, any) = shift_down(man, (last - exp) as u32);
        kept + u128::from(round.away(negative, kept & 1 == 1, lost, any))
    } as u64;
    let hidden = 1 << (f.precision - 1);
    if kept >= hidden {
        // A carry out of the mantissa raises the exponent by itself.
        let biased = last - f.lowest() + 1;
        if biased >= (1 << f.exponent_bits) - 1 {
            kept = f.infinity();
        } else {
            kept = ((biased as u64) << (f.precision - 1)) + (kept - hidden);
        }
    }
    if kept >= f.infinity() {
        let to_infinity = match round {
            Round::Near => true,
            Round::Zero => false,
            Round::Down => negative,
            Round::Up => !negative,
        };
        kept = f.infinity() - u64::from(!to_infinity);
    }
    sign(negative) | kept
}

/// Mantissa with its highest bit at bit 125: room for a carry and a guard.
fn raised(exp: i32, man: u128) -> (i32, u128) {
    let up = man.leading_zeros() as i32 - 2;
    if up >= 0 {
        (exp - up, man << up)
    } else {
        (exp + 2, man >> 2 | u128::from(man & 3 != 0))
    }
}

pub fn add(a: Num, b: Num, round: Round) -> Num {
    match (a, b) {
        (Nan, _) | (_, Nan) => Nan,
        (Inf { negative: m }, Inf { negative: n }) if m != n => Nan,
        (Inf { .. }, _) => a,
        (_, Inf { .. }) => b,
        (
            Finite {
                man: 0, negative: m, ..
            },
            Finite {
                man: 0, negative: n, ..
            },
        ) => Finite {
            negative: if m == n { m } else { round == Round::Down },
            exp: 0,
            man: 0,
        },
        (Finite { man: 0, .. }, _) => b,
        (_, Finite { man: 0, .. }) => a,
        (
            Finite {
                negative: m,
                exp: p,
                man: x,
            },
            Finite {
                negative: n,
                exp: q,
                man: y,
            },
        ) => {
            let ((p, x), (q, y)) = (raised(p, x), raised(q, y));
            // Same exponent: the smaller one goes down, what it loses is sticky.
            let down = |man, by: i32| {
                let (kept, _, any) = shift_down(man, by.min(200) as u32);
                kept | u128::from(any)
            };
            let (exp, x, y) = if p >= q {
                (p, x, down(y, p - q))
            } else {
                (q, down(x, q - p), y)
            };
            if m == n {
                return Finite {
                    negative: m,
                    exp,
                    man: x + y,
                };
            }
            match x.cmp(&y) {
                Ordering::Equal => Finite {
                    negative: round == Round::Down,
                    exp: 0,
                    man: 0,
                },
                Ordering::Greater => Finite {
                    negative: m,
                    exp,
                    man: x - y,
                },
                Ordering::Less => Finite {
                    negative: n,
                    exp,
                    man: y - x,
                },
            }
        }
    }
}

pub fn mul(a: Num, b: Num) -> Num {
    let negative = a.negative() != b.negative();
    match (a, b) {
        (Nan, _) | (_, Nan) => Nan,
        (Inf { .. }, o) | (o, Inf { .. }) if o.is_zero() => Nan,
        (Inf { .. }, _) | (_, Inf { .. }) => Inf { negative },
        (Finite { exp: p, man: x, .. }, Finite { exp: q, man: y, .. }) => Finite {
            negative,
            exp: p + q,
            man: x * y,
        },
    }
}

/// `a · b + c`, rounded once by [`pack`]. The factors have at most 53 bits each.
pub fn fma(a: Num, b: Num, c: Num, round: Round) -> Num {
    add(mul(a, b), c, round)
}

pub fn div(a: Num, b: Num) -> Num {
    let negative = a.negative() != b.negative();
    match (a, b) {
        (Nan, _) | (_, Nan) | (Inf { .. }, Inf { .. }) => Nan,
        (a, b) if a.is_zero() && b.is_zero() => Nan,
        (Inf { .. }, _) => Inf { negative },
        (_, Inf { .. }) => Finite {
            negative,
            exp: 0,
            man: 0,
        },
        (_, b) if b.is_zero() => Inf { negative },
        (a, _) if a.is_zero() => Finite {
            negative,
            exp: 0,
            man: 0,
        },
        (Finite { exp: p, man: x, .. }, Finite { exp: q, man: y, .. }) => {
            let up = x.leading_zeros() as i32;
            let x = x << up;
            let (quotient, rest) = (x / y, x % y);
            // At least 128 - 53 bits, the lowest sticky.
            Finite {
                negative,
                exp: p - up - q,
                man: quotient | u128::from(rest != 0),
            }
        }
    }
}

pub fn sqrt(a: Num) -> Num {
    match a {
        Inf { negative: false } => a,
        Finite { man: 0, .. } => a,
        Finite {
            negative: false,
            exp,
            man,
        } => {
            // All the bits there are, and an even exponent.
            let mut up = man.leading_zeros() as i32;
            up -= (exp - up) & 1;
            let (exp, man) = (exp - up, man << up);
            let root = man.isqrt();
            Finite {
                negative: false,
                exp: exp / 2 - 1,
                man: root << 1 | u128::from(root * root != man),
            }
        }
        _ => Nan,
    }
}

/// To an integer: `None` for NaN, the infinities clamped.
pub fn to_int(a: Num, round: Round) -> Option<i128> {
    match a {
        Nan => None,
        Inf { negative } => Some(if negative { i128::MIN } else { i128::MAX }),
        Finite { negative, exp, man } => {
            let size = if exp >= 0 {
                if man.leading_zeros() as i32 <= exp {
                    i128::MAX as u128
                } else {
                    man << exp
                }
            } else {
                let (kept, lost, any) = shift_down(man, exp.unsigned_abs());
                kept + u128::from(round.away(negative, kept & 1 == 1, lost, any))
            };
            let size = size.min(i128::MAX as u128) as i128;
            Some(if negative { -size } else { size })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Random(u64);
    impl Random {
        fn next(&mut self) -> u64 {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        }
        /// Bits with short mantissas and near exponents, so that ties and cancellation happen.
        fn double(&mut self) -> f64 {
            let bits = self.next();
            let near = (1023 - 30 + self.next() % 60) << 52;
            f64::from_bits(match self.next() % 6 {
                0 => bits,
                1 => near | bits & 1 << 63 | bits & 0xf_ffff_0000_0000,
                2 => near | bits & 0x800f_ffff_ffff_ffff,
                3 => bits & 0x800f_ffff_ffff_ffff,
                4 => near | bits & 1 << 63 | 0xf_ffff_ffff_fff0 | bits & 15,
                _ => [
                    0,
                    1 << 63,
                    0x7ff0 << 48,
                    0x7ff8 << 48,
                    1,
                    0x3ff0 << 48,
                    0x7fef_ffff_ffff_ffff,
                ][(bits % 7) as usize],
            })
        }
        fn float(&mut self) -> f32 {
            let bits = self.next() as u32;
            let near = (127 - 14 + self.next() as u32 % 28) << 23;
            f32::from_bits(match self.next() % 4 {
                0 => bits,
                1 => near | bits & 0x807f_f000,
                2 => near | bits & 0x807f_ffff,
                _ => bits & 0x807f_ffff,
            })
        }
    }

    fn same64(got: u64, want: f64, what: &str) {
        assert!(
            got == want.to_bits() || want.is_nan() && f64::from_bits(got).is_nan(),
            "{what}: {got:x} {want:e}"
        );
    }

    #[test]
    fn to_nearest_it_is_the_hosts_arithmetic() {
        let mut r = Random(1);
        let near = Round::Near;
        for _ in 0..300_000 {
            let (a, b, c) = (r.double(), r.double(), r.double());
            let [x, y, z] = [a, b, c].map(|v| unpack(v.to_bits(), F64));
            let what = format!("{a:e} {b:e} {c:e}");
            same64(pack(add(x, y, near), F64, near), a + b, &what);
            same64(pack(mul(x, y), F64, near), a * b, &what);
            same64(pack(div(x, y), F64, near), a / b, &what);
            same64(pack(sqrt(x), F64, near), a.sqrt(), &what);
            same64(pack(fma(x, y, z, near), F64, near), a.mul_add(b, c), &what);
            let narrow = pack(x, F32, near) as u32;
            assert!(narrow == (a as f32).to_bits() || a.is_nan(), "{what}");
            let (a, b) = (r.float(), r.float());
            let [x, y] = [a, b].map(|v| unpack(u64::from(v.to_bits()), F32));
            for (got, want) in [
                (add(x, y, near), a + b),
                (mul(x, y), a * b),
                (div(x, y), a / b),
                (sqrt(x), a.sqrt()),
            ] {
                let got = pack(got, F32, near) as u32;
                assert!(
                    got == want.to_bits() || want.is_nan() && f32::from_bits(got).is_nan(),
                    "{a:e} {b:e}"
                );
            }
        }
    }

    #[test]
    fn directed_roundings_enclose_the_nearest() {
        let mut r = Random(2);
        for _ in 0..100_000 {
            let (a, b) = (r.float(), r.float());
            let [x, y] = [a, b].map(|v| unpack(u64::from(v.to_bits()), F32));
            for exact in [add(x, y, Round::Near), mul(x, y), div(x, y), sqrt(x)] {
                let all = [Round::Down, Round::Near, Round::Up, Round::Zero];
                let [down, near, up, zero] = all.map(|m| f32::from_bits(pack(exact, F32, m) as u32));
                if near.is_nan() {
                    assert!(down.is_nan() && up.is_nan() && zero.is_nan());
                    continue;
                }
                assert!(down <= near && near <= up, "{a:e} {b:e}");
                assert!(down == up || down.next_up() == up, "{a:e} {b:e}: {down:e} {up:e}");
                assert_eq!(
                    zero.to_bits(),
                    if near.is_sign_negative() { up } else { down }.to_bits(),
                    "{a:e} {b:e}"
                );
            }
            // In f64 the product of two f32 is exact, so its side is known.
            let exact = f64::from(a) * f64::from(b);
            let down = f32::from_bits(pack(mul(x, y), F32, Round::Down) as u32);
            let up = f32::from_bits(pack(mul(x, y), F32, Round::Up) as u32);
            assert!(
                exact.is_nan() || f64::from(down) <= exact && exact <= f64::from(up),
                "{a:e} {b:e}"
            );
        }
    }

    #[test]
    fn integers() {
        let half = |v: f64, m| to_int(unpack(v.to_bits(), F64), m);
        assert_eq!(half(2.5, Round::Near), Some(2));
        assert_eq!(half(-2.5, Round::Down), Some(-3));
        assert_eq!(half(-2.5, Round::Zero), Some(-2));
        assert_eq!(half(1e-300, Round::Up), Some(1));
        assert_eq!(half(f64::NAN, Round::Up), None);
        assert_eq!(half(1e300, Round::Near), Some(i128::MAX));
        let mut r = Random(3);
        for _ in 0..100_000 {
            let v = r.next() as i64;
            assert_eq!(
                pack(Num::from_int(v.into()), F32, Round::Near) as u32,
                (v as f32).to_bits()
            );
            assert_eq!(pack(Num::from_int(v.into()), F64, Round::Near), (v as f64).to_bits());
        }
    }
}
