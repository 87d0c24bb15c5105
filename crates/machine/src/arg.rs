//! Arg-reductions: the best value of a loop, and what belongs to its iteration.
//!
//! `if v < best { best = v; at = i; }` keeps the first of the smallest values; `<=` keeps the last. Which iteration wins
//! does not depend on the order in which they are joined, because each accumulator carries the loop variables of its
//! iteration: of two, the later one wins where the loop's own comparison holds between it and the earlier one.

use crate::ctx::{Ctx, Stop};
use crate::elem::{Elem, Num};
use crate::halves::{bf16, f16};
use crate::machine::{Local, Machine, V};
use crate::program::{AccSource, AccVisitor, HSlice, RedOp, Reduce, Reduction, load_one, store_one};

/// Types that a loop may look for the best of.
pub trait Ordered: Reduce + Num + PartialOrd {
    /// What no value is better than another by: the largest where `less` wins, else the smallest.
    fn worst(less: bool) -> Self;
}
macro_rules! ordered {
    ($($t:ident $lo:ident $hi:ident;)*) => {$(
        impl Ordered for $t {
            #[inline(always)]
            fn worst(less: bool) -> Self {
                if less { <$t>::$hi } else { <$t>::$lo }
            }
        }
    )*};
}
ordered! {
    i8 MIN MAX;
    i16 MIN MAX;
    u8 MIN MAX;
    u16 MIN MAX;
    f16 NEG_INFINITY INFINITY;
    bf16 NEG_INFINITY INFINITY;
    i32 MIN MAX;
    i64 MIN MAX;
    u32 MIN MAX;
    u64 MIN MAX;
    usize MIN MAX;
    f32 NEG_INFINITY INFINITY;
    f64 NEG_INFINITY INFINITY;
}

/// What is kept beside the best value: a tuple of scalars.
pub trait Payload: Copy + Send + Sync {
    /// Their accumulators.
    type Acc<M: Machine>;
    /// How many.
    const SCALARS: usize;
    /// Accumulators that hold defaults.
    fn begin<M: Machine>(m: &M) -> Self::Acc<M>;
    /// Assigns `b` in the lanes of `k`.
    fn assign<M: Machine>(m: &M, k: M::Mask, a: &mut Self::Acc<M>, b: &Self::Acc<M>);
    /// Takes `b` in the lanes where `c` holds.
    fn take<M: Machine>(m: &M, c: V<M, bool>, a: &mut Self::Acc<M>, b: &Self::Acc<M>);
    /// Calls `f` on each accumulator.
    fn each<M: Machine, F: AccVisitor<M>>(acc: &Self::Acc<M>, first: usize, f: &mut F);
    /// Reads one lane back.
    fn lane<F: AccSource>(f: &mut F, first: usize, lane: usize) -> Self;
    /// Accumulators that hold these.
    fn given<M: Machine>(self, m: &M) -> Self::Acc<M>;
    /// A slice for each scalar.
    type Memory: Copy + Send + Sync;
    /// Room for `n` of each.
    fn memory<C: Ctx>(c: &mut C, n: usize) -> Result<Self::Memory, Stop>;
    /// Loads the values at `at`.
    fn load<M: Machine>(m: &M, k: M::Mask, from: &Self::Memory, at: V<M, usize>, site: u32, acc: &mut Self::Acc<M>);
    /// Stores them.
    fn store<M: Machine>(m: &M, k: M::Mask, to: &Self::Memory, at: V<M, usize>, site: u32, acc: &Self::Acc<M>);
}
macro_rules! payload {
    ($count:literal $($t:ident $n:tt)*) => {
        #[allow(unused_variables, clippy::unused_unit)]
        impl<$($t: Elem),*> Payload for ($($t,)*) {
            type Acc<Mach: Machine> = ($(Local<Mach, $t>,)*);
            const SCALARS: usize = $count;
            #[inline(always)]
            fn begin<Mach: Machine>(m: &Mach) -> Self::Acc<Mach> {
                ($(m.local("payload", m.lit($t::default())),)*)
            }
            #[inline(always)]
            fn assign<Mach: Machine>(m: &Mach, k: Mach::Mask, a: &mut Self::Acc<Mach>, b: &Self::Acc<Mach>) {
                $(m.set(&mut a.$n, k, m.get(&b.$n));)*
            }
            #[inline(always)]
            fn take<Mach: Machine>(m: &Mach, c: V<Mach, bool>, a: &mut Self::Acc<Mach>, b: &Self::Acc<Mach>) {
                $(let x = m.select(c, m.get(&b.$n), m.get(&a.$n)); m.set_all(&mut a.$n, x);)*
            }
            #[inline(always)]
            fn each<Mach: Machine, F: AccVisitor<Mach>>(acc: &Self::Acc<Mach>, first: usize, f: &mut F) {
                $(f.visit::<$t>(first + $n, RedOp::Arg, $t::default(), &acc.$n);)*
            }
            #[inline(always)]
            fn lane<F: AccSource>(f: &mut F, first: usize, lane: usize) -> Self {
                ($(f.get::<$t>(first + $n, lane),)*)
            }
            #[inline(always)]
            fn given<Mach: Machine>(self, m: &Mach) -> Self::Acc<Mach> {
                ($(m.local("payload", m.lit(self.$n)),)*)
            }
            type Memory = ($(HSlice<$t>,)*);
            fn memory<Con: Ctx>(c: &mut Con, n: usize) -> Result<Self::Memory, Stop> {
                Ok(($(c.room::<$t>(n)?,)*))
            }
            #[inline(always)]
            fn load<Mach: Machine>(
                m: &Mach, k: Mach::Mask, from: &Self::Memory, at: V<Mach, usize>, site: u32, acc: &mut Self::Acc<Mach>,
            ) {
                $(load_one(m, k, &from.$n, at, site, &mut acc.$n);)*
            }
            #[inline(always)]
            fn store<Mach: Machine>(
                m: &Mach, k: Mach::Mask, to: &Self::Memory, at: V<Mach, usize>, site: u32, acc: &Self::Acc<Mach>,
            ) {
                $(store_one(m, k, &to.$n, at, site, &acc.$n);)*
            }
        }
    };
}
payload!(0);
payload!(1 A 0);
payload!(2 A 0 B 1);
payload!(3 A 0 B 1 C 2);
payload!(4 A 0 B 1 C 2 D1 3);

/// An arg-reduction of a loop over `D` ranges: how it compares, and the variables' values before the loop.
#[derive(Clone, Copy)]
pub struct Arg<T, P, const D: usize> {
    less: bool,
    strict: bool,
    best: T,
    payload: P,
}
/// `Arg` from its parts: whether the smaller value wins, and whether an equal one does not.
#[inline(always)]
pub fn arg<const D: usize, T: Ordered, P: Payload>(less: bool, strict: bool, best: T, payload: P) -> Arg<T, P, D> {
    Arg {
        less,
        strict,
        best,
        payload,
    }
}

/// A group's variables that are kept beside a best value: a tuple of references to them.
pub trait Kept<M: Machine> {
    /// What they hold.
    type Payload: Payload;
    /// Any values of these types.
    fn any(&self) -> Self::Payload;
    /// Assigns them to accumulators.
    fn put(&self, m: &M, acc: &mut <Self::Payload as Payload>::Acc<M>);
    /// Assigns accumulators to them.
    fn take(&mut self, m: &M, acc: &<Self::Payload as Payload>::Acc<M>);
}
macro_rules! kept {
    ($($t:ident $n:tt)*) => {
        #[allow(unused_variables, clippy::unused_unit)]
        impl<Mach: Machine, $($t: Elem),*> Kept<Mach> for ($(&mut Local<Mach, $t>,)*) {
            type Payload = ($($t,)*);
            #[inline(always)]
            fn any(&self) -> Self::Payload {
                ($($t::default(),)*)
            }
            #[inline(always)]
            fn put(&self, m: &Mach, acc: &mut <Self::Payload as Payload>::Acc<Mach>) {
                $(m.set_all(&mut acc.$n, m.get(self.$n));)*
            }
            #[inline(always)]
            fn take(&mut self, m: &Mach, acc: &<Self::Payload as Payload>::Acc<Mach>) {
                $(m.set_all(self.$n, m.get(&acc.$n));)*
            }
        }
    };
}
kept!();
kept!(A 0);
kept!(A 0 B 1);
kept!(A 0 B 1 C 2);
kept!(A 0 B 1 C 2 D1 3);

/// The arg-reduction of a group's variables.
#[inline(always)]
pub fn arg_of<const D: usize, M: Machine, T: Ordered, K: Kept<M>>(
    less: bool,
    strict: bool,
    _: &Local<M, T>,
    kept: K,
) -> Arg<T, K::Payload, D> {
    arg(less, strict, T::worst(less), kept.any())
}

/// Joins what the items found to a group's variables.
#[inline(always)]
pub fn join_best<const D: usize, M: Machine, T: Ordered, K: Kept<M>>(
    u: &M,
    less: bool,
    strict: bool,
    best: &mut Local<M, T>,
    mut kept: K,
    total: &ArgAcc<M, T, K::Payload, D>,
) {
    let r = arg::<D, T, K::Payload>(less, strict, T::worst(less), kept.any());
    let mut acc = r.begin(u);
    u.set_all(&mut acc.best, u.get(best));
    for key in &mut acc.keys {
        u.set_all(key, u.lit(1usize));
    }
    kept.put(u, &mut acc.payload);
    r.join_acc(u, &mut acc, total);
    u.set_all(best, u.get(&acc.best));
    kept.take(u, &acc.payload);
}

/// The accumulators of an arg-reduction.
pub struct ArgAcc<M: Machine, T: Elem, P: Payload, const D: usize> {
    /// The best value so far.
    pub best: Local<M, T>,
    /// Its loop variables, outermost first, each plus 2: all 0 where there is none yet, all 1 for the values before the
    /// loop.
    pub keys: [Local<M, usize>; D],
    /// What is kept beside it.
    pub payload: P::Acc<M>,
}

/// The same for one candidate.
#[derive(Clone, Copy)]
pub struct ArgOut<T, P, const D: usize> {
    /// The best value.
    pub best: T,
    keys: [usize; D],
    /// What is kept beside it.
    pub payload: P,
}

impl<T: Ordered, P: Payload, const D: usize> Reduction for Arg<T, P, D> {
    type Acc<M: Machine> = ArgAcc<M, T, P, D>;
    type Out = ArgOut<T, P, D>;
    const SCALARS: usize = 1 + D + P::SCALARS;

    #[inline(always)]
    fn init(&self) -> Self::Out {
        ArgOut {
            best: self.best,
            keys: [1; D],
            payload: self.payload,
        }
    }
    #[inline(always)]
    fn identity(&self) -> Self::Out {
        ArgOut {
            best: T::worst(self.less),
            keys: [0; D],
            payload: self.payload,
        }
    }
    #[inline(always)]
    fn join(&self, a: Self::Out, b: Self::Out) -> Self::Out {
        let (early, late) = if b.keys < a.keys { (b, a) } else { (a, b) };
        let wins = match (self.less, self.strict) {
            (true, true) => late.best < early.best,
            (true, false) => late.best <= early.best,
            (false, true) => late.best > early.best,
            (false, false) => late.best >= early.best,
        };
        if early.keys[0] == 0 || late.keys[0] > 0 && wins {
            late
        } else {
            early
        }
    }
    #[inline(always)]
    fn begin<M: Machine>(&self, m: &M) -> Self::Acc<M> {
        ArgAcc {
            best: m.local("best", m.lit(T::worst(self.less))),
            keys: std::array::from_fn(
                #[inline(always)]
                |_| m.local("key", m.lit(0usize)),
            ),
            payload: P::begin(m),
        }
    }
    #[inline(always)]
    fn join_acc<M: Machine>(&self, m: &M, a: &mut Self::Acc<M>, b: &Self::Acc<M>) {
        let (x, y) = (m.get(&a.best), m.get(&b.best));
        // Whether b's iteration comes after a's, by the outermost variable that differs.
        let mut later = m.lit(false);
        for d in (0..D).rev() {
            let (p, q) = (m.get(&a.keys[d]), m.get(&b.keys[d]));
            later = m.select(m.eq(p, q), later, m.lt(p, q));
        }
        let (b_wins, a_wins) = match (self.less, self.strict) {
            (true, true) => (m.lt(y, x), m.lt(x, y)),
            (true, false) => (m.le(y, x), m.le(x, y)),
            (false, true) => (m.gt(y, x), m.gt(x, y)),
            (false, false) => (m.ge(y, x), m.ge(x, y)),
        };
        let none = m.lit(0usize);
        let (a_none, b_none) = (m.eq(m.get(&a.keys[0]), none), m.eq(m.get(&b.keys[0]), none));
        let better = m.select(later, b_wins, m.not(a_wins));
        let take = m.and(m.not(b_none), m.or(a_none, better));
        let best = m.select(take, y, x);
        m.set_all(&mut a.best, best);
        for d in 0..D {
            let key = m.select(take, m.get(&b.keys[d]), m.get(&a.keys[d]));
            m.set_all(&mut a.keys[d], key);
        }
        P::take(m, take, &mut a.payload, &b.payload);
    }
    #[inline(always)]
    fn assign<M: Machine>(&self, m: &M, k: M::Mask, a: &mut Self::Acc<M>, b: &Self::Acc<M>) {
        m.set(&mut a.best, k, m.get(&b.best));
        for (a, b) in a.keys.iter_mut().zip(&b.keys) {
            m.set(a, k, m.get(b));
        }
        P::assign(m, k, &mut a.payload, &b.payload);
    }
    #[inline(always)]
    fn each<M: Machine, F: AccVisitor<M>>(&self, acc: &Self::Acc<M>, first: usize, f: &mut F) {
        f.visit::<T>(first, RedOp::Arg, T::worst(self.less), &acc.best);
        for (d, key) in acc.keys.iter().enumerate() {
            f.visit::<usize>(first + 1 + d, RedOp::Arg, 0, key);
        }
        P::each(&acc.payload, first + 1 + D, f);
    }
    #[inline(always)]
    fn lane<F: AccSource>(&self, f: &mut F, first: usize, lane: usize) -> Self::Out {
        ArgOut {
            best: f.get(first, lane),
            keys: std::array::from_fn(|d| f.get(first + 1 + d, lane)),
            payload: P::lane(f, first + 1 + D, lane),
        }
    }
    #[inline(always)]
    fn given<M: Machine>(&self, m: &M, out: Self::Out) -> Self::Acc<M> {
        ArgAcc {
            best: m.local("best", m.lit(out.best)),
            keys: out.keys.map(
                #[inline(always)]
                |key| m.local("key", m.lit(key)),
            ),
            payload: out.payload.given(m),
        }
    }

    type Memory = (HSlice<T>, [HSlice<usize>; D], P::Memory);
    fn memory<C: Ctx>(&self, c: &mut C, n: usize) -> Result<Self::Memory, Stop> {
        let best = c.room(n)?;
        let mut keys = [c.room(n)?; D];
        for key in &mut keys[1..] {
            *key = c.room(n)?;
        }
        Ok((best, keys, P::memory(c, n)?))
    }
    #[inline(always)]
    fn load<M: Machine>(
        &self,
        m: &M,
        k: M::Mask,
        from: &Self::Memory,
        at: V<M, usize>,
        site: u32,
        acc: &mut Self::Acc<M>,
    ) {
        load_one(m, k, &from.0, at, site, &mut acc.best);
        for (key, from) in acc.keys.iter_mut().zip(&from.1) {
            load_one(m, k, from, at, site, key);
        }
        P::load(m, k, &from.2, at, site, &mut acc.payload);
    }
    #[inline(always)]
    fn store<M: Machine>(&self, m: &M, k: M::Mask, to: &Self::Memory, at: V<M, usize>, site: u32, acc: &Self::Acc<M>) {
        store_one(m, k, &to.0, at, site, &acc.best);
        for (key, to) in acc.keys.iter().zip(&to.1) {
            store_one(m, k, to, at, site, key);
        }
        P::store(m, k, &to.2, at, site, &acc.payload);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(best: f32, key: usize) -> ArgOut<f32, (usize,), 1> {
        ArgOut {
            best,
            keys: [key],
            payload: (key,),
        }
    }

    #[test]
    fn ties_go_as_in_the_loop_in_either_order() {
        for (less, strict, winner) in [(true, true, 3), (true, false, 9), (false, true, 3), (false, false, 9)] {
            let r = arg::<1, f32, (usize,)>(less, strict, 0.0, (0,));
            for (a, b) in [(3, 9), (9, 3)] {
                assert_eq!(r.join(at(1.0, a), at(1.0, b)).payload.0, winner);
            }
            assert_eq!(r.join(at(1.0, 0), at(1.0, 5)).payload.0, 5);
            assert_eq!(r.join(at(1.0, 5), at(1.0, 0)).payload.0, 5);
        }
    }

    #[test]
    fn a_nan_before_the_loop_stays() {
        for strict in [true, false] {
            let r = arg::<1, f32, (usize,)>(true, strict, f32::NAN, (7,));
            assert!(r.join(r.init(), at(-1.0, 2)).best.is_nan());
        }
    }
}
