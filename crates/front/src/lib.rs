//! The kernel language: parse, analyse, lower. No I/O, no driver, no execution.
//!
//! [`kernel`] and [`device`] take the tokens of a function and give back the function, unchanged
//! but for the header of a `par` loop over several ranges, with its lowering beside it:
//!
//! * [`mod@rename`] gives every binding its own name,
//! * [`host`] rewrites what stands between the `par` loops,
//! * [`par`] takes one `par` loop apart; [`depend`] proves its iterations independent, [`cover`]
//!   writes the interval test that settles bounds for a chunk, [`mod@reduce`] finds reductions,
//! * [`vary`] finds which values differ between lanes, [`live`] which are dead after a loop,
//! * [`lower`], [`expr`], [`stmt`] and [`loops`] write the body as calls of a `Machine`.

pub mod cover;
pub mod depend;
pub mod diag;
pub mod expr;
pub mod host;
pub mod item;
pub mod linear;
pub mod live;
pub mod loops;
pub mod lower;
pub mod ops;
pub mod par;
pub mod reduce;
pub mod rename;
pub mod stmt;
pub mod tree;
pub mod vary;

pub use item::{device, kernel};
