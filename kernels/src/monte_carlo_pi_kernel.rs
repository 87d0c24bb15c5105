//! `monte_carlo_pi`: random numbers by counter, and an integer reduction.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::AnySlice;
use crate::values::Values;
use hoist::prelude::*;

/// Philox 4x32-10 (Salmon, Moraes, Dror, Shaw, 2011) at a counter.
#[device]
pub fn philox(c0: u32, c1: u32, c2: u32, c3: u32, key0: u32, key1: u32) -> (u32, u32, u32, u32) {
    let (mut a, mut b, mut c, mut d) = (c0, c1, c2, c3);
    let (mut k, mut l) = (key0, key1);
    for _ in 0..10 {
        let p = a as u64 * 0xD251_1F53;
        let q = c as u64 * 0xCD9E_8D57;
        let (na, nc) = ((q >> 32) as u32 ^ b ^ k, (p >> 32) as u32 ^ d ^ l);
        b = q as u32;
        d = p as u32;
        a = na;
        c = nc;
        k = k.wrapping_add(0x9E37_79B9);
        l = l.wrapping_add(0xBB67_AE85);
    }
    (a, b, c, d)
}

/// How many of `n` random points of the unit square lie in the quarter disc.
#[kernel]
pub fn monte_carlo_pi(n: usize, seed: u32) -> u64 {
    let mut inside = 0u64;
    for i in par(0..n) {
        let (a, b, _, _) = philox(i as u32, (i >> 32) as u32, 0, 0, seed, 0);
        let x = (a >> 8) as f32 / 16777216.0;
        let y = (b >> 8) as f32 / 16777216.0;
        inside += if x * x + y * y < 1.0 { 1u64 } else { 0u64 };
    }
    inside
}

pub(crate) const CASE: Case = Case {
    name: "monte_carlo_pi",
    // As the plain call's.
    class: Class::Exact {
        relaxed: |n| Tolerance::Ulp(on_the_edge(n)),
    },
    plain: |n| Tolerance::Ulp(on_the_edge(n)),
    unit: "points",
    size: 1 << 20,
    special: false,
    stored: |_| 0,
    work: Work {
        items: line,
        bytes: 0.0,
        flops: |_| 110.0,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: monte_carlo_pi::explain,
    source: monte_carlo_pi::source,
};

/// Points that a rounding may put on the other side: one in ten million has a radius so close to 1.
fn on_the_edge(n: usize) -> f64 {
    (2.0 + n as f64 * 4e-7).floor()
}

struct Arguments {
    n: usize,
    seed: u32,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        Arguments {
            n: g.size,
            seed: g.seed as u32,
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let inside = match on {
            On::Plain => monte_carlo_pi(self.n, self.seed),
            On::Slices(d) | On::Buffers(d) => monte_carlo_pi::run(d, self.n, self.seed)?,
        };
        Ok(Some(Values::U64(vec![inside])))
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let inside = |&i: &usize| {
            let words = rounds([i as u32, (i >> 32) as u32, 0, 0], [self.seed, 0]);
            let [x, y, ..] = words.map(|w| f64::from(w >> 8) / f64::from(1 << 24));
            x.hypot(y) < 1.0
        };
        vec![vec![Wanted::plain((0..self.n).filter(inside).count() as f64)]]
    }
}

/// Philox from its paper: a round multiplies, swaps and mixes; the key grows by Weyl's sequence.
pub fn rounds(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    (0..10u32).fold(counter, |[x0, x1, x2, x3], round| {
        let wide = |a: u32, m: u32| u64::from(a).wrapping_mul(u64::from(m)).to_le_bytes();
        let half = |p: [u8; 8], at: usize| u32::from_le_bytes([p[at], p[at + 1], p[at + 2], p[at + 3]]);
        let (p0, p1) = (wide(x0, 3_528_531_795), wide(x2, 3_449_720_151));
        let k0 = key[0].wrapping_add(round.wrapping_mul(2_654_435_769));
        let k1 = key[1].wrapping_add(round.wrapping_mul(3_144_134_277));
        [half(p1, 4) ^ x1 ^ k0, half(p1, 0), half(p0, 4) ^ x3 ^ k1, half(p0, 0)]
    })
}
