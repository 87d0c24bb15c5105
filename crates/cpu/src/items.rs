//! Loops of a group's items: on the lanes of one thread, one gang after the other.
//!
//! The body stands twice in the machine code: for full gangs, and masked for a row's last one. The masked copy is a function
//! with a closure of its own, so that nothing which the other reads is in memory that a call might change.

use crate::blocks::{begin, fold};
use crate::isa::Scalar;
use crate::lanes::{Cpu, Group, HasUniform, Uniform};
use hoist_machine::isa::Isa;
use hoist_machine::program::PARTIALS;
use hoist_machine::{Dims, Elem, FaultKind, Items, Ix, Reds, V};
use std::mem::MaybeUninit;

/// An array that a group's items share, on the stack.
#[repr(align(64))]
pub struct Tile<T: Elem, D: Dims>(MaybeUninit<D::Of<T>>);

impl<T: Elem, D: Dims> Tile<T, D> {
    /// Bytes that are left to a thread's stack.
    const MOST: usize = 1 << 18;

    /// With `x` in each element.
    #[inline(always)]
    pub fn filled(x: T) -> Self {
        const {
            assert!(
                D::LEN * size_of::<T>() <= Self::MOST,
                "an array that a group shares has at most 256 KiB"
            )
        }
        let mut tile = Tile::<T, D>(MaybeUninit::uninit());
        for at in 0..D::LEN {
            // SAFETY: `D::Of` holds `D::LEN` values of `T`.
            unsafe { tile.as_mut_ptr().add(at).write(x) }
        }
        tile
    }
    /// Its first element.
    #[inline(always)]
    pub fn as_mut_ptr(&mut self) -> *mut T {
        self.0.as_mut_ptr().cast()
    }
}

/// One dimension: start, step, count.
#[derive(Clone, Copy)]
struct Extent {
    start: usize,
    step: usize,
    count: usize,
}

/// A row of items: its loop variable, and the last dimension.
#[derive(Clone, Copy)]
struct Row {
    outer: i64,
    last: Extent,
    /// Number of its first item, from 1.
    item: u64,
}

impl Row {
    #[inline(always)]
    fn ix<'s, I: Isa, U: HasUniform<'s, I>>(&self, col: usize) -> Ix<Cpu<'s, I, U>> {
        let at = self.last.start.wrapping_add(col.wrapping_mul(self.last.step));
        let unit = self.last.start.wrapping_add(col) as i64;
        Ix {
            at: [V(0), V(self.outer), V(at as i64)],
            lane: V(I::ramp_i64(at as i64, self.last.step as i64)),
            unit: (V(unit), V(I::ramp_i64(unit, 1))),
        }
    }
}

/// One gang; whether a lane of it has ended.
#[inline(always)]
fn gang<'s, I: Isa, U: HasUniform<'s, I>, A, F>(
    group: Group<'s>,
    body: &F,
    row: Row,
    col: usize,
    k: I::Mask,
    acc: &mut A,
) -> bool
where
    F: Fn(&Cpu<'s, I, U>, I::Mask, &Ix<Cpu<'s, I, U>>, &mut A),
{
    let m = U::of_group(group, row.item.wrapping_add(col as u64));
    body(&m, k, &row.ix(col), acc);
    m.ended()
}

/// The same by a mask.
#[inline(never)]
fn masked<'s, I: Isa, U: HasUniform<'s, I>, A, F>(
    group: Group<'s>,
    body: &F,
    row: Row,
    col: usize,
    k: I::Mask,
    acc: &mut A,
) -> bool
where
    F: Fn(&Cpu<'s, I, U>, I::Mask, &Ix<Cpu<'s, I, U>>, &mut A),
{
    // SAFETY: the caller runs `I`'s instructions.
    unsafe {
        I::enter(
            #[inline(always)]
            || gang(group, body, row, col, k, acc),
        )
    }
}

impl<'s, I: Isa, U: HasUniform<'s, I>> Cpu<'s, I, U> {
    /// Whether a fault has ended a lane.
    #[inline(always)]
    fn ended(&self) -> bool {
        U::settle(self);
        I::any(self.dead.get())
    }

    fn extent(&self, k: I::Mask, dim: &[V<Uniform<'s>, usize>; 3], site: u32) -> Extent {
        let [start, end, step] = dim.map(
            #[inline(always)]
            |x| usize::lane::<Scalar>(x.0, 0),
        );
        if step == 0 {
            self.kill(k, FaultKind::Assert, site, 0, 0);
        }
        Extent {
            start,
            step,
            count: end.saturating_sub(start).div_ceil(step.max(1)),
        }
    }

    /// Runs the items; what they add up to. A fault ends the group.
    #[inline(always)]
    pub(crate) fn each_item<R: Reds, F>(
        &self,
        k: I::Mask,
        inner: &'static Items,
        dims: &[[V<Uniform<'s>, usize>; 3]],
        reds: &R,
        body: F,
    ) -> R::Out
    where
        F: Fn(&Self, I::Mask, &Ix<Self>, &mut R::Acc<Self>) + Copy,
    {
        let k = self.live(k);
        if !I::any(k) {
            return reds.identities();
        }
        let one = Extent {
            start: 0,
            step: 1,
            count: 1,
        };
        let (rows, last) = match dims {
            [last] => (one, self.extent(k, last, inner.site)),
            [rows, last, ..] => (self.extent(k, rows, inner.site), self.extent(k, last, inner.site)),
            [] => (one, one),
        };
        let group = Group {
            sink: self.sink,
            first: self.first.get(),
            checked: self.checked,
            serial: false,
        };
        let row = |n: usize| Row {
            outer: rows.start.wrapping_add(n.wrapping_mul(rows.step)) as i64,
            last,
            item: 1 + (n as u64).wrapping_mul(last.count as u64),
        };
        let (total, ended) = if self.serial {
            self.in_order::<R, F>(group, reds, body, rows.count, row)
        } else if R::COUNT == 0 {
            let mut ended = self.ended();
            for n in 0..rows.count {
                if ended {
                    break;
                }
                ended = plain::<I, U, R, F>(group, reds, body, row(n));
            }
            (reds.identities(), ended)
        } else {
            self.partials::<R, F>(group, reds, body, rows.count, row)
        };
        if ended {
            self.dead.set(I::splat_mask(true));
        }
        total
    }

    /// One item after the other, each in the lane that the parallel shape gives it.
    #[inline(never)]
    fn in_order<R: Reds, F>(
        &self,
        group: Group<'s>,
        reds: &R,
        body: F,
        rows: usize,
        row: impl Fn(usize) -> Row,
    ) -> (R::Out, bool)
    where
        F: Fn(&Self, I::Mask, &Ix<Self>, &mut R::Acc<Self>) + Copy,
    {
        let mut room = [const { MaybeUninit::uninit() }; PARTIALS];
        let acc = begin(reds, self, &mut room, PARTIALS / I::LANES);
        let mut ended = self.ended();
        for n in 0..rows {
            let row = row(n);
            for col in 0..row.last.count {
                let (set, lane) = (col % PARTIALS / I::LANES, col % I::LANES);
                let k = I::and_not_mask(I::first(lane + 1), I::first(lane));
                ended = ended || masked(group, &body, row, col.wrapping_sub(lane), k, &mut acc[set]);
            }
        }
        // SAFETY: as in `masked`.
        let total = unsafe { I::enter(|| fold(reds, self, acc)) };
        (total, ended)
    }

    /// The rows of a loop that reduces.
    #[inline(always)]
    fn partials<R: Reds, F>(
        &self,
        group: Group<'s>,
        reds: &R,
        body: F,
        rows: usize,
        row: impl Fn(usize) -> Row,
    ) -> (R::Out, bool)
    where
        F: Fn(&Self, I::Mask, &Ix<Self>, &mut R::Acc<Self>) + Copy,
    {
        let all = I::splat_mask(true);
        let mut room = [const { MaybeUninit::uninit() }; PARTIALS];
        let acc = begin(reds, self, &mut room, PARTIALS / I::LANES);
        let mut ended = self.ended();
        for n in 0..rows {
            let (row, mut col) = (row(n), 0);
            while row.last.count - col >= PARTIALS && !ended {
                for (set, acc) in acc.iter_mut().enumerate() {
                    if !ended {
                        ended = gang(group, &body, row, col + set * I::LANES, all, acc);
                    }
                }
                col += PARTIALS;
            }
            for (set, acc) in acc.iter_mut().enumerate() {
                let at = col + set * I::LANES;
                if at < row.last.count && !ended {
                    // By way of copies: what a call is given an address of does not stay in a register.
                    let (mut one, aside) = (std::mem::replace(acc, reds.begin(self)), body);
                    ended = masked(group, &aside, row, at, I::first(row.last.count - at), &mut one);
                    *acc = one;
                }
            }
        }
        (fold(reds, self, acc), ended)
    }
}

/// A row of a loop that reduces nothing.
#[inline(always)]
fn plain<'s, I: Isa, U: HasUniform<'s, I>, R: Reds, F>(group: Group<'s>, reds: &R, body: F, row: Row) -> bool
where
    F: Fn(&Cpu<'s, I, U>, I::Mask, &Ix<Cpu<'s, I, U>>, &mut R::Acc<Cpu<'s, I, U>>) + Copy,
{
    let mut acc = reds.begin(&U::of_group(group, 0));
    let (all, mut col) = (I::splat_mask(true), 0);
    while row.last.count - col >= I::LANES {
        if gang(group, &body, row, col, all, &mut acc) {
            return true;
        }
        col += I::LANES;
    }
    let aside = body;
    col < row.last.count && masked(group, &aside, row, col, I::first(row.last.count - col), &mut acc)
}
