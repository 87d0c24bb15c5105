//! The loops of [`TraceCtx`]: trace the body once, then `launch`.

use hoist_backend::error::Error;
use hoist_ir::Tracer;
use hoist_machine::program::{Ix, Reds};
use hoist_machine::scan::{Scans, Uses, by_loops};
use hoist_machine::{Ctx, Element, HSlice, LoopInfo, Machine, Space, Stop};

use crate::buffer::read_elems;
use crate::elems::bytes_of;
use crate::elems::zeros;
use crate::launch::Loop;
use crate::trace_ctx::TraceCtx;
use crate::types::no_memory;

impl Ctx for TraceCtx<'_> {
    type M = Tracer;
    type One = Tracer;

    fn par<R: Reds, P, B, F>(
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
        if space.count() == 0 {
            return Ok(reds.init());
        }
        if self.look.is_some() {
            return self.look_at_loop(info, &space, &reds, body);
        }
        let fact = proof();
        if let Some(fact) = fact {
            if self.device.is_strict() {
                return self.keep(Err(Error::NotParallel {
                    kernel: info.kernel,
                    line: info.line,
                    fact: fact.into(),
                }));
            }
            tracing::warn!("{}: the loop at line {} runs serially: {fact}", info.kernel, info.line);
        }
        let out = Loop::trace(info, &space, &reds, covered(&space), body)
            .and_then(|l| self.run_loop(&l, &space, &reds, fact.is_some()));
        self.keep(out)
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

    fn scan<S: Scans, R: Reds, P, B, G, F>(
        &mut self,
        info: &'static LoopInfo,
        space: Space,
        scans: S,
        reds: R,
        uses: Uses,
        proof: P,
        covered: B,
        contribute: G,
        body: F,
    ) -> Result<(S::Out, R::Out), Stop>
    where
        P: Fn() -> Option<&'static str>,
        B: Fn(&Space) -> bool + Sync,
        G: Fn(&Tracer, bool, &Ix<Tracer>, &mut S::Acc<Tracer>) + Sync,
        F: Fn(&Tracer, bool, &Ix<Tracer>, &mut S::Acc<Tracer>, &S::Acc<Tracer>, &mut R::Acc<Tracer>) + Sync,
    {
        if self.look.is_none() {
            return by_loops(self, info, space, scans, reds, uses, proof, covered, contribute, body);
        }
        self.look_at_loop(info, &space, &(), |m, k, ix, _| {
            let (mut now, mut then, mut acc) = (scans.begin(m), scans.begin(m), reds.begin(m));
            contribute(m, k, ix, &mut then);
            body(m, k, ix, &mut now, &then, &mut acc);
        })?;
        // The host may decide by a result.
        Err(Stop)
    }
    fn room<T: Element>(&mut self, n: usize) -> Result<HSlice<T>, Stop> {
        let out = self.room_of(n);
        self.keep(out)
    }
    fn download<T: Element>(&mut self, x: &HSlice<T>) -> Result<Vec<T>, Stop> {
        let mut all = zeros::<T>(x.len);
        let out = self
            .mem(x)
            .and_then(|mem| read_elems(&*self.remote.backend, mem, x.offset, &mut all));
        self.keep(out)?;
        Ok(all)
    }
    fn upload<T: Element>(&mut self, x: &HSlice<T>, all: &[T]) -> Result<(), Stop> {
        let at = x.offset * size_of::<T>();
        let out = self
            .mem(x)
            .and_then(|mem| self.remote.backend.write(mem, at, &bytes_of(all)));
        self.keep(out)
    }

    fn enter(&mut self, kernel: &'static str) -> &'static str {
        std::mem::replace(&mut self.running, kernel)
    }
    fn assert(&mut self, holds: bool, text: &'static str, file: &'static str, line: u32) -> Result<(), Stop> {
        let out = if holds {
            Ok(())
        } else {
            Err(self.asserted(text, file, line))
        };
        self.keep(out)
    }
    fn within(
        &mut self,
        at: usize,
        len: usize,
        text: &'static str,
        file: &'static str,
        line: u32,
    ) -> Result<usize, Stop> {
        let out = if at < len {
            Ok(at)
        } else {
            Err(self.out_of_bounds_in(text, at, len, file, line))
        };
        self.keep(out)
    }
    fn scratch<T: Element>(&mut self, v: T, n: usize) -> Result<HSlice<T>, Stop> {
        if self.look.is_some() {
            return Ok(no_memory(n));
        }
        let out = self.scratch_of(v, n);
        self.keep(out)
    }
    fn read<T: Element>(&mut self, x: &HSlice<T>, at: usize, file: &'static str, line: u32) -> Result<T, Stop> {
        if self.look.is_some() {
            return Err(Stop);
        }
        let out = self.read_one(x, at, file, line);
        self.keep(out)
    }
    fn write<T: Element>(&mut self, x: &HSlice<T>, at: usize, v: T, file: &'static str, line: u32) -> Result<(), Stop> {
        if self.look.is_some() {
            return Ok(());
        }
        let out = self.write_one(x, at, v, file, line);
        self.keep(out)
    }
    fn fill<T: Element>(&mut self, x: &HSlice<T>, v: T) -> Result<(), Stop> {
        if self.look.is_some() {
            return Ok(());
        }
        let out = self.fill_with(x, v);
        self.keep(out)
    }
    fn copy<T: Element>(
        &mut self,
        to: &HSlice<T>,
        from: &HSlice<T>,
        file: &'static str,
        line: u32,
    ) -> Result<(), Stop> {
        if self.look.is_some() {
            return Ok(());
        }
        let out = self.copy_between(to, from, file, line);
        self.keep(out)
    }
    fn sub<T: Element>(
        &mut self,
        x: &HSlice<T>,
        from: usize,
        to: usize,
        file: &'static str,
        line: u32,
    ) -> Result<HSlice<T>, Stop> {
        let out = self.part(x, from, to, file, line);
        self.keep(out)
    }
}
