//! Small questions about syn's trees.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Block, Expr, ExprForLoop, Ident, Pat, Stmt};

/// The identifier, when the expression is one.
pub fn ident(e: &Expr) -> Option<&Ident> {
    match e {
        Expr::Path(p) if p.qself.is_none() => p.path.get_ident(),
        Expr::Paren(p) => ident(&p.expr),
        Expr::Group(g) => ident(&g.expr),
        _ => None,
    }
}

/// The variable that `a[i][j]`, or `a` itself, is a part of.
pub fn base(e: &Expr) -> Option<&Ident> {
    match bare(e) {
        Expr::Index(i) => base(&i.expr),
        e => ident(e),
    }
}

/// The expression without parentheses around it.
pub fn bare(e: &Expr) -> &Expr {
    match e {
        Expr::Paren(p) => bare(&p.expr),
        Expr::Group(g) => bare(&g.expr),
        _ => e,
    }
}

/// The argument of `par(…)`, when the loop is parallel.
pub fn par_argument(f: &ExprForLoop) -> Option<&Expr> {
    let Expr::Call(call) = bare(&f.expr) else { return None };
    let Expr::Path(p) = &*call.func else { return None };
    let last = p.path.segments.last()?;
    let par = last.ident == "par" || last.ident == "par_unproved";
    (par && call.args.len() == 1).then(|| &call.args[0])
}

/// Whether a parallel loop is one by the user's word.
pub fn is_unproved(f: &ExprForLoop) -> bool {
    matches!(bare(&f.expr), Expr::Call(c) if called(&c.func).as_deref() == Some("par_unproved"))
}

/// The last segment of a called path.
pub fn called(e: &Expr) -> Option<String> {
    let Expr::Path(p) = bare(e) else { return None };
    Some(p.path.segments.last()?.ident.to_string())
}

/// The value a block ends with.
pub fn tail(b: &Block) -> Option<&Expr> {
    match b.stmts.last() {
        Some(Stmt::Expr(e, None)) => Some(e),
        _ => None,
    }
}

/// Identifiers that a pattern binds.
pub fn bound(pat: &Pat, out: &mut Vec<Ident>) {
    match pat {
        Pat::Ident(p) => out.push(p.ident.clone()),
        Pat::Tuple(t) => t.elems.iter().for_each(|p| bound(p, out)),
        Pat::Type(t) => bound(&t.pat, out),
        Pat::Paren(p) => bound(&p.pat, out),
        _ => {}
    }
}

/// A pattern without its type annotation, and the annotation.
pub fn typed(pat: &Pat) -> (&Pat, Option<&syn::Type>) {
    match pat {
        Pat::Type(t) => (&t.pat, Some(&t.ty)),
        Pat::Paren(p) => typed(&p.pat),
        _ => (pat, None),
    }
}

/// The address of a loop's body, as the loop's identity: trees do not move during a lowering.
pub fn id(body: &Block) -> usize {
    std::ptr::from_ref(body) as usize
}

/// The type that a called path names, and the generics that follow the machine's or the context's.
pub fn callee(path: &syn::Path) -> (syn::Path, TokenStream) {
    let mut ty = path.clone();
    let generics = ty.segments.last_mut().map(|s| std::mem::take(&mut s.arguments));
    let turbofish = match generics {
        Some(syn::PathArguments::AngleBracketed(g)) => {
            let g = g.args;
            quote!(::<_, #g>)
        }
        _ => quote!(),
    };
    (ty, turbofish)
}

/// Names that are taken: of what was visited, and given out.
#[derive(Default)]
pub struct Names(pub std::collections::HashSet<String>);

impl Names {
    /// A name like this that is not taken.
    pub fn free(&mut self, text: &str, span: proc_macro2::Span) -> Ident {
        let mut text = text.to_owned();
        while !self.0.insert(text.clone()) {
            text.push('_');
        }
        Ident::new(&text, span)
    }
}

impl<'a> syn::visit::Visit<'a> for Names {
    fn visit_ident(&mut self, i: &'a Ident) {
        self.0.insert(i.to_string());
    }
}

/// A name, raw or not.
pub fn written_name(name: &str, span: proc_macro2::Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, span),
        None => Ident::new(name, span),
    }
}

/// A loop's range as text in its header: in parentheses where a brace in it would be taken for the body's.
pub fn in_header(e: &Expr) -> TokenStream {
    use syn::parse::Parser;
    let text = quote!(#e);
    match Expr::parse_without_eager_brace.parse2(text.clone()) {
        Ok(_) => text,
        Err(_) => quote!((#text)),
    }
}

/// A name that one range of a loop gives a number.
pub fn is_name(p: &Pat) -> bool {
    matches!(p, Pat::Ident(_) | Pat::Wild(_))
}

/// The function with plain names in the place of raw ones that it binds (`r#type`): to lower it, names are made of names.
pub fn plain_names(f: &syn::ItemFn) -> syn::ItemFn {
    let (mut raw, mut taken) = (Raw::default(), Names::default());
    syn::visit::Visit::visit_item_fn(&mut raw, f);
    if raw.0.is_empty() {
        return f.clone();
    }
    syn::visit::Visit::visit_item_fn(&mut taken, f);
    let names = raw.0.into_iter().map(|name| {
        let plain = name.trim_start_matches("r#").to_owned();
        let plain = match syn::parse_str::<Ident>(&plain) {
            Ok(_) => plain,
            Err(_) => taken
                .free(&format!("{plain}_"), proc_macro2::Span::call_site())
                .to_string(),
        };
        (name, plain)
    });
    let names = names.collect();
    syn::parse2(renamed(quote!(#f), &names)).unwrap_or_else(|_| f.clone())
}

/// Raw names that patterns bind.
#[derive(Default)]
struct Raw(std::collections::HashSet<String>);
impl<'a> syn::visit::Visit<'a> for Raw {
    fn visit_pat_ident(&mut self, p: &'a syn::PatIdent) {
        let name = p.ident.to_string();
        if name.starts_with("r#") {
            self.0.insert(name);
        }
        syn::visit::visit_pat_ident(self, p);
    }
}

fn renamed(tokens: TokenStream, names: &std::collections::HashMap<String, String>) -> TokenStream {
    use proc_macro2::{Group, TokenTree};
    let mut dots = 0;
    let one = |t| {
        // Behind one dot stands a field, behind two a bound.
        let is_field = dots == 1;
        dots = match &t {
            TokenTree::Punct(p) if p.as_char() == '.' => dots + 1,
            _ => 0,
        };
        match t {
            TokenTree::Group(g) => {
                let mut inner = Group::new(g.delimiter(), renamed(g.stream(), names));
                inner.set_span(g.span());
                TokenTree::Group(inner)
            }
            TokenTree::Ident(i) if !is_field => match names.get(&i.to_string()) {
                Some(name) => TokenTree::Ident(Ident::new(name, i.span())),
                None => TokenTree::Ident(i),
            },
            t => t,
        }
    };
    tokens.into_iter().map(one).collect()
}
