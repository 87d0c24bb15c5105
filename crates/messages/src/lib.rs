//! Tests of what a user reads when a kernel is wrong. A package of its own, because what is compiled for each of them then
//! has no driver's crates.
