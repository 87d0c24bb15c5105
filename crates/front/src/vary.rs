//! Which values differ between lanes: a syntactic fixpoint.
//!
//! A value varies when it is made from the last loop variable, read at a varying index, assigned
//! a varying value, or assigned under control flow that varies, after a declaration outside of it.
//! A loop varies when its condition does, or when a varying `break` or `continue` leaves it.

use crate::tree;
use std::collections::{HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{Block, Expr, Ident, Local, Pat, Stmt};

/// The result: names of varying variables, identities of varying loops, variables that are assigned.
#[derive(Default, Clone)]
pub struct Varying {
    pub vars: HashSet<String>,
    pub loops: HashSet<usize>,
    pub assigned: HashSet<String>,
    /// Names that never vary: what a group's items share, and what they reduce.
    pub uniform: HashSet<String>,
    /// Whether a device function of uniform arguments gives a uniform value: in a group.
    pub uniform_calls: bool,
}

/// Solves for a body; `seed` are variables that vary from the start, `label` names the `par` loop.
///
/// The body itself counts as a loop, which `continue` of the `par` loop, or `return`, leaves. The
/// lanes that leave it never come back, so that the others still go through the loops inside in step:
/// those vary only for reasons of their own.
pub fn solve(body: &Block, seed: impl Iterator<Item = String>, label: Option<&syn::Label>) -> Varying {
    let vars = seed.collect();
    solve_from(
        body,
        Varying {
            vars,
            ..Default::default()
        },
        label,
    )
}

/// The same from what is known.
pub fn solve_from(body: &Block, mut all: Varying, label: Option<&syn::Label>) -> Varying {
    loop {
        let before = (all.vars.len(), all.loops.len(), all.assigned.len());
        let mut pass = Pass {
            all,
            depth: 0,
            declared: HashMap::new(),
            loops: vec![OpenLoop {
                id: tree::id(body),
                label: label.map(label_text),
                depth: 0,
            }],
        };
        pass.visit_block(body);
        all = pass.all;
        if before == (all.vars.len(), all.loops.len(), all.assigned.len()) {
            return all;
        }
    }
}

/// A loop's label, as text.
pub fn label_text(l: &syn::Label) -> String {
    l.name.ident.to_string()
}

struct OpenLoop {
    id: usize,
    label: Option<String>,
    depth: u32,
}

struct Pass {
    all: Varying,
    /// How many varying constructs are open.
    depth: u32,
    declared: HashMap<String, u32>,
    loops: Vec<OpenLoop>,
}

impl Pass {
    fn varies(&self, e: &Expr) -> bool {
        self.all.expr(e)
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
        let mut names = Vec::new();
        tree::bound(pat, &mut names);
        let varies = init.is_some_and(|e| self.varies(e));
        for name in names {
            self.declared.insert(name.to_string(), self.depth);
            if varies && !self.all.uniform.contains(&name.to_string()) {
                self.all.vars.insert(name.to_string());
            }
        }
    }

    fn assign(&mut self, name: &Ident, varies: bool) {
        let name = name.to_string();
        let deeper = self.declared.get(&name).is_some_and(|d| self.depth > *d);
        if (varies || deeper) && !self.all.uniform.contains(&name) {
            self.all.vars.insert(name.clone());
        }
        self.all.assigned.insert(name);
    }

    fn leave(&mut self, label: Option<&syn::Lifetime>) {
        let label = label.map(|l| l.ident.to_string());
        let Some(at) = self.loops.iter().rposition(|l| label.is_none() || l.label == label) else {
            return;
        };
        if at == 0 {
            self.leave_whole();
        } else if self.depth > self.loops[at].depth || self.all.loops.contains(&self.loops[at].id) {
            let inside: Vec<usize> = self.loops[at..].iter().map(|l| l.id).collect();
            self.all.loops.extend(inside);
        }
    }

    fn leave_whole(&mut self) {
        if self.depth > 0 {
            self.all.loops.insert(self.loops[0].id);
        }
    }

    fn body(&mut self, body: &Block, label: &Option<syn::Label>, varies: bool) {
        let id = tree::id(body);
        if varies {
            self.all.loops.insert(id);
        }
        let depth = self.depth + u32::from(self.all.loops.contains(&id));
        let outer = std::mem::replace(&mut self.depth, depth);
        self.loops.push(OpenLoop {
            id,
            label: label.as_ref().map(label_text),
            depth,
        });
        self.visit_block(body);
        self.loops.pop();
        self.depth = outer;
    }

    fn deeper(&mut self, varies: bool, f: impl FnOnce(&mut Self)) {
        self.depth += u32::from(varies);
        f(self);
        self.depth -= u32::from(varies);
    }
}

impl<'a> Visit<'a> for Pass {
    fn visit_local(&mut self, l: &'a Local) {
        if let Some(init) = &l.init {
            self.visit_expr(&init.expr);
        }
        self.declare(&l.pat, l.init.as_ref().map(|i| &*i.expr));
    }
    fn visit_expr(&mut self, e: &'a Expr) {
        match e {
            Expr::Assign(a) => {
                self.visit_expr(&a.right);
                self.visit_expr(&a.left);
                if let Some(name) = tree::ident(&a.left) {
                    let varies = self.varies(&a.right);
                    self.assign(name, varies);
                }
            }
            Expr::Binary(b) if crate::ops::compound(&b.op).is_some() => {
                self.visit_expr(&b.right);
                self.visit_expr(&b.left);
                if let Some(name) = tree::ident(&b.left) {
                    let varies = self.varies(&b.right);
                    self.assign(name, varies);
                }
            }
            Expr::If(i) => {
                self.visit_expr(&i.cond);
                let varies = self.varies(&i.cond);
                self.deeper(varies, |s| {
                    s.visit_block(&i.then_branch);
                    if let Some((_, e)) = &i.else_branch {
                        s.visit_expr(e);
                    }
                });
            }
            Expr::While(w) => {
                let varies = self.varies(&w.cond);
                self.deeper(varies, |s| s.visit_expr(&w.cond));
                self.body(&w.body, &w.label, varies);
            }
            Expr::Loop(l) => self.body(&l.body, &l.label, false),
            Expr::ForLoop(f) if tree::par_argument(f).is_some() => {
                self.visit_expr(&f.expr);
                self.declare(&f.pat, None);
                self.body(&f.body, &f.label, false);
            }
            Expr::ForLoop(f) => {
                self.visit_expr(&f.expr);
                let varies = self.varies(&f.expr);
                self.declare(&f.pat, None);
                if varies {
                    let mut names = Vec::new();
                    tree::bound(&f.pat, &mut names);
                    self.all.vars.extend(names.iter().map(Ident::to_string));
                }
                self.body(&f.body, &f.label, varies);
            }
            Expr::Break(b) => self.leave(b.label.as_ref()),
            Expr::Continue(c) => self.leave(c.label.as_ref()),
            Expr::Return(_) => {
                visit::visit_expr(self, e);
                self.leave_whole();
            }
            _ => visit::visit_expr(self, e),
        }
    }
}

impl Varying {
    /// Whether the expression's value differs between lanes.
    pub fn expr(&self, e: &Expr) -> bool {
        match e {
            Expr::Path(_) => tree::ident(e).is_some_and(|i| self.vars.contains(&i.to_string())),
            Expr::If(i) => {
                self.expr(&i.cond)
                    || self.block(&i.then_branch)
                    || i.else_branch.as_ref().is_some_and(|(_, e)| self.expr(e))
            }
            Expr::Block(b) => self.block(&b.block),
            Expr::Call(c) if crate::fields::is_own(c) => c.args.iter().any(|a| self.expr(a)),
            // A device function is lowered for lanes.
            Expr::Call(c) if crate::ops::primitive_call(c).is_none() && !self.uniform_calls => true,
            Expr::Call(c) => c.args.iter().any(|a| self.expr(a)),
            Expr::MethodCall(c) if c.method == "len" && c.args.is_empty() => false,
            Expr::MethodCall(c) => self.expr(&c.receiver) || c.args.iter().any(|a| self.expr(a)),
            // An array of the body is kept for each lane.
            Expr::Index(i) => self.expr(&i.expr) || self.expr(&i.index),
            Expr::Array(_) | Expr::Repeat(_) => true,
            Expr::Binary(b) => self.expr(&b.left) || self.expr(&b.right),
            Expr::Unary(u) => self.expr(&u.expr),
            Expr::Cast(c) => self.expr(&c.expr),
            Expr::Paren(p) => self.expr(&p.expr),
            Expr::Group(g) => self.expr(&g.expr),
            Expr::Tuple(t) => t.elems.iter().any(|e| self.expr(e)),
            Expr::Field(f) => self.expr(&f.base),
            Expr::Reference(r) => self.expr(&r.expr),
            Expr::Range(r) => r.start.iter().chain(&r.end).any(|e| self.expr(e)),
            _ => false,
        }
    }

    fn block(&self, b: &Block) -> bool {
        matches!(b.stmts.last(), Some(Stmt::Expr(e, None)) if self.expr(e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solved(text: &str) -> (Varying, usize) {
        let f: syn::ExprForLoop = syn::parse_str(text).unwrap();
        let vary = solve(&f.body, std::iter::once("i".to_string()), f.label.as_ref());
        (vary, tree::id(&f.body))
    }

    #[test]
    fn lanes_that_end_their_iteration_leave_the_loops_inside_in_step() {
        let text = "'p: for i in r { let mut s = 0; for j in 0..n { if x[i] > 0.0 { continue 'p; } s += j; } }";
        let (vary, body) = solved(text);
        assert_eq!(vary.loops, HashSet::from([body]));
        assert!(!vary.vars.contains("s"));
    }

    #[test]
    fn a_condition_that_all_lanes_share_ends_all_of_them() {
        let (vary, _) =
            solved("'p: for i in r { for j in 0..n { if x[j] > 0.0 { continue 'p; } } if k { continue; } }");
        assert!(vary.loops.is_empty());
    }

    #[test]
    fn a_break_of_a_loop_inside_makes_that_one_vary() {
        let text = "'p: for i in r { let mut s = 0; for j in 0..n { if x[i] > 0.0 { break; } s += j; } }";
        let (vary, body) = solved(text);
        assert!(vary.loops.len() == 1 && !vary.loops.contains(&body));
        assert!(vary.vars.contains("s"));
    }
}
