//! The Python rivals: one process, which holds the arrays and the clock, driven line by line.

use crate::entry::{Entry, Rules, Runs};
use crate::races::Race;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/py/rivals.py");

pub struct Python {
    process: Option<(Child, ChildStdin, BufReader<ChildStdout>)>,
    loaded: Vec<&'static str>,
    has_numba: bool,
    pub about: String,
    pub missing: Vec<String>,
}

impl Python {
    pub fn start() -> Self {
        let mut it = Python {
            process: None,
            loaded: vec![],
            has_numba: false,
            about: "no Python".into(),
            missing: vec![],
        };
        let version = |module: &str| {
            let code = format!("import {module}; print({module}.__version__)");
            let out = Command::new("python3").args(["-c", &code]).output().ok()?;
            out.status
                .success()
                .then(|| String::from_utf8_lossy(&out.stdout).trim().to_string())
        };
        let (numpy, numba) = (version("numpy"), version("numba"));
        let Some(numpy) = numpy else {
            it.missing.push("NumPy and Numba: python3 has no numpy".into());
            return it;
        };
        it.about = format!("NumPy {numpy}");
        match numba {
            Some(v) => {
                it.about += &format!(", Numba {v}");
                it.has_numba = true;
            }
            None => it.missing.push("Numba: python3 has no numba".into()),
        }
        let child = Command::new("python3")
            .arg(SCRIPT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        match child {
            Ok(mut child) => {
                if let (Some(i), Some(o)) = (child.stdin.take(), child.stdout.take()) {
                    it.process = Some((child, i, BufReader::new(o)));
                }
            }
            Err(e) => it.missing.push(format!("Python: {e}")),
        }
        it
    }

    /// One line there and one back.
    fn ask(&mut self, line: &str) -> Result<String, String> {
        let (_, input, output) = self.process.as_mut().ok_or("no Python")?;
        writeln!(input, "{line}")
            .and_then(|()| input.flush())
            .map_err(|e| format!("Python: {e}"))?;
        let mut answer = String::new();
        output.read_line(&mut answer).map_err(|e| format!("Python: {e}"))?;
        match answer.trim() {
            "" => Err("Python has ended".into()),
            text if text.starts_with("error") => Err(text.into()),
            text => Ok(text.into()),
        }
    }

    /// Those that Python has of a race.
    pub fn entries(&mut self, race: &Race, threads: usize) -> Vec<Entry> {
        if self.process.is_none() || self.load(race).is_err() {
            return vec![];
        }
        let mut tables = vec![];
        // NumPy's loops have one thread; its product of matrices has its own.
        if threads == 1 {
            tables.push(("numpy", "NumPy", Rules::Strict));
        }
        if self.has_numba {
            tables.push(("numba", "Numba", Rules::Strict));
            tables.push(("numba-fast", "Numba, fastmath", Rules::Fast));
        }
        let mut all = vec![];
        for (table, who, rules) in tables {
            // The first call compiles; a kernel that Python has not says so.
            match self.ask(&line(race.name, table, threads, &race.sizes)) {
                Ok(answer) if answer == "none" => continue,
                _ => {}
            }
            let _ = self.ask(&format!("drop {}", race.name));
            self.loaded.retain(|n| *n != race.name);
            let _ = self.load(race);
            all.push(Entry {
                who: who.into(),
                rules,
                name: race.name,
                sizes: race.sizes.clone(),
                runs: Runs::Python { table, threads },
            });
        }
        all
    }

    fn load(&mut self, race: &Race) -> Result<(), String> {
        if self.loaded.contains(&race.name) {
            return Ok(());
        }
        let folder = crate::scratch();
        std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
        let mut line = format!("load {}", race.name);
        for (n, array) in crate::fresh(race).iter().enumerate() {
            let (ty, bytes) = array.bytes();
            let path = folder.join(format!("{}-{n}", race.name));
            std::fs::write(&path, bytes).map_err(|e| e.to_string())?;
            line += &format!(" {ty}:{}:{}", array.len(), path.display());
        }
        self.ask(&line)?;
        self.loaded.push(race.name);
        Ok(())
    }

    pub fn drop_arrays(&mut self, name: &str) {
        let _ = self.ask(&format!("drop {name}"));
        self.loaded.retain(|n| *n != name);
    }

    pub fn run(&mut self, name: &str, table: &str, threads: usize, sizes: &[usize]) -> Result<f64, String> {
        let answer = self.ask(&line(name, table, threads, sizes))?;
        let ns: f64 = answer.parse().map_err(|_| format!("Python said {answer}"))?;
        Ok(ns / 1e6)
    }

    pub fn output(&mut self, race: &Race, table: &str, threads: usize) -> Result<Vec<f64>, String> {
        let path = crate::scratch().join("answer");
        self.ask(&format!("save {} {table} {threads} {}", race.name, path.display()))?;
        let bytes = std::fs::read(&path).map_err(|e| e.to_string())?;
        let words = bytes.chunks_exact(4).map(|b| [b[0], b[1], b[2], b[3]]);
        Ok(if race.integers {
            words.map(|b| f64::from(u32::from_le_bytes(b))).collect()
        } else {
            words.map(|b| f64::from(f32::from_le_bytes(b))).collect()
        })
    }
}

fn line(name: &str, table: &str, threads: usize, sizes: &[usize]) -> String {
    let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
    format!("run {name} {table} {threads} {}", sizes.join(" "))
}

impl Drop for Python {
    fn drop(&mut self) {
        if let Some((mut child, input, _)) = self.process.take() {
            drop(input);
            let _ = child.wait();
        }
        let _ = std::fs::remove_dir_all(crate::scratch());
    }
}
