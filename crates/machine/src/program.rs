//! The host part of a kernel: slices, iteration spaces and reductions.

use crate::ctx::{Ctx, Stop};
use crate::elem::Elem;
use crate::machine::{Local, Machine, V};

/// A slice as the host part sees it: a handle, on whatever device the kernel runs.
///
/// On a CPU `ptr` points at the elements. On another device it is null, and `memory` and
/// `offset` (in elements) say where the elements are.
pub struct HSlice<T> {
    pub ptr: *mut T,
    pub len: usize,
    pub memory: u32,
    pub offset: usize,
}
impl<T> Clone for HSlice<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for HSlice<T> {}
// SAFETY: a handle is only dereferenced by a loop, which has proved (or tests at launch) that no
// two iterations touch one element, at least one writing; the run that made the handle outlives it.
unsafe impl<T: Send> Send for HSlice<T> {}
// SAFETY: as above.
unsafe impl<T: Sync> Sync for HSlice<T> {}
impl<T> HSlice<T> {
    /// Number of elements.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }
    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// One dimension of a parallel loop: `(start..end).step_by(step)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dim {
    pub start: usize,
    pub end: usize,
    pub step: usize,
}
impl Dim {
    /// Number of iterations.
    #[inline]
    pub fn count(&self) -> usize {
        let length = self.end.saturating_sub(self.start);
        // A division takes as long as ten of these, and a short loop has little else.
        if self.step <= 1 {
            length
        } else {
            length.div_ceil(self.step)
        }
    }
}

/// The iterations of a parallel loop, one to three dimensions, outermost first, padded in front
/// with dimensions of one iteration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Space {
    pub rank: u32,
    pub dims: [Dim; 3],
}
impl Space {
    /// A loop over `dims`, outermost first.
    #[inline]
    pub fn new<const D: usize>(dims: [(usize, usize, usize); D]) -> Self {
        let mut all = [Dim {
            start: 0,
            end: 1,
            step: 1,
        }; 3];
        for (d, (start, end, step)) in dims.into_iter().enumerate() {
            all[3 - D + d] = Dim { start, end, step };
        }
        Space {
            rank: D as u32,
            dims: all,
        }
    }
    /// The loop variables of iteration `n`.
    pub fn at(&self, mut n: u64) -> [u64; 3] {
        let mut at = [0; 3];
        for (at, dim) in at.iter_mut().zip(&self.dims).rev() {
            let count = dim.count().max(1) as u64;
            *at = dim.start as u64 + n % count * dim.step as u64;
            n /= count;
        }
        at
    }
    /// Number of iterations; saturates.
    #[inline]
    pub fn count(&self) -> usize {
        self.dims.iter().fold(1usize, |n, d| n.saturating_mul(d.count()))
    }
}

/// The loop variables in a body: `at[0..2]` are the outer two, the same in all lanes; `at[2]` is
/// the last one in lane 0, and `lane` the last one in each lane. The last dimension's step is
/// part of `lane`. `unit` is the last one in lane 0 and in each lane where the macro knows that step to be 1: no
/// multiplication stands in the loop over gangs.
pub struct Ix<M: Machine> {
    pub at: [V<M::Uniform, usize>; 3],
    pub lane: V<M, usize>,
    pub unit: (V<M::Uniform, usize>, V<M, usize>),
}

/// The operation of a reduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RedOp {
    Add,
    Mul,
    Min,
    Max,
    And,
    Or,
    Xor,
    /// One scalar of an arg-reduction: see [`crate::arg`].
    Arg,
}

/// How a reduction holds its operation: as a value, or by a type of [`op`], which the compiler sees through everywhere.
pub trait Operation: Copy + Send + Sync {
    fn op(&self) -> RedOp;
}
impl Operation for RedOp {
    #[inline(always)]
    fn op(&self) -> RedOp {
        *self
    }
}
/// Operations as types.
pub mod op {
    macro_rules! operations {
        ($($name:ident)*) => {$(
            #[derive(Clone, Copy)]
            pub struct $name;
            impl super::Operation for $name {
                #[inline(always)]
                fn op(&self) -> super::RedOp {
                    super::RedOp::$name
                }
            }
        )*};
    }
    operations!(Add Mul Min Max And Or Xor);
}

/// One reduction: its operation and the variable's value before the loop.
#[derive(Clone, Copy)]
pub struct Red<T, O = RedOp> {
    pub op: O,
    pub init: T,
}
/// `Red` from its parts.
#[inline(always)]
pub fn red<T: Elem, O: Operation>(op: O, init: T) -> Red<T, O> {
    Red { op, init }
}

/// Element types that a loop may reduce, with the identity and the join of each operation.
pub trait Reduce: Elem {
    /// The value that changes nothing (−0.0 for a float sum).
    fn identity(op: RedOp) -> Self;
    /// `a op b`, with the meaning [`Machine`] gives it.
    fn join(op: RedOp, a: Self, b: Self) -> Self;
    /// `a op b` in each lane.
    fn join_lanes<M: Machine>(m: &M, op: RedOp, a: V<M, Self>, b: V<M, Self>) -> V<M, Self>;
    /// What added is `a` subtracted.
    fn opposite<M: Machine>(m: &M, a: V<M, Self>) -> V<M, Self>;
}

/// One reduction of a loop: a [`Red`], or an [`Arg`](crate::arg::Arg).
pub trait Reduction: Copy + Send + Sync {
    /// What a body updates.
    type Acc<M: Machine>;
    /// The result.
    type Out: Copy + Send + Sync;
    /// Scalars that it accumulates.
    const SCALARS: usize;
    /// The value before the loop.
    fn init(&self) -> Self::Out;
    /// The value that changes nothing.
    fn identity(&self) -> Self::Out;
    /// Joins two results.
    fn join(&self, a: Self::Out, b: Self::Out) -> Self::Out;
    /// An accumulator that holds the identity.
    fn begin<M: Machine>(&self, m: &M) -> Self::Acc<M>;
    /// Joins two accumulators in each lane.
    fn join_acc<M: Machine>(&self, m: &M, a: &mut Self::Acc<M>, b: &Self::Acc<M>);
    /// Assigns `b` in the lanes of `k`.
    fn assign<M: Machine>(&self, m: &M, k: M::Mask, a: &mut Self::Acc<M>, b: &Self::Acc<M>);
    /// Calls `f` on each scalar, numbered from `first`.
    fn each<M: Machine, F: AccVisitor<M>>(&self, acc: &Self::Acc<M>, first: usize, f: &mut F);
    /// Reads one lane back.
    fn lane<F: AccSource>(&self, f: &mut F, first: usize, lane: usize) -> Self::Out;
    /// An accumulator that holds a result.
    fn given<M: Machine>(&self, m: &M, out: Self::Out) -> Self::Acc<M>;

    /// Where many of its values are kept: a slice for each scalar.
    type Memory: Copy + Send + Sync;
    /// Room for `n` of them, of any value.
    fn memory<C: Ctx>(&self, c: &mut C, n: usize) -> Result<Self::Memory, Stop>;
    /// Loads the values at `at`.
    fn load<M: Machine>(
        &self,
        m: &M,
        k: M::Mask,
        from: &Self::Memory,
        at: V<M, usize>,
        site: u32,
        acc: &mut Self::Acc<M>,
    );
    /// Stores them.
    fn store<M: Machine>(&self, m: &M, k: M::Mask, to: &Self::Memory, at: V<M, usize>, site: u32, acc: &Self::Acc<M>);
}

/// Loads one scalar of a reduction's memory.
#[inline(always)]
pub(crate) fn load_one<M: Machine, T: Elem>(
    m: &M,
    k: M::Mask,
    from: &HSlice<T>,
    at: V<M, usize>,
    site: u32,
    x: &mut Local<M, T>,
) {
    let value = m.load_g(k, m.slice("values", from, false), at, true, site);
    m.set(x, k, value);
}
/// Stores one.
#[inline(always)]
pub(crate) fn store_one<M: Machine, T: Elem>(
    m: &M,
    k: M::Mask,
    to: &HSlice<T>,
    at: V<M, usize>,
    site: u32,
    x: &Local<M, T>,
) {
    m.store_g(k, m.slice("values", to, true), at, m.get(x), true, site);
}

impl<T: Reduce, O: Operation> Reduction for Red<T, O> {
    type Acc<M: Machine> = Local<M, T>;
    type Out = T;
    const SCALARS: usize = 1;
    #[inline(always)]
    fn init(&self) -> T {
        self.init
    }
    #[inline(always)]
    fn identity(&self) -> T {
        T::identity(self.op.op())
    }
    #[inline(always)]
    fn join(&self, a: T, b: T) -> T {
        T::join(self.op.op(), a, b)
    }
    #[inline(always)]
    fn begin<M: Machine>(&self, m: &M) -> Local<M, T> {
        m.local("acc", m.lit(T::identity(self.op.op())))
    }
    #[inline(always)]
    fn join_acc<M: Machine>(&self, m: &M, a: &mut Local<M, T>, b: &Local<M, T>) {
        let joined = T::join_lanes(m, self.op.op(), m.get(a), m.get(b));
        m.set_all(a, joined);
    }
    #[inline(always)]
    fn assign<M: Machine>(&self, m: &M, k: M::Mask, a: &mut Local<M, T>, b: &Local<M, T>) {
        m.set(a, k, m.get(b));
    }
    #[inline(always)]
    fn each<M: Machine, F: AccVisitor<M>>(&self, acc: &Local<M, T>, first: usize, f: &mut F) {
        f.visit::<T>(first, self.op.op(), T::identity(self.op.op()), acc);
    }
    #[inline(always)]
    fn lane<F: AccSource>(&self, f: &mut F, first: usize, lane: usize) -> T {
        f.get(first, lane)
    }
    #[inline(always)]
    fn given<M: Machine>(&self, m: &M, out: T) -> Local<M, T> {
        m.local("total", m.lit(out))
    }

    type Memory = HSlice<T>;
    fn memory<C: Ctx>(&self, c: &mut C, n: usize) -> Result<HSlice<T>, Stop> {
        c.room(n)
    }
    #[inline(always)]
    fn load<M: Machine>(&self, m: &M, k: M::Mask, from: &HSlice<T>, at: V<M, usize>, site: u32, acc: &mut Local<M, T>) {
        load_one(m, k, from, at, site, acc);
    }
    #[inline(always)]
    fn store<M: Machine>(&self, m: &M, k: M::Mask, to: &HSlice<T>, at: V<M, usize>, site: u32, acc: &Local<M, T>) {
        store_one(m, k, to, at, site, acc);
    }
}

/// Joins the lanes of one reduction by halves.
#[inline(always)]
fn fold<R: Reduction, F: AccSource>(r: &R, f: &mut F, first: usize) -> R::Out {
    let lanes = f.lanes();
    let mut all = [r.identity(); MAX_LANES];
    for (lane, out) in all[..lanes].iter_mut().enumerate() {
        *out = r.lane(f, first, lane);
    }
    let mut half = lanes / 2;
    while half > 0 {
        for l in 0..half {
            all[l] = r.join(all[l], all[l + half]);
        }
        half /= 2;
    }
    all[0]
}

/// The reductions of one loop: a tuple of [`Reduction`]s, possibly empty.
///
/// The shape of a float reduction is fixed (DESIGN 2.2): iterations are numbered along the last
/// dimension of each row (a row is one setting of the outer indices); a row is cut into blocks of
/// [`BLOCK`]; in a block, partial `p` of [`PARTIALS`] joins the iterations whose number is `p`
/// modulo `PARTIALS`, in order, from the identity; the partials join by halves (`p` with
/// `p + 32`, then 16, … 1); the blocks of all rows, in order, join pairwise (neighbours, level by
/// level, an odd last one carried up). The initial value joins last: `init op total`.
pub trait Reds: Copy + Send + Sync {
    /// The accumulators that a body updates.
    type Acc<M: Machine>;
    /// The results.
    type Out: Copy + Send + Sync;
    /// How many scalars they accumulate.
    const COUNT: usize;
    /// How large the loop's body is, which says how often it may stand in the code.
    const BODY: Body;
    /// The initial values, which an empty loop returns.
    fn init(&self) -> Self::Out;
    /// The identities.
    fn identities(&self) -> Self::Out;
    /// Joins two results, element by element.
    fn join(&self, a: Self::Out, b: Self::Out) -> Self::Out;
    /// Accumulators that hold the identities.
    fn begin<M: Machine>(&self, m: &M) -> Self::Acc<M>;
    /// Joins two sets of accumulators in each lane.
    fn join_acc<M: Machine>(&self, m: &M, a: &mut Self::Acc<M>, b: &Self::Acc<M>);
    /// Assigns `b` in the lanes of `k`.
    fn assign<M: Machine>(&self, m: &M, k: M::Mask, a: &mut Self::Acc<M>, b: &Self::Acc<M>);
    /// Calls `f` on each scalar, in order.
    fn each<M: Machine, F: AccVisitor<M>>(&self, acc: &Self::Acc<M>, f: &mut F);
    /// Reads results back and joins their lanes by halves.
    fn collect<F: AccSource>(&self, f: &mut F) -> Self::Out;
    /// Accumulators that hold results.
    fn given<M: Machine>(&self, m: &M, out: Self::Out) -> Self::Acc<M>;
    /// Where many of their values are kept.
    type Memory: Copy + Send + Sync;
    /// Room for `n` of each, of any value.
    fn memory<C: Ctx>(&self, c: &mut C, n: usize) -> Result<Self::Memory, Stop>;
    /// Loads the values at `at`.
    fn load<M: Machine>(
        &self,
        m: &M,
        k: M::Mask,
        from: &Self::Memory,
        at: V<M, usize>,
        site: u32,
        acc: &mut Self::Acc<M>,
    );
    /// Stores them.
    fn store<M: Machine>(&self, m: &M, k: M::Mask, to: &Self::Memory, at: V<M, usize>, site: u32, acc: &Self::Acc<M>);
}
/// The size of a loop's body: for [`Reds::BODY`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// A few operations: several gangs stand one behind the other.
    Short,
    /// The beginning and the end of a row may have copies of their own.
    Small,
    Large,
}
/// No reduction, of a loop whose body is short.
#[derive(Clone, Copy)]
pub struct Short;
/// No reduction, of a loop whose body is small.
#[derive(Clone, Copy)]
pub struct Small;
/// What [`Reds::each`] calls.
pub trait AccVisitor<M: Machine> {
    fn visit<T: Elem>(&mut self, number: usize, op: RedOp, identity: T, acc: &Local<M, T>);
}
/// What [`Reds::collect`] asks.
pub trait AccSource {
    /// Lanes of each scalar, a power of two up to [`MAX_LANES`].
    fn lanes(&self) -> usize;
    /// One lane of scalar `number`.
    fn get<T: Elem>(&mut self, number: usize, lane: usize) -> T;
}
/// Lanes of the widest instruction set.
pub const MAX_LANES: usize = 16;
/// Iterations in a reduction block.
pub const BLOCK: usize = 4096;
/// Partials in a reduction block.
pub const PARTIALS: usize = 64;

macro_rules! reds {
    ($($t:ident $n:tt),*) => {
        reds!(@ ($($t,)*), Large; $($t $n),*);
    };
    (@ $all:ty, $body:ident; $($t:ident $n:tt),*) => {
        #[allow(unused_variables, unused_mut, unused_assignments, clippy::unused_unit)]
        impl<$($t: Reduction),*> Reds for $all {
            type Acc<Mach: Machine> = ($($t::Acc<Mach>,)*);
            type Out = ($($t::Out,)*);
            const COUNT: usize = 0 $(+ $t::SCALARS)*;
            const BODY: Body = Body::$body;
            #[inline(always)]
            fn init(&self) -> Self::Out { ($(self.$n.init(),)*) }
            #[inline(always)]
            fn identities(&self) -> Self::Out { ($(self.$n.identity(),)*) }
            #[inline(always)]
            fn join(&self, a: Self::Out, b: Self::Out) -> Self::Out { ($(self.$n.join(a.$n, b.$n),)*) }
            #[inline(always)]
            fn begin<Mach: Machine>(&self, m: &Mach) -> Self::Acc<Mach> { ($(self.$n.begin(m),)*) }
            #[inline(always)]
            fn join_acc<Mach: Machine>(&self, m: &Mach, a: &mut Self::Acc<Mach>, b: &Self::Acc<Mach>) {
                $(self.$n.join_acc(m, &mut a.$n, &b.$n);)*
            }
            #[inline(always)]
            fn assign<Mach: Machine>(&self, m: &Mach, k: Mach::Mask, a: &mut Self::Acc<Mach>, b: &Self::Acc<Mach>) {
                $(self.$n.assign(m, k, &mut a.$n, &b.$n);)*
            }
            #[inline(always)]
            fn each<Mach: Machine, F: AccVisitor<Mach>>(&self, acc: &Self::Acc<Mach>, f: &mut F) {
                let mut first = 0;
                $(self.$n.each(&acc.$n, first, f); first += $t::SCALARS;)*
            }
            #[inline(always)]
            fn collect<F: AccSource>(&self, f: &mut F) -> Self::Out {
                let mut first = 0;
                ($({ let out = fold(&self.$n, f, first); first += $t::SCALARS; out },)*)
            }
            #[inline(always)]
            fn given<Mach: Machine>(&self, m: &Mach, out: Self::Out) -> Self::Acc<Mach> {
                ($(self.$n.given(m, out.$n),)*)
            }
            type Memory = ($($t::Memory,)*);
            fn memory<Con: Ctx>(&self, c: &mut Con, n: usize) -> Result<Self::Memory, Stop> {
                Ok(($(self.$n.memory(c, n)?,)*))
            }
            #[inline(always)]
            fn load<Mach: Machine>(
                &self, m: &Mach, k: Mach::Mask, from: &Self::Memory, at: V<Mach, usize>, site: u32, acc: &mut Self::Acc<Mach>,
            ) {
                $(self.$n.load(m, k, &from.$n, at, site, &mut acc.$n);)*
            }
            #[inline(always)]
            fn store<Mach: Machine>(
                &self, m: &Mach, k: Mach::Mask, to: &Self::Memory, at: V<Mach, usize>, site: u32, acc: &Self::Acc<Mach>,
            ) {
                $(self.$n.store(m, k, &to.$n, at, site, &acc.$n);)*
            }
        }
    };
}
reds!();
reds!(@ Short, Short;);
reds!(@ Small, Small;);
reds!(A 0);
reds!(A 0, B 1);
reds!(A 0, B 1, C 2);
reds!(A 0, B 1, C 2, D 3);
reds!(A 0, B 1, C 2, D 3, E 4);
reds!(A 0, B 1, C 2, D 3, E 4, F1 5);
reds!(A 0, B 1, C 2, D 3, E 4, F1 5, G 6);
reds!(A 0, B 1, C 2, D 3, E 4, F1 5, G 6, H 7);
