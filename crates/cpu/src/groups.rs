//! A parallel loop with parallel loops inside: each thread takes groups, and runs the items of one on its lanes.

use crate::exec::CpuCtx;
use crate::lanes::Gang;
use crate::sink::Sink;
use crate::spread::spread;
use hoist_machine::isa::Isa;
use hoist_machine::program::Dim;
use hoist_machine::{Ix, LoopInfo, Space, Stop, V};

/// The groups, one after the other on each thread.
pub(crate) fn groups<'s, I: Isa, P, B, F>(
    c: &mut CpuCtx<'s, I>,
    info: &'static LoopInfo,
    space: Space,
    proof: P,
    covered: B,
    body: F,
) -> Result<(), Stop>
where
    P: Fn() -> Option<&'static str>,
    B: Fn(&Space) -> bool + Sync,
    F: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>) + Sync,
{
    let count = space.count();
    if count == 0 {
        return Ok(());
    }
    let unproved = c.unproved(info, proof())?;
    let threads = if unproved.is_some() || info.one_thread {
        Some(1)
    } else {
        c.threads
    };
    let sink = Sink::new(threads != Some(1));
    // SAFETY: the machines that hold this borrow do not outlive the call: a body gets them by reference.
    let held: &'s Sink = unsafe { &*std::ptr::from_ref(&sink) };
    let whole = covered(&space);
    let one = |n: usize| {
        let at = space.at(n as u64).map(|x| x as usize);
        let part = Space {
            rank: space.rank,
            dims: at.map(|start| Dim {
                start,
                end: start + 1,
                step: 1,
            }),
        };
        let checked = !whole && !covered(&part);
        if held.lowest() < n as u64 {
            return;
        }
        // SAFETY: `CpuCtx::new` has asked `I::available()`.
        unsafe {
            I::enter(
                #[inline(always)]
                || {
                    let mut m = Gang::<I>::new(held, n as u64, checked);
                    m.serial = unproved.is_some();
                    let at = at.map(
                        #[inline(always)]
                        |x| x as i64,
                    );
                    let ix = Ix {
                        at: at.map(V),
                        lane: V(I::splat_i64(at[2])),
                        unit: (V(at[2]), V(I::splat_i64(at[2]))),
                    };
                    body(&m, I::first(1), &ix);
                },
            );
        }
    };
    spread(count, count, threads, one);
    c.ended(&sink, info, &space)
}
