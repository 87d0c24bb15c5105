//! The abstract machine that every kernel body is lowered to.
//!
//! `#[kernel]` rewrites a loop body once, into straight Rust that is generic over a
//! [`Machine`]. A CPU machine answers each call with vector instructions, the tracer in
//! `hoist-ir` answers by recording an expression. This crate holds the vocabulary, not an
//! implementation of it:
//!
//! * [`elem`]: the element types and what can be asked of them,
//! * [`machine`]: values ([`V`]), variables ([`Local`]), slices ([`Sl`]), masks and control flow,
//! * [`element`]: structs as elements, values and variables,
//! * [`array`]: arrays that a body declares, and constant tables,
//! * [`group`]: parallel loops inside of one,
//! * [`numbers`]: what a generic kernel asks of a type,
//! * [`halves`]: `f16` and `bf16`,
//! * [`isa`]: the register vocabulary that one instruction set fills in,
//! * [`ctx`]: the host part of a kernel: parallel loops, launch checks, scratch memory,
//! * [`program`]: its slices, iteration spaces and reductions,
//! * [`scan`]: loops that also read what they accumulate,
//! * [`mod@arg`]: reductions that keep what belongs to the best value,
//! * [`math`]: the functions that std takes from libm, one polynomial each.
//!
//! Evaluation order is the order of the calls. A value is a snapshot: nothing assigned later
//! changes it. A mask says which lanes are alive at a place in the text; every call that can
//! touch memory or fault takes the mask under which it runs.

pub mod arg;
pub mod array;
pub mod ctx;
pub mod elem;
pub mod element;
pub mod fault;
pub mod group;
pub mod halves;
pub mod isa;
pub mod iv;
pub mod machine;
pub mod math;
mod narrow;
pub mod numbers;
pub mod program;
pub mod reduce;
mod rows;
pub mod scan;
mod scatter;

pub use array::{Array, Dims};
pub use ctx::{Ctx, Launch, Stop};
pub use elem::{Bits, Elem, Float, Int, Num, ScalarType};
pub use element::Element;
pub use fault::{FaultKind, LoopInfo, Site};
pub use group::{Items, Shared};
pub use machine::{Local, Machine, Mask, Sl, V};
pub use program::{HSlice, Ix, Red, Reds, Space};
