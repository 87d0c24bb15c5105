//! Kernel × device × size × seed, by the kernel's class.

use std::io::Write;

use hoist::Device;
use hoist_kernels::Case;
use hoist_kernels::case::Class;
use hoist_kernels::inputs::Variant;
use hoist_kernels::oracle::{Form, Oracle, Verdict};
use hoist_kernels::slice::Layout;

/// What became of some cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The answer was right.
    pub passed: usize,
    /// The device says that it can't.
    pub unsupported: usize,
    /// The answer was wrong, or there was none.
    pub failed: usize,
}

impl Cells {
    /// Adds what [`hold`] says; a failure is printed, so that one run shows all of them.
    pub fn count(&mut self, cells: Result<Cells, String>, variant: Variant) {
        match cells {
            Ok(more) => *self += more,
            Err(e) => {
                println!("failed: {variant:?}: {e}");
                self.failed += 1;
            }
        }
    }
}

/// Says what became of a device's cells, in one line, and appends the line to the file that `HOIST_MATRIX` names.
///
/// # Panics
/// Where that file can't be written.
pub fn record(device: &str, cells: &Cells) {
    let line = format!(
        "{device} {} passed, {} failed, {} unsupported",
        cells.passed, cells.failed, cells.unsupported
    );
    println!("matrix: {line}");
    if let Some(file) = std::env::var_os("HOIST_MATRIX") {
        let opened = std::fs::OpenOptions::new().create(true).append(true).open(file);
        opened
            .and_then(|mut f| f.write_all(format!("{line}\n").as_bytes()))
            .expect("HOIST_MATRIX names a file that can be written");
    }
}

impl std::ops::AddAssign for Cells {
    fn add_assign(&mut self, more: Cells) {
        self.passed += more.passed;
        self.unsupported += more.unsupported;
        self.failed += more.failed;
    }
}

/// Runs a case on a device, with host slices and with parts of buffers, at odd offsets between fences, and compares.
///
/// # Errors
/// Where an answer is wrong, or there is none, and how.
pub fn conform(case: &Case, device: &Device, size: usize, seed: u64, variant: Variant) -> Result<Cells, String> {
    hold(&Oracle::new(*case, size, seed, variant)?, device)
}

/// The same for a case whose answers are known, so that many devices share them.
///
/// # Errors
/// As [`conform`].
pub fn hold(oracle: &Oracle, device: &Device) -> Result<Cells, String> {
    let mut cells = Cells::default();
    for form in [Form::Slices, Form::Buffers] {
        match oracle.hold(device, form, Layout::Odd).verdict {
            Verdict::Passed(_) => cells.passed += 1,
            Verdict::Unsupported(_) => cells.unsupported += 1,
            Verdict::Failed(e) => {
                let (name, size) = (oracle.case.name, oracle.size);
                return Err(format!("{name} on {}, size {size}, as {form:?}: {e}", device.name()));
            }
        }
    }
    Ok(cells)
}

/// The variants that a case has.
pub fn variants(case: &Case) -> &'static [Variant] {
    match case.special {
        true => &[Variant::Ordinary, Variant::Special],
        false => &[Variant::Ordinary],
    }
}

/// Whether a case is cheap enough for 2^24 items: a plain call walks over them once.
pub fn cheap(case: &Case) -> bool {
    let linear = (case.work.items)(1 << 24) == 1 << 24;
    let small = (case.stored)(1 << 24) <= 1 << 28;
    linear && small && !matches!(case.class, Class::Math { .. } | Class::Fast { .. })
}
