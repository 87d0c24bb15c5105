//! Where a kernel's host part runs, and what it asks for.

use crate::element::Element;
use crate::fault::LoopInfo;
use crate::machine::Machine;
use crate::program::{HSlice, Ix, Reds, Space};
use crate::scan::{Scans, Uses, by_loops};

/// Why a program stopped before its end. The run that started it holds the details.
#[derive(Debug)]
pub struct Stop;

/// Where a program runs: its loops, and what the host part asks of slices.
pub trait Ctx {
    /// The machine of the loops.
    type M: Machine;
    /// The machine of loops whose iterations are better off one by one than as lanes.
    type One: Machine;

    /// Runs one parallel loop.
    ///
    /// `proof` answers, from the values at launch, whether the iterations are independent: `None`
    /// when they are, or the fact that failed (the loop then runs serially, or errs on a strict
    /// device). `covered(space)` answers whether every access marked `proved` stays in bounds for
    /// all iterations of a part of the space. Returns the reductions' results.
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
        F: Fn(&Self::M, <Self::M as Machine>::Mask, &Ix<Self::M>, &mut R::Acc<Self::M>) + Sync + Copy;

    /// [`Ctx::par`] for a loop whose iterations each count in a table of their own: on lanes every count is a gather and a
    /// scatter, and neighbours read what is far apart.
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
        F: Fn(&Self::One, <Self::One as Machine>::Mask, &Ix<Self::One>, &mut R::Acc<Self::One>) + Sync + Copy;

    /// Runs one parallel loop with loops inside it that are parallel too: see [`crate::group`].
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
        F: Fn(&Self::M, <Self::M as Machine>::Mask, &Ix<Self::M>) + Sync,
    {
        self.par(
            info,
            space,
            (),
            proof,
            covered,
            #[inline(always)]
            |m: &Self::M, k, ix: &Ix<Self::M>, _: &mut ()| body(m, k, ix),
        )
    }

    /// Runs one parallel loop that also reads what it accumulates: see [`crate::scan`].
    ///
    /// `contribute` adds up what an iteration contributes to each variable; it does nothing else. `body` is the whole
    /// iteration: it gets the variables before it and after it, and may change the former. Returns the variables after the
    /// loop, and the reductions' results.
    #[allow(clippy::too_many_arguments)]
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
        Self: Sized,
        P: Fn() -> Option<&'static str>,
        B: Fn(&Space) -> bool + Sync,
        G: Fn(&Self::M, <Self::M as Machine>::Mask, &Ix<Self::M>, &mut S::Acc<Self::M>) + Sync,
        F: Fn(
                &Self::M,
                <Self::M as Machine>::Mask,
                &Ix<Self::M>,
                &mut S::Acc<Self::M>,
                &S::Acc<Self::M>,
                &mut R::Acc<Self::M>,
            ) + Sync,
    {
        by_loops(self, info, space, scans, reds, uses, proof, covered, contribute, body)
    }
    /// Room for `n` elements of any value, for this call.
    fn room<T: Element>(&mut self, n: usize) -> Result<HSlice<T>, Stop> {
        self.scratch(crate::element::zero(), n)
    }
    /// All elements of a slice.
    fn download<T: Element>(&mut self, x: &HSlice<T>) -> Result<Vec<T>, Stop>;
    /// Replaces all elements of a slice.
    fn upload<T: Element>(&mut self, x: &HSlice<T>, all: &[T]) -> Result<(), Stop>;

    /// The kernel whose host part runs from here on, for its faults; gives back the one before.
    fn enter(&mut self, kernel: &'static str) -> &'static str;
    /// `assert!` between the loops; `text` is its message.
    fn assert(&mut self, holds: bool, text: &'static str, file: &'static str, line: u32) -> Result<(), Stop>;
    /// An index between the loops, tested against the length of its dimension; `text` says which.
    fn within(
        &mut self,
        at: usize,
        len: usize,
        text: &'static str,
        file: &'static str,
        line: u32,
    ) -> Result<usize, Stop>;
    /// A scratch slice of `n` elements, each `v`, freed when the program ends.
    fn scratch<T: Element>(&mut self, v: T, n: usize) -> Result<HSlice<T>, Stop>;
    /// Reads one element (a blocking transfer on a device).
    fn read<T: Element>(&mut self, x: &HSlice<T>, at: usize, file: &'static str, line: u32) -> Result<T, Stop>;
    /// Writes one element.
    fn write<T: Element>(&mut self, x: &HSlice<T>, at: usize, v: T, file: &'static str, line: u32) -> Result<(), Stop>;
    /// `x.fill(v)`.
    fn fill<T: Element>(&mut self, x: &HSlice<T>, v: T) -> Result<(), Stop>;
    /// `to.copy_from_slice(from)`; unequal lengths are a fault.
    fn copy<T: Element>(&mut self, to: &HSlice<T>, from: &HSlice<T>, file: &'static str, line: u32)
    -> Result<(), Stop>;
    /// `&x[from..to]`.
    fn sub<T: Element>(
        &mut self,
        x: &HSlice<T>,
        from: usize,
        to: usize,
        file: &'static str,
        line: u32,
    ) -> Result<HSlice<T>, Stop>;
}

/// A kernel with its arguments bound, ready for any [`Ctx`].
pub trait Launch {
    /// What the kernel returns.
    type Ret: Send + 'static;
    /// The same call once more, where its arguments can be copied.
    fn again(&self) -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
    /// Runs the program.
    fn call<C: Ctx>(self, c: &mut C) -> Result<Self::Ret, Stop>;
}
