//! Every example kernel on every CPU mode and every device, over sizes around the gang's width.

use hoist::Device;
use hoist_conformance::{CPU, emulated, label, traced};
use hoist_kernels::case::{self, Class, Values};

fn bits(v: &Values) -> Vec<u64> {
    match v {
        Values::F32(x) => x.iter().map(|x| u64::from(x.to_bits())).collect(),
        Values::U8(x) => x.iter().map(|x| u64::from(*x)).collect(),
        Values::U32(x) => x.iter().map(|x| u64::from(*x)).collect(),
        Values::U64(x) => x.clone(),
    }
}

#[test]
fn every_kernel_on_every_mode() {
    let mut cells = 0;
    for case in case::all() {
        for size in [0, 1, 2, 3, 4, 7, 8, 9, 31, 65, 130] {
            let plain = (case.run)(None, size, 5).expect("the plain call has no errors").0;
            let mut first: Option<Vec<u64>> = None;
            for mode in CPU {
                let device = Device::open(mode).expect("a CPU mode opens");
                let got = (case.run)(Some(&device), size, 5)
                    .unwrap_or_else(|e| panic!("{} on {mode}: {e}", case.name))
                    .0;
                if let Err(e) = case::compare(case.class, &plain, &got) {
                    panic!("{} on {mode}, size {size}: {e}", case.name);
                }
                let bits = bits(&got);
                assert_eq!(
                    *first.get_or_insert_with(|| bits.clone()),
                    bits,
                    "{} on {mode}, size {size}",
                    case.name
                );
                cells += 1;
            }
        }
    }
    assert!(cells >= 13 * 11 * 7, "{cells} cells");
}

#[test]
fn every_kernel_on_every_device() {
    for device in traced() {
        let mut cells = 0;
        for case in case::all() {
            for size in [0, 1, 5, 64, 65, 130] {
                let plain = (case.run)(None, size, 5).expect("the plain call has no errors").0;
                let got = (case.run)(Some(&device), size, 5)
                    .unwrap_or_else(|e| panic!("{} on {}: {e}", case.name, device.name()))
                    .0;
                case::compare(case.class, &plain, &got)
                    .unwrap_or_else(|e| panic!("{} on {}, size {size}: {e}", case.name, device.name()));
                if device.info().strict == hoist::Strictness::Strict {
                    let cpu = Device::open("cpu").expect("the CPU opens");
                    let cpu = (case.run)(Some(&cpu), size, 5).expect("the CPU runs it").0;
                    assert_eq!(
                        bits(&cpu),
                        bits(&got),
                        "{} on {}, size {size}",
                        case.name,
                        device.name()
                    );
                }
                cells += 1;
            }
        }
        println!("{}: {cells} passed", label(&device));
        assert!(cells >= 13 * 6);
    }
}

#[test]
fn large_sums_have_one_shape() {
    for case in case::all().into_iter().filter(|c| matches!(c.class, Class::Shaped(_))) {
        let n = 1_000_003;
        let plain = (case.run)(None, n, 9).expect("the reference has no errors").0;
        let all: Vec<Vec<u64>> = CPU
            .iter()
            .map(|m| {
                let got = (case.run)(Some(&Device::open(m).expect("a CPU mode opens")), n, 9)
                    .expect("a sum has no errors")
                    .0;
                case::compare(case.class, &plain, &got).unwrap_or_else(|e| panic!("{} on {m}: {e}", case.name));
                bits(&got)
            })
            .collect();
        assert!(all.iter().all(|b| *b == all[0]), "{}: {all:?}", case.name);
        for device in traced() {
            let got = (case.run)(Some(&device), n, 9).expect("a sum has no errors").0;
            assert_eq!(bits(&got), all[0], "{} on {}", case.name, device.name());
        }
    }
}

#[test]
fn every_kernel_on_emulated_cuda() {
    for arch in emulated::ARCHS {
        emulated::run(
            &["every_kernel_on_every_device", "large_sums_have_one_shape"],
            &[("HOIST_EMULATOR_ARCH", arch)],
        );
    }
    // Threads interleaved anywhere.
    emulated::run(&["every_kernel_on_every_device"], &[("HOIST_EMULATOR_SEED", "7")]);
}

#[test]
fn a_wrong_answer_is_seen() {
    let right = Values::F32(vec![1.0, 2.0]);
    let wrong = Values::F32(vec![1.0, f32::from_bits(2.0f32.to_bits() + 1)]);
    assert!(case::compare(Class::Exact, &right, &wrong).is_err());
    assert!(case::compare(Class::Shaped(1e-9), &right, &wrong).is_err());
    assert!(case::compare(Class::Exact, &Values::F32(vec![0.0]), &Values::F32(vec![-0.0])).is_err());
}

#[test]
fn philox_has_its_published_vectors() {
    // Random123's known answers for philox4x32-10.
    let m = u32::MAX;
    let zero = hoist_kernels::philox(0, 0, 0, 0, 0, 0);
    assert_eq!(zero, (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8));
    assert_eq!(
        hoist_kernels::philox(m, m, m, m, m, m),
        (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    );
}
