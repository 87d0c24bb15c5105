//! Parts of structs in memory.

use hoist_machine::element::{At, Index};
use hoist_machine::isa::{Isa, Lanes};
use hoist_machine::{Elem, V};

use crate::isa::Single;
use crate::lanes::{Cpu, HasUniform, Raw};
use crate::memory;

/// Where the leaves of the lanes are.
enum Place<T, I: Isa> {
    /// In lane 0, and how far it is from lane to lane.
    Rows(*mut T, usize),
    /// By lane, counted in `T`s from a place.
    Each(*mut T, I::I64),
}

/// A number of things, each so many long.
#[inline(always)]
fn times<I: Isa>(n: I::I64, long: usize) -> I::I64 {
    if long.is_power_of_two() {
        return I::shl_i64(n, I::splat_i64(i64::from(long.trailing_zeros())));
    }
    I::mul_i64(n, I::splat_i64(long as i64))
}

impl<'s, I: Isa, U: HasUniform<'s, I>> Cpu<'s, I, U> {
    #[inline(always)]
    fn place<T: Elem>(&self, x: Raw<u8>, at: &At<Self>) -> Place<T, I> {
        let unit = size_of::<T>();
        let mut first: *mut T = x.ptr.wrapping_add(at.offset).cast();
        let mut each = None;
        if let Some(step) = at.steps[0] {
            match step.index {
                Index::Same(n) => first = first.wrapping_add(n.0 as usize * (step.bytes / unit)),
                Index::Each(n) => each = Some(times::<I>(n.0, step.bytes / unit)),
            }
        }
        if let Some(step) = at.steps[1] {
            match step.index {
                Index::Same(n) => first = first.wrapping_add(n.0 as usize * (step.bytes / unit)),
                Index::Each(n) => {
                    let more = times::<I>(n.0, step.bytes / unit);
                    each = Some(each.map_or(more, |e| I::add_i64(e, more)));
                }
            }
        }
        let apart = at.size / unit;
        match (at.base, each) {
            (Some(base), None) => Place::Rows(first.wrapping_add(base.0 as usize * apart), apart),
            (_, None) => Place::Each(first, times::<I>(at.element.0, apart)),
            (_, Some(each)) => Place::Each(first, I::add_i64(times::<I>(at.element.0, apart), each)),
        }
    }

    #[inline(always)]
    pub(crate) fn load_part<T: Elem>(&self, k: I::Mask, x: Raw<u8>, at: &At<Self>) -> V<Self, T> {
        let k = self.live(k);
        if I::LANES == 1 && !I::RELAXED && self.sink.relaxed {
            return self.load_relaxed(k, x, at);
        }
        match self.place::<T>(x, at) {
            // SAFETY: `inside` has ended the lanes whose element is out of bounds, and the leaf lies in the element.
            Place::Each(first, index) => V(unsafe { memory::gather::<I, T>(first, index, k) }),
            Place::Rows(first, apart) if I::all(k) => V(T::from_lanes::<I>(
                #[inline(always)]
                // SAFETY: as above, for every lane.
                |l| unsafe { memory::get::<I, T>(first.wrapping_add(l * apart)) },
            )),
            Place::Rows(first, apart) => V(T::from_lanes::<I>(
                #[inline(always)]
                |l| {
                    if k.lane(l) {
                        // SAFETY: as above, for a lane that is alive.
                        unsafe { memory::get::<I, T>(first.wrapping_add(l * apart)) }
                    } else {
                        T::default()
                    }
                },
            )),
        }
    }

    /// What the machine for uniform values reads in a loop of [`crate::isa::Single`].
    #[inline(always)]
    fn load_relaxed<T: Elem>(&self, k: I::Mask, x: Raw<u8>, at: &At<Self>) -> V<Self, T> {
        let p = match self.place::<T>(x, at) {
            Place::Rows(first, _) => first,
            Place::Each(first, index) => first.wrapping_offset(index.lane(0) as isize),
        };
        V(T::from_lanes::<I>(
            #[inline(always)]
            |_| {
                if k.lane(0) {
                    // SAFETY: as in `load_part`.
                    unsafe { memory::get::<Single, T>(p) }
                } else {
                    T::default()
                }
            },
        ))
    }

    #[inline(always)]
    pub(crate) fn store_part<T: Elem>(&self, k: I::Mask, x: Raw<u8>, at: &At<Self>, y: V<Self, T>) {
        let k = self.live(k);
        match self.place::<T>(x, at) {
            // SAFETY: as in `load_part`; no other iteration touches the element (the loop's proof).
            Place::Each(first, index) => unsafe { memory::scatter::<I, T>(first, index, k, y.0) },
            Place::Rows(first, apart) => {
                let all = I::all(k);
                let mut l = 0;
                while l < I::LANES {
                    if all || k.lane(l) {
                        // SAFETY: as above.
                        unsafe { memory::put::<I, T>(first.wrapping_add(l * apart), T::lane::<I>(y.0, l)) }
                    }
                    l += 1;
                }
            }
        }
    }
}
