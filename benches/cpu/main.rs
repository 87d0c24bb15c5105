//! `cargo bench --bench cpu`: the CPU modes against loops by hand, by criterion; then the ratios, from paired runs.
//!
//! `cargo bench --bench cpu -- --ratios [TEXT]` prints the ratios alone, of the cases whose title holds the text.

mod hand;
mod written;

use std::hint::black_box;
use std::time::Instant;

use criterion::Criterion;
use hoist::Device;
use hoist_kernels as kernels;

/// Runs of one side of a pair; the median counts.
const PAIRS: usize = 15;

/// One way to run a case.
type Way<'a> = (&'static str, Box<dyn FnMut() + 'a>);

/// The loop by hand for each instruction set that the machine has.
macro_rules! ways {
    ($all:ident, $name:ident($($arg:expr),*)) => {
        $all.push(("hand, baseline", Box::new(|| _ = black_box(hand::$name::baseline($($arg),*)))));
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
            // SAFETY: detected above; BMI comes with AVX2 on every processor that has it.
            $all.push(("hand, AVX2", Box::new(|| _ = black_box(unsafe { hand::$name::avx2($($arg),*) }))));
        }
        #[cfg(target_arch = "x86_64")]
        if ["avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512cd"].iter().all(|f| has(f)) {
            // SAFETY: detected above.
            $all.push(("hand, AVX-512", Box::new(|| _ = black_box(unsafe { hand::$name::avx512($($arg),*) }))));
        }
    };
}
#[cfg(target_arch = "x86_64")]
fn has(feature: &str) -> bool {
    match feature {
        "avx512f" => is_x86_feature_detected!("avx512f"),
        "avx512bw" => is_x86_feature_detected!("avx512bw"),
        "avx512dq" => is_x86_feature_detected!("avx512dq"),
        "avx512vl" => is_x86_feature_detected!("avx512vl"),
        "avx512cd" => is_x86_feature_detected!("avx512cd"),
        _ => false,
    }
}

/// Cases share their data between the ways, one at a time.
macro_rules! case {
    ($f:expr, $title:expr, $name:ident($($arg:expr),*)) => {
        case!($f, $title, $name by $name($($arg),*))
    };
    ($f:expr, $title:expr, $name:ident by $hand:ident($($arg:expr),*)) => {{
        let cell = |mode: &str| Device::open(mode).expect("a CPU mode opens");
        let (simd, cpu) = (cell("cpu:simd"), cell("cpu"));
        let mut all: Vec<Way<'_>> = vec![];
        ways!(all, $hand($($arg),*));
        all.push(("as written", Box::new(|| _ = black_box(written::$name($($arg),*)))));
        all.push(("plain call", Box::new(|| _ = black_box(kernels::$name($($arg),*)))));
        all.push(("cpu:simd", Box::new(|| _ = black_box(kernels::$name::run(&simd, $($arg),*)))));
        all.push(("cpu", Box::new(|| _ = black_box(kernels::$name::run(&cpu, $($arg),*)))));
        $f($title, &mut all);
    }};
}

/// Data that several closures write in turn.
struct Shared<T>(*mut T, usize);
impl<T> Shared<T> {
    fn new(v: Vec<T>) -> Self {
        let b = Box::leak(v.into_boxed_slice());
        Shared(b.as_mut_ptr(), b.len())
    }
    /// The data, for the one closure that runs.
    #[allow(clippy::mut_from_ref, reason = "the closures of a case run one after the other")]
    fn get(&self) -> &mut [T] {
        // SAFETY: leaked above, and reached by one running closure at a time.
        unsafe { std::slice::from_raw_parts_mut(self.0, self.1) }
    }
}

fn numbers(n: usize, lo: f32, hi: f32) -> Vec<f32> {
    (0..n as u32)
        .map(|i| lo + (hi - lo) * (i.wrapping_mul(0x9e37_79b1) >> 8) as f32 / (1 << 24) as f32)
        .collect()
}

fn cases(mut f: impl FnMut(&str, &mut Vec<Way<'_>>)) {
    let out = Shared::new(vec![0u32; 512 * 512]);
    case!(f, "mandelbrot 512x512, 256", mandelbrot(512, 512, 256, out.get()));
    let n = 1 << 16;
    let (p, k, t) = (numbers(n, 5.0, 30.0), numbers(n, 1.0, 100.0), numbers(n, 0.25, 10.0));
    let call = Shared::new(vec![0.0; n]);
    case!(
        f,
        "black_scholes 2^16",
        black_scholes(0.02, 0.3, &p, &k, &t, call.get())
    );
    let n = 2048;
    let (x, y, z, m) = (
        numbers(n, 0.0, 1.0),
        numbers(n, 1.0, 2.0),
        numbers(n, -1.0, 1.0),
        numbers(n, 0.1, 1.0),
    );
    let (a, b, c) = (
        Shared::new(vec![0.0; n]),
        Shared::new(vec![0.0; n]),
        Shared::new(vec![0.0; n]),
    );
    case!(f, "nbody 2048", nbody(&x, &y, &z, &m, a.get(), b.get(), c.get()));
    case!(
        f,
        "nbody_fast 2048",
        nbody_fast(&x, &y, &z, &m, a.get(), b.get(), c.get())
    );
    for (n, title) in [(1 << 12, "dot 2^12, in L1"), (1 << 14, "dot 2^14, in L2")] {
        let (x, y) = (numbers(n, 0.0, 1.0), numbers(n, 0.0, 2.0));
        case!(f, title, dot(&x, &y));
    }
    for (w, h, title) in [
        (176, 32, "jacobi2d 32x176, 10 sweeps, in L1"),
        (128, 128, "jacobi2d 128x128, 10 sweeps, in L2"),
    ] {
        let (a, b) = (
            Shared::new(numbers(h * w, 0.0, 1.0)),
            Shared::new(numbers(h * w, 0.0, 1.0)),
        );
        case!(f, title, jacobi2d(w, h, 5, a.get(), b.get()));
        let title = format!("{title}, by indices");
        case!(f, &title, jacobi2d by jacobi2d_by_indices(w, h, 5, a.get(), b.get()));
    }
    let n = 256;
    let (a, b, c) = (
        numbers(n * n, 0.0, 1.0),
        numbers(n * n, 0.0, 1.0),
        Shared::new(vec![0.0; n * n]),
    );
    case!(f, "matmul 256", matmul(n, &a, &b, c.get()));
    let n = 1 << 24;
    let (x, y) = (numbers(n, 0.0, 1.0), Shared::new(numbers(n, 0.0, 1.0)));
    case!(f, "saxpy 2^24, in memory", saxpy(1e-3, &x, y.get()));
}

fn seconds(way: &mut dyn FnMut(), rounds: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..rounds {
        way();
    }
    start.elapsed().as_secs_f64() / f64::from(rounds)
}

/// Medians of all ways, each round running every way once, so that noise meets all alike.
fn ratios() {
    println!("\nmedians of {PAIRS} interleaved rounds; the ratio is the best loop by hand over the way\n");
    let only = std::env::args()
        .skip_while(|a| a != "--ratios")
        .nth(1)
        .filter(|a| !a.starts_with('-'));
    cases(|title, ways| {
        if only.as_ref().is_some_and(|o| !title.contains(o.as_str())) {
            return;
        }
        let rounds: Vec<u32> = ways
            .iter_mut()
            .map(|(_, way)| {
                way();
                (5e-3 / seconds(way, 1)).clamp(1.0, 10_000.0) as u32
            })
            .collect();
        let mut times = vec![vec![]; ways.len()];
        for _ in 0..PAIRS {
            for (n, (_, way)) in ways.iter_mut().enumerate() {
                times[n].push(seconds(way, rounds[n]));
            }
        }
        let medians: Vec<f64> = times
            .iter_mut()
            .map(|t| {
                t.sort_by(f64::total_cmp);
                t[t.len() / 2]
            })
            .collect();
        let by_hand = ways.iter().zip(&medians).filter(|(w, _)| w.0.starts_with("hand"));
        let best = by_hand.map(|(_, m)| *m).fold(f64::INFINITY, f64::min);
        println!("{title}");
        for ((name, _), m) in ways.iter().zip(&medians) {
            println!("    {name:<16} {:>12.3} us  {:>6.2}x", m * 1e6, best / m);
        }
        let of = |name: &str| {
            ways.iter()
                .zip(&medians)
                .find(|(w, _)| w.0 == name)
                .map_or(f64::NAN, |(_, m)| *m)
        };
        println!(
            "    the plain call against the same loops as written: {:.2}x",
            of("as written") / of("plain call")
        );
    });
}

fn main() {
    if !std::env::args().any(|a| a == "--ratios") {
        let mut c = Criterion::default().configure_from_args();
        cases(|title, ways| {
            let mut group = c.benchmark_group(title);
            group.sample_size(20);
            for (name, way) in ways {
                group.bench_function(*name, |b| b.iter(&mut *way));
            }
            group.finish();
        });
        c.final_summary();
    }
    ratios();
    overhead();
}

/// What a call costs apart from its loop.
fn overhead() {
    let cpu = Device::open("cpu").expect("the CPU opens");
    let (x, mut y) = (numbers(1000, 0.0, 1.0), vec![0.0; 1000]);
    let start = Instant::now();
    drop(black_box(kernels::triad::run(&cpu, 2.0, &x, &x, &mut y)));
    let first = start.elapsed();
    let mut all: Vec<f64> = (0..PAIRS)
        .map(|_| {
            seconds(
                &mut || drop(black_box(kernels::triad::run(&cpu, 2.0, &x, &x, &mut y))),
                1000,
            )
        })
        .collect();
    all.sort_by(f64::total_cmp);
    println!(
        "\nfirst run of triad on 1,000 items: {:.0} us; again: {:.2} us",
        first.as_secs_f64() * 1e6,
        all[PAIRS / 2] * 1e6
    );
}
