//! What a device's f32 arithmetic does to values that show it.
//!
//! A driver crate gives a kernel in its own language; [`look`] runs it on fixed inputs and names
//! what differs from IEEE arithmetic as Rust does it. The inputs are made so that each liberty shows:
//! sums that cancel to 0 unless multiply and add are fused, products below the smallest normal number,
//! NaN, infinities and signed zeros, and quotients and roots that a few-ulp approximation misses. A clean
//! look is evidence, not proof: it has seen these inputs and this kernel only.

use crate::backend::{Backend, Grid, Source};
use crate::error::Error;

/// What [`look`] calls a fused multiply-add that rounds twice.
pub const FUSED: &str = "fused multiply-add";
/// Items of the one work-group size that a probe's text states.
pub const WORK_GROUP: u32 = 64;
/// The function's name.
pub const ENTRY: &str = "probe";
/// Cases that show contraction, rounding, division and square root.
const NORMAL: usize = 192;
/// Cases with subnormal operands or results.
const SUBNORMAL: usize = 48;
/// Cases with NaN, infinities and zeros.
const SPECIAL: usize = 16;
const CASES: usize = NORMAL + SUBNORMAL + SPECIAL;
/// What the text writes for a case `a, b, c`: `a*b + c`, `a/b`, `sqrt(a)`, `a*b`, `a+b`, and whether
/// `a*b != a*b`, as 1 or 0,
/// and `fma(a, b, c)`.
const OUT: usize = 7;

/// Runs `text`: slot 0 holds [`CASES`] times three numbers, slot 1 takes seven for each, one item a case in
/// work-groups of [`WORK_GROUP`]. Returns what is relaxed, in words, nothing twice.
pub fn look(backend: &dyn Backend, text: &str) -> Result<Vec<&'static str>, Error> {
    let source = Source {
        text,
        entry: ENTRY,
        written: &[false, true],
        fast: false,
    };
    let program = backend.compile(&source)?;
    let cases = cases();
    let bytes: Vec<u8> = cases.iter().flatten().flat_map(|v| v.to_ne_bytes()).collect();
    let given = backend.alloc(bytes.len())?;
    backend.write(&given, 0, &bytes)?;
    let taken = backend.alloc(CASES * OUT * 4)?;
    let grid = Grid {
        groups: [CASES as u32 / WORK_GROUP, 1, 1],
        work_group: WORK_GROUP,
    };
    backend.launch(&program, &[&given, &taken], grid)?;
    let mut out = vec![0; CASES * OUT * 4];
    backend.read(&taken, 0, &mut out)?;
    let numbers: Vec<f32> = out
        .chunks_exact(4)
        .map(|b| f32::from_ne_bytes([b[0], b[1], b[2], b[3]]))
        .collect();
    Ok(judge(&cases, &numbers))
}

/// The device's numbers against Rust's.
fn judge(cases: &[[f32; 3]], numbers: &[f32]) -> Vec<&'static str> {
    let mut relaxed = Vec::new();
    for (n, (case, got)) in cases.iter().zip(numbers.chunks_exact(OUT)).enumerate() {
        for (k, (&want, &got)) in expected(*case).iter().zip(got).enumerate() {
            if same(want, got) {
                continue;
            }
            let what = match n {
                _ if k == 6 && rounded_twice(*case, got) => FUSED,
                _ if n >= NORMAL + SUBNORMAL => "NaN and infinities",
                _ if n >= NORMAL => "subnormals",
                _ if k == 0 && same(case[0].mul_add(case[1], case[2]), got) => "contraction",
                _ if k == 1 => "division",
                _ if k == 2 => "square root",
                _ if k == 6 => FUSED,
                _ => "rounding",
            };
            if !relaxed.contains(&what) {
                relaxed.push(what);
            }
        }
    }
    relaxed
}

/// Whether a multiply and an add that are rounded one by one explain `got`.
fn rounded_twice([a, b, c]: [f32; 3], got: f32) -> bool {
    same(a * b + c, got)
}

fn expected([a, b, c]: [f32; 3]) -> [f32; OUT] {
    let product = a * b;
    [
        product + c,
        a / b,
        a.sqrt(),
        product,
        a + b,
        f32::from(u8::from(product.is_nan())),
        a.mul_add(b, c),
    ]
}

/// Equal bits; all NaNs count as one.
fn same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

fn cases() -> Vec<[f32; 3]> {
    let mut state = 0x9e37_79b9_u32;
    let mut bits = move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state & 0x007f_ffff
    };
    let mut cases = Vec::with_capacity(CASES);
    for n in 0..NORMAL {
        let (a, b) = (
            f32::from_bits(0x3f80_0000 | bits()),
            f32::from_bits(0x3f80_0000 | bits()),
        );
        // Cancels: what is left of a fused sum is the product's rounding error.
        let c = if n % 2 == 0 {
            -(a * b)
        } else {
            f32::from_bits(0x3f80_0000 | bits())
        };
        cases.push([a, b, c]);
    }
    for n in 0..SUBNORMAL {
        let small = f32::from_bits(bits().max(1));
        // Exponents of -70: the product lies near 2^-140.
        let low = 57 << 23;
        cases.push(match n % 3 {
            0 => [f32::from_bits(low | bits()), f32::from_bits(low | bits()), 0.0],
            1 => [small, 1.0, -0.0],
            _ => [small, -small / 2.0, small],
        });
    }
    let (inf, nan, max, tiny) = (f32::INFINITY, f32::NAN, f32::MAX, f32::MIN_POSITIVE);
    cases.extend([
        [inf, 0.0, 1.0],
        [0.0, 0.0, 0.0],
        [-0.0, 1.0, -0.0],
        [-0.0, 0.0, -0.0],
        [-1.0, 0.0, 1.0],
        [1.0, 0.0, inf],
        [1.0, -0.0, -inf],
        [inf, inf, -inf],
        [-inf, 2.0, inf],
        [nan, 1.0, 1.0],
        [1.0, nan, 1.0],
        [1.0, 1.0, nan],
        [max, 2.0, 0.0],
        [max, -max, inf],
        [tiny, 1.0, -tiny],
        [2.0, inf, 0.0],
    ]);
    cases
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of a device that does `f` where Rust does `expected`.
    fn numbers(f: impl Fn([f32; 3]) -> [f32; OUT]) -> Vec<f32> {
        cases().into_iter().flat_map(f).collect()
    }

    #[test]
    fn sees_nothing_where_nothing_is_relaxed() {
        assert_eq!(cases().len(), CASES);
        assert_eq!(judge(&cases(), &numbers(expected)), [""; 0]);
    }

    #[test]
    fn sees_each_liberty() {
        let with = |k: usize, f: fn([f32; 3]) -> f32| {
            numbers(move |case| {
                let mut all = expected(case);
                if case[0].is_normal() && case[1].is_normal() && all[3].is_normal() {
                    all[k] = f(case);
                }
                all
            })
        };
        assert_eq!(judge(&cases(), &with(0, |[a, b, c]| a.mul_add(b, c)))[0], "contraction");
        assert_eq!(judge(&cases(), &with(1, |[a, b, _]| a * (1.0 / b)))[0], "division");
        assert_eq!(
            judge(&cases(), &with(2, |[a, ..]| a.sqrt().next_up()))[0],
            "square root"
        );
        let flush = |v: f32| if v.is_subnormal() { 0.0 } else { v };
        assert_eq!(
            judge(&cases(), &numbers(|case| expected(case).map(flush))),
            ["subnormals"]
        );
        let assume = |v: f32| if v.is_nan() { 0.0 } else { v };
        assert_eq!(
            judge(&cases(), &numbers(|case| expected(case).map(assume))),
            ["NaN and infinities"]
        );
    }
}
