//! `par` inside `par`: the outer iteration is a group, the inner ones its items.
//!
//! The outer loop is proved as one whose inner loops are sequential. An inner loop is proved on its own: what the group binds
//! is the same for all items, and two of its loops never run at the same time.

use crate::arg::Arg;
use crate::depend::{Known, ParIndex, ParLoop};
use crate::diag::msg;
use crate::header::{Header, header};
use crate::host::Host;
use crate::lower::{Bind, LoopKind, Lower, Val};
use crate::reduce::{self, Reduction, Reductions};
use crate::{array, explain, tree};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use std::collections::{BTreeSet, HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprForLoop, Ident, Pat, parse_quote, parse_quote_spanned};

/// Whether a body has parallel loops.
pub fn is_group(body: &Block) -> bool {
    !inner_loops(body).is_empty()
}

/// The outermost parallel loops of a body.
fn inner_loops(body: &Block) -> Vec<&ExprForLoop> {
    struct Look<'a>(Vec<&'a ExprForLoop>);
    impl<'a> Visit<'a> for Look<'a> {
        fn visit_expr_for_loop(&mut self, f: &'a ExprForLoop) {
            if tree::par_argument(f).is_some() {
                self.0.push(f);
            } else {
                visit::visit_expr_for_loop(self, f);
            }
        }
    }
    let mut look = Look(vec![]);
    look.visit_block(body);
    look.0
}

/// The loop with plain `for`s inside. Accesses keep their order.
pub fn sequential(f: &ExprForLoop) -> ExprForLoop {
    struct Plain;
    impl VisitMut for Plain {
        fn visit_expr_for_loop_mut(&mut self, f: &mut ExprForLoop) {
            visit_mut::visit_expr_for_loop_mut(self, f);
            let Some(arg) = tree::par_argument(f).cloned() else {
                return;
            };
            let (ranges, names) = match (&arg, &*f.pat) {
                (Expr::Tuple(t), Pat::Tuple(p)) if t.elems.len() == p.elems.len() => (
                    t.elems.iter().cloned().collect::<Vec<_>>(),
                    p.elems.iter().cloned().collect::<Vec<_>>(),
                ),
                (e, p) => (vec![e.clone()], vec![p.clone()]),
            };
            if !names.iter().all(tree::is_name) {
                return;
            }
            let span = f.for_token.span;
            let (mut label, mut body) = (f.label.take(), f.body.clone());
            for (range, name) in ranges.iter().zip(&names).rev() {
                let (label, range) = (label.take(), tree::in_header(range));
                *f = parse_quote_spanned!(span=> #label for #name in #range #body);
                body = parse_quote_spanned!(span=> { #f });
            }
        }
    }
    let mut f = f.clone();
    Plain.visit_block_mut(&mut f.body);
    f
}

/// What a group's statements bind: all names, and of the arrays the dimensions.
struct Bound {
    names: HashSet<String>,
    arrays: HashMap<String, Vec<Expr>>,
}

/// The sizes of what an expression makes, outermost first.
fn sizes(e: &Expr) -> Vec<Expr> {
    match tree::bare(e) {
        Expr::Repeat(r) => {
            let mut all = vec![(*r.len).clone()];
            all.extend(sizes(&r.expr));
            all
        }
        Expr::Array(a) => {
            let n = a.elems.len();
            let mut all = vec![parse_quote!(#n)];
            all.extend(a.elems.first().map_or(vec![], sizes));
            all
        }
        _ => vec![],
    }
}

impl Bound {
    fn of(f: &ExprForLoop, headers: &[Header], host: &mut Host) -> Self {
        struct Walk<'a, 'h>(Bound, &'a mut Host<'h>);
        impl<'a> Visit<'a> for Walk<'_, '_> {
            fn visit_local(&mut self, l: &'a syn::Local) {
                visit::visit_local(self, l);
                let (pat, ty) = tree::typed(&l.pat);
                if let (Pat::Ident(p), Some(init)) = (pat, &l.init) {
                    let sizes = sizes(&init.expr);
                    if !sizes.is_empty() {
                        self.0.arrays.insert(p.ident.to_string(), sizes);
                    }
                    let ty = ty.and_then(crate::values::ty_of);
                    if let Some(ty) = ty.or_else(|| self.1.integer(&init.expr)) {
                        self.1.known.types.insert(p.ident.to_string(), ty);
                    }
                }
            }
            fn visit_pat_ident(&mut self, p: &'a syn::PatIdent) {
                self.0.names.insert(p.ident.to_string());
            }
            fn visit_expr_for_loop(&mut self, f: &'a ExprForLoop) {
                if tree::par_argument(f).is_some() {
                    return;
                }
                if let (Pat::Ident(p), Some(ty)) = (&*f.pat, self.1.integer(&f.expr)) {
                    self.1.known.types.insert(p.ident.to_string(), ty);
                }
                visit::visit_expr_for_loop(self, f);
            }
        }
        let names: HashSet<String> = headers.iter().map(|h| h.name.to_string()).collect();
        for name in &names {
            host.known.types.insert(name.clone(), hoist_affine::Ty::USIZE);
        }
        let arrays = HashMap::new();
        let mut walk = Walk(Bound { names, arrays }, host);
        walk.visit_block(&f.body);
        walk.0
    }
}

/// Rewrites `a[i][j]` of shared arrays as `a[i * n + j]`.
struct Flat<'a>(&'a HashMap<String, Vec<Expr>>);

impl VisitMut for Flat<'_> {
    fn visit_expr_mut(&mut self, e: &mut Expr) {
        if let Expr::Index(i) = e
            && let Expr::Index(outer) = tree::bare(&i.expr)
            && let Some(name) = tree::ident(&outer.expr)
            && let Some([_, columns]) = self.0.get(&name.to_string()).map(Vec::as_slice)
        {
            let (row, column, span) = (&outer.index, &i.index, i.span());
            *e = parse_quote_spanned!(span=> #name[(#row) * (#columns) + (#column)]);
        }
        visit_mut::visit_expr_mut(self, e);
    }
}

/// What was found of the loops of a group's items.
pub struct Inner {
    /// Tests for the launch.
    pub launch: TokenStream,
    pub tested: bool,
    /// Lines of `explain()`.
    pub explain: Vec<String>,
    /// The reductions of each loop, by its body.
    pub reductions: HashMap<usize, Reductions>,
    /// Arrays that items share, with their dimensions.
    pub arrays: HashMap<String, Vec<Expr>>,
}

/// Proves the inner loops; errors go to the host's.
pub fn prove(host: &mut Host, f: &ExprForLoop, headers: &[Header]) -> Option<Inner> {
    let (bound, outer) = (Bound::of(f, headers, host), headers);
    let (mut tests, errors) = (vec![], host.diag.0.len());
    let mut inner = Inner {
        launch: quote!(),
        tested: false,
        explain: vec![],
        reductions: HashMap::new(),
        arrays: bound.arrays.clone(),
    };
    let slices = HashMap::new();
    let known = Known {
        holds: vec![],
        ..host.known.clone()
    };
    for items in inner_loops(&f.body) {
        let Some(headers) = header(items, host.diag) else {
            continue;
        };
        if headers.len() > 2 {
            host.diag.error(items.expr.span(), msg::GROUP_RANGES);
        }
        if let Some(third) = inner_loops(&items.body).first() {
            host.diag.error(third.for_token.span(), msg::PAR_IN_PAR);
            continue;
        }
        let reductions = reduce::find(&items.body, &bound.names, host.diag);
        let mut body = items.body.clone();
        Flat(&bound.arrays).visit_block_mut(&mut body);
        let own: Vec<ParIndex> = headers.iter().map(Header::index).collect();
        let par = ParLoop {
            indices: own.clone(),
            body: &body,
            slices: &slices,
            exempt: HashSet::new(),
            span: items.for_token.span(),
            unproved: tree::is_unproved(items),
            group: Some(&bound.names),
        };
        match crate::depend::check_with(&par, &known) {
            Ok(proof) => {
                let reduced: Vec<String> = reductions.all.iter().map(Reduction::explain).collect();
                inner.explain.push(explain::items(&par, &proof, &reduced));
                if proof.tested {
                    inner.tested = true;
                    tests.push(in_either_way(&par, outer, &bound, &host.slices, &known));
                }
            }
            Err(errors) => host.diag.0.extend(errors),
        }
        inner.reductions.insert(tree::id(&items.body), reductions);
    }
    let tests = tests.iter().map(
        |t| quote!(if let ::core::option::Option::Some(__fact) = #t { return ::core::option::Option::Some(__fact); }),
    );
    inner.launch = quote!(#(#tests)*);
    (host.diag.0.len() == errors).then_some(inner)
}

/// The test at launch of a loop of items. Items that meet in slices are also told apart by the outer loop's proof: where no two
/// iterations of both loops together meet, none of one group do, and that may be known where a condition names the group. Of
/// shared arrays each group has its own.
fn in_either_way(
    par: &ParLoop,
    outer: &[Header],
    bound: &Bound,
    slices: &HashSet<String>,
    known: &Known,
) -> TokenStream {
    let arrays: HashSet<String> = bound.arrays.keys().cloned().collect();
    let headers: HashSet<String> = outer.iter().map(|h| h.name.to_string()).collect();
    let inside: HashSet<String> = bound.names.difference(&headers).cloned().collect();
    let part = |exempt: &HashSet<String>| ParLoop {
        indices: par.indices.clone(),
        exempt: exempt.clone(),
        ..*par
    };
    let both = ParLoop {
        indices: outer.iter().map(Header::index).chain(par.indices.clone()).collect(),
        group: Some(&inside),
        ..part(&arrays)
    };
    // All of them have passed together.
    let test = |par: &ParLoop| {
        let launch = crate::depend::check_with(par, known).ok()?.launch;
        // A test returns what failed.
        Some(quote!((|| #launch)()))
    };
    let (own, of_arrays, both) = (test(&part(&arrays)), test(&part(slices)), test(&both));
    let own = match (own, both) {
        (Some(own), Some(both)) => quote!(#own.and_then(|__fact: &'static str| #both.map(|_| __fact))),
        (own, _) => own.unwrap_or(quote!(::core::option::Option::Some("items may meet"))),
    };
    quote!({ #own.or_else(|| #of_arrays) })
}

/// What a lowering knows of a group.
#[derive(Default)]
pub struct GroupLower {
    reductions: HashMap<usize, Reductions>,
    arrays: HashMap<String, Vec<Expr>>,
    /// Whether the place is in a loop of items.
    pub in_items: bool,
}

impl Inner {
    /// For the lowering of the body.
    pub fn lower(self) -> GroupLower {
        GroupLower {
            reductions: self.reductions,
            arrays: self.arrays,
            in_items: false,
        }
    }
    /// Names that are the same for all items, however they are assigned.
    pub fn uniform(&self) -> HashSet<String> {
        let reduced = self.reductions.values().flat_map(|r| &r.all);
        let reduced = reduced.flat_map(|r| r.names().into_iter().map(Ident::to_string));
        reduced.chain(self.arrays.keys().cloned()).collect()
    }
}

/// The last loop variable of each inner loop.
pub fn lanes(body: &Block) -> Vec<String> {
    let last = |f: &&ExprForLoop| {
        let pat = match &*f.pat {
            Pat::Tuple(t) => t.elems.last()?,
            p => p,
        };
        let mut names = vec![];
        tree::bound(pat, &mut names);
        names.first().map(Ident::to_string)
    };
    inner_loops(body).iter().filter_map(last).collect()
}

/// Names that a block mentions.
fn mentioned(body: &Block) -> BTreeSet<String> {
    struct Look(BTreeSet<String>);
    impl<'a> Visit<'a> for Look {
        fn visit_ident(&mut self, i: &'a Ident) {
            self.0.insert(i.to_string());
        }
    }
    let mut look = Look(BTreeSet::new());
    look.visit_block(body);
    look.0
}

impl Lower<'_> {
    /// Whether what is declared here is the group's.
    pub fn of_group(&self) -> bool {
        self.group.as_ref().is_some_and(|g| !g.in_items)
    }

    /// Whether a name is an array that the items share.
    pub fn is_shared(&self, name: &Ident) -> bool {
        let group = self.group.as_ref();
        self.is_given(name) && group.is_some_and(|g| g.arrays.contains_key(&name.to_string()))
    }

    /// `let mut name = [x; N]` of a group.
    pub fn declare_shared(&mut self, name: &Ident, init: &Expr, ty: Option<&syn::Type>) {
        let (span, text) = (init.span(), name.to_string());
        let dims = self.dims(init);
        let elem = ty.map_or(quote!(_), |ty| {
            array::element_type(ty).map_or(quote!(_), |t| quote!(#t))
        });
        let rank = array::rank(init);
        if rank > 2 {
            self.diag.error(span, msg::GROUP_RANK);
            return;
        }
        let mut all = Vec::new();
        let first = match array::filled_with(init) {
            Some(x) => {
                let x = self.expr(x);
                self.shaped(&x, false, span)
            }
            None => {
                if !self.elements_of(init, &mut all) {
                    return;
                }
                match all.first() {
                    Some((_, x)) => x.clone(),
                    None => return,
                }
            }
        };
        let memory = format_ident!("__{}_memory", name, span = span);
        self.out.push(quote_spanned!(span=>
            let mut #memory = __m.shared::<#elem, #dims>(#text, #first);
            let #name = __m.elements(&mut #memory);));
        if rank == 2 {
            let (rows, columns) = array::extents(name);
            self.out.push(quote_spanned!(span=>
                let (#rows, #columns) = (__h::extent_of::<#dims, _>(__u, 0usize), __h::extent_of::<#dims, _>(__u, 1usize));));
        }
        self.env.insert(text.clone(), Bind::Given(rank));
        let (k, site) = (self.mask(), self.site(span, text));
        for (at, x) in all {
            self.out.push(quote_spanned!(span=>
                __m.store_g(#k, #name, __m.lit::<usize>(#at), __m.splat(#x), false, #site);));
        }
    }

    /// The elements of a literal, all the same for a group's items.
    fn elements_of(&mut self, init: &Expr, all: &mut Vec<(TokenStream, Ident)>) -> bool {
        let mut values = Vec::new();
        if !self.elements(init, quote!(0usize), &mut values, false) {
            return false;
        }
        all.extend(values);
        true
    }

    /// Whether an index of dimension `n` of a shared array is below its size because its own range says so.
    pub fn is_inside(&self, name: &Ident, n: usize, at: &Expr) -> bool {
        let Some(group) = &self.group else { return false };
        let same = |a: &Expr, b: &Expr| quote!(#a).to_string() == quote!(#b).to_string();
        group
            .arrays
            .get(&name.to_string())
            .and_then(|sizes| sizes.get(n))
            .zip(tree::ident(at).and_then(|i| self.ends.get(&i.to_string())))
            .is_some_and(
                |(size, end)| match (crate::depend::literal(size), crate::depend::literal(end)) {
                    (Some(size), Some(end)) => end <= size,
                    _ => same(size, end),
                },
            )
    }

    /// Lowers a loop of items.
    pub fn items(&mut self, f: &ExprForLoop) -> Val {
        let Some(headers) = header(f, self.diag) else {
            return Val::Unit;
        };
        let Some(reductions) = self
            .group
            .as_mut()
            .and_then(|g| g.reductions.remove(&tree::id(&f.body)))
        else {
            return Val::Unit;
        };
        let span = f.for_token.span();
        let dims: Vec<TokenStream> = headers.iter().map(|h| self.range_of_items(h)).collect();
        let line = span.start().line as u32;
        let site = self.site(f.expr.span(), "step != 0".into());
        let names = headers.iter().map(|h| h.name.to_string());
        let inner = quote!({
            static __ITEMS: __h::Items = __h::Items { line: #line, names: &[#(#names),*], site: #site };
            &__ITEMS
        });
        let (reds, joins) = joined(&reductions, headers.len());
        let (snapshots, body) = self.items_body(f, &headers, &reductions);
        let k = self.mask();
        let run = quote_spanned!(span=>
            let __total = {
                let __reds = (#(#reds,)*);
                let __dims = [#(#dims),*];
                #snapshots
                __m.items(#k, #inner, &__dims, __reds, #[inline(always)] move |__m, __k, __ix, __acc| #body)
            };
        );
        self.out.push(quote_spanned!(span=> { #run #(#joins)* }));
        Val::Unit
    }

    fn range_of_items(&mut self, h: &Header) -> TokenStream {
        let one: Expr = parse_quote!(1usize);
        let all = [&h.start, &h.end, h.step.as_ref().unwrap_or(&one)].map(|e| {
            let v = self.expr(e);
            self.shaped(&v, false, e.span())
        });
        quote!([#(#all),*])
    }

    /// The variables of the group as they are now, and the closure's text.
    fn items_body(
        &mut self,
        f: &ExprForLoop,
        headers: &[Header],
        reductions: &Reductions,
    ) -> (TokenStream, TokenStream) {
        let span = f.for_token.span();
        let mut snapshots = quote!();
        let outer = (
            self.env.clone(),
            std::mem::take(&mut self.out),
            std::mem::replace(&mut self.frames, vec![format_ident!("__k0")]),
            std::mem::take(&mut self.loops),
            std::mem::take(&mut self.exits),
            std::mem::replace(&mut self.rank, headers.len()),
        );
        self.sites_of_args.extend(reductions.sites.clone());
        for name in mentioned(&f.body) {
            if matches!(self.env.get(&name), Some(Bind::Local { .. })) {
                let ident = Ident::new(&name, span);
                snapshots = quote!(#snapshots let #ident = __u.get(&#ident););
                self.env.insert(
                    name,
                    Bind::Value {
                        varying: false,
                        base: None,
                    },
                );
            }
        }
        for (n, r) in reductions.all.iter().enumerate() {
            for name in r.names() {
                self.env.insert(name.to_string(), Bind::Reduced(n));
            }
        }
        let first = 3 - headers.len();
        for (d, h) in headers.iter().enumerate() {
            let (name, at) = (&h.name, first + d);
            if crate::depend::literal(&h.start) == Some(0) {
                self.ends.insert(name.to_string(), h.end.clone());
            }
            let last = d + 1 == headers.len();
            let base = format_ident!("__base");
            self.out.push(match (last, &h.step) {
                (true, None) => quote!(let (#base, #name) = __ix.unit;),
                (true, Some(_)) => quote!(let (#base, #name) = (__ix.at[#at], __ix.lane);),
                (false, _) => quote!(let #name = __ix.at[#at];),
            });
            self.env.insert(
                name.to_string(),
                Bind::Value {
                    varying: last,
                    base: (last && h.step.is_none()).then_some(base),
                },
            );
        }
        if let Some(g) = &mut self.group {
            g.in_items = true;
        }
        let prologue = self.take_block();
        self.open_whole(&f.body, LoopKind::Par, f.label.as_ref());
        self.block_value(&f.body);
        let text = self.take_block();
        let text = self.close_whole(text);
        if let Some(g) = &mut self.group {
            g.in_items = false;
        }
        (self.env, self.out, self.frames, self.loops, self.exits, self.rank) = outer;
        let body = quote_spanned!(span=> {
            let __u = __m.uniform();
            let mut __k0 = __k;
            #prologue
            #text
        });
        (snapshots, body)
    }
}

/// The reductions for the machine, and what joins their totals to the group's variables.
fn joined(reductions: &Reductions, rank: usize) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (mut reds, mut joins) = (vec![], vec![]);
    for (n, r) in reductions.all.iter().enumerate() {
        let n = syn::Index::from(n);
        match r {
            Reduction::Plain(name, op) => {
                let op = op.tokens();
                reds.push(quote!(__h::total_of(&#name, #op)));
                joins.push(quote!(__h::join_total(__u, #op, &mut #name, &__total.#n);));
            }
            Reduction::Arg(Arg {
                best,
                less,
                strict,
                payload,
            }) => {
                reds.push(quote!(__h::arg_of::<#rank, _, _, _>(#less, #strict, &#best, (#(&mut #payload,)*))));
                joins.push(quote!(
                    __h::join_best(__u, #less, #strict, &mut #best, (#(&mut #payload,)*), &__total.#n);
                ));
            }
        }
    }
    (reds, joins)
}
