//! A user's first crate, from the README alone: its first Rust block as `main.rs`, `hoist` as the one dependency,
//! outside the workspace.

use std::path::Path;
use std::process::Command;

/// Makes the crate, builds it and runs it.
///
/// # Errors
/// What went wrong.
pub fn run() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = std::fs::canonicalize(&root).map_err(|e| format!("{}: {e}", root.display()))?;
    let said = |what: &str, e: std::io::Error| format!("{what}: {e}");
    let readme = std::fs::read_to_string(root.join("README.md")).map_err(|e| said("README.md", e))?;
    let main = first_block(&readme).ok_or("README.md has no Rust block")?;
    let folder = std::env::temp_dir().join(format!("hoist-fresh-{}", std::process::id()));
    let made = (|| {
        std::fs::create_dir_all(folder.join("src"))?;
        std::fs::write(folder.join("src/main.rs"), main)?;
        std::fs::write(folder.join("Cargo.toml"), manifest(&root))?;
        // The versions that are here, so that nothing is downloaded.
        std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).map(drop)
    })();
    let ran = made
        .map_err(|e| said("the fresh crate", e))
        .and_then(|()| build(&root, &folder));
    let _ = std::fs::remove_dir_all(&folder);
    ran
}

fn build(root: &Path, folder: &Path) -> Result<(), String> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let target = std::path::absolute(target.join("fresh")).map_err(|e| e.to_string())?;
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let ran = Command::new(cargo)
        .args(["run", "--quiet", "--offline"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .output()
        .map_err(|e| e.to_string())?;
    let (out, err) = (
        String::from_utf8_lossy(&ran.stdout),
        String::from_utf8_lossy(&ran.stderr),
    );
    match (ran.status.success(), out.contains("parallel")) {
        (true, true) => Ok(()),
        (true, false) => Err(format!(
            "the README's program does not explain its kernel, it prints:\n{out}"
        )),
        (false, _) => Err(format!("the README's program does not build or run:\n{err}{out}")),
    }
}

/// As the README tells a user to write it.
fn manifest(root: &Path) -> String {
    let root = root.display().to_string();
    format!(
        "[package]\nname = \"fresh\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\nhoist = {{ path = {root:?} }}\n"
    )
}

/// The first block of Rust in a document.
fn first_block(text: &str) -> Option<&str> {
    let (_, behind) = text.split_once("```rust\n")?;
    behind.split_once("\n```").map(|(block, _)| block)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_first_rust_block_counts() {
        let text = "a\n```sh\nls\n```\n```rust\nfn main() {}\n// end\n```\n```rust\nother\n```\n";
        assert_eq!(super::first_block(text), Some("fn main() {}\n// end"));
        assert_eq!(super::first_block("```sh\nls\n```"), None);
    }
}
