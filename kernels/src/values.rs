//! Answers: what an output holds after a call.

use hoist::Elem;

/// The elements of one output.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Floats; all NaNs are one.
    F32(Vec<f32>),
    /// Pixels.
    U8(Vec<u8>),
    /// Counts.
    U32(Vec<u32>),
    /// A large count.
    U64(Vec<u64>),
}

impl Values {
    /// How many.
    pub fn len(&self) -> usize {
        match self {
            Values::F32(v) => v.len(),
            Values::U8(v) => v.len(),
            Values::U32(v) => v.len(),
            Values::U64(v) => v.len(),
        }
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Whether these are floats.
    pub fn are_floats(&self) -> bool {
        matches!(self, Values::F32(_))
    }
    /// Element `i` as a number; a count beyond 2^53 is rounded.
    pub fn number(&self, i: usize) -> f64 {
        match self {
            Values::F32(v) => f64::from(v[i]),
            Values::U8(v) => f64::from(v[i]),
            Values::U32(v) => f64::from(v[i]),
            Values::U64(v) => v[i] as f64,
        }
    }
    /// Whether element `i` has the bits of the other's; all NaNs are equal.
    pub fn same(&self, other: &Values, i: usize) -> bool {
        match (self, other) {
            (Values::F32(a), Values::F32(b)) => a[i].to_bits() == b[i].to_bits() || (a[i].is_nan() && b[i].is_nan()),
            (Values::U8(a), Values::U8(b)) => a[i] == b[i],
            (Values::U32(a), Values::U32(b)) => a[i] == b[i],
            (Values::U64(a), Values::U64(b)) => a[i] == b[i],
            _ => false,
        }
    }
    /// Element `i` for people.
    pub fn show(&self, i: usize) -> String {
        match self {
            Values::F32(v) => format!("{:?} (bits {:08x})", v[i], v[i].to_bits()),
            _ => format!("{}", self.number(i)),
        }
    }
}

/// Element types that the cases use.
pub trait Item: Elem {
    /// What an output holds before a call: nothing that a kernel computes.
    const POISON: Self;
    /// Elements as an answer.
    fn values(x: &[Self]) -> Values;
}
impl Item for f32 {
    const POISON: f32 = f32::from_bits(0x7fc0_dead);
    fn values(x: &[f32]) -> Values {
        Values::F32(x.to_vec())
    }
}
impl Item for u8 {
    const POISON: u8 = 0xa5;
    fn values(x: &[u8]) -> Values {
        Values::U8(x.to_vec())
    }
}
impl Item for u32 {
    const POISON: u32 = 0xdead_beef;
    fn values(x: &[u32]) -> Values {
        Values::U32(x.to_vec())
    }
}
