//! Records a loop of a group's items.

use hoist_machine::program::{Ix, Reds};
use hoist_machine::{Items, Machine, ScalarType, V};

use crate::ir::*;
use crate::tracer::{Accumulators, Tracer};

/// One dimension: where it starts, how far it steps, how many there are.
struct Extent {
    start: V<Tracer, usize>,
    step: V<Tracer, usize>,
    count: V<Tracer, usize>,
}

impl Tracer {
    fn constant(&self, x: V<Self, usize>) -> Option<u64> {
        match self.with(|b| b.kernel.exprs[x.0].expr) {
            Expr::Const(n) => Some(n),
            _ => None,
        }
    }

    fn extent(&self, [start, end, step]: [V<Self, usize>; 3], site: u32) -> Extent {
        let length = match self.constant(start) {
            Some(0) => end,
            _ => self.select(self.lt(start, end), self.sub(end, start), self.lit(0)),
        };
        let count = match self.constant(step) {
            Some(1) => length,
            Some(n) if n > 1 => self.div(true, self.add(length, self.lit(n as usize - 1)), step, site),
            _ => {
                self.assert(true, self.ne(step, self.lit(0)), site);
                let up = self.sub(step, self.lit(1));
                self.div(true, self.add(length, up), step, site)
            }
        };
        Extent { start, step, count }
    }

    /// `start + n * step`, with the loop variable's name.
    fn index(&self, e: &Extent, n: LocalId, name: Option<&&'static str>) -> V<Self, usize> {
        let n = self.leaf(Expr::Local(n));
        let by = match self.constant(e.step) {
            Some(1) => n,
            _ => self.mul(n, e.step),
        };
        let at = match self.constant(e.start) {
            Some(0) => by,
            _ => self.add(e.start, by),
        };
        match name {
            Some(name) => self.bind(name, at),
            None => at,
        }
    }

    pub(crate) fn trace_items<R: Reds>(
        &self,
        inner: &'static Items,
        dims: &[[V<Self, usize>; 3]],
        reds: &R,
        body: impl FnOnce(&Self, bool, &Ix<Self>, &mut R::Acc<Self>),
    ) -> R::Acc<Self> {
        self.line(inner.line);
        let one = [0, 1, 1].map(|n| self.lit(n));
        let rows = self.extent(if let [rows, _] = dims { *rows } else { one }, inner.site);
        let cols = self.extent(dims.last().copied().unwrap_or(one), inner.site);
        let counter = |name| {
            let ty = ScalarType::Usize;
            self.with(|b| b.kernel.locals.push(LocalVar { name, ty }))
        };
        let (row, col) = (counter("row"), counter("col"));
        self.with(crate::builder::Builder::block_begin);
        let mut acc = reds.begin(self);
        // What `begin` assigned is the statement's to assign.
        self.with(crate::builder::Builder::forget_block);
        let mut reductions = vec![];
        reds.each(&acc, &mut Accumulators(&mut reductions));
        let names = inner.names;
        let outer = if names.len() > 1 { names.first() } else { None };
        let at = [
            self.lit(0),
            self.index(&rows, row, outer),
            self.index(&cols, col, names.last()),
        ];
        body(
            self,
            true,
            &Ix {
                at,
                lane: at[2],
                unit: (at[2], at[2]),
            },
            &mut acc,
        );
        let body = self.with(|b| {
            let body = b.block_end();
            b.block_begin();
            body
        });
        let other = reds.begin(self);
        self.with(crate::builder::Builder::forget_block);
        let mut others = vec![];
        reds.each(&other, &mut Accumulators(&mut others));
        reds.join_acc(self, &mut acc, &other);
        let join = self.with(crate::builder::Builder::block_end);
        self.emit(StmtKind::Items {
            row,
            col,
            rows: rows.count.0,
            cols: cols.count.0,
            body,
            reductions,
            others: others.iter().map(|o| o.local).collect(),
            join,
        });
        acc
    }
}
