//! The IR as text, for people.

use std::fmt::{self, Display, Formatter, Write};

use hoist_machine::ScalarType::{self, *};
use hoist_machine::halves::{bf16, f16};

use crate::ir::*;

impl Display for Kernel {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "// {}:{}", self.file, self.line)?;
        let fast = if self.fast { "fast " } else { "" };
        writeln!(
            f,
            "{fast}kernel {}, loop {} over ({}) {{",
            self.name,
            self.loop_number,
            self.indices.join(", ")
        )?;
        for u in self.uniforms.iter() {
            writeln!(f, "    uniform {}: {}", u.name, u.ty.name())?;
        }
        for b in self.buffers.iter() {
            writeln!(
                f,
                "    buffer {}: {}[{}]",
                b.name,
                if b.written { "mut " } else { "" },
                b.elem.name()
            )?;
        }
        for (h, a) in self.arrays.handles().filter(|(_, a)| a.table.is_some()) {
            let (text, bits) = (Text { k: self }, a.table.as_deref().unwrap_or_default());
            let all: Vec<String> = bits.iter().map(|x| text.literal(a.elem, *x)).collect();
            writeln!(f, "    const {}: [{}]", text.array(h), all.join(", "))?;
        }
        for (n, r) in self.reductions.iter().enumerate() {
            let identity = Text { k: self }.literal(r.ty, r.identity);
            let name = Text { k: self }.local(r.local);
            writeln!(
                f,
                "    reduction {n}: {name}: {} = {identity}, joined by {:?}",
                r.ty.name(),
                r.op
            )?;
        }
        let mut out = String::new();
        Text { k: self }.block(&mut out, &self.body, 1)?;
        write!(f, "{out}}}")
    }
}
impl Display for crate::Validated {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&**self, f)
    }
}

struct Text<'a> {
    k: &'a Kernel,
}

impl Text<'_> {
    fn block(&self, out: &mut String, block: &Block, depth: usize) -> fmt::Result {
        let mut last = 0;
        for s in block {
            let pad = "    ".repeat(depth);
            let head = self.head(&s.kind);
            let opens = s.kind.blocks().next().is_some();
            // A line's number stands beside the first statement from it.
            let note = if s.line == last {
                String::new()
            } else {
                format!("  // {}", s.line)
            };
            last = s.line;
            writeln!(out, "{pad}{head}{}{note}", if opens { " {" } else { "" })?;
            match &s.kind {
                StmtKind::If { then, otherwise, .. } => {
                    self.block(out, then, depth + 1)?;
                    if !otherwise.is_empty() {
                        writeln!(out, "{pad}}} else {{")?;
                        self.block(out, otherwise, depth + 1)?;
                    }
                    writeln!(out, "{pad}}}")?;
                }
                StmtKind::Loop { body } | StmtKind::For { body, .. } => {
                    self.block(out, body, depth + 1)?;
                    writeln!(out, "{pad}}}")?;
                }
                StmtKind::Items { body, join, .. } => {
                    self.block(out, body, depth + 1)?;
                    if !join.is_empty() {
                        writeln!(out, "{pad}}} join {{")?;
                        self.block(out, join, depth + 1)?;
                    }
                    writeln!(out, "{pad}}}")?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn head(&self, kind: &StmtKind) -> String {
        use StmtKind::*;
        match kind {
            Items {
                row,
                col,
                rows,
                cols,
                reductions,
                others,
                ..
            } => {
                let all = reductions.iter().zip(others).map(|(r, o)| {
                    let identity = self.literal(r.ty, r.identity);
                    format!(
                        ", {} = {identity} joins {} by {:?}",
                        self.local(r.local),
                        self.local(*o),
                        r.op
                    )
                });
                let place = format!("({}, {})", self.local(*row), self.local(*col));
                let size = format!("({}, {})", self.expr(*rows), self.expr(*cols));
                format!("items {place} of {size}{}", all.collect::<String>())
            }
            kind => self.simple(kind),
        }
    }

    fn simple(&self, kind: &StmtKind) -> String {
        use StmtKind::*;
        match *kind {
            // The caller's.
            Items { .. } => String::new(),
            Let { value, expr } => format!("{} = {}", self.definition(value), self.outer(expr)),
            Load {
                value, buffer, index, ..
            } => {
                format!(
                    "{} = load {}[{}]",
                    self.definition(value),
                    self.buffer(buffer),
                    self.outer(index)
                )
            }
            Div { value, a, b, .. } => format!("{} = {} / {}", self.definition(value), self.expr(a), self.expr(b)),
            Rem { value, a, b, .. } => format!("{} = {} % {}", self.definition(value), self.expr(a), self.expr(b)),
            Declare { local, init } => {
                let ty = self.k.locals.try_get(local).map_or("?", |l| l.ty.name());
                let init = init.map_or(String::new(), |e| format!(" = {}", self.outer(e)));
                format!("var {}: {ty}{init}", self.local(local))
            }
            Set { local, expr } => format!("{} = {}", self.local(local), self.outer(expr)),
            Store {
                buffer, index, expr, ..
            } => {
                format!(
                    "store {}[{}] = {}",
                    self.buffer(buffer),
                    self.outer(index),
                    self.outer(expr)
                )
            }
            Update {
                buffer,
                index,
                op,
                expr,
                ..
            } => {
                let (buffer, index, expr) = (self.buffer(buffer), self.outer(index), self.outer(expr));
                format!("update {buffer}[{index}] by {op:?} {expr}")
            }
            DeclareArray { array, fill } => {
                let (elem, len) = self
                    .k
                    .arrays
                    .try_get(array)
                    .map_or(("?", 0), |a| (a.elem.name(), a.len));
                let fill = fill.map_or(String::new(), |e| format!(" = {}", self.outer(e)));
                let shared = self.k.arrays.try_get(array).is_some_and(|a| a.shared);
                let word = if shared { "shared" } else { "array" };
                format!("{word} {}: [{elem}; {len}]{fill}", self.array(array))
            }
            LoadArray {
                value, array, index, ..
            } => {
                format!(
                    "{} = {}[{}]",
                    self.definition(value),
                    self.array(array),
                    self.outer(index)
                )
            }
            StoreArray { array, index, expr, .. } => {
                format!("{}[{}] = {}", self.array(array), self.outer(index), self.outer(expr))
            }
            Within { index, len, .. } => format!("within {} < {}", self.expr(index), self.expr(len)),
            Assert { cond, .. } => format!("assert {}", self.outer(cond)),
            If { cond, .. } => format!("if {}", self.outer(cond)),
            Loop { .. } => "loop".into(),
            For { local, from, to, .. } => {
                format!("for {} in {}..{}", self.local(local), self.expr(from), self.expr(to))
            }
            Break { depth: 0 } => "break".into(),
            Continue { depth: 0 } => "continue".into(),
            Break { depth } => format!("break {depth}"),
            Continue { depth } => format!("continue {depth}"),
        }
    }

    fn definition(&self, v: ValueId) -> String {
        let ty = self.k.values.try_get(v).map_or("?", |x| x.ty.name());
        format!("let {}: {ty}", self.value(v))
    }
    /// The user's name and a number, which tells two of one name apart.
    fn value(&self, v: ValueId) -> String {
        let name = self.k.values.try_get(v).and_then(|x| x.name).unwrap_or("");
        format!("{name}%{}", v.index())
    }
    fn local(&self, l: LocalId) -> String {
        let name = self.k.locals.try_get(l).map_or("?", |x| x.name);
        format!("{name}${}", l.index())
    }
    fn array(&self, a: ArrayId) -> String {
        let name = self.k.arrays.try_get(a).map_or("?", |x| x.name);
        format!("{name}@{}", a.index())
    }
    fn buffer(&self, b: BufferId) -> &'static str {
        self.k.buffers.try_get(b).map_or("?", |x| x.name)
    }

    /// Without the parentheses around the whole.
    fn outer(&self, e: ExprId) -> String {
        let text = self.expr(e);
        let binary = self.k.exprs.try_get(e).is_some_and(|n| infix(&n.expr));
        if binary { text[1..text.len() - 1].into() } else { text }
    }
    fn expr(&self, e: ExprId) -> String {
        let Some(n) = self.k.exprs.try_get(e) else {
            return "?".into();
        };
        match n.expr {
            Expr::Const(bits) => self.literal(n.ty, bits),
            Expr::Uniform(u) => self.k.uniforms.try_get(u).map_or("?", |x| x.name).into(),
            Expr::Len(b) => format!("{}.len", self.buffer(b)),
            Expr::Index(d) => self.k.index_name(d).map_or(format!("index{d}"), Into::into),
            Expr::Local(l) => self.local(l),
            Expr::Value(v) => self.value(v),
            Expr::Unary(op, a) => format!("{}({})", unary_name(op), self.outer(a)),
            Expr::Binary(op, a, b) => match symbol(op) {
                Some(s) => format!("({} {s} {})", self.expr(a), self.expr(b)),
                None => format!(
                    "{}({}, {})",
                    if op == BinaryOp::Min { "min" } else { "max" },
                    self.outer(a),
                    self.outer(b)
                ),
            },
            Expr::Fma(a, b, c) => format!("fma({}, {}, {})", self.outer(a), self.outer(b), self.outer(c)),
            Expr::Select { cond, yes, no } => {
                format!("select({}, {}, {})", self.outer(cond), self.outer(yes), self.outer(no))
            }
            Expr::Cast(a) => format!("{}({})", n.ty.name(), self.outer(a)),
            Expr::Bitcast(a) => format!("{}_bits({})", n.ty.name(), self.outer(a)),
        }
    }

    fn literal(&self, ty: ScalarType, bits: u64) -> String {
        let mut out = String::new();
        let _ = match ty {
            Bool => write!(out, "{}", bits & 1 == 1),
            I8 => write!(out, "{}", bits as i8),
            I16 => write!(out, "{}", bits as i16),
            I32 => write!(out, "{}", bits as i32),
            I64 => write!(out, "{}", bits as i64),
            F16 => write!(out, "{:?}", f16::from_bits(bits as u16).to_f32()),
            BF16 => write!(out, "{:?}", bf16::from_bits(bits as u16).to_f32()),
            F32 => write!(out, "{:?}", f32::from_bits(bits as u32)),
            F64 => write!(out, "{:?}", f64::from_bits(bits)),
            U8 | U16 | U32 | U64 | Usize => write!(out, "{bits}"),
        };
        if ty != Bool {
            let _ = write!(out, "{}", ty.name());
        }
        out
    }
}

fn infix(e: &Expr) -> bool {
    matches!(e, Expr::Binary(op, ..) if symbol(*op).is_some())
}
fn symbol(op: BinaryOp) -> Option<&'static str> {
    use BinaryOp::*;
    Some(match op {
        Add => "+",
        Sub => "-",
        Mul => "*",
        Div => "/",
        Rem => "%",
        And => "&",
        Or => "|",
        Xor => "^",
        Shl => "<<",
        Shr => ">>",
        Eq => "==",
        Ne => "!=",
        Lt => "<",
        Le => "<=",
        Gt => ">",
        Ge => ">=",
        Min | Max => return None,
    })
}
fn unary_name(op: UnaryOp) -> &'static str {
    use UnaryOp::*;
    match op {
        Neg => "neg",
        Not => "not",
        Abs => "abs",
        Sqrt => "sqrt",
        Floor => "floor",
        Ceil => "ceil",
        Trunc => "trunc",
        RoundEven => "round_ties_even",
        RsqrtFast => "rsqrt_fast",
        CountOnes => "count_ones",
        LeadingZeros => "leading_zeros",
        TrailingZeros => "trailing_zeros",
    }
}
