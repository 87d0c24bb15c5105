//! The machine that records.
//!
//! One iteration is traced, with symbols for what the launch gives it. Masks are `bool` and say
//! nothing: the structure of the calls is what is recorded. Each branch is gone through once, each
//! loop's text once.

use std::cell::RefCell;

use hoist_machine::element::{At, Element};
use hoist_machine::program::{AccVisitor, Ix, RedOp, Reds, Reduce};
use hoist_machine::{
    Array, Bits, Dims, Elem, Float, HSlice, Int, Items, Local, LoopInfo, Machine, Num, ScalarType, Shared, Sl, V,
};

use crate::builder::{Builder, TracedArgs, TracedBuffer};
use crate::forward::forward;
use crate::ir::*;
use crate::parts::Words;

/// Records a loop body as a [`Kernel`].
pub struct Tracer {
    builder: RefCell<Builder>,
}

/// Finds the accumulators' variables.
pub(crate) struct Accumulators<'a>(pub(crate) &'a mut Vec<Reduction>);
impl AccVisitor<Tracer> for Accumulators<'_> {
    fn visit<T: Elem>(&mut self, _: usize, op: RedOp, identity: T, acc: &Local<Tracer, T>) {
        let identity = identity.to_bits64();
        self.0.push(Reduction {
            op,
            ty: T::SCALAR,
            local: acc.0,
            identity,
        });
    }
}

impl Tracer {
    /// A tracer for a loop of `rank` dimensions.
    fn new(info: &'static LoopInfo, rank: u32) -> Self {
        Tracer {
            builder: RefCell::new(Builder::new(info, rank)),
        }
    }

    /// Runs a body once and gives what it did, with what the parameters stand for.
    pub fn trace<R: Reds>(
        info: &'static LoopInfo,
        rank: u32,
        reds: &R,
        body: impl FnOnce(&Tracer, bool, &Ix<Tracer>, &mut R::Acc<Tracer>),
    ) -> (Kernel, TracedArgs) {
        let m = Tracer::new(info, rank);
        let mut acc = reds.begin(&m);
        let mut reductions = vec![];
        reds.each(&acc, &mut Accumulators(&mut reductions));
        m.with(|b| {
            // What `begin` assigned is the schedule's to assign.
            b.forget();
            b.kernel.reductions = reductions;
        });
        let at: [V<Tracer, usize>; 3] = std::array::from_fn(|d| m.leaf(Expr::Index(d as u32)));
        body(
            &m,
            true,
            &Ix {
                at,
                lane: at[2],
                unit: (at[2], at[2]),
            },
            &mut acc,
        );
        let (kernel, args) = m.builder.into_inner().finish();
        (forward(kernel), args)
    }

    pub(crate) fn with<T>(&self, f: impl FnOnce(&mut Builder) -> T) -> T {
        f(&mut self.builder.borrow_mut())
    }
    pub(crate) fn leaf<T: Elem>(&self, expr: Expr) -> V<Self, T> {
        V(self.with(|b| b.node(expr, T::SCALAR)))
    }
    pub(crate) fn op<T: Elem>(&self, expr: Expr) -> V<Self, T> {
        V(self.with(|b| b.op(expr, T::SCALAR)))
    }
    fn unary<T: Elem, U: Elem>(&self, op: UnaryOp, a: V<Self, T>) -> V<Self, U> {
        self.op(Expr::Unary(op, a.0))
    }
    pub(crate) fn binary<T: Elem, U: Elem, W: Elem>(&self, op: BinaryOp, a: V<Self, T>, b: V<Self, U>) -> V<Self, W> {
        self.op(Expr::Binary(op, a.0, b.0))
    }
    pub(crate) fn load<T: Elem>(&self, x: Sl<Self, T>, at: V<Self, usize>, proved: bool, site: u32) -> V<Self, T> {
        let index = at.0;
        let buffer = match x.0 {
            Slice::Buffer(buffer) => buffer,
            Slice::Table(array) | Slice::Shared(array) => return self.element(array, index, site),
        };
        V(self.with(|b| {
            b.define(T::SCALAR, |value| StmtKind::Load {
                value,
                buffer,
                index,
                proved,
                site,
            })
        }))
    }
    pub(crate) fn store<T: Elem>(&self, x: Sl<Self, T>, at: V<Self, usize>, v: V<Self, T>, proved: bool, site: u32) {
        if let Slice::Shared(array) = x.0 {
            return self.set_element(array, at.0, v, site);
        }
        self.emit(StmtKind::Store {
            buffer: x.0.stored(),
            index: at.0,
            expr: v.0,
            proved,
            site,
        });
    }
    fn element<T: Elem>(&self, array: ArrayId, index: ExprId, site: u32) -> V<Self, T> {
        V(self.with(|b| {
            b.define(T::SCALAR, |value| StmtKind::LoadArray {
                value,
                array,
                index,
                site,
            })
        }))
    }
    fn set_element<T: Elem>(&self, array: ArrayId, index: ExprId, x: V<Self, T>, site: u32) {
        self.emit(StmtKind::StoreArray {
            array,
            index,
            expr: x.0,
            site,
        });
    }
    fn declare_array<T: Elem, D: Dims>(&self, name: &'static str, fill: Option<ExprId>) -> Array<Self, T, D> {
        let array = self.with(|b| b.array(name, T::SCALAR, D::LEN as u64, None));
        self.emit(StmtKind::DeclareArray { array, fill });
        Array(array)
    }
    /// Assigns a variable that is only lent.
    pub fn assign<T: Elem>(&self, to: &Local<Self, T>, x: V<Self, T>) {
        self.emit(StmtKind::Set { local: to.0, expr: x.0 });
    }
    pub(crate) fn emit(&self, kind: StmtKind) {
        self.with(|b| b.emit(kind));
    }
}

/// What a slice of the body is.
#[derive(Clone, Copy)]
pub enum Slice {
    Buffer(BufferId),
    /// A constant array.
    Table(ArrayId),
    /// An array of a group.
    Shared(ArrayId),
}
impl Slice {
    /// The buffer of a store. Nothing stores to a constant: the validator refuses the buffer.
    fn stored(self) -> BufferId {
        match self {
            Slice::Buffer(b) => b,
            Slice::Table(_) | Slice::Shared(_) => crate::Handle::new(u32::MAX as usize),
        }
    }
}

/// A counter in scope.
pub struct Counter(LocalId);

macro_rules! unary {
    ($($name:ident<$bound:ident> $op:ident;)*) => {$(
        fn $name<T: $bound>(&self, a: V<Self, T>) -> V<Self, T> { self.unary(UnaryOp::$op, a) }
    )*};
}
macro_rules! count {
    ($($name:ident $op:ident;)*) => {$(
        fn $name<T: Int>(&self, a: V<Self, T>) -> V<Self, u32> { self.unary(UnaryOp::$op, a) }
    )*};
}
macro_rules! binary {
    ($($name:ident<$bound:ident> $op:ident $out:ty;)*) => {$(
        fn $name<T: $bound>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, $out> { self.binary(BinaryOp::$op, a, b) }
    )*};
}

impl Machine for Tracer {
    type Uniform = Tracer;
    type Reg<T: Elem> = ExprId;
    type Var<T: Elem> = LocalId;
    type SliceRepr<T: Elem> = Slice;
    type Memory = Words;
    type Mask = bool;
    type For<T: Int> = Counter;
    type Array<T: Elem, D: Dims> = ArrayId;
    type Shared<T: Elem, D: Dims> = ArrayId;

    fn uniform(&self) -> &Tracer {
        self
    }
    fn lit<T: Elem>(&self, x: T) -> V<Self, T> {
        self.leaf(Expr::Const(x.to_bits64()))
    }
    fn capture<T: Elem>(&self, name: &'static str, x: T) -> V<Self, T> {
        V(self.with(|b| b.uniform(name, T::SCALAR, x.to_bits64())))
    }
    fn slice<T: Elem>(&self, name: &'static str, x: &HSlice<T>, written: bool) -> Sl<Self, T> {
        let traced = TracedBuffer {
            memory: x.memory,
            offset: x.offset,
            len: x.len,
            elem: T::SCALAR,
        };
        Sl(Slice::Buffer(self.with(|b| b.buffer(name, traced, written))))
    }
    fn len<T: Elem>(&self, x: Sl<Self, T>) -> V<Self, usize> {
        match x.0 {
            Slice::Buffer(b) => self.leaf(Expr::Len(b)),
            Slice::Table(a) | Slice::Shared(a) => self.lit(self.with(|b| b.kernel.arrays[a].len) as usize),
        }
    }
    fn splat<T: Elem>(&self, x: V<Self, T>) -> V<Self, T> {
        x
    }
    fn bind<T: Elem>(&self, name: &'static str, x: V<Self, T>) -> V<Self, T> {
        V(self.with(|b| b.bind(name, x.0)))
    }
    fn local<T: Elem>(&self, name: &'static str, x: V<Self, T>) -> Local<Self, T> {
        let l = self.with(|b| b.kernel.locals.push(LocalVar { name, ty: T::SCALAR }));
        self.emit(StmtKind::Declare {
            local: l,
            init: Some(x.0),
        });
        Local(l)
    }
    fn local_undef<T: Elem>(&self, name: &'static str) -> Local<Self, T> {
        let l = self.with(|b| b.kernel.locals.push(LocalVar { name, ty: T::SCALAR }));
        self.emit(StmtKind::Declare { local: l, init: None });
        Local(l)
    }
    fn get<T: Elem>(&self, v: &Local<Self, T>) -> V<Self, T> {
        self.op(Expr::Local(v.0))
    }
    fn set<T: Elem>(&self, v: &mut Local<Self, T>, _: bool, x: V<Self, T>) {
        self.emit(StmtKind::Set { local: v.0, expr: x.0 });
    }
    fn set_all<T: Elem>(&self, v: &mut Local<Self, T>, x: V<Self, T>) {
        self.emit(StmtKind::Set { local: v.0, expr: x.0 });
    }

    fn array<T: Elem, D: Dims>(&self, name: &'static str, x: V<Self, T>) -> Array<Self, T, D> {
        self.declare_array(name, Some(x.0))
    }
    fn array_undef<T: Elem, D: Dims>(&self, name: &'static str) -> Array<Self, T, D> {
        self.declare_array(name, None)
    }
    fn array_put<T: Elem, D: Dims>(&self, a: &mut Array<Self, T, D>, at: usize, x: V<Self, T>, site: u32) {
        let index = self.lit(at);
        self.set_element(a.0, index.0, x, site);
    }
    fn array_get_u<T: Elem, D: Dims>(
        &self,
        _: bool,
        a: &Array<Self, T, D>,
        at: V<Self, usize>,
        site: u32,
    ) -> V<Self, T> {
        self.element(a.0, at.0, site)
    }
    fn array_get<T: Elem, D: Dims>(&self, _: bool, a: &Array<Self, T, D>, at: V<Self, usize>, site: u32) -> V<Self, T> {
        self.element(a.0, at.0, site)
    }
    fn array_set_u<T: Elem, D: Dims>(
        &self,
        _: bool,
        a: &mut Array<Self, T, D>,
        at: V<Self, usize>,
        x: V<Self, T>,
        site: u32,
    ) {
        self.set_element(a.0, at.0, x, site);
    }
    fn array_set<T: Elem, D: Dims>(
        &self,
        _: bool,
        a: &mut Array<Self, T, D>,
        at: V<Self, usize>,
        x: V<Self, T>,
        site: u32,
    ) {
        self.set_element(a.0, at.0, x, site);
    }
    fn table<T: Elem>(&self, name: &'static str, all: &'static [T]) -> Sl<Self, T> {
        let bits = all.iter().map(|x| x.to_bits64()).collect();
        Sl(Slice::Table(
            self.with(|b| b.array(name, T::SCALAR, all.len() as u64, Some(bits))),
        ))
    }

    fn given<T: Elem>(&self, name: &'static str, all: &[T]) -> Sl<Self, T> {
        let array = self.with(|b| b.array(name, T::SCALAR, all.len() as u64, None));
        self.emit(StmtKind::DeclareArray { array, fill: None });
        for (at, x) in all.iter().enumerate() {
            let index = self.lit(at);
            let x: V<Self, T> = V(self.with(|b| b.element(name, T::SCALAR, x.to_bits64())));
            self.set_element(array, index.0, x, 0);
        }
        Sl(Slice::Table(array))
    }

    fn shared<T: Elem, D: Dims>(&self, name: &'static str, x: V<Self, T>) -> Shared<Self, T, D> {
        let array = self.with(|b| {
            let array = b.array(name, T::SCALAR, D::LEN as u64, None);
            b.kernel.arrays[array].shared = true;
            array
        });
        let fill = Some(x.0);
        self.emit(StmtKind::DeclareArray { array, fill });
        Shared(array)
    }
    fn elements<T: Elem, D: Dims>(&self, a: &mut Shared<Self, T, D>) -> Sl<Self, T> {
        Sl(Slice::Shared(a.0))
    }
    fn items<R: Reds, F>(
        &self,
        _: bool,
        inner: &'static Items,
        dims: &[[V<Self, usize>; 3]],
        reds: R,
        body: F,
    ) -> R::Acc<Self>
    where
        F: Fn(&Self, bool, &Ix<Self>, &mut R::Acc<Self>) + Copy,
    {
        self.trace_items(inner, dims, &reds, body)
    }
    fn common<T: Elem>(&self, _: bool, x: V<Self, T>) -> V<Self, T> {
        x
    }

    binary! {
        add<Num> Add T; sub<Num> Sub T; mul<Num> Mul T; min<Num> Min T; max<Num> Max T;
        and<Bits> And T; or<Bits> Or T; xor<Bits> Xor T;
        eq<Elem> Eq bool; ne<Elem> Ne bool; lt<Num> Lt bool; le<Num> Le bool; gt<Num> Gt bool; ge<Num> Ge bool;
    }
    unary! {
        neg<Num> Neg; abs<Num> Abs; not<Bits> Not; sqrt<Float> Sqrt; floor<Float> Floor; ceil<Float> Ceil;
        trunc<Float> Trunc; round_ties_even<Float> RoundEven; rsqrt_fast<Float> RsqrtFast;
    }
    count! { count_ones CountOnes; leading_zeros LeadingZeros; trailing_zeros TrailingZeros; }
    fn div<T: Num>(&self, _: bool, a: V<Self, T>, b: V<Self, T>, site: u32) -> V<Self, T> {
        if T::SCALAR.is_float() {
            return self.binary(BinaryOp::Div, a, b);
        }
        let (a, b) = (a.0, b.0);
        V(self.with(|x| x.define(T::SCALAR, |value| StmtKind::Div { value, a, b, site })))
    }
    fn rem<T: Num>(&self, _: bool, a: V<Self, T>, b: V<Self, T>, site: u32) -> V<Self, T> {
        if T::SCALAR.is_float() {
            return self.binary(BinaryOp::Rem, a, b);
        }
        let (a, b) = (a.0, b.0);
        V(self.with(|x| x.define(T::SCALAR, |value| StmtKind::Rem { value, a, b, site })))
    }
    fn contract<T: Num>(&self, a: V<Self, T>, b: V<Self, T>, c: V<Self, T>) -> V<Self, T> {
        if T::SCALAR.is_float() {
            return self.op(Expr::Fma(a.0, b.0, c.0));
        }
        self.add(self.mul(a, b), c)
    }
    fn mul_add<T: Float>(&self, a: V<Self, T>, b: V<Self, T>, c: V<Self, T>) -> V<Self, T> {
        self.op(Expr::Fma(a.0, b.0, c.0))
    }
    fn to_bits<T: Float>(&self, a: V<Self, T>) -> V<Self, T::Bits> {
        self.op(Expr::Bitcast(a.0))
    }
    fn from_bits<T: Float>(&self, a: V<Self, T::Bits>) -> V<Self, T> {
        self.op(Expr::Bitcast(a.0))
    }
    fn shl<T: Int, U: Int>(&self, a: V<Self, T>, b: V<Self, U>) -> V<Self, T> {
        self.binary(BinaryOp::Shl, a, b)
    }
    fn shr<T: Int, U: Int>(&self, a: V<Self, T>, b: V<Self, U>) -> V<Self, T> {
        self.binary(BinaryOp::Shr, a, b)
    }
    fn select<T: Elem>(&self, c: V<Self, bool>, a: V<Self, T>, b: V<Self, T>) -> V<Self, T> {
        self.op(Expr::Select {
            cond: c.0,
            yes: a.0,
            no: b.0,
        })
    }
    fn cast<T: Elem, U: Elem>(&self, a: V<Self, T>) -> V<Self, U> {
        if T::SCALAR == U::SCALAR {
            return V(a.0);
        }
        if U::SCALAR == ScalarType::Bool {
            // Not Rust's to write; a machine that widens says "not zero".
            let zero = self.lit(T::from_bits64(0));
            return self.binary(BinaryOp::Ne, a, zero);
        }
        self.op(Expr::Cast(a.0))
    }

    fn load_u<T: Elem>(&self, _: bool, x: Sl<Self, T>, at: V<Self, usize>, proved: bool, site: u32) -> V<Self, T> {
        self.load(x, at, proved, site)
    }
    fn load_c<T: Elem>(&self, _: bool, x: Sl<Self, T>, at: V<Self, usize>, proved: bool, site: u32) -> V<Self, T> {
        self.load(x, at, proved, site)
    }
    fn load_g<T: Elem>(&self, _: bool, x: Sl<Self, T>, at: V<Self, usize>, proved: bool, site: u32) -> V<Self, T> {
        self.load(x, at, proved, site)
    }
    fn store_c<T: Elem>(&self, _: bool, x: Sl<Self, T>, at: V<Self, usize>, v: V<Self, T>, proved: bool, site: u32) {
        self.store(x, at, v, proved, site);
    }
    fn store_g<T: Elem>(&self, _: bool, x: Sl<Self, T>, at: V<Self, usize>, v: V<Self, T>, proved: bool, site: u32) {
        self.store(x, at, v, proved, site);
    }
    fn update<T: Reduce>(
        &self,
        _: bool,
        x: Sl<Self, T>,
        at: V<Self, usize>,
        op: RedOp,
        v: V<Self, T>,
        proved: bool,
        site: u32,
    ) {
        self.emit(StmtKind::Update {
            buffer: x.0.stored(),
            index: at.0,
            op,
            expr: v.0,
            proved,
            site,
        });
    }
    fn memory<S: Element>(&self, name: &'static str, x: &HSlice<S>, written: bool) -> Words {
        self.words(name, x, written)
    }
    fn memory_len(&self, x: Words) -> V<Self, usize> {
        V(x.len)
    }
    fn inside(&self, k: bool, x: Words, at: V<Self, usize>, _: bool, site: u32) {
        self.within(k, at, V(x.len), false, site);
    }
    fn inside_u(&self, k: bool, x: Words, at: V<Self, usize>, proved: bool, site: u32) -> bool {
        self.inside(k, x, at, proved, site);
        true
    }
    fn part<T: Elem>(&self, _: bool, x: Words, at: &At<Self>, site: u32) -> V<Self, T> {
        self.load_part(x, at, site)
    }
    fn set_part<T: Elem>(&self, _: bool, x: Words, at: &At<Self>, v: V<Self, T>, site: u32) {
        self.store_part(x, at, v, site);
    }
    fn within(&self, _: bool, at: V<Self, usize>, len: V<Self, usize>, _: bool, site: u32) {
        self.emit(StmtKind::Within {
            index: at.0,
            len: len.0,
            site,
        });
    }
    fn assert(&self, _: bool, c: V<Self, bool>, site: u32) {
        self.emit(StmtKind::Assert { cond: c.0, site });
    }

    fn any(&self, _: bool) -> bool {
        true
    }
    fn none(&self) -> bool {
        false
    }
    fn and_not(&self, a: bool, _: bool) -> bool {
        a
    }
    fn if_begin(&self, _: bool, c: V<Self, bool>) -> bool {
        self.uif_begin(c)
    }
    fn if_else(&self, _: bool, c: V<Self, bool>) -> bool {
        self.uif_else(c)
    }
    fn uif_begin(&self, c: V<Self, bool>) -> bool {
        self.with(|b| b.if_begin(c.0));
        true
    }
    fn uif_else(&self, _: V<Self, bool>) -> bool {
        self.with(Builder::if_else);
        true
    }
    fn if_end(&self) {
        self.with(Builder::if_end);
    }
    fn loop_begin(&self) {
        self.with(Builder::loop_begin);
    }
    fn loop_again(&self) -> bool {
        self.with(Builder::again)
    }
    fn loop_mask(&self, _: bool, c: V<Self, bool>) -> bool {
        self.with(|b| b.leave_unless(c.0));
        true
    }
    fn loop_live(&self, _: bool) -> bool {
        true
    }
    fn loop_test(&self, _: bool, c: V<Self, bool>) -> bool {
        self.with(|b| b.leave_unless(c.0));
        true
    }
    fn for_begin<T: Int>(&self, name: &'static str, from: V<Self, T>, to: V<Self, T>) -> Counter {
        Counter(self.with(|b| b.for_begin(name, T::SCALAR, from.0, to.0)))
    }
    fn for_test<T: Int>(&self, _: bool, _: &mut Counter) -> bool {
        self.with(Builder::again)
    }
    fn for_value<T: Int>(&self, f: &Counter) -> V<Self, T> {
        // No snapshot: nothing assigns a counter while its body runs.
        self.leaf(Expr::Local(f.0))
    }
    fn brk(&self, depth: u32) {
        self.emit(StmtKind::Break { depth });
    }
    fn cont(&self, depth: u32) {
        self.emit(StmtKind::Continue { depth });
    }
    fn ubrk(&self, depth: u32) -> bool {
        self.brk(depth);
        false
    }
    fn ucont(&self, depth: u32) -> bool {
        self.cont(depth);
        false
    }
    fn line(&self, line: u32) {
        self.with(|b| b.line = line);
    }
}
