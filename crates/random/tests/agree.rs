//! Random control flow on every CPU mode, bit for bit against the plain call.

use hoist::prelude::*;

use hoist_random::kernels::{self, COUNT};
use hoist_random::{OnDevice, Plain, TEXT, integers, roomy};

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

/// What a kernel wrote.
struct Answer(Vec<f32>, Vec<i32>);

impl Answer {
    fn of(n: usize, call: impl FnOnce(&mut [f32], &mut [i32])) -> Self {
        let (mut y, mut w) = (vec![f32::NAN; n], vec![-77; n]);
        call(&mut y, &mut w);
        Answer(y, w)
    }
    fn on(d: &Device, name: &str, run: OnDevice, x: &[f32], z: &[i32]) -> Self {
        Answer::of(x.len(), |y, w| {
            run(d, x, z, y, w).unwrap_or_else(|e| panic!("{name} of {TEXT} on {}: {e}", d.name()));
        })
    }
    fn differs(&self, other: &Self, i: usize) -> bool {
        !same(self.0[i], other.0[i]) || self.1[i] != other.1[i]
    }
    fn fail(&self, wanted: &Self, d: &Device, name: &str, i: usize) -> ! {
        let ((y, w), (wy, ww)) = ((self.0[i], self.1[i]), (wanted.0[i], wanted.1[i]));
        let n = self.0.len();
        panic!(
            "{name} of {TEXT} on {}, n {n}, i {i}: {y} {w} is not {wy} {ww}",
            d.name()
        )
    }
}

#[test]
fn random_kernels_agree() {
    roomy(every_mode);
}

fn every_mode() {
    let devices = MODES.map(|m| Device::open(m).expect("a CPU mode opens"));
    let mut cells = 0;
    for n in [1usize, 7, 8, 9, 301] {
        let (x, z) = (inputs(n), integers(n));
        kernels::each(|name, plain: Plain, run: OnDevice| {
            let wanted = Answer::of(n, |y, w| plain(&x, &z, y, w));
            for d in &devices {
                let got = Answer::on(d, name, run, &x, &z);
                if let Some(i) = (0..n).find(|&i| got.differs(&wanted, i)) {
                    got.fail(&wanted, d, name, i);
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
            let wanted = Answer::of(n, |y, w| plain(&x, &z, y, w));
            let got = Answer::on(d, name, run, &x, &z);
            // Nor for one that comes up on the way: such an iteration is not compared.
            let counts = |y: f32| strict || (y.is_finite() && !y.is_subnormal());
            let differs = |&i: &usize| counts(wanted.0[i]) && got.differs(&wanted, i);
            items += n;
            if loose {
                off += (0..n).filter(differs).count();
            } else if let Some(i) = (0..n).find(differs) {
                got.fail(&wanted, d, name, i);
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
