//! `cargo xtask ci`: installs the stand-in devices where it can, then checks everything.
//! `cargo xtask tidy`: the house's limits. `cargo xtask fresh`: a user's first crate.
//! `cargo xtask emulated`: the tests of the language on emulated CUDA.
//! `cargo xtask matrix --summary`: the example kernels on every device.
//! `cargo xtask mutate`: seeded faults, each of which the tests must see.
//! `cargo xtask leaks`: drivers that fail, under valgrind.
//! `cargo xtask miri`: the host and the executor under Miri.
//! `cargo xtask math`: `docs/math.md`, errors and costs of the math functions.
//! `cargo xtask rivals`: the CPU against other languages and libraries.
//! `cargo xtask fuzz`: any number of random kernels.
//! `cargo xtask soundness`: holds the dependence test against random loop nests.

mod emulated;
mod fresh;
mod fuzz;
mod leaks;
mod math;
mod matrix;
mod miri;
mod mutate;
mod rivals;
mod soundness;
mod stand_ins;
mod tidy;

use std::path::PathBuf;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        Some("ci") => ci(),
        Some("tidy") => tidy::run(),
        Some("fresh") => first_crate(),
        Some("emulated") => emulated::main(),
        Some("matrix") => matrix::main(&args[1..]),
        Some("leaks") => leaks::main(),
        Some("miri") => miri::main(),
        Some("mutate") => mutate::main(&args[1..]),
        Some("fuzz") => fuzz::main(&args[1..]),
        Some("math") => math::main(&args[1..]),
        Some("rivals") => rivals::main(&args[1..]),
        Some("soundness") => soundness::main(&args[1..]),
        _ => {
            eprintln!(
                "usage: cargo xtask ci | tidy | fresh | emulated | matrix --summary | mutate [--only TEXT] [--new] [--record] | miri | leaks | rivals [KERNEL…] [--samples N] [--quick] [--json FILE] | math [--everywhere] | soundness [--nests N] [--seed S] | fuzz [--kernels N] [--seed S]"
            );
            ExitCode::from(2)
        }
    }
}

fn ci() -> ExitCode {
    let mut env = stand_ins::install();
    let (name, ledger) = matrix::ledger();
    env.push((name, ledger.clone()));
    let profile = ["--profile", "ci"];
    let all = ["--workspace", "--all-targets", "--", "-D", "warnings"];
    let steps: [(&str, Vec<&str>); 4] = [
        ("format", vec!["fmt", "--check"]),
        ("lints", [&["clippy"], &profile[..], &all].concat()),
        ("soundness", vec!["xtask", "soundness", "--nests", "2000"]),
        ("tests", [&["test"], &profile[..], &["--workspace"]].concat()),
    ];
    println!("== tidy");
    if tidy::run() != ExitCode::SUCCESS {
        return ExitCode::FAILURE;
    }
    for (name, args) in steps {
        println!("== {name}");
        if !cargo(&args, &env) {
            eprintln!("xtask: {name} failed");
            return ExitCode::FAILURE;
        }
    }
    println!("== command line");
    // The library's OpenCL C compiles without a warning; a random kernel may well say `x < x`.
    env.push(("HOIST_OPENCL_OPTIONS", PathBuf::from("-Werror")));
    if !command_line(&env) {
        eprintln!("xtask: command line failed");
        return ExitCode::FAILURE;
    }
    println!("== {}", emulated::NAME);
    if !emulated::run(&env) {
        eprintln!("xtask: {} failed", emulated::NAME);
        return ExitCode::FAILURE;
    }
    println!("== summary");
    if !matrix::summary(&ledger) {
        return ExitCode::FAILURE;
    }
    println!("== fresh crate");
    first_crate()
}

/// Every kernel on every device, by the binary that the tests have built: `cargo run` would compile it once more, with the
/// features that fewer packages ask for.
fn command_line(env: &[(&str, PathBuf)]) -> bool {
    let name = format!("ci/hoist{}", std::env::consts::EXE_SUFFIX);
    let Some(hoist) = stand_ins::below(&name) else {
        return false;
    };
    let mut command = Command::new(&hoist);
    command.args(["run", "--all", "--repeat", "1", "--size", "300"]);
    command.envs(env.iter().map(|(k, v)| (k, v)));
    match command.status() {
        Ok(status) => status.success(),
        Err(e) => {
            eprintln!("xtask: {}: {e}", hoist.display());
            false
        }
    }
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
