//! Runs parallel loops: rows and chunks, one thread or many, full gangs and one masked tail.
//!
//! The plain idea:
//!
//! ```text
//! for each unit (some rows, or a part of one)        // in parallel when that pays
//!     covered = the interval test holds for the unit
//!     for each gang in it: body(gang)                // unchecked when covered
//! ```
//!
//! The body stands twice in the machine code: for full gangs with a constant mask, and masked and
//! checked, for tails and for units where the interval test fails.

use crate::config::{CpuConfig, CpuError};
use crate::isa::Single;
use crate::machine::Gang;
use crate::scan::scan;
use crate::sink::{CpuFault, Sink};
use hoist_machine::isa::Isa;
use hoist_machine::program::Dim;
use hoist_machine::scan::{Scans, Uses, by_loops};
use hoist_machine::{Ctx, Element, FaultKind, HSlice, Ix, LoopInfo, Reds, Space, Stop, V};
use std::marker::PhantomData;
use std::sync::atomic::AtomicUsize;

/// The host part of a kernel on the CPU.
pub struct CpuCtx<'s, I: Isa> {
    /// As of `CpuConfig`.
    pub(crate) threads: Option<usize>,
    strict: bool,
    pub(crate) error: Option<CpuError>,
    /// Whose host part runs.
    kernel: &'static str,
    scratch: Vec<Box<dyn std::any::Any>>,
    isa: PhantomData<(&'s (), I)>,
}

impl<I: Isa> CpuCtx<'_, I> {
    /// A context for one run.
    ///
    /// # Panics
    /// When this machine lacks the instruction set, a defect of the caller.
    pub fn new(config: &CpuConfig) -> Self {
        assert!(I::available(), "this machine has no {}", I::NAME);
        CpuCtx {
            threads: config.threads,
            strict: config.strict,
            error: None,
            kernel: "",
            scratch: Vec::new(),
            isa: PhantomData,
        }
    }
    /// Why the run stopped.
    ///
    /// # Panics
    /// When it did not stop by itself, a defect of hoist.
    pub fn into_error(self) -> CpuError {
        self.error.expect("a program stops after an error was kept")
    }

    /// The fact without which a loop is not parallel, where one is missing.
    pub(crate) fn unproved(
        &mut self,
        info: &'static LoopInfo,
        fact: Option<&'static str>,
    ) -> Result<Option<&'static str>, Stop> {
        if let Some(fact) = fact {
            if self.strict {
                self.error = Some(CpuError::NotParallel { info, fact });
                return Err(Stop);
            }
            tracing::warn!(kernel = info.kernel, line = info.line, "serial: {fact}");
        }
        Ok(fact)
    }

    /// Whether a loop has ended well.
    pub(crate) fn ended(&mut self, sink: &Sink, info: &'static LoopInfo, space: &Space) -> Result<(), Stop> {
        match sink.fault(info, space) {
            Some(fault) => {
                self.error = Some(CpuError::Fault(fault));
                Err(Stop)
            }
            None => Ok(()),
        }
    }

    fn host_fault(&mut self, file: &'static str, line: u32, index: usize, len: usize) -> Stop {
        self.host_fault_in("slice", file, line, index, len)
    }

    fn host_fault_in(&mut self, text: &'static str, file: &'static str, line: u32, index: usize, len: usize) -> Stop {
        let fault = CpuFault::between_loops(self.kernel, FaultKind::OutOfBounds, text, file, line);
        let (index, len) = (index as u64, len as u64);
        self.error = Some(CpuError::Fault(CpuFault { index, len, ..fault }));
        Stop
    }
}

/// A loop being run.
pub(crate) struct Run<'r, 's, R, B, F> {
    pub(crate) space: Space,
    pub(crate) reds: R,
    pub(crate) covered: &'r B,
    pub(crate) body: &'r F,
    pub(crate) sink: &'s Sink,
    /// Columns in the last dimension, rows in the others.
    pub(crate) cols: usize,
    pub(crate) rows: usize,
    /// Units in a row, when a row has several; else rows in a unit.
    pub(crate) size: usize,
    pub(crate) per_row: usize,
    pub(crate) rows_per: usize,
    /// Whether the bounds of the whole space are settled.
    pub(crate) whole: bool,
    pub(crate) again: bool,
    /// Columns from a row's first to the first that stores at a vector's alignment, of a row before; 0 when there was none.
    pub(crate) step: AtomicUsize,
}

/// A row: its number, the number of its first iteration, the outer indices, and the last one's start and step.
#[derive(Clone, Copy)]
pub(crate) struct Line {
    pub(crate) row: usize,
    pub(crate) first: u64,
    pub(crate) outer: [i64; 2],
    pub(crate) start: usize,
    pub(crate) step: usize,
}

impl Line {
    #[inline(always)]
    fn of([a, b, c]: &[Dim; 3], cols: usize, row: usize, i: usize, j: usize) -> Line {
        Line {
            row,
            first: row.wrapping_mul(cols) as u64,
            outer: [(a.start + i * a.step) as i64, (b.start + j * b.step) as i64],
            start: c.start,
            step: c.step,
        }
    }
    /// The loop variables of the gang at column `col`.
    #[inline(always)]
    pub(crate) fn ix<'s, I: Isa>(&self, col: usize) -> Ix<Gang<'s, I>> {
        let at = self.start.wrapping_add(col.wrapping_mul(self.step));
        let unit = self.start.wrapping_add(col) as i64;
        Ix {
            at: [V(self.outer[0]), V(self.outer[1]), V(at as i64)],
            lane: V(I::ramp_i64(at as i64, self.step as i64)),
            unit: (V(unit), V(I::ramp_i64(unit, 1))),
        }
    }
}

/// Block totals, each written by the one unit that owns it.
pub(crate) struct Totals<O>(pub(crate) *mut O);
// SAFETY: units write disjoint elements, which are read after all units have ended.
unsafe impl<O: Send> Sync for Totals<O> {}

impl<'s, R: Reds, B: Fn(&Space) -> bool + Sync, F> Run<'_, 's, R, B, F> {
    pub(crate) fn units(&self) -> usize {
        if self.per_row > 1 {
            self.rows * self.per_row
        } else if self.rows <= self.rows_per {
            1
        } else {
            self.rows.div_ceil(self.rows_per)
        }
    }

    /// Rows and columns of a unit.
    pub(crate) fn part(&self, unit: usize) -> (usize, usize, usize, usize) {
        if self.per_row > 1 {
            let (row, part) = (unit / self.per_row, unit % self.per_row);
            (row, row + 1, part * self.size, ((part + 1) * self.size).min(self.cols))
        } else {
            (
                unit * self.rows_per,
                ((unit + 1) * self.rows_per).min(self.rows),
                0,
                self.cols,
            )
        }
    }

    /// The unit as a part of the space, when it is a box.
    pub(crate) fn covers(&self, r0: usize, r1: usize, c0: usize, c1: usize) -> bool {
        let [a, b, c] = self.space.dims;
        let inner = b.count().max(1);
        if r0 / inner != (r1 - 1) / inner {
            return (r0..r1).all(|r| self.covers(r, r + 1, c0, c1));
        }
        let cut = |d: Dim, lo: usize, hi: usize| Dim {
            start: d.start + lo * d.step,
            end: (d.start + (hi - 1) * d.step + 1).min(d.end),
            step: d.step,
        };
        let (i, j) = (r0 / inner, r0 % inner);
        let dims = [cut(a, i, i + 1), cut(b, j, j + (r1 - r0)), cut(c, c0, c1)];
        (self.covered)(&Space {
            rank: self.space.rank,
            dims,
        })
    }

    /// What all gangs of row `row` have in common, the row being `(i, j)` in the outer dimensions.
    #[inline(always)]
    pub(crate) fn line(&self, row: usize, i: usize, j: usize) -> Line {
        Line::of(&self.space.dims, self.cols, row, i, j)
    }
    /// Calls `f` on the rows of a unit. The outer indices are counted, from a start that the compiler can't see into: it
    /// moves a division to where its result is used, the loop over gangs, and does not get it out again.
    #[inline(always)]
    pub(crate) fn lines(&self, r0: usize, r1: usize, mut f: impl FnMut(Line)) {
        // Copies, which no store of `f` can reach.
        let (dims, cols) = (self.space.dims, self.cols);
        let inner = dims[1].count().max(1);
        let first = if r0 == 0 { (0, 0) } else { (r0 / inner, r0 % inner) };
        let (mut i, mut j) = std::hint::black_box(first);
        for row in r0..r1 {
            f(Line::of(&dims, cols, row, i, j));
            j += 1;
            if j == inner {
                (i, j) = (i + 1, 0);
            }
        }
    }

    /// Runs one gang at column `col`, and says after how many columns its stores would be
    /// aligned. The body and the row come as arguments, not from `self`: only then may the compiler keep them in registers
    /// across stores.
    #[inline(always)]
    pub(crate) fn gang<I: Isa>(
        &self,
        body: &F,
        line: Line,
        col: usize,
        k: I::Mask,
        checked: bool,
        acc: &mut R::Acc<Gang<'s, I>>,
    ) -> usize
    where
        F: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut R::Acc<Gang<'s, I>>),
    {
        let m = Gang::<I>::new(self.sink, line.first.wrapping_add(col as u64), checked);
        body(&m, k, &line.ix(col), acc);
        m.to_alignment()
    }

    pub(crate) fn unit<I: Isa>(&self, unit: usize, totals: &Totals<R::Out>)
    where
        F: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut R::Acc<Gang<'s, I>>) + Copy,
    {
        let (r0, r1, c0, c1) = self.part(unit);
        if self.sink.lowest() < (r0 * self.cols + c0) as u64 {
            return;
        }
        let covered = self.whole || self.covers(r0, r1, c0, c1);
        if R::COUNT > 0 {
            // SAFETY: `CpuCtx::new` has asked `I::available()`.
            return unsafe {
                I::enter(
                    #[inline(always)]
                    || {
                        self.lines(
                            r0,
                            r1,
                            #[inline(always)]
                            |line| self.blocks::<I>(self.body, line, c0, c1, covered, totals),
                        );
                    },
                )
            };
        }
        let mut done = c0;
        if covered && c1 - c0 >= I::LANES {
            // SAFETY: as above.
            done = unsafe {
                I::enter(
                    #[inline(always)]
                    || self.full::<I>(r0, r1, c0, c1),
                )
            };
        }
        if done < c1 {
            let mut acc = self.reds.begin(&Gang::<I>::new(self.sink, 0, false));
            self.lines(r0, r1, |line| self.masked::<I>(line, done, c1, 0, !covered, &mut acc));
        }
    }

    #[inline(always)]
    fn masks<I: Isa>(
        &self,
        body: &F,
        line: Line,
        mut col: usize,
        end: usize,
        skip: usize,
        checked: bool,
        acc: &mut R::Acc<Gang<'s, I>>,
    ) where
        F: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut R::Acc<Gang<'s, I>>),
    {
        let dead = I::first(skip);
        while col < end {
            let k = I::and_not_mask(I::first(end - col), dead);
            self.gang::<I>(body, line, col, k, checked, acc);
            col += I::LANES;
        }
    }
    /// Gangs from column `col` to `end` by their masks, without the first `skip` lanes. Not inlined, and shared by all
    /// that need it: a body is compiled twice for each instruction set, here and where no mask is.
    #[inline(never)]
    pub(crate) fn masked<I: Isa>(
        &self,
        line: Line,
        col: usize,
        end: usize,
        skip: usize,
        checked: bool,
        acc: &mut R::Acc<Gang<'s, I>>,
    ) where
        F: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut R::Acc<Gang<'s, I>>),
    {
        // SAFETY: `CpuCtx::new` has asked `I::available()`.
        unsafe {
            I::enter(
                #[inline(always)]
                || self.masks::<I>(self.body, line, col, end, skip, checked, acc),
            );
        }
    }
}

impl<'s, I: Isa> Ctx for CpuCtx<'s, I> {
    type M = Gang<'s, I>;
    type One = Gang<'s, Single>;

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
        F: Fn(&Self::M, I::Mask, &Ix<Self::M>, &mut R::Acc<Self::M>) + Sync + Copy,
    {
        self.parallel::<I, R, P, B, F>(info, space, reds, proof, covered, body)
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
        F: Fn(&Self::One, bool, &Ix<Self::One>, &mut R::Acc<Self::One>) + Sync + Copy,
    {
        self.parallel::<Single, R, P, B, F>(info, space, reds, proof, covered, body)
    }

    fn groups<P, B, F>(
        &mut self,
        info: &'static LoopInfo,
        space: Space,
        proof: P,
        covered: B,
        body: F,
    ) -> Result<(), Stop>
    where
        P: Fn() -> Option<&'static str>,
        B: Fn(&Space) -> bool + Sync,
        F: Fn(&Self::M, I::Mask, &Ix<Self::M>) + Sync,
    {
        crate::groups::groups(self, info, space, proof, covered, body)
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
        G: Fn(&Self::M, I::Mask, &Ix<Self::M>, &mut S::Acc<Self::M>) + Sync,
        F: Fn(&Self::M, I::Mask, &Ix<Self::M>, &mut S::Acc<Self::M>, &S::Acc<Self::M>, &mut R::Acc<Self::M>) + Sync,
    {
        if space.count() == 0 {
            return Ok((scans.init(), reds.init()));
        }
        if proof().is_some() {
            return by_loops(self, info, space, scans, reds, uses, proof, covered, contribute, body);
        }
        scan::<I, S, R, B, G, F>(self, info, &space, scans, reds, &covered, &contribute, &body)
    }
    fn download<T: Element>(&mut self, x: &HSlice<T>) -> Result<Vec<T>, Stop> {
        // SAFETY: a slice that the run borrows.
        Ok(unsafe { std::slice::from_raw_parts(x.ptr, x.len) }.to_vec())
    }
    fn upload<T: Element>(&mut self, x: &HSlice<T>, all: &[T]) -> Result<(), Stop> {
        // SAFETY: a slice that the run borrows exclusively.
        unsafe { std::slice::from_raw_parts_mut(x.ptr, x.len) }.copy_from_slice(all);
        Ok(())
    }

    fn enter(&mut self, kernel: &'static str) -> &'static str {
        std::mem::replace(&mut self.kernel, kernel)
    }
    fn assert(&mut self, holds: bool, text: &'static str, file: &'static str, line: u32) -> Result<(), Stop> {
        if holds {
            return Ok(());
        }
        self.error = Some(CpuError::Fault(CpuFault::between_loops(
            self.kernel,
            FaultKind::Assert,
            text,
            file,
            line,
        )));
        Err(Stop)
    }
    fn within(
        &mut self,
        at: usize,
        len: usize,
        text: &'static str,
        file: &'static str,
        line: u32,
    ) -> Result<usize, Stop> {
        if at < len {
            return Ok(at);
        }
        Err(self.host_fault_in(text, file, line, at, len))
    }
    fn scratch<T: Element>(&mut self, x: T, n: usize) -> Result<HSlice<T>, Stop> {
        let mut memory = crate::Aligned::<T>::zeros(n);
        memory.as_mut_slice().fill(x);
        let slice = HSlice {
            ptr: memory.as_mut_ptr(),
            len: n,
            memory: 0,
            offset: 0,
        };
        self.scratch.push(Box::new(memory));
        Ok(slice)
    }
    fn read<T: Element>(&mut self, x: &HSlice<T>, at: usize, file: &'static str, line: u32) -> Result<T, Stop> {
        if at >= x.len {
            return Err(self.host_fault(file, line, at, x.len));
        }
        // SAFETY: in bounds of a slice that the run borrows.
        Ok(unsafe { x.ptr.add(at).read() })
    }
    fn write<T: Element>(&mut self, x: &HSlice<T>, at: usize, y: T, file: &'static str, line: u32) -> Result<(), Stop> {
        if at >= x.len {
            return Err(self.host_fault(file, line, at, x.len));
        }
        // SAFETY: in bounds of a slice that the run borrows exclusively.
        unsafe { x.ptr.add(at).write(y) };
        Ok(())
    }
    fn fill<T: Element>(&mut self, x: &HSlice<T>, y: T) -> Result<(), Stop> {
        // SAFETY: a slice that the run borrows exclusively.
        unsafe { std::slice::from_raw_parts_mut(x.ptr, x.len) }.fill(y);
        Ok(())
    }
    fn copy<T: Element>(
        &mut self,
        to: &HSlice<T>,
        from: &HSlice<T>,
        file: &'static str,
        line: u32,
    ) -> Result<(), Stop> {
        if to.len != from.len {
            return Err(self.host_fault(file, line, from.len, to.len));
        }
        // SAFETY: both slices are `len` long and borrowed by the run.
        unsafe { std::ptr::copy(from.ptr, to.ptr, to.len) };
        Ok(())
    }
    fn sub<T: Element>(
        &mut self,
        x: &HSlice<T>,
        from: usize,
        to: usize,
        file: &'static str,
        line: u32,
    ) -> Result<HSlice<T>, Stop> {
        if from > to || to > x.len {
            return Err(self.host_fault(file, line, to.max(from), x.len));
        }
        Ok(HSlice {
            ptr: x.ptr.wrapping_add(from),
            len: to - from,
            memory: x.memory,
            offset: x.offset + from,
        })
    }
}
