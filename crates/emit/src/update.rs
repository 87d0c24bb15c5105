//! Updates of one element by several items: an atomic operation of the language, or a loop that exchanges the word as long
//! as another item came between.

use hoist_ir::RedOp;
use hoist_ir::ScalarType::{self, *};

use crate::frame::Bound;
use crate::half;
use crate::leaf::Leaf;
use crate::{EmitError, Target};

/// The statements of `b[at] = b[at] op v`, `v` a value of the buffer's type.
pub(crate) fn update(leaf: &mut Leaf, b: &Bound, at: &str, op: RedOp, v: &str) -> Result<Vec<String>, EmitError> {
    if leaf.wgsl() && b.elem.size() > 4 {
        return Err(EmitError::Type {
            ty: b.elem,
            language: "WGSL (in updates by index)",
        });
    }
    if let Some(line) = direct(leaf, b, at, op, v) {
        return Ok(vec![line]);
    }
    Ok(exchange(leaf, b, at, op, v))
}

/// One call, where the language has it.
fn direct(leaf: &Leaf, b: &Bound, at: &str, op: RedOp, v: &str) -> Option<String> {
    let name = match op {
        RedOp::Add => "Add",
        RedOp::Min => "Min",
        RedOp::Max => "Max",
        RedOp::And => "And",
        RedOp::Or => "Or",
        RedOp::Xor => "Xor",
        RedOp::Mul | RedOp::Arg => return None,
    };
    let memory = &b.memory;
    match (leaf.target, b.elem) {
        (Target::Wgsl, U32) => Some(format!("atomic{name}(&{memory}[{at}], {v});")),
        (Target::Wgsl, I32) if !matches!(op, RedOp::Min | RedOp::Max) => {
            Some(format!("atomic{name}(&{memory}[{at}], bitcast<u32>({v}));"))
        }
        (Target::OpenCl, t @ (I32 | U32)) => Some(format!(
            "atomic_{}((volatile __global {}*)&{memory}[{at}], {v});",
            name.to_lowercase(),
            t.name()
        )),
        (Target::Cuda, I32 | U32) => Some(format!("atomic{name}(&{memory}[{at}], {v});")),
        (Target::Cuda, I64 | U64 | Usize) if op == RedOp::Add => {
            Some(format!("atomicAdd((u64*)&{memory}[{at}], (u64){v});"))
        }
        _ => None,
    }
}

/// `old op v`, both of type `t`.
fn joined(leaf: &mut Leaf, op: RedOp, t: ScalarType, v: &str) -> String {
    let old = "hoist_old_value";
    if t.is_half() {
        return half::join(leaf, op, t, old, v);
    }
    match op {
        RedOp::Add => leaf.arith("+", t, old, v),
        RedOp::Mul => leaf.arith("*", t, old, v),
        RedOp::Min => leaf.min_max("min", t, old, v),
        RedOp::Max => leaf.min_max("max", t, old, v),
        RedOp::And => leaf.bits("&", t, old, v),
        RedOp::Or => leaf.bits("|", t, old, v),
        RedOp::Xor | RedOp::Arg => leaf.bits("^", t, old, v),
    }
}

fn exchange(leaf: &mut Leaf, b: &Bound, at: &str, op: RedOp, v: &str) -> Vec<String> {
    // A 64-bit element keeps all its bits, whatever the width of indices here.
    let t = if b.elem == Usize { U64 } else { b.elem };
    let v = if b.elem == Usize {
        leaf.int_cast(Usize, U64, v)
    } else {
        v.into()
    };
    let new = joined(leaf, op, t, &v);
    let (ty, bits) = (leaf.ty(t), t.size() * 8);
    let ones = if bits == 8 { "0xffu" } else { "0xffffu" };
    // The element in a word, and a word with another element in it.
    let narrow = bits < 32;
    let shifted = "(hoist_old >> hoist_shift)";
    let value = match t {
        Bool => format!("(({shifted} & 0xffu) != 0u)"),
        U8 | U16 => format!("({shifted} & {ones})"),
        I8 | I16 if leaf.wgsl() => format!("(bitcast<i32>({shifted} << {0}u) >> {0}u)", 32 - bits),
        I8 | I16 => format!("({})({shifted} & {ones})", t.name()),
        F16 | BF16 => half::value(leaf, t, &format!("({shifted} & {ones})")),
        F32 | F64 => leaf.from_bits(t, "hoist_old"),
        I32 if leaf.wgsl() => "bitcast<i32>(hoist_old)".into(),
        _ => format!("({ty})hoist_old"),
    };
    let value = if leaf.wgsl() && t == U32 {
        "hoist_old".into()
    } else {
        value
    };
    let word = match t {
        F16 | BF16 => half::bits(leaf, t, "hoist_new_value"),
        F32 | F64 => leaf.to_bits(t, "hoist_new_value"),
        Bool if leaf.wgsl() => "u32(hoist_new_value)".into(),
        I8 | I16 | I32 if leaf.wgsl() => "bitcast<u32>(hoist_new_value)".into(),
        _ if leaf.wgsl() => "hoist_new_value".into(),
        _ if bits == 64 => "(u64)hoist_new_value".into(),
        _ => "(u32)hoist_new_value".into(),
    };
    let word = if narrow {
        format!("(hoist_old & ~({ones} << hoist_shift)) | (({word} & {ones}) << hoist_shift)")
    } else {
        word
    };
    let memory = &b.memory;
    if leaf.wgsl() {
        let mut lines = vec!["{".to_owned()];
        let place = if narrow {
            let per_word = 4 / t.size();
            let low = leaf.int_cast(Usize, U32, at);
            lines.push(format!(
                "    let hoist_shift: u32 = ({low} & {}u) * {bits}u;",
                per_word - 1
            ));
            format!("&{memory}[({at} >> {}u)]", per_word.trailing_zeros())
        } else {
            format!("&{memory}[{at}]")
        };
        lines.extend([
            "    loop {".into(),
            format!("        let hoist_old: u32 = atomicLoad({place});"),
            format!("        let hoist_old_value: {ty} = {value};"),
            format!("        let hoist_new_value: {ty} = {new};"),
            format!("        let hoist_new: u32 = {word};"),
            format!("        if (atomicCompareExchangeWeak({place}, hoist_old, hoist_new).exchanged) {{ break; }}"),
            "    }".into(),
            "}".into(),
        ]);
        return lines;
    }
    let (global, call) = match (leaf.target, bits) {
        (Target::OpenCl, 64) => ("volatile __global ", "atom_cmpxchg"),
        (Target::OpenCl, _) => ("volatile __global ", "atomic_cmpxchg"),
        _ => ("", "atomicCAS"),
    };
    let w = if bits == 64 { "u64" } else { "u32" };
    let size = if leaf.target == Target::OpenCl { "size_t" } else { "u64" };
    let mut lines = vec!["{".to_owned()];
    if narrow {
        lines.push(format!("    const {size} hoist_place = ({size})&{memory}[{at}];"));
        lines.push(format!(
            "    {global}u32* hoist_at = ({global}u32*)(hoist_place & ~({size})3);"
        ));
        lines.push("    const u32 hoist_shift = (u32)(hoist_place & 3) * 8u;".into());
    } else {
        lines.push(format!("    {global}{w}* hoist_at = ({global}{w}*)&{memory}[{at}];"));
    }
    lines.extend([
        format!("    {w} hoist_old = *hoist_at;"),
        "    while (true) {".into(),
        format!("        const {ty} hoist_old_value = {value};"),
        format!("        const {ty} hoist_new_value = {new};"),
        format!("        const {w} hoist_seen = {call}(hoist_at, hoist_old, {word});"),
        "        if (hoist_seen == hoist_old) break;".into(),
        "        hoist_old = hoist_seen;".into(),
        "    }".into(),
        "}".into(),
    ]);
    lines
}
