//! The border between the host side and the drivers.
//!
//! A driver crate implements [`Backend`] and exports one [`backend::Api`]; the host side
//! (`hoist-host`) sees devices only through them. The errors that cross the border are here too.

pub mod backend;
pub mod cache;
pub mod error;
pub mod precompiled;
pub mod probe;

pub use backend::{Api, Backend, DeviceInfo, Mem, Strictness, Target};
pub use error::{Error, Fault, Result};
