//! `sort_u32`: a radix sort, two bits at a time.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::{Inputs, uniform};
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Sorts `x`, by way of as much room: from the lowest two bits on, each of four digits has a part of the room, as long as it
/// occurs, and its elements go there in their order.
#[kernel]
pub fn sort_u32(x: &mut [u32]) {
    let n = x.len();
    let mut room = vec![0; n];
    let (mut from, mut to) = (&mut *x, &mut room[..]);
    for pair in 0..16u32 {
        let shift = 2 * pair;
        let (mut zeros, mut ones, mut twos) = (0, 0, 0);
        for i in par(0..n) {
            let digit = from[i] >> shift & 3;
            zeros += (digit == 0) as usize;
            ones += (digit == 1) as usize;
            twos += (digit == 2) as usize;
        }
        let (to_0, rest) = to.split_at_mut(zeros);
        let (to_1, rest) = rest.split_at_mut(ones);
        let (to_2, to_3) = rest.split_at_mut(twos);
        let (mut n0, mut n1, mut n2, mut n3) = (0, 0, 0, 0);
        for i in par(0..n) {
            let v = from[i];
            let digit = v >> shift & 3;
            if digit == 0 {
                to_0[n0] = v;
                n0 += 1;
            } else if digit == 1 {
                to_1[n1] = v;
                n1 += 1;
            } else if digit == 2 {
                to_2[n2] = v;
                n2 += 1;
            } else {
                to_3[n3] = v;
                n3 += 1;
            }
        }
        std::mem::swap(&mut from, &mut to);
    }
}

pub(crate) const CASE: Case = Case {
    name: "sort_u32",
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(0.0),
    },
    plain: |_| Tolerance::Ulp(0.0),
    unit: "items",
    size: 1 << 13,
    special: true,
    stored: |n| 4 * n,
    work: Work {
        items: line,
        // Each of the 16 passes reads twice and writes once.
        bytes: 192.0,
        flops: |_| 0.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: sort_u32::explain,
    source: sort_u32::source,
};

struct Arguments {
    x: Slice<u32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        // The special ones are few values, in long runs.
        let special = g.special();
        let (high, low) = (uniform(g.size, g.seed), uniform(g.size, g.seed ^ 0x5bd1));
        let value = |(high, low): (&f32, &f32)| {
            let whole = (high * 65536.0) as u32 * 65536 + (low * 65536.0) as u32;
            if special {
                [0, u32::MAX, 7, whole & 3][(high * 4.0) as usize & 3]
            } else {
                whole
            }
        };
        let x: Vec<u32> = high.iter().zip(&low).map(value).collect();
        Arguments { x: g.updated(&x) }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        match on {
            On::Plain => sort_u32(self.x.host_mut()),
            On::Slices(d) => sort_u32::run(d, self.x.host_mut())?,
            On::Buffers(d) => sort_u32::run(d, self.x.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let mut sorted = self.x.host().to_vec();
        sorted.sort_unstable();
        vec![sorted.iter().map(|v| Wanted::plain(f64::from(*v))).collect()]
    }
}
