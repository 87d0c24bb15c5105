//! Validator, passes and emitters on kernels that coverage guides.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    hoist_fuzz::ir::run(input);
});
