//! Expressions.

use crate::array::Place;
use crate::diag::msg;
use crate::lower::{Bind, Lower, Val};
use crate::{ops, tree, values};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprBinary, ExprCall, ExprIndex, ExprMethodCall, UnOp};

impl Lower<'_> {
    /// Lowers an expression for its value.
    pub fn expr(&mut self, e: &Expr) -> Val {
        let span = e.span();
        match e {
            Expr::Lit(l) => self.emit(span, false, quote_spanned!(span=> __u.lit(#l))),
            Expr::Path(_) => self.path(e),
            Expr::Paren(p) => self.expr(&p.expr),
            Expr::Group(g) => self.expr(&g.expr),
            Expr::Unary(u) => self.unary(u, span),
            Expr::Binary(b) if ops::compound(&b.op).is_some() => self.compound(b),
            Expr::Binary(b) => self.binary(b),
            Expr::Assign(a) => self.assign(a),
            Expr::Index(i) => self.load(i),
            Expr::Call(c) => self.call(c),
            Expr::MethodCall(c) => self.method(c),
            Expr::Cast(c) => {
                let v = self.expr(&c.expr);
                let ty = &c.ty;
                let varying = is_varying(&v);
                let base = base_of(&v).filter(|_| is_usize(ty));
                let (m, x) = (Self::machine(varying), self.shaped(&v, varying, span));
                let cast = self.emit(span, varying, quote_spanned!(span=> #m.cast::<_, #ty>(#x)));
                with_base(cast, base)
            }
            Expr::If(i) => self.if_value(i),
            Expr::Block(b) => self.block_value(&b.block),
            Expr::Tuple(t) if t.elems.is_empty() => Val::Unit,
            Expr::Tuple(t) => Val::Tuple(t.elems.iter().map(|e| self.expr(e)).collect()),
            Expr::Field(f) => self.field(f),
            Expr::Reference(r) => self.expr(&r.expr),
            Expr::While(w) => self.while_loop(w),
            Expr::Loop(l) => self.endless(l),
            Expr::ForLoop(f) => self.for_loop(f),
            Expr::Break(b) => self.leave(b.label.as_ref(), b.expr.is_some(), true, span),
            Expr::Continue(c) => self.leave(c.label.as_ref(), false, false, span),
            Expr::Return(r) => self.returns(r, span),
            Expr::Macro(m) => self.macro_call(&m.mac),
            _ => {
                self.diag.error(span, refused(e));
                Val::Never
            }
        }
    }

    fn path(&mut self, e: &Expr) -> Val {
        let span = e.span();
        let Some(ident) = tree::ident(e) else {
            // `$t::MAX` of a user's macro is written elsewhere than the kernel.
            let span = span.resolved_at(Span::call_site());
            return self.constant(e, span);
        };
        match self.env.get(&ident.to_string()).cloned() {
            Some(Bind::Value { varying, base }) => Val::V {
                name: ident.clone(),
                varying,
                base,
            },
            Some(Bind::Local { varying, .. }) => self.read_local(ident, varying, span),
            Some(Bind::Slice | Bind::Given(1)) => Val::Slice(ident.clone()),
            Some(Bind::Given(_)) => Val::Array(ident.clone()),
            Some(Bind::Array(_)) => Val::Array(ident.clone()),
            Some(Bind::Tuple(parts)) => Val::Tuple(parts),
            Some(Bind::Scanned(n, _)) => {
                let n = syn::Index::from(n);
                self.emit(span, true, quote_spanned!(span=> __m.get(&__scan.#n)))
            }
            Some(Bind::Reduced(_)) => {
                let message = if self.group.is_some() {
                    msg::GROUP_READ
                } else {
                    msg::SCALAR_READ
                };
                self.diag.error(span, message);
                Val::Never
            }
            // A constant, a static, or a const parameter.
            None => self.constant(e, span),
        }
    }

    fn unary(&mut self, u: &syn::ExprUnary, span: Span) -> Val {
        let name = match u.op {
            UnOp::Neg(_) => {
                // `-1` is one literal, so that `i32::MIN` can be written.
                if let Expr::Lit(l) = tree::bare(&u.expr) {
                    return self.emit(span, false, quote_spanned!(span=> __u.lit(-#l)));
                }
                quote!(neg)
            }
            UnOp::Not(_) => quote!(not),
            _ => return self.expr(&u.expr),
        };
        let v = self.expr(&u.expr);
        let varying = is_varying(&v);
        let (m, x) = (Self::machine(varying), self.shaped(&v, varying, span));
        self.emit(span, varying, quote_spanned!(span=> #m.#name(#x)))
    }

    fn binary(&mut self, b: &ExprBinary) -> Val {
        if matches!(b.op, BinOp::And(_) | BinOp::Or(_)) {
            return self.short_circuit(b);
        }
        if self.fast
            && let Some(v) = self.fast_binary(b)
        {
            return v;
        }
        let (l, r) = (self.expr(&b.left), self.expr(&b.right));
        self.binary_of(&b.op, &l, &r, b.span(), &b.right)
    }

    /// `l op r`, both evaluated. `divisor` is the right side's text, for the site.
    pub fn binary_of(&mut self, op: &BinOp, l: &Val, r: &Val, span: Span, divisor: &Expr) -> Val {
        let Some(name) = ops::binary(op) else {
            self.diag.error(span, "this operator isn't supported in a kernel");
            return Val::Never;
        };
        let varying = is_varying(l) || is_varying(r);
        let base = self.base_of_sum(name, l, r, span);
        let (a, c) = (self.number(l, varying, span), self.number(r, varying, span));
        let (m, f) = (Self::machine(varying), syn::Ident::new(name, span));
        let call = if matches!(name, "div" | "rem") {
            let site = self.site(span, values::text(divisor));
            let k = self.mask_for(varying);
            quote_spanned!(span=> #m.#f(#k, #a, #c, #site))
        } else {
            quote_spanned!(span=> #m.#f(#a, #c))
        };
        let v = self.emit(span, varying, call);
        with_base(v, base)
    }

    /// The mask, or whether any lane is alive, for a call on the uniform machine.
    pub fn mask_for(&self, varying: bool) -> TokenStream {
        let k = self.mask();
        if varying { quote!(#k) } else { quote!(__m.any(#k)) }
    }

    /// `base + uniform`, `uniform + base` and `base - uniform` keep a base.
    pub fn base_of_sum(&mut self, name: &str, l: &Val, r: &Val, span: Span) -> Option<syn::Ident> {
        let (a, b) = match (name, base_of(l), base_of(r)) {
            ("add" | "sub", Some(base), None) if !is_varying(r) => (base, self.shaped(r, false, span)),
            ("add", None, Some(base)) if !is_varying(l) => (self.shaped(l, false, span), base),
            _ => return None,
        };
        let f = syn::Ident::new(name, span);
        match self.emit(span, false, quote_spanned!(span=> __u.#f(#a, #b))) {
            Val::V { name, .. } => Some(name),
            _ => None,
        }
    }

    /// `a && b`: the right side only runs where the left one leaves the answer open.
    fn short_circuit(&mut self, b: &ExprBinary) -> Val {
        let span = b.span();
        let and = matches!(b.op, BinOp::And(_));
        let l = self.expr(&b.left);
        if pure(&b.right) {
            let r = self.expr(&b.right);
            let varying = is_varying(&l) || is_varying(&r);
            let (x, y) = (self.shaped(&l, varying, span), self.shaped(&r, varying, span));
            let (m, f) = (Self::machine(varying), if and { quote!(and) } else { quote!(or) });
            return self.emit(span, varying, quote_spanned!(span=> #m.#f(#x, #y)));
        }
        let right = &b.right;
        let open = if and {
            l
        } else {
            let varying = is_varying(&l);
            let (m, x) = (Self::machine(varying), self.shaped(&l, varying, span));
            self.emit(span, varying, quote_spanned!(span=> #m.not(#x)))
        };
        let varying = is_varying(&open) || self.vary.expr(right);
        self.choose(
            &open,
            varying,
            span,
            |s| s.expr(right),
            |s| {
                s.emit(
                    span,
                    false,
                    if and {
                        quote!(__u.lit(false))
                    } else {
                        quote!(__u.lit(true))
                    },
                )
            },
        )
    }

    pub fn load(&mut self, i: &ExprIndex) -> Val {
        let span = i.span();
        match self.place(i) {
            Some(place) => self.load_from(i, &place, span),
            None => Val::Never,
        }
    }

    /// What stands at a place.
    pub fn load_from(&mut self, i: &ExprIndex, place: &Place, span: Span) -> Val {
        match place {
            Place::Slice(slice, at) => self.load_at(i, slice, at, span),
            Place::Array { name, at } => self.array_load(name, at, span),
        }
    }

    fn load_at(&mut self, i: &ExprIndex, slice: &syn::Ident, at: &Val, span: Span) -> Val {
        let site = self.site(span, slice.to_string());
        let (k, proved) = (self.mask(), self.is_proved(i));
        if self.open.contains(&slice.to_string()) {
            return self.load_open(slice, at, proved, &site, span);
        }
        match at {
            Val::V {
                name, varying: false, ..
            } => self.emit(
                span,
                false,
                quote_spanned!(span=> __m.load_u(#k, #slice, #name, #proved, #site)),
            ),
            Val::V { base: Some(base), .. } => self.emit(
                span,
                true,
                quote_spanned!(span=> __m.load_c(#k, #slice, #base, #proved, #site)),
            ),
            v => {
                let at = self.shaped(v, true, span);
                self.emit(
                    span,
                    true,
                    quote_spanned!(span=> __m.load_g(#k, #slice, #at, #proved, #site)),
                )
            }
        }
    }

    /// Whether the interval test before the chunk covers an access, or an index of a dimension.
    pub fn is_proved<E>(&self, e: &E) -> bool {
        self.proved.get(&(std::ptr::from_ref(e) as usize)) == Some(&true)
    }

    fn call(&mut self, c: &ExprCall) -> Val {
        let span = c.span();
        if let Some((ty, name)) = ops::primitive_call(c) {
            return self.primitive(c, &ty, &name);
        }
        let Expr::Path(f) = tree::bare(&c.func) else {
            self.diag.error(span, msg::CLOSURE);
            return Val::Never;
        };
        if crate::fields::is_own(c) {
            return self.own_call(c);
        }
        if tree::called(&c.func).as_deref() == Some("__hoist_assert") {
            return self.assertion(c);
        }
        if tree::called(&c.func).as_deref() == Some(crate::rows::WITHIN) {
            return self.within(c);
        }
        if f.path.segments.len() > 1 && matches!(tree::called(&c.func).as_deref(), Some("int" | "real")) {
            return self.made_of_a_constant(c);
        }
        if tree::called(&c.func).as_deref() == Some("par") {
            self.diag.error(span, msg::PAR_IN_PAR);
            return Val::Never;
        }
        let common = self.group.is_some() && !c.args.iter().any(|a| self.vary.expr(a));
        let values: Vec<Val> = c.args.iter().map(|a| self.expr(a)).collect();
        let args: Vec<_> = values
            .iter()
            .zip(&c.args)
            .map(|(v, a)| match v {
                Val::Slice(s) => quote!(#s),
                Val::Array(s) if matches!(tree::bare(a), Expr::Reference(r) if r.mutability.is_some()) => {
                    quote!(&mut #s)
                }
                Val::Array(s) => quote!(&#s),
                v => {
                    let v = self.shaped(v, true, a.span());
                    quote!(#v)
                }
            })
            .collect();
        let (k, site) = (self.mask(), self.site(span, quote!(#f).to_string()));
        let (ty, turbofish) = tree::callee(&f.path);
        let call = quote_spanned!(span=> <__Typed<#ty>>::lower #turbofish (__m, #k, #site, #(#args),*));
        let v = if !common {
            self.emit(span, true, call)
        } else if self.structs {
            self.emit(span, false, quote_spanned!(span=> __h::common_of(__m, #k, #call)))
        } else {
            return self.emit(span, false, quote_spanned!(span=> __h::common(__m, #k, #call)));
        };
        self.opened(v)
    }

    /// `T::int(7)`, `T::real(0.5)`.
    fn made_of_a_constant(&mut self, c: &ExprCall) -> Val {
        fn constant(l: &Lower<'_>, e: &Expr) -> bool {
            match tree::bare(e) {
                Expr::Lit(_) => true,
                Expr::Unary(u) => constant(l, &u.expr),
                Expr::Cast(c) => constant(l, &c.expr),
                Expr::Binary(b) => ops::compound(&b.op).is_none() && constant(l, &b.left) && constant(l, &b.right),
                Expr::Path(_) => tree::ident(e).is_none_or(|i| !l.env.contains_key(&i.to_string())),
                _ => false,
            }
        }
        let span = c.span();
        if let Some(a) = c.args.iter().find(|a| !constant(self, a)) {
            self.diag.error(
                a.span(),
                "a number of a type parameter's type is made of literals and constants here: pass this value as a parameter of that type",
            );
            return Val::Never;
        }
        self.emit(span, false, quote_spanned!(span=> __u.lit(#c)))
    }

    fn primitive(&mut self, c: &ExprCall, ty: &str, name: &str) -> Val {
        let span = c.span();
        let values: Vec<Val> = c.args.iter().map(|a| self.expr(a)).collect();
        if name == "from_bits" && values.len() == 1 {
            let varying = is_varying(&values[0]);
            let (m, x) = (Self::machine(varying), self.shaped(&values[0], varying, span));
            let ty = qualifier(c);
            return self.emit(span, varying, quote_spanned!(span=> #m.from_bits::<#ty>(#x)));
        }
        if ops::converts(ty, name) && values.len() == 1 {
            return self.cast_to(&values[0], &qualifier(c), span);
        }
        if matches!(ty, "f16" | "bf16") && name.starts_with("from_f64") {
            self.diag.error(
                span,
                format!(
                    "`{ty}::{name}` rounds once or twice, depending on the processor: write `{ty}::from_f32(x as f32)`"
                ),
            );
            return Val::Never;
        }
        if values.is_empty() {
            self.diag
                .error(span, format!("`{ty}::{name}` isn't supported in a kernel"));
            return Val::Never;
        }
        self.method_of(name, &values, span)
    }

    fn method(&mut self, c: &ExprMethodCall) -> Val {
        let span = c.span();
        let name = c.method.to_string();
        if name == "len" && c.args.is_empty() && self.is_constant(tree::bare(&c.receiver)) {
            return self.emit(span, false, quote_spanned!(span=> __u.lit::<usize>(#c)));
        }
        let receiver = self.expr(&c.receiver);
        if let (Val::V { name: array, .. }, "len", true) = (&receiver, &*name, self.is_open(&receiver)) {
            let call = quote_spanned!(span=> __u.lit(__h::length(&#array)));
            return self.emit(span, false, call);
        }
        if let (Val::Array(a), "len") = (&receiver, &*name) {
            let call = quote_spanned!(span=> __h::extent(__m, &#a, 0));
            return self.emit(span, false, call);
        }
        if let Val::Slice(s) = &receiver {
            let s = s.clone();
            let len = if self.open.contains(&s.to_string()) {
                quote_spanned!(span=> __h::Elements::len(#s, __m))
            } else {
                quote_spanned!(span=> __m.len(#s))
            };
            return match &*name {
                "len" => self.emit(span, false, len),
                "is_empty" => {
                    let n = self.emit(span, false, len);
                    let n = self.shaped(&n, false, span);
                    self.emit(span, false, quote_spanned!(span=> __u.eq(#n, __u.lit(0usize))))
                }
                _ => {
                    self.diag.error(span, msg::SLICE_VALUE);
                    Val::Never
                }
            };
        }
        if let Some(n) = ops::known_power(c) {
            let varying = is_varying(&receiver);
            let (m, x) = (Self::machine(varying), self.shaped(&receiver, varying, span));
            return self.emit(span, varying, quote_spanned!(span=> __h::math::powi_known(#m, #x, #n)));
        }
        if let Some(to) = ops::conversion(&name)
            && c.args.is_empty()
        {
            let ty = syn::Ident::new(to, span);
            return self.cast_to(&receiver, &quote!(#ty), span);
        }
        let mut values = vec![receiver];
        for a in &c.args {
            let v = self.expr(a);
            values.push(v);
        }
        self.method_of(&name, &values, span)
    }

    /// `v as ty`.
    fn cast_to(&mut self, v: &Val, ty: &TokenStream, span: Span) -> Val {
        let varying = is_varying(v);
        let (m, x) = (Self::machine(varying), self.shaped(v, varying, span));
        self.emit(span, varying, quote_spanned!(span=> #m.cast::<_, #ty>(#x)))
    }

    fn method_of(&mut self, name: &str, values: &[Val], span: Span) -> Val {
        if name == "sin_cos" {
            return Val::Tuple(["sin", "cos"].map(|f| self.method_of(f, values, span)).into());
        }
        let Some((method, arguments)) = ops::method(name) else {
            let known = format!(
                "the method `{name}` isn't supported in a kernel; these are: {}",
                ops::METHODS
            );
            let own =
                format!("`{name}` is no method of numbers: a struct's own is written as a `#[device]` function here");
            self.diag
                .error(span, if self.is_open(&values[0]) { own } else { known });
            return Val::Never;
        };
        if values.len() != arguments + 1 {
            self.diag
                .error(span, format!("`{name}` takes {arguments} arguments here"));
            return Val::Never;
        }
        let varying = values.iter().any(is_varying);
        let args: Vec<_> = values.iter().map(|v| self.number(v, varying, span)).collect();
        let m = Self::machine(varying);
        let call = match method {
            ops::Method::Machine(f) => {
                let f = syn::Ident::new(f, span);
                quote_spanned!(span=> #m.#f(#(#args),*))
            }
            ops::Method::Math(f) => {
                let f = syn::Ident::new(f, span);
                quote_spanned!(span=> __h::math::#f(#m, #(#args),*))
            }
            ops::Method::Masked(f) => {
                let (f, k) = (syn::Ident::new(f, span), self.mask_for(varying));
                quote_spanned!(span=> __h::math::#f(#m, #k, #(#args),*))
            }
            ops::Method::Faulting(f) => {
                let (f, k) = (syn::Ident::new(f, span), self.mask_for(varying));
                let site = self.site(span, name.to_string());
                quote_spanned!(span=> __h::math::#f(#m, #k, #(#args,)* #site))
            }
        };
        self.emit(span, varying, call)
    }

    fn field(&mut self, f: &syn::ExprField) -> Val {
        let base = self.expr(&f.base);
        if let (Val::Tuple(parts), syn::Member::Unnamed(n)) = (&base, &f.member)
            && let Some(part) = parts.get(n.index as usize)
        {
            return part.clone();
        }
        self.diag.error(f.span(), msg::FIELD);
        Val::Never
    }

    /// An index of a sub-slice, tested against its length.
    fn within(&mut self, c: &ExprCall) -> Val {
        let span = c.span();
        let (at, len) = (self.expr(&c.args[0]), self.expr(&c.args[1]));
        let text = match &c.args[2] {
            Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(s), ..
            }) => s.value(),
            _ => String::new(),
        };
        self.inside(&at, &len, text, self.is_proved(c), span);
        at
    }

    /// `assert!`, which the renaming pass has turned into a call.
    fn assertion(&mut self, c: &ExprCall) -> Val {
        let span = c.span();
        let v = self.expr(&c.args[0]);
        self.assert_that(&v, &c.args[1], span);
        Val::Unit
    }

    fn assert_that(&mut self, v: &Val, text: &Expr, span: Span) {
        let condition = self.shaped(v, true, span);
        let text = match text {
            Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(s), ..
            }) => s.value(),
            _ => String::new(),
        };
        let (k, site) = (self.mask(), self.site(span, text));
        self.out.push(quote_spanned!(span=> __m.assert(#k, #condition, #site);));
    }

    pub fn macro_call(&mut self, mac: &syn::Macro) -> Val {
        self.diag.error(mac.span(), msg::MACRO);
        Val::Never
    }
}

/// `half::f16` of `half::f16::from_bits(x)`.
fn qualifier(c: &ExprCall) -> TokenStream {
    let Expr::Path(p) = tree::bare(&c.func) else {
        return quote!();
    };
    let n = p.path.segments.len().saturating_sub(1);
    let (colon, parts) = (p.path.leading_colon, p.path.segments.iter().take(n));
    quote!(#colon #(#parts)::*)
}

/// Whether the value has lanes.
pub fn is_varying(v: &Val) -> bool {
    match v {
        Val::V { varying, .. } => *varying,
        Val::Tuple(parts) => parts.iter().any(is_varying),
        _ => false,
    }
}

pub fn base_of(v: &Val) -> Option<syn::Ident> {
    if let Val::V { base, .. } = v {
        base.clone()
    } else {
        None
    }
}

pub fn with_base(v: Val, base: Option<syn::Ident>) -> Val {
    match v {
        Val::V { name, varying, .. } => Val::V { name, varying, base },
        v => v,
    }
}

fn is_usize(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Path(p) if p.path.is_ident("usize"))
}

/// Whether an expression can run in lanes that don't need it: no memory, no fault, and cheap.
pub fn pure(e: &Expr) -> bool {
    match e {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Paren(p) => pure(&p.expr),
        Expr::Group(g) => pure(&g.expr),
        Expr::Unary(u) => pure(&u.expr),
        Expr::Cast(c) => pure(&c.expr),
        Expr::Binary(b) => {
            !matches!(b.op, BinOp::Div(_) | BinOp::Rem(_))
                && ops::compound(&b.op).is_none()
                && pure(&b.left)
                && pure(&b.right)
        }
        Expr::MethodCall(c) => {
            let cheap = matches!(
                &*c.method.to_string(),
                "abs" | "min" | "max" | "sqrt" | "mul_add" | "floor" | "ceil" | "len"
            );
            cheap && pure(&c.receiver) && c.args.iter().all(pure)
        }
        _ => false,
    }
}

fn refused(e: &Expr) -> &'static str {
    match e {
        Expr::Closure(_) => msg::CLOSURE,
        Expr::Try(_) => msg::QUESTION,
        Expr::Match(_) => msg::MATCH,
        Expr::Range(_) => msg::RANGE,
        Expr::Struct(_) => "a struct can't be made in a kernel body yet: use separate variables",
        Expr::Array(_) | Expr::Repeat(_) => "an array is bound by `let` here: `let mut a = [0.0; 8];`",
        Expr::Let(_) => "`if let` isn't supported in a kernel body: there is no `Option` here; use a flag and a value",
        Expr::Async(_) | Expr::Await(_) => "a kernel body can't be async",
        Expr::Unsafe(_) => {
            "`unsafe` isn't possible in a kernel body: indexing is checked once per chunk, so it costs nothing"
        }
        _ => "this expression isn't supported in a kernel body",
    }
}
