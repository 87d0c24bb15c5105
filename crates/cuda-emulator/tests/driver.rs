//! The driver's functions as a program calls them, over the C interface.

use std::ffi::{CStr, CString, c_char, c_int, c_uint, c_void};

use hoist_cuda_emulator::DEVICE_NAME;

unsafe extern "C" {
    fn cuInit(flags: c_uint) -> u32;
    fn cuDeviceGetCount(n: *mut c_int) -> u32;
    fn cuDeviceGet(device: *mut c_int, n: c_int) -> u32;
    fn cuDeviceGetName(name: *mut c_char, length: c_int, device: c_int) -> u32;
    fn cuDeviceGetAttribute(value: *mut c_int, attribute: c_uint, device: c_int) -> u32;
    fn cuDevicePrimaryCtxRetain(context: *mut u64, device: c_int) -> u32;
    fn cuDevicePrimaryCtxRelease_v2(device: c_int) -> u32;
    fn cuCtxSetCurrent(context: u64) -> u32;
    fn cuCtxGetCurrent(context: *mut u64) -> u32;
    fn cuCtxPushCurrent_v2(context: u64) -> u32;
    fn cuCtxPopCurrent_v2(context: *mut u64) -> u32;
    fn cuCtxSynchronize() -> u32;
    fn cuModuleLoadData(module: *mut u64, image: *const c_void) -> u32;
    fn cuModuleLoadDataEx(
        module: *mut u64,
        image: *const c_void,
        count: c_uint,
        options: *mut c_uint,
        values: *mut *mut c_void,
    ) -> u32;
    fn cuModuleUnload(module: u64) -> u32;
    fn cuModuleGetFunction(function: *mut u64, module: u64, name: *const c_char) -> u32;
    fn cuModuleGetGlobal_v2(address: *mut u64, bytes: *mut usize, module: u64, name: *const c_char) -> u32;
    fn cuFuncGetAttribute(value: *mut c_int, attribute: c_uint, function: u64) -> u32;
    fn cuMemAlloc_v2(address: *mut u64, bytes: usize) -> u32;
    fn cuMemFree_v2(address: u64) -> u32;
    fn cuMemHostAlloc(memory: *mut *mut c_void, bytes: usize, flags: c_uint) -> u32;
    fn cuMemFreeHost(memory: *mut c_void) -> u32;
    fn cuMemcpyHtoD_v2(to: u64, from: *const c_void, bytes: usize) -> u32;
    fn cuMemcpyDtoH_v2(to: *mut c_void, from: u64, bytes: usize) -> u32;
    fn cuMemcpyHtoDAsync_v2(to: u64, from: *const c_void, bytes: usize, stream: u64) -> u32;
    fn cuMemcpyDtoHAsync_v2(to: *mut c_void, from: u64, bytes: usize, stream: u64) -> u32;
    fn cuMemsetD32_v2(to: u64, value: c_uint, count: usize) -> u32;
    fn cuMemsetD8Async(to: u64, value: u8, count: usize, stream: u64) -> u32;
    fn cuStreamCreate(stream: *mut u64, flags: c_uint) -> u32;
    fn cuStreamSynchronize(stream: u64) -> u32;
    fn cuStreamDestroy_v2(stream: u64) -> u32;
    fn cuEventCreate(event: *mut u64, flags: c_uint) -> u32;
    fn cuEventRecord(event: u64, stream: u64) -> u32;
    fn cuEventQuery(event: u64) -> u32;
    fn cuEventElapsedTime(milliseconds: *mut f32, start: u64, end: u64) -> u32;
    fn cuLaunchKernel(
        function: u64,
        gx: c_uint,
        gy: c_uint,
        gz: c_uint,
        bx: c_uint,
        by: c_uint,
        bz: c_uint,
        shared: c_uint,
        stream: u64,
        params: *mut *mut c_void,
        extra: *mut *mut c_void,
    ) -> u32;
    fn cuGetErrorName(error: u32, text: *mut *const c_char) -> u32;
    fn cuGetExportTable(table: *mut *const c_void, id: *const c_void) -> u32;
}

const TEXT: &str = "
.version 8.0
.target sm_75
.address_size 64
.global .align 4 .u32 step = 3;
.visible .entry put(.param .u64 at, .param .u8 skip, .param .u32 v)
.maxntid 64, 1, 1
{
    .reg .b32 %r<6>; .reg .b64 %rd<4>;
    ld.param.u64 %rd1, [at]; ld.param.u8 %r1, [skip]; ld.param.u32 %r2, [v];
    ld.global.u32 %r3, [step]; mad.lo.u32 %r2, %r1, %r3, %r2;
    mov.u32 %r4, %tid.x; mul.wide.u32 %rd2, %r4, 4; add.s64 %rd1, %rd1, %rd2;
    st.global.u32 [%rd1], %r2; ret;
}";

fn name(error: u32) -> String {
    let mut text = std::ptr::null();
    // SAFETY: room for one pointer, which is static where it is given.
    unsafe {
        cuGetErrorName(error, &mut text);
        CStr::from_ptr(text).to_str().unwrap().into()
    }
}

fn ok(result: u32) {
    assert_eq!(result, 0, "{}", name(result));
}

/// Launches `put` on one block of `threads`.
///
/// # Safety
/// `function` is `put`.
unsafe fn put(function: u64, at: u64, threads: u32, stream: u64) -> u32 {
    let (mut at, mut skip, mut v) = (at, 2u8, 40u32);
    let mut params: [*mut c_void; 3] = [(&raw mut at).cast(), (&raw mut skip).cast(), (&raw mut v).cast()];
    let none = std::ptr::null_mut();
    // SAFETY: three parameters of the kernel's types.
    unsafe { cuLaunchKernel(function, 1, 1, 1, threads, 1, 1, 0, stream, params.as_mut_ptr(), none) }
}

/// One test: the driver has one state a process, which ends in an error that sticks.
#[test]
fn a_program_from_its_start_to_an_error_that_sticks() {
    // SAFETY: every pointer is to a local of the type that cuda.h names, alive until the work is waited for.
    unsafe {
        let (mut n, mut context, mut module, mut function) = (0, 0, 0, 0);
        assert_eq!(name(cuDeviceGetCount(&mut n)), "CUDA_ERROR_NOT_INITIALIZED");
        ok(cuInit(0));
        ok(cuDeviceGetCount(&mut n));
        assert_eq!(n, 1);
        assert_eq!(name(cuDeviceGet(&mut n, 1)), "CUDA_ERROR_INVALID_DEVICE");
        let mut text = [1 as c_char; 64];
        ok(cuDeviceGetName(text.as_mut_ptr(), 64, 0));
        assert_eq!(CStr::from_ptr(text.as_ptr()).to_str(), Ok(DEVICE_NAME));
        ok(cuDeviceGetAttribute(&mut n, 75, 0));
        assert_eq!(n, 7);
        assert_eq!(cuGetExportTable(&mut std::ptr::null(), std::ptr::null()), 801);

        let mut at = 0;
        assert_eq!(name(cuMemAlloc_v2(&mut at, 16)), "CUDA_ERROR_INVALID_CONTEXT");
        ok(cuDevicePrimaryCtxRetain(&mut context, 0));
        ok(cuCtxSetCurrent(context));
        ok(cuCtxPushCurrent_v2(context));
        let mut other = 0;
        ok(cuCtxPopCurrent_v2(&mut other));
        ok(cuCtxGetCurrent(&mut other));
        assert_eq!(other, context);

        module_and_its_log(&mut module, &mut function);
        let mut step = (0, 0);
        ok(cuModuleGetGlobal_v2(&mut step.0, &mut step.1, module, c"step".as_ptr()));
        assert_eq!(step.1, 4);
        ok(cuMemsetD32_v2(step.0, 1, 1));

        streams(function, &mut at);
        errors(function, at);
        assert_eq!(cuModuleUnload(module), 700);
        ok(cuDevicePrimaryCtxRelease_v2(0));
    }
}

/// # Safety
/// A context is current.
unsafe fn module_and_its_log(module: &mut u64, function: &mut u64) {
    // SAFETY: as in the test.
    unsafe {
        let wrong = CString::new(TEXT.replace("ret;", "frobnicate.u32 %r1;")).unwrap();
        let mut log = [0u8; 200];
        let (mut options, mut values) = ([5, 6], [log.as_mut_ptr().cast::<c_void>(), 200 as *mut c_void]);
        let answer = cuModuleLoadDataEx(
            module,
            wrong.as_ptr().cast(),
            2,
            options.as_mut_ptr(),
            values.as_mut_ptr(),
        );
        assert_eq!(name(answer), "CUDA_ERROR_INVALID_PTX");
        let log = String::from_utf8_lossy(&log);
        assert!(
            log.contains("unknown instruction `frobnicate.u32`") && log.contains("ptx line 13"),
            "{log}"
        );
        let new = CString::new(TEXT.replace("sm_75", "sm_90")).unwrap();
        assert_eq!(
            name(cuModuleLoadData(module, new.as_ptr().cast())),
            "CUDA_ERROR_INVALID_PTX"
        );
        let new = CString::new(TEXT.replace("8.0", "12.0")).unwrap();
        assert_eq!(
            name(cuModuleLoadData(module, new.as_ptr().cast())),
            "CUDA_ERROR_UNSUPPORTED_PTX_VERSION"
        );
        let text = CString::new(TEXT).unwrap();
        ok(cuModuleLoadData(module, text.as_ptr().cast()));
        assert_eq!(
            name(cuModuleGetFunction(function, *module, c"get".as_ptr())),
            "CUDA_ERROR_NOT_FOUND"
        );
        ok(cuModuleGetFunction(function, *module, c"put".as_ptr()));
        let mut most = 0;
        ok(cuFuncGetAttribute(&mut most, 0, *function));
        assert_eq!(most, 64);
    }
}

/// # Safety
/// `function` is `put`.
unsafe fn streams(function: u64, at: &mut u64) {
    // SAFETY: as in the test.
    unsafe {
        ok(cuMemAlloc_v2(at, 256));
        let (mut stream, mut start, mut end) = (0, 0, 0);
        ok(cuStreamCreate(&mut stream, 1));
        ok(cuEventCreate(&mut start, 0));
        ok(cuEventCreate(&mut end, 0));
        ok(cuEventRecord(start, stream));
        ok(cuMemsetD8Async(*at, 9, 256, stream));
        ok(put(function, *at, 16, stream));
        ok(cuEventRecord(end, stream));
        let mut got = [0u32; 64];
        // Nothing has happened yet, and stream 0 waits for no stream that does not block.
        ok(cuMemcpyDtoH_v2(got.as_mut_ptr().cast(), *at, 256));
        assert_eq!(got, [0xa5a5_a5a5; 64]);
        let mut time = 0.0;
        assert_eq!(name(cuEventElapsedTime(&mut time, start, end)), "CUDA_ERROR_NOT_READY");
        ok(cuMemcpyDtoHAsync_v2(got.as_mut_ptr().cast(), *at, 256, stream));
        assert_eq!(got[0], 0xa5a5_a5a5);
        ok(cuStreamSynchronize(stream));
        assert_eq!(got[..17], [[42; 16].as_slice(), &[0x0909_0909]].concat());
        ok(cuEventElapsedTime(&mut time, start, end));
        assert!(time >= 0.0);
        // What was given to a copy is read when it happens.
        let mut words = [1u32; 4];
        let first = words.as_mut_ptr();
        ok(cuMemcpyHtoDAsync_v2(*at, first.cast(), 16, stream));
        first.write(5);
        ok(cuEventRecord(end, stream));
        assert_eq!(cuEventQuery(end), 600);
        ok(cuEventQuery(end));
        ok(cuMemcpyDtoH_v2(got.as_mut_ptr().cast(), *at, 16));
        assert_eq!(got[..4], [5, 1, 1, 1]);
        ok(cuStreamDestroy_v2(stream));
    }
}

/// # Safety
/// `function` is `put`, and `at` has 256 bytes.
unsafe fn errors(function: u64, at: u64) {
    // SAFETY: as in the test; ranges that are not there are what is tested.
    unsafe {
        let mut other = 0;
        assert_eq!(name(cuMemAlloc_v2(&mut other, 0)), "CUDA_ERROR_INVALID_VALUE");
        assert_eq!(name(cuMemAlloc_v2(&mut other, 1 << 40)), "CUDA_ERROR_OUT_OF_MEMORY");
        assert_eq!(cuMemFree_v2(at + 4), 1);
        let mut pinned = std::ptr::null_mut();
        assert_eq!(cuMemHostAlloc(&mut pinned, 0, 0), 1);
        assert_eq!(
            name(cuMemHostAlloc(&mut pinned, usize::MAX / 2, 0)),
            "CUDA_ERROR_OUT_OF_MEMORY"
        );
        ok(cuMemHostAlloc(&mut pinned, 33, 0));
        pinned.cast::<u8>().add(32).write(1);
        ok(cuMemFreeHost(pinned));
        assert_eq!(cuMemFreeHost(pinned), 1);
        let word = [0u64; 2];
        assert_eq!(cuMemcpyHtoD_v2(at + 250, word.as_ptr().cast(), 16), 1);
        assert_eq!(name(put(function, at, 65, 0)), "CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES");
        assert_eq!(put(function, at, 0, 0), 1);
        // The launch answers well; who waits for it gets the error, and everybody after that.
        ok(put(function, at + 128, 64, 0));
        assert_eq!(name(cuCtxSynchronize()), "CUDA_ERROR_ILLEGAL_ADDRESS");
        assert_eq!(cuMemAlloc_v2(&mut other, 16), 700);
        assert_eq!(put(function, at, 1, 0), 700);
        assert_eq!(cuCtxSynchronize(), 700);
    }
}
