//! What can go wrong: text that is refused, and a launch that stops.

use std::fmt;

/// Text that is not PTX as this emulator knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub line: u32,
    pub what: String,
}

impl Refused {
    pub(crate) fn new(line: u32, what: impl Into<String>) -> Self {
        Refused {
            line,
            what: what.into(),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ptx line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for Refused {}

/// Why a launch stopped, as the driver has codes for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// An address that belongs to no allocation.
    IllegalAddress,
    /// An address that its access size does not divide.
    Misaligned,
    /// An instruction that may not be executed here, such as `trap`.
    IllegalInstruction,
    /// Threads that wait for each other for ever.
    LaunchFailed,
    /// More instructions than the watchdog allows.
    Timeout,
}

/// A launch that stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trap {
    pub cause: Cause,
    pub what: String,
    /// Line of the text, 0 where none is to blame.
    pub line: u32,
    pub block: [u32; 3],
    pub thread: [u32; 3],
}

impl Trap {
    pub(crate) fn new(cause: Cause, what: impl Into<String>) -> Box<Self> {
        Box::new(Trap {
            cause,
            what: what.into(),
            line: 0,
            block: [0; 3],
            thread: [0; 3],
        })
    }
}

impl fmt::Display for Trap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?}: {}, at ptx line {}, block {:?}, thread {:?}",
            self.cause, self.what, self.line, self.block, self.thread
        )
    }
}

impl std::error::Error for Trap {}
