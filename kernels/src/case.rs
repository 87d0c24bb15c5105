//! A case: a kernel with its inputs, its reference, its work, and how close its answers must be.

use crate::inputs::Inputs;
use crate::slice::AnySlice;
use crate::values::Values;
use hoist::{Device, Error, Target};

/// How far an answer may be from the `f64` reference.
///
/// An ulp of a float answer is `f32::EPSILON` times its [`Wanted::scale`]; of an integer, 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tolerance {
    /// So many ulp, each element.
    Ulp(f64),
    /// The reference's value, but for so large a part of the elements.
    Mismatches(f64),
}

/// How a device's answer is compared.
#[derive(Clone, Copy, Debug)]
pub enum Class {
    /// The plain call's bits.
    Exact {
        /// What a device is held to, against the reference, that contracts, or rounds in its own way.
        relaxed: fn(usize) -> Tolerance,
    },
    /// A float reduction: one shape, so one answer on every strict device, within the shape's bound.
    Shaped {
        /// How many terms are summed.
        terms: fn(usize) -> usize,
        /// Roundings of one term before it is summed.
        rounded: f64,
    },
    /// Running sums of floats: one shape too, of which every element is within the bound.
    Scanned,
    /// hoist's functions where the plain call has libm's: one answer on every strict device, within so many ulp.
    Math {
        /// The bound.
        ulp: f64,
    },
    /// A kernel that lets each device take liberties: within so many ulp, and no more.
    Fast {
        /// The bound.
        ulp: fn(usize) -> f64,
    },
}

impl Class {
    /// In a word.
    pub fn name(&self) -> &'static str {
        match self {
            Class::Exact { .. } => "exact",
            Class::Shaped { .. } | Class::Scanned => "shaped",
            Class::Math { .. } => "math",
            Class::Fast { .. } => "fast",
        }
    }
    /// What a device's answer is held to against the reference, where the class claims no bits of the plain call.
    pub fn tolerance(&self, size: usize) -> Tolerance {
        match *self {
            Class::Exact { relaxed } => relaxed(size),
            Class::Shaped { terms, rounded } => Tolerance::Ulp(shape_ulp(terms(size)) + rounded / 2.0),
            Class::Scanned => Tolerance::Ulp(scan_ulp(size)),
            Class::Math { ulp } => Tolerance::Ulp(ulp),
            Class::Fast { ulp } => Tolerance::Ulp(ulp(size)),
        }
    }
}

/// The bound of a float reduction's shape: 64 terms of a partial, 6 joins of the partials, and the joins of the
/// blocks, each rounding at most half an ulp of the sum of the terms' magnitudes.
pub fn shape_ulp(terms: usize) -> f64 {
    let blocks = terms.div_ceil(4096).max(1);
    (64.0 + 6.0 + (blocks as f64).log2().ceil()) / 2.0
}

/// The bound of a float scan's shape: 6 levels of a group, 64 groups of a block, and the blocks.
pub fn scan_ulp(terms: usize) -> f64 {
    (6.0 + 64.0 + terms.div_ceil(4096) as f64) / 2.0
}

/// What the `f64` reference has for one element.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The value.
    pub value: f64,
    /// The magnitude that its roundings are measured by, the sum of its terms' magnitudes for a sum.
    pub scale: f64,
}

impl Wanted {
    /// A value that no cancellation comes before.
    pub fn plain(value: f64) -> Self {
        Wanted {
            value,
            scale: value.abs(),
        }
    }
    /// The sum of some terms.
    pub fn sum(terms: impl IntoIterator<Item = f64>) -> Self {
        let mut all = Wanted { value: 0.0, scale: 0.0 };
        for t in terms {
            all.value += t;
            all.scale += t.abs();
        }
        all
    }
}

/// Work of one item, for the rates.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// Items of a size.
    pub items: fn(usize) -> usize,
    /// Bytes that an item must move to and from memory.
    pub bytes: f64,
    /// Operations of an item.
    pub flops: fn(usize) -> f64,
}

/// How a call is made.
#[derive(Clone, Copy, Debug)]
pub enum On<'a> {
    /// As plain Rust.
    Plain,
    /// On a device, with slices of the host.
    Slices(&'a Device),
    /// On a device, with parts of its buffers.
    Buffers(&'a Device),
}

/// The arguments of one call.
pub trait Call {
    /// Calls the kernel; what it returns.
    fn call(&mut self, on: On) -> Result<Option<Values>, Error>;
    /// Its slices, in the order of the parameters.
    fn slices(&mut self) -> Vec<&mut dyn AnySlice>;
    /// What a naive computation in `f64` has, before the call: for each slice that is written, then for what is
    /// returned.
    fn reference(&self) -> Vec<Vec<Wanted>>;
}

/// A kernel over a picture of the user's.
pub type OnPicture = fn(usize, usize, &[u8], &mut Inputs) -> Box<dyn Call>;

/// One kernel's case.
#[derive(Clone, Copy)]
pub struct Case {
    /// The kernel.
    pub name: &'static str,
    /// How answers are compared.
    pub class: Class,
    /// How far the plain call may be from the reference.
    pub plain: fn(usize) -> Tolerance,
    /// What a size counts.
    pub unit: &'static str,
    /// The size that the command line uses.
    pub size: usize,
    /// Whether [`Variant::Special`](crate::inputs::Variant) differs from the ordinary inputs.
    pub special: bool,
    /// Bytes of all slices.
    pub stored: fn(u128) -> u128,
    /// Work of one item.
    pub work: Work,
    /// The arguments of a call.
    pub start: fn(&mut Inputs) -> Box<dyn Call>,
    /// The same over a given picture, where the kernel filters one.
    pub picture: Option<OnPicture>,
    /// Why its loops are parallel.
    pub explain: fn() -> &'static str,
    /// The text that a kind of device is given.
    pub source: fn(Target) -> Result<String, Error>,
}

/// A size is the number of items.
pub(crate) fn line(n: usize) -> usize {
    n
}
/// A size is the side of a square of items.
pub(crate) fn square(n: usize) -> usize {
    n.saturating_mul(n)
}

/// All cases.
pub fn all() -> Vec<Case> {
    crate::CASES.to_vec()
}
