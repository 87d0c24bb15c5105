//! Long transfers, through memory that the driver has pinned.
//!
//! A device reads and writes host memory by itself only where the system can't move it. For all other memory the driver
//! copies, on the calling thread, before each step. Here two pieces of pinned memory take turns: all threads
//! copy to or from one while the device works on the other.

use std::sync::Arc;

use cudarc::driver::result::{self, DriverError};
use cudarc::driver::sys::CUdeviceptr;
use rayon::prelude::*;

use crate::session::{Session, Stamp};

/// Bytes from which on a transfer goes this way.
pub(crate) const WORTH: usize = 4 << 20;
/// Bytes of one piece.
const PIECE: usize = 8 << 20;
/// Bytes that one thread copies at a time.
const PART: usize = 1 << 20;

/// Pinned memory, and the end of the transfer that used it last.
struct Piece {
    memory: *mut u8,
    used: Option<Stamp>,
}

/// The two pieces.
pub(crate) struct Staging {
    pieces: [Piece; 2],
    session: Arc<Session>,
}

// SAFETY: the memory is the process's, and a staging's owner is the only one to touch it; the events are the
// driver's, which may be used from any thread.
unsafe impl Send for Staging {}

impl Staging {
    /// Pins memory in `session`, whose context must be current.
    pub(crate) fn new(session: &Arc<Session>) -> Result<Self, DriverError> {
        let piece = || Piece {
            memory: std::ptr::null_mut(),
            used: None,
        };
        // Owned already, so that a failure of the second frees the first.
        let mut staging = Staging {
            pieces: [piece(), piece()],
            session: session.clone(),
        };
        for piece in &mut staging.pieces {
            // SAFETY: a context is current; freed in `drop`.
            piece.memory = unsafe { result::malloc_host(PIECE, 0) }?.cast();
            // SAFETY: that many bytes, which nobody else knows.
            unsafe { piece.memory.write_bytes(0, PIECE) };
        }
        Ok(staging)
    }

    /// Writes `data` to device memory and waits.
    pub(crate) fn write(&mut self, to: CUdeviceptr, data: &[u8]) -> Result<(), DriverError> {
        for (n, chunk) in data.chunks(PIECE).enumerate() {
            let piece = &mut self.pieces[n % 2];
            let memory = piece.free(chunk.len())?;
            copy(chunk, memory);
            // SAFETY: the caller keeps the range inside the memory; the piece lives on, and is not written before its
            // event.
            unsafe { result::memcpy_htod_async(to + (n * PIECE) as u64, memory, self.session.stream) }?;
            piece.used = Some(Stamp::now(&self.session)?);
        }
        self.session.wait()
    }

    /// Reads device memory into `out`.
    pub(crate) fn read(&mut self, from: CUdeviceptr, out: &mut [u8]) -> Result<(), DriverError> {
        let lengths: Vec<usize> = out.chunks(PIECE).map(<[u8]>::len).collect();
        let ask = |pieces: &mut [Piece; 2], n: usize| {
            let Some(&bytes) = lengths.get(n) else { return Ok(()) };
            let piece = &mut pieces[n % 2];
            let memory = piece.free(bytes)?;
            // SAFETY: the caller keeps the range inside the memory; the piece lives on, and is not read before its event.
            unsafe { result::memcpy_dtoh_async(memory, from + (n * PIECE) as u64, self.session.stream) }?;
            piece.used = Some(Stamp::now(&self.session)?);
            Ok::<_, DriverError>(())
        };
        ask(&mut self.pieces, 0)?;
        for (n, chunk) in out.chunks_mut(PIECE).enumerate() {
            ask(&mut self.pieces, n + 1)?;
            copy(self.pieces[n % 2].free(chunk.len())?, chunk);
        }
        Ok(())
    }
}

impl Piece {
    /// The memory, once the transfer that used it last has ended.
    fn free(&mut self, bytes: usize) -> Result<&mut [u8], DriverError> {
        if let Some(used) = self.used.take() {
            used.wait()?;
        }
        // SAFETY: a piece has that many bytes, zeroed or written since, and no transfer uses them.
        Ok(unsafe { std::slice::from_raw_parts_mut(self.memory, bytes) })
    }
}

/// Copies with all threads.
fn copy(from: &[u8], to: &mut [u8]) {
    to.par_chunks_mut(PART)
        .zip(from.par_chunks(PART))
        .for_each(|(to, from)| to.copy_from_slice(from));
}

impl Drop for Staging {
    fn drop(&mut self) {
        // A failure here has nobody to go to; the process's end frees what is left.
        let _ = self.session.enter();
        let _ = self.session.wait();
        for piece in self.pieces.iter_mut().filter(|p| !p.memory.is_null()) {
            piece.used = None;
            // SAFETY: pinned by `new`, and the stream has ended.
            let _ = unsafe { result::free_host(piece.memory.cast()) };
        }
    }
}
