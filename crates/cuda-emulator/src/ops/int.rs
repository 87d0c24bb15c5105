//! Integers and bits.

use super::{by_type, op1, op2, op3};
use crate::ast::Ty;
use crate::code::{Alu, CARRY, Inst};
use crate::value::{Slot, Value};

/// Copies a slot.
pub const MOV: Alu = |r, i| r[i.d as usize] = r[i.a as usize];
/// `a` where `c` is true, else `b`.
pub const SELP: Alu = |r, i| {
    let from = if r[i.c as usize] & 1 != 0 { i.a } else { i.b };
    r[i.d as usize] = r[from as usize];
};
/// `a + b` of 64 bits, for addresses.
pub const ADD64: Alu = |r, i| r[i.d as usize] = r[i.a as usize].wrapping_add(r[i.b as usize]);
pub const NOT_PRED: Alu = |r, i| r[i.d as usize] = !r[i.a as usize] & 1;

/// Two operands and a result of one type.
pub fn binary(name: &str, ty: Ty) -> Option<Alu> {
    match name {
        "add" => by_type!(ty; U16|S16|U32|S32|U64|S64; op2, (a, b), a.wrapping_add(b)),
        "sub" => by_type!(ty; U16|S16|U32|S32|U64|S64; op2, (a, b), a.wrapping_sub(b)),
        "mul.lo" => by_type!(ty; U16|S16|U32|S32|U64|S64; op2, (a, b), a.wrapping_mul(b)),
        // Without a result in the language: what devices give.
        "div" => by_type!(ty; U16|S16|U32|S32|U64|S64; op2, (a, b), if b == 0 { !0 } else { a.wrapping_div(b) }),
        "rem" => by_type!(ty; U16|S16|U32|S32|U64|S64; op2, (a, b), if b == 0 { a } else { a.wrapping_rem(b) }),
        "min" => by_type!(ty; U16|S16|U32|S32|U64|S64; op2, (a, b), a.min(b)),
        "max" => by_type!(ty; U16|S16|U32|S32|U64|S64; op2, (a, b), a.max(b)),
        "and" => by_type!(ty; Pred|B16|B32|B64; op2, (a, b), a & b),
        "or" => by_type!(ty; Pred|B16|B32|B64; op2, (a, b), a | b),
        "xor" => by_type!(ty; Pred|B16|B32|B64; op2, (a, b), a ^ b),
        "add.sat" => by_type!(ty; S32; op2, (a, b), a.saturating_add(b)),
        "sub.sat" => by_type!(ty; S32; op2, (a, b), a.saturating_sub(b)),
        "shl" => by_type!(ty; B16|B32|B64; shift, (a, b), a.checked_shl(b).unwrap_or(0)),
        "shr" => shr(ty),
        _ => None,
    }
}

fn shr(ty: Ty) -> Option<Alu> {
    // Amounts beyond the width: all bits become the sign, or 0.
    match ty {
        Ty::S16 | Ty::S32 | Ty::S64 => {
            by_type!(ty; S16|S32|S64; shift, (a, b), a >> b.min(8 * size_of_val(&a) as u32 - 1))
        }
        _ => by_type!(ty; B16|U16|B32|U32|B64|U64; shift, (a, b), a.checked_shr(b).unwrap_or(0)),
    }
}

/// One operand.
pub fn unary(name: &str, ty: Ty) -> Option<Alu> {
    match name {
        "not" => by_type!(ty; Pred|B16|B32|B64; op1, (a), !a),
        "cnot" => by_type!(ty; B16|B32|B64; op1, (a), if a == 0 { 1 } else { 0 }),
        "neg" => by_type!(ty; S16|S32|S64; op1, (a), a.wrapping_neg()),
        "abs" => by_type!(ty; S16|S32|S64; op1, (a), a.wrapping_abs()),
        "brev" => by_type!(ty; B32|B64; op1, (a), a.reverse_bits()),
        "popc" => by_type!(ty; B32|B64; count, (a), a.count_ones()),
        "clz" => by_type!(ty; B32|B64; count, (a), a.leading_zeros()),
        "bfind" => match ty {
            // The highest bit that is not the sign.
            Ty::S32 | Ty::S64 => by_type!(ty; S32|S64; count, (a), top((if a < 0 { !a } else { a }) as u64)),
            _ => {
                if ty == Ty::U32 {
                    Some(op1!(u32 => u32, |a| top(a.into())))
                } else {
                    by_type!(ty; U64; count, (a), top(a))
                }
            }
        },
        "bfind.shiftamt" => match ty {
            Ty::S32 => Some(op1!(i32 => u32, |a| up(top((if a < 0 { !a } else { a }) as u64), 31))),
            Ty::S64 => Some(op1!(i64 => u32, |a| up(top((if a < 0 { !a } else { a }) as u64), 63))),
            Ty::U32 => Some(op1!(u32 => u32, |a| up(top(a.into()), 31))),
            Ty::U64 => Some(op1!(u64 => u32, |a| up(top(a), 63))),
            _ => None,
        },
        _ => None,
    }
}

fn top(a: u64) -> u32 {
    a.checked_ilog2().unwrap_or(u32::MAX)
}
fn up(top: u32, last: u32) -> u32 {
    if top == u32::MAX { top } else { last - top }
}

/// `mul.hi` and `mul.wide`.
pub fn product(part: &str, ty: Ty) -> Option<Alu> {
    Some(match (part, ty) {
        ("hi", Ty::U16) => op2!(u16 => u16, |a, b| ((u32::from(a) * u32::from(b)) >> 16) as u16),
        ("hi", Ty::S16) => op2!(i16 => i16, |a, b| ((i32::from(a) * i32::from(b)) >> 16) as i16),
        ("hi", Ty::U32) => op2!(u32 => u32, |a, b| ((u64::from(a) * u64::from(b)) >> 32) as u32),
        ("hi", Ty::S32) => op2!(i32 => i32, |a, b| ((i64::from(a) * i64::from(b)) >> 32) as i32),
        ("hi", Ty::U64) => op2!(u64 => u64, |a, b| ((u128::from(a) * u128::from(b)) >> 64) as u64),
        ("hi", Ty::S64) => op2!(i64 => i64, |a, b| ((i128::from(a) * i128::from(b)) >> 64) as i64),
        ("wide", Ty::U16) => op2!(u16 => u32, |a, b| u32::from(a) * u32::from(b)),
        ("wide", Ty::S16) => op2!(i16 => i32, |a, b| i32::from(a) * i32::from(b)),
        ("wide", Ty::U32) => op2!(u32 => u64, |a, b| u64::from(a) * u64::from(b)),
        ("wide", Ty::S32) => op2!(i32 => i64, |a, b| i64::from(a) * i64::from(b)),
        ("lo24", Ty::U32) => op2!(u32 => u32, |a, b| (a & 0xff_ffff).wrapping_mul(b & 0xff_ffff)),
        ("lo24", Ty::S32) => op2!(i32 => i32, |a, b| (a << 8 >> 8).wrapping_mul(b << 8 >> 8)),
        ("hi24", Ty::U32) => {
            op2!(u32 => u32, |a, b| ((u64::from(a & 0xff_ffff) * u64::from(b & 0xff_ffff)) >> 16) as u32)
        }
        ("hi24", Ty::S32) => op2!(i32 => i32, |a, b| ((i64::from(a << 8 >> 8) * i64::from(b << 8 >> 8)) >> 16) as i32),
        _ => return binary(&format!("mul.{part}"), ty),
    })
}

/// `mad` in one step where it is common; else the decoder makes a product and a sum.
pub fn mad(part: &str, ty: Ty) -> Option<Alu> {
    match part {
        "lo" => by_type!(ty; U16|S16|U32|S32|U64|S64; op3, (a, b, c), a.wrapping_mul(b).wrapping_add(c)),
        "wide" => Some(match ty {
            Ty::U32 => op3!(u32, u64 => u64, |a, b, c| (u64::from(a) * u64::from(b)).wrapping_add(c)),
            Ty::S32 => op3!(i32, i64 => i64, |a, b, c| (i64::from(a) * i64::from(b)).wrapping_add(c)),
            Ty::U16 => op3!(u16, u32 => u32, |a, b, c| (u32::from(a) * u32::from(b)).wrapping_add(c)),
            Ty::S16 => op3!(i16, i32 => i32, |a, b, c| (i32::from(a) * i32::from(b)).wrapping_add(c)),
            _ => return None,
        }),
        _ => None,
    }
}

/// `add.cc`, `addc`, `sub.cc`, `subc`: bit 0 of `x` reads the carry, bit 1 writes it.
pub fn carried(sub: bool, wide: bool) -> Alu {
    fn run<const SUB: bool, const WIDE: bool>(r: &mut [Slot], i: &Inst) {
        let bits = if WIDE { 64 } else { 32 };
        let mask = if WIDE { u64::MAX } else { 0xffff_ffff };
        let (a, b) = (r[i.a as usize] & mask, r[i.b as usize] & mask);
        let carry = if i.x & 1 != 0 { r[CARRY as usize] & 1 } else { 0 };
        let wide = if SUB {
            u128::from(a)
                .wrapping_sub(u128::from(b))
                .wrapping_sub(u128::from(carry))
        } else {
            u128::from(a) + u128::from(b) + u128::from(carry)
        };
        r[i.d as usize] = wide as u64 & mask;
        if i.x & 2 != 0 {
            r[CARRY as usize] = (wide >> bits) as u64 & 1;
        }
    }
    match (sub, wide) {
        (false, false) => run::<false, false>,
        (false, true) => run::<false, true>,
        (true, false) => run::<true, false>,
        (true, true) => run::<true, true>,
    }
}

/// `bfe`: `c` bits of `a` from bit `b`.
pub fn bfe(ty: Ty) -> Option<Alu> {
    Some(match ty {
        Ty::U32 => op3!(u32, u32 => u32, |a, b, c| extract(a.into(), b, c, 32, false) as u32),
        Ty::U64 => op3_wide(false),
        Ty::S32 => op3!(i32, u32 => i32, |a, b, c| extract(a as u32 as u64, b as u32, c, 32, true) as i32),
        Ty::S64 => op3_wide(true),
        _ => return None,
    })
}
fn op3_wide(signed: bool) -> Alu {
    if signed {
        |r, i| {
            r[i.d as usize] = extract(
                r[i.a as usize],
                r[i.b as usize] as u32,
                r[i.c as usize] as u32,
                64,
                true,
            )
        }
    } else {
        |r, i| {
            r[i.d as usize] = extract(
                r[i.a as usize],
                r[i.b as usize] as u32,
                r[i.c as usize] as u32,
                64,
                false,
            )
        }
    }
}
/// By the manual's loop: position and length have 8 bits; bits beyond the value are its sign.
fn extract(a: u64, at: u32, length: u32, width: u32, signed: bool) -> u64 {
    let (at, length) = (at & 255, length & 255);
    let sign_at = (at + length).wrapping_sub(1).min(width - 1);
    let sign = signed && length > 0 && a >> sign_at & 1 == 1;
    let mut d = 0;
    for i in 0..width {
        let bit = if i < length && at + i < width {
            a >> (at + i) & 1 == 1
        } else {
            sign
        };
        d |= u64::from(bit) << i;
    }
    d
}

/// `bfi d, a, b, c, e`: the low `e` bits of `a` over bit `c` and up of `b`.
pub fn bfi(ty: Ty) -> Option<Alu> {
    fn run(r: &mut [Slot], i: &Inst, width: u32) {
        let (at, length) = (r[i.c as usize] as u32 & 255, r[i.e as usize] as u32 & 255);
        let ones = if length >= 64 { u64::MAX } else { (1 << length) - 1 };
        let mask = if at >= width { 0 } else { ones << at };
        let a = if at >= width { 0 } else { r[i.a as usize] << at };
        let d = a & mask | r[i.b as usize] & !mask;
        r[i.d as usize] = if width == 32 { d & 0xffff_ffff } else { d };
    }
    Some(match ty {
        Ty::B32 => |r, i| run(r, i, 32),
        Ty::B64 => |r, i| run(r, i, 64),
        _ => return None,
    })
}

/// `prmt` by its mode, `""` for the selector's own nibbles.
pub fn prmt(mode: &str) -> Option<Alu> {
    fn bytes(r: &[Slot], i: &Inst, at: impl Fn(u32, u32) -> u32) -> Slot {
        let both = r[i.a as usize] & 0xffff_ffff | r[i.b as usize] << 32;
        let select = r[i.c as usize] as u32;
        let byte = |n: u32| {
            let s = at(select, n);
            let v = (both >> (8 * (s & 7))) as u8;
            // Bit 3 repeats the byte's sign.
            if s & 8 != 0 { ((v as i8) >> 7) as u8 } else { v }
        };
        Slot::from(u32::from_le_bytes([byte(0), byte(1), byte(2), byte(3)]))
    }
    Some(match mode {
        "" => |r, i| r[i.d as usize] = bytes(r, i, |s, n| s >> (4 * n) & 15),
        "f4e" => |r, i| r[i.d as usize] = bytes(r, i, |s, n| (s & 3) + n),
        "b4e" => |r, i| r[i.d as usize] = bytes(r, i, |s, n| (s & 3).wrapping_sub(n) & 7),
        "rc8" => |r, i| r[i.d as usize] = bytes(r, i, |s, _| s & 3),
        "ecl" => |r, i| r[i.d as usize] = bytes(r, i, |s, n| n.max(s & 3)),
        "ecr" => |r, i| r[i.d as usize] = bytes(r, i, |s, n| n.min(s & 3)),
        "rc16" => |r, i| r[i.d as usize] = bytes(r, i, |s, n| (s & 1) * 2 + (n & 1)),
        _ => return None,
    })
}

/// `shf`: the pair `b:a`, shifted by `c`.
pub fn funnel(left: bool, wrap: bool) -> Alu {
    fn run<const LEFT: bool, const WRAP: bool>(r: &mut [Slot], i: &Inst) {
        let both = r[i.a as usize] & 0xffff_ffff | r[i.b as usize] << 32;
        let n = r[i.c as usize] as u32;
        let n = if WRAP { n & 31 } else { n.min(32) };
        let d = if LEFT {
            (u128::from(both) << n >> 32) as u64
        } else {
            (u128::from(both) >> n) as u64
        };
        r[i.d as usize] = d & 0xffff_ffff;
    }
    match (left, wrap) {
        (true, true) => run::<true, true>,
        (true, false) => run::<true, false>,
        (false, true) => run::<false, true>,
        (false, false) => run::<false, false>,
    }
}

/// `lop3` with its table in `x`.
pub const LOP3: Alu = |r, i| {
    let (a, b, c) = (r[i.a as usize], r[i.b as usize], r[i.c as usize]);
    let mut d = 0;
    for n in 0..8u64 {
        if i.x >> n & 1 == 1 {
            let a = if n & 4 != 0 { a } else { !a };
            let b = if n & 2 != 0 { b } else { !b };
            let c = if n & 1 != 0 { c } else { !c };
            d |= a & b & c;
        }
    }
    r[i.d as usize] = d & 0xffff_ffff;
};

/// `sad`, and others with three operands of 32 bits.
pub fn ternary(name: &str, ty: Ty) -> Option<Alu> {
    match name {
        "sad" => {
            by_type!(ty; U16|S16|U32|S32|U64|S64; op3, (a, b, c), c.wrapping_add(if a < b { b.wrapping_sub(a) } else { a.wrapping_sub(b) }))
        }
        _ => None,
    }
}

/// `dp4a` and `dp2a`: signs of `a` and `b`, and for the latter which half of `b`.
pub fn dot(lanes: u32, a_signed: bool, b_signed: bool, high: bool) -> Alu {
    fn run<const FOUR: bool, const A: bool, const B: bool, const HIGH: bool>(r: &mut [Slot], i: &Inst) {
        let (a, b) = (r[i.a as usize] as u32, r[i.b as usize] as u32);
        let mut d = r[i.c as usize] as u32;
        let part = |v: u32, at: u32, bits: u32, signed: bool| {
            let v = v << (32 - bits - at);
            if signed {
                (v as i32) >> (32 - bits)
            } else {
                (v >> (32 - bits)) as i32
            }
        };
        for n in 0..if FOUR { 4 } else { 2 } {
            let x = if FOUR {
                part(a, 8 * n, 8, A)
            } else {
                part(a, 16 * n, 16, A)
            };
            let y = part(b, 8 * n + if HIGH { 16 } else { 0 }, 8, B);
            d = d.wrapping_add(x.wrapping_mul(y) as u32);
        }
        r[i.d as usize] = if A || B { (d as i32).put() } else { d.put() };
    }
    match (lanes, a_signed, b_signed, high) {
        (4, false, false, _) => run::<true, false, false, false>,
        (4, false, true, _) => run::<true, false, true, false>,
        (4, true, false, _) => run::<true, true, false, false>,
        (4, true, true, _) => run::<true, true, true, false>,
        (_, false, false, false) => run::<false, false, false, false>,
        (_, false, true, false) => run::<false, false, true, false>,
        (_, true, false, false) => run::<false, true, false, false>,
        (_, true, true, false) => run::<false, true, true, false>,
        (_, false, false, true) => run::<false, false, false, true>,
        (_, false, true, true) => run::<false, false, true, true>,
        (_, true, false, true) => run::<false, true, false, true>,
        (_, true, true, true) => run::<false, true, true, true>,
    }
}

/// `bmsk`: `b` ones from bit `a`.
pub fn bmsk(wrap: bool) -> Alu {
    if wrap {
        op2!(u32 => u32, |a, b| ones(b & 31).wrapping_shl(a & 31))
    } else {
        op2!(u32 => u32, |a, b| ones(b).checked_shl(a).unwrap_or(0))
    }
}
fn ones(n: u32) -> u32 {
    if n >= 32 { u32::MAX } else { (1 << n) - 1 }
}

/// `szext`: the low `b` bits of `a`, extended.
pub fn szext(wrap: bool, signed: bool) -> Alu {
    fn run<const WRAP: bool, const SIGNED: bool>(r: &mut [Slot], i: &Inst) {
        let (a, n) = (r[i.a as usize] as u32, r[i.b as usize] as u32);
        let n = if WRAP { n & 31 } else { n };
        let d = match n {
            0 => 0,
            32.. => a,
            _ if SIGNED => ((a << (32 - n)) as i32 >> (32 - n)) as u32,
            _ => a & ones(n),
        };
        r[i.d as usize] = d.put();
    }
    match (wrap, signed) {
        (true, true) => run::<true, true>,
        (true, false) => run::<true, false>,
        (false, true) => run::<false, true>,
        (false, false) => run::<false, false>,
    }
}
