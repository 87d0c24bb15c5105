//! Random kernels, to hold passes against the interpreter.

use std::cell::Cell;

use hoist_machine::{LoopInfo, ScalarType::*, Site};

use crate::builder::{Builder, TracedBuffer};
use crate::ir::*;
use crate::{Bytes, Fault, TracedArgs, Validated, interpret, validate};

static SITES: [Site; 64] = [Site {
    line: 1,
    column: 1,
    text: "x",
}; 64];
static INFO: LoopInfo = LoopInfo {
    kernel: "random",
    number: 0,
    file: "random.rs",
    line: 1,
    indices: &["i"],
    sites: &SITES,
    fast: false,
    small: false,
    again: false,
    one_thread: false,
    group: false,
};

thread_local! {
    static LARGEST: Cell<u64> = const { Cell::new(0) };
}
/// Notes an index that the interpreter computed.
pub(crate) fn saw_index(bits: u64) {
    LARGEST.with(|l| l.set(l.get().max(bits)));
}
/// The largest since the last call.
pub(crate) fn largest_index() -> u64 {
    LARGEST.with(|l| l.replace(0))
}

pub(crate) struct Rng(u64);
impl Rng {
    pub fn new(seed: u64) -> Rng {
        Rng(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) % n
    }
}

/// Elements of each of the two buffers.
pub(crate) const LEN: usize = 12;
const ROUNDS: u64 = 60;

struct Make {
    r: Rng,
    b: Builder,
    /// `u32` variables, `usize` variables and the round counter.
    locals: Vec<LocalId>,
    sizes: Vec<LocalId>,
    rounds: LocalId,
    /// Values in scope.
    u32s: Vec<ExprId>,
    usizes: Vec<ExprId>,
    loops: u32,
    site: u32,
    buffers: [BufferId; 2],
}

/// A kernel over `x: &[u32]` and `y: &mut [u32]`, as recorded.
pub(crate) fn kernel(seed: u64) -> (Kernel, TracedArgs) {
    let mut b = Builder::new(&INFO, 1);
    let buffer = |b: &mut Builder, name, memory, written| {
        b.buffer(
            name,
            TracedBuffer {
                memory,
                offset: 0,
                len: LEN,
                elem: U32,
            },
            written,
        )
    };
    let buffers = [buffer(&mut b, "x", 0, false), buffer(&mut b, "y", 1, true)];
    let mut local = |name, ty| {
        let l = b.kernel.locals.push(LocalVar { name, ty });
        let init = Some(b.node(Expr::Const(if ty == U32 { 1 } else { 2 }), ty));
        b.emit(StmtKind::Declare { local: l, init });
        l
    };
    let (locals, sizes) = (
        vec![local("a", U32), local("b", U32)],
        vec![local("p", Usize), local("q", Usize)],
    );
    let rounds = local("rounds", U64);
    let index = b.node(Expr::Index(2), Usize);
    let mut m = Make {
        r: Rng::new(seed),
        b,
        locals,
        sizes,
        rounds,
        u32s: vec![],
        usizes: vec![index],
        loops: 0,
        site: 0,
        buffers,
    };
    m.statements(3);
    for l in m.locals.clone() {
        let (at, v) = (m.constant(Usize, 0), m.b.op(Expr::Local(l), U32));
        let old = m.load(1, at);
        let sum = m.b.op(Expr::Binary(BinaryOp::Add, old, v), U32);
        m.store(at, sum);
    }
    m.b.finish()
}

/// `y` after one iteration on fixed data, and how it ended.
pub(crate) fn outcome(k: &Validated, args: &TracedArgs, i: u64) -> (Vec<u8>, Result<(), Fault>) {
    let data: Vec<u8> = (0..LEN as u32).flat_map(|n| (n * 5 % 7).to_le_bytes()).collect();
    let mut memory = Bytes::new(vec![data.clone(), data], args);
    let end = interpret(k, &args.uniforms, &mut memory, [0, 0, i], &mut []);
    (memory.memories.swap_remove(1), end)
}
pub(crate) fn valid(k: Kernel) -> Validated {
    let text = k.to_string();
    validate(k).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

impl Make {
    fn constant(&mut self, ty: hoist_machine::ScalarType, n: u64) -> ExprId {
        self.b.node(Expr::Const(n), ty)
    }
    fn load(&mut self, buffer: usize, index: ExprId) -> ExprId {
        let (buffer, site) = (self.buffers[buffer], self.site);
        self.site = (site + 1) % 64;
        self.b.define(U32, |value| StmtKind::Load {
            value,
            buffer,
            index,
            proved: false,
            site,
        })
    }
    fn store(&mut self, index: ExprId, expr: ExprId) {
        let (buffer, site) = (self.buffers[1], self.site);
        self.site = (site + 1) % 64;
        self.b.emit(StmtKind::Store {
            buffer,
            index,
            expr,
            proved: false,
            site,
        });
    }
    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.r.below(from.len() as u64) as usize]
    }

    fn u32(&mut self, depth: u32) -> ExprId {
        match self.r.below(if depth == 0 { 3 } else { 7 }) {
            0 => {
                let l = self.pick(&self.locals.clone());
                self.b.op(Expr::Local(l), U32)
            }
            1 if !self.u32s.is_empty() => self.pick(&self.u32s.clone()),
            1 | 2 => {
                let n = self.r.below(9);
                self.constant(U32, n)
            }
            3 => {
                let (c, a, b) = (self.condition(), self.u32(depth - 1), self.u32(depth - 1));
                self.b.op(Expr::Select { cond: c, yes: a, no: b }, U32)
            }
            _ => {
                use BinaryOp::*;
                let (op, a, b) = (
                    self.pick(&[Add, Sub, Mul, Xor, Min, Shl, Shr]),
                    self.u32(depth - 1),
                    self.u32(depth - 1),
                );
                self.b.op(Expr::Binary(op, a, b), U32)
            }
        }
    }
    fn usize(&mut self, depth: u32) -> ExprId {
        match self.r.below(if depth == 0 { 4 } else { 7 }) {
            0 => {
                let l = self.pick(&self.sizes.clone());
                self.b.op(Expr::Local(l), Usize)
            }
            1 => self.pick(&self.usizes.clone()),
            2 => {
                let n = self.r.below(5);
                self.constant(Usize, n)
            }
            3 if depth == 0 => self.b.node(Expr::Len(self.buffers[0]), Usize),
            3 => {
                let a = self.u32(depth - 1);
                let seven = self.constant(U32, 7);
                let small = self.b.op(Expr::Binary(BinaryOp::And, a, seven), U32);
                self.b.op(Expr::Cast(small), Usize)
            }
            _ => {
                use BinaryOp::*;
                let (op, a, b) = (
                    self.pick(&[Add, Add, Sub, Mul, Min, Max, Shr]),
                    self.usize(depth - 1),
                    self.usize(depth - 1),
                );
                self.b.op(Expr::Binary(op, a, b), Usize)
            }
        }
    }
    fn condition(&mut self) -> ExprId {
        use BinaryOp::*;
        let op = self.pick(&[Lt, Le, Gt, Ge, Eq, Ne]);
        let (a, b) = if self.r.below(2) == 0 {
            (self.u32(1), self.u32(1))
        } else {
            (self.usize(1), self.usize(1))
        };
        let c = self.b.op(Expr::Binary(op, a, b), Bool);
        if self.r.below(4) > 0 {
            return c;
        }
        let (a, b) = (self.usize(0), self.usize(1));
        let d = self.b.op(Expr::Binary(Lt, a, b), Bool);
        let both = self.pick(&[And, Or]);
        self.b.op(Expr::Binary(both, c, d), Bool)
    }

    fn statements(&mut self, depth: u32) {
        let scope = (self.u32s.len(), self.usizes.len());
        for _ in 0..2 + self.r.below(4) {
            self.statement(depth);
        }
        self.u32s.truncate(scope.0);
        self.usizes.truncate(scope.1);
    }

    fn statement(&mut self, depth: u32) {
        match self.r.below(if depth == 0 { 9 } else { 13 }) {
            0 | 1 => {
                let (local, expr) = (self.pick(&self.locals.clone()), self.u32(2));
                self.b.emit(StmtKind::Set { local, expr });
            }
            2 | 3 => {
                let (local, expr) = (self.pick(&self.sizes.clone()), self.usize(2));
                self.b.emit(StmtKind::Set { local, expr });
            }
            4 => {
                let v = self.u32(2);
                let v = if self.r.below(2) == 0 { self.b.bind("t", v) } else { v };
                self.u32s.push(v);
            }
            5 => {
                let v = self.usize(2);
                self.usizes.push(v);
            }
            6 => {
                let at = self.usize(1);
                let v = self.load(0, at);
                self.u32s.push(v);
            }
            7 => {
                let (at, v) = (self.usize(1), self.u32(2));
                self.store(at, v);
            }
            8 => self.jump(),
            9 | 10 => {
                let c = self.condition();
                self.b.if_begin(c);
                self.statements(depth - 1);
                self.b.if_else();
                self.statements(depth - 1);
                self.b.if_end();
            }
            11 => self.counted(depth),
            _ => self.looped(depth),
        }
    }

    fn jump(&mut self) {
        if self.loops == 0 {
            return;
        }
        let depth = self.r.below(self.loops as u64) as u32;
        let c = self.condition();
        self.b.if_begin(c);
        self.b.emit(if self.r.below(2) == 0 {
            StmtKind::Break { depth }
        } else {
            StmtKind::Continue { depth }
        });
        self.b.if_end();
    }
    fn counted(&mut self, depth: u32) {
        let (from, to) = (self.usize(0), self.usize(1));
        let twelve = self.constant(Usize, LEN as u64);
        let to = self.b.op(Expr::Binary(BinaryOp::Min, to, twelve), Usize);
        let l = self.b.for_begin("j", Usize, from, to);
        self.b.again();
        let j = self.b.node(Expr::Local(l), Usize);
        self.usizes.push(j);
        self.loops += 1;
        self.statements(depth - 1);
        self.loops -= 1;
        self.usizes.retain(|&e| e != j);
        self.b.again();
    }
    /// A loop that ends after so many rounds of all loops together.
    fn looped(&mut self, depth: u32) {
        self.b.loop_begin();
        self.b.again();
        let (n, most, one) = (
            self.b.op(Expr::Local(self.rounds), U64),
            self.constant(U64, ROUNDS),
            self.constant(U64, 1),
        );
        let more = self.b.op(Expr::Binary(BinaryOp::Lt, n, most), Bool);
        self.b.leave_unless(more);
        let expr = self.b.op(Expr::Binary(BinaryOp::Add, n, one), U64);
        self.b.emit(StmtKind::Set {
            local: self.rounds,
            expr,
        });
        let c = self.condition();
        if self.r.below(2) == 0 {
            self.b.leave_unless(c);
        }
        self.loops += 1;
        self.statements(depth - 1);
        self.loops -= 1;
        self.b.again();
    }
}
