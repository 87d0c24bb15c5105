//! Tests in a process of their own, with other libraries or drivers in the place of this one's.

use std::path::Path;
use std::process::Command;

/// `folder` in front of what the loader looks through.
///
/// # Panics
/// Where the folder's name is not text.
pub fn library_path(folder: &Path) -> String {
    let mut path = folder.to_str().expect("a folder's name").to_owned();
    if let Some(old) = std::env::var("LD_LIBRARY_PATH").ok().filter(|p| !p.is_empty()) {
        path.push(':');
        path.push_str(&old);
    }
    path
}

/// Starts the running test binary again with these arguments and variables; what it printed, on its output and on both.
///
/// # Panics
/// Where a test of it fails, or fewer than `wanted` ran, or none.
pub fn run(name: &str, arguments: &[&str], wanted: usize, variables: &[(&str, &str)]) -> (String, String) {
    let out = Command::new(std::env::current_exe().expect("the test knows itself"))
        .args(arguments)
        .args(["--nocapture", "--include-ignored"])
        .envs(variables.iter().copied())
        .output()
        .expect("the test starts itself");
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    let text = format!("{said}{}", String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "on {name} {variables:?}: {text}");
    let passed = passed(&said);
    assert!(
        passed > 0 && passed >= wanted,
        "{passed} tests ran of {arguments:?}: {text}"
    );
    println!("{name}: {passed} tests passed");
    (said, text)
}

/// How many tests the harness says have passed.
fn passed(said: &str) -> usize {
    let count = |line: &str| {
        line.strip_prefix("test result: ok. ")?
            .split(' ')
            .next()?
            .parse::<usize>()
            .ok()
    };
    said.lines().filter_map(count).sum()
}
