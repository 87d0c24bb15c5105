//! Loops inside a parallel loop: each iteration of the outer one is a group, each of an inner one an item of it.
//!
//! ```text
//! for g in par(..) {                 // groups, in any order
//!     let mut a = [0.0; 256];        // shared by the group's items
//!     for t in par(..) { a[t] = … }  // items, in any order; all end before the next statement runs
//!     for t in par(..) { … a[255 - t] … }
//! }
//! ```
//!
//! What stands outside of the inner loops is the same for all items and happens once. A reduction of an inner loop has one
//! shape on every machine: partial `p` of [`PARTIALS`](crate::program::PARTIALS) joins, from the identity and row by row,
//! the items whose number in the row is `p` modulo `PARTIALS`; the partials join by halves, and what the variable held
//! before joins last.

use crate::array::Dims;
use crate::elem::Elem;
use crate::machine::{Local, Machine, V};
use crate::program::{Operation, Red, RedOp, Reduce};

/// An array that a group's items share.
pub struct Shared<M: Machine, T: Elem, D: Dims>(pub M::Shared<T, D>);

/// What is known of a loop of items at compile time.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Items {
    /// Line of the loop.
    pub line: u32,
    /// Names of the loop variables, outermost first: one or two.
    pub names: &'static [&'static str],
    /// The place that faults where a step is 0.
    pub site: u32,
}

/// The reduction of a group's variable.
#[inline(always)]
pub fn total_of<M: Machine, T: Reduce, O: Operation>(_: &Local<M, T>, op: O) -> Red<T, O> {
    let init = T::identity(op.op());
    Red { op, init }
}

/// `s = s op total`.
#[inline(always)]
pub fn join_total<M: Machine, T: Reduce>(u: &M, op: RedOp, s: &mut Local<M, T>, total: &Local<M, T>) {
    let joined = T::join_lanes(u, op, u.get(s), u.get(total));
    u.set_all(s, joined);
}

/// What a device function gives back, the same in all lanes.
pub trait Common<M: Machine>: Sized {
    type Out;
    fn common(self, m: &M, k: M::Mask) -> Self::Out;
}
impl<M: Machine, T: Elem> Common<M> for V<M, T> {
    type Out = V<M::Uniform, T>;
    #[inline(always)]
    fn common(self, m: &M, k: M::Mask) -> Self::Out {
        m.common(k, self)
    }
}
macro_rules! tuples {
    ($($t:ident $n:tt),*) => {
        #[allow(clippy::unused_unit)]
        impl<Mach: Machine, $($t: Common<Mach>),*> Common<Mach> for ($($t,)*) {
            type Out = ($($t::Out,)*);
            #[inline(always)]
            #[allow(unused_variables)]
            fn common(self, m: &Mach, k: Mach::Mask) -> Self::Out {
                ($(self.$n.common(m, k),)*)
            }
        }
    };
}
tuples!();
tuples!(A 0);
tuples!(A 0, B 1);
tuples!(A 0, B 1, C 2);
tuples!(A 0, B 1, C 2, D 3);

/// [`Common::common`] as a function.
#[inline(always)]
pub fn common<M: Machine, X: Common<M>>(m: &M, k: M::Mask, x: X) -> X::Out {
    x.common(m, k)
}
