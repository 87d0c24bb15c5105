//! Streams, events, launches and pinned memory.

use std::ffi::{CStr, c_char, c_int, c_uint, c_void};

use super::api;
use super::support::{current, pin, put, ready, unpin};
use crate::driver::{
    Code, Command, INVALID_HANDLE, INVALID_VALUE, NOT_FOUND, NOT_READY, NOT_SUPPORTED, OUT_OF_MEMORY, Stream,
};

/// `CU_STREAM_NON_BLOCKING`.
const NON_BLOCKING: c_uint = 1;
/// Marks of the `extra` array of a launch.
const BUFFER: usize = 1;
const BUFFER_BYTES: usize = 2;

api! {
    fn cuStreamCreate(stream: *mut u64, flags: c_uint) { create_stream(stream, flags) }
    fn cuStreamCreateWithPriority(stream: *mut u64, flags: c_uint, _priority: c_int) { create_stream(stream, flags) }
    fn cuStreamDestroy_v2(stream: u64) {
        let mut d = current()?;
        if stream == 0 {
            return Err(INVALID_HANDLE);
        }
        let ended = d.wait(stream);
        d.streams.remove(&stream);
        ended
    }
    fn cuStreamSynchronize(stream: u64) { current()?.wait(stream) }
    fn cuStreamQuery(stream: u64) {
        // Time passes between two questions.
        if current()?.step(stream)? { Err(NOT_READY) } else { Ok(()) }
    }
    fn cuStreamWaitEvent(stream: u64, event: u64, _flags: c_uint) {
        let mut d = current()?;
        d.streams.get(&stream).ok_or(INVALID_HANDLE)?;
        d.wait_event(event)
    }

    fn cuEventCreate(event: *mut u64, _flags: c_uint) {
        let mut d = current()?;
        let handle = d.handle();
        d.events.insert(handle, None);
        put(event, handle)
    }
    fn cuEventDestroy_v2(event: u64) {
        ready()?.events.remove(&event).map(|_| ()).ok_or(INVALID_HANDLE)
    }
    fn cuEventRecord(event: u64, stream: u64) {
        let mut d = current()?;
        *d.events.get_mut(&event).ok_or(INVALID_HANDLE)? = None;
        d.push(stream, Command::Record(event))
    }
    fn cuEventQuery(event: u64) {
        let mut d = current()?;
        if d.pending(event) {
            d.wait_event(event)?;
            return Err(NOT_READY);
        }
        d.events.get(&event).map(|_| ()).ok_or(INVALID_HANDLE)
    }
    fn cuEventSynchronize(event: u64) { current()?.wait_event(event) }
    fn cuEventElapsedTime(milliseconds: *mut f32, start: u64, end: u64) { elapsed(milliseconds, start, end) }
    fn cuEventElapsedTime_v2(milliseconds: *mut f32, start: u64, end: u64) { elapsed(milliseconds, start, end) }

    fn cuLaunchKernel(function: u64, gx: c_uint, gy: c_uint, gz: c_uint, bx: c_uint, by: c_uint, bz: c_uint,
                      dynamic_shared: c_uint, stream: u64, params: *mut *mut c_void, extra: *mut *mut c_void) {
        let mut d = current()?;
        let function = d.functions.get(&function).ok_or(INVALID_HANDLE)?.clone();
        let (grid, block) = ([gx, gy, gz], [bx, by, bz]);
        function.check(grid, block, dynamic_shared as usize)?;
        let (places, bytes) = function.params();
        let mut values = vec![0u8; bytes];
        if !params.is_null() {
            for (n, (at, bytes)) in places.into_iter().enumerate() {
                let from: *const u8 = (*params.add(n)).cast();
                if from.is_null() {
                    return Err(INVALID_VALUE);
                }
                std::ptr::copy_nonoverlapping(from, values[at..at + bytes].as_mut_ptr(), bytes);
            }
        } else if !extra.is_null() {
            from_extra(extra, &mut values)?;
        } else if bytes > 0 {
            return Err(INVALID_VALUE);
        }
        let dynamic_shared = dynamic_shared as usize;
        d.push(stream, Command::Launch { function, grid, block, dynamic_shared, params: values })
    }

    fn cuMemHostAlloc(memory: *mut *mut c_void, bytes: usize, _flags: c_uint) {
        if bytes == 0 {
            return Err(INVALID_VALUE);
        }
        drop(current()?);
        put(memory, pin(bytes).ok_or(OUT_OF_MEMORY)?)
    }
    fn cuMemFreeHost(memory: *mut c_void) {
        current()?.wait_all()?;
        if unpin(memory) { Ok(()) } else { Err(INVALID_VALUE) }
    }

    fn cuGetExportTable(table: *mut *const c_void, _id: *const c_void) {
        put(table, std::ptr::null())?;
        Err(NOT_SUPPORTED)
    }
    fn cuGetProcAddress_v2(name: *const c_char, address: *mut *mut c_void, _version: c_int, _flags: u64,
                           found: *mut c_uint) {
        if !found.is_null() {
            // CU_GET_PROC_ADDRESS_SYMBOL_NOT_FOUND
            put(found, 1)?;
        }
        none(name, address)
    }
    fn cuGetProcAddress(name: *const c_char, address: *mut *mut c_void, _version: c_int, _flags: u64) {
        none(name, address)
    }
}

unsafe fn create_stream(stream: *mut u64, flags: c_uint) -> Result<(), Code> {
    let mut d = current()?;
    let handle = d.handle();
    d.streams.insert(handle, Stream::new(flags & NON_BLOCKING == 0));
    // SAFETY: as for `put`.
    unsafe { put(stream, handle) }
}

unsafe fn elapsed(milliseconds: *mut f32, start: u64, end: u64) -> Result<(), Code> {
    let d = current()?;
    if d.pending(start) || d.pending(end) {
        return Err(NOT_READY);
    }
    let at = |event| d.events.get(&event).copied().flatten().ok_or(INVALID_HANDLE);
    let (start, end) = (at(start)?, at(end)?);
    let seconds =
        end.saturating_duration_since(start).as_secs_f64() - start.saturating_duration_since(end).as_secs_f64();
    // SAFETY: as for `put`.
    unsafe { put(milliseconds, (seconds * 1e3) as f32) }
}

/// Parameters as one buffer.
unsafe fn from_extra(extra: *mut *mut c_void, to: &mut [u8]) -> Result<(), Code> {
    let (mut from, mut bytes) = (std::ptr::null::<u8>(), 0);
    for n in 0.. {
        // SAFETY: the caller's array ends with a null mark, and each mark has a value behind it.
        let mark = unsafe { *extra.add(2 * n) as usize };
        if mark == 0 {
            break;
        }
        // SAFETY: as above.
        let value = unsafe { *extra.add(2 * n + 1) };
        match mark {
            BUFFER => from = value.cast(),
            // SAFETY: the value points at the size.
            BUFFER_BYTES => bytes = unsafe { *value.cast::<usize>() },
            _ => return Err(INVALID_VALUE),
        }
    }
    if from.is_null() || bytes < to.len() {
        return Err(INVALID_VALUE);
    }
    // SAFETY: the buffer has `bytes` bytes, no fewer than `to`.
    unsafe { std::ptr::copy_nonoverlapping(from, to.as_mut_ptr(), to.len()) };
    Ok(())
}

/// No function is handed out by its name: those of the library are what there is.
unsafe fn none(name: *const c_char, address: *mut *mut c_void) -> Result<(), Code> {
    if name.is_null() {
        return Err(INVALID_VALUE);
    }
    // SAFETY: the caller's text ends with NUL; `address` as for `put`.
    unsafe {
        let _ = CStr::from_ptr(name);
        put(address, std::ptr::null_mut())?;
    }
    Err(NOT_FOUND)
}
