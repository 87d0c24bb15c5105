//! Arrays that a body declares: each iteration has its own.

use crate::elem::Elem;
use crate::machine::{Machine, Sl, V};

/// The dimensions of an array: `[[(); 4]; 3]` for three rows of four.
pub trait Dims: Copy + 'static {
    /// Elements in all.
    const LEN: usize;
    /// The array with `X` for each element.
    type Of<X: Copy>: Copy;
    /// The size of dimension `n`, 0 the outermost.
    fn extent(n: usize) -> usize;
}
impl Dims for () {
    const LEN: usize = 1;
    type Of<X: Copy> = X;
    #[inline(always)]
    fn extent(_: usize) -> usize {
        1
    }
}
impl<D: Dims, const N: usize> Dims for [D; N] {
    const LEN: usize = N * D::LEN;
    type Of<X: Copy> = [D::Of<X>; N];
    #[inline(always)]
    fn extent(n: usize) -> usize {
        if n == 0 { N } else { D::extent(n - 1) }
    }
}

/// An array of `D` elements; each iteration has its own. Elements are numbered through, rows one after the other.
pub struct Array<M: Machine, T: Elem, D: Dims>(pub M::Array<T, D>);

/// The size of dimension `n` of an array.
#[inline(always)]
pub fn extent<M: Machine, T: Elem, D: Dims>(m: &M, _: &Array<M, T, D>, n: usize) -> V<M::Uniform, usize> {
    m.uniform().lit(D::extent(n))
}

/// The size of dimension `n` of `D`.
#[inline(always)]
pub fn extent_of<D: Dims, M: Machine>(u: &M, n: usize) -> V<M, usize> {
    u.lit(D::extent(n))
}

/// `to = from` in the lanes of `k`.
#[inline(always)]
pub fn copy_array<M: Machine, T: Elem, D: Dims>(
    m: &M,
    k: M::Mask,
    to: &mut Array<M, T, D>,
    from: &Array<M, T, D>,
    site: u32,
) {
    let u = m.uniform();
    let mut n = m.for_begin("n", u.lit(0usize), u.lit(D::LEN));
    while m.for_test(k, &mut n) {
        let at = m.for_value(&n);
        let x = m.array_get_u(k, from, at, site);
        m.array_set_u(k, to, at, x, site);
    }
}

/// A new array with the elements of another.
#[inline(always)]
pub fn clone_array<M: Machine, T: Elem, D: Dims>(
    m: &M,
    k: M::Mask,
    name: &'static str,
    from: &Array<M, T, D>,
    site: u32,
) -> Array<M, T, D> {
    let mut to = m.array(name, m.lit(T::default()));
    copy_array(m, k, &mut to, from, site);
    to
}

/// `to = [x; N]` in the lanes of `k`.
#[inline(always)]
pub fn fill_array<M: Machine, T: Elem, D: Dims>(m: &M, k: M::Mask, to: &mut Array<M, T, D>, x: V<M, T>, site: u32) {
    let u = m.uniform();
    let mut n = m.for_begin("n", u.lit(0usize), u.lit(D::LEN));
    while m.for_test(k, &mut n) {
        m.array_set_u(k, to, m.for_value(&n), x, site);
    }
}

/// An array of the host part, as a slice.
#[inline(always)]
pub fn given<M: Machine, T: Elem>(m: &M, name: &'static str, all: &[T]) -> Sl<M, T> {
    m.given(name, all)
}

/// An array of rows of the host part, numbered through, with its rows and their length.
#[inline(always)]
pub fn given_rows<M: Machine, T: Elem, const N: usize>(
    m: &M,
    name: &'static str,
    all: &[[T; N]],
) -> (Sl<M, T>, V<M::Uniform, usize>, V<M::Uniform, usize>) {
    let u = m.uniform();
    (m.given(name, all.as_flattened()), u.lit(all.len()), u.lit(N))
}

/// A constant table, as a slice.
#[inline(always)]
pub fn table<M: Machine, T: Elem>(m: &M, name: &'static str, all: &'static [T]) -> Sl<M, T> {
    m.table(name, all)
}

/// A constant table of rows, numbered through, with its rows and their length.
#[inline(always)]
pub fn table_of_rows<M: Machine, T: Elem, const N: usize>(
    m: &M,
    name: &'static str,
    all: &'static [[T; N]],
) -> (Sl<M, T>, V<M::Uniform, usize>, V<M::Uniform, usize>) {
    let u = m.uniform();
    (m.table(name, all.as_flattened()), u.lit(all.len()), u.lit(N))
}
