//! The races: inputs, hoist's kernel, and the same in plain Rust and with rayon.

use crate::bodies::*;
use crate::entry::{Array, Entry, Rules, Runs};
use hoist::Device;

type Hoist = fn(&Device, &mut [Array], &[usize]) -> Result<(), hoist::Error>;
type Rust = fn(&mut [Array], &[usize]);

pub struct Race {
    pub name: &'static str,
    pub sizes: Vec<usize>,
    /// The class of hoist's answer.
    pub class: &'static str,
    pub arrays: fn(&[usize]) -> Vec<Array>,
    /// Which array is the answer, and whether it holds integers.
    pub output: usize,
    pub integers: bool,
    /// How far an answer may be from hoist's: relative, and of how many elements it may be further.
    pub tolerance: (f64, f64),
    hoist: Hoist,
    plain: Rust,
    rayon: Option<Rust>,
    /// What else there is for it in Rust.
    library: Option<(&'static str, Rust)>,
}

impl Race {
    pub fn label(&self) -> String {
        let sizes: Vec<String> = self.sizes.iter().map(usize::to_string).collect();
        format!("{} {}", self.name, sizes.join("x"))
    }

    /// hoist on one thread's lanes, or on all threads.
    pub fn hoist(&self, threads: usize) -> Result<Entry, String> {
        let name = if threads == 1 { "cpu:simd" } else { "cpu" };
        let device = Device::open(name).map_err(|e| e.to_string())?;
        let (call, sizes) = (self.hoist, self.sizes.clone());
        Ok(self.entry("hoist", move |a| {
            if let Err(e) = call(&device, a, &sizes) {
                panic!("{e}");
            }
        }))
    }

    fn entry(&self, who: &str, call: impl FnMut(&mut [Array]) + 'static) -> Entry {
        Entry {
            who: who.into(),
            rules: Rules::Strict,
            name: self.name,
            sizes: self.sizes.clone(),
            runs: Runs::Here {
                arrays: (self.arrays)(&self.sizes),
                call: Box::new(call),
            },
        }
    }

    pub fn rust(&self, threads: usize) -> Vec<Entry> {
        let mut all = vec![];
        let sizes = self.sizes.clone();
        if threads == 1 {
            let call = self.plain;
            all.push(self.entry("plain Rust", move |a| call(a, &sizes)));
        } else if let Some(call) = self.rayon {
            all.push(self.entry("rayon", move |a| call(a, &sizes)));
        }
        if let (Some((who, call)), 1) = (self.library, threads) {
            let sizes = self.sizes.clone();
            all.push(self.entry(who, move |a| call(a, &sizes)));
        }
        all
    }

    /// Whether an answer is near enough to hoist's.
    pub fn compare(&self, answer: &[f64], wanted: &[f64]) -> Result<(), String> {
        if answer.len() != wanted.len() {
            return Err(format!("{} elements, not {}", answer.len(), wanted.len()));
        }
        let scale = wanted.iter().fold(0.0f64, |m, x| m.max(x.abs()));
        let off = |(a, w): &(&f64, &f64)| {
            let near = (*a - *w).abs() <= self.tolerance.0 * (w.abs() + 1e-3 * scale);
            !near
        };
        let wrong = answer.iter().zip(wanted).filter(off).count();
        if wrong as f64 > self.tolerance.1 * wanted.len() as f64 {
            let at = answer.iter().zip(wanted).position(|p| off(&p)).unwrap_or(0);
            return Err(format!(
                "another answer: {wrong} of {} elements, the first at {at}: {} and {}",
                wanted.len(),
                answer[at],
                wanted[at]
            ));
        }
        Ok(())
    }
}

/// Numbers from -1 to 1.
fn floats(n: usize, seed: u32) -> Array {
    let one = |i: usize| {
        let x = (i as u32)
            .wrapping_mul(2_654_435_761)
            .wrapping_add(seed.wrapping_mul(40_503));
        (x >> 8) as f32 / (1 << 23) as f32 - 1.0
    };
    Array::F((0..n).map(one).collect())
}
/// Words whose bits look random.
fn mixed(n: usize) -> Array {
    let one = |i: usize| {
        let x = (i as u32 ^ i as u32 >> 15).wrapping_mul(0x85eb_ca6b);
        (x ^ x >> 13).wrapping_mul(0xc2b2_ae35) ^ x >> 16
    };
    Array::U((0..n).map(one).collect())
}
fn between(n: usize, seed: u32, low: f32, high: f32) -> Array {
    let all = floats(n, seed);
    Array::F(all.f().iter().map(|x| low + (x + 1.0) * 0.5 * (high - low)).collect())
}
fn zeros(n: usize) -> Array {
    Array::F(vec![0.0; n])
}

pub fn all(quick: bool) -> Vec<Race> {
    let n = |full: usize, less: usize| if quick { less } else { full };
    let race = |name, sizes, class, arrays, hoist: Hoist, plain: Rust, rayon: Option<Rust>| Race {
        name,
        sizes,
        class,
        arrays,
        output: 0,
        integers: false,
        tolerance: (1e-3, 0.0),
        hoist,
        plain,
        rayon,
        library: None,
    };
    let side = |full| n(full, 512);
    let mut all = vec![
        Race {
            output: 1,
            ..race(
                "saxpy",
                vec![n(1 << 24, 1 << 20)],
                "exact",
                |s| vec![floats(s[0], 1), floats(s[0], 2)],
                hoist_saxpy,
                saxpy,
                Some(saxpy_all),
            )
        },
        Race {
            output: 2,
            ..race(
                "triad",
                vec![n(1 << 25, 1 << 20)],
                "exact",
                |s| vec![floats(s[0], 1), floats(s[0], 2), zeros(s[0])],
                hoist_triad,
                triad,
                Some(triad_all),
            )
        },
        Race {
            output: 1,
            ..race(
                "sum",
                vec![n(1 << 25, 1 << 20)],
                "shaped",
                |s| vec![between(s[0], 1, 0.0, 1.0), zeros(1)],
                hoist_sum,
                sum,
                Some(sum_all),
            )
        },
        Race {
            output: 2,
            ..race(
                "dot",
                vec![n(1 << 25, 1 << 20)],
                "shaped",
                |s| vec![between(s[0], 1, 0.0, 1.0), between(s[0], 2, 0.0, 1.0), zeros(1)],
                hoist_dot,
                dot,
                Some(dot_all),
            )
        },
        Race {
            integers: true,
            tolerance: (0.0, 0.02),
            ..race(
                "mandelbrot",
                vec![n(2048, 256), 256],
                "exact",
                |s| vec![Array::U(vec![0; s[0] * s[0]])],
                hoist_mandelbrot,
                mandelbrot,
                Some(mandelbrot_all),
            )
        },
        Race {
            output: 3,
            ..race(
                "black_scholes",
                vec![n(1 << 22, 1 << 16)],
                "math",
                options,
                hoist_black_scholes,
                black_scholes,
                Some(black_scholes_all),
            )
        },
        Race {
            output: 4,
            tolerance: (1e-2, 0.001),
            ..race("nbody", vec![n(8192, 1024)], "exact", bodies, hoist_nbody, nbody, None)
        },
        race(
            "jacobi2d",
            vec![side(4096), side(4096), 10],
            "exact",
            |s| vec![floats(s[0] * s[1], 1), floats(s[0] * s[1], 1)],
            hoist_jacobi2d,
            jacobi2d,
            None,
        ),
        Race {
            output: 2,
            library: Some(("gemm", gemm)),
            ..race(
                "matmul",
                vec![n(1024, 256)],
                "exact",
                |s| vec![floats(s[0] * s[0], 1), floats(s[0] * s[0], 2), zeros(s[0] * s[0])],
                hoist_matmul,
                matmul,
                Some(matmul_all),
            )
        },
        Race {
            output: 1,
            integers: true,
            tolerance: (0.0, 0.0),
            ..race(
                "histogram",
                vec![n(1 << 25, 1 << 20)],
                "exact",
                bytes,
                hoist_histogram,
                histogram,
                Some(histogram_all),
            )
        },
        Race {
            output: 1,
            integers: true,
            tolerance: (0.0, 0.0),
            library: Some(("voracious", sort_radix)),
            ..race(
                "sort_u32",
                vec![n(1 << 22, 1 << 18)],
                "exact",
                |s| vec![mixed(s[0]), Array::U(vec![0; s[0]])],
                hoist_sort,
                sort,
                Some(sort_all),
            )
        },
        Race {
            output: 1,
            tolerance: (2e-3, 0.0),
            ..race(
                "scan",
                vec![n(1 << 25, 1 << 20)],
                "shaped",
                |s| vec![between(s[0], 1, 0.0, 1.0), zeros(s[0])],
                hoist_scan,
                scan,
                None,
            )
        },
        Race {
            output: 2,
            ..race(
                "conv2d",
                vec![side(4094), side(4096), 3],
                "exact",
                pictures,
                hoist_conv2d,
                conv2d,
                Some(conv2d_all),
            )
        },
        Race {
            output: 2,
            ..race(
                "conv2d",
                vec![n(4086, 502), side(4096), 11],
                "exact",
                pictures,
                hoist_conv2d,
                conv2d,
                Some(conv2d_all),
            )
        },
        Race {
            output: 1,
            ..race(
                "softmax",
                vec![side(4096), side(4096)],
                "math",
                |s| vec![floats(s[0] * s[1], 1), zeros(s[0] * s[1])],
                hoist_softmax,
                softmax,
                Some(softmax_all),
            )
        },
        Race {
            output: 3,
            ..race(
                "layernorm",
                vec![side(4096), side(4096)],
                "shaped",
                rows,
                hoist_layernorm,
                layernorm,
                Some(layernorm_all),
            )
        },
        Race {
            output: 1,
            ..race(
                "transpose",
                vec![side(4096), side(4096)],
                "exact",
                |s| vec![floats(s[0] * s[1], 1), zeros(s[0] * s[1])],
                hoist_transpose,
                transpose,
                None,
            )
        },
        Race {
            output: 4,
            ..race(
                "spmv",
                vec![n(1 << 20, 1 << 14)],
                "exact",
                sparse,
                hoist_spmv,
                spmv,
                Some(spmv_all),
            )
        },
    ];
    // The same product by blocks, against the same rivals.
    let naive = all.iter().position(|r| r.name == "matmul").unwrap_or(0);
    all.insert(
        naive + 1,
        Race {
            hoist: hoist_matmul_blocked,
            class: "exact, blocked",
            ..again(&all[naive])
        },
    );
    all
}

fn again(r: &Race) -> Race {
    Race {
        sizes: r.sizes.clone(),
        ..*r
    }
}

fn options(s: &[usize]) -> Vec<Array> {
    let n = s[0];
    vec![
        between(n, 1, 5.0, 30.0),
        between(n, 2, 1.0, 100.0),
        between(n, 3, 0.25, 10.0),
        zeros(n),
    ]
}
fn bodies(s: &[usize]) -> Vec<Array> {
    let n = s[0];
    vec![
        floats(n, 1),
        floats(n, 2),
        floats(n, 3),
        between(n, 4, 0.5, 1.0),
        zeros(n),
        zeros(n),
        zeros(n),
    ]
}
fn bytes(s: &[usize]) -> Vec<Array> {
    let all = (0..s[0] as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8);
    vec![Array::B(all.collect()), Array::U(vec![0; 256])]
}
fn pictures(s: &[usize]) -> Vec<Array> {
    let (h, w, k) = (s[0], s[1], s[2]);
    vec![floats(k * k, 1), floats((h + k - 1) * w, 2), zeros(h * (w + 1 - k))]
}
fn rows(s: &[usize]) -> Vec<Array> {
    let (w, h) = (s[0], s[1]);
    vec![floats(w * h, 1), between(w, 2, 0.5, 2.0), floats(w, 3), zeros(w * h)]
}
fn sparse(s: &[usize]) -> Vec<Array> {
    let n = s[0];
    let columns = (0..16 * n as u32).map(|i| i.wrapping_mul(2_654_435_761) % n as u32);
    vec![
        Array::U((0..=n as u32).map(|r| 16 * r).collect()),
        Array::U(columns.collect()),
        between(16 * n, 1, 0.0, 1.0),
        between(n, 2, 0.0, 1.0),
        zeros(n),
    ]
}
