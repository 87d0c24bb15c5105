//! Private tables: where the threads of a loop keep their updates of elements that all of them share.
//!
//! An update of a shared element has to be atomic, and takes ten times as long as a plain one, also where no other thread
//! is near. So a thread that shares a loop joins its values into a table of its own, which begins with the operation's
//! identity, and joins that to the slice when there is no more work for it. Because of the latter a table must not be
//! much larger than the thread's part of the loop; where it would be, updates are atomic.

use crate::update::update;
use hoist_machine::program::{RedOp, Reduce};
use std::cell::{Cell, RefCell};
use std::ptr::null_mut;

/// Bytes of all tables of one thread.
const MOST_BYTES: usize = 4 << 20;

/// Where an update goes.
#[derive(Clone, Copy)]
pub(crate) struct Place<T> {
    /// Instead of the slice's first element.
    pub(crate) base: *mut T,
    /// Whether other threads update it too.
    pub(crate) shared: bool,
}

/// A slice's table; a loop updates a slice by one operation alone.
struct Table {
    slice: *mut u8,
    len: usize,
    /// Aligned for every element type.
    words: Vec<u64>,
    op: RedOp,
    /// Joins the table to its slice.
    /// SAFETY: as of [`join`], for the type that made the table.
    join: unsafe fn(*mut u8, *const u8, usize, RedOp),
}

struct Tables {
    list: Vec<Table>,
    /// Iterations that this thread may expect.
    work: usize,
    bytes: usize,
}

thread_local! {
    /// Those of the loop that this thread takes part in. A body starts no other loop, so there is one at a time.
    static OWN: RefCell<Option<Tables>> = const { RefCell::new(None) };
    /// The last answer of [`place`]: slice, length, first element and whether it is shared. It holds while `OWN` is the same.
    static LAST: Cell<(*mut u8, usize, *mut u8, bool)> = const { Cell::new((null_mut(), 0, null_mut(), false)) };
}

/// Other tables, or none, for those of this thread.
fn exchange(tables: Option<Tables>) -> Option<Tables> {
    LAST.set((null_mut(), 0, null_mut(), false));
    OWN.replace(tables)
}

/// Runs `f`, this thread's part of a loop that others take part in, of `work` iterations at a guess.
///
/// # Safety
/// Each slice that `f` updates outlives the call, and until then all access to it is by [`update`].
pub(crate) unsafe fn with_tables(work: usize, f: impl FnOnce()) {
    let tables = Tables {
        list: Vec::new(),
        work,
        bytes: 0,
    };
    let outer = Outer(exchange(Some(tables)));
    f();
    let own = exchange(None);
    drop(outer);
    for mut t in own.map(|t| t.list).unwrap_or_default() {
        // SAFETY: `slice` and `len` are those of a slice that `f` updated, and the table was made for its type.
        unsafe { (t.join)(t.slice, t.words.as_mut_ptr().cast(), t.len, t.op) };
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
    let (last, of, base, shared) = LAST.get();
    if last == slice.cast() && of == len {
        let base = base.cast();
        return Place { base, shared };
    }
    let found = find(slice, len, op);
    LAST.set((slice.cast(), len, found.base.cast(), found.shared));
    found
}

#[inline(never)]
fn find<T: Reduce>(slice: *mut T, len: usize, op: RedOp) -> Place<T> {
    OWN.with_borrow_mut(|own| match own {
        // No other thread takes part in the loop.
        None => Place {
            base: slice,
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
                shared: false,
            };
        }
        let bytes = len.saturating_mul(size_of::<T>());
        if len > self.work || bytes > MOST_BYTES - self.bytes {
            return Place {
                base: slice,
                shared: true,
            };
        }
        self.bytes += bytes;
        let mut words = vec![0u64; bytes.div_ceil(8)];
        let base = words.as_mut_ptr().cast::<T>();
        // SAFETY: the words have room for `len` elements, of which every bit pattern of zeros is one.
        unsafe { std::slice::from_raw_parts_mut(base, len) }.fill(T::identity(op));
        self.list.push(Table {
            slice: slice.cast(),
            len,
            words,
            op,
            join: join::<T>,
        });
        Place { base, shared: false }
    }
}

/// Joins `len` elements at `from` to those at `to`, but for identities: what no iteration updated stays as it is.
///
/// # Safety
/// Both are slices of `T` of that length, and of `to` others only reach elements by [`update`].
unsafe fn join<T: Reduce>(to: *mut u8, from: *const u8, len: usize, op: RedOp) {
    let (to, from) = (to.cast::<T>(), from.cast::<T>());
    let nothing = T::identity(op).to_bits64();
    for at in 0..len {
        // SAFETY: within both slices; the caller's contract.
        unsafe {
            let v = from.add(at).read();
            if v.to_bits64() != nothing {
                update(to.add(at), op, v, true);
            }
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
            with_tables(100, || {
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
            with_tables(10, || assert!(!add(&mut x, 3, 1)));
            with_tables(11, || assert!(add(&mut x, 3, 1)));
            with_tables(usize::MAX, || {
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
            with_tables(9, || {
                let p = place(x.as_mut_ptr(), 3, RedOp::Min);
                update(p.base.add(2), RedOp::Min, 1.0, p.shared);
            });
        }
        assert_eq!(x.map(f32::to_bits), [odd, -0.0, 1.0].map(f32::to_bits));
    }
}
