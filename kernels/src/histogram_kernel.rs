//! `histogram`: how often each byte occurs; all iterations update a few elements.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::{Inputs, uniform};
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Counts the bytes of `x` by value.
#[kernel]
pub fn histogram(x: &[u8], counts: &mut [u32]) {
    for i in par(0..x.len()) {
        counts[x[i] as usize] += 1;
    }
}

pub(crate) const CASE: Case = Case {
    name: "histogram",
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(0.0),
    },
    plain: |_| Tolerance::Ulp(0.0),
    unit: "bytes",
    size: 1 << 22,
    special: true,
    stored: |n| n + 1024,
    work: Work {
        items: line,
        bytes: 1.0,
        flops: |_| 1.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: histogram::explain,
    source: histogram::source,
};

struct Arguments {
    x: Slice<u8>,
    counts: Slice<u32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        // The special ones meet in one element, where updates have to wait for each other.
        let special = g.special();
        let byte = |u: &f32| if special && *u < 0.9 { 7 } else { (256.0 * u * u) as u8 };
        let x: Vec<u8> = uniform(g.size, g.seed).iter().map(byte).collect();
        Arguments {
            x: g.read(&x),
            counts: g.updated(&[3; 256]),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { x, counts } = self;
        match on {
            On::Plain => histogram(x.host(), counts.host_mut()),
            On::Slices(d) => histogram::run(d, x.host(), counts.host_mut())?,
            On::Buffers(d) => histogram::run(d, x.part(), counts.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x, &mut self.counts]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let mut sorted = self.x.host().to_vec();
        sorted.sort_unstable();
        let below = |v: usize| sorted.partition_point(|x| usize::from(*x) < v);
        let before = self.counts.host().iter().map(|c| f64::from(*c));
        let all = before.enumerate().map(|(v, c)| c + (below(v + 1) - below(v)) as f64);
        vec![all.map(Wanted::plain).collect()]
    }
}
