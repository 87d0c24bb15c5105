//! How large the executor's tests are.

use hoist_cpu::{CpuConfig, Isa};

/// Sizes around gangs, units and blocks; under an interpreter, the small ones.
const ALL: [usize; 17] = [
    0, 1, 7, 9, 65, 8, 15, 16, 17, 63, 64, 1000, 4095, 4096, 4097, 20_000, 200_003,
];
pub const SIZES: &[usize] = if cfg!(miri) { ALL.split_at(5).0 } else { &ALL };
/// A size, or what an interpreter does of it in seconds.
pub const fn up_to(n: usize) -> usize {
    if cfg!(miri) && n > 80 { 80 } else { n }
}

/// A height, or what an interpreter does of it.
pub const fn rows(n: usize) -> usize {
    if cfg!(miri) && n > 2 { 2 } else { n }
}
/// Numbers of threads.
const THREADS: &[usize] = if cfg!(miri) { &[1, 3] } else { &[1, 2, 3, 7] };

/// Long enough for what ends.
pub const SOON: std::time::Duration = std::time::Duration::from_secs(10);

/// Every instruction set of this machine, on so many threads.
pub fn configs() -> Vec<CpuConfig> {
    let isas = [Isa::Scalar, Isa::Avx2, Isa::Avx512, Isa::Wide];
    let isas = isas.into_iter().filter(|i| i.available());
    isas.flat_map(|isa| {
        THREADS.iter().map(move |n| CpuConfig {
            isa: Some(isa),
            threads: Some(*n),
            strict: false,
        })
    })
    .collect()
}
