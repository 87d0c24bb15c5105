//! `transpose`: rows become columns; one of the two is far apart in memory.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// `y` is `x`, of `h` rows of `w`, with rows and columns exchanged.
#[kernel]
pub fn transpose(h: usize, w: usize, x: &[f32], y: &mut [f32]) {
    for (i, j) in par((0..w, 0..h)) {
        y[i * h + j] = x[j * w + i];
    }
}

pub(crate) const CASE: Case = Case {
    name: "transpose",
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(0.0),
    },
    plain: |_| Tolerance::Ulp(0.0),
    unit: "rows",
    size: 1024,
    special: true,
    stored: |n| 8 * n * n,
    work: Work {
        items: square,
        bytes: 8.0,
        flops: |_| 0.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: transpose::explain,
    source: transpose::source,
};

struct Arguments {
    n: usize,
    x: Slice<f32>,
    y: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size;
        let x = g.floats(n * n, -1.0, 1.0, 7);
        Arguments {
            n,
            x: g.read(&x),
            y: g.written(n * n),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { n, x, y } = self;
        match on {
            On::Plain => transpose(*n, *n, x.host(), y.host_mut()),
            On::Slices(d) => transpose::run(d, *n, *n, x.host(), y.host_mut())?,
            On::Buffers(d) => transpose::run(d, *n, *n, x.part(), y.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x, &mut self.y]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let rows: Vec<&[f32]> = self.x.host().chunks(self.n.max(1)).collect();
        let column = |c: usize| rows.iter().map(move |r| Wanted::plain(f64::from(r[c])));
        vec![(0..self.n).flat_map(column).collect()]
    }
}
