//! The CPU's modes, by name.

use hoist_cpu::{CpuConfig, CpuError, CpuFault, Isa};
use hoist_machine::{Launch, ScalarType};

use hoist_backend::backend::{DeviceInfo, Strictness};
use hoist_backend::error::{Error, Fault, Result};

use crate::device::{Device, unknown};

/// What may follow, for the error that lists names.
pub(crate) const NAMES: &[&str] = &[
    "cpu",
    "cpu:scalar",
    "cpu:simd",
    "cpu:simd=avx2",
    "cpu:simd=avx512",
    "cpu:simd=wide",
    "cpu:simd=scalar",
    "cpu:threads",
    "cpu:threads=N",
];

/// The configuration that a name stands for; `None` when it names no CPU.
pub(crate) fn parse(name: &str) -> Result<Option<CpuConfig>> {
    let Some(rest) = name.strip_prefix("cpu") else {
        return Ok(None);
    };
    let config = CpuConfig::default();
    let config = match rest {
        "" => config,
        ":scalar" => CpuConfig {
            isa: Some(Isa::Scalar),
            threads: Some(1),
            ..config
        },
        ":simd" => CpuConfig {
            threads: Some(1),
            ..config
        },
        ":threads" => CpuConfig {
            isa: Some(Isa::Scalar),
            ..config
        },
        _ => match rest.strip_prefix(":simd=").map(isa) {
            Some(Some(isa)) => CpuConfig {
                isa: Some(available(name, isa)?),
                threads: Some(1),
                ..config
            },
            Some(None) => return Err(unknown(name)),
            None => match rest.strip_prefix(":threads=").and_then(|n| n.parse::<usize>().ok()) {
                Some(n) if n > 0 => CpuConfig {
                    threads: Some(n),
                    ..config
                },
                _ => return Err(unknown(name)),
            },
        },
    };
    Ok(Some(config))
}

fn isa(name: &str) -> Option<Isa> {
    Some(match name {
        "scalar" => Isa::Scalar,
        "avx2" => Isa::Avx2,
        "avx512" => Isa::Avx512,
        "wide" => Isa::Wide,
        _ => return None,
    })
}

fn available(name: &str, isa: Isa) -> Result<Isa> {
    if isa.available() {
        return Ok(isa);
    }
    Err(missing(name, isa))
}

fn missing(name: &str, isa: Isa) -> Error {
    Error::Missing {
        api: name.into(),
        what: format!("the instruction set {}", isa.name()),
        hint: "open `cpu`, which picks what this machine has".into(),
    }
}

/// A CPU mode, in words and limits.
pub(crate) fn info(name: &str, config: &CpuConfig) -> DeviceInfo {
    let isa = config.isa.unwrap_or_else(Isa::best);
    let cores = std::thread::available_parallelism().map_or(1, |n| n.get());
    let threads = match config.threads {
        Some(1) => "1 thread".to_string(),
        Some(n) => format!("{n} threads"),
        None => format!("up to {cores} threads"),
    };
    DeviceInfo {
        id: name.into(),
        name: format!("CPU, {}, {threads}", isa.name()),
        api: "cpu",
        driver: format!("hoist {}", env!("CARGO_PKG_VERSION")),
        memory: 0,
        is_cpu: true,
        max_work_group: u32::MAX,
        max_rounds: None,
        max_shared_bytes: u32::MAX,
        max_groups: u32::MAX,
        max_binding_bytes: u64::MAX,
        max_bindings: u32::MAX,
        types: ScalarType::ALL.to_vec(),
        int64: true,
        fused: true,
        strict: Strictness::Strict,
    }
}

/// The modes that this machine can run.
pub(crate) fn all() -> Vec<DeviceInfo> {
    let names = NAMES.iter().filter(|n| !n.ends_with("=N"));
    names.filter_map(|n| Some(info(n, &parse(n).ok()??))).collect()
}

/// Runs a kernel on the CPU.
pub(crate) fn run<L: Launch>(config: &CpuConfig, device: &Device, call: L) -> Result<L::Ret> {
    let config = CpuConfig {
        strict: device.is_strict(),
        ..config.clone()
    };
    hoist_cpu::run(&config, call).map_err(|e| match e {
        CpuError::NotParallel { info, fact } => Error::NotParallel {
            kernel: info.kernel,
            line: info.line,
            fact: fact.into(),
        },
        CpuError::Fault(CpuFault {
            kind,
            kernel,
            file,
            line,
            column,
            text,
            index,
            len,
            iteration,
        }) => Error::Fault(Fault {
            kind,
            kernel,
            file,
            line,
            column,
            text,
            index,
            len,
            iteration,
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instruction_set_by_name_is_that_one_or_an_error() {
        for isa in [Isa::Scalar, Isa::Avx2, Isa::Avx512, Isa::Wide] {
            let name = format!("cpu:simd={}", isa.name());
            assert!(NAMES.contains(&name.as_str()), "{name}");
            match parse(&name) {
                Ok(config) => assert_eq!(config.and_then(|c| c.isa), Some(isa), "{name}"),
                Err(e) => {
                    assert!(!isa.available(), "{name}: {e}");
                    assert_eq!(e.to_string(), missing(&name, isa).to_string());
                }
            }
            let e = missing(&name, isa).to_string();
            assert!(e.contains(&name) && e.contains("open `cpu`"), "{e}");
        }
    }
}
