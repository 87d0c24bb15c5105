//! Stores from each lane to a place of its own.

use crate::elem::Elem;
use crate::isa::{Isa, Lanes};
use crate::program::MAX_LANES;
use std::mem::MaybeUninit;

/// Stores to `p[at]` from the lanes of `k`, in the lanes' order.
///
/// # Safety
/// `p[at]` is writable for every lane of `k`.
#[inline(always)]
pub(crate) unsafe fn scatter<I: Isa, T: Elem>(p: *mut T, at: I::I64, k: I::Mask, v: T::Reg<I>) {
    let whole = I::all(k);
    if I::LANES == 1 || whole {
        for l in (0..I::LANES).filter(|l| whole || k.lane(*l)) {
            // SAFETY: the caller's contract.
            unsafe { p.offset(at.lane(l) as isize).write(T::lane::<I>(v, l)) }
        }
        return;
    }
    // By the mask's bits: a branch for each lane is guessed wrong half the time where masks are random.
    let mut places = [const { MaybeUninit::<i64>::uninit() }; MAX_LANES];
    let mut values = [const { MaybeUninit::<T>::uninit() }; MAX_LANES];
    let (places, values) = (places.as_mut_ptr().cast::<i64>(), values.as_mut_ptr().cast::<T>());
    let all = I::splat_mask(true);
    // SAFETY: there is room for the lanes.
    unsafe {
        <i64 as Elem>::store::<I>(places, all, at);
        T::store::<I>(values, all, v);
    }
    let mut bits = I::bits(k);
    while bits != 0 {
        let l = bits.trailing_zeros() as usize;
        // SAFETY: stored above; the caller's contract.
        unsafe { p.offset(places.add(l).read() as isize).write(values.add(l).read()) }
        bits &= bits - 1;
    }
}
