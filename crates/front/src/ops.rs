//! Tables: which Rust operator or method is which call of the machine.

use crate::tree;
use syn::{BinOp, Expr, ExprCall, ExprLit, ExprMethodCall, Lit};

/// The machine's name of a binary operator that is one call of two operands.
pub fn binary(op: &BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Add(_) | BinOp::AddAssign(_) => "add",
        BinOp::Sub(_) | BinOp::SubAssign(_) => "sub",
        BinOp::Mul(_) | BinOp::MulAssign(_) => "mul",
        BinOp::Div(_) | BinOp::DivAssign(_) => "div",
        BinOp::Rem(_) | BinOp::RemAssign(_) => "rem",
        BinOp::BitAnd(_) | BinOp::BitAndAssign(_) => "and",
        BinOp::BitOr(_) | BinOp::BitOrAssign(_) => "or",
        BinOp::BitXor(_) | BinOp::BitXorAssign(_) => "xor",
        BinOp::Shl(_) | BinOp::ShlAssign(_) => "shl",
        BinOp::Shr(_) | BinOp::ShrAssign(_) => "shr",
        BinOp::Eq(_) => "eq",
        BinOp::Ne(_) => "ne",
        BinOp::Lt(_) => "lt",
        BinOp::Le(_) => "le",
        BinOp::Gt(_) => "gt",
        BinOp::Ge(_) => "ge",
        _ => return None,
    })
}

/// The same for a compound assignment.
pub fn compound(op: &BinOp) -> Option<&'static str> {
    use BinOp::*;
    match op {
        AddAssign(_) | SubAssign(_) | MulAssign(_) | DivAssign(_) | RemAssign(_) | BitAndAssign(_) | BitOrAssign(_)
        | BitXorAssign(_) | ShlAssign(_) | ShrAssign(_) => binary(op),
        _ => None,
    }
}

/// How a method is lowered.
pub enum Method {
    /// A call of the machine.
    Machine(&'static str),
    /// A function of `hoist_machine::math`.
    Math(&'static str),
    /// The same, given the mask of the place.
    Masked(&'static str),
    /// The same, given the mask and, last, the site of a fault.
    Faulting(&'static str),
}

/// The method's lowering and how many arguments it takes after the receiver.
pub fn method(name: &str) -> Option<(Method, usize)> {
    use Method::{Faulting, Machine, Masked, Math};
    Some(match name {
        "sqrt" | "abs" | "floor" | "ceil" | "trunc" | "round_ties_even" | "to_bits" | "count_ones"
        | "leading_zeros" | "trailing_zeros" => (Machine(fixed(name)), 0),
        "wrapping_neg" => (Machine("neg"), 0),
        "wrapping_abs" => (Machine("abs"), 0),
        "min" | "max" => (Machine(fixed(name)), 1),
        "wrapping_add" => (Machine("add"), 1),
        "wrapping_sub" => (Machine("sub"), 1),
        "wrapping_mul" => (Machine("mul"), 1),
        "wrapping_shl" => (Machine("shl"), 1),
        "wrapping_shr" => (Machine("shr"), 1),
        "mul_add" => (Machine("mul_add"), 2),
        "exp" | "exp2" | "ln" | "log2" | "log10" | "tanh" | "round" | "fract" | "signum" | "recip" | "is_nan"
        | "is_finite" | "is_infinite" | "is_sign_negative" | "is_sign_positive" | "to_degrees" | "to_radians"
        | "reverse_bits" | "swap_bytes" | "count_zeros" | "leading_ones" | "trailing_ones" | "is_power_of_two"
        | "is_negative" | "is_positive" | "asin" | "acos" | "atan" | "sinh" | "cosh" | "asinh" | "acosh" | "atanh"
        | "cbrt" | "exp_m1" | "ln_1p" => (Math(fixed(name)), 0),
        "sin" | "cos" | "tan" => (Masked(fixed(name)), 0),
        "copysign" | "pow" | "powf" | "powi" | "atan2" | "hypot" | "abs_diff" | "rotate_left" | "rotate_right"
        | "saturating_add" | "saturating_sub" => (Math(fixed(name)), 1),
        "wrapping_pow" => (Math("pow"), 1),
        "unsigned_abs" => (Math("unsigned_abs"), 0),
        "rem_euclid" | "div_euclid" | "div_ceil" | "next_multiple_of" => (Faulting(fixed(name)), 1),
        "clamp" => (Math("clamp"), 2),
        _ => return None,
    })
}

/// Whether an expression is much more than an operation: loops, functions that reduce their argument or carry two floats, and calls, since what a
/// device function does is not seen where it is called.
pub fn heavy(e: &Expr) -> bool {
    match e {
        Expr::While(_) | Expr::Loop(_) | Expr::ForLoop(_) | Expr::Call(_) => true,
        Expr::MethodCall(c) => ["sin", "cos", "tan", "sin_cos", "powf", "powi", "atan2"]
            .iter()
            .any(|name| c.method == name),
        _ => false,
    }
}

/// Every method name that [`method`] knows, for the hint of an unknown one.
pub const METHODS: &str = "sqrt abs floor ceil trunc round round_ties_even fract signum recip copysign min max clamp \
    mul_add exp exp2 exp_m1 ln ln_1p log2 log10 sin cos tan sin_cos asin acos atan atan2 sinh cosh tanh asinh acosh atanh \
    cbrt hypot pow powf powi rem_euclid div_euclid div_ceil next_multiple_of to_bits is_nan is_finite is_infinite \
    is_sign_negative is_sign_positive to_degrees to_radians wrapping_add wrapping_sub wrapping_mul wrapping_neg \
    wrapping_abs wrapping_pow wrapping_shl wrapping_shr count_ones count_zeros leading_zeros leading_ones trailing_zeros \
    trailing_ones reverse_bits swap_bytes is_power_of_two is_negative is_positive rotate_left rotate_right abs_diff unsigned_abs saturating_add saturating_sub to_f32 to_f64";

/// The type that `x.to_f32()` gives.
pub fn conversion(method: &str) -> Option<&'static str> {
    match method {
        "to_f32" => Some("f32"),
        "to_f64" => Some("f64"),
        _ => None,
    }
}
/// Whether `T::name(x)` is `x as T`.
pub fn converts(ty: &str, name: &str) -> bool {
    let half = matches!(ty, "f16" | "bf16");
    match name {
        // What `From` allows loses nothing.
        "from" => true,
        "from_f32" | "from_f32_const" => half,
        _ => false,
    }
}

/// The exponent of `x.powi(3)`, when a literal is so small that its powers are multiplied out.
pub fn known_power(c: &ExprMethodCall) -> Option<u32> {
    let Some(Expr::Lit(ExprLit { lit: Lit::Int(n), .. })) = c.args.first().map(tree::bare) else {
        return None;
    };
    (c.method == "powi" && c.args.len() == 1)
        .then(|| n.base10_parse().ok())?
        .filter(|n| *n <= 8)
}

fn fixed(name: &str) -> &'static str {
    METHODS
        .split_whitespace()
        .find(|m| *m == name)
        .expect("every method is in METHODS")
}

/// `f32::max(a, b)`, `u32::from_bits(x)`: the type and the method, when the path names a primitive.
pub fn primitive_call(c: &ExprCall) -> Option<(String, String)> {
    let Expr::Path(p) = tree::bare(&c.func) else {
        return None;
    };
    let n = p.path.segments.len();
    if n < 2 {
        return None;
    }
    let ty = p.path.segments[n - 2].ident.to_string();
    let name = p.path.segments[n - 1].ident.to_string();
    is_primitive(&ty).then_some((ty, name))
}

fn is_primitive(ty: &str) -> bool {
    matches!(
        ty,
        "f16" | "bf16" | "f32" | "f64" | "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" | "bool"
    )
}

/// Whether a path ends with a number's name.
pub fn is_scalar(path: &syn::Path) -> bool {
    path.segments.last().is_some_and(|s| is_primitive(&s.ident.to_string()))
}
