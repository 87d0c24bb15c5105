//! Whether the device's f32 arithmetic is what it says.

use std::collections::HashMap;
use std::sync::Mutex;

use hoist_backend::Error;
use hoist_backend::backend::{Backend, Strictness};
use hoist_backend::probe;

use crate::device::Opened;

const TEXT: &str = r"
#pragma OPENCL FP_CONTRACT OFF
__kernel void probe(__global const float* given, __global float* taken) {
    size_t i = get_global_id(0);
    float a = given[3 * i], b = given[3 * i + 1], c = given[3 * i + 2];
    float product = a * b;
    taken[7 * i] = product + c;
    taken[7 * i + 1] = a / b;
    taken[7 * i + 2] = sqrt(a);
    taken[7 * i + 3] = product;
    taken[7 * i + 4] = a + b;
    taken[7 * i + 5] = product != product ? 1.0f : 0.0f;
    taken[7 * i + 6] = fma(a, b, c);
}
";

/// What the device says of itself, and what a kernel on it shows. Looked at once a process for each device.
pub(crate) fn strictness(opened: &Opened) -> Result<Strictness, Error> {
    static SEEN: Mutex<Option<HashMap<String, Strictness>>> = Mutex::new(None);
    let mut seen = SEEN.lock().unwrap_or_else(|e| e.into_inner());
    let seen = seen.get_or_insert_default();
    if let Some(known) = seen.get(&opened.info.id) {
        return Ok(known.clone());
    }
    let mut relaxed = match &opened.info.strict {
        Strictness::Strict => Vec::new(),
        Strictness::Relaxed(said) => vec![format!("the driver disclaims {said}")],
    };
    let shown = probe::look(opened as &dyn Backend, TEXT)?;
    if !shown.is_empty() {
        relaxed.push(format!("a probe shows {}", shown.join(", ")));
    }
    let strict = if relaxed.is_empty() {
        Strictness::Strict
    } else {
        Strictness::Relaxed(relaxed.join("; "))
    };
    seen.insert(opened.info.id.clone(), strict.clone());
    Ok(strict)
}
