//! Operations on values.

use crate::values::{Values, mixed, pairs, singles};
use crate::{Same, Seen};
use hoist_cpu::isa::Scalar;
use hoist_machine::halves::{bf16, f16};
use hoist_machine::isa::{Isa, Lanes};
use hoist_machine::{Bits, Elem, Float, Int, Num};

/// The most lanes that an instruction set has.
const MOST: usize = 64;

/// Runs an operation on columns of inputs, in gangs and one by one.
macro_rules! op {
    ($seen:ident, $same:ident, $what:expr, [$($f:tt)*], ($($x:ident: $X:ty = $col:expr),*) -> $R:ty) => {{
        let count = [$($col.len()),*][0];
        for at in (0..count).step_by(I::LANES) {
            // SAFETY: `check` has asked `I::available()`.
            let got: [$R; MOST] = unsafe {
                I::enter(
                    #[inline(always)]
                    || {
                        $(let $x = <$X as Elem>::from_lanes::<I>(#[inline(always)] |l| $col[at + l]);)*
                        let r = $($f)*::<I>($($x),*);
                        core::array::from_fn(#[inline(always)] |l| <$R as Elem>::lane::<I>(r, l % I::LANES))
                    },
                )
            };
            for l in 0..I::LANES {
                $(let $x = <$X as Elem>::splat::<Scalar>($col[at + l]);)*
                let want = <$R as Elem>::lane::<Scalar>($($f)*::<Scalar>($($x),*), 0);
                $seen.compare(Same::$same, got[l], want, || format!("{} ({:?})", $what, ($($col[at + l],)*)));
            }
        }
    }};
}

pub fn all<I: Isa>(seen: &mut Seen) {
    masks::<I>(seen);
    elem::<I, bool>(seen);
    bit_ops::<I, bool>(seen);
    floats::<I, f32>(seen);
    floats::<I, f64>(seen);
    floats::<I, f16>(seen);
    floats::<I, bf16>(seen);
    rsqrt::<I, f32>(seen);
    rsqrt::<I, f64>(seen);
    macro_rules! each {
        ($($t:ident)*) => {$(ints::<I, $t>(seen);)*};
    }
    each!(i8 u8 i16 u16 i32 u32 i64 u64 usize);
    macro_rules! from {
        ($($t:ident)*) => {$(
            casts_from::<I, $t>(seen);
        )*};
    }
    from!(bool f16 bf16 f32 f64 i8 u8 i16 u16 i32 u32 i64 u64 usize);
}

fn name<T: Elem>(op: &str) -> String {
    format!("{:?} {op}", T::SCALAR)
}

/// What an instruction set can do with masks alone.
fn masks<I: Isa>(seen: &mut Seen) {
    let n = I::LANES;
    let mut r = crate::values::Random(3);
    for round in 0..400 {
        let (a, b) = (
            r.bits(),
            if round < 200 {
                r.bits()
            } else {
                r.bits() & r.bits() & r.bits()
            },
        );
        let (a, b) = match round {
            0 => (0, 0),
            1 => (u64::MAX, 0),
            2 => (0, u64::MAX),
            3 => (u64::MAX, u64::MAX),
            _ => (a, b),
        };
        let bit = |x: u64, l: usize| x >> l & 1 == 1;
        // SAFETY: `check` has asked `I::available()`.
        let (k, [any, all], [lowest, lanes]) = unsafe {
            I::enter(
                #[inline(always)]
                || {
                    let x = I::Mask::from_fn(|l| bit(a, l));
                    let y = I::Mask::from_fn(|l| bit(b, l));
                    let k = [
                        I::and_not_mask(x, y),
                        I::splat_mask(bit(a, 0)),
                        I::select_mask(x, y, I::not_mask(x)),
                        I::i32_to_mask(I::mask_to_i32(x)),
                        I::first((a % 70) as usize),
                    ];
                    let k = k.map(|k| core::array::from_fn::<bool, MOST, _>(|l| k.lane(l % I::LANES)));
                    (k, [I::any(y), I::all(y)], [I::lowest(y), I::LANES])
                },
            )
        };
        for l in 0..lanes {
            let (x, y) = (bit(a, l), bit(b, l));
            let want = [x & !y, bit(a, 0), if x { y } else { !x }, x, l < (a % 70) as usize];
            let names = ["and_not", "splat", "select_mask", "mask to i32 and back", "first"];
            for (i, want) in want.into_iter().enumerate() {
                seen.compare(Same::Bits, k[i][l], want, || {
                    format!("{} {a:x} {b:x} lane {l}", names[i])
                });
            }
        }
        let b = b & (u64::MAX >> (64 - n));
        seen.compare(Same::Bits, any, b != 0, || format!("any {b:x}"));
        seen.compare(Same::Bits, all, b.count_ones() as usize == n, || format!("all {b:x}"));
        let first = n.min(b.trailing_zeros() as usize);
        seen.compare(Same::Bits, lowest, first, || format!("lowest {b:x}"));
    }
    let (from, step) = (mixed::<i64>(256, 4), mixed::<i64>(256, 5));
    for (x, s) in from.into_iter().zip(step) {
        // SAFETY: `check` has asked `I::available()`.
        let got: [i64; MOST] = unsafe {
            I::enter(
                #[inline(always)]
                || {
                    let r = I::ramp_i64(x, s);
                    core::array::from_fn(|l| r.lane(l % I::LANES))
                },
            )
        };
        for l in 0..n {
            let want = x.wrapping_add(s.wrapping_mul(l as i64));
            seen.compare(Same::Bits, got[l], want, || format!("ramp {x} {s} lane {l}"));
        }
    }
}

fn elem<I: Isa, T: Values>(seen: &mut Seen) {
    let (a, b) = pairs::<T>();
    let ks = mixed::<bool>(a.len(), 6);
    op!(seen, Bits, name::<T>("eq"), [<T as Elem>::eq_lanes], (x: T = a, y: T = b) -> bool);
    op!(seen, Bits, name::<T>("select"), [<T as Elem>::select], (k: bool = ks, x: T = a, y: T = b) -> T);
    for x in T::special() {
        // SAFETY: `check` has asked `I::available()`.
        let got: [T; MOST] = unsafe {
            I::enter(
                #[inline(always)]
                || {
                    let r = T::splat::<I>(x);
                    core::array::from_fn(|l| T::lane::<I>(r, l % I::LANES))
                },
            )
        };
        for l in 0..I::LANES {
            seen.compare(Same::Bits, got[l], x, || name::<T>("splat"));
        }
    }
}

fn nums<I: Isa, T: Values + Num>(seen: &mut Seen) {
    elem::<I, T>(seen);
    let (a, b) = pairs::<T>();
    op!(seen, Value, name::<T>("add"), [<T as Num>::add], (x: T = a, y: T = b) -> T);
    op!(seen, Value, name::<T>("sub"), [<T as Num>::sub], (x: T = a, y: T = b) -> T);
    op!(seen, Value, name::<T>("mul"), [<T as Num>::mul], (x: T = a, y: T = b) -> T);
    op!(seen, Value, name::<T>("min"), [<T as Num>::min], (x: T = a, y: T = b) -> T);
    op!(seen, Value, name::<T>("max"), [<T as Num>::max], (x: T = a, y: T = b) -> T);
    op!(seen, Bits, name::<T>("lt"), [<T as Num>::lt_lanes], (x: T = a, y: T = b) -> bool);
    op!(seen, Bits, name::<T>("le"), [<T as Num>::le_lanes], (x: T = a, y: T = b) -> bool);
    op!(seen, Bits, name::<T>("fault"), [<T as Num>::div_fault], (y: T = b) -> bool);
    op!(seen, Bits, name::<T>("overflow"), [<T as Num>::div_overflow], (x: T = a, y: T = b) -> bool);
    let s = singles::<T>();
    op!(seen, Bits, name::<T>("neg"), [<T as Num>::neg], (x: T = s) -> T);
    op!(seen, Bits, name::<T>("abs"), [<T as Num>::abs], (x: T = s) -> T);
    // A quotient may be anything where the kernel's lane has faulted, but nothing may trap.
    let zero = vec![T::default(); s.len()];
    for at in (0..s.len()).step_by(I::LANES) {
        // SAFETY: `check` has asked `I::available()`.
        unsafe {
            I::enter(
                #[inline(always)]
                || {
                    let x = T::from_lanes::<I>(|l| s[at + l]);
                    let y = T::from_lanes::<I>(|l| zero[at + l]);
                    std::hint::black_box((T::div::<I>(x, y), T::rem::<I>(x, y)));
                },
            );
        }
    }
    let defined = |x: T, y: T| {
        let (x, y) = (T::splat::<Scalar>(x), T::splat::<Scalar>(y));
        !T::div_fault::<Scalar>(y) && !T::div_overflow::<Scalar>(x, y)
    };
    let (mut a, mut b): (Vec<T>, Vec<T>) = a.into_iter().zip(b).filter(|(x, y)| defined(*x, *y)).unzip();
    a.truncate(a.len() / MOST * MOST);
    b.truncate(a.len());
    op!(seen, Value, name::<T>("div"), [<T as Num>::div], (x: T = a, y: T = b) -> T);
    op!(seen, Value, name::<T>("rem"), [<T as Num>::rem], (x: T = a, y: T = b) -> T);
}

fn bit_ops<I: Isa, T: Values + Bits>(seen: &mut Seen) {
    let (a, b) = pairs::<T>();
    op!(seen, Bits, name::<T>("and"), [<T as Bits>::and], (x: T = a, y: T = b) -> T);
    op!(seen, Bits, name::<T>("or"), [<T as Bits>::or], (x: T = a, y: T = b) -> T);
    op!(seen, Bits, name::<T>("xor"), [<T as Bits>::xor], (x: T = a, y: T = b) -> T);
    op!(seen, Bits, name::<T>("not"), [<T as Bits>::not], (x: T = a) -> T);
}

fn ints<I: Isa, T: Values + Int>(seen: &mut Seen) {
    nums::<I, T>(seen);
    bit_ops::<I, T>(seen);
    let (a, _) = pairs::<T>();
    // Counts within the width, and far outside.
    let wild = mixed::<i32>(a.len(), 7);
    let counts: Vec<i32> = (0..)
        .zip(wild)
        .map(|(i, x)| if i % 3 == 0 { x } else { i % 65 })
        .collect();
    op!(seen, Bits, name::<T>("shl"), [<T as Int>::shl], (x: T = a, n: i32 = counts) -> T);
    op!(seen, Bits, name::<T>("shr"), [<T as Int>::shr], (x: T = a, n: i32 = counts) -> T);
    let s = singles::<T>();
    op!(seen, Bits, name::<T>("count"), [<T as Int>::count], (x: T = s) -> i32);
    op!(seen, Bits, name::<T>("ones"), [<T as Int>::count_ones], (x: T = s) -> i32);
    op!(seen, Bits, name::<T>("leading"), [<T as Int>::leading_zeros], (x: T = s) -> i32);
    op!(seen, Bits, name::<T>("trailing"), [<T as Int>::trailing_zeros], (x: T = s) -> i32);
}

fn floats<I: Isa, T: Values + Float>(seen: &mut Seen)
where
    T::Bits: Values,
{
    nums::<I, T>(seen);
    let s = singles::<T>();
    op!(seen, Value, name::<T>("sqrt"), [<T as Float>::sqrt], (x: T = s) -> T);
    op!(seen, Value, name::<T>("floor"), [<T as Float>::floor], (x: T = s) -> T);
    op!(seen, Value, name::<T>("ceil"), [<T as Float>::ceil], (x: T = s) -> T);
    op!(seen, Value, name::<T>("trunc"), [<T as Float>::trunc], (x: T = s) -> T);
    op!(seen, Value, name::<T>("round"), [<T as Float>::round_ties_even], (x: T = s) -> T);
    op!(seen, Bits, name::<T>("to_bits"), [<T as Float>::to_bits], (x: T = s) -> T::Bits);
    let b = singles::<T::Bits>();
    op!(seen, Bits, name::<T>("from_bits"), [<T as Float>::from_bits], (x: T::Bits = b) -> T);
    let (a, b) = pairs::<T>();
    let c = mixed::<T>(a.len(), 8);
    op!(seen, Value, name::<T>("mul_add"), [<T as Float>::mul_add], (x: T = a, y: T = b, z: T = c) -> T);
}

fn rsqrt<I: Isa, T: Values + Float>(seen: &mut Seen) {
    let s = singles::<T>();
    op!(seen, Value, name::<T>("rsqrt"), [<T as Near>::rsqrt], (x: T = s) -> T);
}

/// `rsqrt_fast` times the exact root, which is 1 wherever it is close enough, or itself.
trait Near: Float {
    fn rsqrt<I: Isa>(x: Self::Reg<I>) -> Self::Reg<I>;
}
impl<T: Float> Near for T {
    fn rsqrt<I: Isa>(x: T::Reg<I>) -> T::Reg<I> {
        let one = T::splat::<I>(T::from_f64(1.0));
        let fast = T::rsqrt_fast::<I>(x);
        let near = T::abs::<I>(T::sub::<I>(T::mul::<I>(fast, T::sqrt::<I>(x)), one));
        let close = T::lt_lanes::<I>(near, T::splat::<I>(T::from_f64(1e-6)));
        T::select::<I>(close, one, fast)
    }
}

/// `x as U`.
trait From<T: Elem>: Elem {
    fn cast<I: Isa>(x: T::Reg<I>) -> Self::Reg<I>;
}
impl<T: Elem, U: Elem> From<T> for U {
    #[inline(always)]
    fn cast<I: Isa>(x: T::Reg<I>) -> U::Reg<I> {
        U::narrow::<I>(T::widen::<I>(x))
    }
}

fn casts_from<I: Isa, T: Values>(seen: &mut Seen) {
    let s = singles::<T>();
    macro_rules! to {
        ($($u:ident)*) => {$({
            let what = format!("{:?} as {:?}", T::SCALAR, $u::SCALAR);
            op!(seen, Value, what, [<$u as From<T>>::cast], (x: T = s) -> $u);
        })*};
    }
    to!(bool f16 bf16 f32 f64 i8 u8 i16 u16 i32 u32 i64 u64 usize);
}
