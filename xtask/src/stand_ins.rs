//! The devices and compilers that stand in for a GPU's: installed where that is possible, named to the tests, and
//! counted where they are left out.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Vulkan and OpenCL on the CPU, an OpenCL device that watches every access, Vulkan's validation layer, a browser with another
/// compiler of WGSL and another Vulkan, a C++ compiler for CUDA text, and pip.
const PACKAGES: [&str; 9] = [
    "mesa-vulkan-drivers",
    "libvulkan1",
    "vulkan-validationlayers",
    "pocl-opencl-icd",
    "ocl-icd-libopencl1",
    "oclgrind",
    "chromium",
    "g++",
    "python3-pip",
];
/// NVIDIA's compilers, as Python packages.
const NVIDIA: [&str; 2] = ["nvidia-cuda-nvrtc", "nvidia-cuda-nvcc"];
/// Intel's OpenCL runtime for CPUs, and the libraries that it wants.
const INTEL: [&str; 2] = ["intel-opencl-rt", "intel-cmplr-lib-rt"];
/// oclgrind's driver, as Debian installs it.
const OCLGRIND: &str = "/usr/lib/oclgrind/liboclgrind-rt-icd.so";
/// The manifest of Vulkan's validation layer.
const VALIDATION: &str = "/usr/share/vulkan/explicit_layer.d/VkLayer_khronos_validation.json";
/// The package that holds SwiftShader, and its manifest there.
const CHROMIUM: &str = "chromium-common";
const SWIFTSHADER: &str = "/usr/lib/chromium/vk_swiftshader_icd.json";

/// Installs what it can, says what is left out, and gives the variables that name the rest to tests.
pub fn install() -> Vec<(&'static str, PathBuf)> {
    let mut left_out = apt();
    // What an earlier run has compiled is no test of this one.
    let mut env = vec![("HOIST_CACHE", PathBuf::from("off"))];
    match nvidia() {
        Some((nvrtc, ptxas)) => {
            env.push(("HOIST_NVRTC", nvrtc));
            env.push(("HOIST_PTXAS", ptxas));
        }
        None => left_out.extend(NVIDIA),
    }
    for (variable, found, package) in [
        ("HOIST_INTEL_OPENCL", intel(), INTEL[0]),
        ("HOIST_SWIFTSHADER", swiftshader(), CHROMIUM),
        ("HOIST_OCLGRIND", named("HOIST_OCLGRIND", OCLGRIND), "oclgrind"),
        (
            "HOIST_VALIDATION",
            named("HOIST_VALIDATION", VALIDATION),
            "vulkan-validationlayers",
        ),
    ] {
        match found {
            Some(path) => env.push((variable, path)),
            None => left_out.push(package),
        }
    }
    left_out.sort_unstable();
    left_out.dedup();
    if !left_out.is_empty() {
        println!(
            "left out: {} packages ({}); the tests that need them are skipped and say so",
            left_out.len(),
            left_out.join(" ")
        );
    }
    env
}

/// Where all of it goes that is not installed for the whole machine.
pub fn below(name: &str) -> Option<PathBuf> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    std::path::absolute(target.join(name)).ok()
}

/// Debian packages; what could not be installed comes back.
fn apt() -> Vec<&'static str> {
    let there = |p: &&str| {
        Command::new("dpkg")
            .args(["-s", p])
            .output()
            .is_ok_and(|o| o.status.success())
    };
    let missing: Vec<&str> = PACKAGES.into_iter().filter(|p| !there(p)).collect();
    if missing.is_empty() {
        return missing;
    }
    let apt = |args: &[&str]| Command::new("apt-get").args(args).status().is_ok_and(|s| s.success());
    apt(&["update", "-q"]);
    apt(&[&["install", "-y", "-q", "--no-install-recommends"], missing.as_slice()].concat());
    missing.into_iter().filter(|p| !there(p)).collect()
}

/// `pip install` below `folder`, laid out as below `/usr`.
fn pip(folder: &Path, packages: &[&str]) {
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--ignore-installed", "--prefix"])
        .arg(folder)
        .args(packages);
    let _ = pip.status();
}

/// NVRTC's library and ptxas, where they are not named already.
fn nvidia() -> Option<(PathBuf, PathBuf)> {
    if let (Some(nvrtc), Some(ptxas)) = (std::env::var_os("HOIST_NVRTC"), std::env::var_os("HOIST_PTXAS")) {
        return Some((nvrtc.into(), ptxas.into()));
    }
    let folder = below("nvidia")?;
    let found = || {
        let nvrtc = find(&folder, &|name| name.starts_with("libnvrtc.so."))?;
        Some((nvrtc, find(&folder, &|name| name == "ptxas")?))
    };
    if found().is_none() {
        pip(&folder, &NVIDIA);
    }
    found()
}

/// The folder of Intel's libraries: links to all of them but its own loader, which would hide the machine's.
fn intel() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("HOIST_INTEL_OPENCL") {
        return Some(folder.into());
    }
    let (folder, links) = (below("intel")?, below("intel-libraries")?);
    if find(&folder, &|name| name == "libintelocl.so").is_none() {
        pip(&folder, &INTEL);
    }
    let library = find(&folder, &|name| name == "libintelocl.so")?;
    let _ = std::fs::remove_dir_all(&links);
    std::fs::create_dir_all(&links).ok()?;
    for entry in std::fs::read_dir(library.parent()?).ok()?.flatten() {
        let name = entry.file_name();
        let text = name.to_string_lossy();
        if !text.starts_with("libOpenCL") && (text.contains(".so") || text.ends_with(".cfg") || text.ends_with(".rtl"))
        {
            link(&entry.path(), &links.join(&name))?;
        }
    }
    Some(links)
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Option<()> {
    std::os::unix::fs::symlink(from, to).ok()
}
#[cfg(not(unix))]
fn link(from: &Path, to: &Path) -> Option<()> {
    std::fs::copy(from, to).ok().map(|_| ())
}

/// SwiftShader's manifest. Where the browser could not be installed it is out of the browser's package, which anyone may
/// download and unpack.
fn swiftshader() -> Option<PathBuf> {
    if let Some(manifest) = named("HOIST_SWIFTSHADER", SWIFTSHADER) {
        return Some(manifest);
    }
    let folder = below("chromium")?;
    let found = || find(&folder, &|name| name == "vk_swiftshader_icd.json");
    if found().is_none() {
        std::fs::create_dir_all(&folder).ok()?;
        // apt's own user may not write there; what it says of that is no matter.
        let _ = Command::new("apt-get")
            .args(["download", "-q", CHROMIUM])
            .current_dir(&folder)
            .status();
        let package = find(&folder, &|name| name.ends_with(".deb"))?;
        let _ = Command::new("dpkg-deb").arg("-x").arg(&package).arg(&folder).status();
        let _ = std::fs::remove_file(package);
    }
    found()
}

/// What a variable names, or what a package has put there.
fn named(variable: &str, usual: &str) -> Option<PathBuf> {
    if let Some(file) = std::env::var_os(variable) {
        return Some(file.into());
    }
    let file = PathBuf::from(usual);
    file.exists().then_some(file)
}

/// The first file below `folder` whose name will do.
fn find(folder: &Path, wanted: &dyn Fn(&str) -> bool) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if let Some(found) = find(&path, wanted) {
                return Some(found);
            }
        } else if entry.file_name().to_str().is_some_and(wanted) {
            return Some(path);
        }
    }
    None
}
