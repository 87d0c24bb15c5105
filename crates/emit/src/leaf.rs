//! The leaves of the walk: how each language spells a type, a literal and an operation.
//!
//! OpenCL C and CUDA C get typedefs under Rust's names (`i32`, `u64`, …), so that the three texts
//! look alike. In C, `i8 i16 u8 u16` are themselves, each result cast back; in WGSL they live in
//! 32-bit integers, each result wrapped to the width. Signed arithmetic in C goes through the
//! unsigned type, because a signed overflow has no meaning there.

use hoist_ir::ScalarType::{self, *};

use crate::helpers::Helpers;
use crate::{EmitError, Target};

/// The spelling of one language in one index mode.
pub(crate) struct Leaf {
    pub target: Target,
    pub index64: bool,
    /// Whether `mul_add` is computed from sums and products.
    pub soft_fma: bool,
    pub helpers: Helpers,
}

impl Leaf {
    pub fn wgsl(&self) -> bool {
        self.target == Target::Wgsl
    }
    /// The type that a value of type `t` is computed in: `usize` becomes `u32` or `u64`.
    pub fn rt(&self, t: ScalarType) -> ScalarType {
        match (t, self.index64) {
            (Usize, true) => U64,
            (Usize, false) => U32,
            _ => t,
        }
    }
    /// The type of a variable that holds a `t`.
    pub fn ty(&self, t: ScalarType) -> &'static str {
        match (self.rt(t), self.wgsl()) {
            (F16 | BF16, _) => "f32",
            (I8 | I16, true) => "i32",
            (U8 | U16, true) => "u32",
            (t, _) => t.name(),
        }
    }
    /// An index constant.
    pub fn index(&self, n: u64) -> String {
        match (self.index64, self.wgsl()) {
            (false, _) => format!("{n}u"),
            (true, true) => format!("{n}lu"),
            (true, false) => format!("{n}ul{}", if self.target == Target::Cuda { "l" } else { "" }),
        }
    }

    /// A constant from its bits.
    pub fn literal(&mut self, t: ScalarType, bits: u64) -> Result<String, EmitError> {
        let w = self.wgsl();
        let long = if self.target == Target::Cuda { "ll" } else { "l" };
        Ok(match self.rt(t) {
            Bool => (bits & 1 != 0).to_string(),
            U32 if t == Usize && bits > u32::MAX as u64 => return Err(EmitError::WideIndex { value: bits }),
            I8 => self.signed32(bits as i8 as i32),
            I16 => self.signed32(bits as i16 as i32),
            I32 => self.signed32(bits as i32),
            U8 => format!("{}u", bits as u8),
            U16 => format!("{}u", bits as u16),
            U32 => format!("{}u", bits as u32),
            U64 if w => format!("{bits}lu"),
            U64 => format!("{bits}u{long}"),
            I64 => {
                let long = if w { "li" } else { long };
                match bits as i64 {
                    i64::MIN => format!("(-{}{long} - 1{long})", i64::MAX),
                    v if v < 0 => format!("({v}{long})"),
                    v => format!("{v}{long}"),
                }
            }
            F16 | BF16 => self.f32_literal(hoist_ir::half_value(t, bits)),
            F32 => self.f32_literal(f32::from_bits(bits as u32)),
            F64 => self.f64_literal(f64::from_bits(bits)),
            Usize => unreachable!("resolved by rt"),
        })
    }
    fn signed32(&self, v: i32) -> String {
        let i = if self.wgsl() { "i" } else { "" };
        match v {
            i32::MIN => format!("(-{}{i} - 1{i})", i32::MAX),
            v if v < 0 => format!("({v}{i})"),
            v => format!("{v}{i}"),
        }
    }
    fn f32_literal(&mut self, v: f32) -> String {
        let bits = v.to_bits();
        if !v.is_finite() || bits == 0x8000_0000 || (bits == 0 && self.wgsl()) {
            let bits = self.opaque_u32(bits);
            return self.from_bits(F32, &bits);
        }
        let text = format!("{v:?}f");
        if v < 0.0 { format!("({text})") } else { text }
    }
    fn f64_literal(&mut self, v: f64) -> String {
        if v == 0.0 && self.wgsl() {
            // By way of 32 bits: a device that has `f64` may lack `u64`.
            return format!("f64({})", self.f32_literal(v as f32));
        }
        if !v.is_finite() || v.to_bits() == 1 << 63 {
            let bits = format!("{:#x}{}", v.to_bits(), if self.wgsl() { "lu" } else { "ul" });
            let bits = if self.wgsl() {
                format!("({bits} | u64({}))", self.opaque_u32(0))
            } else {
                bits
            };
            return self.from_bits(F64, &bits);
        }
        let text = format!("{v:?}{}", if self.wgsl() { "lf" } else { "" });
        if v < 0.0 { format!("({text})") } else { text }
    }
    /// A constant that a WGSL compiler does not look through: naga refuses a constant that is
    /// infinite, NaN or overflows, and a driver may take `x * 0.0` for 0 and `x + 0.0` for `x`, whatever SPIR-V says of
    /// NaN and signs (lavapipe 22.3 does). What is 0 comes from memory.
    pub fn opaque_u32(&mut self, bits: u32) -> String {
        if !self.wgsl() {
            return format!("{bits:#x}u");
        }
        self.need_zero();
        if bits == 0 {
            "hoist_zero".into()
        } else {
            format!("({bits:#x}u | hoist_zero)")
        }
    }

    /// A constant that no WGSL compiler computes with at compile time.
    pub fn opaque_literal(&mut self, t: ScalarType, bits: u64) -> Result<String, EmitError> {
        if !self.wgsl() {
            return self.literal(t, bits);
        }
        let low = self.opaque_u32(if t.is_half() {
            hoist_ir::half_value(t, bits).to_bits()
        } else {
            bits as u32
        });
        Ok(match self.rt(t) {
            Bool => format!("({} == {}u)", self.opaque_u32(0), (bits & 1 == 0) as u32),
            U32 if t == Usize && bits > u32::MAX as u64 => return Err(EmitError::WideIndex { value: bits }),
            U8 | U16 | U32 => low,
            I8 | I16 | I32 => {
                let text = self.opaque_u32(match t {
                    I8 => bits as i8 as u32,
                    I16 => bits as i16 as u32,
                    _ => bits as u32,
                });
                format!("bitcast<i32>({text})")
            }
            U64 => format!("({bits}lu | u64({}))", self.opaque_u32(0)),
            I64 => format!("({} | i64({}))", self.literal(t, bits)?, self.opaque_u32(0)),
            F16 | BF16 | F32 => format!("bitcast<f32>({low})"),
            F64 => format!("bitcast<f64>({bits:#x}lu | u64({}))", self.opaque_u32(0)),
            Usize => unreachable!("resolved by rt"),
        })
    }

    /// A constant truth. Of those that a WGSL compiler sees it makes constant numbers, and refuses to divide by 0.
    pub fn truth(&mut self, is: bool) -> Result<String, EmitError> {
        self.opaque_literal(Bool, is.into())
    }

    /// `x`, computed in a wider integer, brought back to the range of `t`.
    pub fn wrap(&self, t: ScalarType, x: String) -> String {
        match (self.rt(t), self.wgsl()) {
            (I8, true) => format!("(({x} << 24u) >> 24u)"),
            (I16, true) => format!("(({x} << 16u) >> 16u)"),
            (U8, true) => format!("({x} & 0xffu)"),
            (U16, true) => format!("({x} & 0xffffu)"),
            (t @ (I8 | I16 | U8 | U16), false) => format!("({})({x})", t.name()),
            _ => x,
        }
    }
    /// `a op b` for `+ - *`, wrapping.
    pub fn arith(&self, op: &str, t: ScalarType, a: &str, b: &str) -> String {
        match (self.rt(t), self.wgsl()) {
            (I32, false) => format!("(i32)((u32){a} {op} (u32){b})"),
            (I64, false) => format!("(i64)((u64){a} {op} (u64){b})"),
            // C promotes 16-bit operands to int, whose product may overflow it.
            (U16 | I16 | U8 | I8, false) => self.wrap(t, format!("(u32){a} {op} (u32){b}")),
            _ => self.wrap(t, format!("({a} {op} {b})")),
        }
    }
    pub fn neg(&self, t: ScalarType, a: &str) -> String {
        match self.rt(t) {
            F32 | F64 => format!("(-{a})"),
            U64 if self.wgsl() => format!("(0lu - {a})"),
            U64 => format!("((u64)0 - {a})"),
            U8 | U16 | U32 => self.arith("-", t, "0u", a),
            I64 if self.wgsl() => format!("(0li - {a})"),
            I64 => format!("(i64)((u64)0 - (u64){a})"),
            _ if self.wgsl() => self.arith("-", t, "0i", a),
            _ => self.arith("-", t, "0", a),
        }
    }
    /// The smaller or larger.
    pub fn min_max(&mut self, name: &str, t: ScalarType, a: &str, b: &str) -> String {
        match (self.rt(t), self.target) {
            (t @ (F32 | F64), _) => self.float_min_max(name, t, a, b),
            (_, Target::Cuda) => {
                let op = if name == "min" { "<" } else { ">" };
                format!("({a} {op} {b} ? {a} : {b})")
            }
            (_, _) => format!("{name}({a}, {b})"),
        }
    }
    pub fn abs(&mut self, t: ScalarType, a: &str) -> String {
        match (self.rt(t), self.target) {
            (U8 | U16 | U32 | U64, _) => a.into(),
            (F32, Target::Cuda) => format!("fabsf({a})"),
            (F32 | F64, Target::OpenCl | Target::Cuda) => format!("fabs({a})"),
            (F32 | F64, Target::Wgsl) => format!("abs({a})"),
            (I64, Target::Wgsl) => format!("select({a}, {}, {a} < 0li)", self.neg(I64, a)),
            (t, Target::Wgsl) => format!("select({a}, {}, {a} < 0i)", self.neg(t, a)),
            (t, _) => format!("({a} < 0 ? {} : {a})", self.neg(t, a)),
        }
    }
    /// A function of one float that every language has under some name.
    pub fn round(&self, wgsl: &str, opencl: &str, t: ScalarType, a: &str) -> String {
        match (self.target, t) {
            (Target::Wgsl, _) => format!("{wgsl}({a})"),
            (Target::Cuda, F32) => format!("{opencl}f({a})"),
            _ => format!("{opencl}({a})"),
        }
    }
    pub fn sqrt(&self, t: ScalarType, a: &str) -> String {
        match (self.target, t) {
            (Target::Cuda, F32) => format!("__fsqrt_rn({a})"),
            (Target::Cuda, _) => format!("__dsqrt_rn({a})"),
            _ => format!("sqrt({a})"),
        }
    }
    pub fn rsqrt(&self, t: ScalarType, a: &str) -> String {
        match (self.target, t) {
            (Target::Wgsl, F64) => format!("(1.0lf / sqrt({a}))"),
            (Target::Wgsl, _) => format!("inverseSqrt({a})"),
            (Target::Cuda, F32) => format!("rsqrtf({a})"),
            _ => format!("rsqrt({a})"),
        }
    }
    pub fn fma(&mut self, t: ScalarType, a: &str, b: &str, c: &str) -> String {
        if self.wgsl() && self.soft_fma {
            self.helpers.need("hoist_two_sum", crate::helpers::WGSL_TWO_SUM);
            return match t {
                F32 => {
                    self.helpers.need("hoist_fma_f32", crate::helpers::WGSL_FMA_F32);
                    format!("hoist_fma_f32({a}, {b}, {c})")
                }
                _ => {
                    self.helpers.need("hoist_fma_f64", crate::helpers::WGSL_FMA_F64);
                    format!("hoist_fma_f64({a}, {b}, {c})")
                }
            };
        }
        match (self.target, t) {
            (Target::Cuda, F32) => format!("__fmaf_rn({a}, {b}, {c})"),
            (Target::Cuda, _) => format!("__fma_rn({a}, {b}, {c})"),
            _ => format!("fma({a}, {b}, {c})"),
        }
    }
    pub fn to_bits(&self, t: ScalarType, a: &str) -> String {
        match (self.target, t) {
            (Target::Wgsl, F32) => format!("bitcast<u32>({a})"),
            (Target::Wgsl, _) => format!("bitcast<u64>({a})"),
            (Target::OpenCl, F32) => format!("as_uint({a})"),
            (Target::OpenCl, _) => format!("as_ulong({a})"),
            (Target::Cuda, F32) => format!("__float_as_uint({a})"),
            (Target::Cuda, _) => format!("(u64)__double_as_longlong({a})"),
        }
    }
    #[allow(clippy::wrong_self_convention)]
    pub fn from_bits(&self, t: ScalarType, a: &str) -> String {
        match (self.target, t) {
            (Target::Wgsl, F32) => format!("bitcast<f32>({a})"),
            (Target::Wgsl, _) => format!("bitcast<f64>({a})"),
            (Target::OpenCl, F32) => format!("as_float({a})"),
            (Target::OpenCl, _) => format!("as_double({a})"),
            (Target::Cuda, F32) => format!("__uint_as_float({a})"),
            (Target::Cuda, _) => format!("__longlong_as_double((i64)({a}))"),
        }
    }
    /// `c ? a : b`.
    pub fn select(&self, c: &str, a: &str, b: &str) -> String {
        if self.wgsl() {
            format!("select({b}, {a}, {c})")
        } else {
            format!("({c} ? {a} : {b})")
        }
    }
    pub fn not(&self, t: ScalarType, a: &str) -> String {
        match self.rt(t) {
            Bool => format!("!{a}"),
            _ => self.wrap(t, format!("(~{a})")),
        }
    }
    /// Bit operations; in WGSL `^` knows no bools.
    pub fn bits(&self, op: &str, t: ScalarType, a: &str, b: &str) -> String {
        match (self.rt(t), op) {
            (Bool, "^") => format!("({a} != {b})"),
            (Bool, _) if !self.wgsl() => format!("(bool)({a} {op} {b})"),
            (I8 | I16 | U8 | U16, _) if !self.wgsl() => self.wrap(t, format!("{a} {op} {b}")),
            _ => format!("({a} {op} {b})"),
        }
    }
    /// Shifts, the count masked to the width.
    pub fn shift(&self, left: bool, t: ScalarType, a: &str, u: ScalarType, b: &str) -> String {
        // A 64-bit usize keeps its meaning in 32 bits only as far as its value fits.
        let width = if t == Usize { 64 } else { t.size() as u64 * 8 };
        let known = b
            .trim_end_matches(['u', 'i', 'l'])
            .parse::<u64>()
            .ok()
            .map(|n| n & (width - 1));
        let count = match known {
            Some(n) => format!("{n}u"),
            None => format!("({} & {}u)", self.int_cast(u, U32, b), width - 1),
        };
        if t == Usize && !self.index64 {
            // The host proved that no bit is lost; a count of 32 and more then leaves nothing.
            let shift = if left { "<<" } else { ">>" };
            match known {
                Some(32..) => return "0u".into(),
                Some(_) => return format!("({a} {shift} {count})"),
                None => {}
            }
            let moved = format!("({a} {shift} ({count} & 31u))");
            return self.select(&format!("({count} > 31u)"), "0u", &moved);
        }
        match (self.rt(t), left, self.wgsl()) {
            (I32, true, false) => format!("(i32)((u32){a} << {count})"),
            (I64, true, false) => format!("(i64)((u64){a} << {count})"),
            (I8 | I16 | U8 | U16, true, false) => self.wrap(t, format!("(u32){a} << {count}")),
            (_, true, _) => self.wrap(t, format!("({a} << {count})")),
            (_, false, false) => self.wrap(t, format!("({a} >> {count})")),
            (_, false, true) => format!("({a} >> {count})"),
        }
    }

    /// `a as to` between integers (and from `bool`).
    pub fn int_cast(&self, from: ScalarType, to: ScalarType, a: &str) -> String {
        let (from, to) = (self.rt(from), self.rt(to));
        if from == to {
            return a.into();
        }
        if !self.wgsl() {
            return format!("({}){a}", to.name());
        }
        let (f, t) = (self.ty(from), self.ty(to));
        // Through the unsigned type of the source's width, so that only bits move.
        let moved = match (f, t) {
            _ if f == t => a.into(),
            ("i64", "u32") => format!("u32(u64({a}))"),
            ("i64", "i32") => format!("i32(u32(u64({a})))"),
            ("u64", "i32") => format!("i32(u32({a}))"),
            ("i32", "u64") => format!("u64(i64({a}))"),
            ("u32", "i64") => format!("i64(u64({a}))"),
            _ => format!("{t}({a})"),
        };
        let fits = from == Bool || (from.size() < to.size() && (!from.is_signed() || to.is_signed()));
        if fits { moved } else { self.wrap(to, moved) }
    }
    /// `a as to` with Rust's meaning.
    pub fn cast(&mut self, from: ScalarType, to: ScalarType, a: &str) -> String {
        match (self.rt(from).is_float(), self.rt(to).is_float()) {
            (false, false) => self.int_cast(from, to, a),
            (true, false) => self.float_to_int(self.rt(from), self.rt(to), a),
            (false, true) if self.rt(from) == Bool && self.wgsl() => format!("{}(u32({a}))", to.name()),
            _ if from == to => a.into(),
            // A counter of a loop that a driver unrolls is a constant, which may be 0.
            (false, true) if self.wgsl() => {
                let zero = match self.ty(from) {
                    "u32" => self.opaque_u32(0),
                    ty => format!("{ty}({})", self.opaque_u32(0)),
                };
                format!("{}({a} | {zero})", to.name())
            }
            _ if self.wgsl() => format!("{}({a})", to.name()),
            _ => format!("({}){a}", to.name()),
        }
    }
}
