//! The interval test before a chunk: which accesses it covers, and its text.
//!
//! Accesses are numbered in the order in which `syn::visit` meets the `ExprIndex` nodes of the body.

use crate::depend::ParLoop;
use crate::linear::Scope;
use crate::tree;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ExprIndex;
use syn::visit::{self, Visit};

/// The result for one loop.
pub struct Cover {
    /// Whether each access is covered.
    pub proved: Vec<bool>,
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
    struct All<'a>(Vec<&'a ExprIndex>);
    impl<'a> Visit<'a> for All<'a> {
        fn visit_expr_index(&mut self, i: &'a ExprIndex) {
            self.0.push(i);
            visit::visit_expr_index(self, i);
        }
    }
    let mut all = All(Vec::new());
    all.visit_block(par.body);
    let mut proved = Vec::new();
    let mut tests: Vec<TokenStream> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for i in all.0 {
        let slice = tree::ident(&i.expr).filter(|s| par.slices.contains_key(&s.to_string()));
        let interval = scope.poly(&i.index).and_then(|p| scope.interval(&p, &whole, 0));
        let (Some(slice), Some(interval)) = (slice, interval) else {
            proved.push(false);
            continue;
        };
        proved.push(true);
        let test = quote!(#interval.indexes(#slice.len()));
        if seen.insert(test.to_string()) {
            tests.push(test);
        }
    }
    Cover {
        proved,
        test: quote!(true #(&& #tests)*),
    }
}
