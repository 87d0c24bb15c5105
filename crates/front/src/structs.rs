//! Lowers what [`crate::fields`] has found: parts of structs in memory, of values and of variables, and structs that are made.

use crate::diag::msg;
use crate::fields::{GET, NEW, PUT, member, named, number};
use crate::lower::{Bind, Lower, Val};
use crate::{array, tree, values};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, ExprCall, Ident};

/// A field's value in a struct that is made.
enum Made {
    Leaf(Val, Span),
    Array(Vec<Made>),
    Repeat(Box<Made>, Expr),
}
impl Made {
    fn varying(&self) -> bool {
        match self {
            Made::Leaf(v, _) => crate::expr::is_varying(v),
            Made::Array(all) => all.iter().any(Made::varying),
            Made::Repeat(x, _) => x.varying(),
        }
    }
}

impl Lower<'_> {
    /// Whether what a name holds may be a struct.
    pub fn is_open(&self, v: &Val) -> bool {
        matches!(v, Val::V { name, .. } if self.open.contains(&name.to_string()))
    }
    /// Marks a value that may be a struct.
    pub fn opened(&mut self, v: Val) -> Val {
        if let (Val::V { name, .. }, true) = (&v, self.structs) {
            self.open.insert(name.to_string());
        }
        v
    }

    /// The name of a value that has to be a number.
    pub fn number(&mut self, v: &Val, varying: bool, span: Span) -> Ident {
        let x = self.shaped(v, varying, span);
        if !self.is_open(v) {
            return x;
        }
        let (name, m) = (self.fresh("t", span), Self::machine(varying));
        self.out.push(quote_spanned!(span=> let #name = __h::number(#m, #x);));
        name
    }

    /// What stands outside of the kernel.
    pub fn constant(&mut self, e: &Expr, span: Span) -> Val {
        if self.structs {
            let v = self.emit(span, false, quote_spanned!(span=> __h::constant(__u, #e)));
            return self.opened(v);
        }
        self.emit(span, false, quote_spanned!(span=> __u.lit(#e)))
    }

    /// What a variable holds.
    pub fn read_local(&mut self, name: &Ident, varying: bool, span: Span) -> Val {
        let m = Self::machine(varying);
        if self.open.contains(&name.to_string()) {
            let v = self.emit(span, varying, quote_spanned!(span=> __h::get(#m, &#name)));
            return self.opened(v);
        }
        self.emit(span, varying, quote_spanned!(span=> #m.get(&#name)))
    }

    /// An element that may be a struct.
    pub fn load_open(&mut self, slice: &Ident, at: &Val, proved: bool, site: &TokenStream, span: Span) -> Val {
        let k = self.mask();
        let (varying, load) = match at {
            Val::V {
                name, varying: false, ..
            } => (false, quote!(load_u(#slice, __m, #k, #name, #proved, #site))),
            Val::V {
                name, base: Some(base), ..
            } => (true, quote!(load_c(#slice, __m, #k, #base, #name, #proved, #site))),
            v => {
                let at = self.shaped(v, true, span);
                (true, quote!(load_g(#slice, __m, #k, #at, #proved, #site)))
            }
        };
        let v = self.emit(span, varying, quote_spanned!(span=> __h::Elements::#load));
        self.opened(v)
    }

    /// A call of [`GET`] or [`NEW`].
    pub fn own_call(&mut self, c: &ExprCall) -> Val {
        match tree::called(&c.func).as_deref() {
            Some(NEW) => self.make(c),
            Some(GET) => {
                let path: Vec<&Expr> = c.args.iter().skip(1).collect();
                self.get_part(&c.args[0], &path, c.span())
            }
            _ => {
                self.diag.error(c.span(), msg::INNER_UPDATE);
                Val::Never
            }
        }
    }

    fn get_part(&mut self, base: &Expr, path: &[&Expr], span: Span) -> Val {
        if let Expr::Index(i) = tree::bare(base) {
            let Some(array::Place::Slice(slice, at)) = self.place(i) else {
                if self.diag.0.is_empty() {
                    self.diag.error(span, msg::FIELD);
                }
                return Val::Never;
            };
            let indexes: Vec<Option<Val>> = path.iter().map(|e| self.index_of(e)).collect();
            let varying = crate::expr::is_varying(&at) || indexes.iter().flatten().any(crate::expr::is_varying);
            let place = self.row(i, &slice, &at, varying, path, &indexes, span);
            let (part, steps, at, row, site) = (&place.part, &place.steps, &place.at, &place.row, &place.site);
            let k = self.mask();
            let loaded = if varying {
                quote_spanned!(span=> __h::load_part(__m, #k, #slice, &#part, #at, #steps, #site))
            } else {
                quote_spanned!(span=> __h::load_part_u(__m, #row, #slice, &#part, #at, #steps, #site))
            };
            let v = self.emit(span, varying, loaded);
            return self.opened(v);
        }
        let fixed = path.iter().all(|e| member(e).is_some() || number(e).is_some());
        if let (Some(name), true) = (tree::ident(base), fixed)
            && let Some(Bind::Local { varying, .. }) = self.env.get(&name.to_string()).cloned()
        {
            let (m, part) = (
                Self::machine(varying),
                path.iter().fold(quote!(#name), |p, e| step(&p, e)),
            );
            let v = self.emit(span, varying, quote_spanned!(span=> __h::get(#m, &#part)));
            return self.opened(v);
        }
        let v = self.expr(base);
        let Val::V { name, varying, .. } = v else {
            if !matches!(v, Val::Never) {
                self.diag.error(span, msg::FIELD);
            }
            return Val::Never;
        };
        let (mut varying, mut part) = (varying, quote!(#name));
        for (n, e) in path.iter().enumerate() {
            match self.index_of(e) {
                None => part = step(&part, e),
                Some(at) => {
                    if crate::expr::is_varying(&at) && !varying {
                        varying = true;
                        part = quote_spanned!(span=> __h::splat(__m, #part));
                    }
                    let at = self.shaped(&at, varying, span);
                    let (m, k, site) = (
                        Self::machine(varying),
                        self.mask_for(varying),
                        self.site(span, place(base, &path[..n])),
                    );
                    part = quote_spanned!(span=> __h::nth(#m, #k, #part, #at, #site));
                }
            }
        }
        let v = self.emit(span, varying, part);
        self.opened(v)
    }

    /// The index that a step of a path is, where it is no constant.
    fn index_of(&mut self, e: &Expr) -> Option<Val> {
        (member(e).is_none() && number(e).is_none()).then(|| self.expr(e))
    }

    /// Tests the element, and goes to a part of it.
    #[allow(clippy::too_many_arguments)]
    fn row(
        &mut self,
        i: &syn::ExprIndex,
        slice: &Ident,
        at: &Val,
        varying: bool,
        path: &[&Expr],
        indexes: &[Option<Val>],
        span: Span,
    ) -> Row {
        let site = self.site(i.span(), slice.to_string());
        let (k, proved) = (self.mask(), self.is_proved(i));
        let at_val = at;
        let at = self.shaped(at, varying, span);
        let row = self.fresh("row", span);
        self.out.push(if varying {
            quote_spanned!(span=> __h::row(__m, #k, #slice, #at, #proved, #site);)
        } else {
            quote_spanned!(span=> let #row = __h::row_u(__m, #k, #slice, #at, #proved, #site);)
        });
        let (m, steps) = (Self::machine(varying), self.fresh("steps", span));
        self.out.push(match (crate::expr::base_of(at_val), varying) {
            (Some(base), true) => quote_spanned!(span=> let mut #steps = __h::way_from(#m, #base);),
            _ => quote_spanned!(span=> let mut #steps = __h::way(#m);),
        });
        let mut part = quote_spanned!(span=> __h::parts_of(__m, #slice));
        for (n, (e, index)) in path.iter().zip(indexes).enumerate() {
            part = match index {
                None => step(&part, e),
                Some(index) => {
                    let each = crate::expr::is_varying(index);
                    let f = Ident::new(if each { "step" } else { "step_u" }, span);
                    let index = self.shaped(index, each, e.span());
                    let text = place(&syn::Expr::Index(i.clone()), &path[..n]);
                    let (k, site) = (self.mask_for(varying), self.site(e.span(), text));
                    let name = self.fresh("part", span);
                    self.out
                        .push(quote_spanned!(span=> let #name = __h::#f(#m, #k, #part, #index, &mut #steps, #site);));
                    quote!(#name)
                }
            };
        }
        if indexes.iter().flatten().count() > 2 {
            self.diag.error(
                span,
                "two indexes that are no constants are possible within an element, not more",
            );
        }
        Row {
            part,
            steps,
            at,
            row,
            site,
        }
    }

    /// `left = put(value, left, op, path…)`; `None` where it is no such assignment.
    pub fn put_part(&mut self, a: &syn::ExprAssign) -> Option<Val> {
        let Expr::Call(c) = tree::bare(&a.right) else {
            return None;
        };
        if tree::called(&c.func).as_deref() != Some(PUT) {
            return None;
        }
        let span = a.span();
        let Some(value) = self.made(&c.args[0]) else {
            return Some(Val::Never);
        };
        let op = member(&c.args[2]).filter(|op| op != "=");
        let op: Option<syn::BinOp> = op.and_then(|op| syn::parse_str(&op).ok());
        let path: Vec<&Expr> = c.args.iter().skip(3).collect();
        if let Expr::Index(i) = tree::bare(&a.left) {
            let Some(array::Place::Slice(slice, at)) = self.place(i) else {
                if self.diag.0.is_empty() {
                    self.diag.error(span, msg::FIELD);
                }
                return Some(Val::Unit);
            };
            let indexes: Vec<Option<Val>> = path.iter().map(|e| self.index_of(e)).collect();
            let Row {
                part, steps, at, site, ..
            } = self.row(i, &slice, &at, true, &path, &indexes, span);
            let k = self.mask();
            let new = match op {
                None => value,
                Some(op) => {
                    let value = self.leaf(value);
                    let old = quote_spanned!(span=> __h::load_part(__m, #k, #slice, &#part, #at, #steps, #site));
                    let old = self.emit(span, true, old);
                    Made::Leaf(self.binary_of(&op, &old, &value, span, &c.args[0]), span)
                }
            };
            let x = self.made_tokens(&new, true);
            self.out
                .push(quote_spanned!(span=> __h::store_part(__m, #k, #slice, #part, #at, #steps, #x, #site);));
            return Some(Val::Unit);
        }
        let bind = tree::ident(&a.left).and_then(|n| Some((n.clone(), self.env.get(&n.to_string())?.clone())));
        let Some((name, Bind::Local { varying, frames })) = bind else {
            self.diag.error(a.left.span(), msg::INNER_UPDATE);
            return Some(Val::Unit);
        };
        let (last, before) = path.split_last()?;
        if let Some(e) = before.iter().find(|e| member(e).is_none() && number(e).is_none()) {
            self.diag.error(
                e.span(),
                "an index that is no constant comes last here: bind this part to a variable, change that, and assign the whole",
            );
            return Some(Val::Unit);
        }
        let mut part = before.iter().fold(quote!(#name), |p, e| step(&p, e));
        let (m, k) = (Self::machine(varying), self.mask());
        let index = self.index_of(last);
        let old = match &index {
            None => {
                part = step(&part, last);
                quote_spanned!(span=> __h::get(#m, &#part))
            }
            Some(at) => {
                let at = self.shaped(at, varying, span);
                let (k, site) = (self.mask_for(varying), self.site(span, name.to_string()));
                quote_spanned!(span=> __h::nth(#m, #k, __h::get(#m, &#part), #at, #site))
            }
        };
        let new = match op {
            None => value,
            Some(op) => {
                let value = self.leaf(value);
                let old = self.emit(span, varying, old);
                Made::Leaf(self.binary_of(&op, &old, &value, span, &c.args[0]), span)
            }
        };
        let x = self.made_tokens(&new, varying);
        let text = match index {
            Some(at) => {
                let at = self.shaped(&at, varying, span);
                let (k, site) = (self.mask_for(varying), self.site(span, name.to_string()));
                quote_spanned!(span=> __h::set_nth(#m, #k, &mut #part, #at, #x, #site);)
            }
            None if !varying || self.unobserved(&name, frames) => {
                quote_spanned!(span=> __h::set_all(#m, &mut #part, #x);)
            }
            None => quote_spanned!(span=> __h::set(#m, &mut #part, #k, #x);),
        };
        self.out.push(text);
        Some(Val::Unit)
    }

    /// `new(Type, "field", value, …)`.
    fn make(&mut self, c: &ExprCall) -> Val {
        let span = c.span();
        let ty = &c.args[0];
        let mut rest = None;
        let mut fields = Vec::new();
        for n in (1..c.args.len()).step_by(2) {
            let name = member(&c.args[n]).unwrap_or_default();
            let Some(made) = self.made(&c.args[n + 1]) else {
                return Val::Never;
            };
            if name == ".." {
                rest = Some(made);
            } else {
                fields.push((&c.args[n], made));
            }
        }
        let varying = fields.iter().any(|(_, m)| m.varying()) || rest.as_ref().is_some_and(Made::varying);
        let m = Self::machine(varying);
        let start = match rest {
            Some(r) => self.made_tokens(&r, varying),
            None => quote_spanned!(span=> __h::blank::<_, #ty>(#m)),
        };
        let name = self.fresh("s", span);
        self.out.push(quote_spanned!(span=> let mut #name = #start;));
        for (field, made) in fields {
            let (x, part) = (self.made_tokens(&made, varying), step(&quote!(#name), field));
            self.out.push(quote_spanned!(span=> #part = #x;));
        }
        self.open.insert(name.to_string());
        Val::V {
            name,
            varying,
            base: None,
        }
    }

    fn made(&mut self, e: &Expr) -> Option<Made> {
        Some(match tree::bare(e) {
            Expr::Array(a) => Made::Array(a.elems.iter().map(|e| self.made(e)).collect::<Option<_>>()?),
            Expr::Repeat(r) => Made::Repeat(Box::new(self.made(&r.expr)?), (*r.len).clone()),
            e => match self.expr(e) {
                Val::Never => return None,
                Val::Array(a) => {
                    let (k, site) = (self.mask(), self.site(e.span(), a.to_string()));
                    let call = quote_spanned!(e.span()=> __h::array_value(__m, #k, &#a, #site));
                    let v = self.emit(e.span(), true, call);
                    Made::Leaf(self.opened(v), e.span())
                }
                v => Made::Leaf(v, e.span()),
            },
        })
    }

    /// What an operator needs.
    fn leaf(&mut self, made: Made) -> Val {
        match made {
            Made::Leaf(v, _) => v,
            Made::Array(_) | Made::Repeat(..) => {
                self.diag.error(Span::call_site(), msg::ARRAY_VALUE);
                Val::Never
            }
        }
    }

    fn made_tokens(&mut self, made: &Made, varying: bool) -> TokenStream {
        match made {
            Made::Leaf(v, span) => {
                let x = self.shaped(v, varying, *span);
                quote!(#x)
            }
            Made::Array(all) => {
                let all: Vec<_> = all.iter().map(|m| self.made_tokens(m, varying)).collect();
                quote!([#(#all),*])
            }
            Made::Repeat(x, n) => {
                let x = self.made_tokens(x, varying);
                quote!([#x; #n])
            }
        }
    }
}

/// A part of an element in memory.
struct Row {
    part: TokenStream,
    steps: Ident,
    at: Ident,
    row: Ident,
    site: TokenStream,
}

/// A part of a value, as the user wrote it.
fn place(base: &Expr, path: &[&Expr]) -> String {
    let base = values::text(base);
    path.iter().fold(base, |text, e| match member(e) {
        Some(m) => format!("{text}.{m}"),
        None => format!("{text}[{}]", values::text(e)),
    })
}

/// `part.member` and `part[number]`.
fn step(part: &TokenStream, e: &Expr) -> TokenStream {
    let span = e.span();
    match member(e).map(|m| named(&m, span)) {
        Some(m) => quote_spanned!(span=> #part.#m),
        None => quote_spanned!(span=> #part[#e]),
    }
}
