//! A slice whose length does not fit 31 bits, on the CPU.

use hoist::prelude::*;
use hoist_kernels::limits::memory_free;

/// A byte that depends on the index's low 15 bits and its highest ones.
fn byte(i: usize) -> u8 {
    (i ^ (i >> 7) ^ (i >> 29)) as u8
}

#[kernel]
fn write(y: &mut [u8]) {
    for i in par(0..y.len()) {
        y[i] = (i ^ (i >> 7) ^ (i >> 29)) as u8;
    }
}

#[kernel]
fn total(x: &[u8]) -> u64 {
    let mut sum = 0u64;
    for i in par(0..x.len()) {
        sum += x[i] as u64;
    }
    sum
}

/// The total of [`byte`] below `n`: it repeats every 2^15 where the highest bits stay, and each byte comes equally
/// often in a whole period.
fn expected(n: usize) -> u64 {
    let whole = n >> 15;
    let period = (1u64 << 15) / 256 * (255 * 256 / 2);
    whole as u64 * period + (whole << 15..n).map(|i| u64::from(byte(i))).sum::<u64>()
}

#[test]
fn the_expected_total_is_right() {
    for n in [0, 1, 40_000, 1 << 17] {
        let mut y = vec![0; n];
        write(&mut y);
        assert!((0..n).all(|i| y[i] == byte(i)));
        assert_eq!(expected(n), total(&y), "{n}");
    }
}

#[test]
fn three_gibibytes() {
    const LEN: usize = (3 << 30) + 5;
    const NEEDED: u64 = 8 << 30;
    match memory_free() {
        Some(free) if free >= NEEDED => {}
        free => {
            println!("skipped (1 test): a 3 GiB slice wants 8 GiB of free memory, and {free:?} bytes are free");
            return;
        }
    }
    let cpu = Device::open("cpu").expect("the CPU opens");
    let mut y = vec![0xeeu8; LEN];
    write::run(&cpu, &mut y).expect("nothing is out of bounds");
    // Around each power of two that a narrower index would lose, at both ends, and all over.
    let around = [0, 1 << 16, 1 << 24, 1 << 30, 1 << 31, (1 << 31) + (1 << 30), LEN - 1];
    for at in around {
        for i in at.max(70) - 70..(at + 70).min(LEN) {
            assert_eq!(y[i], byte(i), "element {i}");
        }
    }
    for i in (0..LEN).step_by(99_991) {
        assert_eq!(y[i], byte(i), "element {i}");
    }
    assert_eq!(total::run(&cpu, &y).expect("a sum has no errors"), expected(LEN));
}
