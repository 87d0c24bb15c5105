//! Instruction sets made of plain arrays: one lane, and four lanes for targets whose vectors the
//! compiler finds by itself.

use hoist_machine::isa::{Isa, Lanes};

/// `N` lanes in an array.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Array<T, const N: usize>(pub [T; N]);

impl<T: Copy, const N: usize> Lanes<T> for Array<T, N> {
    #[inline(always)]
    fn lane(self, l: usize) -> T {
        self.0[l]
    }
    #[inline(always)]
    fn from_fn(f: impl FnMut(usize) -> T) -> Self {
        Array(core::array::from_fn(f))
    }
}

/// One lane: what the plain function does.
#[derive(Clone, Copy)]
pub struct Scalar;
/// One lane whose memory other threads may use.
#[derive(Clone, Copy)]
pub struct Single;
/// Four lanes of plain arrays, for every target.
#[derive(Clone, Copy)]
pub struct Wide;

macro_rules! arrays {
    ($t:ident, $name:literal, $n:literal, $f32:ty, $f64:ty, $i32:ty, $i64:ty, $mask:ty, $relaxed:literal) => {
        impl Isa for $t {
            const NAME: &'static str = $name;
            const LANES: usize = $n;
            const RELAXED: bool = $relaxed;
            type F32 = $f32;
            type F64 = $f64;
            type I32 = $i32;
            type I64 = $i64;
            type Mask = $mask;
            type Many<T: Copy> = [T; $n];
            fn available() -> bool {
                true
            }
            #[inline(always)]
            unsafe fn enter<R>(f: impl FnOnce() -> R) -> R {
                f()
            }
        }
    };
}
arrays!(Scalar, "scalar", 1, f32, f64, i32, i64, bool, false);
arrays!(Single, "single", 1, f32, f64, i32, i64, bool, true);
arrays!(Wide, "wide", 4, Array<f32, 4>, Array<f64, 4>, Array<i32, 4>, Array<i64, 4>, Array<bool, 4>, false);
