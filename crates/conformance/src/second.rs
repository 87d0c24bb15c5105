//! A second implementation of an API, or a first one watched, each in a process of its own: SwiftShader and the validation
//! layer for Vulkan, Intel's runtime and oclgrind for OpenCL. What is not here is skipped and counted, unless `HOIST_REQUIRE` names it.

use hoist::Device;

use crate::{process, required};

/// Set in a process of [`Second::run`] to its name.
const MARK: &str = "HOIST_SECOND";

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct Second {
    /// What tests and `HOIST_REQUIRE` call it.
    pub name: &'static str,
    /// The API that opens it.
    pub api: &'static str,
    /// The variable that says where it is.
    variable: &'static str,
    /// The process's variables, from that one's value.
    env: fn(&str) -> Vec<(&'static str, String)>,
}

/// Vulkan on the CPU, from Chromium: no `f64`, no 64-bit integers, 256 items a work-group. `HOIST_SWIFTSHADER` names its
/// manifest.
pub const SWIFTSHADER: Second = Second {
    name: "wgpu-swiftshader",
    api: "wgpu",
    variable: "HOIST_SWIFTSHADER",
    env: |manifest| vulkan(manifest).into(),
};
/// Intel's OpenCL runtime for CPUs. `HOIST_INTEL_OPENCL` names the folder of its libraries.
pub const INTEL: Second = Second {
    name: "opencl-intel",
    api: "opencl",
    variable: "HOIST_INTEL_OPENCL",
    env: |folder| {
        let library = format!("{folder}/libintelocl.so");
        vec![
            ("LD_LIBRARY_PATH", process::library_path(folder.as_ref())),
            ("OCL_ICD_VENDORS", library),
        ]
    },
};
/// An OpenCL device that watches every access. `HOIST_OCLGRIND` names its driver.
pub const OCLGRIND: Second = Second {
    name: "opencl-oclgrind",
    api: "opencl",
    variable: "HOIST_OCLGRIND",
    env: |library| {
        vec![
            ("OCL_ICD_VENDORS", library.to_owned()),
            ("OCLGRIND_DATA_RACES", "1".to_owned()),
            ("OCLGRIND_CHECK_API", "1".to_owned()),
            // Clang makes funnel shifts of rotations, which it does not execute.
            ("HOIST_OPENCL_OPTIONS", "-cl-opt-disable".to_owned()),
        ]
    },
};
/// The machine's Vulkan under the Khronos validation layer, whose manifest `HOIST_VALIDATION` names.
pub const VALIDATED: Second = Second {
    name: "wgpu-validated",
    api: "wgpu",
    variable: "HOIST_VALIDATION",
    env: |_| vec![("VK_INSTANCE_LAYERS", "VK_LAYER_KHRONOS_validation".to_owned())],
};
/// All of them.
pub const ALL: [Second; 4] = [SWIFTSHADER, INTEL, OCLGRIND, VALIDATED];

fn vulkan(manifest: &str) -> [(&'static str, String); 2] {
    ["VK_DRIVER_FILES", "VK_ICD_FILENAMES"].map(|name| (name, manifest.to_owned()))
}

/// The one that this process is for.
pub fn here() -> Option<Second> {
    let name = std::env::var(MARK).ok()?;
    ALL.into_iter().find(|s| s.name == name)
}

impl Second {
    /// The device, in a process of [`Second::run`].
    ///
    /// # Panics
    /// Where it does not open: it was said to be here.
    pub fn device(self) -> Device {
        Device::open(self.api).unwrap_or_else(|e| panic!("{}: {e}", self.name))
    }

    /// Runs the named tests of this binary on it: what they printed on both outputs, or nothing where it is not here.
    ///
    /// # Panics
    /// Where one fails or does not run, or where it is required and not here.
    pub fn run(self, tests: &[&str], variables: &[(&str, &str)]) -> String {
        let Ok(place) = std::env::var(self.variable) else {
            assert!(
                !required(self.name),
                "HOIST_REQUIRE names {}, and {} is not set",
                self.name,
                self.variable
            );
            println!(
                "skipped ({} tests on {}): {} is not set",
                tests.len(),
                self.name,
                self.variable
            );
            return String::new();
        };
        let own = (self.env)(&place);
        let mut all: Vec<(&str, &str)> = own.iter().map(|(n, v)| (*n, v.as_str())).collect();
        all.extend([(MARK, self.name), ("HOIST_REQUIRE", "")]);
        all.extend(variables);
        let (_, text) = process::run(self.name, &[tests, &["--exact"]].concat(), tests.len(), &all);
        for line in text.lines().filter(|l| l.contains(self.name)) {
            println!("{line}");
        }
        text
    }
}
