//! `fft`: the discrete Fourier transform of rows (Cooley and Tukey, 1965).

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Numbers in a row, `1 << STEPS`.
const N: usize = 512;
const STEPS: usize = 9;

/// The lowest [`STEPS`] bits of a number, in reverse.
#[device]
fn reversed(i: usize) -> usize {
    let mut all = 0;
    for s in 0..STEPS {
        all = all * 2 + ((i >> s) & 1);
    }
    all
}

/// The transform of each row of 512 complex numbers `x + iy`. A row is a group's; each step joins halves of twice the size.
#[kernel]
pub fn fft(x: &[f32], y: &[f32], re: &mut [f32], im: &mut [f32]) {
    for row in par(0..re.len() / N) {
        let (mut p, mut q) = ([0.0f32; N], [0.0f32; N]);
        for i in par(0..N) {
            p[i] = x[row * N + reversed(i)];
            q[i] = y[row * N + reversed(i)];
        }
        for s in 0..STEPS {
            let half = 1usize << s;
            for (g, k) in par((0..N / 2 / half, 0..half)) {
                let (i, j) = (g * 2 * half + k, g * 2 * half + k + half);
                let angle = -std::f32::consts::PI * k as f32 / half as f32;
                let (c, d) = (angle.cos(), angle.sin());
                let (u, v) = (p[j] * c - q[j] * d, p[j] * d + q[j] * c);
                (p[i], p[j]) = (p[i] + u, p[i] - u);
                (q[i], q[j]) = (q[i] + v, q[i] - v);
            }
        }
        for i in par(0..N) {
            re[row * N + i] = p[i];
            im[row * N + i] = q[i];
        }
    }
}

pub(crate) const CASE: Case = Case {
    name: "fft",
    // Of the sum of all magnitudes: what each step rounds is far less.
    class: Class::Math { ulp: 2.0 },
    plain: |_| Tolerance::Ulp(2.0),
    unit: "rows",
    size: 512,
    special: false,
    stored: |n| 16 * n * N as u128,
    work: Work {
        items: line,
        bytes: 16.0 * N as f64,
        flops: |_| 5.0 * (N * STEPS) as f64,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: fft::explain,
    source: fft::source,
};

struct Arguments {
    x: Slice<f32>,
    y: Slice<f32>,
    re: Slice<f32>,
    im: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size * N;
        let (x, y) = (g.floats(n, -1.0, 1.0, usize::MAX), g.floats(n, -1.0, 1.0, usize::MAX));
        Arguments {
            x: g.read(&x),
            y: g.read(&y),
            re: g.written(n),
            im: g.written(n),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { x, y, re, im } = self;
        match on {
            On::Plain => fft(x.host(), y.host(), re.host_mut(), im.host_mut()),
            On::Slices(d) => fft::run(d, x.host(), y.host(), re.host_mut(), im.host_mut())?,
            On::Buffers(d) => fft::run(d, x.part(), y.part(), re.part_mut(), im.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.x, &mut self.y, &mut self.re, &mut self.im]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let wave: Vec<(f64, f64)> = (0..N)
            .map(|k| (-2.0 * std::f64::consts::PI * k as f64 / N as f64).sin_cos())
            .collect();
        let (mut re, mut im) = (vec![], vec![]);
        for (x, y) in self.x.host().chunks(N).zip(self.y.host().chunks(N)) {
            let all: Vec<(f64, f64)> = x.iter().zip(y).map(|(x, y)| (f64::from(*x), f64::from(*y))).collect();
            let scale = all.iter().map(|(x, y)| x.abs() + y.abs()).sum();
            for k in 0..N {
                let (mut a, mut b) = (0.0, 0.0);
                for (j, (x, y)) in all.iter().enumerate() {
                    let (s, c) = wave[j * k % N];
                    a += x * c - y * s;
                    b += x * s + y * c;
                }
                re.push(Wanted { value: a, scale });
                im.push(Wanted { value: b, scale });
            }
        }
        vec![re, im]
    }
}
