//! Errors: collected, each with a span, what is not possible and what to write instead.

use proc_macro2::Span;

/// The messages, in one table.
pub mod msg {
    pub const CLOSURE: &str = "a kernel body has no closures: write the expression out, or a `#[device] fn`";
    pub const PAR_BREAK: &str = "a `par` loop can't be left early: the plain loop stops here, and later iterations depend on it; guard the body with `if`";
    pub const PAR_IN_PAR: &str = "`par` goes two levels deep: groups and their items; write this loop as a plain `for`";
    pub const PAR_IN_DEVICE: &str = "`par` stands in a kernel, not in a device function: write a plain `for`";
    pub const GROUP_RANGES: &str = "a `par` loop inside of one has one or two ranges";
    pub const GROUP_RANK: &str = "an array that a group shares has one or two dimensions: number its elements through";
    pub const GROUP_SHARED: &str = "an array that a group shares has one name, and is copied by its items: declare another one, and \
        `for t in par(0..n) { b[t] = a[t]; }`";
    pub const GROUP_REDUCES: &str = "a group can sum, multiply, take the least or greatest, join bits, or keep the first best value in a variable of the host part, \
        which it doesn't read otherwise: for more, store what each group has in a slice, and reduce that by a second loop";
    pub const GROUP_READ: &str = "this variable is reduced by the loop, and is also read here, while items run in any order: read it after the loop, or write a plain `for`";
    pub const PAR_PATTERN: &str =
        "`par` over several ranges takes a tuple of as many names: `for (i, j) in par((0..h, 0..w))`";
    pub const PAR_RANGE: &str = "`par` takes ranges: `par(0..n)`, `par((0..h, 0..w))` or `par((0..n).step_by(2))`";
    pub const QUESTION: &str = "`?` would leave the loop early; a kernel body has no errors to pass on";
    pub const PATTERN: &str = "this pattern isn't supported in a kernel: bind a name, or a tuple of names";
    pub const MATCH: &str = "a `match` in a kernel body has literals, constants, ranges, `|`, `_` and plain names as patterns; \
        for anything else write `if` and `else`";
    pub const MATCH_OR: &str =
        "a name can't be bound inside `|` here: bind it with an arm of its own, or write `n if …`";
    pub const MATCH_TUPLE: &str =
        "a tuple pattern needs a tuple of as many parts after `match`: `match (a, b) { (0, _) => …`";
    pub const CFG: &str =
        "`#[cfg]` isn't seen inside a kernel: put it on the whole function, or use a constant and `if`";
    pub const LET_ELSE: &str = "`let … else` isn't supported in a kernel: write `if`";
    pub const RANGE: &str = "a range is only possible in a `for`: `for j in a..b`";
    pub const FOR_RANGE: &str = "a `for` in a kernel body goes over a range of integers: `a..b`, `a..=b`, `(a..b).rev()` or `(a..b).step_by(k)`";
    pub const STEP_REV: &str = "`rev` after `step_by` isn't supported: write `(a..b).rev().step_by(k)` where it may start from the \
        other end, or count with `a..b` and compute the index in the body";
    pub const ASYNC: &str = "`async`, `unsafe`, `const` and `extern` functions can't be kernels: write a plain `fn`";
    pub const SELF: &str = "a method can't be a kernel: move it out of the `impl` block and pass what it needs";
    pub const ARG: &str =
        "a kernel takes scalars, `&[T]`, `&mut [T]`, `ArrayView2<T>` and `ArrayViewMut2<T>`, each with a plain name";
    pub const ARRAY_ARG: &str =
        "a kernel takes scalars, arrays by value, and slices: write `&[T]`, for which an array can be passed";
    pub const ARRAY_DEEP: &str = "an array parameter has one or two dimensions: number its elements through";
    pub const SUB_SLICE: &str =
        "a sub-slice can't be made here: bind it with `let row = &x[a..b];`, or index the slice itself";
    pub const ARRAY_TUPLE: &str = "bind arrays and other values by a `let` each";
    pub const ARRAY_GIVEN: &str =
        "an array that is made before a `par` loop is only read in it: write to a slice, `let mut t = vec![v; n];`";
    pub const ARRAY_ROW: &str = "a row of an array can't be used whole: index every dimension";
    pub const ARRAY_VALUE: &str =
        "an array can be indexed, copied by `let` or an assignment, and passed to a device function";
    pub const SLICE_VALUE: &str = "a slice can only be indexed or asked for `len()` here";
    pub const FIELD: &str = "only fields of a tuple made in this body are supported";
    pub const SCALAR_READ: &str = "this variable is kept with the best value by the loop, and is also read here: then each iteration depends on the one before; read it after the loop";
    pub const REDUCTION: &str = "a variable from outside a `par` loop can only be reduced: `s += e`, `s *= e`, `s &= e`, `s |= e`, \
        `s ^= e`, `s = s.min(e)` or `s = s.max(e)`, the same operation throughout; or kept with the best value: `if v < best { best = v; at = i; }`";
    pub const ARG_TWICE: &str =
        "this variable is kept with the best value here, and updated in another place of the loop too";
    pub const ARG_MANY: &str =
        "at most 4 variables are kept with the best value: keep the index, and read the rest after the loop";
    pub const INNER_UPDATE: &str = "assigning to this isn't supported: assign to a variable or to `slice[index]`";
    pub const VIEW_NAME: &str =
        "this is the name of a view, and can't be bound again in the kernel: give this another name";
    pub const MACRO: &str = "this macro isn't supported in a kernel body: `assert!` is";
    pub const ELEMENTWISE: &str =
        "`elementwise!` takes a closure over elements: `elementwise!(|x: f32, y: f32| x * y)`";
    pub const ELEMENTWISE_INPUT: &str =
        "an input of `elementwise!` is a name and the type of its elements: `|x: f32, n: i32| …`";
    pub const NAME_ARG: &str = "`#[kernel]` takes `fast` and `name = other`";
}

/// Errors found so far.
#[derive(Default)]
pub struct Diag(pub Vec<syn::Error>);

impl Diag {
    /// Adds one.
    pub fn error(&mut self, span: Span, message: impl std::fmt::Display) {
        self.0.push(syn::Error::new(span, message));
    }
}
