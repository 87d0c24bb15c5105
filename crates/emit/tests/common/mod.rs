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
    let Some(ptxas) = in_pip("bin/ptxas") else {
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

/// Runs emitted CUDA C on the host: compiled by `c++` behind a shim, items one after the other.
/// Answers whether a compiler is there.
pub fn run_cuda_on_host(text: &str, entry: &str, groups: u32, workgroup: u32, args: &mut [*mut c_void]) -> bool {
    let slots: Vec<String> = (0..args.len()).map(|n| format!("(hoist_any){{a[{n}]}}")).collect();
    let driver = format!(
        "struct hoist_any {{ void* p; template <class T> operator T*() const {{ return (T*)p; }} }};\n\
         extern \"C\" void hoist_host_run(unsigned groups, unsigned wg, void** a) {{\n\
         for (unsigned g = 0; g < groups; g++) for (unsigned l = 0; l < wg; l++) {{ blockIdx.x = g; threadIdx.x = l; {entry}({}); }} }}\n",
        slots.join(", ")
    );
    let (source, object) = (scratch_file("cpp"), scratch_file("so"));
    std::fs::write(&source, format!("{SHIM}{text}{driver}")).unwrap();
    let made = Command::new("c++")
        .args([
            "-std=c++17",
            "-O1",
            "-w",
            "-fno-strict-aliasing",
            "-ffp-contract=off",
            "-shared",
            "-fPIC",
            "-o",
        ])
        .arg(&object)
        .arg(&source)
        .output();
    let Ok(made) = made else {
        skip("no c++");
        return false;
    };
    assert!(
        made.status.success(),
        "{}\n{text}",
        String::from_utf8_lossy(&made.stderr)
    );
    // SAFETY: the object was made above from text whose one entry is called with as many
    // pointers as it has arguments; the caller's buffers outlive the call.
    unsafe {
        let lib = libloading::Library::new(&object).unwrap();
        let run = lib
            .get::<unsafe extern "C" fn(u32, u32, *mut *mut c_void)>(b"hoist_host_run\0")
            .unwrap();
        run(groups, workgroup, args.as_mut_ptr());
    }
    let _ = std::fs::remove_file(source);
    let _ = std::fs::remove_file(object);
    true
}

/// What NVRTC knows by itself.
const SHIM: &str = r#"
#include <cmath>
#include <cstring>
#define __global__
#define __device__
#define __forceinline__ inline
#define __restrict__ __restrict
#define __launch_bounds__(n)
struct hoist_dim { unsigned x, y, z; };
static hoist_dim blockIdx, threadIdx;
static unsigned atomicCAS(unsigned* p, unsigned a, unsigned b) { unsigned o = *p; if (o == a) *p = b; return o; }
static float __fmaf_rn(float a, float b, float c) { return fmaf(a, b, c); }
static double __fma_rn(double a, double b, double c) { return fma(a, b, c); }
static float __fsqrt_rn(float a) { return sqrtf(a); }
static double __dsqrt_rn(double a) { return sqrt(a); }
static float rsqrtf(float a) { return 1.0f / sqrtf(a); }
static double rsqrt(double a) { return 1.0 / sqrt(a); }
template <class A, class B> static A hoist_pun(B b) { A a; memcpy(&a, &b, sizeof a); return a; }
static unsigned __float_as_uint(float a) { return hoist_pun<unsigned>(a); }
static float __uint_as_float(unsigned a) { return hoist_pun<float>(a); }
static long long __double_as_longlong(double a) { return hoist_pun<long long>(a); }
static double __longlong_as_double(long long a) { return hoist_pun<double>(a); }
static int __popc(unsigned a) { return __builtin_popcount(a); }
static int __popcll(unsigned long long a) { return __builtin_popcountll(a); }
static int __clz(int a) { return a ? __builtin_clz(a) : 32; }
static int __clzll(long long a) { return a ? __builtin_clzll(a) : 64; }
"#;
