//! The library's kernels as PTX, committed under `shaders/ptx` for machines that have NVIDIA's driver and no NVRTC:
//! held against what launches want compiled, against NVRTC of the version that wrote them, against NVIDIA's
//! assembler, and run.
//!
//! After a change of the kernels or the emitters, with NVRTC: `HOIST_BLESS=1 cargo test -p hoist-conformance --test
//! ptx`, and read the diff.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use hoist::prelude::*;
use hoist_backend::precompiled::head;
use hoist_conformance::conform::{Cells, conform, variants};
use hoist_conformance::recorder::{self, Recorded};
use hoist_conformance::{emulated, label, required, traced};
use hoist_kernels::case::{self, On};
use hoist_kernels::inputs::{Inputs, Variant};
use hoist_kernels::slice::Layout;

/// The architecture of the texts, and the oldest PTX that knows it: so that older drivers take them.
const ARCH: &str = "compute_75";
const VERSION: &str = ".version 6.3";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shaders/ptx")
}
fn list() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../kernels/src/ptx.rs")
}

/// What launches of the library compile, and the probe: file name to text. A kernel has a second text where its
/// smallest launches need more, or fewer, checks.
fn wanted() -> BTreeMap<String, Recorded> {
    let (device, texts) = recorder::device();
    for case in case::all() {
        for size in [case.size, 1000, 131, 65, 64, 17, 9, 8, 7, 5, 4, 3, 2, 1, 0] {
            for layout in [Layout::Aligned, Layout::Odd] {
                let mut call = (case.start)(&mut Inputs::new(size, 5, Variant::Ordinary, layout));
                call.call(On::Slices(&device))
                    .unwrap_or_else(|e| panic!("{}: {e}", case.name));
                // Parts of buffers.
                call.slices().into_iter().for_each(|s| s.to_device(&device).unwrap());
                call.call(On::Buffers(&device))
                    .unwrap_or_else(|e| panic!("{}: {e}", case.name));
            }
        }
    }
    let probe = Recorded {
        entry: "probe".into(),
        text: hoist_cuda::PROBE.into(),
        fast: false,
    };
    let mut all = BTreeMap::from([("probe.ptx".to_owned(), probe)]);
    for recorded in texts.all() {
        let mut name = format!("{}.ptx", recorded.entry);
        if all.contains_key(&name) {
            name = format!("{}_small.ptx", recorded.entry);
        }
        let entry = recorded.entry.clone();
        assert_eq!(all.insert(name, recorded), None, "a third text for {entry}");
    }
    all
}

fn compile(recorded: &Recorded) -> Result<String, Error> {
    let compile = if recorded.fast {
        hoist_cuda::compile_fast_ptx
    } else {
        hoist_cuda::compile_ptx
    };
    compile(&recorded.text, ARCH)
}

/// NVRTC's release, from the comment in front of its PTX.
fn release(ptx: &str) -> &str {
    let line = ptx.lines().find_map(|l| l.split_once("release ").map(|(_, r)| r));
    line.and_then(|l| l.split_once(", "))
        .map_or("unknown", |(_, v)| v.trim())
}

/// The committed form of what NVRTC writes.
fn file(recorded: &Recorded, ptx: &str) -> String {
    let mut lines = ptx.lines().skip_while(|l| !l.starts_with(".version"));
    let version = lines.next().expect("PTX states its version");
    let body: Vec<&str> = lines.collect();
    format!(
        "{}\n// NVRTC {} for {ARCH}; it says `{version}`, which nothing here needs.\n{VERSION}\n{}\n",
        head(&recorded.text, recorded.fast),
        release(ptx),
        body.join("\n").trim_end()
    )
}

fn read(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap_or_default()
}

/// The module that embeds them, all but the probe, which the driver crate has.
fn list_of(names: &[&String]) -> String {
    let mut out = String::from(
        "//! The library's kernels as PTX, from `shaders/ptx`; the test `ptx` of `crates/conformance` writes this file.\n\n\
         /// For [`hoist::register_precompiled`].\npub(crate) const PTX: &[&str] = &[\n",
    );
    for name in names.iter().filter(|n| n.as_str() != "probe.ptx") {
        out += &format!("    include_str!(\"../../shaders/ptx/{name}\"),\n");
    }
    out + "];\n"
}

fn bless(wanted: &BTreeMap<String, Recorded>) {
    let _ = std::fs::remove_dir_all(folder());
    std::fs::create_dir_all(folder()).unwrap();
    for (name, recorded) in wanted {
        let ptx = compile(recorded).unwrap_or_else(|e| panic!("{name}: {e}"));
        std::fs::write(folder().join(name), file(recorded, &ptx)).unwrap();
    }
    std::fs::write(list(), list_of(&wanted.keys().collect::<Vec<_>>())).unwrap();
}

#[test]
fn committed_ptx_is_of_the_texts_that_launches_compile() {
    let wanted = wanted();
    if std::env::var_os("HOIST_BLESS").is_some() {
        bless(&wanted);
    }
    for (name, recorded) in &wanted {
        assert_eq!(
            read(name).lines().next(),
            Some(head(&recorded.text, recorded.fast).as_str()),
            "shaders/ptx/{name} is of another text; see the head of this test"
        );
    }
    let there = std::fs::read_dir(folder())
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap());
    let stale: Vec<String> = there.filter(|name| !wanted.contains_key(name)).collect();
    assert!(stale.is_empty(), "no launch compiles {stale:?}");
    let names: Vec<&String> = wanted.keys().collect();
    assert_eq!(
        std::fs::read_to_string(list()).unwrap(),
        list_of(&names),
        "kernels/src/ptx.rs lists them all"
    );
}

#[test]
fn committed_ptx_is_what_nvrtc_writes() {
    let wanted = wanted();
    let mut passed = 0;
    for (name, recorded) in &wanted {
        let ptx = match compile(recorded) {
            Ok(ptx) => ptx,
            Err(e @ Error::Missing { .. }) => {
                assert!(!required("nvrtc"), "HOIST_REQUIRE names nvrtc: {e}");
                println!("skipped ({} texts): {e}", wanted.len());
                return;
            }
            Err(e) => panic!("{name}: {e}"),
        };
        let committed = read(name);
        if !committed.contains(&format!("NVRTC {} ", release(&ptx))) {
            println!("skipped ({} texts): another NVRTC wrote them", wanted.len());
            return;
        }
        assert_eq!(
            committed,
            file(recorded, &ptx),
            "shaders/ptx/{name} has drifted; see the head of this test"
        );
        passed += 1;
    }
    println!("ptx: {passed} passed");
}

#[test]
fn nvidias_assembler_takes_committed_ptx() {
    let Some(ptxas) = std::env::var_os("HOIST_PTXAS") else {
        assert!(
            !required("ptxas"),
            "HOIST_REQUIRE names ptxas, and HOIST_PTXAS is not set"
        );
        println!("skipped (1 test): HOIST_PTXAS is not set");
        return;
    };
    for name in wanted().keys() {
        for arch in ["sm_75", "sm_80", "sm_90"] {
            let run = Command::new(&ptxas)
                .args(["-arch", arch, "-o", "/dev/null"])
                .arg(folder().join(name))
                .output();
            let out = run.unwrap();
            assert!(
                out.status.success(),
                "{name}, {arch}: {}",
                String::from_utf8_lossy(&out.stderr)
            );
        }
    }
}

#[kernel]
pub fn users_own(y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = 3.0;
    }
}

#[test]
#[ignore = "run without NVRTC by committed_ptx_runs_on_emulated_cuda"]
fn every_kernel_without_a_compiler() {
    hoist_kernels::register_ptx();
    for device in traced() {
        assert_eq!(device.info().strict, hoist::Strictness::Strict, "the probe ran");
        let mut cells = Cells::default();
        for case in case::all() {
            for size in [0, 1, 7, 8, 9, 17, 64, 65, 131] {
                for &variant in variants(&case) {
                    cells += conform(&case, &device, size, 5, variant).unwrap_or_else(|e| panic!("{variant:?}: {e}"));
                }
            }
        }
        assert!(cells.passed >= 14 * 9 * 2 && cells.unsupported == 0, "{cells:?}");
        // The user's own kernel needs the compiler, and is told so.
        let e = users_own::run(&device, &mut [0.0; 3]).unwrap_err();
        if let Error::Missing { what, hint, .. } = &e {
            assert!(what.contains("NVRTC") && hint.contains("nvidia-cuda-nvrtc"), "{e}");
        } else {
            assert!(e.to_string().contains("NVRTC is newer than the driver"), "{e}");
        }
        println!("{} without a compiler: {} passed", label(&device), cells.passed);
    }
}

#[test]
fn committed_ptx_runs_on_emulated_cuda() {
    let test = ["every_kernel_without_a_compiler"];
    for arch in emulated::ARCHS {
        emulated::run_as_is(&test, &[("HOIST_NVRTC", "/none"), ("HOIST_EMULATOR_ARCH", arch)]);
    }
    // An NVRTC that is newer than the driver is as good as none.
    emulated::run(&test, &[("HOIST_EMULATOR_PTX", "63")]);
}
