//! hoist's CUDA device, unchanged, over `hoist-cuda-emulator` in the place of libcuda.
//!
//! A process finds one libcuda, so these tests have one of their own: [`run`] starts the running test binary again,
//! with the emulator first where the loader looks, and names the tests. There, [`crate::traced`] is this device alone.
//! It needs NVRTC; without it the tests are skipped, and counted.

use std::path::{Path, PathBuf};
use std::process::Command;
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
    within(&Folder::new(), tests, variables)
}

/// As [`run_as_is`], with a libcuda that has these functions of the emulator and no other. None runs where the machine's
/// code is not x86-64's, which the library is written in.
///
/// # Panics
/// As [`run`], and where the C++ compiler fails.
pub fn run_narrowed(functions: &[&str], tests: &[&str], variables: &[(&str, &str)]) {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        println!("skipped ({} tests on {NAME}): its library is x86-64's", tests.len());
        return;
    }
    let folder = Folder::new();
    folder.narrow(functions);
    within(&folder, tests, variables);
}

fn within(folder: &Folder, tests: &[&str], variables: &[(&str, &str)]) -> String {
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

    /// Puts a library of jumps in front of the emulator: each function goes on to the emulator's of that name.
    fn narrow(&self, functions: &[&str]) {
        use std::fmt::Write;
        let whole = self.0.join("whole.so");
        std::fs::rename(self.0.join("libcuda.so.1"), &whole).expect("the emulator is renamed");
        std::fs::remove_file(self.0.join("libcuda.so")).expect("the other name is removed");
        let count = functions.len();
        let mut text =
            format!("#include <dlfcn.h>\n__attribute__((visibility(\"hidden\"))) void *hoist_jump[{count}];\n");
        let mut load = format!("void *all = dlopen({whole:?}, RTLD_NOW | RTLD_LOCAL);\n");
        for (n, name) in functions.iter().enumerate() {
            let at = n * size_of::<usize>();
            let lines =
                format!(".text\\n.globl {name}\\n.type {name}, @function\\n{name}: jmp *hoist_jump+{at}(%rip)\\n");
            writeln!(text, "__asm__(\"{lines}\");").expect("a string takes it");
            writeln!(load, "hoist_jump[{n}] = dlsym(all, {name:?});").expect("a string takes it");
        }
        writeln!(text, "__attribute__((constructor)) static void load() {{\n{load}}}").expect("a string takes it");
        let source = self.0.join("narrow.cpp");
        std::fs::write(&source, text).expect("the text is written");
        let made = Command::new("c++")
            .args(["-shared", "-fPIC", "-o"])
            .arg(self.0.join("libcuda.so.1"))
            .arg(&source)
            .arg("-ldl")
            .output()
            .expect("the C++ compiler runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
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
