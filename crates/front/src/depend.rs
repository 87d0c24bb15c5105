//! Proves that two iterations of a parallel loop never meet.
//!
//! For every slice that the loop writes, [`crate::paths`] gives each access as a form over loop
//! variables with what is known on the way to it, and `hoist_affine` answers whether two of them can
//! be the same element in two different iterations. The question is asked three times: for loops of
//! any length, without the host's values, where a "no" needs nothing at launch; for values of all
//! kinds, where a "yes" every time is an error with an example; and else at launch, with the loop
//! serial when the answer is not "no".

use crate::params::{LONG, Params};
use crate::paths::{self, Found};
use crate::tree;
use hoist_affine::{Access, Fact, Form, Model, Poly, Ty};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::{BTreeMap, HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Error, Expr, Ident};

/// One range of a parallel loop.
#[derive(Clone)]
pub struct ParIndex {
    pub ident: Ident,
    pub start: Expr,
    pub end: Expr,
    pub step: Option<Expr>,
}

/// What is known of a captured slice.
pub struct SliceInfo {
    pub written_allowed: bool,
}

/// A parallel loop, its bindings renamed apart.
pub struct ParLoop<'a> {
    pub indices: Vec<ParIndex>,
    pub body: &'a Block,
    pub slices: &'a HashMap<String, SliceInfo>,
    /// Slices that iterations may share: their updates are atomic.
    pub exempt: std::collections::HashSet<String>,
    pub span: Span,
    /// `par_unproved`.
    pub unproved: bool,
    /// For a loop of a group's items, the names that the group binds: no launch knows their values.
    pub group: Option<&'a HashSet<String>>,
}

/// Why a loop is parallel.
pub struct Proof {
    /// An `Option<&'static str>`: the fact that failed, from the values at launch.
    pub launch: TokenStream,
    /// A line for each written slice.
    pub explain: String,
    /// Each access, and how it moves from lane to lane.
    pub places: Vec<(String, String)>,
    /// Whether anything is left to the launch.
    pub tested: bool,
    /// Whether iterations may write one element, all of them the same value: one thread then.
    pub shared: bool,
}

const BY_CLAIM: &str =
    "by the word of `par_unproved`: one thread on a CPU, parallel on a device; the device `check` tests the claim";

/// What the host part knows.
#[derive(Clone, Default)]
pub struct Known {
    /// Conditions that hold: of `assert!`, of loops around this one.
    pub holds: Vec<Expr>,
    /// Integer types of host variables.
    pub types: HashMap<String, Ty>,
    /// Integer types of the elements of host arrays of one dimension.
    pub arrays: HashMap<String, Ty>,
    /// Slices of floats, whose sums depend on their order; none in a `fast` kernel.
    pub floats: HashSet<String>,
}

/// Checks a loop.
///
/// # Errors
/// Every pair of places that may meet, with an example where the numbers allow one.
pub fn check(par: &ParLoop) -> Result<Proof, Vec<Error>> {
    check_with(par, &Known::default())
}

/// Checks a loop of which the host part knows something.
///
/// # Errors
/// Every pair of places that may meet, with an example where the numbers allow one.
pub fn check_with(par: &ParLoop, known: &Known) -> Result<Proof, Vec<Error>> {
    let names: Vec<String> = par.indices.iter().map(|i| i.ident.to_string()).collect();
    let mut params = Params::default();
    let one: Expr = syn::parse_quote!(1usize);
    let mut dims = Vec::new();
    for i in &par.indices {
        let step = i.step.as_ref().unwrap_or(&one);
        dims.push([&i.start, &i.end, step].map(|e| params.number(e)));
    }
    let mut all = paths::walk(&names, par.body, params, known);
    all.found.retain(|f| !par.exempt.contains(&f.slice));
    let written: std::collections::BTreeSet<&str> =
        all.found.iter().filter(|a| a.write).map(|a| a.slice.as_str()).collect();
    let mut proof = Proof {
        launch: quote!(),
        explain: String::new(),
        places: all
            .found
            .iter()
            .map(|f| {
                let words = |p: &Form| all.params.words(&p.constant);
                (f.text.clone(), crate::explain::moves(f, names.len(), &words))
            })
            .collect(),
        tested: false,
        shared: false,
    };
    let (mut errors, mut tests) = (Vec::new(), Vec::new());
    for slice in &written {
        let found: Vec<&Found> = all.found.iter().filter(|a| a.slice == *slice).collect();
        let len = par.slices.contains_key(*slice).then(|| {
            let name = Ident::new(slice, Span::call_site());
            all.params.number(&syn::parse_quote!(#name.len()))
        });
        let one = Slice::new(par, slice, &found, &dims, len, &all.params, known);
        match one.decide() {
            Ok(None) => proof.explain += &format!("`{slice}` {}\n", one.words()),
            Ok(Some(_)) if par.unproved => {
                proof.explain += &format!("`{slice}` {BY_CLAIM}\n");
                proof.shared = true;
            }
            Ok(Some(test)) => {
                proof.explain += &format!("`{slice}` {}, tested at launch\n", one.words());
                tests.push(test);
                proof.tested = true;
            }
            Err(_) if par.unproved => {
                proof.explain += &format!("`{slice}` {BY_CLAIM}\n");
                proof.shared = true;
            }
            Err(e) => errors.push(e),
        }
        proof.shared |= one.shared();
    }
    let mut whole = Whole {
        written: written.into_iter().collect(),
        errors: &mut errors,
    };
    whole.visit_block(par.body);
    if !errors.is_empty() {
        return Err(errors);
    }
    proof.launch = quote!({ #(#tests)* ::core::option::Option::None::<&'static str> });
    Ok(proof)
}

/// One written slice of a loop.
pub(crate) struct Slice<'a> {
    pub(crate) par: &'a ParLoop<'a>,
    pub(crate) name: &'a str,
    pub(crate) found: Vec<&'a Found>,
    pub(crate) model: Model,
    pub(crate) params: &'a Params,
    known: &'a Known,
}

impl<'a> Slice<'a> {
    fn new(
        par: &'a ParLoop,
        name: &'a str,
        found: &[&'a Found],
        dims: &[[u16; 3]],
        len: Option<u16>,
        params: &'a Params,
        known: &'a Known,
    ) -> Self {
        let mut values: BTreeMap<&str, u16> = BTreeMap::new();
        let (mut accesses, mut kept) = (Vec::<Access>::new(), Vec::new());
        for f in found {
            let next = values.len() as u16 + 1;
            let value = f.value.as_ref().map_or(0, |v| *values.entry(v).or_insert(next));
            let access = relevant(f, dims.len(), len, value);
            if !accesses.contains(&access) {
                accesses.push(access);
                kept.push(*f);
            }
        }
        Slice {
            par,
            name,
            found: kept,
            model: Model {
                dims: dims.to_vec(),
                accesses,
            },
            params,
            known,
        }
    }

    /// Whether two iterations may write the same value to one element.
    fn shared(&self) -> bool {
        let mut strict = self.model.clone();
        strict.accesses.iter_mut().for_each(|a| a.value = 0);
        strict != self.model
            && !self
                .params
                .samples(&self.known.holds)
                .iter()
                .all(|s| strict.independent(s))
    }

    /// Nothing, or a test for the launch.
    fn decide(&self) -> Result<Option<TokenStream>, Error> {
        if self.by_ranges() || self.always() || self.by_strides() {
            return Ok(None);
        }
        if let Some(names) = self.par.group {
            return match self.grounded(names) {
                Some(grounded) => grounded.at_launch(),
                None => Err(self.error(None)),
            };
        }
        self.at_launch()
    }

    /// A test for the launch, unless it fails for values of all kinds.
    fn at_launch(&self) -> Result<Option<TokenStream>, Error> {
        // Where little runs, or only what is out of bounds, anything is independent.
        let mut long = self.model.clone();
        long.accesses.iter_mut().for_each(|a| a.len = None);
        let samples = self.params.samples(&self.known.holds);
        let counts = |s: &[i128]| -> Vec<i128> {
            let get = |p: u16| s[usize::from(p)];
            let dims = self.model.dims.iter();
            dims.map(|[from, to, step]| (get(*to) - get(*from) + get(*step).max(1) - 1).max(0) / get(*step).max(1))
                .collect()
        };
        let all: Vec<Vec<i128>> = samples.iter().map(|s| counts(s)).collect();
        let most = |d: usize| all.iter().map(|c| c[d]).max().unwrap_or(0);
        let enough: Vec<i128> = (0..self.model.dims.len()).map(|d| most(d).min(5)).collect();
        let several = |less: i128| -> Vec<&Vec<i128>> {
            let both = samples.iter().zip(&all);
            both.filter(|(_, c)| c.iter().zip(&enough).all(|(c, e)| c + less >= *e))
                .map(|(s, _)| s)
                .collect()
        };
        let several = (0..4).map(several).find(|s| !s.is_empty()).unwrap_or_default();
        if several.is_empty() || several.iter().any(|s| long.independent(s)) {
            return Ok(Some(self.test()));
        }
        Err(self.error(several.first().copied()))
    }

    /// Whether every access is at the iteration's number in the box of all iterations: `(i * w + j) * d + k` over
    /// `(0..h, 0..w, 0..d)`. A box of that many iterations does not wrap.
    fn by_ranges(&self) -> bool {
        let at = &self.model.accesses[0].at;
        if self.model.accesses.iter().any(|a| a.at != *at) || at.terms.len() != self.model.dims.len() {
            return false;
        }
        let mut size = Form::number(1);
        for (n, (dim, i)) in self.model.dims.iter().zip(&self.par.indices).enumerate().rev() {
            let whole = literal(&i.start) == Some(0) && i.step.as_ref().is_none_or(|e| literal(e) == Some(1));
            if !whole || at.terms[n] != (n as u16, size.constant.clone()) {
                return false;
            }
            let count = match literal(&i.end) {
                Some(count) => match i64::try_from(count) {
                    Ok(count) => Form::number(count),
                    Err(_) => return false,
                },
                None => Form::parameter(dim[1]),
            };
            match size.times(&count) {
                Some(all) => size = all,
                None => return false,
            }
        }
        true
    }

    /// Whether the iterations are independent whatever the host's values are.
    fn always(&self) -> bool {
        let Some(mut model) = self.without_parameters() else {
            return false;
        };
        // The start is not known, and where the step is not 1 its remainder tells.
        let mut starts: Vec<Vec<i128>> = vec![vec![]];
        for (n, (d, i)) in model.dims.iter_mut().zip(&self.par.indices).enumerate() {
            let Some(step) = i.step.as_ref().map_or(Some(1), small_literal) else {
                return false;
            };
            let first = 3 * n as u16;
            *d = [first, first + 1, first + 2];
            let all = starts.iter().flat_map(|v| {
                (0..step).map(move |start| {
                    let mut v = v.clone();
                    v.extend([start, LONG, step]);
                    v
                })
            });
            starts = all.take(MOST_STARTS + 1).collect();
            if starts.len() > MOST_STARTS {
                return false;
            }
        }
        starts.iter().all(|values| model.independent(values))
    }

    /// The model with what depends on the host's values left out; `None` where that can't be.
    fn without_parameters(&self) -> Option<Model> {
        let mut model = self.model.clone();
        let shift = |f: &Form| -> Poly { f.constant.iter().filter(|(_, p)| !p.is_empty()).cloned().collect() };
        let common = shift(&self.model.accesses[0].at);
        for a in &mut model.accesses {
            let small = |p: &Poly| p.iter().all(|(n, s)| s.is_empty() && n.abs() < 1 << 14);
            if shift(&a.at) != common || !a.at.terms.iter().all(|(_, p)| small(p)) {
                return None;
            }
            a.len = None;
            a.at.constant.retain(|(_, p)| p.is_empty());
            if !small(&a.at.constant) {
                return None;
            }
            let plain = |f: &Form| small(&f.constant) && f.terms.iter().all(|(_, p)| small(p));
            for f in &mut a.facts {
                if forms(f).into_iter().all(plain) {
                    continue;
                }
                *f = forgotten(f);
            }
        }
        Some(model)
    }

    /// The same without what only the group knows; `None` where that decides.
    fn grounded(&self, names: &HashSet<String>) -> Option<Slice<'a>> {
        let unknown = |p: &u16| self.params.mentions(*p, names);
        let known = |p: &Poly| p.iter().all(|(_, all)| !all.iter().any(unknown));
        let mut model = self.model.clone();
        if model.dims.iter().flatten().any(unknown) {
            return None;
        }
        let shift = |f: &Form| -> Poly {
            let of_group = f.constant.iter().filter(|(_, p)| p.iter().any(unknown));
            of_group.cloned().collect()
        };
        let common = shift(&self.model.accesses[0].at);
        for a in &mut model.accesses {
            if shift(&a.at) != common || !a.at.terms.iter().all(|(_, p)| known(p)) {
                return None;
            }
            a.len = None;
            a.at.constant.retain(|(_, p)| !p.iter().any(unknown));
            for f in &mut a.facts {
                if !forms(f)
                    .into_iter()
                    .all(|f| known(&f.constant) && f.terms.iter().all(|(_, p)| known(p)))
                {
                    *f = forgotten(f);
                }
            }
        }
        Some(Slice {
            par: self.par,
            name: self.name,
            found: self.found.clone(),
            model,
            params: self.params,
            known: self.known,
        })
    }

    /// The test at launch: returns the fact that failed.
    fn test(&self) -> TokenStream {
        let mut model = self.model.clone();
        let mut used: Vec<u16> = Vec::new();
        let mut number = |p: &mut u16| {
            let at = used.iter().position(|u| u == p).unwrap_or_else(|| {
                used.push(*p);
                used.len() - 1
            });
            *p = at as u16;
        };
        model.dims.iter_mut().flatten().for_each(&mut number);
        for a in &mut model.accesses {
            a.len.iter_mut().for_each(&mut number);
            let all = std::iter::once(&mut a.at).chain(a.facts.iter_mut().flat_map(forms_mut));
            for f in all {
                let polys = std::iter::once(&mut f.constant).chain(f.terms.iter_mut().map(|(_, p)| p));
                polys.flatten().flat_map(|(_, p)| p).for_each(&mut number);
                f.constant
                    .iter_mut()
                    .chain(f.terms.iter_mut().flat_map(|(_, p)| p))
                    .for_each(|(_, p)| p.sort_unstable());
            }
        }
        let (code, values) = (model.encode(), self.params.tokens(&used));
        let code = code.iter().map(|n| proc_macro2::Literal::i64_unsuffixed(*n));
        let fact = self.fact();
        quote!(
            if !__h::iv::independent(&[#(#code),*], &#values) {
                return ::core::option::Option::Some(#fact);
            }
        )
    }

    /// What has to hold at launch, in words.
    fn fact(&self) -> String {
        let mut places: Vec<String> = self
            .found
            .iter()
            .filter(|f| f.write)
            .map(|f| format!("`{}`", f.text))
            .collect();
        places.dedup();
        places.truncate(3);
        format!(
            "two iterations may meet at {} for these lengths and scalars",
            places.join(" or ")
        )
    }

    /// Why iterations don't meet, in words.
    fn words(&self) -> String {
        let own = self.found.iter().filter(|f| f.write).map(|f| format!("`{}`", f.text));
        let mut places: Vec<String> = own.collect();
        places.dedup();
        let places = places.join(", ");
        if self.shared() {
            return format!("at {places}: what iterations share, all of them write the same value");
        }
        format!("is written at {places}: distinct elements in all iterations")
    }
}

/// A fact that says nothing, in the place of one.
fn forgotten(f: &Fact) -> Fact {
    match f {
        Fact::Compare { ty, .. } => Fact::Compare {
            a: Form::number(0),
            rel: hoist_affine::Rel::AtMost,
            b: Form::number(0),
            ty: *ty,
        },
        Fact::Range { ty, .. }
        | Fact::Div { ty, .. }
        | Fact::Rem { ty, .. }
        | Fact::Cast { ty, .. }
        | Fact::Least { ty, .. }
        | Fact::Any { ty } => Fact::Any { ty: *ty },
        Fact::Xor { .. } => Fact::Any { ty: Ty::USIZE },
    }
}

/// The forms of a fact.
pub fn forms(f: &Fact) -> Vec<&Form> {
    match f {
        Fact::Range { from: a, to: b, .. }
        | Fact::Div { of: a, by: b, .. }
        | Fact::Rem { of: a, by: b, .. }
        | Fact::Least { a, b, .. }
        | Fact::Xor { of: a, by: b }
        | Fact::Compare { a, b, .. } => vec![a, b],
        Fact::Cast { of, .. } => vec![of],
        Fact::Any { .. } => vec![],
    }
}

fn forms_mut(f: &mut Fact) -> Vec<&mut Form> {
    match f {
        Fact::Range { from: a, to: b, .. }
        | Fact::Div { of: a, by: b, .. }
        | Fact::Rem { of: a, by: b, .. }
        | Fact::Least { a, b, .. }
        | Fact::Xor { of: a, by: b }
        | Fact::Compare { a, b, .. } => vec![a, b],
        Fact::Cast { of, .. } => vec![of],
        Fact::Any { .. } => vec![],
    }
}

/// Remainders of starts that are tried.
const MOST_STARTS: usize = 64;

/// A literal from 1 to what is small.
fn small_literal(e: &Expr) -> Option<i128> {
    literal(e).filter(|n| (1..1 << 14).contains(n))
}

pub(crate) fn literal(e: &Expr) -> Option<i128> {
    match tree::bare(e) {
        Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Int(n), ..
        }) => n.base10_parse().ok(),
        _ => None,
    }
}

/// Facts beyond which the rest is left out.
const MOST_FACTS: usize = 24;
/// Facts of which none is left out.
const FEW_FACTS: usize = 12;

/// The access with the facts that bear on its subscript.
fn relevant(f: &Found, dims: usize, len: Option<u16>, value: u16) -> Access {
    let variables = |f: &Form| f.terms.iter().map(|(v, _)| usize::from(*v)).collect::<Vec<_>>();
    // The variable that each fact brings in.
    let mut brings = Vec::new();
    let mut next = dims;
    for fact in &f.facts {
        brings.push((!matches!(fact, Fact::Compare { .. })).then_some(next));
        next += usize::from(!matches!(fact, Fact::Compare { .. }));
    }
    // A condition may also say that nothing happens.
    let few = f.facts.len() <= FEW_FACTS;
    let mut wanted: HashSet<usize> = variables(&f.at).into_iter().collect();
    let mut keep = vec![false; f.facts.len()];
    loop {
        let before = wanted.len();
        for (n, fact) in f.facts.iter().enumerate() {
            let uses: Vec<usize> = forms(fact).into_iter().flat_map(variables).collect();
            let own = few || uses.iter().any(|v| *v >= dims && wanted.contains(v)) || uses.iter().all(|v| *v < dims);
            if brings[n].is_some_and(|v| wanted.contains(&v)) || brings[n].is_none() && own {
                keep[n] = true;
                wanted.extend(uses);
            }
        }
        if wanted.len() == before {
            break;
        }
    }
    let mut numbers: HashMap<usize, u16> = (0..dims).map(|v| (v, v as u16)).collect();
    let mut facts = Vec::new();
    let rename = |f: &mut Form, numbers: &HashMap<usize, u16>| {
        f.terms.iter_mut().for_each(|(v, _)| *v = numbers[&usize::from(*v)]);
    };
    for (n, fact) in f.facts.iter().enumerate().filter(|(n, _)| keep[*n]) {
        let condition = brings[n].is_none();
        if condition && facts.len() >= MOST_FACTS {
            continue;
        }
        let mut fact = fact.clone();
        forms_mut(&mut fact).into_iter().for_each(|f| rename(f, &numbers));
        if condition && facts.contains(&fact) {
            continue;
        }
        facts.push(fact);
        if let Some(v) = brings[n] {
            let next = numbers.len() as u16;
            numbers.insert(v, next);
        }
    }
    let mut at = f.at.clone();
    rename(&mut at, &numbers);
    Access {
        write: f.write,
        value,
        at,
        len,
        facts,
    }
}

/// Refuses to pass a written slice on whole: its accesses would not be seen here.
struct Whole<'a> {
    written: HashSet<&'a str>,
    errors: &'a mut Vec<Error>,
}

impl<'a> Visit<'a> for Whole<'_> {
    fn visit_expr(&mut self, e: &'a Expr) {
        match e {
            Expr::Index(i) if tree::ident(&i.expr).is_some() => self.visit_expr(&i.index),
            Expr::MethodCall(c) if tree::ident(&c.receiver).is_some() => c.args.iter().for_each(|a| self.visit_expr(a)),
            Expr::Path(_) if tree::ident(e).is_some_and(|i| self.written.contains(&*i.to_string())) => {
                let name = quote!(#e);
                self.errors.push(Error::new(
                    e.span(),
                    format!(
                        "`{name}` is written in this loop, so it can't be passed on or renamed in it: index it here"
                    ),
                ));
            }
            _ => visit::visit_expr(self, e),
        }
    }
}
