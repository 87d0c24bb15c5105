//! What the integers of a kernel can be in one launch: whether 32 bits hold every index, and
//! which accesses stay in bounds.
//!
//! An abstract run over intervals. A condition narrows what it compares in the branch it guards. At
//! a loop, what the loop assigns starts as anything, and the loop is gone through a few times, each time
//! with what the round before could leave: each step is a sound state, and bounds that the loop's own test
//! gives come out.

use std::collections::{HashMap, HashSet};

use hoist_machine::ScalarType;
use hoist_machine::program::{BLOCK, PARTIALS};

use crate::interval::{self, Iv, whole};
use crate::ir::*;
use crate::scalar;
use crate::validate::Validated;

/// Rounds that narrow a loop's state.
const ROUNDS: usize = 3;
/// Loops inside one another that are narrowed; further in, what is assigned is anything.
const MAX_NESTING: u32 = 6;

/// What a launch knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaunchValues {
    /// Start, step and count of each dimension, padded in front as the IR counts them.
    pub dims: [(u64, u64, u64); 3],
    /// Elements of each buffer.
    pub lens: Vec<u64>,
    /// Bits of each uniform.
    pub uniforms: Vec<u64>,
}

/// What holds for every iteration of the launch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// Whether 32 bits hold every `usize` that is computed, every length and the number of iterations.
    pub index32_ok: bool,
    /// For each load and store, in text order, whether it can't be out of bounds.
    pub in_bounds: Vec<bool>,
    /// For each site, whether no access of that site can be out of bounds. Sites of other statements are false.
    pub sites: Vec<bool>,
}

/// Runs the analysis.
pub fn analyse(kernel: &Validated, launch: &LaunchValues) -> Analysis {
    let mut number = HashMap::new();
    let mut of_site = vec![];
    walk(&kernel.body, &mut |s| {
        if let Some((site, _)) = s.kind.accesses() {
            number.insert(std::ptr::from_ref(s) as usize, of_site.len());
            of_site.push(site as usize);
        }
    });
    let index = launch.dims.map(|(start, step, count)| Iv {
        lo: i128::from(start),
        hi: i128::from(start) + i128::from(step) * i128::from(count.saturating_sub(1)),
    });
    let items = items(kernel, launch);
    let mut run = Run {
        k: kernel,
        launch,
        number,
        record: true,
        nesting: 0,
        loops: vec![],
        // Numbers go a block past the last before they are tested.
        ok: items <= u128::from(u32::MAX) - BLOCK as u128 && launch.lens.iter().all(|&n| n <= u64::from(u32::MAX)),
        in_bounds: vec![true; of_site.len()],
    };
    let start = State {
        values: kernel.values.iter().map(|v| whole(v.ty)).collect(),
        locals: kernel.locals.iter().map(|l| whole(l.ty)).collect(),
        same: vec![None; kernel.locals.len()],
        index,
    };
    // Without iterations nothing is computed.
    if items > 0 {
        run.block(&kernel.body, Some(start));
    }
    let mut sites = vec![false; kernel.sites.len()];
    of_site.iter().for_each(|&s| sites[s] = true);
    of_site.iter().zip(&run.in_bounds).for_each(|(&s, &ok)| sites[s] &= ok);
    Analysis {
        index32_ok: run.ok,
        in_bounds: run.in_bounds,
        sites,
    }
}

/// Iterations of a launch, or partials where there are more of those.
fn items(kernel: &Kernel, launch: &LaunchValues) -> u128 {
    let [a, b, c] = launch.dims.map(|d| u128::from(d.2));
    let rows = a.saturating_mul(b);
    let partials = rows
        .saturating_mul(c.div_ceil(BLOCK as u128))
        .saturating_mul(PARTIALS as u128);
    let iterations = rows.saturating_mul(c);
    if kernel.group {
        return iterations.saturating_mul(PARTIALS as u128);
    }
    if kernel.reductions.is_empty() {
        iterations
    } else {
        iterations.max(partials)
    }
}

/// What is known at a place; `None` where nothing gets there.
type Place = Option<State>;
#[derive(Clone, PartialEq)]
struct State {
    values: Vec<Iv>,
    locals: Vec<Iv>,
    /// The value that a variable holds, where it is one: narrowing the value narrows the variable.
    same: Vec<Option<ValueId>>,
    index: [Iv; 3],
}
impl State {
    fn join(mut self, o: State) -> State {
        let join = |a: &mut [Iv], b: &[Iv]| a.iter_mut().zip(b).for_each(|(x, y)| *x = x.join(*y));
        // A variable's own interval counts where the value it stood for differs.
        let (a, b) = (self.resolved(), o.resolved());
        self.locals = a;
        join(&mut self.locals, &b);
        join(&mut self.values, &o.values);
        join(&mut self.index, &o.index);
        self.same
            .iter_mut()
            .zip(&o.same)
            .for_each(|(x, y)| *x = x.filter(|_| x == y));
        self
    }
    fn local(&self, l: usize) -> Iv {
        let iv = self.locals[l];
        self.same[l].and_then(|v| iv.meet(self.values[v.index()])).unwrap_or(iv)
    }
    fn resolved(&self) -> Vec<Iv> {
        (0..self.locals.len()).map(|l| self.local(l)).collect()
    }
    fn set(&mut self, l: LocalId, iv: Iv, same: Option<ValueId>) {
        self.locals[l.index()] = iv;
        self.same[l.index()] = same;
    }
    fn define(&mut self, v: ValueId, iv: Iv) {
        // In a loop the value of the round before is gone.
        for l in 0..self.locals.len() {
            if self.same[l] == Some(v) {
                self.locals[l] = self.local(l);
                self.same[l] = None;
            }
        }
        self.values[v.index()] = iv;
    }
}
fn join(a: Place, b: Place) -> Place {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.join(b)),
        (a, b) => a.or(b),
    }
}

/// What left an open loop, and what went on with it.
#[derive(Default)]
struct OpenLoop {
    left: Place,
    again: Place,
}

struct Run<'a> {
    k: &'a Kernel,
    launch: &'a LaunchValues,
    number: HashMap<usize, usize>,
    /// Whether this round's findings count.
    record: bool,
    nesting: u32,
    loops: Vec<OpenLoop>,
    ok: bool,
    in_bounds: Vec<bool>,
}

impl Run<'_> {
    /// What an expression can be; `usize` results are held against 32 bits.
    fn eval(&mut self, s: &State, e: ExprId) -> Iv {
        let Node { expr, ty } = self.k.exprs[e];
        let k = self.k;
        let of = |e: ExprId| k.exprs[e].ty;
        let iv = match expr {
            Expr::Const(bits) if ty.is_float() => Iv::one(i128::from(bits)),
            Expr::Const(bits) => Iv::one(scalar::integer(ty, bits)),
            Expr::Uniform(u) if !ty.is_float() => match self.launch.uniforms.get(u.index()) {
                Some(&bits) => Iv::one(scalar::integer(ty, bits)),
                None => whole(ty),
            },
            Expr::Uniform(_) => whole(ty),
            Expr::Len(b) => self.len(b),
            Expr::Index(d) => s.index[d as usize],
            Expr::Local(l) => s.local(l.index()),
            Expr::Value(v) => s.values[v.index()],
            Expr::Unary(op, a) => {
                // These see the width.
                if of(a) == ScalarType::Usize && matches!(op, UnaryOp::LeadingZeros | UnaryOp::TrailingZeros) {
                    self.fail();
                }
                let a_iv = self.eval(s, a);
                interval::unary(op, of(a), ty, a_iv)
            }
            Expr::Binary(op, a, b) => {
                let (x, y) = (self.eval(s, a), self.eval(s, b));
                // A shift by 32 and more leaves nothing of 32 bits, as of 64 where the high ones are zero.
                interval::binary(op, of(a), ty, x, y)
            }
            Expr::Fma(a, b, c) => {
                [a, b, c].into_iter().for_each(|e| {
                    self.eval(s, e);
                });
                whole(ty)
            }
            Expr::Select { cond, yes, no } => {
                let (c, yes, no) = (self.eval(s, cond), self.eval(s, yes), self.eval(s, no));
                match c.exact() {
                    Some(0) => no,
                    Some(_) => yes,
                    None => yes.join(no),
                }
            }
            Expr::Cast(a) => {
                let a_iv = self.eval(s, a);
                interval::cast(of(a), ty, a_iv)
            }
            Expr::Bitcast(a) => {
                self.eval(s, a);
                whole(ty)
            }
        };
        self.held(ty, iv)
    }
    fn held(&mut self, ty: ScalarType, iv: Iv) -> Iv {
        if ty == ScalarType::Usize && !iv.within(whole(ScalarType::U32)) {
            self.fail();
        }
        if ty.is_float() { whole(ty) } else { iv }
    }
    fn fail(&mut self) {
        self.ok &= !self.record;
    }
    fn len(&self, b: BufferId) -> Iv {
        self.launch
            .lens
            .get(b.index())
            .map_or(whole(ScalarType::Usize), |&n| Iv::one(i128::from(n)))
    }

    fn extent(&self, a: ArrayId) -> Iv {
        Iv::one(i128::from(self.k.arrays[a].len))
    }

    /// The state where `c` is `wanted`.
    fn assume(&mut self, s: State, c: ExprId, wanted: bool) -> Place {
        let record = std::mem::replace(&mut self.record, false);
        let out = self.assumed(s, c, wanted);
        self.record = record;
        out
    }
    fn assumed(&mut self, s: State, c: ExprId, wanted: bool) -> Place {
        if self.eval(&s, c).exact() == Some(i128::from(!wanted)) {
            return None;
        }
        match self.k.exprs[c].expr {
            Expr::Unary(UnaryOp::Not, a) => self.assumed(s, a, !wanted),
            Expr::Binary(BinaryOp::And, a, b) if wanted => {
                let s = self.assumed(s, a, true)?;
                self.assumed(s, b, true)
            }
            Expr::Binary(BinaryOp::Or, a, b) if !wanted => {
                let s = self.assumed(s, a, false)?;
                self.assumed(s, b, false)
            }
            // `a && b` and `a || b`, as selects.
            Expr::Select { cond, yes, no } if wanted && self.eval(&s, no).exact() == Some(0) => {
                let s = self.assumed(s, cond, true)?;
                self.assumed(s, yes, true)
            }
            Expr::Select { cond, yes, no } if !wanted && self.eval(&s, yes).exact() == Some(1) => {
                let s = self.assumed(s, cond, false)?;
                self.assumed(s, no, false)
            }
            Expr::Binary(op, a, b) if op.compares() && !self.k.exprs[a].ty.is_float() => {
                let op = if wanted { op } else { opposite(op) };
                let (x, y) = (self.eval(&s, a), self.eval(&s, b));
                let s = self.narrow(s, a, interval::refine(op, x, y)?)?;
                self.narrow(s, b, interval::refine(mirrored(op), y, x)?)
            }
            Expr::Value(_) | Expr::Local(_) => self.narrow(s, c, Iv::one(i128::from(wanted))),
            _ => Some(s),
        }
    }
    /// The state where `e` lies in `to`.
    fn narrow(&mut self, mut s: State, e: ExprId, to: Iv) -> Place {
        let Node { expr, ty } = self.k.exprs[e];
        match expr {
            Expr::Value(v) => s.values[v.index()] = s.values[v.index()].meet(to)?,
            Expr::Index(d) => s.index[d as usize] = s.index[d as usize].meet(to)?,
            Expr::Local(l) => {
                s.locals[l.index()] = s.local(l.index()).meet(to)?;
                if let Some(v) = s.same[l.index()] {
                    s.values[v.index()] = s.values[v.index()].meet(to)?;
                }
            }
            // Only where the sum can't have wrapped.
            Expr::Binary(op @ (BinaryOp::Add | BinaryOp::Sub), a, b) if !ty.is_float() => {
                let (x, y) = (self.eval(&s, a), self.eval(&s, b));
                let Some(c) = y.exact().map(|c| if op == BinaryOp::Add { c } else { -c }) else {
                    return Some(s);
                };
                if (Iv {
                    lo: x.lo + c,
                    hi: x.hi + c,
                })
                .within(whole(ty))
                {
                    return self.narrow(
                        s,
                        a,
                        x.meet(Iv {
                            lo: to.lo - c,
                            hi: to.hi - c,
                        })?,
                    );
                }
            }
            _ => {}
        }
        Some(s)
    }

    fn block(&mut self, block: &Block, mut at: Place) -> Place {
        for s in block {
            at = self.stmt(s, at?);
        }
        at
    }

    fn access(&mut self, stmt: &Stmt, s: State, len: Iv, index: ExprId) -> Place {
        let at = self.eval(&s, index);
        let inside = at.hi < len.lo;
        if self.record
            && let Some(&n) = self.number.get(&(std::ptr::from_ref(stmt) as usize))
        {
            self.in_bounds[n] &= inside;
        }
        // What goes on was in bounds.
        let to = at.meet(Iv { lo: 0, hi: len.hi - 1 })?;
        self.narrow(s, index, to)
    }

    fn stmt(&mut self, stmt: &Stmt, mut s: State) -> Place {
        use StmtKind::*;
        let k = self.k;
        match &stmt.kind {
            &Let { value, expr } => {
                let iv = self.eval(&s, expr);
                s.define(value, iv);
                if let Expr::Local(l) = k.exprs[expr].expr {
                    s.set(l, iv, Some(value));
                }
            }
            &Load {
                value, buffer, index, ..
            } => {
                s = self.access(stmt, s, self.len(buffer), index)?;
                let ty = k.buffers[buffer].elem;
                let iv = self.held(ty, whole(ty));
                s.define(value, iv);
            }
            &Div { value, a, b, .. } | &Rem { value, a, b, .. } => {
                let (x, y, ty) = (self.eval(&s, a), self.eval(&s, b), k.exprs[a].ty);
                let quotient = matches!(stmt.kind, Div { .. });
                let iv = if quotient {
                    interval::quotient(ty, x, y)
                } else {
                    interval::remainder(ty, x, y)
                };
                let iv = self.held(ty, iv);
                s.define(value, iv);
            }
            &Declare { local, init } => {
                let iv = init.map_or(whole(k.locals[local].ty), |e| self.eval(&s, e));
                s.set(local, iv, init.and_then(|e| self.value_of(e)));
            }
            &DeclareArray { fill, .. } => {
                if let Some(e) = fill {
                    self.eval(&s, e);
                }
            }
            &LoadArray {
                value, array, index, ..
            } => {
                s = self.access(stmt, s, self.extent(array), index)?;
                let iv = match &k.arrays[array].table {
                    Some(all) => constants(k.arrays[array].elem, all),
                    None => whole(k.arrays[array].elem),
                };
                let iv = self.held(k.arrays[array].elem, iv);
                s.define(value, iv);
            }
            &StoreArray { array, index, expr, .. } => {
                self.eval(&s, expr);
                return self.access(stmt, s, self.extent(array), index);
            }
            &Set { local, expr } => {
                let iv = self.eval(&s, expr);
                s.set(local, iv, self.value_of(expr));
            }
            &Store {
                buffer, index, expr, ..
            }
            | &Update {
                buffer, index, expr, ..
            } => {
                self.eval(&s, expr);
                return self.access(stmt, s, self.len(buffer), index);
            }
            &Within { index, len, .. } => {
                let len = self.eval(&s, len);
                return self.access(stmt, s, len, index);
            }
            &Assert { cond, .. } => {
                self.eval(&s, cond);
                return self.assume(s, cond, true);
            }
            _ => return self.control(stmt, s),
        }
        Some(s)
    }
    fn control(&mut self, stmt: &Stmt, s: State) -> Place {
        use StmtKind::*;
        match &stmt.kind {
            If { cond, then, otherwise } => {
                self.eval(&s, *cond);
                let yes = self.assume(s.clone(), *cond, true);
                let no = self.assume(s, *cond, false);
                let (yes, no) = (self.block(then, yes), self.block(otherwise, no));
                join(yes, no)
            }
            Loop { body } => self.looped(None, body, s),
            For { local, from, to, body } => {
                let (from, to) = (self.eval(&s, *from), self.eval(&s, *to));
                self.looped(Some((*local, from, to)), body, s)
            }
            Items { .. } => self.items(stmt, s),
            &Break { depth } | &Continue { depth } => {
                let n = self.loops.len() - 1 - depth as usize;
                let open = &mut self.loops[n];
                let slot = if matches!(stmt.kind, Break { .. }) {
                    &mut open.left
                } else {
                    &mut open.again
                };
                *slot = join(slot.take(), Some(s));
                None
            }
            _ => Some(s),
        }
    }
    /// Any of a group's items, after any others; then what the group goes on with.
    fn items(&mut self, stmt: &Stmt, s: State) -> Place {
        let StmtKind::Items {
            row,
            col,
            rows,
            cols,
            body,
            join,
            ..
        } = &stmt.kind
        else {
            return Some(s);
        };
        let (rows, cols) = (self.eval(&s, *rows), self.eval(&s, *cols));
        // Items are numbered up to one work-group past the last.
        let most = rows.hi.saturating_mul(cols.hi) + PARTIALS as i128;
        self.held(ScalarType::Usize, Iv { lo: 0, hi: most });
        let mut after = s;
        walk(std::slice::from_ref(stmt), &mut |s| {
            for l in s.kind.assigns() {
                after.set(l, whole(self.k.locals[l].ty), None);
            }
        });
        let mut inside = after.clone();
        for (counter, n) in [(row, rows), (col, cols)] {
            let hi = (n.hi - 1).max(0);
            inside.set(*counter, Iv { lo: 0, hi }, None);
        }
        if rows.hi > 0 && cols.hi > 0 {
            let outer = std::mem::take(&mut self.loops);
            self.block(body, Some(inside));
            self.loops = outer;
        }
        self.block(join, Some(after.clone()));
        Some(after)
    }
    fn value_of(&self, e: ExprId) -> Option<ValueId> {
        match self.k.exprs[e].expr {
            Expr::Value(v) => Some(v),
            _ => None,
        }
    }

    /// One round from `head`; what leaves and what comes round.
    fn round(&mut self, counter: Option<(LocalId, Iv, Iv)>, body: &Block, head: State) -> (Place, Place) {
        let mut inside = head.clone();
        let mut enters = true;
        let mut left = None;
        if let Some((local, from, to)) = counter {
            enters = from.lo < to.hi;
            inside.set(
                local,
                Iv {
                    lo: from.lo,
                    hi: (to.hi - 1).max(from.lo),
                },
                None,
            );
            left = Some(head);
        }
        self.loops.push(OpenLoop::default());
        let end = self.block(body, enters.then_some(inside));
        let open = self.loops.pop().unwrap_or_default();
        (join(left, open.left), join(end, open.again))
    }

    fn looped(&mut self, counter: Option<(LocalId, Iv, Iv)>, body: &Block, entry: State) -> Place {
        let mut head = entry.clone();
        let mut assigned = HashSet::new();
        walk(body, &mut |s| assigned.extend(s.kind.assigns()));
        for &l in &assigned {
            head.set(l, whole(self.k.locals[l].ty), None);
        }
        walk(body, &mut |s| {
            if let Some(v) = s.kind.defines() {
                head.define(v, whole(self.k.values[v].ty));
            }
        });
        // What only the way here said of a loop variable or value stays true: neither changes.
        if !assigned.is_empty() && self.nesting < MAX_NESTING {
            self.nesting += 1;
            let record = std::mem::replace(&mut self.record, false);
            // Outer loops must not see the jumps of these rounds.
            let outer: Vec<_> = self.loops.iter_mut().map(std::mem::take).collect();
            for _ in 0..ROUNDS {
                let (_, again) = self.round(counter, body, head.clone());
                let next = join(Some(entry.clone()), again);
                match next {
                    Some(next) if next != head => head = next,
                    _ => break,
                }
                self.loops.iter_mut().for_each(|l| *l = OpenLoop::default());
            }
            self.loops = outer;
            self.record = record;
            self.nesting -= 1;
        }
        let (left, again) = self.round(counter, body, head);
        // A `for` ends from any round's end as well.
        if counter.is_some() { join(left, again) } else { left }
    }
}

/// What the elements of a constant array can be.
fn constants(ty: ScalarType, all: &[u64]) -> Iv {
    let one = |bits: &u64| Iv::one(scalar::integer(ty, *bits));
    if ty.is_float() {
        return whole(ty);
    }
    all.iter().map(one).reduce(Iv::join).unwrap_or(whole(ty))
}

fn opposite(op: BinaryOp) -> BinaryOp {
    use BinaryOp::*;
    match op {
        Eq => Ne,
        Ne => Eq,
        Lt => Ge,
        Le => Gt,
        Gt => Le,
        _ => Lt,
    }
}
fn mirrored(op: BinaryOp) -> BinaryOp {
    use BinaryOp::*;
    match op {
        Lt => Gt,
        Le => Ge,
        Gt => Lt,
        Ge => Le,
        other => other,
    }
}
