//! What one instruction set provides: registers of [`Isa::LANES`] lanes of each width.
//!
//! A register type holds all lanes, in as many machine vectors as that takes: an AVX2 gang of 8
//! lanes keeps `f32` in one vector and `f64` in two. Most methods have a lane-by-lane default, so
//! that a new instruction set states its registers and then replaces what is hot.

/// Array view of a register.
pub trait Lanes<T: Copy>: Copy {
    /// Reads lane `l`.
    fn lane(self, l: usize) -> T;
    /// Builds a register from a function of the lane.
    fn from_fn(f: impl FnMut(usize) -> T) -> Self;
    /// Lane `l` is lane `from(l)` of the `n` of `a` and the `n` of `b`, counted through; `from` is known when this is compiled.
    #[inline(always)]
    fn pick(a: Self, b: Self, n: usize, from: impl Fn(usize) -> usize) -> Self {
        Self::from_fn(
            #[inline(always)]
            |l| match from(l) {
                at if at < n => a.lane(at),
                at => b.lane(at - n),
            },
        )
    }
}

macro_rules! one_lane {
    ($($t:ident)*) => {$(
        impl Lanes<$t> for $t {
            #[inline(always)]
            fn lane(self, _: usize) -> $t { self }
            #[inline(always)]
            fn from_fn(mut f: impl FnMut(usize) -> $t) -> Self { f(0) }
        }
    )*};
}
one_lane!(f32 f64 i32 i64 bool);

macro_rules! lanewise {
    ($($name:ident($($a:ident: $t:ident),*) -> $r:ident = |$($x:ident),*| $e:expr;)*) => {$(
        #[inline(always)]
        fn $name($($a: Self::$t),*) -> Self::$r {
            <Self::$r as Lanes<_>>::from_fn(#[inline(always)] |l| { $(let $x = $a.lane(l);)* $e })
        }
    )*};
}

/// One instruction set.
pub trait Isa: Copy + Send + Sync + 'static {
    /// As in `cpu:simd=name`.
    const NAME: &'static str;
    /// Lanes of a gang.
    const LANES: usize;
    /// Whether a fused multiply-add is one instruction.
    const FUSED: bool = cfg!(any(target_feature = "fma", target_arch = "aarch64"));
    /// Whether slices are read and written by relaxed atomic accesses, because several threads may meet in an element.
    const RELAXED: bool = false;
    type F32: Lanes<f32>;
    type F64: Lanes<f64>;
    type I32: Lanes<i32>;
    type I64: Lanes<i64>;
    type Mask: Lanes<bool>;
    /// One value a lane, in memory.
    type Many<T: Copy>: Copy;

    /// Whether this machine has it.
    fn available() -> bool;
    /// Runs `f`, inlined, in a function compiled for this instruction set.
    /// # Safety
    /// [`Isa::available`] has answered yes on this machine.
    unsafe fn enter<R>(f: impl FnOnce() -> R) -> R;

    #[inline(always)]
    fn splat_f32(x: f32) -> Self::F32 {
        Self::F32::from_fn(
            #[inline(always)]
            |_| x,
        )
    }
    #[inline(always)]
    fn splat_f64(x: f64) -> Self::F64 {
        Self::F64::from_fn(
            #[inline(always)]
            |_| x,
        )
    }
    #[inline(always)]
    fn splat_i32(x: i32) -> Self::I32 {
        Self::I32::from_fn(
            #[inline(always)]
            |_| x,
        )
    }
    #[inline(always)]
    fn splat_i64(x: i64) -> Self::I64 {
        Self::I64::from_fn(
            #[inline(always)]
            |_| x,
        )
    }
    #[inline(always)]
    fn splat_mask(x: bool) -> Self::Mask {
        Self::Mask::from_fn(
            #[inline(always)]
            |_| x,
        )
    }
    /// The first `n` lanes.
    #[inline(always)]
    fn first(n: usize) -> Self::Mask {
        Self::Mask::from_fn(
            #[inline(always)]
            |l| l < n,
        )
    }
    #[inline(always)]
    fn any(k: Self::Mask) -> bool {
        (0..Self::LANES).any(
            #[inline(always)]
            |l| k.lane(l),
        )
    }
    #[inline(always)]
    fn all(k: Self::Mask) -> bool {
        (0..Self::LANES).all(
            #[inline(always)]
            |l| k.lane(l),
        )
    }
    /// A bit for each lane, the first lane's the lowest.
    #[inline(always)]
    fn bits(k: Self::Mask) -> u32 {
        (0..Self::LANES).fold(
            0,
            #[inline(always)]
            |bits, l| bits | u32::from(k.lane(l)) << l,
        )
    }
    /// The lowest lane in `k`; [`Isa::LANES`] when there is none.
    #[inline(always)]
    fn lowest(k: Self::Mask) -> usize {
        (Self::bits(k) | 1 << Self::LANES).trailing_zeros() as usize
    }

    lanewise! {
        and_mask(a: Mask, b: Mask) -> Mask = |x, y| x & y;
        or_mask(a: Mask, b: Mask) -> Mask = |x, y| x | y;
        xor_mask(a: Mask, b: Mask) -> Mask = |x, y| x ^ y;
        and_not_mask(a: Mask, b: Mask) -> Mask = |x, y| x & !y;
        not_mask(a: Mask) -> Mask = |x| !x;
        select_f32(k: Mask, a: F32, b: F32) -> F32 = |k, x, y| if k { x } else { y };
        select_f64(k: Mask, a: F64, b: F64) -> F64 = |k, x, y| if k { x } else { y };
        select_i32(k: Mask, a: I32, b: I32) -> I32 = |k, x, y| if k { x } else { y };
        select_i64(k: Mask, a: I64, b: I64) -> I64 = |k, x, y| if k { x } else { y };
        select_mask(k: Mask, a: Mask, b: Mask) -> Mask = |k, x, y| if k { x } else { y };

        add_f32(a: F32, b: F32) -> F32 = |x, y| x + y;
        sub_f32(a: F32, b: F32) -> F32 = |x, y| x - y;
        mul_f32(a: F32, b: F32) -> F32 = |x, y| x * y;
        div_f32(a: F32, b: F32) -> F32 = |x, y| x / y;
        rem_f32(a: F32, b: F32) -> F32 = |x, y| x % y;
        fma_f32(a: F32, b: F32, c: F32) -> F32 = |x, y, z| x.mul_add(y, z);
        min_f32(a: F32, b: F32) -> F32 = |x, y| min32(x, y);
        max_f32(a: F32, b: F32) -> F32 = |x, y| max32(x, y);
        sqrt_f32(a: F32) -> F32 = |x| x.sqrt();
        floor_f32(a: F32) -> F32 = |x| x.floor();
        ceil_f32(a: F32) -> F32 = |x| x.ceil();
        trunc_f32(a: F32) -> F32 = |x| x.trunc();
        round_f32(a: F32) -> F32 = |x| x.round_ties_even();
        rsqrt_f32(a: F32) -> F32 = |x| 1.0 / x.sqrt();
        bits_f32(a: F32) -> I32 = |x| x.to_bits() as i32;
        from_bits_f32(a: I32) -> F32 = |x| f32::from_bits(x as u32);
        lt_f32(a: F32, b: F32) -> Mask = |x, y| x < y;
        le_f32(a: F32, b: F32) -> Mask = |x, y| x <= y;
        eq_f32(a: F32, b: F32) -> Mask = |x, y| x == y;

        add_f64(a: F64, b: F64) -> F64 = |x, y| x + y;
        sub_f64(a: F64, b: F64) -> F64 = |x, y| x - y;
        mul_f64(a: F64, b: F64) -> F64 = |x, y| x * y;
        div_f64(a: F64, b: F64) -> F64 = |x, y| x / y;
        rem_f64(a: F64, b: F64) -> F64 = |x, y| x % y;
        fma_f64(a: F64, b: F64, c: F64) -> F64 = |x, y, z| x.mul_add(y, z);
        min_f64(a: F64, b: F64) -> F64 = |x, y| min64(x, y);
        max_f64(a: F64, b: F64) -> F64 = |x, y| max64(x, y);
        sqrt_f64(a: F64) -> F64 = |x| x.sqrt();
        floor_f64(a: F64) -> F64 = |x| x.floor();
        ceil_f64(a: F64) -> F64 = |x| x.ceil();
        trunc_f64(a: F64) -> F64 = |x| x.trunc();
        round_f64(a: F64) -> F64 = |x| x.round_ties_even();
        rsqrt_f64(a: F64) -> F64 = |x| 1.0 / x.sqrt();
        bits_f64(a: F64) -> I64 = |x| x.to_bits() as i64;
        from_bits_f64(a: I64) -> F64 = |x| f64::from_bits(x as u64);
        lt_f64(a: F64, b: F64) -> Mask = |x, y| x < y;
        le_f64(a: F64, b: F64) -> Mask = |x, y| x <= y;
        eq_f64(a: F64, b: F64) -> Mask = |x, y| x == y;

        add_i32(a: I32, b: I32) -> I32 = |x, y| x.wrapping_add(y);
        sub_i32(a: I32, b: I32) -> I32 = |x, y| x.wrapping_sub(y);
        mul_i32(a: I32, b: I32) -> I32 = |x, y| x.wrapping_mul(y);
        and_i32(a: I32, b: I32) -> I32 = |x, y| x & y;
        or_i32(a: I32, b: I32) -> I32 = |x, y| x | y;
        xor_i32(a: I32, b: I32) -> I32 = |x, y| x ^ y;
        shl_i32(a: I32, b: I32) -> I32 = |x, y| x.wrapping_shl(y as u32);
        shr_i32(a: I32, b: I32) -> I32 = |x, y| x.wrapping_shr(y as u32);
        shr_u32(a: I32, b: I32) -> I32 = |x, y| (x as u32).wrapping_shr(y as u32) as i32;
        lt_i32(a: I32, b: I32) -> Mask = |x, y| x < y;
        lt_u32(a: I32, b: I32) -> Mask = |x, y| (x as u32) < y as u32;
        eq_i32(a: I32, b: I32) -> Mask = |x, y| x == y;
        div_i32(a: I32, b: I32) -> I32 = |x, y| if y == 0 { 0 } else { x.wrapping_div(y) };
        div_u32(a: I32, b: I32) -> I32 = |x, y| (x as u32).checked_div(y as u32).unwrap_or(0) as i32;
        rem_i32(a: I32, b: I32) -> I32 = |x, y| if y == 0 { 0 } else { x.wrapping_rem(y) };
        rem_u32(a: I32, b: I32) -> I32 = |x, y| (x as u32).checked_rem(y as u32).unwrap_or(0) as i32;
        ones_i32(a: I32) -> I32 = |x| x.count_ones() as i32;
        lzcnt_i32(a: I32) -> I32 = |x| x.leading_zeros() as i32;
        tzcnt_i32(a: I32) -> I32 = |x| x.trailing_zeros() as i32;

        add_i64(a: I64, b: I64) -> I64 = |x, y| x.wrapping_add(y);
        sub_i64(a: I64, b: I64) -> I64 = |x, y| x.wrapping_sub(y);
        mul_i64(a: I64, b: I64) -> I64 = |x, y| x.wrapping_mul(y);
        and_i64(a: I64, b: I64) -> I64 = |x, y| x & y;
        or_i64(a: I64, b: I64) -> I64 = |x, y| x | y;
        xor_i64(a: I64, b: I64) -> I64 = |x, y| x ^ y;
        shl_i64(a: I64, b: I64) -> I64 = |x, y| x.wrapping_shl(y as u32);
        shr_i64(a: I64, b: I64) -> I64 = |x, y| x.wrapping_shr(y as u32);
        shr_u64(a: I64, b: I64) -> I64 = |x, y| (x as u64).wrapping_shr(y as u32) as i64;
        lt_i64(a: I64, b: I64) -> Mask = |x, y| x < y;
        lt_u64(a: I64, b: I64) -> Mask = |x, y| (x as u64) < y as u64;
        eq_i64(a: I64, b: I64) -> Mask = |x, y| x == y;
        div_i64(a: I64, b: I64) -> I64 = |x, y| if y == 0 { 0 } else { x.wrapping_div(y) };
        div_u64(a: I64, b: I64) -> I64 = |x, y| (x as u64).checked_div(y as u64).unwrap_or(0) as i64;
        rem_i64(a: I64, b: I64) -> I64 = |x, y| if y == 0 { 0 } else { x.wrapping_rem(y) };
        rem_u64(a: I64, b: I64) -> I64 = |x, y| (x as u64).checked_rem(y as u64).unwrap_or(0) as i64;
        ones_i64(a: I64) -> I32 = |x| x.count_ones() as i32;
        lzcnt_i64(a: I64) -> I32 = |x| x.leading_zeros() as i32;
        tzcnt_i64(a: I64) -> I32 = |x| x.trailing_zeros() as i32;

        i32_to_f32(a: I32) -> F32 = |x| x as f32;
        u32_to_f32(a: I32) -> F32 = |x| x as u32 as f32;
        i64_to_f32(a: I64) -> F32 = |x| x as f32;
        u64_to_f32(a: I64) -> F32 = |x| x as u64 as f32;
        f64_to_f32(a: F64) -> F32 = |x| x as f32;
        i32_to_f64(a: I32) -> F64 = |x| f64::from(x);
        u32_to_f64(a: I32) -> F64 = |x| f64::from(x as u32);
        i64_to_f64(a: I64) -> F64 = |x| x as f64;
        u64_to_f64(a: I64) -> F64 = |x| x as u64 as f64;
        f32_to_f64(a: F32) -> F64 = |x| f64::from(x);
        f32_to_i32(a: F32) -> I32 = |x| x as i32;
        f32_to_u32(a: F32) -> I32 = |x| x as u32 as i32;
        f32_to_i64(a: F32) -> I64 = |x| x as i64;
        f32_to_u64(a: F32) -> I64 = |x| x as u64 as i64;
        f64_to_i32(a: F64) -> I32 = |x| x as i32;
        f64_to_u32(a: F64) -> I32 = |x| x as u32 as i32;
        f64_to_i64(a: F64) -> I64 = |x| x as i64;
        f64_to_u64(a: F64) -> I64 = |x| x as u64 as i64;
        i32_to_i64(a: I32) -> I64 = |x| i64::from(x);
        u32_to_i64(a: I32) -> I64 = |x| i64::from(x as u32);
        i64_to_i32(a: I64) -> I32 = |x| x as i32;
        mask_to_i32(a: Mask) -> I32 = |x| i32::from(x);
        i32_to_mask(a: I32) -> Mask = |x| x != 0;
    }

    // A 16-bit float is held as the `f32` of its value.

    /// To the nearest number that `f16` has, ties to even.
    #[inline(always)]
    fn round_f16(a: Self::F32) -> Self::F32 {
        crate::halves::round_f16::<Self>(a)
    }
    /// The bits of an `f16`, given as a number that it has.
    #[inline(always)]
    fn f32_to_f16(a: Self::F32) -> Self::I32 {
        crate::halves::f32_to_f16::<Self>(a)
    }
    /// The number of an `f16`'s bits.
    #[inline(always)]
    fn f16_to_f32(a: Self::I32) -> Self::F32 {
        crate::halves::f16_to_f32::<Self>(a)
    }

    // SAFETY of the memory methods, for the caller: every lane of `k` addresses a live element.

    /// Loads `p[l]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[l]` is readable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn load_f32(p: *const f32, k: Self::Mask) -> Self::F32 {
        Self::F32::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    unsafe { p.add(l).read() }
                } else {
                    Default::default()
                }
            },
        )
    }
    /// Stores `p[l]` from the lanes of `k`.
    /// # Safety
    /// `p[l]` is writable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn store_f32(p: *mut f32, k: Self::Mask, v: Self::F32) {
        for l in 0..Self::LANES {
            if k.lane(l) {
                // SAFETY: the caller's contract.
                unsafe { p.add(l).write(v.lane(l)) }
            }
        }
    }
    /// Loads `p[at]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[at]` is readable for every lane of `k`.
    #[inline(always)]
    unsafe fn gather_f32(p: *const f32, at: Self::I64, k: Self::Mask) -> Self::F32 {
        Self::F32::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    unsafe { p.offset(at.lane(l) as isize).read() }
                } else {
                    Default::default()
                }
            },
        )
    }

    /// Loads `p[l]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[l]` is readable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn load_f64(p: *const f64, k: Self::Mask) -> Self::F64 {
        Self::F64::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    unsafe { p.add(l).read() }
                } else {
                    Default::default()
                }
            },
        )
    }
    /// Stores `p[l]` from the lanes of `k`.
    /// # Safety
    /// `p[l]` is writable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn store_f64(p: *mut f64, k: Self::Mask, v: Self::F64) {
        for l in 0..Self::LANES {
            if k.lane(l) {
                // SAFETY: the caller's contract.
                unsafe { p.add(l).write(v.lane(l)) }
            }
        }
    }
    /// Loads `p[at]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[at]` is readable for every lane of `k`.
    #[inline(always)]
    unsafe fn gather_f64(p: *const f64, at: Self::I64, k: Self::Mask) -> Self::F64 {
        Self::F64::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    unsafe { p.offset(at.lane(l) as isize).read() }
                } else {
                    Default::default()
                }
            },
        )
    }

    /// Loads `p[l]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[l]` is readable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn load_i32(p: *const i32, k: Self::Mask) -> Self::I32 {
        Self::I32::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    unsafe { p.add(l).read() }
                } else {
                    Default::default()
                }
            },
        )
    }
    /// Stores `p[l]` from the lanes of `k`.
    /// # Safety
    /// `p[l]` is writable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn store_i32(p: *mut i32, k: Self::Mask, v: Self::I32) {
        for l in 0..Self::LANES {
            if k.lane(l) {
                // SAFETY: the caller's contract.
                unsafe { p.add(l).write(v.lane(l)) }
            }
        }
    }
    /// Loads `p[at]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[at]` is readable for every lane of `k`.
    #[inline(always)]
    unsafe fn gather_i32(p: *const i32, at: Self::I64, k: Self::Mask) -> Self::I32 {
        Self::I32::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    unsafe { p.offset(at.lane(l) as isize).read() }
                } else {
                    Default::default()
                }
            },
        )
    }

    /// Loads `p[l]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[l]` is readable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn load_i64(p: *const i64, k: Self::Mask) -> Self::I64 {
        Self::I64::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    unsafe { p.add(l).read() }
                } else {
                    Default::default()
                }
            },
        )
    }
    /// Stores `p[l]` from the lanes of `k`.
    /// # Safety
    /// `p[l]` is writable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn store_i64(p: *mut i64, k: Self::Mask, v: Self::I64) {
        for l in 0..Self::LANES {
            if k.lane(l) {
                // SAFETY: the caller's contract.
                unsafe { p.add(l).write(v.lane(l)) }
            }
        }
    }
    /// Loads `p[at]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[at]` is readable for every lane of `k`.
    #[inline(always)]
    unsafe fn gather_i64(p: *const i64, at: Self::I64, k: Self::Mask) -> Self::I64 {
        Self::I64::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    unsafe { p.offset(at.lane(l) as isize).read() }
                } else {
                    Default::default()
                }
            },
        )
    }

    // Narrow elements live in 32-bit lanes.

    /// Loads `p[l]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[l]` is readable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn load_u8(p: *const u8, k: Self::Mask) -> Self::I32 {
        Self::I32::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    i32::from(unsafe { p.add(l).read() })
                } else {
                    0
                }
            },
        )
    }
    /// Stores the lower bits to `p[l]` from the lanes of `k`.
    /// # Safety
    /// `p[l]` is writable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn store_u8(p: *mut u8, k: Self::Mask, v: Self::I32) {
        for l in 0..Self::LANES {
            if k.lane(l) {
                // SAFETY: the caller's contract.
                unsafe { p.add(l).write(v.lane(l) as u8) }
            }
        }
    }

    /// Loads `p[l]` in the lanes of `k`, 0 elsewhere.
    /// # Safety
    /// `p[l]` is readable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn load_u16(p: *const u16, k: Self::Mask) -> Self::I32 {
        Self::I32::from_fn(
            #[inline(always)]
            |l| {
                if k.lane(l) {
                    // SAFETY: a lane of `k`, for which the caller answers.
                    i32::from(unsafe { p.add(l).read() })
                } else {
                    0
                }
            },
        )
    }
    /// Stores the lower bits to `p[l]` from the lanes of `k`.
    /// # Safety
    /// `p[l]` is writable for every lane `l` of `k`.
    #[inline(always)]
    unsafe fn store_u16(p: *mut u16, k: Self::Mask, v: Self::I32) {
        for l in 0..Self::LANES {
            if k.lane(l) {
                // SAFETY: the caller's contract.
                unsafe { p.add(l).write(v.lane(l) as u16) }
            }
        }
    }

    /// `x, x + s, x + 2s, …`
    #[inline(always)]
    fn ramp_i64(x: i64, s: i64) -> Self::I64 {
        Self::I64::from_fn(
            #[inline(always)]
            |l| x.wrapping_add(s.wrapping_mul(l as i64)),
        )
    }
}

/// The smaller; NaN loses, −0 < +0.
#[inline(always)]
pub fn min32(x: f32, y: f32) -> f32 {
    if x.is_nan() {
        y
    } else if y.is_nan() {
        x
    } else if x < y || (x == y && x.is_sign_negative()) {
        x
    } else {
        y
    }
}
/// The larger; NaN loses, −0 < +0.
#[inline(always)]
pub fn max32(x: f32, y: f32) -> f32 {
    if x.is_nan() {
        y
    } else if y.is_nan() {
        x
    } else if x > y || (x == y && x.is_sign_positive()) {
        x
    } else {
        y
    }
}
/// [`min32`] for `f64`.
#[inline(always)]
pub fn min64(x: f64, y: f64) -> f64 {
    if x.is_nan() {
        y
    } else if y.is_nan() {
        x
    } else if x < y || (x == y && x.is_sign_negative()) {
        x
    } else {
        y
    }
}
/// [`max32`] for `f64`.
#[inline(always)]
pub fn max64(x: f64, y: f64) -> f64 {
    if x.is_nan() {
        y
    } else if y.is_nan() {
        x
    } else if x > y || (x == y && x.is_sign_positive()) {
        x
    } else {
        y
    }
}
