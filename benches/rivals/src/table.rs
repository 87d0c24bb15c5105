//! What is printed: medians of paired ratios.

use crate::entry::{Entry, Rules};
use crate::races::Race;

/// One contestant's result.
pub struct Result {
    pub who: String,
    pub rules: Rules,
    /// Median of its times.
    pub ms: f64,
    /// Median of its time over hoist's in the same round: above 1 hoist is ahead.
    pub ratio: f64,
}

pub struct Row {
    name: &'static str,
    label: String,
    class: &'static str,
    threads: usize,
    pub hoist_ms: f64,
    pub rivals: Vec<Result>,
    /// Those that did not take part, and why.
    pub left_out: Vec<String>,
}

/// The middle one, or the mean of the middle two.
pub fn median(all: &[f64]) -> f64 {
    let mut all = all.to_vec();
    all.sort_by(f64::total_cmp);
    match all.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => all[n / 2],
        n => (all[n / 2 - 1] + all[n / 2]) / 2.0,
    }
}

pub fn head(threads: usize, compiler: &str, python: &str) -> String {
    format!(
        "{} threads; {compiler}; {python}; Rust rivals for this processor\n\
         rival / hoist, median of paired rounds: above 1 hoist is ahead\n",
        threads
    )
}

impl Row {
    pub fn new(race: &Race, threads: usize) -> Self {
        Row {
            name: race.name,
            label: race.label(),
            class: race.class,
            threads,
            hoist_ms: 0.0,
            rivals: vec![],
            left_out: vec![],
        }
    }

    /// Takes the times; the first entry is hoist.
    pub fn fill(&mut self, entries: &[Entry], times: &[Vec<f64>]) {
        self.hoist_ms = median(&times[0]);
        for (e, t) in entries.iter().zip(times).skip(1) {
            let ratios: Vec<f64> = t.iter().zip(&times[0]).map(|(t, h)| t / h).collect();
            self.rivals.push(Result {
                who: e.who.clone(),
                rules: e.rules,
                ms: median(t),
                ratio: median(&ratios),
            });
        }
    }

    fn best(&self, rules: Rules) -> Option<&Result> {
        let all = self.rivals.iter().filter(|r| r.rules == rules);
        all.min_by(|a, b| a.ratio.total_cmp(&b.ratio))
    }

    pub fn text(&self) -> String {
        let mut out = format!(
            "{:<26} {:<7} {} thread{}  hoist {:9.3} ms",
            self.label,
            self.class,
            self.threads,
            if self.threads > 1 { "s" } else { " " },
            self.hoist_ms
        );
        for (rules, word) in [(Rules::Strict, "best strict"), (Rules::Fast, "best fast-math")] {
            if let Some(r) = self.best(rules) {
                out += &format!("   {word} {:.2} ({}, {:.3} ms)", r.ratio, r.who, r.ms);
            }
        }
        let all: Vec<String> = self
            .rivals
            .iter()
            .map(|r| format!("{} {:.2}", r.who, r.ratio))
            .collect();
        out += &format!("\n    {}", all.join("; "));
        for why in &self.left_out {
            out += &format!("\n    left out: {why}");
        }
        out
    }
}

/// All rows, as one array of objects.
pub fn json(rows: &[Row]) -> String {
    let quoted = |s: &str| format!("\"{}\"", s.replace('\\', "\\\\").replace('"', "\\\""));
    let row = |r: &Row| {
        let rivals: Vec<String> = r
            .rivals
            .iter()
            .map(|v| {
                let strict = v.rules == Rules::Strict;
                format!(
                    "{{\"who\": {}, \"strict\": {strict}, \"ms\": {:.4}, \"ratio\": {:.4}}}",
                    quoted(&v.who),
                    v.ms,
                    v.ratio
                )
            })
            .collect();
        let left: Vec<String> = r.left_out.iter().map(|l| quoted(l)).collect();
        format!(
            "  {{\"kernel\": {}, \"what\": {}, \"class\": {}, \"threads\": {}, \"hoist_ms\": {:.4}, \"rivals\": [{}], \"left_out\": [{}]}}",
            quoted(r.name),
            quoted(&r.label),
            quoted(r.class),
            r.threads,
            r.hoist_ms,
            rivals.join(", "),
            left.join(", ")
        )
    };
    let all: Vec<String> = rows.iter().map(row).collect();
    format!("[\n{}\n]\n", all.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_middle() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median(&[]).is_nan());
    }
}
