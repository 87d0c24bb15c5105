//! The vocabulary a kernel body is written in.

use crate::array::{Array, Dims};
use crate::elem::{Bits, Elem, Float, Int, Num};
use crate::element::{At, Element};
use crate::group::{Items, Shared};
use crate::program::{Ix, RedOp, Reds, Reduce};

/// A value: one `T` in each lane, or, on a machine's [`Machine::Uniform`], one for all.
pub struct V<M: Machine, T: Elem>(pub M::Reg<T>);
impl<M: Machine, T: Elem> Clone for V<M, T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<M: Machine, T: Elem> Copy for V<M, T> {}

/// A variable that the body assigns.
pub struct Local<M: Machine, T: Elem>(pub M::Var<T>);

/// A slice bound to a loop.
pub struct Sl<M: Machine, T: Elem>(pub M::SliceRepr<T>);
impl<M: Machine, T: Elem> Clone for Sl<M, T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}
impl<M: Machine, T: Elem> Copy for Sl<M, T> {}

/// The lanes alive at a place.
pub type Mask<M> = <M as Machine>::Mask;

/// What a kernel body may ask of the machine that runs it.
///
/// `k` is always the mask of the place. `site` is an index into
/// [`crate::LoopInfo::sites`]. `proved` says that the interval test before the chunk covers the
/// access: a machine skips its check when that test held.
///
/// Control flow is structured; a CPU answers with masks, the tracer by recording:
///
/// ```text
/// if c { A } else { B }          let mut k1 = m.if_begin(k, c);  if m.any(k1) { A }
///  (c varies)                    let mut k2 = m.if_else(k, c);   if m.any(k2) { B }
///                                m.if_end();
///                 (c uniform)    if m.uif_begin(c) { A }  if m.uif_else(c) { B }  m.if_end();
/// while c { A }                  m.loop_begin(); let mut kl = k;
///  (varies)                      loop { if !m.loop_again() { break; }
///                                       kl = m.loop_mask(kl, c); if !m.loop_live(kl) { break; }
///                                       let mut ki = kl; A }
///  (uniform)                     m.loop_begin();
///                                loop { if !m.loop_again() { break; }
///                                       if !m.loop_test(k, c) { break; } A }
/// for j in a..b { A }            let mut j_ = m.for_begin("j", a, b);
///  (uniform bounds)              loop { if !m.for_test(k, &mut j_) { break; } let j = m.for_value(&j_); A }
/// break (varying)                m.brk(depth); kb = m.none() for the current block's mask, and
///                                every mask from there out to the loop's `kl`: kx = m.and_not(kx, kb)
/// break (uniform)                if m.ubrk(depth) { break 'label }
/// ```
///
/// `else` is always announced (`if_else`), even when empty; `depth` counts loops outward, 0 is
/// the innermost. `for` over a varying range is written as a `while`.
pub trait Machine: Sized {
    /// The machine for values that are the same in all lanes.
    type Uniform: Machine<Uniform = Self::Uniform, Mask = bool, Memory = Self::Memory>;
    /// How a value is held.
    type Reg<T: Elem>: Copy;
    /// How a variable is held.
    type Var<T: Elem>;
    /// How a slice is held.
    type SliceRepr<T: Elem>: Copy;
    /// How a slice of structs is held.
    type Memory: Copy;
    /// The set of lanes alive.
    type Mask: Copy;
    /// The state of a `for` loop with uniform bounds.
    type For<T: Int>;
    /// How an array of the body is held.
    type Array<T: Elem, D: Dims>;
    /// How an array that the items of a group share is held.
    type Shared<T: Elem, D: Dims>;

    /// The machine for uniform values.
    fn uniform(&self) -> &Self::Uniform;

    // Values.
    /// A constant, or a scalar that the host knows when the loop is launched.
    fn lit<T: Elem>(&self, x: T) -> V<Self, T>;
    /// A host scalar used in the loop.
    fn capture<T: Elem>(&self, name: &'static str, x: T) -> V<Self, T>;
    /// A host slice used in the loop.
    fn slice<T: Elem>(&self, name: &'static str, x: &crate::HSlice<T>, written: bool) -> Sl<Self, T>;
    /// Length of a slice.
    fn len<T: Elem>(&self, x: Sl<Self, T>) -> V<Self::Uniform, usize>;
    /// The same value in all lanes.
    fn splat<T: Elem>(&self, x: V<Self::Uniform, T>) -> V<Self, T>;
    /// `let name = x`: keeps the name in emitted text.
    fn bind<T: Elem>(&self, name: &'static str, x: V<Self, T>) -> V<Self, T>;
    /// `let mut name = x`.
    fn local<T: Elem>(&self, name: &'static str, x: V<Self, T>) -> Local<Self, T>;
    /// `let name;`, assigned before it is read.
    fn local_undef<T: Elem>(&self, name: &'static str) -> Local<Self, T>;
    /// Reads a variable.
    fn get<T: Elem>(&self, v: &Local<Self, T>) -> V<Self, T>;
    /// Assigns in the lanes of `k`; the others keep their value.
    fn set<T: Elem>(&self, v: &mut Local<Self, T>, k: Self::Mask, x: V<Self, T>);
    /// Assigns where dead lanes never look at the variable again: no blend.
    fn set_all<T: Elem>(&self, v: &mut Local<Self, T>, x: V<Self, T>);

    // Arrays of the body. `at` numbers the elements through; beyond the last a live lane faults.
    /// `let mut name = [x; N]`.
    fn array<T: Elem, D: Dims>(&self, name: &'static str, x: V<Self, T>) -> Array<Self, T, D>;
    /// An array of which [`Machine::array_put`] sets every element before one is read.
    fn array_undef<T: Elem, D: Dims>(&self, name: &'static str) -> Array<Self, T, D>;
    /// Sets element `at`, which exists, in all lanes.
    fn array_put<T: Elem, D: Dims>(&self, a: &mut Array<Self, T, D>, at: usize, x: V<Self, T>, site: u32);
    /// `a[at]`, one index for all lanes.
    fn array_get_u<T: Elem, D: Dims>(
        &self,
        k: Self::Mask,
        a: &Array<Self, T, D>,
        at: V<Self::Uniform, usize>,
        site: u32,
    ) -> V<Self, T>;
    /// `a[at]`.
    fn array_get<T: Elem, D: Dims>(
        &self,
        k: Self::Mask,
        a: &Array<Self, T, D>,
        at: V<Self, usize>,
        site: u32,
    ) -> V<Self, T>;
    /// `a[at] = x`, one index for all lanes.
    fn array_set_u<T: Elem, D: Dims>(
        &self,
        k: Self::Mask,
        a: &mut Array<Self, T, D>,
        at: V<Self::Uniform, usize>,
        x: V<Self, T>,
        site: u32,
    );
    /// `a[at] = x`.
    fn array_set<T: Elem, D: Dims>(
        &self,
        k: Self::Mask,
        a: &mut Array<Self, T, D>,
        at: V<Self, usize>,
        x: V<Self, T>,
        site: u32,
    );
    /// A constant array of the program, as a slice that is only read.
    fn table<T: Elem>(&self, name: &'static str, all: &'static [T]) -> Sl<Self, T>;
    /// An array of the host part, as a slice that is only read; it outlives the loop.
    fn given<T: Elem>(&self, name: &'static str, all: &[T]) -> Sl<Self, T>;

    // Groups: the body of a loop with loops of items inside, see [`crate::group`].
    /// `let mut name = [x; N]` in a group's body: its items share it.
    fn shared<T: Elem, D: Dims>(&self, name: &'static str, x: V<Self::Uniform, T>) -> Shared<Self, T, D>;
    /// The elements of a shared array, which outlives their use.
    fn elements<T: Elem, D: Dims>(&self, a: &mut Shared<Self, T, D>) -> Sl<Self, T>;
    /// Runs a loop of a group's items, and gives what its reductions add up to without their initial values.
    fn items<R: Reds, F>(
        &self,
        k: Self::Mask,
        inner: &'static Items,
        dims: &[[V<Self::Uniform, usize>; 3]],
        reds: R,
        body: F,
    ) -> R::Acc<Self::Uniform>
    where
        F: Fn(&Self, Self::Mask, &Ix<Self>, &mut R::Acc<Self>) + Copy;
    /// The value that all lanes of `k` have.
    fn common<T: Elem>(&self, k: Self::Mask, x: V<Self, T>) -> V<Self::Uniform, T>;

    // Arithmetic: wraps on integers, IEEE and never contracted on floats.
    fn add<T: Num>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, T>;
    fn sub<T: Num>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, T>;
    fn mul<T: Num>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, T>;
    /// `a / b`; an integer faults on zero and on `MIN / -1`.
    fn div<T: Num>(&self, k: Self::Mask, a: V<Self, T>, b: V<Self, T>, site: u32) -> V<Self, T>;
    /// `a % b`; faults as [`Machine::div`]. On floats the IEEE remainder that truncates (`fmod`).
    fn rem<T: Num>(&self, k: Self::Mask, a: V<Self, T>, b: V<Self, T>, site: u32) -> V<Self, T>;
    /// `a * b + c`, of floats fused where that is cheaper; only used by `fast` kernels.
    fn contract<T: Num>(&self, a: V<Self, T>, b: V<Self, T>, c: V<Self, T>) -> V<Self, T>;
    /// `a * b - c` in the same way.
    #[inline(always)]
    fn contract_sub<T: Num>(&self, a: V<Self, T>, b: V<Self, T>, c: V<Self, T>) -> V<Self, T> {
        if T::SCALAR.is_float() {
            self.contract(a, b, self.neg(c))
        } else {
            self.sub(self.mul(a, b), c)
        }
    }
    /// `c - a * b` in the same way.
    #[inline(always)]
    fn contract_from<T: Num>(&self, a: V<Self, T>, b: V<Self, T>, c: V<Self, T>) -> V<Self, T> {
        if T::SCALAR.is_float() {
            self.contract(self.neg(a), b, c)
        } else {
            self.sub(c, self.mul(a, b))
        }
    }
    fn neg<T: Num>(&self, a: V<Self, T>) -> V<Self, T>;
    /// The smaller; NaN loses, −0 < +0.
    fn min<T: Num>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, T>;
    /// The larger; NaN loses, −0 < +0.
    fn max<T: Num>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, T>;
    /// Magnitude; wraps at `MIN`; the value itself for unsigned types.
    fn abs<T: Num>(&self, a: V<Self, T>) -> V<Self, T>;

    fn sqrt<T: Float>(&self, a: V<Self, T>) -> V<Self, T>;
    /// Fused `a * b + c`, rounded once.
    fn mul_add<T: Float>(&self, a: V<Self, T>, b: V<Self, T>, c: V<Self, T>) -> V<Self, T>;
    fn floor<T: Float>(&self, a: V<Self, T>) -> V<Self, T>;
    fn ceil<T: Float>(&self, a: V<Self, T>) -> V<Self, T>;
    fn trunc<T: Float>(&self, a: V<Self, T>) -> V<Self, T>;
    /// To the nearest integer, ties to even.
    fn round_ties_even<T: Float>(&self, a: V<Self, T>) -> V<Self, T>;
    fn to_bits<T: Float>(&self, a: V<Self, T>) -> V<Self, T::Bits>;
    fn from_bits<T: Float>(&self, a: V<Self, T::Bits>) -> V<Self, T>;
    /// About `1 / sqrt(a)`, relative error under 1e-6 for f32; only used by `fast` kernels.
    fn rsqrt_fast<T: Float>(&self, a: V<Self, T>) -> V<Self, T>;

    fn and<T: Bits>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, T>;
    fn or<T: Bits>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, T>;
    fn xor<T: Bits>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, T>;
    fn not<T: Bits>(&self, a: V<Self, T>) -> V<Self, T>;
    /// `a << b`, the count taken modulo the width.
    fn shl<T: Int, U: Int>(&self, a: V<Self, T>, b: V<Self, U>) -> V<Self, T>;
    /// `a >> b`, arithmetic for signed types, the count taken modulo the width.
    fn shr<T: Int, U: Int>(&self, a: V<Self, T>, b: V<Self, U>) -> V<Self, T>;
    fn count_ones<T: Int>(&self, a: V<Self, T>) -> V<Self, u32>;
    fn leading_zeros<T: Int>(&self, a: V<Self, T>) -> V<Self, u32>;
    fn trailing_zeros<T: Int>(&self, a: V<Self, T>) -> V<Self, u32>;

    fn eq<T: Elem>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, bool>;
    fn ne<T: Elem>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, bool>;
    fn lt<T: Num>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, bool>;
    fn le<T: Num>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, bool>;
    fn gt<T: Num>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, bool>;
    fn ge<T: Num>(&self, a: V<Self, T>, b: V<Self, T>) -> V<Self, bool>;
    fn select<T: Elem>(&self, c: V<Self, bool>, a: V<Self, T>, b: V<Self, T>) -> V<Self, T>;
    /// `a as U`, with Rust's meaning (saturating from floats, NaN to 0).
    fn cast<T: Elem, U: Elem>(&self, a: V<Self, T>) -> V<Self, U>;

    // Memory. `at` is the element index. An access out of bounds in a live lane kills the lane.
    /// Loads `x[at]`, one element for all lanes.
    fn load_u<T: Elem>(
        &self,
        k: Self::Mask,
        x: Sl<Self, T>,
        at: V<Self::Uniform, usize>,
        proved: bool,
        site: u32,
    ) -> V<Self::Uniform, T>;
    /// Loads `x[at], x[at + 1], …`: lane `l` gets element `at + l`.
    fn load_c<T: Elem>(
        &self,
        k: Self::Mask,
        x: Sl<Self, T>,
        at: V<Self::Uniform, usize>,
        proved: bool,
        site: u32,
    ) -> V<Self, T>;
    /// Loads `x[at]` in each lane.
    fn load_g<T: Elem>(&self, k: Self::Mask, x: Sl<Self, T>, at: V<Self, usize>, proved: bool, site: u32)
    -> V<Self, T>;
    /// Stores to `x[at + l]` from lane `l`.
    fn store_c<T: Elem>(
        &self,
        k: Self::Mask,
        x: Sl<Self, T>,
        at: V<Self::Uniform, usize>,
        v: V<Self, T>,
        proved: bool,
        site: u32,
    );
    /// `x[at] = x[at] op v` in each lane, also where lanes, or other gangs at the same time, name one element.
    fn update<T: Reduce>(
        &self,
        k: Self::Mask,
        x: Sl<Self, T>,
        at: V<Self, usize>,
        op: RedOp,
        v: V<Self, T>,
        proved: bool,
        site: u32,
    );
    /// Stores to `x[at]` in each lane; where two lanes name one element the higher wins.
    fn store_g<T: Elem>(
        &self,
        k: Self::Mask,
        x: Sl<Self, T>,
        at: V<Self, usize>,
        v: V<Self, T>,
        proved: bool,
        site: u32,
    );
    // Structs: see [`crate::element`].
    /// A host slice of structs used in the loop.
    fn memory<S: Element>(&self, name: &'static str, x: &crate::HSlice<S>, written: bool) -> Self::Memory;
    /// Its elements.
    fn memory_len(&self, x: Self::Memory) -> V<Self::Uniform, usize>;
    /// A live lane whose element is out of bounds faults.
    fn inside(&self, k: Self::Mask, x: Self::Memory, at: V<Self, usize>, proved: bool, site: u32);
    /// The same for one element of all lanes; whether it is in bounds.
    fn inside_u(&self, k: Self::Mask, x: Self::Memory, at: V<Self::Uniform, usize>, proved: bool, site: u32) -> bool;
    /// Loads a leaf of an element that is known to be in bounds.
    fn part<T: Elem>(&self, k: Self::Mask, x: Self::Memory, at: &At<Self>, site: u32) -> V<Self, T>;
    /// Stores one.
    fn set_part<T: Elem>(&self, k: Self::Mask, x: Self::Memory, at: &At<Self>, v: V<Self, T>, site: u32);
    /// A live lane whose `at` is not below `len` faults, as an access there would.
    fn within(&self, k: Self::Mask, at: V<Self, usize>, len: V<Self, usize>, proved: bool, site: u32);
    /// `assert!(c)`: a live lane with `c` false faults.
    fn assert(&self, k: Self::Mask, c: V<Self, bool>, site: u32);

    // Control flow: see the trait's own text.
    /// Any lane alive. The tracer says yes.
    fn any(&self, k: Self::Mask) -> bool;
    /// The empty mask.
    fn none(&self) -> Self::Mask;
    /// `a` without the lanes of `b`.
    fn and_not(&self, a: Self::Mask, b: Self::Mask) -> Self::Mask;
    fn if_begin(&self, k: Self::Mask, c: V<Self, bool>) -> Self::Mask;
    fn if_else(&self, k: Self::Mask, c: V<Self, bool>) -> Self::Mask;
    fn uif_begin(&self, c: V<Self::Uniform, bool>) -> bool;
    fn uif_else(&self, c: V<Self::Uniform, bool>) -> bool;
    fn if_end(&self);
    fn loop_begin(&self);
    /// Whether to go through the loop's text (again). The tracer goes once.
    fn loop_again(&self) -> bool;
    fn loop_mask(&self, k: Self::Mask, c: V<Self, bool>) -> Self::Mask;
    fn loop_live(&self, k: Self::Mask) -> bool;
    fn loop_test(&self, k: Self::Mask, c: V<Self::Uniform, bool>) -> bool;
    fn for_begin<T: Int>(&self, name: &'static str, from: V<Self::Uniform, T>, to: V<Self::Uniform, T>)
    -> Self::For<T>;
    fn for_test<T: Int>(&self, k: Self::Mask, f: &mut Self::For<T>) -> bool;
    fn for_value<T: Int>(&self, f: &Self::For<T>) -> V<Self::Uniform, T>;
    fn brk(&self, depth: u32);
    fn cont(&self, depth: u32);
    /// A uniform `break`; true where Rust's own `break` must follow.
    fn ubrk(&self, depth: u32) -> bool;
    /// A uniform `continue`; true where Rust's own `continue` must follow.
    fn ucont(&self, depth: u32) -> bool;
    /// The user's line, for comments in emitted text.
    fn line(&self, line: u32);
}
