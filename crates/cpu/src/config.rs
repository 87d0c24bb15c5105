//! Choosing instruction set and threads at run time.

use crate::exec::CpuCtx;
use crate::isa;
use crate::sink::CpuFault;
use hoist_machine::isa::Isa as _;
use hoist_machine::{Launch, LoopInfo};
use std::sync::OnceLock;

/// An instruction set by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Isa {
    Scalar,
    Avx2,
    Avx512,
    Wide,
}

impl Isa {
    /// Whether this machine, and this build, have it.
    pub fn available(self) -> bool {
        match self {
            Isa::Scalar | Isa::Wide => true,
            #[cfg(target_arch = "x86_64")]
            Isa::Avx2 => isa::Avx2::available(),
            #[cfg(target_arch = "x86_64")]
            Isa::Avx512 => isa::Avx512::available(),
            #[cfg(not(target_arch = "x86_64"))]
            Isa::Avx2 | Isa::Avx512 => false,
        }
    }
    /// As in `cpu:simd=name`.
    pub fn name(self) -> &'static str {
        match self {
            Isa::Scalar => "scalar",
            Isa::Avx2 => "avx2",
            Isa::Avx512 => "avx512",
            Isa::Wide => "wide",
        }
    }
    /// The fastest that is available.
    pub fn best() -> Self {
        static BEST: OnceLock<Isa> = OnceLock::new();
        *BEST.get_or_init(|| {
            let fast = [Isa::Avx512, Isa::Avx2];
            fast.into_iter().find(|i| i.available()).unwrap_or(Isa::Wide)
        })
    }
}

/// How the CPU runs a kernel.
#[derive(Clone, Debug, Default)]
pub struct CpuConfig {
    /// `None`: the best available.
    pub isa: Option<Isa>,
    /// `None`: the current rayon pool, or `HOIST_THREADS`.
    pub threads: Option<usize>,
    /// An unproved loop is an error instead of running serially.
    pub strict: bool,
}

/// Why a run stopped.
#[derive(Clone, Debug)]
pub enum CpuError {
    Fault(CpuFault),
    NotParallel {
        info: &'static LoopInfo,
        fact: &'static str,
    },
}

/// Runs a kernel.
///
/// # Errors
/// A fault, or under `strict` a loop that is not parallel for these arguments.
#[inline]
pub fn run<L: Launch>(config: &CpuConfig, launch: L) -> Result<L::Ret, CpuError> {
    match config.isa.unwrap_or_else(Isa::best) {
        Isa::Scalar => with::<isa::Scalar, L>(config, launch),
        #[cfg(target_arch = "x86_64")]
        Isa::Avx2 if Isa::Avx2.available() => with::<isa::Avx2, L>(config, launch),
        #[cfg(target_arch = "x86_64")]
        Isa::Avx512 if Isa::Avx512.available() => with::<isa::Avx512, L>(config, launch),
        _ => with::<isa::Wide, L>(config, launch),
    }
}

#[inline(never)]
fn with<I: hoist_machine::isa::Isa, L: Launch>(config: &CpuConfig, launch: L) -> Result<L::Ret, CpuError> {
    let mut ctx = CpuCtx::<I>::new(config);
    match launch.call(&mut ctx) {
        Ok(ret) => Ok(ret),
        Err(_) => Err(ctx.into_error()),
    }
}
