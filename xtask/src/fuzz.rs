//! Any number of random kernels, in packages of a hundred, compiled and held against their plain calls as the
//! committed ones are.

#[path = "../../crates/random/src/generate.rs"]
mod generate;
#[path = "../../crates/random/src/stages.rs"]
mod stages;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Kernels of one package.
const PACKAGE: u32 = 100;

/// `--kernels N --seed S`.
pub fn main(args: &[String]) -> ExitCode {
    match arguments(args).and_then(|(kernels, seed)| run(kernels, seed)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("xtask: {e}");
            ExitCode::FAILURE
        }
    }
}

fn arguments(args: &[String]) -> Result<(u32, u64), String> {
    let (mut kernels, mut seed) = (PACKAGE, 1);
    for pair in args.chunks(2) {
        let [name, value] = pair else {
            return Err(format!("{} takes a number", pair[0]));
        };
        let number = value.parse().map_err(|e| format!("{name} {value}: {e}"))?;
        match name.as_str() {
            "--kernels" => kernels = u32::try_from(number).map_err(|e| format!("{name} {value}: {e}"))?,
            "--seed" => seed = number,
            _ => return Err(format!("{name} is neither --kernels nor --seed")),
        }
    }
    Ok((kernels, seed))
}

fn run(kernels: u32, seed: u64) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = std::fs::canonicalize(&root).map_err(|e| format!("{}: {e}", root.display()))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let target = std::path::absolute(target.join("fuzz")).map_err(|e| e.to_string())?;
    for n in 0..kernels.div_ceil(PACKAGE) {
        let count = PACKAGE.min(kernels - n * PACKAGE);
        let seed = seed.wrapping_add(u64::from(n));
        println!("== {count} kernels of seed {seed}");
        let folder = target.join(format!("seed-{seed}"));
        package(&root, &folder, count, seed).map_err(|e| format!("{}: {e}", folder.display()))?;
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let tested = Command::new(cargo)
            .args(["test", "--profile", "ci", "--test", "agree", "--", "--nocapture"])
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", target.join("build"))
            .status()
            .map_err(|e| e.to_string())?;
        if !tested.success() {
            return Err(format!(
                "kernels of seed {seed} failed; they are in {}",
                folder.display()
            ));
        }
        std::fs::remove_dir_all(&folder).map_err(|e| e.to_string())?;
    }
    Ok(())
}

/// The package of the committed kernels with others in it, and a workspace of its own.
fn package(root: &Path, folder: &Path, count: u32, seed: u64) -> std::io::Result<()> {
    let from = root.join("crates/random");
    for name in ["src", "tests"] {
        std::fs::create_dir_all(folder.join(name))?;
    }
    for name in ["src/generate.rs", "src/stages.rs", "tests/agree.rs"] {
        std::fs::copy(from.join(name), folder.join(name))?;
    }
    let lib = std::fs::read_to_string(from.join("src/lib.rs"))?
        .replace("COUNT: u32 = 50", &format!("COUNT: u32 = {count}"))
        .replace("SEED: u64 = 1", &format!("SEED: u64 = {seed}"));
    std::fs::write(folder.join("src/lib.rs"), lib)?;
    std::fs::write(folder.join("src/kernels.rs"), generate::file(count, seed))?;
    std::fs::write(folder.join("Cargo.toml"), manifest(root))?;
    // The versions that are here.
    std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).map(drop)
}

fn manifest(root: &Path) -> String {
    let at = |path: &str| root.join(path).display().to_string();
    format!(
        "[workspace]\n\n[package]\nname = \"hoist-random\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         hoist = {{ path = {:?} }}\n\n[dev-dependencies]\nhoist-conformance = {{ path = {:?} }}\n\n[profile.ci]\n\
         inherits = \"dev\"\nopt-level = 2\ndebug = 0\noverflow-checks = false\nincremental = false\n\n\
         [profile.ci.package]\nhoist-conformance.opt-level = 0\nhoist-random.opt-level = 0\n",
        at("."),
        at("crates/conformance")
    )
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn arguments_are_read_or_refused() {
        let read = |all: &[&str]| arguments(&all.iter().map(|s| s.to_string()).collect::<Vec<_>>());
        assert_eq!(read(&[]), Ok((100, 1)));
        assert_eq!(read(&["--kernels", "7", "--seed", "3"]), Ok((7, 3)));
        assert!(read(&["--kernels"]).is_err() && read(&["--kernels", "x"]).is_err() && read(&["--n", "1"]).is_err());
    }
}
