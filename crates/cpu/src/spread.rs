//! Units of a loop on one thread or many, and iterations one after the other.

use crate::blocks::begin;
use crate::exec::{Run, Totals};
use crate::machine::Gang;
use crate::tables::with_tables;
use hoist_machine::isa::Isa;
use hoist_machine::program::{BLOCK, PARTIALS};
use hoist_machine::{Ix, Reds, Space};
use std::mem::MaybeUninit;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Work below this is not worth other threads: `join` from outside a pool costs 8 to 12 µs.
pub(crate) const WORTH_NS: u128 = 50_000;
/// Work for one job of the pool.
const JOB_NS: u128 = 10_000;

/// The stack of a thread of hoist's own pools: where nothing is optimised, a large body needs more than the usual 2 MiB.
const STACK: usize = 16 << 20;

/// The pool of a thread count. Without one it is rayon's own, as the rest of the program has it, but for a debug build,
/// whose stacks would be too small.
fn pool(threads: Option<usize>) -> Option<&'static rayon::ThreadPool> {
    static POOLS: std::sync::Mutex<Vec<(usize, &'static rayon::ThreadPool)>> = std::sync::Mutex::new(Vec::new());
    static ASKED: OnceLock<Option<usize>> = OnceLock::new();
    let asked = *ASKED.get_or_init(|| {
        std::env::var("HOIST_THREADS")
            .ok()
            .and_then(|n| n.parse().ok())
            .filter(|n| *n > 0)
    });
    let debug = || cfg!(debug_assertions).then(rayon::current_num_threads);
    let n = threads.or(asked).or_else(debug)?;
    let mut pools = POOLS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some((_, p)) = pools.iter().find(|(k, _)| *k == n) {
        return Some(p);
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(n)
        .stack_size(STACK)
        .build()
        .ok()?;
    let pool: &'static _ = Box::leak(Box::new(pool));
    pools.push((n, pool));
    Some(pool)
}

/// All units, on this thread or on all; `iterations` are all of theirs.
pub(crate) fn spread(units: usize, iterations: usize, threads: Option<usize>, each: impl Fn(usize) + Sync) {
    let (pool, wide) = crowd(threads);
    if wide == 1 {
        // SAFETY: the run borrows its slices; those that are updated, the loop only updates.
        unsafe { with_tables(iterations, false, || (0..units).for_each(&each)) };
        return;
    }
    let Some((next, ns)) = alone(units, wide, WORTH_NS, &each) else {
        return;
    };
    let job = (JOB_NS / ns).clamp(1, units as u128) as usize;
    let taken = AtomicUsize::new(next);
    let jobs = || loop {
        let first = taken.fetch_add(job, Ordering::Relaxed);
        if first >= units {
            break;
        }
        (first..(first + job).min(units)).for_each(&each);
    };
    let helpers = (wide - 1).min((units - next).div_ceil(job));
    together(pool, helpers, iterations / wide, &jobs);
}

/// The threads that a loop may have, and how many.
pub(crate) fn crowd(threads: Option<usize>) -> (Option<&'static rayon::ThreadPool>, usize) {
    let pool = if threads == Some(1) { None } else { pool(threads) };
    let wide = match threads {
        Some(1) => 1,
        _ => pool.map_or_else(rayon::current_num_threads, rayon::ThreadPool::current_num_threads),
    };
    (pool, wide)
}

/// Runs units on this thread until their time says that the rest is worth others, by taking `worth` or longer: the first of the rest, and the
/// nanoseconds of one; none where all are done.
pub(crate) fn alone(units: usize, wide: usize, worth: u128, mut each: impl FnMut(usize)) -> Option<(usize, u128)> {
    if wide == 1 || units == 1 {
        (0..units).for_each(each);
        return None;
    }
    // The first ones may be the cheap ones (a triangle, a picture's empty border), so the question comes again
    // after 4, 16, 64, … of them: reading the clock at each would cost more than small units do.
    let (mut next, mut stop) = (0, 1);
    let mut from = Instant::now();
    while next < units {
        (next..stop).for_each(&mut each);
        let now = Instant::now();
        let ns = (now.duration_since(from).as_nanos() / (stop - next) as u128).max(1);
        (next, from) = (stop, now);
        if next < units && ns * (units - next) as u128 >= worth {
            return Some((next, ns));
        }
        stop = (stop * 4).min(units);
    }
    None
}

/// Does the jobs on this thread and on `helpers` others, about `share` iterations each, with tables of its own for the
/// elements that each updates. This one is on a core already: a pool's threads that wake where it
/// sleeps share that core until the system's balancing finds them, which takes longer than most loops.
pub(crate) fn together(pool: Option<&rayon::ThreadPool>, helpers: usize, share: usize, jobs: &(impl Fn() + Sync)) {
    // SAFETY: the run borrows its slices; those that are updated, the loop only updates.
    let work = || unsafe { with_tables(share, true, jobs) };
    match pool {
        Some(pool) => pool.in_place_scope(|s| crew(s, helpers, &work)),
        None => rayon::in_place_scope(|s| crew(s, helpers, &work)),
    }
}

fn crew<'scope>(s: &rayon::Scope<'scope>, helpers: usize, work: &'scope (impl Fn() + Sync)) {
    (0..helpers).for_each(|_| s.spawn(move |_| work()));
    work();
}

/// Every iteration in its turn, one lane alive at a time.
pub(crate) fn serial<'s, I: Isa, R: Reds, B, F>(run: &Run<'_, 's, R, B, F>, totals: &Totals<R::Out>)
where
    B: Fn(&Space) -> bool + Sync,
    F: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut R::Acc<Gang<'s, I>>) + Sync,
{
    let m = Gang::<I>::new(run.sink, 0, false);
    let per_row = run.cols.div_ceil(BLOCK);
    let inner = run.space.dims[1].count().max(1);
    for row in 0..run.rows {
        let line = run.line(row, row / inner, row % inner);
        for block in 0..per_row {
            let mut room = [const { MaybeUninit::uninit() }; PARTIALS];
            let acc = begin(&run.reds, &m, &mut room, PARTIALS / I::LANES);
            for col in block * BLOCK..((block + 1) * BLOCK).min(run.cols) {
                if run.sink.lowest() != u64::MAX {
                    return;
                }
                let p = col % PARTIALS;
                // The lane that the parallel shape gives this iteration.
                let (set, lane) = (p / I::LANES, p % I::LANES);
                run.masked::<I>(line, col - lane, col + 1, lane, true, &mut acc[set]);
            }
            if R::COUNT > 0 {
                // SAFETY: as above.
                let total = unsafe { I::enter(|| run.fold::<I>(&m, acc)) };
                // SAFETY: one thread.
                unsafe { totals.0.add(row * per_row + block).write(total) };
            }
        }
    }
}
