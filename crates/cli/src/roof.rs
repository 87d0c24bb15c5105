//! What a device can do at most: its memory and its multiply-adds, measured by kernels that do nothing else.

use hoist::prelude::*;
use std::time::Instant;

#[kernel]
fn copy(x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = x[i];
    }
}

#[kernel]
fn read(x: &[f32]) -> f32 {
    let mut s = 0.0;
    for i in par(0..x.len()) {
        s += x[i];
    }
    s
}

/// Eight chains of multiply-adds, which wait for nothing but themselves.
#[kernel]
fn multiply_adds(rounds: u32, a: f32, y: &mut [f32]) {
    for i in par(0..y.len()) {
        let x = y[i];
        let (mut p, mut q, mut r, mut s) = (x, x + 1.0, x + 2.0, x + 3.0);
        let (mut t, mut u, mut v, mut w) = (x + 4.0, x + 5.0, x + 6.0, x + 7.0);
        for _ in 0..rounds {
            p = p.mul_add(a, x);
            q = q.mul_add(a, x);
            r = r.mul_add(a, x);
            s = s.mul_add(a, x);
            t = t.mul_add(a, x);
            u = u.mul_add(a, x);
            v = v.mul_add(a, x);
            w = w.mul_add(a, x);
        }
        y[i] = ((p + q) + (r + s)) + ((t + u) + (v + w));
    }
}

/// A device's roofline (Williams, Waterman, Patterson, 2009).
#[derive(Clone, Copy, Default)]
pub struct Roof {
    /// The better of reading, and of reading and writing, outside of caches.
    pub gb_per_s: f64,
    /// Multiply-adds of `f32`, each counted as two.
    pub gflop_per_s: f64,
}

impl Roof {
    /// Measures; what a device refuses is 0.
    pub fn of(device: &Device) -> Self {
        Self::measure(device).unwrap_or_default()
    }

    fn measure(device: &Device) -> Result<Self, Error> {
        let n = if device.info().is_cpu { 1 << 24 } else { 1 << 26 };
        let x = device.upload(&vec![0.5f32; n])?;
        let mut y = device.zeros::<f32>(n)?;
        let copied = time(device, || copy::run(device, &x, &mut y))?;
        let summed = time(device, || read::run(device, &x).map(|_| ()))?;
        let (items, rounds) = (if device.info().is_cpu { 1 << 17 } else { 1 << 20 }, 512);
        let mut z = device.zeros::<f32>(items)?;
        let added = time(device, || multiply_adds::run(device, rounds, 0.5, &mut z))?;
        let bytes = 4.0 * n as f64;
        Ok(Roof {
            gb_per_s: (2.0 * bytes / copied).max(bytes / summed) / 1e9,
            gflop_per_s: 16.0 * f64::from(rounds) * items as f64 / added / 1e9,
        })
    }

    /// The part of what is possible that some bytes and operations in some seconds are.
    pub fn part(&self, bytes: f64, flops: f64, seconds: f64) -> f64 {
        let least = (bytes / (self.gb_per_s * 1e9)).max(flops / (self.gflop_per_s * 1e9));
        if least.is_finite() && seconds > 0.0 {
            least / seconds
        } else {
            0.0
        }
    }
}

/// Seconds of the loops: the best of some calls, since a limit is what is never passed.
fn time(device: &Device, mut call: impl FnMut() -> Result<(), Error>) -> Result<f64, Error> {
    let mut best = f64::INFINITY;
    for _ in 0..7 {
        device.reset_profile();
        let from = Instant::now();
        call()?;
        let (wall, kernel) = (from.elapsed(), device.profile().kernel);
        best = best.min(if kernel.is_zero() { wall } else { kernel }.as_secs_f64());
    }
    Ok(best)
}
