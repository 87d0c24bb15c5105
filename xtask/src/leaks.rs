//! `cargo xtask leaks`: a driver that fails in any call, and one that answers what no healthy GPU does, under valgrind,
//! which sees what is lost, read before it is written, or reached after it is freed.
//!
//! The drivers are the CUDA text on the host and the emulator: those of OpenCL and Vulkan have leaks of their own.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// What the tests start that is not a test.
const NOT_TRACED: &str = "*c++*,*cc1plus*,*/as,*/ld,*collect2*";

pub fn main() -> ExitCode {
    if let Err(e) = Command::new("valgrind").arg("--version").output() {
        eprintln!("xtask: valgrind: {e}; `apt-get install valgrind` brings it");
        return ExitCode::FAILURE;
    }
    let runner = [
        "valgrind",
        "--quiet",
        "--leak-check=full",
        "--show-leak-kinds=definite",
        "--errors-for-leak-kinds=definite",
        "--error-exitcode=99",
        "--num-callers=25",
        "--trace-children=yes",
        &format!("--trace-children-skip={NOT_TRACED}"),
        concat!("--suppressions=", env!("CARGO_MANIFEST_DIR"), "/valgrind.supp"),
    ];
    let runner = format!("target.'cfg(unix)'.runner = {runner:?}");
    let mut env = crate::stand_ins::install();
    for none in ["OCL_ICD_VENDORS", "VK_DRIVER_FILES", "VK_ICD_FILENAMES"] {
        env.push((none, PathBuf::from("/nonexistent")));
    }
    let tests = [
        "test",
        "--profile",
        "ci",
        "-p",
        "hoist-conformance",
        "--config",
        &runner,
    ];
    if crate::cargo(
        &[&tests[..], &["--test", "failures", "--test", "cuda_driver"]].concat(),
        &env,
    ) {
        println!("leaks: none");
        return ExitCode::SUCCESS;
    }
    ExitCode::FAILURE
}
