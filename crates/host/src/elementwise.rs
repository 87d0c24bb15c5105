//! The inputs of `elementwise!`: a slice of any kind, or one value for all elements.

use hoist_machine::Elem;

use crate::buffer::{Buffer, BufferSlice, BufferSliceMut};
use crate::slice_arg::SliceArg;
use hoist_backend::error::{Error, Result};

/// What an element-wise kernel is given for one input.
pub struct Operand<T, S> {
    /// Whether `value` stands for all elements.
    pub all: bool,
    /// The value, where there is one.
    pub value: T,
    /// The elements; empty where `value` stands for them.
    pub slice: S,
    /// How many elements, where there is a slice.
    pub len: Option<usize>,
}

/// An input of an element-wise kernel over `T`: a slice, `Vec`, array, [`Buffer`], a part of one, or a scalar.
pub trait Input<T: Elem> {
    /// Where the elements are.
    type Slice: SliceArg<T>;
    /// The input taken apart.
    #[doc(hidden)]
    fn operand(self) -> Operand<T, Self::Slice>;
}

impl<T: Elem + 'static> Input<T> for T {
    type Slice = &'static [T];
    fn operand(self) -> Operand<T, Self::Slice> {
        Operand {
            all: true,
            value: self,
            slice: &[],
            len: None,
        }
    }
}

macro_rules! slices {
    ($([$($generic:tt)*] $t:ty => $slice:ty;)*) => {$(
        impl<$($generic)*> Input<T> for $t {
            type Slice = $slice;
            fn operand(self) -> Operand<T, Self::Slice> {
                Operand { all: false, value: T::default(), len: Some(self.len()), slice: self }
            }
        }
    )*};
}
slices! {
    ['a, T: Elem] &'a [T] => &'a [T];
    ['a, T: Elem] &'a Vec<T> => &'a [T];
    ['a, T: Elem, const N: usize] &'a [T; N] => &'a [T];
    ['a, T: Elem] &'a Buffer<T> => &'a Buffer<T>;
    ['a, T: Elem] BufferSlice<'a, T> => BufferSlice<'a, T>;
    ['a, 'b, T: Elem] &'a BufferSlice<'b, T> => &'a BufferSlice<'b, T>;
    ['a, 'b, T: Elem] &'a BufferSliceMut<'b, T> => &'a BufferSliceMut<'b, T>;
}

/// The one length of all slices among the inputs and the output; 1 where all are scalars.
///
/// # Errors
/// Two lengths that differ.
pub fn common_length(inputs: &[(&'static str, Option<usize>)], out: Option<usize>) -> Result<usize> {
    let mut common = out.map(|n| ("the output", n));
    for (name, len) in inputs {
        let Some(len) = *len else { continue };
        match common {
            Some((first, n)) if n != len => {
                return Err(Error::InputLengths {
                    first: first.into(),
                    first_len: n,
                    second: (*name).into(),
                    second_len: len,
                });
            }
            _ => common = common.or(Some((name, len))),
        }
    }
    Ok(common.map_or(1, |(_, n)| n))
}
