//! The same loops by hand, without hoist: what a careful Rust programmer writes, no `mul_add`.
//!
//! Each is compiled for the baseline, for AVX2 and for AVX-512; the fastest one counts.

#![allow(clippy::excessive_precision, reason = "the constants read like their source")]

macro_rules! by_hand {
    ($(fn $name:ident($($arg:ident: $t:ty),*) $(-> $r:ty)? $body:block)*) => {$(
        pub mod $name {
            #[inline(always)]
            pub(super) fn body($($arg: $t),*) $(-> $r)? $body
            pub fn baseline($($arg: $t),*) $(-> $r)? { body($($arg),*) }
            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx2,fma,bmi1,bmi2")]
            pub fn avx2($($arg: $t),*) $(-> $r)? { body($($arg),*) }
            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx2,fma,bmi1,bmi2,avx512f,avx512bw,avx512dq,avx512vl,avx512cd")]
            pub fn avx512($($arg: $t),*) $(-> $r)? { body($($arg),*) }
        }
    )*};
}

fn normal(x: f32) -> f32 {
    let k = 1.0 / (1.0 + 0.2316419 * x.abs());
    let p = k * (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
    let tail = 0.39894228 * (-0.5 * x * x).exp() * p;
    if x > 0.0 { 1.0 - tail } else { tail }
}

by_hand! {
    fn saxpy(a: f32, x: &[f32], y: &mut [f32]) {
        for (y, x) in y.iter_mut().zip(x) {
            *y += a * x;
        }
    }
    fn dot(x: &[f32], y: &[f32]) -> f32 {
        let mut s = 0.0;
        for (x, y) in x.iter().zip(y) {
            s += x * y;
        }
        s
    }
    fn mandelbrot(w: usize, h: usize, limit: u32, out: &mut [u32]) {
        for (y, row) in out.chunks_exact_mut(w).enumerate() {
            for (x, out) in row.iter_mut().enumerate() {
                let cx = x as f32 / w as f32 * 3.0 - 2.25;
                let cy = y as f32 / h as f32 * 2.5 - 1.25;
                let (mut a, mut b, mut n) = (0.0f32, 0.0f32, 0);
                while n < limit {
                    let (a2, b2) = (a * a, b * b);
                    if a2 + b2 > 4.0 {
                        break;
                    }
                    b = 2.0 * a * b + cy;
                    a = a2 - b2 + cx;
                    n += 1;
                }
                *out = n;
            }
        }
    }
    fn black_scholes(rate: f32, vol: f32, price: &[f32], strike: &[f32], years: &[f32], call: &mut [f32]) {
        for (call, ((&s, &x), &t)) in call.iter_mut().zip(price.iter().zip(strike).zip(years)) {
            let spread = vol * t.sqrt();
            let d1 = ((s / x).ln() + (rate + 0.5 * vol * vol) * t) / spread;
            let d2 = d1 - spread;
            *call = s * super::normal(d1) - x * (-rate * t).exp() * super::normal(d2);
        }
    }
    fn nbody(x: &[f32], y: &[f32], z: &[f32], mass: &[f32], ax: &mut [f32], ay: &mut [f32], az: &mut [f32]) {
        for i in 0..ax.len() {
            let (xi, yi, zi) = (x[i], y[i], z[i]);
            let (mut sx, mut sy, mut sz) = (0.0, 0.0, 0.0);
            for (((x, y), z), m) in x.iter().zip(y).zip(z).zip(mass) {
                let (dx, dy, dz) = (x - xi, y - yi, z - zi);
                let d2 = dx * dx + dy * dy + dz * dz + 0.01;
                let f = m / (d2 * d2.sqrt());
                sx += f * dx;
                sy += f * dy;
                sz += f * dz;
            }
            (ax[i], ay[i], az[i]) = (sx, sy, sz);
        }
    }
    fn nbody_fast(x: &[f32], y: &[f32], z: &[f32], mass: &[f32], ax: &mut [f32], ay: &mut [f32], az: &mut [f32]) {
        super::nbody::body(x, y, z, mass, ax, ay, az)
    }
    fn jacobi2d(w: usize, h: usize, sweeps: usize, a: &mut [f32], b: &mut [f32]) {
        let (mut src, mut dst) = (a, b);
        for _ in 0..2 * sweeps {
            for y in 1..h - 1 {
                let (up, mid, down) = (&src[(y - 1) * w..][..w], &src[y * w..][..w], &src[(y + 1) * w..][..w]);
                let out = &mut dst[y * w..][..w];
                for x in 1..w - 1 {
                    out[x] = 0.25 * (mid[x - 1] + mid[x + 1] + up[x] + down[x]);
                }
            }
            std::mem::swap(&mut src, &mut dst);
        }
    }
    fn jacobi2d_by_indices(w: usize, h: usize, sweeps: usize, a: &mut [f32], b: &mut [f32]) {
        let (mut src, mut dst) = (a, b);
        for _ in 0..2 * sweeps {
            for y in 1..h - 1 {
                for x in 1..w - 1 {
                    let i = y * w + x;
                    dst[i] = 0.25 * (src[i - 1] + src[i + 1] + src[i - w] + src[i + w]);
                }
            }
            std::mem::swap(&mut src, &mut dst);
        }
    }
    fn matmul(n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
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
}
