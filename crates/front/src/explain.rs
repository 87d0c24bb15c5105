//! What `explain()` says of a loop: why it is parallel, how its accesses move, where their bounds are
//! tested, what differs between lanes.

use crate::cover::Cover;
use crate::depend::{ParLoop, Proof};
use crate::paths::Found;
use crate::vary::Varying;
use hoist_affine::{Fact, Form};
use std::collections::{BTreeMap, BTreeSet};

/// How an access moves from one lane to the next.
pub fn moves(f: &Found, dims: usize, texts: &dyn Fn(&Form) -> String) -> String {
    let last = dims - 1;
    // Variables that follow the lanes in their own way.
    let mut follows = Vec::new();
    let mut next = dims;
    for fact in &f.facts {
        if matches!(fact, Fact::Compare { .. }) {
            continue;
        }
        let inner = matches!(fact, Fact::Range { .. });
        let on_lanes = crate::depend::forms(fact)
            .into_iter()
            .flat_map(|f| &f.terms)
            .any(|(v, _)| {
                let v = usize::from(*v);
                v == last || follows.contains(&v)
            });
        if on_lanes || !inner && matches!(fact, Fact::Any { .. }) {
            follows.push(next);
        }
        next += 1;
    }
    if f.at.terms.iter().any(|(v, _)| follows.contains(&usize::from(*v))) {
        return "gathered".into();
    }
    match f.at.terms.iter().find(|(v, _)| usize::from(*v) == last) {
        None => "the same for all lanes".into(),
        Some((_, p)) => {
            let stride = Form {
                constant: p.clone(),
                terms: vec![],
            };
            match stride.as_number() {
                Some(1) => "contiguous".into(),
                Some(-1) => "contiguous, backwards".into(),
                _ => format!("strided by {}", texts(&stride)),
            }
        }
    }
}

/// The lines of a loop of a group's items.
pub fn items(par: &ParLoop, proof: &Proof, reductions: &[String]) -> String {
    let names: Vec<String> = par.indices.iter().map(|i| i.ident.to_string()).collect();
    let mut text = format!(
        "\n  items, line {}: par over ({}), lanes along `{}`",
        par.span.start().line,
        names.join(", "),
        names[names.len() - 1]
    );
    for part in proof.explain.lines().filter(|l| !l.is_empty()) {
        text += &format!("\n    parallel: {part}");
    }
    for words in reductions {
        text += &format!("\n    reduction: {words}");
    }
    for (kind, places) in kinds(proof) {
        text += &format!("\n    {kind}: {}", places.join(", "));
    }
    text
}

/// The accesses by how they move from lane to lane.
fn kinds(proof: &Proof) -> BTreeMap<&str, Vec<String>> {
    let mut kinds: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (place, kind) in &proof.places {
        let list = kinds.entry(kind).or_default();
        let place = format!("`{place}`");
        if !list.contains(&place) {
            list.push(place);
        }
    }
    kinds
}

/// The lines of one loop.
pub fn lines(par: &ParLoop, proof: &Proof, cover: &Cover, vary: &Varying, reductions: &[String]) -> String {
    let names: Vec<String> = par.indices.iter().map(|i| i.ident.to_string()).collect();
    let mut text = format!(
        "line {}: par over ({}), lanes along `{}`",
        par.span.start().line,
        names.join(", "),
        names[names.len() - 1]
    );
    for part in proof.explain.lines().filter(|l| !l.is_empty()) {
        text += &format!("\n  parallel: {part}");
    }
    if proof.explain.is_empty() {
        text += "\n  parallel: no slice is written";
    }
    for words in reductions {
        text += &format!("\n  reduction: {words}");
    }
    for (kind, places) in kinds(proof) {
        text += &format!("\n  {kind}: {}", places.join(", "));
    }
    for (covered, words) in [
        (true, "bounds tested at launch, and by chunk where that fails"),
        (false, "bounds tested at each access"),
    ] {
        let mut places: Vec<String> = Vec::new();
        for (place, _) in cover.texts.iter().zip(&cover.proved).filter(|(_, p)| **p == covered) {
            let place = format!("`{place}`");
            if !places.contains(&place) {
                places.push(place);
            }
        }
        if !places.is_empty() {
            text += &format!("\n  {words}: {}", places.join(", "));
        }
    }
    // Bindings of one name are told once.
    let varies: BTreeSet<String> = vary
        .vars
        .iter()
        .map(|v| format!("`{}`", crate::rename::shown(v)))
        .collect();
    let varies: Vec<String> = varies.into_iter().collect();
    text += &format!("\n  differs between lanes: {}", varies.join(", "));
    if proof.tested {
        text +=
            "\n  runs serially, with a warning, where a test at launch fails; `Device::strict()` makes that an error";
    }
    text
}
