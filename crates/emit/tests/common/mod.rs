//! The compilers that stand in for devices, and how a missing one is counted.
#![allow(dead_code)]

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
    let ptx = match hoist_cuda::compile_ptx(text, "compute_80") {
        Ok(ptx) => ptx,
        Err(hoist_backend::Error::Missing { what, .. }) => {
            skip(&format!("{what} is missing"));
            return false;
        }
        Err(e) => panic!("{e}\n{text}"),
    };
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

pub fn scratch_file(ext: &str) -> PathBuf {
    let n = SERIAL.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("hoist-emit-{}-{n}.{ext}", std::process::id()))
}
