//! Groups: the loops of a work-group's items, what its items share, and where they wait for each other.
//!
//! What stands outside of the items' loops is run by every item, with the same values, so that it needs no other copy; only a
//! store is one item's. Items wait before a loop of items, before a store, and before a load of what may have been stored,
//! where memory was touched since they last waited.
//!
//! An item that faults is dead: it leaves the loop, does nothing in later ones, and still waits with the others, because
//! a barrier that one item does not reach is undefined. A loop around loops of items ends where an item is dead, so
//! that it does not wait for what that item would have done.
//!
//! WGSL's compilers prove that all items reach a barrier, so there what decides about one is loaded by
//! `workgroupUniformLoad`, which waits too.

use hoist_ir::ScalarType::{self, *};
use hoist_ir::{ArrayId, Block, BufferId, Expr, ExprId, Node, Reduction, Stmt, StmtKind, ValueId};

use crate::leaf::Leaf;
use crate::walk::Walk;
use crate::{EmitError, Schedule, Target};

/// Items of a group.
const ITEMS: u64 = hoist_ir::PARTIALS as u64;

/// What a group's text needs, as it grows.
#[derive(Default)]
pub(crate) struct Group {
    /// Whether the place is in a loop of items.
    pub in_items: bool,
    /// Whether memory was touched since the items last waited.
    pub pending: bool,
    /// Whether an item may fault in a loop of items.
    pub faults: bool,
    /// Element type, elements and name of what the items share.
    pub shared: Vec<(ScalarType, u64, String)>,
}

impl Group {
    fn share(&mut self, elem: ScalarType, len: u64, name: String) -> String {
        if !self.shared.iter().any(|(_, _, n)| *n == name) {
            self.shared.push((elem, len, name.clone()));
        }
        name
    }
}

/// Bytes that the items of a group share at most: its arrays, and partials.
pub fn shared_bytes(k: &hoist_ir::Kernel) -> u64 {
    let arrays = k.arrays.iter().filter(|a| a.shared);
    let arrays: u64 = arrays.map(|a| a.len * a.elem.size().max(4) as u64).sum();
    let mut parts = std::collections::BTreeSet::new();
    hoist_ir::walk(&k.body, &mut |s| {
        if let StmtKind::Items { reductions, .. } = &s.kind {
            parts.extend(reductions.iter().enumerate().map(|(n, r)| (n, r.ty)));
        }
    });
    let parts: u64 = parts.iter().map(|(_, t)| ITEMS * t.size().max(4) as u64).sum();
    // The word that says that an item is dead, and one of each type for what is loaded for all.
    arrays + parts + 64
}

/// The declarations of what a group's items share: of the module in WGSL, else of the entry.
pub(crate) fn declarations(leaf: &Leaf, shared: &[(ScalarType, u64, String)]) -> String {
    let one = |(elem, len, name): &(ScalarType, u64, String)| {
        let ty = leaf.ty(*elem);
        match leaf.target {
            Target::Wgsl => format!("var<workgroup> {name}: array<{ty}, {len}>;\n"),
            Target::OpenCl => format!("    __local {ty} {name}[{len}];\n"),
            Target::Cuda => format!("    __shared__ {ty} {name}[{len}];\n"),
        }
    };
    shared.iter().map(one).collect()
}

/// A loop of items, taken apart.
pub(crate) struct ItemsLoop<'a> {
    pub row: hoist_ir::LocalId,
    pub col: hoist_ir::LocalId,
    pub rows: ExprId,
    pub cols: ExprId,
    pub body: &'a Block,
    pub reductions: &'a [Reduction],
    pub others: &'a [hoist_ir::LocalId],
    pub join: &'a Block,
}

impl Walk<'_> {
    /// Whether the place is the group's own.
    pub fn of_group(&self) -> bool {
        self.k.group && !self.group.in_items
    }
    /// Waits for the group's other items, where anything happened since the last time.
    pub fn wait(&mut self) {
        if std::mem::replace(&mut self.group.pending, false) {
            self.barrier();
        }
    }
    fn barrier(&mut self) {
        match self.p.leaf.target {
            Target::Wgsl => {
                if self.k.buffers.iter().any(|b| b.written) {
                    self.p.lines.line("storageBarrier();");
                }
                self.p.lines.line("workgroupBarrier();");
            }
            Target::OpenCl => self
                .p
                .lines
                .line("barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);"),
            Target::Cuda => self.p.lines.line("__syncthreads();"),
        }
    }
    /// A place that all items read the same from, as a value that WGSL knows to be the same.
    fn uniform(&self, place: &str) -> String {
        match self.p.leaf.target {
            Target::Wgsl => format!("workgroupUniformLoad(&{place})"),
            _ => place.to_string(),
        }
    }

    /// What stands before a group's text: nothing runs where an earlier launch has faulted.
    pub fn group_begin(&mut self) {
        if !self.p.frame.faults {
            return;
        }
        let stop = self.group.share(U32, 1, "hoist_stop".into());
        let claimed = if self.p.leaf.wgsl() {
            "atomicLoad(&hoist_fault[0])"
        } else {
            "hoist_fault[0]"
        };
        self.p
            .lines
            .line(&format!("if (hoist_lane == 0u) {{ {stop}[0] = {claimed}; }}"));
        self.barrier();
        let stopped = self.uniform(&format!("{stop}[0]"));
        self.p.lines.line(&format!("if ({stopped} != 0u) {{ return; }}"));
        self.p.variable(U32, "hoist_dead", Some("0u"));
        self.group.pending = true;
    }
    /// The body of an open loop, and its end.
    pub fn looped(&mut self, body: &[Stmt]) -> Result<(), EmitError> {
        if self.of_group() {
            self.stop_if_dead(body);
        }
        self.block(body)?;
        self.p.loop_end();
        self.group.pending = true;
        Ok(())
    }
    /// At the top of a loop around loops of items: ends it where an item is dead.
    fn stop_if_dead(&mut self, body: &[Stmt]) {
        self.group.pending = true;
        if !self.has_items(body) || !self.group.faults {
            return;
        }
        self.barrier();
        let stopped = self.uniform("hoist_stop[0]");
        self.p.constant(U32, "hoist_stopped", &stopped);
        self.barrier();
        self.group.pending = false;
        self.p.lines.line("if (hoist_stopped != 0u) { break; }");
    }

    /// `buffer[index]` for the whole group.
    pub fn group_load(&mut self, value: ValueId, buffer: BufferId, index: ExprId, site: u32) -> Result<(), EmitError> {
        let written = self.p.frame.buffers[buffer.index()].written;
        if written {
            self.wait();
        }
        let at = self.access(buffer, index, site)?;
        let mut x = self.p.load(buffer.index(), &at);
        if written && self.p.leaf.wgsl() {
            let elem = self.k.buffers[buffer].elem;
            let one = self.group.share(elem, 1, format!("hoist_one_{}", elem.name()));
            self.p
                .lines
                .line(&format!("if (hoist_lane == 0u) {{ {one}[0] = {x}; }}"));
            x = self.uniform(&format!("{one}[0]"));
        }
        self.group.pending |= written;
        self.define(value, &x);
        Ok(())
    }
    /// An element of a shared array for the whole group.
    pub fn group_element(&mut self, value: ValueId, array: ArrayId, index: ExprId, site: u32) -> Result<(), EmitError> {
        self.wait();
        let at = self.element(array, index, site)?;
        let x = self.uniform(&at);
        self.group.pending = true;
        self.define(value, &x);
        Ok(())
    }
    /// What one item does for the group.
    pub fn once(&mut self, f: impl FnOnce(&mut Self) -> Result<(), EmitError>) -> Result<(), EmitError> {
        self.p.if_begin("hoist_lane == 0u");
        f(self)?;
        self.p.if_end();
        self.group.pending = true;
        Ok(())
    }
    /// `let mut array = [fill; len]` of the group.
    pub fn share_array(&mut self, array: ArrayId, fill: Option<ExprId>) -> Result<(), EmitError> {
        let a = &self.k.arrays[array];
        let name = self.group.share(a.elem, a.len, self.arrays[array.index()].clone());
        if let Some(e) = fill {
            let x = self.named(e, "x")?;
            if !self.p.loops.open.is_empty() {
                self.wait();
            }
            let var = if self.p.leaf.wgsl() {
                "var hoist_n"
            } else {
                "u32 hoist_n"
            };
            self.p.lines.line(&format!(
                "for ({var} = hoist_lane; hoist_n < {}u; hoist_n = hoist_n + {ITEMS}u) {{ {name}[hoist_n] = {x}; }}",
                a.len
            ));
            self.group.pending = true;
        }
        Ok(())
    }

    /// A loop of items.
    pub fn items(&mut self, l: &ItemsLoop<'_>) -> Result<(), EmitError> {
        let (rows, cols) = (self.named(l.rows, "rows")?, self.named(l.cols, "cols")?);
        for r in l.reductions {
            let (name, identity) = (
                self.locals[r.local.index()].clone(),
                self.p.leaf.literal(r.ty, r.identity)?,
            );
            self.p.variable(r.ty, &name, Some(&identity));
        }
        let serial = self.p.frame.options.schedule == Schedule::SerialGroups;
        let parts = self.parts(l.reductions);
        self.wait();
        if serial && !parts.is_empty() {
            self.store_partials(l.reductions, &parts, "hoist_lane");
            self.barrier();
        }
        self.group.in_items = true;
        self.p.uncounted = false;
        if serial {
            self.p.if_begin("hoist_lane == 0u");
        }
        self.every_item(l, &rows, &cols, &parts, serial)?;
        self.p.uncounted = true;
        if serial {
            self.p.if_end();
        }
        self.group.in_items = false;
        self.group.pending = true;
        if l.reductions.is_empty() {
            return Ok(());
        }
        if !serial {
            self.store_partials(l.reductions, &parts, "hoist_lane");
        }
        self.fold(l, &parts, serial)
    }

    /// The loops over an item's share, or, of the only one that runs, over all.
    fn every_item(
        &mut self,
        l: &ItemsLoop<'_>,
        rows: &str,
        cols: &str,
        parts: &[String],
        serial: bool,
    ) -> Result<(), EmitError> {
        let one_row = matches!(
            self.k.exprs[l.rows],
            Node {
                expr: Expr::Const(1),
                ..
            }
        );
        let names = [l.row, l.col].map(|n| self.locals[n.index()].clone());
        let zero = self.p.leaf.index(0);
        let (first, step) = if serial {
            (zero.clone(), 1)
        } else {
            (self.p.leaf.int_cast(U32, Usize, "hoist_lane"), ITEMS)
        };
        let by_rows = !one_row && (serial || !l.reductions.is_empty());
        if by_rows {
            // Its rounds are few beside those inside, which can be left.
            self.p.uncounted = true;
            self.p.for_begin(Usize, &names[0], &zero, rows);
            self.p.uncounted = false;
        }
        self.p.escape = Some(self.p.loops.open.len());
        self.p.weight = 1 + crate::ask::nested(l.body);
        if one_row || by_rows {
            let to = self.counted(self.constant_of(l.cols), cols)?;
            self.p.strided(&names[1], &first, &to, step, self.group.faults);
            if one_row {
                self.p.constant(Usize, &names[0], &zero);
            }
        } else {
            let n = self.constant_of(l.rows).zip(self.constant_of(l.cols));
            let n = n.and_then(|(r, c)| r.checked_mul(c));
            let all = self.counted(n, &format!("{rows} * {cols}"))?;
            self.p.strided("hoist_q", &first, &all, step, self.group.faults);
            // No round divides by none, and WGSL refuses the text all the same.
            let none = self.constant_of(l.cols).filter(|n| *n == 0);
            let cols = self.counted(none, cols)?;
            self.p.constant(Usize, &names[0], &format!("hoist_q / {cols}"));
            self.p.constant(Usize, &names[1], &format!("hoist_q % {cols}"));
        }
        let part = format!("{} % {}", names[1], self.p.leaf.index(ITEMS));
        let part = self.p.leaf.int_cast(Usize, U32, &format!("({part})"));
        if serial && !parts.is_empty() {
            self.p.constant(U32, "hoist_p", &part);
            for (r, part) in l.reductions.iter().zip(parts) {
                let name = self.locals[r.local.index()].clone();
                self.p.assign(&name, &format!("{part}[hoist_p]"));
            }
        }
        self.block(l.body)?;
        if serial && !parts.is_empty() {
            self.store_partials(l.reductions, parts, "hoist_p");
        }
        self.p.loop_end();
        self.p.escape = None;
        if by_rows {
            self.p.loop_end();
        }
        Ok(())
    }

    fn constant_of(&self, e: ExprId) -> Option<u64> {
        match self.k.exprs[e].expr {
            Expr::Const(n) => Some(n),
            _ => None,
        }
    }
    /// The bound of a loop. Drivers of Vulkan unroll what they can count, which takes lavapipe most of a minute where loops stand
    /// in one another, so they are not told.
    fn counted(&mut self, n: Option<u64>, text: &str) -> Result<String, EmitError> {
        match n {
            Some(n) if self.p.leaf.wgsl() => self.p.leaf.opaque_literal(Usize, n),
            _ => Ok(text.to_string()),
        }
    }
    /// The bound of a loop around loops of items.
    pub fn rolled(&mut self, to: ExprId) -> Result<String, EmitError> {
        let Node { expr, ty } = self.k.exprs[to];
        match expr {
            Expr::Const(n) if self.p.leaf.wgsl() => self.p.leaf.opaque_literal(ty, n),
            _ => self.named(to, "end"),
        }
    }
    /// Whether there are loops of items in a block.
    pub fn has_items(&self, body: &[Stmt]) -> bool {
        let mut items = false;
        hoist_ir::walk(body, &mut |s| items |= matches!(s.kind, StmtKind::Items { .. }));
        items
    }

    /// Where the partials of reductions meet.
    fn parts(&mut self, reductions: &[Reduction]) -> Vec<String> {
        let all = reductions.iter().enumerate();
        all.map(|(n, r)| self.group.share(r.ty, ITEMS, format!("hoist_part_{n}_{}", r.ty.name())))
            .collect()
    }
    fn store_partials(&mut self, reductions: &[Reduction], parts: &[String], at: &str) {
        for (r, part) in reductions.iter().zip(parts) {
            let name = &self.locals[r.local.index()];
            self.p.lines.line(&format!("{part}[{at}] = {name};"));
        }
    }

    /// Joins the items' partials by halves.
    fn fold(&mut self, l: &ItemsLoop<'_>, parts: &[String], serial: bool) -> Result<(), EmitError> {
        self.barrier();
        if serial {
            // They are the only item's work.
            for (r, part) in l.reductions.iter().zip(parts) {
                let name = self.locals[r.local.index()].clone();
                self.p.assign(&name, &format!("{part}[hoist_lane]"));
            }
        }
        let var = if self.p.leaf.wgsl() {
            "var hoist_half"
        } else {
            "u32 hoist_half"
        };
        self.p.lines.open(&format!(
            "for ({var} = {}u; hoist_half > 0u; hoist_half = hoist_half / 2u) {{",
            ITEMS / 2
        ));
        self.p.if_begin("hoist_lane < hoist_half");
        for ((r, o), part) in l.reductions.iter().zip(l.others).zip(parts) {
            let other = self.locals[o.index()].clone();
            self.p
                .variable(r.ty, &other, Some(&format!("{part}[hoist_lane + hoist_half]")));
        }
        self.group.in_items = true;
        self.block(l.join)?;
        self.group.in_items = false;
        self.store_partials(l.reductions, parts, "hoist_lane");
        self.p.if_end();
        self.barrier();
        self.p.lines.close();
        for (r, part) in l.reductions.iter().zip(parts) {
            let name = self.locals[r.local.index()].clone();
            let total = self.uniform(&format!("{part}[0]"));
            self.p.assign(&name, &total);
        }
        self.group.pending = true;
        Ok(())
    }

    /// The body of a group, or, in one group, of all of them.
    pub fn groups(&mut self, schedule: Schedule) -> Result<(), EmitError> {
        let k = self.k;
        self.group.faults = self.p.frame.faults && self.has_items(&k.body);
        self.group_begin();
        self.p.uncounted = true;
        if schedule == Schedule::Groups {
            return self.block(&k.body);
        }
        self.p.iterations_begin();
        self.stop_if_dead(&k.body);
        self.block(&k.body)?;
        self.p.loop_end();
        Ok(())
    }
}
