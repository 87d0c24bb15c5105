//! What a kernel takes where its function says `&[T]` or `&mut [T]`.

use std::sync::Arc;

use hoist_machine::Element;

use crate::buffer::{Buffer, BufferSlice, BufferSliceMut};
use crate::device::Device;
use crate::store::Store;

/// Where the elements of an argument are.
pub struct Given<T> {
    pub(crate) at: At<T>,
    pub(crate) len: usize,
}
pub(crate) enum At<T> {
    Host(*mut T),
    Buffer {
        store: Arc<Store>,
        device: Device,
        offset: usize,
    },
}

fn host<T>(ptr: *const T, len: usize) -> Given<T> {
    Given {
        at: At::Host(ptr.cast_mut()),
        len,
    }
}
fn device<T: Element>(b: &Buffer<T>, offset: usize, len: usize) -> Given<T> {
    Given {
        at: At::Buffer {
            store: b.store.clone(),
            device: b.device.clone(),
            offset,
        },
        len,
    }
}

mod sealed {
    /// Only this crate may say where elements are: the pointers are trusted.
    pub trait Sealed {}
}
use sealed::Sealed;

/// An argument for `&[T]`: a reference to a slice, `Vec`, array or [`Buffer`], or a part of one.
pub trait SliceArg<T>: Sealed {
    /// Where the elements are, for as long as `Self` may live.
    #[doc(hidden)]
    fn given(self) -> Given<T>;
}
/// An argument for `&mut [T]`: an exclusive reference to one of the same.
pub trait SliceArgMut<T>: Sealed {
    /// Where the elements are, for as long as `Self` may live.
    #[doc(hidden)]
    fn given_mut(self) -> Given<T>;
    /// How many elements.
    #[doc(hidden)]
    fn elements(&self) -> usize;
}

macro_rules! host_args {
    ($($shared:ty, $exclusive:ty $(, const $n:ident)?;)*) => {$(
        impl<T: Element $(, const $n: usize)?> Sealed for $shared {}
        impl<T: Element $(, const $n: usize)?> SliceArg<T> for $shared {
            fn given(self) -> Given<T> { host(self.as_ptr(), self.len()) }
        }
        impl<T: Element $(, const $n: usize)?> Sealed for $exclusive {}
        impl<T: Element $(, const $n: usize)?> SliceArgMut<T> for $exclusive {
            fn given_mut(self) -> Given<T> { host(self.as_mut_ptr(), self.len()) }
            fn elements(&self) -> usize { self.len() }
        }
    )*};
}
host_args! {
    &[T], &mut [T];
    &Vec<T>, &mut Vec<T>;
    &[T; N], &mut [T; N], const N;
    &&mut [T], &mut &mut [T];
    &Box<[T]>, &mut Box<[T]>;
}
impl<T: Element> Sealed for &&[T] {}
impl<T: Element> SliceArg<T> for &&[T] {
    fn given(self) -> Given<T> {
        host(self.as_ptr(), self.len())
    }
}

impl<T: Element> Sealed for &Buffer<T> {}
impl<T: Element> SliceArg<T> for &Buffer<T> {
    fn given(self) -> Given<T> {
        device(self, 0, self.len())
    }
}
impl<T: Element> Sealed for &mut Buffer<T> {}
impl<T: Element> SliceArgMut<T> for &mut Buffer<T> {
    fn given_mut(self) -> Given<T> {
        device(self, 0, self.len())
    }
    fn elements(&self) -> usize {
        self.len()
    }
}
macro_rules! part_args {
    ($($trait:ident $method:ident $t:ty $(, $elements:ident)?;)*) => {$(
        impl<T: Element> Sealed for $t {}
        impl<T: Element> $trait<T> for $t {
            fn $method(self) -> Given<T> { device(self.buffer, self.offset, self.len) }
            $(fn $elements(&self) -> usize { self.len })?
        }
    )*};
}
part_args! {
    SliceArg given BufferSlice<'_, T>;
    SliceArg given &BufferSlice<'_, T>;
    SliceArg given &BufferSliceMut<'_, T>;
    SliceArgMut given_mut BufferSliceMut<'_, T>, elements;
    SliceArgMut given_mut &mut BufferSliceMut<'_, T>, elements;
}
