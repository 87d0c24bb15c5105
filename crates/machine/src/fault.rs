//! Places in the user's text, and what can go wrong there.

/// What a fault was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// An index at or beyond the slice's length.
    OutOfBounds,
    /// Integer division or remainder by zero.
    DivisionByZero,
    /// `MIN / -1` or `MIN % -1`.
    DivisionOverflow,
    /// A failed `assert!`.
    Assert,
}

/// One expression that may fault: the place and the text the user wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Site {
    /// Line in the kernel's file, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
    /// The slice's name, the assertion's message, or the operation's text.
    pub text: &'static str,
}

/// What is known of one `par` loop at compile time.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct LoopInfo {
    /// The kernel's name.
    pub kernel: &'static str,
    /// Position of the loop among the kernel's `par` loops, from 0.
    pub number: u32,
    /// The file that holds the kernel, as `file!()` gives it.
    pub file: &'static str,
    /// Line of the `par` loop.
    pub line: u32,
    /// Names of the loop variables, outermost first.
    pub indices: &'static [&'static str],
    /// The places that may fault; a site is given to the machine as its position here.
    pub sites: &'static [Site],
    /// `#[kernel(fast)]`.
    pub fast: bool,
    /// Whether the body is small, so that what surrounds it counts.
    pub small: bool,
    /// Whether an iteration may run twice in a row: it reads nothing that the loop writes, and updates nothing.
    pub again: bool,
    /// Whether two iterations may write one element: `par_unproved`, or all of them the same value there. A CPU
    /// runs such a loop on one thread, where this is no data race, or by [`crate::Ctx::par_by_one`].
    pub one_thread: bool,
    /// Whether an iteration is a group: see [`crate::group`].
    pub group: bool,
}
