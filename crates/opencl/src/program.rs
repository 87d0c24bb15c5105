//! Compiling text and launching it.

use std::any::Any;
use std::ptr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hoist_backend::Error;
use hoist_backend::backend::{Grid, LaunchTimes, Mem, Prog, Program as Compiled, Source};
use opencl3::kernel::Kernel;
use opencl3::memory::cl_mem;
use opencl3::program::Program;

use crate::device::Opened;

/// A built program and its one kernel.
pub(crate) struct ClProgram {
    /// Arguments are state of the kernel object, so one launch at a time sets them.
    kernel: Mutex<Kernel>,
    entry: String,
    slots: usize,
    /// Items of a work-group that this kernel's registers allow.
    most: usize,
}

impl Compiled for ClProgram {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// More options for the compiler, such as `-Werror`.
const MORE: &str = "HOIST_OPENCL_OPTIONS";

/// The platform whose optimiser takes items that wait for each other wrongly: of version 3.1 an element was read as it was two
/// barriers before. See `docs/decisions/015-groups.md`.
const POCL: &str = "Portable Computing Language";

/// The options of `clBuildProgram`.
fn options(opened: &Opened, fast: bool, text: &str) -> String {
    let mut options = String::from("-cl-std=CL1.2");
    if text.contains("barrier(") && opened.info.driver.starts_with(POCL) {
        options.push_str(" -cl-opt-disable");
    }
    if fast {
        options.push_str(" -cl-mad-enable");
    } else if opened.rounds_division {
        options.push_str(" -cl-fp32-correctly-rounded-divide-sqrt");
    }
    if let Ok(more) = std::env::var(MORE) {
        options.push(' ');
        options.push_str(more.trim());
    }
    options
}

/// Builds `source`; the build log goes into the error.
pub(crate) fn compile(opened: &Opened, source: &Source<'_>) -> Result<Prog, Error> {
    let refused = |log: String| Error::Compile {
        device: opened.info.id.clone(),
        kernel: source.entry.into(),
        log,
    };
    if source.text.contains('\0') || source.entry.contains('\0') {
        return Err(refused("the text holds a NUL byte".into()));
    }
    let device = opened.device.id();
    let mut program = Program::create_from_source(&opened.context, source.text)
        .map_err(|e| opened.failed("clCreateProgramWithSource", e))?;
    if let Err(e) = program.build(&[device], &options(opened, source.fast, source.text)) {
        let log = program.get_build_log(device).unwrap_or_default();
        return Err(refused(format!(
            "{e} ({})\n{}",
            e.0,
            log.trim_end_matches('\0').trim_end()
        )));
    }
    let kernel = Kernel::create(&program, source.entry)
        .map_err(|e| refused(format!("clCreateKernel(\"{}\"): {e} ({})", source.entry, e.0)))?;
    let declared = kernel.num_args().map_err(|e| opened.failed("clGetKernelInfo", e))? as usize;
    if declared != source.written.len() {
        return Err(refused(format!(
            "the function has {declared} arguments, {} slots are described",
            source.written.len()
        )));
    }
    let most = kernel
        .get_work_group_size(device)
        .map_err(|e| opened.failed("clGetKernelWorkGroupInfo", e))?;
    Ok(Arc::new(ClProgram {
        kernel: Mutex::new(kernel),
        entry: source.entry.into(),
        slots: declared,
        most,
    }))
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
        .downcast_ref::<ClProgram>()
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
    if grid.work_group as usize > program.most {
        return Err(unsupported(
            format!("work-groups of {} for kernel {}", grid.work_group, program.entry),
            format!("CL_KERNEL_WORK_GROUP_SIZE is {}", program.most),
        ));
    }
    if grid.work_group == 0 || grid.groups.contains(&0) {
        return Ok(LaunchTimes {
            kernel: Duration::ZERO,
            device_clock: true,
        });
    }
    let buffers: Vec<cl_mem> = bindings.iter().map(|m| opened.buffer(m)).collect::<Result<_, _>>()?;
    let items = [
        grid.groups[0] as usize * grid.work_group as usize,
        grid.groups[1] as usize,
        grid.groups[2] as usize,
    ];
    let group = [grid.work_group as usize, 1, 1];
    let event = {
        let kernel = program.kernel.lock().unwrap_or_else(|e| e.into_inner());
        for (n, buffer) in buffers.iter().enumerate() {
            // SAFETY: the argument is a `cl_mem`, as every slot of our kernels is a global pointer.
            unsafe { kernel.set_arg(n as u32, buffer) }.map_err(|e| opened.failed("clSetKernelArg", e))?;
        }
        // SAFETY: all arguments are set and alive until the wait below; sizes point at three numbers each.
        unsafe {
            opened
                .queue
                .enqueue_nd_range_kernel(kernel.get(), 3, ptr::null(), items.as_ptr(), group.as_ptr(), &[])
        }
        .map_err(|e| opened.failed("clEnqueueNDRangeKernel", e))?
    };
    event.wait().map_err(|e| opened.failed("clWaitForEvents", e))?;
    let start = event.profiling_command_start();
    let end = event.profiling_command_end();
    let (start, end) = (
        start.map_err(|e| opened.failed("clGetEventProfilingInfo", e))?,
        end.map_err(|e| opened.failed("clGetEventProfilingInfo", e))?,
    );
    Ok(LaunchTimes {
        kernel: Duration::from_nanos(end.saturating_sub(start)),
        device_clock: true,
    })
}
