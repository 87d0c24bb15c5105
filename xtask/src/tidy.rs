//! `cargo xtask tidy`: the house's limits, held over every file that git knows.
//!
//! No file over [`LINES`] lines, nothing left to do in the code, no path of one machine, no `unwrap()` outside tests,
//! a word about each module at its head, no spaces at a line's end, no dead link in the documentation.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, ExitCode};

/// A file has at most so many lines.
const LINES: usize = 600;
/// Marks of unfinished work, in parts, so that this file holds none.
const UNFINISHED: [&str; 4] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("todo", "!("),
    concat!("unimpl", "emented!("),
];
/// Folders at the root that one machine has for one person.
const PRIVATE: [&str; 6] = ["home", "root", "tmp", "Users", "work", "mnt"];

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
struct Finding {
    path: String,
    line: usize,
    what: String,
}

/// Checks every file.
pub fn run() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    match checked(&root) {
        Err(e) => {
            eprintln!("tidy: {e}");
            ExitCode::FAILURE
        }
        Ok((files, found)) if found.is_empty() => {
            println!("tidy: {files} files");
            ExitCode::SUCCESS
        }
        Ok((_, found)) => {
            for f in &found {
                eprintln!("{}:{}: {}", f.path, f.line, f.what);
            }
            eprintln!("tidy: {} findings", found.len());
            ExitCode::FAILURE
        }
    }
}

fn checked(root: &Path) -> Result<(usize, Vec<Finding>), String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .map_err(|e| format!("git: {e}"))?;
    if !listed.status.success() {
        return Err(format!(
            "git ls-files: {}",
            String::from_utf8_lossy(&listed.stderr).trim()
        ));
    }
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    // A deleted file is listed until that is committed.
    let paths: BTreeSet<&str> = listed.lines().filter(|p| root.join(p).is_file()).collect();
    let mut found = vec![];
    let read = |path: &str| std::fs::read_to_string(root.join(path));
    for path in &paths {
        // Pictures and the like hold no text.
        let Ok(text) = read(path) else { continue };
        found.extend(file(path, &text));
        if path.ends_with(".md") {
            found.extend(links(path, &text, &|target| read(target).ok(), &|target| {
                root.join(target).exists()
            }));
        }
    }
    Ok((paths.len(), found))
}

fn finding(path: &str, line: usize, what: impl Into<String>) -> Finding {
    Finding {
        path: path.into(),
        line,
        what: what.into(),
    }
}

/// What is wrong within one file.
fn file(path: &str, text: &str) -> Vec<Finding> {
    let mut found = vec![];
    let rust = path.ends_with(".rs");
    let lines = text.lines().count();
    if rust && lines > LINES {
        found.push(finding(path, LINES + 1, format!("{lines} lines, not {LINES}")));
    }
    // What a ui test prints, and emitted text, is not written by hand.
    let snippet = path.contains("tests/ui/") || path.starts_with("shaders/");
    if rust && !snippet && !text.starts_with("//!") {
        found.push(finding(path, 1, "begins without a word about the module (`//! ...`)"));
    }
    let mut test = tests_only(path);
    for (n, line) in text.lines().enumerate() {
        let mut wrong = |what: String| found.push(finding(path, n + 1, what));
        test |= line.trim() == "#[cfg(test)]";
        if line != line.trim_end() && !snippet {
            wrong("spaces at the end".into());
        }
        if let Some(mark) = UNFINISHED.iter().find(|m| line.contains(**m)) {
            wrong(format!("`{mark}`: finish it, or file an issue"));
        }
        if let Some(folder) = PRIVATE.iter().find(|f| names_folder(line, f)) {
            wrong(format!("a path of one machine, below `{folder}` at the root"));
        }
        let code = !line.trim_start().starts_with("//");
        if rust && code && !test && line.contains(".unwrap()") {
            wrong("`unwrap()` outside tests: return an error, or say with `expect` why it can't fail".into());
        }
    }
    found
}

/// Whether a whole file is for tests or for the house.
fn tests_only(path: &str) -> bool {
    let in_folder = |name: &str| path.starts_with(&format!("{name}/")) || path.contains(&format!("/{name}/"));
    path.ends_with("tests.rs") || ["tests", "benches", "examples", "xtask"].into_iter().any(in_folder)
}

/// Whether a line has an absolute path below a folder at the root.
fn names_folder(line: &str, folder: &str) -> bool {
    let wanted = format!("/{folder}/");
    line.match_indices(&wanted).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| !(c.is_alphanumeric() || "._-/:*)}>".contains(c)))
    })
}

/// Links of a document that lead nowhere: to a file that is not there, or to a heading that is not in it.
fn links(path: &str, text: &str, read: &dyn Fn(&str) -> Option<String>, exists: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let mut found = vec![];
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut code = false;
    for (n, line) in text.lines().enumerate() {
        code ^= line.trim_start().starts_with("```");
        if code {
            continue;
        }
        for target in line.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() {
                path.into()
            } else {
                joined(folder, file)
            };
            if !exists(&file) {
                found.push(finding(path, n + 1, format!("a dead link: there is no {file}")));
            } else if !heading.is_empty() && !read(&file).is_some_and(|t| headings(&t).contains(heading)) {
                found.push(finding(
                    path,
                    n + 1,
                    format!("a dead link: {file} has no heading #{heading}"),
                ));
            }
        }
    }
    found
}

/// `to` as seen from `folder`.
fn joined(folder: &str, to: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in to.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A document's headings as links name them.
fn headings(text: &str) -> BTreeSet<String> {
    let titles = text.lines().filter(|l| l.starts_with('#'));
    let slug = |title: &str| {
        let kept = title.trim_start_matches('#').trim().to_lowercase();
        let kept = kept.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    titles.map(slug).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a file.
    fn said(path: &str, text: &str) -> Vec<String> {
        file(path, text)
            .into_iter()
            .map(|f| format!("{}: {}", f.line, f.what))
            .collect()
    }
    fn one(path: &str, text: &str, what: &str) {
        let said = said(path, text);
        assert!(said.len() == 1 && said[0].contains(what), "{said:?}");
    }

    #[test]
    fn each_fault_is_found() {
        let long = format!("//! Long.\n{}", "\n".repeat(LINES));
        one("src/a.rs", &long, "601 lines");
        assert_eq!(said("src/a.rs", &long[..long.len() - 1]), [""; 0]);
        one("src/a.rs", "fn a() {}\n", "1: begins without");
        one("src/a.rs", "//! A.\nfn a() {} \n", "2: spaces");
        one("docs/a.md", "A \n", "1: spaces");
        for mark in UNFINISHED {
            one("src/a.rs", &format!("//! A.\n// {mark}\n"), "2: ");
        }
        for folder in PRIVATE {
            one("docs/a.md", &format!("see `/{folder}/me`\n"), "path of one machine");
        }
        one("src/a.rs", "//! A.\nlet b = a.unwrap();\n", "2: `unwrap()`");
    }

    #[test]
    fn what_is_allowed_is_not_found() {
        for (path, text) in [
            (
                "src/a.rs",
                "//! A.\n/// `x.unwrap()`\n#[cfg(test)]\nmod tests {\n    a.unwrap();\n}\n",
            ),
            ("crates/a/tests/b.rs", "//! A.\na.unwrap();\n"),
            ("src/pass_tests.rs", "//! A.\na.unwrap();\n"),
            ("tests/ui/a.rs", "fn main() {}\n"),
            (
                "docs/a.md",
                "`#!/usr/bin/env`, target/tmp/x, https://a.org/home/b, /dev/null\n",
            ),
        ] {
            assert_eq!(said(path, text), [""; 0]);
        }
    }

    #[test]
    fn dead_links_are_found() {
        let files = [("docs/a.md", "# A title: of `two` parts\n"), ("README.md", "")];
        let read = |p: &str| files.iter().find(|(f, _)| *f == p).map(|(_, t)| t.to_string());
        let dead = |text: &str| links("docs/b.md", text, &read, &|p| read(p).is_some()).len();
        assert_eq!(
            dead("[a](a.md) [r](../README.md) [t](a.md#a-title-of-two-parts) [w](https://x.org/y)"),
            0
        );
        assert_eq!(dead("[a](c.md)"), 1);
        assert_eq!(dead("[a](a.md#other)\n[r](README.md)"), 2);
        assert_eq!(dead("```\n[a](c.md)\n```\n"), 0);
    }

    #[test]
    fn this_checkout_is_tidy() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        // A copy without git's folder is not looked at.
        let Ok((files, found)) = checked(&root) else { return };
        assert!(files > 100 && found.is_empty(), "{found:#?}");
    }
}
