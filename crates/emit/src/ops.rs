//! Operations by the name that [`hoist_machine::Machine`] gives them.
//!
//! [`operation`] is the table of everything without an effect, apart from leaves: given the
//! operands' text it answers the result's. It knows nothing of how the IR holds expressions.

use hoist_ir::ScalarType;

use crate::EmitError;
use crate::helpers::Count;
use crate::leaf::Leaf;

/// An operand: its type and its text, which binds tighter than any operator.
pub(crate) type Operand<'a> = (ScalarType, &'a str);

/// The text of `name(args)`; `to` is the type of the result.
pub(crate) fn operation(
    leaf: &mut Leaf,
    name: &str,
    to: ScalarType,
    args: &[Operand<'_>],
) -> Result<String, EmitError> {
    if to.is_half() || args.iter().any(|(t, _)| t.is_half()) {
        return crate::half::half_operation(leaf, name, to, args);
    }
    match *args {
        [(t, a)] => unary(leaf, name, to, t, a),
        [a, b] => binary(leaf, name, a, b),
        [(t, a), (_, b), (_, c)] => match name {
            "mul_add" => Ok(leaf.fma(t, a, b, c)),
            "select" => Ok(leaf.select(a, b, c)),
            _ => Err(EmitError::Unsupported {
                what: "an operation of three operands",
            }),
        },
        _ => Err(EmitError::Unsupported {
            what: "an operation's number of operands",
        }),
    }
}

fn unary(leaf: &mut Leaf, name: &str, to: ScalarType, t: ScalarType, a: &str) -> Result<String, EmitError> {
    Ok(match name {
        "neg" => leaf.neg(t, a),
        "abs" => leaf.abs(t, a),
        "not" => leaf.not(t, a),
        "sqrt" => leaf.sqrt(t, a),
        "rsqrt_fast" => leaf.rsqrt(t, a),
        "floor" => leaf.round("floor", "floor", t, a),
        "ceil" => leaf.round("ceil", "ceil", t, a),
        "trunc" => leaf.round("trunc", "trunc", t, a),
        "round_ties_even" => leaf.round("round", "rint", t, a),
        "to_bits" => leaf.to_bits(t, a),
        "from_bits" => leaf.from_bits(to, a),
        "count_ones" => leaf.bit_count(Count::Ones, t, a),
        "leading_zeros" => leaf.bit_count(Count::Leading, t, a),
        "trailing_zeros" => leaf.bit_count(Count::Trailing, t, a),
        "cast" => leaf.cast(t, to, a),
        _ => {
            return Err(EmitError::Unsupported {
                what: "an operation of one operand",
            });
        }
    })
}

fn binary(leaf: &mut Leaf, name: &str, (t, a): Operand<'_>, (u, b): Operand<'_>) -> Result<String, EmitError> {
    Ok(match name {
        "add" => leaf.arith("+", t, a, b),
        "sub" => leaf.arith("-", t, a, b),
        "mul" => leaf.arith("*", t, a, b),
        // Integers were checked by a statement before this one.
        "div" => format!("({a} / {b})"),
        "rem" if t.is_float() => leaf.float_rem(t, a, b),
        "rem" => format!("({a} % {b})"),
        "min" | "max" => leaf.min_max(name, t, a, b),
        "and" => leaf.bits("&", t, a, b),
        "or" => leaf.bits("|", t, a, b),
        "xor" => leaf.bits("^", t, a, b),
        "shl" => leaf.shift(true, t, a, u, b),
        "shr" => leaf.shift(false, t, a, u, b),
        // A number against itself: compilers warn, and some decide it without a look at NaN.
        "eq" | "le" | "ge" if a == b => not_nan(leaf, t, a)?,
        "ne" if a == b && t.is_float() => format!("({})", leaf.is_nan(t, a)),
        "ne" | "lt" | "gt" if a == b => leaf.truth(false)?,
        "eq" => format!("({a} == {b})"),
        "ne" => format!("({a} != {b})"),
        "lt" => format!("({a} < {b})"),
        "le" => format!("({a} <= {b})"),
        "gt" => format!("({a} > {b})"),
        "ge" => format!("({a} >= {b})"),
        _ => {
            return Err(EmitError::Unsupported {
                what: "an operation of two operands",
            });
        }
    })
}

/// `a == a`.
fn not_nan(leaf: &mut Leaf, t: ScalarType, a: &str) -> Result<String, EmitError> {
    if t.is_float() {
        return Ok(format!("!({})", leaf.is_nan(t, a)));
    }
    leaf.truth(true)
}
