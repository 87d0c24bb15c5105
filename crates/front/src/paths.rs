//! Every access of a loop's body with what is known on the way to it.
//!
//! The body is walked in the order in which it runs. A name stands for a form over the loop's
//! variables and those that facts bring in; what can't be said so (memory, calls, products of
//! variables) is a variable of its own, which conditions may still bound. A variable that is
//! assigned has a value until the next assignment; one that a branch or a loop assigns is anything
//! after it. Conditions on the way (`if`, `while`, `&&`, `assert!`, and the opposite of one that ends
//! the iteration) are facts. A fact may be left out, so whatever is not understood is.

use crate::params::Params;
use crate::ranges::ForHead;
use crate::values::{access, text, ty_of};
use crate::{ops, tree};
use hoist_affine::seeded::{Bug, is};
use hoist_affine::{Fact, Form, Rel, Ty};
use proc_macro2::Span;

use std::collections::{HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, ExprBinary, ExprIf, Local, Pat, Stmt, UnOp};

/// One access, in the user's terms and in the model's.
pub struct Found {
    pub slice: String,
    pub text: String,
    pub span: Span,
    pub write: bool,
    pub at: Form,
    pub facts: Vec<Fact>,
    /// What is stored, when it is the same in all iterations.
    pub value: Option<String>,
    /// What in the subscript is not a form, in words, and the name that it has.
    pub opaque: Option<Opaque>,
}

/// A value that is not a form.
#[derive(Clone)]
pub struct Opaque {
    pub why: String,
    pub name: Option<String>,
}

/// A value: its form, its type where known, and what in it is not a form.
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) form: Form,
    pub(crate) ty: Option<Ty>,
}

/// Walks a body.
pub struct Paths<'a> {
    pub(crate) dims: usize,
    pub params: Params,
    /// Types of host variables, where known.
    pub(crate) types: &'a HashMap<String, Ty>,
    /// Types of host arrays' elements.
    pub(crate) arrays: &'a HashMap<String, Ty>,
    pub(crate) env: HashMap<String, Known>,
    /// Types of names of the body, where known.
    pub(crate) kinds: HashMap<String, Ty>,
    pub(crate) conditions: HashMap<String, Expr>,
    /// All names that the body binds, and those that it assigns.
    pub(crate) bound: HashSet<String>,
    pub(crate) assigned: HashSet<String>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) opaque: HashMap<u16, Opaque>,
    /// A condition is looked at a second time.
    pub(crate) quiet: bool,
    pub found: Vec<Found>,
}

/// Walks the body of a loop over `par`.
pub fn walk<'a>(par: &[String], body: &Block, params: Params, known: &'a crate::depend::Known) -> Paths<'a> {
    let mut names = Names::default();
    names.visit_block(body);
    let mut paths = Paths {
        dims: par.len(),
        params,
        types: &known.types,
        arrays: &known.arrays,
        env: HashMap::new(),
        kinds: HashMap::new(),
        conditions: HashMap::new(),
        bound: names.bound,
        assigned: names.assigned,
        facts: Vec::new(),
        opaque: HashMap::new(),
        quiet: false,
        found: Vec::new(),
    };
    for (n, name) in par.iter().enumerate() {
        let (form, ty) = (Form::variable(n as u16), Some(Ty::USIZE));
        paths.env.insert(name.clone(), Known { form, ty });
    }
    paths.block(body);
    paths
}

/// Names that a body binds and assigns.
#[derive(Default)]
struct Names {
    bound: HashSet<String>,
    assigned: HashSet<String>,
}

impl<'a> Visit<'a> for Names {
    fn visit_pat_ident(&mut self, p: &'a syn::PatIdent) {
        self.bound.insert(p.ident.to_string());
    }
    fn visit_expr(&mut self, e: &'a Expr) {
        let target = match e {
            Expr::Assign(a) => Some(&a.left),
            Expr::Binary(b) if ops::compound(&b.op).is_some() => Some(&b.left),
            _ => None,
        };
        self.assigned
            .extend(target.and_then(|t| tree::ident(t)).map(|i| i.to_string()));
        visit::visit_expr(self, e);
    }
}

impl Paths<'_> {
    pub(crate) fn bring(&mut self, fact: Fact) -> Form {
        let v = self.facts.iter().filter(|f| !matches!(f, Fact::Compare { .. })).count() + self.dims;
        let inherited = crate::depend::forms(&fact)
            .into_iter()
            .flat_map(|f| &f.terms)
            .find_map(|(v, _)| self.opaque.get(v).cloned());
        let over = matches!(fact, Fact::Range { .. });
        self.facts.push(fact);
        match inherited {
            Some(why) if !over => self.opaque.insert(v as u16, why),
            _ => self.opaque.remove(&(v as u16)),
        };
        Form::variable(v as u16)
    }

    pub(crate) fn access(&mut self, i: &syn::ExprIndex, write: bool, value: Option<String>) {
        let at = self.value(&i.index, Some(Ty::USIZE));
        let Some(slice) = tree::ident(&i.expr) else {
            self.value(&i.expr, None);
            return;
        };
        self.note(i, slice.to_string(), at.form, write, value);
    }

    fn note(&mut self, i: &syn::ExprIndex, slice: String, at: Form, write: bool, value: Option<String>) {
        if self.quiet || self.bound.contains(&slice) {
            return;
        }
        let opaque = at.terms.iter().find_map(|(v, _)| self.opaque.get(v).cloned());
        self.found.push(Found {
            slice,
            text: access(i),
            span: i.span(),
            write,
            at,
            facts: self.facts.clone(),
            value,
            opaque,
        });
    }

    pub(crate) fn block(&mut self, b: &Block) -> Known {
        let mut last = None;
        for s in &b.stmts {
            last = match s {
                Stmt::Local(l) => {
                    self.local(l);
                    None
                }
                Stmt::Expr(e, None) => Some(self.tail(e)),
                Stmt::Expr(e, Some(_)) => {
                    self.statement(e);
                    None
                }
                _ => None,
            };
        }
        last.unwrap_or(Known {
            form: Form::number(0),
            ty: None,
        })
    }

    fn tail(&mut self, e: &Expr) -> Known {
        if is_statement(e) {
            self.statement(e);
            return Known {
                form: Form::number(0),
                ty: None,
            };
        }
        self.value(e, None)
    }

    fn local(&mut self, l: &Local) {
        let (pat, ty) = tree::typed(&l.pat);
        let Some(init) = &l.init else { return };
        self.bind(pat, ty.and_then(ty_of), &init.expr);
    }

    fn bind(&mut self, pat: &Pat, ty: Option<Ty>, init: &Expr) {
        match (pat, tree::bare(init)) {
            (Pat::Tuple(p), Expr::Tuple(t)) if p.elems.len() == t.elems.len() => {
                for (p, e) in p.elems.iter().zip(&t.elems) {
                    self.bind(tree::typed(p).0, None, e);
                }
            }
            (Pat::Ident(p), e) => {
                let name = p.ident.to_string();
                if self.is_condition(e) {
                    self.conditions.insert(name.clone(), e.clone());
                    self.condition(e);
                    return;
                }
                let known = self.value(e, ty);
                if let ([(v, _)], true) = (known.form.terms.as_slice(), known.form.is_atom())
                    && let Some(opaque) = self.opaque.get_mut(v)
                {
                    opaque.name = Some(name.clone());
                }
                self.kinds.extend(known.ty.map(|ty| (name.clone(), ty)));
                self.env.insert(name, known);
            }
            (_, e) => {
                self.value(e, None);
            }
        }
    }

    /// Whether a `bool` whose names keep their values.
    fn is_condition(&self, e: &Expr) -> bool {
        let kind = match e {
            Expr::Binary(b) => compares(&b.op) || matches!(b.op, BinOp::And(_) | BinOp::Or(_)),
            Expr::Unary(u) => matches!(u.op, UnOp::Not(_)),
            _ => false,
        };
        let mut names = Mentioned::default();
        names.visit_expr(e);
        kind && names.0.is_disjoint(&self.assigned)
    }

    /// Leaves what holds in a branch or a loop; what it assigns is anything from here on.
    fn leave(&mut self, facts: usize, env: &HashMap<String, Known>, assigned: &HashSet<String>) {
        self.facts.truncate(facts);
        self.env.clone_from(env);
        self.env.retain(|name, _| !assigned.contains(name) || is(Bug::Assigned));
    }

    pub(crate) fn branch(&mut self, i: &ExprIf) {
        self.condition(&i.cond);
        let (facts, env) = (self.facts.len(), self.env.clone());
        self.assume(&i.cond, true);
        self.block(&i.then_branch);
        let mut assigned = HashSet::new();
        self.leave(facts, &env, &assigned);
        if !ends(&i.then_branch) {
            assigned.extend(assigns(&i.then_branch));
        }
        if let Some((_, e)) = &i.else_branch {
            self.assume(&i.cond, is(Bug::Else));
            self.statement(e);
            let other = Expr::clone(e);
            let block: Block = syn::parse_quote!({ #other });
            assigned.extend(assigns(&block));
        }
        self.leave(facts, &env, &assigned);
        if ends(&i.then_branch) && i.else_branch.is_none() {
            self.assume(&i.cond, false);
        }
    }

    fn repeated(&mut self, body: &Block, enter: impl FnOnce(&mut Self)) {
        let assigned = assigns(body);
        let env = self.env.clone();
        self.env.retain(|name, _| !assigned.contains(name) || is(Bug::Assigned));
        let facts = self.facts.len();
        enter(self);
        self.block(body);
        self.leave(facts, &env, &assigned);
    }

    fn for_loop(&mut self, f: &syn::ExprForLoop) {
        let Some(head) = ForHead::of(f) else {
            self.value(&f.expr, None);
            self.repeated(&f.body, |_| {});
            return;
        };
        let (from, to) = self.pair(head.from, head.to, None);
        let step = head.step.map(|s| self.value(s, Some(Ty::USIZE)));
        let name = match &*f.pat {
            Pat::Ident(p) => Some(p.ident.to_string()),
            _ => None,
        };
        self.repeated(&f.body, |s| {
            let known = s.counted(&head, from, to, step);
            if let Some(name) = name {
                s.env.insert(name, known);
            }
        });
    }

    /// The variable of a `for`.
    fn counted(&mut self, head: &ForHead, from: Known, to: Known, step: Option<Known>) -> Known {
        let ty = from.ty.or(to.ty);
        let t = ty.unwrap_or(Ty::UNKNOWN);
        // It runs at all.
        let rel = if head.inclusive { Rel::AtMost } else { Rel::Less };
        let (a, b) = (from.form.clone(), to.form.clone());
        self.facts.push(Fact::Compare { a, rel, b, ty: t });
        let steps =
            step.filter(|s| s.form.terms.is_empty() && !head.reversed && from.form.as_number().is_some_and(|n| n >= 0));
        if let Some(step) = steps
            && t == Ty::USIZE
        {
            // The count of steps, which is not above what it counts to.
            let n = self.bring(Fact::Range {
                from: Form::number(0),
                to: to.form.clone(),
                inclusive: true,
                ty: t,
            });
            if let Some(form) = n.times(&step.form).and_then(|s| s.plus(&from.form, 1)) {
                let rel = if head.inclusive { Rel::AtMost } else { Rel::Less };
                let (a, b) = (form.clone(), to.form);
                self.facts.push(Fact::Compare { a, rel, b, ty: t });
                return Known { form, ty };
            }
        }
        let form = self.bring(Fact::Range {
            from: from.form,
            to: to.form,
            inclusive: head.inclusive,
            ty: t,
        });
        Known { form, ty }
    }

    fn assign(&mut self, left: &Expr, right: &Expr, op: Option<&ExprBinary>) {
        let left = tree::bare(left);
        if let Some(i) = place(left) {
            self.value(right, None);
            if !matches!(left, Expr::Index(j) if std::ptr::eq(i, j)) {
                // A field, or an element of one.
                self.value(left, None);
            }
            let at = self.value(&i.index, Some(Ty::USIZE)).form;
            let Some(slice) = tree::ident(&i.expr).map(|s| s.to_string()) else {
                return;
            };
            if op.is_some() {
                self.note(i, slice.clone(), at.clone(), false, None);
            }
            let same = op.is_none() && self.is_uniform_value(right);
            self.note(i, slice, at, true, same.then(|| text(right)));
            return;
        }
        let known = match op {
            Some(b) => {
                let mut plain = b.clone();
                plain.op = simple(&b.op);
                self.binary(&plain, None)
            }
            None => self.value(right, None),
        };
        if let Some(name) = tree::ident(left)
            .map(|i| i.to_string())
            .filter(|n| self.bound.contains(n))
        {
            self.env.insert(name, known);
        }
    }

    pub(crate) fn statement(&mut self, e: &Expr) {
        match e {
            Expr::Assign(a) => self.assign(&a.left, &a.right, None),
            Expr::Binary(b) if ops::compound(&b.op).is_some() => self.assign(&b.left, &b.right, Some(b)),
            Expr::If(i) => self.branch(i),
            Expr::While(w) => self.repeated(&w.body, |s| {
                s.condition(&w.cond);
                s.assume(&w.cond, true);
            }),
            Expr::Loop(l) => self.repeated(&l.body, |_| {}),
            Expr::ForLoop(f) => self.for_loop(f),
            Expr::Block(b) => {
                self.block(&b.block);
            }
            Expr::Call(c) if tree::called(&c.func).as_deref() == Some("__hoist_assert") => {
                self.condition(&c.args[0]);
                self.assume(&c.args[0], true);
            }
            Expr::Call(c) => c.args.iter().for_each(|a| drop(self.value(a, None))),
            Expr::Array(a) => a.elems.iter().for_each(|e| drop(self.value(e, None))),
            Expr::Repeat(r) => drop(self.value(&r.expr, None)),
            Expr::Tuple(t) => t.elems.iter().for_each(|e| drop(self.value(e, None))),
            Expr::Field(f) => drop(self.value(&f.base, None)),
            Expr::Return(r) => {
                if let Some(e) = &r.expr {
                    self.value(e, None);
                }
            }
            Expr::Break(b) => {
                if let Some(e) = &b.expr {
                    self.value(e, None);
                }
            }
            Expr::Unary(u) => drop(self.value(&u.expr, None)),
            Expr::Continue(_) | Expr::Lit(_) | Expr::Path(_) => {}
            Expr::Index(_)
            | Expr::MethodCall(_)
            | Expr::Binary(_)
            | Expr::Cast(_)
            | Expr::Paren(_)
            | Expr::Group(_)
            | Expr::Reference(_) => {
                self.value(e, None);
            }
            e => self.others(e),
        }
    }

    /// What is not understood: its accesses, each at an unknown place.
    fn others(&mut self, e: &Expr) {
        struct All<'a>(Vec<&'a syn::ExprIndex>);
        impl<'a> Visit<'a> for All<'a> {
            fn visit_expr_index(&mut self, i: &'a syn::ExprIndex) {
                self.0.push(i);
                visit::visit_expr_index(self, i);
            }
        }
        let mut all = All(Vec::new());
        all.visit_expr(e);
        for i in all.0 {
            let Some(slice) = tree::ident(&i.expr) else { continue };
            let at = self.anything(&*i.index, "is not understood here", Some(Ty::USIZE)).form;
            self.note(i, slice.to_string(), at.clone(), false, None);
            self.note(i, slice.to_string(), at, true, None);
        }
    }

    /// Meets the accesses in a condition.
    pub(crate) fn condition(&mut self, e: &Expr) {
        match e {
            Expr::Binary(b) if matches!(b.op, BinOp::And(_) | BinOp::Or(_)) => {
                self.condition(&b.left);
                let (facts, env) = (self.facts.len(), self.env.clone());
                self.assume(&b.left, matches!(b.op, BinOp::And(_)));
                self.condition(&b.right);
                self.leave(facts, &env, &HashSet::new());
            }
            Expr::Paren(p) => self.condition(&p.expr),
            Expr::Unary(u) if matches!(u.op, UnOp::Not(_)) => self.condition(&u.expr),
            e => {
                self.value(e, None);
            }
        }
    }

    /// Takes a condition, or its opposite, for a fact.
    pub(crate) fn assume(&mut self, e: &Expr, yes: bool) {
        match e {
            Expr::Paren(p) => self.assume(&p.expr, yes),
            Expr::Group(g) => self.assume(&g.expr, yes),
            Expr::Unary(u) if matches!(u.op, UnOp::Not(_)) => self.assume(&u.expr, !yes),
            Expr::Binary(b) if matches!((&b.op, yes), (BinOp::And(_), true) | (BinOp::Or(_), false)) => {
                self.assume(&b.left, yes);
                self.assume(&b.right, yes);
            }
            Expr::Binary(b) if compares(&b.op) => self.compare(b, yes),
            Expr::Path(_) => {
                let known = tree::ident(e).and_then(|n| self.conditions.get(&n.to_string()).cloned());
                if let Some(e) = known {
                    self.assume(&e, yes);
                }
            }
            _ => {}
        }
    }

    fn compare(&mut self, b: &ExprBinary, yes: bool) {
        let quiet = std::mem::replace(&mut self.quiet, true);
        let (x, y) = self.pair(&b.left, &b.right, None);
        self.quiet = quiet;
        let Some(ty) = x.ty.or(y.ty) else { return };
        let (x, y) = (x.form, y.form);
        let (a, rel, b) = match (b.op, yes) {
            (BinOp::Lt(_), true) | (BinOp::Ge(_), false) => (x, Rel::Less, y),
            (BinOp::Le(_), true) | (BinOp::Gt(_), false) => (x, Rel::AtMost, y),
            (BinOp::Gt(_), true) | (BinOp::Le(_), false) => (y, Rel::Less, x),
            (BinOp::Ge(_), true) | (BinOp::Lt(_), false) => (y, Rel::AtMost, x),
            (BinOp::Eq(_), true) | (BinOp::Ne(_), false) => (x, Rel::Equal, y),
            _ => (x, Rel::Differ, y),
        };
        self.facts.push(Fact::Compare { a, rel, b, ty });
    }
}

/// The element that `x[k]`, `x[k].f`, `x[k].f[n]` is, or is a part of.
pub(crate) fn place(e: &Expr) -> Option<&syn::ExprIndex> {
    match tree::bare(e) {
        Expr::Index(i) => place(&i.expr).or(Some(i)),
        Expr::Field(f) => place(&f.base),
        _ => None,
    }
}

#[derive(Default)]
struct Mentioned(HashSet<String>);
impl<'a> Visit<'a> for Mentioned {
    fn visit_ident(&mut self, i: &'a syn::Ident) {
        self.0.insert(i.to_string());
    }
}

fn assigns(b: &Block) -> HashSet<String> {
    let mut names = Names::default();
    names.visit_block(b);
    names.assigned
}

/// Whether a block ends the iteration, of the loop it stands in or of one around it.
fn ends(b: &Block) -> bool {
    match b.stmts.last() {
        Some(Stmt::Expr(e, _)) => match e {
            Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => true,
            Expr::Block(b) => ends(&b.block),
            Expr::If(i) => {
                ends(&i.then_branch)
                    && matches!(&i.else_branch, Some((_, e)) if matches!(&**e, Expr::Block(b) if ends(&b.block)))
            }
            _ => false,
        },
        _ => false,
    }
}

fn is_statement(e: &Expr) -> bool {
    matches!(
        e,
        Expr::Assign(_)
            | Expr::While(_)
            | Expr::Loop(_)
            | Expr::ForLoop(_)
            | Expr::Break(_)
            | Expr::Continue(_)
            | Expr::If(_)
    ) || matches!(e, Expr::Binary(b) if ops::compound(&b.op).is_some())
}

pub fn compares(op: &BinOp) -> bool {
    use BinOp::{Eq, Ge, Gt, Le, Lt, Ne};
    matches!(op, Lt(_) | Le(_) | Gt(_) | Ge(_) | Eq(_) | Ne(_))
}

/// `+` for `+=`.
pub(crate) fn simple(op: &BinOp) -> BinOp {
    match op {
        BinOp::AddAssign(_) => BinOp::Add(Default::default()),
        BinOp::SubAssign(_) => BinOp::Sub(Default::default()),
        BinOp::MulAssign(_) => BinOp::Mul(Default::default()),
        BinOp::DivAssign(_) => BinOp::Div(Default::default()),
        BinOp::RemAssign(_) => BinOp::Rem(Default::default()),
        BinOp::BitAndAssign(_) => BinOp::BitAnd(Default::default()),
        BinOp::BitOrAssign(_) => BinOp::BitOr(Default::default()),
        BinOp::BitXorAssign(_) => BinOp::BitXor(Default::default()),
        BinOp::ShlAssign(_) => BinOp::Shl(Default::default()),
        BinOp::ShrAssign(_) => BinOp::Shr(Default::default()),
        op => *op,
    }
}
