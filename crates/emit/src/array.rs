//! Arrays of an iteration, and constant ones.

use hoist_ir::ScalarType::{self, *};

use crate::leaf::Leaf;
use crate::{EmitError, Target};

/// Bytes of a table up to which CUDA's constant memory, of 64 KiB in all, takes it.
const CONSTANT: usize = 16 << 10;

/// How a constant array is written.
pub(crate) struct Table {
    pub name: String,
    elem: ScalarType,
    /// Whether it holds bits: some of the values have no literal.
    bits: bool,
}

impl Leaf {
    /// `var name: [elem; len]`, of any values.
    pub fn array(&self, elem: ScalarType, len: u64, name: &str) -> String {
        let ty = self.ty(elem);
        if self.wgsl() {
            format!("var {name}: array<{ty}, {len}>;")
        } else {
            format!("{ty} {name}[{len}];")
        }
    }
    /// `name[at]`.
    pub fn element(&self, name: &str, at: &str) -> String {
        // WGSL's indexes have 32 bits; in bounds they fit.
        let wide = self.wgsl() && self.index64;
        match at.strip_suffix("lu").filter(|n| n.bytes().all(|b| b.is_ascii_digit())) {
            Some(n) if wide => format!("{name}[{n}u]"),
            _ if wide => format!("{name}[u32({at})]"),
            _ => format!("{name}[{at}]"),
        }
    }

    /// The declaration of a constant array, and what its elements are read by.
    pub fn table(&mut self, elem: ScalarType, name: String, bits: &[u64]) -> Result<(String, Table), EmitError> {
        let value = |x: u64| match elem {
            F64 => f64::from_bits(x),
            F32 => f32::from_bits(x as u32).into(),
            F16 | BF16 => hoist_ir::half_value(elem, x).into(),
            _ => 0.0,
        };
        let as_bits = bits.iter().any(|x| {
            let v = value(*x);
            // A zero that WGSL's compilers know is one that they compute with: see `opaque_u32`.
            let zero = elem.is_float() && v == 0.0 && (self.wgsl() || v.is_sign_negative());
            !v.is_finite() || zero || elem == I64 && *x == 1 << 63
        });
        let (ty, all) = match (as_bits, elem) {
            (false, _) => (elem, bits.to_vec()),
            (true, F16 | BF16) => (
                U32,
                bits.iter()
                    .map(|x| u64::from(hoist_ir::half_value(elem, *x).to_bits()))
                    .collect(),
            ),
            (true, F32) => (U32, bits.to_vec()),
            (true, _) => (U64, bits.to_vec()),
        };
        let all = all
            .iter()
            .map(|x| self.literal(ty, *x))
            .collect::<Result<Vec<_>, _>>()?;
        let (len, text, ty) = (all.len(), all.join(", "), self.ty(ty));
        let declaration = match self.target {
            // A constant's elements may only be picked by constants in some compilers; what nothing assigns is one to the driver.
            Target::Wgsl => format!("var<private> {name}: array<{ty}, {len}> = array<{ty}, {len}>({text});\n"),
            Target::OpenCl => format!("__constant {ty} {name}[{len}] = {{{text}}};\n"),
            Target::Cuda if len * elem.size().max(4) <= CONSTANT => {
                format!("__constant__ {ty} {name}[{len}] = {{{text}}};\n")
            }
            Target::Cuda => format!("static __device__ const {ty} {name}[{len}] = {{{text}}};\n"),
        };
        let table = Table {
            name,
            elem,
            bits: as_bits,
        };
        Ok((declaration, table))
    }
    /// An element of a constant array.
    pub fn table_element(&self, table: &Table, at: &str) -> String {
        let x = self.element(&table.name, at);
        match (table.bits, table.elem) {
            (false, _) => x,
            (true, F64) => self.from_bits(F64, &x),
            (true, I64) => self.int_cast(U64, I64, &x),
            (true, _) => self.from_bits(F32, &x),
        }
    }
}
