//! `hoist`: lists devices and kernels, runs kernels, shows how they were understood.

mod picture;
mod table;

use clap::{Parser, Subcommand};
use hoist::{Device, Target};
use hoist_kernels::case::{self, Case};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// The devices that `--all` and `--on all` mean, APIs last.
const EVERYWHERE: [&str; 8] = [
    "cpu",
    "cpu:scalar",
    "cpu:simd",
    "cpu:threads",
    "check",
    "wgpu",
    "opencl",
    "cuda",
];
/// The interpreter takes about 20 ns an operation: its cells have at most so many operations, about.
const CHECKED: f64 = 1e7;

#[derive(Parser)]
#[command(name = "hoist", version, about = "Compute kernels: written once, run everywhere")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Devices on this machine, and what is missing
    Devices {
        #[arg(long)]
        json: bool,
    },
    /// The example kernels
    List {
        #[arg(long)]
        json: bool,
    },
    /// Run kernels, each checked against its plain function
    Run {
        /// The kernel
        #[arg(required_unless_present = "all")]
        kernel: Option<String>,
        /// Every kernel, on every device unless --on says otherwise
        #[arg(long, conflicts_with = "kernel")]
        all: bool,
        /// Devices, separated by commas, or `all`
        #[arg(long)]
        on: Option<String>,
        /// Items, or the side of a square
        #[arg(long)]
        size: Option<usize>,
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Warm runs; the median counts
        #[arg(long, default_value_t = 3)]
        repeat: usize,
        /// A PNG or JPEG to filter (sobel, gaussian_blur)
        #[arg(long = "in")]
        input: Option<PathBuf>,
        /// Where to write a picture (mandelbrot, julia, sobel, gaussian_blur)
        #[arg(long)]
        out: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    /// How a kernel was understood
    Show {
        kernel: String,
        /// explain, ir, wgsl, opencl, cuda or ptx
        #[arg(long, default_value = "explain")]
        target: String,
        #[arg(long)]
        json: bool,
    },
}

/// Without a display Mesa's device-select layer looks for one all the same, and says on standard error that it
/// found none.
fn quiet_layer() {
    let display = ["WAYLAND_DISPLAY", "DISPLAY", "XDG_RUNTIME_DIR"];
    if display.iter().all(|v| std::env::var_os(v).is_none()) {
        // SAFETY: the process has one thread yet.
        unsafe { std::env::set_var("NODEVICE_SELECT", "1") };
    }
}

fn main() -> ExitCode {
    quiet_layer();
    hoist_kernels::register_ptx();
    match run(Cli::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(e) => {
            eprintln!("hoist: {e}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<bool, String> {
    match command {
        Command::Devices { json } => devices(json),
        Command::List { json } => list(json),
        Command::Show { kernel, target, json } => show(&kernel, &target, json),
        Command::Run {
            kernel,
            all,
            on,
            size,
            seed,
            repeat,
            input,
            out,
            json,
        } => {
            if input.is_some() || out.is_some() {
                let kernel = kernel.ok_or("--in and --out take one kernel, not --all")?;
                let device = open(on.as_deref().unwrap_or("cpu")).map_err(|e| e.to_string())?;
                picture::run(&kernel, &device, size, input, out)?;
                return Ok(true);
            }
            let cases = match kernel {
                Some(name) => vec![find(&name)?],
                None => case::all(),
            };
            let names: Vec<String> = match on.as_deref() {
                Some("all") => EVERYWHERE.map(String::from).to_vec(),
                Some(on) => on.split(',').map(|s| s.trim().to_string()).collect(),
                None if all => EVERYWHERE.map(String::from).to_vec(),
                None => vec![Device::auto().map_err(|e| e.to_string())?.name().to_string()],
            };
            Ok(matrix(&cases, &names, size, seed, repeat.max(1), json))
        }
    }
}

fn open(name: &str) -> Result<Device, hoist::Error> {
    Device::open(name)
}

fn find(name: &str) -> Result<Case, String> {
    let mut all = case::all();
    let known = all.iter().map(|c| c.name).collect::<Vec<_>>().join(", ");
    match all.iter().position(|c| c.name == name) {
        Some(n) => Ok(all.swap_remove(n)),
        None => Err(format!("there is no kernel `{name}`; these are: {known}")),
    }
}

fn devices(json: bool) -> Result<bool, String> {
    let mut rows = Vec::new();
    for name in EVERYWHERE {
        match open(name) {
            Ok(d) => {
                let i = d.info();
                let types: Vec<&str> = i.types.iter().map(|t| t.name()).collect();
                let strict = match &i.strict {
                    hoist::Strictness::Strict => "strict".to_string(),
                    hoist::Strictness::Relaxed(what) => format!("relaxed: {what}"),
                };
                rows.push(json!({
                    "device": name, "found": true, "about": i.name, "driver": i.driver, "arithmetic": strict,
                    "memory_bytes": i.memory, "is_cpu": i.is_cpu, "types": types, "max_work_group": i.max_work_group,
                    "max_groups": i.max_groups, "max_binding_bytes": i.max_binding_bytes, "max_bindings": i.max_bindings,
                }));
            }
            Err(e) => rows.push(json!({ "device": name, "found": false, "about": e.to_string() })),
        }
    }
    if json {
        println!("{}", Value::Array(rows));
        return Ok(true);
    }
    for r in &rows {
        let text = |k: &str| r[k].as_str().unwrap_or("").to_string();
        let mark = if r["found"] == true { "yes" } else { "no " };
        println!("{:<12} {mark}  {}", text("device"), text("about"));
        if r["found"] == true && !text("device").starts_with("cpu") {
            println!("{:<17} {}", "", text("driver"));
            println!("{:<17} {}", "", text("arithmetic"));
        }
    }
    Ok(true)
}

fn list(json: bool) -> Result<bool, String> {
    let all = case::all();
    if json {
        let rows = all
            .iter()
            .map(|c| json!({ "kernel": c.name, "class": format!("{:?}", c.class), "size": c.size }));
        println!("{}", Value::Array(rows.collect()));
    } else {
        for c in all {
            println!("{:<16} {:<18} size {}", c.name, format!("{:?}", c.class), c.size);
        }
    }
    Ok(true)
}

const TARGETS: [(&str, Target); 6] = [
    ("explain", Target::Explain),
    ("ir", Target::Ir),
    ("wgsl", Target::Wgsl),
    ("opencl", Target::OpenCl),
    ("cuda", Target::Cuda),
    ("ptx", Target::Ptx),
];

fn show(kernel: &str, target: &str, json: bool) -> Result<bool, String> {
    let case = find(kernel)?;
    let Some((_, wanted)) = TARGETS.iter().find(|(name, _)| *name == target) else {
        let known = TARGETS.map(|(name, _)| name).join(", ");
        return Err(format!("there is no target `{target}`; these are: {known}"));
    };
    let text = (case.source)(*wanted).map_err(|e| e.to_string())?;
    if json {
        println!("{}", json!({ "kernel": case.name, "target": target, "text": text }));
    } else {
        println!("{}", text.trim_end());
    }
    Ok(true)
}

/// Runs kernel × device, prints, and says whether nothing failed.
fn matrix(cases: &[Case], names: &[String], size: Option<usize>, seed: u64, repeat: usize, json: bool) -> bool {
    let mut rows = Vec::new();
    for case in cases {
        let asked = size.unwrap_or(case.size);
        let mut n = asked;
        let mut plain = (case.run)(None, n, seed).map(|(v, _)| v);
        for name in names {
            let wanted = if name == "check" {
                checked_size(case, asked)
            } else {
                asked
            };
            if wanted != n {
                n = wanted;
                plain = (case.run)(None, n, seed).map(|(v, _)| v);
            }
            let row = match (&plain, open(name)) {
                (Err(e), _) => row_without(case, name, n, "failed", &e.to_string()),
                // A device that no machine has is a mistake, not a missing driver.
                (_, Err(e @ hoist::Error::UnknownDevice { .. })) => {
                    row_without(case, name, n, "failed", &e.to_string())
                }
                (_, Err(e)) => row_without(case, name, n, "unsupported", &e.to_string()),
                (Ok(plain), Ok(device)) => cell(case, &device, name, n, seed, repeat, plain),
            };
            if !json {
                table::print(&row, rows.is_empty());
            }
            rows.push(row);
        }
    }
    let count = |name: &str, s: &str| rows.iter().filter(|r| r["device"] == name && r["status"] == s).count();
    let wanted = std::env::var("HOIST_REQUIRE").unwrap_or_default();
    let mut good = true;
    if json {
        println!("{}", Value::Array(rows.clone()));
    }
    for name in names {
        let [passed, failed, unsupported] = ["passed", "failed", "unsupported"].map(|s| count(name, s));
        if !json {
            println!("{name:<11} {passed} passed, {failed} failed, {unsupported} unsupported");
        }
        // HOIST_REQUIRE lists devices that must be there and run.
        if wanted.split([',', ' ']).any(|w| w == name) && passed == 0 {
            eprintln!("hoist: HOIST_REQUIRE names {name}, and no kernel ran on it");
            good = false;
        }
        good &= failed == 0;
    }
    good
}

/// The largest power of two, or `n` itself, whose work the interpreter does in a few seconds.
fn checked_size(case: &Case, n: usize) -> usize {
    let work = |n: usize| (case.items)(n) as f64 * (case.flops)(n).max(10.0);
    let mut size = n;
    while size > 1 && work(size) > CHECKED {
        size = size.next_power_of_two() / 2;
    }
    size
}

fn cell(case: &Case, device: &Device, name: &str, n: usize, seed: u64, repeat: usize, plain: &case::Values) -> Value {
    let (values, cold) = match (case.run)(Some(device), n, seed) {
        Ok(r) => r,
        Err(e @ hoist::Error::Unsupported { .. }) => return row_without(case, name, n, "unsupported", &e.to_string()),
        Err(e) => return row_without(case, name, n, "failed", &e.to_string()),
    };
    let ulp = match case::compare(case.class, plain, &values) {
        Ok(ulp) => ulp,
        Err(e) => return row_without(case, name, n, "failed", &e),
    };
    let mut warm = Vec::with_capacity(repeat);
    for _ in 0..repeat {
        // A warm run counts like the first: its error or wrong answer is the cell's.
        let again = (case.run)(Some(device), n, seed).map_err(|e| e.to_string());
        match again.and_then(|(v, s)| case::compare(case.class, plain, &v).map(|_| s)) {
            Ok(s) => warm.push(s),
            Err(e) => return row_without(case, name, n, "failed", &format!("a warm run: {e}")),
        }
    }
    warm.sort_by(f64::total_cmp);
    let s = warm[warm.len() / 2];
    let items = (case.items)(n) as f64;
    let bound = match case.class {
        case::Class::Exact => 0.0,
        case::Class::Shaped(b) | case::Class::Math(b) => b,
    };
    json!({
        "kernel": case.name, "device": name, "status": "passed", "reason": "", "size": n, "max_ulp": ulp, "bound_ulp": bound,
        "cold_ms": cold * 1e3, "warm_ms": s * 1e3, "transfer_ms": 0.0, "items_per_s": items / s,
        "gb_per_s": items * case.bytes / s / 1e9, "gflop_per_s": items * (case.flops)(n) / s / 1e9,
    })
}

fn row_without(case: &Case, device: &str, n: usize, status: &str, reason: &str) -> Value {
    json!({
        "kernel": case.name, "device": device, "status": status, "reason": reason, "size": n, "max_ulp": null, "bound_ulp": null,
        "cold_ms": null, "warm_ms": null, "transfer_ms": null, "items_per_s": null, "gb_per_s": null, "gflop_per_s": null,
    })
}
