//! Small loops with what they are, and what the front end makes of them.
//!
//! Each file in `labelled/` holds loops, each below a line `// LABEL name`. The labels: `parallel`,
//! `reduction`, `scan`, `scatter`, `compaction`, `arg` (an arg-reduction) and `collide`. What collides
//! must be refused, whatever the host's values are; of what is parallel almost all must be accepted,
//! at compile time or by a test at launch that holds for values like those of `params`. All have the
//! parameters of [`HEAD`].

use std::collections::BTreeMap;
use std::path::Path;

/// What the loops are given.
const HEAD: &str = "fn looped(n: usize, m: usize, w: usize, h: usize, s: f32, a: &mut [f32], b: &mut [f32], d: &mut [f32], \
    x: &[f32], y: &[f32], z: &[f32], k: &[u32], q: &mut [u32])";

/// How many of a hundred must be accepted.
const ACCEPTED: [(&str, u32); 6] = [
    ("parallel", 95),
    ("reduction", 100),
    ("arg", 100),
    ("scan", 100),
    ("scatter", 100),
    ("compaction", 100),
];

struct Loop {
    label: String,
    name: String,
    file: String,
    text: String,
}

fn loops() -> Vec<Loop> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let mut all: Vec<Loop> = Vec::new();
    for path in files {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            if let Some(head) = line.strip_prefix("// ") {
                let (label, name) = head.split_once(' ').unwrap_or_else(|| panic!("{file}: {line}"));
                all.push(Loop {
                    label: label.into(),
                    name: name.into(),
                    file: file.clone(),
                    text: String::new(),
                });
            } else if let Some(last) = all.last_mut() {
                last.text += line;
                last.text.push('\n');
            }
        }
    }
    all
}

/// The errors of `#[kernel]` on the text.
fn errors(text: &str) -> Vec<String> {
    let text = format!("{HEAD} {{\n{text}}}");
    let tokens: proc_macro2::TokenStream = text.parse().unwrap_or_else(|e| panic!("{e}\n{text}"));
    let out = hoist_front::kernel(proc_macro2::TokenStream::new(), tokens);
    let out = out.to_string();
    let mark = ":: core :: compile_error ! {";
    out.split(mark)
        .skip(1)
        .map(|e| e.split('}').next().unwrap_or("").trim().to_string())
        .collect()
}

#[test]
fn labelled_loops() {
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut names = std::collections::HashSet::new();
    let mut missed = Vec::new();
    for l in loops() {
        assert!(names.insert(l.name.clone()), "two loops are called {}", l.name);
        let errors = errors(&l.text);
        let count = counts.entry(l.label.clone()).or_default();
        count.0 += 1;
        count.1 += u32::from(errors.is_empty());
        if errors.is_empty() == (l.label == "collide") {
            missed.push(format!(
                "{} {} ({}): {}",
                l.label,
                l.name,
                l.file,
                errors.join("\n    ")
            ));
        }
    }
    println!("{}", missed.join("\n"));
    for (label, (total, accepted)) in &counts {
        println!("{label:12} accepted {accepted} of {total}");
    }
    assert!(names.len() >= 300, "{} loops", names.len());
    assert_eq!(counts["collide"].1, 0, "loops that collide are accepted");
    for (label, least) in ACCEPTED {
        let (total, accepted) = counts[label];
        assert!(accepted * 100 >= total * least, "{label}: {accepted} of {total}");
    }
}
