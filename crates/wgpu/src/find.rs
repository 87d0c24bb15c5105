//! Which adapters there are, and what each can do.

use hoist_backend::Error;
use hoist_backend::backend::{DeviceInfo, Strictness};
use hoist_machine::ScalarType;
use wgpu::{Adapter, Backends, DeviceType, Features, Instance, InstanceDescriptor, InstanceFlags};

const HINT: &str =
    "install the Vulkan driver of your GPU, or `apt-get install libvulkan1 mesa-vulkan-drivers` to run on the CPU";
/// WGSL promises less than IEEE arithmetic.
pub(crate) const RELAXED: &str =
    "WGSL lets a driver contract, flush subnormals, assume no NaN, and round division within 2.5 ulp";

/// What we use of an adapter when it offers it.
pub(crate) const WANTED: Features = Features::SHADER_F64
    .union(Features::SHADER_INT64)
    .union(Features::SHADER_F16)
    .union(Features::TIMESTAMP_QUERY)
    .union(Features::PASSTHROUGH_SHADERS);

/// Every adapter, in wgpu's order: the order of `wgpu:n`. CPU adapters such as lavapipe count.
pub(crate) fn adapters() -> Result<Vec<Adapter>, Error> {
    let mut wanted = InstanceDescriptor::new_without_display_handle();
    wanted.backends = Backends::VULKAN | Backends::METAL | Backends::DX12;
    // The default in a debug build asks for validation layers, which a user's machine does not have.
    wanted.flags = InstanceFlags::empty();
    let instance = Instance::new(wanted);
    let mut found = pollster::block_on(instance.enumerate_adapters(Backends::all()));
    // Fault word, parameters, an input and an output: with fewer slots no kernel runs.
    found.retain(|a| a.limits().max_storage_buffers_per_shader_stage >= 4);
    if found.is_empty() {
        return Err(Error::Missing {
            api: crate::NAME.into(),
            what: "a Vulkan driver (the loader, or a device that it finds)".into(),
            hint: HINT.into(),
        });
    }
    Ok(found)
}

/// The devices in words and limits.
pub(crate) fn list() -> Result<Vec<DeviceInfo>, Error> {
    Ok(adapters()?.iter().enumerate().map(|(n, a)| describe(n, a)).collect())
}

/// The number of the adapter that `wgpu` without a number means.
pub(crate) fn best(found: &[Adapter]) -> usize {
    let rank = |a: &Adapter| match a.get_info().device_type {
        DeviceType::DiscreteGpu => 4,
        DeviceType::IntegratedGpu => 3,
        DeviceType::VirtualGpu => 2,
        DeviceType::Other => 1,
        DeviceType::Cpu => 0,
    };
    (0..found.len()).rev().max_by_key(|&n| rank(&found[n])).unwrap_or(0)
}

/// Adapter `n` in words and limits.
pub(crate) fn describe(n: usize, adapter: &Adapter) -> DeviceInfo {
    let info = adapter.get_info();
    let limits = adapter.limits();
    let features = adapter.features();
    let backend = format!("{:?}", info.backend).to_lowercase();
    DeviceInfo {
        id: format!("{}:{n}", crate::NAME),
        name: info.name,
        api: crate::NAME,
        driver: [backend, info.driver.clone(), info.driver_info]
            .join(" ")
            .trim()
            .to_owned(),
        // wgpu does not tell.
        memory: 0,
        is_cpu: info.device_type == DeviceType::Cpu,
        max_work_group: limits
            .max_compute_invocations_per_workgroup
            .min(limits.max_compute_workgroup_size_x),
        max_rounds: (info.driver == LLVMPIPE).then_some(ROUNDS),
        max_shared_bytes: limits.max_compute_workgroup_storage_size,
        max_groups: limits.max_compute_workgroups_per_dimension,
        max_binding_bytes: limits.max_storage_buffer_binding_size.min(limits.max_buffer_size),
        max_bindings: limits
            .max_storage_buffers_per_shader_stage
            .min(limits.max_bindings_per_bind_group)
            .min(limits.max_buffers_and_acceleration_structures_per_shader_stage),
        types: types(features),
        int64: features.contains(Features::SHADER_INT64),
        fused: true,
        strict: Strictness::Relaxed(RELAXED.into()),
    }
}

/// Mesa's software driver. An invocation's loops end there after 65,535 rounds in all, whatever they wait for
/// (`LP_MAX_TGSI_LOOP_ITERATIONS` in its sources). Half of them are left to loops that a text does not count: those that try
/// an atomic operation again.
const LLVMPIPE: &str = "llvmpipe";
const ROUNDS: u32 = 32_000;

fn types(features: Features) -> Vec<ScalarType> {
    use ScalarType::*;
    let mut types = vec![Bool, I8, U8, I16, U16, I32, U32, F16, BF16, F32];
    if features.contains(Features::SHADER_INT64) {
        types.extend([I64, U64, Usize]);
    }
    if features.contains(Features::SHADER_F64) {
        types.push(F64);
    }
    types
}
