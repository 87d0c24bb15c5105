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
use hoist_affine::Ty;
use hoist_front::depend::{self, ParIndex, ParLoop, SliceInfo};
use hoist_front::diag::Diag;
use hoist_front::{cover, header, matches, rename};
use hoist_machine::program::Dim;
use launch::{Env, Value};
use nest::{Launch, Nest, Ran, SCALARS, SLICES};
use std::collections::HashMap;
use std::process::ExitCode;
use syn::{Expr, ItemFn, Stmt};

/// Launches of each nest.
const LAUNCHES: usize = 8;

/// What the front end says of a nest that it does not refuse.
struct Taken {
    /// Gives `None` when the iterations don't meet, from the values at launch.
    test: Expr,
    tested: bool,
    /// Gives whether all accesses are in bounds; `None` when one is not covered.
    covered: Option<Expr>,
    header: Vec<(Expr, Expr, Option<Expr>)>,
}

/// Counts of nests; a nest is parallel when no launch of it has iterations that meet.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Report {
    nests: u32,
    parallel: u32,
    /// Parallel, and taken for parallel at every launch.
    accepted: u32,
    /// Of these, the ones that a test at launch decided.
    at_launch: u32,
    /// Parallel, but the test at launch did not see it each time.
    serial: u32,
    /// Not parallel, with less than one pair of iterations in twenty that meets.
    rarely: u32,
    /// Two or three loops deep, over several slices.
    deep: u32,
    refused: u32,
    covered: u32,
    false_parallel: u32,
    false_covered: u32,
}

impl Report {
    fn print(&self) {
        let share = |n: u32| 100.0 * f64::from(n) / f64::from(self.nests.max(1));
        println!("up to {LAUNCHES} launches of each nest");
        println!("  parallel                               {:5.1}%", share(self.parallel));
        println!("  meet in under 5% of pairs              {:5.1}%", share(self.rarely));
        println!("  two or three deep over several slices  {:5.1}%", share(self.deep));
        println!("  refused at compile time                {:5.1}%", share(self.refused));
        println!("  launches with all bounds covered       {}", self.covered);
        println!("  covered although out of bounds         {}", self.false_covered);
        let accepted = 100.0 * f64::from(self.accepted) / f64::from(self.parallel.max(1));
        println!("  accepted of the parallel               {accepted:5.1}%");
        println!(
            "nests {}, parallel {}, accepted {} (at launch {}, serial {}), accepted although iterations collide: {}",
            self.nests, self.parallel, self.accepted, self.at_launch, self.serial, self.false_parallel
        );
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
    let report = check(values["--nests"] as u32, values["--seed"], Belief::Asked);
    report.print();
    let n = report.nests;
    let shares = n < 500 || report.parallel * 4 >= n && report.rarely * 4 >= n && report.deep * 2 >= n;
    if !shares {
        eprintln!("the generator's shares are not what they should be");
    }
    let good = report.accepted * 10 >= report.parallel * 8;
    if report.false_parallel > 0 || report.false_covered > 0 || !good || !shares {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Whether the front end is asked, or every refused nest counts as parallel and every access as
/// covered, to see that the check sees.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Belief {
    Asked,
    /// The same, and nothing is printed.
    #[cfg(test)]
    Quiet,
    #[cfg(test)]
    All,
}

/// Checks `count` nests.
fn check(count: u32, seed: u64, belief: Belief) -> Report {
    let mut report = Report::default();
    let mut n = 0;
    while report.nests < count {
        let mut r = Random(seed.wrapping_mul(1 << 32).wrapping_add(n));
        n += 1;
        let nest = grow::nest(&mut r);
        let launches: Vec<(Launch, Ran)> = (0..3 * LAUNCHES)
            .filter_map(|_| {
                let launch = grow::launch(&mut r);
                let ran = nest.run(&launch)?;
                Some((launch, ran))
            })
            .take(LAUNCHES)
            .collect();
        // Nothing can be seen where nothing runs.
        if launches
            .iter()
            .filter(|(_, r)| r.iterations > 1 && r.writes > 1 && !r.outside)
            .count()
            >= 3
        {
            one(&nest, &launches, belief, &mut report);
        }
    }
    report
}

fn one(nest: &Nest, launches: &[(Launch, Ran)], belief: Belief, report: &mut Report) {
    #[cfg(test)]
    let asked = belief != Belief::All;
    #[cfg(not(test))]
    let asked = true;
    let loud = belief == Belief::Asked;
    let taken = ask(nest);
    let (mut parallel, mut accepted, mut wrong) = (true, true, false);
    let (mut pairs, mut all) = (0, 0);
    for (launch, ran) in launches {
        let env = values(launch);
        let yes = taken.as_ref().map_or(!asked, |t| is_parallel(nest, &t.test, &env));
        // A launch with a fault has no answer, in whatever order it ran.
        accepted &= yes || ran.outside;
        parallel &= ran.collision.is_none();
        (pairs, all) = (
            pairs + ran.pairs,
            all + u64::from(ran.iterations) * u64::from(ran.iterations) / 2,
        );
        if let (true, Some(c)) = (yes, &ran.collision) {
            wrong = true;
            if loud {
                println!(
                    "two iterations meet at {}[{}]: {launch:?}\n{}",
                    SLICES[c.slice],
                    c.at,
                    nest.text()
                );
            }
        }
        if let Some(Taken {
            covered: Some(c),
            header,
            ..
        }) = &taken
            && (!asked || is_covered(nest, c, header, &env))
        {
            report.covered += 1;
            report.false_covered += u32::from(ran.outside);
            if ran.outside && loud {
                println!(
                    "an access that is covered is out of bounds: {launch:?}\n{}",
                    nest.text()
                );
            }
        }
    }
    report.nests += 1;
    report.false_parallel += u32::from(wrong);
    report.refused += u32::from(taken.is_none());
    report.rarely += u32::from(!parallel && pairs * 20 < all);
    report.deep += u32::from(nest.is_deep());
    if parallel {
        report.parallel += 1;
        let tested = taken.as_ref().is_some_and(|t| t.tested);
        report.accepted += u32::from(accepted);
        report.at_launch += u32::from(accepted && tested);
        report.serial += u32::from(!accepted && tested);
        if !accepted && std::env::var_os("HOIST_SHOW_MISSED").is_some() {
            println!(
                "missed ({}):\n{}",
                if tested { "serial" } else { "refused" },
                nest.text()
            );
        }
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
    let Some(headers) = header::header(f, &mut diag) else {
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
        unproved: false,
        group: None,
    };
    let known = depend::Known {
        types: SCALARS.iter().map(|s| (s.to_string(), Ty::USIZE)).collect(),
        ..Default::default()
    };
    let proof = depend::check_with(&looped, &known).ok()?;
    let cover = cover::cover(&looped);
    let parse = |t: proc_macro2::TokenStream| syn::parse2(t).unwrap_or_else(|e| panic!("{e}\n{text}"));
    Some(Taken {
        test: parse(proof.launch),
        tested: proof.tested,
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
        let report = check(300, 7, Belief::Asked);
        assert_eq!((report.false_parallel, report.false_covered), (0, 0));
        assert!(report.accepted > 60 && report.refused > 20, "{report:?}");
    }

    #[test]
    fn a_front_end_that_believes_everything_is_seen() {
        let report = check(300, 7, Belief::All);
        assert!(report.false_parallel > 50 && report.false_covered > 50, "{report:?}");
    }

    /// Each defect, alone, makes the front end accept what collides, soon.
    #[test]
    fn seeded_defects_are_found() {
        use hoist_affine::seeded::{self, Bug};
        for bug in [
            Bug::Rounding,
            Bug::Order,
            Bug::Wrapping,
            Bug::Closed,
            Bug::Else,
            Bug::Assigned,
        ] {
            seeded::set(Some(bug));
            let found = (0..40).find(|n| check(500, 1000 + n, Belief::Quiet).false_parallel > 0);
            seeded::set(None);
            let found = found.unwrap_or_else(|| panic!("{bug:?} is not found within 20,000 nests"));
            println!("{bug:?}: found within {} nests", (found + 1) * 500);
        }
    }

    #[test]
    fn the_same_seed_grows_the_same_nests() {
        assert_eq!(check(20, 3, Belief::Asked), check(20, 3, Belief::Asked));
    }
}
