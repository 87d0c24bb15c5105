//! The C rivals: compiled here, twice, and loaded.

use crate::entry::{Array, Entry, Rules, Runs};
use crate::races::Race;
use std::ffi::{c_int, c_long, c_void};
use std::process::Command;
use std::sync::Arc;

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/c/rivals.c");

pub struct Libraries {
    all: Vec<(Rules, Arc<libloading::Library>)>,
    pub compiler: String,
    pub missing: Vec<String>,
}

fn version(compiler: &str) -> Option<String> {
    let out = Command::new(compiler).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    out.status
        .success()
        .then(|| text.lines().next().unwrap_or_default().to_string())
}

/// The C library's functions over arrays, by gcc, which knows its vectors; and what it is.
pub fn vectors() -> Result<(libloading::Library, String), String> {
    let about = version("gcc").ok_or("libmvec: gcc is not here")?;
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/c/math.c");
    let object = crate::scratch().join("math.so");
    let _ = std::fs::create_dir_all(crate::scratch());
    let made = Command::new("gcc")
        .args([
            "-O3",
            "-march=native",
            "-ffast-math",
            "-mprefer-vector-width=512",
            "-shared",
            "-fPIC",
            "-o",
        ])
        .arg(&object)
        .args([source, "-lmvec", "-lm"])
        .output()
        .map_err(|e| format!("gcc: {e}"))?;
    if !made.status.success() {
        return Err(format!(
            "gcc: {}",
            String::from_utf8_lossy(&made.stderr).lines().next().unwrap_or("failed")
        ));
    }
    // SAFETY: made above, of a source that runs nothing when it is loaded.
    let library = unsafe { libloading::Library::new(&object) }.map_err(|e| e.to_string())?;
    Ok((library, about))
}

impl Libraries {
    /// By clang, or gcc where there is none.
    pub fn build() -> Self {
        let mut it = Libraries {
            all: vec![],
            compiler: "no C compiler".into(),
            missing: vec![],
        };
        let Some((compiler, about)) = ["clang", "gcc"].iter().find_map(|c| Some((*c, version(c)?))) else {
            it.missing.push("C: neither clang nor gcc is here".into());
            return it;
        };
        if compiler == "gcc" {
            it.missing.push("clang is not here: gcc compiles the C".into());
        }
        it.compiler = about;
        let _ = std::fs::create_dir_all(crate::scratch());
        for (rules, name, more) in [
            (Rules::Strict, "strict", vec!["-ffp-contract=off", "-fno-math-errno"]),
            (Rules::Fast, "fast", vec!["-ffast-math", "-mprefer-vector-width=512"]),
        ] {
            let object = crate::scratch().join(format!("{name}.so"));
            let made = Command::new(compiler)
                .args(["-O3", "-march=native", "-fopenmp", "-shared", "-fPIC", "-o"])
                .arg(&object)
                .args(more)
                .args([SOURCE, "-lm"])
                .output();
            let log = match made {
                Ok(o) if o.status.success() => String::new(),
                Ok(o) => String::from_utf8_lossy(&o.stderr)
                    .lines()
                    .next()
                    .unwrap_or("failed")
                    .to_string(),
                Err(e) => e.to_string(),
            };
            if !log.is_empty() {
                it.missing.push(format!("C, {name}: {log}"));
                continue;
            }
            // SAFETY: the object was made above, of a source that runs nothing when it is loaded.
            match unsafe { libloading::Library::new(&object) } {
                Ok(library) => it.all.push((rules, Arc::new(library))),
                Err(e) => it.missing.push(format!("C, {name}: {e}")),
            }
        }
        it
    }

    pub fn entries(&self, race: &Race, threads: usize) -> Vec<Entry> {
        let short = self
            .compiler
            .split_whitespace()
            .find(|w| matches!(*w, "clang" | "gcc"))
            .unwrap_or("C");
        let all = self.all.iter().filter_map(|(rules, library)| {
            type Kernel = unsafe extern "C" fn(*mut *mut c_void, *const c_long);
            type Threads = unsafe extern "C" fn(c_int);
            // SAFETY: `rivals.c` declares them so.
            let (kernel, set): (Kernel, Threads) = unsafe {
                let kernel = *library.get::<Kernel>(format!("{}\0", race.name).as_bytes()).ok()?;
                (kernel, *library.get::<Threads>(b"set_threads\0").ok()?)
            };
            let (library, sizes) = (library.clone(), race.sizes.clone());
            let call = move |arrays: &mut [Array]| {
                let _ = &library;
                let sizes: Vec<c_long> = sizes.iter().map(|s| *s as c_long).collect();
                let mut pointers: Vec<*mut c_void> = arrays.iter_mut().map(Array::pointer).collect();
                // SAFETY: the arrays are those of `races.rs`, in its order, as long as its sizes say.
                unsafe {
                    set(threads as c_int);
                    kernel(pointers.as_mut_ptr(), sizes.as_ptr());
                }
            };
            Some(Entry {
                who: match rules {
                    Rules::Strict => short.to_string(),
                    Rules::Fast => format!("{short}, fast-math"),
                },
                rules: *rules,
                name: race.name,
                sizes: race.sizes.clone(),
                runs: Runs::Here {
                    arrays: crate::fresh(race),
                    call: Box::new(call),
                },
            })
        });
        all.collect()
    }
}
