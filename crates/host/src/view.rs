//! What a kernel takes where its function says `ArrayView2<T>` or `ArrayViewMut2<T>`.

use std::marker::PhantomData;

use hoist_backend::error::{Error, Result};
use hoist_machine::{Element, HSlice};

use crate::args::Args;
use crate::slice_arg::{Given, SliceArg, SliceArgMut};

/// Elements in `N` dimensions, the last of them contiguous: an argument for `ArrayView2<T>` and its like.
///
/// Made of a slice, `Vec`, array, [`Buffer`](crate::Buffer) or a part of one and its dimensions, outermost first; with the feature
/// `ndarray` of a view or an array of that crate, which is copied where it is not in row-major order.
pub struct View<'a, T, const N: usize> {
    given: Given<T>,
    dims: [usize; N],
    /// What `given` points into, where the elements were copied.
    packed: Option<Vec<T>>,
    borrows: PhantomData<&'a T>,
}

/// As [`View`], exclusively: an argument for `ArrayViewMut2<T>` and its like. Elements that were copied are copied back when the
/// kernel has ended well.
pub struct ViewMut<'a, T, const N: usize> {
    view: View<'a, T, N>,
    back: Option<Back<'a, T>>,
    borrows: PhantomData<&'a mut T>,
}
type Back<'a, T> = Box<dyn FnOnce(&[T]) + 'a>;

impl<'a, T, S: SliceArg<T> + 'a, const N: usize> From<(S, [usize; N])> for View<'a, T, N> {
    fn from((elements, dims): (S, [usize; N])) -> Self {
        View {
            given: elements.given(),
            dims,
            packed: None,
            borrows: PhantomData,
        }
    }
}

impl<'a, T, S: SliceArgMut<T> + 'a, const N: usize> From<(S, [usize; N])> for ViewMut<'a, T, N> {
    fn from((elements, dims): (S, [usize; N])) -> Self {
        ViewMut {
            view: View {
                given: elements.given_mut(),
                dims,
                packed: None,
                borrows: PhantomData,
            },
            back: None,
            borrows: PhantomData,
        }
    }
}

/// The dimensions, where they have as many elements as there are.
///
/// # Errors
/// Where they have not.
pub fn dimensions<const N: usize>(what: &str, len: usize, dims: [usize; N]) -> Result<[usize; N]> {
    let wanted = dims.iter().try_fold(1usize, |n, d| n.checked_mul(*d));
    if wanted == Some(len) {
        return Ok(dims);
    }
    Err(Error::Dimensions {
        what: what.into(),
        dims: dims.into(),
        len,
    })
}

impl<'a> Args<'a> {
    /// Binds an argument for `ArrayView2<T>` and its like; the elements in row-major order, and the dimensions.
    pub fn view<T: Element, const N: usize>(
        &mut self,
        name: &'static str,
        x: View<'a, T, N>,
    ) -> Result<(HSlice<T>, [usize; N])> {
        let dims = dimensions(name, x.given.len, x.dims)?;
        let slice = self.bind(name, x.given, false)?.0;
        self.keep(x.packed);
        Ok((slice, dims))
    }

    /// Binds an argument for `ArrayViewMut2<T>` and its like.
    pub fn view_mut<T: Element, const N: usize>(
        &mut self,
        name: &'static str,
        x: ViewMut<'a, T, N>,
    ) -> Result<(HSlice<T>, [usize; N])> {
        let dims = dimensions(name, x.view.given.len, x.view.dims)?;
        let slice = self.bind_mut(name, x.view.given)?;
        if let (Some(packed), Some(back)) = (x.view.packed, x.back) {
            self.after(move || back(&packed));
        }
        Ok((slice, dims))
    }
}

#[cfg(feature = "ndarray")]
mod of_ndarray {
    use super::{PhantomData, View, ViewMut};
    use crate::slice_arg::{SliceArg, SliceArgMut};
    use hoist_machine::Element;
    use ndarray::{ArrayBase, ArrayView, ArrayViewMut, Data, DataMut, Dim, Dimension, Ix};

    impl<'a, T: Element, const N: usize> View<'a, T, N> {
        /// `dims` are the array's own.
        fn of<D: Dimension>(a: ArrayView<'a, T, D>, dims: [usize; N]) -> Self {
            if let Some(elements) = a.to_slice() {
                return (elements, dims).into();
            }
            let packed: Vec<T> = a.iter().copied().collect();
            View {
                given: packed.as_slice().given(),
                dims,
                packed: Some(packed),
                borrows: PhantomData,
            }
        }
    }

    impl<'a, T: Element, const N: usize> ViewMut<'a, T, N> {
        fn of<D: Dimension + 'a>(mut a: ArrayViewMut<'a, T, D>, dims: [usize; N]) -> Self {
            if a.is_standard_layout() {
                return (a.into_slice().expect("row-major order is a slice"), dims).into();
            }
            let mut packed: Vec<T> = a.iter().copied().collect();
            ViewMut {
                view: View {
                    given: packed.as_mut_slice().given_mut(),
                    dims,
                    packed: Some(packed),
                    borrows: PhantomData,
                },
                back: Some(Box::new(move |from| {
                    a.iter_mut().zip(from).for_each(|(to, from)| *to = *from)
                })),
                borrows: PhantomData,
            }
        }
    }

    macro_rules! views {
        ($($n:literal)*) => {$(
            impl<'a, T: Element> From<ArrayView<'a, T, Dim<[Ix; $n]>>> for View<'a, T, $n> {
                fn from(a: ArrayView<'a, T, Dim<[Ix; $n]>>) -> Self {
                    let dims = std::array::from_fn(|n| a.shape()[n]);
                    View::of(a, dims)
                }
            }
            impl<'a, T: Element, S: Data<Elem = T>> From<&'a ArrayBase<S, Dim<[Ix; $n]>>> for View<'a, T, $n> {
                fn from(a: &'a ArrayBase<S, Dim<[Ix; $n]>>) -> Self {
                    a.view().into()
                }
            }
            impl<'a, T: Element> From<ArrayViewMut<'a, T, Dim<[Ix; $n]>>> for ViewMut<'a, T, $n> {
                fn from(a: ArrayViewMut<'a, T, Dim<[Ix; $n]>>) -> Self {
                    let dims = std::array::from_fn(|n| a.shape()[n]);
                    ViewMut::of(a, dims)
                }
            }
            impl<'a, T: Element, S: DataMut<Elem = T>> From<&'a mut ArrayBase<S, Dim<[Ix; $n]>>> for ViewMut<'a, T, $n> {
                fn from(a: &'a mut ArrayBase<S, Dim<[Ix; $n]>>) -> Self {
                    a.view_mut().into()
                }
            }
        )*};
    }
    views!(1 2 3 4 5 6);
}
