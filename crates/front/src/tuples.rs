//! Takes tuple variables apart, so that later passes see plain variables.
//!
//! `let mut p = (0.0, 1);` becomes `let (mut p_0, mut p_1) = (0.0, 1);`, `p.1` becomes `p_1`, `p = (a, b)` assigns each part, and
//! `(a, b) = (b, a)` takes both values before it assigns. Of the tuple that a device function gives back, only the fields that
//! are used get a name.

use crate::tree;
use proc_macro2::Span;
use quote::quote;
use std::collections::{HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Ident, Local, Pat, Stmt, parse_quote, parse_quote_spanned};

/// The parts of a tuple variable: names, or tuples again.
#[derive(Clone)]
enum Part {
    Name(Ident),
    Tuple(Vec<Part>),
}

impl Part {
    /// Its value, at a place in the text.
    fn expr(&self, span: Span) -> Expr {
        match self {
            Part::Name(n) => {
                let n = Ident::new(&n.to_string(), span);
                parse_quote!(#n)
            }
            Part::Tuple(all) => {
                let all = all.iter().map(|p| p.expr(span));
                parse_quote_spanned!(span=> (#(#all),*))
            }
        }
    }
    fn pat(&self, mutable: bool) -> Pat {
        match self {
            Part::Name(n) if mutable => parse_quote!(mut #n),
            Part::Name(n) => parse_quote!(#n),
            Part::Tuple(all) => {
                let all = all.iter().map(|p| p.pat(mutable));
                parse_quote!((#(#all),*))
            }
        }
    }
}

/// Takes the tuple variables of a renamed block apart.
pub fn flatten(block: &mut Block, taken: &mut HashSet<String>) {
    let mut uses = Uses::default();
    uses.visit_block(block);
    let mut pass = Flatten {
        uses,
        taken,
        tuples: HashMap::new(),
        count: 0,
    };
    pass.visit_block_mut(block);
}

/// How names are used: as wholes, and by the largest field.
#[derive(Default)]
struct Uses {
    whole: HashSet<String>,
    fields: HashMap<String, u32>,
    assigned: HashSet<String>,
}

impl<'a> Visit<'a> for Uses {
    fn visit_expr(&mut self, e: &'a Expr) {
        match e {
            Expr::Field(f) => {
                if let (Some(name), syn::Member::Unnamed(n)) = (tree::ident(&f.base), &f.member) {
                    let most = self.fields.entry(name.to_string()).or_default();
                    *most = n.index.max(*most);
                    return;
                }
            }
            Expr::Assign(a) => {
                self.assigned.extend(tree::ident(&a.left).map(Ident::to_string));
            }
            Expr::Path(_) => self.whole.extend(tree::ident(e).map(Ident::to_string)),
            _ => {}
        }
        visit::visit_expr(self, e);
    }
}

struct Flatten<'a> {
    uses: Uses,
    taken: &'a mut HashSet<String>,
    tuples: HashMap<String, Part>,
    count: usize,
}

impl Flatten<'_> {
    fn fresh(&mut self, stem: &str, of: &Ident) -> Ident {
        let mut name = stem.to_string();
        while !self.taken.insert(name.clone()) {
            self.count += 1;
            name = format!("{stem}_{}", self.count);
        }
        Ident::new(&name, of.span())
    }

    /// The parts of a variable that is given `e`, where the text tells them.
    fn parts(&mut self, stem: &str, of: &Ident, e: &Expr) -> Option<Vec<Part>> {
        let parts: Vec<Expr> = match tree::bare(e) {
            Expr::Tuple(t) => t.elems.iter().cloned().collect(),
            e => match self.part(e)? {
                Part::Tuple(all) => all.iter().map(|p| p.expr(e.span())).collect(),
                Part::Name(_) => return None,
            },
        };
        let mut all = Vec::new();
        for (n, e) in parts.iter().enumerate() {
            let stem = format!("{stem}_{n}");
            all.push(match self.parts(&stem, of, e) {
                Some(parts) => Part::Tuple(parts),
                None => Part::Name(self.fresh(&stem, of)),
            });
        }
        Some(all)
    }

    /// What a variable or a field of one is, where it is a part of a tuple variable.
    fn part(&self, e: &Expr) -> Option<Part> {
        match tree::bare(e) {
            Expr::Field(f) => match (self.part(&f.base)?, &f.member) {
                (Part::Tuple(all), syn::Member::Unnamed(n)) => all.get(n.index as usize).cloned(),
                _ => None,
            },
            e => self.tuples.get(&tree::ident(e)?.to_string()).cloned(),
        }
    }

    fn local(&mut self, l: &mut Local) {
        let (pat, ty) = tree::typed(&l.pat);
        let (Pat::Ident(p), Some(init)) = (pat, &l.init) else {
            return;
        };
        let name = p.ident.to_string();
        let mutable = p.mutability.is_some();
        if let Some(parts) = self.parts(&name, &p.ident, &init.expr) {
            let part = Part::Tuple(parts);
            let pat = part.pat(mutable);
            l.pat = match ty {
                Some(ty) => Pat::Type(syn::PatType {
                    attrs: Vec::new(),
                    pat: Box::new(pat),
                    colon_token: Default::default(),
                    ty: Box::new(ty.clone()),
                }),
                None => pat,
            };
            self.tuples.insert(name, part);
            return;
        }
        // What a function gives back, of which only fields are used.
        let called = match tree::bare(&init.expr) {
            // `Wrapping(x)` makes a struct, whose fields stay its own.
            Expr::Call(c) => tree::called(&c.func).is_some_and(|f| !f.starts_with(char::is_uppercase)),
            Expr::If(_) | Expr::Match(_) | Expr::Block(_) => true,
            _ => false,
        };
        let most = self.uses.fields.get(&name).copied();
        if let (true, Some(most), None) = (called, most, ty)
            && !self.uses.whole.contains(&name)
            && !self.uses.assigned.contains(&name)
        {
            let ident = p.ident.clone();
            let names: Vec<Ident> = (0..=most).map(|n| self.fresh(&format!("{name}_{n}"), &ident)).collect();
            l.pat = if mutable {
                parse_quote_spanned!(ident.span()=> (#(mut #names,)* ..))
            } else {
                parse_quote_spanned!(ident.span()=> (#(#names,)* ..))
            };
            self.tuples
                .insert(name, Part::Tuple(names.into_iter().map(Part::Name).collect()));
        }
    }

    /// `(a, b) = e` and `p = e`: the values first, then each assignment.
    fn assignment(&mut self, a: &syn::ExprAssign) -> Option<Expr> {
        let target = match tree::bare(&a.left) {
            Expr::Tuple(_) => (*a.left).clone(),
            e => match self.part(e)? {
                part @ Part::Tuple(_) => part.expr(e.span()),
                Part::Name(_) => return None,
            },
        };
        let (span, mut stmts) = (a.span(), Vec::new());
        let pat = self.taken_by(&target, &mut stmts);
        let value = &a.right;
        Some(parse_quote_spanned!(span=> { let #pat = #value; #(#stmts)* }))
    }

    fn taken_by(&mut self, target: &Expr, stmts: &mut Vec<Stmt>) -> Pat {
        match tree::bare(target) {
            Expr::Tuple(t) => {
                let all: Vec<Pat> = t.elems.iter().map(|e| self.taken_by(e, stmts)).collect();
                parse_quote!((#(#all),*))
            }
            Expr::Infer(_) => parse_quote!(_),
            // In parentheses where it is no place: rustc says so.
            e => {
                let e = match e {
                    Expr::Path(_) | Expr::Index(_) | Expr::Field(_) | Expr::Unary(_) => quote!(#e),
                    e => quote!((#e)),
                };
                let name = self.fresh("value", &Ident::new("value", target.span()));
                stmts.push(parse_quote_spanned!(target.span()=> #e = #name;));
                parse_quote!(#name)
            }
        }
    }
}

impl VisitMut for Flatten<'_> {
    fn visit_local_mut(&mut self, l: &mut Local) {
        self.local(l);
        if let Some(init) = &mut l.init {
            self.visit_expr_mut(&mut init.expr);
        }
    }
    fn visit_expr_mut(&mut self, e: &mut Expr) {
        if let Expr::Assign(a) = e
            && let Some(new) = self.assignment(a)
        {
            *e = new;
        }
        match e {
            Expr::Field(_) | Expr::Path(_) => {
                if let Some(part) = self.part(e) {
                    *e = part.expr(e.span());
                    return;
                }
            }
            _ => {}
        }
        visit_mut::visit_expr_mut(self, e);
    }
}
