//! The element types that the text of a kernel's parallel loops mentions.

use crate::item::Param;
use crate::tree;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{ExprForLoop, ItemFn, Type};

const TYPES: [&str; 13] = [
    "bool", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f16", "bf16", "f32", "f64",
];

/// Names of types, sorted: in casts, paths and suffixes, and those of the parameters that a loop uses.
pub fn types(f: &ItemFn, params: &[Param]) -> Vec<String> {
    struct Bodies(BTreeSet<String>);
    impl<'a> Visit<'a> for Bodies {
        fn visit_expr_for_loop(&mut self, f: &'a ExprForLoop) {
            if tree::par_argument(f).is_some() {
                words(f.body.to_token_stream(), &mut self.0);
            } else {
                visit::visit_expr_for_loop(self, f);
            }
        }
    }
    let mut bodies = Bodies(BTreeSet::new());
    bodies.visit_item_fn(f);
    let words = bodies.0;
    let own = |p: &Param| {
        let ty = match p {
            Param::Scalar { ty, .. } => ty,
            Param::Slice { elem, .. } => elem,
        };
        match ty {
            Type::Path(t) if words.contains(&p.name().to_string()) => Some(t.path.segments.last()?.ident.to_string()),
            _ => None,
        }
    };
    let mut all: BTreeSet<String> = params.iter().filter_map(own).collect();
    all.extend(words.iter().cloned());
    all.retain(|w| TYPES.contains(&w.as_str()));
    all.into_iter().collect()
}

/// Every identifier, and the suffix of every number.
fn words(tokens: TokenStream, out: &mut BTreeSet<String>) {
    for t in tokens {
        match t {
            TokenTree::Group(g) => words(g.stream(), out),
            TokenTree::Ident(i) => {
                out.insert(i.to_string());
            }
            TokenTree::Literal(l) => {
                let text = l.to_string();
                let number = text.starts_with(|c: char| c.is_ascii_digit());
                // `0x1f32` is no float.
                let fits = |t: &&&str| text.ends_with(**t) && !(text.starts_with("0x") && t.contains('f'));
                let suffixes = TYPES.iter().filter(fits).filter(|_| number);
                out.extend(suffixes.map(|t| t.to_string()));
            }
            TokenTree::Punct(_) => {}
        }
    }
}
