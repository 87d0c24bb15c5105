//! Intervals of integers at launch: what a subscript can reach.

/// All integers from `lo` to `hi`; none when `empty`; anything when not `known`, as what 64 bits don't hold.
///
/// A test of bounds stands before every loop, so this is 64 bits wide and not 128, whose products are calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iv {
    pub lo: i64,
    pub hi: i64,
    pub known: bool,
    pub empty: bool,
}

/// Values that a launch knows exactly.
pub trait Exact: Copy {
    fn exact(self) -> i128;
}
macro_rules! exact {
    ($($t:ty)*) => {$(impl Exact for $t {
        #[inline]
        fn exact(self) -> i128 { self as i128 }
    })*};
}
exact!(i8 i16 i32 i64 u8 u16 u32 u64 usize);

/// The value, for [`independent`].
#[inline]
pub fn exact<T: Exact>(x: T) -> i128 {
    x.exact()
}

/// Whether no two iterations of a loop meet in a slice: `code` is the loop's [`hoist_affine::Model`],
/// `values` are its parameters.
///
/// The same loop is mostly asked with the same values again: sweeps of one kernel, one kernel in a loop. The last answers are
/// kept, a few for each thread.
pub fn independent(code: &'static [i64], values: &[i128]) -> bool {
    let answer = || hoist_affine::Model::decode(code).is_some_and(|m| m.independent(values));
    if values.len() > KEPT {
        return answer();
    }
    let place = code.as_ptr() as usize;
    LAST.with_borrow_mut(|all| {
        let last = &mut all[(place >> 3) % ANSWERS];
        // One by one: they have just been stored, by halves, for which wider loads wait.
        let known = || last.values.iter().zip(values).all(|(a, b)| a == b);
        if last.place != place || last.count != values.len() || !known() {
            last.values[..values.len()].copy_from_slice(values);
            (last.place, last.count, last.answer) = (place, values.len(), answer());
        }
        last.answer
    })
}

/// Values that an answer is kept with, and answers of a thread.
const KEPT: usize = 12;
const ANSWERS: usize = 8;

/// An answer, by where the loop's model stands and the values.
#[derive(Clone, Copy)]
struct Answer {
    place: usize,
    count: usize,
    values: [i128; KEPT],
    answer: bool,
}

thread_local! {
    static LAST: std::cell::RefCell<[Answer; ANSWERS]> = const {
        std::cell::RefCell::new([Answer { place: 0, count: 0, values: [0; KEPT], answer: false }; ANSWERS])
    };
}

/// One value.
#[inline]
pub fn int(x: impl Exact) -> Iv {
    lit(x.exact())
}
/// One value.
#[inline]
pub fn lit(x: i128) -> Iv {
    let held = i64::try_from(x);
    let x = held.unwrap_or(0);
    Iv {
        lo: x,
        hi: x,
        known: held.is_ok(),
        empty: false,
    }
}
/// The values of a loop variable from `from` up to, without, `to`.
#[inline]
pub fn span(from: Iv, to: Iv) -> Iv {
    let hi = to.hi.saturating_sub(1);
    Iv {
        lo: from.lo,
        hi,
        known: from.known && to.known,
        empty: from.empty || to.empty || (from.known && to.known && hi < from.lo),
    }
}
/// The values of one dimension of a parallel loop.
#[inline]
pub fn dim(d: &crate::program::Dim) -> Iv {
    let n = d.count();
    // Below the end, which is a `usize`.
    let last = d.start.wrapping_add(n.wrapping_sub(1).wrapping_mul(d.step));
    let (lo, hi) = (i64::try_from(d.start), i64::try_from(last));
    Iv {
        lo: lo.unwrap_or(0),
        hi: hi.unwrap_or(0),
        known: lo.is_ok() && hi.is_ok(),
        empty: n == 0,
    }
}

impl Iv {
    #[inline]
    fn of(lo: Option<i64>, hi: Option<i64>, a: Iv, b: Iv) -> Iv {
        Iv {
            lo: lo.unwrap_or(0),
            hi: hi.unwrap_or(0),
            known: a.known && b.known && lo.is_some() && hi.is_some(),
            empty: a.empty || b.empty,
        }
    }
    /// Sums.
    #[inline]
    pub fn plus(self, b: Iv) -> Iv {
        Iv::of(self.lo.checked_add(b.lo), self.hi.checked_add(b.hi), self, b)
    }
    /// Products.
    #[inline]
    pub fn times(self, b: Iv) -> Iv {
        if self.lo >= 0 && b.lo >= 0 {
            return Iv::of(self.lo.checked_mul(b.lo), self.hi.checked_mul(b.hi), self, b);
        }
        let all = [
            self.lo.checked_mul(b.lo),
            self.lo.checked_mul(b.hi),
            self.hi.checked_mul(b.lo),
            self.hi.checked_mul(b.hi),
        ];
        let [Some(p), Some(q), Some(r), Some(s)] = all else {
            return Iv::of(None, None, self, b);
        };
        Iv::of(Some(p.min(q).min(r).min(s)), Some(p.max(q).max(r).max(s)), self, b)
    }
    /// Whether every value indexes a slice of `len` elements.
    #[inline]
    pub fn indexes(self, len: usize) -> bool {
        self.empty || (self.known && self.lo >= 0 && (self.hi as u64) < len as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds() {
        assert!(span(lit(0), lit(10)).indexes(10));
        assert!(!span(lit(0), lit(11)).indexes(10));
        assert!(span(lit(5), lit(5)).indexes(0));
        assert!(!span(lit(0), lit(10)).plus(lit(-1)).indexes(10));
        let both = span(lit(-2), lit(4));
        assert!(both.times(both).plus(lit(6)).indexes(16) && !both.times(both).plus(lit(6)).indexes(15));
        assert!(!both.times(both).plus(lit(5)).indexes(16));
        assert!(both.times(lit(-1)).plus(lit(3)).indexes(6) && !both.times(lit(-1)).plus(lit(2)).indexes(6));
    }

    #[test]
    fn what_is_too_large_is_unknown() {
        let large = 1i128 << 62;
        for far in [
            lit(large).plus(lit(large)),
            lit(large).times(lit(2)),
            lit(-large).times(lit(4)),
            int(u64::MAX),
        ] {
            assert!(
                !far.known && !far.indexes(usize::MAX) && !far.plus(lit(-5)).indexes(usize::MAX),
                "{far:?}"
            );
            assert!(!far.times(lit(0)).indexes(1) && !span(far, lit(0)).indexes(1) && !span(lit(0), far).indexes(1));
        }
        let d = |start, end, step| dim(&crate::program::Dim { start, end, step });
        assert!(d(0, 10, 3).indexes(10) && !d(0, 10, 3).indexes(9) && d(4, 4, 1).indexes(0));
        assert!(!d(usize::MAX - 5, usize::MAX, 1).indexes(usize::MAX));
    }
}
