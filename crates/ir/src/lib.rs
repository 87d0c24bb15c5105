//! The intermediate representation: what one iteration of a `par` loop does.
//!
//! This text is its specification. A [`Kernel`] comes from the [`Tracer`], which records a lowered
//! body; [`validate`] turns it into the [`Validated`] that emitters demand; [`interpret`] is its
//! meaning in code.
//!
//! # Shape
//!
//! Parameters, variables, values and expressions live in [`Arena`]s and are named by typed
//! [`Handle`]s. An expression computes and has no effect; a statement owns effects, and every
//! statement carries the user's line. A [`Block`] is statements in order.
//!
//! # Types
//!
//! Each expression, value, variable and buffer has a [`ScalarType`]. Nothing converts by itself:
//! operands of a binary operation have one type, apart from a shift's count. `usize` has 64 bits;
//! [`analyse`] says when 32 give the same answers. Constants and uniforms are bits, zero-extended.
//!
//! # Evaluation
//!
//! * Statements run in order. A statement first evaluates the expressions it owns, then acts.
//!   Expressions have no effect and can't fault, so their order can't be told, and one used by two statements is
//!   evaluated by both.
//! * [`Expr::Local`] reads what the variable holds when the owning statement runs. A snapshot is a
//!   [`StmtKind::Let`] of it: a value never changes after its definition. In a loop each round
//!   defines its values anew.
//! * Integers wrap; shifts take their count modulo the width; [`Expr::Cast`] is Rust's `as`. Floats
//!   are IEEE, every operation rounded once, none contracted. `Min` and `Max` drop NaN and order −0
//!   before +0. In a `fast` kernel an emitter may contract and approximate.
//! * Both sides of a [`Expr::Select`] are evaluated.
//! * [`StmtKind::For`] evaluates its bounds once, before the first round, and runs its body while the counter
//!   is below the upper one, in the order of the type. Its body may not assign the counter.
//! * [`StmtKind::Break`] and [`StmtKind::Continue`] count loops (`Loop` and `For` alike) outward,
//!   0 the innermost; what stands behind them in the block does not run. [`lower_labels`] leaves only depth 0.
//!
//! # Scope
//!
//! * A value is defined by one statement and usable by those after it in the same block, and in blocks
//!   nested there.
//! * A variable is declared by one [`StmtKind::Declare`] and in scope from there to the end of the
//!   block; a `For` declares its counter for its body; a [`Reduction`] declares its accumulator for the whole
//!   kernel. Declared without a value, a variable is assigned before it is read.
//! * An array is declared by one [`StmtKind::DeclareArray`], with the scope of a variable, or is constant: then it is in
//!   scope everywhere, and nothing stores to it. Each iteration has its own. One that is declared again, in a later round of a loop, is a new one.
//! * An operand stands in the arena before its user, so there are no cycles.
//!
//! # Memory and faults
//!
//! A buffer is a slice of elements; two buffers may overlap. An `Update` reads and writes an element in one step,
//! which other iterations' updates come before or after. `Load`, `Store`, `Update`, `LoadArray` and `StoreArray` fault when the
//! index is at or beyond the length, integer `Div` and `Rem` on a zero divisor and on `MIN / -1`,
//! `Within` as an access does, `Assert` when its condition is false. A fault ends the iteration: what it stored stays, nothing after runs. `site` is a place
//! in [`Kernel::sites`]. `proved` on an access says that the macro's test at launch covers it: where that test held, the
//! check may be left out. An access without it is always checked, unless [`analyse`] answers for it.
//!
//! # Groups
//!
//! In a kernel that is marked so an iteration is a group. [`StmtKind::Items`] runs a body for each of its items, in any order
//! and on any number of processors; what stands outside of one happens once, and every item sees what happened before it began.
//! Each item has what its body declares to itself; an array that is marked as shared, declared outside, is the group's. Items
//! have no items. A reduction of items is made of [`PARTIALS`](hoist_machine::program::PARTIALS) partials: number `p` joins the items whose column is `p` modulo that
//! number, row by row and in order, from the identity; they join by halves. A fault of an item ends its group.
//!
//! # Iterations
//!
//! The body runs once for each iteration, with [`Expr::Index`] for the loop variables; dimensions
//! are padded in front, so that 2 is always the last. [`Schedule`] says how iterations become the
//! items of a launch. An accumulator starts at its identity where the schedule says, not in the body.

mod analyse;
mod arena;
mod builder;
mod forward;
mod group;
mod interpret;
mod interval;
mod ir;
mod labels;
mod parts;
#[cfg(test)]
mod pass_tests;
#[cfg(test)]
mod random;
mod scalar;
mod text;
mod tracer;
mod validate;

pub use analyse::{Analysis, LaunchValues, analyse};
pub use arena::{Arena, Handle};
pub use builder::{TracedArgs, TracedBuffer};
pub use hoist_machine::program::{BLOCK, PARTIALS, RedOp};
pub use hoist_machine::{FaultKind, ScalarType, Site};
pub use interpret::{Bytes, Fault, Memory, Span, interpret};
pub use ir::*;
pub use labels::lower_labels;
pub use scalar::half_value;
pub use tracer::{Counter, Tracer};
pub use validate::{Cause, Validated, ValidationError, validate};
