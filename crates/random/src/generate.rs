//! Writes random kernels as Rust source: nested loops over ranges of every form, `break` and `continue`
//! with and without labels, also of the parallel loop, branches, `match`, short circuits, gathers, arrays,
//! a table, tuples and mixed types, all of them bounded and free of faults; behind some of the loops, stages. Apart from
//! these, kernels of stages in which something may fail.

use super::stages::{ITEMS, Stages};
use std::fmt::Write;

/// A small generator of numbers: SplitMix64 (Steele, Lea, Flood, 2014).
pub struct Random(pub u64);
impl Random {
    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.bits() % n
    }
    fn one(&mut self, of: &[&str]) -> String {
        of[self.below(of.len() as u64) as usize].to_string()
    }
}

/// A module's text with `count` kernels named `random_0`, `random_1`, ….
pub fn file(count: u64, seed: u64) -> String {
    let mut text = String::from(
        "// Random control flow, written by `generate`.\n\
         use hoist::prelude::*;\n\n\
         const TABLE: [i32; 5] = [3, -7, 1 << 20, 0, 12345];\n\n\
         #[device]\nfn turned(e: &mut [f32; 4], by: u32) -> f32 {\n    \
             let last = e[3];\n    for k in 1..4 {\n        e[4 - k] = e[3 - k];\n    }\n    \
             e[0] = last;\n    e[(by & 3) as usize]\n}\n",
    );
    text += ITEMS;
    let _ = writeln!(
        text,
        "\n/// How many kernels these are.\npub const COUNT: usize = {count};"
    );
    for n in 0..count {
        text += &kernel(n, seed.wrapping_mul(1000).wrapping_add(n));
    }
    text += "\npub fn each(mut run: impl FnMut(&'static str, crate::Plain, crate::OnDevice)) {\n";
    for n in 0..count {
        let _ = writeln!(
            text,
            "    run(\"random_{n}\", random_{n}, |d, x, z, y, w| random_{n}::run(d, x, z, &mut *y, &mut *w));"
        );
    }
    text += "}\n";
    let failing = count.div_ceil(15);
    let _ = writeln!(
        text,
        "\n/// How many kernels may fail.\npub const FAILING: usize = {failing};"
    );
    for n in 0..failing {
        let mut random = Random(!seed.wrapping_mul(1000).wrapping_add(n));
        let _ = writeln!(
            text,
            "\n#[kernel]\npub fn failing_{n}(z: &[i32], w: &mut [i32]) {{\n{}}}",
            Stages::write(&mut random, true)
        );
    }
    text += "\npub fn each_failing(mut run: impl FnMut(&'static str, crate::Whole, crate::WholeOnDevice)) {\n";
    for n in 0..failing {
        let _ = writeln!(
            text,
            "    run(\"failing_{n}\", failing_{n}, |d, z, w| failing_{n}::run(d, z, &mut *w));"
        );
    }
    text + "}\n"
}

fn kernel(n: u64, seed: u64) -> String {
    // Nests of three and stages take the compiler long: the first fifty have them.
    let first = n < 50;
    let mut w = Writer {
        random: Random(seed),
        aggregates: n % 3 == 2,
        text: String::new(),
        depth: 1,
        loops: Vec::new(),
        names: 0,
    };
    let _ = writeln!(
        w.text,
        "\n#[kernel]\npub fn random_{n}(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {{"
    );
    w.line("'p: for i in par(0..y.len()) {");
    w.depth += 1;
    w.line("let mut a = x[i];");
    w.line("let mut b = z[i];");
    w.line("let mut c = (i as u32).wrapping_mul(2654435769);");
    w.line("let mut d = 0.5f32;");
    if w.aggregates {
        w.line("let mut e = [x[i], 1.5, a * 0.5, 0.25];");
        w.line("let mut g = [[b, 3], [b >> 3, -1]];");
        w.line("let mut p = (d, b);");
    }
    w.block(if first { 3 } else { 2 });
    w.results(["a + d", " + e[1] + p.0", "b ^ (c as i32)", " ^ g[1][0] ^ p.1"]);
    w.depth -= 1;
    w.line("}");
    if first && n % 4 == 1 {
        w.text += &Stages::write(&mut w.random, false);
    }
    w.text += "}\n";
    w.text
}

struct Writer {
    random: Random,
    /// Whether arrays, the table and tuples are in it: they take the compiler longest, so a third has them.
    aggregates: bool,
    text: String,
    depth: usize,
    loops: Vec<String>,
    names: u32,
}

impl Writer {
    fn line(&mut self, s: &str) {
        let _ = writeln!(self.text, "{}{s}", "    ".repeat(self.depth));
    }

    fn float(&mut self, depth: u32) -> String {
        if depth == 0 {
            return match self.random.below(if self.aggregates { 7 } else { 5 }) {
                5 => self.random.one(&["e[2]", "p.0"]),
                6 => "e[(c & 3) as usize]".into(),
                0 => format!("{}.{}f32", self.random.below(4), self.random.below(100)),
                1 => "x[(c as usize) % x.len()]".into(),
                _ => self.random.one(&["a", "d", "x[i]"]),
            };
        }
        let (l, r) = (self.float(depth - 1), self.float(depth - 1));
        match self.random.below(8) {
            0 => format!("({l} + {r})"),
            1 => format!("({l} - {r})"),
            2 => format!("({l} * {r})"),
            3 => format!("({l} / ({r} + 3.5))"),
            4 => format!("{l}.abs().sqrt()"),
            5 => format!("(if {} {{ {l} }} else {{ {r} }})", self.test(1)),
            6 => format!("({} as f32)", self.int(depth - 1)),
            _ => format!("{l}.floor()"),
        }
    }

    fn int(&mut self, depth: u32) -> String {
        if depth == 0 {
            return match self.random.below(if self.aggregates { 8 } else { 5 }) {
                5 => "g[(c & 1) as usize][1]".into(),
                6 => "TABLE[(c % 5) as usize]".into(),
                7 => self.random.one(&["g[0][(b & 1) as usize]", "p.1"]),
                0 => format!("{}i32", self.random.below(1000)),
                1 => "z[(c as usize) % z.len()]".into(),
                2 => "(c as i32)".into(),
                _ => self.random.one(&["b", "z[i]"]),
            };
        }
        let (l, r) = (self.int(depth - 1), self.int(depth - 1));
        match self.random.below(9) {
            0 => format!("{l}.wrapping_add({r})"),
            1 => format!("{l}.wrapping_sub({r})"),
            2 => format!("{l}.wrapping_mul({r})"),
            3 => format!("({l} & {r})"),
            4 => format!("({l} ^ {r})"),
            5 => format!("({l} >> {})", self.random.below(31)),
            6 => format!("({l} / 7)"),
            7 => format!("{l}.min({r})"),
            _ => format!("({} as i32)", self.float(depth - 1)),
        }
    }

    fn test(&mut self, depth: u32) -> String {
        let simple = match self.random.below(4) {
            0 => format!("{} < {}", self.float(1), self.float(1)),
            1 => format!("{} >= {}", self.int(1), self.int(1)),
            2 => "c & 3 == 1".into(),
            _ => format!("{} != {}", self.int(0), self.int(0)),
        };
        match self.random.below(4) {
            0 if depth > 0 => format!("({simple} && {})", self.test(depth - 1)),
            1 if depth > 0 => format!("({simple} || {})", self.test(depth - 1)),
            _ => format!("({simple})"),
        }
    }

    fn block(&mut self, budget: u32) {
        for _ in 0..1 + self.random.below(4) {
            self.statement(budget);
        }
    }

    fn statement(&mut self, budget: u32) {
        let more = if self.aggregates { 3 } else { 0 };
        let kind = self.random.below(more + if budget == 0 { 5 } else { 13 });
        // What needs no budget comes first.
        let kind = match kind {
            5..8 if self.aggregates => return self.aggregate(),
            8.. => kind - more,
            _ => kind,
        };
        match kind {
            0 => {
                let e = self.float(2);
                let v = self.random.one(&["a", "d"]);
                self.line(&format!("{v} = {e};"));
            }
            1 => {
                let e = self.int(2);
                self.line(&format!("b = {e};"));
            }
            2 => self.line("c = c.wrapping_mul(1664525).wrapping_add(1013904223);"),
            3 => {
                let e = self.float(1);
                let op = self.random.one(&["+=", "-=", "*="]);
                self.line(&format!("d {op} {e};"));
            }
            4 => self.leave(),
            5 | 6 => self.branch(budget),
            12 => self.a_match(),
            _ => self.a_loop(budget, kind),
        }
    }

    /// What an iteration leaves, with what the aggregates hold.
    fn results(&mut self, [y, more_y, w, more_w]: [&str; 4]) {
        let (more_y, more_w) = if self.aggregates { (more_y, more_w) } else { ("", "") };
        self.line(&format!("y[i] = {y}{more_y};"));
        self.line(&format!("w[i] = {w}{more_w};"));
    }

    /// A store to an array, a tuple, or a device function that changes an array.
    fn aggregate(&mut self) {
        let line = match self.random.below(6) {
            0 => format!("e[(c & 3) as usize] = {};", self.float(1)),
            1 => format!("e[{}] += {};", self.random.below(4), self.float(1)),
            2 => format!("g[(b & 1) as usize][(c & 1) as usize] ^= {};", self.int(1)),
            3 => format!("(p.1, p.0) = ({}, {});", self.int(1), self.float(1)),
            4 => "d = turned(&mut e, c);".into(),
            _ => format!("p = (d, {});", self.int(1)),
        };
        self.line(&line);
    }

    fn leave(&mut self) {
        let c = self.test(1);
        let depth = self.loops.len() as u64;
        // One more is the parallel loop, which only `continue` may name.
        let at = self.random.below(depth + 1);
        let word = if at == depth {
            self.random.one(&["continue", "continue 'p", "continue 'p"])
        } else {
            self.random.one(&["break", "continue"])
        };
        let label = match self.loops.get(at as usize) {
            Some(label) if self.random.below(2) == 0 => format!(" {label}"),
            _ => String::new(),
        };
        self.line(&format!("if {c} {{"));
        self.depth += 1;
        self.line("c ^= 0x55;");
        if at == depth {
            // So that what was computed until here is seen.
            self.results(["a - d", " + e[1]", "b ^ (c as i32)", " ^ g[0][1] ^ p.1"]);
        }
        self.line(&format!("{word}{label};"));
        self.depth -= 1;
        self.line("}");
    }

    fn a_match(&mut self) {
        let (of, low) = (self.random.one(&["c & 7", "(b as u32) & 7", "7"]), self.random.below(3));
        let c = self.test(1);
        self.line(&format!("match {of} {{"));
        let heads = [
            format!("{low} | 5 => {{"),
            format!("n @ 2..=4 if n > {low} && {c} => {{"),
            format!("..{} => {{", low + 1),
            "n => {".to_string(),
        ];
        self.depth += 1;
        for (n, head) in heads.iter().enumerate() {
            self.line(head);
            if n % 2 == 1 {
                self.depth += 1;
                self.line("c = c.wrapping_add(n);");
                self.depth -= 1;
            }
            self.nest(1);
            self.line("}");
        }
        self.depth -= 1;
        self.line("}");
    }

    fn branch(&mut self, budget: u32) {
        let c = self.test(2);
        self.line(&format!("if {c} {{"));
        self.nest(budget);
        if self.random.below(2) == 0 {
            self.line("} else {");
            self.nest(budget);
        }
        self.line("}");
    }

    fn nest(&mut self, budget: u32) {
        self.depth += 1;
        self.block(budget - 1);
        self.depth -= 1;
    }

    fn a_loop(&mut self, budget: u32, kind: u64) {
        self.names += 1;
        let (t, label) = (format!("t{}", self.names), format!("'l{}", self.names));
        match kind {
            7 | 8 => {
                let (n, k) = (1 + self.random.below(5), 1 + self.random.below(3));
                let last = self.random.one(&["(z.len() as u32 & 3)", "4u32", "(b as u32 & 3)"]);
                let range = match self.random.below(6) {
                    0 => format!("0..={last}"),
                    1 => format!("(0..={last}).rev()"),
                    2 => format!("(1..{last}).step_by({k})"),
                    3 => format!("(u32::MAX - {n}..=u32::MAX).rev().step_by({k})"),
                    _ => format!("0..{n}u32"),
                };
                self.line(&format!("{label}: for {t} in {range} {{"));
            }
            9 => {
                let range = self.random.one(&["0..(c & 3)", "(0..c & 3).rev()", "(c & 1)..=3"]);
                self.line(&format!("{label}: for {t} in {range} {{"));
            }
            10 => {
                self.line(&format!("let mut {t} = 0i32;"));
                let c = self.test(1);
                self.line(&format!("{label}: while {t} < (b & 7) && {c} {{"));
            }
            _ => {
                self.line(&format!("let mut {t} = 0u32;"));
                self.line(&format!("{label}: loop {{"));
            }
        }
        self.depth += 1;
        if kind >= 10 {
            self.line(&format!("{t} += 1;"));
        } else {
            self.line(&format!("c = c.wrapping_add({t});"));
        }
        if kind == 11 {
            self.line(&format!("if {t} > 6 {{ break; }}"));
        }
        self.depth -= 1;
        self.loops.push(label);
        self.nest(budget);
        self.loops.pop();
        self.line("}");
    }
}
