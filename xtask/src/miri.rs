//! `cargo xtask miri`: the host, the executor and kernels on it under Miri, which sees undefined behaviour and data races.
//!
//! It needs a nightly toolchain with Miri: `rustup toolchain install nightly --component miri,rust-src`.

use std::process::{Command, ExitCode};

/// The tests that an interpreter has time for. They are smaller there: `cfg!(miri)`.
const TESTS: [&[&str]; 4] = [
    &["-p", "hoist-machine", "--lib"],
    &["-p", "hoist-cpu", "--lib", "--test", "exec"],
    &["-p", "hoist-host", "--lib", "--test", "devices"],
    &["-p", "hoist", "--test", "small"],
];
/// Files and clocks are the machine's. Rayon's threads never end, which is no leak of ours, and crossbeam makes pointers
/// of numbers, as it does of epochs.
const FLAGS: &str = "-Zmiri-disable-isolation -Zmiri-tree-borrows -Zmiri-ignore-leaks -Zmiri-permissive-provenance";

pub fn main() -> ExitCode {
    let all = TESTS.iter().all(|test| {
        println!("== miri {}", test.join(" "));
        let status = Command::new("cargo")
            .args(["+nightly", "miri", "test"])
            .args(*test)
            .env("MIRIFLAGS", FLAGS)
            .env_remove("CARGO")
            .env_remove("RUSTUP_TOOLCHAIN")
            .status();
        match status {
            Ok(status) => status.success(),
            Err(e) => {
                eprintln!("xtask: cargo: {e}");
                false
            }
        }
    });
    if all {
        println!("miri: {} groups of tests passed", TESTS.len());
        return ExitCode::SUCCESS;
    }
    eprintln!("xtask: it needs `rustup toolchain install nightly --component miri,rust-src`, and passing tests");
    ExitCode::FAILURE
}
