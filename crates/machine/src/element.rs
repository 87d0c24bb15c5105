//! Structs as elements, values and variables: `#[derive(Element)]`.
//!
//! A struct is its leaves, which are numbers. The derive writes it once more with a [`Form`] as its parameter, which
//! says how each leaf is held: as itself, as a value of a machine, as a variable, or as the place in memory. What a
//! body does with a struct is then done to its leaves, by a [`Map`] or a [`Join`]. A number is a struct of one leaf.

use crate::array::Array;
use crate::elem::{Elem, ScalarType};
use crate::machine::{Local, Machine, Sl, V};
use crate::program::HSlice;
pub use crate::rows::*;
use std::marker::PhantomData;
use std::mem::MaybeUninit;

/// How a leaf is held.
pub trait Form: Sized {
    /// What stands for a `T`.
    type Leaf<T: Elem>;
}
/// A leaf is itself.
pub struct Plain;
impl Form for Plain {
    type Leaf<T: Elem> = T;
}
/// A leaf is a value of a machine.
pub struct Values<M>(PhantomData<M>);
impl<M: Machine> Form for Values<M> {
    type Leaf<T: Elem> = V<M, T>;
}
/// A leaf is a variable of a machine.
pub struct Vars<M>(PhantomData<M>);
impl<M: Machine> Form for Vars<M> {
    type Leaf<T: Elem> = Local<M, T>;
}
/// A leaf is its place in the struct's memory.
pub struct Parts;
impl Form for Parts {
    type Leaf<T: Elem> = Part<T>;
}
/// The byte of a struct where a `T` begins.
pub struct Part<T> {
    pub at: usize,
    of: PhantomData<T>,
}
impl<T> Clone for Part<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Part<T> {}

/// Makes a leaf of one form from a leaf of another.
pub trait Map<F: Form, G: Form> {
    fn leaf<T: Elem>(&mut self, x: &F::Leaf<T>) -> G::Leaf<T>;
}
/// Changes a leaf by another.
pub trait Join<F: Form, G: Form> {
    fn leaf<T: Elem>(&mut self, x: &mut F::Leaf<T>, y: &G::Leaf<T>);
}

/// What an element of a slice, a parameter and a local can be: a number, or a struct of them with `#[derive(Element)]`.
///
/// A struct's fields are numbers, `bool`s, arrays of a constant length, and structs that are elements too. The memory of a
/// slice of them is the host's on every device.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be an element of a kernel's slice, nor its parameter",
    label = "neither a number nor a struct with `#[derive(Element)]`",
    note = "put `#[derive(Clone, Copy, hoist::Element)]` on the struct"
)]
pub trait Element: Copy + Send + Sync + 'static {
    /// The struct with its leaves in another form.
    #[doc(hidden)]
    type Of<F: Form>;
    /// A slice of it in a loop.
    #[doc(hidden)]
    type Handle<M: Machine>: Copy;
    /// Where its leaves are, when it begins at byte `at`.
    #[doc(hidden)]
    fn parts(at: usize) -> Self::Of<Parts>;
    #[doc(hidden)]
    fn plain(self) -> Self::Of<Plain>;
    #[doc(hidden)]
    fn from_plain(x: &Self::Of<Plain>) -> Self;
    #[doc(hidden)]
    fn map<F: Form, G: Form, X: Map<F, G>>(x: &Self::Of<F>, f: &mut X) -> Self::Of<G>;
    #[doc(hidden)]
    fn join<F: Form, G: Form, X: Join<F, G>>(x: &mut Self::Of<F>, y: &Self::Of<G>, f: &mut X);
    /// Takes a host slice into a loop.
    #[doc(hidden)]
    fn handle<M: Machine>(m: &M, name: &'static str, x: &HSlice<Self>, written: bool) -> Self::Handle<M>;
}

impl<T: Elem> Element for T {
    type Of<F: Form> = F::Leaf<T>;
    type Handle<M: Machine> = Sl<M, T>;
    #[inline(always)]
    fn parts(at: usize) -> Part<T> {
        Part { at, of: PhantomData }
    }
    #[inline(always)]
    fn plain(self) -> T {
        self
    }
    #[inline(always)]
    fn from_plain(x: &T) -> T {
        *x
    }
    #[inline(always)]
    fn map<F: Form, G: Form, X: Map<F, G>>(x: &F::Leaf<T>, f: &mut X) -> G::Leaf<T> {
        f.leaf::<T>(x)
    }
    #[inline(always)]
    fn join<F: Form, G: Form, X: Join<F, G>>(x: &mut F::Leaf<T>, y: &G::Leaf<T>, f: &mut X) {
        f.leaf::<T>(x, y);
    }
    #[inline(always)]
    fn handle<M: Machine>(m: &M, name: &'static str, x: &HSlice<T>, written: bool) -> Sl<M, T> {
        m.slice(name, x, written)
    }
}

/// An array, without what std's way to make one leaves as calls: a body is inlined, all of it.
#[inline(always)]
fn each<T, const N: usize>(mut f: impl FnMut(usize) -> T) -> [T; N] {
    let mut all = [const { MaybeUninit::<T>::uninit() }; N];
    let mut n = 0;
    while n < N {
        all[n].write(f(n));
        n += 1;
    }
    // SAFETY: every element has been written; an array has the layout of its elements.
    unsafe { std::mem::transmute_copy(&all) }
}

impl<S: Element, const N: usize> Element for [S; N] {
    type Of<F: Form> = [S::Of<F>; N];
    type Handle<M: Machine> = Rows<M, [S; N]>;
    #[inline(always)]
    fn parts(at: usize) -> Self::Of<Parts> {
        each(
            #[inline(always)]
            |n| S::parts(at + n * size_of::<S>()),
        )
    }
    #[inline(always)]
    fn plain(self) -> Self::Of<Plain> {
        each(
            #[inline(always)]
            |n| self[n].plain(),
        )
    }
    #[inline(always)]
    fn from_plain(x: &Self::Of<Plain>) -> Self {
        each(
            #[inline(always)]
            |n| S::from_plain(&x[n]),
        )
    }
    #[inline(always)]
    fn map<F: Form, G: Form, X: Map<F, G>>(x: &Self::Of<F>, f: &mut X) -> Self::Of<G> {
        each(
            #[inline(always)]
            |n| S::map(&x[n], f),
        )
    }
    #[inline(always)]
    fn join<F: Form, G: Form, X: Join<F, G>>(x: &mut Self::Of<F>, y: &Self::Of<G>, f: &mut X) {
        let mut n = 0;
        while n < N {
            S::join(&mut x[n], &y[n], f);
            n += 1;
        }
    }
    #[inline(always)]
    fn handle<M: Machine>(m: &M, name: &'static str, x: &HSlice<Self>, written: bool) -> Rows<M, Self> {
        Rows::new(m, name, x, written)
    }
}

/// An element in some form, which tells both.
pub trait Held: Sized {
    type Elem: Element<Of<Self::Form> = Self>;
    type Form: Form;
}
impl<M: Machine, T: Elem> Held for V<M, T> {
    type Elem = T;
    type Form = Values<M>;
}
impl<M: Machine, T: Elem> Held for Local<M, T> {
    type Elem = T;
    type Form = Vars<M>;
}
impl<T: Elem> Held for Part<T> {
    type Elem = T;
    type Form = Parts;
}
impl<X: Held, const N: usize> Held for [X; N] {
    type Elem = [X::Elem; N];
    type Form = X::Form;
}

/// What `X` is an element of, in another form.
pub type As<X, F> = <<X as Held>::Elem as Element>::Of<F>;

macro_rules! maps {
    ($($(#[$doc:meta])* $name:ident<$($l:lifetime,)? M>($($field:ident: $ty:ty),*): $F:ty => $G:ty, |$me:ident, $x:ident: $T:ident| $e:expr;)*) => {$(
        $(#[$doc])*
        struct $name<$($l,)? M: Machine> { $($field: $ty,)* of: PhantomData<M> }
        impl<$($l,)? M: Machine> Map<$F, $G> for $name<$($l,)? M> {
            #[inline(always)]
            fn leaf<$T: Elem>(&mut self, $x: &<$F as Form>::Leaf<$T>) -> <$G as Form>::Leaf<$T> {
                let $me = self;
                $e
            }
        }
    )*};
}
maps! {
    Capture<'a, M>(m: &'a M, name: &'static str): Plain => Values<M>, |s, x: T| s.m.capture(s.name, *x);
    Lit<'a, M>(m: &'a M): Plain => Values<M>, |s, x: T| s.m.lit(*x);
    Blank<'a, M>(m: &'a M): Parts => Values<M>, |s, _x: T| s.m.lit(T::default());
    Undef<'a, M>(m: &'a M, name: &'static str): Parts => Vars<M>, |s, _x: T| s.m.local_undef(s.name);
    Bind<'a, M>(m: &'a M, name: &'static str): Values<M> => Values<M>, |s, x: T| s.m.bind(s.name, *x);
    Splat<'a, M>(m: &'a M): Values<M::Uniform> => Values<M>, |s, x: T| s.m.splat(*x);
    Common<'a, M>(m: &'a M, k: M::Mask): Values<M> => Values<M::Uniform>, |s, x: T| s.m.common(s.k, *x);
    Declare<'a, M>(m: &'a M, name: &'static str): Values<M> => Vars<M>, |s, x: T| s.m.local(s.name, *x);
    Get<'a, M>(m: &'a M): Vars<M> => Values<M>, |s, x: T| s.m.get(x);
}

struct Set<'a, M: Machine>(&'a M, M::Mask);
impl<M: Machine> Join<Vars<M>, Values<M>> for Set<'_, M> {
    #[inline(always)]
    fn leaf<T: Elem>(&mut self, x: &mut Local<M, T>, y: &V<M, T>) {
        self.0.set(x, self.1, *y);
    }
}
struct SetAll<'a, M: Machine>(&'a M);
impl<M: Machine> Join<Vars<M>, Values<M>> for SetAll<'_, M> {
    #[inline(always)]
    fn leaf<T: Elem>(&mut self, x: &mut Local<M, T>, y: &V<M, T>) {
        self.0.set_all(x, *y);
    }
}
struct Select<'a, M: Machine>(&'a M, V<M, bool>);
impl<M: Machine> Join<Values<M>, Values<M>> for Select<'_, M> {
    #[inline(always)]
    fn leaf<T: Elem>(&mut self, x: &mut V<M, T>, y: &V<M, T>) {
        *x = self.0.select(self.1, *x, *y);
    }
}
struct Fill(u64);
impl Map<Parts, Plain> for Fill {
    fn leaf<T: Elem>(&mut self, _: &Part<T>) -> T {
        T::from_bits64(match T::SCALAR {
            _ if self.0 == 0 => 0,
            ScalarType::F16 => 0x3c00,
            ScalarType::BF16 => 0x3f80,
            ScalarType::F32 => 1f32.to_bits() as u64,
            ScalarType::F64 => 1f64.to_bits(),
            _ => 1,
        })
    }
}

/// An element of zeros, and `false`.
pub fn zero<S: Element>() -> S {
    S::from_plain(&S::map::<Parts, Plain, _>(&S::parts(0), &mut Fill(0)))
}
/// An element of ones, and `true`.
pub fn one<S: Element>() -> S {
    S::from_plain(&S::map::<Parts, Plain, _>(&S::parts(0), &mut Fill(1)))
}

/// As [`Machine::capture`].
#[inline(always)]
pub fn capture<M: Machine, S: Element>(m: &M, name: &'static str, x: S) -> S::Of<Values<M>> {
    let of = PhantomData;
    S::map(&x.plain(), &mut Capture { m, name, of })
}
/// As [`Machine::lit`].
#[inline(always)]
pub fn constant<M: Machine, S: Element>(m: &M, x: S) -> S::Of<Values<M>> {
    let of = PhantomData;
    S::map(&x.plain(), &mut Lit { m, of })
}
/// A value whose every leaf is going to be replaced.
#[inline(always)]
pub fn blank<M: Machine, S: Element>(m: &M) -> S::Of<Values<M>> {
    let of = PhantomData;
    S::map::<Parts, Values<M>, _>(&S::parts(0), &mut Blank { m, of })
}
/// As [`Machine::local_undef`].
#[inline(always)]
pub fn undef<M: Machine, S: Element>(m: &M, name: &'static str) -> S::Of<Vars<M>> {
    let of = PhantomData;
    S::map::<Parts, Vars<M>, _>(&S::parts(0), &mut Undef { m, name, of })
}
/// As [`Machine::bind`].
#[inline(always)]
pub fn bind<M: Machine, X: Held<Form = Values<M>>>(m: &M, name: &'static str, x: X) -> X {
    let of = PhantomData;
    X::Elem::map::<Values<M>, Values<M>, _>(&x, &mut Bind { m, name, of })
}
/// As [`Machine::splat`].
#[inline(always)]
pub fn splat<M: Machine, X: Held<Form = Values<M::Uniform>>>(m: &M, x: X) -> As<X, Values<M>> {
    let of = PhantomData;
    X::Elem::map::<Values<M::Uniform>, Values<M>, _>(&x, &mut Splat { m, of })
}
/// As [`Machine::common`].
#[inline(always)]
pub fn common_of<M: Machine, X: Held<Form = Values<M>>>(m: &M, k: M::Mask, x: X) -> As<X, Values<M::Uniform>> {
    let of = PhantomData;
    X::Elem::map::<Values<M>, Values<M::Uniform>, _>(&x, &mut Common { m, k, of })
}
/// As [`Machine::local`].
#[inline(always)]
pub fn local<M: Machine, X: Held<Form = Values<M>>>(m: &M, name: &'static str, x: X) -> As<X, Vars<M>> {
    let of = PhantomData;
    X::Elem::map::<Values<M>, Vars<M>, _>(&x, &mut Declare { m, name, of })
}
/// As [`Machine::get`].
#[inline(always)]
pub fn get<M: Machine, X: Held<Form = Vars<M>>>(m: &M, x: &X) -> As<X, Values<M>> {
    let of = PhantomData;
    X::Elem::map::<Vars<M>, Values<M>, _>(x, &mut Get { m, of })
}
/// As [`Machine::set`].
#[inline(always)]
pub fn set<M: Machine, X: Held<Form = Vars<M>>>(m: &M, x: &mut X, k: M::Mask, y: As<X, Values<M>>) {
    X::Elem::join::<Vars<M>, Values<M>, _>(x, &y, &mut Set(m, k));
}
/// As [`Machine::set_all`].
#[inline(always)]
pub fn set_all<M: Machine, X: Held<Form = Vars<M>>>(m: &M, x: &mut X, y: As<X, Values<M>>) {
    X::Elem::join::<Vars<M>, Values<M>, _>(x, &y, &mut SetAll(m));
}
/// As [`Machine::select`].
#[inline(always)]
pub fn select<M: Machine, X: Held<Form = Values<M>>>(m: &M, c: V<M, bool>, a: X, b: X) -> X {
    let mut a = a;
    X::Elem::join::<Values<M>, Values<M>, _>(&mut a, &b, &mut Select(m, c));
    a
}

/// `x[at]` of an array that is a value or a part of one.
#[inline(always)]
pub fn nth<M: Machine, X: Held<Form = Values<M>> + Copy, const N: usize>(
    m: &M,
    k: M::Mask,
    x: [X; N],
    at: V<M, usize>,
    site: u32,
) -> X {
    m.within(k, at, m.lit(N), false, site);
    let mut out = x[0];
    for n in 1..N {
        out = select(m, m.eq(at, m.lit(n)), x[n], out);
    }
    out
}
/// `x[at] = y` of an array that is a variable or a part of one.
#[inline(always)]
pub fn set_nth<M: Machine, X: Held<Form = Vars<M>>, const N: usize>(
    m: &M,
    k: M::Mask,
    x: &mut [X; N],
    at: V<M, usize>,
    y: As<X, Values<M>>,
    site: u32,
) where
    As<X, Values<M>>: Held<Form = Values<M>, Elem = X::Elem> + Copy,
{
    m.within(k, at, m.lit(N), false, site);
    for n in 0..N {
        let new = select(m, m.eq(at, m.lit(n)), y, get(m, &x[n]));
        set(m, &mut x[n], k, new);
    }
}

/// The elements of an array of the body, as a part of a struct.
#[inline(always)]
pub fn array_value<M: Machine, T: Elem, const N: usize>(
    m: &M,
    k: M::Mask,
    a: &Array<M, T, [(); N]>,
    site: u32,
) -> [V<M, T>; N] {
    each(
        #[inline(always)]
        |n| m.array_get_u(k, a, m.uniform().lit(n), site),
    )
}

/// A variable whose element type the first value that is assigned tells.
pub struct Slot<M: Machine, S: Element>(S::Of<Vars<M>>);
/// One that is assigned before it is read.
#[inline(always)]
pub fn slot<M: Machine, S: Element>(m: &M) -> Slot<M, S> {
    Slot(undef::<M, S>(m, "r"))
}
#[inline(always)]
pub fn set_slot<M: Machine, X: Held<Form = Values<M>>>(m: &M, to: &mut Slot<M, X::Elem>, k: M::Mask, x: X) {
    X::Elem::join::<Vars<M>, Values<M>, _>(&mut to.0, &x, &mut Set(m, k));
}
#[inline(always)]
pub fn slot_value<M: Machine, S: Element>(m: &M, from: &Slot<M, S>) -> S::Of<Values<M>> {
    let of = PhantomData;
    S::map::<Vars<M>, Values<M>, _>(&from.0, &mut Get { m, of })
}

/// What an operator takes.
#[diagnostic::on_unimplemented(
    message = "operators, methods and arrays of a body take numbers, and this is a struct",
    label = "a struct: name a field of it"
)]
pub trait IsNumber<M: Machine> {
    type Num: Elem;
    fn number(self) -> V<M, Self::Num>;
}
impl<M: Machine, T: Elem> IsNumber<M> for V<M, T> {
    type Num = T;
    #[inline(always)]
    fn number(self) -> V<M, T> {
        self
    }
}
/// A value that is a number.
#[inline(always)]
pub fn number<M: Machine, X: IsNumber<M>>(_: &M, x: X) -> V<M, X::Num> {
    x.number()
}

/// The length of an array that is a part of a struct.
#[inline(always)]
pub fn length<X, const N: usize>(_: &[X; N]) -> usize {
    N
}

/// Says that a type is an element.
pub const fn is_element<S: Element>() {}

/// As [`Element::handle`].
#[inline(always)]
pub fn handle<M: Machine, S: Element>(m: &M, name: &'static str, x: &HSlice<S>, written: bool) -> S::Handle<M> {
    S::handle(m, name, x, written)
}

/// Calls for each leaf of an element with the byte where it is.
pub trait EachLeaf {
    fn leaf<T: Elem>(&mut self, x: &mut T, at: usize);
}
struct Leaves<'a, F>(&'a mut F);
impl<F: EachLeaf> Join<Plain, Parts> for Leaves<'_, F> {
    fn leaf<T: Elem>(&mut self, x: &mut T, y: &Part<T>) {
        self.0.leaf(x, y.at);
    }
}
/// Goes through the leaves of an element; gives it with the changes.
pub fn each_leaf<S: Element>(x: S, f: &mut impl EachLeaf) -> S {
    let mut plain = x.plain();
    S::join::<Plain, Parts, _>(&mut plain, &S::parts(0), &mut Leaves(f));
    S::from_plain(&plain)
}
