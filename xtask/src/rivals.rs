//! `cargo xtask rivals`: hoist beside what else there is. See `benches/BIAS.md` for what is unfair in it.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// From PyPI.
const PYTHON: [&str; 2] = ["numpy", "numba"];

/// Installs what is missing where that is possible, builds the race and runs it; the arguments are its own.
pub fn main(args: &[String]) -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if !has("clang", &["--version"]) {
        println!("== clang, by apt-get");
        let apt = |args: &[&str]| Command::new("apt-get").args(args).status().is_ok_and(|s| s.success());
        if !(apt(&["update", "-q"]) && apt(&["install", "-y", "-q", "--no-install-recommends", "clang", "libomp-dev"]))
        {
            println!("left out: clang can't be installed here; gcc compiles the C where it is there");
        }
    }
    let packages = target().join("rivals-python");
    if !has("python3", &["-c", "import numba, numpy"]) && !packages.join("numba").is_dir() {
        println!("== NumPy and Numba, by pip");
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--target"])
            .arg(&packages)
            .args(PYTHON);
        if !pip.status().is_ok_and(|s| s.success()) {
            println!("left out: NumPy and Numba can't be installed here");
        }
    }
    println!("== build");
    match program(&root).args(args).env("PYTHONPATH", packages).status() {
        Ok(s) if s.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// The race, built where it is not; arguments are added.
pub fn program(root: &Path) -> Command {
    let mut run = Command::new(env!("CARGO"));
    run.args(["run", "--release", "--quiet", "--manifest-path"])
        .arg(root.join("benches/rivals/Cargo.toml"))
        .arg("--target-dir")
        .arg(target().join("rivals"))
        .arg("--")
        // The Rust rivals may use what this processor has; hoist finds it at run time.
        .env("RUSTFLAGS", "-C target-cpu=native")
        // OpenMP's threads wait actively for long, on cores that the next contestant needs.
        .env("KMP_BLOCKTIME", "1")
        .env("GOMP_SPINCOUNT", "10000");
    run
}

fn has(program: &str, args: &[&str]) -> bool {
    Command::new(program)
        .args(args)
        .output()
        .is_ok_and(|o| o.status.success())
}

fn target() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    std::path::absolute(&target).unwrap_or(target)
}
