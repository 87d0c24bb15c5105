//! Two kernels as the macro would lower them, written by hand.

pub mod fake;

use hoist_host::KernelInfo;
use hoist_machine::machine::Machine;
use hoist_machine::program::{HSlice, RedOp, Reduce, Space, red};
use hoist_machine::{Ctx, Launch, Stop};
use hoist_machine::{LoopInfo, Site};

pub static SAXPY: KernelInfo = KernelInfo {
    name: "saxpy",
    file: file!(),
    line: 1,
    explain: "own index",
    types: &[],
};
pub static DOT: KernelInfo = KernelInfo {
    name: "dot",
    file: file!(),
    line: 1,
    explain: "reduction",
    types: &[],
};

/// `for i in par(0..n) { y[i] = a * x[i] + y[i]; }`
pub struct Saxpy {
    pub a: f32,
    pub n: usize,
    pub x: HSlice<f32>,
    pub y: HSlice<f32>,
    /// What the launch test says.
    pub fact: Option<&'static str>,
}

impl Launch for Saxpy {
    type Ret = ();
    #[inline(always)]
    fn call<C: Ctx>(self, c: &mut C) -> Result<(), Stop> {
        static INFO: LoopInfo = LoopInfo {
            kernel: "saxpy",
            number: 0,
            file: file!(),
            line: 10,
            indices: &["i"],
            sites: &[
                Site {
                    line: 11,
                    column: 20,
                    text: "x",
                },
                Site {
                    line: 11,
                    column: 27,
                    text: "y",
                },
                Site {
                    line: 11,
                    column: 9,
                    text: "y",
                },
            ],
            fast: false,
            small: true,
            again: false,
            one_thread: false,
            group: false,
        };
        let Saxpy { a, n, x, y, fact } = self;
        let covered = |s: &Space| s.dims[2].end <= x.len && s.dims[2].end <= y.len;
        c.par(
            &INFO,
            Space::new([(0, n, 1)]),
            (),
            || fact,
            covered,
            #[inline(always)]
            |m: &C::M, k, ix, _acc| {
                let u = m.uniform();
                let a = u.capture("a", a);
                let x = m.slice("x", &x, false);
                let y = m.slice("y", &y, true);
                let i = ix.at[2];
                let left = m.mul(m.splat(a), m.load_c(k, x, i, true, 0));
                let t = m.add(left, m.load_c(k, y, i, true, 1));
                m.store_c(k, y, i, t, true, 2);
            },
        )?;
        Ok(())
    }
}

/// `let mut s = 0.0; for i in par(0..x.len()) { s += x[i] * y[i]; } s`
pub struct Dot {
    pub x: HSlice<f32>,
    pub y: HSlice<f32>,
}

impl Launch for Dot {
    type Ret = f32;
    #[inline(always)]
    fn call<C: Ctx>(self, c: &mut C) -> Result<f32, Stop> {
        static INFO: LoopInfo = LoopInfo {
            kernel: "dot",
            number: 0,
            file: file!(),
            line: 60,
            indices: &["i"],
            sites: &[
                Site {
                    line: 61,
                    column: 14,
                    text: "x",
                },
                Site {
                    line: 61,
                    column: 21,
                    text: "y",
                },
            ],
            fast: false,
            small: true,
            again: false,
            one_thread: false,
            group: false,
        };
        let Dot { x, y } = self;
        let n = x.len;
        let (s,) = c.par(
            &INFO,
            Space::new([(0, n, 1)]),
            (red(RedOp::Add, 0f32),),
            || None,
            |s: &Space| s.dims[2].end <= x.len && s.dims[2].end <= y.len,
            #[inline(always)]
            |m: &C::M, k, ix, acc| {
                let x = m.slice("x", &x, false);
                let y = m.slice("y", &y, false);
                let i = ix.at[2];
                let t = m.mul(m.load_c(k, x, i, true, 0), m.load_c(k, y, i, true, 1));
                let sum = f32::join_lanes(m, RedOp::Add, m.get(&acc.0), t);
                m.set(&mut acc.0, k, sum);
            },
        )?;
        Ok(s)
    }
}

/// The reduction's fixed shape, written out once more.
pub fn dot_shaped(x: &[f32], y: &[f32]) -> f32 {
    let mut blocks: Vec<f32> = x
        .chunks(4096)
        .zip(y.chunks(4096))
        .map(|(x, y)| {
            let mut p = [-0f32; 64];
            for (i, (a, b)) in x.iter().zip(y).enumerate() {
                p[i % 64] += a * b;
            }
            let mut half = 32;
            while half > 0 {
                for i in 0..half {
                    p[i] += p[i + half];
                }
                half /= 2;
            }
            p[0]
        })
        .collect();
    while blocks.len() > 1 {
        blocks = blocks
            .chunks(2)
            .map(|c| if c.len() == 2 { c[0] + c[1] } else { c[0] })
            .collect();
    }
    0.0 + blocks.first().copied().unwrap_or(-0.0)
}
