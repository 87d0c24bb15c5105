//! Random edits of right kernels.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use hoist_fuzz::tokens::{Corpus, run, text};
use hoist_fuzz::{bytes, inputs};

/// `HOIST_FUZZ_SEED` alone, or as many as are asked for.
fn seeds() -> std::ops::Range<u64> {
    let one = std::env::var("HOIST_FUZZ_SEED").ok().and_then(|n| n.parse().ok());
    one.map_or(0..inputs(20_000), |seed| seed..seed + 1)
}

#[test]
fn the_front_end_never_panics() {
    let corpus = Corpus::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    let mut wrong = 0;
    for seed in seeds() {
        if catch_unwind(AssertUnwindSafe(|| run(&corpus, &bytes(seed, 64)))).is_err() {
            println!("seed {seed}: {}", text(&corpus, &bytes(seed, 64)));
            wrong += 1;
        }
    }
    assert_eq!(wrong, 0, "inputs made the front end panic");
}
