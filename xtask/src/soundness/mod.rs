//! `cargo xtask soundness`: random loop nests for the dependence test, every answer held against what
//! the iterations touch when they run.
//!
//! A nest that is taken for parallel, at compile time or by its test at launch, may not have two
//! iterations that meet at an element, one of them writing. An access that the interval test covers
//! may not be out of bounds. Both numbers must be 0; the others say how much is refused for nothing.

mod grow;
mod launch;
mod nest;

use grow::Random;
use hoist_front::depend::{self, ParIndex, ParLoop, SliceInfo};
use hoist_front::diag::Diag;
use hoist_front::{cover, matches, par, rename};
use hoist_machine::program::Dim;
use launch::{Env, Value};
use nest::{Launch, Nest, SCALARS, SLICES};
use std::collections::HashMap;
use std::process::ExitCode;
use syn::{Expr, ItemFn, Stmt};

/// Launches of each nest.
const LAUNCHES: usize = 6;

/// What the front end says of a nest that it does not refuse.
struct Taken {
    /// Gives `None` when the iterations don't meet, from the values at launch.
    test: Expr,
    /// Gives whether all accesses are in bounds; `None` when one is not covered.
    covered: Option<Expr>,
    header: Vec<(Expr, Expr, Option<Expr>)>,
}

/// Counts.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Report {
    nests: u32,
    refused: u32,
    refused_though_free: u32,
    parallel: u32,
    serial: u32,
    serial_though_free: u32,
    covered: u32,
    false_parallel: u32,
    false_covered: u32,
}

impl Report {
    fn print(&self) {
        println!("{} nests, up to {LAUNCHES} launches of each", self.nests);
        println!("  refused                     {}", self.refused);
        println!("    though no launch collides {}", self.refused_though_free);
        println!("  launches taken as parallel  {}", self.parallel);
        println!("  launches tested as serial   {}", self.serial);
        println!("    though nothing collides   {}", self.serial_though_free);
        println!("  launches with all covered   {}", self.covered);
        println!("  FALSE PARALLEL              {}", self.false_parallel);
        println!("  FALSE COVERED               {}", self.false_covered);
    }
}

/// The command.
pub fn main(args: &[String]) -> ExitCode {
    let mut values: HashMap<&str, u64> = HashMap::from([("--nests", 10_000), ("--seed", 1)]);
    for pair in args.chunks(2) {
        match pair {
            [name, value] if values.contains_key(&**name) && value.parse::<u64>().is_ok() => {
                values.insert(name, value.parse().unwrap_or_default());
            }
            _ => {
                eprintln!("usage: cargo xtask soundness [--nests N] [--seed S]");
                return ExitCode::from(2);
            }
        }
    }
    let report = check(values["--nests"] as u32, values["--seed"], false);
    report.print();
    let taken = report.parallel > 0 && report.refused > 0 && report.serial > 0;
    if report.false_parallel > 0 || report.false_covered > 0 || !taken {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Checks `count` nests. With `believe` every refused nest counts as parallel and every access as
/// covered, to see that the check sees.
fn check(count: u32, seed: u64, believe: bool) -> Report {
    let mut report = Report {
        nests: count,
        ..Default::default()
    };
    for n in 0..count {
        let mut r = Random(seed.wrapping_mul(1 << 32).wrapping_add(u64::from(n)));
        let nest = grow::nest(&mut r);
        one(&nest, &mut r, believe, &mut report);
    }
    report
}

fn one(nest: &Nest, r: &mut Random, believe: bool, report: &mut Report) {
    let answer = ask(nest);
    let (mut free, mut met) = (false, false);
    for _ in 0..LAUNCHES {
        let launch = grow::launch(r);
        let Some(ran) = nest.run(&launch) else { continue };
        match &answer {
            None => {
                free |= ran.collision.is_none() && ran.iterations > 1 && ran.writes > 1;
                met |= ran.collision.is_some();
                report.false_parallel += u32::from(believe && ran.collision.is_some());
            }
            Some(Taken { test, covered, header }) => {
                let env = values(&launch);
                let parallel = is_parallel(nest, test, &env);
                match (parallel, &ran.collision) {
                    (true, None) => report.parallel += 1,
                    (false, None) => {
                        report.serial += 1;
                        report.serial_though_free += u32::from(ran.iterations > 1);
                    }
                    (false, Some(_)) => report.serial += 1,
                    (true, Some(c)) => {
                        report.parallel += 1;
                        report.false_parallel += 1;
                        println!("two iterations meet at {}[{}]: {launch:?}", SLICES[c.slice], c.at);
                        println!("{}", nest.text());
                    }
                }
                if covered
                    .as_ref()
                    .is_some_and(|c| believe || is_covered(nest, c, header, &env))
                {
                    report.covered += 1;
                    report.false_covered += u32::from(ran.outside);
                    if ran.outside && !believe {
                        println!(
                            "an access that is covered is out of bounds: {launch:?}\n{}",
                            nest.text()
                        );
                    }
                }
            }
        }
    }
    if answer.is_none() {
        report.refused += 1;
        report.refused_though_free += u32::from(free && !met);
    }
}

/// What `#[kernel]` would do with the nest; `None` is an error.
fn ask(nest: &Nest) -> Option<Taken> {
    let text = nest.text();
    let f: ItemFn = syn::parse_str(&text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let mut body = *f.block;
    let mut diag = Diag::default();
    matches::in_kernel(&mut body, &mut diag);
    let outer: Vec<String> = SCALARS.iter().chain(&SLICES).map(|s| s.to_string()).collect();
    rename::rename(&mut body, &outer);
    let Some(Stmt::Expr(Expr::ForLoop(f), _)) = body.stmts.first() else {
        panic!("the nest is a loop\n{text}");
    };
    let Some(headers) = par::header(f, &mut diag) else {
        panic!("the header is one\n{text}");
    };
    let slices = SLICES.map(|s| (s.to_string(), SliceInfo { written_allowed: true }));
    let slices = HashMap::from(slices);
    let looped = ParLoop {
        exempt: std::collections::HashSet::new(),
        indices: headers
            .iter()
            .map(|h| ParIndex {
                ident: h.name.clone(),
                start: h.start.clone(),
                end: h.end.clone(),
                step: h.step.clone(),
            })
            .collect(),
        body: &f.body,
        slices: &slices,
        span: f.for_token.span,
    };
    let proof = depend::check(&looped).ok()?;
    let cover = cover::cover(&looped);
    let parse = |t: proc_macro2::TokenStream| syn::parse2(t).unwrap_or_else(|e| panic!("{e}\n{text}"));
    Some(Taken {
        test: parse(proof.launch),
        covered: cover.proved.iter().all(|p| *p).then(|| parse(cover.test)),
        header: headers.into_iter().map(|h| (h.start, h.end, h.step)).collect(),
    })
}

fn values(launch: &Launch) -> Env {
    let scalars = SCALARS.iter().zip(launch.scalars);
    let scalars = scalars.map(|(name, v)| (name.to_string(), Value::Int(i128::from(v))));
    let slices = SLICES.iter().zip(launch.lens);
    let slices = slices.map(|(name, n)| (name.to_string(), Value::Slice(n)));
    scalars.chain(slices).collect()
}

fn is_parallel(nest: &Nest, test: &Expr, env: &Env) -> bool {
    match launch::compute(test, env) {
        Ok(Value::Option(fact)) => fact.is_none(),
        other => panic!("the test at launch: {other:?}\n{}", nest.text()),
    }
}

/// The interval test, for the whole space as one chunk.
fn is_covered(nest: &Nest, test: &Expr, header: &[(Expr, Expr, Option<Expr>)], env: &Env) -> bool {
    let number = |e: &Expr| match launch::compute(e, env) {
        Ok(Value::Int(n)) => n as usize,
        other => panic!("the header: {other:?}\n{}", nest.text()),
    };
    let one = Dim {
        start: 0,
        end: 1,
        step: 1,
    };
    let mut dims = vec![Value::Dim(one); 3 - header.len()];
    for (start, end, step) in header {
        dims.push(Value::Dim(Dim {
            start: number(start),
            end: number(end),
            step: step.as_ref().map_or(1, number),
        }));
    }
    let mut env = env.clone();
    env.insert("__s".into(), Value::List(dims));
    match launch::compute(test, &env) {
        Ok(Value::Bool(b)) => b,
        other => panic!("the interval test: {other:?}\n{}", nest.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_false_parallel() {
        let report = check(300, 7, false);
        assert_eq!((report.false_parallel, report.false_covered), (0, 0));
        assert!(
            report.parallel > 100 && report.refused > 20 && report.serial > 20,
            "{report:?}"
        );
    }

    #[test]
    fn a_front_end_that_believes_everything_is_seen() {
        let report = check(300, 7, true);
        assert!(report.false_parallel > 50 && report.false_covered > 50, "{report:?}");
    }

    #[test]
    fn the_same_seed_grows_the_same_nests() {
        assert_eq!(check(20, 3, false), check(20, 3, false));
    }
}
