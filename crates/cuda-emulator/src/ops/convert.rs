//! `cvt`.

use super::float::format;
use super::op1;
use crate::ast::Ty;
use crate::code::{Alu, Inst};
use crate::soft::{F32, Num, Round, pack, to_int, unpack};
use crate::value::Slot;

/// A conversion that is common: between integers, and to the nearest.
pub fn plain(to: Ty, from: Ty) -> Option<Alu> {
    macro_rules! to {
        ($s:ty) => {
            Some(match to {
                Ty::U8 => op1!($s => u8, |a| a as u8),
                Ty::S8 => op1!($s => i8, |a| a as i8),
                Ty::U16 => op1!($s => u16, |a| a as u16),
                Ty::S16 => op1!($s => i16, |a| a as i16),
                Ty::U32 => op1!($s => u32, |a| a as u32),
                Ty::S32 => op1!($s => i32, |a| a as i32),
                Ty::U64 => op1!($s => u64, |a| a as u64),
                Ty::S64 => op1!($s => i64, |a| a as i64),
                Ty::F32 => op1!($s => f32, |a| a as f32),
                Ty::F64 => op1!($s => f64, |a| a as f64),
                _ => return None,
            })
        };
    }
    match from {
        Ty::U8 => to!(u8),
        Ty::S8 => to!(i8),
        Ty::U16 => to!(u16),
        Ty::S16 => to!(i16),
        Ty::U32 => to!(u32),
        Ty::S32 => to!(i32),
        Ty::U64 => to!(u64),
        Ty::S64 => to!(i64),
        Ty::F32 if to == Ty::F64 => Some(op1!(f32 => f64, |a| f64::from(a))),
        Ty::F64 if to == Ty::F32 => Some(op1!(f64 => f32, |a| a as f32)),
        _ => None,
    }
}

/// The types, rounding and saturation of [`GENERAL`], for `x`.
pub fn pattern(to: Ty, from: Ty, round: Round, integral: bool, saturate: bool) -> u64 {
    to as u64 | (from as u64) << 8 | (round as u64) << 16 | u64::from(integral) << 24 | u64::from(saturate) << 25
}

const TYPES: [Ty; 10] = [
    Ty::U8,
    Ty::U16,
    Ty::U32,
    Ty::U64,
    Ty::S8,
    Ty::S16,
    Ty::S32,
    Ty::S64,
    Ty::F32,
    Ty::F64,
];

fn by_code(code: u64) -> Ty {
    TYPES.into_iter().find(|t| *t as u64 == code & 255).unwrap_or(Ty::U64)
}

/// Any conversion.
pub const GENERAL: Alu = |r: &mut [Slot], i: &Inst| {
    let (to, from) = (by_code(i.x), by_code(i.x >> 8));
    let round = Round::from_bits(i.x >> 16);
    let (integral, saturate) = (i.x >> 24 & 1 == 1, i.x >> 25 & 1 == 1);
    let given = r[i.a as usize];
    let mut n = if from.is_float() {
        unpack(given, format(from))
    } else {
        Num::from_int(integer(given, from))
    };
    if !to.is_float() {
        let (low, high) = limits(to);
        // Floats are clamped to the type; integers are cut, unless they saturate.
        let v = match to_int(n, round) {
            None if from == Ty::F64 || to.bytes() == 8 => 1 << (8 * to.bytes() - 1),
            None => 0,
            Some(v) if from.is_float() || saturate => v.clamp(low, high),
            Some(v) => v,
        };
        r[i.d as usize] = extended(v as u64, to);
        return;
    }
    if let (true, Num::Finite { negative, .. }) = (integral, n) {
        // The sign stays where the result is 0.
        n = match to_int_sized(n, round) {
            Some(man) => Num::Finite { negative, exp: 0, man },
            None => n,
        };
    }
    let mut v = pack(n, format(to), round);
    if saturate {
        let one = if to == Ty::F32 {
            1.0f32.to_bits().into()
        } else {
            1.0f64.to_bits()
        };
        let negative = v >> (8 * to.bytes() - 1) == 1;
        v = match unpack(v, format(to)) {
            Num::Nan => 0,
            _ if negative => 0,
            _ => v.min(one),
        };
    }
    r[i.d as usize] = v;
    debug_assert!(to != Ty::F32 || v <= u64::from(u32::MAX) && F32.precision == 24);
};

/// The magnitude as an integer, or `None` where the number is so large that it is one already.
fn to_int_sized(n: Num, round: Round) -> Option<u128> {
    match n {
        Num::Finite { exp, .. } if exp >= 0 => None,
        _ => to_int(n, round).map(i128::unsigned_abs),
    }
}

fn integer(slot: Slot, ty: Ty) -> i128 {
    match ty {
        Ty::U8 => i128::from(slot as u8),
        Ty::U16 => i128::from(slot as u16),
        Ty::U32 => i128::from(slot as u32),
        Ty::S8 => i128::from(slot as i8),
        Ty::S16 => i128::from(slot as i16),
        Ty::S32 => i128::from(slot as i32),
        Ty::S64 => i128::from(slot as i64),
        _ => i128::from(slot),
    }
}

fn limits(ty: Ty) -> (i128, i128) {
    let bits = 8 * ty.bytes() as u32;
    if ty.is_signed() {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    } else {
        (0, (1 << bits) - 1)
    }
}

/// The low bits, extended by the type's sign.
pub fn extended(v: u64, ty: Ty) -> Slot {
    integer(v, ty) as Slot
}
