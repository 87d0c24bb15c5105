//! What the device's f32 arithmetic shows. WGSL leaves contraction and flushing to the driver, so a clean look
//! makes a device strict only where its programs are SPIR-V that forbids both.

use std::collections::HashMap;
use std::sync::Mutex;

use hoist_backend::Error;
use hoist_backend::backend::{Backend, Strictness};
use hoist_backend::probe;
use hoist_machine::ScalarType;

use crate::device::{Opened, lock};

const TEXT: &str = r"
@group(0) @binding(0) var<storage, read> given: array<f32>;
@group(0) @binding(1) var<storage, read_write> taken: array<f32>;

@compute @workgroup_size(64)
fn probe(@builtin(global_invocation_id) at: vec3<u32>) {
    let i = at.x;
    let a = given[3u * i];
    let b = given[3u * i + 1u];
    let c = given[3u * i + 2u];
    let product = a * b;
    taken[7u * i] = product + c;
    taken[7u * i + 1u] = a / b;
    taken[7u * i + 2u] = sqrt(a);
    taken[7u * i + 3u] = product;
    taken[7u * i + 4u] = a + b;
    taken[7u * i + 5u] = select(0.0, 1.0, (bitcast<u32>(product) & 0x7fffffffu) > 0x7f800000u);
    taken[7u * i + 6u] = fma(a, b, c);
}
";

/// What is not promised, and what a kernel on the device shows; then whether its
/// fused multiply-add rounds once. Looked at once a process for each device.
pub(crate) fn strictness(opened: &Opened) -> Result<(Strictness, bool), Error> {
    static SEEN: Mutex<Option<HashMap<String, (Strictness, bool)>>> = Mutex::new(None);
    let mut seen = lock(&SEEN);
    let seen = seen.get_or_insert_default();
    if let Some(known) = seen.get(&opened.info.id) {
        return Ok(known.clone());
    }
    let mut shown = probe::look(opened as &dyn Backend, TEXT)?;
    let fused = !shown.contains(&probe::FUSED);
    if opened.info.int64 && opened.info.has(ScalarType::F64) {
        // Emitted text then computes it from sums and products.
        shown.retain(|what| *what != probe::FUSED);
    }
    let all = shown.join(", ");
    let strict = match (opened.spirv, shown.is_empty()) {
        (Some(_), true) => Strictness::Strict,
        (Some(_), false) => Strictness::Relaxed(format!("with SPIR-V held to IEEE, a probe still shows {all}")),
        (None, true) => Strictness::Relaxed(format!("{}; a probe shows nothing relaxed", crate::find::RELAXED)),
        (None, false) => Strictness::Relaxed(format!("{}; a probe shows {all}", crate::find::RELAXED)),
    };
    seen.insert(opened.info.id.clone(), (strict.clone(), fused));
    Ok((strict, fused))
}
