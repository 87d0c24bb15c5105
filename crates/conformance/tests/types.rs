//! Narrow integers and 16-bit floats on every CPU mode and every device, bit for bit against the plain call.

use hoist::Device;
use hoist_conformance::{CPU, emulated, traced};
use hoist_machine::ScalarType;

#[path = "types/halves.rs"]
mod halves;
#[path = "types/missing.rs"]
mod missing;
#[path = "types/narrow.rs"]
mod narrow;
#[path = "types/random.rs"]
mod random;

/// Every mode, every instruction set that this machine has, and the devices behind the tracer.
fn devices() -> Vec<Device> {
    let mut all = traced();
    if !emulated::is_here() {
        let modes = CPU.iter().map(|m| Device::open(m).expect("a CPU mode opens"));
        all.extend(modes);
        for name in ["cpu:simd=avx2", "cpu:simd=avx512"] {
            match Device::open(name) {
                Ok(device) => all.push(device),
                Err(e) => println!("skipped (1 device): {e}"),
            }
        }
    }
    all
}

/// Those of them that have all of `types`.
fn devices_with(types: &[ScalarType]) -> Vec<Device> {
    let has = |d: &Device| {
        let lacking = types.iter().find(|t| !d.info().has(**t));
        lacking
            .inspect(|t| println!("skipped (1 device): {} has no {}", d.name(), t.name()))
            .is_none()
    };
    devices().into_iter().filter(has).collect()
}

/// Every how manieth of many cases: an emulated device takes its time.
fn stride() -> usize {
    if emulated::is_here() { 61 } else { 1 }
}

/// Gives a relaxed device the plain call's answer wherever it may flush a subnormal on the way.
fn forgive<T: Copy>(device: &Device, plain: &[T], ours: &mut [T], flushes: impl Fn(usize) -> bool) {
    if !hoist_conformance::is_strict(device) {
        for n in (0..ours.len()).filter(|&n| flushes(n)) {
            ours[n] = plain[n];
        }
    }
}

#[track_caller]
fn same<T: PartialEq + std::fmt::Debug>(
    device: &Device,
    what: &str,
    plain: &[T],
    ours: &[T],
    of: impl Fn(usize) -> String,
) {
    assert_eq!(plain.len(), ours.len());
    if let Some(n) = (0..plain.len()).find(|&n| plain[n] != ours[n]) {
        let (name, of) = (hoist_conformance::label(device), of(n));
        panic!(
            "{what} on {name}: at {n}, {of}: plain {:?}, ours {:?}",
            plain[n], ours[n]
        );
    }
}

#[test]
fn a_difference_is_seen() {
    let device = Device::open("cpu").expect("it opens");
    let wrong = || same(&device, "nothing", &[1, 2], &[1, 3], |_| String::new());
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(wrong)).is_err());
}

#[test]
fn types_on_emulated_cuda() {
    emulated::run(
        &[
            "narrow::byte::every_operation",
            "narrow::byte::every_value",
            "narrow::signed_short::every_operation",
            "narrow::signed_short::every_value",
            "narrow::signed_byte::every_operation",
            "halves::binary16::every_value_with_many",
            "halves::binary16::every_conversion",
            "halves::binary16::loops_and_reductions",
            "halves::bfloat::every_value_with_many",
            "halves::bfloat::every_conversion",
            "random::i8::random_programs",
            "random::u16::random_programs",
            "random::i64::random_programs",
            "random::binary16::random_programs",
            "random::bfloat::random_programs",
        ],
        &[],
    );
}
