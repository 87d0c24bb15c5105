//! The interval test before a chunk: which accesses it covers, and its text.
//!
//! Accesses are numbered in the order in which `syn::visit` meets the `ExprIndex` nodes of the body.

use crate::depend::ParLoop;
use crate::linear::Scope;
use crate::{ops, tree};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::HashSet;
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ExprIf, ExprIndex, Ident};

/// The result for one loop.
pub struct Cover {
    /// Whether each access is covered.
    pub proved: Vec<bool>,
    /// Whether each index of a dimension is: the calls of `WITHIN`, in the same order.
    pub within: Vec<bool>,
    /// Each access as it reads.
    pub texts: Vec<String>,
    /// A `bool` over `__s: &Space`, the chunk.
    pub test: TokenStream,
}

/// Writes the test.
pub fn cover(par: &ParLoop) -> Cover {
    let scope = Scope::of(par.indices.iter().map(|i| i.ident.to_string()).collect(), par.body);
    let first = 3 - par.indices.len();
    let whole = |d: usize| {
        let d = first + d;
        quote!(__h::iv::dim(&__s.dims[#d]))
    };
    let mut all = All::default();
    all.visit_block(par.body);
    let texts = all.found.iter().map(|(i, _)| crate::values::access(i)).collect();
    let mut proved = Vec::new();
    let mut tests: Vec<TokenStream> = Vec::new();
    let mut seen = HashSet::new();
    let host = |name: &&Ident| scope.is_free(&name.to_string()) && !all.assigned.contains(&name.to_string());
    let mut add = |at: &Expr, len: Option<TokenStream>, guards: &[(&Ident, bool)]| {
        let interval = scope.poly(at).and_then(|p| scope.interval(&p, &whole, 0));
        let (Some(len), Some(interval)) = (len, interval) else {
            return false;
        };
        // What the launch's own scalars switch off needs no test.
        let off = guards
            .iter()
            .filter(|(name, _)| host(name))
            .map(|(name, on)| if *on { quote!(!#name ||) } else { quote!(#name ||) });
        let test = quote!((#(#off)* #interval.indexes(#len)));
        if seen.insert(test.to_string()) {
            tests.push(test);
        }
        true
    };
    for (i, guards) in &all.found {
        let slice = tree::ident(&i.expr).filter(|s| par.slices.contains_key(&s.to_string()));
        proved.push(add(&i.index, slice.map(|s| quote!(#s.len())), guards));
    }
    let mut within = Vec::new();
    for (c, guards) in &all.within {
        let len = tree::ident(&c.args[1]).filter(host);
        within.push(add(&c.args[0], len.map(|n| quote!(#n)), guards));
    }
    Cover {
        proved,
        within,
        texts,
        test: quote!(true #(&& #tests)*),
    }
}

/// The accesses, each with the `if name` around it and which branch it stands in.
#[derive(Default)]
struct All<'a> {
    found: Vec<(&'a ExprIndex, Vec<(&'a Ident, bool)>)>,
    within: Vec<(&'a ExprCall, Vec<(&'a Ident, bool)>)>,
    guards: Vec<(&'a Ident, bool)>,
    assigned: HashSet<String>,
}
impl<'a> Visit<'a> for All<'a> {
    fn visit_expr_index(&mut self, i: &'a ExprIndex) {
        self.found.push((i, self.guards.clone()));
        visit::visit_expr_index(self, i);
    }
    fn visit_expr_call(&mut self, c: &'a ExprCall) {
        if tree::called(&c.func).as_deref() == Some(crate::rows::WITHIN) {
            self.within.push((c, self.guards.clone()));
        }
        visit::visit_expr_call(self, c);
    }
    fn visit_expr_if(&mut self, i: &'a ExprIf) {
        let Some(name) = tree::ident(&i.cond) else {
            return visit::visit_expr_if(self, i);
        };
        self.guards.push((name, true));
        self.visit_block(&i.then_branch);
        self.guards.pop();
        if let Some((_, otherwise)) = &i.else_branch {
            self.guards.push((name, false));
            self.visit_expr(otherwise);
            self.guards.pop();
        }
    }
    fn visit_expr(&mut self, e: &'a Expr) {
        let target = match e {
            Expr::Assign(a) => tree::ident(&a.left),
            Expr::Binary(b) if ops::compound(&b.op).is_some() => tree::ident(&b.left),
            _ => None,
        };
        self.assigned.extend(target.map(Ident::to_string));
        visit::visit_expr(self, e);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::depend::{ParIndex, SliceInfo};
    use quote::format_ident;
    use syn::parse_quote;

    fn test_of(body: &syn::Block) -> (Vec<bool>, String) {
        let slices = ["x", "y"]
            .map(|n| (n.to_string(), SliceInfo { written_allowed: true }))
            .into();
        let index = ParIndex {
            ident: format_ident!("i"),
            start: parse_quote!(0),
            end: parse_quote!(n),
            step: None,
        };
        let cover = cover(&ParLoop {
            indices: vec![index],
            body,
            slices: &slices,
            exempt: HashSet::new(),
            span: proc_macro2::Span::call_site(),
            unproved: false,
            group: None,
        });
        (cover.proved, cover.test.to_string())
    }

    #[test]
    fn a_scalar_that_switches_an_access_off() {
        let (proved, test) = test_of(&parse_quote!({
            y[i] = if on { x[i] } else { x[i + 1] };
        }));
        assert_eq!(proved, [true, true, true]);
        assert!(test.contains("! on ||") && test.contains("&& (on ||"), "{test}");
    }

    #[test]
    fn a_guard_of_the_body_switches_nothing_off() {
        let (_, test) = test_of(&parse_quote!({
            let on = i > 3;
            if on {
                y[i] = 1;
            }
        }));
        assert!(!test.contains("on"), "{test}");
        let (_, test) = test_of(&parse_quote!({
            if on {
                y[i] = 1;
            }
            on |= true;
        }));
        assert!(!test.contains("on"), "{test}");
    }
}
