//! The header of a parallel loop: its variables and ranges.

use crate::depend::ParIndex;
use crate::diag::{Diag, msg};
use crate::tree;
use quote::format_ident;
use std::collections::HashSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprForLoop, Ident, Pat, parse_quote};

/// One range of the header.
pub struct Header {
    pub name: Ident,
    pub start: Expr,
    pub end: Expr,
    pub step: Option<Expr>,
}

impl Header {
    /// As the dependence test has it.
    pub fn index(&self) -> ParIndex {
        ParIndex {
            ident: self.name.clone(),
            start: self.start.clone(),
            end: self.end.clone(),
            step: self.step.clone(),
        }
    }
}

/// Reads `for PAT in par(ARG)`.
pub fn header(f: &ExprForLoop, diag: &mut Diag) -> Option<Vec<Header>> {
    let arg = tree::par_argument(f)?;
    let names: Vec<&Pat> = match &*f.pat {
        Pat::Tuple(t) => t.elems.iter().collect(),
        p => vec![p],
    };
    let ranges: Vec<&Expr> = match arg {
        Expr::Tuple(t) => t.elems.iter().collect(),
        e => vec![e],
    };
    if names.len() != ranges.len() || names.len() > 3 {
        diag.error(f.pat.span().join(arg.span()).unwrap_or(arg.span()), msg::PAR_PATTERN);
        return None;
    }
    let mut headers = Vec::new();
    for (n, (pat, range)) in names.iter().zip(ranges).enumerate() {
        let name = match pat {
            Pat::Ident(p) => p.ident.clone(),
            Pat::Wild(w) => format_ident!("__i{}", n, span = w.span()),
            p => {
                diag.error(p.span(), msg::PAR_PATTERN);
                return None;
            }
        };
        let Some((start, end, step)) = range_of(range) else {
            diag.error(range.span(), msg::PAR_RANGE);
            return None;
        };
        headers.push(Header { name, start, end, step });
    }
    Some(headers)
}

fn range_of(e: &Expr) -> Option<(Expr, Expr, Option<Expr>)> {
    match tree::bare(e) {
        Expr::Range(r) => {
            let (start, end) = (r.start.as_deref()?.clone(), r.end.as_deref()?.clone());
            let end = if matches!(r.limits, syn::RangeLimits::Closed(_)) {
                parse_quote!(((#end) + 1))
            } else {
                end
            };
            Some((start, end, None))
        }
        Expr::MethodCall(c) if c.method == "step_by" && c.args.len() == 1 => {
            let (start, end, None) = range_of(&c.receiver)? else {
                return None;
            };
            Some((start, end, Some(c.args[0].clone())))
        }
        _ => None,
    }
}

/// Gives the bounds of a loop's ranges that are read from slices names of their own: only between the loops can they be read.
pub fn bounds(f: &mut ExprForLoop, slices: &HashSet<String>) -> Vec<(Ident, Expr, bool)> {
    struct Reads<'s>(&'s HashSet<String>, bool);
    impl<'a> Visit<'a> for Reads<'_> {
        fn visit_expr_index(&mut self, i: &'a syn::ExprIndex) {
            self.1 |= tree::base(&i.expr).is_some_and(|x| self.0.contains(&x.to_string()));
            visit::visit_expr_index(self, i);
        }
    }
    struct Bounds<'s>(Vec<(Ident, Expr, bool)>, &'s HashSet<String>);
    impl Bounds<'_> {
        fn name(&mut self, e: &mut Expr) {
            let mut reads = Reads(self.1, false);
            reads.visit_expr(e);
            if reads.1 {
                let name = format_ident!("__bound{}", self.0.len(), span = e.span());
                let value = std::mem::replace(e, parse_quote!(#name));
                self.0.push((name, value, false));
            }
        }
    }
    impl VisitMut for Bounds<'_> {
        fn visit_expr_range_mut(&mut self, r: &mut syn::ExprRange) {
            r.start.iter_mut().chain(&mut r.end).for_each(|e| self.name(e));
        }
        fn visit_expr_method_call_mut(&mut self, c: &mut syn::ExprMethodCall) {
            self.visit_expr_mut(&mut c.receiver);
            c.args.iter_mut().for_each(|e| self.name(e));
        }
    }
    let mut bounds = Bounds(Vec::new(), slices);
    bounds.visit_expr_mut(&mut f.expr);
    bounds.0
}
