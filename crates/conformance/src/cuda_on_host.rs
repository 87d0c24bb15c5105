//! A device that compiles CUDA C with the host's C++ compiler, behind a shim, and runs it there.
//!
//! It tests the text, not a GPU: blocks run one after the other, and in a block the items.

use std::any::Any;
use std::ffi::c_void;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use hoist::Device;
use hoist_backend::backend::{
    Backend, DeviceInfo, Grid, LaunchTimes, Mem, Memory, Prog, Program, Source, Strictness, Target,
};
use hoist_backend::{Error, Result};

/// How the compiler may round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    /// As written.
    Strict,
    /// Multiply and add fused, and the device says so: a relaxed device for tests.
    Contracted,
    /// The same, and it calls itself strict: a wrong device for tests.
    ContractedInSecret,
}

/// The device; missing where there is no C++ compiler.
pub fn device() -> Result<Device> {
    Ok(Device::with_backend(backend(Arithmetic::Strict)?))
}

/// What is behind a device, with an arithmetic of its own.
pub fn backend(arithmetic: Arithmetic) -> Result<Arc<dyn Backend>> {
    let found = Command::new("c++")
        .arg("--version")
        .output()
        .is_ok_and(|o| o.status.success());
    if !found {
        return Err(Error::Missing {
            api: "cuda-on-host".into(),
            what: "a C++ compiler named c++".into(),
            hint: "`apt-get install g++` brings it".into(),
        });
    }
    let strict = match arithmetic {
        Arithmetic::Contracted => Strictness::Relaxed("contraction".into()),
        Arithmetic::Strict | Arithmetic::ContractedInSecret => Strictness::Strict,
    };
    let info = DeviceInfo { strict, ..info() };
    Ok(Arc::new(OnHost { info, arithmetic }))
}

fn info() -> DeviceInfo {
    DeviceInfo {
        id: "cuda-on-host".into(),
        name: "CUDA C, compiled for this CPU".into(),
        api: "cuda-on-host",
        driver: "c++".into(),
        memory: 0,
        is_cpu: true,
        max_work_group: 1024,
        max_rounds: None,
        max_shared_bytes: 48 << 10,
        // Small, so that the second dimension is used.
        max_groups: 37,
        max_binding_bytes: u64::MAX,
        max_bindings: u32::MAX,
        types: hoist_machine::ScalarType::ALL.to_vec(),
        int64: true,
        fused: true,
        strict: Strictness::Strict,
    }
}

/// Words, so that every element type is aligned.
struct Words(Mutex<Vec<u64>>, usize);
impl Words {
    fn with<R>(&self, f: impl FnOnce(&mut [u8]) -> R) -> R {
        let mut words = self.0.lock().unwrap_or_else(|e| e.into_inner());
        let bytes = 8 * words.len();
        // SAFETY: any bytes are valid words, and the lock is held.
        f(unsafe { std::slice::from_raw_parts_mut(words.as_mut_ptr().cast(), bytes) })
    }
}
impl Memory for Words {
    fn bytes(&self) -> usize {
        self.1
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
}

type Entry = unsafe extern "C" fn(u32, u32, u32, *mut *mut c_void);
struct Compiled(libloading::Library);
impl Program for Compiled {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

struct OnHost {
    info: DeviceInfo,
    arithmetic: Arithmetic,
}

fn ours(mem: &Mem) -> &Words {
    mem.as_any().downcast_ref().expect("memory of this device")
}

impl Backend for OnHost {
    fn info(&self) -> &DeviceInfo {
        &self.info
    }
    fn target(&self) -> Target {
        Target::Cuda
    }
    fn alloc(&self, bytes: usize) -> Result<Mem> {
        Ok(Arc::new(Words(Mutex::new(vec![0; bytes.max(16).div_ceil(8)]), bytes)))
    }
    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<()> {
        ours(to).with(|b| b[offset..][..data.len()].copy_from_slice(data));
        Ok(())
    }
    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<()> {
        ours(from).with(|b| out.copy_from_slice(&b[offset..][..out.len()]));
        Ok(())
    }
    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, bytes: usize) -> Result<()> {
        let data = ours(from).with(|b| b[from_offset..][..bytes].to_vec());
        self.write(to, to_offset, &data)
    }
    fn compile(&self, source: &Source<'_>) -> Result<Prog> {
        let refused = |log: String| Error::Compile {
            device: self.info.id.clone(),
            kernel: source.entry.into(),
            log,
        };
        let (text, object) = (scratch("cpp"), scratch("so"));
        std::fs::write(&text, whole(source)).map_err(|e| refused(e.to_string()))?;
        let made = Command::new("c++")
            .args(["-std=c++17", "-w", "-fno-strict-aliasing", "-shared", "-fPIC"])
            .args(match self.arithmetic {
                Arithmetic::Strict => &["-O1", "-ffp-contract=off"][..],
                _ if cfg!(target_arch = "x86_64") => &["-O2", "-ffp-contract=fast", "-mfma"],
                _ => &["-O2", "-ffp-contract=fast"],
            })
            .arg("-o")
            .args([&object, &text])
            .output()
            .map_err(|e| refused(e.to_string()))?;
        let _ = std::fs::remove_file(text);
        if !made.status.success() {
            return Err(refused(String::from_utf8_lossy(&made.stderr).into()));
        }
        // SAFETY: the object was made above; it has no start-up code but C++'s own.
        let library = unsafe { libloading::Library::new(&object) }.map_err(|e| refused(e.to_string()));
        let _ = std::fs::remove_file(object);
        Ok(Arc::new(Compiled(library?)))
    }
    fn launch(&self, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes> {
        let program: &Compiled = program.as_any().downcast_ref().expect("a program of this device");
        let mut pointers: Vec<*mut c_void> = bindings
            .iter()
            .map(|m| ours(m).with(|b| b.as_mut_ptr().cast()))
            .collect();
        let began = Instant::now();
        // SAFETY: the object has this one function, and takes as many pointers as the text has arguments; the
        // memories outlive the call, and one launch runs at a time on this thread.
        unsafe {
            let entry = program.0.get::<Entry>(b"hoist_on_host\0").expect("the driver function");
            entry(grid.groups[0], grid.groups[1], grid.work_group, pointers.as_mut_ptr());
        }
        Ok(LaunchTimes {
            kernel: began.elapsed(),
            device_clock: false,
        })
    }
    fn synchronize(&self) -> Result<()> {
        Ok(())
    }
}

fn scratch(ext: &str) -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("hoist-on-host-{}-{n}.{ext}", std::process::id()))
}

/// The text between the shim and a function that goes through the grid.
fn whole(source: &Source<'_>) -> String {
    let slots: Vec<String> = (0..source.written.len())
        .map(|n| format!("(hoist_any){{a[{n}]}}"))
        .collect();
    let call = format!("{}({})", source.entry, slots.join(", "));
    let group = if source.text.contains("__syncthreads") {
        FIBERS
    } else {
        "static void hoist_group(unsigned wg) { for (unsigned l = 0; l < wg; l++) { threadIdx.x = l; hoist_item(); } }"
    };
    format!(
        "{SHIM}{}
struct hoist_any {{ void* p; template <class T> operator T*() const {{ return (T*)p; }} }};
static thread_local void** a;
static void hoist_item() {{ {call}; }}
{group}
extern \"C\" void hoist_on_host(unsigned gx, unsigned gy, unsigned wg, void** all) {{
    a = all;
    for (unsigned y = 0; y < gy; y++) for (unsigned x = 0; x < gx; x++) {{
        blockIdx.x = x; blockIdx.y = y; blockDim.x = wg;
        hoist_group(wg);
    }}
}}
",
        source.text,
    )
}

/// Items that wait for each other: each has a stack of its own, and runs until it waits or ends.
const FIBERS: &str = r#"
#include <vector>
#include <cstdlib>
static thread_local bool hoist_ended;
static void hoist_fiber() { hoist_item(); hoist_ended = true; swapcontext(hoist_here, &hoist_back); }
static void hoist_group(unsigned wg) {
    std::vector<ucontext_t> items(wg);
    std::vector<std::vector<char>> stacks(wg, std::vector<char>(1 << 17));
    std::vector<bool> ended(wg, false);
    for (unsigned l = 0; l < wg; l++) {
        getcontext(&items[l]);
        items[l].uc_stack.ss_sp = stacks[l].data();
        items[l].uc_stack.ss_size = stacks[l].size();
        items[l].uc_link = nullptr;
        makecontext(&items[l], hoist_fiber, 0);
    }
    for (unsigned round = 0;; round++) {
        unsigned waiting = 0, over = 0;
        for (unsigned n = 0; n < wg; n++) {
            // From the other end every other time: nothing may depend on who comes first.
            unsigned l = round % 2 ? wg - 1 - n : n;
            if (ended[l]) { over++; continue; }
            hoist_ended = false;
            hoist_here = &items[l];
            threadIdx.x = l;
            swapcontext(&hoist_back, hoist_here);
            ended[l] = hoist_ended;
            (hoist_ended ? over : waiting)++;
        }
        if (waiting == 0) return;
        // A barrier that some items do not reach.
        if (over != 0) abort();
    }
}
"#;

/// What NVRTC knows by itself.
const SHIM: &str = r#"
#include <cmath>
#include <cstring>
#include <ucontext.h>
#define __global__
#define __shared__ static thread_local
#define __device__
#define __constant__ static const
#define __forceinline__ inline
#define __restrict__ __restrict
#define __launch_bounds__(n)
struct hoist_dim { unsigned x, y, z; };
static thread_local hoist_dim blockIdx, blockDim, threadIdx;
static thread_local ucontext_t hoist_back, *hoist_here;
static void __syncthreads() { swapcontext(hoist_here, &hoist_back); }
template <class T> static T atomicCAS(T* p, T a, T b) { T o = *p; if (o == a) *p = b; return o; }
template <class T> static T atomicAdd(T* p, T v) { T o = *p; *p = (T)((unsigned long long)o + (unsigned long long)v); return o; }
template <class T> static T atomicMin(T* p, T v) { T o = *p; if (v < o) *p = v; return o; }
template <class T> static T atomicMax(T* p, T v) { T o = *p; if (v > o) *p = v; return o; }
template <class T> static T atomicAnd(T* p, T v) { T o = *p; *p = o & v; return o; }
template <class T> static T atomicOr(T* p, T v) { T o = *p; *p = o | v; return o; }
template <class T> static T atomicXor(T* p, T v) { T o = *p; *p = o ^ v; return o; }
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
