//! `hoist bench`: kernel × device × size, timed, every timed run checked, beside what the device can do at most.

use crate::out::{Progress, say};
use crate::roof::Roof;
use crate::{devices, find, page};
use clap::Args;
use hoist::{Device, Error};
use hoist_kernels::case::{self, Case};
use hoist_kernels::inputs::Variant;
use hoist_kernels::limits;
use hoist_kernels::oracle::{Form, Oracle, Verdict};
use hoist_kernels::slice::Layout;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Half of the samples lie within so much of the median, or a row is called noisy.
const NOISY: f64 = 0.1;

/// What `bench` is asked.
#[derive(Args)]
pub struct Bench {
    /// Kernels; all of them where none is named
    kernels: Vec<String>,
    /// Devices, separated by commas, or `all`; the default is `cpu:simd,cpu` and every driver's device
    #[arg(long)]
    on: Option<String>,
    /// Sizes, separated by commas; the default is the kernel's own
    #[arg(long, value_delimiter = ',')]
    sizes: Vec<usize>,
    /// Timed runs of each, after the first
    #[arg(long, default_value_t = 11)]
    samples: usize,
    /// Where the rows are kept
    #[arg(long)]
    save: Option<PathBuf>,
    /// Rows kept before, to be compared with
    #[arg(long)]
    baseline: Option<PathBuf>,
    /// Prints kept rows instead of measuring
    #[arg(long, conflicts_with_all = ["kernels", "on", "sizes", "save"])]
    from: Option<PathBuf>,
    /// Where a page with the table and the roofline is written
    #[arg(long)]
    html: Option<PathBuf>,
    /// The rows as one array of objects
    #[arg(long)]
    json: bool,
}

pub const COLUMNS: &str = "\
Columns, and the keys of --json and --save (milliseconds there too):
  first ms      the first call on the host's clock: tracing, the driver's compiler, transfers (first_ms)
  kernel ms     the loops alone, data resident, by the device's clock where it has one: the median (kernel_ms), the
                least (least_ms), and how far half of the samples lie from the median (spread, a part of 1)
  resident ms   a call with data in the device's buffers, on the host's clock (resident_ms)
  transfer ms   host to device and back, in a call with slices (transfer_ms)
  host ms       a call with slices, on the host's clock (host_ms)
  GB/s, GFLOP/s what the kernel's work model counts, in the kernel's time
  of limit      the part of what the device can do at most at this kernel's ratio of operations to bytes: of its
                memory, or of its multiply-adds, both measured by kernels of hoist's own before (limit). Data that stay
                in a cache may pass it
  ~             noisy: half of the samples lie further than 10 % from the median

Every timed run is checked as by `run`. Behind the table: from which size on one device overtakes another.
Exit status: 0 when nothing failed, 1 when something did, 2 when the command could not be understood.";

/// Measures what is asked, prints, and says whether nothing failed.
pub fn run(asked: &Bench) -> Result<bool, String> {
    let baseline = asked.baseline.as_deref().map(read).transpose()?;
    let rows = match &asked.from {
        Some(file) => read(file)?,
        None => measure(asked)?,
    };
    if let Some(file) = &asked.save {
        write(file, &Value::Array(rows.clone()).to_string())?;
    }
    if let Some(file) = &asked.html {
        write(file, &page::of(&rows, &crossings(&rows)))?;
        eprintln!("wrote {}", file.display());
    }
    if asked.json {
        say(&Value::Array(rows.clone()).to_string());
    } else {
        if asked.from.is_some() {
            say(&header());
            rows.iter().for_each(|r| say(&line(r)));
        }
        for text in crossings(&rows) {
            say(&text);
        }
        for text in baseline.iter().flat_map(|b| compared(&rows, b)) {
            say(&text);
        }
    }
    Ok(rows.iter().all(|r| r["status"] != "failed"))
}

fn read(file: &Path) -> Result<Vec<Value>, String> {
    let wrong = |e: &dyn std::fmt::Display| format!("{}: {e}; give a file that `bench --save` wrote", file.display());
    let text = std::fs::read_to_string(file).map_err(|e| wrong(&e))?;
    let rows: Vec<Value> = serde_json::from_str(&text).map_err(|e| wrong(&e))?;
    let has = |r: &Value| ["kernel", "device", "status"].iter().all(|k| r[*k].is_string()) && r["size"].is_u64();
    if rows.iter().all(has) {
        Ok(rows)
    } else {
        Err(wrong(&"a row without kernel, device, status or size"))
    }
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    std::fs::write(file, text).map_err(|e| format!("{}: {e}", file.display()))
}

fn measure(asked: &Bench) -> Result<Vec<Value>, String> {
    let cases = match &asked.kernels[..] {
        [] => case::all(),
        names => names.iter().map(|n| find(n)).collect::<Result<_, _>>()?,
    };
    let everywhere = || devices::everywhere();
    let names: Vec<String> = match asked.on.as_deref() {
        Some("all") => everywhere().into_iter().filter(|n| n != "check").collect(),
        Some(on) => on.split(',').map(|s| s.trim().to_string()).collect(),
        // A lane at a time, or interpreted, is for checking.
        None => everywhere()
            .into_iter()
            .filter(|n| !["check", "cpu:scalar", "cpu:threads"].contains(&&**n))
            .collect(),
    };
    for case in &cases {
        for size in sizes(case, &asked.sizes) {
            limits::fits(case, size)?;
        }
    }
    let steps: usize = cases.iter().map(|c| sizes(c, &asked.sizes).len() * names.len()).sum();
    let progress = Progress::new(steps);
    let mut roofs: BTreeMap<String, Roof> = BTreeMap::new();
    let mut rows = vec![];
    for case in &cases {
        for size in sizes(case, &asked.sizes) {
            let oracle = Oracle::new(*case, size, 1, Variant::Ordinary)?;
            for name in &names {
                progress.doing(format!("{} of {size} on {name}", case.name));
                let row = cell(&oracle, name, asked.samples.max(1), &mut roofs);
                if !asked.json {
                    if rows.is_empty() {
                        progress.say(&header());
                    }
                    progress.say(&line(&row));
                }
                rows.push(row);
                progress.step();
            }
        }
    }
    progress.end();
    Ok(rows)
}

fn sizes(case: &Case, asked: &[usize]) -> Vec<usize> {
    if asked.is_empty() {
        vec![case.size]
    } else {
        asked.to_vec()
    }
}

/// The middle of some times.
#[derive(Clone, Copy)]
struct Middle {
    median: f64,
    least: f64,
    /// Half of all lie no further from the median, as a part of it.
    spread: f64,
}

impl Middle {
    fn of(mut all: Vec<f64>) -> Self {
        all.sort_by(f64::total_cmp);
        let (median, least) = (all[all.len() / 2], all[0]);
        let mut apart: Vec<f64> = all.iter().map(|t| (t - median).abs()).collect();
        apart.sort_by(f64::total_cmp);
        let spread = if median > 0.0 {
            apart[apart.len() / 2] / median
        } else {
            0.0
        };
        Middle { median, least, spread }
    }
}

fn cell(oracle: &Oracle, name: &str, samples: usize, roofs: &mut BTreeMap<String, Roof>) -> Value {
    let case = oracle.case;
    let none = |status: &str, reason: String| json!({ "kernel": case.name, "device": name, "size": oracle.size, "status": status, "reason": reason });
    let device = match Device::open(name) {
        Ok(device) => device,
        Err(e @ Error::UnknownDevice { .. }) => return none("failed", e.to_string()),
        Err(e) => return none("unsupported", e.to_string()),
    };
    let once = |form: Form| {
        device.reset_profile();
        let held = oracle.hold(&device, form, Layout::Aligned);
        match held.verdict {
            Verdict::Passed(_) => Ok((held.wall.as_secs_f64(), device.profile())),
            Verdict::Failed(e) => Err(none("failed", e)),
            Verdict::Unsupported(e) => Err(none("unsupported", e)),
        }
    };
    let taken = || {
        let (first, _) = once(Form::Slices)?;
        let (mut kernel, mut resident, mut transfer, mut host) = (vec![], vec![], vec![], vec![]);
        for _ in 0..samples {
            let (wall, profile) = once(Form::Buffers)?;
            resident.push(wall);
            // A device that does not time its loops is timed from outside.
            kernel.push(if profile.kernel.is_zero() {
                wall
            } else {
                profile.kernel.as_secs_f64()
            });
            let (wall, profile) = once(Form::Slices)?;
            transfer.push((profile.upload + profile.download).as_secs_f64());
            host.push(wall);
        }
        Ok((first, kernel, resident, transfer, host))
    };
    let (first, kernel, resident, transfer, host) = match taken() {
        Ok(all) => all,
        Err(row) => return row,
    };
    let roof = roofs.entry(name.into()).or_insert_with(|| Roof::of(&device));
    let kernel = Middle::of(kernel);
    let (items, work) = (oracle.items as f64, case.work);
    let (bytes, flops) = (items * work.bytes, items * (work.flops)(oracle.size));
    let rate = |n: f64| {
        if kernel.median > 0.0 {
            n / kernel.median / 1e9
        } else {
            0.0
        }
    };
    let ms = |t: f64| t * 1e3;
    json!({
        "kernel": case.name, "class": case.class.name(), "device": name, "size": oracle.size, "unit": case.unit,
        "status": "passed", "reason": "", "samples": samples,
        "first_ms": ms(first), "kernel_ms": ms(kernel.median), "least_ms": ms(kernel.least), "spread": kernel.spread,
        "resident_ms": ms(Middle::of(resident).median), "transfer_ms": ms(Middle::of(transfer).median),
        "host_ms": ms(Middle::of(host).median), "gb_per_s": rate(bytes), "gflop_per_s": rate(flops),
        "limit": roof.part(bytes, flops, kernel.median), "device_gb_per_s": roof.gb_per_s,
        "device_gflop_per_s": roof.gflop_per_s, "flops_per_byte": if bytes > 0.0 { Some(flops / bytes) } else { None },
    })
}

fn header() -> String {
    format!(
        "{:<15} {:<9} {:>9} {:>9} {:>10} {:>7} {:>12} {:>12} {:>10} {:>8} {:>9} {:>9}",
        "kernel",
        "device",
        "size",
        "first ms",
        "kernel ms",
        "spread",
        "resident ms",
        "transfer ms",
        "host ms",
        "GB/s",
        "GFLOP/s",
        "of limit"
    )
}

fn line(row: &Value) -> String {
    let text = |k: &str| row[k].as_str().unwrap_or("").to_string();
    let number = |k: &str| row[k].as_f64().unwrap_or(0.0);
    let head = format!(
        "{:<15} {:<9} {:>9}",
        text("kernel"),
        text("device"),
        row["size"].as_u64().unwrap_or(0)
    );
    if row["status"] != "passed" {
        return format!("{head}  {}: {}", text("status"), text("reason"));
    }
    let noisy = if number("spread") > NOISY { "~" } else { " " };
    format!(
        "{head} {:>9.2} {:>10.4}{noisy}{:>6.1}% {:>12.4} {:>12.4} {:>10.4} {:>8.1} {:>9.1} {:>8.0}%",
        number("first_ms"),
        number("kernel_ms"),
        100.0 * number("spread"),
        number("resident_ms"),
        number("transfer_ms"),
        number("host_ms"),
        number("gb_per_s"),
        number("gflop_per_s"),
        100.0 * number("limit"),
    )
}

fn passed(rows: &[Value]) -> impl Iterator<Item = &Value> {
    rows.iter().filter(|r| r["status"] == "passed")
}

/// From which of the measured sizes on one device is faster than another, for kernels that were measured at several.
fn crossings(rows: &[Value]) -> Vec<String> {
    let mut by: BTreeMap<(String, String), BTreeMap<u64, &Value>> = BTreeMap::new();
    for r in passed(rows) {
        let key = (r["kernel"].to_string(), r["device"].to_string());
        by.entry(key).or_default().insert(r["size"].as_u64().unwrap_or(0), r);
    }
    let mut all = vec![];
    for ((kernel, a), slow) in &by {
        for ((other, b), fast) in &by {
            if kernel != other || a == b || slow.len() < 2 {
                continue;
            }
            for (key, what) in [
                ("resident_ms", "with data resident"),
                ("host_ms", "with data on the host"),
            ] {
                let wins = |size: &u64| {
                    let time = |all: &BTreeMap<u64, &Value>| all.get(size).and_then(|r| r[key].as_f64());
                    Some(time(fast)? < time(slow)?)
                };
                let won: Vec<(u64, bool)> = slow.keys().filter_map(|s| Some((*s, wins(s)?))).collect();
                let from = won.iter().rposition(|(_, w)| !w).map_or(0, |n| n + 1);
                if from > 0 && from < won.len() {
                    let name = |s: &String| s.trim_matches('"').to_string();
                    all.push(format!(
                        "{}: {} overtakes {} from size {} on, {what} (slower at {})",
                        name(kernel),
                        name(b),
                        name(a),
                        won[from].0,
                        won[from - 1].0
                    ));
                }
            }
        }
    }
    all
}

/// Each row's kernel time beside the one that was kept.
fn compared(rows: &[Value], before: &[Value]) -> Vec<String> {
    let mut all = vec!["compared with the baseline, kernel ms:".to_string()];
    for r in passed(rows) {
        let same = |b: &&Value| ["kernel", "device", "size"].iter().all(|k| b[*k] == r[*k]);
        let Some(b) = passed(before).find(same) else { continue };
        let (now, then) = (
            r["kernel_ms"].as_f64().unwrap_or(0.0),
            b["kernel_ms"].as_f64().unwrap_or(0.0),
        );
        let spread = r["spread"]
            .as_f64()
            .unwrap_or(0.0)
            .max(b["spread"].as_f64().unwrap_or(0.0));
        let ratio = if now > 0.0 { then / now } else { 1.0 };
        let verdict = match ratio {
            r if r > 1.0 + 2.0 * spread.max(0.02) => "faster",
            r if r < 1.0 - 2.0 * spread.max(0.02) => "slower",
            _ => "the same",
        };
        all.push(format!(
            "{:<15} {:<9} {:>9} {then:>10.4} -> {now:>10.4}  {ratio:.2}x  {verdict}",
            r["kernel"].as_str().unwrap_or(""),
            r["device"].as_str().unwrap_or(""),
            r["size"]
        ));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(device: &str, size: u64, resident: f64) -> Value {
        json!({ "kernel": "k", "device": device, "size": size, "status": "passed", "resident_ms": resident, "host_ms": 9.0,
            "kernel_ms": resident, "spread": 0.01 })
    }

    #[test]
    fn a_device_overtakes_where_it_stays_ahead() {
        let rows = [
            row("a", 1, 1.0),
            row("a", 2, 2.0),
            row("a", 4, 4.0),
            row("b", 1, 3.0),
            row("b", 2, 3.0),
            row("b", 4, 3.0),
        ];
        assert_eq!(
            crossings(&rows),
            ["k: b overtakes a from size 4 on, with data resident (slower at 2)"]
        );
    }

    #[test]
    fn noise_is_not_a_difference() {
        let now = [row("a", 1, 1.0), row("a", 2, 1.0), row("b", 2, 1.0)];
        let text = compared(&now, &[row("a", 1, 1.01), row("a", 2, 2.0)]).join("\n");
        assert!(
            text.contains("the same") && text.contains("2.00x  faster") && !text.contains("b  "),
            "{text}"
        );
    }

    #[test]
    fn the_middle_of_times() {
        let m = Middle::of(vec![4.0, 1.0, 2.0, 100.0, 2.2]);
        assert_eq!((m.median, m.least), (2.2, 1.0));
        assert!((m.spread - 1.2 / 2.2).abs() < 1e-9);
    }
}
