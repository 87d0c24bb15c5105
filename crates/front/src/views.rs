//! Views of two and more dimensions: `a: ArrayView2<f32>`, `mut y: ArrayViewMut2<f32>`, `a: &Array2<f32>`.
//!
//! The plain function is left with them. What is lowered has a slice in row-major order and its dimensions: `a[[i, j]]` is
//! `a[i * a_ncols + j]`, with every index tested against its dimension. So every pass behind this one sees slices and
//! numbers alone; the host packs a view that is not in that order.

use crate::diag::{Diag, msg};
use crate::rows::WITHIN;
use crate::tree::{self, Names};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, ExprMethodCall, FnArg, GenericArgument, Ident, ItemFn, Lit, Pat, PathArguments, Type, parse_quote_spanned,
};

/// The most dimensions.
const MOST: usize = 6;

/// A parameter that is a view.
pub struct View {
    pub name: Ident,
    pub elem: Type,
    pub written: bool,
    /// The names of its dimensions, outermost first.
    pub dims: Vec<Ident>,
}

/// The view that a type is: its elements, its dimensions, and whether they can be written.
pub fn of_type(ty: &Type) -> Option<(&Type, usize, bool)> {
    match ty {
        Type::Paren(p) => of_type(&p.elem),
        Type::Group(g) => of_type(&g.elem),
        Type::Reference(r) => {
            let (elem, rank, written) = named(&r.elem, &["ArrayView", "ArrayViewMut", "Array"])?;
            Some((elem, rank, written && r.mutability.is_some()))
        }
        ty => named(ty, &["ArrayView", "ArrayViewMut"]),
    }
}

/// `ArrayView2<f32>`, `ArrayView<f32, Ix2>`.
fn named<'t>(ty: &'t Type, names: &[&str]) -> Option<(&'t Type, usize, bool)> {
    let Type::Path(p) = ty else { return None };
    let last = p.path.segments.last()?;
    let PathArguments::AngleBracketed(args) = &last.arguments else {
        return None;
    };
    let mut types = args.args.iter().filter_map(|a| match a {
        GenericArgument::Type(t) => Some(t),
        _ => None,
    });
    let name = last.ident.to_string();
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if !names.contains(&stem) {
        return None;
    }
    let elem = types.next()?;
    let digits = match types.next() {
        None => name[stem.len()..].to_owned(),
        Some(Type::Path(p)) if stem == name => p.path.segments.last()?.ident.to_string().strip_prefix("Ix")?.to_owned(),
        Some(_) => return None,
    };
    let rank = digits.parse().ok().filter(|n| (1..=MOST).contains(n))?;
    Some((elem, rank, stem != "ArrayView"))
}

/// The function with slices and dimensions in the place of views, and what they were.
pub fn flatten(f: &ItemFn, diag: &mut Diag) -> (ItemFn, Vec<View>) {
    let mut flat = f.clone();
    let mut views = Vec::new();
    let mut taken = Names::default();
    taken.visit_item_fn(f);
    flat.sig.inputs.clear();
    for arg in &f.sig.inputs {
        match view(arg, &mut taken) {
            Some(view) => {
                let (name, elem, dims, span) = (&view.name, &view.elem, &view.dims, arg.span());
                flat.sig.inputs.push(if view.written {
                    parse_quote_spanned!(span=> #name: &mut [#elem])
                } else {
                    parse_quote_spanned!(span=> #name: &[#elem])
                });
                flat.sig
                    .inputs
                    .extend(dims.iter().map(|d| -> FnArg { parse_quote_spanned!(span=> #d: usize) }));
                views.push(view);
            }
            None => flat.sig.inputs.push(arg.clone()),
        }
    }
    if !views.is_empty() {
        Flatten { views: &views, diag }.visit_block_mut(&mut flat.block);
    }
    (flat, views)
}

fn view(arg: &FnArg, taken: &mut Names) -> Option<View> {
    let FnArg::Typed(t) = arg else { return None };
    let Pat::Ident(p) = &*t.pat else { return None };
    let (elem, rank, written) = of_type(&t.ty)?;
    let name = &p.ident;
    let mut free = |part: &str| taken.free(&format!("{name}_{part}"), name.span());
    let dims = match rank {
        1 => vec![free("len")],
        2 => vec![free("nrows"), free("ncols")],
        n => (0..n).map(|d| free(&format!("axis{d}"))).collect(),
    };
    Some(View {
        name: name.clone(),
        elem: elem.clone(),
        written,
        dims,
    })
}

struct Flatten<'a> {
    views: &'a [View],
    diag: &'a mut Diag,
}

impl<'a> Flatten<'a> {
    /// The view that a name is.
    fn named(&self, e: &Expr) -> Option<&'a View> {
        let name = tree::ident(e)?;
        self.views.iter().find(|v| v.name == *name)
    }

    /// The view behind `a`, `&a`, `a.view()`, `a.view_mut()`, `a.reborrow()`.
    fn whole(&self, e: &Expr) -> Option<&'a View> {
        match tree::bare(e) {
            Expr::Reference(r) => self.whole(&r.expr),
            Expr::MethodCall(c)
                if c.args.is_empty() && ["view", "view_mut", "reborrow"].iter().any(|m| c.method == m) =>
            {
                self.named(&c.receiver)
            }
            e => self.named(e),
        }
    }

    /// `a[[i, j]]` and `a[(i, j)]` as an index of the slice.
    fn index(&mut self, v: &View, index: &Expr, reads: &str, span: Span) -> Option<Expr> {
        let parts: Vec<&Expr> = match tree::bare(index) {
            Expr::Array(a) => a.elems.iter().collect(),
            Expr::Tuple(t) => t.elems.iter().collect(),
            e => vec![e],
        };
        let (name, rank) = (&v.name, v.dims.len());
        if parts.len() != rank {
            let wanted = ["i", "j", "k", "l", "m", "n"][..rank].join(", ");
            self.diag.error(
                index.span(),
                format!("`{name}` has {rank} dimensions, each with an index of its own here: `{name}[[{wanted}]]`"),
            );
            return None;
        }
        if rank == 1 {
            return Some(parts[0].clone());
        }
        let mut sum: Option<Expr> = None;
        for (axis, (at, dim)) in parts.into_iter().zip(&v.dims).enumerate() {
            let text = format!("axis {axis} of {name}");
            let within = Ident::new(WITHIN, span);
            let at: Expr = parse_quote_spanned!(span=> #within(#at, #dim, #text, #reads));
            sum = Some(match sum {
                None => at,
                Some(sum) => parse_quote_spanned!(span=> (#sum) * #dim + #at),
            });
        }
        sum
    }

    /// `a.nrows()` and its like.
    fn method(&mut self, v: &View, c: &ExprMethodCall) -> Option<Expr> {
        let (dims, span, name) = (&v.dims, c.span(), &v.name);
        let axis = |n: usize| {
            let dim = &dims[n];
            parse_quote_spanned!(span=> #dim)
        };
        match &*c.method.to_string() {
            "nrows" if dims.len() == 2 => Some(axis(0)),
            "ncols" if dims.len() == 2 => Some(axis(1)),
            "dim" if dims.len() == 1 => Some(axis(0)),
            "dim" => Some(parse_quote_spanned!(span=> (#(#dims),*))),
            "ndim" => {
                let rank = dims.len();
                Some(parse_quote_spanned!(span=> #rank))
            }
            "len_of" => match c.args.first().map(tree::bare) {
                Some(Expr::Call(a)) if tree::called(&a.func).as_deref() == Some("Axis") => {
                    literal(a.args.first()?).filter(|n| *n < dims.len()).map(axis)
                }
                _ => None,
            },
            "len" | "is_empty" | "fill" => {
                let (method, args) = (&c.method, &c.args);
                Some(parse_quote_spanned!(span=> #name.#method(#args)))
            }
            _ => None,
        }
    }

    fn refuse(&mut self, v: &View, span: Span) {
        let name = &v.name;
        let index = if v.dims.len() == 2 { "[[i, j]]" } else { "[[i, j, k]]" };
        self.diag.error(
            span,
            format!(
                "a view can't be used like this in a kernel; these are possible: `{name}{index}`, nrows, ncols, dim, shape()[0], len_of(Axis(0)), len, is_empty, fill between `par` loops, and to give `{name}` or `{name}.view()` to a kernel or a device function"
            ),
        );
    }

    /// The arguments of a call, views as their slices and dimensions.
    fn arguments(&self, args: &mut syn::punctuated::Punctuated<Expr, syn::Token![,]>) {
        if !args.iter().any(|a| self.whole(a).is_some()) {
            return;
        }
        for arg in std::mem::take(args) {
            match self.whole(&arg) {
                Some(v) => {
                    let (name, span) = (&v.name, arg.span());
                    args.push(parse_quote_spanned!(span=> #name));
                    args.extend(v.dims.iter().map(|d| -> Expr { parse_quote_spanned!(span=> #d) }));
                }
                None => args.push(arg),
            }
        }
    }
}

fn literal(e: &Expr) -> Option<usize> {
    match tree::bare(e) {
        Expr::Lit(l) => match &l.lit {
            Lit::Int(n) => n.base10_parse().ok(),
            _ => None,
        },
        _ => None,
    }
}

impl VisitMut for Flatten<'_> {
    fn visit_expr_mut(&mut self, e: &mut Expr) {
        let span = e.span();
        match e {
            Expr::Index(i) => {
                if let Some(v) = self.named(&i.expr) {
                    let reads = crate::values::text(&Expr::Index(i.clone()));
                    self.visit_expr_mut(&mut i.index);
                    if let Some(at) = self.index(v, &i.index.clone(), &reads, span) {
                        *i.index = at;
                    }
                    return;
                }
                if let Expr::MethodCall(c) = tree::bare(&i.expr)
                    && c.method == "shape"
                    && let Some(v) = self.named(&c.receiver)
                {
                    match literal(&i.index).and_then(|n| v.dims.get(n)) {
                        Some(dim) => *e = parse_quote_spanned!(span=> #dim),
                        None => self.refuse(v, span),
                    }
                    return;
                }
                visit_mut::visit_expr_mut(self, e);
            }
            Expr::MethodCall(c) => {
                let Some(v) = self.named(&c.receiver) else {
                    return visit_mut::visit_expr_mut(self, e);
                };
                c.args.iter_mut().for_each(|a| self.visit_expr_mut(a));
                let c = c.clone();
                match self.method(v, &c) {
                    Some(new) => *e = new,
                    None => self.refuse(v, span),
                }
            }
            Expr::Call(c) => {
                self.arguments(&mut c.args);
                for arg in &mut c.args {
                    // A view stands for its slice there.
                    if self.named(arg).is_none() {
                        self.visit_expr_mut(arg);
                    }
                }
            }
            Expr::Path(_) => {
                if let Some(v) = self.named(e) {
                    self.refuse(v, span);
                }
            }
            _ => visit_mut::visit_expr_mut(self, e),
        }
    }

    fn visit_pat_ident_mut(&mut self, p: &mut syn::PatIdent) {
        if self.views.iter().any(|v| v.name == p.ident) {
            self.diag.error(p.span(), msg::VIEW_NAME);
        }
        visit_mut::visit_pat_ident_mut(self, p);
    }

    fn visit_macro_mut(&mut self, m: &mut syn::Macro) {
        // `assert!(a.nrows() == b.nrows())`.
        let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        if let Ok(mut args) = m.parse_body_with(parser) {
            args.iter_mut().for_each(|a| self.visit_expr_mut(a));
            m.tokens = quote::quote!(#args);
        } else if let Ok((mut v, mut n)) = m.parse_body_with(crate::host::repeat) {
            self.visit_expr_mut(&mut v);
            self.visit_expr_mut(&mut n);
            m.tokens = quote::quote!(#v; #n);
        }
    }
}
