//! Which CUDA devices there are, and what each can do.

use cudarc::driver::result::{self, DriverError, device};
use cudarc::driver::sys::{self, CUdevice, CUdevice_attribute as Attribute};
use hoist_backend::Error;
use hoist_backend::backend::{DeviceInfo, Strictness};
use hoist_machine::ScalarType;

/// Kernel parameters are 4 KiB in all, a pointer each; we never bind so many.
const MOST_BINDINGS: u32 = 128;

/// The functions of libcuda that this crate calls. `cuDevicePrimaryCtxRelease_v2` is the newest of them, of CUDA 11.0.
pub const DRIVER_FUNCTIONS: [&str; 32] = [
    "cuCtxSetCurrent",
    "cuDeviceGet",
    "cuDeviceGetAttribute",
    "cuDeviceGetCount",
    "cuDeviceGetName",
    "cuDevicePrimaryCtxRelease_v2",
    "cuDevicePrimaryCtxRetain",
    "cuDeviceTotalMem_v2",
    "cuDriverGetVersion",
    "cuEventCreate",
    "cuEventDestroy_v2",
    "cuEventElapsedTime",
    "cuEventRecord",
    "cuEventSynchronize",
    "cuFuncGetAttribute",
    "cuGetErrorString",
    "cuInit",
    "cuLaunchKernel",
    "cuMemAlloc_v2",
    "cuMemFreeHost",
    "cuMemFree_v2",
    "cuMemHostAlloc",
    "cuMemcpyDtoDAsync_v2",
    "cuMemcpyDtoHAsync_v2",
    "cuMemcpyHtoDAsync_v2",
    "cuMemsetD8Async",
    "cuModuleGetFunction",
    "cuModuleLoadDataEx",
    "cuModuleUnload",
    "cuStreamCreate",
    "cuStreamDestroy_v2",
    "cuStreamSynchronize",
];

/// The first of them that the library lacks.
fn lacking() -> Option<&'static str> {
    // SAFETY: the caller has seen the library; nothing is called.
    let library = unsafe { sys::culib() };
    // SAFETY: the address is looked up, as data, and not used.
    let has = |name: &str| unsafe { library.get::<*const ()>(name) }.is_ok();
    DRIVER_FUNCTIONS.into_iter().find(|name| !has(name))
}

/// What a kernel can do to the context: no call succeeds in it any more, nor in another of the process.
fn is_lost(e: &DriverError) -> bool {
    use sys::CUresult::*;
    matches!(
        e.0,
        CUDA_ERROR_ILLEGAL_ADDRESS
            | CUDA_ERROR_LAUNCH_TIMEOUT
            | CUDA_ERROR_HARDWARE_STACK_ERROR
            | CUDA_ERROR_ILLEGAL_INSTRUCTION
            | CUDA_ERROR_MISALIGNED_ADDRESS
            | CUDA_ERROR_INVALID_ADDRESS_SPACE
            | CUDA_ERROR_INVALID_PC
            | CUDA_ERROR_LAUNCH_FAILED
    )
}

/// A driver's error, and what to do about it.
pub(crate) fn words(e: &DriverError) -> String {
    if is_lost(e) {
        return format!("{e}: a kernel failed, and with it the driver's context; start the process again");
    }
    e.to_string()
}

/// A failed driver call in our words.
pub(crate) fn driver(device: &str, call: &str, e: DriverError) -> Error {
    Error::Driver {
        device: device.into(),
        call: call.into(),
        log: words(&e),
    }
}

fn missing(what: &str, hint: &str) -> Error {
    Error::Missing {
        api: crate::NAME.into(),
        what: what.into(),
        hint: hint.into(),
    }
}

/// Initialises the driver and counts its devices.
pub(crate) fn count() -> Result<usize, Error> {
    // cudarc panics when it calls into a library that is not there, and when it calls a function that the library
    // lacks, so this comes before every other call.
    // SAFETY: loads NVIDIA's library by its own names.
    if !unsafe { sys::is_culib_present() } {
        return Err(missing(
            "libcuda",
            "install NVIDIA's driver for your GPU; it brings this library",
        ));
    }
    if let Some(name) = lacking() {
        return Err(missing(
            &format!("`{name}` in libcuda (a driver older than CUDA 11, or another library of that name)"),
            "install a newer NVIDIA driver for your GPU",
        ));
    }
    let none = || {
        missing(
            "an NVIDIA GPU that the driver can use",
            "check `nvidia-smi`, and CUDA_VISIBLE_DEVICES",
        )
    };
    result::init().map_err(|e| match e.0 {
        sys::CUresult::CUDA_ERROR_NO_DEVICE | sys::CUresult::CUDA_ERROR_STUB_LIBRARY => none(),
        _ => driver(crate::NAME, "cuInit", e),
    })?;
    match device::get_count().map_err(|e| driver(crate::NAME, "cuDeviceGetCount", e))? {
        n if n > 0 => Ok(n as usize),
        _ => Err(none()),
    }
}

/// The devices in words and limits.
pub(crate) fn list() -> Result<Vec<DeviceInfo>, Error> {
    (0..count()?).map(|n| handle(n).and_then(|h| describe(n, h))).collect()
}

/// The driver's handle of device `n`.
pub(crate) fn handle(n: usize) -> Result<CUdevice, Error> {
    device::get(n as i32).map_err(|e| driver(&format!("{}:{n}", crate::NAME), "cuDeviceGet", e))
}

/// One attribute of a device.
pub(crate) fn attribute(device: CUdevice, what: Attribute) -> Result<i32, DriverError> {
    // SAFETY: the handle comes from `handle`, after the driver's initialisation.
    unsafe { device::get_attribute(device, what) }
}

/// Compute capability.
pub(crate) fn capability(device: CUdevice) -> Result<(i32, i32), DriverError> {
    Ok((
        attribute(device, Attribute::CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR)?,
        attribute(device, Attribute::CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR)?,
    ))
}

/// Device `n` in words and limits.
pub(crate) fn describe(n: usize, handle: CUdevice) -> Result<DeviceInfo, Error> {
    let id = format!("{}:{n}", crate::NAME);
    let asked = |e| driver(&id, "cuDeviceGetAttribute", e);
    // SAFETY: the handle comes from `handle`.
    let memory = unsafe { device::total_mem(handle) }.map_err(|e| driver(&id, "cuDeviceTotalMem", e))? as u64;
    let (major, minor) = capability(handle).map_err(asked)?;
    let limit = |what| attribute(handle, what).map(|v| v.max(0) as u32);
    let mut version = 0;
    // SAFETY: one number is written.
    unsafe { sys::cuDriverGetVersion(&mut version) }
        .result()
        .map_err(|e| driver(&id, "cuDriverGetVersion", e))?;
    Ok(DeviceInfo {
        name: device::get_name(handle).map_err(|e| driver(&id, "cuDeviceGetName", e))?,
        api: crate::NAME,
        driver: format!(
            "CUDA {}.{}, compute capability {major}.{minor}",
            version / 1000,
            version % 1000 / 10
        ),
        memory,
        is_cpu: false,
        max_work_group: limit(Attribute::CU_DEVICE_ATTRIBUTE_MAX_THREADS_PER_BLOCK).map_err(asked)?,
        max_rounds: None,
        max_shared_bytes: limit(Attribute::CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK).map_err(asked)?,
        max_groups: limit(Attribute::CU_DEVICE_ATTRIBUTE_MAX_GRID_DIM_X).map_err(asked)?,
        max_binding_bytes: memory,
        max_bindings: MOST_BINDINGS,
        types: ScalarType::ALL.to_vec(),
        int64: true,
        fused: true,
        // By the options that `nvrtc` compiles with.
        strict: Strictness::Strict,
        id,
    })
}
