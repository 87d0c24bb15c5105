//! The text that a device would be given.

use hoist_backend::error::{Error, Result};
use hoist_backend::{DeviceInfo, Target};
use hoist_ir::Tracer;
use hoist_machine::program::{Ix, Reds};
use hoist_machine::{Ctx, Element, HSlice, Launch, LoopInfo, Machine, Space, Stop};

use crate::args::KernelInfo;
use crate::launch::{Loop, options, schedule};

/// Elements that a sample slice claims to have.
const SAMPLE_LEN: usize = 64;

/// Sample arguments, for a program that is only traced.
#[derive(Default)]
pub struct SourceArgs {
    slices: u32,
}
impl SourceArgs {
    /// A scalar: 1, or `true`.
    pub fn scalar<T: Element>(&mut self) -> T {
        hoist_machine::element::one()
    }
    /// A slice of [`SAMPLE_LEN`] elements.
    pub fn slice<T: Element>(&mut self, _name: &'static str) -> HSlice<T> {
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
    let call = call(&mut SourceArgs::default());
    let mut ctx = SourceCtx {
        target,
        loops: vec![],
        error: None,
    };
    match (call.call(&mut ctx), ctx.error) {
        (_, Some(e)) => Err(e),
        (_, None) => Ok(ctx.loops.join("\n")),
    }
}

/// Where a program runs to have its loops printed: nothing is computed.
struct SourceCtx {
    target: Target,
    loops: Vec<String>,
    error: Option<Error>,
}

impl SourceCtx {
    fn print<R: Reds>(&self, l: &Loop) -> Result<String> {
        let schedule = schedule::<R>(l, false);
        let printed = if self.target == Target::Ptx {
            Target::Cuda
        } else {
            self.target
        };
        let Some(options) = options(printed, l, schedule, &everything()) else {
            return Ok(l.ir.to_string());
        };
        let failed = |e: hoist_emit::EmitError| Error::Unsupported {
            device: format!("{:?}", self.target),
            what: format!("kernel {}", l.info.kernel),
            limit: e.to_string(),
        };
        let text = hoist_emit::emit(&l.ir, &options).map_err(failed)?.text;
        if self.target == Target::Ptx {
            ptx(&text, l.info.fast)
        } else {
            Ok(text)
        }
    }
}

/// A device that lacks nothing.
fn everything() -> DeviceInfo {
    crate::check::info()
}

/// The oldest architecture whose PTX every driver of today takes.
#[cfg(feature = "cuda")]
fn ptx(text: &str, fast: bool) -> Result<String> {
    let compile = if fast {
        hoist_cuda::compile_fast_ptx
    } else {
        hoist_cuda::compile_ptx
    };
    compile(text, "compute_75")
}
#[cfg(not(feature = "cuda"))]
fn ptx(_: &str, _: bool) -> Result<String> {
    Err(Error::Missing {
        api: "ptx".into(),
        what: "the CUDA compiler's interface".into(),
        hint: "build hoist with the feature `cuda`".into(),
    })
}

impl Ctx for SourceCtx {
    type M = Tracer;
    type One = Tracer;

    fn par<R: Reds, P, B, F>(
        &mut self,
        info: &'static LoopInfo,
        space: Space,
        reds: R,
        _: P,
        covered: B,
        body: F,
    ) -> Result<R::Out, Stop>
    where
        P: Fn() -> Option<&'static str>,
        B: Fn(&Space) -> bool + Sync,
        F: Fn(&Tracer, <Tracer as Machine>::Mask, &Ix<Tracer>, &mut R::Acc<Tracer>) + Sync + Copy,
    {
        // A loop in a host loop is printed once.
        let text = Loop::trace(info, &space, &reds, covered(&space), body).and_then(|l| self.print::<R>(&l));
        match text {
            Ok(text) if self.loops.contains(&text) => Ok(reds.init()),
            Ok(text) => {
                self.loops.push(text);
                Ok(reds.init())
            }
            Err(e) => {
                self.error = Some(e);
                Err(Stop)
            }
        }
    }

    fn par_by_one<R: Reds, P, B, F>(
        &mut self,
        info: &'static LoopInfo,
        space: Space,
        reds: R,
        proof: P,
        covered: B,
        body: F,
    ) -> Result<R::Out, Stop>
    where
        P: Fn() -> Option<&'static str>,
        B: Fn(&Space) -> bool + Sync,
        F: Fn(&Tracer, <Tracer as Machine>::Mask, &Ix<Tracer>, &mut R::Acc<Tracer>) + Sync + Copy,
    {
        self.par(info, space, reds, proof, covered, body)
    }
    fn download<T: Element>(&mut self, x: &HSlice<T>) -> Result<Vec<T>, Stop> {
        Ok(crate::elems::zeros(x.len))
    }
    fn upload<T: Element>(&mut self, _: &HSlice<T>, _: &[T]) -> Result<(), Stop> {
        Ok(())
    }
    fn enter(&mut self, kernel: &'static str) -> &'static str {
        kernel
    }
    fn assert(&mut self, _: bool, _: &'static str, _: &'static str, _: u32) -> Result<(), Stop> {
        // The arguments are made up.
        Ok(())
    }
    fn within(&mut self, at: usize, _: usize, _: &'static str, _: &'static str, _: u32) -> Result<usize, Stop> {
        Ok(at)
    }
    fn scratch<T: Element>(&mut self, _: T, n: usize) -> Result<HSlice<T>, Stop> {
        Ok(HSlice {
            ptr: std::ptr::null_mut(),
            len: n,
            memory: u32::MAX,
            offset: 0,
        })
    }
    fn read<T: Element>(&mut self, _: &HSlice<T>, _: usize, _: &'static str, _: u32) -> Result<T, Stop> {
        Ok(hoist_machine::element::one())
    }
    fn write<T: Element>(&mut self, _: &HSlice<T>, _: usize, _: T, _: &'static str, _: u32) -> Result<(), Stop> {
        Ok(())
    }
    fn fill<T: Element>(&mut self, _: &HSlice<T>, _: T) -> Result<(), Stop> {
        Ok(())
    }
    fn copy<T: Element>(&mut self, _: &HSlice<T>, _: &HSlice<T>, _: &'static str, _: u32) -> Result<(), Stop> {
        Ok(())
    }
    fn sub<T: Element>(
        &mut self,
        x: &HSlice<T>,
        from: usize,
        to: usize,
        _: &'static str,
        _: u32,
    ) -> Result<HSlice<T>, Stop> {
        Ok(HSlice {
            len: to.saturating_sub(from),
            offset: x.offset + from,
            ..*x
        })
    }
}
