//! Statements and control flow.

use crate::array::{self, Place};
use crate::diag::msg;
use crate::expr::{is_varying, pure};
use crate::lower::{Bind, Lower, Val};
use crate::{reduce, scatter, tree};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Block, Expr, ExprAssign, ExprBinary, ExprIf, Ident, Pat, Stmt};

impl Lower<'_> {
    /// Lowers a block; what it ends with is its value.
    pub fn block_value(&mut self, b: &Block) -> Val {
        let mut value = Val::Unit;
        for (n, s) in b.stmts.iter().enumerate() {
            if self
                .keep
                .as_ref()
                .is_some_and(|k| !k.contains(&crate::scan::address(s)))
            {
                value = Val::Unit;
                continue;
            }
            let exits = self.exits;
            value = match s {
                Stmt::Local(l) => {
                    self.line(l.span());
                    self.local(l);
                    Val::Unit
                }
                Stmt::Expr(e, semi) => {
                    self.line(e.span());
                    let v = self.expr(e);
                    if semi.is_some() && !matches!(v, Val::Never) {
                        Val::Unit
                    } else {
                        v
                    }
                }
                Stmt::Macro(m) => self.macro_call(&m.mac),
                Stmt::Item(i) => {
                    self.diag.error(
                        i.span(),
                        "items can't be declared in a kernel body: move it out of the function",
                    );
                    Val::Unit
                }
            };
            // What follows a `break` is never reached.
            if matches!(value, Val::Never) {
                return value;
            }
            if n + 1 < b.stmts.len() {
                self.stop_if_all_left(exits);
            }
        }
        value
    }

    fn line(&mut self, span: Span) {
        let line = span.start().line as u32;
        self.out.push(quote!(__m.line(#line);));
    }

    fn local(&mut self, l: &syn::Local) {
        let (pat, ty) = tree::typed(&l.pat);
        let Some(init) = &l.init else {
            if let Pat::Ident(p) = pat {
                self.declare(&p.ident, None, ty);
            } else {
                self.diag.error(pat.span(), msg::PATTERN);
            }
            return;
        };
        if let Some((_, diverge)) = &init.diverge {
            self.diag.error(diverge.span(), msg::LET_ELSE);
        }
        if let (Pat::Ident(p), true) = (pat, array::makes_array(&init.expr)) {
            self.declare_array(&p.ident, &init.expr, ty);
            return;
        }
        if let (Pat::Tuple(p), Expr::Tuple(t)) = (pat, tree::bare(&init.expr))
            && p.elems.len() == t.elems.len()
            && t.elems.iter().any(array::makes_array)
        {
            for (p, e) in p.elems.iter().zip(&t.elems) {
                let (Pat::Ident(name), None, true) = (p, ty, array::makes_array(e)) else {
                    self.diag.error(e.span(), msg::ARRAY_TUPLE);
                    return;
                };
                self.declare_array(&name.ident, e, None);
            }
            return;
        }
        let value = self.expr(&init.expr);
        self.bind(pat, &value, ty);
    }

    fn bind(&mut self, pat: &Pat, value: &Val, ty: Option<&syn::Type>) {
        match (pat, value) {
            (_, Val::Never) => {}
            (Pat::Wild(_), _) => {}
            (Pat::Paren(p), v) => self.bind(&p.pat, v, ty),
            // Another name for what items write to would not keep what it held.
            (Pat::Ident(p), Val::Slice(s) | Val::Array(s)) if self.is_shared(s) => {
                self.diag.error(p.span(), msg::GROUP_SHARED);
            }
            (Pat::Ident(p), Val::Slice(s) | Val::Array(s)) if self.is_given(s) => {
                if p.mutability.is_some() {
                    self.diag.error(p.span(), msg::ARRAY_GIVEN);
                }
                self.rename_given(&p.ident, s);
            }
            (Pat::Ident(p), Val::Slice(s)) => {
                let name = &p.ident;
                self.out.push(quote!(let #name = #s;));
                if self.open.contains(&s.to_string()) {
                    self.open.insert(name.to_string());
                }
                self.env.insert(name.to_string(), Bind::Slice);
            }
            (Pat::Ident(p), Val::Array(from)) => self.clone_array(&p.ident, from),
            (Pat::Ident(p), Val::Tuple(parts)) if p.mutability.is_none() => {
                self.env.insert(p.ident.to_string(), Bind::Tuple(parts.clone()));
            }
            (Pat::Ident(p), v) if p.by_ref.is_none() && p.subpat.is_none() => self.declare(&p.ident, Some(v), ty),
            (Pat::Tuple(t), Val::Tuple(parts))
                if t.elems.len() == parts.len() || matches!(t.elems.last(), Some(Pat::Rest(_))) =>
            {
                let types = match ty {
                    Some(syn::Type::Tuple(t)) => t.elems.iter().map(Some).collect(),
                    _ => vec![None; parts.len()],
                };
                for ((p, v), ty) in t.elems.iter().zip(parts).zip(types) {
                    self.bind(p, v, ty);
                }
            }
            // What a device function returns, taken apart.
            (Pat::Tuple(t), Val::V { name, varying, .. }) => {
                let named = t.elems.iter().filter(|p| !matches!(p, Pat::Rest(_)));
                for (n, p) in named.enumerate() {
                    let n = syn::Index::from(n);
                    let part = self.emit(p.span(), *varying, quote_spanned!(name.span()=> #name.#n));
                    let part = self.opened(part);
                    self.bind(p, &part, None);
                }
            }
            _ => self.diag.error(pat.span(), msg::PATTERN),
        }
    }

    fn declare(&mut self, name: &Ident, value: Option<&Val>, ty: Option<&syn::Type>) {
        let span = name.span();
        let key = name.to_string();
        let varying = self.vary.vars.contains(&key);
        let (m, text) = (Self::machine(varying), key.clone());
        let assigned = self.vary.assigned.contains(&key);
        if let Some(v) = value.filter(|v| self.is_open(v)) {
            let x = self.shaped(v, varying, span);
            self.open.insert(key.clone());
            if assigned {
                self.out
                    .push(quote_spanned!(span=> let mut #name = __h::local(#m, #text, #x);));
                let frames = self.frames.len();
                self.env.insert(key, Bind::Local { varying, frames });
            } else {
                let base = crate::expr::base_of(v);
                self.out
                    .push(quote_spanned!(span=> let #name = __h::bind(#m, #text, #x);));
                self.env.insert(key, Bind::Value { varying, base });
            }
            return;
        }
        if let (None, Some(syn::Type::Path(p)), true) = (value, ty, self.structs)
            && !crate::ops::is_scalar(&p.path)
        {
            self.out
                .push(quote_spanned!(span=> let mut #name = __h::undef::<_, #p>(#m, #text);));
            self.open.insert(key.clone());
            let frames = self.frames.len();
            self.env.insert(key, Bind::Local { varying, frames });
            return;
        }
        let (wrapper, call) = match value {
            None => (quote!(Local), quote_spanned!(span=> #m.local_undef(#text))),
            Some(v) => {
                let x = self.shaped(v, varying, span);
                if assigned {
                    (quote!(Local), quote_spanned!(span=> #m.local(#text, #x)))
                } else {
                    (quote!(V), quote_spanned!(span=> #m.bind(#text, #x)))
                }
            }
        };
        let ty = ty.map(|ty| quote!(: __h::#wrapper<_, #ty>));
        if assigned || value.is_none() {
            self.out.push(quote_spanned!(span=> let mut #name #ty = #call;));
            self.env.insert(
                key,
                Bind::Local {
                    varying,
                    frames: self.frames.len(),
                },
            );
        } else {
            let base = match value {
                Some(Val::V { base, .. }) => base.clone(),
                _ => None,
            };
            self.out.push(quote_spanned!(span=> let #name #ty = #call;));
            self.env.insert(key, Bind::Value { varying, base });
        }
    }

    /// `s[at] op= value` where other iterations may update the same element.
    fn scatter(&mut self, u: Option<scatter::Update>) -> Option<Val> {
        let u = u.filter(|u| self.scatters.contains_key(&u.slice.to_string()))?;
        let span = u.index.span();
        let value = self.expr(u.value);
        let Some(Place::Slice(slice, at)) = self.place(u.index) else {
            return None;
        };
        let (mut x, at) = (self.shaped(&value, true, span), self.shaped(&at, true, span));
        if u.minus {
            let call = quote_spanned!(span=> __h::opposite(__m, #x));
            let opposite = self.emit(span, true, call);
            x = self.shaped(&opposite, true, span);
        }
        let site = self.site(span, slice.to_string());
        let (k, proved, op) = (self.mask(), self.is_proved(u.index), u.op.tokens());
        self.out
            .push(quote_spanned!(span=> __m.update(#k, #slice, #at, #op, #x, #proved, #site);));
        Some(Val::Unit)
    }

    pub fn assign(&mut self, a: &ExprAssign) -> Val {
        if let Some(done) = self.scatter(scatter::of_assign(a)) {
            return done;
        }
        if let Some(done) = self.put_part(a) {
            return done;
        }
        if let Expr::Index(i) = tree::bare(&a.left) {
            let value = self.expr(&a.right);
            if let Some(place) = self.place(i) {
                self.store_to(i, &place, &value, a.span());
            }
            return Val::Unit;
        }
        if matches!(&*a.left, Expr::Infer(_)) {
            self.expr(&a.right);
            return Val::Unit;
        }
        if let Some(u) = reduce::assign_update(a)
            && matches!(
                self.env.get(&u.name.to_string()),
                Some(Bind::Reduced(_) | Bind::Scanned(..))
            )
        {
            return self.reduce(&u, a.span());
        }
        let Some(name) = tree::ident(&a.left) else {
            self.diag.error(a.left.span(), msg::INNER_UPDATE);
            return Val::Unit;
        };
        if let Some(Bind::Array(_)) = self.env.get(&name.to_string()) {
            self.assign_array(name, &a.right);
            return Val::Unit;
        }
        let value = self.expr(&a.right);
        if !matches!(value, Val::Never) {
            self.set(name, &value, a.span());
        }
        Val::Unit
    }

    pub fn compound(&mut self, b: &ExprBinary) -> Val {
        let span = b.span();
        if let Some(done) = self.scatter(scatter::of_compound(b)) {
            return done;
        }
        if let Expr::Index(i) = tree::bare(&b.left) {
            let value = self.expr(&b.right);
            if let Some(place) = self.place(i) {
                let old = self.load_from(i, &place, span);
                let new = self.binary_of(&b.op, &old, &value, span, &b.right);
                self.store_to(i, &place, &new, span);
            }
            return Val::Unit;
        }
        if let Some(u) = reduce::compound_update(b)
            && matches!(
                self.env.get(&u.name.to_string()),
                Some(Bind::Reduced(_) | Bind::Scanned(..))
            )
        {
            return self.reduce(&u, span);
        }
        let Some(name) = tree::ident(&b.left) else {
            self.diag.error(b.left.span(), msg::INNER_UPDATE);
            return Val::Unit;
        };
        if self.fast
            && let Some(new) = self.fast_update(b, &b.left)
        {
            self.set(name, &new, span);
            return Val::Unit;
        }
        let value = self.expr(&b.right);
        let old = self.expr(&b.left);
        let new = self.binary_of(&b.op, &old, &value, span, &b.right);
        self.set(name, &new, span);
        Val::Unit
    }

    fn reduce(&mut self, u: &reduce::Update, span: Span) -> Val {
        let bind = self.env.get(&u.name.to_string()).cloned();
        let value = self.expr(u.operand);
        let x = self.shaped(&value, true, span);
        let (f, k) = (Ident::new(u.call, span), self.mask());
        let (all, n) = match bind {
            Some(Bind::Reduced(n)) => (quote!(__acc), syn::Index::from(n)),
            // What the variable is after its only update is known.
            Some(Bind::Scanned(n, true)) => {
                let n = syn::Index::from(n);
                self.out.push(quote_spanned!(span=> {
                    __h::same(&__scan.#n, #x);
                    __m.set(&mut __scan.#n, #k, __m.get(&__then.#n));
                }));
                return Val::Unit;
            }
            Some(Bind::Scanned(n, false)) => (quote!(__scan), syn::Index::from(n)),
            _ => return Val::Never,
        };
        self.out.push(quote_spanned!(span=> {
            let __old = __m.get(&#all.#n);
            __m.set(&mut #all.#n, #k, __m.#f(__old, #x));
        }));
        Val::Unit
    }

    fn store_to(&mut self, i: &syn::ExprIndex, place: &Place, value: &Val, span: Span) {
        match place {
            Place::Slice(slice, at) => self.store(i, slice, at, value, span),
            Place::Array { name, at } => self.array_store(name, at, value, span),
        }
    }

    fn store(&mut self, i: &syn::ExprIndex, slice: &Ident, at: &Val, value: &Val, span: Span) {
        let site = self.site(i.span(), slice.to_string());
        let (k, proved) = (self.mask(), self.is_proved(i));
        let x = self.shaped(value, true, span);
        if self.open.contains(&slice.to_string()) {
            let store = match at {
                Val::V {
                    name, base: Some(base), ..
                } => quote!(store_c(#slice, __m, #k, #base, #name, #x, #proved, #site)),
                v => {
                    let at = self.shaped(v, true, span);
                    quote!(store_g(#slice, __m, #k, #at, #x, #proved, #site))
                }
            };
            self.out.push(quote_spanned!(span=> __h::Elements::#store;));
            return;
        }
        let call = match at {
            Val::V { base: Some(base), .. } => {
                quote_spanned!(span=> __m.store_c(#k, #slice, #base, #x, #proved, #site);)
            }
            v => {
                let at = self.shaped(v, true, span);
                quote_spanned!(span=> __m.store_g(#k, #slice, #at, #x, #proved, #site);)
            }
        };
        self.out.push(call);
    }

    /// `if` as a statement or a value.
    pub fn if_value(&mut self, i: &ExprIf) -> Val {
        let span = i.span();
        if let Some((number, site)) = self.sites_of_args.get(&crate::arg::address(i)).cloned() {
            return self.arg_site(&site, number);
        }
        let cond = self.expr(&i.cond);
        if matches!(cond, Val::Never) {
            return Val::Never;
        }
        let (then, other) = (&i.then_branch, i.else_branch.as_ref().map(|(_, e)| &**e));
        if let (Some(a), Some(b)) = (only(then), other.and_then(only_expr))
            && pure(a)
            && pure(b)
            && !matches!(a, Expr::Tuple(_))
        {
            let (a, b) = (self.expr(a), self.expr(b));
            let varying = is_varying(&cond) || is_varying(&a) || is_varying(&b);
            let c = self.shaped(&cond, varying, span);
            let (x, y) = (self.shaped(&a, varying, span), self.shaped(&b, varying, span));
            let m = Self::machine(varying);
            if self.is_open(&a) || self.is_open(&b) {
                let v = self.emit(span, varying, quote_spanned!(span=> __h::select(#m, #c, #x, #y)));
                return self.opened(v);
            }
            return self.emit(span, varying, quote_spanned!(span=> #m.select(#c, #x, #y)));
        }
        let varying = self.vary.expr(&Expr::If(i.clone()));
        self.choose(
            &cond,
            varying,
            span,
            |s| s.block_value(then),
            |s| other.map_or(Val::Unit, |e| s.expr(e)),
        )
    }

    /// Runs `f` where `cond` holds and `g` elsewhere; the values meet in a variable.
    pub fn choose(
        &mut self,
        cond: &Val,
        varying: bool,
        span: Span,
        f: impl FnOnce(&mut Self) -> Val,
        g: impl FnOnce(&mut Self) -> Val,
    ) -> Val {
        let lanes = is_varying(cond);
        let c = self.shaped(cond, lanes, span);
        let outer = self.mask();
        let (a, b) = (self.fresh("k", span), self.fresh("k", span));
        let result = self.fresh("r", span);
        let mut join = Join {
            result: result.clone(),
            parts: Vec::new(),
            varying,
        };
        if lanes {
            self.frames.push(a.clone());
        }
        let mut left = Val::Unit;
        let then = self.nested(|s| {
            left = f(s);
            s.join(&mut join, &left, span);
        });
        if lanes {
            self.frames.pop();
            self.frames.push(b.clone());
        }
        let mut right = Val::Unit;
        let other = self.nested(|s| {
            right = g(s);
            s.join(&mut join, &right, span);
        });
        if lanes {
            self.frames.pop();
        }
        let m = Self::machine(varying);
        for (name, open) in &join.parts {
            self.out.push(if *open {
                quote_spanned!(span=> let mut #name = __h::slot(#m);)
            } else {
                quote_spanned!(span=> let mut #name = #m.local_undef("r");)
            });
        }
        self.out.push(if lanes {
            let (then, other) = (guarded(&a, then), guarded(&b, other));
            quote_spanned!(span=>
                let mut #a = __m.if_begin(#outer, #c);
                #then
                let mut #b = __m.if_else(#outer, #c);
                #other
                __m.if_end();)
        } else {
            quote_spanned!(span=>
                if __m.uif_begin(#c) { #then }
                if __m.uif_else(#c) { #other }
                __m.if_end();)
        });
        let never = matches!((&left, &right), (Val::Never, Val::Never));
        let mut values: Vec<Val> = Vec::new();
        for (name, open) in &join.parts {
            let v = if *open {
                let v = self.emit(span, varying, quote_spanned!(span=> __h::slot_value(#m, &#name)));
                self.opened(v)
            } else {
                self.emit(span, varying, quote_spanned!(span=> #m.get(&#name)))
            };
            values.push(v);
        }
        match (never, values.len()) {
            (true, _) => Val::Never,
            (_, 0) => Val::Unit,
            (_, 1) if !matches!(left, Val::Tuple(_)) && !matches!(right, Val::Tuple(_)) => values.remove(0),
            _ => Val::Tuple(values),
        }
    }

    fn join(&mut self, join: &mut Join, v: &Val, span: Span) {
        let parts = match v {
            Val::Unit | Val::Never => return,
            Val::Tuple(parts) => parts.clone(),
            v => vec![v.clone()],
        };
        for (n, part) in parts.iter().enumerate() {
            if n == join.parts.len() {
                let name = if n == 0 {
                    join.result.clone()
                } else {
                    self.fresh("r", span)
                };
                join.parts.push((name, self.is_open(part)));
            }
            let (name, open) = join.parts[n].clone();
            let x = self.shaped(part, join.varying, span);
            let (m, k) = (Self::machine(join.varying), self.mask());
            self.out.push(if open {
                let k = self.mask_for(join.varying);
                quote_spanned!(span=> __h::set_slot(#m, &mut #name, #k, #x);)
            } else if join.varying {
                quote_spanned!(span=> #m.set(&mut #name, #k, #x);)
            } else {
                quote_spanned!(span=> #m.set_all(&mut #name, #x);)
            });
        }
    }
}

/// A branch, skipped when no lane takes it, unless running it costs less than asking.
fn guarded(k: &Ident, branch: TokenStream) -> TokenStream {
    let text = branch.to_string();
    let heavy = text.len() > 1500
        || ["loop", "load_", "store_", ". div", ". rem", "math", "lower"]
            .iter()
            .any(|w| text.contains(w));
    if heavy {
        quote!(if __m.any(#k) { #branch })
    } else {
        quote!({ #branch })
    }
}

struct Join {
    result: Ident,
    /// Each with whether it may be a struct.
    parts: Vec<(Ident, bool)>,
    varying: bool,
}

fn only(b: &Block) -> Option<&Expr> {
    if b.stmts.len() == 1 { tree::tail(b) } else { None }
}

fn only_expr(e: &Expr) -> Option<&Expr> {
    match e {
        Expr::Block(b) => only(&b.block),
        e => Some(e),
    }
}
