//! Floating point. To the nearest, the host's arithmetic; other roundings by [`soft`].

use super::{by_type, op1};
use crate::ast::Ty;
use crate::code::{Alu, Inst};
use crate::soft::{self, Format, Num, Round, pack, unpack};
use crate::value::Slot;

/// The format of a type.
pub fn format(ty: Ty) -> Format {
    if ty == Ty::F64 { soft::F64 } else { soft::F32 }
}

/// An operation of `a`, `b` and `c` in the rounding that `x` has.
fn rounded<const DOUBLE: bool>(r: &mut [Slot], i: &Inst, exact: impl Fn([Num; 3], Round) -> Num) {
    let f = if DOUBLE { soft::F64 } else { soft::F32 };
    let round = Round::from_bits(i.x);
    let all = [i.a, i.b, i.c].map(|s| unpack(r[s as usize], f));
    r[i.d as usize] = pack(exact(all, round), f, round);
}

/// Arithmetic that rounds: `add`, `sub`, `mul`, `fma`, `div`, `rcp`, `sqrt`. The rounding goes into `x`.
pub fn arithmetic(name: &str, ty: Ty, round: Round) -> Option<Alu> {
    if round == Round::Near {
        return match name {
            "add" => by_type!(ty; F32|F64; op2, (a, b), a + b),
            "sub" => by_type!(ty; F32|F64; op2, (a, b), a - b),
            "mul" => by_type!(ty; F32|F64; op2, (a, b), a * b),
            "fma" => by_type!(ty; F32|F64; op3, (a, b, c), a.mul_add(b, c)),
            "div" => by_type!(ty; F32|F64; op2, (a, b), a / b),
            "rcp" => by_type!(ty; F32|F64; op1, (a), 1.0 / a),
            "sqrt" => by_type!(ty; F32|F64; op1, (a), a.sqrt()),
            _ => None,
        };
    }
    macro_rules! both {
        ($e:expr) => {
            if ty == Ty::F64 {
                |r, i| rounded::<true>(r, i, $e)
            } else {
                |r, i| rounded::<false>(r, i, $e)
            }
        };
    }
    Some(match name {
        "add" => both!(|[a, b, _], m| soft::add(a, b, m)),
        "sub" => both!(|[a, b, _], m| soft::add(a, negated(b), m)),
        "mul" => both!(|[a, b, _], _| soft::mul(a, b)),
        "fma" => both!(|[a, b, c], m| soft::fma(a, b, c, m)),
        "div" => both!(|[a, b, _], _| soft::div(a, b)),
        "rcp" => both!(|[a, ..], _| soft::div(Num::from_int(1), a)),
        "sqrt" => both!(|[a, ..], _| soft::sqrt(a)),
        _ => return None,
    })
}

fn negated(n: Num) -> Num {
    match n {
        Num::Nan => Num::Nan,
        Num::Inf { negative } => Num::Inf { negative: !negative },
        Num::Finite { negative, exp, man } => Num::Finite {
            negative: !negative,
            exp,
            man,
        },
    }
}

/// Functions that a device approximates: here from `f64`, rounded.
pub fn approximate(name: &str, ty: Ty) -> Option<Alu> {
    Some(match (name, ty) {
        ("sin", Ty::F32) => op1!(f32 => f32, |a| f64::from(a).sin() as f32),
        ("cos", Ty::F32) => op1!(f32 => f32, |a| f64::from(a).cos() as f32),
        ("lg2", Ty::F32) => op1!(f32 => f32, |a| f64::from(a).log2() as f32),
        ("ex2", Ty::F32) => op1!(f32 => f32, |a| f64::from(a).exp2() as f32),
        ("tanh", Ty::F32) => op1!(f32 => f32, |a| f64::from(a).tanh() as f32),
        ("rsqrt", Ty::F32) => op1!(f32 => f32, |a| (1.0 / f64::from(a).sqrt()) as f32),
        ("rsqrt", Ty::F64) => op1!(f64 => f64, |a| 1.0 / a.sqrt()),
        _ => return None,
    })
}

/// Whether a number is below another.
macro_rules! before {
    ($a:expr, $b:expr) => {
        $a < $b || $a == $b && $a.is_sign_negative()
    };
}

/// What keeps or picks bits: `abs`, `neg`, `copysign`, `min`, `max`.
pub fn exact(name: &str, ty: Ty) -> Option<Alu> {
    match name {
        "abs" => by_type!(ty; F32|F64; op1, (a), a.abs()),
        "neg" => by_type!(ty; F32|F64; op1, (a), -a),
        // The sign of `a` on `b`.
        "copysign" => by_type!(ty; F32|F64; op2, (a, b), b.copysign(a)),
        // A number wins over NaN; −0 is below +0.
        "min" => {
            by_type!(ty; F32|F64; op2, (a, b), if a.is_nan() { b } else if b.is_nan() || before!(a, b) { a } else { b })
        }
        "max" => {
            by_type!(ty; F32|F64; op2, (a, b), if a.is_nan() { b } else if b.is_nan() || before!(b, a) { a } else { b })
        }
        "min.NaN" => {
            by_type!(ty; F32; op2, (a, b), if a.is_nan() || b.is_nan() { f32::NAN } else if before!(a, b) { a } else { b })
        }
        "max.NaN" => {
            by_type!(ty; F32; op2, (a, b), if a.is_nan() || b.is_nan() { f32::NAN } else if before!(b, a) { a } else { b })
        }
        _ => None,
    }
}

/// `testp`.
pub fn test(name: &str, ty: Ty) -> Option<Alu> {
    macro_rules! both {
        ($a:ident, $e:expr) => {
            match ty {
                Ty::F32 => Some(op1!(f32 => bool, |$a| $e)),
                Ty::F64 => Some(op1!(f64 => bool, |$a| $e)),
                _ => None,
            }
        };
    }
    match name {
        "finite" => both!(a, a.is_finite()),
        "infinite" => both!(a, a.is_infinite()),
        "number" => both!(a, !a.is_nan()),
        "notanumber" => both!(a, a.is_nan()),
        "normal" => both!(a, a.is_normal()),
        "subnormal" => both!(a, a.is_subnormal()),
        _ => None,
    }
}

/// `.ftz`: a subnormal becomes 0 of its sign.
pub const FLUSH: Alu = |r, i| {
    let a = f32::from_bits(r[i.a as usize] as u32);
    r[i.d as usize] = Slot::from(if a.is_subnormal() {
        a.to_bits() & 1 << 31
    } else {
        a.to_bits()
    });
};

/// `.sat`: into [0, 1], NaN to 0.
pub fn saturate(ty: Ty) -> Option<Alu> {
    // `max` also turns −0 into +0.
    by_type!(ty; F32|F64; op1, (a), if a > 0.0 { a.min(1.0) } else { 0.0 })
}
