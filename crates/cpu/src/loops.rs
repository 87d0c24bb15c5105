//! One parallel loop over gangs.

use crate::exec::{CpuCtx, Run, Totals};
use crate::machine::Gang;
use crate::sink::Sink;
use crate::spread::{serial, spread};
use hoist_machine::isa::Isa;
use hoist_machine::program::BLOCK;
use hoist_machine::reduce::pairwise;
use hoist_machine::{Ix, LoopInfo, Reds, Space, Stop};
use std::sync::atomic::AtomicUsize;

/// Iterations of a unit: a multiple of a reduction's block.
const UNIT: usize = 4096;
/// Totals of blocks that stand on the stack.
const FEW: usize = 4;

impl<'s, I: Isa> CpuCtx<'s, I> {
    /// Runs a loop by gangs of `J`: those of the run, or of one iteration each.
    pub(crate) fn parallel<J: Isa, R: Reds, P, B, F>(
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
        F: Fn(&Gang<'s, J>, J::Mask, &Ix<Gang<'s, J>>, &mut R::Acc<Gang<'s, J>>) + Sync + Copy,
    {
        let cols = space.dims[2].count();
        let rows = space.dims[0].count().saturating_mul(space.dims[1].count());
        if cols == 0 || rows == 0 {
            return Ok(reds.init());
        }
        let unproved = self.unproved(info, proof())?;
        let mut sink = Sink::new(self.threads != Some(1) && unproved.is_none());
        sink.relaxed = J::RELAXED;
        // SAFETY: the machines that hold this borrow do not outlive the call: a body gets them by
        // reference, for the time of one gang.
        let held: &'s Sink = unsafe { &*std::ptr::from_ref(&sink) };
        // Few but long iterations also want several units, where there are threads; a reduction's blocks are fixed.
        // Gangs of one have no vectors to keep together.
        let all = rows.saturating_mul(cols);
        let least = if J::LANES == 1 { 1 } else { 64 };
        let whole = covered(&space);
        let size = match R::COUNT == 0 {
            true if !info.small && self.threads != Some(1) => (all / 32).next_multiple_of(least).clamp(least, UNIT),
            // No bounds are asked a second time, and entering a unit costs what tens of such iterations do.
            true if info.small && whole => (all / 64).next_multiple_of(least).clamp(UNIT, 16 * UNIT),
            _ => UNIT,
        };
        // Divisions only where they are needed: a loop of few iterations takes no longer.
        let per_row = if cols <= size { 1 } else { cols.div_ceil(size) };
        let rows_per = if cols > size || rows == 1 { 1 } else { size / cols };
        let run = Run {
            space,
            reds,
            covered: &covered,
            body: &body,
            sink: held,
            cols,
            rows,
            size,
            per_row,
            rows_per,
            whole,
            again: info.again,
            step: AtomicUsize::new(0),
        };
        let blocks = if R::COUNT == 0 { 0 } else { rows * cols.div_ceil(BLOCK) };
        // Few stand here: to allocate takes as long as some hundred iterations.
        let (mut few, mut many) = ([reds.identities(); FEW], vec![]);
        let totals = match few.get_mut(..blocks) {
            Some(few) => few,
            None => {
                many.resize(blocks, reds.identities());
                &mut many[..]
            }
        };
        let slots = Totals(totals.as_mut_ptr());
        if unproved.is_some() {
            // One lane at a time, in order: gangs of one by their masks.
            serial::<J, R, B, F>(&run, &slots);
        } else {
            let alone = info.one_thread && !J::RELAXED;
            let threads = if alone { Some(1) } else { self.threads };
            let each = |u: usize| run.unit::<J>(u, &slots);
            spread(run.units(), run.rows.saturating_mul(run.cols), threads, each);
        }
        self.ended(&sink, info, &space)?;
        Ok(pairwise(&reds, totals))
    }
}
