//! What the conformance tests share: the devices they run on, the comparison, CUDA text executed on the host,
//! CUDA's device over a driver that executes PTX, and second implementations of Vulkan and OpenCL.

pub mod browser;
pub mod conform;
pub mod cuda_on_host;
pub mod emulated;
pub mod failing;
pub mod process;
pub mod recorder;
pub mod second;

use std::sync::OnceLock;

use hoist::{Device, Error, Strictness};

/// Every mode of the CPU.
pub const CPU: [&str; 7] = [
    "cpu",
    "cpu:scalar",
    "cpu:simd",
    "cpu:simd=wide",
    "cpu:threads",
    "cpu:threads=3",
    "cpu:threads=7",
];
/// Devices behind the tracer; `cuda-on-host` is [`cuda_on_host`], `cuda-emulated` is [`emulated`] and has a process
/// of its own.
pub const TRACED: [&str; 6] = ["check", "opencl", "wgpu", "cuda-on-host", "cuda", emulated::NAME];

/// Whether `HOIST_REQUIRE`, a list of names, demands that `name` is there.
pub fn required(name: &str) -> bool {
    let wanted = std::env::var("HOIST_REQUIRE").unwrap_or_default();
    wanted.split([',', ' ']).any(|w| w == name)
}

/// Opens a device of [`TRACED`]; `None` where its driver is missing, which is printed and counted.
pub fn open(name: &str) -> Option<Device> {
    let opened = match name {
        "cuda-on-host" => {
            static ONE: OnceLock<Result<Device, Error>> = OnceLock::new();
            ONE.get_or_init(cuda_on_host::device).clone()
        }
        emulated::NAME => emulated::device(),
        name => Device::open(name),
    };
    match opened {
        Ok(device) => Some(device),
        Err(e @ Error::Missing { .. }) => {
            assert!(!required(name), "HOIST_REQUIRE names {name}: {e}");
            println!("skipped (1 device): {e}");
            None
        }
        Err(e) => panic!("{name}: {e}"),
    }
}

/// The devices of [`TRACED`] that are here: at least `check`, which needs nothing. In the process of `cuda-emulated` or
/// of a [`second`] implementation that one alone.
pub fn traced() -> Vec<Device> {
    if let Some(second) = second::here() {
        return vec![second.device()];
    }
    let here = TRACED
        .iter()
        .filter(|&&name| (name == emulated::NAME) == emulated::is_here());
    here.filter_map(|name| open(name)).collect()
}

/// What a test calls a device of [`traced`].
pub fn label(device: &Device) -> &str {
    if emulated::is_here() {
        emulated::NAME
    } else if let Some(second) = second::here() {
        second.name
    } else {
        device.name()
    }
}

/// Whether NaN, infinities and subnormals count on a device.
pub fn is_strict(device: &Device) -> bool {
    device.info().strict == Strictness::Strict
}
