//! NVRTC: CUDA C to PTX.
//!
//! The library is looked for at the path in `HOIST_NVRTC`, then by its usual names wherever the
//! system's loader looks. It needs no GPU and no driver, so [`compile_ptx`] works on any machine that has it.

use std::ffi::{CStr, CString, OsString, c_char, c_int, c_void};
use std::ptr;
use std::sync::OnceLock;

use hoist_backend::{Error, cache};
use libloading::Library;

/// The environment variable that names the library.
const PATH: &str = "HOIST_NVRTC";
const HINT: &str = "`pip install nvidia-cuda-nvrtc` brings it; set HOIST_NVRTC to the libnvrtc.so of that package, or install the CUDA toolkit";
#[cfg(windows)]
const NAMES: [&str; 3] = ["nvrtc64_130_0.dll", "nvrtc64_120_0.dll", "nvrtc64_112_0.dll"];
#[cfg(not(windows))]
const NAMES: [&str; 4] = ["libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so.11.2", "libnvrtc.so"];

type Handle = *mut c_void;

/// The functions of the library that we call.
struct Nvrtc {
    create: unsafe extern "C" fn(
        *mut Handle,
        *const c_char,
        *const c_char,
        c_int,
        *const *const c_char,
        *const *const c_char,
    ) -> c_int,
    compile: unsafe extern "C" fn(Handle, c_int, *const *const c_char) -> c_int,
    destroy: unsafe extern "C" fn(*mut Handle) -> c_int,
    ptx_size: unsafe extern "C" fn(Handle, *mut usize) -> c_int,
    ptx: unsafe extern "C" fn(Handle, *mut c_char) -> c_int,
    log_size: unsafe extern "C" fn(Handle, *mut usize) -> c_int,
    log: unsafe extern "C" fn(Handle, *mut c_char) -> c_int,
    words: unsafe extern "C" fn(c_int) -> *const c_char,
    arch_count: unsafe extern "C" fn(*mut c_int) -> c_int,
    archs: unsafe extern "C" fn(*mut c_int) -> c_int,
    version: unsafe extern "C" fn(*mut c_int, *mut c_int) -> c_int,
    /// Keeps the functions above mapped.
    _library: Library,
}

/// The library, loaded once; `Err` says what was tried.
fn library() -> Result<&'static Nvrtc, Error> {
    static LOADED: OnceLock<Result<Nvrtc, String>> = OnceLock::new();
    LOADED.get_or_init(load).as_ref().map_err(|tried| Error::Missing {
        api: crate::NAME.into(),
        what: format!("NVRTC, NVIDIA's run-time compiler ({tried})"),
        hint: HINT.into(),
    })
}

fn named() -> Option<OsString> {
    std::env::var_os(PATH).filter(|p| !p.is_empty())
}

fn load() -> Result<Nvrtc, String> {
    if let Some(path) = named() {
        // SAFETY: the user named this library; its initialisers are NVIDIA's.
        let library = unsafe { Library::new(&path) }.map_err(|e| format!("{PATH}: {e}"))?;
        return Nvrtc::bind(library).map_err(|e| format!("{PATH}: {e}"));
    }
    for name in NAMES {
        // SAFETY: as above, by NVIDIA's own names.
        if let Ok(library) = unsafe { Library::new(name) } {
            return Nvrtc::bind(library).map_err(|e| format!("{name}: {e}"));
        }
    }
    Err(format!("looked for {}", NAMES.join(", ")))
}

impl Nvrtc {
    fn bind(library: Library) -> Result<Self, libloading::Error> {
        // SAFETY: the names and types are those of nvrtc.h, unchanged since CUDA 11.2; the library
        // moves into the result and outlives the pointers.
        unsafe {
            Ok(Nvrtc {
                create: *library.get(b"nvrtcCreateProgram")?,
                compile: *library.get(b"nvrtcCompileProgram")?,
                destroy: *library.get(b"nvrtcDestroyProgram")?,
                ptx_size: *library.get(b"nvrtcGetPTXSize")?,
                ptx: *library.get(b"nvrtcGetPTX")?,
                log_size: *library.get(b"nvrtcGetProgramLogSize")?,
                log: *library.get(b"nvrtcGetProgramLog")?,
                words: *library.get(b"nvrtcGetErrorString")?,
                arch_count: *library.get(b"nvrtcGetNumSupportedArchs")?,
                archs: *library.get(b"nvrtcGetSupportedArchs")?,
                version: *library.get(b"nvrtcVersion")?,
                _library: library,
            })
        }
    }

    fn words(&self, code: c_int) -> String {
        // SAFETY: the library returns a static string for any code.
        let words = unsafe { (self.words)(code) };
        if words.is_null() {
            return format!("NVRTC error {code}");
        }
        // SAFETY: checked above; the string is static and ends with NUL.
        unsafe { CStr::from_ptr(words) }.to_string_lossy().into_owned()
    }

    /// A text that the library hands out as a size and a copy.
    fn text(
        &self,
        program: Handle,
        size: unsafe extern "C" fn(Handle, *mut usize) -> c_int,
        copy: unsafe extern "C" fn(Handle, *mut c_char) -> c_int,
    ) -> Result<String, String> {
        let mut bytes = 0;
        // SAFETY: `program` is alive: its owner is on the caller's stack.
        self.done(unsafe { size(program, &mut bytes) })?;
        let mut text = vec![0u8; bytes];
        // SAFETY: `text` holds as many bytes as the library said it needs.
        self.done(unsafe { copy(program, text.as_mut_ptr().cast()) })?;
        text.retain(|&b| b != 0);
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    fn done(&self, code: c_int) -> Result<(), String> {
        if code == 0 { Ok(()) } else { Err(self.words(code)) }
    }

    /// The version, in words; none where the library does not say.
    fn version(&self) -> Option<String> {
        let (mut major, mut minor) = (0, 0);
        // SAFETY: two numbers are written.
        let said = unsafe { (self.version)(&mut major, &mut minor) };
        self.done(said).ok()?;
        Some(format!("NVRTC {major}.{minor}"))
    }

    /// The numbers of the architectures that the library compiles for, ascending.
    fn archs(&self) -> Result<Vec<c_int>, String> {
        let mut count = 0;
        // SAFETY: one number is written.
        self.done(unsafe { (self.arch_count)(&mut count) })?;
        let mut archs = vec![0; count.max(0) as usize];
        // SAFETY: `archs` holds as many numbers as the library said it writes.
        self.done(unsafe { (self.archs)(archs.as_mut_ptr()) })?;
        archs.sort_unstable();
        Ok(archs)
    }
}

/// A program object of the library.
struct Source {
    nvrtc: &'static Nvrtc,
    handle: Handle,
}

impl Drop for Source {
    fn drop(&mut self) {
        // SAFETY: created by the library and destroyed once.
        unsafe { (self.nvrtc.destroy)(&mut self.handle) };
    }
}

/// Compiles CUDA C to PTX for `arch`, such as `compute_75`, with IEEE arithmetic: no contraction, subnormals
/// kept, division and square root rounded correctly. No GPU is needed.
pub fn compile_ptx(text: &str, arch: &str) -> Result<String, Error> {
    compile(text, "kernel", arch, false)
}

/// [`compile_ptx`] for `#[kernel(fast)]`: a product and a sum may become one step.
pub fn compile_fast_ptx(text: &str, arch: &str) -> Result<String, Error> {
    compile(text, "kernel", arch, true)
}

fn options(arch: &str, fast: bool) -> [String; 5] {
    [
        format!("--gpu-architecture={arch}"),
        format!("--fmad={fast}"),
        "--ftz=false".into(),
        "--prec-div=true".into(),
        "--prec-sqrt=true".into(),
    ]
}

/// [`compile`], or what it gave in an earlier run: the library keeps nothing.
pub(crate) fn compiled(text: &str, kernel: &str, arch: &str, fast: bool) -> Result<String, Error> {
    let compile = || compile(text, kernel, arch, fast);
    match library()?.version() {
        Some(version) => cache::kept(
            &format!("{version} {}{}\n{text}", file(), options(arch, fast).join(" ")),
            compile,
        ),
        None => compile(),
    }
}

/// The library's file, where the user named it, by its length and time: a version has several builds.
fn file() -> String {
    let about = |path: OsString| {
        let file = std::fs::metadata(&path).ok()?;
        Some(format!("{} {} {:?} ", path.display(), file.len(), file.modified().ok()))
    };
    named().and_then(about).unwrap_or_default()
}

/// [`compile_ptx`] with the kernel's name for the error; `fast` allows contraction.
pub(crate) fn compile(text: &str, kernel: &str, arch: &str, fast: bool) -> Result<String, Error> {
    let nvrtc = library()?;
    let words = options(arch, fast);
    let refused = |log: String| Error::Compile {
        device: "NVRTC".into(),
        kernel: kernel.into(),
        log,
    };
    let nul = |_| refused("the text holds a NUL byte".into());
    let options: Vec<CString> = words
        .into_iter()
        .map(CString::new)
        .collect::<Result<_, _>>()
        .map_err(nul)?;
    let pointers: Vec<*const c_char> = options.iter().map(|o| o.as_ptr()).collect();
    let text = CString::new(text).map_err(nul)?;
    let name = CString::new(format!("{kernel}.cu")).map_err(nul)?;
    let mut handle = ptr::null_mut();
    // SAFETY: both strings end with NUL and outlive the program; there are no headers.
    let created = unsafe { (nvrtc.create)(&mut handle, text.as_ptr(), name.as_ptr(), 0, ptr::null(), ptr::null()) };
    nvrtc.done(created).map_err(refused)?;
    let source = Source { nvrtc, handle };
    // SAFETY: the program is alive, and so are the options.
    let compiled = unsafe { (nvrtc.compile)(source.handle, pointers.len() as c_int, pointers.as_ptr()) };
    if let Err(e) = nvrtc.done(compiled) {
        let log = nvrtc.text(source.handle, nvrtc.log_size, nvrtc.log).unwrap_or_default();
        return Err(refused(format!("{e}\n{}", log.trim_end())));
    }
    nvrtc.text(source.handle, nvrtc.ptx_size, nvrtc.ptx).map_err(refused)
}

/// The architecture to compile for on a device of compute capability `major.minor`: the newest that the
/// library knows and the device runs (a device runs PTX of every earlier one).
pub(crate) fn arch_for(major: i32, minor: i32) -> Result<String, Error> {
    let archs = library()?.archs().map_err(|log| Error::Driver {
        device: "NVRTC".into(),
        call: "nvrtcGetSupportedArchs".into(),
        log,
    })?;
    let device = major * 10 + minor;
    let arch = archs
        .iter()
        .rev()
        .find(|&&a| a <= device)
        .ok_or_else(|| Error::Unsupported {
            device: "NVRTC".into(),
            what: format!("compute capability {major}.{minor}"),
            limit: format!(
                "the oldest that it compiles for is {:?}; an older NVRTC would do",
                archs.first()
            ),
        })?;
    Ok(format!("compute_{arch}"))
}
