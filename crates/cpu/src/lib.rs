//! Kernels on the CPU: instruction sets, the lane machine, the executor.
//!
//! [`isa`] fills in registers, [`machine`] answers a kernel body with them, [`exec`] cuts the
//! iterations of a loop into chunks, runs them on one thread or all, and joins reductions in their
//! fixed shape. [`run`] picks the instruction set at run time.

mod array;
mod blocks;
pub mod exec;
mod groups;
pub mod isa;
mod items;
mod lanes;
mod loops;
pub mod machine;
mod memory;
mod parts;
mod rows;
mod scan;
pub mod sink;
mod spread;
mod sweep;
mod tables;
mod update;

mod aligned;
mod config;

pub use aligned::Aligned;
pub use config::{CpuConfig, CpuError, Isa, run};
pub use sink::CpuFault;
