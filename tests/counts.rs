//! Loops whose iterations count in tables of their own: one iteration at a time on a CPU, on all threads also by the
//! word of `par_unproved`.

#![allow(clippy::needless_range_loop, reason = "kernels are written as loops over indexes")]

mod common;

use hoist::prelude::*;
use hoist::{FaultKind, f16};

use common::devices;

const BLOCK: usize = 64;

/// How a key becomes a digit.
#[derive(Element, Clone, Copy)]
pub struct Digit {
    pub wide: u8,
    pub shift: u32,
}

/// The digits of each block, by digit; and a reduction beside.
#[kernel]
pub fn count(keys: &[u16], digit: &[Digit], counts: &mut [u32]) -> u32 {
    let blocks = keys.len().div_ceil(BLOCK);
    let mut most = 0;
    for b in par(0..blocks) {
        let mut count = [0u32; 16];
        for i in b * BLOCK..(b * BLOCK + BLOCK).min(keys.len()) {
            count[(keys[i] as u32 >> digit[0].shift) as usize % 16] += 1;
        }
        for d in 0..16 {
            counts[d * blocks + b] = count[d];
            most = most.max(count[d]);
        }
    }
    most
}

/// One pass of a radix sort, of keys with what belongs to them.
#[kernel]
pub fn place(
    keys: &[u16],
    values: &[f16],
    digit: &[Digit],
    starts: &[u32],
    to: &mut [u16],
    with: &mut [f16],
    seen: &mut [bool],
) {
    let blocks = keys.len().div_ceil(BLOCK);
    for b in par_unproved(0..blocks) {
        let mut at = [0u32; 16];
        for d in 0..16 {
            at[d] = starts[d * blocks + b];
        }
        for i in b * BLOCK..(b * BLOCK + BLOCK).min(keys.len()) {
            let d = (keys[i] as u32 >> digit[0].shift) as usize % 16;
            to[at[d] as usize] = keys[i];
            with[at[d] as usize] = values[i];
            seen[at[d] as usize] = true;
            at[d] += 1;
        }
    }
}

/// Structs, by way of tables.
#[kernel]
pub fn marked(digits: &[Digit], by: &[u32], out: &mut [Digit]) {
    for b in par_unproved(0..out.len()) {
        let mut left = [2u32; 4];
        for i in 0..by.len() {
            left[(by[i] as usize + b) % 4] -= digits[i % 2].shift % 2;
        }
        out[b] = Digit {
            wide: left[b % 4] as u8,
            shift: left[0],
        };
    }
}

fn keys(n: usize) -> Vec<u16> {
    (0..n)
        .map(|i| (i as u32).wrapping_mul(2_654_435_769).to_be() as u16)
        .collect()
}

fn starts(counts: &[u32]) -> Vec<u32> {
    let mut sum = 0;
    let mut start = |n: &u32| {
        sum += n;
        sum - n
    };
    counts.iter().map(&mut start).collect()
}

#[test]
fn blocks_count_and_place() {
    let digit = [Digit { wide: 3, shift: 5 }];
    for device in devices() {
        // The largest is worth all threads.
        for n in [0usize, 1, 64, 200, 100_003] {
            let name = format!("{}, {n}", device.name());
            let keys = keys(n);
            let (mut want, mut got) = (vec![9; 16 * n.div_ceil(BLOCK)], vec![9; 16 * n.div_ceil(BLOCK)]);
            let most = count(&keys, &digit, &mut want);
            assert_eq!(
                count::run(&device, &keys, &digit, &mut got).expect("it runs"),
                most,
                "{name}"
            );
            assert_eq!(got, want, "{name}");

            let values: Vec<f16> = (0..n).map(|i| f16::from_f32((i % 2000) as f32)).collect();
            let starts = starts(&want);
            let out = || (vec![0u16; n], vec![f16::from_f32(-1.0); n], vec![false; n]);
            let (mut to, mut with, mut seen) = out();
            place(&keys, &values, &digit, &starts, &mut to, &mut with, &mut seen);
            let sorted = to.windows(2).all(|w| w[0] >> 5 & 15 <= w[1] >> 5 & 15);
            assert!(sorted && seen.iter().all(|s| *s), "{name}");
            let (mut dto, mut dwith, mut dseen) = out();
            let run = place::run(
                &device, &keys, &values, &digit, &starts, &mut dto, &mut dwith, &mut dseen,
            );
            match run {
                Err(hoist::Error::Unsupported { .. }) => continue,
                run => run.expect("it runs"),
            }
            assert_eq!((dto, dseen), (to, seen), "{name}");
            assert!(
                dwith.iter().zip(&with).all(|(a, b)| a.to_bits() == b.to_bits()),
                "{name}"
            );
        }
    }
}

#[test]
fn structs_are_read_and_written() {
    let digits = [Digit { wide: 1, shift: 1 }, Digit { wide: 2, shift: 2 }];
    for device in devices() {
        for n in [1usize, 5, 3000] {
            let by: Vec<u32> = (0..8).map(|i| i * i % 7).collect();
            let mut want = vec![Digit { wide: 0, shift: 0 }; n];
            let mut got = want.clone();
            marked(&digits, &by, &mut want);
            match marked::run(&device, &digits, &by, &mut got) {
                Err(hoist::Error::Unsupported { .. }) => continue,
                run => run.expect("it runs"),
            }
            let bits = |all: &[Digit]| all.iter().map(|d| (d.wide, d.shift)).collect::<Vec<_>>();
            assert_eq!(bits(&got), bits(&want), "{} {n}", device.name());
        }
    }
}

#[test]
fn a_table_that_is_too_short_is_a_fault() {
    #[kernel]
    fn short(x: &[u32], y: &mut [u32]) {
        for b in par(0..y.len()) {
            let mut count = [0u32; 3];
            for i in 0..x.len() {
                count[x[i] as usize] += 1;
            }
            y[b] = count[0];
        }
    }
    for device in devices() {
        let mut y = vec![0; 40];
        let fault = match short::run(&device, &[0, 1, 3, 0], &mut y) {
            Err(hoist::Error::Fault(fault)) => fault,
            other => panic!("{}: {other:?}", device.name()),
        };
        assert_eq!(
            (fault.kind, fault.index, fault.len),
            (FaultKind::OutOfBounds, 3, 3),
            "{}",
            device.name()
        );
        short::run(&device, &[0, 1, 2, 0], &mut y).expect("it runs again");
        assert_eq!(y, [2; 40]);
    }
}

#[test]
fn explain_says_so() {
    let text = place::explain();
    assert!(
        text.contains("iterations are no lanes, because each counts in its own `at`"),
        "{text}"
    );
    assert!(!text.contains("one thread"), "{text}");
    assert!(text.contains("the device `check` tests the claim"), "{text}");
}
