//! The loop over the full gangs of rows, which most of a kernel's time passes in.

use crate::exec::{Line, Run};
use crate::machine::Gang;
use hoist_machine::isa::Isa;
use hoist_machine::program::Body;
use hoist_machine::{Ix, Reds, Space};
use std::sync::atomic::Ordering;

impl<'s, R: Reds, B: Fn(&Space) -> bool + Sync, F> Run<'_, 's, R, B, F> {
    /// The full gangs of all rows, and the column up to which these are: nothing else stands in this loop, since rows may
    /// be short.
    #[inline(always)]
    pub(crate) fn full<I: Isa>(&self, r0: usize, r1: usize, c0: usize, c1: usize) -> usize
    where
        F: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut R::Acc<Gang<'s, I>>) + Copy,
    {
        // A copy, whose address no store can reach: what the body holds stays in registers between gangs.
        let body = *self.body;
        let mut acc = self.reds.begin(&Gang::<I>::new(self.sink, 0, false));
        let all = I::splat_mask(true);
        // Where iterations may run again the last gang ends at the row's end, within the one before; a small body's
        // second one begins where stores are aligned, within the first, if a row has enough of them to pay for one more.
        let last = if self.again {
            c1 - I::LANES
        } else {
            c0 + ((c1 - c0) / I::LANES - 1) * I::LANES
        };
        let align = self.again && R::BODY != Body::Large && c1 - c0 >= 12 * I::LANES;
        // Columns from a row's first gang to its second; 0 where nothing was stored yet.
        let mut ahead = if align {
            self.step.load(Ordering::Relaxed)
        } else {
            I::LANES
        };
        self.lines(
            r0,
            r1,
            #[inline(always)]
            |line| {
                let mut col = c0;
                if R::BODY == Body::Large {
                    // One copy: several would take stack, and time to compile.
                    loop {
                        self.gang::<I>(&body, line, col, all, false, &mut acc);
                        if col == last {
                            return;
                        }
                        col = (col + I::LANES).min(last);
                    }
                }
                if align && ahead != I::LANES {
                    let to = self.gang::<I>(&body, line, col, all, false, &mut acc);
                    col += if ahead == 0 { to } else { ahead };
                }
                if R::BODY == Body::Short && line.step == 1 {
                    // Several at a time: as many more loads are under way.
                    let line = Line { step: 1, ..line };
                    while col + 4 * I::LANES <= last {
                        for _ in 0..4 {
                            self.gang::<I>(&body, line, col, all, false, &mut acc);
                            col += I::LANES;
                        }
                    }
                }
                while col < last {
                    self.gang::<I>(&body, line, col, all, false, &mut acc);
                    col += I::LANES;
                }
                let to = self.gang::<I>(&body, line, last, all, false, &mut acc);
                if align {
                    // The next row is mostly like this one.
                    let first = (last + to - c0) % I::LANES;
                    ahead = if first == 0 { I::LANES } else { first };
                }
            },
        );
        if align {
            self.step.store(ahead, Ordering::Relaxed);
        }
        last + I::LANES
    }
}
