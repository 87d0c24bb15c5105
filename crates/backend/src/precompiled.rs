//! Kernels that come compiled: what a driver crate loads where a text's compiler is not on the machine.
//!
//! A compiled text names, in its first line, the key of what it was compiled from: [`head`] writes that line and
//! [`find`] looks for it. So a kernel whose text has changed finds nothing, and the user is told what is missing.

use std::sync::{PoisonError, RwLock};

/// What begins a compiled text.
const MARK: &str = "// hoist precompiled ";

static REGISTERED: RwLock<Vec<(&str, &str)>> = RwLock::new(vec![]);

/// The key of a text: FNV-1a of it without its comments, which hold line numbers, and of how it is compiled.
pub fn key(text: &str, fast: bool) -> String {
    let code = text.lines().map(str::trim).filter(|l| !l.starts_with("//"));
    let bytes = code.flat_map(|line| line.bytes().chain([b'\n']));
    format!("{:016x}", fnv(u64::from(fast), bytes))
}

/// FNV-1a (Fowler, Noll, Vo), which keeps no secret.
pub(crate) fn fnv(seed: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.fold(0xcbf2_9ce4_8422_2325 ^ seed, add)
}

/// The first line of what `text` is compiled to.
pub fn head(text: &str, fast: bool) -> String {
    format!("{MARK}{}", key(text, fast))
}

fn key_of(compiled: &str) -> Option<&str> {
    compiled.lines().next()?.strip_prefix(MARK).map(str::trim)
}

/// Adds compiled texts; one without [`head`]'s line is never found.
pub fn register(compiled: &'static [&'static str]) {
    let mut all = REGISTERED.write().unwrap_or_else(PoisonError::into_inner);
    for text in compiled {
        if let Some(key) = key_of(text).filter(|k| all.iter().all(|(known, _)| known != k)) {
            all.push((key, text));
        }
    }
}

/// What `text` was compiled to, if that is here.
pub fn find(text: &str, fast: bool) -> Option<&'static str> {
    let all = REGISTERED.read().unwrap_or_else(PoisonError::into_inner);
    if all.is_empty() {
        return None;
    }
    let key = key(text, fast);
    all.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_not_part_of_a_text_and_the_rest_is() {
        let text = "// kernel k (a.rs:3)\nfloat f() {\n    // a.rs:4\n    return 1;\n}\n";
        assert_eq!(key(text, false), key(&text.replace(":4", ":9"), false));
        assert_ne!(key(text, false), key(&text.replace('1', "2"), false));
        assert_ne!(key(text, false), key(text, true));
    }

    #[test]
    fn what_is_registered_is_found_by_its_text() {
        let text = "int only_here;";
        assert_eq!(find(text, false), None);
        let compiled: &'static str = format!("{}\n.version 6.3\n", head(text, false)).leak();
        register(vec![compiled, "no head"].leak());
        assert_eq!(find(text, false), Some(compiled));
        assert_eq!(find(text, true), None);
    }
}
