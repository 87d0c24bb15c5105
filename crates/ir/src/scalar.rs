//! What each operation computes, on bits.

use hoist_machine::halves::{bf16, f16};
use hoist_machine::isa;
use hoist_machine::program::{RedOp, Reduce};
use hoist_machine::{Elem, ScalarType};

use crate::ir::{BinaryOp, UnaryOp};

/// Runs `$body` with `$T` the Rust type of an integer `ScalarType`; `$other` elsewhere.
macro_rules! on_int {
    ($ty:expr, $T:ident => $body:expr, $other:expr) => {
        on_int!(@ $ty, $T, $body, $other, I8 i8, I16 i16, I32 i32, I64 i64, U8 u8, U16 u16, U32 u32, U64 u64, Usize u64)
    };
    (@ $ty:expr, $T:ident, $body:expr, $other:expr, $($name:ident $t:ty),*) => {
        match $ty { $(ScalarType::$name => { type $T = $t; $body })* _ => $other }
    };
}

/// `op a`, with `a` of type `t`. Anything where the types do not fit.
pub(crate) fn unary(op: UnaryOp, t: ScalarType, a: u64) -> u64 {
    match t {
        ScalarType::Bool => (!a) & 1,
        ScalarType::F16 | ScalarType::BF16 => half(t, unary_f32(op, half_value(t, a))),
        ScalarType::F32 => unary_f32(op, f32::from_bits64(a)).to_bits64(),
        ScalarType::F64 => unary_f64(op, f64::from_bits64(a)).to_bits64(),
        _ => on_int!(t, T => {
            let x = T::from_bits64(a);
            match op {
                UnaryOp::Neg => x.wrapping_neg().to_bits64(),
                UnaryOp::Not => (!x).to_bits64(),
                UnaryOp::Abs => if integer(t, a) < 0 { x.wrapping_neg().to_bits64() } else { a },
                UnaryOp::CountOnes => u64::from(x.count_ones()),
                UnaryOp::LeadingZeros => u64::from(x.leading_zeros()),
                UnaryOp::TrailingZeros => u64::from(x.trailing_zeros()),
                _ => 0,
            }
        }, 0),
    }
}

macro_rules! unary_float {
    ($name:ident $t:ty) => {
        fn $name(op: UnaryOp, x: $t) -> $t {
            match op {
                UnaryOp::Neg => -x,
                UnaryOp::Abs => x.abs(),
                UnaryOp::Sqrt => x.sqrt(),
                UnaryOp::Floor => x.floor(),
                UnaryOp::Ceil => x.ceil(),
                UnaryOp::Trunc => x.trunc(),
                UnaryOp::RoundEven => x.round_ties_even(),
                UnaryOp::RsqrtFast => 1.0 / x.sqrt(),
                _ => 0.0,
            }
        }
    };
}
unary_float!(unary_f32 f32);
unary_float!(unary_f64 f64);

/// `a op b` as an update joins them, both of type `t`.
pub(crate) fn join(op: RedOp, t: ScalarType, a: u64, b: u64) -> u64 {
    fn of<T: Reduce>(op: RedOp, a: u64, b: u64) -> u64 {
        T::join(op, T::from_bits64(a), T::from_bits64(b)).to_bits64()
    }
    match t {
        ScalarType::Bool => of::<bool>(op, a, b),
        ScalarType::F16 => of::<f16>(op, a, b),
        ScalarType::BF16 => of::<bf16>(op, a, b),
        ScalarType::F32 => of::<f32>(op, a, b),
        ScalarType::F64 => of::<f64>(op, a, b),
        _ => on_int!(t, T => of::<T>(op, a, b), 0),
    }
}

/// `a op b`, both of type `t`; not for shifts.
pub(crate) fn binary(op: BinaryOp, t: ScalarType, a: u64, b: u64) -> u64 {
    match t {
        ScalarType::Bool => match op {
            BinaryOp::And => a & b,
            BinaryOp::Or => a | b,
            BinaryOp::Xor | BinaryOp::Ne => a ^ b,
            _ => u64::from(a == b),
        },
        ScalarType::F16 => binary_f16(op, f16::from_bits64(a), f16::from_bits64(b)),
        ScalarType::BF16 => binary_bf16(op, bf16::from_bits64(a), bf16::from_bits64(b)),
        ScalarType::F32 => binary_f32(op, f32::from_bits64(a), f32::from_bits64(b)),
        ScalarType::F64 => binary_f64(op, f64::from_bits64(a), f64::from_bits64(b)),
        _ => on_int!(t, T => {
            let (x, y) = (T::from_bits64(a), T::from_bits64(b));
            match op {
                BinaryOp::Add => x.wrapping_add(y).to_bits64(),
                BinaryOp::Sub => x.wrapping_sub(y).to_bits64(),
                BinaryOp::Mul => x.wrapping_mul(y).to_bits64(),
                BinaryOp::And => (x & y).to_bits64(),
                BinaryOp::Or => (x | y).to_bits64(),
                BinaryOp::Xor => (x ^ y).to_bits64(),
                BinaryOp::Min => x.min(y).to_bits64(),
                BinaryOp::Max => x.max(y).to_bits64(),
                _ => u64::from(compare(op, &x, &y)),
            }
        }, 0),
    }
}

macro_rules! binary_float {
    ($name:ident $t:ty, $min:ident $max:ident) => {
        fn $name(op: BinaryOp, x: $t, y: $t) -> u64 {
            match op {
                BinaryOp::Add => (x + y).to_bits64(),
                BinaryOp::Sub => (x - y).to_bits64(),
                BinaryOp::Mul => (x * y).to_bits64(),
                BinaryOp::Div => (x / y).to_bits64(),
                BinaryOp::Rem => (x % y).to_bits64(),
                BinaryOp::Min => isa::$min(x, y).to_bits64(),
                BinaryOp::Max => isa::$max(x, y).to_bits64(),
                _ => u64::from(compare(op, &x, &y)),
            }
        }
    };
}
binary_float!(binary_f32 f32, min32 max32);
binary_float!(binary_f64 f64, min64 max64);

macro_rules! binary_half {
    ($name:ident $t:ty) => {
        fn $name(op: BinaryOp, x: $t, y: $t) -> u64 {
            match op {
                BinaryOp::Add => (x + y).to_bits64(),
                BinaryOp::Sub => (x - y).to_bits64(),
                BinaryOp::Mul => (x * y).to_bits64(),
                BinaryOp::Div => (x / y).to_bits64(),
                BinaryOp::Rem => (x % y).to_bits64(),
                BinaryOp::Min => <$t>::from_f32(isa::min32(x.to_f32(), y.to_f32())).to_bits64(),
                BinaryOp::Max => <$t>::from_f32(isa::max32(x.to_f32(), y.to_f32())).to_bits64(),
                _ => u64::from(compare(op, &x, &y)),
            }
        }
    };
}
binary_half!(binary_f16 f16);
binary_half!(binary_bf16 bf16);

/// The value of a 16-bit float from its bits; `t` is `f16` or `bf16`.
pub fn half_value(t: ScalarType, bits: u64) -> f32 {
    if t == ScalarType::F16 {
        f16::from_bits64(bits).to_f32()
    } else {
        bf16::from_bits64(bits).to_f32()
    }
}
/// The bits of the nearest 16-bit float.
fn half(t: ScalarType, x: f32) -> u64 {
    if t == ScalarType::F16 {
        f16::from_f32(x).to_bits64()
    } else {
        bf16::from_f32(x).to_bits64()
    }
}

fn compare<T: PartialOrd>(op: BinaryOp, a: &T, b: &T) -> bool {
    match op {
        BinaryOp::Eq => a == b,
        BinaryOp::Ne => a != b,
        BinaryOp::Lt => a < b,
        BinaryOp::Le => a <= b,
        BinaryOp::Gt => a > b,
        _ => a >= b,
    }
}

/// `a << count` or `a >> count`; the count is an integer of any type, its low bits count.
pub(crate) fn shift(left: bool, t: ScalarType, a: u64, count: u64) -> u64 {
    on_int!(t, T => {
        let x = T::from_bits64(a);
        let by = count as u32;
        if left { x.wrapping_shl(by).to_bits64() } else { x.wrapping_shr(by).to_bits64() }
    }, 0)
}

/// `a * b + c`, rounded once.
pub(crate) fn fma(t: ScalarType, a: u64, b: u64, c: u64) -> u64 {
    match t {
        ScalarType::F16 | ScalarType::BF16 => half(t, half_value(t, a).mul_add(half_value(t, b), half_value(t, c))),
        ScalarType::F32 => f32::from_bits64(a)
            .mul_add(f32::from_bits64(b), f32::from_bits64(c))
            .to_bits64(),
        _ => f64::from_bits64(a)
            .mul_add(f64::from_bits64(b), f64::from_bits64(c))
            .to_bits64(),
    }
}

/// `a as to`.
pub(crate) fn cast(from: ScalarType, to: ScalarType, a: u64) -> u64 {
    macro_rules! to_any {
        ($x:expr) => {
            match to {
                ScalarType::F16 | ScalarType::BF16 => half(to, $x as f32),
                ScalarType::F32 => ($x as f32).to_bits64(),
                ScalarType::F64 => ($x as f64).to_bits64(),
                ScalarType::Bool => a & 1,
                _ => on_int!(to, T => ($x as T).to_bits64(), 0),
            }
        };
    }
    match from {
        ScalarType::F16 | ScalarType::BF16 => to_any!(half_value(from, a)),
        ScalarType::F32 => to_any!(f32::from_bits64(a)),
        ScalarType::F64 => to_any!(f64::from_bits64(a)),
        ScalarType::Bool => to_any!((a & 1) as u8),
        _ => on_int!(from, S => to_any!(S::from_bits64(a)), 0),
    }
}

/// Quotient or remainder of integers; `Err(true)` for a divisor of zero, `Err(false)` for an overflow.
pub(crate) fn divide(quotient: bool, t: ScalarType, a: u64, b: u64) -> Result<u64, bool> {
    on_int!(t, T => {
        let (x, y) = (T::from_bits64(a), T::from_bits64(b));
        let r = if quotient { x.checked_div(y) } else { x.checked_rem(y) };
        r.map(Elem::to_bits64).ok_or(y == 0)
    }, Ok(0))
}

/// The value of an integer from its bits.
pub(crate) fn integer(t: ScalarType, bits: u64) -> i128 {
    on_int!(t, T => T::from_bits64(bits) as i128, bits as i128 & 1)
}
