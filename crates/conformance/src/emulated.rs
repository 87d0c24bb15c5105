//! hoist's CUDA device, unchanged, over `hoist-cuda-emulator` in the place of libcuda.
//!
//! A process finds one libcuda, so these tests have one of their own: [`run`] starts the running test binary again,
//! with the emulator first where the loader looks, and names the tests. There, [`crate::traced`] is this device alone.
//! It needs NVRTC; without it the tests are skipped, and counted.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use hoist::Device;
use hoist_backend::{Error, Result};
use hoist_cuda_emulator::DEVICE_NAME;

use crate::required;

/// What the tests call the device.
pub const NAME: &str = "cuda-emulated";
/// The compute capabilities that the tests claim.
pub const ARCHS: [&str; 3] = ["75", "80", "90"];

/// Set in a process that [`run`] started.
const MARK: &str = "HOIST_CUDA_EMULATED";
const FILE: &str = "libhoist_cuda_emulator.so";

/// Whether this process has the emulator for its libcuda.
pub fn is_here() -> bool {
    std::env::var_os(MARK).is_some()
}

/// The device, in a process that [`run`] started.
///
/// # Errors
/// What opening it says.
///
/// # Panics
/// Where the loader found another libcuda.
pub fn device() -> Result<Device> {
    let device = Device::open("cuda")?;
    assert_eq!(device.info().name, DEVICE_NAME, "another libcuda was loaded");
    Ok(device)
}

/// What every test that calls [`run`] has in its name.
const CALLER: &str = "on_emulated_cuda";

/// Runs the named tests of this binary on the device, or all but those that are named `…on_emulated_cuda`.
///
/// # Panics
/// Where one of them fails, or none ran.
pub fn run(tests: &[&str], variables: &[(&str, &str)]) {
    output(tests, variables);
}

/// As [`run`]: what the tests printed, or nothing where they are skipped.
///
/// # Panics
/// As [`run`].
pub fn output(tests: &[&str], variables: &[(&str, &str)]) -> String {
    if let Err(e @ Error::Missing { .. }) = hoist_cuda::compile_ptx("", "compute_75") {
        assert!(!required(NAME), "HOIST_REQUIRE names {NAME}: {e}");
        println!("skipped ({} tests on {NAME}): {e}", tests.len());
        return String::new();
    }
    run_as_is(tests, variables)
}

/// As [`run`], whether or not NVRTC is there.
///
/// # Panics
/// Where one of them fails, or none ran.
pub fn run_as_is(tests: &[&str], variables: &[(&str, &str)]) -> String {
    if !cfg!(target_os = "linux") {
        println!(
            "skipped ({} tests on {NAME}): its library has libcuda's name on Linux alone",
            tests.len().max(1)
        );
        return String::new();
    }
    let folder = Folder::new();
    let path = crate::process::library_path(&folder.0);
    let which: &[&str] = match tests {
        [] => &["--skip", CALLER],
        _ => &["--exact"],
    };
    // A missing device would be a skip in there, and what an earlier run has compiled no test of this one.
    let own = [
        ("LD_LIBRARY_PATH", path.as_str()),
        (MARK, "1"),
        ("HOIST_REQUIRE", NAME),
        (hoist_backend::cache::FOLDER, "off"),
    ];
    let (said, text) = crate::process::run(NAME, &[tests, which].concat(), tests.len(), &[&own, variables].concat());
    for line in text.lines().filter(|l| l.contains(NAME) || l.contains(DEVICE_NAME)) {
        println!("{line} {variables:?}");
    }
    said
}

/// A folder with the emulator under the names of libcuda.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = Folder(std::env::temp_dir().join(format!("hoist-emulated-{}-{n}", std::process::id())));
        std::fs::create_dir_all(&folder.0).expect("a folder for the library");
        let own = std::env::current_exe().expect("the test knows itself");
        let built = own.with_file_name(FILE);
        assert!(built.exists(), "{} was not built", built.display());
        for name in ["libcuda.so", "libcuda.so.1"] {
            link(&built, &folder.0.join(name));
        }
        folder
    }
}

fn link(from: &Path, to: &Path) {
    if std::fs::hard_link(from, to).is_err() {
        std::fs::copy(from, to).expect("the library is copied");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
