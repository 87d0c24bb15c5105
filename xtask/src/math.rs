//! `cargo xtask math`: `docs/math.md`, the functions' errors and what a value costs, as they are measured here.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// In the order of the table.
const FUNCTIONS: [&str; 25] = [
    "exp", "exp2", "exp_m1", "ln", "ln_1p", "log2", "log10", "powf", "powi", "sin", "cos", "tan", "asin", "acos",
    "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "cbrt", "hypot", "erf",
];

/// A published bound and the worst error seen.
type Errors = BTreeMap<(String, String), (String, String)>;
/// Nanoseconds a value: hoist, std, libmvec.
type Costs = BTreeMap<(String, String), [String; 3]>;

pub fn main(args: &[String]) -> ExitCode {
    let everywhere = match args {
        [] => false,
        [a] if a == "--everywhere" => true,
        _ => {
            eprintln!("usage: cargo xtask math [--everywhere]");
            return ExitCode::FAILURE;
        }
    };
    let done = errors(everywhere).and_then(|e| Ok((e, costs()?)));
    match done.and_then(|(e, (about, c))| write(&e, &about, &c, everywhere)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What `c` printed, where it ended well.
fn output(c: &mut Command) -> Result<String, String> {
    let out = c
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|e| format!("{c:?}: {e}"))?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    out.status
        .success()
        .then_some(())
        .ok_or_else(|| format!("{c:?} failed:\n{text}"))?;
    Ok(text)
}

/// By the tests: lines like `f32 exp: 0.873 ulp, bound 1, at …`.
fn errors(everywhere: bool) -> Result<Errors, String> {
    println!(
        "== errors{}",
        if everywhere { ", everywhere: twenty minutes" } else { "" }
    );
    let mut run = Command::new(env!("CARGO"));
    run.current_dir(root())
        .args([
            "test",
            "--profile",
            "ci",
            "-p",
            "hoist-conformance",
            "--test",
            "math",
            "--",
            "--nocapture",
        ])
        .args(everywhere.then_some("--include-ignored"));
    let mut all = Errors::new();
    for line in output(&mut run)?.lines() {
        let Some((what, rest)) = line.split_once(": ") else {
            continue;
        };
        let Some((worst, rest)) = rest.split_once(" ulp, bound ") else {
            continue;
        };
        let [t @ ("f32" | "f64"), name] = what.split(' ').collect::<Vec<_>>()[..] else {
            continue;
        };
        // Held against another function of hoist's, which has an error of its own.
        if (t, name) == ("f64", "powi") {
            continue;
        }
        let bound = rest.split(',').next().unwrap_or_default().to_string();
        let seen = all
            .entry((t.to_string(), name.to_string()))
            .or_insert((bound, String::new()));
        // A test of samples and one of all are two lines.
        if worst.parse::<f64>().unwrap_or(0.0) > seen.1.parse().unwrap_or(-1.0) {
            seen.1 = worst.to_string();
        }
    }
    Ok(all)
}

/// By the rivals' program: lines like `f32 exp 0.31 3.20 0.29`.
fn costs() -> Result<(String, Costs), String> {
    println!("== costs");
    let text = output(crate::rivals::program(&root()).arg("--math"))?;
    let about = text.lines().find_map(|l| l.strip_prefix("about ")).unwrap_or_default();
    let all = text.lines().filter_map(|l| match l.split(' ').collect::<Vec<_>>()[..] {
        [t @ ("f32" | "f64"), name, a, b, c] => Some(((t.into(), name.into()), [a, b, c].map(String::from))),
        _ => None,
    });
    Ok((about.into(), all.collect()))
}

fn write(errors: &Errors, about: &str, costs: &Costs, everywhere: bool) -> Result<(), String> {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|l| l.strip_prefix("model name")?.split_once(": "));
    let isa = ["avx512f", "avx2"]
        .into_iter()
        .find(|f| cpu.contains(f))
        .unwrap_or("no vectors that were looked for");
    let model = model.map_or("a processor", |(_, m)| m);
    let (option, arguments) = match everywhere {
        true => (
            " --everywhere",
            "all arguments\nfrom 2^-31 to where results are constant (of odd and even ones the positive), and every 421st of the others",
        ),
        false => ("", "every 421st\nargument (`--everywhere` takes all)"),
    };
    let mut out = format!(
        "# Math functions: errors, and what a value costs\n\nWritten by `cargo xtask math{option}`.\n\n\
         Errors are in units in the last place, the same on every strict device. \"Seen\" is the worst of what the tests met: of unary \
         `f32` functions {arguments};\n"
    );
    out += "of `powf` 10 million pairs, of `atan2` and `hypot` 20 million, of `powi` 200,000; of `f64` the hard ones among 10 million, \
            against 1,300 bits.\n\n";
    out += "Costs are nanoseconds a value on one thread, arrays in the first cache, medians of 41 rounds in which all take turns, on\n";
    let _ = writeln!(
        out,
        "{model} ({isa}):\nhoist is `cpu:simd`, std is Rust's method in a plain loop, libmvec is glibc's vectors, bound 4 ulp, by"
    );
    let _ = writeln!(
        out,
        "{about}, `-O3 -march=native -ffast-math`. Where glibc has no vectors, that is its\nfunction for one value.\n"
    );
    out += "| | `f32` bound | seen | hoist | std | libmvec | `f64` bound | seen | hoist | std | libmvec |\n";
    out += "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for name in FUNCTIONS {
        let _ = write!(out, "| `{name}` |");
        for t in ["f32", "f64"] {
            let key = (t.to_string(), name.to_string());
            let none = ["-", "-", "-"].map(String::from);
            let [a, b, c] = costs.get(&key).unwrap_or(&none);
            let (bound, worst) = match errors.get(&key) {
                Some((bound, worst)) => (bound.as_str(), worst.as_str()),
                None if name == "powi" => ("1", "as `powf`"),
                None => return Err(format!("{t} {name}: no test told its error")),
            };
            let _ = write!(out, " {bound} | {worst} | {a} | {b} | {c} |");
        }
        out += "\n";
    }
    out += "\nA literal exponent of `powi` from 0 to 8 is multiplied out instead. How each is computed: [language.md](language.md#math-functions).\n";
    let file = root().join("docs/math.md");
    std::fs::write(&file, out).map_err(|e| format!("{}: {e}", file.display()))
}
