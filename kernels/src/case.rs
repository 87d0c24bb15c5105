//! A case: a kernel with its inputs and its work, run plainly or on a device.

use hoist::{Device, Error};

/// How a device's answer is compared with the plain call's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Class {
    /// Bit for bit.
    Exact,
    /// A float reduction: its own shape, within a relative bound of the `f64` sum, (64 + 6 + log2 blocks)
    /// roundings for terms of one sign.
    Shaped(f64),
    /// hoist's functions instead of libm's: within so many ulp of the largest value.
    Math(f64),
}

/// Results of a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    F32(Vec<f32>),
    U8(Vec<u8>),
    U32(Vec<u32>),
    U64(Vec<u64>),
}

/// One kernel's case.
pub struct Case {
    pub name: &'static str,
    pub class: Class,
    /// The size the command line uses.
    pub size: usize,
    /// Items of a size, bytes and operations of an item.
    pub items: fn(usize) -> usize,
    pub bytes: f64,
    pub flops: fn(usize) -> f64,
    /// Runs plainly, or on a device; also the seconds of the call alone.
    pub run: fn(Option<&Device>, usize, u64) -> Result<(Values, f64), Error>,
    pub explain: fn() -> &'static str,
    /// The text that a kind of device is given.
    pub source: fn(hoist::Target) -> Result<String, Error>,
}

/// Uniform numbers in [0, 1), by SplitMix64 (Steele, Lea, Flood, 2014).
pub fn uniform(n: usize, seed: u64) -> Vec<f32> {
    let mut s = seed;
    let next = |_| {
        s = s.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (s ^ (s >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z >> 40) as f32) / 16_777_216.0
    };
    (0..n).map(next).collect()
}

fn between(n: usize, seed: u64, lo: f32, hi: f32) -> Vec<f32> {
    uniform(n, seed).into_iter().map(|u| lo + (hi - lo) * u).collect()
}

fn timed<R>(f: impl FnOnce() -> R) -> (R, f64) {
    let start = std::time::Instant::now();
    let r = f();
    (r, start.elapsed().as_secs_f64())
}

/// Calls the kernel plainly or on the device, and times the call.
macro_rules! call {
    ($d:ident, $k:ident($($a:expr),*)) => {{
        let (r, s) = match $d {
            None => timed(|| Ok(crate::$k($($a),*))),
            Some(d) => timed(|| crate::$k::run(d, $($a),*)),
        };
        (r?, s)
    }};
}

type Ran = Result<(Values, f64), Error>;
type Dev<'a> = Option<&'a Device>;

fn saxpy(d: Dev, n: usize, seed: u64) -> Ran {
    let (x, mut y) = (uniform(n, seed), uniform(n, seed + 1));
    let ((), s) = call!(d, saxpy(2.5, &x, &mut y));
    Ok((Values::F32(y), s))
}
fn triad(d: Dev, n: usize, seed: u64) -> Ran {
    let (x, y, mut z) = (uniform(n, seed), uniform(n, seed + 1), vec![f32::NAN; n]);
    let ((), s) = call!(d, triad(3.0, &x, &y, &mut z));
    Ok((Values::F32(z), s))
}
fn sum(d: Dev, n: usize, seed: u64) -> Ran {
    let x = uniform(n, seed);
    if d.is_none() {
        return reference(x.iter().map(|&x| f64::from(x)).sum());
    }
    let (r, s) = call!(d, sum(&x));
    Ok((Values::F32(vec![r]), s))
}
fn dot(d: Dev, n: usize, seed: u64) -> Ran {
    let (x, y) = (uniform(n, seed), uniform(n, seed + 1));
    if d.is_none() {
        return reference(x.iter().zip(&y).map(|(&x, &y)| f64::from(x) * f64::from(y)).sum());
    }
    let (r, s) = call!(d, dot(&x, &y));
    Ok((Values::F32(vec![r]), s))
}
/// A float reduction's reference is the `f64` sum: the plain running sum drifts.
fn reference(sum: f64) -> Ran {
    Ok((Values::F32(vec![sum as f32]), 0.0))
}
fn mandelbrot(d: Dev, n: usize, _: u64) -> Ran {
    let mut out = vec![u32::MAX; n * n];
    let ((), s) = call!(d, mandelbrot(n, n, 256, &mut out));
    Ok((Values::U32(out), s))
}
fn julia(d: Dev, n: usize, _: u64) -> Ran {
    let mut out = vec![u32::MAX; n * n];
    let ((), s) = call!(d, julia(n, n, 256, -0.8, 0.156, &mut out));
    Ok((Values::U32(out), s))
}
fn photo(n: usize, seed: u64) -> Vec<u8> {
    let noise = uniform(n * n, seed);
    let at = |i: usize| {
        let (x, y) = ((i % n) as f32 / 17.0, (i / n) as f32 / 23.0);
        (127.0 + 90.0 * (x.sin() * y.cos()) + 30.0 * noise[i]) as u8
    };
    (0..n * n).map(at).collect()
}
fn gaussian_blur(d: Dev, n: usize, seed: u64) -> Ran {
    let (src, mut out) = (photo(n, seed), vec![7u8; n * n]);
    let ((), s) = call!(d, gaussian_blur(n, n, &src, &mut out));
    Ok((Values::U8(out), s))
}
fn sobel(d: Dev, n: usize, seed: u64) -> Ran {
    let (src, mut out) = (photo(n, seed), vec![7u8; n * n]);
    let ((), s) = call!(d, sobel(n, n, &src, &mut out));
    Ok((Values::U8(out), s))
}
fn black_scholes(d: Dev, n: usize, seed: u64) -> Ran {
    let (p, k, t) = (
        between(n, seed, 5.0, 30.0),
        between(n, seed + 1, 1.0, 100.0),
        between(n, seed + 2, 0.25, 10.0),
    );
    let mut out = vec![f32::NAN; n];
    let ((), s) = call!(d, black_scholes(0.02, 0.3, &p, &k, &t, &mut out));
    Ok((Values::F32(out), s))
}
fn nbody(d: Dev, n: usize, seed: u64) -> Ran {
    let (x, y, z, m) = (
        uniform(n, seed),
        uniform(n, seed + 1),
        uniform(n, seed + 2),
        uniform(n, seed + 3),
    );
    let (mut a, mut b, mut c) = (vec![f32::NAN; n], vec![f32::NAN; n], vec![f32::NAN; n]);
    let ((), s) = call!(d, nbody(&x, &y, &z, &m, &mut a, &mut b, &mut c));
    a.extend(b);
    a.extend(c);
    Ok((Values::F32(a), s))
}
fn jacobi2d(d: Dev, n: usize, seed: u64) -> Ran {
    let mut a = uniform(n * n, seed);
    let mut b = a.clone();
    let ((), s) = call!(d, jacobi2d(n, n, 5, &mut a, &mut b));
    Ok((Values::F32(a), s))
}
fn matmul(d: Dev, n: usize, seed: u64) -> Ran {
    let (a, b, mut c) = (uniform(n * n, seed), uniform(n * n, seed + 1), vec![f32::NAN; n * n]);
    let ((), s) = call!(d, matmul(n, &a, &b, &mut c));
    Ok((Values::F32(c), s))
}
fn monte_carlo_pi(d: Dev, n: usize, seed: u64) -> Ran {
    let (r, s) = call!(d, monte_carlo_pi(n, seed as u32));
    Ok((Values::U64(vec![r]), s))
}

fn one(n: usize) -> usize {
    n
}
fn square(n: usize) -> usize {
    n * n
}

macro_rules! case {
    ($k:ident, $class:expr, $size:expr, $items:ident, $bytes:expr, $flops:expr) => {
        Case {
            name: stringify!($k),
            class: $class,
            size: $size,
            items: $items,
            bytes: $bytes,
            flops: $flops,
            run: $k,
            explain: crate::$k::explain,
            source: crate::$k::source,
        }
    };
}

/// All cases.
pub fn all() -> Vec<Case> {
    vec![
        case!(saxpy, Class::Exact, 1 << 22, one, 12.0, |_| 2.0),
        case!(triad, Class::Exact, 1 << 22, one, 12.0, |_| 2.0),
        case!(sum, Class::Shaped(5e-6), 1 << 22, one, 4.0, |_| 1.0),
        case!(dot, Class::Shaped(5e-6), 1 << 22, one, 8.0, |_| 2.0),
        case!(black_scholes, Class::Math(64.0), 1 << 20, one, 16.0, |_| 60.0),
        case!(mandelbrot, Class::Exact, 1024, square, 4.0, |_| 500.0),
        case!(julia, Class::Exact, 1024, square, 4.0, |_| 300.0),
        case!(nbody, Class::Exact, 2048, square, 0.0, |_| 20.0),
        case!(jacobi2d, Class::Exact, 1024, square, 80.0, |_| 40.0),
        case!(gaussian_blur, Class::Exact, 1024, square, 2.0, |_| 20.0),
        case!(sobel, Class::Exact, 1024, square, 2.0, |_| 20.0),
        case!(matmul, Class::Exact, 256, square, 12.0, |n| 2.0 * n as f64),
        case!(monte_carlo_pi, Class::Exact, 1 << 20, one, 0.0, |_| 60.0),
    ]
}

/// The largest difference, in the class's unit, or what is wrong.
///
/// # Errors
/// Where the answers differ, and how.
pub fn compare(class: Class, plain: &Values, got: &Values) -> Result<f64, String> {
    match (class, plain, got) {
        (Class::Exact, Values::F32(a), Values::F32(b)) if a.len() == b.len() => {
            let same = |x: f32, y: f32| x.to_bits() == y.to_bits() || (x.is_nan() && y.is_nan());
            match (0..a.len()).find(|&i| !same(a[i], b[i])) {
                None => Ok(0.0),
                Some(i) => Err(format!("element {i} is {:?} instead of {:?}", b[i], a[i])),
            }
        }
        (Class::Exact, a, b) if a == b => Ok(0.0),
        (Class::Shaped(bound), Values::F32(a), Values::F32(b)) => within(
            a,
            b,
            |x, y| (f64::from(x) - f64::from(y)).abs() / f64::from(x).abs().max(1.0),
            bound,
        ),
        (Class::Math(bound), Values::F32(a), Values::F32(b)) => {
            let top = a.iter().fold(1.0f32, |m, x| m.max(x.abs()));
            let ulp = f64::from(top) * f64::from(f32::EPSILON);
            within(a, b, |x, y| (f64::from(x) - f64::from(y)).abs() / ulp, bound)
        }
        _ => Err("the answers differ".into()),
    }
}

fn within(a: &[f32], b: &[f32], apart: impl Fn(f32, f32) -> f64, bound: f64) -> Result<f64, String> {
    let mut worst = 0.0f64;
    for (i, (&x, &y)) in a.iter().zip(b).enumerate() {
        let e = if x.is_nan() && y.is_nan() { 0.0 } else { apart(x, y) };
        if e.is_nan() || e > bound {
            return Err(format!("element {i} is {y:?} instead of {x:?}"));
        }
        worst = worst.max(e);
    }
    Ok(worst)
}
