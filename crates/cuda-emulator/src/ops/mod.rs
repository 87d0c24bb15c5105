//! Instructions that only touch registers, as functions for each type.

pub mod compare;
pub mod convert;
pub mod float;
pub mod int;

/// An [`Alu`](crate::code::Alu) of `a`.
macro_rules! op1 {
    ($s:ty => $d:ty, |$a:ident| $e:expr) => {
        (|r: &mut [crate::value::Slot], i: &crate::code::Inst| {
            use crate::value::Value;
            let $a = <$s as Value>::get(r[i.a as usize]);
            let v: $d = $e;
            r[i.d as usize] = v.put();
        }) as crate::code::Alu
    };
}

/// An [`Alu`](crate::code::Alu) of `a` and `b`.
macro_rules! op2 {
    ($s:ty => $d:ty, |$a:ident, $b:ident| $e:expr) => {
        (|r: &mut [crate::value::Slot], i: &crate::code::Inst| {
            use crate::value::Value;
            let $a = <$s as Value>::get(r[i.a as usize]);
            let $b = <$s as Value>::get(r[i.b as usize]);
            let v: $d = $e;
            r[i.d as usize] = v.put();
        }) as crate::code::Alu
    };
}

/// An [`Alu`](crate::code::Alu) of `a`, `b` and `c`, the last of its own type.
macro_rules! op3 {
    ($s:ty, $t:ty => $d:ty, |$a:ident, $b:ident, $c:ident| $e:expr) => {
        (|r: &mut [crate::value::Slot], i: &crate::code::Inst| {
            use crate::value::Value;
            let $a = <$s as Value>::get(r[i.a as usize]);
            let $b = <$s as Value>::get(r[i.b as usize]);
            let $c = <$t as Value>::get(r[i.c as usize]);
            let v: $d = $e;
            r[i.d as usize] = v.put();
        }) as crate::code::Alu
    };
}

/// One of the above for the Rust type of each PTX type that is listed; `None` for another.
macro_rules! by_type {
    ($ty:expr; $($name:ident)|+; $op:ident, $args:tt, $e:expr) => {
        match $ty {
            $(crate::ast::Ty::$name => Some(crate::ops::of_type!($name, $op, $args, $e)),)+
            _ => None,
        }
    };
}

/// One op for the Rust type of one PTX type.
macro_rules! of_type {
    (B8, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(u8, $op, $args, $e)
    };
    (U8, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(u8, $op, $args, $e)
    };
    (S8, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(i8, $op, $args, $e)
    };
    (B16, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(u16, $op, $args, $e)
    };
    (U16, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(u16, $op, $args, $e)
    };
    (S16, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(i16, $op, $args, $e)
    };
    (B32, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(u32, $op, $args, $e)
    };
    (U32, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(u32, $op, $args, $e)
    };
    (S32, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(i32, $op, $args, $e)
    };
    (B64, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(u64, $op, $args, $e)
    };
    (U64, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(u64, $op, $args, $e)
    };
    (S64, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(i64, $op, $args, $e)
    };
    (F32, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(f32, $op, $args, $e)
    };
    (F64, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(f64, $op, $args, $e)
    };
    (Pred, $op:ident, $args:tt, $e:expr) => {
        crate::ops::same_type!(bool, $op, $args, $e)
    };
}

/// `op1` and `op2` give the operands' type, `cmp` a predicate, `op3` takes three of one type.
macro_rules! same_type {
    ($t:ty, op1, ($a:ident), $e:expr) => { crate::ops::op1!($t => $t, |$a| $e) };
    ($t:ty, op2, ($a:ident, $b:ident), $e:expr) => { crate::ops::op2!($t => $t, |$a, $b| $e) };
    ($t:ty, op3, ($a:ident, $b:ident, $c:ident), $e:expr) => { crate::ops::op3!($t, $t => $t, |$a, $b, $c| $e) };
    ($t:ty, shift, ($a:ident, $b:ident), $e:expr) => { crate::ops::shift!($t, |$a, $b| $e) };
    ($t:ty, cmp, ($a:ident, $b:ident), $e:expr) => { crate::ops::op2!($t => bool, |$a, $b| $e) };
    ($t:ty, count, ($a:ident), $e:expr) => { crate::ops::op1!($t => u32, |$a| $e) };
}

/// As [`op2`], the second operand an amount in 32 bits.
macro_rules! shift {
    ($t:ty, |$a:ident, $b:ident| $e:expr) => {
        (|r: &mut [crate::value::Slot], i: &crate::code::Inst| {
            use crate::value::Value;
            let $a = <$t as Value>::get(r[i.a as usize]);
            let $b = r[i.b as usize] as u32;
            let v: $t = $e;
            r[i.d as usize] = v.put();
        }) as crate::code::Alu
    };
}

pub(crate) use {by_type, of_type, op1, op2, op3, same_type, shift};
