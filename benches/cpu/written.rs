//! The kernels as they are written, under the `for` loops that a person writes instead of `par`: what a plain call may not be slower
//! than. Not inlined, as the plain calls are not.

#![allow(
    clippy::needless_range_loop,
    clippy::assign_op_pattern,
    clippy::excessive_precision,
    reason = "as the kernels"
)]

fn normal(x: f32) -> f32 {
    let k = 1.0 / (1.0 + 0.2316419 * x.abs());
    let p = k * (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
    let tail = 0.39894228 * (-0.5 * x * x).exp() * p;
    if x > 0.0 { 1.0 - tail } else { tail }
}

#[inline(never)]
pub fn saxpy(a: f32, x: &[f32], y: &mut [f32]) {
    for i in 0..y.len() {
        y[i] = a * x[i] + y[i];
    }
}

#[inline(never)]
pub fn black_scholes(rate: f32, vol: f32, price: &[f32], strike: &[f32], years: &[f32], call: &mut [f32]) {
    for i in 0..call.len() {
        let s = price[i];
        let x = strike[i];
        let t = years[i];
        let spread = vol * t.sqrt();
        let d1 = ((s / x).ln() + (rate + 0.5 * vol * vol) * t) / spread;
        let d2 = d1 - spread;
        call[i] = s * normal(d1) - x * (-rate * t).exp() * normal(d2);
    }
}

#[inline(never)]
pub fn mandelbrot(w: usize, h: usize, limit: u32, out: &mut [u32]) {
    for y in 0..h {
        for x in 0..w {
            let cx = x as f32 / w as f32 * 3.0 - 2.25;
            let cy = y as f32 / h as f32 * 2.5 - 1.25;
            let mut a = 0.0;
            let mut b = 0.0;
            let mut n = 0;
            while n < limit {
                let a2 = a * a;
                let b2 = b * b;
                if a2 + b2 > 4.0 {
                    break;
                }
                b = 2.0 * a * b + cy;
                a = a2 - b2 + cx;
                n += 1;
            }
            out[y * w + x] = n;
        }
    }
}

#[inline(never)]
pub fn nbody(x: &[f32], y: &[f32], z: &[f32], mass: &[f32], ax: &mut [f32], ay: &mut [f32], az: &mut [f32]) {
    for i in 0..ax.len() {
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

#[inline(never)]
pub fn nbody_fast(x: &[f32], y: &[f32], z: &[f32], mass: &[f32], ax: &mut [f32], ay: &mut [f32], az: &mut [f32]) {
    for i in 0..ax.len() {
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

#[inline(never)]
pub fn dot(x: &[f32], y: &[f32]) -> f32 {
    let mut s = 0.0;
    for i in 0..x.len() {
        s += x[i] * y[i];
    }
    s
}

#[inline(never)]
pub fn matmul(n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    for i in 0..n {
        for j in 0..n {
            let mut s = 0.0;
            for k in 0..n {
                s += a[i * n + k] * b[k * n + j];
            }
            c[i * n + j] = s;
        }
    }
}

#[inline(never)]
pub fn jacobi2d(w: usize, h: usize, sweeps: usize, a: &mut [f32], b: &mut [f32]) {
    let (mut src, mut dst) = (&mut *a, &mut *b);
    for _ in 0..2 * sweeps {
        for y in 1..h.max(1) - 1 {
            for x in 1..w.max(1) - 1 {
                let i = y * w + x;
                dst[i] = 0.25 * (src[i - 1] + src[i + 1] + src[i - w] + src[i + w]);
            }
        }
        std::mem::swap(&mut src, &mut dst);
    }
}
