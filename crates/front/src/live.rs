//! Which variables are dead after a loop.
//!
//! Blending a loop-carried variable under the loop's mask puts the mask on the critical path. It
//! is not needed where lanes that have left the loop never look at the variable again.

use crate::tree;
use crate::vary::label_text;
use std::collections::HashMap;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Ident, Pat};

/// Positions in the text, counted in the order of a walk.
#[derive(Default)]
pub struct Live {
    mentions: HashMap<String, Vec<usize>>,
    loops: HashMap<usize, (usize, usize)>,
    clock: usize,
    open: Vec<(usize, Option<String>)>,
    continued: std::collections::HashSet<usize>,
}

impl Live {
    /// Reads a body.
    pub fn of(body: &Block) -> Self {
        let mut live = Live::default();
        live.visit_block(body);
        live
    }

    /// Whether no lane that has left loop `id` can read `name` again: it is not mentioned after
    /// the loop, and no loop around this one began after the variable's declaration.
    pub fn dead_after(&self, name: &str, id: usize) -> bool {
        let (Some(places), Some(&(begin, end))) = (self.mentions.get(name), self.loops.get(&id)) else {
            return false;
        };
        let declared = places[0];
        let around = self.loops.values().any(|&(b, e)| b < begin && e > end && b > declared);
        !around && declared < begin && places.iter().all(|&p| p <= end)
    }

    /// Whether a `continue` may cut an iteration of loop `id` short (any inside it counts).
    pub fn has_continue(&self, id: usize) -> bool {
        self.continued.contains(&id)
    }

    /// A `continue`, unless it ends the whole body: then no lane that it takes comes back.
    fn cut(&mut self, label: Option<&syn::Lifetime>) {
        let label = label.map(|l| l.ident.to_string());
        if label.is_none() || self.open.iter().any(|(_, l)| *l == label) {
            self.continued.extend(self.open.iter().map(|(id, _)| id));
        }
    }

    fn mention(&mut self, name: &Ident) {
        self.clock += 1;
        self.mentions.entry(name.to_string()).or_default().push(self.clock);
    }

    fn a_loop(&mut self, body: &Block, label: &Option<syn::Label>, f: impl FnOnce(&mut Self)) {
        self.clock += 1;
        let begin = self.clock;
        self.open.push((tree::id(body), label.as_ref().map(label_text)));
        f(self);
        self.open.pop();
        self.clock += 1;
        self.loops.insert(tree::id(body), (begin, self.clock));
    }
}

impl<'a> Visit<'a> for Live {
    fn visit_pat(&mut self, p: &'a Pat) {
        if let Pat::Ident(p) = p {
            self.mention(&p.ident);
        }
        visit::visit_pat(self, p);
    }
    fn visit_expr(&mut self, e: &'a Expr) {
        match e {
            Expr::Path(_) => {
                if let Some(i) = tree::ident(e) {
                    self.mention(i);
                }
            }
            Expr::While(w) => self.a_loop(&w.body, &w.label, |s| visit::visit_expr_while(s, w)),
            Expr::Loop(l) => self.a_loop(&l.body, &l.label, |s| visit::visit_expr_loop(s, l)),
            Expr::ForLoop(f) => self.a_loop(&f.body, &f.label, |s| visit::visit_expr_for_loop(s, f)),
            Expr::Continue(c) => self.cut(c.label.as_ref()),
            _ => visit::visit_expr(self, e),
        }
    }
}
