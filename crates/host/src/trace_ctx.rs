//! A kernel on a device behind a driver: each loop is traced, emitted, compiled once, launched.

use hoist_backend::backend::Mem;
use hoist_backend::error::{Error, Result};
use hoist_machine::{Launch, Stop};

use crate::args::KernelInfo;
use crate::device::{Device, Remote};
use crate::types::Look;

/// Where a program runs: over a [`Backend`](hoist_backend::Backend).
pub(crate) struct TraceCtx<'a> {
    pub(crate) device: &'a Device,
    pub(crate) remote: &'a Remote,
    pub(crate) kernel: &'static KernelInfo,
    /// What handles name: the arguments, then scratch.
    pub(crate) memories: Vec<Mem>,
    /// Those of them that go back to the pool.
    pub(crate) rooms: Vec<Mem>,
    /// The kernel whose host part runs: this one, or one that it calls.
    pub(crate) running: &'static str,
    /// Set in the pass that only looks.
    pub(crate) look: Option<Look>,
    /// Why the program stopped.
    pub(crate) error: Option<Error>,
}

impl<'a> TraceCtx<'a> {
    pub(crate) fn new(device: &'a Device, remote: &'a Remote, kernel: &'static KernelInfo, memories: Vec<Mem>) -> Self {
        TraceCtx {
            device,
            remote,
            kernel,
            running: kernel.name,
            memories,
            rooms: Vec::new(),
            look: None,
            error: None,
        }
    }

    /// Runs the whole program.
    pub(crate) fn program<L: Launch>(&mut self, call: L) -> Result<L::Ret, Stop> {
        call.call(self)
    }

    /// The program's answer, or why it stopped.
    pub(crate) fn finish<R>(self, result: Result<R, Stop>) -> Result<R> {
        if result.is_ok() {
            let backend = &*self.remote.backend;
            self.rooms.into_iter().for_each(|m| self.remote.pool.give(backend, m));
        }
        result.map_err(|Stop| {
            self.error.unwrap_or_else(|| Error::Internal {
                kernel: self.kernel.name.into(),
                log: "the program stopped without a reason".into(),
            })
        })
    }
}
