//! What follows a random kernel's first loop: scans, compactions, reductions and their ties, scatters, groups, structs, generic
//! device functions, calls of kernels, scratch memory, halves, and host loops around these. All in whole numbers, whose
//! sums have one value in every order.

use super::generate::Random;

/// What the stages use.
pub const ITEMS: &str = "
#[derive(Element, Clone, Copy)]
struct Pair {
    low: i32,
    high: [i32; 2],
}

#[device]
fn swapped(p: Pair, by: u32) -> Pair {
    if by % 3 == 0 {
        return Pair { low: p.high[1], high: [p.low, p.high[0]] };
    }
    Pair { low: p.low ^ p.high[(by & 1) as usize], high: [p.high[1], p.low] }
}

#[device]
fn middle<T: Number>(a: T, b: T, c: T) -> T {
    let low = if a < b { a } else { b };
    let high = if a < b { b } else { a };
    if c < low {
        return low;
    }
    if c < high { c } else { high }
}

#[kernel]
pub fn mirrored(z: &[i32], w: &mut [i32]) {
    for i in par(0..w.len()) {
        w[i] = w[i] ^ z[z.len() - 1 - i];
    }
}
";

/// Writes stages into a kernel of `z` and `w`, two slices of one length.
pub struct Stages<'a> {
    pub random: &'a mut Random,
    pub text: String,
    depth: usize,
    names: u32,
    /// Whole numbers that a loop computed so far, which expressions may use.
    seen: Vec<String>,
    /// Whether something may fail now and then.
    faults: bool,
}

impl<'a> Stages<'a> {
    /// A few stages, in which something may fail if `faults`.
    pub fn write(random: &'a mut Random, faults: bool) -> String {
        let mut s = Stages {
            random,
            text: String::new(),
            depth: 1,
            names: 0,
            seen: Vec::new(),
            faults,
        };
        for _ in 0..1 + s.random.below(3) {
            s.stage(true);
        }
        s.text
    }

    fn line(&mut self, s: &str) {
        self.text += &"    ".repeat(self.depth);
        self.text += s;
        self.text.push('\n');
    }
    fn name(&mut self, letter: char) -> String {
        self.names += 1;
        format!("{letter}{}", self.names)
    }
    /// Opens a block, and closes it behind `inside`.
    fn nest(&mut self, head: &str, inside: impl FnOnce(&mut Self)) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line("}");
    }
    /// A parallel loop over `range`, with what expressions use.
    fn par(&mut self, range: &str, inside: impl FnOnce(&mut Self)) {
        self.nest(&format!("for i in par({range})"), |s| {
            s.line("let b = z[i];");
            s.line("let c = (i as u32).wrapping_mul(2654435769);");
            inside(s);
        });
    }

    /// An expression of `z`, `b` and `c`.
    fn whole(&mut self, depth: u32) -> String {
        if depth == 0 {
            if !self.seen.is_empty() && self.random.below(4) == 0 {
                return self.seen[self.random.below(self.seen.len() as u64) as usize].clone();
            }
            if self.faults && self.random.below(6) == 0 {
                return self.fault();
            }
            return match self.random.below(6) {
                0 => format!("{}i32", self.random.below(1000)),
                1 => "z[(c >> 3) as usize % z.len()]".into(),
                2 => "(c as i32)".into(),
                3 => "TABLE[(c % 5) as usize]".into(),
                _ => "b".into(),
            };
        }
        let (l, r) = (self.whole(depth - 1), self.whole(depth - 1));
        match self.random.below(8) {
            0 => format!("{l}.wrapping_add({r})"),
            1 => format!("{l}.wrapping_mul({r})"),
            2 => format!("({l} & {r})"),
            3 => format!("({l} >> {})", self.random.below(31)),
            4 => format!("{l}.max({r})"),
            5 => format!("(if {} {{ {l} }} else {{ {r} }})", self.test()),
            6 => format!("middle({l}, {r}, b)"),
            _ => format!("({l} ^ {r})"),
        }
    }
    /// An expression that fails for one `c` in some thousands.
    fn fault(&mut self) -> String {
        let (bits, of) = (18 + self.random.below(4), self.random.below(1 << 32));
        let c = format!("(c ^ {of})");
        match self.random.below(7) {
            0 => format!("z[{c} as usize % (z.len() + 1)]"),
            1 => format!("(b / (({c} >> {bits}) as i32))"),
            2 => format!("(b % (({c} & {}) as i32))", (2 << (32 - bits)) - 1),
            3 => format!("TABLE[(({c} & 0xffff) / 13106) as usize]"),
            4 => format!("z[(i % z.len()).wrapping_sub(({c} >> {bits} == 0) as usize * z.len())]"),
            5 => format!("z[(i % z.len()) + ({c} >> {bits} == 0) as usize * (z.len() / 2)]"),
            _ => format!("(i32::MIN / ({c} >> {bits}).wrapping_sub(1) as i32)"),
        }
    }
    fn test(&mut self) -> String {
        match self.random.below(4) {
            0 => "c & 3 == 1".into(),
            1 => format!("{} > {}", self.whole(0), self.whole(0)),
            2 => format!("({} & 1 == 0 && b < {})", self.whole(0), self.whole(0)),
            _ => format!("{} != {}", self.whole(0), self.whole(0)),
        }
    }
    /// An update of `place` that joins values in any order, and what it starts from.
    fn update(&mut self, place: &str) -> (String, &'static str) {
        let e = self.whole(1);
        match self.random.below(6) {
            0 => (format!("{place} ^= {e};"), "0i32"),
            1 => (format!("{place} |= {e};"), "0i32"),
            2 => (format!("{place} &= {e};"), "-1i32"),
            3 => (format!("{place} = {place}.min({e});"), "i32::MAX"),
            4 => (format!("{place} = {place}.max({e});"), "-5i32"),
            _ => (format!("{place} = {place}.wrapping_add({e});"), "7i32"),
        }
    }
    /// A line, now and then under a condition.
    fn perhaps(&mut self, line: &str) {
        if self.faults && self.random.below(6) == 0 {
            let c = self.random.below(4096);
            self.line(&format!("assert!(c >> 20 != {c}, \"unlucky\");"));
        }
        match self.random.below(3) {
            0 => {
                let t = self.test();
                self.nest(&format!("if {t}"), |s| s.line(line));
            }
            1 => {
                let t = self.name('t');
                self.nest(&format!("for {t} in 0..(c & 3)"), |s| s.line(line));
            }
            _ => self.line(line),
        }
    }

    fn stage(&mut self, outer: bool) {
        match self.random.below(if outer { 16 } else { 15 }) {
            0..3 => self.scan(),
            3 => self.reduction(),
            4 => self.best(),
            5 => self.scatter(),
            6 => self.compaction(),
            7 | 8 => self.groups(),
            9 => self.structs(),
            10 => self.scratch(),
            11 => match self.random.below(2) {
                0 => self.line("mirrored(z, &mut *w);"),
                _ => self.halves(),
            },
            12..15 => self.mixed(),
            _ => {
                let (t, n) = (self.name('r'), 1 + self.random.below(3));
                self.nest(&format!("for {t} in 0..{n}u32"), |s| s.stage(false));
            }
        }
    }

    /// Sums that the loop reads, before or behind their updates.
    fn scan(&mut self) {
        let (s, t) = (self.name('s'), self.name('s'));
        let two = self.random.below(2) == 0;
        let (first, second) = (self.update(&s), self.update(&t));
        self.line(&format!("let mut {s} = {};", first.1));
        if two {
            self.line(&format!("let mut {t} = {};", second.1));
        }
        let behind = self.random.below(2) == 0;
        let seen = if two { format!("{s} ^ {t}") } else { s.clone() };
        self.par("0..z.len()", |g| {
            if !behind {
                g.line(&format!("w[i] = w[i] ^ {seen};"));
            }
            g.perhaps(&first.0);
            if two {
                g.perhaps(&second.0);
            }
            if behind {
                g.line(&format!("w[i] = w[i] ^ {seen};"));
            }
        });
        self.line(&format!("w[0] = w[0] ^ {s};"));
    }

    fn reduction(&mut self) {
        let s = self.name('s');
        let (line, from) = self.update(&s);
        self.line(&format!("let mut {s} = {from};"));
        self.par("0..z.len()", |g| {
            if g.random.below(2) == 0 {
                let t = g.test();
                g.nest(&format!("if {t}"), |g| g.line("continue;"));
            }
            g.perhaps(&line);
        });
        self.line(&format!("w[0] = w[0] ^ {s};"));
    }

    /// The first or last best value, and where it is.
    fn best(&mut self) {
        let (m, at) = (self.name('m'), self.name('k'));
        let compare = ["<", "<=", ">", ">="][self.random.below(4) as usize];
        let first = self.random.below(100);
        self.line(&format!("let mut {m} = {first}i32;"));
        self.line(&format!("let mut {at} = z.len();"));
        self.par("0..z.len()", |g| {
            let e = g.whole(1);
            g.line(&format!("let v = {e};"));
            let more = if g.random.below(2) == 0 {
                format!("{} && ", g.test())
            } else {
                String::new()
            };
            g.nest(&format!("if {more}v {compare} {m}"), |g| {
                g.line(&format!("{m} = v;"));
                g.line(&format!("{at} = i;"));
            });
        });
        self.line(&format!("w[0] = w[0] ^ {m} ^ ({at} as i32);"));
    }

    fn scatter(&mut self) {
        let place = [
            "w[(c >> 5) as usize % w.len()]",
            "w[(b & 7) as usize % w.len()]",
            "w[0]",
        ];
        let place = place[self.random.below(3) as usize];
        let (line, _) = self.update(place);
        self.par("0..z.len()", |g| g.perhaps(&line));
    }

    fn compaction(&mut self) {
        let n = self.name('n');
        self.line(&format!("let mut {n} = 0;"));
        self.par("0..z.len()", |g| {
            let (t, e) = (g.test(), g.whole(1));
            g.nest(&format!("if {t}"), |g| {
                g.line(&format!("w[{n}] = {e};"));
                g.line(&format!("{n} += 1;"));
            });
        });
        self.line(&format!("w[0] = w[0] ^ ({n} as i32);"));
    }

    /// What `inside` writes, apart.
    fn apart(&mut self, inside: impl FnOnce(&mut Self)) -> String {
        let text = std::mem::take(&mut self.text);
        inside(self);
        std::mem::replace(&mut self.text, text)
    }

    /// One loop of several forms, each with memory of its own; a later one may use what an earlier one has so far.
    fn mixed(&mut self) {
        let (mut heads, mut behind) = (String::new(), String::new());
        self.depth += 1;
        let body = self.apart(|s| {
            for _ in 0..2 + s.random.below(2) {
                if s.random.below(5) == 0 {
                    let seen = std::mem::take(&mut s.seen);
                    let t = s.test();
                    s.seen = seen;
                    s.nest(&format!("if {t}"), |s| s.line("continue;"));
                }
                behind += &s.piece(&mut heads);
            }
        });
        self.depth -= 1;
        self.seen.clear();
        self.text += &heads;
        self.par("0..z.len()", |s| s.text += &body);
        self.text += &behind;
    }

    /// Writes one of a loop's forms. What it needs goes to `heads`, the answer is what follows behind the loop.
    fn piece(&mut self, heads: &mut String) -> String {
        let kind = self.random.below(7);
        let (v, u) = (self.name('v'), self.name('u'));
        // What a running sum adds may not depend on another, nor what a compaction keeps.
        let value = if kind == 5 { self.whole(1) } else { String::new() };
        let seen = if kind < 2 || kind == 5 {
            std::mem::take(&mut self.seen)
        } else {
            Vec::new()
        };
        match kind {
            0 | 1 => {
                let (line, from) = self.update(&v);
                *heads += &format!("    let mut {v} = {from};\n");
                *heads += &format!("    let mut {u} = vec![3i32; z.len()];\n");
                let early = self.random.below(2) == 0;
                if early {
                    self.line(&format!("{u}[i] = {v};"));
                }
                self.perhaps(&line);
                if !early {
                    self.line(&format!("{u}[i] = {v};"));
                }
            }
            2 => {
                let (line, from) = self.update(&v);
                *heads += &format!("    let mut {v} = {from};\n");
                self.perhaps(&line);
            }
            3 => {
                let compare = ["<", "<=", ">", ">="][self.random.below(4) as usize];
                let e = self.whole(1);
                *heads += &format!("    let mut {v} = 20i32;\n");
                *heads += &format!("    let mut {u} = z.len();\n");
                self.line(&format!("let t = {e};"));
                self.nest(&format!("if t {compare} {v}"), |s| {
                    s.line(&format!("{v} = t;"));
                    s.line(&format!("{u} = i;"));
                });
            }
            4 => {
                let size = [1, 8, 16, 500][self.random.below(4) as usize];
                let at = ["b", "(c >> 7)"][self.random.below(2) as usize];
                let (line, from) = self.update(&format!("{u}[{at} as usize % {size}]"));
                *heads += &format!("    let mut {u} = vec![{from}; {size}];\n");
                self.perhaps(&line);
            }
            5 => {
                let t = self.test();
                *heads += &format!("    let mut {v} = 0usize;\n");
                *heads += &format!("    let mut {u} = vec![5i32; z.len()];\n");
                self.nest(&format!("if {t}"), |s| {
                    s.line(&format!("{u}[{v}] = {value};"));
                    s.line(&format!("{v} += 1;"));
                });
            }
            _ => {
                let e = self.whole(1);
                *heads += &format!("    let mut {u} = vec![9i32; z.len()];\n");
                self.perhaps(&format!("{u}[i] = {e};"));
                if self.random.below(2) == 0 {
                    self.line(&format!("w[i] = w[i] ^ {u}[i];"));
                }
            }
        }
        self.seen.extend(seen);
        if kind < 2 {
            self.seen.push(v.clone());
        }
        let depth = std::mem::replace(&mut self.depth, 1);
        let behind = self.apart(|s| {
            if matches!(kind, 0 | 1 | 2 | 3 | 5) {
                s.line(&format!("w[0] = w[0] ^ ({v} as i32);"));
            }
            match kind {
                2 => {}
                3 => s.line(&format!("w[0] = w[0] ^ ({u} as i32);")),
                _ => s.nest("for i in par(0..z.len())", |s| {
                    s.line(&format!("w[i] = w[i] ^ {u}[i % {u}.len()];"));
                }),
            }
        });
        self.depth = depth;
        behind
    }

    /// A tile that items fill, reduce and hand on to each other.
    fn groups(&mut self) {
        let size = [4, 10, 48, 300][self.random.below(4) as usize];
        let s = self.name('s');
        let item = |g: &mut Self| {
            g.line(&format!("let i = g * {size} + t;"));
            g.line("let b = z[i % z.len()];");
            g.line("let c = (i as u32).wrapping_mul(2654435769);");
        };
        let from = [
            format!("{} - 1 - t", size),
            format!("(t + 1) % {size}"),
            format!("t * 7 % {size}"),
        ];
        let from = from[self.random.below(3) as usize].clone();
        self.nest(&format!("for g in par(0..z.len().div_ceil({size}))"), |g| {
            g.line(&format!("let mut tile = [0i32; {size}];"));
            g.nest(&format!("for t in par(0..{size})"), |g| {
                item(g);
                let e = g.whole(1);
                g.line(&format!("tile[t] = {e};"));
            });
            if g.random.below(2) == 0 {
                let n = 1 + g.random.below(3);
                g.nest(&format!("for k in 0..{n}usize"), |g| {
                    g.line(&format!("let mut old = [0i32; {size}];"));
                    g.nest(&format!("for t in par(0..{size})"), |g| g.line("old[t] = tile[t];"));
                    g.nest(&format!("for t in par(0..{size})"), |g| {
                        item(g);
                        let e = g.whole(1);
                        g.line(&format!("tile[t] = old[{from}] ^ {e};"));
                    });
                });
            }
            let (line, first) = g.update(&s);
            g.line(&format!("let mut {s} = {first};"));
            g.nest(&format!("for t in par(0..{size})"), |g| {
                item(g);
                g.line(&line);
            });
            g.nest(&format!("for t in par(0..{size})"), |g| {
                g.line(&format!("let i = g * {size} + t;"));
                g.nest("if i < w.len()", |g| {
                    g.line(&format!("w[i] = w[i] ^ tile[{from}] ^ {s};"));
                });
            });
        });
    }

    fn structs(&mut self) {
        self.par("0..z.len()", |g| {
            let e = [0; 4].map(|_| g.whole(1));
            g.line(&format!(
                "let mut p = Pair {{ low: {}, high: [{}, {}] }};",
                e[0], e[1], e[2]
            ));
            g.perhaps(&format!("p.high[(c & 1) as usize] ^= {};", e[3]));
            g.perhaps("p = swapped(p, c);");
            g.line("w[i] = w[i] ^ middle(p.low, p.high[0], p.high[1]);");
        });
    }

    /// Memory of the kernel's own, of numbers or of structs.
    fn scratch(&mut self) {
        let t = self.name('u');
        let pairs = self.random.below(2) == 0;
        let (zero, e) = if pairs {
            let (l, h) = (self.whole(1), self.whole(1));
            (
                "Pair { low: 3, high: [5, 7] }",
                format!("Pair {{ low: {l}, high: [b, {h}] }}"),
            )
        } else {
            ("0i32", self.whole(1))
        };
        let field = if pairs { ".high[1]" } else { "" };
        self.line(&format!("let mut {t} = vec![{zero}; z.len()];"));
        self.par("0..z.len()", |g| g.perhaps(&format!("{t}[i] = {e};")));
        self.par("0..z.len()", |g| {
            g.line(&format!("w[i] = w[i] ^ {t}[(c >> 2) as usize % z.len()]{field};"));
        });
    }

    fn halves(&mut self) {
        let (a, b) = (self.name('a'), self.name('a'));
        self.nest("", |g| {
            g.line(&format!("let ({a}, {b}) = w.split_at_mut(z.len() / 2);"));
            g.nest(&format!("for i in par(0..{a}.len())"), |g| {
                g.line(&format!("let t = {a}[i];"));
                g.line(&format!("{a}[i] = {b}[i] ^ z[i];"));
                g.line(&format!("{b}[i] = t;"));
            });
        });
    }
}
