//! Intervals of integers at launch: what a subscript can reach.

/// All integers from `lo` to `hi`; none when `empty`; anything when not `known`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iv {
    pub lo: i128,
    pub hi: i128,
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
        if last.place != place || last.count != values.len() || last.values[..values.len()] != *values {
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

const LIMIT: i128 = 1 << 62;

/// One value.
#[inline]
pub fn int(x: impl Exact) -> Iv {
    lit(x.exact())
}
/// One value.
#[inline]
pub fn lit(x: i128) -> Iv {
    Iv {
        lo: x,
        hi: x,
        known: true,
        empty: false,
    }
}
/// The values of a loop variable from `from` up to, without, `to`.
#[inline]
pub fn span(from: Iv, to: Iv) -> Iv {
    Iv {
        lo: from.lo,
        hi: to.hi - 1,
        known: from.known && to.known,
        empty: from.empty || to.empty || to.hi - 1 < from.lo,
    }
}
/// The values of one dimension of a parallel loop.
#[inline]
pub fn dim(d: &crate::program::Dim) -> Iv {
    let n = d.count() as i128;
    let last = d.start as i128 + (n - 1) * d.step as i128;
    Iv {
        lo: d.start as i128,
        hi: last,
        known: true,
        empty: n == 0,
    }
}

impl Iv {
    #[inline]
    fn of(lo: i128, hi: i128, a: Iv, b: Iv) -> Iv {
        Iv {
            lo,
            hi,
            known: a.known && b.known && lo > -LIMIT && hi < LIMIT,
            empty: a.empty || b.empty,
        }
    }
    /// Sums.
    #[inline]
    pub fn plus(self, b: Iv) -> Iv {
        Iv::of(self.lo.saturating_add(b.lo), self.hi.saturating_add(b.hi), self, b)
    }
    /// Products.
    #[inline]
    pub fn times(self, b: Iv) -> Iv {
        let all = [
            self.lo.saturating_mul(b.lo),
            self.lo.saturating_mul(b.hi),
            self.hi.saturating_mul(b.lo),
            self.hi.saturating_mul(b.hi),
        ];
        let (lo, hi) = all
            .iter()
            .fold((i128::MAX, i128::MIN), |(l, h), x| (l.min(*x), h.max(*x)));
        Iv::of(lo, hi, self, b)
    }
    /// Whether every value indexes a slice of `len` elements.
    #[inline]
    pub fn indexes(self, len: usize) -> bool {
        self.empty || (self.known && self.lo >= 0 && self.hi < len as i128)
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
    }
}
