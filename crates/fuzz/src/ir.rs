//! Kernels of the intermediate representation, most of them right.

use hoist_emit::{EmitError, Options, Schedule, Target, emit};
use hoist_ir::ScalarType::{self, *};
use hoist_ir::*;

use crate::Choices;

static SITES: [Site; 4] = [Site {
    line: 1,
    column: 1,
    text: "x[i]",
}; 4];
/// Names that mean something in a language, or nothing in any.
const NAMES: &[&str] = &[
    "x",
    "y",
    "i",
    "n",
    "type",
    "var",
    "kernel",
    "float4",
    "vec3",
    "half",
    "hoist_zero",
    "hoist_item",
    "__x",
    "_",
    "é",
    "atomicAdd",
    "fn",
    "int",
    "ptr",
    "f32",
    "main",
    "sin",
];
const REDUCTIONS: [RedOp; 7] = [
    RedOp::Add,
    RedOp::Mul,
    RedOp::Min,
    RedOp::Max,
    RedOp::And,
    RedOp::Or,
    RedOp::Xor,
];
const UNARY: [UnaryOp; 12] = {
    use UnaryOp::*;
    [
        Neg,
        Not,
        Abs,
        Sqrt,
        Floor,
        Ceil,
        Trunc,
        RoundEven,
        RsqrtFast,
        CountOnes,
        LeadingZeros,
        TrailingZeros,
    ]
};
const BINARY: [BinaryOp; 12] = {
    use BinaryOp::*;
    [Add, Sub, Mul, Div, Rem, And, Or, Xor, Shl, Shr, Min, Max]
};
const COMPARISONS: [BinaryOp; 6] = {
    use BinaryOp::*;
    [Eq, Ne, Lt, Le, Gt, Ge]
};

fn is_float(t: ScalarType) -> bool {
    matches!(t, F16 | BF16 | F32 | F64)
}

struct Make<'a, 'b> {
    c: &'a mut Choices<'b>,
    k: Kernel,
    /// Variables and arrays in scope.
    locals: Vec<LocalId>,
    arrays: Vec<ArrayId>,
    values: Vec<ValueId>,
    /// Variables and arrays that are declared nowhere yet.
    later: Vec<LocalId>,
    later_arrays: Vec<ArrayId>,
    loops: u32,
    left: usize,
}

impl Make<'_, '_> {
    fn name(&mut self) -> &'static str {
        self.c.of(NAMES)
    }
    fn ty(&mut self) -> ScalarType {
        match self.c.below(3) {
            0 => self.c.of(&ScalarType::ALL),
            1 => self.c.of(&[F32, U32, I32, Usize]),
            _ => self.c.of(&[Usize, Bool, F32]),
        }
    }
    /// The wanted type, and now and then another.
    fn wrong(&mut self, t: ScalarType) -> ScalarType {
        if self.c.one_in(200) { self.ty() } else { t }
    }
    fn node(&mut self, expr: Expr, ty: ScalarType) -> ExprId {
        self.k.exprs.push(Node { expr, ty })
    }
    fn constant(&mut self, t: ScalarType) -> ExprId {
        let bits = match self.c.below(5) {
            0 => 0,
            1 => 1,
            2 => self.c.below(100) as u64,
            3 => u64::MAX,
            _ => [0x7f80_0000, 0x7ff0_0000_0000_0000, 0x8000_0000, 1 << 63, 0x7c00][self.c.below(5)],
        };
        let mask = match t {
            Bool => 1,
            _ => u64::MAX >> (64 - 8 * t.size().min(8)),
        };
        let bits = if self.c.one_in(200) { bits } else { bits & mask };
        self.node(Expr::Const(bits), t)
    }
    fn leaf(&mut self, t: ScalarType) -> ExprId {
        let mut found: Vec<Expr> = vec![];
        found.extend(
            self.k
                .uniforms
                .handles()
                .filter(|(_, u)| u.ty == t)
                .map(|(h, _)| Expr::Uniform(h)),
        );
        found.extend(
            self.locals
                .iter()
                .filter(|l| self.k.locals[**l].ty == t)
                .map(|l| Expr::Local(*l)),
        );
        found.extend(
            self.values
                .iter()
                .filter(|v| self.k.values[**v].ty == t)
                .map(|v| Expr::Value(*v)),
        );
        if t == Usize {
            found.extend((3 - self.k.rank..3).map(Expr::Index));
            found.extend(self.k.buffers.handles().map(|(h, _)| Expr::Len(h)));
        }
        if found.is_empty() || self.c.one_in(4) {
            return self.constant(t);
        }
        let expr = self.c.of(&found);
        self.node(expr, t)
    }
    fn expr(&mut self, t: ScalarType, depth: usize) -> ExprId {
        let t = self.wrong(t);
        if depth == 0 || self.c.one_in(3) {
            return self.leaf(t);
        }
        let depth = depth - 1;
        let expr = match self.c.below(8) {
            0 => Expr::Unary(self.c.of(&UNARY), self.expr(t, depth)),
            1 if is_float(t) => Expr::Fma(self.expr(t, depth), self.expr(t, depth), self.expr(t, depth)),
            2 => Expr::Select {
                cond: self.expr(Bool, depth),
                yes: self.expr(t, depth),
                no: self.expr(t, depth),
            },
            3 => {
                let from = self.ty();
                Expr::Cast(self.expr(from, depth))
            }
            4 => {
                let from = match t {
                    F32 => U32,
                    U32 => F32,
                    F64 => U64,
                    U64 => F64,
                    F16 | BF16 => U16,
                    other => other,
                };
                Expr::Bitcast(self.expr(from, depth))
            }
            _ if t == Bool && !self.c.one_in(3) => {
                let of = self.ty();
                Expr::Binary(self.c.of(&COMPARISONS), self.expr(of, depth), self.expr(of, depth))
            }
            _ => Expr::Binary(self.c.of(&BINARY), self.expr(t, depth), self.expr(t, depth)),
        };
        self.node(expr, t)
    }
    fn value(&mut self, ty: ScalarType) -> ValueId {
        let name = if self.c.one_in(2) { Some(self.name()) } else { None };
        self.k.values.push(Value { name, ty })
    }
    fn block(&mut self, depth: usize) -> Block {
        let (locals, arrays, values) = (self.locals.len(), self.arrays.len(), self.values.len());
        let mut block = vec![];
        for _ in 0..1 + self.c.below(5) {
            if self.left == 0 {
                break;
            }
            self.left -= 1;
            if let Some(kind) = self.statement(depth) {
                let line = block.len() as u32 + 1;
                let ends = matches!(kind, StmtKind::Break { .. } | StmtKind::Continue { .. });
                block.push(Stmt { line, kind });
                if ends && !self.c.one_in(30) {
                    break;
                }
            }
        }
        self.locals.truncate(locals);
        self.arrays.truncate(arrays);
        self.values.truncate(values);
        block
    }
    fn statement(&mut self, depth: usize) -> Option<StmtKind> {
        let sites = if self.c.one_in(200) { 9 } else { SITES.len() };
        let site = self.c.below(sites) as u32;
        let proved = self.c.one_in(3);
        let buffers: Vec<BufferId> = self.k.buffers.handles().map(|(h, _)| h).collect();
        let buffer = self.c.of(&buffers);
        let elem = self.k.buffers[buffer].elem;
        let kind = match self.c.below(if depth == 0 { 11 } else { 17 }) {
            0 => {
                let ty = self.ty();
                let expr = self.expr(ty, 3);
                StmtKind::Let {
                    value: self.value(ty),
                    expr,
                }
            }
            1 => {
                let index = self.expr(Usize, 2);
                let ty = self.wrong(elem);
                StmtKind::Load {
                    value: self.value(ty),
                    buffer,
                    index,
                    proved,
                    site,
                }
            }
            2 => {
                let ty = self.c.of(&[I32, U32, Usize, I64, U8, I16]);
                let (a, b) = (self.expr(ty, 2), self.expr(ty, 2));
                let value = self.value(ty);
                if proved {
                    StmtKind::Div { value, a, b, site }
                } else {
                    StmtKind::Rem { value, a, b, site }
                }
            }
            3 => {
                let local = self.later.pop()?;
                let init = if self.c.one_in(6) {
                    None
                } else {
                    Some(self.expr(self.k.locals[local].ty, 2))
                };
                StmtKind::Declare { local, init }
            }
            4 => {
                let local = *self.locals.last()?;
                StmtKind::Set {
                    local,
                    expr: self.expr(self.k.locals[local].ty, 3),
                }
            }
            5 | 6 => {
                let (index, expr) = (self.expr(Usize, 2), self.expr(elem, 3));
                StmtKind::Store {
                    buffer,
                    index,
                    expr,
                    proved,
                    site,
                }
            }
            7 => {
                let (index, expr) = (self.expr(Usize, 2), self.expr(elem, 2));
                StmtKind::Update {
                    buffer,
                    index,
                    op: self.c.of(&REDUCTIONS),
                    expr,
                    proved,
                    site,
                }
            }
            8 if proved => StmtKind::Within {
                index: self.expr(Usize, 2),
                len: self.expr(Usize, 1),
                site,
            },
            8 => StmtKind::Assert {
                cond: self.expr(Bool, 2),
                site,
            },
            9 => {
                let array = self.later_arrays.pop()?;
                let fill = if self.c.one_in(3) {
                    None
                } else {
                    Some(self.expr(self.k.arrays[array].elem, 1))
                };
                StmtKind::DeclareArray { array, fill }
            }
            10 => {
                let array = *self.arrays.last()?;
                let elem = self.k.arrays[array].elem;
                let index = self.expr(Usize, 2);
                if proved {
                    StmtKind::LoadArray {
                        value: self.value(elem),
                        array,
                        index,
                        site,
                    }
                } else {
                    StmtKind::StoreArray {
                        array,
                        index,
                        expr: self.expr(elem, 2),
                        site,
                    }
                }
            }
            11 | 12 => StmtKind::If {
                cond: self.expr(Bool, 2),
                then: self.block(depth - 1),
                otherwise: if proved { vec![] } else { self.block(depth - 1) },
            },
            13 => {
                self.loops += 1;
                let body = self.block(depth - 1);
                self.loops -= 1;
                StmtKind::Loop { body }
            }
            14 => {
                let ty = self.c.of(&[Usize, U32, I32, I64]);
                let (from, to) = (self.expr(ty, 1), self.expr(ty, 1));
                let name = self.name();
                let local = self.k.locals.push(LocalVar { name, ty });
                self.loops += 1;
                let body = self.block(depth - 1);
                self.loops -= 1;
                StmtKind::For { local, from, to, body }
            }
            15 if self.k.group && self.loops == 0 => {
                let (rows, cols) = (self.expr(Usize, 1), self.expr(Usize, 1));
                let [row, col] = ["r", "c"].map(|name| self.k.locals.push(LocalVar { name, ty: Usize }));
                StmtKind::Items {
                    row,
                    col,
                    rows,
                    cols,
                    body: self.block(depth - 1),
                    reductions: vec![],
                    others: vec![],
                    join: vec![],
                }
            }
            _ if self.loops > 0 || self.c.one_in(100) => {
                let depth = self.c.below(self.loops.max(1) as usize) as u32;
                if proved {
                    StmtKind::Break { depth }
                } else {
                    StmtKind::Continue { depth }
                }
            }
            _ => return None,
        };
        // In scope from here on.
        if let Some(value) = kind.defines() {
            self.values.push(value);
        }
        match kind {
            StmtKind::Declare { local, .. } => self.locals.push(local),
            StmtKind::DeclareArray { array, .. } => self.arrays.push(array),
            _ => {}
        }
        Some(kind)
    }
}

/// The kernel that bytes choose.
pub fn kernel(c: &mut Choices<'_>) -> Kernel {
    let rank = 1 + c.below(3) as u32;
    let empty = Kernel {
        name: c.of(NAMES),
        loop_number: 0,
        file: "k.rs",
        line: 1,
        rank,
        indices: (0..rank).map(|_| c.of(NAMES)).collect(),
        buffers: Arena::default(),
        uniforms: Arena::default(),
        locals: Arena::default(),
        arrays: Arena::default(),
        values: Arena::default(),
        exprs: Arena::default(),
        body: vec![],
        reductions: vec![],
        sites: &SITES,
        group: c.one_in(4),
        fast: c.one_in(4),
    };
    let mut m = Make {
        c,
        k: empty,
        locals: vec![],
        arrays: vec![],
        values: vec![],
        later: vec![],
        later_arrays: vec![],
        loops: 0,
        left: 40,
    };
    for _ in 0..1 + m.c.below(3) {
        let (name, elem, written) = (m.name(), m.ty(), !m.c.one_in(4));
        m.k.buffers.push(BufferParam { name, elem, written });
    }
    for _ in 0..m.c.below(3) {
        let (name, ty) = (m.name(), m.ty());
        m.k.uniforms.push(UniformParam { name, ty });
    }
    for _ in 0..m.c.below(4) {
        let (name, ty) = (m.name(), m.ty());
        let local = m.k.locals.push(LocalVar { name, ty });
        m.later.push(local);
    }
    for _ in 0..m.c.below(3) {
        let (name, elem, len) = (m.name(), m.ty(), 1 + m.c.below(5) as u64);
        let table = if m.c.one_in(3) {
            Some(vec![0; len as usize])
        } else {
            None
        };
        let shared = m.k.group && table.is_none() && m.c.one_in(2);
        let is_table = table.is_some();
        let array = m.k.arrays.push(ArrayVar {
            name,
            elem,
            len,
            table,
            shared,
        });
        if is_table {
            m.arrays.push(array)
        } else {
            m.later_arrays.push(array)
        }
    }
    if !m.k.group && m.c.one_in(3) {
        let (name, ty) = (m.name(), m.c.of(&[F32, U32, I32, Usize, F64]));
        let local = m.k.locals.push(LocalVar { name, ty });
        let op = m.c.of(&REDUCTIONS[..4]);
        m.k.reductions.push(Reduction {
            op,
            ty,
            local,
            identity: 0,
        });
        m.locals.push(local);
    }
    let body = m.block(3);
    m.k.body = body;
    m.k
}

/// Whether it was right, and which of its texts were printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    pub valid: bool,
    pub printed: u32,
}

/// Gives a kernel to the validator, and what passes it to all that takes such a one. WGSL's text must be right by naga.
///
/// # Panics
/// Where one of them does.
pub fn run(input: &[u8]) -> Seen {
    let mut c = Choices(input);
    let kernel = kernel(&mut c);
    let mut seen = Seen::default();
    let (buffers, sites) = (kernel.buffers.len(), kernel.sites.len());
    let lens: Vec<u64> = (0..buffers)
        .map(|_| [0, 1, 100, 1 << 33, u64::MAX / 16][c.below(5)])
        .collect();
    let uniforms = kernel.uniforms.iter().map(|_| c.below(300) as u64).collect();
    let (group, reduces) = (kernel.group, !kernel.reductions.is_empty());
    let Ok(valid) = validate(kernel) else { return seen };
    seen.valid = true;
    let text = valid.to_string();
    let flat = lower_labels(&valid).unwrap_or_else(|e| panic!("labels: {e}\n{text}"));
    let launch = LaunchValues {
        dims: [
            (0, 1, 1),
            (c.below(3) as u64, 1, 1),
            (0, 1 + c.below(2) as u64, c.below(1000) as u64),
        ],
        lens,
        uniforms,
    };
    analyse(&flat, &launch);
    for target in [Target::Wgsl, Target::OpenCl, Target::Cuda] {
        let options = Options {
            index64: target != Target::Wgsl || c.one_in(2),
            schedule: match (group, reduces) {
                (true, _) => c.of(&[Schedule::Groups, Schedule::SerialGroups]),
                (false, true) => Schedule::Blocks,
                (false, false) => c.of(&[Schedule::Items, Schedule::Serial]),
            },
            proved: (0..sites).map(|_| c.one_in(2)).collect(),
            wgsl_int64: c.one_in(2),
            wgsl_float64: c.one_in(2),
            max_rounds: if c.one_in(4) { Some(32_000) } else { None },
            soft_fma: c.one_in(3),
            ..Options::new(target)
        };
        match emit(&flat, &options) {
            Ok(out) => {
                seen.printed += 1;
                if target == Target::Wgsl {
                    wgsl(&out.text);
                }
            }
            Err(EmitError::Type { .. } | EmitError::WideIndex { .. }) => {}
            Err(e) => panic!("{e}\n{text}"),
        }
    }
    seen
}

fn wgsl(text: &str) {
    let module = naga::front::wgsl::parse_str(text).unwrap_or_else(|e| panic!("{}\n{text}", e.emit_to_string(text)));
    let capabilities = naga::valid::Capabilities::FLOAT64 | naga::valid::Capabilities::SHADER_INT64;
    let mut validator = naga::valid::Validator::new(naga::valid::ValidationFlags::all(), capabilities);
    if let Err(e) = validator.validate(&module) {
        panic!("{}\n{text}", e.emit_to_string(text));
    }
}
