//! Elements in memory, as a gang reads and writes them.
//!
//! A loop that is parallel by its author's word alone may meet itself in an element. Where its iterations run one by one
//! ([`Isa::RELAXED`]) each access is a relaxed atomic one, an ordinary move of the machine: a claim that is false then has
//! answers that nobody promised, and is no undefined behaviour, so that such a loop may have all threads.

use hoist_machine::Elem;
use hoist_machine::isa::{Isa, Lanes};
use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, Ordering::Relaxed};

/// Calls `$f` with the atomic of an element's size.
macro_rules! by_size {
    ($t:ty, $f:ident) => {
        match size_of::<$t>() {
            1 => $f!(AtomicU8 u8),
            2 => $f!(AtomicU16 u16),
            4 => $f!(AtomicU32 u32),
            8 => $f!(AtomicU64 u64),
            _ => unreachable!("an element has 1, 2, 4 or 8 bytes"),
        }
    };
}

// SAFETY of the functions: those of the methods of `Elem` and of pointers that they stand for.
/// # Safety
/// `p` is readable.
#[inline(always)]
pub(crate) unsafe fn get<I: Isa, T: Elem>(p: *const T) -> T {
    if !I::RELAXED {
        // SAFETY: the caller's contract.
        return unsafe { p.read() };
    }
    macro_rules! bits {
            ($atomic:ident $bits:ident) => {{
                // SAFETY: the caller's contract; an element is aligned to its size, and in this loop written by `put` alone.
                let bits: $bits = unsafe { $atomic::from_ptr(p.cast_mut().cast()) }.load(Relaxed);
                T::from_bits64(u64::from(bits))
            }};
        }
    by_size!(T, bits)
}
/// # Safety
/// `p` is writable.
#[inline(always)]
pub(crate) unsafe fn put<I: Isa, T: Elem>(p: *mut T, x: T) {
    if !I::RELAXED {
        // SAFETY: the caller's contract.
        return unsafe { p.write(x) };
    }
    macro_rules! bits {
        ($atomic:ident $bits:ident) => {{
            // SAFETY: as in `get`.
            unsafe { $atomic::from_ptr(p.cast()) }.store(x.to_bits64() as $bits, Relaxed);
        }};
    }
    by_size!(T, bits);
}
/// # Safety
/// `p[l]` is readable for every lane `l` of `k`.
#[inline(always)]
pub(crate) unsafe fn load<I: Isa, T: Elem>(p: *const T, k: I::Mask) -> T::Reg<I> {
    if !I::RELAXED {
        // SAFETY: the caller's contract.
        return unsafe { T::load::<I>(p, k) };
    }
    T::from_lanes::<I>(
        #[inline(always)]
        |l| {
            if k.lane(l) {
                // SAFETY: as above.
                unsafe { get::<I, T>(p.wrapping_add(l)) }
            } else {
                T::default()
            }
        },
    )
}
/// # Safety
/// `p[at]` is readable for every lane of `k`.
#[inline(always)]
pub(crate) unsafe fn gather<I: Isa, T: Elem>(p: *const T, at: I::I64, k: I::Mask) -> T::Reg<I> {
    if !I::RELAXED {
        // SAFETY: the caller's contract.
        return unsafe { T::gather::<I>(p, at, k) };
    }
    T::from_lanes::<I>(
        #[inline(always)]
        |l| {
            if k.lane(l) {
                // SAFETY: as above.
                unsafe { get::<I, T>(p.wrapping_offset(at.lane(l) as isize)) }
            } else {
                T::default()
            }
        },
    )
}
/// # Safety
/// `p[l]` is writable for every lane `l` of `k`.
#[inline(always)]
pub(crate) unsafe fn store<I: Isa, T: Elem>(p: *mut T, k: I::Mask, x: T::Reg<I>) {
    if !I::RELAXED {
        // SAFETY: the caller's contract.
        return unsafe { T::store::<I>(p, k, x) };
    }
    let mut l = 0;
    while l < I::LANES {
        if k.lane(l) {
            // SAFETY: as above.
            unsafe { put::<I, T>(p.wrapping_add(l), T::lane::<I>(x, l)) }
        }
        l += 1;
    }
}
/// # Safety
/// `p[at]` is writable for every lane of `k`.
#[inline(always)]
pub(crate) unsafe fn scatter<I: Isa, T: Elem>(p: *mut T, at: I::I64, k: I::Mask, x: T::Reg<I>) {
    if !I::RELAXED {
        // SAFETY: the caller's contract.
        return unsafe { T::scatter::<I>(p, at, k, x) };
    }
    let mut l = 0;
    while l < I::LANES {
        if k.lane(l) {
            // SAFETY: as above.
            unsafe { put::<I, T>(p.wrapping_offset(at.lane(l) as isize), T::lane::<I>(x, l)) }
        }
        l += 1;
    }
}
