//! The compilers that stand in for devices, and how a missing one is counted.
#![allow(dead_code)]

use std::ffi::{CString, c_char, c_int, c_void};
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

static SERIAL: AtomicUsize = AtomicUsize::new(0);

/// Prints why a check did not run; fails where every tool is required.
pub fn skip(why: &str) {
    println!("skipped: {why}");
    assert!(
        std::env::var_os("HOIST_REQUIRE").is_none(),
        "HOIST_REQUIRE is set, and {why}"
    );
}

/// Parses and validates WGSL the way wgpu would.
pub fn check_wgsl(text: &str) {
    let module = naga::front::wgsl::parse_str(text).unwrap_or_else(|e| panic!("{}\n{text}", e.emit_to_string(text)));
    let caps = naga::valid::Capabilities::FLOAT64 | naga::valid::Capabilities::SHADER_INT64;
    if let Err(e) = naga::valid::Validator::new(naga::valid::ValidationFlags::all(), caps).validate(&module) {
        panic!("{}\n{text}", e.emit_to_string(text));
    }
}

/// A path below Python's site-packages, where pip puts NVIDIA's compilers.
fn in_pip(pattern: &str) -> Option<PathBuf> {
    let code = "import glob,sys,site\nfor p in site.getsitepackages()+[site.getusersitepackages()]:\n  for f in glob.glob(p+'/nvidia/**/'+sys.argv[1],recursive=True):\n    print(f); sys.exit()";
    let out = Command::new("python3").args(["-c", code, pattern]).output().ok()?;
    let path = String::from_utf8(out.stdout).ok()?;
    let path = path.trim();
    (!path.is_empty()).then(|| PathBuf::from(path))
}

/// Compiles CUDA C with NVRTC and its PTX with ptxas. Answers whether NVRTC is there.
pub fn check_cuda(text: &str) -> bool {
    let Some(path) = std::env::var_os("HOIST_NVRTC")
        .map(PathBuf::from)
        .or_else(|| in_pip("libnvrtc.so.1*"))
    else {
        skip("no NVRTC (pip install nvidia-cuda-nvrtc)");
        return false;
    };
    let ptx = nvrtc(&path, text).unwrap_or_else(|log| panic!("{log}\n{text}"));
    let named = std::env::var_os("HOIST_PTXAS").map(PathBuf::from);
    let Some(ptxas) = named.or_else(|| in_pip("bin/ptxas")) else {
        skip("no ptxas (pip install nvidia-cuda-nvcc)");
        return true;
    };
    let file = scratch_file("ptx");
    std::fs::write(&file, ptx).unwrap();
    for arch in ["sm_80", "sm_90"] {
        let out = Command::new(&ptxas)
            .args(["-v", "-arch", arch, "-o", "/dev/null"])
            .arg(&file)
            .output()
            .unwrap();
        assert!(
            out.status.success(),
            "ptxas {arch}: {}\n{text}",
            String::from_utf8_lossy(&out.stderr)
        );
    }
    let _ = std::fs::remove_file(file);
    true
}

fn nvrtc(path: &std::path::Path, text: &str) -> Result<Vec<u8>, String> {
    type Prog = *mut c_void;
    // SAFETY: NVRTC's library has no start-up code that asks anything of the caller; the
    // signatures below are those of nvrtc.h, and every pointer outlives its call.
    unsafe {
        let lib = libloading::Library::new(path).map_err(|e| e.to_string())?;
        macro_rules! f {
            ($name:literal, $t:ty) => {
                *lib.get::<$t>($name).map_err(|e| e.to_string())?
            };
        }
        let create = f!(
            b"nvrtcCreateProgram\0",
            unsafe extern "C" fn(
                *mut Prog,
                *const c_char,
                *const c_char,
                c_int,
                *const *const c_char,
                *const *const c_char,
            ) -> c_int
        );
        let compile = f!(
            b"nvrtcCompileProgram\0",
            unsafe extern "C" fn(Prog, c_int, *const *const c_char) -> c_int
        );
        let size = f!(b"nvrtcGetPTXSize\0", unsafe extern "C" fn(Prog, *mut usize) -> c_int);
        let get = f!(b"nvrtcGetPTX\0", unsafe extern "C" fn(Prog, *mut c_char) -> c_int);
        let log_size = f!(
            b"nvrtcGetProgramLogSize\0",
            unsafe extern "C" fn(Prog, *mut usize) -> c_int
        );
        let log_get = f!(
            b"nvrtcGetProgramLog\0",
            unsafe extern "C" fn(Prog, *mut c_char) -> c_int
        );
        let source = CString::new(text).unwrap();
        let mut prog: Prog = std::ptr::null_mut();
        if create(
            &mut prog,
            source.as_ptr(),
            c"kernel.cu".as_ptr(),
            0,
            std::ptr::null(),
            std::ptr::null(),
        ) != 0
        {
            return Err("nvrtcCreateProgram failed".into());
        }
        let options = [
            c"--gpu-architecture=compute_80",
            c"--fmad=false",
            c"--ftz=false",
            c"--prec-div=true",
            c"--prec-sqrt=true",
        ];
        let options: Vec<*const c_char> = options.iter().map(|o| o.as_ptr()).collect();
        let rc = compile(prog, options.len() as c_int, options.as_ptr());
        let mut n = 0usize;
        if rc != 0 {
            log_size(prog, &mut n);
            let mut log = vec![0u8; n];
            log_get(prog, log.as_mut_ptr().cast());
            return Err(String::from_utf8_lossy(&log).into_owned());
        }
        size(prog, &mut n);
        let mut ptx = vec![0u8; n];
        get(prog, ptx.as_mut_ptr().cast());
        ptx.truncate(n.saturating_sub(1));
        Ok(ptx)
    }
}

pub fn scratch_file(ext: &str) -> PathBuf {
    let n = SERIAL.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("hoist-emit-{}-{n}.{ext}", std::process::id()))
}
