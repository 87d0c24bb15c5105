//! Where lanes report faults: the lowest iteration wins.

use hoist_machine::{FaultKind, LoopInfo, Space};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// A fault as the CPU saw it.
#[derive(Clone, Debug)]
pub struct CpuFault {
    pub kind: FaultKind,
    pub kernel: &'static str,
    pub file: &'static str,
    pub line: u32,
    /// From 1; 0 where unknown.
    pub column: u32,
    pub text: &'static str,
    pub index: u64,
    pub len: u64,
    /// Loop variables of the iteration, outermost first; empty in host code.
    pub iteration: Vec<(&'static str, u64)>,
}

impl CpuFault {
    /// A fault of the host part, without an index.
    pub(crate) fn between_loops(
        kernel: &'static str,
        kind: FaultKind,
        text: &'static str,
        file: &'static str,
        line: u32,
    ) -> Self {
        CpuFault {
            kind,
            kernel,
            file,
            line,
            column: 0,
            text,
            index: 0,
            len: 0,
            iteration: Vec::new(),
        }
    }
}

#[derive(Clone, Copy)]
struct Raised {
    item: u64,
    kind: FaultKind,
    site: u32,
    index: u64,
    len: u64,
}

/// Collects the faults of one loop.
pub struct Sink {
    /// Whether several threads run the loop.
    pub shared: bool,
    /// Whether they may meet in an element, so that accesses are relaxed atomic ones.
    pub relaxed: bool,
    lowest: AtomicU64,
    raised: Mutex<Option<Raised>>,
}

impl Default for Sink {
    fn default() -> Self {
        Sink {
            shared: false,
            relaxed: false,
            lowest: AtomicU64::new(u64::MAX),
            raised: Mutex::new(None),
        }
    }
}

impl Sink {
    /// For a loop that several threads run, or one.
    pub fn new(shared: bool) -> Self {
        Sink {
            shared,
            ..Sink::default()
        }
    }

    /// The lowest iteration that faulted so far; `u64::MAX` when none did.
    #[inline(always)]
    pub fn lowest(&self) -> u64 {
        self.lowest.load(Ordering::Relaxed)
    }

    /// Records a fault, unless a lower iteration has one, or a lower item of the same iteration: what runs first in a
    /// group ends it.
    #[cold]
    #[inline(never)]
    pub fn raise(&self, iteration: u64, item: u64, kind: FaultKind, site: u32, index: u64, len: u64) {
        let mut raised = self.raised.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let before = raised.map_or((u64::MAX, 0), |r| (self.lowest(), r.item));
        if (iteration, item) < before {
            self.lowest.store(iteration, Ordering::Relaxed);
            *raised = Some(Raised {
                item,
                kind,
                site,
                index,
                len,
            });
        }
    }

    /// The fault, with its place and its iteration's loop variables.
    pub fn fault(&self, info: &'static LoopInfo, space: &Space) -> Option<CpuFault> {
        if self.lowest() == u64::MAX {
            return None;
        }
        let raised = (*self.raised.lock().unwrap_or_else(std::sync::PoisonError::into_inner))?;
        let site = info.sites.get(raised.site as usize);
        let at = space.at(self.lowest());
        let first = 3 - info.indices.len();
        Some(CpuFault {
            kind: raised.kind,
            kernel: info.kernel,
            file: info.file,
            line: site.map_or(info.line, |s| s.line),
            column: site.map_or(0, |s| s.column),
            text: site.map_or("", |s| s.text),
            index: raised.index,
            len: raised.len,
            iteration: info
                .indices
                .iter()
                .enumerate()
                .map(|(n, name)| (*name, at[first + n]))
                .collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_of_all_faults_stays() {
        let sink = Sink::new(true);
        let raise = |iteration, item| sink.raise(iteration, item, FaultKind::OutOfBounds, 0, iteration * 10 + item, 7);
        for (iteration, item) in [(5, 1), (9, 0), (3, 2), (4, 0), (3, 1), (3, 4)] {
            raise(iteration, item);
        }
        assert_eq!(sink.lowest(), 3);
        let raised = sink.raised.lock().expect("nothing has panicked").expect("there is one");
        assert_eq!((raised.item, raised.index), (1, 31));
    }
}
