//! Everything emitted for the kernel library, committed under `shaders/`, one file a loop, and held against
//! NVIDIA's compilers where they are here.
//!
//! After a change of the emitters: `HOIST_BLESS=1 cargo test -p hoist-conformance --test shaders`, and read the diff.

use std::path::{Path, PathBuf};
use std::process::Command;

use hoist::Target;
use hoist_conformance::required;
use hoist_kernels::case;

const KINDS: [(Target, &str, &str); 3] = [
    (Target::Wgsl, "wgsl", "wgsl"),
    (Target::OpenCl, "opencl", "cl"),
    (Target::Cuda, "cuda", "cu"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shaders")
}

/// The loops of a kernel's text: each begins with its title.
fn loops(text: &str) -> Vec<String> {
    let starts: Vec<usize> = text
        .match_indices("// kernel ")
        .map(|(at, _)| at)
        .filter(|at| *at == 0 || text[..*at].ends_with('\n'))
        .collect();
    let end = |n: usize| starts.get(n + 1).copied().unwrap_or(text.len());
    starts
        .iter()
        .enumerate()
        .map(|(n, &at)| format!("{}\n", text[at..end(n)].trim_end()))
        .collect()
}

/// Every file: its path under `shaders/` and its text.
fn files() -> Vec<(String, String)> {
    let mut all = vec![];
    for case in case::all() {
        for (target, folder, ext) in KINDS {
            let text = (case.source)(target).unwrap_or_else(|e| panic!("{}: {e}", case.name));
            let loops = loops(&text);
            assert!(!loops.is_empty(), "{}: {text}", case.name);
            for (n, text) in loops.into_iter().enumerate() {
                all.push((format!("{folder}/{}_{n}.{ext}", case.name), text));
            }
        }
    }
    all
}

#[test]
fn committed_shaders_are_what_is_emitted() {
    let files = files();
    assert!(files.len() >= 13 * KINDS.len());
    if std::env::var_os("HOIST_BLESS").is_some() {
        for (_, folder, _) in KINDS {
            let _ = std::fs::remove_dir_all(root().join(folder));
            std::fs::create_dir_all(root().join(folder)).unwrap();
        }
        for (name, text) in &files {
            std::fs::write(root().join(name), text).unwrap();
        }
    }
    for (name, text) in &files {
        let committed = std::fs::read_to_string(root().join(name)).unwrap_or_default();
        let differs = committed.lines().zip(text.lines()).position(|(a, b)| a != b);
        assert!(
            committed == *text,
            "shaders/{name} has drifted (line {}); see the head of this test",
            differs.map_or(0, |n| n + 1)
        );
    }
    let mut there = vec![];
    for (_, folder, _) in KINDS {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            there.push(format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy()));
        }
    }
    let stale: Vec<&String> = there
        .iter()
        .filter(|t| !files.iter().any(|(name, _)| name == *t))
        .collect();
    assert!(stale.is_empty(), "no kernel emits {stale:?}");
}

#[test]
fn nvidias_compilers_take_the_cuda_text() {
    let cuda: Vec<_> = files().into_iter().filter(|(name, _)| name.ends_with(".cu")).collect();
    let mut passed = 0;
    let mut rows = vec![];
    for (name, text) in &cuda {
        for arch in ["compute_75", "compute_80", "compute_90"] {
            let ptx = match hoist_cuda::compile_ptx(text, arch) {
                Ok(ptx) => ptx,
                Err(e @ hoist::Error::Missing { .. }) => {
                    assert!(!required("nvrtc"), "HOIST_REQUIRE names nvrtc: {e}");
                    println!("skipped ({} texts): {e}", cuda.len());
                    return;
                }
                Err(e) => panic!("{name}: {e}\n{text}"),
            };
            assert!(ptx.contains(".visible .entry"), "{name}");
            // Strict arithmetic: nothing is contracted or flushed.
            assert!(!ptx.contains(".ftz"), "{name}: {ptx}");
            if let Some(used) = assemble(name, &ptx, &arch.replace("compute", "sm")) {
                rows.push(used);
            }
            passed += 1;
        }
    }
    println!("nvrtc: {passed} passed");
    if !rows.is_empty() {
        registers(&rows);
    }
}

/// What an assembled loop takes of a multiprocessor.
struct Used {
    name: String,
    arch: String,
    registers: u64,
    spilled: u64,
}

/// Records the loops' registers and spills in `shaders/registers.md`; a loop that begins to spill fails. Compilers of
/// other versions may well need other registers, so that only a record for each loop is asked for, not its figure.
fn registers(rows: &[Used]) {
    let mut text = String::from(
        "# Registers of the example kernels\n\nFrom `ptxas -v`, of the CUDA C in `cuda/`: registers a thread, and bytes spilled to \
         memory (stores and loads together).\n\n| loop | sm_75 | sm_80 | sm_90 | spilled |\n| --- | --- | --- | --- | --- |\n",
    );
    for group in rows.chunk_by(|a, b| a.name == b.name) {
        let of = |arch: &str| group.iter().find(|u| u.arch == arch).map_or(0, |u| u.registers);
        let spilled: u64 = group.iter().map(|u| u.spilled).sum();
        let name = group[0].name.trim_start_matches("cuda/").trim_end_matches(".cu");
        text += &format!(
            "| {name} | {} | {} | {} | {spilled} |\n",
            of("sm_75"),
            of("sm_80"),
            of("sm_90")
        );
    }
    let file = root().join("registers.md");
    if std::env::var_os("HOIST_BLESS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    let split = |line: &str| {
        let cells: Vec<String> = line.split('|').map(|c| c.trim().to_owned()).collect();
        (
            cells.get(1).cloned().unwrap_or_default(),
            cells.get(5).and_then(|c| c.parse::<u64>().ok()),
        )
    };
    let recorded: std::collections::HashMap<_, _> = committed.lines().map(split).collect();
    for (name, spilled) in text.lines().map(split).filter(|(_, s)| s.is_some()) {
        let Some(before) = recorded.get(&name) else {
            panic!("shaders/registers.md lacks {name}; see the head of this test")
        };
        assert!(
            spilled == Some(0) || before.is_some_and(|b| b > 0),
            "{name} spills {spilled:?} bytes"
        );
    }
}

/// The PTX by NVIDIA's assembler, which `HOIST_PTXAS` names.
fn assemble(name: &str, ptx: &str, arch: &str) -> Option<Used> {
    let Some(ptxas) = std::env::var_os("HOIST_PTXAS") else {
        assert!(
            !required("ptxas"),
            "HOIST_REQUIRE names ptxas, and HOIST_PTXAS is not set"
        );
        return None;
    };
    let file = std::env::temp_dir().join(format!("hoist-{}-{}.ptx", std::process::id(), name.replace('/', "-")));
    std::fs::write(&file, ptx).unwrap();
    let out = Command::new(ptxas)
        .args(["-v", "-arch", arch, "-o", "/dev/null"])
        .arg(&file)
        .output()
        .unwrap();
    let _ = std::fs::remove_file(file);
    assert!(
        out.status.success(),
        "{name}, {arch}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    let said = String::from_utf8_lossy(&out.stderr).into_owned() + &String::from_utf8_lossy(&out.stdout);
    // "Used 14 registers", "0 bytes spill stores, 0 bytes spill loads".
    let words: Vec<&str> = said.split_whitespace().collect();
    let number = |n: usize| words[n].parse::<u64>().unwrap_or(0);
    let registers = words
        .windows(3)
        .position(|w| w[0] == "Used" && w[2].starts_with("registers"));
    let spills = words
        .windows(4)
        .enumerate()
        .filter(|(_, w)| w[1] == "bytes" && w[2] == "spill");
    Some(Used {
        name: name.into(),
        arch: arch.into(),
        registers: number(registers.unwrap_or_else(|| panic!("registers in {said}")) + 1),
        spilled: spills.map(|(n, _)| number(n)).sum(),
    })
}
