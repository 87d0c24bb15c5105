//! `matmul_blocked`: the product of matrices by blocks that a group's items share.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Rows, columns and depth of a block.
const R: usize = 16;
const C: usize = 64;
const D: usize = 32;

/// `c = a b` of square matrices. A group has a block of `c`; its items fetch a block of `a` and one of `b` at a time.
#[kernel]
pub fn matmul_blocked(n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    for (bi, bj) in par((0..n.div_ceil(R), 0..n.div_ceil(C))) {
        let mut x = [[0.0f32; D]; R];
        let mut y = [[0.0f32; C]; D];
        let mut sums = [[0.0f32; C]; R];
        for bk in 0..n.div_ceil(D) {
            for (r, k) in par((0..R, 0..D)) {
                let (i, l) = (bi * R + r, bk * D + k);
                x[r][k] = if i < n && l < n { a[i * n + l] } else { 0.0 };
            }
            for (k, q) in par((0..D, 0..C)) {
                let (l, j) = (bk * D + k, bj * C + q);
                y[k][q] = if l < n && j < n { b[l * n + j] } else { 0.0 };
            }
            for (r, q) in par((0..R, 0..C)) {
                let mut s = sums[r][q];
                for k in 0..D {
                    s = x[r][k].mul_add(y[k][q], s);
                }
                sums[r][q] = s;
            }
        }
        for (r, q) in par((0..R, 0..C)) {
            let (i, j) = (bi * R + r, bj * C + q);
            if i < n && j < n {
                c[i * n + j] = sums[r][q];
            }
        }
    }
}

pub(crate) const CASE: Case = Case {
    name: "matmul_blocked",
    // Each product is rounded with its sum; a relaxed device may round it before.
    class: Class::Exact {
        relaxed: |n| Tolerance::Ulp(0.51 * (n + 1) as f64),
    },
    plain: |n| Tolerance::Ulp(0.51 * (n + 1) as f64),
    unit: "rows",
    size: 256,
    special: false,
    stored: |n| 12 * n * n,
    work: Work {
        items: square,
        bytes: 12.0,
        flops: |n| 2.0 * n as f64,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: matmul_blocked::explain,
    source: matmul_blocked::source,
};

struct Arguments {
    n: usize,
    a: Slice<f32>,
    b: Slice<f32>,
    c: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size;
        let all = |g: &mut Inputs| g.floats(n * n, -1.0, 1.0, usize::MAX);
        let (a, b) = (all(g), all(g));
        Arguments {
            n,
            a: g.read(&a),
            b: g.read(&b),
            c: g.written(n * n),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { n, a, b, c } = self;
        match on {
            On::Plain => matmul_blocked(*n, a.host(), b.host(), c.host_mut()),
            On::Slices(d) => matmul_blocked::run(d, *n, a.host(), b.host(), c.host_mut())?,
            On::Buffers(d) => matmul_blocked::run(d, *n, a.part(), b.part(), c.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.a, &mut self.b, &mut self.c]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let (n, a, b) = (self.n, self.a.host(), self.b.host());
        let element = |at: usize| {
            let (i, j) = (at / n, at % n);
            Wanted::sum((0..n).map(|k| f64::from(a[i * n + k]) * f64::from(b[k * n + j])))
        };
        vec![(0..n * n).map(element).collect()]
    }
}
