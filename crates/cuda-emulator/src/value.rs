//! Values in registers: every register is a slot of 64 bits. A narrower value is kept extended to 64 bits by its
//! own sign, and reading takes the low bits, so that a wider register needs nothing more.

/// A slot of a thread's registers.
pub type Slot = u64;

/// What a slot may hold.
pub trait Value: Copy {
    fn get(slot: Slot) -> Self;
    fn put(self) -> Slot;
}

macro_rules! value {
    ($($t:ty, $wide:ty);*) => {$(
        impl Value for $t {
            #[inline(always)]
            fn get(slot: Slot) -> Self {
                slot as $t
            }
            #[inline(always)]
            fn put(self) -> Slot {
                self as $wide as Slot
            }
        }
    )*};
}
value!(u8, u64; u16, u64; u32, u64; u64, u64; i8, i64; i16, i64; i32, i64; i64, i64);

impl Value for bool {
    #[inline(always)]
    fn get(slot: Slot) -> Self {
        slot & 1 != 0
    }
    #[inline(always)]
    fn put(self) -> Slot {
        Slot::from(self)
    }
}

impl Value for f32 {
    #[inline(always)]
    fn get(slot: Slot) -> Self {
        f32::from_bits(slot as u32)
    }
    /// The device keeps no NaN payload in single precision.
    #[inline(always)]
    fn put(self) -> Slot {
        if self.is_nan() {
            0x7fff_ffff
        } else {
            Slot::from(self.to_bits())
        }
    }
}

impl Value for f64 {
    #[inline(always)]
    fn get(slot: Slot) -> Self {
        f64::from_bits(slot)
    }
    #[inline(always)]
    fn put(self) -> Slot {
        if self.is_nan() {
            0xfff8_0000_0000_0000
        } else {
            self.to_bits()
        }
    }
}
