//! Compiling or loading text, and launching it.

use std::any::Any;
use std::ffi::{CString, c_void};
use std::sync::Arc;
use std::time::Duration;

use cudarc::driver::result::{self, module};
use cudarc::driver::sys::{
    self, CUdeviceptr, CUfunction, CUfunction_attribute as Attribute, CUjit_option as Jit, CUresult,
};
use hoist_backend::backend::{Grid, LaunchTimes, Mem, Prog, Program, Source};
use hoist_backend::{Error, precompiled};

use crate::device::Opened;
use crate::session::{Module, Stamp};
use crate::{find, nvrtc};

/// Bytes of the log of the driver's own compiler.
const LOG_BYTES: usize = 16 << 10;

/// A loaded kernel.
struct CudaProgram {
    function: CUfunction,
    entry: String,
    slots: usize,
    /// Items of a work-group that this kernel's registers allow.
    most: u32,
    /// Keeps the function loaded.
    _module: Module,
}

// SAFETY: the function is a handle of the driver, valid on any thread while its module is loaded.
unsafe impl Send for CudaProgram {}
// SAFETY: as above.
unsafe impl Sync for CudaProgram {}

impl Program for CudaProgram {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn max_work_group(&self) -> u32 {
        self.most
    }
}

/// Whether the text is PTX: its first directive is `.version`.
fn is_ptx(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with("//"));
    lines.next().is_some_and(|l| l.starts_with(".version"))
}

/// Compiles CUDA C with NVRTC, or takes PTX as it is, and loads it.
pub(crate) fn compile(opened: &Opened, source: &Source<'_>) -> Result<Prog, Error> {
    let refused = |log: String| Error::Compile {
        device: opened.info.id.clone(),
        kernel: source.entry.into(),
        log,
    };
    opened.enter()?;
    let precompiled = || precompiled::find(source.text, source.fast);
    let ptx = match ptx(opened, source) {
        // Without NVRTC, what came compiled will do.
        Err(missing @ Error::Missing { .. }) => precompiled().map(str::to_owned).ok_or(missing)?,
        other => other?,
    };
    let nul = |_| refused("the text holds a NUL byte".into());
    let entry = CString::new(source.entry).map_err(nul)?;
    let mut loaded = load(opened, &CString::new(ptx).map_err(nul)?);
    if let (Err(NotLoaded::TooNew(_)), Some(ptx)) = (&loaded, precompiled()) {
        // NVRTC is newer than the driver; what came compiled asks for little.
        loaded = load(opened, &CString::new(ptx).map_err(nul)?);
    }
    let module = loaded.map_err(|e| refused(e.to_string()))?;
    // SAFETY: the module is loaded.
    let function = unsafe { module::get_function(module.handle, entry) }
        .map_err(|e| refused(format!("cuModuleGetFunction(\"{}\"): {e}", source.entry)))?;
    // SAFETY: the function belongs to the loaded module.
    let most = unsafe {
        result::function::get_function_attribute(function, Attribute::CU_FUNC_ATTRIBUTE_MAX_THREADS_PER_BLOCK)
    }
    .map_err(|e| opened.failed("cuFuncGetAttribute", e))?;
    Ok(Arc::new(CudaProgram {
        function,
        entry: source.entry.into(),
        slots: source.written.len(),
        most: most.max(0) as u32,
        _module: module,
    }))
}

/// The text as PTX, by NVRTC where it is not PTX yet.
fn ptx(opened: &Opened, source: &Source<'_>) -> Result<String, Error> {
    if is_ptx(source.text) {
        return Ok(source.text.to_owned());
    }
    let (major, minor) =
        find::capability(opened.session.device).map_err(|e| opened.failed("cuDeviceGetAttribute", e))?;
    nvrtc::compiled(source.text, source.entry, &nvrtc::arch_for(major, minor)?, source.fast)
}

/// Why the driver's compiler did not take PTX, in its words.
#[derive(Debug, thiserror::Error)]
enum NotLoaded {
    #[error(
        "cuModuleLoadDataEx: {0}\nNVRTC is newer than the driver: update the driver, or let HOIST_NVRTC name the NVRTC of the driver's CUDA version"
    )]
    TooNew(String),
    #[error("cuModuleLoadDataEx: {0}")]
    Refused(String),
}

/// Loads PTX.
fn load(opened: &Opened, ptx: &CString) -> Result<Module, NotLoaded> {
    let mut log = vec![0u8; LOG_BYTES];
    let mut options = [Jit::CU_JIT_ERROR_LOG_BUFFER, Jit::CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES];
    // The driver reads a size as the bits of a pointer.
    let mut values = [log.as_mut_ptr().cast::<c_void>(), LOG_BYTES as *mut c_void];
    let mut handle = std::ptr::null_mut();
    // SAFETY: two options with a value each; `log` has the size that the second one states; the text ends with NUL.
    let loaded = unsafe {
        sys::cuModuleLoadDataEx(
            &mut handle,
            ptx.as_ptr().cast::<c_void>(),
            2,
            options.as_mut_ptr(),
            values.as_mut_ptr(),
        )
    };
    loaded.result().map_err(|e| {
        log.retain(|&b| b != 0);
        let words = format!("{}\n{}", find::words(&e), String::from_utf8_lossy(&log).trim_end());
        match e.0 {
            CUresult::CUDA_ERROR_UNSUPPORTED_PTX_VERSION => NotLoaded::TooNew(words),
            _ => NotLoaded::Refused(words),
        }
    })?;
    Ok(Module::own(&opened.session, handle))
}

/// Launches and waits: the times are the device's own.
pub(crate) fn launch(opened: &Opened, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes, Error> {
    let unsupported = |what: String, limit: String| Error::Unsupported {
        device: opened.info.id.clone(),
        what,
        limit,
    };
    let program = program
        .as_any()
        .downcast_ref::<CudaProgram>()
        .ok_or_else(|| Error::WrongDevice {
            what: "program".into(),
            is: "another device".into(),
            wanted: opened.info.id.clone(),
        })?;
    if bindings.len() != program.slots {
        return Err(unsupported(
            format!("{} bindings for kernel {}", bindings.len(), program.entry),
            format!("it has {} slots", program.slots),
        ));
    }
    if grid.work_group > program.most {
        return Err(unsupported(
            format!("work-groups of {} for kernel {}", grid.work_group, program.entry),
            format!("its registers allow {} items", program.most),
        ));
    }
    if grid.work_group == 0 || grid.groups.contains(&0) {
        return Ok(LaunchTimes {
            kernel: Duration::ZERO,
            device_clock: true,
        });
    }
    let mut addresses: Vec<CUdeviceptr> = bindings.iter().map(|m| opened.address(m)).collect::<Result<_, _>>()?;
    let mut arguments: Vec<*mut c_void> = addresses.iter_mut().map(|a| (a as *mut CUdeviceptr).cast()).collect();
    opened.enter()?;
    let [x, y, z] = grid.groups;
    let stamp = || Stamp::now(&opened.session).map_err(|e| opened.failed("cuEventRecord", e));
    let start = stamp()?;
    // SAFETY: the function is loaded, and each argument points at an address, as every slot of our kernels is a
    // pointer; the driver copies the arguments before it returns.
    unsafe {
        result::launch_kernel(
            program.function,
            (x, y, z),
            (grid.work_group, 1, 1),
            0,
            opened.session.stream,
            &mut arguments,
        )
    }
    .map_err(|e| opened.failed("cuLaunchKernel", e))?;
    let end = stamp()?;
    opened
        .session
        .wait()
        .map_err(|e| opened.failed("cuStreamSynchronize", e))?;
    let milliseconds = start.until(&end).map_err(|e| opened.failed("cuEventElapsedTime", e))?;
    Ok(LaunchTimes {
        kernel: Duration::from_secs_f64(f64::from(milliseconds.max(0.0)) / 1e3),
        device_clock: true,
    })
}

#[cfg(test)]
mod tests {
    use super::is_ptx;

    #[test]
    fn tells_ptx_from_c() {
        assert!(is_ptx("//\n// Generated\n\n.version 8.0\n.target sm_75"));
        assert!(!is_ptx("// .version\nextern \"C\" __global__ void f() {}"));
        assert!(!is_ptx(""));
    }
}
