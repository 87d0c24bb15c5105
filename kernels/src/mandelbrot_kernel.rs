//! `mandelbrot`: a `while` with a `break` in it, different in each lane.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Iterations until `z^2 + c` leaves the disc of radius 2, for `c` over the usual window.
#[kernel]
pub fn mandelbrot(w: usize, h: usize, limit: u32, out: &mut [u32]) {
    for (y, x) in par((0..h, 0..w)) {
        let cx = x as f32 / w as f32 * 3.0 - 2.25;
        let cy = y as f32 / h as f32 * 2.5 - 1.25;
        let mut a = 0.0;
        let mut b = 0.0;
        let mut n = 0;
        while n < limit {
            let a2 = a * a;
            let b2 = b * b;
            if a2 + b2 > 4.0 {
                break;
            }
            b = 2.0 * a * b + cy;
            a = a2 - b2 + cx;
            n += 1;
        }
        out[y * w + x] = n;
    }
}

const LIMIT: u32 = 256;

pub(crate) const CASE: Case = Case {
    name: "mandelbrot",
    // Near the border the count depends on every rounding.
    class: Class::Exact {
        relaxed: |n| Tolerance::Mismatches(mismatches(n)),
    },
    plain: |n| Tolerance::Mismatches(mismatches(n)),
    unit: "pixels a side",
    size: 1024,
    special: false,
    stored: |n| 4 * n * n,
    work: Work {
        items: square,
        bytes: 4.0,
        // On average 57 iterations of 8 operations.
        flops: |_| 456.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: mandelbrot::explain,
    source: mandelbrot::source,
};

/// Of the pixels, and a few where there are few.
fn mismatches(n: usize) -> f64 {
    0.005 + 4.0 / (n * n).max(1) as f64
}

struct Arguments {
    n: usize,
    out: Slice<u32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        Arguments {
            n: g.size,
            out: g.written(g.size * g.size),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { n, out } = self;
        match on {
            On::Plain => mandelbrot(*n, *n, LIMIT, out.host_mut()),
            On::Slices(d) => mandelbrot::run(d, *n, *n, LIMIT, out.host_mut())?,
            On::Buffers(d) => mandelbrot::run(d, *n, *n, LIMIT, out.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.out]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let n = self.n;
        let count = |i: usize| {
            let (x, y) = ((i % n) as f64 / n as f64, (i / n) as f64 / n as f64);
            let (cx, cy) = (3.0 * x - 2.25, 2.5 * y - 1.25);
            let mut z = (0.0f64, 0.0f64);
            let leaves = |_: &u32| {
                let out = z.0 * z.0 + z.1 * z.1 > 4.0;
                z = (z.0 * z.0 - z.1 * z.1 + cx, 2.0 * z.0 * z.1 + cy);
                out
            };
            Wanted::plain(f64::from((0..LIMIT).find(leaves).unwrap_or(LIMIT)))
        };
        vec![(0..n * n).map(count).collect()]
    }
}
