//! How an instruction set states its operations: rows of name, arguments and expression.
//!
//! A 32-bit register holds one machine vector, a 64-bit one two. In a row's expression an argument
//! is a machine vector, and the expression is one too: for a register of two it stands for both.
//! Half a vector is what meets a vector of twice the width: eight `f32` and eight `f64` in AVX-512.

/// One vector in, one out.
macro_rules! one {
    ($($name:ident($($a:ident: $t:ident),*) -> $r:ident = $e:expr;)*) => {$(
        #[inline(always)]
        #[allow(clippy::macro_metavars_in_unsafe)] // the rows are intrinsics
        fn $name($($a: $t),*) -> $r {
            // SAFETY: the instruction set is present, see the comment on this `impl`.
            unsafe {
                $(let $a = $a.0;)*
                $r($e)
            }
        }
    )*};
}

/// Two vectors in, two out.
macro_rules! two {
    ($($name:ident($($a:ident: $t:ident),*) -> $r:ident = $e:expr;)*) => {$(
        #[inline(always)]
        #[allow(clippy::macro_metavars_in_unsafe)] // the rows are intrinsics
        fn $name($($a: $t),*) -> $r {
            // SAFETY: the instruction set is present, see the comment on this `impl`.
            unsafe {
                $r(
                    { $(let $a = $a.0;)* $e },
                    { $(let $a = $a.1;)* $e },
                )
            }
        }
    )*};
}

/// One vector in, by halves, two out.
macro_rules! split {
    ($($name:ident($($a:ident: $t:ident),*) -> $r:ident = $e:expr;)*) => {$(
        #[inline(always)]
        #[allow(clippy::macro_metavars_in_unsafe)] // the rows are intrinsics
        fn $name($($a: $t),*) -> $r {
            $(let $a = $a.halves();)*
            // SAFETY: the instruction set is present, see the comment on this `impl`.
            unsafe {
                $r(
                    { $(let $a = $a.0;)* $e },
                    { $(let $a = $a.1;)* $e },
                )
            }
        }
    )*};
}

/// Two vectors in, the halves of one out.
macro_rules! join {
    ($($name:ident($($a:ident: $t:ident),*) -> $r:ident = $e:expr;)*) => {$(
        #[inline(always)]
        #[allow(clippy::macro_metavars_in_unsafe)] // the rows are intrinsics
        fn $name($($a: $t),*) -> $r {
            // SAFETY: the instruction set is present, see the comment on this `impl`.
            unsafe {
                $r::join(
                    { $(let $a = $a.0;)* $e },
                    { $(let $a = $a.1;)* $e },
                )
            }
        }
    )*};
}

/// Lanes by way of an array.
macro_rules! lanes {
    ($n:literal: $($r:ident $t:ident $($pick:path)?;)*) => {$(
        impl Lanes<$t> for $r {
            #[inline(always)]
            fn lane(self, l: usize) -> $t {
                // SAFETY: both types are plain data, the lanes in order.
                let a: [$t; $n] = unsafe { core::mem::transmute(self) };
                a[l]
            }
            #[inline(always)]
            fn from_fn(f: impl FnMut(usize) -> $t) -> Self {
                let a: [$t; $n] = core::array::from_fn(f);
                // SAFETY: as above.
                unsafe { core::mem::transmute(a) }
            }
            $(
                #[inline(always)]
                fn pick(a: Self, b: Self, _: usize, from: impl Fn(usize) -> usize) -> Self {
                    $pick(a, b, core::array::from_fn(from))
                }
            )?
        }
    )*};
}
