//! `cargo xtask ci`: installs the stand-in devices where it can, then checks everything.
//! `cargo xtask soundness`: holds the dependence test against random loop nests.

mod soundness;

use std::process::{Command, ExitCode};

const PACKAGES: [&str; 4] = [
    "mesa-vulkan-drivers",
    "libvulkan1",
    "pocl-opencl-icd",
    "ocl-icd-libopencl1",
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        Some("soundness") => soundness::main(&args[1..]),
        Some("ci") => {
            install();
            let steps: [(&str, &[&str]); 5] = [
                ("format", &["fmt", "--check"]),
                (
                    "lints",
                    &[
                        "clippy",
                        "--profile",
                        "ci",
                        "--workspace",
                        "--all-targets",
                        "--",
                        "-D",
                        "warnings",
                    ],
                ),
                ("soundness", &["xtask", "soundness", "--nests", "2000"]),
                ("tests", &["test", "--profile", "ci", "--workspace"]),
                (
                    "matrix",
                    &[
                        "run",
                        "--profile",
                        "ci",
                        "--quiet",
                        "--",
                        "run",
                        "--all",
                        "--repeat",
                        "1",
                        "--size",
                        "300",
                    ],
                ),
            ];
            for (name, args) in steps {
                println!("== {name}");
                if !cargo(args) {
                    eprintln!("xtask: {name} failed");
                    return ExitCode::FAILURE;
                }
            }
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("usage: cargo xtask ci | soundness [--nests N] [--seed S]");
            ExitCode::from(2)
        }
    }
}

fn cargo(args: &[&str]) -> bool {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    Command::new(cargo).args(args).status().is_ok_and(|s| s.success())
}

/// Debian packages for the drivers' tests; without root they are left out, and counted.
fn install() {
    let missing: Vec<&str> = PACKAGES
        .into_iter()
        .filter(|p| {
            !Command::new("dpkg")
                .args(["-s", p])
                .output()
                .is_ok_and(|o| o.status.success())
        })
        .collect();
    if missing.is_empty() {
        return;
    }
    let apt = |args: &[&str]| Command::new("apt-get").args(args).status().is_ok_and(|s| s.success());
    apt(&["update", "-q"]);
    if !apt(&[&["install", "-y", "-q"], missing.as_slice()].concat()) {
        println!(
            "left out: {} packages ({}); the tests that need them are skipped and say so",
            missing.len(),
            missing.join(" ")
        );
    }
}
