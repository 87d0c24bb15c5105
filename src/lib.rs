//! hoist: write the loop once, run it everywhere.
//!
//! A kernel is an ordinary Rust function. `#[kernel]` marks it, [`par()`] marks the loops whose
//! iterations are independent, and the same text runs on SIMD units, all cores, and GPUs, with
//! the same answer.
//!
//! ```
//! use hoist::prelude::*;
//!
//! #[kernel]
//! pub fn saxpy(a: f32, x: &[f32], y: &mut [f32]) {
//!     for i in par(0..y.len()) {
//!         y[i] = a * x[i] + y[i];
//!     }
//! }
//!
//! let x = vec![1.0; 1000];
//! let mut y = vec![2.0; 1000];
//! saxpy(3.0, &x, &mut y); // plain Rust
//! saxpy::run(&Device::open("cpu")?, 3.0, &x, &mut y)?; // SIMD and all cores
//! assert!(y.iter().all(|&v| v == 8.0));
//! # Ok::<(), Error>(())
//! ```
//!
//! Drivers of other devices are Cargo features, found at run time: `wgpu`, `opencl`, `cuda`. The feature `ndarray` takes
//! views and arrays of that crate as arguments.

extern crate self as hoist;

pub mod math;
mod par;

pub use hoist_host::{
    Buffer, BufferSlice, BufferSliceMut, DeviceInfo, Event, Fault, Input, Profile, Queue, Result, SliceArg,
    SliceArgMut, Strictness, Target,
};
pub use hoist_host::{Device, Error, register_precompiled};
/// An argument for `ArrayView2<T>` and its like: elements with their dimensions.
///
/// ```
/// use hoist::prelude::*;
/// use ndarray::{ArrayView2, ArrayViewMut2};
///
/// #[kernel]
/// fn transposed(a: ArrayView2<f32>, mut y: ArrayViewMut2<f32>) {
///     for (i, j) in par((0..y.nrows(), 0..y.ncols())) {
///         y[[i, j]] = a[[j, i]];
///     }
/// }
///
/// let (a, mut y) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0.0; 6]);
/// transposed::run(&Device::open("cpu")?, (&a, [2, 3]), (&mut y, [3, 2]))?;
/// assert_eq!(y, [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]);
/// # Ok::<(), Error>(())
/// ```
///
/// With the feature `ndarray` the views and arrays of that crate are arguments themselves.
pub use hoist_host::{View, ViewMut};
pub use hoist_machine::Elem;
/// What `#[derive(Element)]` makes of a struct; the derive has the same name.
///
/// ```
/// use hoist::prelude::*;
///
/// #[derive(Clone, Copy, PartialEq, Debug, Element)]
/// struct Body {
///     at: [f32; 2],
///     speed: [f32; 2],
/// }
///
/// #[kernel]
/// fn step(dt: f32, bodies: &mut [Body]) {
///     for i in par(0..bodies.len()) {
///         let v = bodies[i].speed;
///         bodies[i].at[0] += dt * v[0];
///         bodies[i].at[1] += dt * v[1];
///     }
/// }
///
/// let mut bodies = [Body { at: [0.0, 1.0], speed: [2.0, 4.0] }; 100];
/// step::run(&Device::open("cpu")?, 0.5, &mut bodies)?;
/// assert_eq!(bodies[99], Body { at: [1.0, 3.0], speed: [2.0, 4.0] });
/// # Ok::<(), Error>(())
/// ```
pub use hoist_machine::Element;
pub use hoist_machine::FaultKind;
pub use hoist_machine::halves::{bf16, f16};
/// Bounds of type parameters: integers and floats, and floats alone.
///
/// ```
/// use hoist::prelude::*;
///
/// #[kernel]
/// fn scale<T: Real>(a: T, x: &mut [T]) {
///     for i in par(0..x.len()) {
///         x[i] = (a * x[i] + T::real(0.25)).sqrt();
///     }
/// }
///
/// let device = Device::open("cpu")?;
/// let (mut x, mut y) = ([2.0f32, 6.0], [2.0f64, 6.0]);
/// scale::run(&device, 1.0f32, &mut x)?;
/// scale::run(&device, 1.0f64, &mut y)?;
/// assert_eq!((x, y), ([1.5, 2.5], [1.5, 2.5]));
/// # Ok::<(), Error>(())
/// ```
pub use hoist_machine::numbers::{Number, Real};
/// An element-wise kernel from a closure: its inputs are slices, buffers, or one value for all elements.
///
/// The closure names the type of each input. Its result has the type that it states, or else the
/// type of the first input. It captures nothing: what changes from call to call is an input.
/// The expression's value has these methods, which take an [`Input`] for each parameter:
///
/// * `run(&device, x, y, …) -> Result<Vec<R>>`, `run_into(&device, x, y, …, &mut out)`,
/// * `call(x, y, …)`, the plain loop; `source(target)` and `explain()` as of every kernel.
///
/// ```
/// use hoist::prelude::*;
///
/// let fma = hoist::elementwise!(|x: f32, y: f32| x.mul_add(y, 1.0));
/// let device = Device::open("cpu")?;
/// assert_eq!(fma.run(&device, &[1.0, 2.0, 3.0], 2.0)?, [3.0, 5.0, 7.0]);
///
/// let inside = hoist::elementwise!(|x: f32, lo: f32, hi: f32| -> bool { lo <= x && x < hi });
/// assert_eq!(inside.call(&[0.5, 2.5], 0.0, 1.0)?, [true, false]);
/// # Ok::<(), Error>(())
/// ```
pub use hoist_macros::elementwise;
pub use hoist_macros::{Element, device, kernel};
pub use par::{ParRange, par, par_unproved};

/// What a file with kernels in it imports.
pub mod prelude {
    pub use crate::{
        Buffer, Device, Element, Error, Event, Number, Queue, Real, Target, device, elementwise, kernel, par,
        par_unproved,
    };
}

/// What the output of the macros names; not for people.
#[doc(hidden)]
pub mod __private {
    pub use hoist_host::{
        Args, Buffer, Device, Error, Event, KernelInfo, Queue, QueueArgs, SliceArg, SliceArgMut, SourceArgs, Target,
        View, ViewMut, common_length, dimensions, source,
    };
    pub use hoist_machine::arg::{arg, arg_of, join_best};
    pub use hoist_machine::array::{
        Array, Dims, clone_array, copy_array, extent, extent_of, fill_array, given, given_rows, table, table_of_rows,
    };
    pub use hoist_machine::ctx::{Ctx, Launch, Stop};
    pub use hoist_machine::elem::{Bits, Elem, Float, Int, Num};
    pub use hoist_machine::element::{
        Element, Elements, Form, Held, Join, Map, Parts, Plain, Rows, Values, Vars, array_value, bind, blank, capture,
        common_of, constant, get, handle, is_element, length, load_part, load_part_u, local, nth, number, parts_of,
        row, row_u, select, set, set_all, set_nth, set_slot, slot, slot_value, splat, step, step_u, store_part, undef,
        way, way_from,
    };
    pub use hoist_machine::fault::{FaultKind, LoopInfo, Site};
    pub use hoist_machine::group::{Items, Shared, common, join_total, total_of};
    pub use hoist_machine::machine::{Local, Machine, Mask, Sl, V};
    pub use hoist_machine::program::{
        AccSource, AccVisitor, Dim, HSlice, Ix, Red, RedOp, Reds, Reduce, Short, Small, Space, op, red,
    };
    pub use hoist_machine::reduce::{is_float, none, opposite};
    pub use hoist_machine::scan::{Uses, same};
    pub use hoist_machine::{iv, math};
}
