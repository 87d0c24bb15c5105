//! The tests of the language, on CUDA's device over the emulator; on every other device they run as the facade's own.

#![allow(clippy::duplicate_mod, reason = "each of the files has the devices of its own")]

use hoist_conformance::emulated;

#[path = "../../../tests/arg.rs"]
mod arg;
#[path = "../../../tests/array.rs"]
mod array;
#[path = "../../../tests/control.rs"]
mod control;
#[path = "../../../tests/group.rs"]
mod group;
#[path = "../../../tests/group_faults.rs"]
mod group_faults;
#[path = "../../../tests/scan.rs"]
mod scan;
#[path = "../../../tests/scatter.rs"]
mod scatter;

/// The tests whose items an interleaving could tell apart.
const ORDERED: [&str; 10] = [
    "group::tiles_have_the_plain_calls_bits",
    "group::what_items_reduce_has_one_shape",
    "group::steps_of_a_sequential_loop_wait_for_each_other",
    "group::a_transform_in_shared_memory",
    "group::a_halo",
    "group::what_a_group_does_itself",
    "group::the_best_of_a_group",
    "group_faults::loops_that_are_not_parallel_for_these_arguments_run_in_order",
    "group_faults::a_fault_ends_its_group_and_the_device_goes_on",
    "group_faults::faults_of_groups_and_items_name_their_place",
];

#[test]
fn the_language_on_emulated_cuda() {
    emulated::run(&[], &[("HOIST_REQUIRE", "cuda,cuda-emulated")]);
    // Items interleaved anywhere.
    for seed in ["1", "2", "3"] {
        emulated::run(&ORDERED, &[("HOIST_EMULATOR_SEED", seed)]);
    }
}
