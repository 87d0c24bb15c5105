//! Proves that two iterations of a parallel loop never meet.
//!
//! For every slice that the loop writes, each write is compared with each access. Both subscripts
//! are split into the part that moves with the parallel variables, which must be the same, and the
//! rest. One dimension with constant numbers is decided here; everything else becomes a test at
//! launch (`hoist_machine::iv::disjoint`), with the loop serial when it fails.

use crate::linear::{Poly, Scope, as_constant, sum};
use crate::{ops, tree};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::HashMap;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Error, Expr, ExprIndex, Ident};

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
}

/// Why a loop is parallel.
pub struct Proof {
    /// An `Option<&'static str>`: the fact that failed, from the values at launch.
    pub launch: TokenStream,
    /// A line for each written slice.
    pub explain: String,
}

struct Access {
    slice: String,
    text: String,
    span: Span,
    write: bool,
    index: Expr,
}

/// A subscript, split: coefficients of the parallel variables, and the rest.
struct Split {
    strides: Vec<Poly>,
    rest: Poly,
}

/// Checks a loop.
///
/// # Errors
/// Every pair of places that may meet, with an example where the numbers allow one.
pub fn check(par: &ParLoop) -> Result<Proof, Vec<Error>> {
    let names: Vec<String> = par.indices.iter().map(|i| i.ident.to_string()).collect();
    let scope = Scope::of(names, par.body);
    let mut all = Accesses {
        list: Vec::new(),
        writing: false,
    };
    all.visit_block(par.body);
    all.list.retain(|a| !par.exempt.contains(&a.slice));
    let mut written: Vec<String> = all.list.iter().filter(|a| a.write).map(|a| a.slice.clone()).collect();
    written.sort();
    written.dedup();
    let mut errors = Vec::new();
    let mut tests = Vec::new();
    let mut explain = String::new();
    for slice in written {
        let accesses: Vec<&Access> = all.list.iter().filter(|a| a.slice == slice).collect();
        match one_slice(par, &scope, &slice, &accesses) {
            Ok((line, test)) => {
                explain += &line;
                explain.push('\n');
                tests.extend(test);
            }
            Err(e) => errors.push(e),
        }
    }
    let mut names = Whole {
        written: all.list.iter().filter(|a| a.write).map(|a| a.slice.as_str()).collect(),
        errors: &mut errors,
    };
    names.visit_block(par.body);
    if !errors.is_empty() {
        return Err(errors);
    }
    let launch = quote!({ #(#tests)* ::core::option::Option::None::<&'static str> });
    Ok(Proof { launch, explain })
}

fn one_slice(
    par: &ParLoop,
    scope: &Scope,
    slice: &str,
    accesses: &[&Access],
) -> Result<(String, Option<TokenStream>), Error> {
    let mut splits = Vec::new();
    for a in accesses {
        let Some(split) = scope.poly(&a.index).and_then(|p| split(scope, &p)) else {
            return Err(Error::new(
                a.span,
                format!(
                    "can't show that no two iterations meet at `{}`: the loop writes `{slice}`, and this subscript is not a sum of loop \
                     variables times values that are the same in all iterations; write `{slice}` at the loop's own index, or use a plain `for`",
                    a.text
                ),
            ));
        };
        splits.push(split);
    }
    let first = accesses.iter().position(|a| a.write).expect("the slice is written");
    for (d, stride) in splits[first].strides.iter().enumerate() {
        if as_constant(stride) == Some(0) {
            let name = &par.indices[d].ident;
            return Err(Error::new(
                accesses[first].span,
                format!(
                    "iterations of `par` must not meet: `{}` is the same element for every `{name}`, so all of them write it; \
                     reduce into a variable, or use the subscript `{name}`",
                    accesses[first].text
                ),
            ));
        }
    }
    for (a, s) in accesses.iter().zip(&splits) {
        if s.strides != splits[first].strides {
            return Err(Error::new(
                a.span,
                format!(
                    "iterations of `par` may meet: `{}` here and `{}` at {} move differently from one iteration to the next",
                    a.text,
                    accesses[first].text,
                    place(accesses[first].span)
                ),
            ));
        }
    }
    if par.indices.len() == 1
        && let Some(stride) = as_constant(&splits[first].strides[0])
        && let Some(step) = step(par, scope)
        && (1..1 << 32).contains(&(stride * step).abs())
        && let Some(rests) = splits.iter().map(|s| as_constant(&s.rest)).collect::<Option<Vec<_>>>()
    {
        constant_pairs(par, accesses, &rests, stride * step, stride)?;
        return Ok((
            format!("`{slice}` is only touched at the iteration's own elements"),
            None,
        ));
    }
    launch_test(par, scope, slice, accesses, &splits)
}

fn step(par: &ParLoop, scope: &Scope) -> Option<i128> {
    match &par.indices[0].step {
        None => Some(1),
        Some(e) => as_constant(&scope.poly(e)?),
    }
}

/// One dimension, all numbers known, any number of iterations.
fn constant_pairs(
    par: &ParLoop,
    accesses: &[&Access],
    rests: &[i128],
    stride: i128,
    per_index: i128,
) -> Result<(), Error> {
    for (w, rw) in accesses.iter().zip(rests).filter(|(a, _)| a.write) {
        for (a, ra) in accesses.iter().zip(rests) {
            let apart = rw - ra;
            if apart == 0 || apart % stride != 0 {
                continue;
            }
            // `a` in iteration `i` is `w` in iteration `j`: per_index * i + ra = per_index * j + rw.
            let (i, j) = if apart / per_index < 0 {
                (1, 1 - apart / per_index)
            } else {
                (1 + apart / per_index, 1)
            };
            let (name, verb) = (&par.indices[0].ident, if a.write { "written" } else { "read" });
            return Err(Error::new(
                a.span,
                format!(
                    "iterations of `par` must not meet: `{}` {verb} here when {name} = {i} is `{}` written at {} when {name} = {}",
                    a.text,
                    w.text,
                    place(w.span),
                    j
                ),
            ));
        }
    }
    Ok(())
}

fn place(span: Span) -> String {
    let at = span.start();
    format!("{}:{}", at.line, at.column + 1)
}

fn launch_test(
    par: &ParLoop,
    scope: &Scope,
    slice: &str,
    accesses: &[&Access],
    splits: &[Split],
) -> Result<(String, Option<TokenStream>), Error> {
    let space = |d: usize| {
        let (start, end) = (&par.indices[d].start, &par.indices[d].end);
        let step = par.indices[d].step.as_ref().map_or(quote!(1usize), |s| quote!(#s));
        quote!(__h::Dim { start: #start, end: #end, step: #step })
    };
    let whole = |d: usize| {
        let dim = space(d);
        quote!(__h::iv::dim(&#dim))
    };
    let unknown = |a: &Access| {
        Error::new(
            a.span,
            format!(
                "can't show that no two iterations meet at `{}`: the range of a loop variable in it is not known before the loop",
                a.text
            ),
        )
    };
    let first = accesses.iter().position(|a| a.write).expect("the slice is written");
    let mut strides = Vec::new();
    for (d, s) in splits[first].strides.iter().enumerate() {
        let dim = space(d);
        let Some(value) = scope.interval(s, &whole, 0) else {
            return Err(unknown(accesses[first]));
        };
        strides.push(quote!({ let __d = #dim; (#value.times(__h::iv::int(__d.step)), __d.count()) }));
    }
    let mut rests = Vec::new();
    for (a, s) in accesses.iter().zip(splits) {
        let Some(rest) = scope.interval(&s.rest, &whole, 0) else {
            return Err(unknown(a));
        };
        rests.push(rest);
    }
    let writes = accesses.iter().enumerate().filter(|(_, a)| a.write).map(|(n, _)| n);
    let fact = format!("two iterations may meet in `{slice}` for these lengths and scalars");
    let test = quote!({
        let __strides = [#(#strides),*];
        let __rests = [#(#rests),*];
        for __w in [#(#writes),*] {
            if !__rests.iter().all(|__a| __h::iv::disjoint(__rests[__w], *__a, &__strides)) {
                return ::core::option::Option::Some(#fact);
            }
        }
    });
    Ok((
        format!(
            "`{slice}` at `{}`: distinct in all iterations, tested at launch",
            accesses[first].text
        ),
        Some(test),
    ))
}

fn split(scope: &Scope, p: &Poly) -> Option<Split> {
    let mut strides = vec![Poly::new(); scope.par.len()];
    let mut rest = Poly::new();
    for (symbols, c) in p {
        let moving: Vec<usize> = symbols
            .iter()
            .filter_map(|s| scope.par.iter().position(|p| p == s))
            .collect();
        match moving.as_slice() {
            [] => rest = sum(rest, Poly::from([(symbols.clone(), *c)]), 1)?,
            [d] => {
                let others: Vec<String> = symbols.iter().filter(|s| **s != scope.par[*d]).cloned().collect();
                if others.iter().any(|s| scope.is_variable(s)) {
                    return None;
                }
                strides[*d] = sum(std::mem::take(&mut strides[*d]), Poly::from([(others, *c)]), 1)?;
            }
            _ => return None,
        }
    }
    Some(Split { strides, rest })
}

struct Accesses {
    list: Vec<Access>,
    writing: bool,
}

impl Accesses {
    fn add(&mut self, i: &ExprIndex, write: bool) {
        if let Some(slice) = tree::ident(&i.expr) {
            let (text, index) = (quote!(#i).to_string().replace(" [", "["), (*i.index).clone());
            let text = text.replace("[ ", "[").replace(" ]", "]");
            self.list.push(Access {
                slice: slice.to_string(),
                text,
                span: i.span(),
                write,
                index,
            });
        }
    }
}

impl<'a> Visit<'a> for Accesses {
    fn visit_expr(&mut self, e: &'a Expr) {
        let target = match e {
            Expr::Assign(a) => Some((&a.left, &a.right, false)),
            Expr::Binary(b) if ops::compound(&b.op).is_some() => Some((&b.left, &b.right, true)),
            _ => None,
        };
        if let Some((left, right, reads)) = target
            && let Expr::Index(i) = tree::bare(left)
        {
            self.add(i, true);
            if reads {
                self.add(i, false);
            }
            self.visit_expr(&i.index);
            self.visit_expr(right);
            return;
        }
        if let Expr::Index(i) = e {
            let writing = self.writing;
            self.add(i, writing);
        }
        visit::visit_expr(self, e);
    }
    fn visit_expr_reference(&mut self, r: &'a syn::ExprReference) {
        let outer = std::mem::replace(&mut self.writing, r.mutability.is_some());
        visit::visit_expr_reference(self, r);
        self.writing = outer;
    }
}

/// Refuses to pass a written slice on whole: its accesses would not be seen here.
struct Whole<'a> {
    written: std::collections::HashSet<&'a str>,
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
