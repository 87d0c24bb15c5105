//! hoist's IR.

mod arena;
mod builder;
mod forward;
mod interpret;
mod ir;
mod labels;
mod scalar;
mod text;
mod tracer;
mod validate;

pub use arena::{Arena, Handle};
pub use builder::{TracedArgs, TracedBuffer};
pub use hoist_machine::program::{BLOCK, PARTIALS, RedOp};
pub use hoist_machine::{FaultKind, ScalarType, Site};
pub use interpret::{Bytes, Fault, Memory, Span, interpret};
pub use ir::*;
pub use labels::lower_labels;
pub use tracer::{Counter, Tracer};
pub use validate::{Cause, Validated, ValidationError, validate};
