//! Random kernels in which something may fail: on a CPU, with the plain call's own panic.

use hoist::{Device, Error, Fault, FaultKind};
use hoist_random::kernels::{self, FAILING};
use hoist_random::{TEXT, Whole, WholeOnDevice, integers, roomy};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

const MODES: [&str; 6] = [
    "cpu",
    "cpu:scalar",
    "cpu:simd",
    "cpu:simd=wide",
    "cpu:threads=2",
    "cpu:threads=7",
];

/// A panic of the kernels' text: its message, line and column.
struct Ended(String, u32, u32);

thread_local! {
    static LAST: Cell<Option<Ended>> = const { Cell::new(None) };
}

/// Keeps panics of the kernels to itself.
fn listen() {
    let otherwise = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let at = info.location().expect("a panic has a place");
        if !TEXT.ends_with(at.file()) && at.file() != TEXT {
            return otherwise(info);
        }
        let text = info.payload_as_str().unwrap_or_default();
        LAST.set(Some(Ended(text.into(), at.line(), at.column())));
    }));
}

/// Whether a fault is what the plain call ended by. Rust's place of a division is its first operand's, parentheses included, and that of
/// an assertion the macro's: their columns are not compared.
fn is(f: &Fault, Ended(text, line, column): &Ended) -> bool {
    let told = match f.kind {
        FaultKind::OutOfBounds => format!("index out of bounds: the len is {} but the index is {}", f.len, f.index),
        FaultKind::DivisionByZero if text.contains("remainder") => {
            "attempt to calculate the remainder with a divisor of zero".into()
        }
        FaultKind::DivisionByZero => "attempt to divide by zero".into(),
        FaultKind::DivisionOverflow => "attempt to divide with overflow".into(),
        FaultKind::Assert => f.text.into(),
    };
    told == *text && f.line == *line && (f.column == *column || f.kind != FaultKind::OutOfBounds)
}

/// Runs every kernel; `exact` if the fault must be the one that the plain call met.
fn every_kernel(d: &Device, sizes: &[usize], exact: bool) {
    let (mut cells, mut faults) = (0, 0);
    for &n in sizes {
        let z = integers(n);
        kernels::each_failing(|name, plain: Whole, run: WholeOnDevice| {
            let mut wanted = vec![-77; n];
            let ended = catch_unwind(AssertUnwindSafe(|| plain(&z, &mut wanted)));
            let ended = ended.err().map(|_| LAST.take().expect("it was heard"));
            let mut w = vec![-77; n];
            let place = format!("{name} of {TEXT} on {}, n {n}", d.name());
            cells += 1;
            match (run(d, &z, &mut w), ended) {
                (Ok(()), None) => {
                    let off = (0..n).find(|&i| w[i] != wanted[i]);
                    assert!(
                        off.is_none(),
                        "{place}: {off:?} is {:?}",
                        off.map(|i| (w[i], wanted[i]))
                    );
                }
                (Err(Error::Fault(f)), Some(ended)) => {
                    faults += 1;
                    let Ended(text, line, column) = &ended;
                    assert!(!exact || is(&f, &ended), "{place}: {f}, but {text} at {line}:{column}");
                    assert!(f.iteration.iter().all(|(i, _)| i.len() == 1), "{place}: {f}");
                    let untouched = d.name().starts_with("cpu") || w.iter().all(|v| *v == -77);
                    assert!(untouched, "{place}: what was given was written to");
                }
                (Ok(()), Some(Ended(text, line, _))) => panic!("{place}: no fault, but {text} at line {line}"),
                (Err(e), _) => panic!("{place}: {e}"),
            }
        });
    }
    println!("{}: {cells} passed, {faults} of them faults", d.name());
    assert!(cells >= FAILING * sizes.len() && faults > 0);
}

#[test]
fn random_faults_agree() {
    listen();
    roomy(|| {
        for mode in MODES {
            every_kernel(
                &Device::open(mode).expect("a CPU mode opens"),
                &[1, 7, 301, 3001, 70_000],
                true,
            );
        }
        every_kernel(&Device::open("check").expect("it opens"), &[1, 301], false);
    });
}

#[test]
fn random_faults_agree_on_devices() {
    listen();
    for d in &hoist_conformance::traced() {
        every_kernel(d, &[301, 2001], false);
    }
}

#[test]
fn random_faults_agree_on_emulated_cuda() {
    hoist_conformance::emulated::run(&["random_faults_agree_on_devices"], &[]);
}
