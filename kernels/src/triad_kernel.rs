//! `triad`: the STREAM benchmark's (McCalpin, 1995), limited by memory.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// `z = x + a y`.
#[kernel]
pub fn triad(a: f32, x: &[f32], y: &[f32], z: &mut [f32]) {
    for i in par(0..z.len()) {
        z[i] = x[i] + a * y[i];
    }
}

const A: f32 = 3.0;

pub(crate) const CASE: Case = Case {
    name: "triad",
    // As saxpy's.
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(1.01),
    },
    plain: |_| Tolerance::Ulp(1.01),
    unit: "items",
    size: 1 << 22,
    special: true,
    stored: |n| 12 * n,
    work: Work {
        items: line,
        bytes: 12.0,
        flops: |_| 2.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: triad::explain,
    source: triad::source,
};

struct Arguments {
    x: Slice<f32>,
    y: Slice<f32>,
    z: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size;
        let (x, y) = (g.floats(n, -1.0, 1.0, 7), g.floats(n, -1.0, 1.0, 11));
        Arguments {
            x: g.read(&x),
            y: g.read(&y),
            z: g.written(n),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { x, y, z } = self;
        match on {
            On::Plain => triad(A, x.host(), y.host(), z.host_mut()),
            On::Slices(d) => triad::run(d, A, x.host(), y.host(), z.host_mut())?,
            On::Buffers(d) => triad::run(d, A, x.part(), y.part(), z.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x, &mut self.y, &mut self.z]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let pairs = self.x.host().iter().zip(self.y.host());
        let one = |(&x, &y): (&f32, &f32)| Wanted::sum([f64::from(x), f64::from(A) * f64::from(y)]);
        vec![pairs.map(one).collect()]
    }
}
