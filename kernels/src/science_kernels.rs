//! Kernels of numerical work.

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

/// Sweeps of Jacobi's method for Laplace's equation; the result is in `a`.
#[kernel]
pub fn jacobi2d(w: usize, h: usize, sweeps: usize, a: &mut [f32], b: &mut [f32]) {
    let (mut src, mut dst) = (&mut *a, &mut *b);
    for _ in 0..2 * sweeps {
        for (y, x) in par((1..h.max(1) - 1, 1..w.max(1) - 1)) {
            let i = y * w + x;
            dst[i] = 0.25 * (src[i - 1] + src[i + 1] + src[i - w] + src[i + w]);
        }
        std::mem::swap(&mut src, &mut dst);
    }
}

/// `c = a b` of square matrices, row by row.
#[kernel]
pub fn matmul(n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    for (i, j) in par((0..n, 0..n)) {
        let mut s = 0.0;
        for k in 0..n {
            s += a[i * n + k] * b[k * n + j];
        }
        c[i * n + j] = s;
    }
}

/// Two words of Philox 4x32-10 (Salmon, Moraes, Dror, Shaw, 2011) at a counter.
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
