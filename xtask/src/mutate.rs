//! `cargo xtask mutate`: faults written into a copy of the project, one at a time; the tests must see each.
//!
//! `xtask/mutants.txt` lists them: what is changed, and the tests that are asked. A mutant that passes those tests has
//! survived, and a test is missing.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// One fault.
#[derive(Debug, PartialEq, Eq)]
struct Mutant {
    name: String,
    file: String,
    /// What stands there, once in the file.
    old: String,
    new: String,
    /// Arguments of `cargo test`, one command each; the first that fails has caught it.
    tests: Vec<String>,
    /// The test that caught it when it was last run.
    caught: Option<String>,
}

/// Reads the list: blocks of `= name`, `file: path`, lines `- old`, lines `+ new`, lines `test: arguments`, and, once it
/// was run, `caught: test`.
fn read(text: &str) -> Result<Vec<Mutant>, String> {
    let mut all: Vec<Mutant> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let bad = || format!("line {}: {line}", n + 1);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix("= ") {
            all.push(Mutant {
                name: name.into(),
                file: String::new(),
                old: String::new(),
                new: String::new(),
                tests: Vec::new(),
                caught: None,
            });
            continue;
        }
        let mutant = all.last_mut().ok_or_else(bad)?;
        if let Some(file) = line.strip_prefix("file: ") {
            mutant.file = file.into();
        } else if let Some(test) = line.strip_prefix("test: ") {
            mutant.tests.push(test.into());
        } else if let Some(by) = line.strip_prefix("caught: ") {
            mutant.caught = Some(by.into());
        } else if let Some(old) = line.strip_prefix("- ") {
            mutant.old = join(&mutant.old, old);
        } else if let Some(new) = line.strip_prefix("+ ") {
            mutant.new = join(&mutant.new, new);
        } else {
            return Err(bad());
        }
    }
    match all
        .iter()
        .find(|m| m.file.is_empty() || m.old.is_empty() || m.tests.is_empty())
    {
        Some(m) => Err(format!("`{}` lacks its file, its text or its tests", m.name)),
        None => Ok(all),
    }
}

fn join(text: &str, line: &str) -> String {
    if text.is_empty() {
        line.into()
    } else {
        format!("{text}\n{line}")
    }
}

/// The file's text with the fault in it.
fn changed(text: &str, m: &Mutant) -> Result<String, String> {
    match text.matches(&m.old).count() {
        1 => Ok(text.replacen(&m.old, &m.new, 1)),
        n => Err(format!("`{}`: its text stands {n} times in {}", m.name, m.file)),
    }
}

/// The list with what caught the mutant behind its tests.
fn noted(text: &str, name: &str, by: &str) -> String {
    let (mut out, mut inside) = (Vec::new(), false);
    for line in text.lines() {
        if let Some(other) = line.strip_prefix("= ") {
            inside = other == name;
        }
        if inside && line.starts_with("caught: ") {
            continue;
        }
        out.push(line.to_owned());
    }
    let start = out.iter().position(|l| l.strip_prefix("= ") == Some(name));
    let block = start.map(|s| s..s + out[s..].iter().position(|l| l.is_empty()).unwrap_or(out.len() - s));
    if let Some(block) = block {
        out.insert(block.end, format!("caught: {by}"));
    }
    out.join("\n") + "\n"
}

/// What became of a mutant.
enum End {
    /// The test that saw it.
    Caught(String),
    Survived,
    /// It is no fault that a test could see.
    DoesNotCompile(String),
}

/// `[--only TEXT] [--new] [--record] [--list]`.
pub fn main(args: &[String]) -> ExitCode {
    match run(args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(e) => {
            eprintln!("xtask: {e}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<bool, String> {
    let (mut only, mut list, mut new, mut record) = (None, false, false, false);
    let mut rest = args.iter();
    while let Some(a) = rest.next() {
        match a.as_str() {
            "--only" => only = Some(rest.next().ok_or("--only takes a part of a name")?.clone()),
            "--list" => list = true,
            "--new" => new = true,
            "--record" => record = true,
            _ => {
                return Err(concat!(
                    "usage: cargo xtask mutate [--only TEXT] [--new] [--record] [--list]\n",
                    "  --new: those that no run has caught yet\n",
                    "  --record: what caught each is written into xtask/mutants.txt",
                )
                .into());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = std::fs::canonicalize(&root).map_err(|e| format!("{}: {e}", root.display()))?;
    let listed = root.join("xtask/mutants.txt");
    let text = || std::fs::read_to_string(&listed).map_err(|e| format!("mutants.txt: {e}"));
    let mut all = read(&text()?)?;
    all.retain(|m| only.as_ref().is_none_or(|o| m.name.contains(o)) && !(new && m.caught.is_some()));
    for m in &all {
        let file = root.join(&m.file);
        let text = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        changed(&text, m)?;
    }
    if list {
        for m in &all {
            let by = m.caught.as_deref().unwrap_or("not run yet");
            println!("{} ({}): {by}", m.name, m.file);
        }
        println!("mutants {}", all.len());
        return Ok(true);
    }
    let env = crate::stand_ins::install();
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let target = std::path::absolute(target.join("mutants")).map_err(|e| e.to_string())?;
    let copy = target.join("source");
    copy_of(&root, &copy)?;
    let (mut caught, mut survived) = (0, Vec::new());
    for m in &all {
        let start = Instant::now();
        let file = copy.join(&m.file);
        let sound = std::fs::read_to_string(&file).map_err(|e| e.to_string())?;
        std::fs::write(&file, changed(&sound, m)?).map_err(|e| e.to_string())?;
        let end = ask(m, &copy, &target.join("build"), &env);
        std::fs::write(&file, sound).map_err(|e| e.to_string())?;
        let (name, took) = (&m.name, start.elapsed().as_secs());
        match end? {
            End::Caught(by) => {
                caught += 1;
                println!("caught    {name}: {by} ({took} s)");
                if record {
                    let text = noted(&text()?, name, &by);
                    std::fs::write(&listed, text).map_err(|e| e.to_string())?;
                }
            }
            End::Survived => {
                println!("SURVIVED  {name}: {} ({took} s)", m.tests.join("; "));
                survived.push(name.clone());
            }
            End::DoesNotCompile(why) => return Err(format!("`{name}` does not compile: {why}")),
        }
    }
    println!("mutants {}, caught {caught}, survived {}", all.len(), survived.len());
    Ok(survived.is_empty())
}

/// The files that git knows, in a folder of their own. One that is there already and the same stays as it is, so that
/// cargo compiles nothing for it again; what git does not know is removed.
fn copy_of(root: &Path, copy: &Path) -> Result<(), String> {
    let out = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root)
        .output()
        .map_err(|e| format!("git: {e}"))?;
    let mut known = HashSet::new();
    for name in out.stdout.split(|b| *b == 0).filter(|n| !n.is_empty()) {
        let name = std::str::from_utf8(name).map_err(|e| e.to_string())?;
        // One that was deleted and not committed.
        let Ok(text) = std::fs::read(root.join(name)) else {
            continue;
        };
        let to = copy.join(name);
        if std::fs::read(&to).ok().as_ref() != Some(&text) {
            let folder = to.parent().expect("a file stands in a folder");
            std::fs::create_dir_all(folder).map_err(|e| e.to_string())?;
            std::fs::write(&to, text).map_err(|e| format!("{name}: {e}"))?;
        }
        known.insert(to);
    }
    remove_others(copy, &known).map_err(|e| format!("{}: {e}", copy.display()))
}

fn remove_others(folder: &Path, known: &HashSet<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(&path, known)?;
        } else if !known.contains(&path) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn ask(m: &Mutant, copy: &Path, build: &Path, env: &[(&'static str, PathBuf)]) -> Result<End, String> {
    for test in &m.tests {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let out = Command::new(cargo)
            .args(["test", "--profile", "ci"])
            .args(test.split_whitespace())
            .current_dir(copy)
            .env("CARGO_TARGET_DIR", build)
            .env("RUST_BACKTRACE", "0")
            .envs(env.iter().map(|(k, v)| (k, v)))
            .output()
            .map_err(|e| e.to_string())?;
        if out.status.success() {
            continue;
        }
        let (said, error) = (
            String::from_utf8_lossy(&out.stdout),
            String::from_utf8_lossy(&out.stderr),
        );
        let failed = said
            .lines()
            .find_map(|l| l.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
        return Ok(match failed {
            Some(name) => End::Caught(name.to_owned()),
            // A process that a signal ended, or one that never came back, has no such line.
            None if said.contains("running ") => End::Caught(format!("{test} (ended)")),
            None => End::DoesNotCompile(
                error
                    .lines()
                    .filter(|l| l.starts_with("error"))
                    .take(2)
                    .collect::<Vec<_>>()
                    .join("; "),
            ),
        });
    }
    Ok(End::Survived)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_and_each_text_stands_once() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let all = read(include_str!("../mutants.txt")).expect("the list is well formed");
        assert!(all.len() >= 40, "{} mutants", all.len());
        for m in &all {
            let text = std::fs::read_to_string(root.join(&m.file)).unwrap_or_else(|e| panic!("{}: {e}", m.file));
            let new = changed(&text, m).unwrap_or_else(|e| panic!("{e}"));
            assert_ne!(new, text, "{}", m.name);
        }
    }

    #[test]
    fn what_caught_a_mutant_is_noted() {
        let text = "# list\n\n= a\nfile: x\n- 1\ntest: -p y\ncaught: old\n\n= b\nfile: x\n- 2\ntest: -p z\n";
        let text = noted(&noted(text, "a", "t::u"), "b", "v");
        let all = read(&text).expect("it is well formed");
        assert_eq!(all[0].caught.as_deref(), Some("t::u"), "{text}");
        assert_eq!(all[1].caught.as_deref(), Some("v"), "{text}");
        assert_eq!(text.matches("caught").count(), 2, "{text}");
    }

    #[test]
    fn a_list_that_is_wrong() {
        assert!(read("- text").is_err());
        assert!(read("= name\nfile: x\n- text").is_err_and(|e| e.contains("name")));
        let one = read("= name\nfile: x\n- a\n- b\n+ c\ntest: -p y").expect("it is well formed");
        assert_eq!((one[0].old.as_str(), one[0].new.as_str()), ("a\nb", "c"));
        assert!(changed("a\nb a\nb", &one[0]).is_err());
    }
}
