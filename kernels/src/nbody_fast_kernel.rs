//! `nbody_fast`: `nbody` where each device may contract, and take a reciprocal square root of its own.

use crate::case::{Case, Class, Tolerance, Work, square};
use crate::nbody_kernel::Arguments;
use hoist::prelude::*;

/// Accelerations of bodies under gravity, all pairs, softened; within `0.51 (n + 60)` ulp of the terms' magnitudes.
#[kernel(fast)]
pub fn nbody_fast(x: &[f32], y: &[f32], z: &[f32], mass: &[f32], ax: &mut [f32], ay: &mut [f32], az: &mut [f32]) {
    for i in par(0..ax.len()) {
        let mut sx = 0.0;
        let mut sy = 0.0;
        let mut sz = 0.0;
        for j in 0..mass.len() {
            let dx = x[j] - x[i];
            let dy = y[j] - y[i];
            let dz = z[j] - z[i];
            let r = 1.0 / (dx * dx + dy * dy + dz * dz + 0.01).sqrt();
            let f = mass[j] * (r * r * r);
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
    name: "nbody_fast",
    // A reciprocal root within 1e-6, 8 ulp, comes in three times.
    class: Class::Fast {
        ulp: |n| 0.51 * (n + 60) as f64,
    },
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
    start: |g| Box::new(Arguments::new(g, true)),
    picture: None,
    explain: nbody_fast::explain,
    source: nbody_fast::source,
};
