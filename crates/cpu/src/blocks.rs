//! Reductions: the blocks of a row, and how their totals join. The shape is the one that `Reds` documents.

use crate::exec::{Line, Run, Totals};
use crate::machine::{Cpu, Gang, HasUniform};
use hoist_machine::isa::Isa;
use hoist_machine::program::{AccSource, AccVisitor, BLOCK, MAX_LANES, PARTIALS, RedOp};
use hoist_machine::{Elem, Ix, Local, Machine, Reds, Space};
use std::marker::PhantomData;
use std::mem::MaybeUninit;

impl<'s, R: Reds, B: Fn(&Space) -> bool + Sync, F> Run<'_, 's, R, B, F> {
    /// The blocks of a row's part, in the shape that `Reds` documents.
    #[inline(always)]
    pub(crate) fn blocks<I: Isa>(
        &self,
        body: &F,
        line: Line,
        c0: usize,
        c1: usize,
        covered: bool,
        totals: &Totals<R::Out>,
    ) where
        F: Fn(&Gang<'s, I>, I::Mask, &Ix<Gang<'s, I>>, &mut R::Acc<Gang<'s, I>>),
    {
        let m = Gang::<I>::new(self.sink, 0, false);
        let all = I::splat_mask(true);
        let per_row = self.cols.div_ceil(BLOCK);
        let mut block = c0;
        while block < c1 {
            let end = (block + BLOCK).min(c1);
            let mut room = [const { MaybeUninit::uninit() }; PARTIALS];
            let acc = begin(&self.reds, &m, &mut room, PARTIALS / I::LANES);
            let mut col = block;
            if covered {
                while end - col >= PARTIALS {
                    for (j, acc) in acc.iter_mut().enumerate() {
                        self.gang::<I>(body, line, col + j * I::LANES, all, false, acc);
                    }
                    col += PARTIALS;
                }
            }
            while col < end {
                for (set, acc) in acc.iter_mut().enumerate() {
                    let at = col + set * I::LANES;
                    if at < end {
                        // By way of a copy: what a call is given an address of does not stay in a register.
                        let mut one = std::mem::replace(acc, self.reds.begin(&m));
                        self.masked::<I>(line, at, end.min(at + I::LANES), 0, !covered, &mut one);
                        *acc = one;
                    }
                }
                col += PARTIALS;
            }
            let total = self.fold::<I>(&m, acc);
            // SAFETY: this block's slot, which no other unit writes.
            unsafe { totals.0.add(line.row * per_row + block / BLOCK).write(total) };
            block = end;
        }
    }

    #[inline(always)]
    pub(crate) fn fold<I: Isa>(&self, m: &Gang<'s, I>, acc: &mut [R::Acc<Gang<'s, I>>]) -> R::Out {
        fold(&self.reds, m, acc)
    }
}

/// Joins the partials by halves: sets of lanes first, then lanes.
#[inline(always)]
pub(crate) fn fold<'s, I: Isa, U: HasUniform<'s, I>, R: Reds>(
    reds: &R,
    m: &Cpu<'s, I, U>,
    acc: &mut [R::Acc<Cpu<'s, I, U>>],
) -> R::Out {
    let mut half = PARTIALS / I::LANES / 2;
    while half > 0 {
        let (low, high) = acc.split_at_mut(half);
        for (a, b) in low.iter_mut().zip(high.iter()) {
            reds.join_acc(m, a, b);
        }
        half /= 2;
    }
    let mut lanes = LaneBits {
        bits: [const { MaybeUninit::uninit() }; MAX_SCALARS],
        isa: PhantomData::<I>,
    };
    reds.each(&acc[0], &mut lanes);
    reds.collect(&mut lanes)
}

/// Accumulators that hold the identities, one for each of `n` sets of lanes. Written one by one: an array that is made by a
/// function is copied, and has more elements than there are sets.
#[inline(always)]
pub(crate) fn begin<'a, M: Machine, R: Reds, const N: usize>(
    reds: &R,
    m: &M,
    room: &'a mut [MaybeUninit<R::Acc<M>>; N],
    n: usize,
) -> &'a mut [R::Acc<M>] {
    for one in &mut room[..n] {
        one.write(reds.begin(m));
    }
    // SAFETY: the first `n` elements were written above.
    unsafe { std::slice::from_raw_parts_mut(room.as_mut_ptr().cast(), n) }
}

/// Scalars that one loop may reduce.
const MAX_SCALARS: usize = 64;

/// The lanes of each accumulator, as bits.
struct LaneBits<I> {
    bits: [MaybeUninit<[u64; MAX_LANES]>; MAX_SCALARS],
    isa: PhantomData<I>,
}
impl<'s, I: Isa, U: HasUniform<'s, I>> AccVisitor<Cpu<'s, I, U>> for LaneBits<I> {
    #[inline(always)]
    fn visit<T: Elem>(&mut self, number: usize, _: RedOp, _: T, acc: &Local<Cpu<'s, I, U>, T>) {
        let mut bits = [0; MAX_LANES];
        for (l, bits) in bits.iter_mut().enumerate().take(I::LANES) {
            *bits = T::lane::<I>(acc.0, l).to_bits64();
        }
        self.bits[number].write(bits);
    }
}
impl<I: Isa> AccSource for LaneBits<I> {
    #[inline(always)]
    fn lanes(&self) -> usize {
        I::LANES
    }
    #[inline(always)]
    fn get<T: Elem>(&mut self, number: usize, lane: usize) -> T {
        // SAFETY: `each` has visited every scalar that `collect` asks for.
        T::from_bits64(unsafe { self.bits[number].assume_init_ref() }[lane])
    }
}
