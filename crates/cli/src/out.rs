//! Standard output, and progress beside it.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::{ErrorKind, IsTerminal, Write};
use std::time::Duration;

/// Prints a line. A reader that went away, as `head` does, ends the program quietly.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        Err(e) => {
            eprintln!("hoist: standard output: {e}");
            std::process::exit(2);
        }
        Ok(()) => {}
    }
}

/// Whether lines may be coloured: on a terminal, where `NO_COLOR` does not forbid it.
pub fn coloured() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// A bar on standard error, where that is a terminal.
pub struct Progress(ProgressBar);

impl Progress {
    /// For so many steps.
    pub fn new(steps: usize) -> Self {
        // Hidden by itself where standard error is no terminal.
        let bar = ProgressBar::new(steps as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {elapsed} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress(bar)
    }
    /// What is being done.
    pub fn doing(&self, what: String) {
        self.0.set_message(what);
    }
    /// A step is done.
    pub fn step(&self) {
        self.0.inc(1);
    }
    /// Prints a line beside it.
    pub fn say(&self, line: &str) {
        self.0.suspend(|| say(line));
    }
    /// All is done; the bar goes.
    pub fn end(self) {
        self.0.finish_and_clear();
    }
}
