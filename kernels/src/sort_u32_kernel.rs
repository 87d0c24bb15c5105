//! `sort_u32`: a radix sort, a byte at a time.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::{Inputs, uniform};
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Elements of an iteration, which counts and places them in their order. No power of two: the counts of a block are as far
/// apart as there are blocks, and a cache puts words some powers of two apart in one place.
const BLOCK: usize = 4000;
/// Values of a digit.
const DIGITS: usize = 256;

/// Sorts `x`, by way of as much room: from the lowest byte on, each block counts its digits, a running sum over all counts says
/// where each digit of each block begins, and the block's elements go there one after the other.
#[kernel]
pub fn sort_u32(x: &mut [u32]) {
    assert!(x.len() <= u32::MAX as usize);
    let n = x.len();
    let blocks = n.div_ceil(BLOCK);
    let mut room = vec![0; n];
    // By digit, and by block within a digit.
    let mut starts = vec![0u32; DIGITS * blocks];
    let (mut from, mut to) = (&mut *x, &mut room[..]);
    for byte in 0..4u32 {
        let shift = 8 * byte;
        for b in par(0..blocks) {
            let mut count = [0u32; DIGITS];
            for i in b * BLOCK..(b * BLOCK + BLOCK).min(n) {
                count[(from[i] >> shift) as usize % DIGITS] += 1;
            }
            for d in 0..DIGITS {
                starts[d * blocks + b] = count[d];
            }
        }
        let mut sum = 0;
        for k in par(0..DIGITS * blocks) {
            let count = starts[k];
            starts[k] = sum;
            sum += count;
        }
        // Two blocks never write one element, because `starts` leaves each digit of each block its room: more than the
        // compiler can prove, and what the device `check` tests.
        for b in par_unproved(0..blocks) {
            let mut at = [0u32; DIGITS];
            for d in 0..DIGITS {
                at[d] = starts[d * blocks + b];
            }
            for i in b * BLOCK..(b * BLOCK + BLOCK).min(n) {
                let v = from[i];
                let d = (v >> shift) as usize % DIGITS;
                to[at[d] as usize] = v;
                at[d] += 1;
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
    size: 1 << 18,
    special: true,
    stored: |n| 4 * n,
    work: Work {
        items: line,
        // Each of the 4 passes reads twice and writes once.
        bytes: 48.0,
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
