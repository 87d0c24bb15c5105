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

/// Whether two accesses never meet in different iterations.
///
/// `a` and `b` are what the subscripts add to the part that moves with the parallel loops, which
/// is the same in both: `strides` are its steps and counts. Two iterations differ by a sum of
/// multiples of the strides; it is not zero when the strides nest (each larger than all that the
/// smaller ones and the rest can add up to), or when the rest is no multiple of their common divisor.
pub fn disjoint(a: Iv, b: Iv, strides: &[(Iv, usize)]) -> bool {
    if a.empty || b.empty {
        return true;
    }
    if !a.known || !b.known || strides.iter().any(|(s, _)| !s.known || s.lo != s.hi) {
        return false;
    }
    let mut steps: Vec<(i128, i128)> = strides
        .iter()
        .filter(|(_, n)| *n > 1)
        .map(|(s, n)| (s.lo.abs(), *n as i128 - 1))
        .collect();
    let gcd = steps.iter().fold(0, |g, (s, _)| gcd(g, *s));
    if a.lo == a.hi && b.lo == b.hi && gcd > 0 && (a.lo - b.lo) % gcd != 0 {
        return true;
    }
    steps.sort_unstable();
    let mut reach = (a.hi - b.lo).max(b.hi - a.lo);
    for (step, more) in steps {
        if step <= reach {
            return false;
        }
        reach = reach.saturating_add(step.saturating_mul(more));
    }
    reach < LIMIT
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disjoint_agrees_with_brute_force_where_it_says_yes() {
        let mut yes = 0;
        for s1 in -4i128..5 {
            for s2 in -6i128..7 {
                for (n1, n2) in [(1usize, 3usize), (3, 3), (4, 2), (2, 1)] {
                    for (al, ah) in [(0i128, 0i128), (0, 1), (-1, 1)] {
                        for bl in -2i128..3 {
                            let (a, b) = (span(lit(al), lit(ah + 1)), lit(bl));
                            if !disjoint(a, b, &[(lit(s1), n1), (lit(s2), n2)]) {
                                continue;
                            }
                            yes += 1;
                            for (i, j, k, l) in quads(n1 as i128, n2 as i128) {
                                for x in al..=ah {
                                    assert!((i, j) == (k, l) || s1 * i + s2 * j + x != s1 * k + s2 * l + bl);
                                }
                            }
                        }
                    }
                }
            }
        }
        assert!(yes > 500, "{yes}");
    }

    fn quads(n: i128, m: i128) -> Vec<(i128, i128, i128, i128)> {
        let mut all = Vec::new();
        for i in 0..n {
            for j in 0..m {
                for k in 0..n {
                    all.extend((0..m).map(|l| (i, j, k, l)));
                }
            }
        }
        all
    }

    #[test]
    fn bounds() {
        assert!(span(lit(0), lit(10)).indexes(10));
        assert!(!span(lit(0), lit(11)).indexes(10));
        assert!(span(lit(5), lit(5)).indexes(0));
        assert!(!span(lit(0), lit(10)).plus(lit(-1)).indexes(10));
    }
}
