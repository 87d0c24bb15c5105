//! A loop nest: its text, and what it touches when it runs. The run shares nothing with the front end.

use std::collections::HashMap;
use std::fmt::Write;

/// Scalars come first among the variables.
pub const SCALARS: [&str; 4] = ["n", "m", "w", "c"];
/// Slices; the last is only read.
pub const SLICES: [&str; 3] = ["a", "b", "x"];

/// A `usize`.
#[derive(Clone, Debug)]
pub enum E {
    Num(u64),
    Var(usize),
    Len(usize),
    Op(Box<E>, char, Box<E>),
    Min(Box<E>, Box<E>),
}

impl E {
    pub fn op(self, op: char, b: E) -> E {
        E::Op(Box::new(self), op, Box::new(b))
    }

    pub fn text(&self, names: &[String]) -> String {
        match self {
            E::Num(n) => n.to_string(),
            E::Var(v) => names[*v].clone(),
            E::Len(s) => format!("{}.len()", SLICES[*s]),
            E::Op(a, op, b) => format!("({} {op} {})", a.text(names), b.text(names)),
            E::Min(a, b) => format!("{}.min({})", a.text(names), b.text(names)),
        }
    }

    /// As release Rust computes it: wrapping. Divisors are literals.
    pub fn value(&self, env: &[u64], lens: &[usize]) -> u64 {
        match self {
            E::Num(n) => *n,
            E::Var(v) => env[*v],
            E::Len(s) => lens[*s] as u64,
            E::Min(a, b) => a.value(env, lens).min(b.value(env, lens)),
            E::Op(a, op, b) => {
                let (a, b) = (a.value(env, lens), b.value(env, lens));
                match op {
                    '+' => a.wrapping_add(b),
                    '-' => a.wrapping_sub(b),
                    '*' => a.wrapping_mul(b),
                    '/' => a / b,
                    _ => a % b,
                }
            }
        }
    }
}

#[derive(Clone, Debug)]
pub struct Range {
    pub from: E,
    pub to: E,
    pub inclusive: bool,
    pub reversed: bool,
    pub step: Option<E>,
}

impl Range {
    fn text(&self, names: &[String]) -> String {
        let dots = if self.inclusive { "..=" } else { ".." };
        let mut text = format!("{}{dots}{}", self.from.text(names), self.to.text(names));
        if self.reversed {
            text = format!("({text}).rev()");
        }
        match &self.step {
            Some(k) if self.reversed => format!("{text}.step_by({})", k.text(names)),
            Some(k) => format!("({text}).step_by({})", k.text(names)),
            None => text,
        }
    }

    /// The values; `None` when there are more than `most`.
    fn values(&self, env: &[u64], lens: &[usize], most: u64) -> Option<Vec<u64>> {
        let (from, mut to) = (self.from.value(env, lens), self.to.value(env, lens));
        if self.inclusive {
            to = to.checked_add(1)?;
        }
        let step = self.step.as_ref().map_or(1, |k| k.value(env, lens));
        let count = to.saturating_sub(from);
        if count > most || step == 0 {
            return None;
        }
        let value = |n: u64| if self.reversed { to - 1 - n } else { from + n };
        Some((0..count).step_by(step as usize).map(value).collect())
    }
}

#[derive(Clone, Debug)]
pub enum S {
    /// `slice[at] = reads…` or `+=`.
    Write {
        slice: usize,
        at: E,
        plus: bool,
        reads: Vec<(usize, E)>,
    },
    Let {
        var: usize,
        value: E,
        mutable: bool,
    },
    Bump {
        var: usize,
        by: E,
    },
    For {
        var: usize,
        range: Range,
        body: Vec<S>,
    },
    If {
        test: (E, &'static str, E),
        then: Vec<S>,
        other: Vec<S>,
    },
    /// Of the parallel loop, by its label.
    Continue,
    Break,
}

/// A parallel loop.
#[derive(Clone, Debug)]
pub struct Nest {
    pub names: Vec<String>,
    pub par: Vec<(usize, Range)>,
    pub body: Vec<S>,
}

/// Values at launch.
#[derive(Clone, Debug)]
pub struct Launch {
    pub scalars: [u64; SCALARS.len()],
    pub lens: [usize; SLICES.len()],
}

enum Flow {
    On,
    Break,
    /// The iteration is over: `continue`, or a fault.
    Done,
}

/// Two iterations that touched one element, one of them writing.
pub struct Collision {
    pub slice: usize,
    pub at: u64,
}

struct Run<'a> {
    lens: &'a [usize],
    env: Vec<u64>,
    iteration: u32,
    left: u32,
    /// The iterations that touched an element, and how.
    touched: HashMap<(usize, u64), Vec<(u32, u8)>>,
    /// Each access, in the text's order, is in bounds; see [`Nest::run`].
    outside: bool,
    writes: u64,
}

/// How an element was touched: read, given the one value that all iterations give, written otherwise.
const READ: u8 = 1;
const SAME: u8 = 2;
const WRITE: u8 = 4;

/// What a run did.
pub struct Ran {
    pub iterations: u32,
    pub writes: u64,
    pub collision: Option<Collision>,
    /// Pairs of iterations that meet somewhere.
    pub pairs: u64,
    /// An access was out of bounds.
    pub outside: bool,
}

const STEPS: u32 = 20_000;
const ITERATIONS: u64 = 400;

impl Nest {
    /// The kernel's text.
    pub fn text(&self) -> String {
        let scalars = SCALARS.map(|s| format!("{s}: usize")).join(", ");
        let mut text = format!("fn nest({scalars}, a: &mut [u32], b: &mut [u32], x: &[u32]) {{\n");
        let names: Vec<&str> = self.par.iter().map(|(v, _)| &*self.names[*v]).collect();
        let ranges: Vec<String> = self.par.iter().map(|(_, r)| r.text(&self.names)).collect();
        let _ = match ranges.len() {
            1 => writeln!(text, "    'p: for {} in par({}) {{", names[0], ranges[0]),
            _ => writeln!(
                text,
                "    'p: for ({}) in par(({})) {{",
                names.join(", "),
                ranges.join(", ")
            ),
        };
        self.block(&mut text, &self.body, 2);
        text + "    }\n}\n"
    }

    fn block(&self, out: &mut String, body: &[S], depth: usize) {
        let pad = "    ".repeat(depth);
        let e = |e: &E| e.text(&self.names);
        for s in body {
            let _ = match s {
                S::Write { slice, at, plus, reads } => {
                    let mut value = "1".to_string();
                    for (s, at) in reads {
                        value = format!("({value} ^ {}[{}])", SLICES[*s], e(at));
                    }
                    let op = if *plus { "^=" } else { "=" };
                    writeln!(out, "{pad}{}[{}] {op} {value};", SLICES[*slice], e(at))
                }
                S::Let { var, value, mutable } => {
                    let word = if *mutable { "let mut" } else { "let" };
                    writeln!(out, "{pad}{word} {} = {};", self.names[*var], e(value))
                }
                S::Bump { var, by } => writeln!(out, "{pad}{} += {};", self.names[*var], e(by)),
                S::For { var, range, body } => {
                    let _ = writeln!(out, "{pad}for {} in {} {{", self.names[*var], range.text(&self.names));
                    self.block(out, body, depth + 1);
                    writeln!(out, "{pad}}}")
                }
                S::If { test, then, other } => {
                    let _ = writeln!(out, "{pad}if {} {} {} {{", e(&test.0), test.1, e(&test.2));
                    self.block(out, then, depth + 1);
                    if !other.is_empty() {
                        let _ = writeln!(out, "{pad}}} else {{");
                        self.block(out, other, depth + 1);
                    }
                    writeln!(out, "{pad}}}")
                }
                S::Continue => writeln!(out, "{pad}continue 'p;"),
                S::Break => writeln!(out, "{pad}break;"),
            };
        }
    }

    /// Whether it is two or three loops deep, over several slices.
    pub fn is_deep(&self) -> bool {
        fn depth(body: &[S]) -> usize {
            let one = |s: &S| match s {
                S::For { body, .. } => 1 + depth(body),
                S::If { then, other, .. } => depth(then).max(depth(other)),
                _ => 0,
            };
            body.iter().map(one).max().unwrap_or(0)
        }
        fn slices(body: &[S], seen: &mut [bool]) {
            for s in body {
                match s {
                    S::Write { slice, reads, .. } => {
                        seen[*slice] = true;
                        reads.iter().for_each(|(s, _)| seen[*s] = true);
                    }
                    S::For { body, .. } => slices(body, seen),
                    S::If { then, other, .. } => {
                        slices(then, seen);
                        slices(other, seen);
                    }
                    _ => {}
                }
            }
        }
        let mut seen = [false; SLICES.len()];
        slices(&self.body, &mut seen);
        self.par.len() + depth(&self.body) >= 2 && seen.iter().filter(|s| **s).count() >= 2
    }

    /// Runs every iteration; `None` when there are too many.
    pub fn run(&self, launch: &Launch) -> Option<Ran> {
        let mut run = Run {
            lens: &launch.lens,
            env: vec![0; self.names.len()],
            iteration: 0,
            left: STEPS,
            touched: HashMap::new(),
            outside: false,
            writes: 0,
        };
        run.env[..SCALARS.len()].copy_from_slice(&launch.scalars);
        let mut dims = Vec::new();
        for (var, range) in &self.par {
            dims.push((*var, range.values(&run.env, run.lens, ITERATIONS)?));
        }
        let total: u64 = dims.iter().map(|(_, v)| v.len() as u64).product();
        if total > ITERATIONS {
            return None;
        }
        for n in 0..total {
            let mut rest = n;
            for (var, values) in dims.iter().rev() {
                let len = values.len() as u64;
                run.env[*var] = values[(rest % len) as usize];
                rest /= len;
            }
            run.iteration = n as u32;
            run.block(&self.body)?;
        }
        let (collision, pairs) = run.met();
        Some(Ran {
            iterations: total as u32,
            writes: run.writes,
            collision,
            pairs,
            outside: run.outside,
        })
    }
}

impl Run<'_> {
    fn value(&self, e: &E) -> u64 {
        e.value(&self.env, self.lens)
    }

    /// An element where iterations meet, and how many pairs of them do.
    fn met(&self) -> (Option<Collision>, u64) {
        let mut pairs = std::collections::HashSet::new();
        let mut collision = None;
        for (&(slice, at), all) in &self.touched {
            if all.iter().all(|(_, how)| *how == READ) {
                continue;
            }
            for (n, (i, p)) in all.iter().enumerate() {
                for (j, q) in &all[n + 1..] {
                    let other = p & WRITE != 0 || q & WRITE != 0;
                    if other || p & SAME != 0 && q & READ != 0 || q & SAME != 0 && p & READ != 0 {
                        pairs.insert((*i, *j));
                        collision = Some(Collision { slice, at });
                    }
                }
            }
        }
        (collision, pairs.len() as u64)
    }

    /// Whether the access is in bounds.
    fn touch(&mut self, slice: usize, at: &E, how: u8) -> bool {
        let at = self.value(at);
        if at >= self.lens[slice] as u64 {
            self.outside = true;
            return false;
        }
        self.writes += u64::from(how != READ);
        let seen = self.touched.entry((slice, at)).or_default();
        match seen.last_mut() {
            Some((last, all)) if *last == self.iteration => *all |= how,
            _ => seen.push((self.iteration, how)),
        }
        true
    }

    /// `None` when it takes too long.
    fn block(&mut self, body: &[S]) -> Option<Flow> {
        for s in body {
            self.left = self.left.checked_sub(1)?;
            match self.statement(s)? {
                Flow::On => {}
                flow => return Some(flow),
            }
        }
        Some(Flow::On)
    }

    fn statement(&mut self, s: &S) -> Option<Flow> {
        match s {
            S::Write { slice, at, plus, reads } => {
                for (s, at) in reads {
                    if !self.touch(*s, at, READ) {
                        return Some(Flow::Done);
                    }
                }
                let how = if *plus || !reads.is_empty() { WRITE } else { SAME };
                if (*plus && !self.touch(*slice, at, READ)) || !self.touch(*slice, at, how) {
                    return Some(Flow::Done);
                }
            }
            S::Let { var, value, .. } => self.env[*var] = self.value(value),
            S::Bump { var, by } => self.env[*var] = self.env[*var].wrapping_add(self.value(by)),
            S::For { var, range, body } => {
                for v in range.values(&self.env, self.lens, u64::from(STEPS))? {
                    self.env[*var] = v;
                    match self.block(body)? {
                        Flow::On => {}
                        Flow::Break => break,
                        Flow::Done => return Some(Flow::Done),
                    }
                }
            }
            S::If { test, then, other } => {
                let (a, b) = (self.value(&test.0), self.value(&test.2));
                let yes = match test.1 {
                    "<" => a < b,
                    "==" => a == b,
                    "!=" => a != b,
                    _ => a >= b,
                };
                return self.block(if yes { then } else { other });
            }
            S::Continue => return Some(Flow::Done),
            S::Break => return Some(Flow::Break),
        }
        Some(Flow::On)
    }
}
