//! Jumps out of several loops, for languages without labels.
//!
//! A loop that is left from inside an inner one gets a flag, 0 at the start of each round: 1 says
//! break, 2 says continue. The jump sets the flag and breaks the innermost loop; behind each loop in
//! between, the flag breaks on; behind the last, it is obeyed.

use std::collections::BTreeSet;

use hoist_machine::ScalarType;

use crate::ir::*;
use crate::validate::{Validated, ValidationError, validate};

/// The same kernel with every jump's depth 0.
pub fn lower_labels(kernel: &Validated) -> Result<Validated, ValidationError> {
    let mut lower = Lower {
        k: Kernel::clone(kernel),
        open: vec![],
    };
    let body = std::mem::take(&mut lower.k.body);
    lower.k.body = lower.block(body);
    validate(lower.k)
}

#[derive(Default)]
struct OpenLoop {
    flag: Option<LocalId>,
    /// Loops further out, by position, that something inside jumps to.
    leaves: BTreeSet<usize>,
}
struct Lower {
    k: Kernel,
    open: Vec<OpenLoop>,
}

impl Lower {
    fn expr(&mut self, expr: Expr, ty: ScalarType) -> ExprId {
        self.k.exprs.push(Node { expr, ty })
    }
    fn constant(&mut self, n: u64) -> ExprId {
        self.expr(Expr::Const(n), ScalarType::U32)
    }
    fn flag(&mut self, at: usize) -> LocalId {
        *self.open[at].flag.get_or_insert_with(|| {
            self.k.locals.push(LocalVar {
                name: "leave",
                ty: ScalarType::U32,
            })
        })
    }

    fn block(&mut self, block: Block) -> Block {
        let mut out = vec![];
        for Stmt { line, kind } in block {
            let stmt = |kind| Stmt { line, kind };
            match kind {
                StmtKind::Break { depth } if depth > 0 => out.extend(self.jump(depth, 1).map(stmt)),
                StmtKind::Continue { depth } if depth > 0 => out.extend(self.jump(depth, 2).map(stmt)),
                StmtKind::If { cond, then, otherwise } => {
                    let (then, otherwise) = (self.block(then), self.block(otherwise));
                    out.push(stmt(StmtKind::If { cond, then, otherwise }));
                }
                StmtKind::Loop { body } => self.looped(line, body, &mut out, |body| StmtKind::Loop { body }),
                StmtKind::For { local, from, to, body } => {
                    self.looped(line, body, &mut out, |body| StmtKind::For { local, from, to, body });
                }
                mut items @ StmtKind::Items { .. } => {
                    // No jump leaves an item's body.
                    let open = std::mem::take(&mut self.open);
                    for b in items.blocks_mut() {
                        *b = self.block(std::mem::take(b));
                    }
                    self.open = open;
                    out.push(stmt(items));
                }
                kind => out.push(stmt(kind)),
            }
        }
        out
    }

    fn jump(&mut self, depth: u32, how: u64) -> [StmtKind; 2] {
        // The validator saw that there are so many loops.
        let target = self.open.len() - 1 - depth as usize;
        let local = self.flag(target);
        if let Some(inner) = self.open.last_mut() {
            inner.leaves.insert(target);
        }
        let expr = self.constant(how);
        [StmtKind::Set { local, expr }, StmtKind::Break { depth: 0 }]
    }

    fn looped(&mut self, line: u32, body: Block, out: &mut Block, make: impl FnOnce(Block) -> StmtKind) {
        self.open.push(OpenLoop::default());
        let mut body = self.block(body);
        let done = self.open.pop().unwrap_or_default();
        if let Some(local) = done.flag {
            let init = Some(self.constant(0));
            body.insert(
                0,
                Stmt {
                    line,
                    kind: StmtKind::Declare { local, init },
                },
            );
        }
        out.push(Stmt { line, kind: make(body) });
        for target in done.leaves {
            let own = target + 1 == self.open.len();
            if own {
                out.push(self.obey(line, target, BinaryOp::Eq, 1, StmtKind::Break { depth: 0 }));
                out.push(self.obey(line, target, BinaryOp::Eq, 2, StmtKind::Continue { depth: 0 }));
            } else {
                if let Some(outer) = self.open.last_mut() {
                    outer.leaves.insert(target);
                }
                out.push(self.obey(line, target, BinaryOp::Ne, 0, StmtKind::Break { depth: 0 }));
            }
        }
    }

    /// `if flag op n { jump }`.
    fn obey(&mut self, line: u32, target: usize, op: BinaryOp, n: u64, jump: StmtKind) -> Stmt {
        let flag = Expr::Local(self.flag(target));
        let (a, b) = (self.expr(flag, ScalarType::U32), self.constant(n));
        let cond = self.expr(Expr::Binary(op, a, b), ScalarType::Bool);
        let then = vec![Stmt { line, kind: jump }];
        Stmt {
            line,
            kind: StmtKind::If {
                cond,
                then,
                otherwise: vec![],
            },
        }
    }
}
