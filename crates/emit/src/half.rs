//! `f16` and `bf16`: in memory words of 16 bits, in the text `f32` of the same value. Each operation is that of
//! `f32`, then rounded; conversions are integer steps, so that every device has them, with the same bits.

use hoist_ir::RedOp;
use hoist_ir::ScalarType::{self, *};

use crate::leaf::Leaf;
use crate::ops::{Operand, operation};
use crate::{EmitError, Target};

/// The text of an operation where a 16-bit float is among the types.
pub(crate) fn half_operation(
    leaf: &mut Leaf,
    name: &str,
    to: ScalarType,
    args: &[Operand<'_>],
) -> Result<String, EmitError> {
    let from = args[0].0;
    match (name, args) {
        ("to_bits", [(_, a)]) => return Ok(bits(leaf, from, a)),
        ("from_bits", [(_, a)]) => {
            let word = leaf.int_cast(U16, U32, a);
            return Ok(value(leaf, to, &word));
        }
        // The product of two `f16` is exact in `f32`.
        ("mul_add", [(F16, a), (_, b), (_, c)]) => return Ok(round(leaf, F16, &format!("({a} * {b} + {c})"))),
        _ => {}
    }
    let single = |t: ScalarType| if t.is_half() { F32 } else { t };
    let singles: Vec<Operand<'_>> = args.iter().map(|(t, a)| (single(*t), *a)).collect();
    let text = operation(leaf, name, single(to), &singles)?;
    let exact = match name {
        "neg" | "abs" | "floor" | "ceil" | "trunc" | "round_ties_even" | "rem" | "min" | "max" | "select" => true,
        "cast" => from == to,
        _ => !to.is_half(),
    };
    Ok(if exact || !to.is_half() || compares(name) {
        text
    } else {
        round(leaf, to, &text)
    })
}
/// `a op b` of a reduction.
pub(crate) fn join(leaf: &mut Leaf, op: RedOp, t: ScalarType, a: &str, b: &str) -> String {
    match op {
        RedOp::Mul => round(leaf, t, &format!("({a} * {b})")),
        RedOp::Min => leaf.min_max("min", F32, a, b),
        RedOp::Max => leaf.min_max("max", F32, a, b),
        _ => round(leaf, t, &format!("({a} + {b})")),
    }
}
fn compares(name: &str) -> bool {
    matches!(name, "eq" | "ne" | "lt" | "le" | "gt" | "ge")
}

/// An `f32` rounded to the nearest number of type `t`, ties to even.
fn round(leaf: &mut Leaf, t: ScalarType, x: &str) -> String {
    call(leaf, "round", t, x, "f32", "f32")
}
/// The 16 bits of a number of type `t`, as a `u32` in WGSL and a `u16` elsewhere.
pub(crate) fn bits(leaf: &mut Leaf, t: ScalarType, x: &str) -> String {
    let text = call(leaf, "bits", t, x, "f32", "u32");
    if leaf.wgsl() { text } else { format!("(u16){text}") }
}
/// The number of type `t` from its 16 bits in a `u32`.
pub(crate) fn value(leaf: &mut Leaf, t: ScalarType, word: &str) -> String {
    call(leaf, "value", t, word, "u32", "f32")
}

fn call(leaf: &mut Leaf, what: &str, t: ScalarType, x: &str, from: &str, to: &str) -> String {
    let name = format!("hoist_{}_{what}", t.name());
    let body = match (what, t) {
        ("round", F16) => ROUND_F16,
        ("bits", F16) => BITS_F16,
        ("value", F16) => VALUE_F16,
        ("round", _) => ROUND_BF16,
        ("bits", _) => BITS_BF16,
        _ => VALUE_BF16,
    };
    let head = match leaf.target {
        Target::Wgsl => format!("fn {name}(x: {from}) -> {to} {{"),
        Target::OpenCl => format!("static inline {to} {name}({from} x) {{"),
        Target::Cuda => format!("static __device__ __forceinline__ {to} {name}({from} x) {{"),
    };
    leaf.helpers.need(&name, &format!("{head}\n{}}}\n", spell(leaf, body)));
    format!("{name}({x})")
}

/// A body in the language: `let` and `var` of `u32`, `bits(…)`, `float(…)` from bits, `f32(…)` and `u32(…)` by value.
fn spell(leaf: &Leaf, body: &str) -> String {
    let cut = |s: String, of: &str, with: &str| s.replace(of, with);
    let (to_bits, from_bits) = (leaf.to_bits(F32, "\0"), leaf.from_bits(F32, "\0"));
    let name = |text: &str| text.split('(').next().unwrap_or_default().to_string() + "(";
    let mut text = cut(body.into(), "bits(", &name(&to_bits));
    text = cut(text, "float(", &name(&from_bits));
    if !leaf.wgsl() {
        text = cut(text, "let ", "const u32 ");
        text = cut(text, "var ", "u32 ");
        text = cut(text, "f32(", "(f32)(");
        text = cut(text, "u32(", "(u32)(");
    }
    text
}

/// Below 2^-14 the numbers are the multiples of 2^-24; at 2^-25 and below the nearest is zero.
const ROUND_F16: &str = "    let b = bits(x);
    let m = b & 0x7fffffffu;
    if (m > 0x7f800000u) { return x; }
    var r = (m + 0xfffu + ((m >> 13u) & 1u)) & 0xffffe000u;
    if (r >= 0x47800000u) { r = 0x7f800000u; }
    if (m < 0x38800000u) {
        r = 0u;
        if (m > 0x33000000u) {
            let s = 126u - (m >> 23u);
            let d = (m & 0x7fffffu) | 0x800000u;
            let n = (d + (1u << (s - 1u)) - 1u + ((d >> s) & 1u)) >> s;
            r = bits(f32(n) * 0.000000059604644775390625f);
        }
    }
    return float((b & 0x80000000u) | r);
";
const BITS_F16: &str = "    let b = bits(x);
    let m = b & 0x7fffffffu;
    let s = (b >> 16u) & 0x8000u;
    if (m > 0x7f800000u) { return s | 0x7e00u; }
    if (m >= 0x47800000u) { return s | 0x7c00u; }
    if (m < 0x38800000u) { return s | u32(float(m) * 16777216.0f); }
    return s | ((m >> 13u) - 0x1c000u);
";
const VALUE_F16: &str = "    let s = (x & 0x8000u) << 16u;
    let m = x & 0x7fffu;
    if (m < 0x400u) { return float(s | bits(f32(m) * 0.000000059604644775390625f)); }
    if (m >= 0x7c00u) { return float(s | 0x7f800000u | (m << 13u)); }
    return float(s | ((m << 13u) + 0x38000000u));
";
const ROUND_BF16: &str = "    let b = bits(x);
    if ((b & 0x7fffffffu) > 0x7f800000u) { return x; }
    return float((b + 0x7fffu + ((b >> 16u) & 1u)) & 0xffff0000u);
";
const BITS_BF16: &str = "    let b = bits(x);
    if ((b & 0x7fffffffu) > 0x7f800000u) { return 0x7fc0u; }
    return b >> 16u;
";
const VALUE_BF16: &str = "    return float(x << 16u);
";
