//! Time of the CPU's kernels, by a clock that is cheap to read: a call of [`Instant::now`] costs a quarter of the
//! shortest run.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Ticks of the processor's counter; nanoseconds since the first call where it has none, or Miri
/// runs this.
#[inline]
pub(crate) fn now() -> u64 {
    #[cfg(all(target_arch = "x86_64", not(miri)))]
    // SAFETY: every x86-64 processor has the instruction.
    unsafe {
        std::arch::x86_64::_rdtsc()
    }
    #[cfg(any(not(target_arch = "x86_64"), miri))]
    {
        static FIRST: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
        FIRST.elapsed().as_nanos() as u64
    }
}

/// Time added up in ticks.
pub(crate) struct Ticks {
    sum: AtomicU64,
    /// When this was made, by both clocks: how long a tick is, is measured from then on.
    made: (Instant, u64),
}

impl Ticks {
    pub(crate) fn new() -> Self {
        Ticks {
            sum: AtomicU64::new(0),
            made: (Instant::now(), now()),
        }
    }
    /// Adds the time since `start`. A counter that differs from core to core may stand before it.
    #[inline]
    pub(crate) fn add_since(&self, start: u64) {
        self.sum.fetch_add(now().saturating_sub(start), Ordering::Relaxed);
    }
    pub(crate) fn reset(&self) {
        self.sum.store(0, Ordering::Relaxed);
    }
    /// The sum.
    pub(crate) fn time(&self) -> Duration {
        let (sum, all) = (self.sum.load(Ordering::Relaxed), now().saturating_sub(self.made.1));
        self.made.0.elapsed().mul_f64(sum as f64 / all.max(1) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_the_time_that_passed() {
        let ticks = Ticks::new();
        let clock = Instant::now();
        let start = now();
        std::thread::sleep(Duration::from_millis(20));
        ticks.add_since(start);
        let (sum, passed) = (ticks.time(), clock.elapsed());
        assert!(
            // A thread may be put off between two looks at the clocks.
            sum > Duration::from_millis(10) && sum < 2 * passed,
            "{sum:?} of {passed:?}"
        );
        ticks.reset();
        assert_eq!(ticks.time(), Duration::ZERO);
    }
}
