//! `conv2d`: a picture and a kernel of 11 times 11 weights, where the kernel lies within the picture.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Sums `k` by `k` weighted elements of `x`, whose rows have `w`, for each of `h` by `w - k + 1` places.
#[kernel]
pub fn conv2d(h: usize, w: usize, k: usize, weights: &[f32], x: &[f32], y: &mut [f32]) {
    assert!(k <= w + 1);
    let out = w + 1 - k;
    for (r, c) in par((0..h, 0..out)) {
        let mut sum = 0.0;
        for a in 0..k {
            for b in 0..k {
                sum += weights[a * k + b] * x[(r + a) * w + (c + b)];
            }
        }
        y[r * out + c] = sum;
    }
}

/// Rows of the weights.
const K: usize = 11;

pub(crate) const CASE: Case = Case {
    name: "conv2d",
    // A running sum of rounded products.
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(0.51 * (K * K + 1) as f64),
    },
    plain: |_| Tolerance::Ulp(0.51 * (K * K + 1) as f64),
    unit: "rows",
    size: 512,
    special: true,
    stored: |n| 4 * (n + K as u128) * (n + K as u128) + 4 * n * n + 500,
    work: Work {
        items: square,
        bytes: 8.0,
        flops: |_| 2.0 * (K * K) as f64,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: conv2d::explain,
    source: conv2d::source,
};

struct Arguments {
    n: usize,
    weights: Slice<f32>,
    x: Slice<f32>,
    y: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let (n, w) = (g.size, g.size + K - 1);
        // A NaN takes a kernel's worth of results.
        let (weights, x) = (g.floats(K * K, -1.0, 1.0, usize::MAX), g.floats(w * w, -1.0, 1.0, 1201));
        Arguments {
            n,
            weights: g.read(&weights),
            x: g.read(&x),
            y: g.written(n * n),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { n, weights, x, y } = self;
        let (h, w) = (*n, *n + K - 1);
        match on {
            On::Plain => conv2d(h, w, K, weights.host(), x.host(), y.host_mut()),
            On::Slices(d) => conv2d::run(d, h, w, K, weights.host(), x.host(), y.host_mut())?,
            On::Buffers(d) => conv2d::run(d, h, w, K, weights.part(), x.part(), y.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.weights, &mut self.x, &mut self.y]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let (n, x) = (self.n, self.x.host());
        let w = n + K - 1;
        let mut all = vec![Wanted { value: 0.0, scale: 0.0 }; n * n];
        // One weight after the other, over the whole picture.
        for (at, weight) in self.weights.host().iter().enumerate() {
            let from = at / K * w + at % K;
            for (i, sum) in all.iter_mut().enumerate() {
                let term = f64::from(*weight) * f64::from(x[from + i / n * w + i % n]);
                sum.value += term;
                sum.scale += term.abs();
            }
        }
        vec![all]
    }
}
