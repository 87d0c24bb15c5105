//! Arg-reductions: `if v < best { best = v; at = i; }` on variables from outside the loop.

use crate::lower::{Lower, Val};
use crate::tree;
use quote::{format_ident, quote, quote_spanned};
use std::collections::HashSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprIf, Ident, Stmt, parse_quote};

/// The variables of one arg-reduction.
#[derive(Clone, Debug)]
pub struct Arg {
    /// What is compared.
    pub best: Ident,
    /// Whether the smaller value wins.
    pub less: bool,
    /// Whether an equal one does not.
    pub strict: bool,
    /// What is set with it, in the order of the text.
    pub payload: Vec<Ident>,
}

impl Arg {
    /// As `explain()` names it.
    pub fn explain(&self) -> String {
        let which = match (self.strict, self.less) {
            (true, true) => "first smallest",
            (true, false) => "first largest",
            (false, true) => "last smallest",
            (false, false) => "last largest",
        };
        let payload: Vec<String> = self.payload.iter().map(|p| format!("`{p}`")).collect();
        if payload.is_empty() {
            return format!("`{}` is the {which} value", self.best);
        }
        format!(
            "`{}` is the {which} value, with {} of its iteration",
            self.best,
            payload.join(", ")
        )
    }
    /// All of its variables.
    pub fn names(&self) -> impl Iterator<Item = &Ident> {
        std::iter::once(&self.best).chain(&self.payload)
    }
}

/// One `if` that updates an arg-reduction, taken apart.
#[derive(Clone)]
pub struct Site {
    pub arg: Arg,
    /// What is asked before the comparison.
    guards: Vec<Expr>,
    value: Expr,
    /// The payload's values.
    payload: Vec<Expr>,
}

/// Reads an `if` as an arg-reduction over `host` variables.
pub fn site(i: &ExprIf, host: &HashSet<String>) -> Option<Site> {
    if i.else_branch.is_some() {
        return None;
    }
    let mut conjuncts = Vec::new();
    split(&i.cond, &mut conjuncts);
    let assigned = |name: &Ident| {
        let targets = i.then_branch.stmts.iter().filter_map(|s| match s {
            Stmt::Expr(Expr::Assign(a), _) => tree::ident(&a.left),
            _ => None,
        });
        host.contains(&name.to_string()) && targets.into_iter().any(|t| t == name)
    };
    let (best, less, strict, value) = comparison(conjuncts.pop()?, &assigned)?;
    let guards: Vec<Expr> = conjuncts.into_iter().cloned().collect();
    let (mut kept, mut payload, mut seen) = (Vec::new(), Vec::new(), false);
    for s in &i.then_branch.stmts {
        let Stmt::Expr(Expr::Assign(a), _) = s else { return None };
        let name = tree::ident(&a.left)?;
        if name == best {
            let (was, is) = (quote!(#value).to_string(), tree::bare(&a.right));
            if std::mem::replace(&mut seen, true) || was != quote!(#is).to_string() {
                return None;
            }
        } else if host.contains(&name.to_string()) && !kept.contains(name) {
            kept.push(name.clone());
            payload.push((*a.right).clone());
        } else {
            return None;
        }
    }
    let arg = Arg {
        best: best.clone(),
        less,
        strict,
        payload: kept,
    };
    let free = |e: &Expr| !mentions(e, &arg);
    let all_free = free(value) && guards.iter().all(free) && payload.iter().all(free);
    (seen && all_free).then(|| Site {
        value: value.clone(),
        arg,
        guards,
        payload,
    })
}

fn split<'e>(e: &'e Expr, out: &mut Vec<&'e Expr>) {
    match tree::bare(e) {
        Expr::Binary(b) if matches!(b.op, BinOp::And(_)) => {
            split(&b.left, out);
            split(&b.right, out);
        }
        e => out.push(e),
    }
}

/// `v < best` and its like, `best` the variable that is assigned: whether the smaller wins, and whether strictly.
fn comparison<'e>(e: &'e Expr, assigned: &dyn Fn(&Ident) -> bool) -> Option<(&'e Ident, bool, bool, &'e Expr)> {
    let Expr::Binary(b) = e else { return None };
    let (less, strict) = match b.op {
        BinOp::Lt(_) => (true, true),
        BinOp::Le(_) => (true, false),
        BinOp::Gt(_) => (false, true),
        BinOp::Ge(_) => (false, false),
        _ => return None,
    };
    let known = |e: &'e Expr| tree::ident(e).filter(|i| assigned(i));
    match (known(&b.left), known(&b.right)) {
        (None, Some(best)) => Some((best, less, strict, tree::bare(&b.left))),
        (Some(best), None) => Some((best, !less, strict, tree::bare(&b.right))),
        _ => None,
    }
}

fn mentions(e: &Expr, arg: &Arg) -> bool {
    struct Look<'a>(&'a Arg, bool);
    impl<'a> Visit<'a> for Look<'_> {
        fn visit_ident(&mut self, i: &'a Ident) {
            self.1 |= self.0.names().any(|n| n == i);
        }
    }
    let mut look = Look(arg, false);
    look.visit_expr(e);
    look.1
}

/// Every site of a body, by the address of its `if`.
pub fn sites(body: &Block, host: &HashSet<String>) -> Vec<(usize, Site)> {
    struct Find<'h>(&'h HashSet<String>, Vec<(usize, Site)>);
    impl<'a> Visit<'a> for Find<'_> {
        fn visit_expr_if(&mut self, i: &'a ExprIf) {
            match site(i, self.0) {
                Some(site) => self.1.push((address(i), site)),
                None => visit::visit_expr_if(self, i),
            }
        }
    }
    let mut find = Find(host, Vec::new());
    find.visit_block(body);
    find.1
}

/// An `if`'s identity: trees do not move during a lowering.
pub fn address(i: &ExprIf) -> usize {
    std::ptr::from_ref(i) as usize
}

impl Lower<'_> {
    /// Lowers a site: the guards, then the value where they hold, then what is kept where it wins.
    pub fn arg_site(&mut self, site: &Site, number: usize) -> Val {
        let span = site.value.span();
        if let Some(guard) = site.guards.iter().cloned().reduce(|a, b| parse_quote!(#a && #b)) {
            let cond = self.expr(&guard);
            if matches!(cond, Val::Never) {
                return Val::Never;
            }
            return self.choose(&cond, true, span, |s| s.arg_value(site, number), |_| Val::Unit);
        }
        self.arg_value(site, number)
    }

    fn arg_value(&mut self, site: &Site, number: usize) -> Val {
        let span = site.value.span();
        let value = self.expr(&site.value);
        if matches!(value, Val::Never) {
            return Val::Never;
        }
        let x = self.shaped(&value, true, span);
        let n = syn::Index::from(number);
        let op = match (site.arg.less, site.arg.strict) {
            (true, true) => format_ident!("lt"),
            (true, false) => format_ident!("le"),
            (false, true) => format_ident!("gt"),
            (false, false) => format_ident!("ge"),
        };
        let wins = self.emit(
            span,
            true,
            quote_spanned!(span=> {
                let __old = __m.get(&__acc.#n.best);
                __m.#op(#x, __old)
            }),
        );
        self.choose(
            &wins,
            true,
            span,
            |s| {
                let k = s.mask();
                s.out.push(quote_spanned!(span=> __m.set(&mut __acc.#n.best, #k, #x);));
                let rank = s.rank;
                for d in 0..rank {
                    let at = 3 - rank + d;
                    let index = if d + 1 == rank {
                        quote!(__ix.lane)
                    } else {
                        quote!(__m.splat(__ix.at[#at]))
                    };
                    s.out.push(quote_spanned!(span=> {
                        let __key = __m.add(#index, __m.lit(2usize));
                        __m.set(&mut __acc.#n.keys[#d], #k, __key);
                    }));
                }
                for (p, e) in site.payload.iter().enumerate() {
                    let v = s.expr(e);
                    if matches!(v, Val::Never) {
                        return Val::Never;
                    }
                    let (v, p) = (s.shaped(&v, true, e.span()), syn::Index::from(p));
                    let k = s.mask();
                    s.out
                        .push(quote_spanned!(span=> __m.set(&mut __acc.#n.payload.#p, #k, #v);));
                }
                Val::Unit
            },
            |_| Val::Unit,
        )
    }
}
