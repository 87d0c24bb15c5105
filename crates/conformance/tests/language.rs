//! The tests of the language, on CUDA's device over the emulator; on every other device they run as the facade's own.

#![allow(clippy::duplicate_mod, reason = "each of the files has the devices of its own")]

use hoist_conformance::emulated;

#[path = "../../../tests/arg.rs"]
mod arg;
#[path = "../../../tests/array.rs"]
mod array;
#[path = "../../../tests/calls.rs"]
mod calls;
#[path = "../../../tests/control.rs"]
mod control;
#[path = "../../../tests/elements.rs"]
mod elements;
#[path = "../../../tests/group.rs"]
mod group;
#[path = "../../../tests/group_faults.rs"]
mod group_faults;
#[path = "../../../tests/methods.rs"]
mod methods;
#[path = "../../../tests/scan.rs"]
mod scan;
#[path = "../../../tests/scatter.rs"]
mod scatter;
#[path = "../../../tests/structs.rs"]
mod structs;

#[test]
fn the_language_on_emulated_cuda() {
    emulated::run(&[], &[("HOIST_REQUIRE", "cuda,cuda-emulated")]);
    // Items interleaved anywhere.
    for seed in ["1", "2", "3"] {
        for module in ["group::", "group_faults::"] {
            emulated::run(&[module], &[("HOIST_EMULATOR_SEED", seed)]);
        }
    }
}
