//! WGSL as SPIR-V that keeps IEEE arithmetic.
//!
//! WGSL has no word against contraction or flushing, SPIR-V has: every float operation is decorated
//! `NoContraction`, which also keeps a driver from reassociating it and from dividing by a reciprocal, and the
//! float controls that the driver offers (`VK_KHR_shader_float_controls`) ask it to keep subnormals, NaN,
//! infinities and signed zeros. Emitted text checks its own indices and divisors, so naga adds no checks of its own.

use wgpu::naga;

/// What a driver offers of the float controls for 32 and 64 bits, in that order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Controls {
    pub preserve: [bool; 2],
    pub denormals: [bool; 2],
    pub to_even: [bool; 2],
}

/// Asks the driver; `None` where the device takes no SPIR-V.
#[cfg(not(any(target_vendor = "apple", target_arch = "wasm32")))]
pub(crate) fn controls(adapter: &wgpu::Adapter) -> Option<Controls> {
    use ash::vk;
    if !adapter.features().contains(wgpu::Features::PASSTHROUGH_SHADERS) {
        return None;
    }
    // SAFETY: the handles are used while `raw` keeps the adapter alive, for a query that changes nothing.
    unsafe {
        let raw = adapter.as_hal::<wgpu::hal::vulkan::Api>()?;
        let (instance, device) = (raw.shared_instance().raw_instance(), raw.raw_physical_device());
        if instance.get_physical_device_properties(device).api_version < vk::API_VERSION_1_2 {
            return Some(Controls::default());
        }
        let mut float = vk::PhysicalDeviceFloatControlsProperties::default();
        let mut all = vk::PhysicalDeviceProperties2::default().push_next(&mut float);
        instance.get_physical_device_properties2(device, &mut all);
        Some(Controls {
            preserve: [
                float.shader_signed_zero_inf_nan_preserve_float32 == vk::TRUE,
                float.shader_signed_zero_inf_nan_preserve_float64 == vk::TRUE,
            ],
            denormals: [
                float.shader_denorm_preserve_float32 == vk::TRUE,
                float.shader_denorm_preserve_float64 == vk::TRUE,
            ],
            to_even: [
                float.shader_rounding_mode_rte_float32 == vk::TRUE,
                float.shader_rounding_mode_rte_float64 == vk::TRUE,
            ],
        })
    }
}
#[cfg(any(target_vendor = "apple", target_arch = "wasm32"))]
pub(crate) fn controls(_: &wgpu::Adapter) -> Option<Controls> {
    None
}

/// The module, or what naga says of the text.
///
/// With `bounded` every loop counts its turns to 2^64: NVIDIA's compiler (580.159) leaves the test out of some nests
/// of loops that have no such counter, and they never end.
pub(crate) fn compile(text: &str, entry: &str, controls: Controls, bounded: bool) -> Result<Vec<u32>, String> {
    let module = naga::front::wgsl::parse_str(text).map_err(|e| e.emit_to_string(text))?;
    let mut validator = naga::valid::Validator::new(naga::valid::ValidationFlags::all(), capabilities());
    let info = validator.validate(&module).map_err(|e| e.emit_to_string(text))?;
    let unchecked = naga::proc::BoundsCheckPolicy::Unchecked;
    let options = naga::back::spv::Options {
        lang_version: (1, 3),
        flags: naga::back::spv::WriterFlags::empty(),
        bounds_check_policies: naga::proc::BoundsCheckPolicies {
            index: unchecked,
            buffer: unchecked,
            image_load: unchecked,
            binding_array: unchecked,
        },
        force_loop_bounding: bounded,
        emit_int_div_checks: false,
        ..Default::default()
    };
    let pipeline = naga::back::spv::PipelineOptions {
        shader_stage: naga::ShaderStage::Compute,
        entry_point: entry.into(),
    };
    let words = naga::back::spv::write_vec(&module, &info, &options, Some(&pipeline)).map_err(|e| e.to_string())?;
    Ok(strict(&words, controls))
}

fn capabilities() -> naga::valid::Capabilities {
    naga::valid::Capabilities::FLOAT64 | naga::valid::Capabilities::SHADER_INT64
}

// Numbers of the SPIR-V specification, sections 3.6, 3.20, 3.31 and 3.49.
const EXTENSION: u16 = 10;
const MEMORY_MODEL: u16 = 14;
const ENTRY_POINT: u16 = 15;
const EXECUTION_MODE: u16 = 16;
const CAPABILITY: u16 = 17;
const TYPES: std::ops::RangeInclusive<u16> = 19..=39;
const TYPE_FLOAT: u16 = 22;
const DECORATE: u16 = 71;
/// FNegate, FAdd, FSub, FMul, FDiv, FRem, FMod.
const FLOAT_OPERATIONS: [u16; 7] = [127, 129, 131, 133, 136, 140, 141];
const NO_CONTRACTION: u32 = 42;
const DENORM_PRESERVE: u32 = 4459;
const SIGNED_ZERO_INF_NAN_PRESERVE: u32 = 4461;
const ROUNDING_MODE_RTE: u32 = 4462;
const CAPABILITY_DENORM_PRESERVE: u32 = 4464;
const CAPABILITY_SIGNED_ZERO_INF_NAN_PRESERVE: u32 = 4466;
const CAPABILITY_ROUNDING_MODE_RTE: u32 = 4467;
const HEADER: usize = 5;

/// One instruction: its operation and its words.
fn instructions(words: &[u32]) -> impl Iterator<Item = (u16, &[u32])> {
    let mut rest = words.get(HEADER..).unwrap_or_default();
    std::iter::from_fn(move || {
        let first = *rest.first()?;
        let len = (first >> 16) as usize;
        if len == 0 || len > rest.len() {
            return None;
        }
        let (one, more) = rest.split_at(len);
        rest = more;
        Some((first as u16, one))
    })
}

fn instruction(out: &mut Vec<u32>, op: u16, operands: &[u32]) {
    out.push((operands.len() as u32 + 1) << 16 | u32::from(op));
    out.extend(operands);
}

/// The same module, held to IEEE arithmetic as far as `controls` go.
fn strict(words: &[u32], controls: Controls) -> Vec<u32> {
    let widths: Vec<u32> = instructions(words)
        .filter(|(op, _)| *op == TYPE_FLOAT)
        .map(|(_, i)| i[2])
        .collect();
    let entry = instructions(words)
        .find(|(op, _)| *op == ENTRY_POINT)
        .map_or(0, |(_, i)| i[2]);
    let all = [
        (
            controls.preserve,
            CAPABILITY_SIGNED_ZERO_INF_NAN_PRESERVE,
            SIGNED_ZERO_INF_NAN_PRESERVE,
        ),
        (controls.denormals, CAPABILITY_DENORM_PRESERVE, DENORM_PRESERVE),
        (controls.to_even, CAPABILITY_ROUNDING_MODE_RTE, ROUNDING_MODE_RTE),
    ];
    let mut modes = vec![];
    for (offered, capability, mode) in all {
        for (offered, width) in offered.into_iter().zip([32, 64]) {
            if offered && widths.contains(&width) {
                modes.push((capability, mode, width));
            }
        }
    }
    let mut out = words.get(..HEADER).unwrap_or_default().to_vec();
    let (mut in_capabilities, mut decorated) = (true, false);
    for (op, one) in instructions(words) {
        if in_capabilities && op != CAPABILITY {
            in_capabilities = false;
            let mut capabilities: Vec<u32> = modes.iter().map(|m| m.0).collect();
            capabilities.dedup();
            capabilities
                .iter()
                .for_each(|c| instruction(&mut out, CAPABILITY, &[*c]));
            if !modes.is_empty() {
                instruction(&mut out, EXTENSION, &literal("SPV_KHR_float_controls"));
            }
        }
        if TYPES.contains(&op) && !decorated {
            decorated = true;
            for (_, one) in instructions(words).filter(|(op, _)| FLOAT_OPERATIONS.contains(op)) {
                instruction(&mut out, DECORATE, &[one[2], NO_CONTRACTION]);
            }
        }
        out.extend(one);
        // The one entry point is followed by its execution modes.
        if op == ENTRY_POINT {
            for (_, mode, width) in &modes {
                instruction(&mut out, EXECUTION_MODE, &[entry, *mode, *width]);
            }
        }
        debug_assert!(op != MEMORY_MODEL || !in_capabilities);
    }
    out
}

/// A string as words, ended by a zero byte.
fn literal(text: &str) -> Vec<u32> {
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(text.len() / 4 * 4 + 4, 0);
    bytes
        .chunks_exact(4)
        .map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "
@group(0) @binding(0) var<storage, read_write> x: array<f32>;
@compute @workgroup_size(64)
fn f(@builtin(local_invocation_id) at: vec3<u32>) { x[at.x] = x[at.x] * 2.0 + 1.0 / x[0]; }";

    #[test]
    fn every_float_operation_is_decorated_once() {
        let words = compile(TEXT, "f", Controls::default(), false).expect("naga takes the text");
        let operations: Vec<u32> = instructions(&words)
            .filter(|(op, _)| FLOAT_OPERATIONS.contains(op))
            .map(|(_, i)| i[2])
            .collect();
        let decorated: Vec<u32> = instructions(&words)
            .filter(|(op, i)| *op == DECORATE && i[2] == NO_CONTRACTION)
            .map(|(_, i)| i[1])
            .collect();
        assert_eq!(operations.len(), 3);
        assert_eq!(operations, decorated);
    }

    #[test]
    fn controls_are_asked_for_only_where_offered() {
        let controls = Controls {
            preserve: [true, true],
            denormals: [true, false],
            to_even: [false; 2],
        };
        let words = compile(TEXT, "f", controls, false).expect("naga takes the text");
        let modes: Vec<&[u32]> = instructions(&words)
            .filter(|(op, i)| *op == EXECUTION_MODE && i[2] > 4000)
            .map(|(_, i)| &i[2..])
            .collect();
        assert_eq!(modes, [[SIGNED_ZERO_INF_NAN_PRESERVE, 32], [DENORM_PRESERVE, 32]]);
        let extension = literal("SPV_KHR_float_controls");
        assert!(instructions(&words).any(|(op, i)| op == EXTENSION && i[1..] == extension[..]));
        let order: Vec<u16> = instructions(&words).map(|(op, _)| op).collect();
        let last = order.iter().rposition(|op| *op == CAPABILITY);
        assert!(last < order.iter().position(|op| *op == EXTENSION));
    }

    #[test]
    fn a_wrong_text_is_an_error_in_nagas_words() {
        assert!(compile("fn f() { oops; }", "f", Controls::default(), false).is_err());
    }
}
