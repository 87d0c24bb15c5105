//! `cargo xtask ci`: installs the stand-in devices where it can, then checks everything.
//! `cargo xtask tidy`: the house's limits. `cargo xtask fresh`: a user's first crate.
//! `cargo xtask matrix --summary`: the example kernels on every device.
//! `cargo xtask fuzz`: any number of random kernels.
//! `cargo xtask soundness`: holds the dependence test against random loop nests.

mod fresh;
mod fuzz;
mod matrix;
mod soundness;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Vulkan and OpenCL on the CPU, a C++ compiler for CUDA text, and pip.
const PACKAGES: [&str; 6] = [
    "mesa-vulkan-drivers",
    "libvulkan1",
    "pocl-opencl-icd",
    "ocl-icd-libopencl1",
    "g++",
    "python3-pip",
];
/// NVIDIA's compilers, as Python packages.
const NVIDIA: [&str; 2] = ["nvidia-cuda-nvrtc", "nvidia-cuda-nvcc"];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        Some("ci") => ci(),
        Some("tidy") => tidy::run(),
        Some("fresh") => first_crate(),
        Some("matrix") => matrix::main(&args[1..]),
        Some("fuzz") => fuzz::main(&args[1..]),
        Some("soundness") => soundness::main(&args[1..]),
        _ => {
            eprintln!(
                "usage: cargo xtask ci | tidy | fresh | matrix --summary | soundness [--nests N] [--seed S] | fuzz [--kernels N] [--seed S]"
            );
            ExitCode::from(2)
        }
    }
}

/// Installs the stand-in devices where that is possible: what names them to the tests. Says what is left out.
fn stand_ins() -> Vec<(&'static str, PathBuf)> {
    let mut left_out = install();
    let mut env = vec![];
    match nvidia() {
        Some((nvrtc, ptxas)) => {
            env.push(("HOIST_NVRTC", nvrtc));
            env.push(("HOIST_PTXAS", ptxas));
        }
        None => left_out.extend(NVIDIA),
    }
    if !left_out.is_empty() {
        println!(
            "left out: {} packages ({}); the tests that need them are skipped and say so",
            left_out.len(),
            left_out.join(" ")
        );
    }
    env
}

fn ci() -> ExitCode {
    let mut env = stand_ins();
    let (name, ledger) = matrix::ledger();
    env.push((name, ledger.clone()));
    let profile = ["--profile", "ci"];
    let all = ["--workspace", "--all-targets", "--", "-D", "warnings"];
    let run = ["--quiet", "--", "run", "--all", "--repeat", "1", "--size", "300"];
    let steps: [(&str, Vec<&str>); 5] = [
        ("format", vec!["fmt", "--check"]),
        ("lints", [&["clippy"], &profile[..], &all].concat()),
        ("soundness", vec!["xtask", "soundness", "--nests", "2000"]),
        ("tests", [&["test"], &profile[..], &["--workspace"]].concat()),
        ("command line", [&["run"], &profile[..], &run].concat()),
    ];
    println!("== tidy");
    if tidy::run() != ExitCode::SUCCESS {
        return ExitCode::FAILURE;
    }
    for (name, args) in steps {
        println!("== {name}");
        if name == "command line" {
            // The library's OpenCL C compiles without a warning; a random kernel may well say `x < x`.
            env.push(("HOIST_OPENCL_OPTIONS", PathBuf::from("-Werror")));
        }
        if !cargo(&args, &env) {
            eprintln!("xtask: {name} failed");
            return ExitCode::FAILURE;
        }
    }
    println!("== summary");
    if !matrix::summary(&ledger) {
        return ExitCode::FAILURE;
    }
    println!("== fresh crate");
    first_crate()
}

fn first_crate() -> ExitCode {
    match fresh::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("xtask: fresh crate failed: {e}");
            ExitCode::FAILURE
        }
    }
}

fn cargo(args: &[&str], env: &[(&str, PathBuf)]) -> bool {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(args).envs(env.iter().map(|(k, v)| (k, v)));
    command.status().is_ok_and(|s| s.success())
}

/// Debian packages; what could not be installed comes back.
fn install() -> Vec<&'static str> {
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

/// NVRTC's library and ptxas, installed below `target` where they are not named already.
fn nvidia() -> Option<(PathBuf, PathBuf)> {
    if let (Some(nvrtc), Some(ptxas)) = (std::env::var_os("HOIST_NVRTC"), std::env::var_os("HOIST_PTXAS")) {
        return Some((nvrtc.into(), ptxas.into()));
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder = std::path::absolute(target.join("nvidia")).ok()?;
    let found = || {
        let nvrtc = find(&folder, &|name| name.starts_with("libnvrtc.so."))?;
        Some((nvrtc, find(&folder, &|name| name == "ptxas")?))
    };
    if found().is_none() {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--target"])
            .arg(&folder)
            .args(NVIDIA);
        let _ = pip.status();
    }
    found()
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
