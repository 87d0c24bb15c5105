//! The host part: what stands between the `par` loops runs on the host, with handles for slices.

use crate::diag::{Diag, msg};
use crate::par::ParLoops;
use crate::tree;
use quote::{format_ident, quote, quote_spanned};
use std::collections::{HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat, Stmt, parse_quote, parse_quote_spanned};

/// Rewrites a renamed function body into the host program.
pub struct Host<'a> {
    pub diag: &'a mut Diag,
    /// Names bound in the host part so far: scalars and slices.
    pub scalars: HashSet<String>,
    pub slices: HashSet<String>,
    /// Those of the slices whose elements are arrays.
    pub rows: HashSet<String>,
    /// Parameters that are numbers, or slices of them.
    pub numbers: HashSet<String>,
    /// Whether the function may have to do with structs.
    pub structs: bool,
    /// Those of the scalars that are arrays.
    pub arrays: HashMap<String, usize>,
    /// What the dependence test may know of host values.
    pub known: crate::depend::Known,
    pub loops: ParLoops,
}

impl Host<'_> {
    fn is_slice(&self, e: &Expr) -> bool {
        match tree::bare(e) {
            Expr::Reference(r) => self.is_slice(&r.expr),
            Expr::Unary(u) if matches!(u.op, syn::UnOp::Deref(_)) => self.is_slice(&u.expr),
            Expr::Index(i) => matches!(&*i.index, Expr::Range(_)) && self.is_slice(&i.expr),
            Expr::Macro(m) => m.mac.path.is_ident("vec"),
            Expr::MethodCall(c) => c.method == "to_vec" && self.is_slice(&c.receiver),
            e => tree::ident(e).is_some_and(|i| self.slices.contains(&i.to_string())),
        }
    }

    fn declare(&mut self, pat: &Pat, init: Option<&Expr>) {
        let pat = tree::typed(pat).0;
        if let (Pat::Tuple(p), Some(Expr::Tuple(t))) = (pat, init.map(tree::bare))
            && p.elems.len() == t.elems.len()
        {
            for (p, e) in p.elems.iter().zip(&t.elems) {
                self.declare(p, Some(e));
            }
            return;
        }
        let slice = init.is_some_and(|e| self.is_slice(e) || self.is_halves(e));
        let array = init.and_then(|e| {
            let from = tree::ident(e).and_then(|from| self.arrays.get(&from.to_string()).copied());
            Some(from.unwrap_or(crate::array::rank(e))).filter(|rank| *rank > 0)
        });
        if let (Pat::Ident(p), Some(ty)) = (pat, init.and_then(|e| self.integer(e))) {
            self.known.types.insert(p.ident.to_string(), ty);
        }
        let mut names = Vec::new();
        tree::bound(pat, &mut names);
        let rows = init.is_some_and(|e| self.has_rows(e));
        for n in names {
            if slice && rows {
                self.rows.insert(n.to_string());
            }
            if slice {
                self.slices.insert(n.to_string())
            } else {
                self.scalars.insert(n.to_string())
            };
            if let Some(rank) = array {
                self.arrays.insert(n.to_string(), rank);
            }
        }
    }

    /// Whether a slice that an expression gives has arrays for elements.
    fn has_rows(&self, e: &Expr) -> bool {
        match tree::bare(e) {
            Expr::Reference(r) => self.has_rows(&r.expr),
            Expr::Unary(u) => self.has_rows(&u.expr),
            Expr::Index(i) => self.has_rows(&i.expr),
            Expr::MethodCall(c) => self.has_rows(&c.receiver),
            Expr::Macro(m) => m
                .mac
                .parse_body_with(repeat)
                .is_ok_and(|(v, _)| crate::array::makes_array(&v)),
            e => tree::ident(e).is_some_and(|i| self.rows.contains(&i.to_string())),
        }
    }

    /// Whether it is `x.split_at(n)` of a slice.
    fn is_halves(&self, e: &Expr) -> bool {
        matches!(tree::bare(e), Expr::MethodCall(c)
            if (c.method == "split_at" || c.method == "split_at_mut") && self.is_slice(&c.receiver))
    }

    /// The integer type of a host value, where it is plain.
    pub(crate) fn integer(&self, e: &Expr) -> Option<hoist_affine::Ty> {
        match tree::bare(e) {
            Expr::Path(_) => {
                let name = tree::ident(e)?.to_string();
                self.known
                    .types
                    .get(&name)
                    .filter(|_| !self.slices.contains(&name))
                    .copied()
            }
            Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Int(n), ..
            }) => crate::values::ty_named(n.suffix()),
            Expr::MethodCall(c) if c.method == "len" => Some(hoist_affine::Ty::USIZE),
            Expr::MethodCall(c) if matches!(&*c.method.to_string(), "min" | "max" | "div_ceil") => {
                self.integer(&c.receiver)
            }
            Expr::Binary(b) if crate::ops::compound(&b.op).is_none() && !crate::paths::compares(&b.op) => {
                self.integer(&b.left).or_else(|| self.integer(&b.right))
            }
            Expr::Cast(c) => crate::values::ty_of(&c.ty),
            Expr::Range(r) => {
                let end = |e: &Option<Box<Expr>>| e.as_ref().and_then(|e| self.integer(e));
                end(&r.start).or_else(|| end(&r.end))
            }
            _ => None,
        }
    }

    /// The handle behind `&x`, `&mut x`, `&mut *x`, `x`.
    fn handle<'e>(&self, e: &'e Expr) -> &'e Expr {
        match tree::bare(e) {
            Expr::Reference(r) => self.handle(&r.expr),
            Expr::Unary(u) if matches!(u.op, syn::UnOp::Deref(_)) => self.handle(&u.expr),
            e => e,
        }
    }

    fn sub_slice(&mut self, i: &syn::ExprIndex) -> Expr {
        let span = i.span();
        let line = span.start().line as u32;
        let x = self.handle(&i.expr).clone();
        let Expr::Range(r) = &*i.index else {
            unreachable!("the caller saw a range")
        };
        let mut from: Expr = r.start.as_deref().cloned().unwrap_or(parse_quote!(0));
        let mut to: Expr = match (&r.end, r.limits) {
            (None, _) => parse_quote!(#x.len()),
            (Some(e), syn::RangeLimits::HalfOpen(_)) => (**e).clone(),
            (Some(e), _) => parse_quote!((#e) + 1),
        };
        self.visit_expr_mut(&mut from);
        self.visit_expr_mut(&mut to);
        parse_quote_spanned!(span=> { let (__from, __to) = (#from, #to); __c.sub(&#x, __from, __to, ::core::file!(), #line)? })
    }

    fn assign(&mut self, i: &syn::ExprIndex, mut value: Expr) -> Expr {
        let span = i.span();
        let line = span.start().line as u32;
        let x = self.handle(&i.expr).clone();
        let mut at = (*i.index).clone();
        self.visit_expr_mut(&mut value);
        self.visit_expr_mut(&mut at);
        parse_quote_spanned!(span=> { let __v = #value; let __at = #at; __c.write(&#x, __at, __v, ::core::file!(), #line)? })
    }

    /// `x[at] op= value`.
    fn update(&mut self, b: &syn::ExprBinary) -> Expr {
        let span = b.span();
        let line = span.start().line as u32;
        let Expr::Index(i) = tree::bare(&b.left).clone() else {
            unreachable!("the caller saw an index")
        };
        let (x, op) = (self.handle(&i.expr).clone(), &b.op);
        let (mut at, mut value) = ((*i.index).clone(), (*b.right).clone());
        self.visit_expr_mut(&mut value);
        self.visit_expr_mut(&mut at);
        parse_quote_spanned!(span=> {
            let (__v, __at) = (#value, #at);
            let mut __old = __c.read(&#x, __at, ::core::file!(), #line)?;
            __old #op __v;
            __c.write(&#x, __at, __old, ::core::file!(), #line)?
        })
    }

    /// The element of `x[at].field[k]`, and what is left with `__e` in its place.
    fn field_of(&self, e: &Expr) -> Option<(syn::ExprIndex, Expr)> {
        let span = e.span();
        match tree::bare(e) {
            Expr::Field(f) => {
                let (element, inner) = self.field_of(&f.base)?;
                let member = &f.member;
                Some((element, parse_quote_spanned!(span=> #inner.#member)))
            }
            Expr::Index(i) if self.is_slice(&i.expr) => Some((i.clone(), parse_quote_spanned!(span=> __e))),
            Expr::Index(i) => {
                let (element, inner) = self.field_of(&i.expr)?;
                let at = &i.index;
                Some((element, parse_quote_spanned!(span=> #inner[#at])))
            }
            _ => None,
        }
    }

    /// `x[at].field = value`, `x[at].field op= value`.
    fn assign_field(&mut self, left: &Expr, op: &proc_macro2::TokenStream, right: &Expr) -> Option<Expr> {
        let (i, mut place) = self
            .field_of(left)
            .filter(|_| !matches!(tree::bare(left), Expr::Index(i) if self.is_slice(&i.expr)))?;
        let span = left.span();
        let line = span.start().line as u32;
        let x = self.handle(&i.expr).clone();
        let (mut at, mut value) = ((*i.index).clone(), right.clone());
        self.visit_expr_mut(&mut value);
        self.visit_expr_mut(&mut at);
        self.visit_expr_mut(&mut place);
        Some(parse_quote_spanned!(span=> {
            let (__v, __at) = (#value, #at);
            let mut __e = __c.read(&#x, __at, ::core::file!(), #line)?;
            #place #op __v;
            __c.write(&#x, __at, __e, ::core::file!(), #line)?
        }))
    }

    /// A call that is given slices: of another kernel.
    fn kernel(&mut self, c: &mut syn::ExprCall) -> Option<Expr> {
        let span = c.span();
        let Expr::Path(f) = tree::bare(&c.func) else {
            return None;
        };
        let (ty, turbofish) = tree::callee(&f.path);
        c.args.iter_mut().for_each(|a| self.visit_expr_mut(a));
        let names: Vec<_> = (0..c.args.len()).map(|n| format_ident!("__a{n}")).collect();
        let args = c.args.iter();
        let line = span.start().line;
        let text = quote!(#ty).to_string().replace(' ', "");
        self.loops
            .explain
            .push(format!("line {line}: a call of the kernel `{text}`, see there"));
        Some(parse_quote_spanned!(span=> {
            // By another name: an argument that is no type has a worse message.
            type __Kernel = #ty;
            let (#(#names,)*) = (#(#args,)*);
            <__Typed<__Kernel>>::call_from_kernel #turbofish (__c, #(#names),*)?
        }))
    }

    fn method(&mut self, c: &mut syn::ExprMethodCall) -> Option<Expr> {
        if !self.is_slice(&c.receiver) {
            return None;
        }
        let span = c.span();
        let line = span.start().line as u32;
        let mut x = self.handle(&c.receiver).clone();
        self.visit_expr_mut(&mut x);
        c.args.iter_mut().for_each(|a| self.visit_expr_mut(a));
        let args = &c.args;
        match &*c.method.to_string() {
            "len" | "is_empty" => {
                let m = &c.method;
                Some(parse_quote_spanned!(span=> #x.#m()))
            }
            "fill" => Some(parse_quote_spanned!(span=> { let (__x, __v) = (#x, #args); __c.fill(&__x, __v)? })),
            "split_at" | "split_at_mut" => Some(parse_quote_spanned!(span=> {
                let (__x, __at) = (#x, #args);
                (__c.sub(&__x, 0, __at, ::core::file!(), #line)?, __c.sub(&__x, __at, __x.len(), ::core::file!(), #line)?)
            })),
            "swap" if args.len() == 2 => {
                let (a, b) = (&args[0], &args[1]);
                Some(parse_quote_spanned!(span=> {
                    let (__x, __a, __b) = (#x, #a, #b);
                    let __old = __c.read(&__x, __a, ::core::file!(), #line)?;
                    let __new = __c.read(&__x, __b, ::core::file!(), #line)?;
                    __c.write(&__x, __a, __new, ::core::file!(), #line)?;
                    __c.write(&__x, __b, __old, ::core::file!(), #line)?;
                }))
            }
            "to_vec" => Some(parse_quote_spanned!(span=> {
                let __x = #x;
                let __new = __c.room(__x.len())?;
                __c.copy(&__new, &__x, ::core::file!(), #line)?;
                __new
            })),
            "copy_from_slice" => Some(parse_quote_spanned!(span=> {
                let (__x, __from) = (#x, #args);
                __c.copy(&__x, &__from, ::core::file!(), #line)?
            })),
            other => {
                self.diag.error(
                    span,
                    format!("`{other}` of a slice isn't possible between `par` loops; these are: len, is_empty, fill, copy_from_slice, to_vec, split_at, split_at_mut, swap, x[k], &x[a..b], and calls of kernels"),
                );
                Some(parse_quote!(()))
            }
        }
    }
}

impl VisitMut for Host<'_> {
    fn visit_local_mut(&mut self, l: &mut syn::Local) {
        let init = l.init.as_ref().map(|i| (*i.expr).clone());
        if let Some(i) = &mut l.init {
            self.visit_expr_mut(&mut i.expr);
        }
        self.declare(&l.pat, init.as_ref());
        // A slice is a handle here; its written type says something else.
        if init.is_some_and(|e| self.is_slice(&e))
            && let Pat::Type(t) = &l.pat
        {
            l.pat = (*t.pat).clone();
        }
    }

    fn visit_pat_ident_mut(&mut self, p: &mut syn::PatIdent) {
        // In an arm of a `match` or in `if let`; `let` and `for` declare on their own.
        if !self.slices.contains(&p.ident.to_string()) {
            self.scalars.insert(p.ident.to_string());
        }
        visit_mut::visit_pat_ident_mut(self, p);
    }

    fn visit_stmt_mut(&mut self, s: &mut Stmt) {
        if let Stmt::Expr(Expr::ForLoop(f), _) = s
            && tree::par_argument(f).is_some()
        {
            let f = f.clone();
            *s = crate::par::lower(self, &f);
            return;
        }
        if let Stmt::Macro(m) = s
            && m.mac.path.is_ident("vec")
        {
            self.diag
                .error(m.span(), "a scratch buffer needs a name: `let mut t = vec![v; n];`");
        }
        visit_mut::visit_stmt_mut(self, s);
    }

    fn visit_expr_mut(&mut self, e: &mut Expr) {
        let span = e.span();
        let line = span.start().line as u32;
        match e {
            Expr::ForLoop(f) if tree::par_argument(f).is_some() => {
                let s = crate::par::lower(self, &f.clone());
                *e = parse_quote!({ #s });
            }
            Expr::ForLoop(f) => {
                let ty = self.integer(&f.expr);
                if let (Pat::Ident(p), Some(ty)) = (&*f.pat, ty) {
                    self.known.types.insert(p.ident.to_string(), ty);
                }
                self.visit_expr_mut(&mut f.expr);
                self.declare(&f.pat, None);
                let before = self.known.holds.len();
                if let (Pat::Ident(p), Expr::Range(r)) = (&*f.pat, tree::bare(&f.expr))
                    && let (Some(from), Some(to)) = (&r.start, &r.end)
                {
                    let name = &p.ident;
                    let ends: Expr = match r.limits {
                        syn::RangeLimits::HalfOpen(_) => parse_quote!(#name < #to),
                        syn::RangeLimits::Closed(_) => parse_quote!(#name <= #to),
                    };
                    self.known.holds.extend([parse_quote!(#from <= #name), ends]);
                }
                self.visit_block_mut(&mut f.body);
                self.known.holds.truncate(before);
            }
            Expr::While(w) => {
                let before = self.known.holds.len();
                self.known.holds.push((*w.cond).clone());
                visit_mut::visit_expr_while_mut(self, w);
                self.known.holds.truncate(before);
            }
            Expr::Closure(c) => self.diag.error(c.span(), msg::CLOSURE),
            Expr::Index(i) if matches!(&*i.index, Expr::Range(_)) && self.is_slice(&i.expr) => {
                *e = self.sub_slice(&i.clone())
            }
            Expr::Index(i) if self.is_slice(&i.expr) => {
                let x = self.handle(&i.expr).clone();
                let mut at = (*i.index).clone();
                self.visit_expr_mut(&mut at);
                *e = parse_quote_spanned!(span=> { let __at = #at; __c.read(&#x, __at, ::core::file!(), #line)? });
            }
            Expr::Assign(a) if matches!(tree::bare(&a.left), Expr::Index(i) if self.is_slice(&i.expr)) => {
                let Expr::Index(i) = tree::bare(&a.left).clone() else {
                    return;
                };
                *e = self.assign(&i, (*a.right).clone());
            }
            Expr::Binary(b)
                if crate::ops::compound(&b.op).is_some()
                    && matches!(tree::bare(&b.left), Expr::Index(i) if self.is_slice(&i.expr)) =>
            {
                *e = self.update(b);
            }
            Expr::Assign(a) if self.field_of(&a.left).is_some() => {
                if let Some(new) = self.assign_field(&a.left, &quote!(=), &a.right) {
                    *e = new;
                }
            }
            Expr::Binary(b) if crate::ops::compound(&b.op).is_some() && self.field_of(&b.left).is_some() => {
                let op = &b.op;
                if let Some(new) = self.assign_field(&b.left, &quote!(#op), &b.right) {
                    *e = new;
                }
            }
            Expr::MethodCall(c) => match self.method(c) {
                Some(new) => *e = new,
                None => visit_mut::visit_expr_mut(self, e),
            },
            Expr::Call(c) if tree::called(&c.func).as_deref() == Some("__hoist_assert") => {
                let mut holds = c.args[0].clone();
                self.known.holds.push(holds.clone());
                self.visit_expr_mut(&mut holds);
                let text = &c.args[1];
                *e = parse_quote_spanned!(span=> { let __holds = #holds; __c.assert(__holds, #text, ::core::file!(), #line)? });
            }
            Expr::Call(c) if tree::called(&c.func).as_deref() == Some(crate::rows::WITHIN) => {
                let (mut at, len, text) = (c.args[0].clone(), &c.args[1], &c.args[2]);
                self.visit_expr_mut(&mut at);
                *e = parse_quote_spanned!(span=> { let __at = #at; __c.within(__at, #len, #text, ::core::file!(), #line)? });
            }
            // A handle is copied, not borrowed, except where `swap` exchanges two of them.
            Expr::Call(c) if tree::called(&c.func).as_deref() == Some("swap") => {}
            Expr::Call(c) if c.args.iter().any(|a| self.is_slice(a)) => match self.kernel(c) {
                Some(new) => *e = new,
                None => visit_mut::visit_expr_mut(self, e),
            },
            Expr::Reference(r) if self.is_slice(&r.expr) => {
                let mut inner = self.handle(&r.expr).clone();
                self.visit_expr_mut(&mut inner);
                *e = inner;
            }
            Expr::Unary(u) if matches!(u.op, syn::UnOp::Deref(_)) && self.is_slice(&u.expr) => {
                *e = self.handle(&u.expr).clone()
            }
            Expr::Macro(m) if m.mac.path.is_ident("vec") => match m.mac.parse_body_with(repeat) {
                Ok((mut v, mut n)) => {
                    self.visit_expr_mut(&mut v);
                    self.visit_expr_mut(&mut n);
                    *e = parse_quote_spanned!(span=> { let (__v, __n) = (#v, #n); __c.scratch(__v, __n)? });
                }
                Err(_) => self
                    .diag
                    .error(span, "a scratch buffer is written `vec![value; length]`"),
            },
            Expr::Return(r) => {
                if let Some(v) = &mut r.expr {
                    self.visit_expr_mut(v);
                    let v = v.clone();
                    *e = parse_quote!(return Ok(#v));
                } else {
                    *e = parse_quote!(return Ok(()));
                }
            }
            Expr::Try(t) => self.diag.error(t.span(), msg::QUESTION),
            _ => visit_mut::visit_expr_mut(self, e),
        }
    }
}

pub fn repeat(input: syn::parse::ParseStream) -> syn::Result<(Expr, Expr)> {
    let v = input.parse()?;
    input.parse::<syn::Token![;]>()?;
    Ok((v, input.parse()?))
}

/// The program's text: statements, then `Ok(value)`, or, for a function that returns nothing, `Ok(())`.
pub fn program(host: &mut Host, mut body: Block, returns: bool) -> proc_macro2::TokenStream {
    let last = match body.stmts.last() {
        Some(Stmt::Expr(e, None)) if !matches!(e, Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_)) => {
            let e = e.clone();
            body.stmts.pop();
            Some(e)
        }
        _ => None,
    };
    for s in &mut body.stmts {
        host.visit_stmt_mut(s);
    }
    let stmts = &body.stmts;
    let value = match last {
        Some(mut e) => {
            host.visit_expr_mut(&mut e);
            if returns {
                quote_spanned!(e.span()=> #e)
            } else {
                quote_spanned!(e.span()=> { let _ = #e; })
            }
        }
        None => quote!(()),
    };
    quote!(#(#stmts)* ::core::result::Result::Ok(#value))
}
