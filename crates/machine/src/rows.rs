//! Slices of structs in a loop, and the parts of their elements in memory.

use crate::elem::Elem;
use crate::element::{As, Element, Held, Join, Map, Part, Parts, Values};
use crate::machine::{Machine, Sl, V};
use crate::program::HSlice;
use std::marker::PhantomData;

/// A place in the memory of a slice.
pub struct At<M: Machine> {
    /// The element.
    pub element: V<M, usize>,
    /// That of lane 0, where each lane has the next one.
    pub base: Option<V<M::Uniform, usize>>,
    /// Bytes of an element.
    pub size: usize,
    /// The byte within it.
    pub offset: usize,
    /// Indexes of arrays within it, each with the bytes of a step.
    pub steps: [Option<Step<M>>; STEPS],
}
/// An index of an array within an element.
pub struct Step<M: Machine> {
    pub index: Index<M>,
    /// Bytes of an element of the array.
    pub bytes: usize,
}
/// The index: the same in all lanes, or not.
pub enum Index<M: Machine> {
    Same(V<M::Uniform, usize>),
    Each(V<M, usize>),
}
impl<M: Machine> Clone for Index<M> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<M: Machine> Copy for Index<M> {}
impl<M: Machine> Clone for Step<M> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<M: Machine> Copy for Step<M> {}
impl<M: Machine> Clone for At<M> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<M: Machine> Copy for At<M> {}
/// Indexes that are no constants, of arrays within an element.
pub const STEPS: usize = 2;
impl<M: Machine> At<M> {
    #[inline(always)]
    fn part<T>(&self, part: &Part<T>) -> At<M> {
        assert!(part.at + size_of::<T>() <= self.size && part.at.is_multiple_of(size_of::<T>()));
        At {
            offset: part.at,
            ..*self
        }
    }
}

struct Load<'a, M: Machine> {
    m: &'a M,
    k: M::Mask,
    memory: M::Memory,
    at: At<M>,
    site: u32,
}
impl<M: Machine> Map<Parts, Values<M>> for Load<'_, M> {
    #[inline(always)]
    fn leaf<T: Elem>(&mut self, x: &Part<T>) -> V<M, T> {
        self.m.part::<T>(self.k, self.memory, &self.at.part(x), self.site)
    }
}
struct Store<'a, M: Machine> {
    m: &'a M,
    k: M::Mask,
    memory: M::Memory,
    at: At<M>,
    site: u32,
}
impl<M: Machine> Join<Parts, Values<M>> for Store<'_, M> {
    #[inline(always)]
    fn leaf<T: Elem>(&mut self, x: &mut Part<T>, y: &V<M, T>) {
        self.m.set_part(self.k, self.memory, &self.at.part(x), *y, self.site);
    }
}

/// A slice of structs in a loop.
pub struct Rows<M: Machine, S> {
    memory: M::Memory,
    of: PhantomData<S>,
}
impl<M: Machine, S> Clone for Rows<M, S> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<M: Machine, S> Copy for Rows<M, S> {}
impl<M: Machine, S: Element> Rows<M, S> {
    #[inline(always)]
    pub fn new(m: &M, name: &'static str, x: &HSlice<S>, written: bool) -> Self {
        Rows {
            memory: m.memory(name, x, written),
            of: PhantomData,
        }
    }
}

/// A slice in a loop: of numbers, or of structs.
pub trait Elements<M: Machine>: Copy {
    type Elem: Element;
    fn len(self, m: &M) -> V<M::Uniform, usize>;
    fn load_u(
        self,
        m: &M,
        k: M::Mask,
        at: V<M::Uniform, usize>,
        proved: bool,
        site: u32,
    ) -> <Self::Elem as Element>::Of<Values<M::Uniform>>;
    /// Loads at `at`, which is `base` in lane 0 and one more in each lane.
    fn load_c(
        self,
        m: &M,
        k: M::Mask,
        base: V<M::Uniform, usize>,
        at: V<M, usize>,
        proved: bool,
        site: u32,
    ) -> <Self::Elem as Element>::Of<Values<M>>;
    fn load_g(
        self,
        m: &M,
        k: M::Mask,
        at: V<M, usize>,
        proved: bool,
        site: u32,
    ) -> <Self::Elem as Element>::Of<Values<M>>;
    #[allow(clippy::too_many_arguments)]
    fn store_c(
        self,
        m: &M,
        k: M::Mask,
        base: V<M::Uniform, usize>,
        at: V<M, usize>,
        x: <Self::Elem as Element>::Of<Values<M>>,
        proved: bool,
        site: u32,
    );
    fn store_g(
        self,
        m: &M,
        k: M::Mask,
        at: V<M, usize>,
        x: <Self::Elem as Element>::Of<Values<M>>,
        proved: bool,
        site: u32,
    );
}
impl<M: Machine, T: Elem> Elements<M> for Sl<M, T> {
    type Elem = T;
    #[inline(always)]
    fn len(self, m: &M) -> V<M::Uniform, usize> {
        m.len(self)
    }
    #[inline(always)]
    fn load_u(self, m: &M, k: M::Mask, at: V<M::Uniform, usize>, proved: bool, site: u32) -> V<M::Uniform, T> {
        m.load_u(k, self, at, proved, site)
    }
    #[inline(always)]
    fn load_c(self, m: &M, k: M::Mask, base: V<M::Uniform, usize>, _: V<M, usize>, proved: bool, site: u32) -> V<M, T> {
        m.load_c(k, self, base, proved, site)
    }
    #[inline(always)]
    fn load_g(self, m: &M, k: M::Mask, at: V<M, usize>, proved: bool, site: u32) -> V<M, T> {
        m.load_g(k, self, at, proved, site)
    }
    #[inline(always)]
    fn store_c(
        self,
        m: &M,
        k: M::Mask,
        base: V<M::Uniform, usize>,
        _: V<M, usize>,
        x: V<M, T>,
        proved: bool,
        site: u32,
    ) {
        m.store_c(k, self, base, x, proved, site);
    }
    #[inline(always)]
    fn store_g(self, m: &M, k: M::Mask, at: V<M, usize>, x: V<M, T>, proved: bool, site: u32) {
        m.store_g(k, self, at, x, proved, site);
    }
}
impl<M: Machine, S: Element> Elements<M> for Rows<M, S> {
    type Elem = S;
    #[inline(always)]
    fn len(self, m: &M) -> V<M::Uniform, usize> {
        m.memory_len(self.memory)
    }
    #[inline(always)]
    fn load_u(self, m: &M, k: M::Mask, at: V<M::Uniform, usize>, proved: bool, site: u32) -> S::Of<Values<M::Uniform>> {
        let inside = m.inside_u(k, self.memory, at, proved, site);
        load_at::<M::Uniform, S, S>(
            m.uniform(),
            inside,
            self.memory,
            &S::parts(0),
            at,
            way(m.uniform()),
            site,
        )
    }
    #[inline(always)]
    fn load_c(
        self,
        m: &M,
        k: M::Mask,
        base: V<M::Uniform, usize>,
        at: V<M, usize>,
        proved: bool,
        site: u32,
    ) -> S::Of<Values<M>> {
        m.inside(k, self.memory, at, proved, site);
        load_at::<M, S, S>(m, k, self.memory, &S::parts(0), at, way_from(m, base), site)
    }
    #[inline(always)]
    fn load_g(self, m: &M, k: M::Mask, at: V<M, usize>, proved: bool, site: u32) -> S::Of<Values<M>> {
        m.inside(k, self.memory, at, proved, site);
        load_at::<M, S, S>(m, k, self.memory, &S::parts(0), at, way(m), site)
    }
    #[inline(always)]
    fn store_c(
        self,
        m: &M,
        k: M::Mask,
        base: V<M::Uniform, usize>,
        at: V<M, usize>,
        x: S::Of<Values<M>>,
        proved: bool,
        site: u32,
    ) {
        m.inside(k, self.memory, at, proved, site);
        store_at::<M, S, S>(m, k, self.memory, S::parts(0), at, way_from(m, base), x, site);
    }
    #[inline(always)]
    fn store_g(self, m: &M, k: M::Mask, at: V<M, usize>, x: S::Of<Values<M>>, proved: bool, site: u32) {
        m.inside(k, self.memory, at, proved, site);
        store_at::<M, S, S>(m, k, self.memory, S::parts(0), at, way(m), x, site);
    }
}

/// Where the leaves of a slice's elements are.
#[inline(always)]
pub fn parts_of<M: Machine, S: Element>(_: &M, _: Rows<M, S>) -> S::Of<Parts> {
    S::parts(0)
}

/// The way to a part: the element that lane 0 has, where each lane has the next one, and indexes of arrays.
pub struct Way<M: Machine> {
    base: Option<V<M::Uniform, usize>>,
    steps: [Option<Step<M>>; STEPS],
}
impl<M: Machine> Clone for Way<M> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<M: Machine> Copy for Way<M> {}
/// A way without a step.
#[inline(always)]
pub fn way<M: Machine>(_: &M) -> Way<M> {
    Way {
        base: None,
        steps: [None; STEPS],
    }
}
/// One from elements that follow each other.
#[inline(always)]
pub fn way_from<M: Machine>(_: &M, base: V<M::Uniform, usize>) -> Way<M> {
    Way {
        base: Some(base),
        steps: [None; STEPS],
    }
}
impl<M: Machine> Way<M> {
    #[inline(always)]
    fn step(&mut self, index: Index<M>, bytes: usize) {
        let n = usize::from(self.steps[0].is_some());
        assert!(self.steps[n].is_none(), "a way has two indexes at most");
        self.steps[n] = Some(Step { index, bytes });
    }
    #[inline(always)]
    fn at<S>(self, element: V<M, usize>) -> At<M> {
        At {
            element,
            base: self.base,
            size: size_of::<S>(),
            offset: 0,
            steps: self.steps,
        }
    }
}
/// `x[at]` on the way to a part: its first element, and the step to the one meant.
#[inline(always)]
pub fn step<M: Machine, X: Held<Form = Parts> + Copy, const N: usize>(
    m: &M,
    k: M::Mask,
    x: [X; N],
    at: V<M, usize>,
    way: &mut Way<M>,
    site: u32,
) -> X {
    m.within(k, at, m.lit(N), false, site);
    way.step(Index::Each(at), size_of::<X::Elem>());
    x[0]
}
/// The same with one index for all lanes.
#[inline(always)]
pub fn step_u<M: Machine, X: Held<Form = Parts> + Copy, const N: usize>(
    m: &M,
    k: M::Mask,
    x: [X; N],
    at: V<M::Uniform, usize>,
    way: &mut Way<M>,
    site: u32,
) -> X {
    m.within(k, m.splat(at), m.lit(N), false, site);
    way.step(Index::Same(at), size_of::<X::Elem>());
    x[0]
}

/// Tests that elements of a slice are in bounds, for what is done to their parts.
#[inline(always)]
pub fn row<M: Machine, S: Element>(m: &M, k: M::Mask, x: Rows<M, S>, at: V<M, usize>, proved: bool, site: u32) {
    m.inside(k, x.memory, at, proved, site);
}
/// The same of one element for all lanes: whether it is in bounds.
#[inline(always)]
pub fn row_u<M: Machine, S: Element>(
    m: &M,
    k: M::Mask,
    x: Rows<M, S>,
    at: V<M::Uniform, usize>,
    proved: bool,
    site: u32,
) -> bool {
    m.inside_u(k, x.memory, at, proved, site)
}

#[inline(always)]
fn load_at<M: Machine, S: Element, E: Element>(
    m: &M,
    k: M::Mask,
    memory: M::Memory,
    part: &E::Of<Parts>,
    element: V<M, usize>,
    way: Way<M>,
    site: u32,
) -> E::Of<Values<M>> {
    let at = way.at::<S>(element);
    E::map::<Parts, Values<M>, _>(part, &mut Load { m, k, memory, at, site })
}
#[allow(clippy::too_many_arguments)]
#[inline(always)]
fn store_at<M: Machine, S: Element, E: Element>(
    m: &M,
    k: M::Mask,
    memory: M::Memory,
    mut part: E::Of<Parts>,
    element: V<M, usize>,
    way: Way<M>,
    y: E::Of<Values<M>>,
    site: u32,
) {
    let at = way.at::<S>(element);
    let mut store = Store { m, k, memory, at, site };
    E::join::<Parts, Values<M>, _>(&mut part, &y, &mut store);
}

/// Loads a part of an element that [`row`] has tested.
#[inline(always)]
pub fn load_part<M: Machine, S: Element, X: Held<Form = Parts>>(
    m: &M,
    k: M::Mask,
    x: Rows<M, S>,
    part: &X,
    at: V<M, usize>,
    way: Way<M>,
    site: u32,
) -> As<X, Values<M>> {
    load_at::<M, S, X::Elem>(m, k, x.memory, part, at, way, site)
}
/// Loads a part of one element for all lanes, where [`row_u`] says that it is there.
#[inline(always)]
pub fn load_part_u<M: Machine, S: Element, X: Held<Form = Parts>>(
    m: &M,
    inside: bool,
    x: Rows<M, S>,
    part: &X,
    at: V<M::Uniform, usize>,
    way: Way<M::Uniform>,
    site: u32,
) -> As<X, Values<M::Uniform>> {
    load_at::<M::Uniform, S, X::Elem>(m.uniform(), inside, x.memory, part, at, way, site)
}
/// Stores a part of an element that [`row`] has tested.
#[allow(clippy::too_many_arguments)]
#[inline(always)]
pub fn store_part<M: Machine, S: Element, X: Held<Form = Parts>>(
    m: &M,
    k: M::Mask,
    x: Rows<M, S>,
    part: X,
    at: V<M, usize>,
    way: Way<M>,
    y: As<X, Values<M>>,
    site: u32,
) {
    store_at::<M, S, X::Elem>(m, k, x.memory, part, at, way, y, site);
}
