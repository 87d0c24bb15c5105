//! Loads and stores of one element.
//!
//! WGSL has no storage type under 32 bits: elements of 1 and 2 bytes are cut out of a word. A
//! store changes its bits alone by two atomic operations, so that neighbours' stores are kept.

use hoist_ir::ScalarType::*;

use crate::Target;
use crate::frame::Bound;
use crate::half;
use crate::leaf::Leaf;

/// Index of the word, and the shift of the element in it. `at` is the element's place in memory.
fn place(leaf: &Leaf, b: &Bound, at: &str) -> (String, String) {
    let size = b.elem.size();
    let (per_word, bits) = (4 / size, size * 8);
    let (log, mask) = (per_word.trailing_zeros(), per_word - 1);
    let low = leaf.int_cast(Usize, U32, at);
    (format!("({at} >> {log}u)"), format!("(({low} & {mask}u) * {bits}u)"))
}

/// The element at `at`, as a value of the buffer's type.
pub(crate) fn load(leaf: &mut Leaf, b: &Bound, at: &str) -> String {
    let name = &b.memory;
    match (leaf.target, b.elem) {
        (Target::Wgsl, t) if b.packed() => {
            let (word, shift) = place(leaf, b, at);
            let word = if b.written {
                format!("atomicLoad(&{name}[{word}])")
            } else {
                format!("{name}[{word}]")
            };
            match t {
                Bool => format!("((({word} >> {shift}) & 0xffu) != 0u)"),
                U8 => format!("(({word} >> {shift}) & 0xffu)"),
                U16 => format!("(({word} >> {shift}) & 0xffffu)"),
                F16 | BF16 => half::value(leaf, t, &format!("(({word} >> {shift}) & 0xffffu)")),
                I8 => format!("(bitcast<i32>(({word} >> {shift}) << 24u) >> 24u)"),
                _ => format!("(bitcast<i32>(({word} >> {shift}) << 16u) >> 16u)"),
            }
        }
        (Target::Wgsl, U32) if b.updated => format!("atomicLoad(&{name}[{at}])"),
        (Target::Wgsl, t) if b.updated => format!("bitcast<{}>(atomicLoad(&{name}[{at}]))", leaf.ty(t)),
        (Target::Wgsl, Usize) if !leaf.index64 => format!("{name}[{at}].x"),
        (_, Usize) if !leaf.index64 => format!("(u32){name}[{at}]"),
        (Target::Wgsl, _) => format!("{name}[{at}]"),
        (_, Bool) => format!("({name}[{at}] != 0)"),
        (_, t @ (F16 | BF16)) => half::value(leaf, t, &format!("(u32){name}[{at}]")),
        _ => format!("{name}[{at}]"),
    }
}

/// The statements that store `v` at `at`.
pub(crate) fn store(leaf: &mut Leaf, b: &Bound, at: &str, v: &str) -> Vec<String> {
    let name = &b.memory;
    match (leaf.target, b.elem) {
        (Target::Wgsl, t) if b.packed() => {
            let (word, shift) = place(leaf, b, at);
            let ones = if t.size() == 1 { "0xffu" } else { "0xffffu" };
            let bits = match t {
                Bool => format!("u32({v})"),
                U8 | U16 => v.to_string(),
                F16 | BF16 => half::bits(leaf, t, v),
                _ => format!("(bitcast<u32>({v}) & {ones})"),
            };
            vec![
                format!("atomicAnd(&{name}[{word}], ~({ones} << {shift}));"),
                format!("atomicOr(&{name}[{word}], {bits} << {shift});"),
            ]
        }
        (Target::Wgsl, _) if b.updated => vec![format!("atomicStore(&{name}[{at}], bitcast<u32>({v}));")],
        (Target::Wgsl, Usize) if !leaf.index64 => vec![format!("{name}[{at}] = vec2<u32>({v}, 0u);")],
        (Target::Wgsl, _) => vec![format!("{name}[{at}] = {v};")],
        (_, Bool) => vec![format!("{name}[{at}] = (u8){v};")],
        (_, t @ (F16 | BF16)) => vec![format!("{name}[{at}] = {};", half::bits(leaf, t, v))],
        _ => vec![format!("{name}[{at}] = {v};")],
    }
}
