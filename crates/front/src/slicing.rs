//! What the updates of scanned variables need of a body: the statements that make what an iteration contributes.

use crate::diag::Diag;
use crate::scan::{Scans, address, update};
use crate::{ops, tree};
use proc_macro2::Span;
use std::collections::{HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Ident, Lifetime, Pat, Stmt};

/// A loop inside the body, or the body itself.
struct Open {
    id: usize,
    label: Option<String>,
}

/// An access to a slice: where in the text, and the outermost inner loop around it, 0 where there is none.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    inner: usize,
    span: Span,
}

/// Finds the statements that the updates need: those that make what they mention, and what decides whether they run.
pub struct Slice<'s> {
    scans: HashSet<String>,
    others: &'s HashSet<String>,
    /// Names that are needed, each with a place that needs it.
    needed: HashMap<String, Span>,
    keep: HashSet<usize>,
    kept_loops: HashSet<usize>,
    loops: Vec<Open>,
    clock: usize,
    reads: HashMap<String, Vec<Place>>,
    writes: HashMap<String, Vec<Place>>,
    stores: Vec<Span>,
    /// Names that the body binds: what is indexed of them is an array of the iteration's own.
    bound: HashSet<String>,
}

impl<'s> Slice<'s> {
    pub fn of(
        body: &Block,
        label: Option<&syn::Label>,
        scans: &Scans,
        others: &'s HashSet<String>,
        diag: &mut Diag,
    ) -> HashSet<usize> {
        let mut all = Slice {
            scans: scans.all.iter().map(|s| s.name.to_string()).collect(),
            others,
            needed: HashMap::new(),
            keep: HashSet::new(),
            kept_loops: HashSet::new(),
            loops: Vec::new(),
            clock: 0,
            reads: HashMap::new(),
            writes: HashMap::new(),
            stores: Vec::new(),
            bound: bound_in(body),
        };
        loop {
            let before = (all.needed.len(), all.keep.len(), all.kept_loops.len());
            (all.clock, all.reads, all.writes) = (0, HashMap::new(), HashMap::new());
            all.stores.clear();
            all.loops.push(Open {
                id: tree::id(body),
                label: label.map(crate::vary::label_text),
            });
            all.block(body);
            all.loops.pop();
            if before == (all.needed.len(), all.keep.len(), all.kept_loops.len()) {
                break;
            }
        }
        all.judge(diag);
        all.keep
    }

    fn judge(&self, diag: &mut Diag) {
        for name in self.scans.iter().chain(self.others) {
            if let Some(span) = self.needed.get(name) {
                let what = if self.scans.contains(name) {
                    let own = format!(
                        "`{name}` is read here to compute what is added to it, or to another variable of its kind"
                    );
                    format!(
                        "{own}: each iteration depends on the one before; what an iteration adds must not depend on the sum so far"
                    )
                } else {
                    format!("`{name}` is reduced by the loop, and its value is needed here within the loop")
                };
                diag.error(*span, what);
            }
        }
        for span in &self.stores {
            diag.error(
                *span,
                "this store stands within a value that a scan's update needs: store in a statement of its own",
            );
        }
        let mut slices: Vec<_> = self.reads.iter().collect();
        slices.sort_by_key(|(name, _)| name.as_str());
        for (slice, reads) in slices {
            let writes = self.writes.get(slice).map_or(&[][..], Vec::as_slice);
            let clash = |r: &&Place| writes.iter().any(|w| w.at < r.at || w.inner != 0 && w.inner == r.inner);
            if let Some(r) = reads.iter().find(clash) {
                diag.error(
                    r.span,
                    format!(
                        "what a scan's update adds is computed before the rest of the iteration, and this reads `{slice}` after the iteration has written it: \
                         bind the value with `let` before, and use it in both places"
                    ),
                );
            }
        }
    }

    fn place(&mut self, span: Span) -> Place {
        self.clock += 1;
        Place {
            at: self.clock,
            inner: self.loops.get(1).map_or(0, |l| l.id),
            span,
        }
    }

    /// An expression whose value is needed.
    fn uses(&mut self, e: &Expr) {
        struct All<'a, 's>(&'a mut Slice<'s>);
        impl<'a> Visit<'a> for All<'_, '_> {
            fn visit_stmt(&mut self, s: &'a Stmt) {
                self.0.keep.insert(address(s));
                visit::visit_stmt(self, s);
            }
            fn visit_expr(&mut self, e: &'a Expr) {
                match e {
                    Expr::Index(i) => {
                        if let Some(slice) = tree::ident(&i.expr).filter(|n| !self.0.is_bound(n)) {
                            let place = self.0.place(i.span());
                            self.0.reads.entry(slice.to_string()).or_default().push(place);
                        }
                    }
                    Expr::Assign(a) if self.0.stores_to(&a.left) => self.0.stores.push(a.span()),
                    Expr::Binary(b) if ops::compound(&b.op).is_some() && self.0.stores_to(&b.left) => {
                        self.0.stores.push(b.span());
                    }
                    _ => {}
                }
                if let Some(name) = tree::ident(e) {
                    self.0.needed.entry(name.to_string()).or_insert(name.span());
                }
                visit::visit_expr(self, e);
            }
        }
        All(self).visit_expr(e);
    }

    /// An expression that the updates don't need: what it writes.
    fn drops(&mut self, e: &Expr) {
        struct All<'a, 's>(&'a mut Slice<'s>);
        impl<'a> Visit<'a> for All<'_, '_> {
            fn visit_expr(&mut self, e: &'a Expr) {
                visit::visit_expr(self, e);
                let left = match e {
                    Expr::Assign(a) => Some(&a.left),
                    Expr::Binary(b) if ops::compound(&b.op).is_some() => Some(&b.left),
                    Expr::Reference(r) if r.mutability.is_some() => Some(&r.expr),
                    _ => None,
                };
                let slice = left.and_then(|l| match tree::bare(l) {
                    Expr::Index(i) => tree::ident(&i.expr),
                    e => tree::ident(e),
                });
                if let Some(slice) = slice {
                    let place = self.0.place(e.span());
                    self.0.writes.entry(slice.to_string()).or_default().push(place);
                }
            }
        }
        All(self).visit_expr(e);
    }

    fn block(&mut self, b: &Block) -> bool {
        let mut any = false;
        for s in &b.stmts {
            let kept = match s {
                Stmt::Local(l) => self.local(l),
                Stmt::Expr(e, _) => self.statement(e),
                _ => false,
            };
            if kept {
                self.keep.insert(address(s));
            }
            any |= kept;
        }
        any
    }

    fn local(&mut self, l: &syn::Local) -> bool {
        let mut names = Vec::new();
        bound(&l.pat, &mut names);
        let kept = names.iter().any(|n| self.needed.contains_key(&n.to_string()));
        if let Some(init) = &l.init {
            if kept || self.updates(&init.expr) || self.changes(&init.expr) {
                self.uses(&init.expr);
                return true;
            }
            self.drops(&init.expr);
        }
        kept
    }

    fn is_bound(&self, name: &Ident) -> bool {
        self.bound.contains(&name.to_string())
    }

    /// Whether an assignment's left side is an element of a slice.
    fn stores_to(&self, left: &Expr) -> bool {
        matches!(tree::bare(left), Expr::Index(_)) && !tree::base(left).is_some_and(|n| self.is_bound(n))
    }

    /// Whether an expression changes something that is needed somewhere inside.
    fn changes(&self, e: &Expr) -> bool {
        struct All<'a, 's>(&'a Slice<'s>, bool);
        impl<'a> Visit<'a> for All<'_, '_> {
            fn visit_expr(&mut self, e: &'a Expr) {
                let target = match e {
                    Expr::Assign(a) => Some(&a.left),
                    Expr::Binary(b) if ops::compound(&b.op).is_some() => Some(&b.left),
                    Expr::Reference(r) if r.mutability.is_some() => Some(&r.expr),
                    _ => None,
                };
                let name = target.and_then(|t| tree::base(t));
                self.1 |= name.is_some_and(|n| self.0.is_bound(n) && self.0.needed.contains_key(&n.to_string()));
                visit::visit_expr(self, e);
            }
        }
        let mut all = All(self, false);
        all.visit_expr(e);
        all.1
    }

    /// Whether an expression updates a scanned variable somewhere inside.
    fn updates(&self, e: &Expr) -> bool {
        struct All<'a, 's>(&'a Slice<'s>, bool);
        impl<'a> Visit<'a> for All<'_, '_> {
            fn visit_expr(&mut self, e: &'a Expr) {
                self.1 |= update(e).is_some_and(|u| self.0.scans.contains(&u.name.to_string()));
                visit::visit_expr(self, e);
            }
        }
        let mut all = All(self, false);
        all.visit_expr(e);
        all.1
    }

    fn statement(&mut self, e: &Expr) -> bool {
        if let Some(u) = update(e).filter(|u| self.scans.contains(&u.name.to_string())) {
            self.uses(u.operand);
            return true;
        }
        match e {
            Expr::If(i) => {
                let mut kept = self.block(&i.then_branch);
                if let Some((_, other)) = &i.else_branch {
                    kept |= self.statement(other);
                }
                kept |= self.changes(&i.cond);
                self.condition(&i.cond, kept);
                kept
            }
            Expr::Block(b) => self.block(&b.block),
            Expr::While(w) => {
                let kept = self.inner(&w.body, w.label.as_ref()) | self.changes(&w.cond);
                self.condition(&w.cond, kept);
                kept
            }
            Expr::Loop(l) => self.inner(&l.body, l.label.as_ref()),
            Expr::ForLoop(f) => {
                let kept = self.inner(&f.body, f.label.as_ref());
                self.condition(&f.expr, kept);
                kept
            }
            Expr::Continue(c) => self.jump(c.label.as_ref()),
            Expr::Break(b) => self.jump(b.label.as_ref()),
            Expr::Assign(_) | Expr::Binary(_) => {
                let left = match e {
                    Expr::Assign(a) => &a.left,
                    Expr::Binary(b) => &b.left,
                    _ => return false,
                };
                let named = tree::base(left).filter(|n| tree::ident(left).is_some() || self.is_bound(n));
                let kept = named.is_some_and(|n| self.needed.contains_key(&n.to_string())) || self.changes(e);
                if kept {
                    self.uses(e)
                } else {
                    self.drops(e)
                }
                kept
            }
            Expr::Paren(p) => self.statement(&p.expr),
            Expr::Group(g) => self.statement(&g.expr),
            e => {
                let kept = self.changes(e);
                self.condition(e, kept);
                kept
            }
        }
    }

    fn condition(&mut self, e: &Expr, kept: bool) {
        if kept {
            self.uses(e);
        } else {
            self.drops(e);
        }
    }

    fn inner(&mut self, body: &Block, label: Option<&syn::Label>) -> bool {
        let id = tree::id(body);
        self.loops.push(Open {
            id,
            label: label.map(crate::vary::label_text),
        });
        let kept = self.block(body);
        self.loops.pop();
        if kept {
            self.kept_loops.insert(id);
        }
        kept
    }

    /// A jump matters where its loop does; one out of the iteration always does.
    fn jump(&mut self, label: Option<&Lifetime>) -> bool {
        let label = label.map(|l| l.ident.to_string());
        let at = self.loops.iter().rposition(|l| label.is_none() || l.label == label);
        at.is_none_or(|at| at == 0 || self.loops[at..].iter().any(|l| self.kept_loops.contains(&l.id)))
    }
}

pub fn bound(pat: &Pat, out: &mut Vec<Ident>) {
    tree::bound(tree::typed(pat).0, out);
}

/// The names that a body binds.
fn bound_in(body: &Block) -> HashSet<String> {
    struct All(Vec<Ident>);
    impl<'a> Visit<'a> for All {
        fn visit_pat(&mut self, p: &'a syn::Pat) {
            bound(p, &mut self.0);
        }
    }
    let mut all = All(Vec::new());
    all.visit_block(body);
    all.0.iter().map(Ident::to_string).collect()
}
