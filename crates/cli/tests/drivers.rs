//! The command line on a machine whose drivers are missing, broken, or more than one.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The APIs behind a driver, and the library that each one loads.
const LIBRARIES: [(&str, &str); 3] = [
    ("wgpu", "libvulkan.so.1"),
    ("opencl", "libOpenCL.so.1"),
    ("cuda", "libcuda.so.1"),
];

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("hoist-drivers-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for drivers");
    folder
}

fn rows(args: &[&str], env: &[(&str, &Path)]) -> Vec<Value> {
    let out = Command::new(env!("CARGO_BIN_EXE_hoist"))
        .args(args)
        .env_remove("HOIST_DEVICE")
        .env_remove("HOIST_REQUIRE")
        .envs(env.iter().copied())
        .output()
        .expect("the command starts");
    let error = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(0), "{args:?}: {error}");
    serde_json::from_slice(&out.stdout).unwrap_or_else(|e| panic!("{args:?}: {e}: {error}"))
}

/// What `devices` says where there is none of an API.
fn none(rows: &[Value], api: &str) -> String {
    let mut of = rows.iter().filter(|r| r["device"] == api);
    let (Some(row), None) = (of.next(), of.next()) else {
        panic!("one row for {api}: {rows:?}");
    };
    assert_eq!(row["found"], false, "{row}");
    row["about"].as_str().expect("a reason").to_owned()
}

/// The API's kernels are unsupported with the same reason, and the CPU's run.
fn runs_without(api: &str, env: &[(&str, &Path)]) {
    let on = format!("cpu,{api}");
    let run = rows(&["run", "saxpy", "--size", "100", "--json", "--on", &on], env);
    let status: Vec<&str> = run.iter().filter_map(|r| r["status"].as_str()).collect();
    assert_eq!(status, ["passed", "unsupported"], "{run:?}");
    assert!(
        run[1]["reason"].as_str().is_some_and(|r| r.contains("missing")),
        "{run:?}"
    );
}

#[test]
fn libraries_that_are_no_libraries() {
    let broken = folder("libraries");
    for (_, library) in LIBRARIES {
        std::fs::write(broken.join(library), b"not a library").expect("a file");
    }
    let env: [(&str, &Path); 1] = [("LD_LIBRARY_PATH", &broken)];
    let all = rows(&["devices", "--json"], &env);
    for (api, _) in LIBRARIES {
        let about = none(&all, api);
        assert!(about.contains("missing") && about.contains("install"), "{about}");
        runs_without(api, &env);
    }
}

/// Libraries without a single function of theirs, and one that counts an OpenCL platform and can do no more.
#[test]
fn libraries_that_lack_functions() {
    let lacking = folder("lacking");
    let text = "unsigned clGetPlatformIDs(unsigned n, void **all, unsigned *count) {\n\
        if (count) *count = 1;\n if (all) all[0] = all;\n return 0; }\n";
    for (text, opencl) in [("", "libOpenCL"), (text, "`clGetDeviceIDs` in libOpenCL")] {
        let source = lacking.join("library.c");
        std::fs::write(&source, text).expect("a file");
        for (_, library) in LIBRARIES {
            let mut cc = Command::new("cc");
            cc.args(["-shared", "-fPIC", "-o"])
                .arg(lacking.join(library))
                .arg(&source);
            assert!(cc.status().expect("a C compiler").success());
        }
        let env: [(&str, &Path); 1] = [("LD_LIBRARY_PATH", &lacking)];
        let all = rows(&["devices", "--json"], &env);
        for (api, name) in [("wgpu", "loader"), ("opencl", opencl), ("cuda", "in libcuda")] {
            let about = none(&all, api);
            assert!(about.contains(name) && about.contains("install"), "{about}");
            runs_without(api, &env);
        }
    }
}

#[test]
fn loaders_that_find_no_driver() {
    let empty = folder("empty");
    let nothing = empty.join("nothing.json");
    let env: [(&str, &Path); 3] = [
        ("OCL_ICD_VENDORS", &empty),
        ("VK_DRIVER_FILES", &nothing),
        ("VK_ICD_FILENAMES", &nothing),
    ];
    let all = rows(&["devices", "--json"], &env);
    for api in ["wgpu", "opencl"] {
        let about = none(&all, api);
        assert!(about.contains("apt-get install"), "{about}");
        runs_without(api, &env);
    }
}

#[test]
fn drivers_that_are_broken() {
    let broken = folder("broken");
    let garbage = broken.join("garbage.so");
    std::fs::write(&garbage, b"not a driver").expect("a file");
    std::fs::write(broken.join("a.icd"), garbage.to_str().expect("a name")).expect("a file");
    std::fs::write(broken.join("b.icd"), "/nonexistent/driver.so").expect("a file");
    let named = broken.join("named.json");
    let library = garbage.to_str().expect("a name");
    let text =
        format!(r#"{{"file_format_version":"1.0.0","ICD":{{"library_path":"{library}","api_version":"1.3.0"}}}}"#);
    std::fs::write(&named, text).expect("a file");
    let torn = broken.join("torn.json");
    std::fs::write(&torn, "{ torn").expect("a file");
    for manifest in [&named, &torn] {
        let env: [(&str, &Path); 3] = [
            ("OCL_ICD_VENDORS", &broken),
            ("VK_DRIVER_FILES", manifest),
            ("VK_ICD_FILENAMES", manifest),
        ];
        let all = rows(&["devices", "--json"], &env);
        for api in ["wgpu", "opencl"] {
            none(&all, api);
            runs_without(api, &env);
        }
    }
}

/// Mesa's driver for the CPU, under two names.
#[test]
fn two_drivers_of_one_api() {
    let lavapipe = Path::new("/usr/lib/x86_64-linux-gnu/libvulkan_lvp.so");
    if !lavapipe.exists() {
        let required = std::env::var("HOIST_REQUIRE").unwrap_or_default();
        assert!(!required.split(',').any(|r| r == "wgpu"), "HOIST_REQUIRE names wgpu");
        println!("skipped (1 test): there is no lavapipe");
        return;
    }
    let two = folder("two");
    let copy = two.join("second.so");
    std::fs::copy(lavapipe, &copy).expect("a copy");
    let mut names = Vec::new();
    for (n, library) in [lavapipe, &copy].into_iter().enumerate() {
        let manifest = two.join(format!("{n}.json"));
        let text = format!(
            r#"{{"file_format_version":"1.0.0","ICD":{{"library_path":"{}","api_version":"1.1.230"}}}}"#,
            library.display()
        );
        std::fs::write(&manifest, text).expect("a file");
        names.push(manifest.display().to_string());
    }
    let both = PathBuf::from(names.join(":"));
    let env: [(&str, &Path); 2] = [("VK_DRIVER_FILES", &both), ("VK_ICD_FILENAMES", &both)];
    let all = rows(&["devices", "--json"], &env);
    for device in ["wgpu:0", "wgpu:1"] {
        assert!(
            all.iter().any(|r| r["device"] == device && r["found"] == true),
            "{all:?}"
        );
        let run = rows(&["run", "saxpy", "--size", "100", "--json", "--on", device], &env);
        assert!(run.len() == 1 && run[0]["status"] == "passed", "{run:?}");
    }
}
