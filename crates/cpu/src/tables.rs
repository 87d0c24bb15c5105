//! Private tables: where the threads of a loop keep their updates of elements that all of them share.
//!
//! An update of a shared element has to be atomic, and takes ten times as long as a plain one, also where no other thread
//! is near. So a thread that shares a loop joins its values into a table of its own, which begins with the operation's
//! identity, and joins that to the slice when there is no more work for it. Because of the latter a table must not be
//! much larger than the thread's part of the loop; where it would be, updates are atomic.
//!
//! An update waits for the one before of the same element. So where the table is small beside the loop there are several
//! of them, for lanes that follow each other, also on the one thread of a loop. Not for floats, whose order counts.

use crate::update::update;
use hoist_machine::program::{RedOp, Reduce};
use std::cell::{Cell, RefCell};
use std::ptr::null_mut;

/// Bytes of all tables of one thread.
const MOST_BYTES: usize = 4 << 20;

/// Tables for lanes that follow each other.
pub(crate) const PLIES: usize = 4;
/// Iterations for each element of a slice that are worth as many.
const WORTH: usize = 32;

/// Where an update goes.
#[derive(Clone, Copy)]
pub(crate) struct Place<T> {
    /// Instead of the slice's first element.
    pub(crate) base: *mut T,
    /// Elements from one lane's table to the next lane's, after [`PLIES`] of them the first again; 0 where there is one.
    pub(crate) step: usize,
    /// Whether other threads update it too.
    pub(crate) shared: bool,
}

/// A slice's table; a loop updates a slice by one operation alone.
struct Table {
    slice: *mut u8,
    len: usize,
    /// Aligned for every element type.
    words: Vec<u64>,
    /// As of its [`Place`].
    step: usize,
    op: RedOp,
    /// Joins the tables to their slice: slice, tables, length, step.
    /// SAFETY: as of [`join`], for the type that made them.
    join: unsafe fn(*mut u8, *const u8, usize, usize, RedOp),
}

struct Tables {
    list: Vec<Table>,
    /// Iterations that this thread may expect.
    work: usize,
    bytes: usize,
    /// Whether other threads take part in the loop.
    shared: bool,
}

thread_local! {
    /// Those of the loop that this thread takes part in. A body starts no other loop, so there is one at a time.
    static OWN: RefCell<Option<Tables>> = const { RefCell::new(None) };
    /// The last answer of [`place`]: slice, length, first element, step and whether it is shared. It holds while `OWN` is
    /// the same.
    static LAST: Cell<(*mut u8, usize, *mut u8, usize, bool)> = const { Cell::new((null_mut(), 0, null_mut(), 0, false)) };
}

/// Other tables, or none, for those of this thread.
fn exchange(tables: Option<Tables>) -> Option<Tables> {
    LAST.set((null_mut(), 0, null_mut(), 0, false));
    OWN.replace(tables)
}

/// Runs `f`, this thread's part of a loop that others take part in, or the loop where none do, of `work` iterations at a
/// guess.
///
/// # Safety
/// Each slice that `f` updates outlives the call, and until then all access to it is by [`update`].
pub(crate) unsafe fn with_tables(work: usize, shared: bool, f: impl FnOnce()) {
    let tables = Tables {
        list: Vec::new(),
        work,
        bytes: 0,
        shared,
    };
    let outer = Outer(exchange(Some(tables)));
    f();
    let own = exchange(None);
    drop(outer);
    for mut t in own.map(|t| t.list).unwrap_or_default() {
        // SAFETY: `slice` and `len` are those of a slice that `f` updated, and the table was made for its type.
        unsafe { (t.join)(t.slice, t.words.as_mut_ptr().cast(), t.len, t.step, t.op) };
    }
}

/// What this thread had before, which it has again also where a body panics.
struct Outer(Option<Tables>);
impl Drop for Outer {
    fn drop(&mut self) {
        exchange(self.0.take());
    }
}

/// Where this thread updates a slice.
#[inline(always)]
pub(crate) fn place<T: Reduce>(slice: *mut T, len: usize, op: RedOp) -> Place<T> {
    let (last, of, base, step, shared) = LAST.get();
    if last == slice.cast() && of == len {
        let base = base.cast();
        return Place { base, step, shared };
    }
    let found = find(slice, len, op);
    LAST.set((slice.cast(), len, found.base.cast(), found.step, found.shared));
    found
}

#[inline(never)]
fn find<T: Reduce>(slice: *mut T, len: usize, op: RedOp) -> Place<T> {
    OWN.with_borrow_mut(|own| match own {
        // No other thread takes part in the loop.
        None => Place {
            base: slice,
            step: 0,
            shared: false,
        },
        Some(tables) => tables.place(slice, len, op),
    })
}

impl Tables {
    fn place<T: Reduce>(&mut self, slice: *mut T, len: usize, op: RedOp) -> Place<T> {
        let mut known = self.list.iter_mut();
        if let Some(t) = known.find(|t| t.slice == slice.cast() && t.len == len) {
            return Place {
                base: t.words.as_mut_ptr().cast(),
                step: t.step,
                shared: false,
            };
        }
        let left = MOST_BYTES - self.bytes;
        // A line apart, so that equal indexes are no addresses that differ by a whole page.
        let line = 64 / size_of::<T>();
        let several = !T::SCALAR.is_float()
            && len.saturating_mul(WORTH) <= self.work
            && (len + line).saturating_mul(PLIES * size_of::<T>()) <= left;
        let step = if several { len + line } else { 0 };
        let all = if several { step * PLIES } else { len };
        let bytes = all.saturating_mul(size_of::<T>());
        if len > self.work || bytes > left || !(several || self.shared) {
            return Place {
                base: slice,
                step: 0,
                shared: self.shared,
            };
        }
        self.bytes += bytes;
        let mut words = vec![0u64; bytes.div_ceil(8)];
        let base = words.as_mut_ptr().cast::<T>();
        // SAFETY: the words have room for so many elements, of which every bit pattern of zeros is one.
        unsafe { std::slice::from_raw_parts_mut(base, all) }.fill(T::identity(op));
        self.list.push(Table {
            slice: slice.cast(),
            len,
            words,
            step,
            op,
            join: join::<T>,
        });
        let shared = false;
        Place { base, step, shared }
    }
}

/// Joins `len` elements at `from`, and of each table `step` further, to those at `to`, but for identities: what no
/// iteration updated stays as it is.
///
/// # Safety
/// All are slices of `T` of that length, and of `to` others only reach elements by [`update`].
unsafe fn join<T: Reduce>(to: *mut u8, from: *const u8, len: usize, step: usize, op: RedOp) {
    let (to, from) = (to.cast::<T>(), from.cast::<T>());
    let nothing = T::identity(op).to_bits64();
    let plies = if step == 0 { 1 } else { PLIES };
    for at in 0..len {
        // SAFETY: within the slices; the caller's contract.
        let v = (0..plies).map(|ply| unsafe { from.add(ply * step + at).read() });
        let v = v.reduce(|a, b| T::join(op, a, b)).unwrap_or(T::identity(op));
        if v.to_bits64() != nothing {
            // SAFETY: as above.
            unsafe { update(to.add(at), op, v, true) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(slice: &mut [i32], at: usize, v: i32) -> bool {
        let p = place(slice.as_mut_ptr(), slice.len(), RedOp::Add);
        // SAFETY: `at` is within the slice, and this is the only thread.
        unsafe { update(p.base.add(at), RedOp::Add, v, p.shared) };
        p.base != slice.as_mut_ptr()
    }

    #[test]
    fn a_thread_that_shares_a_loop_joins_its_table_at_the_end() {
        let mut x = vec![10, 20, 30];
        assert!(!add(&mut x, 0, 1));
        assert_eq!(x, [11, 20, 30]);
        // SAFETY: `x` and `y` are updated by this thread alone.
        unsafe {
            let mut y = vec![5; 4];
            with_tables(100, true, || {
                for _ in 0..2 {
                    assert!(add(&mut x, 1, 2) && add(&mut y, 3, 7));
                    assert_eq!((&x[..], &y[..]), (&[11, 20, 30][..], &[5; 4][..]));
                }
            });
            assert_eq!((&x[..], &y[..]), (&[11, 24, 30][..], &[5, 5, 5, 19][..]));
        }
        assert!(!add(&mut x, 0, 1));
    }

    #[test]
    #[cfg_attr(miri, ignore = "a table as large as the room takes an interpreter minutes")]
    fn no_table_is_larger_than_the_work_or_the_room() {
        let mut x = vec![0; 11];
        let mut large = vec![0; MOST_BYTES / 4 + 1];
        // SAFETY: both are updated by this thread alone.
        unsafe {
            with_tables(10, true, || assert!(!add(&mut x, 3, 1)));
            with_tables(11, true, || assert!(add(&mut x, 3, 1)));
            with_tables(usize::MAX, true, || {
                assert!(!add(&mut large, 3, 1));
                large.pop();
                assert!(add(&mut large, 3, 1));
                assert!(!add(&mut x, 3, 1));
            });
        }
        assert_eq!((x[3], large[3]), (3, 2));
    }

    #[test]
    fn what_was_not_updated_keeps_its_bits() {
        let odd = f32::from_bits(0x7fa0_0001);
        let mut x = [odd, -0.0, 3.0];
        // SAFETY: `x` is updated by this thread alone.
        unsafe {
            with_tables(9, true, || {
                let p = place(x.as_mut_ptr(), 3, RedOp::Min);
                update(p.base.add(2), RedOp::Min, 1.0, p.shared);
            });
        }
        assert_eq!(x.map(f32::to_bits), [odd, -0.0, 1.0].map(f32::to_bits));
    }
}
