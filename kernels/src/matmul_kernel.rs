//! `matmul`: the naive product of matrices.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// `c = a b` of square matrices, row by row.
#[kernel]
pub fn matmul(n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    for (i, j) in par((0..n, 0..n)) {
        let mut s = 0.0;
        for k in 0..n {
            s += a[i * n + k] * b[k * n + j];
        }
        c[i * n + j] = s;
    }
}

pub(crate) const CASE: Case = Case {
    name: "matmul",
    // As the plain call's; contraction rounds less.
    class: Class::Exact {
        relaxed: |n| Tolerance::Ulp(0.51 * (n + 1) as f64),
    },
    // A running sum of n rounded products.
    plain: |n| Tolerance::Ulp(0.51 * (n + 1) as f64),
    unit: "rows",
    size: 256,
    special: true,
    stored: |n| 12 * n * n,
    work: Work {
        items: square,
        bytes: 12.0,
        flops: |n| 2.0 * n as f64,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: matmul::explain,
    source: matmul::source,
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
        // A NaN takes a row or a column.
        let rare = 5 * n + 3;
        let (a, b) = (g.floats(n * n, -1.0, 1.0, rare), g.floats(n * n, -1.0, 1.0, rare));
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
            On::Plain => matmul(*n, a.host(), b.host(), c.host_mut()),
            On::Slices(d) => matmul::run(d, *n, a.host(), b.host(), c.host_mut())?,
            On::Buffers(d) => matmul::run(d, *n, a.part(), b.part(), c.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.a, &mut self.b, &mut self.c]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let (n, a, b) = (self.n, self.a.host(), self.b.host());
        let mut all = vec![Wanted { value: 0.0, scale: 0.0 }; n * n];
        // Column by column of `a`, so that rows of `b` are read in order.
        for k in 0..n {
            for (at, w) in all.iter_mut().enumerate() {
                let term = f64::from(a[at / n * n + k]) * f64::from(b[k * n + at % n]);
                w.value += term;
                w.scale += term.abs();
            }
        }
        vec![all]
    }
}
