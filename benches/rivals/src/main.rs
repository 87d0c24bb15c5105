//! hoist beside what else there is: plain Rust, rayon, C by clang or gcc, NumPy and Numba, in one run, turn by turn.
//!
//! Every rival's answer is compared with hoist's before anything is timed. A round runs each of them once, so that what the
//! machine does meanwhile meets all; what is printed is the median of the rounds' ratios.

mod bodies;
mod c;
mod entry;
mod math;
mod python;
mod races;
mod table;

use entry::{Array, Entry};
use races::Race;

/// What the command line asks for.
struct Asked {
    kernels: Vec<String>,
    samples: usize,
    quick: bool,
    math: bool,
    json: Option<String>,
}

fn asked() -> Result<Asked, String> {
    let mut asked = Asked {
        kernels: vec![],
        samples: 21,
        quick: false,
        math: false,
        json: None,
    };
    let mut args = std::env::args().skip(1);
    while let Some(a) = args.next() {
        match a.as_str() {
            "--quick" => asked.quick = true,
            "--math" => asked.math = true,
            "--samples" => {
                let n = args.next().and_then(|n| n.parse().ok());
                asked.samples = n.filter(|n| *n > 0).ok_or("--samples takes a number above 0")?;
            }
            "--json" => asked.json = Some(args.next().ok_or("--json takes a file")?),
            name if !name.starts_with('-') => asked.kernels.push(name.into()),
            other => {
                return Err(format!(
                    "{other}: usage: rivals [KERNEL…] [--samples N] [--quick] [--json FILE] | --math"
                ));
            }
        }
    }
    Ok(asked)
}

fn main() -> std::process::ExitCode {
    match asked().and_then(|a| if a.math { math::run() } else { run(&a) }) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run(asked: &Asked) -> Result<(), String> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let c = c::Libraries::build();
    let mut python = python::Python::start();
    for why in c.missing.iter().chain(&python.missing) {
        println!("left out: {why}");
    }
    println!("{}", table::head(threads, &c.compiler, &python.about));
    let all = races::all(asked.quick);
    if let Some(unknown) = asked.kernels.iter().find(|k| !all.iter().any(|r| r.name == **k)) {
        let known: Vec<&str> = all.iter().map(|r| r.name).collect();
        return Err(format!("no kernel {unknown} here; these are: {}", known.join(" ")));
    }
    let mut rows = vec![];
    for race in all {
        if !asked.kernels.is_empty() && !asked.kernels.iter().any(|k| k == race.name) {
            continue;
        }
        for threads in if threads > 1 { vec![1, threads] } else { vec![1] } {
            let row = one(&race, threads, asked.samples, &c, &mut python)?;
            println!("{}", row.text());
            rows.push(row);
        }
        python.drop_arrays(race.name);
    }
    if let Some(file) = &asked.json {
        let text = table::json(&rows);
        std::fs::write(file, text).map_err(|e| format!("{file}: {e}"))?;
    }
    Ok(())
}

/// One kernel on so many threads against everything.
fn one(
    race: &Race,
    threads: usize,
    samples: usize,
    c: &c::Libraries,
    python: &mut python::Python,
) -> Result<table::Row, String> {
    let mut entries: Vec<Entry> = vec![race.hoist(threads)?];
    entries.extend(race.rust(threads));
    entries.extend(c.entries(race, threads));
    entries.extend(python.entries(race, threads));
    let mut row = table::Row::new(race, threads);
    let wanted = {
        let first = &mut entries[0];
        first.run(python)?;
        first.output(race, python)?
    };
    let mut kept = vec![];
    for (n, mut e) in entries.into_iter().enumerate() {
        if n > 0 {
            let answer = e.run(python).and_then(|_| e.output(race, python));
            match answer.and_then(|a| race.compare(&a, &wanted)) {
                Ok(()) => {}
                Err(why) => {
                    row.left_out.push(format!("{}: {why}", e.who));
                    continue;
                }
            }
        }
        kept.push(e);
    }
    let mut times: Vec<Vec<f64>> = vec![vec![]; kept.len()];
    for _ in 0..samples {
        for (e, times) in kept.iter_mut().zip(&mut times) {
            // Until the threads of the one before sleep.
            std::thread::sleep(std::time::Duration::from_millis(3));
            times.push(e.run(python)?);
        }
    }
    row.fill(&kept, &times);
    Ok(row)
}

/// Where a race's arrays are kept for a rival in another process.
fn scratch() -> std::path::PathBuf {
    std::env::temp_dir().join(format!("hoist-rivals-{}", std::process::id()))
}

/// The arrays of a race, as a fresh copy.
fn fresh(race: &Race) -> Vec<Array> {
    (race.arrays)(&race.sizes)
}
