//! `dot`: a float reduction of products.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// The scalar product.
#[kernel]
pub fn dot(x: &[f32], y: &[f32]) -> f32 {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i] * y[i];
    }
    s
}

pub(crate) const CASE: Case = Case {
    name: "dot",
    // A product is rounded before it is summed.
    class: Class::Shaped {
        terms: line,
        rounded: 1.0,
    },
    // As sum's.
    plain: |n| Tolerance::Ulp(0.51 * (n + 1) as f64),
    unit: "items",
    size: 1 << 22,
    special: true,
    stored: |n| 8 * n,
    work: Work {
        items: line,
        bytes: 8.0,
        flops: |_| 2.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: dot::explain,
    source: dot::source,
};

struct Arguments {
    x: Slice<f32>,
    y: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let (x, y) = (g.terms(g.size, -0.25, 1.0), g.terms(g.size, -0.25, 1.0));
        Arguments {
            x: g.read(&x),
            y: g.read(&y),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { x, y } = self;
        let s = match on {
            On::Plain => dot(x.host(), y.host()),
            On::Slices(d) => dot::run(d, x.host(), y.host())?,
            On::Buffers(d) => dot::run(d, x.part(), y.part())?,
        };
        Ok(Some(Values::F32(vec![s])))
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x, &mut self.y]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let pairs = self.x.host().iter().zip(self.y.host());
        vec![vec![Wanted::sum(pairs.map(|(&x, &y)| f64::from(x) * f64::from(y)))]]
    }
}
