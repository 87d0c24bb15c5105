//! Updates of one element by several iterations.

use hoist_machine::program::{RedOp, Reduce};
use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, Ordering::Relaxed};

/// `*p = *p op v`, in one step where other threads may do the same.
///
/// # Safety
/// `p` is valid for reads and writes and aligned; while `shared`, others only reach it by this function.
#[inline(always)]
pub(crate) unsafe fn update<T: Reduce>(p: *mut T, op: RedOp, v: T, shared: bool) {
    if !shared {
        // SAFETY: the caller's contract.
        unsafe { p.write(T::join(op, p.read(), v)) }
        return;
    }
    macro_rules! by_bits {
        ($atomic:ident $bits:ident) => {{
            // SAFETY: the caller's contract; the atomic has the size and alignment of `T`.
            let word = unsafe { $atomic::from_ptr(p.cast()) };
            let next = |old: $bits| Some(T::join(op, T::from_bits64(u64::from(old)), v).to_bits64() as $bits);
            // It never refuses.
            let _ = word.fetch_update(Relaxed, Relaxed, next);
        }};
    }
    match size_of::<T>() {
        1 => by_bits!(AtomicU8 u8),
        2 => by_bits!(AtomicU16 u16),
        4 => by_bits!(AtomicU32 u32),
        _ => by_bits!(AtomicU64 u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a thread adds between the read and the write of another would be lost. Two threads add until each has often
    /// seen the other go on meanwhile.
    #[test]
    fn no_update_is_lost() {
        const OFTEN: usize = if cfg!(miri) { 3 } else { 100 };
        fn twice<T: Reduce + Copy + PartialEq>(zero: T, one: T, times: fn(u64) -> T) {
            let mut sum = zero;
            let at = &raw mut sum as usize;
            let rounds = [AtomicU64::new(0), AtomicU64::new(0)];
            let done = AtomicU8::new(0);
            std::thread::scope(|s| {
                for me in 0..2 {
                    let (rounds, done) = (&rounds, &done);
                    s.spawn(move || {
                        let (mut seen, mut last) = (0, 0);
                        while seen < OFTEN || done.load(Relaxed) < 2 {
                            // SAFETY: `sum` outlives the scope, and is reached by nothing else in it.
                            unsafe { update(std::hint::black_box(at as *mut T), RedOp::Add, one, true) };
                            rounds[me].fetch_add(1, Relaxed);
                            let other = rounds[1 - me].load(Relaxed);
                            if other != last {
                                (seen, last) = (seen + 1, other);
                                if seen == OFTEN {
                                    done.fetch_add(1, Relaxed);
                                }
                            }
                        }
                    });
                }
            });
            let all = rounds[0].load(Relaxed) + rounds[1].load(Relaxed);
            assert!(
                sum == times(all),
                "some of {all} updates of {} bytes are lost",
                size_of::<T>()
            );
        }
        twice(0u64, 3, |n| 3 * n);
        twice(0u32, 1, |n| n as u32);
        twice(0u16, 1, |n| n as u16);
        twice(0u8, 1, |n| n as u8);
    }
}
