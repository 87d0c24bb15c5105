//! WGSL, OpenCL C and CUDA C from hoist's IR.
//!
//! One walk ([`emit`]) prints the three languages; they differ in the leaves (how a type, a
//! literal or an operation is spelled) and in the entry's signature. The text keeps the user's
//! names, and holds the user's lines as comments.
//!
//! # What a launch passes
//!
//! Slot `n` is `@group(0) @binding(n)` in WGSL and argument `n` of the kernel function elsewhere.
//! Each is a buffer of words or elements:
//!
//! | slot | holds |
//! | --- | --- |
//! | 0 | the fault buffer, 8 × `u32`, zero before the launch; [`read_fault`] reads it |
//! | 1 | the params block, `u32` words, built by [`params_words`] |
//! | 2 … | one buffer per memory that IR buffers lie in |
//! | then | for [`Schedule::Blocks`], one scratch buffer per reduction |
//!
//! The params block: the number of items (two words, low first), the groups in x, then for each
//! of three dimensions start, step and count, then for each buffer offset and length in elements
//! (all two words), then two words of bits for each uniform.
//!
//! # Items and iterations
//!
//! `item = (group.y * groups_x + group.x) * workgroup + local`; an item at or beyond the total
//! does nothing. With [`Schedule::Items`] an item is an iteration. Iterations are numbered along
//! the last dimension first; index `d` is `start + n * step`.
//!
//! With [`Schedule::Blocks`] item `block * 64 + p` computes partial `p` of a reduction block: it
//! joins the iterations `p, p + 64, …` of the block's 4,096, in order, from the identity, and
//! stores the result at `scratch[block * 64 + p]`. A row (one setting of the outer indices) has
//! `ceil(count / 4096)` blocks, and rows follow each other. Joining partials and blocks is the
//! host's part.
//!
//! With [`Schedule::Serial`] one item runs all iterations in order; partials live in the scratch
//! buffers, which hold the identities before the launch, so that the shape is the same.
//!
//! With [`Schedule::Groups`] a work-group of 64 items is an iteration, and its items share what an
//! iteration's loops of items do. With [`Schedule::SerialGroups`] one such work-group runs all iterations in order.
//!
//! # Faults
//!
//! The first item to fault claims word 0 of the fault buffer atomically (0 becomes
//! site + 1) and fills in the rest; every faulting item returns.
//!
//! # Index modes
//!
//! `usize` is 64 bits by meaning. With `index64` it is the language's 64-bit integer; without,
//! 32 bits, which is right only where the caller proved that every index value fits.

mod array;
mod ask;
mod control;
mod frame;
mod group;
mod half;
mod helpers;
mod layout;
mod leaf;
mod memory;
mod names;
mod ops;
mod print;
#[cfg(test)]
mod print_tests;
mod update;
mod walk;

use hoist_ir::ScalarType;

pub use group::shared_bytes;
pub use layout::*;
pub use walk::emit;

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// WebGPU's language.
    Wgsl,
    /// OpenCL C 1.2.
    OpenCl,
    /// CUDA C++ for NVRTC; includes no header.
    Cuda,
}

/// How to print a kernel.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Options {
    /// The language.
    pub target: Target,
    /// Whether `usize` is computed in 64 bits.
    pub index64: bool,
    /// How iterations become items.
    pub schedule: Schedule,
    /// For each site, whether its check may be left out; missing ones are checked.
    pub proved: Vec<bool>,
    /// For each buffer, the first one in the same memory: they share that one's slot, because WebGPU refuses
    /// one memory in two slots of which one is written. Missing ones are their own.
    pub same: Vec<usize>,
    /// Items of a work-group.
    pub workgroup: u32,
    /// Whether the WGSL device has 64-bit integers.
    pub wgsl_int64: bool,
    /// Whether the WGSL device has `f64`.
    pub wgsl_float64: bool,
    /// Rounds of all loops that an item may go through, where the device ends them there without a word: a further one is a
    /// fault.
    pub max_rounds: Option<u32>,
    /// Whether the device's own fused multiply-add rounds twice, so that `mul_add` is computed another way.
    pub soft_fma: bool,
}
impl Options {
    /// The common choice for `target`.
    pub fn new(target: Target) -> Options {
        Options {
            target,
            index64: target != Target::Wgsl,
            schedule: Schedule::Items,
            proved: Vec::new(),
            same: Vec::new(),
            workgroup: 64,
            wgsl_int64: false,
            wgsl_float64: false,
            max_rounds: None,
            soft_fma: false,
        }
    }
}

/// What a slot holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// The fault buffer.
    Fault,
    /// The params block.
    Params,
    /// Buffer `n` of the kernel.
    Buffer(usize),
    /// Partials of reduction `n`.
    Scratch(usize),
}
/// One slot of a launch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What it holds.
    pub kind: SlotKind,
    /// The type of its elements, as the kernel sees them.
    pub elem: ScalarType,
    /// Whether the text writes it.
    pub written: bool,
}

/// A printed kernel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emitted {
    /// The text.
    pub text: String,
    /// The kernel function's name.
    pub entry: String,
    /// The slots, in order.
    pub bindings: Vec<Slot>,
}
impl Emitted {
    /// For each slot, whether the text writes it.
    pub fn written(&self) -> Vec<bool> {
        self.bindings.iter().map(|b| b.written).collect()
    }
}

/// Why a kernel can't be printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EmitError {
    /// The language, as this device has it, lacks a type.
    #[error("{} is not available in {language} on this device", ty.name())]
    Type {
        /// The type.
        ty: ScalarType,
        /// The language.
        language: &'static str,
    },
    /// 32-bit indices were asked for, and a constant does not fit.
    #[error("the index constant {value} does not fit 32 bits")]
    WideIndex {
        /// The constant.
        value: u64,
    },
    /// The IR holds something that the walk can't print.
    #[error("not printable: {what}")]
    Unsupported {
        /// What it is.
        what: &'static str,
    },
}
