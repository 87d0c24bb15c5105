//! Joining a reduction's partials on the device, where there are so many that their way to the host would take longer.

use hoist_ir::Tracer;
use hoist_machine::program::{AccVisitor, Ix, PARTIALS, RedOp, Reds};
use hoist_machine::scan::{LEVELS, Levels};
use hoist_machine::{Elem, HSlice, Local, LoopInfo, Machine, Site, V};

/// Its place in a profile and in text.
pub(crate) static FOLD: LoopInfo = LoopInfo {
    kernel: "partials",
    number: 0,
    file: file!(),
    line: 0,
    indices: &["block"],
    sites: &[Site {
        line: 0,
        column: 0,
        text: "partials",
    }],
    fast: false,
    small: false,
    again: false,
    one_thread: false,
    group: false,
};

/// Accumulators in memory: scalar `n` in memory `first + n`, of `len` elements.
struct Memory<'a> {
    m: &'a Tracer,
    first: u32,
    len: usize,
    at: V<Tracer, usize>,
}
impl Memory<'_> {
    fn slice<T>(&self, number: usize) -> HSlice<T> {
        HSlice {
            ptr: std::ptr::null_mut(),
            len: self.len,
            memory: self.first + number as u32,
            offset: 0,
        }
    }
}
struct Load<'a>(Memory<'a>);
impl AccVisitor<Tracer> for Load<'_> {
    fn visit<T: Elem>(&mut self, number: usize, _: RedOp, _: T, acc: &Local<Tracer, T>) {
        let m = self.0.m;
        let from = m.slice("values", &self.0.slice::<T>(number), false);
        m.assign(acc, m.load_g(true, from, self.0.at, true, 0));
    }
}
struct Store<'a>(Memory<'a>);
impl AccVisitor<Tracer> for Store<'_> {
    fn visit<T: Elem>(&mut self, number: usize, _: RedOp, _: T, acc: &Local<Tracer, T>) {
        let m = self.0.m;
        let to = m.slice("totals", &self.0.slice::<T>(number), true);
        m.store_g(true, to, self.0.at, m.get(acc), true, 0);
    }
}

/// One block's total. By halves, as [`Reds`] says, joins `p` with `p + 32`, those with `p + 16`, and so on: neighbours, where
/// the partials come in the order of their numbers' bits read backwards.
pub(crate) fn body<R: Reds>(m: &Tracer, ix: &Ix<Tracer>, reds: &R, first: u32, blocks: usize) {
    let (mut levels, mut x) = (Levels::<Tracer, R>::new(m, reds), reds.begin(m));
    let number = |n: usize| m.lit(n);
    let mut counter = m.for_begin("t", number(0), number(PARTIALS));
    while m.for_test::<usize>(true, &mut counter) {
        let t: V<Tracer, usize> = m.for_value(&counter);
        let mut partial = number(0);
        for bit in 0..LEVELS {
            let one = m.and(m.shr(t, m.lit(bit as u32)), number(1));
            partial = m.or(partial, m.shl(one, m.lit((LEVELS - 1 - bit) as u32)));
        }
        let len = blocks * PARTIALS;
        let at = m.add(m.mul(ix.lane, number(PARTIALS)), partial);
        reds.each(&x, &mut Load(Memory { m, first, len, at }));
        levels.sum(m, true, reds, t, &mut x);
    }
    let (first, len, at) = (first + R::COUNT as u32, blocks, ix.lane);
    reds.each(&x, &mut Store(Memory { m, first, len, at }));
}
