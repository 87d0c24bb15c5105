//! Lines, blocks, and `break` or `continue` out of several loops.
//!
//! WGSL has no labels, so leaving loop `n` levels out sets that loop's flag (1 for `break`, 2 for
//! `continue`) and breaks the innermost loop; behind each loop in between, the flag breaks on.

/// Text under construction.
#[derive(Default)]
pub(crate) struct Lines {
    pub text: String,
    pub depth: usize,
}
impl Lines {
    pub fn line(&mut self, s: &str) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        self.text.push_str(s);
        self.text.push('\n');
    }
    pub fn open(&mut self, s: &str) {
        self.line(s);
        self.depth += 1;
    }
    /// Puts a line in at `at`, a length that the text had when it stood at today's depth.
    pub fn insert(&mut self, at: usize, s: &str) {
        self.text.insert_str(at, &format!("{}{s}\n", "    ".repeat(self.depth)));
    }
    pub fn close(&mut self) {
        self.depth -= 1;
        self.line("}");
    }
}

/// One open loop.
pub(crate) struct OpenLoop {
    /// The name of its flag.
    pub flag: String,
    /// Whether something left it from inside an inner loop.
    pub left: bool,
}

/// The open loops, outermost first.
#[derive(Default)]
pub(crate) struct Loops {
    pub open: Vec<OpenLoop>,
    made: usize,
}
impl Loops {
    pub fn push(&mut self) -> String {
        let flag = format!("hoist_leave_{}", self.made);
        self.made += 1;
        self.open.push(OpenLoop {
            flag: flag.clone(),
            left: false,
        });
        flag
    }
    /// The lines that leave the loop `depth` levels out; `None` where there is no such loop.
    pub fn leave(&mut self, depth: usize, goes_on: bool) -> Option<Vec<String>> {
        let at = self.open.len().checked_sub(depth + 1)?;
        if depth == 0 {
            return Some(vec![if goes_on { "continue;" } else { "break;" }.into()]);
        }
        self.open[at].left = true;
        let flag = &self.open[at].flag;
        Some(vec![
            format!("{flag} = {}u;", if goes_on { 2 } else { 1 }),
            "break;".into(),
        ])
    }
    /// The lines behind an inner loop that ended, for the loops still open.
    pub fn after_inner(&self) -> Vec<String> {
        let Some((own, outer)) = self.open.split_last() else {
            return Vec::new();
        };
        let mut out: Vec<String> = outer
            .iter()
            .filter(|l| l.left)
            .map(|l| format!("if ({} != 0u) {{ break; }}", l.flag))
            .collect();
        if own.left {
            out.push(format!("if ({} == 1u) {{ break; }}", own.flag));
            out.push(format!("if ({0} == 2u) {{ {0} = 0u; continue; }}", own.flag));
        }
        out
    }
}
