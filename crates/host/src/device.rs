//! Opening a device by name.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use hoist_cpu::CpuConfig;
use hoist_machine::Element;

use crate::buffer::Buffer;
use crate::launch::Made;
use crate::pool::Pool;
use crate::store::lock;
use crate::ticks::Ticks;
use crate::{check, cpu_names};
use hoist_backend::backend::{Api, Backend, DeviceInfo, Prog};
use hoist_backend::error::{Error, Result};

/// Where a device's time went since it was opened (or since [`Device::reset_profile`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Tracing, emitting and the driver's compiler.
    pub compile: Duration,
    /// The loops, by the device's clock where it has one; on a CPU, the whole call.
    pub kernel: Duration,
    /// Host to device.
    pub upload: Duration,
    /// Device to host.
    pub download: Duration,
    /// Loops launched.
    pub launches: u64,
    /// Loops that ran serially because a fact about the arguments did not hold.
    pub serial: u64,
}

/// A device behind a driver, and what was compiled for it.
pub(crate) struct Remote {
    pub(crate) backend: Arc<dyn Backend>,
    /// Compiled programs by text: the text says everything that the compiler sees.
    pub(crate) programs: Mutex<HashMap<String, Prog>>,
    /// The same by loop, as recorded; by its hash.
    pub(crate) made: Mutex<HashMap<u64, Vec<Made>>>,
    /// Memory of calls that have ended.
    pub(crate) pool: Pool,
    /// Kernels, with the types of their arguments, whose types the device has.
    pub(crate) typed: Mutex<HashSet<(usize, &'static str)>>,
}

enum Kind {
    Cpu(CpuConfig),
    Remote(Box<Remote>),
}

struct Inner {
    info: DeviceInfo,
    kind: Kind,
    profile: Mutex<Profile>,
    /// The part of it that is a CPU's kernels.
    ticks: Ticks,
}

/// A place to run kernels: a handle, cheap to clone.
///
/// ```
/// use hoist_host::Device;
/// let cpu = Device::open("cpu:threads=2")?;
/// assert!(Device::open("abacus").unwrap_err().to_string().contains("cpu:simd"));
/// # Ok::<(), hoist_host::Error>(())
/// ```
#[derive(Clone)]
pub struct Device {
    inner: Arc<Inner>,
    strict: bool,
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Device({})", self.name())
    }
}

impl Device {
    /// Opens a device: `cpu`, `cpu:scalar`, `cpu:simd`, `cpu:simd=avx2`, `cpu:threads=N`, `check`,
    /// `wgpu[:n]`, `opencl[:n]`, `cuda[:n]`. A family's devices are opened once in a process.
    pub fn open(name: &str) -> Result<Self> {
        let name = name.trim();
        if let Some(config) = cpu_names::parse(name)? {
            return Ok(Self::new(cpu_names::info(name, &config), Kind::Cpu(config)));
        }
        let (family, number) = match name.split_once(':') {
            None => (name, None),
            Some((family, n)) => (family, Some(n.parse::<usize>().map_err(|_| unknown(name))?)),
        };
        let Some(api) = apis().into_iter().find(|a| a.name == family) else {
            return Err(match family {
                "wgpu" | "opencl" | "cuda" => Error::Missing {
                    api: family.into(),
                    what: "support in this build (drivers were not looked for)".into(),
                    hint: format!("build with the Cargo feature `{family}`"),
                },
                _ => unknown(name),
            });
        };
        static OPEN: OnceLock<Mutex<HashMap<String, Device>>> = OnceLock::new();
        let mut open = lock(OPEN.get_or_init(Mutex::default));
        if let Some(device) = open.get(name) {
            return Ok(device.clone());
        }
        let device = Self::with_backend((api.open)(number)?);
        open.insert(name.into(), device.clone());
        Ok(device)
    }

    /// A device over a backend that the caller made.
    pub fn with_backend(backend: Arc<dyn Backend>) -> Self {
        let info = backend.info().clone();
        Self::new(
            info,
            Kind::Remote(Box::new(Remote {
                backend,
                programs: Mutex::default(),
                made: Mutex::default(),
                pool: Pool::default(),
                typed: Mutex::default(),
            })),
        )
    }

    fn new(info: DeviceInfo, kind: Kind) -> Self {
        Device {
            inner: Arc::new(Inner {
                info,
                kind,
                profile: Mutex::default(),
                ticks: Ticks::new(),
            }),
            strict: false,
        }
    }

    /// The device that `HOIST_DEVICE` names, else `cpu`.
    pub fn auto() -> Result<Self> {
        match std::env::var("HOIST_DEVICE") {
            Ok(name) if !name.trim().is_empty() => Self::open(&name),
            _ => Self::open("cpu"),
        }
    }

    /// Every device that can be opened here, by name.
    pub fn all() -> Vec<DeviceInfo> {
        Self::survey().into_iter().filter_map(|r| r.ok()).flatten().collect()
    }

    /// As [`Device::all`], family by family, with the reason where one has no device.
    pub fn survey() -> Vec<Result<Vec<DeviceInfo>>> {
        let mut all = vec![Ok(cpu_names::all())];
        all.extend(apis().iter().map(|api| (api.list)()));
        all
    }

    /// The same device, on which a loop that can't be shown to be parallel is an error instead of
    /// running serially.
    pub fn strict(&self) -> Self {
        Device {
            inner: self.inner.clone(),
            strict: true,
        }
    }
    /// Whether this is what [`Device::strict`] returned.
    pub fn is_strict(&self) -> bool {
        self.strict
    }
    /// The name that opens it.
    pub fn name(&self) -> &str {
        &self.inner.info.id
    }
    /// The device, in words and limits.
    pub fn info(&self) -> &DeviceInfo {
        &self.inner.info
    }

    /// Copies `data` to the device.
    pub fn upload<T: Element>(&self, data: &[T]) -> Result<Buffer<T>> {
        let mut buffer = self.zeros(data.len())?;
        buffer.upload_from(data)?;
        Ok(buffer)
    }
    /// `len` elements, all zero.
    pub fn zeros<T: Element>(&self, len: usize) -> Result<Buffer<T>> {
        Buffer::new(self, len)
    }
    /// Waits for everything that was given to the device's driver.
    pub fn synchronize(&self) -> Result<()> {
        match &self.inner.kind {
            Kind::Cpu(_) => Ok(()),
            Kind::Remote(r) => r.backend.synchronize(),
        }
    }

    /// Frees the device memory that calls leave for later ones: a driver takes long to give and to free some, so up to
    /// 1 GiB that slices, reductions and parameters were in are used again. Buffers are not among it: each is freed
    /// when it is dropped. Nothing to do on a CPU.
    ///
    /// ```
    /// hoist_host::Device::open("check")?.trim();
    /// # Ok::<(), hoist_host::Error>(())
    /// ```
    pub fn trim(&self) {
        if let Kind::Remote(r) = &self.inner.kind {
            r.pool.clear();
        }
    }

    /// Where the time went.
    pub fn profile(&self) -> Profile {
        let mut profile = *lock(&self.inner.profile);
        profile.kernel += self.inner.ticks.time();
        profile
    }
    /// Starts [`Device::profile`] again from zero.
    pub fn reset_profile(&self) {
        *lock(&self.inner.profile) = Profile::default();
        self.inner.ticks.reset();
    }
    pub(crate) fn ticks(&self) -> &Ticks {
        &self.inner.ticks
    }
    pub(crate) fn profile_with(&self, f: impl FnOnce(&mut Profile)) {
        f(&mut lock(&self.inner.profile));
    }
    /// Runs `f` and adds its time to a part of the profile.
    pub(crate) fn timed<R>(&self, part: impl FnOnce(&mut Profile) -> &mut Duration, f: impl FnOnce() -> R) -> R {
        let start = Instant::now();
        let out = f();
        self.profile_with(|p| *part(p) += start.elapsed());
        out
    }

    #[inline]
    pub(crate) fn remote(&self) -> Option<&Remote> {
        match &self.inner.kind {
            Kind::Cpu(_) => None,
            Kind::Remote(r) => Some(r),
        }
    }
    #[inline]
    pub(crate) fn cpu(&self) -> Option<&CpuConfig> {
        match &self.inner.kind {
            Kind::Cpu(c) => Some(c),
            Kind::Remote(_) => None,
        }
    }
    /// Whether one's memory is the other's: all CPU devices share this process's.
    pub(crate) fn shares_memory(&self, other: &Device) -> bool {
        match (&self.inner.kind, &other.inner.kind) {
            (Kind::Cpu(_), Kind::Cpu(_)) => true,
            (Kind::Remote(a), Kind::Remote(b)) => Arc::ptr_eq(&a.backend, &b.backend),
            _ => false,
        }
    }
}

fn registry() -> &'static Mutex<Vec<Api>> {
    static APIS: OnceLock<Mutex<Vec<Api>>> = OnceLock::new();
    APIS.get_or_init(|| {
        Mutex::new(vec![
            check::API,
            #[cfg(feature = "wgpu")]
            hoist_wgpu::api(),
            #[cfg(feature = "opencl")]
            hoist_opencl::api(),
            #[cfg(feature = "cuda")]
            hoist_cuda::api(),
        ])
    })
}

/// Makes a family of devices known to [`Device::open`]; it replaces one of the same name.
pub fn register(api: Api) {
    let mut apis = lock(registry());
    apis.retain(|a| a.name != api.name);
    apis.push(api);
}

fn apis() -> Vec<Api> {
    lock(registry()).clone()
}

pub(crate) fn unknown(name: &str) -> Error {
    let mut known: Vec<String> = cpu_names::NAMES.iter().map(|s| s.to_string()).collect();
    known.extend(apis().iter().map(|a| format!("{}[:n]", a.name)));
    Error::UnknownDevice {
        name: name.into(),
        known,
    }
}
