//! Faults in values that all lanes share.

#![allow(dead_code, reason = "the plain functions stay unused")]

use hoist::prelude::*;

#[kernel]
pub fn spin(d: i32, y: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut j = 0;
        while j < 100 {
            j += 100 / d;
        }
        y[i] = j;
    }
}

#[kernel]
pub fn late(d: i32, y: &mut [i32]) {
    for i in par(0..y.len()) {
        if i >= 5 {
            y[i] = 10 / d;
        }
    }
}

const MODES: [&str; 4] = ["cpu", "cpu:scalar", "cpu:simd", "cpu:threads=3"];

#[test]
fn a_shared_fault_ends_its_loop() {
    for mode in MODES {
        let (done, ended) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let device = Device::open(mode).unwrap();
            let mut y = vec![-1; 100];
            let r = spin::run(&device, 0, &mut y[..]);
            done.send((r.unwrap_err().to_string(), y)).unwrap();
        });
        // On a thread of its own: a loop that never ends must fail this test, not hang it.
        let ended = ended.recv_timeout(std::time::Duration::from_secs(20));
        let (text, y) = ended.expect("the loop ends");
        assert!(
            text.contains("division by zero") && text.contains("i = 0"),
            "{mode}: {text}"
        );
        assert!(y.iter().all(|v| *v == -1), "{mode}: a lane that faulted stores nothing");
    }
}

#[test]
fn a_shared_fault_names_a_live_iteration() {
    for mode in MODES {
        let device = Device::open(mode).unwrap();
        let mut y = vec![-1; 100];
        let r = late::run(&device, 0, &mut y[..]);
        let text = r.unwrap_err().to_string();
        assert!(text.contains("i = 5"), "{mode}: {text}");
        assert!(y.iter().all(|v| *v == -1), "{mode}: a lane that faulted stores nothing");
    }
}
