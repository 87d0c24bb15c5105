//! The table that `run` prints.

use serde_json::Value;
use std::io::IsTerminal;

/// Prints a row; before the first one, the header.
pub fn print(row: &Value, first: bool) {
    if first {
        println!(
            "{:<15} {:<11} {:<11} {:>9} {:>9} {:>9} {:>10} {:>9} {:>8} {:>8}",
            "kernel", "device", "status", "size", "max err", "cold ms", "warm ms", "Mitems/s", "GB/s", "GFLOP/s"
        );
    }
    let text = |k: &str| row[k].as_str().unwrap_or("").to_string();
    let status = text("status");
    let colour = match &*status {
        "passed" => "32",
        "failed" => "31",
        _ => "33",
    };
    let padded = format!("{status:<11}");
    let status = if std::io::stdout().is_terminal() {
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
        println!("{head}  {}", text("reason"));
        return;
    }
    println!(
        "{head} {:>9.2e} {:>9.3} {:>10.3} {:>9.1} {:>8.2} {:>8.2}",
        number("max_ulp", 1.0),
        number("cold_ms", 1.0),
        number("warm_ms", 1.0),
        number("items_per_s", 1e-6),
        number("gb_per_s", 1.0),
        number("gflop_per_s", 1.0)
    );
}
