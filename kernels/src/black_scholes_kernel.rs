//! `black_scholes`: `ln`, `exp` and `sqrt`, limited by arithmetic.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// The normal distribution, by Abramowitz and Stegun 26.2.17 (error under 7.5e-8).
#[device]
fn normal(x: f32) -> f32 {
    let k = 1.0 / (1.0 + 0.2316419 * x.abs());
    let p = k * (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
    let tail = 0.39894228 * (-0.5 * x * x).exp() * p;
    if x > 0.0 { 1.0 - tail } else { tail }
}

/// European call prices (Black and Scholes, 1973).
#[kernel]
pub fn black_scholes(rate: f32, vol: f32, price: &[f32], strike: &[f32], years: &[f32], call: &mut [f32]) {
    for i in par(0..call.len()) {
        let s = price[i];
        let x = strike[i];
        let t = years[i];
        let spread = vol * t.sqrt();
        let d1 = ((s / x).ln() + (rate + 0.5 * vol * vol) * t) / spread;
        let d2 = d1 - spread;
        call[i] = s * normal(d1) - x * (-rate * t).exp() * normal(d2);
    }
}

const RATE: f32 = 0.02;
const VOL: f32 = 0.3;

pub(crate) const CASE: Case = Case {
    name: "black_scholes",
    // Of the two terms' magnitudes: 0.63 ulp is the approximation of the normal distribution, the rest about eight
    // roundings, each of which its slope damps.
    class: Class::Math { ulp: 4.0 },
    plain: |_| Tolerance::Ulp(4.0),
    unit: "items",
    size: 1 << 20,
    special: true,
    stored: |n| 16 * n,
    work: Work {
        items: line,
        bytes: 16.0,
        flops: |_| 60.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: black_scholes::explain,
    source: black_scholes::source,
};

struct Arguments {
    price: Slice<f32>,
    strike: Slice<f32>,
    years: Slice<f32>,
    call: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size;
        let price = g.floats(n, 5.0, 30.0, 13);
        let strike = g.floats(n, 1.0, 100.0, 17);
        let years = g.floats(n, 0.25, 10.0, 19);
        Arguments {
            price: g.read(&price),
            strike: g.read(&strike),
            years: g.read(&years),
            call: g.written(n),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments {
            price: p,
            strike: k,
            years: t,
            call: c,
        } = self;
        match on {
            On::Plain => black_scholes(RATE, VOL, p.host(), k.host(), t.host(), c.host_mut()),
            On::Slices(d) => black_scholes::run(d, RATE, VOL, p.host(), k.host(), t.host(), c.host_mut())?,
            On::Buffers(d) => black_scholes::run(d, RATE, VOL, p.part(), k.part(), t.part(), c.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.price, &mut self.strike, &mut self.years, &mut self.call]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let (p, k, t) = (self.price.host(), self.strike.host(), self.years.host());
        let one = |i: usize| price(f64::from(p[i]), f64::from(k[i]), f64::from(t[i]));
        vec![(0..p.len()).map(one).collect()]
    }
}

fn price(s: f64, x: f64, t: f64) -> Wanted {
    let (rate, vol) = (f64::from(RATE), f64::from(VOL));
    let d1 = (f64::ln(s / x) + (rate + vol * vol / 2.0) * t) / (vol * f64::sqrt(t));
    let d2 = (f64::ln(s / x) + (rate - vol * vol / 2.0) * t) / (vol * f64::sqrt(t));
    let discounted = x * f64::exp(-rate * t);
    Wanted {
        value: s * distribution(d1) - discounted * distribution(d2),
        scale: s.abs() + discounted.abs(),
    }
}

/// The normal distribution by its power series around 0, `1/2 + phi(x) (x + x^3/3 + x^5/15 + ...)`.
pub fn distribution(x: f64) -> f64 {
    if x.is_nan() || x.abs() > 8.0 {
        return if x.is_nan() { x } else { f64::from(u8::from(x > 0.0)) };
    }
    let (mut term, mut sum, mut odd) = (x, x, 1.0);
    while term.abs() > 1e-17 * sum.abs() {
        odd += 2.0;
        term *= x * x / odd;
        sum += term;
    }
    0.5 + sum * f64::exp(-x * x / 2.0) / f64::sqrt(2.0 * std::f64::consts::PI)
}
