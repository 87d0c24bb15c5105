//! Structs in a body.
//!
//! What a body does with fields is written as calls, before any other pass, so that those see accesses of elements and
//! assignments of variables:
//!
//! ```text
//! p[i].speed[k]              get(p[i], "speed", k)
//! p[i].speed[k] += v         p[i] = put(v, p[i], "+=", "speed", k)
//! Body { at, ..old }         new(Body, "at", at, "..", old)
//! ```
//!
//! What a loop says of a field of a host variable becomes a variable of its own, which may be reduced.

use crate::diag::Diag;
use crate::item::Param;
use crate::{array, ops, tree};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::collections::{BTreeMap, HashSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprCall, Ident, ItemFn, Lit, Member, Pat, Stmt, Type, parse_quote_spanned};

pub const GET: &str = "__hoist_get";
pub const PUT: &str = "__hoist_put";
pub const NEW: &str = "__hoist_new";

/// Whether a type is written as a number's: everything else may be a struct.
pub fn is_number(ty: &Type, f: &ItemFn) -> bool {
    if let Some((elem, ..)) = crate::views::of_type(ty) {
        return is_number(elem, f);
    }
    match ty {
        Type::Path(p) => {
            let parameter = |i: &Ident| f.sig.generics.type_params().any(|t| t.ident == *i);
            let first = p.path.segments.first();
            p.qself.is_some() || first.is_some_and(|s| parameter(&s.ident)) || ops::is_scalar(&p.path)
        }
        Type::Paren(p) => is_number(&p.elem, f),
        Type::Group(g) => is_number(&g.elem, f),
        Type::Array(a) => is_number(&a.elem, f),
        Type::Slice(s) => array::element_type(&s.elem).is_none() && is_number(&s.elem, f),
        Type::Reference(r) => is_number(&r.elem, f),
        Type::Tuple(t) => t.elems.iter().all(|t| is_number(t, f)),
        _ => true,
    }
}

/// Parameters that are numbers, or slices of them.
pub fn numbers<'a>(params: impl Iterator<Item = &'a Param>, f: &ItemFn) -> HashSet<String> {
    params
        .filter(|p| {
            let (Param::Scalar { ty, .. } | Param::Slice { elem: ty, .. }) = p;
            let row = matches!(p, Param::Slice { .. }) && array::element_type(ty).is_some();
            !row && is_number(ty, f)
        })
        .map(|p| p.name().to_string())
        .collect()
}

/// Demands of every type in a function's header that may be a struct that it is an element.
pub fn maybe_structs(f: &ItemFn) -> Vec<TokenStream> {
    fn element(ty: &Type) -> Option<&Type> {
        if let Some((elem, ..)) = crate::views::of_type(ty) {
            return element(elem);
        }
        match ty {
            Type::Reference(r) => element(&r.elem),
            Type::Slice(s) => element(&s.elem),
            Type::Paren(p) => element(&p.elem),
            Type::Path(_) => Some(ty),
            _ => None,
        }
    }
    let inputs = f.sig.inputs.iter().filter_map(|a| match a {
        syn::FnArg::Typed(t) => element(&t.ty),
        syn::FnArg::Receiver(_) => None,
    });
    let mut all: Vec<&Type> = inputs.filter(|t| !is_number(t, f)).collect();
    all.dedup();
    all.into_iter().map(is_element).collect()
}

/// Demands of a type that it is an element.
pub fn is_element(ty: &Type) -> TokenStream {
    quote_spanned!(ty.span()=> __h::is_element::<#ty>();)
}

/// Whether a function may have to do with structs.
pub fn mentioned(f: &ItemFn) -> bool {
    struct Look<'a>(&'a ItemFn, bool);
    impl<'a> Visit<'a> for Look<'_> {
        fn visit_expr(&mut self, e: &'a Expr) {
            self.1 |= match e {
                Expr::Struct(_) => true,
                Expr::Call(c) => is_constructor(c),
                Expr::Field(f) => matches!(f.member, Member::Named(_)),
                _ => false,
            };
            visit::visit_expr(self, e);
        }
    }
    let mut look = Look(f, false);
    look.visit_block(&f.block);
    let inputs = f.sig.inputs.iter().any(|a| match a {
        syn::FnArg::Typed(t) => !is_number(&t.ty, f),
        syn::FnArg::Receiver(_) => false,
    });
    let output = matches!(&f.sig.output, syn::ReturnType::Type(_, t) if !is_number(t, look.0));
    look.1 || inputs || output
}

/// The way to a part of a struct: members as literals, and indexes.
#[derive(Clone)]
struct Chain {
    base: Expr,
    path: Vec<Expr>,
}

impl Chain {
    /// Its names and numbers, where the path has nothing else.
    fn fixed(&self) -> Option<String> {
        let mut text = tree::ident(&self.base)?.to_string();
        for e in &self.path {
            text += ".";
            text += &member(e).or_else(|| number(e).map(|n| n.to_string()))?;
        }
        Some(text)
    }
    fn get(&self) -> Expr {
        let (base, path, span) = (&self.base, &self.path, self.base.span());
        let get = Ident::new(GET, span);
        parse_quote_spanned!(span=> #get(#base, #(#path),*))
    }
}

/// The member that a step of a path names.
pub fn member(e: &Expr) -> Option<String> {
    match e {
        Expr::Lit(syn::ExprLit { lit: Lit::Str(s), .. }) => Some(s.value()),
        _ => None,
    }
}
/// The index that a step of a path is.
pub fn number(e: &Expr) -> Option<u64> {
    match tree::bare(e) {
        Expr::Lit(syn::ExprLit { lit: Lit::Int(n), .. }) => n.base10_parse().ok(),
        _ => None,
    }
}
fn literal(m: &Member) -> Expr {
    let (text, span) = match m {
        Member::Named(i) => (i.to_string(), i.span()),
        Member::Unnamed(n) => (n.index.to_string(), n.span),
    };
    let lit = syn::LitStr::new(&text, span);
    parse_quote_spanned!(span=> #lit)
}

/// What the pass knows of names.
#[derive(Default)]
struct Pass {
    /// Variables that hold structs, or parts of them.
    values: HashSet<String>,
    /// Slices whose elements are arrays.
    rows: HashSet<String>,
    /// Host variables.
    host: HashSet<String>,
    /// Fields of host variables by what they read, each with its own name from here on, and whether it is assigned.
    own: BTreeMap<String, Own>,
    /// Names that are used.
    taken: HashSet<String>,
    /// In the header of a loop, which is the host's.
    header: bool,
}

/// A field of a host variable.
struct Own {
    name: Ident,
    place: Expr,
    assigned: bool,
}

impl Pass {
    /// `p[i].a[k]` and `q.a`, outermost step last.
    fn chain(&self, e: &Expr) -> Option<Chain> {
        let (mut at, mut path, mut fields) = (tree::bare(e), Vec::new(), false);
        loop {
            match at {
                Expr::Field(f) => {
                    fields = true;
                    path.push(literal(&f.member));
                    at = tree::bare(&f.base);
                }
                // An element of a slice is what a path starts with.
                Expr::Index(i) => {
                    let root = tree::bare(&i.expr);
                    let part = match (tree::ident(root), root) {
                        (Some(name), _) => self.values.contains(&name.to_string()),
                        (_, Expr::Index(row)) if self.is_row(row) => true,
                        _ => matches!(root, Expr::Field(_) | Expr::Index(_)) && self.chain(root).is_some(),
                    };
                    if !part {
                        break;
                    }
                    fields = true;
                    path.push((*i.index).clone());
                    at = root;
                }
                _ => break,
            }
        }
        path.reverse();
        let tuple = path.iter().all(|e| member(e).is_some_and(|m| m.parse::<u32>().is_ok()))
            && !matches!(at, Expr::Index(_))
            && tree::ident(at).is_none_or(|i| !self.values.contains(&i.to_string()));
        (fields && !tuple).then(|| Chain { base: at.clone(), path })
    }

    /// Whether `x[i]` is an array.
    fn is_row(&self, i: &syn::ExprIndex) -> bool {
        tree::ident(&i.expr).is_some_and(|x| self.rows.contains(&x.to_string()))
    }

    /// A field of a host variable by its own name.
    fn hosted(&mut self, c: &Chain, assigned: bool) -> Option<Ident> {
        let root = tree::ident(&c.base).filter(|i| self.host.contains(&i.to_string()))?;
        let (fixed, span) = (c.fixed()?, root.span());
        let mut place: Expr = c.base.clone();
        for step in &c.path {
            place = match member(step).map(|m| named(&m, span)) {
                Some(m) => parse_quote_spanned!(span=> #place.#m),
                None => parse_quote_spanned!(span=> #place[#step]),
            };
        }
        let taken = &mut self.taken;
        let own = self.own.entry(fixed.clone()).or_insert_with(|| {
            let mut name = fixed.replace('.', "_") + "_";
            while !taken.insert(name.clone()) {
                name += "_";
            }
            Own {
                name: Ident::new(&name, span),
                place,
                assigned: false,
            }
        });
        own.assigned |= assigned;
        Some(own.name.clone())
    }

    /// Whether a variable that is given `e` holds a struct or a part of one.
    fn is_value(&self, e: &Expr) -> bool {
        match tree::bare(e) {
            Expr::Call(c) => matches!(tree::called(&c.func).as_deref(), Some(GET | NEW)),
            Expr::Index(i) => self.is_row(i),
            e => tree::ident(e).is_some_and(|i| self.values.contains(&i.to_string())),
        }
    }

    fn put(&mut self, c: &Chain, op: &str, value: &Expr, span: Span) -> Expr {
        let (base, mut path) = (c.base.clone(), c.path.clone());
        path.iter_mut().for_each(|e| self.visit_expr_mut(e));
        let (mut base, mut value) = (base, value.clone());
        self.visit_expr_mut(&mut value);
        self.inside_of(&mut base);
        let (put, op) = (Ident::new(PUT, span), syn::LitStr::new(op, span));
        parse_quote_spanned!(span=> #base = #put(#value, #base, #op, #(#path),*))
    }

    /// The index of `p[i]`.
    fn inside_of(&mut self, base: &mut Expr) {
        if let Expr::Index(i) = base {
            self.visit_expr_mut(&mut i.index);
        } else {
            self.visit_expr_mut(base);
        }
    }
}

impl VisitMut for Pass {
    fn visit_local_mut(&mut self, l: &mut syn::Local) {
        visit_mut::visit_local_mut(self, l);
        let (pat, ty) = tree::typed(&l.pat);
        let named = matches!(ty, Some(Type::Path(p)) if !ops::is_scalar(&p.path));
        if let (Pat::Ident(p), Some(init)) = (pat, &l.init)
            && (self.is_value(&init.expr) || named)
        {
            self.values.insert(p.ident.to_string());
        }
    }
    fn visit_expr_mut(&mut self, e: &mut Expr) {
        let span = e.span();
        match e {
            Expr::Assign(a) => {
                if let Some(c) = self.chain(&a.left) {
                    *e = match self.hosted(&c, true) {
                        Some(name) => {
                            self.visit_expr_mut(&mut a.right);
                            let right = &a.right;
                            parse_quote_spanned!(span=> #name = #right)
                        }
                        None => self.put(&c, "=", &a.right.clone(), span),
                    };
                    return;
                }
            }
            Expr::Binary(b) if ops::compound(&b.op).is_some() => {
                if let Some(c) = self.chain(&b.left) {
                    let op = b.op;
                    *e = match self.hosted(&c, true) {
                        Some(name) => {
                            self.visit_expr_mut(&mut b.right);
                            let right = &b.right;
                            parse_quote_spanned!(span=> #name #op #right)
                        }
                        None => self.put(&c, &quote!(#op).to_string(), &b.right.clone(), span),
                    };
                    return;
                }
            }
            Expr::Field(_) | Expr::Index(_) => {
                if let Some(mut c) = self.chain(e) {
                    if let Some(name) = self.hosted(&c, false) {
                        *e = parse_quote_spanned!(span=> #name);
                        return;
                    }
                    if !self.header {
                        c.path.iter_mut().for_each(|e| self.visit_expr_mut(e));
                        self.inside_of(&mut c.base);
                        *e = c.get();
                        return;
                    }
                }
            }
            Expr::Struct(s) if !self.header => {
                let (ty, new) = (&s.path, Ident::new(NEW, span));
                let fields = s.fields.iter().map(|f| {
                    let (name, value) = (literal(&f.member), &f.expr);
                    quote!(#name, #value)
                });
                let rest = s.rest.iter().map(|r| quote!("..", #r));
                *e = parse_quote_spanned!(span=> #new(#ty, #(#rest,)* #(#fields),*));
            }
            // `Point(x, y)`.
            Expr::Call(c) if is_constructor(c) && !self.header => {
                let (ty, new) = (&c.func, Ident::new(NEW, span));
                let fields = c.args.iter().enumerate().map(|(n, v)| {
                    let name = syn::LitStr::new(&n.to_string(), v.span());
                    quote!(#name, #v)
                });
                *e = parse_quote_spanned!(span=> #new(#ty, #(#fields),*));
            }
            _ => {}
        }
        visit_mut::visit_expr_mut(self, e);
    }
}

fn is_constructor(c: &ExprCall) -> bool {
    let Expr::Path(p) = tree::bare(&c.func) else {
        return false;
    };
    let upper = |s: &syn::PathSegment| s.ident.to_string().starts_with(char::is_uppercase);
    p.path.segments.last().is_some_and(upper) && ops::primitive_call(c).is_none()
}

/// Writes `let Point { x, y: h, .. } = e;` as `let` of each field.
pub fn destructure(block: &mut Block) {
    struct Apart(usize);
    impl Apart {
        fn field(&mut self, of: &Ident, member: &Member, pat: &Pat, out: &mut Vec<Stmt>) {
            let span = of.span();
            out.push(parse_quote_spanned!(span=> let #pat = #of.#member;));
        }
        fn taken(&mut self, s: &Stmt) -> Option<Vec<Stmt>> {
            let Stmt::Local(l) = s else { return None };
            let (pat, _) = tree::typed(&l.pat);
            let init = l.init.as_ref().filter(|i| i.diverge.is_none())?;
            let span = pat.span();
            self.0 += 1;
            let name = format_ident!("__apart{}", self.0, span = span);
            let mut out = Vec::new();
            let path = match pat {
                Pat::Struct(s) => {
                    for f in &s.fields {
                        self.field(&name, &f.member, &f.pat, &mut out);
                    }
                    &s.path
                }
                Pat::TupleStruct(t) => {
                    let named = t.elems.iter().take_while(|p| !matches!(p, Pat::Rest(_)));
                    for (n, p) in named.enumerate() {
                        let member = Member::Unnamed(syn::Index { index: n as u32, span });
                        self.field(&name, &member, p, &mut out);
                    }
                    &t.path
                }
                _ => return None,
            };
            let value = &init.expr;
            out.insert(0, parse_quote_spanned!(span=> let #name: #path = #value;));
            Some(out)
        }
    }
    impl VisitMut for Apart {
        fn visit_block_mut(&mut self, b: &mut Block) {
            let mut at = 0;
            while at < b.stmts.len() {
                if let Some(stmts) = self.taken(&b.stmts[at]) {
                    b.stmts.splice(at..=at, stmts);
                    // What came of it may have patterns too.
                    continue;
                }
                at += 1;
            }
            visit_mut::visit_block_mut(self, b);
        }
    }
    Apart(0).visit_block_mut(block);
}

/// Writes what a block does with fields as calls.
pub fn in_block(block: &mut Block, values: HashSet<String>, rows: HashSet<String>) {
    let mut pass = Pass {
        values,
        rows,
        ..Default::default()
    };
    pass.visit_block_mut(block);
}

/// Does the same in a `par` loop. Gives the fields of host variables that it uses, with whether they are assigned.
pub fn in_loop(
    f: &mut syn::ExprForLoop,
    host: &HashSet<String>,
    rows: &HashSet<String>,
    diag: &mut Diag,
) -> Vec<(Ident, Expr, bool)> {
    let mut pass = Pass {
        host: host.clone(),
        rows: rows.clone(),
        ..Default::default()
    };
    let mut names = tree::Names(host.clone());
    names.visit_expr_for_loop(f);
    pass.taken = names.0;
    pass.header = true;
    pass.visit_expr_mut(&mut f.expr);
    pass.header = false;
    pass.visit_block_mut(&mut f.body);
    struct Whole<'a>(&'a BTreeMap<String, Own>, Vec<Span>);
    impl<'a> Visit<'a> for Whole<'_> {
        fn visit_expr_path(&mut self, p: &'a syn::ExprPath) {
            let assigned = |name: &Ident| {
                let root = |e: &Expr| root(e).is_some_and(|r| r == name);
                self.0.values().any(|own| own.assigned && root(&own.place))
            };
            if let Some(name) = p.path.get_ident()
                && assigned(name)
            {
                self.1.push(name.span());
            }
        }
    }
    let mut whole = Whole(&pass.own, Vec::new());
    whole.visit_block(&f.body);
    // `s.sum` beside `s.sum.x += …`.
    let within = |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'));
    for (text, own) in pass.own.iter().filter(|(_, own)| own.assigned) {
        let other = pass.own.iter().find(|(t, _)| within(text, t) || within(t, text));
        whole.1.extend(other.map(|_| own.name.span()));
    }
    for span in whole.1 {
        diag.error(
            span,
            "a field of this variable is reduced by the loop, which can't use the whole of it at the same time",
        );
    }
    pass.own
        .into_values()
        .map(|own| (own.name, own.place, own.assigned))
        .collect()
}

fn root(e: &Expr) -> Option<&Ident> {
    match tree::bare(e) {
        Expr::Field(f) => root(&f.base),
        Expr::Index(i) => root(&i.expr),
        e => tree::ident(e),
    }
}

/// Whether a call is one of this pass, which gives lanes only where it is given some.
pub fn is_own(c: &ExprCall) -> bool {
    matches!(tree::called(&c.func).as_deref(), Some(GET | PUT | NEW))
}

pub fn named(m: &str, span: Span) -> Member {
    match m.parse::<u32>() {
        Ok(index) => Member::Unnamed(syn::Index { index, span }),
        Err(_) => {
            let mut name = syn::parse_str(m).unwrap_or_else(|_| Ident::new("_field", span));
            name.set_span(span);
            Member::Named(name)
        }
    }
}

/// Writes the calls of this pass as they were, for a text that a person reads.
pub fn readable(e: &Expr) -> Expr {
    struct Back;
    impl VisitMut for Back {
        fn visit_expr_mut(&mut self, e: &mut Expr) {
            visit_mut::visit_expr_mut(self, e);
            if let Expr::Call(c) = e
                && tree::called(&c.func).as_deref() == Some(GET)
            {
                let mut text = c.args[0].clone();
                let span = c.span();
                for step in c.args.iter().skip(1) {
                    text = match member(step).map(|m| named(&m, span)) {
                        Some(m) => parse_quote_spanned!(span=> #text.#m),
                        None => parse_quote_spanned!(span=> #text[#step]),
                    };
                }
                *e = text;
            }
        }
    }
    let mut e = e.clone();
    Back.visit_expr_mut(&mut e);
    e
}
