//! What a scan does to the lanes of its variables.

use crate::machine::Gang;
use crate::scan::Bits;
use hoist_machine::isa::{Isa, Lanes};
use hoist_machine::program::{AccVisitor, RedOp, Reduce};
use hoist_machine::scan::Change;
use hoist_machine::{Elem, Local, V};
use std::marker::PhantomData;

/// The sums within a gang.
pub(crate) struct Within<'a, 's, I: Isa>(pub(crate) &'a Gang<'s, I>);
impl<'s, I: Isa> Change<Gang<'s, I>> for Within<'_, 's, I> {
    #[inline(always)]
    fn visit<T: Reduce>(&mut self, op: RedOp, a: &mut Local<Gang<'s, I>, T>, _: &Local<Gang<'s, I>, T>) {
        let mut d = 1;
        while d < I::LANES {
            let x = a.0;
            let low = T::from_lanes::<I>(
                #[inline(always)]
                |l| T::lane::<I>(x, (l & !(2 * d - 1)) | (d - 1)),
            );
            let sum = T::join_lanes(self.0, op, V(low), V(x)).0;
            let upper = I::Mask::from_fn(
                #[inline(always)]
                |l| l & d != 0,
            );
            a.0 = T::select::<I>(upper, sum, x);
            d *= 2;
        }
    }
}

/// The highest lane in all lanes.
#[inline(always)]
fn highest<T: Elem, I: Isa>(x: T::Reg<I>) -> T::Reg<I> {
    T::from_lanes::<I>(
        #[inline(always)]
        |_| T::lane::<I>(x, I::LANES - 1),
    )
}

/// Adds the highest lane of what comes before to all lanes.
pub(crate) struct AddHighest<'a, 's, I: Isa>(pub(crate) &'a Gang<'s, I>);
impl<'s, I: Isa> Change<Gang<'s, I>> for AddHighest<'_, 's, I> {
    #[inline(always)]
    fn visit<T: Reduce>(&mut self, op: RedOp, a: &mut Local<Gang<'s, I>, T>, b: &Local<Gang<'s, I>, T>) {
        a.0 = T::join_lanes(self.0, op, V(highest::<T, I>(b.0)), V(a.0)).0;
    }
}

/// Takes the highest lane for all lanes.
pub(crate) struct Highest;
impl<'s, I: Isa> Change<Gang<'s, I>> for Highest {
    #[inline(always)]
    fn visit<T: Reduce>(&mut self, _: RedOp, a: &mut Local<Gang<'s, I>, T>, b: &Local<Gang<'s, I>, T>) {
        a.0 = highest::<T, I>(b.0);
    }
}

/// Moves lanes up by one; the highest of what comes before goes to the lowest.
pub(crate) struct Up;
impl<'s, I: Isa> Change<Gang<'s, I>> for Up {
    #[inline(always)]
    fn visit<T: Reduce>(&mut self, _: RedOp, a: &mut Local<Gang<'s, I>, T>, b: &Local<Gang<'s, I>, T>) {
        let (x, before) = (a.0, b.0);
        a.0 = T::from_lanes::<I>(
            #[inline(always)]
            |l| match l {
                0 => T::lane::<I>(before, I::LANES - 1),
                l => T::lane::<I>(x, l - 1),
            },
        );
    }
}

/// Adds neighbours: the pairs of `a`, then those of `b`.
pub(crate) struct Pairs<'a, 's, I: Isa>(pub(crate) &'a Gang<'s, I>);
impl<'s, I: Isa> Change<Gang<'s, I>> for Pairs<'_, 's, I> {
    #[inline(always)]
    fn visit<T: Reduce>(&mut self, op: RedOp, a: &mut Local<Gang<'s, I>, T>, b: &Local<Gang<'s, I>, T>) {
        let (x, y) = (a.0, b.0);
        let even = T::pick::<I>(
            x,
            y,
            #[inline(always)]
            |l| 2 * l,
        );
        let odd = T::pick::<I>(
            x,
            y,
            #[inline(always)]
            |l| 2 * l + 1,
        );
        a.0 = T::join_lanes(self.0, op, V(even), V(odd)).0;
    }
}

/// A lane's bits.
pub(crate) struct Lane<I>(pub(crate) usize, pub(crate) Bits, pub(crate) PhantomData<I>);
impl<'s, I: Isa> AccVisitor<Gang<'s, I>> for Lane<I> {
    #[inline(always)]
    fn visit<T: Elem>(&mut self, number: usize, _: RedOp, _: T, acc: &Local<Gang<'s, I>, T>) {
        self.1[number] = T::lane::<I>(acc.0, self.0).to_bits64();
    }
}
