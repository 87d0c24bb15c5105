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

    /// What a thread adds between the read and the write of another would be lost.
    #[test]
    fn no_update_is_lost() {
        fn threads<T: Reduce + Copy + Send + Sync>(rounds: usize, zero: T, one: T) -> T {
            let mut sum = zero;
            let at = &raw mut sum as usize;
            let together = std::sync::Barrier::new(4);
            std::thread::scope(|s| {
                for _ in 0..4 {
                    s.spawn(|| {
                        together.wait();
                        for _ in 0..rounds {
                            // SAFETY: `sum` outlives the scope, and is reached by nothing else in it.
                            unsafe { update(std::hint::black_box(at as *mut T), RedOp::Add, one, true) };
                        }
                    });
                }
            });
            sum
        }
        let rounds = if cfg!(miri) { 50 } else { 500_000 };
        assert_eq!(threads(rounds, 0u32, 1), 4 * rounds as u32);
        assert_eq!(threads(rounds, 0u64, 3), 12 * rounds as u64);
        assert_eq!(threads(rounds, 0u16, 1), (4 * rounds) as u16);
        assert_eq!(threads(rounds, 0u8, 1), (4 * rounds) as u8);
    }
}
