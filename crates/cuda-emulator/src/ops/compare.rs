//! Comparisons.

use super::by_type;
use crate::ast::Ty;
use crate::code::Alu;

/// A predicate of `a` and `b`.
pub fn compare(name: &str, ty: Ty) -> Option<Alu> {
    if ty.is_float() { float(name, ty) } else { int(name, ty) }
}

fn int(name: &str, ty: Ty) -> Option<Alu> {
    // `lo`, `ls`, `hi` and `hs` are the unsigned names.
    match name {
        "eq" => by_type!(ty; B16|U16|S16|B32|U32|S32|B64|U64|S64; cmp, (a, b), a == b),
        "ne" => by_type!(ty; B16|U16|S16|B32|U32|S32|B64|U64|S64; cmp, (a, b), a != b),
        "lt" => by_type!(ty; U16|S16|U32|S32|U64|S64; cmp, (a, b), a < b),
        "le" => by_type!(ty; U16|S16|U32|S32|U64|S64; cmp, (a, b), a <= b),
        "gt" => by_type!(ty; U16|S16|U32|S32|U64|S64; cmp, (a, b), a > b),
        "ge" => by_type!(ty; U16|S16|U32|S32|U64|S64; cmp, (a, b), a >= b),
        "lo" => by_type!(ty; U16|U32|U64; cmp, (a, b), a < b),
        "ls" => by_type!(ty; U16|U32|U64; cmp, (a, b), a <= b),
        "hi" => by_type!(ty; U16|U32|U64; cmp, (a, b), a > b),
        "hs" => by_type!(ty; U16|U32|U64; cmp, (a, b), a >= b),
        _ => None,
    }
}

#[allow(
    clippy::nonminimal_bool,
    clippy::neg_cmp_op_on_partial_ord,
    reason = "the unordered forms are the negated ordered ones"
)]
fn float(name: &str, ty: Ty) -> Option<Alu> {
    // With a `u` behind it, a comparison holds where an operand is NaN.
    match name {
        "eq" => by_type!(ty; F32|F64; cmp, (a, b), a == b),
        "ne" => by_type!(ty; F32|F64; cmp, (a, b), a != b && !a.is_nan() && !b.is_nan()),
        "lt" => by_type!(ty; F32|F64; cmp, (a, b), a < b),
        "le" => by_type!(ty; F32|F64; cmp, (a, b), a <= b),
        "gt" => by_type!(ty; F32|F64; cmp, (a, b), a > b),
        "ge" => by_type!(ty; F32|F64; cmp, (a, b), a >= b),
        "equ" => by_type!(ty; F32|F64; cmp, (a, b), a == b || a.is_nan() || b.is_nan()),
        "neu" => by_type!(ty; F32|F64; cmp, (a, b), a != b),
        "ltu" => by_type!(ty; F32|F64; cmp, (a, b), !(a >= b)),
        "leu" => by_type!(ty; F32|F64; cmp, (a, b), !(a > b)),
        "gtu" => by_type!(ty; F32|F64; cmp, (a, b), !(a <= b)),
        "geu" => by_type!(ty; F32|F64; cmp, (a, b), !(a < b)),
        "num" => by_type!(ty; F32|F64; cmp, (a, b), !a.is_nan() && !b.is_nan()),
        "nan" => by_type!(ty; F32|F64; cmp, (a, b), a.is_nan() || b.is_nan()),
        _ => None,
    }
}
