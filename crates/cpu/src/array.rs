//! Arrays of a body: for each element one value a lane, on the stack.

use hoist_machine::isa::Isa;
use hoist_machine::{Dims, Elem};
use std::mem::MaybeUninit;

/// An array of `D` elements of each lane of `I`.
pub struct Private<I: Isa, T: Elem, D: Dims>(MaybeUninit<D::Of<I::Many<T>>>);

impl<I: Isa, T: Elem, D: Dims> Private<I, T, D> {
    /// An array whose elements are all to be set before one is read.
    #[inline(always)]
    pub fn new() -> Self {
        Private(MaybeUninit::uninit())
    }
    #[inline(always)]
    fn element(&self, at: usize) -> *const T {
        self.0.as_ptr().cast::<T>().wrapping_add(at * I::LANES)
    }
    #[inline(always)]
    fn element_mut(&mut self, at: usize) -> *mut T {
        self.0.as_mut_ptr().cast::<T>().wrapping_add(at * I::LANES)
    }
    #[inline(always)]
    fn places(at: I::I64) -> I::I64 {
        let lanes = I::splat_i64(I::LANES.trailing_zeros().into());
        I::add_i64(I::shl_i64(at, lanes), I::ramp_i64(0, 1))
    }
    /// Element `at` in all lanes.
    /// # Safety
    /// `at` is below `D::LEN`, and the element has been set.
    #[inline(always)]
    pub unsafe fn get(&self, at: usize) -> T::Reg<I> {
        // SAFETY: `D::Of` holds `LANES` values of `T` for each of `D::LEN` elements; the caller's contract.
        unsafe { T::load::<I>(self.element(at), I::splat_mask(true)) }
    }
    /// Sets element `at` in all lanes.
    /// # Safety
    /// `at` is below `D::LEN`.
    #[inline(always)]
    pub unsafe fn put(&mut self, at: usize, x: T::Reg<I>) {
        // SAFETY: as in `get`.
        unsafe { T::store::<I>(self.element_mut(at), I::splat_mask(true), x) }
    }
    /// Element `at` of each lane of `k`.
    /// # Safety
    /// `at` is below `D::LEN` in the lanes of `k`, and the element has been set.
    #[inline(always)]
    pub unsafe fn gather(&self, at: I::I64, k: I::Mask) -> T::Reg<I> {
        // SAFETY: as in `get`: lane `l` has the value `at * LANES + l`.
        unsafe { T::gather::<I>(self.element(0), Self::places(at), k) }
    }
    /// Sets element `at` of each lane of `k`.
    /// # Safety
    /// `at` is below `D::LEN` in the lanes of `k`.
    #[inline(always)]
    pub unsafe fn scatter(&mut self, at: I::I64, k: I::Mask, x: T::Reg<I>) {
        // SAFETY: as in `gather`.
        unsafe { T::scatter::<I>(self.element_mut(0), Self::places(at), k, x) }
    }
}
