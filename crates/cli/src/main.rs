//! `hoist`: lists devices and kernels, runs kernels, shows how they were understood.

mod bench;
mod devices;
mod digest;
mod matrix;
mod out;
mod page;
mod picture;
mod roof;
mod table;

use clap::{Args, Parser, Subcommand};
use hoist::Target;
use hoist_kernels::case::{self, Case};
use out::say;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "hoist", version, about = "Compute kernels: written once, run everywhere")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Devices on this machine with their limits and types, and what would provide those that are missing
    Devices {
        #[arg(long)]
        json: bool,
    },
    /// The example kernels
    List {
        #[arg(long)]
        json: bool,
    },
    /// Run kernels, each checked against its plain function, and that against a reference in f64
    #[command(after_help = COLUMNS)]
    Run(Run),
    /// Time kernels on devices and at sizes, every timed run checked
    #[command(after_help = bench::COLUMNS)]
    Bench(bench::Bench),
    /// The SHA-256 digests of files, all at once
    Digest(digest::Digest),
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

/// What `run` is asked.
#[derive(Args)]
struct Run {
    /// The kernel
    #[arg(required_unless_present = "all")]
    kernel: Option<String>,
    /// Every kernel, on every device unless --on says otherwise
    #[arg(long, conflicts_with_all = ["kernel", "input", "out"])]
    all: bool,
    /// Devices, separated by commas, or `all`; the default is HOIST_DEVICE, or `cpu`
    #[arg(long)]
    on: Option<String>,
    /// Items, bodies, rows, or pixels a side (`hoist list` says which)
    #[arg(long)]
    size: Option<usize>,
    /// Where the inputs' random numbers start
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Warm runs; the median counts
    #[arg(long, default_value_t = 3)]
    repeat: usize,
    /// A PNG or JPEG to filter (sobel, gaussian_blur), taken as grey
    #[arg(long = "in", conflicts_with = "size")]
    input: Option<PathBuf>,
    /// Where to write a PNG (mandelbrot, julia, sobel, gaussian_blur)
    #[arg(long)]
    out: Option<PathBuf>,
    /// One array of objects instead of a table
    #[arg(long)]
    json: bool,
}

const COLUMNS: &str = "\
Columns, and the keys of --json:
  status        passed, failed, or unsupported, with the reason in place of the figures (reason)
  size          what --size counts (size)
  max err, of   the largest error in ulp and its bound (max_ulp, bound_ulp). For a kernel of class `exact` it is
                against the plain call and the bound is 0; else against a reference in f64, an ulp being 2^-23 of
                the magnitudes summed. Where a relaxed device is held to a number of mismatches both are empty
  cold ms       the first call on the host's clock: tracing, the driver's compiler, transfers (cold_ms)
  warm ms       the loops alone, by the device's clock where it has one, the median of --repeat calls; on a CPU
                the whole call. Nothing is transferred in it (warm_ms)
  transfer ms   host to device and back in one warm call; 0 on a CPU, which works in place (transfer_ms)
  Mitems/s, GB/s, GFLOP/s
                items, and the bytes and operations that the kernel's work model counts for them, in the warm
                time (items_per_s, gb_per_s, gflop_per_s)

Exit status: 0 when nothing failed, 1 when something did, 2 when the command could not be understood.";

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

/// Whether nothing failed.
fn run(command: Command) -> Result<bool, String> {
    match command {
        Command::Devices { json } => {
            devices::print(json);
            Ok(true)
        }
        Command::List { json } => {
            list(json);
            Ok(true)
        }
        Command::Show { kernel, target, json } => show(&kernel, &target, json).map(|()| true),
        Command::Run(asked) => matrix::run(&asked),
        Command::Bench(asked) => bench::run(&asked),
        Command::Digest(asked) => digest::run(&asked),
    }
}

fn find(name: &str) -> Result<Case, String> {
    let all = case::all();
    all.iter().find(|c| c.name == name).copied().ok_or_else(|| {
        let known = all.iter().map(|c| c.name).collect::<Vec<_>>().join(", ");
        format!("there is no kernel `{name}`; these are: {known}")
    })
}

fn list(json: bool) {
    let all = case::all();
    if json {
        let row = |c: &Case| json!({ "kernel": c.name, "class": c.class.name(), "size": c.size, "unit": c.unit });
        say(&Value::Array(all.iter().map(row).collect()).to_string());
        return;
    }
    for c in all {
        say(&format!(
            "{:<16} {:<7} size {} {}",
            c.name,
            c.class.name(),
            c.size,
            c.unit
        ));
    }
}

const TARGETS: [(&str, Target); 6] = [
    ("explain", Target::Explain),
    ("ir", Target::Ir),
    ("wgsl", Target::Wgsl),
    ("opencl", Target::OpenCl),
    ("cuda", Target::Cuda),
    ("ptx", Target::Ptx),
];

fn show(kernel: &str, target: &str, json: bool) -> Result<(), String> {
    let case = find(kernel)?;
    let Some((_, wanted)) = TARGETS.iter().find(|(name, _)| *name == target) else {
        let known = TARGETS.map(|(name, _)| name).join(", ");
        return Err(format!("there is no target `{target}`; these are: {known}"));
    };
    let text = (case.source)(*wanted).map_err(|e| e.to_string())?;
    if json {
        say(&json!({ "kernel": case.name, "target": target, "text": text }).to_string());
    } else {
        say(text.trim_end());
    }
    Ok(())
}
