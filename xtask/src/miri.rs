//! `cargo xtask miri`: the host, the executor and kernels on it under Miri, which sees undefined behaviour and data races.
//!
//! It needs a nightly toolchain with Miri: `rustup toolchain install nightly --component miri,rust-src`.

use std::process::{Command, ExitCode};

/// The tests that an interpreter has time for, each with its rules of aliasing. They are smaller there: `cfg!(miri)`.
const TESTS: [(&[&str], &str); 5] = [
    (&["-p", "hoist-machine", "--lib"], TREE),
    (&["-p", "hoist-cpu", "--lib"], TREE),
    (&["-p", "hoist-cpu", "--test", "exec"], NONE),
    (&["-p", "hoist-host", "--lib", "--test", "devices"], NONE),
    (&["-p", "hoist", "--test", "small"], NONE),
];
const TREE: &str = "-Zmiri-tree-borrows";
/// Where threads share a loop: a job of a scope of rayon's (1.13) holds a reference to that scope for as long as the call
/// lasts that tells the scope of the job's end, while the scope may be gone. By some seeds Miri sees that.
const NONE: &str = "-Zmiri-disable-stacked-borrows";
/// Files and clocks are the machine's. Rayon's threads never end, which is no leak of ours, and crossbeam makes pointers
/// of numbers, as it does of epochs.
const FLAGS: &str = "-Zmiri-disable-isolation -Zmiri-ignore-leaks -Zmiri-permissive-provenance";

pub fn main() -> ExitCode {
    let all = TESTS.iter().all(|(test, aliasing)| {
        println!("== miri {}", test.join(" "));
        let status = Command::new("cargo")
            .args(["+nightly", "miri", "test"])
            .args(*test)
            .env("MIRIFLAGS", format!("{FLAGS} {aliasing}"))
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
