//! `layernorm`: rows moved and scaled to mean 0 and variance 1 (Ba, Kiros, Hinton, 2016).

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// `y = (x - mean) / sqrt(variance + 1e-5) * gain + bias`, of each row of `gain.len()`: a row is a group's.
#[kernel]
pub fn layernorm(x: &[f32], gain: &[f32], bias: &[f32], y: &mut [f32]) {
    let w = gain.len();
    for r in par(0..x.len() / w) {
        let mut sum = 0.0;
        for k in par(0..w) {
            sum += x[r * w + k];
        }
        let mean = sum / w as f32;
        let mut squares = 0.0;
        for k in par(0..w) {
            let d = x[r * w + k] - mean;
            squares += d * d;
        }
        let scale = 1.0 / (squares / w as f32 + 1e-5).sqrt();
        for k in par(0..w) {
            y[r * w + k] = (x[r * w + k] - mean) * scale * gain[k] + bias[k];
        }
    }
}

/// Columns.
const W: usize = 128;

pub(crate) const CASE: Case = Case {
    name: "layernorm",
    // Two sums of a row in the shape of a group's, and a few roundings.
    class: Class::Shaped {
        terms: |_| W,
        rounded: 140.0,
    },
    plain: |_| Tolerance::Ulp(140.0),
    unit: "rows",
    size: 8192,
    special: false,
    stored: |n| 8 * n * W as u128,
    work: Work {
        items: line,
        bytes: 8.0 * W as f64,
        flops: |_| 8.0 * W as f64,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: layernorm::explain,
    source: layernorm::source,
};

struct Arguments {
    x: Slice<f32>,
    gain: Slice<f32>,
    bias: Slice<f32>,
    y: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size * W;
        let x = g.floats(n, -1.0, 3.0, usize::MAX);
        let (gain, bias) = (g.floats(W, 0.5, 2.0, usize::MAX), g.floats(W, -1.0, 1.0, usize::MAX));
        Arguments {
            x: g.read(&x),
            gain: g.read(&gain),
            bias: g.read(&bias),
            y: g.written(n),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { x, gain, bias, y } = self;
        match on {
            On::Plain => layernorm(x.host(), gain.host(), bias.host(), y.host_mut()),
            On::Slices(d) => layernorm::run(d, x.host(), gain.host(), bias.host(), y.host_mut())?,
            On::Buffers(d) => layernorm::run(d, x.part(), gain.part(), bias.part(), y.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x, &mut self.gain, &mut self.bias, &mut self.y]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let mut all = vec![];
        for row in self.x.host().chunks(W) {
            let row: Vec<f64> = row.iter().map(|x| f64::from(*x)).collect();
            let mean = row.iter().sum::<f64>() / W as f64;
            let variance = row.iter().map(|x| x * x).sum::<f64>() / W as f64 - mean * mean;
            let deviation = (variance + 1e-5).sqrt();
            for (x, (g, b)) in row.iter().zip(self.gain.host().iter().zip(self.bias.host())) {
                let (g, b) = (f64::from(*g), f64::from(*b));
                all.push(Wanted {
                    value: (x - mean) / deviation * g + b,
                    scale: (x.abs() + mean.abs()) / deviation * g.abs() + b.abs(),
                });
            }
        }
        vec![all]
    }
}
