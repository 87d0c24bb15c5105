//! The kernel language: parse, analyse, lower. No I/O, no driver, no execution.
//!
//! [`kernel`] and [`device()`] take the tokens of a function and give back the function, unchanged
//! but for the header of a `par` loop over several ranges, with its lowering beside it:
//!
//! * [`matches`] writes `match` as `if` and `else`, [`mod@rename`] gives every binding its own name, [`rows`] resolves sub-slices,
//! * [`views`] writes views of several dimensions as slices, first of all,
//! * [`host`] rewrites what stands between the `par` loops,
//! * [`header`] and [`par`] take one `par` loop apart; [`depend`] proves its iterations independent from what [`paths`] and [`values`] find, [`cover`]
//!   writes the interval test that settles bounds for a chunk, [`explain`] says so, [`mod@reduce`], [`arg`] and [`scatter`]
//!   find reductions,
//! * [`totals`] writes a reduction by groups as two loops,
//! * [`vary`] finds which values differ between lanes, [`live`] which are dead after a loop,
//! * `structs` lowers what [`fields`] has found,
//! * [`lower`], [`expr`], [`stmt`], [`loops`], [`ranges`] and [`whole`] write the body as calls of a
//!   `Machine`,
//! * [`derive`] writes `#[derive(Element)]`, [`fields`] finds what a body does with fields of structs,
//! * [`elementwise()`] writes a kernel around a closure,
//! * [`hygiene`] says where names of our own are looked up,
//! * [`item`] and [`device`](mod@device) put the lowering beside the function, [`typed`] keeps rustc from
//!   saying anything about it when the function itself is wrong.

pub mod arg;
mod array;
mod counts;
pub mod cover;
pub mod depend;
pub mod derive;
pub mod device;
pub mod diag;
pub mod elementwise;
pub mod explain;
pub mod expr;
pub mod fast;
pub mod fields;
pub mod group;
pub mod header;
pub mod host;
pub mod hygiene;
pub mod item;
pub mod linear;
pub mod live;
pub mod loops;
pub mod lower;
pub mod matches;
pub mod meeting;
mod mentions;
pub mod ops;
pub mod par;
pub mod params;
pub mod paths;
pub mod ranges;
pub mod reduce;
pub mod rename;
pub mod rows;
pub mod scan;
pub mod scatter;
pub mod slicing;
mod stmt;
mod strides;
mod structs;
pub mod totals;
pub mod tree;
mod tuples;
pub mod typed;
pub mod values;
pub mod vary;
pub mod views;
pub mod whole;

pub use derive::element;
pub use device::device;
pub use elementwise::elementwise;
pub use item::kernel;
