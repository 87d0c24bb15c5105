//! `par`: the mark of a parallel loop.

use std::iter::StepBy;
use std::ops::{Range, RangeInclusive};

/// What [`par`] takes: a range, an inclusive one, or one with a step.
///
/// Inside a `#[kernel]` also a tuple of two or three of them, which the macro writes as nested loops.
pub trait ParRange {
    /// What the plain function iterates over.
    type Iter: IntoIterator<Item = usize>;
    /// The iterations, in order.
    fn range(self) -> Self::Iter;
}
macro_rules! identity {
    ($($t:ty),*) => {$(
        impl ParRange for $t {
            type Iter = $t;
            #[inline(always)]
            fn range(self) -> $t { self }
        }
    )*};
}
identity!(
    Range<usize>,
    RangeInclusive<usize>,
    StepBy<Range<usize>>,
    StepBy<RangeInclusive<usize>>
);

/// Marks a loop whose iterations are independent although that can't be proved: a permutation
/// `out[perm[i]] = x[i]`.
///
/// Devices run it in parallel, a CPU on one thread, with its lanes. Where the claim is false the answer is
/// wrong, never undefined behaviour; the `check` device finds the two iterations that meet.
#[inline(always)]
pub fn par_unproved<R: ParRange>(range: R) -> R::Iter {
    range.range()
}

/// Marks the loop whose iterations are independent; `#[kernel]` checks the claim.
///
/// In the plain function it is the range itself.
#[inline(always)]
pub fn par<R: ParRange>(range: R) -> R::Iter {
    range.range()
}
