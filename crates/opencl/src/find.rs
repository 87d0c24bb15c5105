//! Which OpenCL devices there are, and what each can do.

use std::sync::Mutex;

use hoist_backend::Error;
use hoist_backend::backend::{DeviceInfo, Strictness};
use hoist_machine::ScalarType;
use opencl3::device::{
    CL_DEVICE_TYPE_ALL, CL_DEVICE_TYPE_CPU, CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT, CL_FP_DENORM, CL_FP_INF_NAN,
    CL_FP_ROUND_TO_NEAREST, Device,
};
use opencl3::error_codes::{CL_DEVICE_NOT_FOUND, ClError, DLOPEN_FUNCTION_NOT_AVAILABLE, DLOPEN_RUNTIME_LOAD_FAILED};
use opencl3::platform::{Platform, get_platforms};

/// What the loader answers when no driver is installed (`CL_PLATFORM_NOT_FOUND_KHR`).
const NO_PLATFORM: i32 = -1001;
/// Slots we ever bind; a bound on the argument list where a driver names an absurd one.
const MOST_BINDINGS: usize = 128;
const HINT: &str =
    "install the OpenCL driver of your GPU, or `apt-get install ocl-icd-libopencl1 pocl-opencl-icd` to run on the CPU";

/// One device and the platform that offers it.
pub(crate) struct Found {
    pub platform: Platform,
    pub device: Device,
}

/// A failed driver call in our words.
pub(crate) fn driver(device: &str, call: &str, e: ClError) -> Error {
    if e.0 == DLOPEN_FUNCTION_NOT_AVAILABLE {
        return missing(format!(
            "`{call}` in libOpenCL (a loader library older than OpenCL 1.2, or another library of that name)"
        ));
    }
    Error::Driver {
        device: device.into(),
        call: call.into(),
        log: format!("{e} ({})", e.0),
    }
}

fn missing(what: impl Into<String>) -> Error {
    Error::Missing {
        api: crate::NAME.into(),
        what: what.into(),
        hint: HINT.into(),
    }
}

/// Every device of every platform, in the loader's order: the order of `opencl:n`.
pub(crate) fn devices() -> Result<Vec<Found>, Error> {
    // PoCL sets its devices up at the first question, and a second thread that asks meanwhile is told that
    // they are not available.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(|e| e.into_inner());
    let platforms = get_platforms().map_err(|e| match e.0 {
        DLOPEN_RUNTIME_LOAD_FAILED => missing("libOpenCL (the loader library)"),
        NO_PLATFORM => missing("an OpenCL driver (the loader found none)"),
        _ => driver(crate::NAME, "clGetPlatformIDs", e),
    })?;
    let mut found = Vec::new();
    let mut broken = None;
    for platform in platforms {
        match platform.get_devices(CL_DEVICE_TYPE_ALL) {
            Ok(ids) => found.extend(ids.into_iter().map(|id| Found {
                platform,
                device: Device::new(id),
            })),
            Err(e) if e.0 == CL_DEVICE_NOT_FOUND => {}
            // One broken driver must not hide the devices of the others.
            Err(e) => broken = Some(driver(crate::NAME, "clGetDeviceIDs", e)),
        }
    }
    // A device that is listed yet unusable (no compiler, unplugged) would only fail later.
    found.retain(|f| f.device.available().unwrap_or(false) && f.device.compiler_available().unwrap_or(false));
    match (found.is_empty(), broken) {
        (false, _) => Ok(found),
        (true, Some(e)) => Err(e),
        (true, None) => Err(missing("an OpenCL device (the drivers offer none)")),
    }
}

/// The devices in words and limits.
pub(crate) fn list() -> Result<Vec<DeviceInfo>, Error> {
    devices()?.iter().enumerate().map(|(n, f)| describe(n, f)).collect()
}

/// The number of the device that `opencl` without a number means: an accelerator before a CPU, then the one
/// with most compute units.
pub(crate) fn best(found: &[Found]) -> usize {
    let rank = |f: &Found| (!is_cpu(&f.device), f.device.max_compute_units().unwrap_or(0));
    (0..found.len()).rev().max_by_key(|&n| rank(&found[n])).unwrap_or(0)
}

fn is_cpu(device: &Device) -> bool {
    device.dev_type().is_ok_and(|t| t & CL_DEVICE_TYPE_CPU != 0)
}

/// Whether the compiler takes `-cl-fp32-correctly-rounded-divide-sqrt`.
pub(crate) fn rounds_division(device: &Device) -> bool {
    device
        .single_fp_config()
        .is_ok_and(|c| c & CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT != 0)
}

/// Device `n` in words and limits.
pub(crate) fn describe(n: usize, f: &Found) -> Result<DeviceInfo, Error> {
    let id = format!("{}:{n}", crate::NAME);
    let d = &f.device;
    let asked = |e| driver(&id, "clGetDeviceInfo", e);
    let extensions = d.extensions().map_err(asked)?;
    let has = |name: &str| extensions.split_whitespace().any(|e| e == name);
    let embedded = d.profile().is_ok_and(|p| p.trim().starts_with("EMBEDDED"));
    let int64 = !embedded || has("cles_khr_int64");
    let double = has("cl_khr_fp64") || d.double_fp_config().is_ok_and(|c| c != 0);
    let pointer = (d.address_bits().map_err(asked)? as usize / 8).max(4);
    Ok(DeviceInfo {
        name: d.name().map_err(asked)?.trim().to_owned(),
        api: crate::NAME,
        driver: format!(
            "{}, {}",
            f.platform.name().map_err(asked)?.trim(),
            d.driver_version().map_err(asked)?.trim()
        ),
        memory: d.global_mem_size().map_err(asked)?,
        is_cpu: is_cpu(d),
        max_work_group: first_dimension(d).map_err(asked)?,
        max_rounds: None,
        max_shared_bytes: d.local_mem_size().map_err(asked)?.min(u32::MAX.into()) as u32,
        max_groups: i32::MAX as u32,
        max_binding_bytes: d.max_mem_alloc_size().map_err(asked)?,
        max_bindings: (d.max_parameter_size().map_err(asked)? / pointer).min(MOST_BINDINGS) as u32,
        types: types(int64, double),
        int64,
        fused: true,
        strict: strictness(d, double),
        id,
    })
}

/// Items of a work-group that lies along the first dimension, as ours do.
fn first_dimension(d: &Device) -> Result<u32, ClError> {
    let whole = d.max_work_group_size()?;
    let first = d.max_work_item_sizes()?.first().copied().unwrap_or(whole);
    Ok(whole.min(first).min(u32::MAX as usize) as u32)
}

fn types(int64: bool, double: bool) -> Vec<ScalarType> {
    use ScalarType::*;
    let mut types = vec![Bool, I8, U8, I16, U16, I32, U32, F16, BF16, F32];
    if int64 {
        types.extend([I64, U64, Usize]);
    }
    if double {
        types.push(F64);
    }
    types
}

/// What the device itself says of its arithmetic. Contraction is the text's business: it switches it off.
fn strictness(d: &Device, double: bool) -> Strictness {
    let mut lacks = Vec::new();
    let single = d.single_fp_config().unwrap_or(0);
    let wanted = [
        (CL_FP_DENORM, "f32 subnormals"),
        (CL_FP_INF_NAN, "f32 infinities and NaN"),
        (CL_FP_ROUND_TO_NEAREST, "f32 rounding to nearest"),
        (CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT, "f32 division and square root"),
    ];
    lacks.extend(
        wanted
            .iter()
            .filter(|(bit, _)| single & bit == 0)
            .map(|(_, what)| *what),
    );
    if double && d.double_fp_config().is_ok_and(|c| c & CL_FP_DENORM == 0) {
        lacks.push("f64 subnormals");
    }
    if lacks.is_empty() {
        Strictness::Strict
    } else {
        Strictness::Relaxed(lacks.join(", "))
    }
}
