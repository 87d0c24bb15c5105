//! `nbody`: all pairs, limited by arithmetic, a division and a square root each.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::nbody_fast_kernel::nbody_fast;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Accelerations of bodies under gravity, all pairs, softened.
#[kernel]
pub fn nbody(x: &[f32], y: &[f32], z: &[f32], mass: &[f32], ax: &mut [f32], ay: &mut [f32], az: &mut [f32]) {
    for i in par(0..ax.len()) {
        let mut sx = 0.0;
        let mut sy = 0.0;
        let mut sz = 0.0;
        for j in 0..mass.len() {
            let dx = x[j] - x[i];
            let dy = y[j] - y[i];
            let dz = z[j] - z[i];
            let d2 = dx * dx + dy * dy + dz * dz + 0.01;
            let f = mass[j] / (d2 * d2.sqrt());
            sx += f * dx;
            sy += f * dy;
            sz += f * dz;
        }
        ax[i] = sx;
        ay[i] = sy;
        az[i] = sz;
    }
}

pub(crate) const CASE: Case = Case {
    name: "nbody",
    // As the plain call's, with a division and a root within 3 ulp.
    class: Class::Exact {
        relaxed: |n| Tolerance::Ulp(0.51 * (n + 25) as f64),
    },
    // A running sum of n terms, each after 13 roundings.
    plain: |n| Tolerance::Ulp(0.51 * (n + 13) as f64),
    unit: "bodies",
    size: 2048,
    special: true,
    stored: |n| 28 * n,
    work: Work {
        items: square,
        bytes: 0.0,
        flops: |_| 20.0,
    },
    start: |g| Box::new(Arguments::new(g, false)),
    picture: None,
    explain: nbody::explain,
    source: nbody::source,
};

/// Of `nbody` and of `nbody_fast`.
pub(crate) struct Arguments {
    fast: bool,
    /// Places and masses.
    of: [Slice<f32>; 4],
    /// Accelerations.
    to: [Slice<f32>; 3],
}

impl Arguments {
    pub(crate) fn new(g: &mut Inputs, fast: bool) -> Self {
        let n = g.size;
        let given = [
            g.terms(n, -1.0, 1.0),
            g.terms(n, -1.0, 1.0),
            g.terms(n, -1.0, 1.0),
            g.terms(n, 0.0, 1.0),
        ];
        Arguments {
            fast,
            of: given.map(|x| g.read(&x)),
            to: std::array::from_fn(|_| g.written(n)),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let [x, y, z, m] = &self.of;
        let [a, b, c] = &mut self.to;
        match on {
            On::Plain => {
                let (a, b, c) = (a.host_mut(), b.host_mut(), c.host_mut());
                let plain = if self.fast { nbody_fast } else { nbody };
                plain(x.host(), y.host(), z.host(), m.host(), a, b, c);
            }
            On::Slices(d) => {
                let (a, b, c) = (a.host_mut(), b.host_mut(), c.host_mut());
                let (x, y, z, m) = (x.host(), y.host(), z.host(), m.host());
                match self.fast {
                    true => nbody_fast::run(d, x, y, z, m, a, b, c)?,
                    false => nbody::run(d, x, y, z, m, a, b, c)?,
                }
            }
            On::Buffers(d) => {
                let (a, b, c) = (a.part_mut(), b.part_mut(), c.part_mut());
                let (x, y, z, m) = (x.part(), y.part(), z.part(), m.part());
                match self.fast {
                    true => nbody_fast::run(d, x, y, z, m, a, b, c)?,
                    false => nbody::run(d, x, y, z, m, a, b, c)?,
                }
            }
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        let (of, to) = (self.of.iter_mut(), self.to.iter_mut());
        of.chain(to).map(|s| s as &mut dyn AnySlice).collect()
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let place = |j: usize| [0, 1, 2].map(|k| f64::from(self.of[k].host()[j]));
        let n = self.of[0].host().len();
        let pull = |i: usize, k: usize| {
            let terms = (0..n).map(|j| {
                let (from, to) = (place(i), place(j));
                let squares: f64 = (0..3).map(|k| (to[k] - from[k]).powi(2)).sum();
                f64::from(self.of[3].host()[j]) * (to[k] - from[k]) / (squares + 0.01).powf(1.5)
            });
            Wanted::sum(terms)
        };
        (0..3).map(|k| (0..n).map(|i| pull(i, k)).collect()).collect()
    }
}
