//! A kernel under construction: where the tracer's calls go.

use hoist_machine::{LoopInfo, ScalarType};

use crate::ir::*;

/// A memory that a buffer parameter stands for, as the host knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TracedBuffer {
    /// Number of the memory.
    pub memory: u32,
    /// Of the first element, in elements.
    pub offset: usize,
    /// Elements.
    pub len: usize,
    pub elem: ScalarType,
}
/// What the parameters stood for in the launch that was traced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TracedArgs {
    /// Bits of each uniform.
    pub uniforms: Vec<u64>,
    /// Each buffer.
    pub buffers: Vec<TracedBuffer>,
}

/// A statement whose blocks are still open.
enum Open {
    If {
        line: u32,
        cond: ExprId,
        then: Option<Block>,
    },
    Loop {
        line: u32,
        entered: bool,
    },
    For {
        line: u32,
        local: LocalId,
        from: ExprId,
        to: ExprId,
        entered: bool,
    },
}

/// The kernel, its open blocks, and the line.
pub(crate) struct Builder {
    pub kernel: Kernel,
    pub args: TracedArgs,
    pub line: u32,
    blocks: Vec<Block>,
    open: Vec<Open>,
}

impl Builder {
    pub fn new(info: &'static LoopInfo, rank: u32) -> Self {
        let kernel = Kernel {
            name: info.kernel,
            loop_number: info.number,
            file: info.file,
            line: info.line,
            rank,
            indices: info.indices.to_vec(),
            buffers: Default::default(),
            uniforms: Default::default(),
            locals: Default::default(),
            arrays: Default::default(),
            values: Default::default(),
            exprs: Default::default(),
            body: vec![],
            reductions: vec![],
            sites: info.sites,
            fast: info.fast,
            group: info.group,
        };
        Builder {
            kernel,
            args: TracedArgs::default(),
            line: info.line,
            blocks: vec![vec![]],
            open: vec![],
        }
    }

    pub fn node(&mut self, expr: Expr, ty: ScalarType) -> ExprId {
        self.kernel.exprs.push(Node { expr, ty })
    }
    pub fn emit(&mut self, kind: StmtKind) {
        self.emit_at(self.line, kind);
    }
    fn emit_at(&mut self, line: u32, kind: StmtKind) {
        if let Some(b) = self.blocks.last_mut() {
            b.push(Stmt { line, kind });
        }
    }
    /// A statement that defines a value; the value as an expression.
    pub fn define(&mut self, ty: ScalarType, kind: impl FnOnce(ValueId) -> StmtKind) -> ExprId {
        let value = self.kernel.values.push(Value { name: None, ty });
        self.emit(kind(value));
        self.node(Expr::Value(value), ty)
    }
    /// An operation. Each becomes a value, so that one used twice is not computed twice; those
    /// used once go back into their use when the trace ends.
    pub fn op(&mut self, expr: Expr, ty: ScalarType) -> ExprId {
        let expr = self.node(expr, ty);
        self.define(ty, |value| StmtKind::Let { value, expr })
    }
    /// `let name = x`: names the value that `x` is, or a new one.
    pub fn bind(&mut self, name: &'static str, x: ExprId) -> ExprId {
        let Node { expr, ty } = self.kernel.exprs[x];
        if let Expr::Value(v) = expr
            && self.kernel.values[v].name.is_none()
        {
            self.kernel.values[v].name = Some(name);
            return x;
        }
        let bound = self.op(expr, ty);
        if let Expr::Value(v) = self.kernel.exprs[bound].expr {
            self.kernel.values[v].name = Some(name);
        }
        bound
    }

    pub fn uniform(&mut self, name: &'static str, ty: ScalarType, bits: u64) -> ExprId {
        let known = self.kernel.uniforms.handles();
        let at = known
            .zip(&self.args.uniforms)
            .find(|((_, u), b)| u.name == name && u.ty == ty && **b == bits);
        let at = match at {
            Some(((h, _), _)) => h,
            None => {
                self.args.uniforms.push(bits);
                self.kernel.uniforms.push(UniformParam { name, ty })
            }
        };
        self.node(Expr::Uniform(at), ty)
    }
    /// One element of a host array: of equal ones each has its own parameter, so that the text hangs on no value.
    pub fn element(&mut self, name: &'static str, ty: ScalarType, bits: u64) -> ExprId {
        self.args.uniforms.push(bits);
        let at = self.kernel.uniforms.push(UniformParam { name, ty });
        self.node(Expr::Uniform(at), ty)
    }
    pub fn buffer(&mut self, name: &'static str, b: TracedBuffer, written: bool) -> BufferId {
        let known = self.kernel.buffers.handles();
        let at = known
            .zip(&self.args.buffers)
            .find(|((_, p), o)| p.name == name && **o == b)
            .map(|((h, _), _)| h);
        let at = at.unwrap_or_else(|| {
            self.args.buffers.push(b);
            self.kernel.buffers.push(BufferParam {
                name,
                elem: b.elem,
                written: false,
            })
        });
        self.kernel.buffers[at].written |= written;
        at
    }

    /// An array; a constant one of the same name and elements is the same.
    pub fn array(&mut self, name: &'static str, elem: ScalarType, len: u64, table: Option<Vec<u64>>) -> ArrayId {
        let array = ArrayVar {
            name,
            elem,
            len,
            table,
            shared: false,
        };
        let known = self
            .kernel
            .arrays
            .handles()
            .find(|(_, a)| a.table.is_some() && **a == array);
        match known {
            Some((h, _)) => h,
            None => self.kernel.arrays.push(array),
        }
    }

    /// Opens a block that no statement has yet.
    pub fn block_begin(&mut self) {
        self.blocks.push(vec![]);
    }
    /// Throws away what the innermost open block holds.
    pub fn forget_block(&mut self) {
        if let Some(b) = self.blocks.last_mut() {
            b.clear();
        }
    }
    /// Closes it.
    pub fn block_end(&mut self) -> Block {
        self.blocks.pop().unwrap_or_default()
    }

    pub fn if_begin(&mut self, cond: ExprId) {
        self.open.push(Open::If {
            line: self.line,
            cond,
            then: None,
        });
        self.blocks.push(vec![]);
    }
    pub fn if_else(&mut self) {
        let block = self.blocks.pop();
        if let (Some(Open::If { then, .. }), Some(block)) = (self.open.last_mut(), block) {
            *then = Some(block);
        } else {
            self.unbalanced();
        }
        self.blocks.push(vec![]);
    }
    pub fn if_end(&mut self) {
        match (self.open.pop(), self.blocks.pop()) {
            (Some(Open::If { line, cond, then }), Some(last)) => {
                let (then, otherwise) = match then {
                    Some(then) => (then, last),
                    None => (last, vec![]),
                };
                self.emit_at(line, StmtKind::If { cond, then, otherwise });
            }
            _ => self.unbalanced(),
        }
    }
    pub fn loop_begin(&mut self) {
        self.open.push(Open::Loop {
            line: self.line,
            entered: false,
        });
        self.blocks.push(vec![]);
    }
    pub fn for_begin(&mut self, name: &'static str, ty: ScalarType, from: ExprId, to: ExprId) -> LocalId {
        let local = self.kernel.locals.push(LocalVar { name, ty });
        self.open.push(Open::For {
            line: self.line,
            local,
            from,
            to,
            entered: false,
        });
        self.blocks.push(vec![]);
        local
    }
    /// True the first time, when the body follows; the second time the loop ends.
    pub fn again(&mut self) -> bool {
        match self.open.last_mut() {
            Some(Open::Loop { entered, .. } | Open::For { entered, .. }) if !*entered => {
                *entered = true;
                return true;
            }
            _ => {}
        }
        match (self.open.pop(), self.blocks.pop()) {
            (Some(Open::Loop { line, .. }), Some(body)) => self.emit_at(line, StmtKind::Loop { body }),
            (
                Some(Open::For {
                    line, local, from, to, ..
                }),
                Some(body),
            ) => {
                self.emit_at(line, StmtKind::For { local, from, to, body });
            }
            _ => self.unbalanced(),
        }
        false
    }
    /// `if !c { break }`.
    pub fn leave_unless(&mut self, c: ExprId) {
        let ty = ScalarType::Bool;
        let cond = self.op(Expr::Unary(UnaryOp::Not, c), ty);
        let then = vec![Stmt {
            line: self.line,
            kind: StmtKind::Break { depth: 0 },
        }];
        self.emit(StmtKind::If {
            cond,
            then,
            otherwise: vec![],
        });
    }

    /// The calls did not pair: the validator refuses a jump out of so many loops.
    fn unbalanced(&mut self) {
        self.blocks.truncate(1);
        if self.blocks.is_empty() {
            self.blocks.push(vec![]);
        }
        self.emit(StmtKind::Break { depth: u32::MAX });
    }
    /// Throws away the statements so far.
    pub fn forget(&mut self) {
        self.blocks = vec![vec![]];
    }
    /// The kernel as recorded, every operation a value.
    pub fn finish(mut self) -> (Kernel, TracedArgs) {
        if !self.open.is_empty() {
            self.unbalanced();
        }
        self.kernel.body = self.blocks.swap_remove(0);
        (self.kernel, self.args)
    }
}
