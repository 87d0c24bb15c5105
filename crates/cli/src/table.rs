//! The table that `run` prints.

use crate::out::{coloured, say};
use serde_json::Value;

/// The first line.
pub fn header() -> String {
    format!(
        "{:<15} {:<11} {:<11} {:>9} {:>8} {:>8} {:>9} {:>9} {:>11} {:>9} {:>8} {:>8}",
        "kernel",
        "device",
        "status",
        "size",
        "max err",
        "of ulp",
        "cold ms",
        "warm ms",
        "transfer ms",
        "Mitems/s",
        "GB/s",
        "GFLOP/s"
    )
}

/// A row.
pub fn line(row: &Value) -> String {
    let text = |k: &str| row[k].as_str().unwrap_or("").to_string();
    let status = text("status");
    let colour = match &*status {
        "passed" => "32",
        "failed" => "31",
        _ => "33",
    };
    let padded = format!("{status:<11}");
    let status = if coloured() {
        format!("\x1b[{colour}m{padded}\x1b[0m")
    } else {
        padded
    };
    let number = |k: &str, scale: f64| row[k].as_f64().unwrap_or(0.0) * scale;
    let head = format!(
        "{:<15} {:<11} {status} {:>9}",
        text("kernel"),
        text("device"),
        row["size"].as_u64().unwrap_or(0)
    );
    if row["warm_ms"].is_null() {
        return format!("{head}  {}", text("reason"));
    }
    let figures = format!(
        "{head} {:>8} {:>8} {:>9.3} {:>9.3} {:>11.3} {:>9.1} {:>8.2} {:>8.2}  {}",
        short(&row["max_ulp"]),
        short(&row["bound_ulp"]),
        number("cold_ms", 1.0),
        number("warm_ms", 1.0),
        number("transfer_ms", 1.0),
        number("items_per_s", 1e-6),
        number("gb_per_s", 1.0),
        number("gflop_per_s", 1.0),
        text("reason"),
    );
    figures.trim_end().into()
}

/// Three figures.
fn short(v: &Value) -> String {
    match v.as_f64() {
        None => "-".into(),
        Some(0.0) => "0".into(),
        Some(x) if x >= 100.0 => format!("{x:.0}"),
        Some(x) if x >= 0.01 => format!("{x:.2}"),
        Some(x) => format!("{x:.0e}"),
    }
}

/// Prints the rows as JSON or their counts by device, and says whether nothing failed.
pub fn summary(rows: &[Value], names: &[String], json: bool) -> bool {
    let count = |name: &str, s: &str| rows.iter().filter(|r| r["device"] == name && r["status"] == s).count();
    if json {
        say(&Value::Array(rows.to_vec()).to_string());
    }
    let mut good = true;
    for name in names {
        let [passed, failed, unsupported] = ["passed", "failed", "unsupported"].map(|s| count(name, s));
        if !json {
            say(&format!(
                "{name:<11} {passed} passed, {failed} failed, {unsupported} unsupported"
            ));
        }
        good &= failed == 0;
    }
    // HOIST_REQUIRE lists devices that must be there and run.
    let wanted = std::env::var("HOIST_REQUIRE").unwrap_or_default();
    for wanted in wanted.split([',', ' ']).filter(|w| !w.is_empty()) {
        let named: Vec<&String> = names.iter().filter(|n| n.split(':').next() == Some(wanted)).collect();
        if !named.is_empty() && named.iter().all(|n| count(n, "passed") == 0) {
            eprintln!("hoist: HOIST_REQUIRE names {wanted}, and no kernel ran on it");
            good = false;
        }
    }
    good
}
