//! Which types a kernel needs and its device lacks: found before anything runs.
//!
//! The macro names the types that the text of a parallel loop mentions. What type inference, device functions and
//! type parameters hide is found by a first pass over the program, in which loops are traced and nothing is done. It
//! ends where the host part would look at a value of the device. Later loops are looked at when they are launched.

use hoist_backend::backend::DeviceInfo;
use hoist_backend::error::{Error, Result};
use hoist_ir::{Kernel, Tracer};
use hoist_machine::program::{Ix, Reds};
use hoist_machine::{HSlice, Launch, LoopInfo, ScalarType, Space, Stop};

use crate::store::lock;
use crate::trace_ctx::TraceCtx;

/// A pass that only looks.
#[derive(Default)]
pub(crate) struct Look {
    seen: Vec<*const LoopInfo>,
    types: Vec<ScalarType>,
}

/// Those of `types` that a device lacks. `usize` may be computed in 32 bits: [`TraceCtx::run_loop`] decides on it.
fn lacks(info: &DeviceInfo, types: impl IntoIterator<Item = ScalarType>) -> Vec<ScalarType> {
    let mut missing: Vec<ScalarType> = types.into_iter().filter(|t| !info.has(*t)).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}
fn list(types: &[ScalarType]) -> String {
    types.iter().map(|t| t.name()).collect::<Vec<_>>().join(", ")
}

/// Every type that a loop's values, variables, slices and scalars have.
pub(crate) fn of_loop(k: &Kernel) -> impl Iterator<Item = ScalarType> {
    k.types().into_iter().chain(k.uniforms.iter().map(|u| u.ty))
}

impl TraceCtx<'_> {
    /// Refuses a kernel for what its device lacks of `types`.
    pub(crate) fn refuse_missing(&self, types: impl IntoIterator<Item = ScalarType>) -> Result<()> {
        let info = self.device.info();
        let missing = lacks(info, types);
        if missing.is_empty() {
            return Ok(());
        }
        let (names, s) = (list(&missing), if missing.len() > 1 { "s" } else { "" });
        Err(Error::Unsupported {
            device: self.device.name().into(),
            what: format!("the type{s} {names} in kernel {}", self.kernel.name),
            limit: format!("{} has no {names}", info.name),
        })
    }

    /// Refuses a program, before anything runs, for a type that the device lacks.
    pub(crate) fn check_types<L: Launch>(&mut self, call: &L) -> Result<()> {
        let some = |t: &ScalarType| *t != ScalarType::Usize;
        if lacks(self.device.info(), ScalarType::ALL.into_iter().filter(some)).is_empty() {
            return Ok(());
        }
        let key = (std::ptr::from_ref(self.kernel) as usize, std::any::type_name::<L>());
        if lock(&self.remote.typed).contains(&key) {
            return Ok(());
        }
        let mentioned = self.kernel.types.iter();
        let mentioned = ScalarType::ALL
            .into_iter()
            .filter(|t| mentioned.clone().any(|n| *n == t.name()));
        let mut types: Vec<ScalarType> = mentioned.collect();
        if let Some(call) = call.again() {
            self.look = Some(Look::default());
            let _ = self.program(call);
            types.extend(self.look.take().unwrap_or_default().types);
            self.error = None;
        }
        self.refuse_missing(types.into_iter().filter(some))?;
        lock(&self.remote.typed).insert(key);
        Ok(())
    }

    /// A loop in the pass that only looks.
    pub(crate) fn look_at_loop<R: Reds>(
        &mut self,
        info: &'static LoopInfo,
        space: &Space,
        reds: &R,
        body: impl FnOnce(&Tracer, bool, &Ix<Tracer>, &mut R::Acc<Tracer>),
    ) -> Result<R::Out, Stop> {
        let Some(look) = &mut self.look else { return Err(Stop) };
        if !look.seen.contains(&std::ptr::from_ref(info)) {
            look.seen.push(info);
            look.types
                .extend(of_loop(&Tracer::trace(info, space.rank, reds, body).0));
        }
        // The host may decide by a result.
        if R::COUNT == 0 { Ok(reds.init()) } else { Err(Stop) }
    }
}

/// A scratch slice in the pass that only looks.
pub(crate) fn no_memory<T>(n: usize) -> HSlice<T> {
    HSlice {
        ptr: std::ptr::null_mut(),
        len: n,
        memory: u32::MAX,
        offset: 0,
    }
}
