//! hoist's kernels, and the same in plain Rust and with rayon.

use crate::entry::Array;
use hoist::Device;
use hoist_kernels as k;
use rayon::prelude::*;
use voracious_radix_sort::RadixSort;

/// The output and what stands before it.
fn last(a: &mut [Array]) -> (&[Array], &mut [f32]) {
    let (out, inputs) = a.split_last_mut().expect("arrays");
    match out {
        Array::F(out) => (inputs, out),
        _ => (inputs, &mut []),
    }
}
fn words(a: &mut [Array]) -> (&[Array], &mut [u32]) {
    let (out, inputs) = a.split_last_mut().expect("arrays");
    match out {
        Array::U(out) => (inputs, out),
        _ => (inputs, &mut []),
    }
}

pub fn hoist_saxpy(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, y) = last(a);
    k::saxpy::run(d, 0.001, i[0].f(), y)
}
pub fn saxpy(a: &mut [Array], _: &[usize]) {
    let (i, y) = last(a);
    y.iter_mut().zip(i[0].f()).for_each(|(y, x)| *y += 0.001 * x);
}
pub fn saxpy_all(a: &mut [Array], _: &[usize]) {
    let (i, y) = last(a);
    let chunks = y.par_chunks_mut(1 << 16).zip(i[0].f().par_chunks(1 << 16));
    chunks.for_each(|(y, x)| y.iter_mut().zip(x).for_each(|(y, x)| *y += 0.001 * x));
}
pub fn hoist_triad(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, z) = last(a);
    // The kernel is `x + a y`.
    k::triad::run(d, 3.0, i[1].f(), i[0].f(), z)
}
pub fn triad(a: &mut [Array], _: &[usize]) {
    let (i, z) = last(a);
    z.iter_mut()
        .zip(i[0].f())
        .zip(i[1].f())
        .for_each(|((z, x), y)| *z = 3.0 * x + y);
}
pub fn triad_all(a: &mut [Array], _: &[usize]) {
    let (i, z) = last(a);
    let n = 1 << 16;
    let chunks = z
        .par_chunks_mut(n)
        .zip(i[0].f().par_chunks(n))
        .zip(i[1].f().par_chunks(n));
    chunks.for_each(|((z, x), y)| z.iter_mut().zip(x).zip(y).for_each(|((z, x), y)| *z = 3.0 * x + y));
}
pub fn hoist_sum(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, out) = last(a);
    out[0] = k::sum::run(d, i[0].f())?;
    Ok(())
}
/// Sixteen sums in turns, which the compiler makes a vector's.
pub fn lanes(x: &[f32], f: impl Fn(usize) -> f32) -> f32 {
    let mut all = [0.0f32; 64];
    let whole = x.len() / 64 * 64;
    for at in (0..whole).step_by(64) {
        for (l, s) in all.iter_mut().enumerate() {
            *s += f(at + l);
        }
    }
    all.iter().sum::<f32>() + (whole..x.len()).map(f).sum::<f32>()
}
pub fn sum(a: &mut [Array], _: &[usize]) {
    let (i, out) = last(a);
    let x = i[0].f();
    out[0] = lanes(x, |n| x[n]);
}
pub fn sum_all(a: &mut [Array], _: &[usize]) {
    let (i, out) = last(a);
    out[0] = i[0].f().par_chunks(1 << 18).map(|x| lanes(x, |n| x[n])).sum();
}
pub fn hoist_dot(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, out) = last(a);
    out[0] = k::dot::run(d, i[0].f(), i[1].f())?;
    Ok(())
}
pub fn dot(a: &mut [Array], _: &[usize]) {
    let (i, out) = last(a);
    let (x, y) = (i[0].f(), i[1].f());
    out[0] = lanes(x, |n| x[n] * y[n]);
}
pub fn dot_all(a: &mut [Array], _: &[usize]) {
    let (i, out) = last(a);
    let chunks = i[0].f().par_chunks(1 << 18).zip(i[1].f().par_chunks(1 << 18));
    out[0] = chunks.map(|(x, y)| lanes(x, |n| x[n] * y[n])).sum();
}

pub fn hoist_mandelbrot(d: &Device, a: &mut [Array], s: &[usize]) -> Result<(), hoist::Error> {
    k::mandelbrot::run(d, s[0], s[0], s[1] as u32, words(a).1)
}
pub fn mandelbrot_row(n: usize, limit: u32, y: usize, row: &mut [u32]) {
    for (x, out) in row.iter_mut().enumerate() {
        let (cx, cy) = (x as f32 / n as f32 * 3.0 - 2.25, y as f32 / n as f32 * 2.5 - 1.25);
        let (mut p, mut q, mut count) = (0.0f32, 0.0f32, 0);
        while count < limit {
            let (p2, q2) = (p * p, q * q);
            if p2 + q2 > 4.0 {
                break;
            }
            q = 2.0 * p * q + cy;
            p = p2 - q2 + cx;
            count += 1;
        }
        *out = count;
    }
}
pub fn mandelbrot(a: &mut [Array], s: &[usize]) {
    let rows = words(a).1.chunks_mut(s[0]).enumerate();
    rows.for_each(|(y, row)| mandelbrot_row(s[0], s[1] as u32, y, row));
}
pub fn mandelbrot_all(a: &mut [Array], s: &[usize]) {
    let rows = words(a).1.par_chunks_mut(s[0]).enumerate();
    rows.for_each(|(y, row)| mandelbrot_row(s[0], s[1] as u32, y, row));
}

pub fn hoist_black_scholes(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, call) = last(a);
    k::black_scholes::run(d, 0.02, 0.3, i[0].f(), i[1].f(), i[2].f(), call)
}
pub fn normal(x: f32) -> f32 {
    let k = 1.0 / (1.0 + 0.231_641_9 * x.abs());
    let p = k * (0.319_381_53 + k * (-0.356_563_78 + k * (1.781_477_9 + k * (-1.821_255_9 + k * 1.330_274_4))));
    let tail = 0.398_942_28 * (-0.5 * x * x).exp() * p;
    if x > 0.0 { 1.0 - tail } else { tail }
}
pub fn option(s: f32, x: f32, t: f32) -> f32 {
    let spread = 0.3 * t.sqrt();
    let d1 = ((s / x).ln() + (0.02 + 0.5 * 0.3 * 0.3) * t) / spread;
    s * normal(d1) - x * (-0.02 * t).exp() * normal(d1 - spread)
}
pub fn black_scholes(a: &mut [Array], _: &[usize]) {
    let (i, call) = last(a);
    let (s, x, t) = (i[0].f(), i[1].f(), i[2].f());
    call.iter_mut()
        .enumerate()
        .for_each(|(n, c)| *c = option(s[n], x[n], t[n]));
}
pub fn black_scholes_all(a: &mut [Array], _: &[usize]) {
    let (i, call) = last(a);
    let (s, x, t) = (i[0].f(), i[1].f(), i[2].f());
    call.par_iter_mut()
        .with_min_len(4096)
        .enumerate()
        .for_each(|(n, c)| *c = option(s[n], x[n], t[n]));
}

/// The three outputs of `nbody`, behind four inputs.
pub fn accelerations(a: &mut [Array]) -> (&[Array], [&mut [f32]; 3]) {
    let (inputs, outputs) = a.split_at_mut(4);
    match outputs {
        [Array::F(x), Array::F(y), Array::F(z)] => (inputs, [x, y, z]),
        _ => (inputs, [&mut [], &mut [], &mut []]),
    }
}
pub fn hoist_nbody(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, [x, y, z]) = accelerations(a);
    k::nbody::run(d, i[0].f(), i[1].f(), i[2].f(), i[3].f(), x, y, z)
}
pub fn nbody(a: &mut [Array], _: &[usize]) {
    let (i, [ax, ay, az]) = accelerations(a);
    let (x, y, z, m) = (i[0].f(), i[1].f(), i[2].f(), i[3].f());
    for n in 0..x.len() {
        let mut s = [0.0f32; 3];
        for j in 0..x.len() {
            let (dx, dy, dz) = (x[j] - x[n], y[j] - y[n], z[j] - z[n]);
            let d = dx * dx + dy * dy + dz * dz + 0.01;
            let by = m[j] / (d * d.sqrt());
            s = [s[0] + dx * by, s[1] + dy * by, s[2] + dz * by];
        }
        (ax[n], ay[n], az[n]) = (s[0], s[1], s[2]);
    }
}

pub fn planes(a: &mut [Array]) -> [&mut Vec<f32>; 2] {
    match a {
        [Array::F(p), Array::F(q)] => [p, q],
        _ => unreachable!("two arrays of floats"),
    }
}
pub fn hoist_jacobi2d(d: &Device, a: &mut [Array], s: &[usize]) -> Result<(), hoist::Error> {
    let [p, q] = planes(a);
    k::jacobi2d::run(d, s[0], s[1], s[2] / 2, p, q)
}
pub fn jacobi2d(a: &mut [Array], s: &[usize]) {
    let (w, h) = (s[0], s[1]);
    let [mut p, mut q] = planes(a);
    for _ in 0..s[2] {
        for y in 1..h - 1 {
            let (up, at, down) = (
                &p[(y - 1) * w..y * w],
                &p[y * w..(y + 1) * w],
                &p[(y + 1) * w..(y + 2) * w],
            );
            let to = &mut q[y * w..(y + 1) * w];
            for x in 1..w - 1 {
                to[x] = 0.25 * (at[x - 1] + at[x + 1] + up[x] + down[x]);
            }
        }
        std::mem::swap(&mut p, &mut q);
    }
}

pub fn hoist_matmul(d: &Device, a: &mut [Array], s: &[usize]) -> Result<(), hoist::Error> {
    let (i, c) = last(a);
    k::matmul::run(d, s[0], i[0].f(), i[1].f(), c)
}
pub fn hoist_matmul_blocked(d: &Device, a: &mut [Array], s: &[usize]) -> Result<(), hoist::Error> {
    let (i, c) = last(a);
    k::matmul_blocked::run(d, s[0], i[0].f(), i[1].f(), c)
}
pub fn product_row(n: usize, a: &[f32], b: &[f32], c: &mut [f32]) {
    c.fill(0.0);
    for (k, a) in a.iter().enumerate() {
        c.iter_mut().zip(&b[k * n..(k + 1) * n]).for_each(|(c, b)| *c += a * b);
    }
}
pub fn matmul(a: &mut [Array], s: &[usize]) {
    let (i, c) = last(a);
    let rows = i[0].f().chunks(s[0]).zip(c.chunks_mut(s[0]));
    rows.for_each(|(a, c)| product_row(s[0], a, i[1].f(), c));
}
pub fn matmul_all(a: &mut [Array], s: &[usize]) {
    let (i, c) = last(a);
    let rows = i[0].f().par_chunks(s[0]).zip(c.par_chunks_mut(s[0]));
    rows.for_each(|(a, c)| product_row(s[0], a, i[1].f(), c));
}
pub fn gemm(a: &mut [Array], s: &[usize]) {
    let (i, c) = last(a);
    let (n, stride) = (s[0], s[0] as isize);
    // SAFETY: three matrices of n by n, row by row.
    unsafe {
        gemm::gemm(
            n,
            n,
            n,
            c.as_mut_ptr(),
            1,
            stride,
            false,
            i[0].f().as_ptr(),
            1,
            stride,
            i[1].f().as_ptr(),
            1,
            stride,
            0.0,
            1.0,
            false,
            false,
            false,
            gemm::Parallelism::None,
        );
    }
}

pub fn hoist_histogram(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, counts) = words(a);
    counts.fill(0);
    k::histogram::run(d, i[0].b(), counts)
}
pub fn counted(x: &[u8]) -> [u32; 256] {
    let mut all = [[0u32; 256]; 4];
    let (fours, rest) = x.as_chunks::<4>();
    for four in fours {
        for (t, x) in all.iter_mut().zip(four) {
            t[usize::from(*x)] += 1;
        }
    }
    rest.iter().for_each(|x| all[0][usize::from(*x)] += 1);
    std::array::from_fn(|n| all.iter().map(|t| t[n]).sum())
}
pub fn histogram(a: &mut [Array], _: &[usize]) {
    let (i, counts) = words(a);
    counts.copy_from_slice(&counted(i[0].b()));
}
pub fn histogram_all(a: &mut [Array], _: &[usize]) {
    let (i, counts) = words(a);
    let add = |a: [u32; 256], b: [u32; 256]| std::array::from_fn(|n| a[n] + b[n]);
    let all = i[0].b().par_chunks(1 << 20).map(counted).reduce(|| [0; 256], add);
    counts.copy_from_slice(&all);
}

pub fn hoist_sort(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, y) = words(a);
    y.copy_from_slice(i[0].u());
    k::sort_u32::run(d, y)
}
pub fn sort(a: &mut [Array], _: &[usize]) {
    let (i, y) = words(a);
    y.copy_from_slice(i[0].u());
    y.sort_unstable();
}
pub fn sort_all(a: &mut [Array], _: &[usize]) {
    let (i, y) = words(a);
    y.copy_from_slice(i[0].u());
    y.par_sort_unstable();
}
pub fn sort_radix(a: &mut [Array], _: &[usize]) {
    let (i, y) = words(a);
    y.copy_from_slice(i[0].u());
    y.voracious_sort();
}

pub fn hoist_scan(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, y) = last(a);
    k::scan::run(d, i[0].f(), y).map(|_| ())
}
pub fn scan(a: &mut [Array], _: &[usize]) {
    let (i, y) = last(a);
    let mut sum = 0.0;
    y.iter_mut().zip(i[0].f()).for_each(|(y, x)| {
        sum += x;
        *y = sum;
    });
}

pub fn hoist_conv2d(d: &Device, a: &mut [Array], s: &[usize]) -> Result<(), hoist::Error> {
    let (i, y) = last(a);
    k::conv2d::run(d, s[0], s[1], s[2], i[0].f(), i[1].f(), y)
}
pub fn conv_row(w: usize, k: usize, weights: &[f32], x: &[f32], to: &mut [f32]) {
    to.fill(0.0);
    for a in 0..k {
        for b in 0..k {
            let (f, row) = (weights[a * k + b], &x[a * w + b..]);
            to.iter_mut().zip(row).for_each(|(y, x)| *y += f * x);
        }
    }
}
pub fn conv2d(a: &mut [Array], s: &[usize]) {
    let (w, k) = (s[1], s[2]);
    let (i, y) = last(a);
    let rows = y.chunks_mut(w + 1 - k).enumerate();
    rows.for_each(|(r, to)| conv_row(w, k, i[0].f(), &i[1].f()[r * w..], to));
}
pub fn conv2d_all(a: &mut [Array], s: &[usize]) {
    let (w, k) = (s[1], s[2]);
    let (i, y) = last(a);
    let rows = y.par_chunks_mut(w + 1 - k).enumerate();
    rows.for_each(|(r, to)| conv_row(w, k, i[0].f(), &i[1].f()[r * w..], to));
}

pub fn hoist_softmax(d: &Device, a: &mut [Array], s: &[usize]) -> Result<(), hoist::Error> {
    let (i, y) = last(a);
    k::softmax::run(d, s[0], i[0].f(), y)
}
pub fn softmax_row(x: &[f32], y: &mut [f32]) {
    let most = x.iter().fold(f32::MIN, |m, x| m.max(*x));
    let mut sum = 0.0;
    for (y, x) in y.iter_mut().zip(x) {
        *y = (x - most).exp();
        sum += *y;
    }
    y.iter_mut().for_each(|y| *y /= sum);
}
pub fn softmax(a: &mut [Array], s: &[usize]) {
    let (i, y) = last(a);
    i[0].f()
        .chunks(s[0])
        .zip(y.chunks_mut(s[0]))
        .for_each(|(x, y)| softmax_row(x, y));
}
pub fn softmax_all(a: &mut [Array], s: &[usize]) {
    let (i, y) = last(a);
    i[0].f()
        .par_chunks(s[0])
        .zip(y.par_chunks_mut(s[0]))
        .for_each(|(x, y)| softmax_row(x, y));
}

pub fn hoist_layernorm(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, y) = last(a);
    k::layernorm::run(d, i[0].f(), i[1].f(), i[2].f(), y)
}
pub fn layernorm_row(x: &[f32], gain: &[f32], bias: &[f32], y: &mut [f32]) {
    let n = x.len() as f32;
    let mean = lanes(x, |i| x[i]) / n;
    let variance = lanes(x, |i| (x[i] - mean) * (x[i] - mean)) / n;
    let by = 1.0 / (variance + 1e-5).sqrt();
    for (k, y) in y.iter_mut().enumerate() {
        *y = (x[k] - mean) * by * gain[k] + bias[k];
    }
}
pub fn layernorm(a: &mut [Array], s: &[usize]) {
    let (i, y) = last(a);
    let rows = i[0].f().chunks(s[0]).zip(y.chunks_mut(s[0]));
    rows.for_each(|(x, y)| layernorm_row(x, i[1].f(), i[2].f(), y));
}
pub fn layernorm_all(a: &mut [Array], s: &[usize]) {
    let (i, y) = last(a);
    let rows = i[0].f().par_chunks(s[0]).zip(y.par_chunks_mut(s[0]));
    rows.for_each(|(x, y)| layernorm_row(x, i[1].f(), i[2].f(), y));
}

pub fn hoist_transpose(d: &Device, a: &mut [Array], s: &[usize]) -> Result<(), hoist::Error> {
    let (i, y) = last(a);
    k::transpose::run(d, s[0], s[1], i[0].f(), y)
}
pub fn transpose(a: &mut [Array], s: &[usize]) {
    let (h, w) = (s[0], s[1]);
    let (inputs, y) = last(a);
    let x = inputs[0].f();
    for bi in (0..h).step_by(32) {
        for bj in (0..w).step_by(32) {
            for j in bj..(bj + 32).min(w) {
                for i in bi..(bi + 32).min(h) {
                    y[j * h + i] = x[i * w + j];
                }
            }
        }
    }
}

pub fn hoist_spmv(d: &Device, a: &mut [Array], _: &[usize]) -> Result<(), hoist::Error> {
    let (i, y) = last(a);
    k::spmv::run(d, i[0].u(), i[1].u(), i[2].f(), i[3].f(), y)
}
pub fn spmv_row(i: &[Array], r: usize) -> f32 {
    let (rows, columns, values, x) = (i[0].u(), i[1].u(), i[2].f(), i[3].f());
    let row = rows[r] as usize..rows[r + 1] as usize;
    row.map(|k| values[k] * x[columns[k] as usize]).sum()
}
pub fn spmv(a: &mut [Array], _: &[usize]) {
    let (i, y) = last(a);
    y.iter_mut().enumerate().for_each(|(r, y)| *y = spmv_row(i, r));
}
pub fn spmv_all(a: &mut [Array], _: &[usize]) {
    let (i, y) = last(a);
    y.par_iter_mut()
        .with_min_len(1024)
        .enumerate()
        .for_each(|(r, y)| *y = spmv_row(i, r));
}
