//! Scatter-reductions: `hist[k] += v` on a slice that the loop only updates so.

use crate::depend::ParLoop;
use crate::reduce::Op;
use crate::{ops, tree};
use quote::quote;
use std::collections::{HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprAssign, ExprBinary, ExprIndex, Ident};

/// One update `s[at] = s[at] op value`.
pub struct Update<'a> {
    pub index: &'a ExprIndex,
    pub slice: &'a Ident,
    pub op: Op,
    /// Whether the value counts the other way: `-=`.
    pub minus: bool,
    pub value: &'a Expr,
}

/// Reads a statement as an update of one element.
pub fn update(e: &Expr) -> Option<Update<'_>> {
    match e {
        Expr::Binary(b) => of_compound(b),
        Expr::Assign(a) => of_assign(a),
        _ => None,
    }
}

/// `s[at] op= value`.
pub fn of_compound(b: &ExprBinary) -> Option<Update<'_>> {
    ops::compound(&b.op)?;
    let (op, minus) = operator(&b.op)?;
    of(&b.left, op, minus, &b.right)
}

/// `s[at] = s[at] op value`, or by a method.
pub fn of_assign(a: &ExprAssign) -> Option<Update<'_>> {
    let same = |e: &Expr| {
        let (e, left) = (tree::bare(e), tree::bare(&a.left));
        quote!(#e).to_string() == quote!(#left).to_string()
    };
    match tree::bare(&a.right) {
        Expr::Binary(b) if same(&b.left) => {
            let (op, minus) = operator(&b.op)?;
            of(&a.left, op, minus, &b.right)
        }
        Expr::MethodCall(c) if c.args.len() == 1 && same(&c.receiver) => {
            let (op, minus) = match &*c.method.to_string() {
                "min" => (Op::Min, false),
                "max" => (Op::Max, false),
                "wrapping_add" => (Op::Add, false),
                "wrapping_sub" => (Op::Add, true),
                "wrapping_mul" => (Op::Mul, false),
                _ => return None,
            };
            of(&a.left, op, minus, &c.args[0])
        }
        _ => None,
    }
}

fn of<'a>(left: &'a Expr, op: Op, minus: bool, value: &'a Expr) -> Option<Update<'a>> {
    let Expr::Index(index) = tree::bare(left) else {
        return None;
    };
    Some(Update {
        index,
        slice: tree::ident(&index.expr)?,
        op,
        minus,
        value,
    })
}

fn operator(op: &BinOp) -> Option<(Op, bool)> {
    Some(match op {
        BinOp::Add(_) | BinOp::AddAssign(_) => (Op::Add, false),
        BinOp::Sub(_) | BinOp::SubAssign(_) => (Op::Add, true),
        BinOp::Mul(_) | BinOp::MulAssign(_) => (Op::Mul, false),
        BinOp::BitAnd(_) | BinOp::BitAndAssign(_) => (Op::And, false),
        BinOp::BitOr(_) | BinOp::BitOrAssign(_) => (Op::Or, false),
        BinOp::BitXor(_) | BinOp::BitXorAssign(_) => (Op::Xor, false),
        _ => return None,
    })
}

#[derive(Default)]
struct Find<'a> {
    updates: Vec<(&'a Ident, Op)>,
    others: HashSet<String>,
}
impl<'a> Visit<'a> for Find<'a> {
    fn visit_expr(&mut self, e: &'a Expr) {
        if let Some(u) = update(e) {
            self.updates.push((u.slice, u.op));
            self.visit_expr(&u.index.index);
            self.visit_expr(u.value);
            return;
        }
        match e {
            Expr::MethodCall(c) if c.method == "len" && tree::ident(&c.receiver).is_some() => {}
            Expr::Path(_) => self.others.extend(tree::ident(e).map(Ident::to_string)),
            _ => visit::visit_expr(self, e),
        }
    }
}

/// Slices that a body only updates by one operation each.
fn candidates(body: &Block) -> HashMap<String, Op> {
    let mut find = Find::default();
    find.visit_block(body);
    let mut all: HashMap<String, Op> = HashMap::new();
    for (slice, op) in &find.updates {
        let name = slice.to_string();
        if *all.entry(name.clone()).or_insert(*op) != *op {
            find.others.insert(name);
        }
    }
    all.retain(|name, _| !find.others.contains(name));
    all
}

/// The slices that two iterations may update at one element, which they then do one after the other. What the dependence
/// test can show to be distinct stays a plain access.
pub fn slices(par: &ParLoop, known: &crate::depend::Known) -> HashMap<String, Op> {
    let mut all = candidates(par.body);
    // A sum of floats in any order is for `fast` kernels.
    all.retain(|name, op| !(matches!(op, Op::Add | Op::Mul) && known.floats.contains(name)));
    let collides = |name: &String| {
        let exempt = all.keys().filter(|n| *n != name).cloned().collect();
        let alone = ParLoop {
            indices: par.indices.clone(),
            exempt,
            ..*par
        };
        crate::depend::check_with(&alone, known).is_err()
    };
    let found: HashSet<String> = all.keys().filter(|n| collides(n)).cloned().collect();
    all.into_iter().filter(|(n, _)| found.contains(n)).collect()
}
