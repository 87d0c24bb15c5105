//! What a kernel does between its loops, on a device behind a driver: transfers of one element,
//! fills, copies, sub-slices. The loops are in [`crate::trace_ctx`].

use hoist_machine::{Element, FaultKind, HSlice, Stop};

use crate::buffer::{copy_mem, read_elems};
use crate::elems::{bytes_of, element_bytes, fill_mem, zeros};
use crate::trace_ctx::TraceCtx;
use hoist_backend::backend::Mem;
use hoist_backend::error::{Error, Fault, Result};

impl TraceCtx<'_> {
    /// Keeps the error for [`TraceCtx::finish`] and stops the program.
    pub(crate) fn keep<R>(&mut self, result: Result<R>) -> Result<R, Stop> {
        result.map_err(|e| {
            self.error.get_or_insert(e);
            Stop
        })
    }

    pub(crate) fn mem<T>(&self, x: &HSlice<T>) -> Result<&Mem> {
        self.memories.get(x.memory as usize).ok_or_else(|| Error::Internal {
            kernel: self.kernel.name.into(),
            log: format!("a slice names memory {} of {}", x.memory, self.memories.len()),
        })
    }

    fn out_of_bounds(&self, index: usize, len: usize, file: &'static str, line: u32) -> Error {
        self.out_of_bounds_in("slice", index, len, file, line)
    }

    pub(crate) fn out_of_bounds_in(
        &self,
        text: &'static str,
        index: usize,
        len: usize,
        file: &'static str,
        line: u32,
    ) -> Error {
        Error::Fault(Fault {
            kind: FaultKind::OutOfBounds,
            kernel: self.running,
            file,
            line,
            column: 0,
            text,
            index: index as u64,
            len: len as u64,
            iteration: vec![],
        })
    }

    pub(crate) fn asserted(&self, text: &'static str, file: &'static str, line: u32) -> Error {
        Error::Fault(Fault {
            kind: FaultKind::Assert,
            kernel: self.running,
            file,
            line,
            column: 0,
            text,
            index: 0,
            len: 0,
            iteration: vec![],
        })
    }

    pub(crate) fn scratch_of<T: Element>(&mut self, v: T, n: usize) -> Result<HSlice<T>> {
        let mem = self.remote.backend.alloc((n * size_of::<T>()).max(16))?;
        self.memories.push(mem);
        let slice = HSlice {
            ptr: std::ptr::null_mut(),
            len: n,
            memory: (self.memories.len() - 1) as u32,
            offset: 0,
        };
        // New memory is zeroed.
        if element_bytes(v).iter().any(|b| *b != 0) {
            self.fill_with(&slice, v)?;
        }
        Ok(slice)
    }

    pub(crate) fn room_of<T: Element>(&mut self, n: usize) -> Result<HSlice<T>> {
        let mem = self.remote.pool.take(&*self.remote.backend, n * size_of::<T>())?;
        self.rooms.push(mem.clone());
        self.memories.push(mem);
        Ok(HSlice {
            ptr: std::ptr::null_mut(),
            len: n,
            memory: (self.memories.len() - 1) as u32,
            offset: 0,
        })
    }

    pub(crate) fn fill_with<T: Element>(&mut self, x: &HSlice<T>, v: T) -> Result<()> {
        if x.len == 0 {
            return Ok(());
        }
        fill_mem(&*self.remote.backend, self.mem(x)?, x.offset, x.len, v)
    }

    pub(crate) fn read_one<T: Element>(
        &mut self,
        x: &HSlice<T>,
        at: usize,
        file: &'static str,
        line: u32,
    ) -> Result<T> {
        if at >= x.len {
            return Err(self.out_of_bounds(at, x.len, file, line));
        }
        let mut one = zeros::<T>(1);
        read_elems(&*self.remote.backend, self.mem(x)?, x.offset + at, &mut one)?;
        Ok(one[0])
    }

    pub(crate) fn write_one<T: Element>(
        &mut self,
        x: &HSlice<T>,
        at: usize,
        v: T,
        file: &'static str,
        line: u32,
    ) -> Result<()> {
        if at >= x.len {
            return Err(self.out_of_bounds(at, x.len, file, line));
        }
        self.remote
            .backend
            .write(self.mem(x)?, (x.offset + at) * size_of::<T>(), &bytes_of(&[v]))
    }

    pub(crate) fn copy_between<T: Element>(
        &mut self,
        to: &HSlice<T>,
        from: &HSlice<T>,
        file: &'static str,
        line: u32,
    ) -> Result<()> {
        if to.len != from.len {
            return Err(self.out_of_bounds(from.len, to.len, file, line));
        }
        if to.len == 0 {
            return Ok(());
        }
        let size = size_of::<T>();
        let (from_mem, to_mem) = (self.mem(from)?, self.mem(to)?);
        copy_mem(
            &*self.remote.backend,
            (from_mem, from.offset * size),
            (to_mem, to.offset * size),
            to.len * size,
        )
    }

    pub(crate) fn part<T: Element>(
        &mut self,
        x: &HSlice<T>,
        from: usize,
        to: usize,
        file: &'static str,
        line: u32,
    ) -> Result<HSlice<T>> {
        if from > to || to > x.len {
            return Err(self.out_of_bounds(from.max(to), x.len, file, line));
        }
        Ok(HSlice {
            ptr: std::ptr::null_mut(),
            len: to - from,
            memory: x.memory,
            offset: x.offset + from,
        })
    }
}
