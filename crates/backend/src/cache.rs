//! Compiled kernels on disk, so that a program's next start need not compile them.
//!
//! `HOIST_CACHE` names the folder; `off` turns the cache off. Without it the folder is `hoist` in the user's folder for
//! caches. A file holds the key that it was made for, whole, and is read only where that is the same: a key says all that
//! the result depends on, such as the text, the options and the compiler's version. What cannot be read or written is as if it
//! were not there.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::precompiled::fnv;

/// The environment variable that names the folder.
pub const FOLDER: &str = "HOIST_CACHE";
/// Begins a file; a change of its format changes it.
const MARK: &[u8; 8] = b"hoist\0c1";
/// More files than these are not kept: the oldest half goes.
const MOST: usize = 4096;

/// What `compile` gives, or gave before for the same key.
///
/// # Errors
/// Those of `compile`.
pub fn kept<E>(key: &str, compile: impl FnOnce() -> Result<String, E>) -> Result<String, E> {
    kept_in(folder(|name| std::env::var_os(name)).as_deref(), key, compile)
}

fn kept_in<E>(folder: Option<&Path>, key: &str, compile: impl FnOnce() -> Result<String, E>) -> Result<String, E> {
    let Some(folder) = folder else { return compile() };
    let path = folder.join(format!("{:016x}", fnv(0, key.bytes())));
    if let Some(text) = read(&path, key) {
        return Ok(text);
    }
    let text = compile()?;
    if let Err(e) = write(folder, &path, key, &text) {
        tracing::debug!("{}: {e}", path.display());
    }
    Ok(text)
}

/// Where the files are; none when there is no place for them.
fn folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name| variable(name).filter(|v| !v.is_empty());
    match set(FOLDER) {
        Some(name) if name == "off" => None,
        Some(name) => Some(name.into()),
        None if cfg!(windows) => Some(PathBuf::from(set("LOCALAPPDATA")?).join("hoist").join("cache")),
        None if cfg!(target_os = "macos") => Some(PathBuf::from(set("HOME")?).join("Library/Caches/hoist")),
        None => {
            let own = set("XDG_CACHE_HOME").map(PathBuf::from).filter(|p| p.is_absolute());
            own.or_else(|| Some(PathBuf::from(set("HOME")?).join(".cache")))
                .map(|p| p.join("hoist"))
        }
    }
}

/// A file's text, when it is whole and of that key.
fn read(path: &Path, key: &str) -> Option<String> {
    let mut bytes = vec![];
    fs::File::open(path).ok()?.read_to_end(&mut bytes).ok()?;
    let rest = bytes.strip_prefix(MARK)?;
    let (sum, rest) = rest.split_first_chunk::<8>()?;
    let text = std::str::from_utf8(rest.strip_prefix(key.as_bytes())?.strip_prefix(b"\0")?).ok()?;
    (fnv(0, text.bytes()) == u64::from_le_bytes(*sum)).then(|| text.to_owned())
}

/// Writes a file whole or not at all: others read it meanwhile, or write the same one.
fn write(folder: &Path, path: &Path, key: &str, text: &str) -> io::Result<()> {
    static WRITTEN: AtomicU32 = AtomicU32::new(0);
    make(folder)?;
    let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
    let new = path.with_extension(format!("{}-{number}", std::process::id()));
    let parts = [
        MARK,
        &fnv(0, text.bytes()).to_le_bytes(),
        key.as_bytes(),
        b"\0",
        text.as_bytes(),
    ];
    let written = fs::File::create(&new)
        .and_then(|mut file| parts.iter().try_for_each(|part| file.write_all(part)))
        .and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written?;
    make_room(folder)
}

/// Makes the folder, for its user alone: what is in it will run.
fn make(folder: &Path) -> io::Result<()> {
    let mut all = fs::DirBuilder::new();
    all.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut all, 0o700);
    all.create(folder)
}

/// Removes the oldest half of too many files.
fn make_room(folder: &Path) -> io::Result<()> {
    let mut all: Vec<_> = fs::read_dir(folder)?.filter_map(Result::ok).collect();
    if all.len() <= MOST {
        return Ok(());
    }
    all.sort_by_cached_key(|file| file.metadata().and_then(|m| m.modified()).ok());
    let oldest = all.iter().take(all.len() / 2);
    oldest
        .filter(|file| is_ours(&file.path()))
        .try_for_each(|file| fs::remove_file(file.path()))
}

/// Whether a file is of this cache, in a folder that a user may have named by mistake.
fn is_ours(path: &Path) -> bool {
    let mut mark = [0; MARK.len()];
    let whole = |mut file: fs::File| file.read_exact(&mut mark);
    fs::File::open(path).and_then(whole).is_ok() && mark == *MARK
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    /// A folder that is removed at the end.
    struct Own(PathBuf);
    impl Own {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("hoist-cache-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&folder);
            Own(folder)
        }
        fn files(&self) -> Vec<PathBuf> {
            let all = fs::read_dir(&self.0).expect("the cache made its folder");
            all.map(|f| f.expect("a file of it is listed").path()).collect()
        }
    }
    impl Drop for Own {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_key_is_compiled_once() {
        let own = Own::new("once");
        let compiled = Cell::new(0);
        let ask = |key: &str| {
            let compile = || {
                compiled.set(compiled.get() + 1);
                Ok::<_, ()>(format!("ptx of {key}"))
            };
            kept_in(Some(&own.0), key, compile)
        };
        for _ in 0..2 {
            assert_eq!(ask("a"), Ok("ptx of a".into()));
            assert_eq!(ask("b"), Ok("ptx of b".into()));
        }
        assert_eq!((compiled.get(), own.files().len()), (2, 2));
        assert_eq!(kept_in(None, "a", || Err("no folder")), Err("no folder"));
    }

    #[test]
    fn what_is_cut_changed_or_of_another_key_is_compiled_again() {
        let own = Own::new("changed");
        let ask = |says: &str| kept_in(Some(&own.0), "key", || Ok::<_, ()>(says.to_string())).expect("it compiles");
        assert_eq!((ask("one"), ask("two")), ("one".into(), "one".into()));
        let path = own.files().remove(0);
        let whole = fs::read(&path).expect("the file is there");
        for cut in 0..whole.len() {
            fs::write(&path, &whole[..cut]).expect("it can be written");
            assert_eq!(ask("again"), "again", "{cut} bytes");
        }
        for at in 0..whole.len() {
            let mut other = whole.clone();
            other[at] ^= 0x20;
            fs::write(&path, other).expect("it can be written");
            assert_eq!(ask("again"), "again", "byte {at}");
        }
        assert_eq!(own.files(), [path]);
    }

    #[test]
    fn an_error_is_not_kept() {
        let own = Own::new("error");
        assert_eq!(kept_in(Some(&own.0), "key", || Err("refused")), Err("refused"));
        assert_eq!(
            kept_in(Some(&own.0), "key", || Ok::<_, ()>("now".into())),
            Ok("now".into())
        );
    }

    #[test]
    fn a_folder_that_cannot_be_written_does_no_harm() {
        let own = Own::new("file");
        fs::write(&own.0, "a file where the folder would be").expect("it can be written");
        assert_eq!(
            kept_in(Some(&own.0), "key", || Ok::<_, ()>("text".into())),
            Ok("text".into())
        );
        fs::remove_file(&own.0).expect("it is still a file");
    }

    #[test]
    fn too_many_files_lose_the_oldest_of_the_cache() {
        let own = Own::new("many");
        make(&own.0).expect("a folder of one's own");
        fs::write(own.0.join("letter"), "not of the cache").expect("it can be written");
        for n in 0..MOST {
            fs::write(own.0.join(n.to_string()), MARK).expect("it can be written");
        }
        assert_eq!(
            kept_in(Some(&own.0), "key", || Ok::<_, ()>("text".into())),
            Ok("text".into())
        );
        let left = own.files();
        assert!(left.len() < MOST && left.len() >= MOST / 2, "{} files", left.len());
        assert!(left.iter().any(|f| f.ends_with("letter")));
        assert_eq!(kept_in(Some(&own.0), "key", || Err("gone")), Ok("text".into()));
    }

    #[test]
    fn the_folder_is_the_users() {
        let with = |all: &'static [(&str, &str)]| {
            folder(move |name| all.iter().find(|(n, _)| *n == name).map(|(_, v)| v.into()))
        };
        assert_eq!(with(&[(FOLDER, "off"), ("HOME", "/u")]), None);
        assert_eq!(with(&[(FOLDER, "/here"), ("HOME", "/u")]), Some("/here".into()));
        assert_eq!(with(&[]), None);
        if cfg!(all(unix, not(target_os = "macos"))) {
            assert_eq!(with(&[("HOME", "/u")]), Some("/u/.cache/hoist".into()));
            let both = [("HOME", "/u"), ("XDG_CACHE_HOME", "/c")];
            assert_eq!(with(Box::leak(Box::new(both))), Some("/c/hoist".into()));
        }
    }
}
