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

#[kernel]
pub fn by_key(
    keys: &[u8],
    v: &[i32],
    count: &mut [u32],
    sums: &mut [i32],
    most: &mut [i32],
    odd: &mut [u8],
    far: &mut [f32],
) {
    for i in par(0..keys.len()) {
        count[keys[i] as usize] += 1;
        let k = (keys[i] % 16) as usize;
        sums[k] -= v[i];
        most[k] = most[k].max(v[i]);
        odd[k] ^= keys[i];
        far[k] = far[k].min(v[i] as f32 * 0.5);
    }
}

#[kernel]
pub fn wide(keys: &[u8], v: &[i32], sums: &mut [i64], bits: &mut [u64], places: &mut [usize]) {
    for i in par(0..keys.len()) {
        let k = (keys[i] % 16) as usize;
        sums[k] += v[i] as i64;
        bits[k] |= 1u64 << (v[i] as u32 % 64);
        places[k] += i;
    }
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
fn updates_by_index() {
    for device in traced() {
        for n in SIZES {
            let keys: Vec<u8> = rough(n).map(|v| v as u8).collect();
            let v: Vec<i32> = rough(n).map(|v| v as i32 * 3 - 5000).collect();
            let start = || {
                (
                    vec![1u32; 256],
                    vec![2i32; 16],
                    vec![-3i32; 16],
                    vec![4u8; 16],
                    vec![5f32; 16],
                )
            };
            let (mut a, mut b) = (start(), start());
            by_key(&keys, &v, &mut a.0, &mut a.1, &mut a.2, &mut a.3, &mut a.4);
            by_key::run(&device, &keys, &v, &mut b.0, &mut b.1, &mut b.2, &mut b.3, &mut b.4).expect("it runs");
            assert_eq!(a, b, "{} {n}", label(&device));
            let start = || (vec![7i64; 16], vec![0u64; 16], vec![9usize; 16]);
            let (mut a, mut b) = (start(), start());
            wide(&keys, &v, &mut a.0, &mut a.1, &mut a.2);
            match wide::run(&device, &keys, &v, &mut b.0, &mut b.1, &mut b.2) {
                Ok(()) => assert_eq!(a, b, "{} {n}", label(&device)),
                Err(e @ Error::Unsupported { .. }) => assert!(label(&device).contains("wgpu"), "{e}"),
                Err(e) => panic!("{}: {e}", label(&device)),
            }
        }
        println!("{}: updates passed", label(&device));
    }
}

const ALL: [&str; 2] = ["the_best_and_its_place", "updates_by_index"];

#[test]
fn patterns_on_emulated_cuda() {
    for arch in emulated::ARCHS {
        emulated::run(&ALL, &[("HOIST_EMULATOR_ARCH", arch)]);
    }
    // Threads interleaved anywhere.
    emulated::run(&ALL, &[("HOIST_EMULATOR_SEED", "3")]);
}

#[test]
fn patterns_on_second_drivers() {
    for driver in [second::SWIFTSHADER, second::INTEL] {
        driver.run(&ALL, &[]);
    }
}
