//! Writes the random kernels that the package holds: `HOIST_RANDOM_KERNELS` of them, of the seed `HOIST_RANDOM_SEED`.

#[path = "src/generate.rs"]
mod generate;
#[path = "src/stages.rs"]
mod stages;

use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/generate.rs");
    println!("cargo::rerun-if-changed=src/stages.rs");
    let text = generate::file(number("HOIST_RANDOM_KERNELS", 150), number("HOIST_RANDOM_SEED", 1));
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").expect("Cargo names a folder"));
    std::fs::write(folder.join("kernels.rs"), text).expect("Cargo's folder can be written to");
}

/// A number from the environment, or `otherwise`.
fn number(name: &str, otherwise: u64) -> u64 {
    println!("cargo::rerun-if-env-changed={name}");
    match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|e| panic!("{name} {text}: {e}")),
        Err(_) => otherwise,
    }
}
