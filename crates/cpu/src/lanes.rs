//! The state of the lane machine: which lanes are alive, and what a fault does to them.

use crate::isa::Scalar;
use crate::sink::Sink;
use hoist_machine::isa::{Isa, Lanes};
use hoist_machine::{FaultKind, Num};
use std::cell::Cell;

/// The machine for lanes of `I`; `U` holds the machine for uniform values.
pub struct Cpu<'s, I: Isa, U> {
    /// Lanes that a fault has ended. The uniform machine's says that its last call faulted, until
    /// the gang ends the lanes of `asked` for it.
    pub(crate) dead: Cell<I::Mask>,
    /// The lanes that [`Machine::any`] was last asked about: those a uniform call runs for.
    pub(crate) asked: Cell<I::Mask>,
    /// Whether accesses that an interval test covers are tested all the same.
    pub(crate) checked: bool,
    /// Iteration number of lane 0; on the uniform machine, of the lowest lane of `asked`.
    pub(crate) first: Cell<u64>,
    /// Whether the items of a group run one after the other.
    pub(crate) serial: bool,
    /// In a loop of a group's items, the number of lane 0 there, from 1; else 0.
    pub(crate) item: Cell<u64>,
    pub(crate) sink: &'s Sink,
    /// Where the last contiguous store began.
    pub(crate) stored: Cell<usize>,
    pub(crate) uniform: U,
}

/// The machine for uniform values.
pub type Uniform<'s> = Cpu<'s, Scalar, ()>;
/// The machine for lanes.
pub type Gang<'s, I> = Cpu<'s, I, Uniform<'s>>;

/// Finds the uniform machine: within a gang, or itself.
pub trait HasUniform<'s, I: Isa>: Sized {
    fn find<'a>(me: &'a Cpu<'s, I, Self>) -> &'a Uniform<'s>;
    /// Ends the lanes for which the uniform machine has faulted.
    fn settle(me: &Cpu<'s, I, Self>);
    /// Notes that uniform calls now run for the lanes of `k`.
    fn ask(me: &Cpu<'s, I, Self>, k: I::Mask);
    /// A machine for items of the group `group`, lane 0 being item `item`.
    fn of_group(group: Group<'s>, item: u64) -> Cpu<'s, I, Self>;
}

/// What the machines of a group's items have in common.
#[derive(Clone, Copy)]
pub struct Group<'s> {
    pub(crate) sink: &'s Sink,
    /// Number of the iteration that the group is.
    pub(crate) first: u64,
    pub(crate) checked: bool,
    pub(crate) serial: bool,
}
impl<'s, I: Isa> HasUniform<'s, I> for Uniform<'s> {
    #[inline(always)]
    fn find<'a>(me: &'a Cpu<'s, I, Self>) -> &'a Uniform<'s> {
        &me.uniform
    }
    #[inline(always)]
    fn settle(me: &Cpu<'s, I, Self>) {
        if me.uniform.dead.replace(false) {
            me.dead.set(I::or_mask(me.dead.get(), me.asked.get()));
        }
    }
    #[inline(always)]
    fn ask(me: &Cpu<'s, I, Self>, k: I::Mask) {
        me.asked.set(k);
        let lane = I::lowest(k) as u64;
        match me.item.get() {
            0 => me.uniform.first.set(me.first.get() + lane),
            item => me.uniform.item.set(item + lane),
        }
    }
    #[inline(always)]
    fn of_group(group: Group<'s>, item: u64) -> Cpu<'s, I, Self> {
        let m = Cpu::new(group.sink, group.first, group.checked);
        m.item.set(item);
        m.uniform.item.set(item);
        m
    }
}
impl<'s> HasUniform<'s, Scalar> for () {
    #[inline(always)]
    fn find<'a>(me: &'a Cpu<'s, Scalar, ()>) -> &'a Uniform<'s> {
        me
    }
    #[inline(always)]
    fn settle(_: &Cpu<'s, Scalar, ()>) {}
    #[inline(always)]
    fn ask(_: &Cpu<'s, Scalar, ()>, _: bool) {}
    #[inline(always)]
    fn of_group(group: Group<'s>, item: u64) -> Cpu<'s, Scalar, ()> {
        Cpu {
            dead: Cell::new(false),
            asked: Cell::new(false),
            checked: group.checked,
            first: Cell::new(group.first),
            serial: group.serial,
            item: Cell::new(item),
            sink: group.sink,
            stored: Cell::new(0),
            uniform: (),
        }
    }
}

impl<'s, I: Isa> Gang<'s, I> {
    /// A machine for the gang whose lane 0 is iteration `first`.
    #[inline(always)]
    pub fn new(sink: &'s Sink, first: u64, checked: bool) -> Self {
        let uniform = <()>::of_group(
            Group {
                sink,
                first,
                checked,
                serial: false,
            },
            0,
        );
        Cpu {
            dead: Cell::new(I::splat_mask(false)),
            asked: Cell::new(I::splat_mask(false)),
            checked,
            first: Cell::new(first),
            serial: false,
            item: Cell::new(0),
            sink,
            stored: Cell::new(0),
            uniform,
        }
    }
    /// The iterations after which the last contiguous store would have begun at a vector's alignment; a gang where it
    /// did, and where there was none.
    #[inline(always)]
    pub fn to_alignment(&self) -> usize {
        // The address in the high bits, the element's size in the low ones.
        let (at, size) = (self.stored.get() >> 4, self.stored.get() & 15);
        if size == 0 {
            return I::LANES;
        }
        let vector = (I::LANES * size).min(64);
        match (vector - at % vector) / size {
            steps if steps < I::LANES => steps,
            _ => I::LANES,
        }
    }
}

/// A slice: where and how long.
pub struct Raw<T> {
    pub(crate) ptr: *mut T,
    pub(crate) len: usize,
}
impl<T> Clone for Raw<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Raw<T> {}

/// A uniform `for`.
pub struct Counter<T> {
    pub(crate) at: T,
    pub(crate) to: T,
    pub(crate) started: bool,
}

impl<'s, I: Isa, U: HasUniform<'s, I>> Cpu<'s, I, U> {
    #[inline(always)]
    pub(crate) fn live(&self, k: I::Mask) -> I::Mask {
        U::settle(self);
        I::and_not_mask(k, self.dead.get())
    }

    /// Ends the lanes of `bad`; the lowest names the fault.
    #[inline(always)]
    pub(crate) fn kill(&self, bad: I::Mask, kind: FaultKind, site: u32, index: u64, len: u64) {
        let (first, lane) = (self.first.get(), I::lowest(bad) as u64);
        let (iteration, item) = match self.item.get() {
            0 => (first + lane, 0),
            item => (first, item + lane),
        };
        self.sink.raise(iteration, item, kind, site, index, len);
        self.dead.set(I::or_mask(self.dead.get(), bad));
    }

    /// The lanes of `k` whose index is in bounds; the others end.
    #[inline(always)]
    pub(crate) fn in_bounds(&self, k: I::Mask, at: I::I64, len: usize, site: u32) -> I::Mask {
        let ok = I::lt_u64(at, I::splat_i64(len as i64));
        let bad = I::and_not_mask(self.live(k), ok);
        if I::any(bad) {
            let index = at.lane(I::lowest(bad)) as u64;
            self.kill(bad, FaultKind::OutOfBounds, site, index, len as u64);
        }
        I::and_mask(self.live(k), ok)
    }

    /// Whether one index for the lanes of `k` is in bounds; else they end.
    #[inline(always)]
    pub(crate) fn one_in_bounds(&self, k: I::Mask, at: usize, len: usize, site: u32) -> bool {
        if at < len {
            return true;
        }
        let bad = self.live(k);
        if I::any(bad) {
            self.kill(bad, FaultKind::OutOfBounds, site, at as u64, len as u64);
        }
        false
    }

    /// Whether a contiguous access needs no lane-wise test.
    #[inline(always)]
    pub(crate) fn fits(&self, at: usize, len: usize, proved: bool) -> bool {
        (proved && !self.checked) || (at <= len && len - at >= I::LANES)
    }

    /// Ends the lanes of `k` that divide by zero or overflow.
    #[inline(always)]
    pub(crate) fn divisible<T: Num>(&self, k: I::Mask, a: T::Reg<I>, b: T::Reg<I>, site: u32) {
        if T::SCALAR.is_float() {
            return;
        }
        let zero = I::and_mask(self.live(k), T::div_fault::<I>(b));
        if I::any(zero) {
            self.kill(zero, FaultKind::DivisionByZero, site, 0, 0);
        }
        let over = I::and_mask(self.live(k), T::div_overflow::<I>(a, b));
        if I::any(over) {
            self.kill(over, FaultKind::DivisionOverflow, site, 0, 0);
        }
    }
}
