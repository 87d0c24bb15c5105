//! What can go wrong between a kernel call and its answer.

use std::fmt;

use hoist_machine::FaultKind;

/// A kernel did what would make the plain function panic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it was.
    pub kind: FaultKind,
    /// The kernel's name.
    pub kernel: &'static str,
    /// The file that holds the kernel.
    pub file: &'static str,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1; 0 where unknown.
    pub column: u32,
    /// The slice's name, the assertion's message, or the operation's text.
    pub text: &'static str,
    /// The index, for [`FaultKind::OutOfBounds`].
    pub index: u64,
    /// The slice's length, for [`FaultKind::OutOfBounds`].
    pub len: u64,
    /// The loop variables of the iteration, outermost first; empty in host code.
    pub iteration: Vec<(&'static str, u64)>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            FaultKind::OutOfBounds => write!(
                f,
                "index out of bounds: `{}` has length {} but the index is {}",
                self.text, self.len, self.index
            )?,
            FaultKind::DivisionByZero => write!(f, "division by zero in `{}`", self.text)?,
            FaultKind::DivisionOverflow => write!(f, "division overflow in `{}`", self.text)?,
            FaultKind::Assert => write!(f, "assertion failed: {}", self.text)?,
        }
        write!(f, " ({} at {}:{}", self.kernel, self.file, self.line)?;
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        for (n, (name, value)) in self.iteration.iter().enumerate() {
            write!(f, "{} {name} = {value}", if n == 0 { ", iteration" } else { "," })?;
        }
        f.write_str(")")
    }
}
impl std::error::Error for Fault {}

/// One of two accesses that collide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1; 0 where unknown.
    pub column: u32,
    /// The line's text, where the file is there to be read.
    pub text: String,
    /// Whether it wrote.
    pub writes: bool,
    /// The loop variables of the iteration, outermost first.
    pub iteration: Vec<(&'static str, u64)>,
}
/// Two iterations of a `par` loop that touched one element, at least one of them writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Race {
    /// The kernel's name.
    pub kernel: &'static str,
    /// The file that holds the kernel.
    pub file: &'static str,
    /// The loop's line.
    pub line: u32,
    /// Whether the loop is parallel by the user's word.
    pub claimed: bool,
    /// The slice's name.
    pub slice: &'static str,
    /// The element.
    pub index: u64,
    /// The access that came first in the order that was run.
    pub first: Access,
    /// The access that met it.
    pub second: Access,
}
impl fmt::Display for Race {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Race { slice, index, .. } = self;
        write!(
            f,
            "race on `{slice}[{index}]` in kernel {}: two iterations of the loop at line {} meet",
            self.kernel, self.line
        )?;
        for a in [&self.first, &self.second] {
            let width = a.line.to_string().len();
            let did = if a.writes { "written" } else { "read" };
            write!(f, "\n{:width$}--> {}:{}:{}", "", self.file, a.line, a.column)?;
            let at = a.iteration.iter().map(|(name, value)| format!("{name} = {value}"));
            let at = at.collect::<Vec<_>>().join(", ");
            if a.text.is_empty() {
                write!(f, "\n{:width$} = {did} here when {at}", "")?;
            } else {
                let indent = (a.column as usize).saturating_sub(1);
                write!(
                    f,
                    "\n{:width$} |\n{} | {}\n{:width$} | {:indent$}^ {did} here when {at}",
                    "", a.line, a.text, "", ""
                )?;
            }
        }
        f.write_str(if self.claimed {
            "\n = help: the claim of `par_unproved` does not hold for these arguments: make the subscripts differ, or write a plain `for`"
        } else {
            "\n = help: hoist took this loop for parallel, and it is not: a defect of hoist, please report it"
        })
    }
}

/// Why a call did not give an answer.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No device has this name.
    #[error("there is no device `{name}`; known names: {}", known.join(", "))]
    UnknownDevice {
        /// What was asked for.
        name: String,
        /// The names that would do.
        known: Vec<String>,
    },
    /// The device's driver, or a part of it, is not on this machine or not in this build.
    #[error("{api}: {what} is missing; {hint}")]
    Missing {
        /// The family of devices.
        api: String,
        /// What was looked for.
        what: String,
        /// What would provide it.
        hint: String,
    },
    /// The kernel did what makes the plain function panic.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The `check` device saw two iterations collide.
    #[error("{0}")]
    Race(Box<Race>),
    /// The device can't do this; nothing ran.
    #[error("{device} does not support {what}: {limit}")]
    Unsupported {
        /// The device's name.
        device: String,
        /// What the kernel asks for.
        what: String,
        /// The limit or the missing feature.
        limit: String,
    },
    /// The device's compiler refused emitted text, which is a defect of hoist or of the driver.
    #[error("{device} refused to compile kernel {kernel}:\n{log}")]
    Compile {
        /// The device's name.
        device: String,
        /// The kernel's name.
        kernel: String,
        /// The compiler's own words.
        log: String,
    },
    /// A driver call failed.
    #[error("{device}: {call} failed: {log}")]
    Driver {
        /// The device's name.
        device: String,
        /// The call.
        call: String,
        /// The driver's own words.
        log: String,
    },
    /// A buffer lives on another device than the one it was given to.
    #[error("`{what}` lives on {is}, and was given to {wanted}; download it there and upload it here")]
    WrongDevice {
        /// The argument's name.
        what: String,
        /// Where it is.
        is: String,
        /// Where it should be.
        wanted: String,
    },
    /// An argument's elements don't fill its dimensions.
    #[error("`{what}` has dimensions {dims:?}, and {len} elements were given for them")]
    Dimensions {
        /// The argument's name.
        what: String,
        /// Its dimensions, outermost first.
        dims: Vec<usize>,
        /// The elements that were given.
        len: usize,
    },
    /// Two lengths that must be equal are not.
    #[error("lengths differ: {to} elements can't take {from}")]
    LengthMismatch {
        /// Elements of the destination.
        to: usize,
        /// Elements of the source.
        from: usize,
    },
    /// Two slices of an element-wise kernel have different lengths.
    #[error("lengths differ: {first} has {first_len} elements, {second} has {second_len}")]
    InputLengths {
        /// The first one's name.
        first: String,
        /// Its length.
        first_len: usize,
        /// The other one's name.
        second: String,
        /// Its length.
        second_len: usize,
    },
    /// On a strict device: the loop could not be shown to be parallel for these arguments.
    #[error("kernel {kernel}, loop at line {line}, is not parallel for these arguments: {fact}")]
    NotParallel {
        /// The kernel's name.
        kernel: &'static str,
        /// The loop's line.
        line: u32,
        /// The fact that failed.
        fact: String,
    },
    /// hoist's own check of what it is about to emit failed: a defect, please report it.
    #[error("hoist made an invalid program for kernel {kernel}: {log}")]
    Internal {
        /// The kernel's name.
        kernel: String,
        /// What the check says.
        log: String,
    },
}

/// What most calls return.
pub type Result<T, E = Error> = std::result::Result<T, E>;
