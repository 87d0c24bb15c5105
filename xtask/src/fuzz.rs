//! Any number of random kernels, a hundred at a time, compiled and held against their plain calls as those of the tests
//! are.

use std::path::PathBuf;
use std::process::ExitCode;

/// Kernels of one package.
const PACKAGE: u32 = 100;

/// `--kernels N --seed S`.
pub fn main(args: &[String]) -> ExitCode {
    match arguments(args).and_then(|(kernels, seed)| run(kernels, seed)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("xtask: {e}");
            ExitCode::FAILURE
        }
    }
}

fn arguments(args: &[String]) -> Result<(u32, u64), String> {
    let (mut kernels, mut seed) = (PACKAGE, 1);
    for pair in args.chunks(2) {
        let [name, value] = pair else {
            return Err(format!("{} takes a number", pair[0]));
        };
        let number = value.parse().map_err(|e| format!("{name} {value}: {e}"))?;
        match name.as_str() {
            "--kernels" => kernels = u32::try_from(number).map_err(|e| format!("{name} {value}: {e}"))?,
            "--seed" => seed = number,
            _ => return Err(format!("{name} is neither --kernels nor --seed")),
        }
    }
    Ok((kernels, seed))
}

fn run(kernels: u32, seed: u64) -> Result<(), String> {
    for n in 0..kernels.div_ceil(PACKAGE) {
        let count = PACKAGE.min(kernels - n * PACKAGE);
        let seed = seed.wrapping_add(u64::from(n));
        println!("== {count} kernels of seed {seed}");
        let (count, seed) = (count.to_string(), seed.to_string());
        let env = [("HOIST_RANDOM_KERNELS", &count), ("HOIST_RANDOM_SEED", &seed)].map(|(k, v)| (k, PathBuf::from(v)));
        let test = ["test", "--profile", "ci", "-p", "hoist-random", "--", "--nocapture"];
        if !crate::cargo(&test, &env) {
            return Err(format!(
                "kernels of seed {seed} failed; with HOIST_RANDOM_KERNELS={count} and HOIST_RANDOM_SEED={seed} they are \
                 tested again by: cargo test --profile ci -p hoist-random"
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::arguments;

    #[test]
    fn arguments_are_read_or_refused() {
        let read = |all: &[&str]| arguments(&all.iter().map(|s| s.to_string()).collect::<Vec<_>>());
        assert_eq!(read(&[]), Ok((100, 1)));
        assert_eq!(read(&["--kernels", "7", "--seed", "3"]), Ok((7, 3)));
        assert!(read(&["--kernels"]).is_err() && read(&["--kernels", "x"]).is_err() && read(&["--n", "1"]).is_err());
    }
}
