//! Makes a trace readable: every operation was recorded as a value of its own; one that is used
//! once goes into its use, and one that is not used goes away.
//!
//! A value moves only within its block, and never past an assignment to a variable that it reads.

use std::collections::HashSet;

use crate::ir::*;

/// Nodes of the largest expression that forwarding makes.
const MAX_NODES: usize = 24;

/// The same kernel with values in their uses.
pub(crate) fn forward(mut k: Kernel) -> Kernel {
    let body = std::mem::take(&mut k.body);
    let mut uses = vec![0usize; k.values.len()];
    walk(&body, &mut |s| s.kind.exprs().for_each(|e| count(&k, e, &mut uses, 1)));
    let mut body = body;
    drop_unused(&k, &mut body, &mut uses);
    let old = std::mem::take(&mut k.exprs);
    let mut f = Forward { old, k, uses };
    f.k.body = f.block(body);
    f.k
}

/// Adds `by` to the uses of each value under `e`.
fn count(k: &Kernel, e: ExprId, uses: &mut [usize], by: isize) {
    let n = k.exprs[e].expr;
    if let Expr::Value(v) = n {
        uses[v.index()] = uses[v.index()].wrapping_add_signed(by);
    }
    n.operands().for_each(|o| count(k, o, uses, by));
}

/// Drops unused pure values, last first, so that what only they used goes too.
fn drop_unused(k: &Kernel, block: &mut Block, uses: &mut [usize]) {
    let mut kept = vec![];
    for mut s in block.drain(..).rev() {
        match &mut s.kind {
            StmtKind::Let { value, expr } if uses[value.index()] == 0 => {
                count(k, *expr, uses, -1);
                continue;
            }
            kind => {
                let mut nested: Vec<_> = kind.blocks_mut().collect();
                nested.iter_mut().rev().for_each(|b| drop_unused(k, b, uses));
            }
        }
        kept.push(s);
    }
    kept.reverse();
    *block = kept;
}

/// A value on its way to its use, already an expression of the new arena.
struct Moving {
    line: u32,
    value: ValueId,
    expr: ExprId,
    reads: HashSet<LocalId>,
    nodes: usize,
}
/// An expression copied to the new arena.
struct Copied {
    expr: ExprId,
    reads: HashSet<LocalId>,
    nodes: usize,
}

struct Forward {
    old: crate::Arena<Node>,
    k: Kernel,
    uses: Vec<usize>,
}

impl Forward {
    fn block(&mut self, block: Block) -> Block {
        let mut out: Block = vec![];
        // In the order of the text.
        let mut moving: Vec<Moving> = vec![];
        for Stmt { line, mut kind } in block {
            if let StmtKind::Let { value, expr } = kind {
                let c = self.copy(expr, &mut moving);
                let once = self.uses[value.index()] == 1 && self.k.values[value].name.is_none();
                let m = Moving {
                    line,
                    value,
                    expr: c.expr,
                    reads: c.reads,
                    nodes: c.nodes,
                };
                if once && c.nodes <= MAX_NODES {
                    moving.push(m)
                } else {
                    out.push(let_of(m))
                }
                continue;
            }
            for e in kind.exprs_mut() {
                *e = self.copy(*e, &mut moving).expr;
            }
            // What a nested block uses or assigns, or this statement assigns, does not move past.
            let mut nested = vec![];
            for b in kind.blocks() {
                walk(b, &mut |s| nested.extend(s.kind.exprs()));
            }
            let used: HashSet<ValueId> = nested.into_iter().flat_map(|e| values_in(&self.old, e)).collect();
            let mut assigned = HashSet::new();
            sets(&kind, &mut assigned);
            let stays = |m: &Moving| used.contains(&m.value) || !m.reads.is_disjoint(&assigned);
            for m in moving.extract_if(.., |m| stays(m)) {
                out.push(let_of(m));
            }
            for b in kind.blocks_mut() {
                *b = self.block(std::mem::take(b));
            }
            out.push(Stmt { line, kind });
        }
        out.extend(moving.into_iter().map(let_of));
        out
    }

    /// Copies an expression, with moving values put in where they are used.
    fn copy(&mut self, e: ExprId, moving: &mut Vec<Moving>) -> Copied {
        let n = self.old[e];
        if let Expr::Value(v) = n.expr
            && let Some(at) = moving.iter().position(|m| m.value == v)
        {
            let m = moving.remove(at);
            return Copied {
                expr: m.expr,
                reads: m.reads,
                nodes: m.nodes,
            };
        }
        let (mut reads, mut nodes) = (HashSet::new(), 1);
        if let Expr::Local(l) = n.expr {
            reads.insert(l);
        }
        let expr = n.expr.map(|o| {
            let c = self.copy(o, moving);
            reads.extend(c.reads);
            nodes += c.nodes;
            c.expr
        });
        Copied {
            expr: self.k.exprs.push(Node { expr, ty: n.ty }),
            reads,
            nodes,
        }
    }
}

fn let_of(m: Moving) -> Stmt {
    Stmt {
        line: m.line,
        kind: StmtKind::Let {
            value: m.value,
            expr: m.expr,
        },
    }
}
fn values_in(old: &crate::Arena<Node>, e: ExprId) -> Vec<ValueId> {
    let (mut out, mut todo) = (vec![], vec![e]);
    while let Some(e) = todo.pop() {
        if let Expr::Value(v) = old[e].expr {
            out.push(v);
        }
        todo.extend(old[e].expr.operands());
    }
    out
}
/// The variables that a statement assigns, nested ones included.
fn sets(kind: &StmtKind, out: &mut HashSet<LocalId>) {
    out.extend(kind.assigns());
    kind.blocks().flatten().for_each(|s| sets(&s.kind, out));
}
