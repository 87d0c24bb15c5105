//! The front end on edits of right kernels that coverage guides.
#![no_main]

use std::path::Path;
use std::sync::OnceLock;

use hoist_fuzz::tokens::{Corpus, run};

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    run(CORPUS.get_or_init(|| Corpus::read(&root)), input);
});
