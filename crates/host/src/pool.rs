//! Device memory that is used again: a driver takes longer to give and to free some than for a short loop.

use std::sync::Mutex;

use hoist_backend::Target;
use hoist_backend::backend::{Backend, Mem};
use hoist_backend::error::Result;
use hoist_emit::FAULT_WORDS;

use crate::store::lock;

/// Bytes that are kept at most.
const KEPT: usize = 1 << 30;
/// Pieces that are kept at most.
const PIECES: usize = 64;
/// Bytes of the smallest piece: any launch's parameters.
const SMALLEST: usize = 512;

/// What nobody uses now. Its contents are what they were.
#[derive(Default)]
pub(crate) struct Pool {
    free: Mutex<Vec<Mem>>,
    /// Words for a fault, all of them 0.
    faults: Mutex<Vec<Mem>>,
}

impl Pool {
    /// Memory of at least `bytes`, with anything in it.
    pub(crate) fn take(&self, backend: &dyn Backend, bytes: usize) -> Result<Mem> {
        if backend.target() == Target::Ir {
            return backend.alloc(bytes.max(16));
        }
        let fits = |m: &Mem| m.bytes() >= bytes && (m.bytes() <= SMALLEST || m.bytes() / 5 * 4 <= bytes);
        let mut free = lock(&self.free);
        let found = (0..free.len())
            .filter(|&n| fits(&free[n]))
            .min_by_key(|&n| free[n].bytes());
        if let Some(n) = found {
            return Ok(free.remove(n));
        }
        // What is kept must not be what is missing.
        backend.alloc(bytes.max(SMALLEST)).or_else(|e| {
            if free.is_empty() {
                return Err(e);
            }
            free.clear();
            backend.alloc(bytes.max(SMALLEST))
        })
    }

    /// Takes back what no launch that failed may still be using.
    pub(crate) fn give(&self, backend: &dyn Backend, memory: Mem) {
        // The interpreter's memory remembers who touched it.
        if backend.target() == Target::Ir || memory.bytes() > KEPT / 2 {
            return;
        }
        let mut free = lock(&self.free);
        free.push(memory);
        // The oldest go first.
        while free.len() > PIECES || free.iter().map(|m| m.bytes()).sum::<usize>() > KEPT {
            free.remove(0);
        }
    }

    /// Frees all that is kept.
    pub(crate) fn clear(&self) {
        lock(&self.free).clear();
        lock(&self.faults).clear();
    }

    /// Zeroed words for a fault.
    pub(crate) fn take_fault(&self, backend: &dyn Backend) -> Result<Mem> {
        let kept = lock(&self.faults).pop();
        kept.map_or_else(|| backend.alloc(4 * FAULT_WORDS), Ok)
    }

    /// Takes back words that are still zero.
    pub(crate) fn give_fault(&self, words: Mem) {
        let mut faults = lock(&self.faults);
        if faults.len() < PIECES {
            faults.push(words);
        }
    }
}
