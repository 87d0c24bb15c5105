//! The patterns of a `par` loop beside plain reductions, on every device behind the tracer; the facade's own tests have the
//! CPU modes and more shapes.

use hoist::prelude::*;
use hoist_conformance::{emulated, label, second, traced};

#[kernel]
pub fn nearest(x: &[f32], y: &[f32], px: f32, py: f32) -> (f32, usize, f32) {
    let mut best = f32::INFINITY;
    let mut at = 0;
    let mut sum = 0.0;
    for i in par(0..x.len()) {
        let (dx, dy) = (x[i] - px, y[i] - py);
        let d = dx * dx + dy * dy;
        if d < best {
            best = d;
            at = i;
        }
        sum += d;
    }
    (best, at, sum)
}

#[kernel]
pub fn last_peak(h: usize, w: usize, x: &[i32]) -> (i32, usize, usize) {
    let mut most = i32::MIN;
    let mut row = 0;
    let mut col = 0;
    for (y, k) in par((0..h, 0..w)) {
        if x[y * w + k] % 2 == 0 && x[y * w + k] >= most {
            most = x[y * w + k];
            row = y;
            col = k;
        }
    }
    (most, row, col)
}

const SIZES: [usize; 7] = [0, 1, 7, 63, 65, 4097, 9000];

fn rough(n: usize) -> impl Iterator<Item = u32> {
    (0..n as u32).map(|i| i.wrapping_mul(0x9e37_79b1) >> 20)
}

#[test]
fn the_best_and_its_place() {
    for device in traced() {
        for n in SIZES {
            let (x, y): (Vec<f32>, Vec<f32>) = rough(n).map(|v| ((v % 61) as f32, (v / 61) as f32)).unzip();
            let cpu = Device::open("cpu:scalar").expect("the CPU opens");
            let want = nearest::run(&cpu, &x, &y, 20.0, 30.0).expect("it runs");
            let plain = nearest(&x, &y, 20.0, 30.0);
            assert_eq!((want.0, want.1), (plain.0, plain.1));
            assert_eq!(
                nearest::run(&device, &x, &y, 20.0, 30.0).expect("it runs"),
                want,
                "{} {n}",
                label(&device)
            );
            let k: Vec<i32> = rough(n).map(|v| v as i32 % 100).collect();
            let (h, w) = (n / 9, 9);
            assert_eq!(
                last_peak::run(&device, h, w, &k).expect("it runs"),
                last_peak(h, w, &k),
                "{} {n}",
                label(&device)
            );
        }
        println!("{}: patterns passed", label(&device));
    }
}

#[test]
fn patterns_on_emulated_cuda() {
    for arch in emulated::ARCHS {
        emulated::run(&["the_best_and_its_place"], &[("HOIST_EMULATOR_ARCH", arch)]);
    }
}

#[test]
fn patterns_on_second_drivers() {
    for driver in [second::SWIFTSHADER, second::INTEL] {
        driver.run(&["the_best_and_its_place"], &[]);
    }
}
