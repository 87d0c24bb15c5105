//! The executor and the lane machine, on bodies lowered by hand: the same bits from every
//! instruction set and thread count, and the lowest faulting iteration.

use hoist_cpu::{CpuConfig, CpuError, CpuFault, run};
use hoist_machine::program::{RedOp, red};
use hoist_machine::{Ctx, FaultKind, HSlice, Launch, LoopInfo, Machine, Site, Space, Stop};

mod common;

use common::{SIZES, SOON, configs, rows, up_to};

static INFO: LoopInfo = LoopInfo {
    kernel: "test",
    number: 0,
    file: "test.rs",
    line: 6,
    indices: &["i"],
    sites: &[
        Site {
            line: 7,
            column: 9,
            text: "x",
        },
        Site {
            line: 8,
            column: 5,
            text: "y",
        },
    ],
    fast: false,
    small: false,
    again: false,
    one_thread: false,
    group: false,
};
static INFO2: LoopInfo = LoopInfo {
    kernel: "test2",
    number: 0,
    file: "test.rs",
    line: 6,
    indices: &["r", "c"],
    sites: &[Site {
        line: 7,
        column: 9,
        text: "x",
    }],
    fast: false,
    small: true,
    again: false,
    one_thread: false,
    group: false,
};

fn h<T>(x: &mut [T]) -> HSlice<T> {
    HSlice {
        ptr: x.as_mut_ptr(),
        len: x.len(),
        memory: 0,
        offset: 0,
    }
}

/// Numbers that are neither round nor ordered.
fn numbers(n: usize) -> Vec<f32> {
    (0..n as u32)
        .map(|i| (i.wrapping_mul(2_654_435_761) >> 8) as f32 / 8_388_608.0 - 0.7)
        .collect()
}

fn fault<T>(r: Result<T, CpuError>) -> CpuFault {
    match r {
        Err(CpuError::Fault(f)) => f,
        Err(CpuError::NotParallel { fact, .. }) => panic!("not parallel: {fact}"),
        Ok(_) => panic!("no fault"),
    }
}

/// Whether a slice of `len` holds every last index of the part.
fn within(s: &Space, len: usize) -> bool {
    s.dims[2].end <= len
}

struct Saxpy {
    a: f32,
    x: HSlice<f32>,
    y: HSlice<f32>,
    n: usize,
    step: usize,
    fact: Option<&'static str>,
}
impl Launch for Saxpy {
    type Ret = ();
    fn call<C: Ctx>(self, c: &mut C) -> Result<(), Stop> {
        let Saxpy { a, x, y, n, step, fact } = self;
        let contiguous = step == 1;
        c.par(
            &INFO,
            Space::new([(0, n, step)]),
            (),
            || fact,
            |s| within(s, x.len) && within(s, y.len),
            #[inline(always)]
            |m, k, ix, ()| {
                let u = m.uniform();
                let a = m.splat(u.capture("a", a));
                let (x, y) = (m.slice("x", &x, false), m.slice("y", &y, true));
                if contiguous {
                    let at = ix.at[2];
                    let t = m.add(m.mul(a, m.load_c(k, x, at, true, 0)), m.load_c(k, y, at, true, 1));
                    m.store_c(k, y, at, t, true, 1);
                } else {
                    let at = ix.lane;
                    let t = m.add(m.mul(a, m.load_g(k, x, at, true, 0)), m.load_g(k, y, at, true, 1));
                    m.store_g(k, y, at, t, true, 1);
                }
            },
        )
    }
}

#[test]
fn saxpy_equals_the_loop() {
    for config in configs() {
        for &n in SIZES {
            for (step, fact) in [(1, None), (1, Some("they overlap")), (3, None)] {
                let (mut x, mut y) = (numbers(n), numbers(n));
                y.reverse();
                let mut want = y.clone();
                for i in (0..n).step_by(step) {
                    want[i] += 1.7 * x[i];
                }
                let (x, h_y) = (h(&mut x), h(&mut y));
                let launch = Saxpy {
                    a: 1.7,
                    x,
                    y: h_y,
                    n,
                    step,
                    fact,
                };
                run(&config, launch).unwrap();
                assert_eq!(bits(&y), bits(&want), "{config:?} n={n} step={step}");
            }
        }
    }
}

fn bits(x: &[f32]) -> Vec<u32> {
    x.iter().map(|v| v.to_bits()).collect()
}

#[test]
fn a_serial_loop_runs_in_order() {
    // y[i + 1] from y[i]: right only when each iteration sees the one before it.
    struct Chain(HSlice<i32>);
    impl Launch for Chain {
        type Ret = ();
        fn call<C: Ctx>(self, c: &mut C) -> Result<(), Stop> {
            let y = self.0;
            c.par(
                &INFO,
                Space::new([(0, y.len - 1, 1)]),
                (),
                || Some("y[i + 1] is read by the next iteration"),
                |_| false,
                #[inline(always)]
                |m, k, ix, ()| {
                    let y = m.slice("y", &y, true);
                    let next = m.uniform().add(ix.at[2], m.uniform().lit(1));
                    let t = m.add(m.mul(m.load_c(k, y, ix.at[2], false, 1), m.lit(3)), m.lit(1));
                    m.store_c(k, y, next, t, false, 1);
                },
            )
        }
    }
    for config in configs() {
        let mut y = vec![1i32; up_to(5000)];
        run(&config, Chain(h(&mut y))).unwrap();
        let mut want = 1i32;
        for v in &y {
            assert_eq!(*v, want, "{config:?}");
            want = want.wrapping_mul(3).wrapping_add(1);
        }
        let strict = CpuConfig { strict: true, ..config };
        assert!(matches!(
            run(&strict, Chain(h(&mut y))),
            Err(CpuError::NotParallel { .. })
        ));
    }
}

#[test]
fn dot_has_one_answer() {
    struct Dot(HSlice<f32>, HSlice<f32>, f32);
    impl Launch for Dot {
        type Ret = (f32, i32);
        fn call<C: Ctx>(self, c: &mut C) -> Result<(f32, i32), Stop> {
            let Dot(x, y, init) = self;
            c.par(
                &INFO,
                Space::new([(0, x.len, 1)]),
                (red(RedOp::Add, init), red(RedOp::Max, -5i32)),
                || None,
                |s| within(s, x.len) && within(s, y.len),
                #[inline(always)]
                |m, k, ix, (sum, top)| {
                    let (x, y) = (m.slice("x", &x, false), m.slice("y", &y, false));
                    let p = m.mul(m.load_c(k, x, ix.at[2], true, 0), m.load_c(k, y, ix.at[2], true, 1));
                    let t = m.add(m.get(sum), p);
                    m.set(sum, k, t);
                    let t = m.max(m.get(top), m.cast::<usize, i32>(ix.lane));
                    m.set(top, k, t);
                },
            )
        }
    }
    for &n in SIZES {
        let (mut x, mut y) = (numbers(n), numbers(n));
        y.reverse();
        // The documented shape, written out plainly.
        let totals = (0..n).step_by(4096).map(|b| {
            let mut part = [-0.0f32; 64];
            for i in b..(b + 4096).min(n) {
                part[(i - b) % 64] += x[i] * y[i];
            }
            for half in [32, 16, 8, 4, 2, 1] {
                for p in 0..half {
                    part[p] += part[p + half];
                }
            }
            part[0]
        });
        let mut level: Vec<f32> = totals.collect();
        while level.len() > 1 {
            level = level
                .chunks(2)
                .map(|p| p.iter().copied().reduce(|a, b| a + b).unwrap())
                .collect();
        }
        let want = level.first().map_or(0.25, |t| 0.25 + t);
        for config in configs() {
            let (sum, top) = run(&config, Dot(h(&mut x), h(&mut y), 0.25)).unwrap();
            assert_eq!(sum.to_bits(), want.to_bits(), "{config:?} n={n}: {sum} {want}");
            assert_eq!(top, if n == 0 { -5 } else { n as i32 - 1 }, "{config:?}");
        }
    }
}

struct Escape(HSlice<u32>, usize);
impl Launch for Escape {
    type Ret = ();
    fn call<C: Ctx>(self, c: &mut C) -> Result<(), Stop> {
        let Escape(out, width) = self;
        c.par(
            &INFO2,
            Space::new([(0, out.len / width, 1), (0, width, 1)]),
            (),
            || None,
            |_| true,
            #[inline(always)]
            |m, k, ix, ()| {
                let (u, out) = (m.uniform(), m.slice("out", &out, true));
                let at = u.add(u.mul(ix.at[1], u.lit(width)), ix.at[2]);
                let scale = 3.0 / width as f32;
                let cx = m.sub(m.mul(m.cast::<usize, f32>(ix.lane), m.lit(scale)), m.lit(2.0));
                let cy = m.sub(m.splat(u.mul(u.cast::<usize, f32>(ix.at[1]), u.lit(scale))), m.lit(1.0));
                let (mut x, mut y) = (m.local("x", m.lit(0.0f32)), m.local("y", m.lit(0.0f32)));
                let mut n = m.local("n", m.lit(0u32));
                m.loop_begin();
                let mut kl = k;
                loop {
                    if !m.loop_again() {
                        break;
                    }
                    let (xx, yy) = (m.mul(m.get(&x), m.get(&x)), m.mul(m.get(&y), m.get(&y)));
                    let inside = m.and(m.lt(m.add(xx, yy), m.lit(4.0)), m.lt(m.get(&n), m.lit(100)));
                    kl = m.loop_mask(kl, inside);
                    if !m.loop_live(kl) {
                        break;
                    }
                    let t = m.add(m.mul(m.mul(m.lit(2.0), m.get(&x)), m.get(&y)), cy);
                    m.set_all(&mut y, t);
                    m.set_all(&mut x, m.add(m.sub(xx, yy), cx));
                    let t = m.add(m.get(&n), m.lit(1));
                    m.set(&mut n, kl, t);
                }
                m.store_c(k, out, at, m.get(&n), true, 0);
            },
        )
    }
}

#[test]
fn a_varying_while_over_two_dimensions() {
    for (width, height) in [(1, 5), (37, rows(19)), (64, rows(4)), (up_to(5000), rows(3))] {
        let scale = 3.0 / width as f32;
        let want: Vec<u32> = (0..width * height)
            .map(|i| {
                let (cx, cy) = ((i % width) as f32 * scale - 2.0, (i / width) as f32 * scale - 1.0);
                let (mut x, mut y, mut n) = (0.0f32, 0.0f32, 0);
                while x * x + y * y < 4.0 && n < 100 {
                    let (xx, yy) = (x * x, y * y);
                    y = 2.0 * x * y + cy;
                    x = xx - yy + cx;
                    n += 1;
                }
                n
            })
            .collect();
        for config in configs() {
            let mut out = vec![77u32; width * height];
            run(&config, Escape(h(&mut out), width)).unwrap();
            assert_eq!(out, want, "{config:?} {width}");
        }
    }
}

#[test]
fn the_lowest_fault_is_named() {
    let n = up_to(100_000);
    for config in configs() {
        for short in [0, 1, 1000 % n, 50_001 % n, n - 1] {
            let (mut x, mut y) = (numbers(short), numbers(n));
            let (x, y) = (h(&mut x), h(&mut y));
            let launch = Saxpy {
                a: 2.0,
                x,
                y,
                n,
                step: 1,
                fact: None,
            };
            let f = fault(run(&config, launch));
            assert_eq!(
                (f.kind, f.index, f.len),
                (FaultKind::OutOfBounds, short as u64, short as u64)
            );
            assert_eq!((f.file, f.line, f.column, f.text), ("test.rs", 7, 9, "x"));
            assert_eq!(f.iteration, [("i", short as u64)], "{config:?}");
        }
    }
}

struct Gather {
    x: HSlice<f32>,
    at: HSlice<u32>,
    out: HSlice<f32>,
}
impl Launch for Gather {
    type Ret = ();
    fn call<C: Ctx>(self, c: &mut C) -> Result<(), Stop> {
        let Gather { x, at, out } = self;
        c.par(
            &INFO,
            Space::new([(0, out.len, 1)]),
            (),
            || None,
            |_| true,
            #[inline(always)]
            |m, k, ix, ()| {
                let x = m.slice("x", &x, false);
                let at = m.load_c(k, m.slice("at", &at, false), ix.at[2], true, 1);
                let v = m.load_g(k, x, m.cast::<u32, usize>(at), false, 0);
                m.store_c(k, m.slice("out", &out, true), ix.at[2], v, true, 1);
            },
        )
    }
}

#[test]
fn gathers_are_tested_lane_by_lane() {
    let n = up_to(30_011);
    let mut x = numbers(997);
    for config in configs() {
        let mut at: Vec<u32> = (0..n).map(|i| (i as u32).wrapping_mul(7919) % 997).collect();
        let mut out = vec![9.0f32; n];
        let launch = Gather {
            x: h(&mut x),
            at: h(&mut at),
            out: h(&mut out),
        };
        run(&config, launch).unwrap();
        assert!((0..n).all(|i| out[i] == x[at[i] as usize]), "{config:?}");
        // Two faults in different units; the lane of the lower one stores nothing.
        let bad = 2 * n / 3;
        (at[bad], at[n - 2]) = (u32::MAX, 997);
        out[bad] = 9.0;
        let launch = Gather {
            x: h(&mut x),
            at: h(&mut at),
            out: h(&mut out),
        };
        let f = fault(run(&config, launch));
        assert_eq!(
            (f.index, f.iteration[0].1),
            (u64::from(u32::MAX), bad as u64),
            "{config:?}"
        );
        assert_eq!(out[bad], 9.0);
    }
}

/// `for j in 0..i { out[i] += x[j] }` with uniform bounds, `i` the outer index.
struct Prefix(HSlice<i32>, HSlice<i32>);
impl Launch for Prefix {
    type Ret = ();
    fn call<C: Ctx>(self, c: &mut C) -> Result<(), Stop> {
        let Prefix(x, out) = self;
        c.par(
            &INFO2,
            Space::new([(0, x.len, 1), (0, 3, 1)]),
            (),
            || None,
            |_| true,
            #[inline(always)]
            |m, k, ix, ()| {
                let (u, x, out) = (m.uniform(), m.slice("x", &x, false), m.slice("out", &out, true));
                let mut s = m.local("s", m.cast::<usize, i32>(ix.lane));
                let mut j = m.for_begin("j", u.lit(0usize), ix.at[1]);
                loop {
                    if !m.for_test(k, &mut j) {
                        break;
                    }
                    let t = m.add(m.get(&s), m.splat(m.load_u(k, x, m.for_value(&j), true, 0)));
                    m.set_all(&mut s, t);
                }
                let at = u.add(u.mul(ix.at[1], u.lit(3)), ix.at[2]);
                m.store_c(k, out, at, m.get(&s), true, 0);
            },
        )
    }
}

#[test]
fn a_uniform_for_over_a_triangle() {
    let n = up_to(400) as i32;
    let mut x: Vec<i32> = (0..n).map(|i| i * i - 50).collect();
    for config in configs() {
        let mut out = vec![0i32; 3 * n as usize];
        run(&config, Prefix(h(&mut x), h(&mut out))).unwrap();
        for (i, row) in out.chunks(3).enumerate() {
            let s: i32 = x[..i].iter().sum();
            assert_eq!(row, [s, s + 1, s + 2], "{config:?} {i}");
        }
    }
}

/// `while j < n { j += n / d; }`, all uniform: with `d` zero the step is zero too.
struct Spin(HSlice<i32>, i32);
impl Launch for Spin {
    type Ret = ();
    fn call<C: Ctx>(self, c: &mut C) -> Result<(), Stop> {
        let Spin(out, d) = self;
        c.par(
            &INFO,
            Space::new([(0, out.len, 1)]),
            (),
            || None,
            |_| true,
            #[inline(always)]
            |m, k, ix, ()| {
                let u = m.uniform();
                let d = u.capture("d", d);
                let mut j = u.local("j", u.lit(0i32));
                m.loop_begin();
                loop {
                    if !m.loop_again() || !m.loop_test(k, u.lt(u.get(&j), u.lit(100))) {
                        break;
                    }
                    let step = u.div(m.any(k), u.lit(100), d, 1);
                    let t = u.add(u.get(&j), step);
                    u.set_all(&mut j, t);
                }
                m.store_c(k, m.slice("out", &out, true), ix.at[2], m.splat(u.get(&j)), true, 0);
            },
        )
    }
}

#[test]
fn a_uniform_fault_ends_its_loop() {
    for config in configs() {
        let mut out = vec![-1i32; 100];
        run(&config, Spin(h(&mut out), 7)).unwrap();
        assert!(out.iter().all(|v| *v == 112));
        let mut out = vec![-1i32; 100];
        // On a thread of its own: a loop that never ends must fail this test, not hang it.
        let (done, ended) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let f = fault(run(&config, Spin(h(&mut out), 0)));
            done.send((f, out)).unwrap();
        });
        let (f, out) = ended.recv_timeout(SOON).expect("the loop ends");
        assert_eq!((f.kind, f.iteration[0].1), (FaultKind::DivisionByZero, 0));
        assert!(out.iter().all(|v| *v == -1), "a lane that faulted stores nothing");
    }
}

#[test]
fn host_parts_fault_too() {
    struct Host(HSlice<i32>, u32);
    impl Launch for Host {
        type Ret = i32;
        fn call<C: Ctx>(self, c: &mut C) -> Result<i32, Stop> {
            let x = self.0;
            let s = c.scratch(7i32, x.len)?;
            assert_eq!(s.ptr as usize % 64, 0);
            c.copy(&x, &s, "host.rs", 3)?;
            c.write(&x, 1, 40, "host.rs", 4)?;
            match self.1 {
                0 => {}
                1 => c.write(&x, x.len, 0, "host.rs", 5)?,
                2 => return c.read(&x, usize::MAX, "host.rs", 6),
                3 => drop(c.sub(&x, 2, 1, "host.rs", 7)?),
                4 => drop(c.sub(&x, 2, 9, "host.rs", 8)?),
                _ => {
                    let part = c.sub(&x, 1, 3, "host.rs", 9)?;
                    c.copy(&part, &s, "host.rs", 9)?;
                }
            }
            let tail = c.sub(&x, 1, x.len, "host.rs", 10)?;
            c.read(&tail, 0, "host.rs", 11)
        }
    }
    for config in configs() {
        let mut x = vec![1i32; 8];
        assert_eq!(run(&config, Host(h(&mut x), 0)).unwrap(), 40);
        assert_eq!(x, [7, 40, 7, 7, 7, 7, 7, 7]);
        for case in 1..=5 {
            let f = fault(run(&config, Host(h(&mut x), case)));
            assert_eq!((f.kind, f.file, f.line), (FaultKind::OutOfBounds, "host.rs", case + 4));
        }
    }
}

/// Units before `cheap` cost nothing, each later one a few milliseconds: spent in the interval
/// test, which runs on the unit's thread.
struct Uneven(
    HSlice<i32>,
    usize,
    std::sync::Arc<std::sync::Mutex<Vec<std::thread::ThreadId>>>,
);
impl Launch for Uneven {
    type Ret = ();
    fn call<C: Ctx>(self, c: &mut C) -> Result<(), Stop> {
        let Uneven(y, cheap, threads) = self;
        c.par(
            &INFO,
            Space::new([(0, y.len, 1)]),
            (),
            || None,
            |s| {
                if s.dims[2].count() == y.len {
                    // Asked of the whole space first, on the calling thread: each unit is to be asked.
                    return false;
                }
                if s.dims[2].start >= cheap {
                    std::thread::sleep(std::time::Duration::from_millis(3));
                    threads.lock().unwrap().push(std::thread::current().id());
                }
                true
            },
            #[inline(always)]
            |m, k, ix, ()| m.store_c(k, m.slice("y", &y, true), ix.at[2], m.lit(5), true, 1),
        )
    }
}

#[test]
fn a_loop_that_starts_cheaply_still_uses_all_threads() {
    for cheap in [0, 64, 256] {
        let config = CpuConfig {
            threads: Some(3),
            ..CpuConfig::default()
        };
        let (mut y, threads) = (vec![0i32; 2048], std::sync::Arc::default());
        run(&config, Uneven(h(&mut y), cheap, std::sync::Arc::clone(&threads))).unwrap();
        assert!(y.iter().all(|v| *v == 5));
        let ids = threads.lock().unwrap();
        assert!(
            ids.iter().any(|id| *id != ids[0]),
            "one thread after {cheap} cheap iterations"
        );
    }
}
