//! Arrays that a body declares, and constant ones.

use crate::diag::msg;
use crate::lower::{Bind, Lower, Val};
use crate::tree;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::HashMap;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprIndex, Ident, Pat, Type, parse_quote, parse_quote_spanned};

/// What an index expression names: a slice or a constant table, or an array of the body, and the place in it.
pub enum Place {
    Slice(Ident, Val),
    Array { name: Ident, at: Val },
}

/// The innermost array or slice of `a[i][j]`, and the indexes, outermost first.
fn indexes(i: &ExprIndex) -> (&Expr, Vec<&Expr>) {
    let (mut base, mut all) = (tree::bare(&i.expr), vec![&*i.index]);
    while let Expr::Index(i) = base {
        all.push(&i.index);
        base = tree::bare(&i.expr);
    }
    all.reverse();
    (base, all)
}

/// Whether an expression makes an array.
pub fn makes_array(e: &Expr) -> bool {
    matches!(tree::bare(e), Expr::Array(_) | Expr::Repeat(_))
}

/// The dimensions of what an expression makes.
pub fn rank(e: &Expr) -> usize {
    match tree::bare(e) {
        Expr::Array(a) => 1 + a.elems.first().map_or(0, rank),
        Expr::Repeat(r) => 1 + rank(&r.expr),
        _ => 0,
    }
}

/// The dimensions of an array type.
pub fn rank_of_type(ty: &Type) -> usize {
    match ty {
        Type::Array(a) => 1 + rank_of_type(&a.elem),
        Type::Paren(p) => rank_of_type(&p.elem),
        _ => 0,
    }
}

/// The type of an array's elements, and whether the type is an array's at all.
pub fn element_type(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Array(a) => Some(element_type(&a.elem).unwrap_or(&a.elem)),
        Type::Paren(p) => element_type(&p.elem),
        _ => None,
    }
}

/// The dimensions of an array type.
pub fn dims_of_type(ty: &Type) -> TokenStream {
    match ty {
        Type::Array(a) => {
            let (inner, n) = (dims_of_type(&a.elem), &a.len);
            quote!([#inner; #n])
        }
        Type::Paren(p) => dims_of_type(&p.elem),
        _ => quote!(()),
    }
}

/// Takes an array of the host part into a loop.
pub fn given(name: &Ident, rank: usize) -> TokenStream {
    let text = name.to_string();
    if rank == 1 {
        return quote!(let #name = __h::given(__m, #text, &#name););
    }
    let (rows, columns) = extents(name);
    quote!(let (#name, #rows, #columns) = __h::given_rows(__m, #text, &#name);)
}

pub fn extents(name: &Ident) -> (Ident, Ident) {
    let of = |part: &str| Ident::new(&format!("__{name}_{part}"), name.span());
    (of("rows"), of("columns"))
}

impl Lower<'_> {
    /// The dimensions of what an expression makes.
    pub fn dims(&self, e: &Expr) -> TokenStream {
        match tree::bare(e) {
            Expr::Repeat(r) => {
                let (inner, n) = (self.dims(&r.expr), &r.len);
                quote!([#inner; #n])
            }
            Expr::Array(a) => {
                let (inner, n) = (a.elems.first().map_or(quote!(()), |e| self.dims(e)), a.elems.len());
                quote!([#inner; #n])
            }
            _ => quote!(()),
        }
    }

    /// `let name = [a, b];`, `let name = [x; N];`
    pub fn declare_array(&mut self, name: &Ident, init: &Expr, ty: Option<&Type>) {
        let (span, text) = (init.span(), name.to_string());
        if matches!(tree::bare(init), Expr::Array(a) if a.elems.is_empty()) {
            self.diag
                .error(span, "an array of no elements isn't possible in a kernel body");
            return;
        }
        if self.of_group() {
            return self.declare_shared(name, init, ty);
        }
        let dims = self.dims(init);
        let elem = ty.map_or(quote!(_), |ty| element_type(ty).map_or(quote!(_), |t| quote!(#t)));
        if let Some(x) = filled_with(init) {
            let x = self.expr(x);
            let x = self.number(&x, true, span);
            self.out
                .push(quote_spanned!(span=> let mut #name = __m.array::<#elem, #dims>(#text, #x);));
        } else {
            let mut all = Vec::new();
            if !self.elements(init, quote!(0usize), &mut all, true) {
                return;
            }
            self.out
                .push(quote_spanned!(span=> let mut #name = __m.array_undef::<#elem, #dims>(#text);));
            let site = self.site(span, text.clone());
            for (at, x) in all {
                self.out
                    .push(quote_spanned!(span=> __m.array_put(&mut #name, #at, #x, #site);));
            }
        }
        self.bind_array(name, rank(init));
    }

    /// `let name = other;`, of an array.
    pub fn clone_array(&mut self, name: &Ident, from: &Ident) {
        let (span, text, k) = (name.span(), name.to_string(), self.mask());
        let site = self.site(span, text.clone());
        self.out
            .push(quote_spanned!(span=> let mut #name = __h::clone_array(__m, #k, #text, &#from, #site);));
        let rank = match self.env.get(&from.to_string()) {
            Some(Bind::Array(rank)) => *rank,
            _ => 1,
        };
        self.bind_array(name, rank);
    }

    /// Whether a name is an array of the host part.
    pub fn is_given(&self, name: &Ident) -> bool {
        matches!(self.env.get(&name.to_string()), Some(Bind::Given(_)))
    }

    /// `let name = given;`: another name for what is only read.
    pub fn rename_given(&mut self, name: &Ident, given: &Ident) {
        let Some(Bind::Given(rank)) = self.env.get(&given.to_string()).cloned() else {
            return;
        };
        self.out.push(quote!(let #name = #given;));
        if rank > 1 {
            let ((rows, columns), (r, c)) = (extents(name), extents(given));
            self.out.push(quote!(let (#rows, #columns) = (#r, #c);));
        }
        self.env.insert(name.to_string(), Bind::Given(rank));
    }

    fn bind_array(&mut self, name: &Ident, rank: usize) {
        self.env.insert(name.to_string(), Bind::Array(rank));
    }

    /// The elements of a literal, with their places.
    pub fn elements(
        &mut self,
        e: &Expr,
        base: TokenStream,
        all: &mut Vec<(TokenStream, Ident)>,
        varying: bool,
    ) -> bool {
        let span = e.span();
        match tree::bare(e) {
            Expr::Array(a) => {
                let inner = a.elems.first().map_or(quote!(()), |e| self.dims(e));
                for (n, e) in a.elems.iter().enumerate() {
                    let at = quote!(#base + #n * <#inner as __h::Dims>::LEN);
                    if !self.elements(e, at, all, varying) {
                        return false;
                    }
                }
                true
            }
            Expr::Repeat(_) => {
                self.diag.error(
                    span,
                    "rows of an array are written out here, or all elements are one value: `[[x; 4]; 4]`",
                );
                false
            }
            e => {
                let x = self.expr(e);
                if matches!(x, Val::Never) {
                    return false;
                }
                let x = self.number(&x, varying, span);
                all.push((base, x));
                true
            }
        }
    }

    /// `name = …` of a whole array.
    pub fn assign_array(&mut self, name: &Ident, value: &Expr) {
        let span = value.span();
        let (k, site) = (self.mask(), self.site(span, name.to_string()));
        if let Some(x) = filled_with(value) {
            let x = self.expr(x);
            let x = self.shaped(&x, true, span);
            self.out
                .push(quote_spanned!(span=> __h::fill_array(__m, #k, &mut #name, #x, #site);));
        } else if makes_array(value) {
            let mut all = Vec::new();
            self.elements(value, quote!(0usize), &mut all, true);
            for (at, x) in all {
                self.out
                    .push(quote_spanned!(span=> __m.array_set_u(#k, &mut #name, __u.lit::<usize>(#at), #x, #site);));
            }
        } else {
            match self.expr(value) {
                Val::Array(from) if from != *name => self
                    .out
                    .push(quote_spanned!(span=> __h::copy_array(__m, #k, &mut #name, &#from, #site);)),
                Val::Array(_) | Val::Never => {}
                _ => self
                    .diag
                    .error(span, "an array is assigned another array, or one written out"),
            }
        }
    }

    /// What an index expression names.
    pub fn place(&mut self, i: &ExprIndex) -> Option<Place> {
        let span = i.span();
        let (base, all) = indexes(i);
        if let Some(range) = all.iter().find(|e| matches!(tree::bare(e), Expr::Range(_))) {
            self.diag.error(range.span(), msg::SUB_SLICE);
            return None;
        }
        if let Some(name) = tree::ident(base)
            && let Some(Bind::Array(rank)) = self.env.get(&name.to_string())
        {
            if *rank != all.len() {
                self.diag.error(span, msg::ARRAY_ROW);
                return None;
            }
            let at = if let [one] = all[..] {
                self.expr(one)
            } else {
                let extent = |n: usize| quote_spanned!(span=> __h::extent(__m, &#name, #n));
                let all: Vec<_> = all.iter().enumerate().map(|(n, e)| (*e, extent(n))).collect();
                self.flat(&all, name, span)
            };
            return Some(Place::Array { name: name.clone(), at });
        }
        if let Some(name) = tree::ident(base)
            && let Some(Bind::Given(rank)) = self.env.get(&name.to_string())
            && *rank > 1
        {
            let ([i, j], 2) = (&all[..], *rank) else {
                self.diag.error(span, msg::ARRAY_ROW);
                return None;
            };
            let (rows, columns) = extents(name);
            let at = self.flat(&[(i, quote!(#rows)), (j, quote!(#columns))], name, span);
            return Some(Place::Slice(name.clone(), at));
        }
        if self.is_constant(base) {
            return self.table(base, &all, span);
        }
        if let [one] = all[..]
            && let Val::Slice(name) = self.expr(base)
        {
            let at = self.expr(one);
            return Some(Place::Slice(name, at));
        }
        if self.diag.0.is_empty() {
            self.diag
                .error(base.span(), "only a slice, an array or a constant can be indexed here");
        }
        None
    }

    /// Whether a name stands for something outside of the kernel.
    pub fn is_constant(&self, e: &Expr) -> bool {
        match (e, tree::ident(e)) {
            (_, Some(name)) => !self.env.contains_key(&name.to_string()),
            (Expr::Path(_), None) => true,
            _ => false,
        }
    }

    /// `TABLE[i]`, `TABLE[i][j]`.
    fn table(&mut self, base: &Expr, all: &[&Expr], span: Span) -> Option<Place> {
        let text = crate::values::text(base);
        let text = text.rsplit("::").next().unwrap_or("table").to_string();
        let name = self.fresh("table", span);
        match *all {
            [at] => {
                self.out
                    .push(quote_spanned!(span=> let #name = __h::table(__m, #text, &#base);));
                let at = self.expr(at);
                Some(Place::Slice(name, at))
            }
            [i, j] => {
                let (rows, columns) = (self.fresh("rows", span), self.fresh("columns", span));
                self.out.push(quote_spanned!(span=>
                    let (#name, #rows, #columns) = __h::table_of_rows(__m, #text, &#base);));
                let at = self.flat(&[(i, quote!(#rows)), (j, quote!(#columns))], &name, span);
                Some(Place::Slice(name, at))
            }
            _ => {
                self.diag.error(
                    span,
                    "a constant table has one or two dimensions here: number its elements through",
                );
                None
            }
        }
    }

    /// The number of an element by its indexes, each tested against its dimension.
    fn flat(&mut self, all: &[(&Expr, TokenStream)], name: &Ident, span: Span) -> Val {
        let mut sum: Option<Val> = None;
        for (n, (e, extent)) in all.iter().enumerate() {
            let (at, extent) = (self.expr(e), self.emit(span, false, extent.clone()));
            if !self.is_inside(name, n, e) {
                self.inside(&at, &extent, name.to_string(), false, e.span());
            }
            sum = Some(match sum {
                None => at,
                Some(rows) => {
                    let product = self.sum_of("mul", &rows, &extent, span);
                    self.sum_of("add", &product, &at, span)
                }
            });
        }
        sum.unwrap_or(Val::Never)
    }

    fn sum_of(&mut self, f: &str, a: &Val, b: &Val, span: Span) -> Val {
        let varying = crate::expr::is_varying(a) || crate::expr::is_varying(b);
        let (x, y) = (self.shaped(a, varying, span), self.shaped(b, varying, span));
        let base = self.base_of_sum(f, a, b, span);
        let (m, f) = (Self::machine(varying), Ident::new(f, span));
        let sum = self.emit(span, varying, quote_spanned!(span=> #m.#f::<usize>(#x, #y)));
        crate::expr::with_base(sum, base)
    }

    /// Tests an index against a length.
    pub fn inside(&mut self, at: &Val, len: &Val, text: String, proved: bool, span: Span) {
        let (x, n) = (self.shaped(at, true, span), self.shaped(len, true, span));
        let (k, site) = (self.mask(), self.site(span, text));
        self.out
            .push(quote_spanned!(span=> __m.within(#k, #x, #n, #proved, #site);));
    }

    /// `name[at]`.
    pub fn array_load(&mut self, name: &Ident, at: &Val, span: Span) -> Val {
        let (k, site) = (self.mask(), self.site(span, name.to_string()));
        let call = match at {
            Val::V {
                name: at,
                varying: false,
                ..
            } => quote_spanned!(span=> __m.array_get_u(#k, &#name, #at, #site)),
            at => {
                let at = self.shaped(at, true, span);
                quote_spanned!(span=> __m.array_get(#k, &#name, #at, #site))
            }
        };
        self.emit(span, true, call)
    }

    /// `name[at] = value`.
    pub fn array_store(&mut self, name: &Ident, at: &Val, value: &Val, span: Span) {
        let x = self.shaped(value, true, span);
        let (k, site) = (self.mask(), self.site(span, name.to_string()));
        let call = match at {
            Val::V {
                name: at,
                varying: false,
                ..
            } => quote_spanned!(span=> __m.array_set_u(#k, &mut #name, #at, #x, #site);),
            at => {
                let at = self.shaped(at, true, span);
                quote_spanned!(span=> __m.array_set(#k, &mut #name, #at, #x, #site);)
            }
        };
        self.out.push(call);
    }
}

/// The value of `[x; N]` and `[[x; N]; M]`.
pub fn filled_with(e: &Expr) -> Option<&Expr> {
    match tree::bare(e) {
        Expr::Repeat(r) if makes_array(&r.expr) => filled_with(&r.expr),
        Expr::Repeat(r) => Some(&r.expr),
        _ => None,
    }
}

/// Writes the length of an array that the text tells for `name.len()`, so that every pass knows it. Names are unique.
pub fn lengths(block: &mut Block) {
    #[derive(Default)]
    struct Known(HashMap<String, Expr>, usize);
    impl<'a> Visit<'a> for Known {
        fn visit_local(&mut self, l: &'a syn::Local) {
            visit::visit_local(self, l);
            if let (Pat::Ident(p), Some(init)) = (tree::typed(&l.pat).0, &l.init) {
                let len: Option<Expr> = match tree::bare(&init.expr) {
                    Expr::Array(a) => {
                        let n = a.elems.len();
                        Some(parse_quote!(#n))
                    }
                    Expr::Repeat(r) => Some((*r.len).clone()),
                    e => tree::ident(e).and_then(|from| self.0.get(&from.to_string()).cloned()),
                };
                self.0.extend(len.map(|n| (p.ident.to_string(), n)));
            }
        }
    }
    impl VisitMut for Known {
        fn visit_expr_mut(&mut self, e: &mut Expr) {
            visit_mut::visit_expr_mut(self, e);
            if let Expr::ForLoop(f) = e
                && let Some((name, n)) = iterated(&f.expr).and_then(|a| Some((a.clone(), self.0.get(&a.to_string())?)))
            {
                let (span, pat, n) = (f.expr.span(), &f.pat, n.clone());
                self.1 += 1;
                let fresh = |part: &str| Ident::new(&format!("__{name}_{part}_{}", self.1), span);
                let (at, copy) = (fresh("at"), fresh("copy"));
                // The loop goes over the array as it was.
                let copied = mentions(&f.body, &name);
                let from = if copied { &copy } else { &name };
                let element = parse_quote_spanned!(span=> let #pat = #from[#at];);
                f.body.stmts.insert(0, element);
                *f.expr = parse_quote_spanned!(span=> 0usize..#n);
                *f.pat = parse_quote_spanned!(span=> #at);
                if copied {
                    *e = parse_quote_spanned!(span=> { let #copy = #name; #f });
                }
            }
            if let Expr::MethodCall(c) = e
                && c.method == "len"
                && let Some(n) = tree::ident(&c.receiver).and_then(|a| self.0.get(&a.to_string()))
            {
                let span = c.span();
                *e = parse_quote_spanned!(span=> (#n));
            }
        }
    }
    let mut known = Known::default();
    known.visit_block(block);
    known.visit_block_mut(block);
}

/// Whether a body says a name.
fn mentions(body: &Block, name: &Ident) -> bool {
    struct Look<'a>(&'a Ident, bool);
    impl<'a> Visit<'a> for Look<'_> {
        fn visit_expr_path(&mut self, p: &'a syn::ExprPath) {
            self.1 |= p.path.is_ident(self.0);
        }
    }
    let mut look = Look(name, false);
    look.visit_block(body);
    look.1
}

/// The array of `for x in a`, `for x in &a` and `for x in a.iter()`.
fn iterated(e: &Expr) -> Option<&Ident> {
    match tree::bare(e) {
        Expr::Reference(r) if r.mutability.is_none() => iterated(&r.expr),
        Expr::MethodCall(c) if c.method == "iter" && c.args.is_empty() => tree::ident(&c.receiver),
        e => tree::ident(e),
    }
}
