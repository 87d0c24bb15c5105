//! Kernel × device: each cell run, checked and timed.

use crate::out::Progress;
use crate::{Run, devices, find, picture, table};
use hoist::{Device, Error};
use hoist_kernels::case::{self, Case};
use hoist_kernels::compare::Close;
use hoist_kernels::inputs::Variant;
use hoist_kernels::limits;
use hoist_kernels::oracle::{Form, Oracle, Verdict};
use hoist_kernels::slice::Layout;
use hoist_kernels::values::Values;
use serde_json::{Value, json};
use std::time::Duration;

/// The interpreter takes about 20 ns an operation: its cells have at most so many operations, about.
const CHECKED: f64 = 1e7;

/// Runs what is asked, prints, and says whether nothing failed.
pub fn run(asked: &Run) -> Result<bool, String> {
    let cases = match &asked.kernel {
        Some(name) => vec![find(name)?],
        None => case::all(),
    };
    let names: Vec<String> = match asked.on.as_deref() {
        Some("all") => devices::everywhere(),
        Some(on) => on.split(',').map(|s| s.trim().to_string()).collect(),
        None if asked.all => devices::everywhere(),
        None => vec![Device::auto().map_err(|e| e.to_string())?.name().to_string()],
    };
    let grey = match &asked.input {
        Some(file) => Some(picture::grey(&cases[0], file)?),
        None => None,
    };
    if asked.out.is_some() {
        picture::possible(&cases[0])?;
    }
    if grey.is_none() {
        for case in &cases {
            limits::fits(case, asked.size.unwrap_or(case.size))?;
        }
    }
    let mut rows = vec![];
    let mut drawn = asked.out.is_none();
    let progress = Progress::new(cases.len() * names.len());
    for case in &cases {
        let mut oracles = Oracles::new(*case, asked, grey.clone());
        for name in &names {
            progress.doing(format!("{} on {name}", case.name));
            let (row, outputs) = cell(&mut oracles, name, asked.repeat.max(1));
            if !asked.json {
                if rows.is_empty() {
                    progress.say(&table::header());
                }
                progress.say(&table::line(&row));
            }
            if let (Some(file), false, Some(outputs)) = (&asked.out, drawn, outputs) {
                let (w, h) = grey.as_ref().map_or((oracles.size, oracles.size), |g| (g.w, g.h));
                picture::write(file, w, h, &outputs)?;
                drawn = true;
            }
            rows.push(row);
            progress.step();
        }
    }
    progress.end();
    let good = table::summary(&rows, &names, asked.json);
    match (&asked.out, drawn) {
        (Some(file), true) => eprintln!("wrote {}", file.display()),
        (Some(_), false) => eprintln!("hoist: no device computed the picture"),
        (None, _) => {}
    }
    Ok(good && drawn)
}

/// A case's answers, computed once for devices that run the same size.
struct Oracles {
    case: Case,
    size: usize,
    seed: u64,
    grey: Option<picture::Grey>,
    /// A picture is wanted, which is never made smaller.
    whole: bool,
    last: Option<(usize, Result<Oracle, String>)>,
}

impl Oracles {
    fn new(case: Case, asked: &Run, grey: Option<picture::Grey>) -> Self {
        Oracles {
            case,
            size: asked.size.unwrap_or(case.size),
            seed: asked.seed,
            grey,
            whole: asked.out.is_some(),
            last: None,
        }
    }
    /// For a device.
    fn on(&mut self, name: &str) -> Result<&Oracle, (usize, String)> {
        let size = match (&self.grey, name) {
            (Some(grey), _) => grey.w.max(grey.h),
            (None, "check") if !self.whole => checked_size(&self.case, self.size),
            (None, _) => self.size,
        };
        if self.last.as_ref().is_none_or(|(n, _)| *n != size) {
            let made = match &self.grey {
                Some(g) => Oracle::over_picture(self.case, g.w, g.h, g.pixels.clone()),
                None => Oracle::new(self.case, size, self.seed, Variant::Ordinary),
            };
            self.last = Some((size, made));
        }
        match &self.last {
            Some((_, Ok(oracle))) => Ok(oracle),
            Some((_, Err(e))) => Err((size, e.clone())),
            None => Err((size, "no answer was computed".into())),
        }
    }
}

/// The largest power of two, or `n` itself, whose work the interpreter does in a few seconds.
fn checked_size(case: &Case, n: usize) -> usize {
    let work = |n: usize| (case.work.items)(n) as f64 * (case.work.flops)(n).max(10.0);
    let mut size = n;
    while size > 1 && work(size) > CHECKED {
        size = size.next_power_of_two() / 2;
    }
    size
}

/// A row, and what was computed where that is right.
fn cell(oracles: &mut Oracles, name: &str, repeat: usize) -> (Value, Option<Vec<Values>>) {
    let kernel = oracles.case.name;
    let oracle = match oracles.on(name) {
        Ok(oracle) => oracle,
        Err((size, e)) => return (without(kernel, name, size, "failed", &e), None),
    };
    let none = |status: &str, reason: &str| (without(kernel, name, oracle.size, status, reason), None);
    let device = match Device::open(name) {
        Ok(device) => device,
        // A device that no machine has is a mistake, not a missing driver.
        Err(e @ Error::UnknownDevice { .. }) => return none("failed", &e.to_string()),
        Err(e) => return none("unsupported", &e.to_string()),
    };
    let first = oracle.hold(&device, Form::Slices, Layout::Aligned);
    let close = match first.verdict {
        Verdict::Passed(close) => close,
        Verdict::Failed(e) => return none("failed", &e),
        Verdict::Unsupported(e) => return none("unsupported", &e),
    };
    let mut warm = vec![];
    for _ in 0..repeat {
        device.reset_profile();
        let again = oracle.hold(&device, Form::Slices, Layout::Aligned);
        // A warm run counts like the first: its error or wrong answer is the cell's.
        match again.verdict {
            Verdict::Passed(_) => warm.push(Times::of(&device, again.wall)),
            Verdict::Failed(e) | Verdict::Unsupported(e) => return none("failed", &format!("a warm run: {e}")),
        }
    }
    let row = with(oracle, name, &close, first.wall, &warm);
    (row, Some(first.outputs))
}

/// Seconds of one call.
#[derive(Clone, Copy)]
struct Times {
    kernel: f64,
    transfer: f64,
}

impl Times {
    /// From the device's profile; a device that does not time its loops is timed from outside.
    fn of(device: &Device, wall: Duration) -> Self {
        let p = device.profile();
        let transfer = p.upload + p.download;
        let kernel = if p.kernel.is_zero() {
            wall.saturating_sub(transfer)
        } else {
            p.kernel
        };
        Times {
            kernel: kernel.as_secs_f64(),
            transfer: transfer.as_secs_f64(),
        }
    }
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn with(oracle: &Oracle, device: &str, close: &Close, cold: Duration, warm: &[Times]) -> Value {
    let kernel = median(warm.iter().map(|t| t.kernel).collect());
    let transfer = median(warm.iter().map(|t| t.transfer).collect());
    let (items, work) = (oracle.items as f64, &oracle.case.work);
    // Nothing has no rate.
    let rate = |n: f64| if kernel > 0.0 { n / kernel } else { 0.0 };
    json!({
        "kernel": oracle.case.name, "device": device, "status": "passed", "reason": close.note, "size": oracle.size,
        "max_ulp": close.max_ulp, "bound_ulp": close.bound_ulp, "cold_ms": cold.as_secs_f64() * 1e3,
        "warm_ms": kernel * 1e3, "transfer_ms": transfer * 1e3, "items_per_s": rate(items),
        "gb_per_s": rate(items * work.bytes) / 1e9, "gflop_per_s": rate(items * (work.flops)(oracle.size)) / 1e9,
    })
}

fn without(kernel: &str, device: &str, size: usize, status: &str, reason: &str) -> Value {
    json!({
        "kernel": kernel, "device": device, "status": status, "reason": reason, "size": size, "max_ulp": null,
        "bound_ulp": null, "cold_ms": null, "warm_ms": null, "transfer_ms": null, "items_per_s": null,
        "gb_per_s": null, "gflop_per_s": null,
    })
}
