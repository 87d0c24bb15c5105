//! Random control flow on every CPU mode, bit for bit against the plain call.

use hoist::prelude::*;

use hoist_random::kernels::{self, COUNT};
use hoist_random::{OnDevice, Plain, TEXT};

const MODES: [&str; 5] = ["cpu", "cpu:scalar", "cpu:simd", "cpu:simd=wide", "cpu:threads"];

fn same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

fn inputs(n: usize) -> Vec<f32> {
    let special = [
        0.0,
        -0.0,
        f32::INFINITY,
        f32::NAN,
        f32::MIN_POSITIVE / 3.0,
        1.0,
        -1.5,
        f32::MAX,
    ];
    let at = |i: usize| {
        if i % 3 == 2 {
            special[i / 3 % 8]
        } else {
            (i as f32 * 0.7).sin() * 9.0
        }
    };
    (0..n).map(at).collect()
}
fn integers(n: usize) -> Vec<i32> {
    (0..n)
        .map(|i| (i as i32).wrapping_mul(0x9e37_79b1u32 as i32) >> (i % 31))
        .collect()
}

#[test]
fn random_kernels_agree() {
    // Not optimised, the largest kernel's gangs need more than a test's 2 MiB.
    let roomy = std::thread::Builder::new().stack_size(16 << 20);
    let all = roomy.spawn(every_mode).expect("a thread starts").join();
    all.unwrap_or_else(|e| std::panic::resume_unwind(e));
}

fn every_mode() {
    let devices = MODES.map(|m| Device::open(m).expect("a CPU mode opens"));
    let mut cells = 0;
    for n in [1usize, 7, 8, 9, 301] {
        let (x, z) = (inputs(n), integers(n));
        kernels::each(|name, plain: Plain, run: OnDevice| {
            let (mut y, mut w) = (vec![f32::NAN; n], vec![-77; n]);
            plain(&x, &z, &mut y, &mut w);
            for d in &devices {
                let (mut dy, mut dw) = (vec![f32::NAN; n], vec![-77; n]);
                run(d, &x, &z, &mut dy, &mut dw).unwrap_or_else(|e| panic!("{name} of {TEXT} on {}: {e}", d.name()));
                let bad = (0..n).find(|&i| !same(y[i], dy[i]) || w[i] != dw[i]);
                if let Some(i) = bad {
                    panic!(
                        "{name} of {TEXT} on {}, n {n}, i {i}: {} {} is not {} {}",
                        d.name(),
                        dy[i],
                        dw[i],
                        y[i],
                        w[i]
                    );
                }
                cells += 1;
            }
        });
    }
    assert!(cells >= COUNT * 5 * MODES.len(), "{cells} cells");
}

#[test]
fn random_kernels_agree_on_devices() {
    let devices = hoist_conformance::traced();
    // Their compilers take most of the time, each of them one core.
    std::thread::scope(|s| {
        for d in &devices {
            s.spawn(move || every_kernel(d));
        }
    });
}

fn every_kernel(d: &Device) {
    let strict = hoist_conformance::is_strict(d);
    // Where a root may be a little off the rest follows, but seldom far.
    let loose = matches!(&d.info().strict, hoist::Strictness::Relaxed(why) if why.contains("square root"));
    let (mut cells, mut items, mut off) = (0, 0, 0);
    for n in [1usize, 9, 301] {
        // A relaxed device is asked for no NaN, infinity or subnormal.
        let x: Vec<f32> = match strict {
            true => inputs(n),
            false => (0..n).map(|i| (i as f32 * 0.7).sin() * 9.0).collect(),
        };
        let z = integers(n);
        kernels::each(|name, plain: Plain, run: OnDevice| {
            let (mut y, mut w) = (vec![f32::NAN; n], vec![-77; n]);
            plain(&x, &z, &mut y, &mut w);
            let (mut dy, mut dw) = (vec![f32::NAN; n], vec![-77; n]);
            run(d, &x, &z, &mut dy, &mut dw).unwrap_or_else(|e| panic!("{name} of {TEXT} on {}: {e}", d.name()));
            // Nor for one that comes up on the way: such an iteration is not compared.
            let counts = |i: usize| strict || (y[i].is_finite() && !y[i].is_subnormal());
            let differs = |&i: &usize| counts(i) && (!same(y[i], dy[i]) || w[i] != dw[i]);
            items += n;
            if loose {
                off += (0..n).filter(differs).count();
            } else if let Some(i) = (0..n).find(differs) {
                panic!(
                    "{name} of {TEXT} on {}, n {n}, i {i}: {} {} is not {} {}",
                    d.name(),
                    dy[i],
                    dw[i],
                    y[i],
                    w[i]
                );
            }
            cells += 1;
        });
    }
    println!("{}: {cells} passed, {off} of {items} items off", d.name());
    assert!(off * 10 <= items, "{off} of {items} items on {}", d.name());
    assert!(cells >= COUNT * 3);
}

#[test]
fn random_kernels_agree_on_emulated_cuda() {
    hoist_conformance::emulated::run(&["random_kernels_agree_on_devices"], &[]);
}
