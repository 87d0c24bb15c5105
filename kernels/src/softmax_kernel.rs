//! `softmax`: of each row.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// `y = exp(x - max x) / sum exp(x - max x)`, of each row of `w`: a row is a group's.
#[kernel]
pub fn softmax(w: usize, x: &[f32], y: &mut [f32]) {
    for r in par(0..x.len() / w) {
        let mut most = f32::NEG_INFINITY;
        for k in par(0..w) {
            most = most.max(x[r * w + k]);
        }
        let mut sum = 0.0;
        for k in par(0..w) {
            let e = (x[r * w + k] - most).exp();
            y[r * w + k] = e;
            sum += e;
        }
        for k in par(0..w) {
            y[r * w + k] /= sum;
        }
    }
}

/// Columns.
const W: usize = 128;

pub(crate) const CASE: Case = Case {
    name: "softmax",
    // A rounded argument up to 20, 2 ulp of `exp`, the row's sum, and the quotient.
    class: Class::Math { ulp: 90.0 },
    plain: |_| Tolerance::Ulp(90.0),
    unit: "rows",
    size: 8192,
    special: false,
    stored: |n| 8 * n * W as u128,
    work: Work {
        items: line,
        bytes: 8.0 * W as f64,
        flops: |_| 20.0 * W as f64,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: softmax::explain,
    source: softmax::source,
};

struct Arguments {
    x: Slice<f32>,
    y: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size * W;
        let x = g.floats(n, -10.0, 10.0, usize::MAX);
        Arguments {
            x: g.read(&x),
            y: g.written(n),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { x, y } = self;
        match on {
            On::Plain => softmax(W, x.host(), y.host_mut()),
            On::Slices(d) => softmax::run(d, W, x.host(), y.host_mut())?,
            On::Buffers(d) => softmax::run(d, W, x.part(), y.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x, &mut self.y]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let mut all = vec![];
        for row in self.x.host().chunks(W) {
            // Without the maximum taken off: an f64 has the range.
            let powers: Vec<f64> = row.iter().map(|x| f64::from(*x).exp()).collect();
            let sum: f64 = powers.iter().sum();
            all.extend(powers.iter().map(|e| Wanted::plain(e / sum)));
        }
        vec![all]
    }
}
