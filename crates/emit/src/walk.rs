//! The walk over a validated kernel: one for all languages.

use std::collections::HashMap;

use hoist_ir::ScalarType::{self, *};
use hoist_ir::{ArrayId, BinaryOp, BufferId, Expr, ExprId, Kernel, Node, Stmt, StmtKind, UnaryOp, Validated};

use crate::array::Table;
use crate::ask::{check_types, divides, loops, may_fault};
use crate::frame::{Bound, Frame};
use crate::group::{Group, ItemsLoop};
use crate::helpers::Helpers;
use crate::leaf::Leaf;
use crate::names::Names;
use crate::print::{Check, Finish, Printer};
use crate::{EmitError, Emitted, FAULT_ASSERT, Options, Schedule, Slot, SlotKind, ops};

/// Prints a kernel.
pub fn emit(ir: &Validated, options: &Options) -> Result<Emitted, EmitError> {
    let k: &Kernel = ir;
    let uncounted;
    let options = if options.max_rounds.is_some() && !loops(k, options.schedule) {
        uncounted = Options {
            max_rounds: None,
            ..options.clone()
        };
        &uncounted
    } else {
        options
    };
    check_types(k, options)?;
    let mut names = Names::new(options.target);
    let entry = names.fresh(&format!("{}_{}", k.name, k.loop_number));
    let mut leaf = Leaf {
        target: options.target,
        index64: options.index64,
        soft_fma: options.soft_fma && options.wgsl_float64 && options.wgsl_int64,
        helpers: Helpers::default(),
    };
    let indices: [String; 3] = std::array::from_fn(|d| match k.index_name(d as u32) {
        Some(name) => names.fresh(name),
        None => format!("hoist_i{d}"),
    });
    // A slice in the memory of an earlier one is reached through that one's slot.
    let home = |n: usize| options.same.get(n).copied().unwrap_or(n);
    let names_of: Vec<String> = k.buffers.iter().map(|b| names.fresh(b.name)).collect();
    let writes = |home_of: usize| {
        k.buffers
            .iter()
            .enumerate()
            .any(|(n, b)| b.written && home(n) == home_of)
    };
    let mut updated = vec![false; k.buffers.len()];
    hoist_ir::walk(&k.body, &mut |s| {
        if let StmtKind::Update { buffer, .. } = s.kind {
            updated[home(buffer.index())] = true;
        }
    });
    let updates = |home_of: usize| updated[home_of];
    let buffers: Vec<Bound> = k
        .buffers
        .iter()
        .enumerate()
        .map(|(n, b)| Bound {
            name: names_of[n].clone(),
            memory: names_of[home(n)].clone(),
            elem: b.elem,
            written: writes(home(n)),
            updated: updates(home(n)),
        })
        .collect();
    let bound = |name: String, elem| Bound {
        name: name.clone(),
        memory: name,
        elem,
        written: true,
        updated: false,
    };
    let reductions = k.reductions.iter().enumerate();
    let scratch: Vec<Bound> = reductions
        .map(|(n, r)| bound(format!("hoist_scratch_{n}"), r.ty))
        .collect();
    let uniforms: Vec<(String, ScalarType)> = k.uniforms.iter().map(|u| (names.fresh(u.name), u.ty)).collect();
    let locals: Vec<String> = k.locals.iter().map(|l| names.fresh(l.name)).collect();
    let arrays: Vec<String> = k.arrays.iter().map(|a| names.fresh(a.name)).collect();
    let values: Vec<String> = k.values.iter().map(|v| names.fresh(v.name.unwrap_or("t"))).collect();
    // Asked of the leaf before the frame holds it: an accumulator's first value.
    let identities = k
        .reductions
        .iter()
        .map(|r| leaf.literal(r.ty, r.identity))
        .collect::<Result<Vec<_>, _>>()?;

    let frame = Frame {
        options,
        entry: &entry,
        buffers: &buffers,
        scratch: &scratch,
        uniforms: &uniforms,
        indices: &indices,
        faults: may_fault(k, options),
    };
    let mut walk = Walk {
        k,
        p: Printer::new(leaf, frame, 1),
        names,
        locals,
        arrays,
        group: Group::default(),
        tables: HashMap::new(),
        values,
        line: 0,
    };
    let tables = walk.tables()?;
    walk.iterations(&identities)?;
    let text = walk.p.finish(Finish {
        tables: &tables,
        shared: &walk.group.shared,
        title: &format!("kernel {}, loop {} ({}:{})", k.name, k.loop_number, k.file, k.line),
        fast: k.fast,
        double: k.types().contains(&F64) || k.uniforms.iter().any(|u| u.ty == F64),
    });

    let slot = |kind, elem, written| Slot { kind, elem, written };
    let mut bindings = vec![slot(SlotKind::Fault, U32, true), slot(SlotKind::Params, U32, false)];
    bindings.extend(
        buffers
            .iter()
            .enumerate()
            .filter(|(_, b)| b.is_bound())
            .map(|(n, b)| slot(SlotKind::Buffer(n), b.elem, b.written)),
    );
    bindings.extend(
        scratch
            .iter()
            .enumerate()
            .map(|(n, b)| slot(SlotKind::Scratch(n), b.elem, true)),
    );
    Ok(Emitted { text, entry, bindings })
}

pub(crate) struct Walk<'a> {
    pub(crate) k: &'a Kernel,
    pub(crate) p: Printer<'a>,
    names: Names,
    pub(crate) locals: Vec<String>,
    pub(crate) arrays: Vec<String>,
    pub(crate) group: Group,
    /// The constant ones, by their number.
    tables: HashMap<usize, Table>,
    values: Vec<String>,
    /// The line that the last comment named.
    line: u32,
}

impl Walk<'_> {
    /// The body, in the loop that the schedule asks for.
    fn iterations(&mut self, identities: &[String]) -> Result<(), EmitError> {
        let k = self.k;
        let schedule = self.p.frame.options.schedule;
        let accumulators: Vec<_> = k
            .reductions
            .iter()
            .map(|r| (r.ty, self.locals[r.local.index()].clone()))
            .collect();
        match schedule {
            Schedule::Items => self.block(&k.body)?,
            Schedule::Groups | Schedule::SerialGroups => self.groups(schedule)?,
            Schedule::Blocks => {
                for ((ty, name), identity) in accumulators.iter().zip(identities) {
                    self.p.variable(*ty, name, Some(identity));
                }
                self.p.weight = 1 + crate::ask::nested(&k.body);
                self.p.iterations_begin();
                self.block(&k.body)?;
                self.p.loop_end();
                for (n, (_, name)) in accumulators.iter().enumerate() {
                    self.p.store_partial(n, "hoist_item", name);
                }
            }
            Schedule::Serial => {
                self.p.weight = 1 + crate::ask::nested(&k.body);
                self.p.iterations_begin();
                for (n, (ty, name)) in accumulators.iter().enumerate() {
                    let partial = self.p.load_partial(n, "hoist_partial");
                    self.p.variable(*ty, name, Some(&partial));
                }
                self.block(&k.body)?;
                for (n, (_, name)) in accumulators.iter().enumerate() {
                    self.p.store_partial(n, "hoist_partial", name);
                }
                self.p.loop_end();
            }
        }
        Ok(())
    }

    pub(crate) fn block(&mut self, block: &[Stmt]) -> Result<(), EmitError> {
        for s in block {
            self.stmt(s)?;
            // What stands behind a jump never runs, and WGSL refuses it.
            if matches!(s.kind, StmtKind::Break { .. } | StmtKind::Continue { .. }) {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn stmt(&mut self, s: &Stmt) -> Result<(), EmitError> {
        if s.line != self.line {
            self.line = s.line;
            self.p.comment(self.k.file, s.line);
        }
        let k = self.k;
        match &s.kind {
            &StmtKind::Let { value, expr } => {
                let x = self.expr(expr)?;
                self.define(value, &x);
            }
            &StmtKind::Load {
                value,
                buffer,
                index,
                site,
                ..
            } => {
                if self.of_group() {
                    return self.group_load(value, buffer, index, site);
                }
                let at = self.access(buffer, index, site)?;
                let x = self.p.load(buffer.index(), &at);
                self.define(value, &x);
            }
            &StmtKind::Div { value, a, b, site } => self.division("div", value, a, b, site)?,
            &StmtKind::Rem { value, a, b, site } => self.division("rem", value, a, b, site)?,
            &StmtKind::Declare { local, init } => {
                let init = init.map(|e| self.expr(e)).transpose()?;
                let name = self.locals[local.index()].clone();
                self.p.variable(k.locals[local].ty, &name, init.as_deref());
            }
            &StmtKind::DeclareArray { array, fill } => {
                if k.arrays[array].shared {
                    return self.share_array(array, fill);
                }
                let fill = fill.map(|e| self.named(e, "x")).transpose()?;
                let a = &k.arrays[array];
                self.p
                    .array(a.elem, a.len, &self.arrays[array.index()], fill.as_deref());
            }
            &StmtKind::LoadArray {
                value,
                array,
                index,
                site,
            } => {
                if self.of_group() && k.arrays[array].shared {
                    return self.group_element(value, array, index, site);
                }
                let at = self.element(array, index, site)?;
                self.define(value, &at);
            }
            &StmtKind::StoreArray {
                array,
                index,
                expr,
                site,
            } => {
                let x = self.expr(expr)?;
                if self.of_group() && k.arrays[array].shared {
                    self.wait();
                    let at = self.element(array, index, site)?;
                    return self.once(|s| {
                        s.p.assign(&at, &x);
                        Ok(())
                    });
                }
                let at = self.element(array, index, site)?;
                self.p.assign(&at, &x);
            }
            &StmtKind::Set { local, expr } => {
                let x = self.expr(expr)?;
                let name = self.locals[local.index()].clone();
                self.p.assign(&name, &x);
            }
            &StmtKind::Store {
                buffer,
                index,
                expr,
                site,
                ..
            } => {
                let x = self.expr(expr)?;
                if self.of_group() {
                    self.wait();
                    let at = self.access(buffer, index, site)?;
                    return self.once(|s| {
                        s.p.store(buffer.index(), &at, &x);
                        Ok(())
                    });
                }
                let at = self.access(buffer, index, site)?;
                self.p.store(buffer.index(), &at, &x);
            }
            &StmtKind::Update {
                buffer,
                index,
                op,
                expr,
                site,
                ..
            } => {
                let x = self.named(expr, "by")?;
                if self.of_group() {
                    self.wait();
                    let at = self.access(buffer, index, site)?;
                    return self.once(|s| s.p.update(buffer.index(), &at, op, &x));
                }
                let at = self.access(buffer, index, site)?;
                self.p.update(buffer.index(), &at, op, &x)?;
            }
            &StmtKind::Within { index, len, site } => {
                if self.p.frame.options.proved.get(site as usize) != Some(&true) {
                    let (at, len) = (self.named(index, "at")?, self.named(len, "len")?);
                    let check = Check::Bounds { at: &at, len: &len };
                    self.p.check(&format!("{at} < {len}"), site, check);
                }
            }
            &StmtKind::Assert { cond, site } => {
                let c = self.expr(cond)?;
                self.p.check(&c, site, Check::Plain { kind: FAULT_ASSERT });
            }
            StmtKind::If { cond, then, otherwise } => {
                let c = self.expr(*cond)?;
                self.p.if_begin(&c);
                let before = self.group.pending;
                self.block(then)?;
                let after = std::mem::replace(&mut self.group.pending, before);
                if !otherwise.is_empty() {
                    self.p.if_else();
                    self.block(otherwise)?;
                }
                self.group.pending |= after;
                self.p.if_end();
            }
            StmtKind::Loop { body } => {
                self.p.weight = 1 + crate::ask::nested(body);
                self.p.loop_begin();
                self.looped(body)?;
            }
            StmtKind::For { local, from, to, body } => {
                let (from, ty) = (self.expr(*from)?, k.locals[*local].ty);
                // The bound is read once: a variable may change in the body.
                let to = if self.has_items(body) {
                    self.rolled(*to)?
                } else {
                    self.named(*to, "end")?
                };
                let name = self.locals[local.index()].clone();
                self.p.weight = 1 + crate::ask::nested(body);
                self.p.for_begin(ty, &name, &from, &to);
                self.looped(body)?;
            }
            StmtKind::Items {
                row,
                col,
                rows,
                cols,
                body,
                reductions,
                others,
                join,
            } => self.items(&ItemsLoop {
                row: *row,
                col: *col,
                rows: *rows,
                cols: *cols,
                body,
                reductions,
                others,
                join,
            })?,
            &StmtKind::Break { depth } => self.p.leave(depth as usize, false),
            &StmtKind::Continue { depth } => self.p.leave(depth as usize, true),
        }
        Ok(())
    }

    pub(crate) fn define(&mut self, value: hoist_ir::ValueId, text: &str) {
        let name = self.values[value.index()].clone();
        self.p.constant(self.k.values[value].ty, &name, text);
    }
    /// The text of an expression that may be used several times.
    pub(crate) fn named(&mut self, e: ExprId, name: &str) -> Result<String, EmitError> {
        let Node { expr, ty } = self.k.exprs[e];
        let text = self.expr(e)?;
        if matches!(
            expr,
            Expr::Const(_) | Expr::Uniform(_) | Expr::Len(_) | Expr::Index(_) | Expr::Value(_)
        ) {
            return Ok(text);
        }
        let name = self.names.fresh(name);
        self.p.constant(ty, &name, &text);
        Ok(name)
    }
    /// The element index of an access, checked unless it is proved.
    pub(crate) fn access(&mut self, buffer: BufferId, index: ExprId, site: u32) -> Result<String, EmitError> {
        if self.p.frame.options.proved.get(site as usize) == Some(&true) && !self.packed(buffer) {
            return self.expr(index);
        }
        let at = self.named(index, "at")?;
        self.p.check_bounds(buffer.index(), &at, site);
        Ok(at)
    }
    /// `array[index]`, checked unless it is proved.
    pub(crate) fn element(&mut self, array: ArrayId, index: ExprId, site: u32) -> Result<String, EmitError> {
        let len = self.k.arrays[array].len;
        let beyond = matches!(self.k.exprs[index].expr, Expr::Const(n) if n >= len);
        let proved = self.p.frame.options.proved.get(site as usize) == Some(&true);
        let at = match (beyond, proved) {
            // WGSL refuses a constant index beyond the end, even behind a check.
            (true, _) => self.opaque(index, "at")?,
            (false, true) => self.expr(index)?,
            (false, false) => self.named(index, "at")?,
        };
        if !proved {
            let len = self.p.leaf.index(len);
            let check = Check::Bounds { at: &at, len: &len };
            self.p.check(&format!("{at} < {len}"), site, check);
        }
        Ok(match self.tables.get(&array.index()) {
            Some(table) => self.p.leaf.table_element(table, &at),
            None => self.p.leaf.element(&self.arrays[array.index()], &at),
        })
    }
    /// The constant arrays, as declarations of the module.
    fn tables(&mut self) -> Result<String, EmitError> {
        let mut out = String::new();
        for (h, a) in self.k.arrays.handles() {
            let Some(bits) = &a.table else { continue };
            let (text, table) = self.p.leaf.table(a.elem, self.arrays[h.index()].clone(), bits)?;
            out += &text;
            self.tables.insert(h.index(), table);
        }
        Ok(out)
    }
    /// Whether the text of an access names its index several times.
    fn packed(&self, buffer: BufferId) -> bool {
        self.p.leaf.wgsl() && self.p.frame.buffers[buffer.index()].packed()
    }
    fn division(
        &mut self,
        op: &str,
        value: hoist_ir::ValueId,
        a: ExprId,
        b: ExprId,
        site: u32,
    ) -> Result<(), EmitError> {
        let (ta, tb) = (self.k.exprs[a].ty, self.k.exprs[b].ty);
        let checked = !divides(self.k, b);
        let (a, b) = (
            self.opaque(a, "a")?,
            if checked { self.opaque(b, "b")? } else { self.expr(b)? },
        );
        if checked {
            self.p.check_division(ta, &a, &b, site)?;
        }
        let to = self.k.values[value].ty;
        let x = ops::operation(&mut self.p.leaf, op, to, &[(ta, &a), (tb, &b)])?;
        self.define(value, &x);
        Ok(())
    }
    /// A name for an operand of a division or an index, which WGSL's compilers do not compute at compile time.
    fn opaque(&mut self, e: ExprId, name: &str) -> Result<String, EmitError> {
        match self.k.exprs[e].expr {
            Expr::Const(bits) if self.p.leaf.wgsl() => {
                let ty = self.k.exprs[e].ty;
                let text = self.p.leaf.opaque_literal(ty, bits)?;
                let name = self.names.fresh(name);
                self.p.constant(ty, &name, &text);
                Ok(name)
            }
            _ => self.named(e, name),
        }
    }

    /// The text of an expression; it binds tighter than any operator.
    pub(crate) fn expr(&mut self, e: ExprId) -> Result<String, EmitError> {
        let k = self.k;
        let Node { expr, ty } = k.exprs[e];
        let of = |e: ExprId| k.exprs[e].ty;
        let op = match expr {
            Expr::Const(bits) if ty == Bool => return self.p.leaf.truth(bits & 1 != 0),
            Expr::Const(bits) => return self.p.leaf.literal(ty, bits),
            Expr::Uniform(u) => return Ok(self.p.frame.uniforms[u.index()].0.clone()),
            Expr::Len(b) => return Ok(self.p.len(b.index())),
            Expr::Index(d) => return Ok(self.p.frame.indices[d as usize].clone()),
            Expr::Local(l) => return Ok(self.locals[l.index()].clone()),
            Expr::Value(v) => return Ok(self.values[v.index()].clone()),
            Expr::Unary(op, _) => unary_name(op),
            Expr::Binary(op, ..) => binary_name(op),
            Expr::Fma(..) => "mul_add",
            Expr::Select { .. } => "select",
            Expr::Cast(_) => "cast",
            Expr::Bitcast(a) if of(a).is_float() => "to_bits",
            Expr::Bitcast(_) => "from_bits",
        };
        let operands: Vec<ExprId> = expr.operands().collect();
        // WGSL refuses a constant expression that overflows, which the same operation at run time may.
        let constant = self.p.leaf.wgsl() && operands.iter().all(|e| matches!(k.exprs[*e].expr, Expr::Const(_)));
        let shifts = matches!(expr, Expr::Binary(BinaryOp::Shl | BinaryOp::Shr, ..));
        let mut texts = vec![];
        for (n, &e) in operands.iter().enumerate() {
            texts.push(match k.exprs[e].expr {
                Expr::Const(bits) if constant && n == 0 => self.p.leaf.opaque_literal(of(e), bits)?,
                // A shift's count, which loses bits to the count's own type.
                Expr::Const(bits) if self.p.leaf.wgsl() && shifts && bits > 63 => {
                    self.p.leaf.opaque_literal(of(e), bits)?
                }
                _ => self.expr(e)?,
            });
        }
        let args: Vec<ops::Operand<'_>> = operands.iter().zip(&texts).map(|(e, t)| (of(*e), t.as_str())).collect();
        // Every cast to or from a float goes by the value's own type.
        let text = ops::operation(&mut self.p.leaf, op, ty, &args)?;
        Ok(tight(text))
    }
}

/// A C cast or a prefix operator in parentheses, so that what is put behind it belongs to all of it.
fn tight(text: String) -> String {
    let prefix = text.starts_with(['-', '!', '~']) || text.starts_with('(') && !crate::print::spans(&text);
    if prefix { format!("({text})") } else { text }
}
fn unary_name(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Neg => "neg",
        UnaryOp::Not => "not",
        UnaryOp::Abs => "abs",
        UnaryOp::Sqrt => "sqrt",
        UnaryOp::Floor => "floor",
        UnaryOp::Ceil => "ceil",
        UnaryOp::Trunc => "trunc",
        UnaryOp::RoundEven => "round_ties_even",
        UnaryOp::RsqrtFast => "rsqrt_fast",
        UnaryOp::CountOnes => "count_ones",
        UnaryOp::LeadingZeros => "leading_zeros",
        UnaryOp::TrailingZeros => "trailing_zeros",
    }
}
fn binary_name(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "add",
        BinaryOp::Sub => "sub",
        BinaryOp::Mul => "mul",
        BinaryOp::Div => "div",
        BinaryOp::Rem => "rem",
        BinaryOp::And => "and",
        BinaryOp::Or => "or",
        BinaryOp::Xor => "xor",
        BinaryOp::Shl => "shl",
        BinaryOp::Shr => "shr",
        BinaryOp::Min => "min",
        BinaryOp::Max => "max",
        BinaryOp::Eq => "eq",
        BinaryOp::Ne => "ne",
        BinaryOp::Lt => "lt",
        BinaryOp::Le => "le",
        BinaryOp::Gt => "gt",
        BinaryOp::Ge => "ge",
    }
}
