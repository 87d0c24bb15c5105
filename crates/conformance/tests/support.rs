//! `docs/support.md`: what each device can't do, and why, written by running it.
//!
//! After a change, with every stand-in device: `HOIST_BLESS=1 cargo test -p hoist-conformance --test support`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hoist::Device;
use hoist_conformance::conform::variants;
use hoist_conformance::{CPU, emulated, label, traced};
use hoist_kernels::case;
use hoist_kernels::inputs::Variant;
use hoist_kernels::oracle::{Form, Oracle, Verdict};
use hoist_kernels::slice::Layout;

const SIZE: usize = 65;
/// What stands for an API: the stand-ins that CI has.
const STAND_INS: [(&str, &str); 4] = [
    ("opencl", "PoCL"),
    ("wgpu", "lavapipe"),
    ("cuda-on-host", "the CUDA C, compiled by c++"),
    (emulated::NAME, "the CUDA device over the PTX emulator"),
];

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/support.md")
}

/// A device's API, whatever its number.
fn api(device: &Device) -> String {
    let name = label(device);
    name.strip_suffix(":0").unwrap_or(name).to_owned()
}

/// The lines of one device: a type or a kernel that it lacks, with the reason, or `all`.
fn lines(device: &Device) -> Vec<String> {
    let api = api(device);
    let cpu = Device::open("cpu").expect("the CPU opens");
    let all = cpu.info().types.iter();
    let lacks: Vec<&str> = all.filter(|t| !device.info().has(**t)).map(|t| t.name()).collect();
    let mut out = vec![format!(
        "{api}|types|{}",
        if lacks.is_empty() {
            "all".into()
        } else {
            format!("no {}", lacks.join(", "))
        }
    )];
    let mut cells: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut passed = 0;
    for case in case::all() {
        for &variant in variants(&case) {
            let oracle = Oracle::new(case, SIZE, 5, variant).unwrap_or_else(|e| panic!("{e}"));
            for form in [Form::Slices, Form::Buffers] {
                match oracle.hold(device, form, Layout::Odd).verdict {
                    Verdict::Passed(_) => passed += 1,
                    Verdict::Failed(e) => panic!("{} on {api}: {e}", case.name),
                    Verdict::Unsupported(why) => {
                        let kernels = cells.entry(why).or_default();
                        let name = match variant {
                            Variant::Ordinary => case.name.to_owned(),
                            Variant::Special => format!("{} with special inputs", case.name),
                        };
                        if !kernels.contains(&name) {
                            kernels.push(name);
                        }
                    }
                }
            }
        }
    }
    assert!(passed > 0, "{api}");
    if cells.is_empty() {
        out.push(format!("{api}|kernels|all"));
    }
    out.extend(
        cells
            .into_iter()
            .map(|(why, kernels)| format!("{api}|{}|{why}", kernels.join(", "))),
    );
    out
}

#[test]
#[ignore = "run by support_is_what_devices_say, in the process of the emulator"]
fn emulated_lines() {
    for device in traced() {
        for line in lines(&device) {
            println!("support: {line}");
        }
    }
}

#[test]
fn support_is_what_devices_say() {
    let mut found = Vec::new();
    for mode in CPU {
        let device = Device::open(mode).expect("a CPU mode opens");
        found.extend(lines(&device));
    }
    for device in traced() {
        found.extend(lines(&device));
    }
    let said = emulated::output(&["emulated_lines"], &[]);
    found.extend(
        said.lines()
            .filter_map(|l| l.strip_prefix("support: "))
            .map(str::to_owned),
    );

    let missing: Vec<&str> = STAND_INS
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !found.iter().any(|l| l.starts_with(&format!("{name}|"))))
        .collect();
    if !missing.is_empty() {
        println!(
            "skipped (1 test): docs/support.md is about {}, not here",
            missing.join(", ")
        );
        return;
    }
    let text = page(&found);
    if std::env::var_os("HOIST_BLESS").is_some() {
        std::fs::write(file(), &text).expect("docs/support.md is written");
    }
    let committed = std::fs::read_to_string(file()).unwrap_or_default();
    assert!(
        committed == text,
        "docs/support.md has drifted; see the head of this test. It should be:\n{text}"
    );
}

fn page(found: &[String]) -> String {
    let names: Vec<String> = STAND_INS
        .iter()
        .map(|(name, what)| format!("`{name}` is {what}"))
        .collect();
    let mut text = format!(
        "# What devices can't do\n\nWritten by a test that runs every example kernel ({} of them, ordinary and special inputs: NaN, infinities, \
         signed zeros, subnormals) on each device, and held against it. A type that a device lacks is named at the launch of a kernel that \
         uses it, before anything runs. Here {}; a GPU's own row may differ, and `hoist devices` prints it.\n\n\
         | device | types | kernels |\n| --- | --- | --- |\n",
        case::all().len(),
        names.join(", ")
    );
    for lines in found.chunk_by(|a, b| a.split('|').next() == b.split('|').next()) {
        let cells: Vec<Vec<&str>> = lines.iter().map(|l| l.splitn(3, '|').collect()).collect();
        let kernels: Vec<String> = cells[1..]
            .iter()
            .map(|c| match (c[1], c[2]) {
                ("kernels", all) => all.to_owned(),
                (kernels, why) => format!("not {kernels}: {}", why.replace('\n', " ")),
            })
            .collect();
        text += &format!("| `{}` | {} | {} |\n", cells[0][0], cells[0][2], kernels.join("; "));
    }
    text
}
