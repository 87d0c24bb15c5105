//! Where names of hoist's own are looked up.
//!
//! Generated code has the spans of the source it stands for, so that rustc's messages point there. A span also says in
//! which macro a name was written: with that of an argument of a user's `macro_rules!`, a name of ours would be
//! looked up where the argument stands, and not be found.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

/// The same tokens, with all names that begin with `__` resolved where the attribute stands.
pub fn own(tokens: TokenStream) -> TokenStream {
    tokens.into_iter().map(one).collect()
}

fn one(token: TokenTree) -> TokenTree {
    match token {
        TokenTree::Group(g) => {
            let mut inner = Group::new(g.delimiter(), own(g.stream()));
            inner.set_span(g.span());
            TokenTree::Group(inner)
        }
        TokenTree::Ident(i) if i.to_string().starts_with("__") => {
            TokenTree::Ident(Ident::new(&i.to_string(), i.span().resolved_at(Span::call_site())))
        }
        other => other,
    }
}
