//! Elements as bytes.

use hoist_machine::{Elem, ScalarType};

/// The bytes of one element, as every device stores it.
pub(crate) fn scalar_bytes<T: Elem>(v: T) -> Vec<u8> {
    v.to_bits64().to_le_bytes()[..size_of::<T>()].to_vec()
}

/// `n` elements, all zero.
pub(crate) fn zeros<T: Elem>(n: usize) -> Vec<T> {
    vec![T::default(); n]
}

/// Makes bytes that come from a device into valid elements: a `bool` is 0 or 1.
pub(crate) fn normalise<T: Elem>(bytes: &mut [u8]) {
    if T::SCALAR == ScalarType::Bool {
        bytes.iter_mut().for_each(|b| *b = (*b != 0) as u8);
    }
}

/// One element from its bytes on a device.
pub(crate) fn from_bytes<T: Elem>(bytes: &[u8]) -> T {
    let mut all = [0u8; 8];
    all[..bytes.len()].copy_from_slice(bytes);
    normalise::<T>(&mut all);
    T::from_bits64(u64::from_le_bytes(all))
}

/// 1, or `true`.
pub(crate) fn one<T: Elem>() -> T {
    T::from_bits64(match T::SCALAR {
        ScalarType::F16 => 0x3c00,
        ScalarType::BF16 => 0x3f80,
        ScalarType::F32 => 1f32.to_bits() as u64,
        ScalarType::F64 => 1f64.to_bits(),
        _ => 1,
    })
}
