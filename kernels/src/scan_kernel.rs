//! `scan`: running sums of floats.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// `y[i]` is the sum of `x[0]` to `x[i]`; returns the last one.
#[kernel]
pub fn scan(x: &[f32], y: &mut [f32]) -> f32 {
    let mut sum = 0.0;
    for i in par(0..y.len()) {
        sum += x[i];
        y[i] = sum;
    }
    sum
}

pub(crate) const CASE: Case = Case {
    name: "scan",
    class: Class::Scanned,
    // A running sum: half an ulp of the magnitudes' sum for each term, and room for what rounds by less.
    plain: |n| Tolerance::Ulp(0.51 * n as f64),
    unit: "items",
    size: 1 << 22,
    special: true,
    stored: |n| 8 * n,
    work: Work {
        items: line,
        bytes: 8.0,
        flops: |_| 1.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: scan::explain,
    source: scan::source,
};

struct Arguments {
    x: Slice<f32>,
    y: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let x = g.terms(g.size, -0.25, 1.0);
        Arguments {
            x: g.read(&x),
            y: g.written(g.size),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { x, y } = self;
        let s = match on {
            On::Plain => scan(x.host(), y.host_mut()),
            On::Slices(d) => scan::run(d, x.host(), y.host_mut())?,
            On::Buffers(d) => scan::run(d, x.part(), y.part_mut())?,
        };
        Ok(Some(Values::F32(vec![s])))
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x, &mut self.y]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let mut sum = Wanted { value: 0.0, scale: 0.0 };
        let terms = self.x.host().iter().map(|x| f64::from(*x));
        let all: Vec<Wanted> = terms
            .map(|t| {
                sum.value += t;
                sum.scale += t.abs();
                sum
            })
            .collect();
        vec![all, vec![sum]]
    }
}
