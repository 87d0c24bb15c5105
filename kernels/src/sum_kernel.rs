//! `sum`: a float reduction.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// The sum of all elements.
#[kernel]
pub fn sum(x: &[f32]) -> f32 {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i];
    }
    s
}

pub(crate) const CASE: Case = Case {
    name: "sum",
    class: Class::Shaped {
        terms: line,
        rounded: 0.0,
    },
    // A running sum: half an ulp of the magnitudes' sum for each term, and room for what rounds by less.
    plain: |n| Tolerance::Ulp(0.51 * n as f64),
    unit: "items",
    size: 1 << 22,
    special: true,
    stored: |n| 4 * n,
    work: Work {
        items: line,
        bytes: 4.0,
        flops: |_| 1.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: sum::explain,
    source: sum::source,
};

struct Arguments {
    x: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let x = g.terms(g.size, -0.25, 1.0);
        Arguments { x: g.read(&x) }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let x = &self.x;
        let s = match on {
            On::Plain => sum(x.host()),
            On::Slices(d) => sum::run(d, x.host())?,
            On::Buffers(d) => sum::run(d, x.part())?,
        };
        Ok(Some(Values::F32(vec![s])))
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        vec![vec![Wanted::sum(self.x.host().iter().map(|&x| f64::from(x)))]]
    }
}
