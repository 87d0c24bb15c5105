//! A driver that fails, in any call, once or for good: an error each time, nothing lost, nothing leaked, no panic, no
//! hang; and many threads on one device.

#![allow(clippy::assign_op_pattern, reason = "kernels read like their formulas")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use hoist::prelude::*;
use hoist_backend::backend::Backend;
use hoist_conformance::{cuda_on_host, failing, required};

#[kernel]
pub fn saxpy(a: f32, x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = a * x[i] + y[i];
    }
}
#[kernel]
pub fn smooth(sweeps: usize, x: &mut [f32]) -> f32 {
    let n = x.len();
    let mut a = vec![0.0; n];
    for _ in 0..sweeps {
        for i in par(1..n - 1) {
            a[i] = 0.5 * (x[i - 1] + x[i + 1]);
        }
        x.copy_from_slice(&a);
    }
    x[0] = 7.0;
    let mut s = 0.0;
    for i in par(0..n) {
        s += x[i];
    }
    s + x[1]
}

const N: usize = 100;
fn input() -> Vec<f32> {
    (0..N).map(|i| i as f32 * 0.5).collect()
}

/// Devices that run text on this machine.
fn backends() -> Vec<Arc<dyn Backend>> {
    let mut all = vec![];
    for (name, opened) in [
        ("cuda-on-host", cuda_on_host::backend(cuda_on_host::Arithmetic::Strict)),
        ("opencl", (hoist_opencl::api().open)(None)),
        ("wgpu", (hoist_wgpu::api().open)(None)),
    ] {
        match opened {
            Ok(backend) => all.push(backend),
            Err(e @ Error::Missing { .. }) => {
                assert!(!required(name), "HOIST_REQUIRE names {name}: {e}");
                println!("skipped (1 device): {e}");
            }
            Err(e) => panic!("{name}: {e}"),
        }
    }
    all
}

/// What a call gave, and what became of its output.
type Outcome = (Result<f32, Error>, Vec<f32>);

/// The ways to use a device: each builds all it needs from host data.
fn ways() -> [(&'static str, fn(&Device) -> Outcome); 4] {
    [
        ("host slices", |d| {
            let mut y = input();
            (saxpy::run(d, 2.0, &input(), &mut y).map(|()| 0.0), y)
        }),
        ("a program with scratch and a sum", |d| {
            let mut x = input();
            (smooth::run(d, 3, &mut x), x)
        }),
        ("buffers", |d| {
            let work = || {
                let x = d.upload(&input())?;
                let mut y = d.zeros::<f32>(N)?;
                y.fill(1.0)?;
                saxpy::run(d, 2.0, &x, &mut y)?;
                y.slice_mut(..10).copy_from(x.slice(50..60))?;
                d.synchronize()?;
                y.download()
            };
            match work() {
                Ok(y) => (Ok(0.0), y),
                Err(e) => (Err(e), input()),
            }
        }),
        ("a queue", |d| {
            let work = || {
                let queue = Queue::new(d)?;
                let x = d.upload(&input())?;
                let mut y = d.upload(&input())?;
                let first = saxpy::launch(&queue, 2.0, &x, &mut y)?;
                // Never waited for, dropped in flight.
                drop(saxpy::launch(&queue, 0.0, &x, &mut y)?);
                drop(x);
                first.wait()?;
                y.download()
            };
            match work() {
                Ok(y) => (Ok(0.0), y),
                Err(e) => (Err(e), input()),
            }
        }),
    ]
}

#[test]
fn each_call_of_a_driver_may_fail() {
    for backend in backends() {
        for (way, run) in ways() {
            for warm in [false, true] {
                let (device, plan) = failing::device(backend.clone());
                if warm {
                    run(&device).0.expect("nothing fails yet");
                }
                plan.never();
                let (whole, expected) = run(&device);
                let whole = whole.unwrap_or_else(|e| panic!("{way}: {e}"));
                device.synchronize().expect("nothing fails yet");
                let calls = plan.calls() - 1;
                assert!(calls > 3, "{way}: {calls}");
                for n in 0..calls {
                    // A new device where programs are to be compiled each time.
                    let (device, plan) = if warm {
                        (device.clone(), plan.clone())
                    } else {
                        failing::device(backend.clone())
                    };
                    plan.fail(n, false);
                    let (got, left) = run(&device);
                    plan.never();
                    // In a queue the work that nobody waits for may be the one that failed.
                    match got {
                        Err(Error::Driver { log, .. }) => assert_eq!(log, "made to fail", "{way}"),
                        Err(Error::Compile { log, .. }) => assert!(log.contains("own words"), "{way}"),
                        Err(e) => panic!("{way}, call {n} of {calls}: {e}"),
                        Ok(_) => assert_eq!(way, "a queue", "call {n} of {calls} failed unseen"),
                    }
                    if way != "a queue" {
                        assert_eq!(left, input(), "{way}, call {n}: host data stays as it was");
                    }
                    let (again, after) = run(&device);
                    assert_eq!(
                        again.unwrap_or_else(|e| panic!("{way} after call {n}: {e}")),
                        whole,
                        "{way}"
                    );
                    assert_eq!(after, expected, "{way} after call {n}");
                }
                device.synchronize().expect("the device works");
                assert!(plan.live() > 0, "{way}: some is kept for the next call");
                device.trim();
                assert_eq!(plan.live(), 0, "{way}: memory is freed");
            }
        }
    }
}

#[test]
fn a_lost_device_fails_and_is_dropped() {
    for backend in backends() {
        for (way, run) in ways() {
            for n in 0..25 {
                let (device, plan) = failing::device(backend.clone());
                plan.fail(n, true);
                let (got, _) = run(&device);
                let (again, _) = run(&device);
                assert!(again.is_err() || plan.calls() <= n + 1, "{way}: the device is lost");
                drop((got, device));
                assert_eq!(plan.live(), 0, "{way}: memory is freed, call {n}");
            }
        }
    }
}

#[test]
fn a_thousand_launches_from_eight_threads() {
    for backend in backends() {
        let (device, plan) = failing::device(backend);
        let expected: Vec<f32> = input().iter().map(|x| 2.0 * x + x).collect();
        saxpy::run(&device, 1.0, &input(), &mut input()).expect("nothing fails yet");
        let failed = AtomicUsize::new(0);
        std::thread::scope(|s| {
            for t in 0..8 {
                let (device, plan, expected, failed) = (&device, &plan, &expected, &failed);
                s.spawn(move || {
                    for n in 0..125 {
                        if n % 10 == t {
                            plan.fail(n % 7, false);
                        }
                        let mut y = input();
                        match saxpy::run(device, 2.0, &input(), &mut y) {
                            Ok(()) => assert_eq!(&y, expected),
                            Err(e) => {
                                assert!(e.to_string().contains("made to fail"), "{e}");
                                assert_eq!(y, input());
                                failed.fetch_add(1, Ordering::SeqCst);
                            }
                        }
                    }
                });
            }
        });
        plan.never();
        assert!(failed.load(Ordering::SeqCst) > 0);
        device.synchronize().expect("the device works");
        device.trim();
        assert_eq!(plan.live(), 0, "memory is freed");
    }
}

#[test]
fn two_devices_at_once() {
    let [Some(a), Some(b)] = [0, 1].map(|n| backends().into_iter().nth(n)) else {
        println!("skipped (1 test): it wants two devices");
        return;
    };
    let ((a, _), (b, _)) = (failing::device(a), failing::device(b));
    let (x, mut y) = (a.upload(&input()).expect("memory"), b.upload(&input()).expect("memory"));
    let e = saxpy::run(&a, 2.0, &x, &mut y).expect_err("two devices").to_string();
    assert!(e.contains('y') && e.contains("download it there"), "{e}");
    let (mut p, mut q) = (input(), input());
    std::thread::scope(|s| {
        s.spawn(|| saxpy::run(&a, 2.0, &input(), &mut p).expect("it runs"));
        s.spawn(|| saxpy::run(&b, 2.0, &input(), &mut q).expect("it runs"));
    });
    assert_eq!(p, q);
}
