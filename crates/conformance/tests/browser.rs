//! WGSL in Chromium: every committed text compiles, and every kernel runs there.

use std::path::Path;
use std::sync::Arc;

use hoist::{Device, Error};
use hoist_backend::backend::{Backend, Source};
use hoist_conformance::browser::{Browser, NAME, start};
use hoist_conformance::conform::{Cells, conform, record};
use hoist_conformance::required;
use hoist_kernels::case;
use hoist_kernels::inputs::Variant;

/// None where there is no browser, which is printed and counted.
fn browser() -> Option<Arc<Browser>> {
    match start() {
        Ok(browser) => Some(browser),
        Err(e @ Error::Missing { .. }) => {
            assert!(!required(NAME), "HOIST_REQUIRE names {NAME}: {e}");
            println!("skipped (1 device): {e}");
            None
        }
        Err(e) => panic!("{NAME}: {e}"),
    }
}

/// Of each slot of a text, whether it is written.
fn written(text: &str) -> Vec<bool> {
    let slots = text.lines().filter(|l| l.starts_with("@group(0) @binding("));
    slots.map(|l| l.contains("<storage, read_write>")).collect()
}

/// The name of a text's function.
fn entry(text: &str) -> &str {
    let at = text
        .find("@compute")
        .and_then(|at| Some(at + text[at..].find("fn ")? + 3));
    let name = at.and_then(|at| text[at..].split('(').next());
    name.expect("a text has one function that is launched")
}

/// The first type of a text that WGSL does not have.
fn wide(text: &str) -> Option<&'static str> {
    let code = text.lines().map(|l| l.split("//").next().unwrap_or(""));
    let words: Vec<&str> = code
        .flat_map(|l| l.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .collect();
    ["i64", "u64", "f64"].into_iter().find(|t| words.contains(t))
}

#[test]
fn every_committed_text_compiles() {
    let Some(browser) = browser() else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shaders/wgsl");
    let (mut compiled, mut refused) = (0, vec![]);
    for file in std::fs::read_dir(folder).expect("the committed texts") {
        let path = file.expect("a file").path();
        let name = path.file_stem().and_then(|n| n.to_str()).expect("a name").to_owned();
        let text = std::fs::read_to_string(&path).expect("a text");
        let source = Source {
            text: &text,
            entry: entry(&text),
            written: &written(&text),
            fast: false,
        };
        match (browser.compile(&source), wide(&text)) {
            (Ok(_), None) => compiled += 1,
            // 64-bit numbers are an extension of other implementations; a device without them is never given such a text.
            (Err(Error::Compile { log, .. }), Some(ty)) if log.contains(ty) => refused.push(format!("{name} ({ty})")),
            (Err(e), _) => panic!("{name}: {e}"),
            (Ok(_), Some(ty)) => panic!("{name} compiles, and mentions {ty}"),
        }
    }
    println!(
        "{NAME}: {compiled} texts compile; with 64-bit numbers, not WGSL's: {}",
        refused.join(", ")
    );
    assert!(compiled >= 30);
}

#[test]
fn a_wrong_text_is_refused() {
    let Some(browser) = browser() else { return };
    let text = "@group(0) @binding(0) var<storage, read_write> x: array<u32>;\n\
                @compute @workgroup_size(64)\nfn wrong() { x[0] = 1.0f; }\n";
    let source = Source {
        text,
        entry: "wrong",
        written: &[true],
        fast: false,
    };
    let Err(Error::Compile { log, kernel, .. }) = browser.compile(&source) else {
        panic!("it compiles");
    };
    assert!(kernel == "wrong" && log.contains("3:"), "{log}");
}

#[test]
fn every_kernel_in_chromium() {
    let Some(browser) = browser() else { return };
    let device = Device::with_backend(browser);
    let mut cells = Cells::default();
    for case in case::all() {
        for size in [0, 1, 65] {
            // A matrix or a picture of that side is as many items as a long slice.
            let size = if (case.work.items)(64) > 64 { size / 3 } else { size };
            cells.count(conform(&case, &device, size, 5, Variant::Ordinary), Variant::Ordinary);
        }
    }
    record(NAME, &cells);
    assert!(cells.failed == 0 && cells.passed >= 3 * 2 * 13, "{cells:?}");
}
