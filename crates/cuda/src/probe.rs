//! Whether the device's f32 arithmetic is what the compiler's options ask for.

use std::collections::HashMap;
use std::sync::Mutex;

use hoist_backend::Error;
use hoist_backend::backend::{Backend, Strictness};
use hoist_backend::{precompiled, probe};

use crate::device::Opened;

/// The probe's kernel.
pub const TEXT: &str = r#"
extern "C" __global__ void probe(const float* given, float* taken) {
    unsigned int i = blockIdx.x * blockDim.x + threadIdx.x;
    float a = given[3 * i], b = given[3 * i + 1], c = given[3 * i + 2];
    float product = a * b;
    taken[7 * i] = product + c;
    taken[7 * i + 1] = a / b;
    taken[7 * i + 2] = sqrtf(a);
    taken[7 * i + 3] = product;
    taken[7 * i + 4] = a + b;
    taken[7 * i + 5] = product != product ? 1.0f : 0.0f;
    taken[7 * i + 6] = fmaf(a, b, c);
}
"#;

/// [`TEXT`] compiled, for where NVRTC is not.
const COMPILED: &str = include_str!("../../../shaders/ptx/probe.ptx");

/// What a kernel on the device shows. Looked at once a process for each device.
pub(crate) fn strictness(opened: &Opened) -> Result<Strictness, Error> {
    static SEEN: Mutex<Option<HashMap<String, Strictness>>> = Mutex::new(None);
    let mut seen = SEEN.lock().unwrap_or_else(|e| e.into_inner());
    let seen = seen.get_or_insert_default();
    if let Some(known) = seen.get(&opened.info.id) {
        return Ok(known.clone());
    }
    precompiled::register(&[COMPILED]);
    let strict = match probe::look(opened as &dyn Backend, TEXT) {
        Ok(shown) if shown.is_empty() => Strictness::Strict,
        Ok(shown) => Strictness::Relaxed(format!("a probe shows {}", shown.join(", "))),
        Err(e) => return Err(e),
    };
    seen.insert(opened.info.id.clone(), strict.clone());
    Ok(strict)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_compiles() {
        match crate::compile_ptx(TEXT, "compute_75") {
            // One fused step is asked for, and none is made of the product and the sum.
            Ok(ptx) => assert!(
                ptx.contains(".entry probe(") && ptx.contains("sqrt.rn.f32") && ptx.matches("fma.rn.f32").count() == 1,
                "{ptx}"
            ),
            Err(e @ Error::Missing { .. }) => eprintln!("skipped (1): {e}"),
            Err(e) => panic!("{e}"),
        }
    }
}
