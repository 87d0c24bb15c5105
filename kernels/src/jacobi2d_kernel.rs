//! `jacobi2d`: sweeps in a host loop, with a swap between them.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Sweeps of Jacobi's method for Laplace's equation; the result is in `a`.
#[kernel]
pub fn jacobi2d(w: usize, h: usize, sweeps: usize, a: &mut [f32], b: &mut [f32]) {
    let (mut src, mut dst) = (&mut *a, &mut *b);
    for _ in 0..2 * sweeps {
        for (y, x) in par((1..h.max(1) - 1, 1..w.max(1) - 1)) {
            let i = y * w + x;
            dst[i] = 0.25 * (src[i - 1] + src[i + 1] + src[i - w] + src[i + w]);
        }
        std::mem::swap(&mut src, &mut dst);
    }
}

/// Pairs of sweeps.
const PAIRS: usize = 5;

pub(crate) const CASE: Case = Case {
    name: "jacobi2d",
    // Three roundings a sweep; there is nothing to contract, and a quarter is exact.
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(3.0 * PAIRS as f64),
    },
    plain: |_| Tolerance::Ulp(3.0 * PAIRS as f64),
    unit: "points a side",
    size: 1024,
    special: true,
    stored: |n| 8 * n * n,
    work: Work {
        items: square,
        bytes: 8.0 * 2.0 * PAIRS as f64,
        flops: |_| 4.0 * 2.0 * PAIRS as f64,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: jacobi2d::explain,
    source: jacobi2d::source,
};

struct Arguments {
    n: usize,
    a: Slice<f32>,
    b: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size;
        // A NaN spreads ten points far.
        let a = g.floats(n * n, -0.25, 1.0, 997);
        Arguments {
            n,
            a: g.updated(&a),
            b: g.updated(&a),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { n, a, b } = self;
        match on {
            On::Plain => jacobi2d(*n, *n, PAIRS, a.host_mut(), b.host_mut()),
            On::Slices(d) => jacobi2d::run(d, *n, *n, PAIRS, a.host_mut(), b.host_mut())?,
            On::Buffers(d) => jacobi2d::run(d, *n, *n, PAIRS, a.part_mut(), b.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.a, &mut self.b]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let start = |f: fn(f64) -> f64| self.a.host().iter().map(|&x| f(f64::from(x))).collect::<Vec<f64>>();
        let (values, scales) = (self.sweeps(start(|x| x)), self.sweeps(start(f64::abs)));
        let wanted = |k: usize| {
            values[k]
                .iter()
                .zip(&scales[k])
                .map(|(&value, &scale)| Wanted { value, scale })
                .collect()
        };
        vec![wanted(0), wanted(1)]
    }
}

impl Arguments {
    /// The last sweep and the one before it.
    fn sweeps(&self, start: Vec<f64>) -> [Vec<f64>; 2] {
        let (n, mut old, mut new) = (self.n, start.clone(), start);
        for _ in 0..2 * PAIRS {
            for y in 1..n.saturating_sub(1) {
                for x in 1..n - 1 {
                    let beside = old[y * n + x - 1] + old[y * n + x + 1];
                    new[y * n + x] = (old[(y - 1) * n + x] + old[(y + 1) * n + x] + beside) / 4.0;
                }
            }
            (old, new) = (new, old);
        }
        [old, new]
    }
}
