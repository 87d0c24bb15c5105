//! What a driver crate implements: memory, transfers, programs and launches of one device.
//!
//! A backend knows nothing of kernels. It is given text in its own language and a list of
//! buffers; everything a launch needs (parameters, the fault word, partial reductions) comes as
//! one more buffer, in the order of the slots that the text declares.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use hoist_machine::ScalarType;

use crate::error::Error;

/// The language that a device is given, or a view of it for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// WebGPU's language.
    Wgsl,
    /// OpenCL C 1.2.
    OpenCl,
    /// CUDA C++, for NVRTC; includes no header.
    Cuda,
    /// The assembly that NVIDIA's driver compiles; needs a compiler, so only the CUDA crate makes it.
    Ptx,
    /// hoist's own intermediate form.
    Ir,
    /// What `explain()` prints.
    Explain,
}

/// How closely a device follows IEEE arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// The plain call's bits for exact kernels.
    Strict,
    /// Something is not as written; the text says what ("contraction, subnormals").
    Relaxed(String),
}

/// One device, in words and limits.
#[derive(Clone, Debug)]
pub struct DeviceInfo {
    /// The name that opens it: `wgpu:0`.
    pub id: String,
    /// The device's own name.
    pub name: String,
    /// `cpu`, `wgpu`, `opencl`, `cuda`, `check`.
    pub api: &'static str,
    /// The driver and its version, or what stands in for it.
    pub driver: String,
    /// Bytes of memory, 0 where unknown.
    pub memory: u64,
    /// Whether this is a processor rather than an accelerator.
    pub is_cpu: bool,
    /// Items in a work-group at most.
    pub max_work_group: u32,
    /// Bytes that the items of a work-group share at most.
    pub max_shared_bytes: u32,
    /// Rounds of all loops that an item goes through at most, where the driver ends them there without a word.
    pub max_rounds: Option<u32>,
    /// Work-groups at most in the first dimension; the second allows at least as many, up to 65,535.
    pub max_groups: u32,
    /// Bytes of one binding at most.
    pub max_binding_bytes: u64,
    /// Buffers that one launch binds at most, all slots counted.
    pub max_bindings: u32,
    /// Element types that emitted text may use.
    pub types: Vec<ScalarType>,
    /// Whether indices may be computed in native 64-bit integers.
    pub int64: bool,
    /// Whether its fused multiply-add rounds once; else emitted text computes it another way.
    pub fused: bool,
    /// How closely it follows IEEE arithmetic.
    pub strict: Strictness,
}

impl DeviceInfo {
    /// Whether emitted text may use `t`.
    pub fn has(&self, t: ScalarType) -> bool {
        self.types.contains(&t)
    }
    /// The types that it lacks.
    pub fn lacks(&self) -> Vec<ScalarType> {
        ScalarType::ALL.into_iter().filter(|t| !self.has(*t)).collect()
    }
}

/// Memory of one backend; a backend gets its own type back with [`Memory::as_any`].
pub trait Memory: Send + Sync + Any {
    /// Bytes that were asked for, rounded up to 4.
    fn bytes(&self) -> usize;
    /// For the backend that made it: `mem.as_any().downcast_ref::<MyMemory>()`.
    fn as_any(&self) -> &dyn Any;
}
/// Device memory, freed with its last owner.
pub type Mem = Arc<dyn Memory>;

/// A compiled program of one backend.
pub trait Program: Send + Sync + Any {
    /// For the backend that made it.
    fn as_any(&self) -> &dyn Any;
    /// Items that a work-group may have, as far as this program's registers and local memory go.
    fn max_work_group(&self) -> u32 {
        u32::MAX
    }
}
/// A compiled program.
pub type Prog = Arc<dyn Program>;

/// Text for [`Backend::compile`].
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// In the language of [`Backend::target`].
    pub text: &'a str,
    /// The kernel function's name.
    pub entry: &'a str,
    /// For each slot, whether the text writes it. Slot `n` is `@group(0) @binding(n)` in WGSL, all
    /// storage buffers, and argument `n` of the kernel function in OpenCL C and CUDA C.
    pub written: &'a [bool],
    /// `#[kernel(fast)]`: the compiler may contract and approximate.
    pub fast: bool,
}

/// The shape of a launch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Work-groups in each dimension; none is 0.
    pub groups: [u32; 3],
    /// Items of a work-group (in the first dimension), as the text states it.
    pub work_group: u32,
}

/// What a launch took, by the device's own clock where it has one.
#[derive(Clone, Copy, Debug, Default)]
pub struct LaunchTimes {
    /// Time on the device.
    pub kernel: Duration,
    /// Whether `kernel` comes from the device's timestamps rather than the host's clock.
    pub device_clock: bool,
}

/// One opened device. Calls may come from any thread; they take effect in the order of the calls,
/// and each returns when its effect is there, except that [`Backend::write`], [`Backend::copy`],
/// [`Backend::fill`] and [`Backend::launch`] may return early as long as later calls see it.
///
/// Offsets and lengths are in bytes, need no alignment, and lie inside the memory: the host side
/// checks that. A backend rounds sizes up to 4 itself where its API wants that.
pub trait Backend: Send + Sync {
    /// The device, in words and limits.
    fn info(&self) -> &DeviceInfo;
    /// The language that [`Backend::compile`] takes.
    fn target(&self) -> Target;
    /// `bytes` of memory, zeroed; `bytes` may be 0 (allocate at least 16).
    fn alloc(&self, bytes: usize) -> Result<Mem, Error>;
    /// Host to device.
    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<(), Error>;
    /// Device to host; waits for everything before it.
    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<(), Error>;
    /// Device to device; the ranges do not overlap.
    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, bytes: usize) -> Result<(), Error>;
    /// Repeats `pattern` (1, 2, 4 or 8 bytes) over `bytes`, a multiple of its length.
    fn fill(&self, to: &Mem, offset: usize, bytes: usize, pattern: &[u8]) -> Result<(), Error> {
        const CHUNK: usize = 1 << 20;
        let chunk: Vec<u8> = pattern.iter().copied().cycle().take(bytes.min(CHUNK)).collect();
        let mut done = 0;
        while done < bytes {
            let n = (bytes - done).min(CHUNK);
            self.write(to, offset + done, &chunk[..n])?;
            done += n;
        }
        Ok(())
    }
    /// Compiles text; what the compiler says when it refuses goes into [`Error::Compile`].
    fn compile(&self, source: &Source<'_>) -> Result<Prog, Error>;
    /// Launches `program` with `bindings[n]` in slot `n`.
    fn launch(&self, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes, Error>;
    /// Waits for everything.
    fn synchronize(&self) -> Result<(), Error>;
}

/// One family of devices, as a driver crate offers it.
#[derive(Clone, Copy)]
pub struct Api {
    /// The name in front of the colon: `wgpu`.
    pub name: &'static str,
    /// Opens device `n`, or the best one.
    pub open: fn(Option<usize>) -> Result<Arc<dyn Backend>, Error>,
    /// Lists the devices that [`Api::open`] would open; an error says what is missing.
    pub list: fn() -> Result<Vec<DeviceInfo>, Error>,
}
