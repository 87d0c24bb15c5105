//! Scans: contributions of a group, their prefixes in registers, the body; in the shape that `hoist_machine::scan` documents.
//!
//! One thread goes through the iterations once. Several take units in order: each sums its unit's contributions, waits for
//! what stands before the unit, says what stands after it, and goes through the unit again, which is in the cache now.

use crate::blocks::begin;
use crate::config::CpuError;
use crate::exec::{CpuCtx, Line, Run, Totals};
use crate::machine::Gang;
use crate::sink::Sink;
use crate::spread::{WORTH_NS, alone, crowd, together};
use crate::sweep::{AddHighest, Highest, Lane, Pairs, Up, Within};
use hoist_machine::isa::Isa;
use hoist_machine::program::{BLOCK, MAX_LANES, PARTIALS};
use hoist_machine::reduce::pairwise;
use hoist_machine::scan::{GROUP, MAX_SCANS, Scans};
use hoist_machine::{Ix, LoopInfo, Reds, Space, Stop};
use std::cell::UnsafeCell;
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Columns of a unit: what a core's cache holds of a few slices.
const UNIT: usize = 16 * BLOCK;

/// The variables as bits.
pub(crate) type Bits = [u64; MAX_SCANS];

/// The closure that says what an iteration contributes.
pub(crate) trait Contribute<'s, I: Isa, S: Scans>:
    Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut S::Acc<Gang<'s, I>>) + Sync
{
}
impl<'s, I: Isa, S: Scans, T> Contribute<'s, I, S> for T where
    T: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut S::Acc<Gang<'s, I>>) + Sync
{
}

/// The closure that is the iteration.
#[rustfmt::skip]
pub(crate) trait Body<'s, I: Isa, S: Scans, R: Reds>:
    Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut S::Acc<Gang<'s, I>>, &S::Acc<Gang<'s, I>>, &mut R::Acc<Gang<'s, I>>) + Sync
{
}
#[rustfmt::skip]
impl<'s, I: Isa, S: Scans, R: Reds, T> Body<'s, I, S, R> for T where
    T: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut S::Acc<Gang<'s, I>>, &S::Acc<Gang<'s, I>>, &mut R::Acc<Gang<'s, I>>) + Sync
{
}

/// A scan's loop being run; `run.body` is what contributes.
struct Scanner<'a, 'r, 's, S, R, B, G, F> {
    run: &'a Run<'r, 's, R, B, G>,
    scans: S,
    body: &'a F,
    /// Where contributing faults: the body does what comes before, then faults too.
    quiet: &'s Sink,
}

impl<'s, S, R, B, G, F> Scanner<'_, '_, 's, S, R, B, G, F>
where
    S: Scans,
    R: Reds,
    B: Fn(&Space) -> bool + Sync,
{
    #[inline(always)]
    fn join(&self, a: &Bits, b: &Bits) -> Bits {
        self.scans
            .bits(self.scans.join(self.scans.of_bits(a), self.scans.of_bits(b)))
    }
    #[inline(always)]
    fn bits<I: Isa>(&self, acc: &S::Acc<Gang<'s, I>>, lane: usize) -> Bits {
        let mut lane = Lane(lane, [0; MAX_SCANS], PhantomData::<I>);
        self.scans.each(acc, &mut lane);
        lane.1
    }

    /// Adds neighbours of a power of two of sets, level by level: the first has the result.
    #[inline(always)]
    fn pairs<I: Isa>(&self, m: &Gang<'s, I>, acc: &mut [S::Acc<Gang<'s, I>>]) {
        let mut d = 1;
        while d < acc.len() {
            let mut n = 0;
            while n < acc.len() {
                let (low, high) = acc[n..].split_at_mut(d);
                self.scans.change(&mut low[0], &high[0], &mut Pairs(m));
                n += 2 * d;
            }
            d *= 2;
        }
    }

    /// Joins the sums of as many whole groups as there are lanes to `groups`. Nothing but the sums is wanted, and these take
    /// a third of the additions that prefixes do.
    #[inline(always)]
    fn sums_of_groups<I: Isa>(&self, line: Line, col: usize, groups: &mut Bits)
    where
        G: Contribute<'s, I, S>,
    {
        let m = Gang::<I>::new(self.quiet, 0, false);
        let mut room = [const { MaybeUninit::uninit() }; MAX_LANES];
        let lanes = begin(&self.scans, &m, &mut room, I::LANES);
        for (group, sum) in lanes.iter_mut().enumerate() {
            let mut room = [const { MaybeUninit::uninit() }; GROUP];
            let acc = begin(&self.scans, &m, &mut room, GROUP / I::LANES);
            for (set, acc) in acc.iter_mut().enumerate() {
                let at = col + group * GROUP + set * I::LANES;
                let m = Gang::<I>::new(self.quiet, line.first.wrapping_add(at as u64), false);
                (self.run.body)(&m, I::splat_mask(true), &line.ix(at), acc);
            }
            self.pairs::<I>(&m, acc);
            self.scans.assign(&m, I::splat_mask(true), sum, &acc[0]);
        }
        self.pairs::<I>(&m, lanes);
        for lane in 0..I::LANES {
            *groups = self.join(groups, &self.bits::<I>(&lanes[0], lane));
        }
    }

    /// Makes sums of a group's contributions.
    #[inline(always)]
    fn sums<I: Isa>(&self, m: &Gang<'s, I>, acc: &mut [S::Acc<Gang<'s, I>>]) {
        let none = self.scans.begin(m);
        for one in acc.iter_mut() {
            self.scans.change(one, &none, &mut Within(m));
        }
        let mut d = 1;
        while d < acc.len() {
            let mut whole = 0;
            while whole < acc.len() {
                let (low, high) = acc[whole..].split_at_mut(d);
                for one in &mut high[..d] {
                    self.scans.change(one, &low[d - 1], &mut AddHighest(m));
                }
                whole += 2 * d;
            }
            d *= 2;
        }
    }

    /// The iterations from `col` to `end`, at most a group: their sum, and the body where there is a `carry`, which holds
    /// the blocks and the groups before. `whole` is a constant: all of a group is there and in bounds.
    #[inline(always)]
    #[allow(clippy::too_many_arguments)]
    fn group<I: Isa>(
        &self,
        line: Line,
        col: usize,
        end: usize,
        whole: bool,
        checked: bool,
        carry: Option<(&S::Acc<Gang<'s, I>>, &S::Acc<Gang<'s, I>>)>,
        partials: &mut [R::Acc<Gang<'s, I>>],
    ) -> S::Acc<Gang<'s, I>>
    where
        G: Contribute<'s, I, S>,
        F: Body<'s, I, S, R>,
    {
        let (sets, m) = (GROUP / I::LANES, Gang::<I>::new(self.quiet, 0, false));
        let first = line.first.wrapping_add(col as u64);
        let lanes = |at: usize, end: usize| {
            if whole {
                I::splat_mask(true)
            } else {
                I::first(end.saturating_sub(at))
            }
        };
        let mut room = [const { MaybeUninit::uninit() }; GROUP];
        let acc = begin(&self.scans, &m, &mut room, sets);
        for (set, acc) in acc.iter_mut().enumerate() {
            let at = col + set * I::LANES;
            if whole || at < end {
                let m = Gang::<I>::new(self.quiet, line.first.wrapping_add(at as u64), checked);
                (self.run.body)(&m, lanes(at, end), &line.ix(at), acc);
            }
        }
        if whole && self.quiet.lowest() < first.saturating_add(GROUP as u64) {
            return self.part_of_group::<I>(line, col, end, checked, carry, partials);
        }
        self.sums::<I>(&m, acc);
        let none = self.scans.begin(&m);
        let mut sum = self.scans.begin(&m);
        self.scans.change(&mut sum, &acc[sets - 1], &mut Highest);
        let Some((blocks, groups)) = carry else { return sum };
        // After a fault the variables are not what they would be.
        let faulty = self.quiet.lowest();
        if faulty < first {
            return sum;
        }
        let alive = end.min(col.saturating_add((faulty - first).saturating_add(1) as usize));
        let all = I::splat_mask(true);
        let mut low = none;
        for (set, (after, partial)) in acc.iter_mut().zip(partials).enumerate() {
            let at = col + set * I::LANES;
            if !whole && at >= alive {
                break;
            }
            let mut before = self.scans.begin(&m);
            self.scans.assign(&m, all, &mut before, after);
            self.scans.change(&mut before, &low, &mut Up);
            self.scans.assign(&m, all, &mut low, after);
            for x in [&mut before, &mut *after] {
                self.scans.join_acc(&m, x, groups);
                self.scans.join_acc(&m, x, blocks);
            }
            let m = Gang::<I>::new(self.run.sink, line.first.wrapping_add(at as u64), checked);
            let mut one = self.run.reds.begin(&m);
            (self.body)(&m, lanes(at, alive), &line.ix(at), &mut before, after, &mut one);
            self.run.reds.join_acc(&m, partial, &one);
        }
        sum
    }

    /// The same with masks; not inlined, so that a body is compiled twice.
    #[inline(never)]
    fn part_of_group<I: Isa>(
        &self,
        line: Line,
        col: usize,
        end: usize,
        checked: bool,
        carry: Option<(&S::Acc<Gang<'s, I>>, &S::Acc<Gang<'s, I>>)>,
        partials: &mut [R::Acc<Gang<'s, I>>],
    ) -> S::Acc<Gang<'s, I>>
    where
        G: Contribute<'s, I, S>,
        F: Body<'s, I, S, R>,
    {
        // SAFETY: `CpuCtx::new` has asked `I::available()`.
        unsafe {
            I::enter(
                #[inline(always)]
                || self.group::<I>(line, col, end, false, checked, carry, partials),
            )
        }
    }

    /// The blocks of a row's part. Where there is a `carry` the body runs, and the carry goes on; else `totals` gets the
    /// blocks' sums.
    #[inline(always)]
    fn blocks<I: Isa>(
        &self,
        line: Line,
        c0: usize,
        c1: usize,
        covered: bool,
        mut carry: Option<&mut Bits>,
        totals: &mut Vec<Bits>,
        results: &Totals<R::Out>,
    ) where
        G: Contribute<'s, I, S>,
        F: Body<'s, I, S, R>,
    {
        let m = Gang::<I>::new(self.quiet, 0, false);
        let per_row = self.run.cols.div_ceil(BLOCK);
        let mut block = c0;
        while block < c1 {
            let end = (block + BLOCK).min(c1);
            let mut room = [const { MaybeUninit::uninit() }; PARTIALS];
            let partials = begin(&self.run.reds, &m, &mut room, PARTIALS / I::LANES);
            let mut groups = self.scans.begin(&m);
            let blocks = carry.as_deref().map(
                #[inline(always)]
                |bits| self.scans.splat(&m, self.scans.of_bits(bits)),
            );
            let mut col = block;
            if carry.is_none() && covered && end - block == BLOCK {
                let mut sum = self.scans.bits(self.scans.identities());
                while col < end {
                    self.sums_of_groups::<I>(line, col, &mut sum);
                    col += GROUP * I::LANES;
                }
                groups = self.scans.splat(&m, self.scans.of_bits(&sum));
            }
            while col < end {
                let before = blocks.as_ref().map(
                    #[inline(always)]
                    |b| (b, &groups),
                );
                let sum = if covered && end - col >= GROUP {
                    self.group::<I>(line, col, col + GROUP, true, false, before, partials)
                } else {
                    self.part_of_group::<I>(line, col, end.min(col + GROUP), !covered, before, partials)
                };
                self.scans.join_acc(&m, &mut groups, &sum);
                col += GROUP;
            }
            let total = self.bits::<I>(&groups, 0);
            match &mut carry {
                Some(carry) => {
                    **carry = self.join(carry, &total);
                    if R::COUNT > 0 {
                        let total = self.run.fold::<I>(&m, partials);
                        // SAFETY: this block's slot, which no other unit writes.
                        unsafe { results.0.add(line.row * per_row + block / BLOCK).write(total) };
                    }
                }
                None => totals.push(total),
            }
            block = end;
        }
    }
}

impl<'s, S, R, B, G, F> Scanner<'_, '_, 's, S, R, B, G, F>
where
    S: Scans,
    R: Reds,
    B: Fn(&Space) -> bool + Sync,
{
    /// One unit: with a carry the whole of it, else its blocks' sums.
    fn unit<I: Isa>(&self, unit: usize, mut carry: Option<&mut Bits>, totals: &mut Vec<Bits>, results: &Totals<R::Out>)
    where
        G: Contribute<'s, I, S>,
        F: Body<'s, I, S, R>,
    {
        let run = self.run;
        let (r0, r1, c0, c1) = run.part(unit);
        let first = (r0 * run.cols + c0) as u64;
        if self.quiet.lowest() < first || run.sink.lowest() < first {
            return;
        }
        let covered = run.whole || run.covers(r0, r1, c0, c1);
        // SAFETY: `CpuCtx::new` has asked `I::available()`.
        unsafe {
            I::enter(
                #[inline(always)]
                || {
                    run.lines(
                        r0,
                        r1,
                        #[inline(always)]
                        |line| self.blocks::<I>(line, c0, c1, covered, carry.as_deref_mut(), totals, results),
                    );
                },
            );
        }
    }

    /// All units; gives the variables after the loop.
    fn run<I: Isa>(&self, threads: Option<usize>, results: &Totals<R::Out>) -> S::Out
    where
        S::Out: Sync,
        G: Contribute<'s, I, S>,
        F: Body<'s, I, S, R>,
    {
        let units = self.run.units();
        let (pool, wide) = crowd(threads);
        let mut carry = self.scans.bits(self.scans.init());
        let each = |u: usize| self.unit::<I>(u, Some(&mut carry), &mut Vec::new(), results);
        // Where others take part each unit is gone through twice: more has to be left than of a plain loop.
        let Some((next, _)) = alone(units, wide, 4 * WORTH_NS, each) else {
            return self.scans.of_bits(&carry);
        };
        let carries = Carries::new(next, units, carry);
        let taken = AtomicUsize::new(next);
        let work = || {
            let mut totals = Vec::new();
            loop {
                let unit = taken.fetch_add(1, Ordering::Relaxed);
                if unit >= units {
                    break;
                }
                totals.clear();
                self.unit::<I>(unit, None, &mut totals, results);
                let mut carry = carries.wait(unit);
                carries.set(unit + 1, totals.iter().fold(carry, |sum, total| self.join(&sum, total)));
                self.unit::<I>(unit, Some(&mut carry), &mut Vec::new(), results);
            }
        };
        let iterations = self.run.rows.saturating_mul(self.run.cols);
        together(pool, (wide - 1).min(units - next), iterations / wide, &work);
        self.scans.of_bits(&carries.wait(units))
    }
}

/// The variables before each unit, from `first` on; each is set once, by the thread that runs the unit before.
struct Carries {
    first: usize,
    all: Vec<(AtomicBool, UnsafeCell<Bits>)>,
}
// SAFETY: a cell is written before its flag is set, and read after.
unsafe impl Sync for Carries {}

impl Carries {
    fn new(first: usize, units: usize, carry: Bits) -> Self {
        let none = || (AtomicBool::new(false), UnsafeCell::new([0; MAX_SCANS]));
        let carries = Carries {
            first,
            all: (first..=units).map(|_| none()).collect(),
        };
        carries.set(first, carry);
        carries
    }
    fn set(&self, unit: usize, carry: Bits) {
        let (ready, cell) = &self.all[unit - self.first];
        // SAFETY: set once, and not read before the flag is set.
        unsafe { *cell.get() = carry };
        ready.store(true, Ordering::Release);
    }
    /// Units are taken in order, by threads that run: the one before is on its way.
    fn wait(&self, unit: usize) -> Bits {
        let (ready, cell) = &self.all[unit - self.first];
        let mut turns = 0u32;
        while !ready.load(Ordering::Acquire) {
            turns += 1;
            if turns < 1 << 10 {
                std::hint::spin_loop();
            } else {
                std::thread::yield_now();
            }
        }
        // SAFETY: the flag is set, after which nothing writes.
        unsafe { *cell.get() }
    }
}

/// Runs a scan's loop whose iterations are known to be independent.
#[allow(clippy::too_many_arguments)]
pub(crate) fn scan<'s, I: Isa, S: Scans, R: Reds, B, G, F>(
    ctx: &mut CpuCtx<'s, I>,
    info: &'static LoopInfo,
    space: &Space,
    scans: S,
    reds: R,
    covered: &B,
    contribute: &G,
    body: &F,
) -> Result<(S::Out, R::Out), Stop>
where
    B: Fn(&Space) -> bool + Sync,
    G: Contribute<'s, I, S>,
    F: Body<'s, I, S, R>,
{
    let cols = space.dims[2].count();
    let rows = space.dims[0].count().saturating_mul(space.dims[1].count());
    let threads = if info.one_thread { Some(1) } else { ctx.threads };
    let (sink, quiet) = (Sink::new(threads != Some(1)), Sink::new(false));
    // SAFETY: the machines that hold these borrows do not outlive the call: a body gets them by reference, for the time of
    // one gang.
    let (sink, quiet): (&'s Sink, &'s Sink) = unsafe { (&*std::ptr::from_ref(&sink), &*std::ptr::from_ref(&quiet)) };
    let run = Run {
        space: *space,
        reds,
        covered,
        body: contribute,
        sink,
        cols,
        rows,
        size: UNIT,
        per_row: cols.div_ceil(UNIT),
        rows_per: (UNIT / cols).max(1),
        whole: covered(space),
        again: false,
        step: AtomicUsize::new(0),
    };
    let scanner = Scanner {
        run: &run,
        scans,
        body,
        quiet,
    };
    let blocks = if R::COUNT == 0 { 0 } else { rows * cols.div_ceil(BLOCK) };
    let mut totals = vec![reds.identities(); blocks];
    let out = scanner.run::<I>(threads, &Totals(totals.as_mut_ptr()));
    // What contributing meets the body meets too, at the latest.
    if let Some(fault) = sink.fault(info, space).or_else(|| quiet.fault(info, space)) {
        ctx.error = Some(CpuError::Fault(fault));
        return Err(Stop);
    }
    Ok((out, pairwise(&reds, &mut totals)))
}
