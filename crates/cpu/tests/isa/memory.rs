//! Loads and stores: which elements are touched, and what the other lanes get.

use crate::values::{Random, Values, mixed};
use crate::{Same, Seen};
use hoist_machine::halves::{bf16, f16};
use hoist_machine::isa::{Isa, Lanes};

/// The most lanes that an instruction set has.
const MOST: usize = 64;
/// Elements in memory.
const ROOM: usize = 4 * MOST;

pub fn all<I: Isa>(seen: &mut Seen) {
    macro_rules! each {
        ($($t:ident)*) => {$(accesses::<I, $t>(seen);)*};
    }
    each!(bool f16 bf16 f32 f64 i8 u8 i16 u16 i32 u32 i64 u64 usize);
}

/// Masks: none, all, each one lane, each first few, and random ones.
fn masks(lanes: usize) -> Vec<u64> {
    let mut r = Random(10);
    let mut all = vec![0, u64::MAX];
    all.extend((0..lanes).map(|l| 1 << l));
    all.extend((0..lanes).map(|l| (1 << l) - 1));
    all.extend((0..64).map(|_| r.bits()));
    all
}

fn accesses<I: Isa, T: Values>(seen: &mut Seen) {
    let memory = mixed::<T>(ROOM, 11);
    let new = mixed::<T>(ROOM, 12);
    let mut r = Random(13);
    for (round, k) in masks(I::LANES).into_iter().enumerate() {
        let live = |l: usize| k >> l & 1 == 1;
        // Any alignment; the fence is what lies around.
        let at = MOST + round % MOST;
        // Repeated indices, and in dead lanes such as no memory has.
        let near = 1 + r.below(ROOM);
        let index: [i64; MOST] = core::array::from_fn(|l| {
            if live(l) {
                r.below(near) as i64
            } else {
                i64::MAX / 16 - l as i64
            }
        });
        let (mut contiguous, mut scattered) = (memory.clone(), memory.clone());
        let (p, to, anywhere) = (memory.as_ptr(), contiguous.as_mut_ptr(), scattered.as_mut_ptr());
        // SAFETY: `check` has asked `I::available()`; the lanes of `mask` are within `ROOM`.
        let [loaded, gathered]: [[T; MOST]; 2] = unsafe {
            I::enter(
                #[inline(always)]
                || {
                    let mask = I::Mask::from_fn(live);
                    let index = I::I64::from_fn(|l| index[l]);
                    let x = T::load::<I>(p.add(at), mask);
                    let y = T::gather::<I>(p, index, mask);
                    let z = T::from_lanes::<I>(|l| new[l]);
                    T::store::<I>(to.add(at), mask, z);
                    T::scatter::<I>(anywhere, index, mask, z);
                    [x, y].map(|x| core::array::from_fn(|l| T::lane::<I>(x, l % I::LANES)))
                },
            )
        };
        let (mut stored, mut spread) = (memory.clone(), memory.clone());
        for l in 0..I::LANES {
            let mut want = [T::default(); 2];
            if live(l) {
                want = [memory[at + l], memory[index[l] as usize]];
                stored[at + l] = new[l];
                spread[index[l] as usize] = new[l];
            }
            let what = |op: &str| format!("{:?} {op} {k:x} lane {l}", T::SCALAR);
            seen.compare(Same::Bits, loaded[l], want[0], || what("load"));
            seen.compare(Same::Bits, gathered[l], want[1], || what("gather"));
        }
        for at in 0..ROOM {
            let what = |op: &str| format!("{:?} {op} {k:x} element {at}", T::SCALAR);
            seen.compare(Same::Bits, contiguous[at], stored[at], || what("store"));
            seen.compare(Same::Bits, scattered[at], spread[at], || what("scatter"));
        }
    }
}
