//! `julia`: mandelbrot's iteration from every starting point.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Iterations until `z^2 + c` leaves the disc of radius 2, for one `c` and all starting points.
#[kernel]
pub fn julia(w: usize, h: usize, limit: u32, cx: f32, cy: f32, out: &mut [u32]) {
    for (y, x) in par((0..h, 0..w)) {
        let mut a = x as f32 / w as f32 * 3.0 - 1.5;
        let mut b = y as f32 / h as f32 * 3.0 - 1.5;
        let mut n = 0;
        while n < limit && a * a + b * b <= 4.0 {
            let t = a * a - b * b + cx;
            b = 2.0 * a * b + cy;
            a = t;
            n += 1;
        }
        out[y * w + x] = n;
    }
}

const LIMIT: u32 = 256;

pub(crate) const CASE: Case = Case {
    name: "julia",
    // Near the border the count depends on every rounding.
    class: Class::Exact {
        relaxed: |n| Tolerance::Mismatches(mismatches(n)),
    },
    plain: |n| Tolerance::Mismatches(mismatches(n)),
    unit: "pixels a side",
    size: 1024,
    special: true,
    stored: |n| 4 * n * n,
    work: Work {
        items: square,
        bytes: 4.0,
        // On average 24 iterations of 8 operations.
        flops: |_| 195.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: julia::explain,
    source: julia::source,
};

/// Of the pixels, and a few where there are few.
fn mismatches(n: usize) -> f64 {
    0.02 + 4.0 / (n * n).max(1) as f64
}

struct Arguments {
    n: usize,
    c: (f32, f32),
    out: Slice<u32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let special = [
            (f32::NAN, 0.156),
            (-0.0, f32::MIN_POSITIVE / 4.0),
            (f32::NEG_INFINITY, -0.0),
        ];
        Arguments {
            n: g.size,
            c: if g.special() {
                special[(g.seed % 3) as usize]
            } else {
                (-0.8, 0.156)
            },
            out: g.written(g.size * g.size),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { n, c: (cx, cy), out } = self;
        match on {
            On::Plain => julia(*n, *n, LIMIT, *cx, *cy, out.host_mut()),
            On::Slices(d) => julia::run(d, *n, *n, LIMIT, *cx, *cy, out.host_mut())?,
            On::Buffers(d) => julia::run(d, *n, *n, LIMIT, *cx, *cy, out.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.out]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let (n, c) = (self.n, (f64::from(self.c.0), f64::from(self.c.1)));
        let count = |i: usize| {
            let at = |k: usize| 3.0 * (k as f64 / n as f64) - 1.5;
            let mut z = (at(i % n), at(i / n));
            let stays = |_: &u32| {
                let stays = z.0 * z.0 + z.1 * z.1 <= 4.0;
                z = (z.0 * z.0 - z.1 * z.1 + c.0, 2.0 * z.0 * z.1 + c.1);
                stays
            };
            Wanted::plain((0..LIMIT).take_while(stays).count() as f64)
        };
        vec![(0..n * n).map(count).collect()]
    }
}
