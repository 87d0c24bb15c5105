//! Every example kernel on every CPU mode and every device: sizes around a gang's width and around what devices count
//! in, ordinary and special inputs, host slices and buffers.

use hoist::Device;
use hoist_conformance::conform::{Cells, cheap, conform, hold, record, variants};
use hoist_conformance::{CPU, emulated, label, open, second, traced};
use hoist_kernels::case;
use hoist_kernels::inputs::Variant;
use hoist_kernels::oracle::Oracle;

/// Nothing, one, and around the lanes of every instruction set (4, 8, 16) and a work-group (64).
const AROUND: [usize; 17] = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 63, 64, 65, 131];
/// Fewer for devices whose compilers take their time.
const FEWER: [usize; 9] = [0, 1, 7, 8, 9, 17, 64, 65, 131];

fn oracle(case: &case::Case, size: usize, seed: u64, variant: Variant) -> Oracle {
    Oracle::new(*case, size, seed, variant).unwrap_or_else(|e| panic!("{e}"))
}

/// Every mode, and every instruction set that this machine has.
fn modes() -> Vec<Device> {
    let mut all: Vec<Device> = CPU.iter().map(|m| Device::open(m).expect("a CPU mode opens")).collect();
    for name in ["cpu:simd=avx2", "cpu:simd=avx512"] {
        match Device::open(name) {
            Ok(device) => all.push(device),
            Err(e) => println!("skipped (1 device): {e}"),
        }
    }
    all
}

#[test]
fn every_kernel_on_every_mode() {
    let modes = modes();
    let mut matrix: Vec<Cells> = vec![Cells::default(); modes.len()];
    let mut expected = 0;
    for case in case::all() {
        for (n, size) in AROUND.into_iter().enumerate() {
            for &variant in variants(&case) {
                let oracle = oracle(&case, size, 5 + n as u64, variant);
                for (device, cells) in modes.iter().zip(&mut matrix) {
                    cells.count(hold(&oracle, device), variant);
                }
                expected += 2;
            }
        }
    }
    for (device, cells) in modes.iter().zip(&matrix) {
        record(device.name(), cells);
    }
    let all = Cells {
        passed: expected,
        ..Cells::default()
    };
    assert!(matrix.iter().all(|cells| *cells == all), "{matrix:?}");
    assert!(expected >= 13 * 17 * 2);
}

#[test]
fn special_inputs_of_every_seed() {
    // Sums and matrices meet an infinity with one seed, a NaN with another, and neither with a third.
    for case in case::all().into_iter().filter(|c| c.special) {
        for seed in 0..6 {
            let oracle = oracle(&case, 101, seed, Variant::Special);
            for mode in ["cpu", "cpu:simd=wide"] {
                let device = Device::open(mode).expect("a CPU mode opens");
                hold(&oracle, &device).unwrap_or_else(|e| panic!("seed {seed}: {e}"));
            }
        }
    }
}

#[test]
fn every_kernel_on_every_device() {
    for device in traced() {
        let mut cells = Cells::default();
        for case in case::all() {
            for (n, size) in FEWER.into_iter().enumerate() {
                for &variant in variants(&case) {
                    cells.count(conform(&case, &device, size, 5 + n as u64, variant), variant);
                }
            }
        }
        record(label(&device), &cells);
        // At least the ordinary inputs, of all kernels but one that wants a type.
        assert!(cells.failed == 0 && cells.passed >= 13 * FEWER.len() * 2);
    }
}

/// The first stand-in for a GPU that is here.
fn stand_in() -> Option<Device> {
    ["opencl", "wgpu", "cuda-on-host"].iter().find_map(|name| open(name))
}

#[test]
fn large_sizes() {
    // 2^16 work-groups of 64 items, one less and one more, and 2^24: beyond what one dimension of a launch holds, and
    // where `f32` stops counting.
    let groups = 64 << 16;
    let devices = [Device::open("cpu").ok(), stand_in()];
    for case in case::all().into_iter().filter(cheap) {
        for size in [groups - 64, groups, groups + 1, 1 << 24] {
            let oracle = oracle(&case, size, 9, Variant::Ordinary);
            for device in devices.iter().flatten() {
                let cells = hold(&oracle, device).unwrap_or_else(|e| panic!("{e}"));
                assert_eq!(cells.passed, 2, "{} on {}, size {size}", case.name, device.name());
            }
        }
    }
}

#[test]
fn large_pictures() {
    // 2^16 work-groups and one row more.
    let devices = [Device::open("cpu").ok(), stand_in()];
    for case in case::all().into_iter().filter(|c| c.picture.is_some()) {
        for side in [2048, 2049] {
            let oracle = oracle(&case, side, 9, Variant::Ordinary);
            for device in devices.iter().flatten() {
                hold(&oracle, device).unwrap_or_else(|e| panic!("{e}"));
            }
        }
    }
}

#[test]
fn large_sums_have_one_shape() {
    // What a group sums is no longer for more groups.
    let all = case::all().into_iter();
    for case in all.filter(|c| c.class.name() == "shaped" && c.unit == "items") {
        let oracle = oracle(&case, 1_000_003, 9, Variant::Ordinary);
        for device in modes().into_iter().chain(traced()) {
            hold(&oracle, &device).unwrap_or_else(|e| panic!("{e}"));
        }
    }
}

#[test]
fn every_kernel_on_emulated_cuda() {
    for arch in emulated::ARCHS {
        emulated::run(&["every_kernel_on_every_device"], &[("HOIST_EMULATOR_ARCH", arch)]);
    }
    // Threads interleaved anywhere.
    emulated::run(&["every_kernel_on_every_device"], &[("HOIST_EMULATOR_SEED", "7")]);
}

#[test]
fn every_kernel_on_second_drivers() {
    for driver in [second::SWIFTSHADER, second::INTEL] {
        driver.run(&["every_kernel_on_every_device"], &[]);
    }
}

/// Nothing, one work-group, and a part of a second.
const SMALL: [usize; 4] = [0, 1, 64, 70];

#[test]
#[ignore = "run by every_kernel_under_oclgrind, in the process of oclgrind"]
fn small_sizes() {
    for device in traced() {
        let mut cells = Cells::default();
        for case in case::all() {
            for size in SMALL {
                // A matrix or a picture of that side is a long run where every access is watched.
                let size = if (case.work.items)(64) > 64 { size / 4 } else { size };
                cells.count(conform(&case, &device, size, 5, Variant::Ordinary), Variant::Ordinary);
            }
        }
        record(label(&device), &cells);
        assert!(cells.failed == 0 && cells.passed > 0, "{cells:?}");
    }
}

#[test]
fn every_kernel_under_oclgrind() {
    let said = second::OCLGRIND.run(&["small_sizes"], &[]);
    for finding in [
        "data race",
        "Invalid read",
        "Invalid write",
        "Oclgrind - OpenCL runtime error",
        "FATAL",
    ] {
        assert!(!said.contains(finding), "{said}");
    }
}

#[test]
fn every_kernel_under_vulkans_validation() {
    let folder = std::env::temp_dir().join(format!("hoist-validation-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the log");
    let (settings, log) = (folder.join("vk_layer_settings.txt"), folder.join("log.txt"));
    // Nothing at all with errors and warnings; something with everything, so that the layer is known to speak.
    for (flags, silent) in [("error,warn,perf", true), ("error,warn,perf,info,debug", false)] {
        let _ = std::fs::remove_file(&log);
        let text = format!(
            "khronos_validation.debug_action = VK_DBG_LAYER_ACTION_LOG_MSG\nkhronos_validation.report_flags = {flags}\n\
             khronos_validation.log_filename = {}\n",
            log.display()
        );
        std::fs::write(&settings, text).expect("the layer's settings");
        let place = settings.to_str().expect("a name");
        let said = second::VALIDATED.run(&["small_sizes"], &[("VK_LAYER_SETTINGS_PATH", place)]);
        if said.is_empty() {
            return;
        }
        let log = std::fs::read_to_string(&log).expect("the layer opens its log");
        assert_eq!(log.is_empty(), silent, "{flags}: {log}");
    }
}
