//! The page that `bench --html` writes: the roofline, and the table. One file, nothing loaded.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#667085;--line:#d0d5dd;--paper:#fff;--card:#f6f7f9}\
@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--soft:#98a2b3;--line:#344054;--paper:#101418;--card:#181d23}}\
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:1180px;padding:1.5rem}\
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{color:var(--soft);margin:.3rem 0 1rem;max-width:70ch}\
.wide{overflow-x:auto;background:var(--card);border-radius:8px;padding:.5rem}\
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:13px}\
th,td{padding:.3rem .6rem;text-align:right;white-space:nowrap}th{color:var(--soft);font-weight:600;border-bottom:1px solid var(--line)}\
th:nth-child(-n+2),td:nth-child(-n+2){text-align:left}tr:nth-child(even) td{background:color-mix(in srgb,var(--line) 22%,transparent)}\
.bar{display:inline-block;height:.6em;border-radius:2px;vertical-align:baseline;margin-right:.4em}\
svg{width:100%;min-width:640px;height:auto;display:block}svg text{fill:var(--ink);font:12px system-ui,sans-serif}\
svg .soft{fill:var(--soft)}svg .grid{stroke:var(--line);stroke-width:.6}ul{padding-left:1.2rem}.off{color:var(--soft)}";

/// One colour for each device, told apart on both backgrounds.
const COLOURS: [&str; 8] = [
    "#2e90fa", "#f79009", "#12b76a", "#f04438", "#9e77ed", "#06aed4", "#ee46bc", "#85888e",
];

fn text(r: &Value, k: &str) -> String {
    let raw = r[k].as_str().map_or_else(|| r[k].to_string(), str::to_string);
    raw.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
fn number(r: &Value, k: &str) -> f64 {
    r[k].as_f64().unwrap_or(0.0)
}
fn passed(rows: &[Value]) -> impl Iterator<Item = &Value> {
    rows.iter().filter(|r| r["status"] == "passed")
}

/// The page for some rows.
pub fn of(rows: &[Value], crossings: &[String]) -> String {
    let mut colours: BTreeMap<String, &str> = BTreeMap::new();
    for r in passed(rows) {
        let next = COLOURS[colours.len() % COLOURS.len()];
        colours.entry(text(r, "device")).or_insert(next);
    }
    let mut page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width,initial-scale=1'>\
         <title>hoist bench</title><style>{STYLE}</style><h1>hoist bench</h1>\
         <p>Each loop written once, run on every device; every timed run was checked against its plain function. Medians of \
         {} runs.</p>",
        passed(rows).map(|r| number(r, "samples") as u64).max().unwrap_or(0)
    );
    page += "<h2>Roofline</h2><p>What a kernel reaches, over how many operations it does for a byte. The lines are what each device \
         can do at most: the slope its memory, the flat part its multiply-adds, both measured.</p><div class=wide>";
    page += &roofline(rows, &colours);
    page += "</div>";
    if !crossings.is_empty() {
        page += "<h2>Where one device overtakes another</h2><ul>";
        for c in crossings {
            let _ = write!(page, "<li>{}</li>", c.replace('<', "&lt;"));
        }
        page += "</ul>";
    }
    page += "<h2>All rows</h2><p>Milliseconds. <i>kernel</i>: the loops alone, data resident. <i>resident</i>: a call with buffers. <i>host</i>: \
         a call with slices, transfers included. <i>±</i>: half of the samples lie so near.</p><div class=wide><table><tr><th>kernel<th>device\
         <th>size<th>kernel<th>±<th>resident<th>transfer<th>host<th>first<th>GB/s<th>GFLOP/s<th style='text-align:left'>of the device's limit</tr>";
    for r in rows {
        page += &row(r, &colours);
    }
    page + "</table></div></html>\n"
}

fn row(r: &Value, colours: &BTreeMap<String, &str>) -> String {
    let head = format!(
        "<tr><td>{}<td>{}<td>{}",
        text(r, "kernel"),
        text(r, "device"),
        text(r, "size")
    );
    if r["status"] != "passed" {
        return format!(
            "{head}<td colspan=9 class=off style='text-align:left'>{}: {}</tr>",
            text(r, "status"),
            text(r, "reason")
        );
    }
    let part = number(r, "limit");
    let colour = colours.get(&text(r, "device")).copied().unwrap_or(COLOURS[0]);
    format!(
        "{head}<td>{}<td>{:.0}%<td>{}<td>{}<td>{}<td>{}<td>{:.1}<td>{:.1}<td style='text-align:left'><span class=bar style='width:{:.0}px;background:{colour}'></span>{:.0}%</tr>",
        time(number(r, "kernel_ms")),
        100.0 * number(r, "spread"),
        time(number(r, "resident_ms")),
        time(number(r, "transfer_ms")),
        time(number(r, "host_ms")),
        time(number(r, "first_ms")),
        number(r, "gb_per_s"),
        number(r, "gflop_per_s"),
        80.0 * part.min(1.25),
        100.0 * part,
    )
}

/// Three figures.
fn time(ms: f64) -> String {
    match ms {
        t if t >= 100.0 => format!("{t:.0}"),
        t if t >= 10.0 => format!("{t:.1}"),
        t if t >= 1.0 => format!("{t:.2}"),
        t => format!("{t:.4}"),
    }
}

const W: f64 = 1000.0;
const H: f64 = 460.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 150.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 44.0;

/// Both axes by powers of ten.
struct Axes {
    x: (f64, f64),
    y: (f64, f64),
}
impl Axes {
    fn at(&self, flops_per_byte: f64, gflop_per_s: f64) -> (f64, f64) {
        let along = |v: f64, (lo, hi): (f64, f64)| (v.max(1e-9).log10() - lo) / (hi - lo);
        (
            LEFT + along(flops_per_byte, self.x) * (W - LEFT - RIGHT),
            H - BOTTOM - along(gflop_per_s, self.y) * (H - TOP - BOTTOM),
        )
    }
}

fn roofline(rows: &[Value], colours: &BTreeMap<String, &str>) -> String {
    let points: Vec<&Value> = passed(rows)
        .filter(|r| number(r, "flops_per_byte") > 0.0 && number(r, "gflop_per_s") > 0.0)
        .collect();
    if points.is_empty() {
        return "<p>No kernel here moves bytes and computes with them.</p>".into();
    }
    let ends = |all: &mut dyn Iterator<Item = f64>| {
        let (lo, hi) = all.fold((f64::INFINITY, 0.0f64), |(lo, hi), v| (lo.min(v), hi.max(v)));
        (lo.log10().floor(), hi.log10().ceil().max(lo.log10().floor() + 1.0))
    };
    let axes = Axes {
        x: ends(&mut points.iter().map(|r| number(r, "flops_per_byte"))),
        y: ends(
            &mut points
                .iter()
                .flat_map(|r| [number(r, "gflop_per_s"), number(r, "device_gflop_per_s")]),
        ),
    };
    let mut svg = format!("<svg viewBox='0 0 {W} {H}' role=img aria-label='roofline'>");
    let (right, floor) = (W - RIGHT, H - BOTTOM);
    for power in axes.x.0 as i32..=axes.x.1 as i32 {
        let (x, _) = axes.at(10f64.powi(power), 1.0);
        let _ = write!(
            svg,
            "<line class=grid x1={x:.1} x2={x:.1} y1={TOP} y2={floor} /><text class=soft x={x:.1} y={:.1} text-anchor=middle>{}</text>",
            floor + 16.0,
            10f64.powi(power)
        );
    }
    for power in axes.y.0 as i32..=axes.y.1 as i32 {
        let (_, y) = axes.at(1.0, 10f64.powi(power));
        let _ = write!(
            svg,
            "<line class=grid x1={LEFT} x2={right} y1={y:.1} y2={y:.1} /><text class=soft x={:.1} y={:.1} text-anchor=end>{}</text>",
            LEFT - 8.0,
            y + 4.0,
            10f64.powi(power)
        );
    }
    let _ = write!(
        svg,
        "<text class=soft x={:.1} y={:.1} text-anchor=middle>operations a byte</text><text class=soft x=14 y={:.1} transform='rotate(-90 14 {:.1})' text-anchor=middle>GFLOP/s</text>",
        (LEFT + right) / 2.0,
        H - 8.0,
        H / 2.0,
        H / 2.0
    );
    for (n, (device, colour)) in colours.iter().enumerate() {
        let y = TOP + 18.0 * n as f64 + 12.0;
        let _ = write!(
            svg,
            "<circle cx={:.1} cy={:.1} r=5 fill='{colour}' /><text x={:.1} y={y:.1}>{device}</text>",
            right + 18.0,
            y - 4.0,
            right + 30.0
        );
        let Some(r) = points.iter().find(|r| text(r, "device") == *device) else {
            continue;
        };
        let (gb, gf) = (number(r, "device_gb_per_s"), number(r, "device_gflop_per_s"));
        if gb <= 0.0 || gf <= 0.0 {
            continue;
        }
        // Up the slope from where it enters the picture, then flat from the ridge.
        let (x0, x1) = (
            10f64.powf(axes.x.0).max(10f64.powf(axes.y.0) / gb),
            10f64.powf(axes.x.1),
        );
        let ridge = (gf / gb).clamp(x0, x1);
        let path: Vec<String> = [(x0, gb * x0), (ridge, gb * ridge), (x1, gf.min(gb * x1))]
            .iter()
            .map(|(x, y)| axes.at(*x, y.min(gf)))
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        let _ = write!(
            svg,
            "<polyline points='{}' fill=none stroke='{colour}' stroke-width=1.6 />",
            path.join(" ")
        );
    }
    for r in &points {
        let (x, y) = axes.at(number(r, "flops_per_byte"), number(r, "gflop_per_s"));
        let colour = colours.get(&text(r, "device")).copied().unwrap_or(COLOURS[0]);
        let what = format!(
            "{} of {} on {}: {:.1} GFLOP/s, {:.0} % of the limit",
            text(r, "kernel"),
            text(r, "size"),
            text(r, "device"),
            number(r, "gflop_per_s"),
            100.0 * number(r, "limit")
        );
        let _ = write!(
            svg,
            "<circle cx={x:.1} cy={y:.1} r=4.5 fill='{colour}' fill-opacity=.85><title>{what}</title></circle>"
        );
    }
    // A kernel's name once, beside its highest point.
    let mut best: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for r in &points {
        let at = (number(r, "flops_per_byte"), number(r, "gflop_per_s"));
        let old = best.entry(text(r, "kernel")).or_insert(at);
        if at.1 > old.1 {
            *old = at;
        }
    }
    let mut names: Vec<(f64, f64, String)> = best
        .into_iter()
        .map(|(name, (a, b))| {
            let (x, y) = axes.at(a, b);
            (x, y - 8.0, name)
        })
        .collect();
    names.sort_by(|a, b| a.1.total_cmp(&b.1));
    // Names that would overlap go up.
    for n in 0..names.len() {
        for m in 0..n {
            let near = (names[n].0 - names[m].0).abs() < 7.0 * names[n].2.len().max(names[m].2.len()) as f64 * 0.9;
            if near && (names[n].1 - names[m].1).abs() < 12.0 {
                names[n].1 = names[m].1 + 12.5;
            }
        }
    }
    for (x, y, name) in names {
        let _ = write!(
            svg,
            "<text x={x:.1} y={y:.1} text-anchor=middle font-size=11>{name}</text>"
        );
    }
    svg + "</svg>"
}
