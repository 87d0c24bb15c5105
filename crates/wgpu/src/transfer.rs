//! Moving bytes at any offset through an API that moves words.
//!
//! wgpu's copies start and end at multiples of 4. A write whose ends do not reads the words at its two
//! edges, puts the new bytes in, and writes them back; a read takes the words around and drops the
//! rest; a copy that can't be expressed in words goes through the host.

use std::sync::atomic::Ordering;
use std::sync::mpsc;

use hoist_backend::Error;
use wgpu::{Buffer, BufferUsages, CommandEncoderDescriptor, MapMode};

use crate::device::{Opened, lock};

/// Bytes of one transfer; a longer one is cut.
const CHUNK: u64 = 32 << 20;
/// Bytes of a pattern that a fill repeats on the device.
const FILL_CHUNK: u64 = 1 << 20;

fn word_below(at: u64) -> u64 {
    at & !3
}

impl Opened {
    /// Writes `data` at any offset.
    pub(crate) fn write_bytes(&self, to: &Buffer, offset: u64, data: &[u8]) -> Result<(), Error> {
        if data.is_empty() {
            return Ok(());
        }
        let end = offset + data.len() as u64;
        if offset.is_multiple_of(4) && end.is_multiple_of(4) {
            return self.write_words(to, offset, data);
        }
        let _guard = lock(&self.edges);
        let (first, last) = (word_below(offset), word_below(end));
        if first == last {
            return self.patch_word(to, first, offset, data);
        }
        let head = (offset.next_multiple_of(4) - offset) as usize;
        if head > 0 {
            self.patch_word(to, first, offset, &data[..head])?;
        }
        let tail = data.len() - (end - last) as usize;
        self.write_words(to, offset + head as u64, &data[head..tail])?;
        if tail < data.len() {
            self.patch_word(to, last, last, &data[tail..])?;
        }
        Ok(())
    }

    /// Replaces some bytes of the word at `word`.
    fn patch_word(&self, to: &Buffer, word: u64, offset: u64, data: &[u8]) -> Result<(), Error> {
        let mut bytes = [0; 4];
        self.read_bytes(to, word, &mut bytes)?;
        let at = (offset - word) as usize;
        bytes[at..at + data.len()].copy_from_slice(data);
        self.write_words(to, word, &bytes)
    }

    /// Writes whole words.
    fn write_words(&self, to: &Buffer, mut offset: u64, data: &[u8]) -> Result<(), Error> {
        for part in data.chunks(CHUNK as usize) {
            self.guarded("write_buffer", || self.queue.write_buffer(to, offset, part))?;
            offset += part.len() as u64;
            // wgpu keeps a copy of each write until a submission that follows it has run.
            let held = self.pending.fetch_add(part.len() as u64, Ordering::Relaxed) + part.len() as u64;
            if held > 2 * CHUNK {
                self.pending.store(0, Ordering::Relaxed);
                let sent = self.guarded("submit", || self.queue.submit([]))?;
                self.wait(Some(sent))?;
            }
        }
        Ok(())
    }

    /// Reads from any offset; waits for everything before it.
    pub(crate) fn read_bytes(&self, from: &Buffer, offset: u64, out: &mut [u8]) -> Result<(), Error> {
        let mut staging = lock(&self.staging);
        let mut at = offset;
        for part in out.chunks_mut(CHUNK as usize) {
            let end = at + part.len() as u64;
            self.read_words(from, at, &mut staging, part)?;
            at = end;
        }
        Ok(())
    }

    fn read_words(
        &self,
        from: &Buffer,
        offset: u64,
        staging: &mut Option<Buffer>,
        out: &mut [u8],
    ) -> Result<(), Error> {
        let start = word_below(offset);
        let size = (offset + out.len() as u64).next_multiple_of(4) - start;
        let buffer = match staging.take() {
            Some(b) if b.size() >= size => b,
            _ => self.buffer(
                size.next_power_of_two().max(4096),
                BufferUsages::MAP_READ | BufferUsages::COPY_DST,
            )?,
        };
        let (said, heard) = mpsc::channel();
        let sent = self.guarded("copy_buffer_to_buffer", || {
            let mut encoder = self.device.create_command_encoder(&CommandEncoderDescriptor::default());
            encoder.copy_buffer_to_buffer(from, start, &buffer, 0, size);
            let sent = self.queue.submit([encoder.finish()]);
            buffer.map_async(MapMode::Read, ..size, move |mapped| {
                // Nobody listens once the read has failed.
                let _ = said.send(mapped);
            });
            sent
        })?;
        self.mapped(sent, &heard)?;
        let skip = (offset - start) as usize;
        let view = buffer
            .get_mapped_range(..size)
            .map_err(|e| self.failed("get_mapped_range", e.to_string()))?;
        out.copy_from_slice(&view[skip..skip + out.len()]);
        drop(view);
        buffer.unmap();
        *staging = Some(buffer);
        Ok(())
    }

    /// Copies from any offset to any offset; the ranges do not overlap.
    pub(crate) fn copy_bytes(
        &self,
        from: &Buffer,
        from_offset: u64,
        to: &Buffer,
        to_offset: u64,
        bytes: u64,
    ) -> Result<(), Error> {
        if bytes == 0 {
            return Ok(());
        }
        if [from_offset, to_offset, bytes].iter().any(|n| n % 4 != 0) {
            return self.copy_through_host(from, from_offset, to, to_offset, bytes);
        }
        // One buffer is not both ends of a copy in WebGPU.
        let between = if from == to { Some(self.temporary(bytes)?) } else { None };
        self.guarded("copy_buffer_to_buffer", || {
            let mut encoder = self.device.create_command_encoder(&CommandEncoderDescriptor::default());
            match &between {
                Some(between) => {
                    encoder.copy_buffer_to_buffer(from, from_offset, between, 0, bytes);
                    encoder.copy_buffer_to_buffer(between, 0, to, to_offset, bytes);
                }
                None => encoder.copy_buffer_to_buffer(from, from_offset, to, to_offset, bytes),
            }
            self.queue.submit([encoder.finish()]);
        })
    }

    fn copy_through_host(
        &self,
        from: &Buffer,
        from_offset: u64,
        to: &Buffer,
        to_offset: u64,
        bytes: u64,
    ) -> Result<(), Error> {
        let mut part = vec![0; bytes.min(CHUNK) as usize];
        let mut done = 0;
        while done < bytes {
            let n = (bytes - done).min(CHUNK);
            self.read_bytes(from, from_offset + done, &mut part[..n as usize])?;
            self.write_bytes(to, to_offset + done, &part[..n as usize])?;
            done += n;
        }
        Ok(())
    }

    /// Repeats `pattern` over `bytes`.
    pub(crate) fn fill_bytes(&self, to: &Buffer, offset: u64, bytes: u64, pattern: &[u8]) -> Result<(), Error> {
        if bytes == 0 || pattern.is_empty() {
            return Ok(());
        }
        let aligned = offset.is_multiple_of(4) && bytes.is_multiple_of(4);
        if aligned && pattern.iter().all(|&b| b == 0) {
            return self.guarded("clear_buffer", || {
                let mut encoder = self.device.create_command_encoder(&CommandEncoderDescriptor::default());
                encoder.clear_buffer(to, offset, Some(bytes));
                self.queue.submit([encoder.finish()]);
            });
        }
        // Every pattern's length divides 8, so a chunk of any multiple of 8 continues it.
        let chunk: Vec<u8> = pattern
            .iter()
            .copied()
            .cycle()
            .take(bytes.min(FILL_CHUNK) as usize)
            .collect();
        if aligned && bytes > FILL_CHUNK {
            return self.fill_words(to, offset, bytes, &chunk);
        }
        let mut done = 0;
        while done < bytes {
            let n = (bytes - done).min(FILL_CHUNK);
            self.write_bytes(to, offset + done, &chunk[..n as usize])?;
            done += n;
        }
        Ok(())
    }

    /// Sends the chunk once and repeats it on the device.
    fn fill_words(&self, to: &Buffer, offset: u64, bytes: u64, chunk: &[u8]) -> Result<(), Error> {
        let repeated = self.temporary(chunk.len() as u64)?;
        self.write_words(&repeated, 0, chunk)?;
        self.guarded("copy_buffer_to_buffer", || {
            let mut encoder = self.device.create_command_encoder(&CommandEncoderDescriptor::default());
            let mut done = 0;
            while done < bytes {
                let n = (bytes - done).min(FILL_CHUNK);
                encoder.copy_buffer_to_buffer(&repeated, 0, to, offset + done, n);
                done += n;
            }
            self.queue.submit([encoder.finish()]);
        })
    }
}
