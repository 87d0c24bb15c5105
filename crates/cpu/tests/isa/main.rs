//! Each operation of each element type, on the lanes of every instruction set, against one lane of
//! [`Scalar`]: the same bits, for special values and random ones.
//!
//! Only two things are looser. Where the answer is a NaN, any NaN will do, unless the operation
//! only moves bits; and `rsqrt_fast` has its documented error.

mod memory;
mod ops;
mod values;

use hoist_cpu::isa::Wide;
use hoist_machine::halves::{bf16, f16};
use hoist_machine::isa::{Isa, Lanes};
use hoist_machine::{Elem, ScalarType};

/// What has been compared.
#[derive(Default)]
struct Seen {
    compared: usize,
    wrong: Vec<String>,
}

/// How two values are compared.
#[derive(Clone, Copy, PartialEq)]
enum Same {
    /// All bits.
    Bits,
    /// All bits, or both NaN.
    Value,
}

/// The value's bits; all NaNs are one under [`Same::Value`].
fn bits<T: Elem>(x: T, same: Same) -> u64 {
    let b = x.to_bits64();
    let nan = match T::SCALAR {
        ScalarType::F32 => f32::from_bits(b as u32).is_nan(),
        ScalarType::F64 => f64::from_bits(b).is_nan(),
        ScalarType::F16 => f16::from_bits(b as u16).is_nan(),
        ScalarType::BF16 => bf16::from_bits(b as u16).is_nan(),
        _ => false,
    };
    if nan && same == Same::Value {
        f64::NAN.to_bits()
    } else {
        b
    }
}

impl Seen {
    fn compare<R: Elem>(&mut self, same: Same, got: R, want: R, what: impl FnOnce() -> String) {
        self.compared += 1;
        if bits(got, same) != bits(want, same) {
            self.wrong.push(format!("{}: {got:?}, not {want:?}", what()));
        }
    }
    /// How often something whose name starts so was wrong.
    fn wrong(&self, start: &str) -> usize {
        self.wrong.iter().filter(|w| w.starts_with(start)).count()
    }
}

/// Everything, for one instruction set; `None` when this machine lacks it.
fn check<I: Isa>() -> Option<Seen> {
    if !I::available() {
        return None;
    }
    let mut seen = Seen::default();
    ops::all::<I>(&mut seen);
    memory::all::<I>(&mut seen);
    Some(seen)
}

#[test]
fn every_instruction_set_agrees_with_one_lane() {
    let mut results = vec![(Wide::NAME, check::<Wide>())];
    #[cfg(target_arch = "x86_64")]
    {
        use hoist_cpu::isa::{Avx2, Avx512};
        results.push((Avx2::NAME, check::<Avx2>()));
        results.push((Avx512::NAME, check::<Avx512>()));
    }
    let (mut ran, mut wrong) = (0, 0);
    for (name, seen) in results {
        let Some(seen) = seen else {
            println!("{name}: skipped, this machine lacks it");
            continue;
        };
        println!("{name}: {} values compared, {} wrong", seen.compared, seen.wrong.len());
        for w in seen.wrong.iter().take(40) {
            println!("  {w}");
        }
        ran += 1;
        wrong += seen.wrong.len();
    }
    assert!(ran > 0, "no instruction set was tested");
    assert_eq!(wrong, 0, "values differ");
}

/// `Wide` with faults built in.
#[derive(Clone, Copy)]
struct Broken;
impl Isa for Broken {
    const NAME: &'static str = "broken";
    const LANES: usize = 4;
    type F32 = <Wide as Isa>::F32;
    type F64 = <Wide as Isa>::F64;
    type I32 = <Wide as Isa>::I32;
    type I64 = <Wide as Isa>::I64;
    type Mask = <Wide as Isa>::Mask;
    type Many<T: Copy> = [T; 4];
    fn available() -> bool {
        true
    }
    unsafe fn enter<R>(f: impl FnOnce() -> R) -> R {
        f()
    }
    /// The order of zeros is lost.
    fn min_f32(a: Self::F32, b: Self::F32) -> Self::F32 {
        Lanes::from_fn(|l| {
            if b.lane(l) < a.lane(l) || a.lane(l).is_nan() {
                b.lane(l)
            } else {
                a.lane(l)
            }
        })
    }
    /// Saturates from `i32`.
    fn f32_to_u32(a: Self::F32) -> Self::I32 {
        Self::f32_to_i32(a)
    }
    /// Logical, not arithmetic.
    fn shr_i64(a: Self::I64, b: Self::I64) -> Self::I64 {
        Self::shr_u64(a, b)
    }
    fn first(n: usize) -> Self::Mask {
        Lanes::from_fn(|l| l <= n)
    }
    /// Forgets the mask.
    unsafe fn store_f64(p: *mut f64, _: Self::Mask, v: Self::F64) {
        for l in 0..Self::LANES {
            // SAFETY: the tests of stores leave room on both sides.
            unsafe { p.add(l).write(v.lane(l)) }
        }
    }
}

#[test]
fn a_broken_instruction_set_is_seen() {
    let seen = check::<Broken>().expect("it is there");
    for what in ["F32 min", "F32 as U32", "F32 as U8", "I64 shr", "first", "F64 store"] {
        assert!(seen.wrong(what) > 0, "{what} is broken, and nothing was wrong");
    }
    for what in [
        "F32 max",
        "F64 min",
        "I64 shl",
        "U64 shr",
        "F64 load",
        "F32 store",
        "F64 as U32",
    ] {
        assert_eq!(seen.wrong(what), 0, "{what} works");
    }
}
