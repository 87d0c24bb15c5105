//! The walk over a validated kernel.

use hoist_ir::Validated;

use crate::{EmitError, Emitted, Options};

/// Prints a kernel. Not connected yet: it waits for the IR's types, see `print` and `ops` for what
/// each statement and operation becomes.
pub fn emit(_ir: &Validated, _options: &Options) -> Result<Emitted, EmitError> {
    Err(EmitError::Unsupported {
        what: "the IR walk is not written yet",
    })
}
