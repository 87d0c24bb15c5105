//! `cargo xtask emulated`: the tests of the language on CUDA's device, over the emulator in the place of libcuda.
//!
//! A process finds one libcuda, so the facade's tests run a second time, with the emulator first where the loader looks.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// What `HOIST_REQUIRE` calls the device.
pub const NAME: &str = "cuda-emulated";
const LIBRARY: &str = "libhoist_cuda_emulator.so";
/// The facade's tests whose kernels run on every device.
const TESTS: [&str; 18] = [
    "arg",
    "array",
    "calls",
    "carried",
    "control",
    "elements",
    "elementwise",
    "forms",
    "generic",
    "group",
    "group_faults",
    "group_totals",
    "methods",
    "proof",
    "scan",
    "scatter",
    "structs",
    "views",
];
/// Those in which items meet most: under more than one seed.
const MEETING: [&str; 3] = ["group", "group_faults", "scatter"];
/// By each seed, threads interleave in another way, anywhere.
const SEEDED: [(&str, &[&str]); 3] = [("1", &TESTS), ("2", &MEETING), ("3", &MEETING)];

type Variables = [(&'static str, PathBuf)];

/// Installs the stand-ins and runs the tests.
pub fn main() -> ExitCode {
    if run(&crate::stand_ins::install()) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs the tests; whether all is well. Without NVRTC they are left out, and counted.
pub fn run(env: &Variables) -> bool {
    if !cfg!(target_os = "linux") || !env.iter().any(|(name, _)| *name == "HOIST_NVRTC") {
        let required = std::env::var("HOIST_REQUIRE").unwrap_or_default();
        let required = required.split([',', ' ']).any(|d| d == NAME);
        println!("left out: {} tests on {NAME}, which needs Linux and NVRTC", TESTS.len());
        return !required;
    }
    let build = ["build", "--profile", "ci", "-p", "hoist-cuda-emulator"];
    let folder = match crate::cargo(&build, env).then(libcuda) {
        Some(Ok(folder)) => folder,
        Some(Err(e)) => {
            eprintln!("xtask: no emulator: {e}");
            return false;
        }
        None => return false,
    };
    let mut env = env.to_vec();
    env.push(("LD_LIBRARY_PATH", folder));
    env.push(("HOIST_CUDA_EMULATED", "1".into()));
    // A device that is missing would be a skip in there.
    env.push(("HOIST_REQUIRE", "cuda".into()));
    let seeded = |(seed, names): &(&str, &[&'static str])| {
        let seed = ("HOIST_EMULATOR_SEED", PathBuf::from(seed));
        crate::cargo(&tests(names), &[env.as_slice(), &[seed]].concat())
    };
    crate::cargo(&tests(&TESTS), &env) && SEEDED.iter().all(seeded)
}

/// The arguments with the features of the whole workspace, so that nothing is compiled again.
fn tests(names: &[&'static str]) -> Vec<&'static str> {
    let names = names.iter().flat_map(|name| ["--test", *name]);
    ["test", "--profile", "ci", "--workspace"]
        .into_iter()
        .chain(names)
        .collect()
}

/// A folder with the emulator under the name of libcuda, in front of what the loader looks through.
fn libcuda() -> io::Result<PathBuf> {
    let below = |name: &str| crate::stand_ins::below(name).ok_or_else(|| io::Error::other("no target folder"));
    let (built, folder) = (below("ci")?.join(LIBRARY), below("emulated")?);
    std::fs::create_dir_all(&folder)?;
    for name in ["libcuda.so", "libcuda.so.1"] {
        std::fs::copy(&built, folder.join(name))?;
    }
    let old = std::env::var_os("LD_LIBRARY_PATH");
    let old = old.iter().flat_map(std::env::split_paths);
    let path = std::env::join_paths([folder].into_iter().chain(old)).map_err(io::Error::other)?;
    Ok(path.into())
}
