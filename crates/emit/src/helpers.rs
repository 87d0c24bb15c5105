//! Functions that emitted text defines for itself, each only where it is used.

use hoist_ir::ScalarType::{self, *};

use crate::Target;
use crate::layout::PARAM_GROUPS_X;
use crate::leaf::Leaf;

/// The helpers that one kernel needs, in the order of their first use.
#[derive(Default)]
pub(crate) struct Helpers {
    list: Vec<(String, String)>,
}

/// A name in WGSL's functions that holds 0, by a value that no compiler knows: see [`zero`].
pub(crate) const ZERO: &str = "hoist_zero";

/// A function's first line, where it uses [`ZERO`]. A grid has fewer groups than 2^31. Each function reads it for itself:
/// a value of a private variable is not uniform by WGSL's rules, and what depends on it could hold no barrier.
pub(crate) fn zero() -> String {
    format!("    let hoist_zero: u32 = hoist_params[{PARAM_GROUPS_X}] >> 31u;\n")
}

impl Helpers {
    /// Adds a definition unless it is there.
    pub fn need(&mut self, name: &str, text: &str) {
        if !self.has(name) {
            self.list.push((name.into(), text.into()));
        }
    }
    pub fn has(&self, name: &str) -> bool {
        self.list.iter().any(|(n, _)| n == name)
    }
    pub fn text(&self) -> String {
        let mut all = String::new();
        for (_, text) in self.list.iter().filter(|(name, _)| name != ZERO) {
            match text.split_once("{\n").filter(|(_, body)| body.contains(ZERO)) {
                Some((head, body)) => all += &format!("{head}{{\n{}{body}\n", zero()),
                None => all += &format!("{text}\n"),
            }
        }
        all
    }
}

impl Leaf {
    /// Has the kernel's function define [`ZERO`].
    pub(crate) fn need_zero(&mut self) {
        self.helpers.need(ZERO, "");
    }
    /// Defines `name(args) -> ret { body }`; a body is a list of lines in C's spelling, with
    /// `let T name = value;` for variables.
    fn define(&mut self, name: &str, ret: &str, args: &[(&str, &str)], lines: &[String]) {
        let mut out = String::new();
        if self.wgsl() {
            let list: Vec<String> = args.iter().map(|(t, n)| format!("{n}: {t}")).collect();
            out += &format!("fn {name}({}) -> {ret} {{\n", list.join(", "));
        } else {
            let list: Vec<String> = args.iter().map(|(t, n)| format!("{t} {n}")).collect();
            let prefix = if self.target == Target::Cuda {
                "static __device__ __forceinline__"
            } else {
                "static inline"
            };
            out += &format!("{prefix} {ret} {name}({}) {{\n", list.join(", "));
        }
        for line in lines {
            out += &format!("    {line}\n");
        }
        out += "}\n";
        self.helpers.need(name, &out);
    }
    /// One `if (c) return v;`.
    fn when(&self, c: &str, v: &str) -> String {
        if self.wgsl() {
            format!("if ({c}) {{ return {v}; }}")
        } else {
            format!("if ({c}) return {v};")
        }
    }
    /// Whether `a` is NaN, by its bits: a compiler may fold `a != a`.
    pub fn is_nan(&self, t: ScalarType, a: &str) -> String {
        let bits = self.to_bits(t, a);
        match (t, self.wgsl()) {
            (F32, _) => format!("({bits} & 0x7fffffffu) > 0x7f800000u"),
            (_, true) => format!("({bits} & 0x7ffffffffffffffflu) > 0x7ff0000000000000lu"),
            (_, false) => format!("({bits} & 0x7ffffffffffffffful) > 0x7ff0000000000000ul"),
        }
    }

    /// Float `min` or `max`: NaN loses; of two equal values, which differ only if they are zeros,
    /// the bits decide the sign.
    pub(crate) fn float_min_max(&mut self, name: &str, t: ScalarType, a: &str, b: &str) -> String {
        let ty = t.name();
        let helper = format!("hoist_{name}_{ty}");
        let (order, join) = if name == "min" { ("<", "|") } else { (">", "&") };
        let joined = format!("{} {join} {}", self.to_bits(t, "a"), self.to_bits(t, "b"));
        let lines = [
            self.when(&format!("a {order} b"), "a"),
            self.when(&format!("b {order} a"), "b"),
            self.when("a == b", &self.from_bits(t, &joined)),
            self.when(&self.is_nan(t, "a"), "b"),
            "return a;".into(),
        ];
        self.define(&helper, ty, &[(ty, "a"), (ty, "b")], &lines);
        format!("{helper}({a}, {b})")
    }

    /// `a as to` from a float: saturates, NaN gives 0.
    pub(crate) fn float_to_int(&mut self, from: ScalarType, to: ScalarType, a: &str) -> String {
        let helper = format!("hoist_{}_from_{}", to.name(), from.name());
        let bits = to.size() as i32 * 8;
        let signed = to.is_signed();
        // Powers of two, so exact in both float types.
        let (low, high) = if signed {
            (-(2f64.powi(bits - 1)), 2f64.powi(bits - 1))
        } else {
            (0.0, 2f64.powi(bits))
        };
        let (min, max) = match (signed, bits) {
            (true, 64) => (i64::MIN as u64, i64::MAX as u64),
            (true, _) => (((-1i64) << (bits - 1)) as u64, (1u64 << (bits - 1)) - 1),
            (false, 64) => (0, u64::MAX),
            (false, _) => (0, (1u64 << bits) - 1),
        };
        let float = |s: &mut Self, v: f64| match from {
            F32 => s.literal(F32, (v as f32).to_bits() as u64),
            _ => s.literal(F64, v.to_bits()),
        };
        let number = |r: Result<String, _>| r.unwrap_or_default();
        let (low, high) = (number(float(self, low)), number(float(self, high)));
        let (zero, min, max) = (
            number(self.literal(to, 0)),
            number(self.literal(to, min)),
            number(self.literal(to, max)),
        );
        let ty = self.ty(to);
        let cast = if self.wgsl() {
            format!("{ty}(a)")
        } else {
            format!("({ty})a")
        };
        let lines = [
            self.when(&self.is_nan(from, "a"), &zero),
            self.when(&format!("a <= {low}"), &min),
            self.when(&format!("a >= {high}"), &max),
            format!("return {cast};"),
        ];
        self.define(&helper, ty, &[(from.name(), "a")], &lines);
        format!("{helper}({a})")
    }

    /// `a % b` of floats, exact. WGSL's own `%` rounds in between.
    pub(crate) fn float_rem(&mut self, t: ScalarType, a: &str, b: &str) -> String {
        match (self.target, t) {
            (Target::Cuda, F32) => format!("fmodf({a}, {b})"),
            (Target::Wgsl, F32) => {
                self.need_zero();
                self.helpers.need("hoist_fmod", WGSL_FMOD);
                format!("hoist_fmod({a}, {b})")
            }
            (Target::Wgsl, _) => format!("({a} - trunc({a} / {b}) * {b})"),
            _ => format!("fmod({a}, {b})"),
        }
    }

    /// `count_ones`, `leading_zeros`, `trailing_zeros`; the result is a `u32`.
    pub(crate) fn bit_count(&mut self, what: Count, t: ScalarType, a: &str) -> String {
        let wide_usize = t == Usize && !self.index64;
        let t = self.rt(t);
        let width = t.size() as u32 * 8;
        let unsigned = match width {
            8 => U8,
            16 => U16,
            32 => U32,
            _ => U64,
        };
        let x = self.int_cast(t, unsigned, a);
        let count = match (what, width) {
            (_, 64) => self.count64(what, &x),
            (Count::Ones, _) => self.count32(what, &self.int_cast(unsigned, U32, &x)),
            (Count::Leading, 32) => self.count32(what, &x),
            (Count::Leading, _) => format!(
                "({} - {}u)",
                self.count32(what, &self.int_cast(unsigned, U32, &x)),
                32 - width
            ),
            (Count::Trailing, 32) => self.count32(what, &x),
            // A bit just above the width stops the count there.
            (Count::Trailing, _) => {
                let stopped = format!("({} | {:#x}u)", self.int_cast(unsigned, U32, &x), 1u32 << width);
                self.count32(what, &stopped)
            }
        };
        match what {
            Count::Leading if wide_usize => format!("({count} + 32u)"),
            Count::Trailing if wide_usize => self.select(&format!("({x} == 0u)"), "64u", &count),
            _ => count,
        }
    }
    fn count32(&self, what: Count, x: &str) -> String {
        match (what, self.target) {
            (Count::Ones, Target::Wgsl) => format!("countOneBits({x})"),
            (Count::Leading, Target::Wgsl) => format!("countLeadingZeros({x})"),
            (Count::Trailing, Target::Wgsl) => format!("countTrailingZeros({x})"),
            (Count::Ones, Target::OpenCl) => format!("popcount({x})"),
            (Count::Leading, Target::OpenCl) => format!("clz({x})"),
            (Count::Trailing, Target::OpenCl) => format!("popcount(~{x} & ({x} - 1u))"),
            (Count::Ones, Target::Cuda) => format!("(u32)__popc({x})"),
            (Count::Leading, Target::Cuda) => format!("(u32)__clz((i32){x})"),
            (Count::Trailing, Target::Cuda) => format!("(u32)__popc(~{x} & ({x} - 1u))"),
        }
    }
    fn count64(&mut self, what: Count, x: &str) -> String {
        match (what, self.target) {
            (Count::Ones, Target::OpenCl) => format!("(u32)popcount({x})"),
            (Count::Leading, Target::OpenCl) => format!("(u32)clz({x})"),
            (Count::Trailing, Target::OpenCl) => format!("(u32)popcount(~{x} & ({x} - 1ul))"),
            (Count::Ones, Target::Cuda) => format!("(u32)__popcll({x})"),
            (Count::Leading, Target::Cuda) => format!("(u32)__clzll((i64){x})"),
            (Count::Trailing, Target::Cuda) => format!("(u32)__popcll(~{x} & ({x} - 1ull))"),
            (_, Target::Wgsl) => {
                let (name, body) = match what {
                    Count::Ones => (
                        "hoist_ones64",
                        "return countOneBits(u32(x)) + countOneBits(u32(x >> 32u));",
                    ),
                    Count::Leading => (
                        "hoist_leading64",
                        "let high = u32(x >> 32u); return select(countLeadingZeros(high), 32u + countLeadingZeros(u32(x)), high == 0u);",
                    ),
                    Count::Trailing => (
                        "hoist_trailing64",
                        "let low = u32(x); return select(countTrailingZeros(low), 32u + countTrailingZeros(u32(x >> 32u)), low == 0u);",
                    ),
                };
                self.define(name, "u32", &[("u64", "x")], &[body.into()]);
                format!("{name}({x})")
            }
        }
    }
}

/// Which bits [`Leaf::bit_count`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    Ones,
    Leading,
    Trailing,
}

/// Long division on the significands, one bit of the quotient a step.
const WGSL_FMOD: &str = "fn hoist_fmod(a: f32, b: f32) -> f32 {
    let sign = bitcast<u32>(a) & 0x80000000u;
    let ua = bitcast<u32>(a) & 0x7fffffffu;
    let ub = bitcast<u32>(b) & 0x7fffffffu;
    if (ua >= 0x7f800000u || ub > 0x7f800000u || ub == 0u) { return bitcast<f32>(0x7fc00000u | hoist_zero); }
    if (ua < ub) { return a; }
    var ea = ua >> 23u;
    var ma = ua & 0x7fffffu;
    if (ea == 0u) { ea = 1u; } else { ma = ma | 0x800000u; }
    var eb = ub >> 23u;
    var mb = ub & 0x7fffffu;
    if (eb == 0u) { eb = 1u; } else { mb = mb | 0x800000u; }
    while (ea > eb) { ma = (ma % mb) << 1u; ea = ea - 1u; }
    ma = ma % mb;
    if (ma == 0u) { return bitcast<f32>(sign | hoist_zero); }
    while (ma < 0x800000u && ea > 1u) { ma = ma << 1u; ea = ea - 1u; }
    if (ma < 0x800000u) { return bitcast<f32>(sign | ma); }
    return bitcast<f32>(sign | (ea << 23u) | (ma & 0x7fffffu));
}
";

/// The sum of two numbers and its rounding error (Knuth, TAOCP 2, 4.2.2); then the sum rounded to odd, whose
/// next rounding to nearest is as if it were the first (Boldo and Melquiond, 2008).
pub(crate) const WGSL_TWO_SUM: &str = "fn hoist_two_sum(a: f64, b: f64) -> vec2<f64> {
    let s = a + b;
    let t = s - a;
    return vec2<f64>(s, (a - (s - t)) + (b - t));
}
fn hoist_sum_odd(a: f64, b: f64) -> f64 {
    let s = hoist_two_sum(a, b);
    let bits = bitcast<u64>(s.x);
    if ((s.y > 0.0lf || s.y < 0.0lf) && (bits & 1lu) == 0lu) {
        if ((s.y > 0.0lf) == (s.x > 0.0lf)) { return bitcast<f64>(bits + 1lu); }
        return bitcast<f64>(bits - 1lu);
    }
    return s.x;
}
";
/// The product of two `f32` is exact in `f64`.
pub(crate) const WGSL_FMA_F32: &str = "fn hoist_fma_f32(a: f32, b: f32, c: f32) -> f32 {
    return f32(hoist_sum_odd(f64(a) * f64(b), f64(c)));
}
";
/// Boldo and Melquiond's algorithm, with Dekker's product; where that overflows, two roundings.
pub(crate) const WGSL_FMA_F64: &str = "fn hoist_fma_f64(a: f64, b: f64, c: f64) -> f64 {
    let p = a * b;
    let big = abs(a) > 1e290lf || abs(b) > 1e290lf || abs(p) > 1e290lf || abs(c) > 1e290lf;
    if (big || !(abs(p) > 1e-250lf)) { return p + c; }
    let sa = a * 134217729.0lf;
    let ah = sa - (sa - a);
    let sb = b * 134217729.0lf;
    let bh = sb - (sb - b);
    let low = (a - ah) * (b - bh) - (((p - ah * bh) - (a - ah) * bh) - ah * (b - bh));
    let t = hoist_two_sum(c, low);
    let v = hoist_two_sum(p, t.x);
    return v.x + hoist_sum_odd(t.y, v.y);
}
";
