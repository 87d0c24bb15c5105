//! The text that a device would be given.

use hoist_backend::Target;
use hoist_backend::error::{Error, Result};
use hoist_machine::{Elem, HSlice, Launch};

use crate::args::KernelInfo;

/// Elements that a sample slice claims to have.
const SAMPLE_LEN: usize = 64;

/// Sample arguments, for a program that is only traced.
#[derive(Default)]
pub struct SourceArgs {
    slices: u32,
}
impl SourceArgs {
    /// A scalar: 1, or `true`.
    pub fn scalar<T: Elem>(&mut self) -> T {
        crate::elems::one()
    }
    /// A slice of [`SAMPLE_LEN`] elements.
    pub fn slice<T: Elem>(&mut self, _name: &'static str) -> HSlice<T> {
        self.slices += 1;
        HSlice {
            ptr: std::ptr::null_mut(),
            len: SAMPLE_LEN,
            memory: self.slices - 1,
            offset: 0,
        }
    }
}

/// The text of each loop of a kernel, for `target`; no device is needed.
pub fn source<L: Launch>(
    kernel: &'static KernelInfo,
    target: Target,
    call: impl FnOnce(&mut SourceArgs) -> L,
) -> Result<String> {
    if target == Target::Explain {
        return Ok(kernel.explain.into());
    }
    let _call = call(&mut SourceArgs::default());
    let what = format!("the text of {}", kernel.name);
    Err(Error::Unsupported {
        device: format!("{target:?}"),
        what,
        limit: "not built yet".into(),
    })
}
