//! Subscripts as polynomials over loop variables and values that are the same in all iterations.

use crate::ranges::ForHead;
use crate::tree;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::{BTreeMap, HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprForLoop, Lit, Local, Pat, UnOp};

/// A sum of products: each key is a sorted list of symbols.
pub type Poly = BTreeMap<Vec<String>, i128>;

/// What a body binds, as far as subscripts care.
#[derive(Default)]
pub struct Scope {
    /// Loop variables of the parallel loop.
    pub par: Vec<String>,
    /// Inner loop variables and their ranges.
    pub inner: HashMap<String, (Expr, Expr, bool)>,
    lets: HashMap<String, Expr>,
    bound: HashSet<String>,
    /// Text of each uniform symbol.
    pub uniform: std::cell::RefCell<HashMap<String, Expr>>,
}

impl Scope {
    /// Reads a body.
    pub fn of(par: Vec<String>, body: &Block) -> Self {
        let mut scope = Scope {
            par,
            ..Default::default()
        };
        scope.visit_block(body);
        scope
    }

    /// The subscript's polynomial; `None` when it is not one.
    pub fn poly(&self, e: &Expr) -> Option<Poly> {
        match tree::bare(e) {
            Expr::Lit(l) => match &l.lit {
                Lit::Int(n) => Some(constant(n.base10_parse().ok()?)),
                _ => None,
            },
            Expr::Path(_) if tree::ident(e).is_some() => self.name(e),
            Expr::Binary(b) => {
                let whole = || self.symbol(e);
                match b.op {
                    BinOp::Add(_) => sum(self.poly(&b.left)?, self.poly(&b.right)?, 1),
                    BinOp::Sub(_) => sum(self.poly(&b.left)?, self.poly(&b.right)?, -1),
                    BinOp::Mul(_) => product(&self.poly(&b.left)?, &self.poly(&b.right)?),
                    _ => whole(),
                }
            }
            Expr::Call(c) if tree::called(&c.func).as_deref() == Some(crate::rows::WITHIN) => self.poly(&c.args[0]),
            Expr::Unary(u) if matches!(u.op, UnOp::Neg(_)) => sum(constant(0), self.poly(&u.expr)?, -1),
            e => self.symbol(e),
        }
    }

    fn name(&self, e: &Expr) -> Option<Poly> {
        let name = tree::ident(e)?.to_string();
        if self.par.contains(&name) || self.inner.contains_key(&name) {
            return Some(Poly::from([(vec![name], 1)]));
        }
        if let Some(e) = self.lets.get(&name) {
            return self.poly(e);
        }
        if self.bound.contains(&name) {
            None
        } else {
            self.symbol(e)
        }
    }

    /// A value that is the same in all iterations, as one symbol.
    fn symbol(&self, e: &Expr) -> Option<Poly> {
        if !self.is_uniform(e) {
            return None;
        }
        let text = quote!(#e).to_string();
        self.uniform.borrow_mut().insert(text.clone(), e.clone());
        Some(Poly::from([(vec![text], 1)]))
    }

    fn is_uniform(&self, e: &Expr) -> bool {
        struct Look<'a>(&'a Scope, bool);
        impl<'a> Visit<'a> for Look<'_> {
            fn visit_expr(&mut self, e: &'a Expr) {
                match e {
                    Expr::Path(p) => {
                        let known = |n: &String| self.0.par.contains(n) || self.0.bound.contains(n);
                        self.1 &= p.path.get_ident().is_none_or(|i| !known(&i.to_string()));
                    }
                    Expr::MethodCall(c) => {
                        self.1 &= match &*c.method.to_string() {
                            "len" | "min" | "max" | "abs_diff" => true,
                            "div_ceil" => c.args.len() == 1 && nonzero(&c.args[0]),
                            _ => false,
                        };
                        visit::visit_expr(self, e);
                    }
                    // Nothing here may panic on the host: no sums, and only literal divisors.
                    Expr::Binary(b) if !matches!(b.op, BinOp::Div(_) | BinOp::Rem(_)) || !nonzero(&b.right) => {
                        self.1 = false
                    }
                    Expr::Lit(_) | Expr::Paren(_) | Expr::Group(_) | Expr::Binary(_) | Expr::Cast(_) => {
                        visit::visit_expr(self, e)
                    }
                    _ => self.1 = false,
                }
            }
        }
        let mut look = Look(self, true);
        look.visit_expr(e);
        look.1
    }

    /// Whether the body does not bind the name: it has one value in all iterations.
    pub fn is_free(&self, name: &String) -> bool {
        !self.par.contains(name) && !self.bound.contains(name)
    }

    /// Whether a symbol is a loop variable.
    pub fn is_variable(&self, symbol: &String) -> bool {
        self.par.contains(symbol) || self.inner.contains_key(symbol)
    }

    /// The polynomial's interval at run time; `par` gives each parallel variable's interval.
    pub fn interval(&self, p: &Poly, par: &dyn Fn(usize) -> TokenStream, depth: u32) -> Option<TokenStream> {
        let mut all = quote!(__h::iv::lit(0));
        for (symbols, c) in p {
            let mut term = quote!(__h::iv::lit(#c));
            for s in symbols {
                let value = self.value(s, par, depth)?;
                term = quote!(#term.times(#value));
            }
            all = quote!(#all.plus(#term));
        }
        Some(all)
    }

    fn value(&self, symbol: &String, par: &dyn Fn(usize) -> TokenStream, depth: u32) -> Option<TokenStream> {
        if let Some(d) = self.par.iter().position(|p| p == symbol) {
            return Some(par(d));
        }
        if let Some((from, to, inclusive)) = self.inner.get(symbol) {
            if depth > 8 {
                return None;
            }
            let from = self.interval(&self.poly(from)?, par, depth + 1)?;
            let to = self.interval(&self.poly(to)?, par, depth + 1)?;
            let more = i128::from(*inclusive);
            return Some(quote!(__h::iv::span(#from, #to.plus(__h::iv::lit(#more)))));
        }
        let e = self.uniform.borrow().get(symbol)?.clone();
        Some(quote!(__h::iv::int(#e)))
    }
}

impl<'a> Visit<'a> for Scope {
    fn visit_expr(&mut self, e: &'a Expr) {
        // A variable from outside that the loop changes, a scan's.
        let target = match e {
            Expr::Assign(a) => tree::ident(&a.left),
            Expr::Binary(b) if crate::ops::compound(&b.op).is_some() => tree::ident(&b.left),
            _ => None,
        };
        self.bound.extend(target.map(|n| n.to_string()));
        visit::visit_expr(self, e);
    }
    fn visit_local(&mut self, l: &'a Local) {
        let pat = tree::typed(&l.pat).0;
        let mut names = Vec::new();
        tree::bound(pat, &mut names);
        self.bound.extend(names.iter().map(|n| n.to_string()));
        if let (Pat::Ident(p), Some(init)) = (pat, &l.init)
            && p.mutability.is_none()
        {
            self.lets.insert(p.ident.to_string(), (*init.expr).clone());
        }
        visit::visit_local(self, l);
    }
    fn visit_expr_for_loop(&mut self, f: &'a ExprForLoop) {
        let mut names = Vec::new();
        tree::bound(&f.pat, &mut names);
        self.bound.extend(names.iter().map(|n| n.to_string()));
        // A reversed or stepped range has no other values than the range itself.
        if let (Some(head), Pat::Ident(p)) = (ForHead::of(f), &*f.pat) {
            let range = (head.from.clone(), head.to.clone(), head.inclusive);
            self.inner.insert(p.ident.to_string(), range);
        }
        visit::visit_expr_for_loop(self, f);
    }
}

/// A constant polynomial.
pub fn constant(c: i128) -> Poly {
    if c == 0 {
        Poly::new()
    } else {
        Poly::from([(Vec::new(), c)])
    }
}

/// `a + sign * b`.
pub fn sum(mut a: Poly, b: Poly, sign: i128) -> Option<Poly> {
    for (k, c) in b {
        let all = a.get(&k).copied().unwrap_or(0).checked_add(c.checked_mul(sign)?)?;
        if all == 0 {
            a.remove(&k)
        } else {
            a.insert(k, all)
        };
    }
    Some(a)
}

fn product(a: &Poly, b: &Poly) -> Option<Poly> {
    let mut all = Poly::new();
    for (k, c) in a {
        for (l, d) in b {
            let mut symbols = k.clone();
            symbols.extend(l.iter().cloned());
            symbols.sort();
            all = sum(all, Poly::from([(symbols, c.checked_mul(*d)?)]), 1)?;
        }
    }
    Some(all)
}

/// The value of a constant polynomial.
pub fn as_constant(p: &Poly) -> Option<i128> {
    match p.len() {
        0 => Some(0),
        1 => p.get(&Vec::new()).copied(),
        _ => None,
    }
}

/// Whether an expression is a literal other than 0.
pub fn nonzero(e: &Expr) -> bool {
    matches!(tree::bare(e), Expr::Lit(syn::ExprLit { lit: Lit::Int(n), .. }) if n.base10_parse::<u64>().is_ok_and(|n| n != 0))
}
