//! The lane machine: answers a kernel body with one instruction set's registers.
//!
//! A kernel body is called once for each gang of [`Isa::LANES`] iterations. On the fast path the
//! mask is a constant, `checked` is false and nothing sets `dead`, so that after inlining only the
//! arithmetic is left.

use crate::array::Private;
use crate::isa::Scalar;
use crate::items::Tile;
pub use crate::lanes::{Counter, Cpu, Gang, HasUniform, Raw, Uniform};
use crate::memory;
use crate::tables::{PLIES, Place, place};
use crate::update::update;
use hoist_machine::element::{At, Element};
use hoist_machine::isa::{Isa, Lanes};
use hoist_machine::program::{MAX_LANES, RedOp, Reds, Reduce};
use hoist_machine::{
    Array, Bits, Dims, Elem, FaultKind, Float, HSlice, Int, Items, Ix, Local, Machine, Num, Shared, Sl, V,
};
use std::hint::black_box;
use std::mem::MaybeUninit;

#[inline(always)]
fn v<M: Machine, T: Elem>(x: M::Reg<T>) -> V<M, T> {
    V(x)
}

macro_rules! ops {
    ($($name:ident<$T:ident: $bound:ident>($($a:ident),*) = $e:expr;)*) => {$(
        #[inline(always)]
        fn $name<$T: $bound>(&self, $($a: V<Self, $T>),*) -> V<Self, $T> { v($e) }
    )*};
}
macro_rules! compares {
    ($($name:ident<$T:ident: $bound:ident>($a:ident, $b:ident) = $e:expr;)*) => {$(
        #[inline(always)]
        fn $name<$T: $bound>(&self, $a: V<Self, $T>, $b: V<Self, $T>) -> V<Self, bool> { v($e) }
    )*};
}

impl<'s, I: Isa, U: HasUniform<'s, I>> Machine for Cpu<'s, I, U> {
    type Uniform = Uniform<'s>;
    type Reg<T: Elem> = T::Reg<I>;
    type Var<T: Elem> = T::Reg<I>;
    type SliceRepr<T: Elem> = Raw<T>;
    type Memory = Raw<u8>;
    type Mask = I::Mask;
    type For<T: Int> = Counter<T>;
    type Array<T: Elem, D: Dims> = Private<I, T, D>;
    type Shared<T: Elem, D: Dims> = Tile<T, D>;

    #[inline(always)]
    fn uniform(&self) -> &Uniform<'s> {
        U::find(self)
    }
    #[inline(always)]
    fn lit<T: Elem>(&self, x: T) -> V<Self, T> {
        v(T::splat::<I>(x))
    }
    #[inline(always)]
    fn capture<T: Elem>(&self, _: &'static str, x: T) -> V<Self, T> {
        v(T::splat::<I>(x))
    }
    #[inline(always)]
    fn slice<T: Elem>(&self, _: &'static str, x: &HSlice<T>, _: bool) -> Sl<Self, T> {
        Sl(Raw { ptr: x.ptr, len: x.len })
    }
    #[inline(always)]
    fn len<T: Elem>(&self, x: Sl<Self, T>) -> V<Self::Uniform, usize> {
        v(x.0.len as i64)
    }
    #[inline(always)]
    fn splat<T: Elem>(&self, x: V<Self::Uniform, T>) -> V<Self, T> {
        v(T::splat::<I>(T::lane::<Scalar>(x.0, 0)))
    }
    #[inline(always)]
    fn bind<T: Elem>(&self, _: &'static str, x: V<Self, T>) -> V<Self, T> {
        x
    }
    #[inline(always)]
    fn local<T: Elem>(&self, _: &'static str, x: V<Self, T>) -> Local<Self, T> {
        Local(x.0)
    }
    #[inline(always)]
    fn local_undef<T: Elem>(&self, _: &'static str) -> Local<Self, T> {
        Local(T::splat::<I>(T::default()))
    }
    #[inline(always)]
    fn get<T: Elem>(&self, x: &Local<Self, T>) -> V<Self, T> {
        v(x.0)
    }
    #[inline(always)]
    fn set<T: Elem>(&self, x: &mut Local<Self, T>, k: I::Mask, y: V<Self, T>) {
        x.0 = T::select::<I>(k, y.0, x.0);
    }
    #[inline(always)]
    fn set_all<T: Elem>(&self, x: &mut Local<Self, T>, y: V<Self, T>) {
        x.0 = y.0;
    }

    #[inline(always)]
    fn array<T: Elem, D: Dims>(&self, name: &'static str, x: V<Self, T>) -> Array<Self, T, D> {
        let mut a = self.array_undef(name);
        for at in 0..D::LEN {
            self.array_put(&mut a, at, x, 0);
        }
        a
    }
    #[inline(always)]
    fn array_undef<T: Elem, D: Dims>(&self, _: &'static str) -> Array<Self, T, D> {
        Array(Private::new())
    }
    #[inline(always)]
    fn array_put<T: Elem, D: Dims>(&self, a: &mut Array<Self, T, D>, at: usize, x: V<Self, T>, _: u32) {
        if at < D::LEN {
            // SAFETY: in bounds.
            unsafe { a.0.put(at, x.0) }
        }
    }
    #[inline(always)]
    fn array_get_u<T: Elem, D: Dims>(
        &self,
        k: I::Mask,
        a: &Array<Self, T, D>,
        at: V<Self::Uniform, usize>,
        site: u32,
    ) -> V<Self, T> {
        let at = at.0 as usize;
        if self.one_in_bounds(k, at, D::LEN, site) {
            // SAFETY: in bounds; every element has been set, by `array` or as `array_undef` asks.
            v(unsafe { a.0.get(at) })
        } else {
            v(T::splat::<I>(T::default()))
        }
    }
    #[inline(always)]
    fn array_get<T: Elem, D: Dims>(
        &self,
        k: I::Mask,
        a: &Array<Self, T, D>,
        at: V<Self, usize>,
        site: u32,
    ) -> V<Self, T> {
        let k = self.in_bounds(k, at.0, D::LEN, site);
        // SAFETY: as above.
        v(unsafe { a.0.gather(at.0, k) })
    }
    #[inline(always)]
    fn array_set_u<T: Elem, D: Dims>(
        &self,
        k: I::Mask,
        a: &mut Array<Self, T, D>,
        at: V<Self::Uniform, usize>,
        x: V<Self, T>,
        site: u32,
    ) {
        let at = at.0 as usize;
        if self.one_in_bounds(k, at, D::LEN, site) {
            // SAFETY: as above.
            unsafe { a.0.put(at, T::select::<I>(k, x.0, a.0.get(at))) }
        }
    }
    #[inline(always)]
    fn array_set<T: Elem, D: Dims>(
        &self,
        k: I::Mask,
        a: &mut Array<Self, T, D>,
        at: V<Self, usize>,
        x: V<Self, T>,
        site: u32,
    ) {
        let k = self.in_bounds(k, at.0, D::LEN, site);
        // SAFETY: in bounds in the lanes of `k`.
        unsafe { a.0.scatter(at.0, k, x.0) }
    }
    #[inline(always)]
    fn table<T: Elem>(&self, name: &'static str, all: &'static [T]) -> Sl<Self, T> {
        self.given(name, all)
    }

    #[inline(always)]
    fn given<T: Elem>(&self, _: &'static str, all: &[T]) -> Sl<Self, T> {
        let ptr = all.as_ptr().cast_mut();
        Sl(Raw { ptr, len: all.len() })
    }

    #[inline(always)]
    fn shared<T: Elem, D: Dims>(&self, _: &'static str, x: V<Self::Uniform, T>) -> Shared<Self, T, D> {
        Shared(Tile::filled(T::lane::<Scalar>(x.0, 0)))
    }
    #[inline(always)]
    fn elements<T: Elem, D: Dims>(&self, a: &mut Shared<Self, T, D>) -> Sl<Self, T> {
        let ptr = a.0.as_mut_ptr();
        Sl(Raw { ptr, len: D::LEN })
    }
    #[inline(always)]
    fn items<R: Reds, F>(
        &self,
        k: I::Mask,
        inner: &'static Items,
        dims: &[[V<Self::Uniform, usize>; 3]],
        reds: R,
        body: F,
    ) -> R::Acc<Self::Uniform>
    where
        F: Fn(&Self, I::Mask, &Ix<Self>, &mut R::Acc<Self>) + Copy,
    {
        let total = self.each_item(k, inner, dims, &reds, body);
        reds.given(self.uniform(), total)
    }
    #[inline(always)]
    fn common<T: Elem>(&self, k: I::Mask, x: V<Self, T>) -> V<Self::Uniform, T> {
        v(T::splat::<Scalar>(T::lane::<I>(x.0, I::lowest(k) % I::LANES)))
    }

    ops! {
        add<T: Num>(a, b) = T::add::<I>(a.0, b.0);
        sub<T: Num>(a, b) = T::sub::<I>(a.0, b.0);
        mul<T: Num>(a, b) = T::mul::<I>(a.0, b.0);
        contract<T: Num>(a, b, c) = T::contract::<I>(a.0, b.0, c.0);
        neg<T: Num>(a) = T::neg::<I>(a.0);
        min<T: Num>(a, b) = T::min::<I>(a.0, b.0);
        max<T: Num>(a, b) = T::max::<I>(a.0, b.0);
        abs<T: Num>(a) = T::abs::<I>(a.0);
        sqrt<T: Float>(a) = T::sqrt::<I>(a.0);
        mul_add<T: Float>(a, b, c) = T::mul_add::<I>(a.0, b.0, c.0);
        floor<T: Float>(a) = T::floor::<I>(a.0);
        ceil<T: Float>(a) = T::ceil::<I>(a.0);
        trunc<T: Float>(a) = T::trunc::<I>(a.0);
        round_ties_even<T: Float>(a) = T::round_ties_even::<I>(a.0);
        rsqrt_fast<T: Float>(a) = T::rsqrt_fast::<I>(a.0);
        and<T: Bits>(a, b) = T::and::<I>(a.0, b.0);
        or<T: Bits>(a, b) = T::or::<I>(a.0, b.0);
        xor<T: Bits>(a, b) = T::xor::<I>(a.0, b.0);
        not<T: Bits>(a) = T::not::<I>(a.0);
    }
    compares! {
        eq<T: Elem>(a, b) = T::eq_lanes::<I>(a.0, b.0);
        ne<T: Elem>(a, b) = I::not_mask(T::eq_lanes::<I>(a.0, b.0));
        lt<T: Num>(a, b) = T::lt_lanes::<I>(a.0, b.0);
        le<T: Num>(a, b) = T::le_lanes::<I>(a.0, b.0);
        gt<T: Num>(a, b) = T::lt_lanes::<I>(b.0, a.0);
        ge<T: Num>(a, b) = T::le_lanes::<I>(b.0, a.0);
    }
    #[inline(always)]
    fn div<T: Num>(&self, k: I::Mask, a: V<Self, T>, b: V<Self, T>, site: u32) -> V<Self, T> {
        self.divisible::<T>(k, a.0, b.0, site);
        v(T::div::<I>(a.0, b.0))
    }
    #[inline(always)]
    fn rem<T: Num>(&self, k: I::Mask, a: V<Self, T>, b: V<Self, T>, site: u32) -> V<Self, T> {
        self.divisible::<T>(k, a.0, b.0, site);
        v(T::rem::<I>(a.0, b.0))
    }
    #[inline(always)]
    fn to_bits<T: Float>(&self, a: V<Self, T>) -> V<Self, T::Bits> {
        v(T::to_bits::<I>(a.0))
    }
    #[inline(always)]
    fn from_bits<T: Float>(&self, a: V<Self, T::Bits>) -> V<Self, T> {
        v(T::from_bits::<I>(a.0))
    }
    #[inline(always)]
    fn shl<T: Int, N: Int>(&self, a: V<Self, T>, b: V<Self, N>) -> V<Self, T> {
        v(T::shl::<I>(a.0, N::count::<I>(b.0)))
    }
    #[inline(always)]
    fn shr<T: Int, N: Int>(&self, a: V<Self, T>, b: V<Self, N>) -> V<Self, T> {
        v(T::shr::<I>(a.0, N::count::<I>(b.0)))
    }
    #[inline(always)]
    fn count_ones<T: Int>(&self, a: V<Self, T>) -> V<Self, u32> {
        v(T::count_ones::<I>(a.0))
    }
    #[inline(always)]
    fn leading_zeros<T: Int>(&self, a: V<Self, T>) -> V<Self, u32> {
        v(T::leading_zeros::<I>(a.0))
    }
    #[inline(always)]
    fn trailing_zeros<T: Int>(&self, a: V<Self, T>) -> V<Self, u32> {
        v(T::trailing_zeros::<I>(a.0))
    }
    #[inline(always)]
    fn select<T: Elem>(&self, c: V<Self, bool>, a: V<Self, T>, b: V<Self, T>) -> V<Self, T> {
        v(T::select::<I>(c.0, a.0, b.0))
    }
    #[inline(always)]
    fn cast<T: Elem, N: Elem>(&self, a: V<Self, T>) -> V<Self, N> {
        v(N::narrow::<I>(T::widen::<I>(a.0)))
    }

    #[inline(always)]
    fn load_u<T: Elem>(
        &self,
        k: I::Mask,
        x: Sl<Self, T>,
        at: V<Self::Uniform, usize>,
        proved: bool,
        site: u32,
    ) -> V<Self::Uniform, T> {
        let (at, raw) = (at.0 as usize, x.0);
        if (proved && !self.checked) || self.one_in_bounds(k, at, raw.len, site) {
            // SAFETY: in bounds, by this test or by the interval test of the chunk.
            return v(T::splat::<Scalar>(unsafe { memory::get::<I, T>(raw.ptr.add(at)) }));
        }
        v(T::splat::<Scalar>(T::default()))
    }
    #[inline(always)]
    fn load_c<T: Elem>(
        &self,
        k: I::Mask,
        x: Sl<Self, T>,
        at: V<Self::Uniform, usize>,
        proved: bool,
        site: u32,
    ) -> V<Self, T> {
        let (at, raw) = (at.0 as usize, x.0);
        if self.fits(at, raw.len, proved) {
            // SAFETY: every lane of `k` is in bounds, by this test or by the chunk's.
            return v(unsafe { memory::load::<I, T>(raw.ptr.wrapping_add(at), k) });
        }
        let index = I::ramp_i64(at as i64, 1);
        let k = self.in_bounds(k, index, raw.len, site);
        // SAFETY: only lanes in bounds are left in `k`.
        v(unsafe { memory::gather::<I, T>(raw.ptr, index, k) })
    }
    #[inline(always)]
    fn load_g<T: Elem>(&self, k: I::Mask, x: Sl<Self, T>, at: V<Self, usize>, proved: bool, site: u32) -> V<Self, T> {
        let raw = x.0;
        let k = if proved && !self.checked {
            k
        } else {
            self.in_bounds(k, at.0, raw.len, site)
        };
        // SAFETY: every lane of `k` is in bounds, by this test or by the chunk's.
        v(unsafe { memory::gather::<I, T>(raw.ptr, at.0, k) })
    }
    #[inline(always)]
    fn store_c<T: Elem>(
        &self,
        k: I::Mask,
        x: Sl<Self, T>,
        at: V<Self::Uniform, usize>,
        y: V<Self, T>,
        proved: bool,
        site: u32,
    ) {
        let (at, raw) = (at.0 as usize, x.0);
        if self.fits(at, raw.len, proved) {
            self.stored
                .set((raw.ptr.wrapping_add(at) as usize) << 4 | size_of::<T>());
            // SAFETY: every lane of `k` is in bounds, by this test or by the chunk's; no other
            // iteration touches these elements (the loop's proof).
            return unsafe { memory::store::<I, T>(raw.ptr.wrapping_add(at), self.live(k), y.0) };
        }
        let index = I::ramp_i64(at as i64, 1);
        let k = self.in_bounds(k, index, raw.len, site);
        // SAFETY: only lanes in bounds are left in `k`.
        unsafe { memory::scatter::<I, T>(raw.ptr, index, k, y.0) }
    }
    #[inline(always)]
    fn store_g<T: Elem>(&self, k: I::Mask, x: Sl<Self, T>, at: V<Self, usize>, y: V<Self, T>, proved: bool, site: u32) {
        let raw = x.0;
        let k = if proved && !self.checked {
            self.live(k)
        } else {
            self.in_bounds(k, at.0, raw.len, site)
        };
        // SAFETY: every lane of `k` is in bounds, by this test or by the chunk's.
        unsafe { memory::scatter::<I, T>(raw.ptr, at.0, k, y.0) }
    }
    #[inline(always)]
    fn update<T: Reduce>(
        &self,
        k: I::Mask,
        x: Sl<Self, T>,
        at: V<Self, usize>,
        op: RedOp,
        y: V<Self, T>,
        proved: bool,
        site: u32,
    ) {
        let raw = x.0;
        let k = if proved && !self.checked {
            self.live(k)
        } else {
            self.in_bounds(k, at.0, raw.len, site)
        };
        let Place { base, step, shared } = place(raw.ptr, raw.len, op);
        // SAFETY: in bounds, by this test or by the chunk's; in this loop every access to the slice is an update.
        let one = |l: usize, place: i64| unsafe {
            let own = base.wrapping_add(l % PLIES * step);
            update(own.wrapping_add(place as usize), op, T::lane::<I>(y.0, l), shared);
        };
        if I::all(k) {
            // Out of the registers: a load of what a wider store has just written waits for it, and for every update before.
            let mut l = 0;
            while l < I::LANES {
                one(l, <i64 as Elem>::lane::<I>(at.0, l));
                l += 1;
            }
            return;
        }
        if I::LANES == 1 {
            return;
        }
        // Some lanes: one loop, and the places through memory, one load a lane, which `black_box` keeps there.
        let mut places = [const { MaybeUninit::<i64>::uninit() }; MAX_LANES];
        let first = places.as_mut_ptr().cast::<i64>();
        // SAFETY: there is room for the lanes.
        unsafe { <i64 as Elem>::store::<I>(first, I::splat_mask(true), at.0) };
        let first = black_box(first);
        for l in (0..I::LANES).filter(|l| k.lane(*l)) {
            // SAFETY: stored above.
            one(l, unsafe { first.add(l).read() });
        }
    }
    #[inline(always)]
    fn memory<S: Element>(&self, _: &'static str, x: &HSlice<S>, _: bool) -> Raw<u8> {
        let (ptr, len) = (x.ptr.cast(), x.len);
        Raw { ptr, len }
    }
    #[inline(always)]
    fn memory_len(&self, x: Raw<u8>) -> V<Self::Uniform, usize> {
        v(x.len as i64)
    }
    #[inline(always)]
    fn inside(&self, k: I::Mask, x: Raw<u8>, at: V<Self, usize>, proved: bool, site: u32) {
        if !proved || self.checked {
            self.in_bounds(k, at.0, x.len, site);
        }
    }
    #[inline(always)]
    fn inside_u(&self, k: I::Mask, x: Raw<u8>, at: V<Self::Uniform, usize>, proved: bool, site: u32) -> bool {
        (proved && !self.checked) || self.one_in_bounds(k, at.0 as usize, x.len, site)
    }
    #[inline(always)]
    fn part<T: Elem>(&self, k: I::Mask, x: Raw<u8>, at: &At<Self>, _: u32) -> V<Self, T> {
        self.load_part(k, x, at)
    }
    #[inline(always)]
    fn set_part<T: Elem>(&self, k: I::Mask, x: Raw<u8>, at: &At<Self>, y: V<Self, T>, _: u32) {
        self.store_part(k, x, at, y);
    }
    #[inline(always)]
    fn within(&self, k: I::Mask, at: V<Self, usize>, len: V<Self, usize>, proved: bool, site: u32) {
        if proved && !self.checked {
            return;
        }
        let bad = I::and_not_mask(self.live(k), I::lt_u64(at.0, len.0));
        if I::any(bad) {
            let l = I::lowest(bad);
            self.kill(
                bad,
                FaultKind::OutOfBounds,
                site,
                at.0.lane(l) as u64,
                len.0.lane(l) as u64,
            );
        }
    }
    #[inline(always)]
    fn assert(&self, k: I::Mask, c: V<Self, bool>, site: u32) {
        let bad = I::and_not_mask(self.live(k), c.0);
        if I::any(bad) {
            self.kill(bad, FaultKind::Assert, site, 0, 0);
        }
    }

    #[inline(always)]
    fn any(&self, k: I::Mask) -> bool {
        let k = self.live(k);
        U::ask(self, k);
        I::any(k)
    }
    #[inline(always)]
    fn none(&self) -> I::Mask {
        I::splat_mask(false)
    }
    #[inline(always)]
    fn and_not(&self, a: I::Mask, b: I::Mask) -> I::Mask {
        I::and_not_mask(a, b)
    }
    #[inline(always)]
    fn if_begin(&self, k: I::Mask, c: V<Self, bool>) -> I::Mask {
        I::and_mask(k, c.0)
    }
    #[inline(always)]
    fn if_else(&self, k: I::Mask, c: V<Self, bool>) -> I::Mask {
        I::and_not_mask(k, c.0)
    }
    #[inline(always)]
    fn uif_begin(&self, c: V<Self::Uniform, bool>) -> bool {
        c.0
    }
    #[inline(always)]
    fn uif_else(&self, c: V<Self::Uniform, bool>) -> bool {
        !c.0
    }
    #[inline(always)]
    fn if_end(&self) {}
    #[inline(always)]
    fn loop_begin(&self) {}
    #[inline(always)]
    fn loop_again(&self) -> bool {
        true
    }
    #[inline(always)]
    fn loop_mask(&self, k: I::Mask, c: V<Self, bool>) -> I::Mask {
        I::and_mask(k, c.0)
    }
    #[inline(always)]
    fn loop_live(&self, k: I::Mask) -> bool {
        I::any(self.live(k))
    }
    #[inline(always)]
    fn loop_test(&self, k: I::Mask, c: V<Self::Uniform, bool>) -> bool {
        c.0 && I::any(self.live(k))
    }
    #[inline(always)]
    fn for_begin<T: Int>(&self, _: &'static str, from: V<Self::Uniform, T>, to: V<Self::Uniform, T>) -> Counter<T> {
        Counter {
            at: T::lane::<Scalar>(from.0, 0),
            to: T::lane::<Scalar>(to.0, 0),
            started: false,
        }
    }
    #[inline(always)]
    fn for_test<T: Int>(&self, k: I::Mask, f: &mut Counter<T>) -> bool {
        if f.started {
            let next = T::add::<Scalar>(T::splat::<Scalar>(f.at), T::splat::<Scalar>(T::from_bits64(1)));
            f.at = T::lane::<Scalar>(next, 0);
        }
        f.started = true;
        f.at < f.to && I::any(self.live(k))
    }
    #[inline(always)]
    fn for_value<T: Int>(&self, f: &Counter<T>) -> V<Self::Uniform, T> {
        v(T::splat::<Scalar>(f.at))
    }
    #[inline(always)]
    fn brk(&self, _: u32) {}
    #[inline(always)]
    fn cont(&self, _: u32) {}
    #[inline(always)]
    fn ubrk(&self, _: u32) -> bool {
        true
    }
    #[inline(always)]
    fn ucont(&self, _: u32) -> bool {
        true
    }
    #[inline(always)]
    fn line(&self, _: u32) {}
}
