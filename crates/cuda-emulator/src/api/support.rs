//! What the functions of the driver share.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::{CStr, c_char, c_int, c_uint, c_void};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::driver::{
    CODES, Code, Command, Driver, INVALID_CONTEXT, INVALID_DEVICE, INVALID_VALUE, NOT_INITIALIZED, SUCCESS, capability,
    driver,
};

/// The handle of the one context.
pub(super) const CONTEXT: u64 = 0xc0;
thread_local! {
    /// The thread's stack of contexts.
    pub(super) static CURRENT: RefCell<Vec<u64>> = const { RefCell::new(vec![]) };
}

pub(super) fn code(result: Result<(), Code>) -> Code {
    result.err().unwrap_or(SUCCESS)
}

/// Writes a result where the caller wants it.
pub(super) unsafe fn put<T>(to: *mut T, v: T) -> Result<(), Code> {
    if to.is_null() {
        return Err(INVALID_VALUE);
    }
    // SAFETY: the caller's pointer, by the contract of cuda.h; not null.
    unsafe { to.write(v) };
    Ok(())
}

/// The initialised driver.
pub(super) fn ready() -> Result<MutexGuard<'static, Driver>, Code> {
    let d = driver();
    if d.ready { Ok(d) } else { Err(NOT_INITIALIZED) }
}

/// The driver, where a context is current and healthy.
pub(super) fn current() -> Result<MutexGuard<'static, Driver>, Code> {
    let d = ready()?;
    let top = CURRENT.with_borrow(|c| c.last().copied().unwrap_or(0));
    if top != CONTEXT || d.retained == 0 {
        return Err(INVALID_CONTEXT);
    }
    d.healthy()?;
    Ok(d)
}

/// Host memory that the driver has pinned, by its address, in words so that it is aligned for all.
static PINNED: Mutex<BTreeMap<usize, Vec<u128>>> = Mutex::new(BTreeMap::new());

/// Pins memory that is not zero.
pub(super) fn pin(bytes: usize) -> Option<*mut c_void> {
    let mut memory = Vec::new();
    memory.try_reserve_exact(bytes.div_ceil(16)).ok()?;
    memory.resize(bytes.div_ceil(16), u128::MAX / 3);
    let address: *mut u128 = memory.as_mut_ptr();
    let mut all = PINNED.lock().unwrap_or_else(PoisonError::into_inner);
    all.insert(address as usize, memory);
    Some(address.cast())
}

/// Frees what [`pin`] gave; whether it was that.
pub(super) fn unpin(memory: *mut c_void) -> bool {
    let mut all = PINNED.lock().unwrap_or_else(PoisonError::into_inner);
    all.remove(&(memory as usize)).is_some()
}

/// Whether `cuInit` was called.
pub(super) fn initialised() -> Result<(), Code> {
    ready().map(drop)
}

/// Whether a context is current and healthy.
pub(super) fn in_context() -> Result<(), Code> {
    current().map(drop)
}

pub(super) fn device_is(device: c_int) -> Result<(), Code> {
    if device == 0 { Ok(()) } else { Err(INVALID_DEVICE) }
}

/// A static text for an error; null for a number that is none.
pub(super) unsafe fn words(
    error: Code,
    text: *mut *const c_char,
    which: fn(&(Code, &'static str, &'static str)) -> &'static str,
) -> Result<(), Code> {
    let found = CODES.iter().find(|c| c.0 == error);
    // SAFETY: as for `put`.
    unsafe { put(text, found.map_or(std::ptr::null(), |c| which(c).as_ptr().cast())) }?;
    found.map(|_| ()).ok_or(INVALID_VALUE)
}

/// An attribute by its number in `CUdevice_attribute`.
pub(super) fn attribute_of(attribute: c_uint) -> Option<c_int> {
    let (major, minor) = capability();
    Some(match attribute {
        // Threads of a block, and along each dimension.
        1..=3 => 1024,
        4 => 64,
        5 => c_int::MAX,
        6 | 7 => 65_535,
        // Shared memory of a block, constant memory, warp, pitch, registers.
        8 => 48 << 10,
        9 => 64 << 10,
        10 => 32,
        11 => c_int::MAX,
        12 => 65_536,
        // Clock in kHz, and multiprocessors.
        13 => 1_000_000,
        16 => 1,
        // A kernel time-out; unified addresses; threads of a multiprocessor.
        17 | 41 => 1,
        39 => 1024,
        75 => major as c_int,
        76 => minor as c_int,
        // Shared memory: of a multiprocessor, by opt-in.
        81 | 97 => 48 << 10,
        // Whatever else there may be, this device can't do it.
        14..=200 => 0,
        _ => return None,
    })
}

/// Loads a module; the words of a refusal come with the code.
pub(super) unsafe fn load(module: *mut u64, image: *const c_void) -> Result<(), (Code, String)> {
    let bare = |code| (code, String::new());
    let mut d = current().map_err(bare)?;
    if image.is_null() {
        return Err(bare(INVALID_VALUE));
    }
    // SAFETY: the caller's text ends with NUL.
    let text = unsafe { CStr::from_ptr(image.cast()) };
    let text = text
        .to_str()
        .map_err(|_| (crate::driver::INVALID_PTX, "not a text: only PTX is known".into()))?;
    let handle = d.load(text)?;
    // SAFETY: as for `put`.
    unsafe { put(module, handle) }.map_err(bare)
}

/// `CU_JIT_ERROR_LOG_BUFFER` and its size.
const LOG: c_uint = 5;
const LOG_BYTES: c_uint = 6;

/// Writes the log where the options of `cuModuleLoadDataEx` want it.
pub(super) unsafe fn write_log(log: &str, count: c_uint, options: *const c_uint, values: *mut *mut c_void) {
    if count == 0 || options.is_null() || values.is_null() {
        return;
    }
    // SAFETY: the caller's arrays have `count` entries.
    let (options, values) = unsafe {
        (
            std::slice::from_raw_parts(options, count as usize),
            std::slice::from_raw_parts_mut(values, count as usize),
        )
    };
    let find = |what| options.iter().position(|o| *o == what);
    let (Some(buffer), Some(size)) = (find(LOG), find(LOG_BYTES)) else {
        return;
    };
    // A size is the bits of a pointer.
    let room = values[size] as usize as u32 as usize;
    let to: *mut u8 = values[buffer].cast();
    if to.is_null() || room == 0 {
        return;
    }
    let n = log.len().min(room - 1);
    // SAFETY: the buffer has as many bytes as its size says.
    unsafe {
        std::ptr::copy_nonoverlapping(log.as_ptr(), to, n);
        to.add(n).write(0);
    }
    // The driver gives back how much it wrote.
    values[size] = n as *mut c_void;
}

/// Refuses an address that `bytes` does not divide.
pub(super) fn aligned(address: u64, bytes: u64) -> Result<(), Code> {
    if address.is_multiple_of(bytes) {
        Ok(())
    } else {
        Err(INVALID_VALUE)
    }
}

/// Puts a transfer into a stream; bad ranges are refused at once.
pub(super) fn later(command: Command, stream: u64) -> Result<(), Code> {
    let mut d = current()?;
    d.check(&command)?;
    d.push(stream, command)
}

/// A transfer that is done when the call returns: in stream 0, behind the streams that it waits for.
pub(super) fn now(command: Command) -> Result<(), Code> {
    let mut d = current()?;
    d.check(&command)?;
    d.push(0, command)?;
    d.wait(0)
}
