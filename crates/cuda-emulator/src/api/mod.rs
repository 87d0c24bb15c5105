//! The driver's functions, by their names in cuda.h.
//!
//! Every function is `unsafe` by its contract in cuda.h: pointers for results point at room for them, texts end with
//! NUL, host memory of a copy stays alive until the copy is done. Null pointers are answered, not followed.

#![allow(non_snake_case, reason = "the names are the driver's")]
#![allow(clippy::missing_safety_doc, reason = "said once, above")]

mod support;
mod work;

use std::ffi::{CStr, c_char, c_int, c_uint, c_void};

use crate::driver::{
    Code, Command, Function, Host, INVALID_CONTEXT, INVALID_HANDLE, INVALID_VALUE, NOT_FOUND, OUT_OF_MEMORY,
    capability, driver,
};
use support::{
    CONTEXT, CURRENT, aligned, attribute_of, current, device_is, in_context, initialised, later, load, now, put, ready,
    words, write_log,
};

/// `cuDriverGetVersion`.
const VERSION: c_int = 13000;

/// Functions of the driver whose bodies give a `Result`.
macro_rules! api {
    ($(fn $name:ident($($arg:ident: $ty:ty),* $(,)?) $body:block)*) => {$(
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name($($arg: $ty),*) -> Code {
            #[allow(unused_unsafe, reason = "not every body follows a pointer")]
            // SAFETY: the contract of cuda.h: see the head of this file.
            let body = || -> Result<(), Code> { unsafe { $body } };
            crate::api::support::code(body())
        }
    )*};
}

pub(crate) use api;

api! {
    fn cuInit(flags: c_uint) {
        if flags != 0 {
            return Err(INVALID_VALUE);
        }
        driver().init();
        Ok(())
    }
    fn cuDriverGetVersion(version: *mut c_int) { put(version, VERSION) }
    fn cuGetErrorName(error: Code, text: *mut *const c_char) { words(error, text, |c| c.1) }
    fn cuGetErrorString(error: Code, text: *mut *const c_char) { words(error, text, |c| c.2) }

    fn cuDeviceGetCount(count: *mut c_int) {
        initialised()?;
        put(count, 1)
    }
    fn cuDeviceGet(device: *mut c_int, n: c_int) {
        initialised()?;
        device_is(n)?;
        put(device, 0)
    }
    fn cuDeviceGetName(name: *mut c_char, length: c_int, device: c_int) {
        initialised()?;
        device_is(device)?;
        if name.is_null() || length <= 0 {
            return Err(INVALID_VALUE);
        }
        let text = crate::DEVICE_NAME.as_bytes();
        let n = text.len().min(length as usize - 1);
        std::ptr::copy_nonoverlapping(text.as_ptr().cast(), name, n);
        name.add(n).write(0);
        Ok(())
    }
    fn cuDeviceGetUuid_v2(uuid: *mut [u8; 16], device: c_int) {
        initialised()?;
        device_is(device)?;
        put(uuid, *b"hoist-emulator-0")
    }
    fn cuDeviceGetUuid(uuid: *mut [u8; 16], device: c_int) {
        initialised()?;
        device_is(device)?;
        put(uuid, *b"hoist-emulator-0")
    }
    fn cuDeviceTotalMem_v2(bytes: *mut usize, device: c_int) {
        let d = ready()?;
        device_is(device)?;
        put(bytes, d.memory.capacity())
    }
    fn cuDeviceGetAttribute(value: *mut c_int, attribute: c_uint, device: c_int) {
        initialised()?;
        device_is(device)?;
        put(value, attribute_of(attribute).ok_or(INVALID_VALUE)?)
    }

    fn cuDevicePrimaryCtxRetain(context: *mut u64, device: c_int) {
        let mut d = ready()?;
        device_is(device)?;
        d.healthy()?;
        d.retained += 1;
        put(context, CONTEXT)
    }
    fn cuDevicePrimaryCtxRelease_v2(device: c_int) {
        let mut d = ready()?;
        device_is(device)?;
        d.retained = d.retained.checked_sub(1).ok_or(INVALID_CONTEXT)?;
        Ok(())
    }
    fn cuDevicePrimaryCtxGetState(device: c_int, flags: *mut c_uint, active: *mut c_int) {
        let d = ready()?;
        device_is(device)?;
        put(flags, 0)?;
        put(active, c_int::from(d.retained > 0))
    }
    fn cuDevicePrimaryCtxSetFlags_v2(device: c_int, _flags: c_uint) {
        initialised()?;
        device_is(device)
    }
    fn cuCtxSetCurrent(context: u64) {
        initialised()?;
        if context != 0 && context != CONTEXT {
            return Err(INVALID_CONTEXT);
        }
        CURRENT.with_borrow_mut(|c| {
            c.pop();
            if context != 0 {
                c.push(context);
            }
        });
        Ok(())
    }
    fn cuCtxGetCurrent(context: *mut u64) {
        initialised()?;
        put(context, CURRENT.with_borrow(|c| c.last().copied().unwrap_or(0)))
    }
    fn cuCtxPushCurrent_v2(context: u64) {
        initialised()?;
        if context != CONTEXT {
            return Err(INVALID_CONTEXT);
        }
        CURRENT.with_borrow_mut(|c| c.push(context));
        Ok(())
    }
    fn cuCtxPopCurrent_v2(context: *mut u64) {
        initialised()?;
        let top = CURRENT.with_borrow_mut(Vec::pop).ok_or(INVALID_CONTEXT)?;
        put(context, top)
    }
    fn cuCtxGetDevice(device: *mut c_int) {
        in_context()?;
        put(device, 0)
    }
    fn cuCtxGetApiVersion(context: u64, version: *mut c_uint) {
        initialised()?;
        if context != 0 && context != CONTEXT {
            return Err(INVALID_CONTEXT);
        }
        put(version, 3020)
    }
    fn cuCtxSynchronize() { current()?.wait_all() }

    fn cuModuleLoadData(module: *mut u64, image: *const c_void) {
        load(module, image).map_err(|(code, log)| {
            eprintln!("{log}");
            code
        })
    }
    fn cuModuleLoadDataEx(module: *mut u64, image: *const c_void, count: c_uint, options: *mut c_uint,
                          values: *mut *mut c_void) {
        load(module, image).map_err(|(code, log)| {
            write_log(&log, count, options, values);
            code
        })
    }
    fn cuModuleUnload(module: u64) { current()?.unload(module) }
    fn cuModuleGetFunction(function: *mut u64, module: u64, name: *const c_char) {
        let mut d = current()?;
        if name.is_null() {
            return Err(INVALID_VALUE);
        }
        let name = CStr::from_ptr(name).to_str().map_err(|_| NOT_FOUND)?;
        let program = d.modules.get(&module).ok_or(INVALID_HANDLE)?.program.clone();
        let index = program.entry(name).ok_or(NOT_FOUND)?;
        let handle = d.handle();
        d.functions.insert(handle, Function { program, index });
        if let Some(module) = d.modules.get_mut(&module) {
            module.functions.push(handle);
        }
        put(function, handle)
    }
    fn cuModuleGetGlobal_v2(address: *mut u64, bytes: *mut usize, module: u64, name: *const c_char) {
        let d = current()?;
        if name.is_null() {
            return Err(INVALID_VALUE);
        }
        let name = CStr::from_ptr(name).to_str().map_err(|_| NOT_FOUND)?;
        let module = d.modules.get(&module).ok_or(INVALID_HANDLE)?;
        let &(at, size) = module.globals.get(name).ok_or(NOT_FOUND)?;
        if !address.is_null() {
            put(address, at)?;
        }
        if !bytes.is_null() {
            put(bytes, size)?;
        }
        Ok(())
    }
    fn cuFuncGetAttribute(value: *mut c_int, attribute: c_uint, function: u64) {
        let d = current()?;
        let function = d.functions.get(&function).ok_or(INVALID_HANDLE)?;
        let code = &function.program.functions[function.index];
        let (major, minor) = capability();
        put(value, match attribute {
            0 => code.most_threads as c_int,
            1 => function.program.shared as c_int,
            3 => code.frame as c_int,
            4 => 32,
            5 | 6 => (10 * major + minor) as c_int,
            8 => 48 << 10,
            2 | 7 | 9 => 0,
            _ => return Err(INVALID_VALUE),
        })
    }
    fn cuFuncSetAttribute(function: u64, _attribute: c_uint, _value: c_int) {
        current()?.functions.get(&function).map(|_| ()).ok_or(INVALID_HANDLE)
    }

    fn cuMemGetInfo_v2(free: *mut usize, total: *mut usize) {
        let d = current()?;
        put(free, d.memory.capacity() - d.memory.used())?;
        put(total, d.memory.capacity())
    }
    fn cuMemAlloc_v2(address: *mut u64, bytes: usize) {
        let mut d = current()?;
        if bytes == 0 {
            return Err(INVALID_VALUE);
        }
        put(address, d.memory.alloc(bytes).ok_or(OUT_OF_MEMORY)?)
    }
    fn cuMemFree_v2(address: u64) {
        let mut d = current()?;
        d.wait_all()?;
        if address == 0 || d.memory.free(address) { Ok(()) } else { Err(INVALID_VALUE) }
    }
    fn cuMemAllocAsync(address: *mut u64, bytes: usize, stream: u64) {
        let mut d = current()?;
        if bytes == 0 {
            return Err(INVALID_VALUE);
        }
        d.streams.get(&stream).ok_or(INVALID_HANDLE)?;
        put(address, d.memory.alloc(bytes).ok_or(OUT_OF_MEMORY)?)
    }
    fn cuMemFreeAsync(address: u64, stream: u64) { current()?.push(stream, Command::Free(address)) }
    fn cuMemGetAddressRange_v2(base: *mut u64, bytes: *mut usize, address: u64) {
        let d = current()?;
        let (at, size) = d.memory.range(address).ok_or(NOT_FOUND)?;
        if !base.is_null() {
            put(base, at)?;
        }
        if !bytes.is_null() {
            put(bytes, size)?;
        }
        Ok(())
    }

    fn cuMemcpyHtoD_v2(to: u64, from: *const c_void, bytes: usize) {
        now(Command::FromHost { to, from: Host(from.cast_mut().cast()), bytes })
    }
    fn cuMemcpyDtoH_v2(to: *mut c_void, from: u64, bytes: usize) {
        now(Command::ToHost { to: Host(to.cast()), from, bytes })
    }
    fn cuMemcpyDtoD_v2(to: u64, from: u64, bytes: usize) { now(Command::Copy { to, from, bytes }) }
    fn cuMemcpyHtoDAsync_v2(to: u64, from: *const c_void, bytes: usize, stream: u64) {
        later(Command::FromHost { to, from: Host(from.cast_mut().cast()), bytes }, stream)
    }
    fn cuMemcpyDtoHAsync_v2(to: *mut c_void, from: u64, bytes: usize, stream: u64) {
        later(Command::ToHost { to: Host(to.cast()), from, bytes }, stream)
    }
    fn cuMemcpyDtoDAsync_v2(to: u64, from: u64, bytes: usize, stream: u64) {
        later(Command::Copy { to, from, bytes }, stream)
    }
    fn cuMemsetD8_v2(to: u64, value: u8, count: usize) { now(Command::Set { to, pattern: vec![value], count }) }
    fn cuMemsetD16_v2(to: u64, value: u16, count: usize) {
        aligned(to, 2)?;
        now(Command::Set { to, pattern: value.to_le_bytes().into(), count })
    }
    fn cuMemsetD32_v2(to: u64, value: c_uint, count: usize) {
        aligned(to, 4)?;
        now(Command::Set { to, pattern: value.to_le_bytes().into(), count })
    }
    fn cuMemsetD8Async(to: u64, value: u8, count: usize, stream: u64) {
        later(Command::Set { to, pattern: vec![value], count }, stream)
    }
    fn cuMemsetD16Async(to: u64, value: u16, count: usize, stream: u64) {
        aligned(to, 2)?;
        later(Command::Set { to, pattern: value.to_le_bytes().into(), count }, stream)
    }
    fn cuMemsetD32Async(to: u64, value: c_uint, count: usize, stream: u64) {
        aligned(to, 4)?;
        later(Command::Set { to, pattern: value.to_le_bytes().into(), count }, stream)
    }
}
