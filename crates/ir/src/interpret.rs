//! The reference interpreter: one iteration at a time, exactly as the crate's text says.

use hoist_machine::program::PARTIALS;
use hoist_machine::{FaultKind, ScalarType};

use crate::ir::*;
use crate::scalar;
use crate::validate::Validated;

/// Where buffers are. A watcher for races or uninitialised reads is one that looks at each access.
pub trait Memory {
    /// Elements of buffer `buffer`.
    fn len(&self, buffer: usize) -> u64;
    /// The bits of an element in bounds; `site` names the place.
    fn load(&mut self, buffer: usize, index: u64, site: u32) -> u64;
    /// Assigns an element in bounds.
    fn store(&mut self, buffer: usize, index: u64, bits: u64, site: u32);
    /// Assigns `change` of what an element in bounds holds.
    fn update(&mut self, buffer: usize, index: u64, site: u32, change: &mut dyn FnMut(u64) -> u64) {
        let old = self.load(buffer, index, site);
        self.store(buffer, index, change(old), site);
    }
    /// The order in which a group runs `n` chains of items: partials, or items where there are none. Without one, items run
    /// in their own.
    fn order(&mut self, _: usize) -> Option<Vec<usize>> {
        None
    }
    /// What follows is done by this item of a group, or, again, by the group.
    fn item(&mut self, _: Option<u64>) {}
}

/// A fault that ended an iteration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub site: u32,
    /// The index and the length, for an access out of bounds.
    pub index: u64,
    pub len: u64,
    pub line: u32,
}

/// A part of a memory that a buffer parameter stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub memory: usize,
    /// Of the first element, in elements.
    pub offset: usize,
    /// Elements.
    pub len: usize,
    pub elem: ScalarType,
}
/// Plain bytes: several buffers may lie in one memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bytes {
    pub memories: Vec<Vec<u8>>,
    /// One for each buffer parameter; must lie within its memory.
    pub spans: Vec<Span>,
}
impl Bytes {
    /// The buffers of a trace in memories that hold at least what they need.
    pub fn new(memories: Vec<Vec<u8>>, args: &crate::TracedArgs) -> Bytes {
        let span = |b: &crate::TracedBuffer| Span {
            memory: b.memory as usize,
            offset: b.offset,
            len: b.len,
            elem: b.elem,
        };
        Bytes {
            memories,
            spans: args.buffers.iter().map(span).collect(),
        }
    }
    fn place(&self, buffer: usize, index: u64) -> (usize, std::ops::Range<usize>) {
        let s = self.spans[buffer];
        let at = (s.offset + index as usize) * s.elem.size();
        (s.memory, at..at + s.elem.size())
    }
}
impl Memory for Bytes {
    fn len(&self, buffer: usize) -> u64 {
        self.spans[buffer].len as u64
    }
    fn load(&mut self, buffer: usize, index: u64, _: u32) -> u64 {
        let (memory, place) = self.place(buffer, index);
        let bits = self.memories[memory][place]
            .iter()
            .rev()
            .fold(0, |x, &b| x << 8 | u64::from(b));
        // Any other byte in a `bool` is true.
        if self.spans[buffer].elem == ScalarType::Bool {
            u64::from(bits != 0)
        } else {
            bits
        }
    }
    fn store(&mut self, buffer: usize, index: u64, bits: u64, _: u32) {
        let (memory, place) = self.place(buffer, index);
        let n = place.len();
        self.memories[memory][place].copy_from_slice(&bits.to_le_bytes()[..n]);
    }
}

/// Runs the iteration at `at` (three indices, as [`Expr::Index`] counts them). `accumulators` holds the bits of each
/// reduction's variable, before and after. A fault ends the iteration; what it stored stays, and
/// the accumulators are left as they were.
pub fn interpret(
    kernel: &Validated,
    uniforms: &[u64],
    memory: &mut impl Memory,
    at: [u64; 3],
    accumulators: &mut [u64],
) -> Result<(), Fault> {
    let mut run = Run {
        k: kernel,
        uniforms,
        memory,
        at,
        values: vec![0; kernel.values.len()],
        locals: vec![0; kernel.locals.len()],
        arrays: kernel
            .arrays
            .iter()
            .map(|a| a.table.clone().unwrap_or_default())
            .collect(),
    };
    for (r, bits) in kernel.reductions.iter().zip(&*accumulators) {
        run.locals[r.local.index()] = *bits;
    }
    run.block(&kernel.body)?;
    for (r, bits) in kernel.reductions.iter().zip(accumulators) {
        *bits = run.locals[r.local.index()];
    }
    Ok(())
}

/// How a block ended.
enum Flow {
    On,
    Break(u32),
    Continue(u32),
}

struct Run<'a, M> {
    k: &'a Kernel,
    uniforms: &'a [u64],
    memory: &'a mut M,
    at: [u64; 3],
    values: Vec<u64>,
    locals: Vec<u64>,
    arrays: Vec<Vec<u64>>,
}

impl<M: Memory> Run<'_, M> {
    fn eval(&self, e: ExprId) -> u64 {
        let bits = self.computed(e);
        #[cfg(test)]
        if self.k.exprs[e].ty == ScalarType::Usize {
            crate::random::saw_index(bits);
        }
        bits
    }
    fn computed(&self, e: ExprId) -> u64 {
        let Node { expr, ty } = self.k.exprs[e];
        let of = |e: ExprId| self.k.exprs[e].ty;
        match expr {
            Expr::Const(bits) => bits,
            Expr::Uniform(u) => self.uniforms.get(u.index()).copied().unwrap_or(0),
            Expr::Len(b) => self.memory.len(b.index()),
            Expr::Index(d) => self.at[d as usize],
            Expr::Local(l) => self.locals[l.index()],
            Expr::Value(v) => self.values[v.index()],
            Expr::Unary(op, a) => scalar::unary(op, of(a), self.eval(a)),
            Expr::Binary(op @ (BinaryOp::Shl | BinaryOp::Shr), a, b) => {
                scalar::shift(op == BinaryOp::Shl, ty, self.eval(a), self.eval(b))
            }
            Expr::Binary(op, a, b) => scalar::binary(op, of(a), self.eval(a), self.eval(b)),
            Expr::Fma(a, b, c) => scalar::fma(ty, self.eval(a), self.eval(b), self.eval(c)),
            Expr::Select { cond, yes, no } => {
                let (c, yes, no) = (self.eval(cond), self.eval(yes), self.eval(no));
                if c & 1 == 1 { yes } else { no }
            }
            Expr::Cast(a) => scalar::cast(of(a), ty, self.eval(a)),
            Expr::Bitcast(a) => self.eval(a),
        }
    }

    fn block(&mut self, block: &Block) -> Result<Flow, Fault> {
        for s in block {
            match self.stmt(s)? {
                Flow::On => {}
                jump => return Ok(jump),
            }
        }
        Ok(Flow::On)
    }

    fn in_bounds(&self, s: &Stmt, buffer: BufferId, index: u64, site: u32) -> Result<u64, Fault> {
        Self::within(s, index, self.memory.len(buffer.index()), site)
    }
    fn within(s: &Stmt, index: u64, len: u64, site: u32) -> Result<u64, Fault> {
        if index < len {
            Ok(index)
        } else {
            Err(Fault {
                kind: FaultKind::OutOfBounds,
                site,
                index,
                len,
                line: s.line,
            })
        }
    }

    fn stmt(&mut self, s: &Stmt) -> Result<Flow, Fault> {
        use StmtKind::*;
        let fault = |kind, site| Fault {
            kind,
            site,
            index: 0,
            len: 0,
            line: s.line,
        };
        match &s.kind {
            &Let { value, expr } => self.values[value.index()] = self.eval(expr),
            &Load {
                value,
                buffer,
                index,
                site,
                ..
            } => {
                let at = self.in_bounds(s, buffer, self.eval(index), site)?;
                self.values[value.index()] = self.memory.load(buffer.index(), at, site);
            }
            &Div { value, a, b, site } | &Rem { value, a, b, site } => {
                let quotient = matches!(s.kind, Div { .. });
                let r = scalar::divide(quotient, self.k.exprs[a].ty, self.eval(a), self.eval(b));
                self.values[value.index()] = r.map_err(|zero| {
                    fault(
                        if zero {
                            FaultKind::DivisionByZero
                        } else {
                            FaultKind::DivisionOverflow
                        },
                        site,
                    )
                })?;
            }
            &Declare { local, init } => self.locals[local.index()] = init.map_or(0, |e| self.eval(e)),
            &DeclareArray { array, fill } => {
                let x = fill.map_or(0, |e| self.eval(e));
                self.arrays[array.index()] = vec![x; self.k.arrays[array].len as usize];
            }
            &LoadArray {
                value,
                array,
                index,
                site,
            } => {
                let at = Self::within(s, self.eval(index), self.k.arrays[array].len, site)?;
                self.values[value.index()] = self.arrays[array.index()][at as usize];
            }
            &StoreArray {
                array,
                index,
                expr,
                site,
            } => {
                let (at, bits) = (self.eval(index), self.eval(expr));
                let at = Self::within(s, at, self.k.arrays[array].len, site)?;
                self.arrays[array.index()][at as usize] = bits;
            }
            &Set { local, expr } => self.locals[local.index()] = self.eval(expr),
            &Store {
                buffer,
                index,
                expr,
                site,
                ..
            } => {
                let (at, bits) = (self.eval(index), self.eval(expr));
                let at = self.in_bounds(s, buffer, at, site)?;
                self.memory.store(buffer.index(), at, bits, site);
            }
            &Update {
                buffer,
                index,
                op,
                expr,
                site,
                ..
            } => {
                let (at, bits) = (self.eval(index), self.eval(expr));
                let at = self.in_bounds(s, buffer, at, site)?;
                let ty = self.k.buffers[buffer].elem;
                self.memory
                    .update(buffer.index(), at, site, &mut |old| scalar::join(op, ty, old, bits));
            }
            &Within { index, len, site } => {
                Self::within(s, self.eval(index), self.eval(len), site)?;
            }
            &Assert { cond, site } => {
                if self.eval(cond) & 1 == 0 {
                    return Err(fault(FaultKind::Assert, site));
                }
            }
            If { cond, then, otherwise } => {
                return self.block(if self.eval(*cond) & 1 == 1 { then } else { otherwise });
            }
            Loop { body } => return self.rounds(body, |_| true),
            For { local, from, to, body } => return self.counted(*local, *from, *to, body),
            Items { .. } => self.items(&s.kind)?,
            &Break { depth } => return Ok(Flow::Break(depth)),
            &Continue { depth } => return Ok(Flow::Continue(depth)),
        }
        Ok(Flow::On)
    }

    fn counted(&mut self, local: LocalId, from: ExprId, to: ExprId, body: &Block) -> Result<Flow, Fault> {
        let ty = self.k.locals[local].ty;
        let (mut next, to) = (self.eval(from), self.eval(to));
        self.rounds(body, |run| {
            let more = scalar::binary(BinaryOp::Lt, ty, next, to) == 1;
            run.locals[local.index()] = next;
            next = if more {
                scalar::binary(BinaryOp::Add, ty, next, 1)
            } else {
                next
            };
            more
        })
    }

    /// The items of a group, partial by partial where they are reduced. Of several faults the lowest item's counts.
    fn items(&mut self, kind: &StmtKind) -> Result<(), Fault> {
        let StmtKind::Items {
            row,
            col,
            rows,
            cols,
            body,
            reductions,
            others,
            join,
        } = kind
        else {
            return Ok(());
        };
        let (rows, cols) = (self.eval(*rows), self.eval(*cols));
        let reduces = !reductions.is_empty();
        let chains = if reduces { PARTIALS as u64 } else { rows * cols };
        let identities: Vec<u64> = reductions.iter().map(|r| r.identity).collect();
        let mut partials = vec![identities; if reduces { PARTIALS } else { 0 }];
        let places: Vec<(u64, u64)> = match self.memory.order(chains as usize) {
            None => (0..rows).flat_map(|r| (0..cols).map(move |c| (r, c))).collect(),
            Some(order) if reduces => {
                let columns = |p: usize| (p as u64..cols).step_by(PARTIALS);
                let of = |p: usize| (0..rows).flat_map(move |r| columns(p).map(move |c| (r, c)));
                order.into_iter().flat_map(of).collect()
            }
            Some(order) => order.into_iter().map(|n| (n as u64 / cols, n as u64 % cols)).collect(),
        };
        let mut fault: Option<(u64, Fault)> = None;
        for (r, c) in places {
            let (item, p) = (r * cols + c, (c % PARTIALS as u64) as usize);
            (self.locals[row.index()], self.locals[col.index()]) = (r, c);
            for (n, red) in reductions.iter().enumerate() {
                self.locals[red.local.index()] = partials[p][n];
            }
            self.memory.item(Some(item));
            match self.block(body) {
                Ok(_) => {}
                Err(f) if fault.is_none_or(|(at, _)| item < at) => fault = Some((item, f)),
                Err(_) => {}
            }
            for (n, red) in reductions.iter().enumerate() {
                partials[p][n] = self.locals[red.local.index()];
            }
        }
        self.memory.item(None);
        if let Some((_, f)) = fault {
            return Err(f);
        }
        let mut half = partials.len() / 2;
        while half > 0 {
            for p in 0..half {
                for (n, (red, other)) in reductions.iter().zip(others).enumerate() {
                    self.locals[red.local.index()] = partials[p][n];
                    self.locals[other.index()] = partials[p + half][n];
                }
                self.block(join)?;
                for (n, red) in reductions.iter().enumerate() {
                    partials[p][n] = self.locals[red.local.index()];
                }
            }
            half /= 2;
        }
        for (n, red) in reductions.iter().enumerate() {
            self.locals[red.local.index()] = partials[0][n];
        }
        Ok(())
    }

    fn rounds(&mut self, body: &Block, mut more: impl FnMut(&mut Self) -> bool) -> Result<Flow, Fault> {
        while more(self) {
            match self.block(body)? {
                Flow::On | Flow::Continue(0) => {}
                Flow::Break(0) => break,
                Flow::Break(n) => return Ok(Flow::Break(n - 1)),
                Flow::Continue(n) => return Ok(Flow::Continue(n - 1)),
            }
        }
        Ok(Flow::On)
    }
}
