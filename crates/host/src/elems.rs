//! Elements as bytes.

use std::borrow::Cow;

use hoist_backend::backend::{Backend, Mem};
use hoist_backend::error::Result;
use hoist_machine::element::{EachLeaf, each_leaf, zero};
use hoist_machine::{Elem, Element, ScalarType};

/// What the leaves of an element are, in bytes.
#[derive(Default)]
struct Leaves {
    /// All of them together.
    bytes: usize,
    /// Where the `bool`s are.
    bools: Vec<usize>,
}
impl Leaves {
    fn of<T: Element>() -> Self {
        let mut leaves = Leaves::default();
        each_leaf(zero::<T>(), &mut leaves);
        leaves
    }
}
impl EachLeaf for Leaves {
    fn leaf<T: Elem>(&mut self, _: &mut T, at: usize) {
        self.bytes += size_of::<T>();
        if T::SCALAR == ScalarType::Bool {
            self.bools.push(at);
        }
    }
}

struct Written<'a>(&'a mut [u8]);
impl EachLeaf for Written<'_> {
    fn leaf<T: Elem>(&mut self, x: &mut T, at: usize) {
        let size = size_of::<T>();
        self.0[at..at + size].copy_from_slice(&x.to_bits64().to_le_bytes()[..size]);
    }
}

/// The bytes of one element, as every device stores it; what lies between the fields is zero.
pub(crate) fn element_bytes<T: Element>(v: T) -> Vec<u8> {
    let mut bytes = vec![0; size_of::<T>()];
    each_leaf(v, &mut Written(&mut bytes));
    bytes
}

/// The bytes of a slice of elements.
pub(crate) fn bytes_of<T: Element>(x: &[T]) -> Cow<'_, [u8]> {
    if Leaves::of::<T>().bytes != size_of::<T>() {
        return x.iter().flat_map(|x| element_bytes(*x)).collect::<Vec<u8>>().into();
    }
    // SAFETY: the leaves are scalars, and nothing lies between them; the length is that of the slice.
    unsafe { std::slice::from_raw_parts(x.as_ptr().cast::<u8>(), size_of_val(x)) }.into()
}

/// Sets `len` elements of a backend's memory.
pub(crate) fn fill_mem<T: Element>(backend: &dyn Backend, mem: &Mem, offset: usize, len: usize, v: T) -> Result<()> {
    let (size, pattern) = (size_of::<T>(), element_bytes(v));
    if matches!(size, 1 | 2 | 4 | 8) {
        return backend.fill(mem, offset * size, len * size, &pattern);
    }
    backend.write(mem, offset * size, &pattern.repeat(len))
}

/// `n` elements, all zero.
pub(crate) fn zeros<T: Element>(n: usize) -> Vec<T> {
    vec![zero(); n]
}

/// Makes bytes that come from a device into valid elements: a `bool` is 0 or 1.
pub(crate) fn normalise<T: Element>(bytes: &mut [u8]) {
    let bools = Leaves::of::<T>().bools;
    if bools.is_empty() {
        return;
    }
    for element in bytes.chunks_mut(size_of::<T>()) {
        for b in &bools {
            element[*b] = u8::from(element[*b] != 0);
        }
    }
}

/// One number from its bytes on a device.
pub(crate) fn from_bytes<T: Elem>(bytes: &[u8]) -> T {
    let mut all = [0u8; 8];
    all[..bytes.len()].copy_from_slice(bytes);
    if T::SCALAR == ScalarType::Bool {
        all[0] = u8::from(all[0] != 0);
    }
    T::from_bits64(u64::from_le_bytes(all))
}
