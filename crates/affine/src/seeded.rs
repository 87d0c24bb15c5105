//! Defects to put in on purpose, one at a time, so that a test can see that they are found.
//!
//! Without the feature `seeded`, which only `xtask` asks for, there is none.

/// A defect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bug {
    /// An inequality is divided and rounded by one too much.
    Rounding,
    /// Two accesses are only looked at in one order of the two iterations.
    Order,
    /// A sum counts as its value although it may have wrapped.
    Wrapping,
    /// A closed range ends one too early.
    Closed,
    /// The condition of an `if` is taken to hold in its `else`, too.
    Else,
    /// A variable keeps its value where a branch or a loop assigns it.
    Assigned,
}

#[cfg(feature = "seeded")]
thread_local!(static NOW: std::cell::Cell<Option<Bug>> = const { std::cell::Cell::new(None) });

/// Puts a defect in, for this thread.
#[cfg(feature = "seeded")]
pub fn set(bug: Option<Bug>) {
    NOW.set(bug);
}

/// Whether it is in.
#[cfg(feature = "seeded")]
pub fn is(bug: Bug) -> bool {
    NOW.get() == Some(bug)
}

/// Whether it is in: no.
#[cfg(not(feature = "seeded"))]
#[inline(always)]
pub fn is(_: Bug) -> bool {
    false
}
