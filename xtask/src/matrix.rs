//! `cargo xtask matrix --summary`: every example kernel on every device, a line for each device.
//!
//! The conformance tests append a line a device to the file that `HOIST_MATRIX` names; here they are added up.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The variable and the file.
pub fn ledger() -> (&'static str, PathBuf) {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let file = std::path::absolute(target.join("matrix.txt")).unwrap_or_else(|_| target.join("matrix.txt"));
    let _ = std::fs::create_dir_all(&target);
    let _ = std::fs::remove_file(&file);
    ("HOIST_MATRIX", file)
}

/// One device's line.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    device: String,
    /// Passed, failed, unsupported.
    cells: [u64; 3],
}

/// Reads `<device> <n> passed, <m> failed, <k> unsupported`.
fn row(line: &str) -> Option<Row> {
    let words: Vec<&str> = line.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    let [device, n, "passed", m, "failed", k, "unsupported"] = words[..] else {
        return None;
    };
    let cells = [n.parse().ok()?, m.parse().ok()?, k.parse().ok()?];
    Some(Row {
        device: device.into(),
        cells,
    })
}

/// Adds up the lines of one device, in the order of their first.
fn rows(text: &str) -> Vec<Row> {
    let mut all: Vec<Row> = Vec::new();
    for new in text.lines().filter_map(row) {
        match all.iter_mut().find(|r| r.device == new.device) {
            Some(old) => old.cells.iter_mut().zip(new.cells).for_each(|(a, b)| *a += b),
            None => all.push(new),
        }
    }
    all
}

/// What is wrong with the rows: a cell that failed, a required device without one.
fn wrong(rows: &[Row], required: &str) -> Vec<String> {
    let mut all: Vec<String> = rows
        .iter()
        .filter(|r| r.cells[1] > 0)
        .map(|r| format!("{} cells failed on {}", r.cells[1], r.device))
        .collect();
    let ran = |api: &str| {
        let of = |r: &&Row| r.device == api || r.device.starts_with(&format!("{api}:"));
        rows.iter().filter(of).any(|r| r.cells[0] > 0)
    };
    let compilers = ["nvrtc", "ptxas"];
    let devices = required
        .split([',', ' '])
        .filter(|d| !d.is_empty() && !compilers.contains(d));
    all.extend(
        ["cpu", "check"]
            .into_iter()
            .chain(devices)
            .filter(|d| !ran(d))
            .map(|d| format!("no kernel ran on {d}, which is required")),
    );
    all
}

/// Prints the summary; whether all is well.
pub fn summary(file: &Path) -> bool {
    let rows = rows(&std::fs::read_to_string(file).unwrap_or_default());
    for Row {
        device,
        cells: [n, m, k],
    } in &rows
    {
        println!("{device} {n} passed, {m} failed, {k} unsupported");
    }
    let wrong = wrong(&rows, &std::env::var("HOIST_REQUIRE").unwrap_or_default());
    wrong.iter().for_each(|w| eprintln!("xtask: {w}"));
    wrong.is_empty()
}

/// Runs the kernels' tests alone, and prints the summary.
pub fn main(args: &[String]) -> ExitCode {
    if args != ["--summary"] {
        eprintln!("usage: cargo xtask matrix --summary");
        return ExitCode::from(2);
    }
    let mut env = crate::stand_ins::install();
    let (name, file) = ledger();
    env.push((name, file.clone()));
    let test = [
        "test",
        "--quiet",
        "--profile",
        "ci",
        "-p",
        "hoist-conformance",
        "--test",
        "kernels",
        "--test",
        "browser",
        "every_kernel",
    ];
    let passed = crate::cargo(&test, &env);
    if summary(&file) && passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_add_up() {
        let rows = rows(
            "cpu 3 passed, 0 failed, 1 unsupported\nnoise\nopencl:0 2 passed, 1 failed, 0 unsupported\ncpu 4 passed, 0 failed, 0 unsupported\ncheck 1 passed, 0 failed, 0 unsupported",
        );
        assert_eq!(rows[0].cells, [7, 0, 1]);
        assert_eq!(wrong(&rows, "opencl,nvrtc"), ["1 cells failed on opencl:0"]);
        assert_eq!(wrong(&rows, "wgpu").len(), 2);
    }
}
