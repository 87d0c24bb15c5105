//! Where names of hoist's own are looked up, and how texts show the user's.
//!
//! Generated code has the spans of the source it stands for, so that rustc's messages point there. A span also says in
//! which macro a name was written: with that of an argument of a user's `macro_rules!`, a name of ours would be
//! looked up where the argument stands, and not be found. What a person or a driver's compiler reads, a fault's text or
//! the name of a local, has names as the user wrote them: [`rename`] numbered them for the passes in between.

use crate::rename;
use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};

/// The same tokens, with all names that begin with `__` resolved where the attribute stands, and texts
/// [shown](rename::shown) as the user would write them.
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
        TokenTree::Literal(l) if rename::is_marked(&l.to_string()) => {
            match syn::parse_str::<syn::LitStr>(&l.to_string()) {
                Ok(text) => {
                    let mut text = Literal::string(&rename::shown(&text.value()));
                    text.set_span(l.span());
                    TokenTree::Literal(text)
                }
                Err(_) => TokenTree::Literal(l),
            }
        }
        other => other,
    }
}
