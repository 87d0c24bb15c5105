//! Statements: each method prints one kind, in the language at hand. The walk calls them in the
//! order of the IR's statements.

use hoist_ir::ScalarType::{self, *};

use crate::control::{Lines, Loops};
use crate::frame::{Bound, Frame};
use crate::leaf::Leaf;
use crate::{EmitError, memory};

/// The kinds of fault, with what the fault buffer is told.
pub(crate) enum Check<'a> {
    Bounds { at: &'a str, len: &'a str },
    Plain { kind: u32 },
}

pub(crate) struct Printer<'a> {
    pub leaf: Leaf,
    pub frame: Frame<'a>,
    pub loops: Loops,
    pub lines: Lines,
    /// Where each open loop's text begins.
    starts: Vec<usize>,
    /// In a loop of a group's items, its position among the open loops: an item that faults leaves it.
    pub escape: Option<usize>,
    /// Whether the loops at this place are a group's own.
    pub uncounted: bool,
    /// What a round of the next loop costs: one for each loop that stands in it, itself included.
    pub weight: usize,
}

impl<'a> Printer<'a> {
    pub fn new(leaf: Leaf, frame: Frame<'a>, depth: usize) -> Self {
        Printer {
            leaf,
            frame,
            loops: Loops::default(),
            lines: Lines {
                text: String::new(),
                depth,
            },
            starts: Vec::new(),
            escape: None,
            uncounted: false,
            weight: 1,
        }
    }
    /// `let name = value`.
    pub fn constant(&mut self, t: ScalarType, name: &str, value: &str) {
        let value = bare(value);
        let ty = self.leaf.ty(t);
        self.lines.line(&if self.leaf.wgsl() {
            format!("let {name}: {ty} = {value};")
        } else {
            format!("const {ty} {name} = {value};")
        });
    }
    /// `let mut name = value`, or without a value.
    pub fn variable(&mut self, t: ScalarType, name: &str, value: Option<&str>) {
        let ty = self.leaf.ty(t);
        let value = value.map(|v| format!(" = {}", bare(v))).unwrap_or_default();
        self.lines.line(&if self.leaf.wgsl() {
            format!("var {name}: {ty}{value};")
        } else {
            format!("{ty} {name}{value};")
        });
    }
    /// `let mut name = [fill; len]`.
    pub fn array(&mut self, elem: ScalarType, len: u64, name: &str, fill: Option<&str>) {
        let line = self.leaf.array(elem, len, name);
        self.lines.line(&line);
        if let Some(x) = fill {
            let (var, n) = if self.leaf.wgsl() {
                ("var hoist_n: u32 = 0u", "hoist_n = hoist_n + 1u")
            } else {
                ("u32 hoist_n = 0u", "hoist_n++")
            };
            let x = bare(x);
            self.lines.line(&format!(
                "for ({var}; hoist_n < {len}u; {n}) {{ {name}[hoist_n] = {x}; }}"
            ));
        }
    }
    pub fn assign(&mut self, name: &str, value: &str) {
        self.lines.line(&format!("{name} = {};", bare(value)));
    }
    /// Faults and returns where `ok` is false.
    pub fn check(&mut self, ok: &str, site: u32, what: Check<'_>) {
        let zero = self.leaf.index(0);
        let (kind, at, len) = match what {
            Check::Bounds { at, len } => (crate::FAULT_OUT_OF_BOUNDS, at, len),
            Check::Plain { kind } => (kind, zero.as_str(), zero.as_str()),
        };
        let fault = if self.leaf.wgsl() { "" } else { "hoist_fault, " };
        let iteration = self.frame.iteration();
        let end = match self.escape {
            None => "return;".to_string(),
            Some(loop_of_items) => {
                let depth = self.loops.open.len() - 1 - loop_of_items;
                let leave = self.loops.leave(depth, true).unwrap_or_default().join(" ");
                format!("hoist_stop[0] = 1u; hoist_dead = 1u; {leave}")
            }
        };
        self.lines.line(&format!(
            "if (!({ok})) {{ hoist_fail({fault}{site}u, {kind}u, {at}, {len}, {iteration}); {end} }}"
        ));
    }
    /// The check before an access, unless the host proved it.
    pub fn check_bounds(&mut self, buffer: usize, at: &str, site: u32) {
        if self.frame.options.proved.get(site as usize) == Some(&true) {
            return;
        }
        let len = self.len(buffer);
        self.check(&format!("{at} < {len}"), site, Check::Bounds { at, len: &len });
    }
    /// The checks before an integer division.
    pub fn check_division(&mut self, t: ScalarType, a: &str, b: &str, site: u32) -> Result<(), EmitError> {
        let zero = self.leaf.literal(t, 0)?;
        self.check(
            &format!("{b} != {zero}"),
            site,
            Check::Plain {
                kind: crate::FAULT_DIVISION_BY_ZERO,
            },
        );
        if t.is_signed() && !t.is_float() {
            let min = self.leaf.literal(t, 1u64 << (t.size() * 8 - 1))?;
            let ones = self.leaf.literal(t, u64::MAX)?;
            self.check(
                &format!("{a} != {min} || {b} != {ones}"),
                site,
                Check::Plain {
                    kind: crate::FAULT_DIVISION_OVERFLOW,
                },
            );
        }
        Ok(())
    }
    /// A buffer's length.
    pub fn len(&self, buffer: usize) -> String {
        format!("hoist_{}_len", self.frame.buffers[buffer].name)
    }
    fn bound(&self, buffer: usize) -> (&'a Bound, String) {
        let b = &self.frame.buffers[buffer];
        (b, format!("hoist_{}_offset", b.name))
    }
    /// The value at element `at`.
    pub fn load(&mut self, buffer: usize, at: &str) -> String {
        let (b, offset) = self.bound(buffer);
        memory::load(&mut self.leaf, b, &format!("({offset} + {at})"))
    }
    pub fn store(&mut self, buffer: usize, at: &str, v: &str) {
        let (b, offset) = self.bound(buffer);
        for line in memory::store(&mut self.leaf, b, &format!("({offset} + {at})"), v) {
            self.lines.line(&line);
        }
    }

    /// `buffer[at] = buffer[at] op v`, whatever other items do there.
    pub fn update(&mut self, buffer: usize, at: &str, op: hoist_ir::RedOp, v: &str) -> Result<(), EmitError> {
        let (b, offset) = self.bound(buffer);
        for line in crate::update::update(&mut self.leaf, b, &format!("({offset} + {at})"), op, v)? {
            self.lines.line(&line);
        }
        Ok(())
    }

    pub fn if_begin(&mut self, c: &str) {
        self.lines.open(&format!("if ({}) {{", bare(c)));
    }
    pub fn if_else(&mut self) {
        self.lines.depth -= 1;
        self.lines.open("} else {");
    }
    pub fn if_end(&mut self) {
        self.lines.close();
    }
    /// A loop that only `break` ends.
    pub fn loop_begin(&mut self) {
        self.starts.push(self.lines.text.len());
        self.loops.push();
        self.lines
            .open(if self.leaf.wgsl() { "loop {" } else { "while (true) {" });
        self.count_round();
    }
    /// Counts a round of a loop, and faults where the device would end all of them.
    fn count_round(&mut self) {
        let Some(most) = self.frame.options.max_rounds else {
            return;
        };
        // What a group goes through together is the same for all items, and stays so.
        if self.uncounted {
            return;
        }
        let weight = std::mem::replace(&mut self.weight, 1);
        self.lines.line(&format!("hoist_rounds = hoist_rounds + {weight}u;"));
        let kind = crate::FAULT_ROUNDS;
        self.check(&format!("hoist_rounds <= {most}u"), 0, Check::Plain { kind });
    }
    /// `for name in from..to`; the bounds are read once, so they are names or literals.
    pub fn for_begin(&mut self, t: ScalarType, name: &str, from: &str, to: &str) {
        self.starts.push(self.lines.text.len());
        self.loops.push();
        let ty = self.leaf.ty(t);
        let wgsl = self.leaf.wgsl();
        let var = if wgsl {
            format!("var {name}: {ty} = {from}")
        } else {
            format!("{ty} {name} = {from}")
        };
        let step = match (wgsl, self.leaf.rt(t)) {
            (true, U64) => format!("{name} = {name} + 1lu"),
            (true, I64) => format!("{name} = {name} + 1li"),
            _ => format!("{name}++"),
        };
        self.lines.open(&format!("for ({var}; {name} < {to}; {step}) {{"));
        self.count_round();
    }
    /// `for name in (from..to).step_by(step)`, while the item lives.
    pub fn strided(&mut self, name: &str, from: &str, to: &str, step: u64, mortal: bool) {
        self.starts.push(self.lines.text.len());
        self.loops.push();
        let (ty, step) = (self.leaf.ty(Usize), self.leaf.index(step));
        let var = if self.leaf.wgsl() {
            format!("var {name}: {ty}")
        } else {
            format!("{ty} {name}")
        };
        let alive = if mortal { " && hoist_dead == 0u" } else { "" };
        self.lines.open(&format!(
            "for ({var} = {from}; {name} < {to}{alive}; {name} = {name} + {step}) {{"
        ));
        self.count_round();
    }
    pub fn loop_end(&mut self) {
        self.lines.close();
        let start = self.starts.pop().unwrap_or(self.lines.text.len());
        if let Some(l) = self.loops.open.pop()
            && l.left
        {
            let flag = if self.leaf.wgsl() {
                format!("var {}: u32 = 0u;", l.flag)
            } else {
                format!("u32 {} = 0u;", l.flag)
            };
            self.lines.insert(start, &flag);
        }
        for line in self.loops.after_inner() {
            self.lines.line(&line);
        }
    }
    /// `break` (or `continue`) of the loop `depth` levels out; beyond the last, the iteration ends.
    pub fn leave(&mut self, depth: usize, goes_on: bool) {
        match self.loops.leave(depth, goes_on) {
            Some(lines) => lines.iter().for_each(|l| self.lines.line(l)),
            None => self.lines.line("return;"),
        }
    }
    /// The user's line as a comment.
    pub fn comment(&mut self, file: &str, line: u32) {
        self.lines.line(&format!("// {file}:{line}"));
    }
}

/// Whether the first parenthesis closes with the last character.
pub(crate) fn spans(text: &str) -> bool {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1 == text.len();
        }
    }
    false
}

/// The text without parentheses around all of it.
fn bare(text: &str) -> &str {
    if text.starts_with('(') && spans(text) {
        bare(&text[1..text.len() - 1])
    } else {
        text
    }
}

/// What the walk hands over when the body is printed.
pub(crate) struct Finish<'t> {
    /// Constant arrays.
    pub tables: &'t str,
    /// What a group's items share: element type, elements, name.
    pub shared: &'t [(ScalarType, u64, String)],
    /// The first line: kernel, loop, place.
    pub title: &'t str,
    pub fast: bool,
    pub double: bool,
}

impl Printer<'_> {
    /// Opens the loop over an item's iterations, which ends with [`Printer::loop_end`]. In a
    /// [`Schedule::Blocks`](crate::Schedule::Blocks) the accumulators are declared before it.
    pub fn iterations_begin(&mut self) {
        self.starts.push(self.lines.text.len());
        self.loops.push();
        let text = match self.frame.options.schedule {
            crate::Schedule::Serial | crate::Schedule::SerialGroups => self.frame.serial_loop(&self.leaf),
            _ => self.frame.blocks_loop(&self.leaf, &|_| true),
        };
        self.lines.text.push_str(&text);
        self.lines.depth += 1;
        self.count_round();
    }
    /// The partial of reduction `n` at `at`.
    pub fn load_partial(&mut self, n: usize, at: &str) -> String {
        memory::load(&mut self.leaf, &self.frame.scratch[n], at)
    }
    /// Stores a partial of reduction `n`.
    pub fn store_partial(&mut self, n: usize, at: &str, value: &str) {
        for line in memory::store(&mut self.leaf, &self.frame.scratch[n], at, value) {
            self.lines.line(&line);
        }
    }

    /// The whole text.
    pub fn finish(mut self, f: Finish<'_>) -> String {
        let body = std::mem::take(&mut self.lines.text);
        let (globals, head) = self.frame.open(&self.leaf);
        // A name counts as used where it stands as a whole word.
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let used = |name: &str| body.split(|c: char| !is_word(c)).any(|w| w == name);
        let mut prologue = self.frame.prologue(&mut self.leaf, &used);
        if self.leaf.helpers.has(crate::helpers::ZERO) {
            prologue.insert_str(0, &crate::helpers::zero());
        }
        let faults = if self.frame.faults {
            crate::frame::fault_function(&self.leaf)
        } else {
            String::new()
        };
        let wide_updates = self.frame.buffers.iter().any(|b| b.updated && b.elem.size() == 8);
        let preamble = crate::frame::preamble(self.frame.options, f.fast, f.double, wide_updates);
        let helpers = self.leaf.helpers.text();
        let shared = crate::group::declarations(&self.leaf, f.shared);
        let (module, entry) = if self.leaf.wgsl() {
            (shared.as_str(), "")
        } else {
            ("", shared.as_str())
        };
        format!(
            "// {}\n{preamble}{globals}{}{module}{helpers}{faults}{head}{entry}{prologue}{body}}}\n",
            f.title, f.tables
        )
    }
}
