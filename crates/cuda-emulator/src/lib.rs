//! A stand-in for NVIDIA's driver, for tests: it is loaded as `libcuda`, takes PTX, and executes it on the host.
//!
//! It is no GPU and never says that it is one: its device is called [`DEVICE_NAME`]. What it knows of PTX is what
//! NVRTC writes for hoist's kernels, and what is near to it; an instruction or a modifier that it does not know is
//! refused by name when a module is loaded.
//!
//! `lex` and `parse` read text, `decode` resolves it to `code`, whose instructions on registers are the functions in
//! `ops`; `thread` runs one thread, `launch` the blocks and their barriers, `warp` what lanes do together, and
//! `memory` checks every address. `driver` and `api` are the driver: streams whose work waits until somebody waits
//! for it, and errors that stick to the context.
//!
//! | variable | what it does |
//! | --- | --- |
//! | `HOIST_EMULATOR_ARCH` | the compute capability that the device claims: `75` (the default), `80`, `90` |
//! | `HOIST_EMULATOR_SEED` | interleaves threads anywhere, in an order that the number picks |
//! | `HOIST_EMULATOR_LIMIT` | instructions of a launch at most |
//! | `HOIST_EMULATOR_PTX` | the newest PTX that it takes, in tenths: `78` is 7.8 |
//! | `HOIST_EMULATOR_STATS` | `1` prints how many instructions were executed, and how fast |

mod api;
pub mod ast;
pub mod code;
pub mod decode;
mod driver;
pub mod error;
pub mod launch;
mod lex;
pub mod memory;
mod ops;
mod parse;
pub mod soft;
mod thread;
mod value;
mod warp;

/// What the driver calls its device.
pub const DEVICE_NAME: &str = "hoist PTX emulator";
