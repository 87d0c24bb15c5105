//! Whether a size can be tried at all, asked before anything is allocated.

use crate::case::Case;
use hoist::DeviceInfo;

/// Operations that the plain call does in about a day.
const DAY: f64 = 1e14;

/// Bytes of memory that programs may still take; unknown where the system does not tell.
pub fn memory_free() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|l| l.strip_prefix("MemAvailable:"))?;
    line.trim()
        .strip_suffix("kB")?
        .trim()
        .parse::<u64>()
        .ok()?
        .checked_mul(1024)
}

/// Bytes that a case's oracle and a run take beside each other: the slices of two calls and their making, and for each
/// byte of an output the reference's two `f64`.
fn needed(case: &Case, size: usize) -> u128 {
    let stored = (case.stored)(size as u128);
    let (outputs, reference) = (stored, 16);
    3 * stored + outputs * reference / 4
}

/// Whether this machine can hold a size, and a person can wait for it.
///
/// # Errors
/// What it takes, and what there is.
pub fn fits(case: &Case, size: usize) -> Result<(), String> {
    // Squares of what fits 40 bits still fit the arithmetic below.
    let too_large = size > 1 << 40;
    let needed = if too_large { u128::MAX } else { needed(case, size) };
    // Where the system does not tell, at least what an address holds.
    let free = memory_free().map_or(1 << 46, u128::from);
    if needed > free {
        let gib = |bytes: u128| bytes as f64 / f64::from(1 << 30);
        let takes = if too_large {
            "more than any machine has".into()
        } else {
            format!("about {:.1} GiB", gib(needed))
        };
        return Err(format!(
            "{} of {size} {} takes {takes}, and {:.1} GiB of memory are free; give a smaller --size",
            case.name,
            case.unit,
            gib(free)
        ));
    }
    let work = (case.work.items)(size) as f64 * (case.work.flops)(size);
    if work > DAY {
        return Err(format!(
            "{} of {size} {} is {work:.0e} operations, and its plain call would take days; give a smaller --size",
            case.name, case.unit
        ));
    }
    Ok(())
}

/// Whether a device has the memory for a case's slices.
///
/// # Errors
/// What it takes, and what there is.
pub fn fits_device(case: &Case, size: usize, info: &DeviceInfo) -> Result<(), String> {
    let stored = (case.stored)(size as u128);
    if info.memory > 0 && stored > u128::from(info.memory) {
        let has = info.memory;
        return Err(format!(
            "{}: {stored} bytes of slices do not fit its memory of {has}",
            info.name
        ));
    }
    Ok(())
}
