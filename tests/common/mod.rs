//! What the tests of the language run on.

use hoist::Device;

const MODES: [&str; 11] = [
    "cpu",
    "cpu:scalar",
    "cpu:simd",
    "cpu:simd=avx2",
    "cpu:simd=avx512",
    "cpu:simd=wide",
    "cpu:threads",
    "cpu:threads=2",
    "cpu:threads=3",
    "cpu:threads=7",
    "check",
];
/// Behind a driver, each with whether this build knows it.
const DRIVERS: [(&str, bool); 3] = [
    ("opencl", cfg!(feature = "opencl")),
    ("wgpu", cfg!(feature = "wgpu")),
    ("cuda", cfg!(feature = "cuda")),
];

/// Every mode of a CPU, the interpreter, and every driver that is here. What is not is printed and counted, or an error
/// where `HOIST_REQUIRE` names it.
pub fn devices() -> Vec<Device> {
    let required = std::env::var("HOIST_REQUIRE").unwrap_or_default();
    let drivers = DRIVERS.iter().filter(|d| d.1).map(|d| d.0);
    let open = |name: &str| match Device::open(name) {
        Ok(device) => Some(device),
        Err(e) => {
            let wanted = required.split([',', ' ']).any(|r| r == name);
            assert!(!wanted, "HOIST_REQUIRE names {name}: {e}");
            println!("skipped (1 device): {e}");
            None
        }
    };
    // Over the emulator, that device alone.
    if std::env::var_os("HOIST_CUDA_EMULATED").is_some() {
        let all: Vec<Device> = open("cuda").into_iter().collect();
        assert!(
            all.iter().all(|d| d.info().name == "hoist PTX emulator"),
            "another libcuda was loaded"
        );
        return all;
    }
    let all: Vec<Device> = MODES.into_iter().chain(drivers).filter_map(open).collect();
    // All but the instruction sets of some machines.
    assert!(all.len() >= MODES.len() - 2);
    all
}
