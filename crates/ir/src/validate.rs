//! The validator: what it lets through, emitters and the interpreter need not doubt.

use std::collections::HashSet;
use std::ops::Deref;

use hoist_machine::ScalarType::{self, *};

use crate::ir::*;
use hoist_machine::program::RedOp;

/// A kernel that [`validate`] let through.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Validated(Kernel);
impl Deref for Validated {
    type Target = Kernel;
    fn deref(&self) -> &Kernel {
        &self.0
    }
}
impl Validated {
    /// The kernel, to be changed and validated again.
    pub fn into_kernel(self) -> Kernel {
        self.0
    }
}

/// A kernel that means nothing, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kernel}, loop {loop_number}, line {line}: {cause}")]
pub struct ValidationError {
    pub kernel: &'static str,
    pub loop_number: u32,
    /// The user's line of the statement.
    pub line: u32,
    pub cause: Cause,
}
/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    #[error("a {what} that does not exist: {at}")]
    Handle { what: &'static str, at: usize },
    #[error("expression {at} uses one that does not stand before it")]
    Order { at: usize },
    #[error("expression {at} can't have the type {}", ty.name())]
    Type { at: usize, ty: ScalarType },
    #[error("{what} is {}, not {}", found.name(), wanted.name())]
    Mismatch {
        what: &'static str,
        found: ScalarType,
        wanted: ScalarType,
    },
    #[error("{what} can't be {}", found.name())]
    Kind { what: &'static str, found: ScalarType },
    #[error("value {value} is used outside the block that defines it, or before")]
    ValueScope { value: usize },
    #[error("value {value} is defined twice")]
    Redefined { value: usize },
    #[error("variable {local} is used outside its scope")]
    LocalScope { local: usize },
    #[error("variable {local} is declared twice")]
    Redeclared { local: usize },
    #[error("array {array} is used outside its scope")]
    ArrayScope { array: usize },
    #[error("a store to the constant array {array}")]
    Constant { array: &'static str },
    #[error("array {array} has {len} elements and {given} values")]
    Table { array: &'static str, len: u64, given: u64 },
    #[error("the counter {local} is assigned")]
    CounterSet { local: usize },
    #[error("a jump out of {depth} loops, inside {inside}")]
    Depth { depth: u32, inside: u32 },
    #[error("a store to {buffer}, which is not marked as written")]
    ReadOnly { buffer: &'static str },
    #[error("a rank of {rank} with {names} index names")]
    Rank { rank: u32, names: usize },
    #[error("items outside of a group, or within items")]
    Items,
    #[error("{reductions} reductions of items and {others} variables for their partials")]
    Partials { reductions: usize, others: usize },
    #[error("loop dimension {dim} does not exist")]
    Dim { dim: u32 },
}

type Check = Result<(), Cause>;

/// Lets a kernel through, or says what is wrong with it.
pub fn validate(kernel: Kernel) -> Result<Validated, ValidationError> {
    let (name, loop_number) = (kernel.name, kernel.loop_number);
    let mut v = Validator {
        k: &kernel,
        line: kernel.line,
        values: HashSet::new(),
        locals: HashSet::new(),
        arrays: HashSet::new(),
        counters: HashSet::new(),
        defined: HashSet::new(),
        declared: HashSet::new(),
        loops: 0,
        in_items: false,
    };
    match v.kernel() {
        Ok(()) => Ok(Validated(kernel)),
        Err(cause) => Err(ValidationError {
            kernel: name,
            loop_number,
            line: v.line,
            cause,
        }),
    }
}

struct Validator<'a> {
    k: &'a Kernel,
    line: u32,
    /// In scope.
    values: HashSet<ValueId>,
    locals: HashSet<LocalId>,
    arrays: HashSet<ArrayId>,
    counters: HashSet<LocalId>,
    /// Anywhere before.
    defined: HashSet<ValueId>,
    declared: HashSet<LocalId>,
    loops: u32,
    in_items: bool,
}

fn exists<'a, T>(arena: &'a crate::Arena<T>, h: crate::Handle<T>, what: &'static str) -> Result<&'a T, Cause> {
    arena.try_get(h).ok_or(Cause::Handle { what, at: h.index() })
}
fn same(what: &'static str, found: ScalarType, wanted: ScalarType) -> Check {
    if found == wanted {
        Ok(())
    } else {
        Err(Cause::Mismatch { what, found, wanted })
    }
}
fn int(t: ScalarType) -> bool {
    !t.is_float() && t != Bool
}
/// The unsigned integer of a float's width, and the other way round.
fn same_bits(a: ScalarType, b: ScalarType) -> bool {
    matches!((a, b), (F32, U32) | (U32, F32) | (F64, U64) | (U64, F64))
        || matches!((a, b), (F16 | BF16, U16) | (U16, F16 | BF16))
}

impl Validator<'_> {
    fn kernel(&mut self) -> Check {
        let k = self.k;
        if !(1..=3).contains(&k.rank) || k.indices.len() != k.rank as usize {
            return Err(Cause::Rank {
                rank: k.rank,
                names: k.indices.len(),
            });
        }
        for r in &k.reductions {
            same("an accumulator", exists(&k.locals, r.local, "variable")?.ty, r.ty)?;
            self.declare(r.local)?;
        }
        for (h, a) in k.arrays.handles() {
            let given = a.table.as_ref().map(|t| t.len() as u64);
            if a.len == 0 || given.is_some_and(|n| n != a.len) {
                return Err(Cause::Table {
                    array: a.name,
                    len: a.len,
                    given: given.unwrap_or(0),
                });
            }
            if given.is_some() {
                self.arrays.insert(h);
            }
        }
        for (h, _) in k.exprs.handles() {
            self.node(h)?;
        }
        self.block(&k.body)
    }

    /// Types and handles of one expression; its operands were looked at before.
    fn node(&self, h: ExprId) -> Check {
        let k = self.k;
        let Node { expr, ty } = k.exprs[h];
        let at = h.index();
        if expr.operands().any(|o| o.index() >= at) {
            return Err(Cause::Order { at });
        }
        let of = |e: ExprId| k.exprs[e].ty;
        let ok = match expr {
            Expr::Const(bits) => ty.size() == 8 || bits >> (8 * ty.size()) == 0 && (ty != Bool || bits < 2),
            Expr::Uniform(u) => exists(&k.uniforms, u, "uniform")?.ty == ty,
            Expr::Len(b) => exists(&k.buffers, b, "buffer").map(|_| ty == Usize)?,
            Expr::Index(dim) if dim > 2 => return Err(Cause::Dim { dim }),
            Expr::Index(_) => ty == Usize,
            Expr::Local(l) => exists(&k.locals, l, "variable")?.ty == ty,
            Expr::Value(v) => exists(&k.values, v, "value")?.ty == ty,
            Expr::Unary(op, a) => unary_type(op, of(a)) == Some(ty),
            Expr::Binary(op, a, b) => binary_type(op, of(a), of(b)) == Some(ty),
            Expr::Fma(a, b, c) => ty.is_float() && [a, b, c].iter().all(|&e| of(e) == ty),
            Expr::Select { cond, yes, no } => of(cond) == Bool && of(yes) == ty && of(no) == ty,
            Expr::Cast(a) => ty != Bool || of(a) == Bool,
            Expr::Bitcast(a) => same_bits(of(a), ty),
        };
        if ok { Ok(()) } else { Err(Cause::Type { at, ty }) }
    }

    /// Everything that an owned expression reads is in scope.
    fn owned(&self, e: ExprId) -> Result<ScalarType, Cause> {
        let n = *exists(&self.k.exprs, e, "expression")?;
        match n.expr {
            Expr::Value(v) if !self.values.contains(&v) => return Err(Cause::ValueScope { value: v.index() }),
            Expr::Local(l) if !self.locals.contains(&l) => return Err(Cause::LocalScope { local: l.index() }),
            _ => {}
        }
        for o in n.expr.operands() {
            self.owned(o)?;
        }
        Ok(n.ty)
    }
    fn typed(&self, what: &'static str, e: ExprId, wanted: ScalarType) -> Check {
        same(what, self.owned(e)?, wanted)
    }
    fn define(&mut self, v: ValueId, ty: ScalarType) -> Check {
        same("a value", exists(&self.k.values, v, "value")?.ty, ty)?;
        self.values.insert(v);
        if self.defined.insert(v) {
            Ok(())
        } else {
            Err(Cause::Redefined { value: v.index() })
        }
    }
    fn declare(&mut self, l: LocalId) -> Check {
        self.locals.insert(l);
        if self.declared.insert(l) {
            Ok(())
        } else {
            Err(Cause::Redeclared { local: l.index() })
        }
    }
    fn site(&self, site: u32) -> Check {
        let known = (site as usize) < self.k.sites.len();
        if known {
            Ok(())
        } else {
            Err(Cause::Handle {
                what: "site",
                at: site as usize,
            })
        }
    }

    fn block(&mut self, block: &Block) -> Check {
        let outer = (self.values.clone(), self.locals.clone(), self.arrays.clone());
        for s in block {
            self.line = s.line;
            self.stmt(&s.kind)?;
        }
        (self.values, self.locals, self.arrays) = outer;
        Ok(())
    }

    fn stmt(&mut self, kind: &StmtKind) -> Check {
        use StmtKind::*;
        let k = self.k;
        match *kind {
            Let { value, expr } => {
                let ty = self.owned(expr)?;
                self.define(value, ty)
            }
            Load {
                value,
                buffer,
                index,
                site,
                ..
            } => {
                self.typed("an index", index, Usize)?;
                self.site(site)?;
                self.define(value, exists(&k.buffers, buffer, "buffer")?.elem)
            }
            Div { value, a, b, site } | Rem { value, a, b, site } => {
                let ty = self.owned(a)?;
                self.typed("a divisor", b, ty)?;
                self.site(site)?;
                if !int(ty) {
                    return Err(Cause::Kind {
                        what: "a dividend",
                        found: ty,
                    });
                }
                self.define(value, ty)
            }
            Update { buffer, op, .. } if !updates(op, exists(&k.buffers, buffer, "buffer")?.elem) => Err(Cause::Kind {
                what: "what is updated so",
                found: k.buffers[buffer].elem,
            }),
            Store {
                buffer,
                index,
                expr,
                site,
                ..
            }
            | Update {
                buffer,
                index,
                expr,
                site,
                ..
            } => {
                let b = exists(&k.buffers, buffer, "buffer")?;
                self.typed("an index", index, Usize)?;
                self.typed("what is stored", expr, b.elem)?;
                self.site(site)?;
                if b.written {
                    Ok(())
                } else {
                    Err(Cause::ReadOnly { buffer: b.name })
                }
            }
            Within { index, len, site } => {
                self.site(site)?;
                self.typed("an index", index, Usize)?;
                self.typed("a length", len, Usize)
            }
            Assert { cond, site } => {
                self.site(site)?;
                self.typed("a condition", cond, Bool)
            }
            Declare { local, init } => {
                let ty = exists(&k.locals, local, "variable")?.ty;
                init.map_or(Ok(()), |e| self.typed("what is assigned", e, ty))?;
                self.declare(local)
            }
            DeclareArray { array, fill } => {
                let a = exists(&k.arrays, array, "array")?;
                fill.map_or(Ok(()), |e| self.typed("what an array is filled with", e, a.elem))?;
                if a.table.is_some() {
                    return Err(Cause::Constant { array: a.name });
                }
                if a.shared && (self.in_items || !k.group) {
                    return Err(Cause::Items);
                }
                self.arrays.insert(array);
                Ok(())
            }
            LoadArray {
                value,
                array,
                index,
                site,
            } => {
                let a = self.element(array, index, site)?;
                self.define(value, a.elem)
            }
            StoreArray {
                array,
                index,
                expr,
                site,
            } => {
                let a = self.element(array, index, site)?;
                self.typed("what is stored", expr, a.elem)?;
                match a.table {
                    Some(_) => Err(Cause::Constant { array: a.name }),
                    None => Ok(()),
                }
            }
            Set { local, expr } => self.set(local, expr),
            _ => self.control(kind),
        }
    }

    /// The array of an access.
    fn element(&self, array: ArrayId, index: ExprId, site: u32) -> Result<&ArrayVar, Cause> {
        let a = exists(&self.k.arrays, array, "array")?;
        self.typed("an index", index, Usize)?;
        self.site(site)?;
        if self.arrays.contains(&array) {
            Ok(a)
        } else {
            Err(Cause::ArrayScope { array: array.index() })
        }
    }

    fn set(&mut self, local: LocalId, expr: ExprId) -> Check {
        let ty = exists(&self.k.locals, local, "variable")?.ty;
        self.typed("what is assigned", expr, ty)?;
        if self.counters.contains(&local) {
            return Err(Cause::CounterSet { local: local.index() });
        }
        if self.locals.contains(&local) {
            Ok(())
        } else {
            Err(Cause::LocalScope { local: local.index() })
        }
    }

    fn control(&mut self, kind: &StmtKind) -> Check {
        use StmtKind::*;
        match kind {
            If { cond, then, otherwise } => {
                self.typed("a condition", *cond, Bool)?;
                self.block(then)?;
                self.block(otherwise)
            }
            Loop { body } => self.inside(body),
            For { local, from, to, body } => {
                let ty = exists(&self.k.locals, *local, "variable")?.ty;
                if !int(ty) {
                    return Err(Cause::Kind {
                        what: "a counter",
                        found: ty,
                    });
                }
                self.typed("the start of a range", *from, ty)?;
                self.typed("the end of a range", *to, ty)?;
                self.declare(*local)?;
                self.counters.insert(*local);
                self.inside(body)?;
                self.locals.remove(local);
                Ok(())
            }
            Items { .. } => self.items(kind),
            &Break { depth } | &Continue { depth } => {
                let inside = self.loops;
                if depth < inside {
                    Ok(())
                } else {
                    Err(Cause::Depth { depth, inside })
                }
            }
            _ => Ok(()),
        }
    }
    fn items(&mut self, kind: &StmtKind) -> Check {
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
        if !self.k.group || std::mem::replace(&mut self.in_items, true) {
            return Err(Cause::Items);
        }
        if reductions.len() != others.len() {
            return Err(Cause::Partials {
                reductions: reductions.len(),
                others: others.len(),
            });
        }
        self.typed("a number of items", *rows, Usize)?;
        self.typed("a number of items", *cols, Usize)?;
        // The body's jumps stay in it.
        let loops = std::mem::take(&mut self.loops);
        for r in reductions {
            same("an accumulator", exists(&self.k.locals, r.local, "variable")?.ty, r.ty)?;
            self.declare(r.local)?;
        }
        for counter in [row, col] {
            same("a counter", exists(&self.k.locals, *counter, "variable")?.ty, Usize)?;
            self.declare(*counter)?;
            self.counters.insert(*counter);
        }
        self.block(body)?;
        self.locals.remove(row);
        self.locals.remove(col);
        for (o, r) in others.iter().zip(reductions) {
            same("a partial", exists(&self.k.locals, *o, "variable")?.ty, r.ty)?;
            self.declare(*o)?;
        }
        self.block(join)?;
        others.iter().for_each(|o| {
            self.locals.remove(o);
        });
        self.loops = loops;
        self.in_items = false;
        Ok(())
    }
    fn inside(&mut self, body: &Block) -> Check {
        self.loops += 1;
        self.block(body)?;
        self.loops -= 1;
        Ok(())
    }
}

/// Whether a place of a `t` can be updated by `op`.
fn updates(op: RedOp, t: ScalarType) -> bool {
    let op = match op {
        RedOp::Add => BinaryOp::Add,
        RedOp::Mul => BinaryOp::Mul,
        RedOp::Min => BinaryOp::Min,
        RedOp::Max => BinaryOp::Max,
        RedOp::And => BinaryOp::And,
        RedOp::Or => BinaryOp::Or,
        RedOp::Xor => BinaryOp::Xor,
        RedOp::Arg => return false,
    };
    binary_type(op, t, t) == Some(t)
}

/// The type of `op` of a `t`.
fn unary_type(op: UnaryOp, t: ScalarType) -> Option<ScalarType> {
    use UnaryOp::*;
    match op {
        Neg | Abs => (t != Bool).then_some(t),
        Not => (!t.is_float()).then_some(t),
        Sqrt | Floor | Ceil | Trunc | RoundEven | RsqrtFast => t.is_float().then_some(t),
        CountOnes | LeadingZeros | TrailingZeros => int(t).then_some(U32),
    }
}
/// The type of `op` of a `t` and a `u`.
fn binary_type(op: BinaryOp, t: ScalarType, u: ScalarType) -> Option<ScalarType> {
    use BinaryOp::*;
    match op {
        Shl | Shr => (int(t) && int(u)).then_some(t),
        _ if t != u => None,
        Add | Sub | Mul | Min | Max => (t != Bool).then_some(t),
        Div | Rem => t.is_float().then_some(t),
        And | Or | Xor => (!t.is_float()).then_some(t),
        Eq | Ne => Some(Bool),
        Lt | Le | Gt | Ge => (t != Bool).then_some(Bool),
    }
}
