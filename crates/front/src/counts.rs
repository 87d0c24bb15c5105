//! Loops whose iterations each count in a table of their own: `count[(x[i] & 255) as usize] += 1` in a loop of the body.
//!
//! Where iterations are lanes such an update is a gather and a scatter, of as many elements apart as the table is long, and
//! the words that neighbours read are a block apart. One iteration at a time does the same with an addition in memory.

use crate::vary::Varying;
use crate::{ops, tree};
use std::collections::HashSet;
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprBinary, ExprForLoop, ExprLoop, ExprWhile, Local};

/// The table, where a body has one.
pub fn table(body: &Block, vary: &Varying) -> Option<String> {
    let mut find = Find {
        vary,
        arrays: HashSet::new(),
        depth: 0,
        found: None,
    };
    find.visit_block(body);
    find.found
}

struct Find<'a> {
    vary: &'a Varying,
    /// Arrays that the body declares.
    arrays: HashSet<String>,
    /// Loops that are open.
    depth: usize,
    found: Option<String>,
}

impl Find<'_> {
    fn inside(&mut self, walk: impl FnOnce(&mut Self)) {
        self.depth += 1;
        walk(self);
        self.depth -= 1;
    }
    /// Whether one of the indices differs between lanes.
    fn varies(&self, place: &Expr) -> bool {
        match tree::bare(place) {
            Expr::Index(i) => self.vary.expr(&i.index) || self.varies(&i.expr),
            _ => false,
        }
    }
}

impl<'a> Visit<'a> for Find<'_> {
    fn visit_local(&mut self, l: &'a Local) {
        if let Some(init) = &l.init
            && matches!(tree::bare(&init.expr), Expr::Repeat(_) | Expr::Array(_))
        {
            let mut names = Vec::new();
            tree::bound(tree::typed(&l.pat).0, &mut names);
            self.arrays.extend(names.iter().map(ToString::to_string));
        }
        visit::visit_local(self, l);
    }
    fn visit_expr_for_loop(&mut self, f: &'a ExprForLoop) {
        self.inside(|s| visit::visit_expr_for_loop(s, f));
    }
    fn visit_expr_while(&mut self, w: &'a ExprWhile) {
        self.inside(|s| visit::visit_expr_while(s, w));
    }
    fn visit_expr_loop(&mut self, l: &'a ExprLoop) {
        self.inside(|s| visit::visit_expr_loop(s, l));
    }
    fn visit_expr_binary(&mut self, b: &'a ExprBinary) {
        if self.depth > 0
            && ops::compound(&b.op).is_some()
            && let Expr::Index(_) = tree::bare(&b.left)
            && let Some(name) = tree::base(&b.left).map(ToString::to_string)
            && self.arrays.contains(&name)
            && self.varies(&b.left)
        {
            self.found.get_or_insert(name);
        }
        visit::visit_expr_binary(self, b);
    }
}
