//! Scans: loops that also read what they accumulate.
//!
//! What an iteration *contributes* (what its updates of a variable add up to, from the identity) does not depend on the
//! variable. So all contributions come first, then their prefixes, then the body with the variable's value in each
//! iteration.
//!
//! # The shape of a float scan
//!
//! It is fixed, so that every strict device gives the same bits. Iterations are numbered along the last dimension of each
//! row, and a row is cut into blocks of [`BLOCK`](crate::program::BLOCK), a block into groups of
//! [`GROUP`]. With `c[l]` for the contributions of a group:
//!
//! * Within a group, for `d` = 1, 2, 4, … 32 in turn: where bit `d` of `l` is set, `c[l] = c[(l & !(2 * d - 1)) | (d - 1)] + c[l]`
//!   (Sklansky, 1960). Now `c[l]` is the sum up to and with iteration `l`.
//! * Groups of a block in turn: `g[0]` is the identity, `g[n + 1] = g[n] + ` group n's last sum.
//! * Blocks of all rows in turn: `b[0]` is the variable's initial value, `b[n + 1] = b[n] + g[64]`, the block's total.
//!
//! After iteration `l` the variable is `b + (g + c[l])`, before it what it was after `l - 1`; before the first of a group
//! `b + g`. So what one iteration leaves is what the next one finds, sums of terms that are not negative never fall, and the
//! loop's result is what the last iteration leaves. Against exact arithmetic the error is at most about
//! `(6 + 64 + blocks) u sum|term|`.

use crate::ctx::{Ctx, Stop};
use crate::elem::Elem;
use crate::fault::{LoopInfo, Site};
use crate::machine::{Local, Machine, V};
use crate::program::{BLOCK, Dim, HSlice, Ix, Operation, PARTIALS, Red, RedOp, Reds, Reduce, Reduction, Space};

/// Iterations of a group: one for each partial of a reduction's block, so that one loop may do both.
pub const GROUP: usize = PARTIALS;
/// Levels within a group.
pub const LEVELS: usize = GROUP.trailing_zeros() as usize;

/// Where the body reads the variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uses {
    /// Before their update, or where that stands in an inner loop or in several places.
    pub before: bool,
    /// After their only update.
    pub after: bool,
}

/// One scanned variable: a [`Red`].
pub trait Scan: Reduction {
    /// Calls `f` on the accumulator `a`, to change it, and on `b`.
    fn change<M: Machine, F: Change<M>>(&self, a: &mut Self::Acc<M>, b: &Self::Acc<M>, f: &mut F);
    /// An accumulator with one value in all lanes.
    fn splat<M: Machine>(&self, m: &M, x: Self::Out) -> Self::Acc<M>;
    /// Whether every order of joining has the same bits.
    const EXACT: bool;
    /// All values that a memory holds.
    fn download<C: Ctx>(&self, c: &mut C, from: &Self::Memory) -> Result<Vec<Self::Out>, Stop>;
    /// Replaces them.
    fn upload<C: Ctx>(&self, c: &mut C, to: &Self::Memory, all: &[Self::Out]) -> Result<(), Stop>;
    /// One value as bits, and back.
    fn bits(&self, x: Self::Out) -> u64;
    fn of_bits(&self, bits: u64) -> Self::Out;
}
/// What [`Scans::change`] calls.
pub trait Change<M: Machine> {
    fn visit<T: Reduce>(&mut self, op: RedOp, a: &mut Local<M, T>, b: &Local<M, T>);
}

impl<T: Reduce, O: Operation> Scan for Red<T, O> {
    #[inline(always)]
    fn change<M: Machine, F: Change<M>>(&self, a: &mut Local<M, T>, b: &Local<M, T>, f: &mut F) {
        f.visit::<T>(self.op.op(), a, b);
    }
    #[inline(always)]
    fn splat<M: Machine>(&self, m: &M, x: T) -> Local<M, T> {
        m.local("sum", m.lit(x))
    }
    const EXACT: bool = !T::SCALAR.is_float();
    fn download<C: Ctx>(&self, c: &mut C, from: &HSlice<T>) -> Result<Vec<T>, Stop> {
        c.download(from)
    }
    fn upload<C: Ctx>(&self, c: &mut C, to: &HSlice<T>, all: &[T]) -> Result<(), Stop> {
        c.upload(to, all)
    }
    #[inline(always)]
    fn bits(&self, x: T) -> u64 {
        x.to_bits64()
    }
    #[inline(always)]
    fn of_bits(&self, bits: u64) -> T {
        T::from_bits64(bits)
    }
}

/// The scanned variables of one loop: a tuple of [`Red`]s.
pub trait Scans: Reds {
    /// Calls `f` on each accumulator of `a`, to change it, and on that of `b`.
    fn change<M: Machine, F: Change<M>>(&self, a: &mut Self::Acc<M>, b: &Self::Acc<M>, f: &mut F);
    /// Accumulators with one value in all lanes.
    fn splat<M: Machine>(&self, m: &M, x: Self::Out) -> Self::Acc<M>;
    /// Whether every order of joining has the same bits.
    const EXACT: bool;
    /// All values that a memory of `n` elements holds.
    fn download<C: Ctx>(&self, c: &mut C, from: &Self::Memory, n: usize) -> Result<Vec<Self::Out>, Stop>;
    /// Replaces them.
    fn upload<C: Ctx>(&self, c: &mut C, to: &Self::Memory, all: &[Self::Out]) -> Result<(), Stop>;
    /// Values as bits, and back.
    fn bits(&self, x: Self::Out) -> [u64; MAX_SCANS];
    fn of_bits(&self, bits: &[u64; MAX_SCANS]) -> Self::Out;
}
/// Says that a value has a variable's type.
#[inline(always)]
pub fn same<M: Machine, T: Elem>(_: &Local<M, T>, _: V<M, T>) {}

/// Variables that one loop may scan.
pub const MAX_SCANS: usize = 4;

macro_rules! scans {
    ($($t:ident $n:tt),+) => {
        impl<$($t: Scan),+> Scans for ($($t,)+) {
            #[inline(always)]
            fn change<Mach: Machine, Vis: Change<Mach>>(&self, a: &mut Self::Acc<Mach>, b: &Self::Acc<Mach>, f: &mut Vis) {
                $(self.$n.change(&mut a.$n, &b.$n, f);)+
            }
            #[inline(always)]
            fn splat<Mach: Machine>(&self, m: &Mach, x: Self::Out) -> Self::Acc<Mach> {
                ($(self.$n.splat(m, x.$n),)+)
            }
            const EXACT: bool = true $(&& $t::EXACT)+;
            fn download<Con: Ctx>(&self, c: &mut Con, from: &Self::Memory, n: usize) -> Result<Vec<Self::Out>, Stop> {
                let all = ($(self.$n.download(c, &from.$n)?,)+);
                Ok((0..n).map(|at| ($(all.$n[at],)+)).collect())
            }
            fn upload<Con: Ctx>(&self, c: &mut Con, to: &Self::Memory, all: &[Self::Out]) -> Result<(), Stop> {
                $(
                    let one: Vec<_> = all.iter().map(|x| x.$n).collect();
                    self.$n.upload(c, &to.$n, &one)?;
                )+
                Ok(())
            }
            #[inline(always)]
            fn bits(&self, x: Self::Out) -> [u64; MAX_SCANS] {
                let mut bits = [0; MAX_SCANS];
                $(bits[$n] = self.$n.bits(x.$n);)+
                bits
            }
            #[inline(always)]
            fn of_bits(&self, bits: &[u64; MAX_SCANS]) -> Self::Out {
                ($(self.$n.of_bits(bits[$n]),)+)
            }
        }
    };
}
scans!(A 0);
scans!(A 0, B 1);
scans!(A 0, B 1, C1 2);
scans!(A 0, B 1, C1 2, D 3);

/// Sums of a group's values that later ones will want. The last sum is that of a balanced tree over neighbours.
pub struct Levels<M: Machine, S: Reds>([S::Acc<M>; LEVELS]);

impl<M: Machine, S: Reds> Levels<M, S> {
    /// For a new group.
    pub fn new(m: &M, scans: &S) -> Self {
        Levels(std::array::from_fn(|_| scans.begin(m)))
    }
    /// Makes of value `t` of the group the sum up to and with it.
    pub fn sum(&mut self, m: &M, k: M::Mask, scans: &S, t: V<M, usize>, x: &mut S::Acc<M>) {
        for (j, kept) in self.0.iter_mut().enumerate() {
            // The lowest bit that is not set names the level at which a whole is complete.
            let low = m.and(t, m.lit((2usize << j) - 1));
            when(m, k, m.eq(low, m.lit((1usize << j) - 1)), |k| {
                scans.assign(m, k, kept, x)
            });
            let set = m.ne(m.and(t, m.lit(1usize << j)), m.lit(0));
            when(m, k, set, |k| {
                let mut sum = scans.begin(m);
                scans.assign(m, k, &mut sum, kept);
                scans.join_acc(m, &mut sum, x);
                scans.assign(m, k, x, &sum);
            });
        }
    }
}

/// `if c { f }`.
fn when<M: Machine>(m: &M, k: M::Mask, c: V<M, bool>, f: impl FnOnce(M::Mask)) {
    let inside = m.if_begin(k, c);
    if m.any(inside) {
        f(inside);
    }
    m.if_else(k, c);
    m.if_end();
}

/// What the steps between a scan's loops are called. They have no line: it would stand in their text, and move with this file.
const fn step(number: u32, indices: &'static [&'static str]) -> LoopInfo {
    LoopInfo {
        kernel: "scan_step",
        number,
        file: file!(),
        line: 0,
        indices,
        sites: &[Site {
            line: 0,
            column: 0,
            text: "scan",
        }],
        fast: false,
        small: false,
        again: false,
        one_thread: false,
        group: false,
    }
}
static GROUPS: LoopInfo = step(0, &["row", "group"]);
static BLOCKS: LoopInfo = step(1, &["row", "block"]);
static PREFIXES: LoopInfo = step(2, &["row", "group"]);
static JOINED: LoopInfo = step(3, &["row", "at"]);

/// The rows of a loop, and how far they are cut.
#[derive(Clone, Copy)]
struct Rows {
    rows: usize,
    cols: usize,
    groups: usize,
    blocks: usize,
}

impl Rows {
    fn of(space: &Space) -> Self {
        let cols = space.dims[2].count();
        Rows {
            rows: space.dims[0].count() * space.dims[1].count(),
            cols,
            groups: cols.div_ceil(GROUP),
            blocks: cols.div_ceil(BLOCK),
        }
    }
    fn space(self, each: usize) -> Space {
        Space::new([(0, self.rows, 1), (0, each, 1)])
    }
}

/// Element `at` of row `ix.at[1]`, of so many in a row. Each number has a name of its own: by one name equal numbers would
/// be one, and the text another.
fn place<M: Machine>(m: &M, ix: &Ix<M>, each: (&'static str, usize), at: V<M, usize>) -> V<M, usize> {
    let u = m.uniform();
    m.add(m.splat(u.mul(ix.at[1], u.capture(each.0, each.1))), at)
}

/// How often a range has stepped before `x`.
fn steps<M: Machine>(m: &M, k: M::Mask, x: V<M, usize>, n: usize, d: Dim, site: u32) -> V<M, usize> {
    let x = match d.start {
        0 => x,
        start => m.sub(x, m.capture(["start_0", "start_1", "start_2"][n], start)),
    };
    match d.step {
        1 => x,
        step => m.div(k, x, m.capture(["step_0", "step_1", "step_2"][n], step), site),
    }
}

/// The number of an iteration in the loop, and in its row.
fn numbers<M: Machine>(m: &M, k: M::Mask, ix: &Ix<M>, space: &Space, site: u32) -> (V<M, usize>, V<M, usize>) {
    let [a, b, c] = space.dims;
    let col = steps(m, k, ix.lane, 2, c, site);
    if space.rank == 1 {
        return (col, col);
    }
    let mut row = steps(m, k, m.splat(ix.at[1]), 1, b, site);
    if space.rank == 3 {
        let outer = steps(m, k, m.splat(ix.at[0]), 0, a, site);
        row = m.add(m.mul(outer, m.capture("rows", b.count())), row);
    }
    (m.add(m.mul(row, m.capture("columns", c.count())), col), col)
}

/// The values of all iterations, in memory.
struct Values<'a, S: Scans> {
    scans: &'a S,
    rows: Rows,
    /// What each iteration contributes, then the variables after it.
    after: S::Memory,
    /// The variables before it.
    before: Option<S::Memory>,
}

impl<S: Scans> Values<'_, S> {
    /// Puts prefixes in the place of contributions; gives the variables after the loop.
    fn prefixes<C: Ctx>(&self, c: &mut C) -> Result<S::Out, Stop> {
        let (scans, rows) = (self.scans, self.rows);
        let groups = scans.memory(c, rows.rows * rows.groups)?;
        let blocks = scans.memory(c, rows.rows * rows.blocks)?;
        let (proof, covered) = (|| None, |_: &Space| true);
        c.par(&GROUPS, rows.space(rows.groups), (), proof, covered, |m, k, ix, _| {
            let (mut levels, mut last) = (Levels::new(m, scans), scans.begin(m));
            self.group(m, k, ix, |k, t, at| self.next(m, k, &mut levels, t, at, &mut last));
            scans.store(m, k, &groups, place(m, ix, ("groups", rows.groups), ix.lane), 0, &last);
        })?;
        c.par(&BLOCKS, rows.space(rows.blocks), (), proof, covered, |m, k, ix, _| {
            let mut sum = scans.begin(m);
            let per = m.lit(BLOCK / GROUP);
            let (first, end) = (m.mul(ix.lane, per), m.mul(m.add(ix.lane, m.lit(1)), per));
            let end = m.min(end, m.capture("groups", rows.groups));
            self.chain(m, k, ix, &groups, first, end, &mut sum);
            scans.store(m, k, &blocks, place(m, ix, ("blocks", rows.blocks), ix.lane), 0, &sum);
        })?;
        // Few, and each waits for the one before.
        let mut carry = scans.init();
        let mut carries = scans.download(c, &blocks, rows.rows * rows.blocks)?;
        for block in &mut carries {
            let total = std::mem::replace(block, carry);
            carry = scans.join(carry, total);
        }
        scans.upload(c, &blocks, &carries)?;
        c.par(&PREFIXES, rows.space(rows.groups), (), proof, covered, |m, k, ix, _| {
            let (mut sum, mut carry) = (scans.begin(m), scans.begin(m));
            let block = m.shr(ix.lane, m.lit((BLOCK / GROUP).trailing_zeros()));
            let first = m.mul(block, m.lit(BLOCK / GROUP));
            self.chain(m, k, ix, &groups, first, ix.lane, &mut sum);
            scans.load(
                m,
                k,
                &blocks,
                place(m, ix, ("blocks", rows.blocks), block),
                0,
                &mut carry,
            );
            let (mut levels, mut last) = (Levels::new(m, scans), scans.begin(m));
            self.group(m, k, ix, |k, t, at| {
                if let Some(before) = &self.before {
                    scans.store(m, k, before, at, 0, &whole(m, k, scans, &carry, &sum, &last));
                }
                self.next(m, k, &mut levels, t, at, &mut last);
                scans.store(m, k, &self.after, at, 0, &whole(m, k, scans, &carry, &sum, &last));
            });
        })?;
        Ok(carry)
    }

    /// Runs `f` for each iteration of group `ix.lane` in row `ix.at[1]`: with its number in the group and its place.
    fn group<M: Machine>(&self, m: &M, k: M::Mask, ix: &Ix<M>, mut f: impl FnMut(M::Mask, V<M, usize>, V<M, usize>)) {
        let u = m.uniform();
        let first = m.mul(ix.lane, m.lit(GROUP));
        let mut counter = m.for_begin("t", u.lit(0usize), u.lit(GROUP));
        while m.for_test(k, &mut counter) {
            let t = m.splat(m.for_value(&counter));
            let col = m.add(first, t);
            let inside = m.lt(col, m.capture("columns", self.rows.cols));
            when(m, k, inside, |k| {
                f(k, t, place(m, ix, ("columns", self.rows.cols), col))
            });
        }
    }

    /// The sum of a group up to and with iteration `t`.
    fn next<M: Machine>(
        &self,
        m: &M,
        k: M::Mask,
        levels: &mut Levels<M, S>,
        t: V<M, usize>,
        at: V<M, usize>,
        last: &mut S::Acc<M>,
    ) {
        let mut x = self.scans.begin(m);
        self.scans.load(m, k, &self.after, at, 0, &mut x);
        levels.sum(m, k, self.scans, t, &mut x);
        self.scans.assign(m, k, last, &x);
    }

    /// Adds the sums of groups `first` to `end` of a block.
    #[allow(clippy::too_many_arguments)]
    fn chain<M: Machine>(
        &self,
        m: &M,
        k: M::Mask,
        ix: &Ix<M>,
        groups: &S::Memory,
        first: V<M, usize>,
        end: V<M, usize>,
        sum: &mut S::Acc<M>,
    ) {
        let (u, scans) = (m.uniform(), self.scans);
        let mut counter = m.for_begin("n", u.lit(0usize), u.lit(BLOCK / GROUP));
        while m.for_test(k, &mut counter) {
            let group = m.add(first, m.splat(m.for_value(&counter)));
            when(m, k, m.lt(group, end), |k| {
                let (mut x, mut with) = (scans.begin(m), scans.begin(m));
                scans.load(
                    m,
                    k,
                    groups,
                    place(m, ix, ("groups", self.rows.groups), group),
                    0,
                    &mut x,
                );
                scans.assign(m, k, &mut with, sum);
                scans.join_acc(m, &mut with, &x);
                scans.assign(m, k, sum, &with);
            });
        }
    }
}

/// The variables themselves: blocks before this one, groups of the block before this one, and the group so far.
fn whole<M: Machine, S: Scans>(
    m: &M,
    k: M::Mask,
    scans: &S,
    block: &S::Acc<M>,
    group: &S::Acc<M>,
    last: &S::Acc<M>,
) -> S::Acc<M> {
    let mut all = scans.begin(m);
    scans.assign(m, k, &mut all, group);
    scans.join_acc(m, &mut all, last);
    scans.join_acc(m, &mut all, block);
    all
}

/// A scan's loop by plain loops: contributions, prefixes, the body; each in all iterations before the next.
///
/// # Errors
/// Those of the loops.
#[allow(clippy::too_many_arguments)]
pub fn by_loops<C: Ctx, S: Scans, R: Reds, P, B, G, F>(
    c: &mut C,
    info: &'static LoopInfo,
    space: Space,
    scans: S,
    reds: R,
    uses: Uses,
    proof: P,
    covered: B,
    contribute: G,
    body: F,
) -> Result<(S::Out, R::Out), Stop>
where
    P: Fn() -> Option<&'static str>,
    B: Fn(&Space) -> bool + Sync,
    G: Fn(&C::M, <C::M as Machine>::Mask, &Ix<C::M>, &mut S::Acc<C::M>) + Sync,
    F: Fn(&C::M, <C::M as Machine>::Mask, &Ix<C::M>, &mut S::Acc<C::M>, &S::Acc<C::M>, &mut R::Acc<C::M>) + Sync,
{
    let n = space.count();
    if n == 0 {
        return Ok((scans.init(), reds.init()));
    }
    if proof().is_some() {
        return in_order(c, info, space, scans, reds, proof, covered, contribute, body);
    }
    // The macro adds a site for what the loops do besides the body.
    let site = info.sites.len() as u32 - 1;
    let rows = Rows::of(&space);
    let values = Values {
        scans: &scans,
        rows,
        after: scans.memory(c, n)?,
        before: if uses.before { Some(scans.memory(c, n)?) } else { None },
    };
    c.par(info, space, (), &proof, &covered, |m, k, ix, _| {
        let mut acc = scans.begin(m);
        contribute(m, k, ix, &mut acc);
        scans.store(m, k, &values.after, numbers(m, k, ix, &space, site).0, site, &acc);
    })?;
    let out = values.prefixes(c)?;
    let kept = if R::COUNT > 0 { Some(reds.memory(c, n)?) } else { None };
    c.par(info, space, (), &proof, &covered, |m, k, ix, _| {
        let (mut now, mut then, mut acc) = (scans.begin(m), scans.begin(m), reds.begin(m));
        let at = numbers(m, k, ix, &space, site).0;
        if let Some(before) = &values.before {
            scans.load(m, k, before, at, site, &mut now);
        }
        if uses.after {
            scans.load(m, k, &values.after, at, site, &mut then);
        }
        body(m, k, ix, &mut now, &then, &mut acc);
        if let Some(kept) = &kept {
            reds.store(m, k, kept, at, site, &acc);
        }
    })?;
    let Some(kept) = kept else {
        return Ok((out, reds.init()));
    };
    let reduced = c.par(
        &JOINED,
        rows.space(rows.cols),
        reds,
        || None,
        |_| true,
        |m, k, ix, acc| {
            let mut one = reds.begin(m);
            reds.load(m, k, &kept, place(m, ix, ("columns", rows.cols), ix.lane), 0, &mut one);
            reds.join_acc(m, acc, &one);
        },
    )?;
    Ok((out, reduced))
}

/// The same where an iteration may find what an earlier one wrote: one after the other, in the same shape. What is between
/// them lies in memory: the levels of the group, its last sum, the block's groups, the blocks.
#[allow(clippy::too_many_arguments)]
fn in_order<C: Ctx, S: Scans, R: Reds, P, B, G, F>(
    c: &mut C,
    info: &'static LoopInfo,
    space: Space,
    scans: S,
    reds: R,
    proof: P,
    covered: B,
    contribute: G,
    body: F,
) -> Result<(S::Out, R::Out), Stop>
where
    P: Fn() -> Option<&'static str>,
    B: Fn(&Space) -> bool + Sync,
    G: Fn(&C::M, <C::M as Machine>::Mask, &Ix<C::M>, &mut S::Acc<C::M>) + Sync,
    F: Fn(&C::M, <C::M as Machine>::Mask, &Ix<C::M>, &mut S::Acc<C::M>, &S::Acc<C::M>, &mut R::Acc<C::M>) + Sync,
{
    const LAST: usize = LEVELS;
    const GROUP_SUM: usize = LEVELS + 1;
    const BLOCK_SUM: usize = LEVELS + 2;
    let site = info.sites.len() as u32 - 1;
    let state = scans.memory(c, LEVELS + 3)?;
    let mut first = vec![scans.identities(); LEVELS + 3];
    first[BLOCK_SUM] = scans.init();
    scans.upload(c, &state, &first)?;
    let reduced = c.par(info, space, reds, proof, covered, |m, k, ix, acc| {
        let mut at: [S::Acc<C::M>; LEVELS + 3] = std::array::from_fn(|_| scans.begin(m));
        for (n, x) in at.iter_mut().enumerate() {
            scans.load(m, k, &state, m.lit(n), site, x);
        }
        let [a, b, c1, d, e, f, mut last, mut group, mut block] = at;
        let mut levels = Levels::<C::M, S>([a, b, c1, d, e, f]);
        let col = numbers(m, k, ix, &space, site).1;
        let t = m.and(col, m.lit(GROUP - 1));
        when(m, k, m.eq(t, m.lit(0)), |k| {
            scans.join_acc(m, &mut group, &last);
            scans.assign(m, k, &mut last, &scans.begin(m));
            when(m, k, m.eq(m.and(col, m.lit(BLOCK - 1)), m.lit(0)), |k| {
                scans.join_acc(m, &mut block, &group);
                scans.assign(m, k, &mut group, &scans.begin(m));
            });
        });
        let mut now = whole(m, k, &scans, &block, &group, &last);
        let mut x = scans.begin(m);
        contribute(m, k, ix, &mut x);
        levels.sum(m, k, &scans, t, &mut x);
        let then = whole(m, k, &scans, &block, &group, &x);
        body(m, k, ix, &mut now, &then, acc);
        let Levels([a, b, c1, d, e, f]) = levels;
        for (n, x) in [a, b, c1, d, e, f, x, group, block].iter().enumerate() {
            scans.store(m, k, &state, m.lit(n), site, x);
        }
    })?;
    let end = scans.download(c, &state, LEVELS + 3)?;
    let out = scans.join(end[BLOCK_SUM], scans.join(end[GROUP_SUM], end[LAST]));
    Ok((out, reduced))
}
