//! The types. The crate's own text says what they mean.

use hoist_machine::program::RedOp;
use hoist_machine::{ScalarType, Site};

use crate::arena::{Arena, Handle};

/// An expression.
pub type ExprId = Handle<Node>;
/// An immutable value that a statement defines.
pub type ValueId = Handle<Value>;
/// A variable.
pub type LocalId = Handle<LocalVar>;
/// An array that the body declares, or a constant one.
pub type ArrayId = Handle<ArrayVar>;
/// A buffer parameter.
pub type BufferId = Handle<BufferParam>;
/// A scalar parameter.
pub type UniformId = Handle<UniformParam>;

/// The body of one `par` loop: what one iteration does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Kernel {
    /// The user's name of the kernel.
    pub name: &'static str,
    /// Position among the kernel's `par` loops, from 0.
    pub loop_number: u32,
    /// The user's file.
    pub file: &'static str,
    /// Line of the loop.
    pub line: u32,
    /// Dimensions of the loop, 1 to 3.
    pub rank: u32,
    /// Names of the loop variables, outermost first: `rank` of them.
    pub indices: Vec<&'static str>,
    /// Slices.
    pub buffers: Arena<BufferParam>,
    /// Captured scalars.
    pub uniforms: Arena<UniformParam>,
    /// Variables.
    pub locals: Arena<LocalVar>,
    /// Arrays.
    pub arrays: Arena<ArrayVar>,
    /// Values that statements define.
    pub values: Arena<Value>,
    /// Expressions; an operand stands before its user.
    pub exprs: Arena<Node>,
    /// What one iteration does.
    pub body: Block,
    /// Reductions, in the order of the loop's.
    pub reductions: Vec<Reduction>,
    /// The places that may fault.
    pub sites: &'static [Site],
    /// `#[kernel(fast)]`.
    pub fast: bool,
    /// Whether an iteration is a group, whose body may hold [`StmtKind::Items`].
    pub group: bool,
}

/// A slice that the loop uses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BufferParam {
    pub name: &'static str,
    pub elem: ScalarType,
    /// Whether the loop stores to it.
    pub written: bool,
}
/// A scalar that the host knows at launch.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UniformParam {
    pub name: &'static str,
    pub ty: ScalarType,
}
/// A variable: declared by [`StmtKind::Declare`], a [`StmtKind::For`]'s counter, or the
/// accumulator of a [`Reduction`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LocalVar {
    pub name: &'static str,
    pub ty: ScalarType,
}
/// An array: declared by [`StmtKind::DeclareArray`], or constant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ArrayVar {
    pub name: &'static str,
    pub elem: ScalarType,
    /// Elements.
    pub len: u64,
    /// Bits of each element of a constant array.
    pub table: Option<Vec<u64>>,
    /// Whether the items of a group share it.
    pub shared: bool,
}
/// An immutable value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Value {
    /// The user's name, where there is one.
    pub name: Option<&'static str>,
    pub ty: ScalarType,
}
/// A reduction: the body updates `local`, which the schedule sets to `identity` first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reduction {
    pub op: RedOp,
    pub ty: ScalarType,
    pub local: LocalId,
    /// Bits of the value that changes nothing.
    pub identity: u64,
}

/// How iterations become the items of a launch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Schedule {
    /// An item is an iteration.
    Items,
    /// A reduction: an item is one of the 64 partials of a block of 4,096 iterations of a row. It
    /// joins iterations `p, p + 64, …` of the block in order and stores one partial for each reduction.
    Blocks,
    /// One item runs all iterations in order.
    Serial,
    /// A work-group of [`PARTIALS`](hoist_machine::program::PARTIALS) items is an iteration.
    Groups,
    /// One such work-group runs all iterations in order.
    SerialGroups,
}

/// An expression and its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    pub expr: Expr,
    pub ty: ScalarType,
}
/// What an expression computes: no effect, no fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expr {
    /// A constant by its bits, zero-extended.
    Const(u64),
    /// A captured scalar.
    Uniform(UniformId),
    /// Number of elements; `usize`.
    Len(BufferId),
    /// Loop variable of dimension 0, 1 or 2; `usize`. A loop of lower rank uses the last ones.
    Index(u32),
    /// What a variable holds when the statement that owns the expression runs.
    Local(LocalId),
    /// A value defined by an earlier statement.
    Value(ValueId),
    Unary(UnaryOp, ExprId),
    Binary(BinaryOp, ExprId, ExprId),
    /// `a * b + c`, rounded once.
    Fma(ExprId, ExprId, ExprId),
    /// `if cond { yes } else { no }`; both are evaluated.
    Select {
        cond: ExprId,
        yes: ExprId,
        no: ExprId,
    },
    /// Rust's `as`.
    Cast(ExprId),
    /// The same bits: between a float and the unsigned integer of its width.
    Bitcast(ExprId),
}

/// Operations of one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    Neg,
    Not,
    Abs,
    Sqrt,
    Floor,
    Ceil,
    Trunc,
    RoundEven,
    /// About `1 / sqrt`.
    RsqrtFast,
    CountOnes,
    LeadingZeros,
    TrailingZeros,
}
/// Operations of two operands of one type; a shift's count may be any integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    /// Floats only: an integer division is [`StmtKind::Div`].
    Div,
    /// Floats only.
    Rem,
    And,
    Or,
    Xor,
    Shl,
    Shr,
    /// NaN loses, −0 < +0.
    Min,
    /// NaN loses, −0 < +0.
    Max,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}
impl BinaryOp {
    /// Whether the result is `bool` whatever the operands are.
    pub fn compares(self) -> bool {
        use BinaryOp::*;
        matches!(self, Eq | Ne | Lt | Le | Gt | Ge)
    }
}

/// Statements in order.
pub type Block = Vec<Stmt>;
/// A statement and the user's line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stmt {
    pub line: u32,
    pub kind: StmtKind,
}
/// What a statement does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum StmtKind {
    /// Defines `value`.
    Let { value: ValueId, expr: ExprId },
    /// Defines `value` as `buffer[index]`; faults out of bounds. `proved`: the test at launch covers it.
    Load {
        value: ValueId,
        buffer: BufferId,
        index: ExprId,
        proved: bool,
        site: u32,
    },
    /// Defines `value` as an integer quotient; faults on zero and on `MIN / -1`.
    Div {
        value: ValueId,
        a: ExprId,
        b: ExprId,
        site: u32,
    },
    /// Defines `value` as an integer remainder; faults as `Div`.
    Rem {
        value: ValueId,
        a: ExprId,
        b: ExprId,
        site: u32,
    },
    /// Brings a variable into scope, for the rest of the block.
    Declare { local: LocalId, init: Option<ExprId> },
    /// Brings an array into scope, for the rest of the block, with `fill` in each element. Without it an element is
    /// stored before it is read.
    DeclareArray { array: ArrayId, fill: Option<ExprId> },
    /// Defines `value` as `array[index]`; faults out of bounds.
    LoadArray {
        value: ValueId,
        array: ArrayId,
        index: ExprId,
        site: u32,
    },
    /// `array[index] = expr`; faults out of bounds.
    StoreArray {
        array: ArrayId,
        index: ExprId,
        expr: ExprId,
        site: u32,
    },
    /// Assigns.
    Set { local: LocalId, expr: ExprId },
    /// `buffer[index] = expr`; faults out of bounds.
    Store {
        buffer: BufferId,
        index: ExprId,
        expr: ExprId,
        proved: bool,
        site: u32,
    },
    /// `buffer[index] = buffer[index] op expr` in one step; faults out of bounds.
    Update {
        buffer: BufferId,
        index: ExprId,
        op: RedOp,
        expr: ExprId,
        proved: bool,
        site: u32,
    },
    /// Faults, as an access there would, when `index` is not below `len`.
    Within { index: ExprId, len: ExprId, site: u32 },
    /// Faults when `cond` is false.
    Assert { cond: ExprId, site: u32 },
    If {
        cond: ExprId,
        then: Block,
        otherwise: Block,
    },
    /// Runs until left.
    Loop { body: Block },
    /// Runs `body` for each integer of `from..to`, both evaluated once.
    For {
        local: LocalId,
        from: ExprId,
        to: ExprId,
        body: Block,
    },
    /// Runs `body` once for each item of a group: `rows` times `cols` of them, in any order. `row` and `col` are counters that
    /// say which. Each reduction's variable is in scope from here on, as one that [`StmtKind::Declare`] declares; it
    /// holds what the items add up to. Where two partials meet, `join` joins to the variables what `others` hold.
    Items {
        row: LocalId,
        col: LocalId,
        rows: ExprId,
        cols: ExprId,
        body: Block,
        reductions: Vec<Reduction>,
        others: Vec<LocalId>,
        join: Block,
    },
    /// Leaves the loop `depth` loops outward, 0 the innermost.
    Break { depth: u32 },
    /// Goes on with that loop's next round.
    Continue { depth: u32 },
}

impl Expr {
    /// The operands, in order.
    pub fn operands(&self) -> impl Iterator<Item = ExprId> + use<> {
        let (a, b, c) = match *self {
            Expr::Unary(_, a) | Expr::Cast(a) | Expr::Bitcast(a) => (Some(a), None, None),
            Expr::Binary(_, a, b) => (Some(a), Some(b), None),
            Expr::Fma(a, b, c) => (Some(a), Some(b), Some(c)),
            Expr::Select { cond, yes, no } => (Some(cond), Some(yes), Some(no)),
            _ => (None, None, None),
        };
        [a, b, c].into_iter().flatten()
    }
    /// The same operation on `f` of each operand.
    pub fn map(&self, mut f: impl FnMut(ExprId) -> ExprId) -> Expr {
        match *self {
            Expr::Unary(op, a) => Expr::Unary(op, f(a)),
            Expr::Cast(a) => Expr::Cast(f(a)),
            Expr::Bitcast(a) => Expr::Bitcast(f(a)),
            Expr::Binary(op, a, b) => {
                let a = f(a);
                Expr::Binary(op, a, f(b))
            }
            Expr::Fma(a, b, c) => {
                let (a, b) = (f(a), f(b));
                Expr::Fma(a, b, f(c))
            }
            Expr::Select { cond, yes, no } => {
                let (cond, yes) = (f(cond), f(yes));
                Expr::Select { cond, yes, no: f(no) }
            }
            leaf => leaf,
        }
    }
}

impl StmtKind {
    /// The expressions it owns, in the order of evaluation; not those of nested blocks.
    pub fn exprs(&self) -> impl Iterator<Item = ExprId> + use<> {
        use StmtKind::*;
        let (a, b) = match *self {
            Let { expr, .. } | Set { expr, .. } => (Some(expr), None),
            Declare { init: e, .. } | DeclareArray { fill: e, .. } => (e, None),
            Load { index, .. } | LoadArray { index, .. } => (Some(index), None),
            Div { a, b, .. } | Rem { a, b, .. } | Within { index: a, len: b, .. } => (Some(a), Some(b)),
            Store { index, expr, .. } | StoreArray { index, expr, .. } | Update { index, expr, .. } => {
                (Some(index), Some(expr))
            }
            Assert { cond, .. } | If { cond, .. } => (Some(cond), None),
            For { from, to, .. } => (Some(from), Some(to)),
            Items { rows, cols, .. } => (Some(rows), Some(cols)),
            Loop { .. } | Break { .. } | Continue { .. } => (None, None),
        };
        [a, b].into_iter().flatten()
    }
    /// The same expressions, to be replaced.
    pub fn exprs_mut(&mut self) -> impl Iterator<Item = &mut ExprId> {
        use StmtKind::*;
        let (a, b) = match self {
            Let { expr, .. } | Set { expr, .. } => (Some(expr), None),
            Declare { init: e, .. } | DeclareArray { fill: e, .. } => (e.as_mut(), None),
            Load { index, .. } | LoadArray { index, .. } => (Some(index), None),
            Div { a, b, .. } | Rem { a, b, .. } | Within { index: a, len: b, .. } => (Some(a), Some(b)),
            Store { index, expr, .. } | StoreArray { index, expr, .. } | Update { index, expr, .. } => {
                (Some(index), Some(expr))
            }
            Assert { cond, .. } | If { cond, .. } => (Some(cond), None),
            For { from, to, .. } => (Some(from), Some(to)),
            Items { rows, cols, .. } => (Some(rows), Some(cols)),
            Loop { .. } | Break { .. } | Continue { .. } => (None, None),
        };
        [a, b].into_iter().flatten()
    }
    /// Nested blocks, in text order.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        use StmtKind::*;
        let (a, b) = match self {
            If { then, otherwise, .. } => (Some(then), Some(otherwise)),
            Loop { body } | For { body, .. } => (Some(body), None),
            Items { body, join, .. } => (Some(body), Some(join)),
            _ => (None, None),
        };
        [a, b].into_iter().flatten()
    }
    /// Nested blocks, to be replaced.
    pub fn blocks_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        use StmtKind::*;
        let (a, b) = match self {
            If { then, otherwise, .. } => (Some(then), Some(otherwise)),
            Loop { body } | For { body, .. } => (Some(body), None),
            Items { body, join, .. } => (Some(body), Some(join)),
            _ => (None, None),
        };
        [a, b].into_iter().flatten()
    }
    /// The variables that it assigns itself, not in nested blocks.
    pub fn assigns(&self) -> Vec<LocalId> {
        use StmtKind::*;
        match self {
            Set { local, .. } | Declare { local, .. } | For { local, .. } => vec![*local],
            Items {
                row,
                col,
                reductions,
                others,
                ..
            } => {
                let all = reductions.iter().map(|r| r.local).chain(others.iter().copied());
                all.chain([*row, *col]).collect()
            }
            _ => vec![],
        }
    }
    /// Of what an index may be too large for: the place, and whether the macro's test at launch covers it.
    pub fn accesses(&self) -> Option<(u32, bool)> {
        use StmtKind::*;
        match *self {
            Load { site, proved, .. } | Store { site, proved, .. } | Update { site, proved, .. } => {
                Some((site, proved))
            }
            LoadArray { site, .. } | StoreArray { site, .. } | Within { site, .. } => Some((site, false)),
            _ => None,
        }
    }
    /// The value it defines.
    pub fn defines(&self) -> Option<ValueId> {
        use StmtKind::*;
        match *self {
            Let { value, .. }
            | Load { value, .. }
            | LoadArray { value, .. }
            | Div { value, .. }
            | Rem { value, .. } => Some(value),
            _ => None,
        }
    }
}

impl Kernel {
    /// Name of loop variable `dim` (0 to 2), where the loop has it.
    pub fn index_name(&self, dim: u32) -> Option<&'static str> {
        self.indices.get((dim + self.rank).checked_sub(3)? as usize).copied()
    }
    /// Every type that an expression, value, variable or buffer has.
    pub fn types(&self) -> Vec<ScalarType> {
        let mut all: Vec<ScalarType> = self.exprs.iter().map(|n| n.ty).collect();
        all.extend(self.values.iter().map(|v| v.ty));
        all.extend(self.locals.iter().map(|l| l.ty));
        all.extend(self.buffers.iter().map(|b| b.elem));
        all.extend(self.arrays.iter().map(|a| a.elem));
        all.sort();
        all.dedup();
        all
    }
}

/// Calls `f` on each statement, in text order, nested ones after their owner.
pub fn walk<'a>(block: &'a [Stmt], f: &mut impl FnMut(&'a Stmt)) {
    for s in block {
        f(s);
        for b in s.kind.blocks() {
            walk(b, f);
        }
    }
}
