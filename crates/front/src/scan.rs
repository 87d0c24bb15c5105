//! Scans: reductions whose variable the body also reads, and compactions, which use one as an index.
//!
//! What an iteration contributes to the variable is computed apart from the rest: by the statements that the updates need
//! ([`Scans::keep`]), which therefore may not read the variable, nor what the iteration has written before.

use crate::diag::Diag;
use crate::reduce::{Op, Reduction, Reductions, assign_update, compound_update};
use crate::{ops, tree};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::{HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Ident, Lifetime, Pat, Stmt};

/// One scanned variable.
pub struct Scan {
    pub name: Ident,
    pub op: Op,
    /// Whether it is updated at most once in an iteration, by one statement.
    pub single: bool,
    before: bool,
    after: bool,
}

/// The scans of a loop.
#[derive(Default)]
pub struct Scans {
    pub all: Vec<Scan>,
    /// Statements, by address, that make what an iteration contributes.
    pub keep: HashSet<usize>,
    /// Slices that are written at a variable that counts the writes, with the variable.
    pub compacted: HashMap<String, String>,
}

impl Scans {
    /// Where the body reads the variables, as `hoist_machine::scan::Uses`.
    pub fn uses(&self) -> TokenStream {
        let before = self.all.iter().any(|s| s.before);
        let after = self.all.iter().any(|s| s.after);
        quote!(__h::Uses { before: #before, after: #after })
    }
    /// The values of `Red`.
    pub fn tokens(&self) -> Vec<TokenStream> {
        let one = |s: &Scan| {
            let (op, name) = (Ident::new(s.op.variant(), Span::call_site()), &s.name);
            quote!(__h::red(__h::op::#op, #name))
        };
        self.all.iter().map(one).collect()
    }
    /// Lines of `explain()`.
    pub fn explain(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for s in &self.all {
            let reads = match (s.before, s.after) {
                (true, true) => "before and after its update",
                (true, false) => "before its update (exclusive)",
                _ => "after its update (inclusive)",
            };
            all.push(format!("scan: `{}` is a {}, read {reads}", s.name, s.op.name()));
        }
        let mut slices: Vec<_> = self.compacted.iter().collect();
        slices.sort();
        for (slice, at) in slices {
            all.push(format!(
                "compaction: `{slice}` is written at `{at}`, which counts the writes"
            ));
        }
        all
    }
}

/// A statement's identity: trees do not move during a lowering.
pub fn address(s: &Stmt) -> usize {
    std::ptr::from_ref(s) as usize
}

/// Takes out of `reductions` those whose variables the body reads.
pub fn find(body: &Block, label: Option<&syn::Label>, reductions: &mut Reductions, diag: &mut Diag) -> Scans {
    let mut walk = Reads::default();
    for r in &reductions.all {
        if let Reduction::Plain(name, _) = r {
            walk.names.insert(name.to_string());
        }
    }
    walk.visit_block(body);
    let mut scans = Scans::default();
    let mut numbers = HashMap::new();
    let all = std::mem::take(&mut reductions.all);
    for (n, r) in all.into_iter().enumerate() {
        match r {
            Reduction::Plain(name, op) if walk.reads.contains_key(&name.to_string()) => {
                scans.all.push(walk.scan(name, op));
            }
            r => {
                numbers.insert(n, reductions.all.len());
                reductions.all.push(r);
            }
        }
    }
    for (number, _) in reductions.sites.values_mut() {
        *number = numbers[number];
    }
    if scans.all.is_empty() {
        return scans;
    }
    if let Some(s) = scans.all.get(4) {
        diag.error(
            s.name.span(),
            "at most 4 variables are scanned in one loop: make it two loops",
        );
    }
    let mut others: HashSet<String> = HashSet::new();
    for r in &reductions.all {
        others.extend(r.names().into_iter().map(Ident::to_string));
    }
    scans.keep = Slice::of(body, label, &scans, &others, diag);
    for s in scans.all.iter().filter(|s| s.single && s.op == Op::Add) {
        compacted(body, s, &mut scans.compacted);
    }
    scans
}

/// Where variables are read and updated, in the order of the text.
#[derive(Default)]
struct Reads {
    names: HashSet<String>,
    clock: usize,
    loops: usize,
    reads: HashMap<String, Vec<usize>>,
    /// Updates, and whether each stands in an inner loop.
    updates: HashMap<String, Vec<(usize, bool)>>,
}

impl Reads {
    fn scan(&self, name: Ident, op: Op) -> Scan {
        let key = name.to_string();
        let (reads, updates) = (&self.reads[&key], &self.updates[&key]);
        let single = matches!(updates[..], [(_, false)]);
        let at = updates[0].0;
        Scan {
            name,
            op,
            single,
            before: !single || reads.iter().any(|r| *r < at),
            after: single && reads.iter().any(|r| *r > at),
        }
    }
}

/// An update of a plain variable.
fn update(e: &Expr) -> Option<crate::reduce::Update<'_>> {
    match e {
        Expr::Assign(a) => assign_update(a),
        Expr::Binary(b) => compound_update(b),
        _ => None,
    }
}

impl<'a> Visit<'a> for Reads {
    fn visit_expr(&mut self, e: &'a Expr) {
        if let Some(u) = update(e).filter(|u| self.names.contains(&u.name.to_string())) {
            self.visit_expr(u.operand);
            self.clock += 1;
            let at = (self.clock, self.loops > 0);
            self.updates.entry(u.name.to_string()).or_default().push(at);
            return;
        }
        self.clock += 1;
        if let Some(name) = tree::ident(e).map(Ident::to_string) {
            if self.names.contains(&name) {
                self.reads.entry(name).or_default().push(self.clock);
            }
            return;
        }
        let inner = matches!(e, Expr::While(_) | Expr::Loop(_) | Expr::ForLoop(_));
        self.loops += usize::from(inner);
        visit::visit_expr(self, e);
        self.loops -= usize::from(inner);
    }
}

/// A loop inside the body, or the body itself.
struct Open {
    id: usize,
    label: Option<String>,
}

/// An access to a slice: where in the text, and the outermost inner loop around it, 0 where there is none.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    inner: usize,
    span: Span,
}

/// Finds the statements that the updates need: those that make what they mention, and what decides whether they run.
struct Slice<'s> {
    scans: HashSet<String>,
    others: &'s HashSet<String>,
    /// Names that are needed, each with a place that needs it.
    needed: HashMap<String, Span>,
    keep: HashSet<usize>,
    kept_loops: HashSet<usize>,
    loops: Vec<Open>,
    clock: usize,
    reads: HashMap<String, Vec<Place>>,
    writes: HashMap<String, Vec<Place>>,
    stores: Vec<Span>,
    /// Names that the body binds: what is indexed of them is an array of the iteration's own.
    bound: HashSet<String>,
}

impl<'s> Slice<'s> {
    fn of(
        body: &Block,
        label: Option<&syn::Label>,
        scans: &Scans,
        others: &'s HashSet<String>,
        diag: &mut Diag,
    ) -> HashSet<usize> {
        let mut all = Slice {
            scans: scans.all.iter().map(|s| s.name.to_string()).collect(),
            others,
            needed: HashMap::new(),
            keep: HashSet::new(),
            kept_loops: HashSet::new(),
            loops: Vec::new(),
            clock: 0,
            reads: HashMap::new(),
            writes: HashMap::new(),
            stores: Vec::new(),
            bound: bound_in(body),
        };
        loop {
            let before = (all.needed.len(), all.keep.len(), all.kept_loops.len());
            (all.clock, all.reads, all.writes) = (0, HashMap::new(), HashMap::new());
            all.stores.clear();
            all.loops.push(Open {
                id: tree::id(body),
                label: label.map(crate::vary::label_text),
            });
            all.block(body);
            all.loops.pop();
            if before == (all.needed.len(), all.keep.len(), all.kept_loops.len()) {
                break;
            }
        }
        all.judge(diag);
        all.keep
    }

    fn judge(&self, diag: &mut Diag) {
        for name in self.scans.iter().chain(self.others) {
            if let Some(span) = self.needed.get(name) {
                let what = if self.scans.contains(name) {
                    let own = format!(
                        "`{name}` is read here to compute what is added to it, or to another variable of its kind"
                    );
                    format!(
                        "{own}: each iteration depends on the one before; what an iteration adds must not depend on the sum so far"
                    )
                } else {
                    format!("`{name}` is reduced by the loop, and its value is needed here within the loop")
                };
                diag.error(*span, what);
            }
        }
        for span in &self.stores {
            diag.error(
                *span,
                "this store stands within a value that a scan's update needs: store in a statement of its own",
            );
        }
        let mut slices: Vec<_> = self.reads.iter().collect();
        slices.sort_by_key(|(name, _)| name.as_str());
        for (slice, reads) in slices {
            let writes = self.writes.get(slice).map_or(&[][..], Vec::as_slice);
            let clash = |r: &&Place| writes.iter().any(|w| w.at < r.at || w.inner != 0 && w.inner == r.inner);
            if let Some(r) = reads.iter().find(clash) {
                diag.error(
                    r.span,
                    format!(
                        "what a scan's update adds is computed before the rest of the iteration, and this reads `{slice}` after the iteration has written it: \
                         bind the value with `let` before, and use it in both places"
                    ),
                );
            }
        }
    }

    fn place(&mut self, span: Span) -> Place {
        self.clock += 1;
        Place {
            at: self.clock,
            inner: self.loops.get(1).map_or(0, |l| l.id),
            span,
        }
    }

    /// An expression whose value is needed.
    fn uses(&mut self, e: &Expr) {
        struct All<'a, 's>(&'a mut Slice<'s>);
        impl<'a> Visit<'a> for All<'_, '_> {
            fn visit_stmt(&mut self, s: &'a Stmt) {
                self.0.keep.insert(address(s));
                visit::visit_stmt(self, s);
            }
            fn visit_expr(&mut self, e: &'a Expr) {
                match e {
                    Expr::Index(i) => {
                        if let Some(slice) = tree::ident(&i.expr).filter(|n| !self.0.is_bound(n)) {
                            let place = self.0.place(i.span());
                            self.0.reads.entry(slice.to_string()).or_default().push(place);
                        }
                    }
                    Expr::Assign(a) if self.0.stores_to(&a.left) => self.0.stores.push(a.span()),
                    Expr::Binary(b) if ops::compound(&b.op).is_some() && self.0.stores_to(&b.left) => {
                        self.0.stores.push(b.span());
                    }
                    _ => {}
                }
                if let Some(name) = tree::ident(e) {
                    self.0.needed.entry(name.to_string()).or_insert(name.span());
                }
                visit::visit_expr(self, e);
            }
        }
        All(self).visit_expr(e);
    }

    /// An expression that the updates don't need: what it writes.
    fn drops(&mut self, e: &Expr) {
        struct All<'a, 's>(&'a mut Slice<'s>);
        impl<'a> Visit<'a> for All<'_, '_> {
            fn visit_expr(&mut self, e: &'a Expr) {
                visit::visit_expr(self, e);
                let left = match e {
                    Expr::Assign(a) => Some(&a.left),
                    Expr::Binary(b) if ops::compound(&b.op).is_some() => Some(&b.left),
                    Expr::Reference(r) if r.mutability.is_some() => Some(&r.expr),
                    _ => None,
                };
                let slice = left.and_then(|l| match tree::bare(l) {
                    Expr::Index(i) => tree::ident(&i.expr),
                    e => tree::ident(e),
                });
                if let Some(slice) = slice {
                    let place = self.0.place(e.span());
                    self.0.writes.entry(slice.to_string()).or_default().push(place);
                }
            }
        }
        All(self).visit_expr(e);
    }

    fn block(&mut self, b: &Block) -> bool {
        let mut any = false;
        for s in &b.stmts {
            let kept = match s {
                Stmt::Local(l) => self.local(l),
                Stmt::Expr(e, _) => self.statement(e),
                _ => false,
            };
            if kept {
                self.keep.insert(address(s));
            }
            any |= kept;
        }
        any
    }

    fn local(&mut self, l: &syn::Local) -> bool {
        let mut names = Vec::new();
        bound(&l.pat, &mut names);
        let kept = names.iter().any(|n| self.needed.contains_key(&n.to_string()));
        if let Some(init) = &l.init {
            if kept || self.updates(&init.expr) || self.changes(&init.expr) {
                self.uses(&init.expr);
                return true;
            }
            self.drops(&init.expr);
        }
        kept
    }

    fn is_bound(&self, name: &Ident) -> bool {
        self.bound.contains(&name.to_string())
    }

    /// Whether an assignment's left side is an element of a slice.
    fn stores_to(&self, left: &Expr) -> bool {
        matches!(tree::bare(left), Expr::Index(_)) && !tree::base(left).is_some_and(|n| self.is_bound(n))
    }

    /// Whether an expression changes something that is needed somewhere inside.
    fn changes(&self, e: &Expr) -> bool {
        struct All<'a, 's>(&'a Slice<'s>, bool);
        impl<'a> Visit<'a> for All<'_, '_> {
            fn visit_expr(&mut self, e: &'a Expr) {
                let target = match e {
                    Expr::Assign(a) => Some(&a.left),
                    Expr::Binary(b) if ops::compound(&b.op).is_some() => Some(&b.left),
                    Expr::Reference(r) if r.mutability.is_some() => Some(&r.expr),
                    _ => None,
                };
                let name = target.and_then(|t| tree::base(t));
                self.1 |= name.is_some_and(|n| self.0.is_bound(n) && self.0.needed.contains_key(&n.to_string()));
                visit::visit_expr(self, e);
            }
        }
        let mut all = All(self, false);
        all.visit_expr(e);
        all.1
    }

    /// Whether an expression updates a scanned variable somewhere inside.
    fn updates(&self, e: &Expr) -> bool {
        struct All<'a, 's>(&'a Slice<'s>, bool);
        impl<'a> Visit<'a> for All<'_, '_> {
            fn visit_expr(&mut self, e: &'a Expr) {
                self.1 |= update(e).is_some_and(|u| self.0.scans.contains(&u.name.to_string()));
                visit::visit_expr(self, e);
            }
        }
        let mut all = All(self, false);
        all.visit_expr(e);
        all.1
    }

    fn statement(&mut self, e: &Expr) -> bool {
        if let Some(u) = update(e).filter(|u| self.scans.contains(&u.name.to_string())) {
            self.uses(u.operand);
            return true;
        }
        match e {
            Expr::If(i) => {
                let mut kept = self.block(&i.then_branch);
                if let Some((_, other)) = &i.else_branch {
                    kept |= self.statement(other);
                }
                kept |= self.changes(&i.cond);
                self.condition(&i.cond, kept);
                kept
            }
            Expr::Block(b) => self.block(&b.block),
            Expr::While(w) => {
                let kept = self.inner(&w.body, w.label.as_ref()) | self.changes(&w.cond);
                self.condition(&w.cond, kept);
                kept
            }
            Expr::Loop(l) => self.inner(&l.body, l.label.as_ref()),
            Expr::ForLoop(f) => {
                let kept = self.inner(&f.body, f.label.as_ref());
                self.condition(&f.expr, kept);
                kept
            }
            Expr::Continue(c) => self.jump(c.label.as_ref()),
            Expr::Break(b) => self.jump(b.label.as_ref()),
            Expr::Assign(_) | Expr::Binary(_) => {
                let left = match e {
                    Expr::Assign(a) => &a.left,
                    Expr::Binary(b) => &b.left,
                    _ => return false,
                };
                let named = tree::base(left).filter(|n| tree::ident(left).is_some() || self.is_bound(n));
                let kept = named.is_some_and(|n| self.needed.contains_key(&n.to_string())) || self.changes(e);
                if kept {
                    self.uses(e)
                } else {
                    self.drops(e)
                }
                kept
            }
            Expr::Paren(p) => self.statement(&p.expr),
            Expr::Group(g) => self.statement(&g.expr),
            e => {
                let kept = self.changes(e);
                self.condition(e, kept);
                kept
            }
        }
    }

    fn condition(&mut self, e: &Expr, kept: bool) {
        if kept {
            self.uses(e);
        } else {
            self.drops(e);
        }
    }

    fn inner(&mut self, body: &Block, label: Option<&syn::Label>) -> bool {
        let id = tree::id(body);
        self.loops.push(Open {
            id,
            label: label.map(crate::vary::label_text),
        });
        let kept = self.block(body);
        self.loops.pop();
        if kept {
            self.kept_loops.insert(id);
        }
        kept
    }

    /// A jump matters where its loop does; one out of the iteration always does.
    fn jump(&mut self, label: Option<&Lifetime>) -> bool {
        let label = label.map(|l| l.ident.to_string());
        let at = self.loops.iter().rposition(|l| label.is_none() || l.label == label);
        at.is_none_or(|at| at == 0 || self.loops[at..].iter().any(|l| self.kept_loops.contains(&l.id)))
    }
}

fn bound(pat: &Pat, out: &mut Vec<Ident>) {
    tree::bound(tree::typed(pat).0, out);
}

/// Finds the slices that are only accessed at `s + c`, in a block whose own statement adds `k` to `s`, `c < k`: every
/// iteration has its own elements, the next ones that are free.
fn compacted(body: &Block, s: &Scan, out: &mut HashMap<String, String>) {
    struct Blocks<'a>(&'a Ident, Option<(&'a Block, usize, u64)>);
    impl<'a> Visit<'a> for Blocks<'a> {
        fn visit_block(&mut self, b: &'a Block) {
            let adds = |s: &Stmt| {
                let Stmt::Expr(e, _) = s else { return None };
                let u = update(e).filter(|u| u.name == self.0 && u.call == "add")?;
                literal(u.operand)
            };
            let found = b.stmts.iter().enumerate().find_map(|(at, s)| Some((at, adds(s)?)));
            if let Some((at, k)) = found {
                self.1 = Some((b, at, k));
            }
            visit::visit_block(self, b);
        }
    }
    let mut blocks = Blocks(&s.name, None);
    blocks.visit_block(body);
    let Some((block, at, k)) = blocks.1 else { return };
    let mut jumps = Jumps(false);
    jumps.visit_block(block);
    if jumps.0 {
        return;
    }
    let mut all = Accesses::new(&s.name, k);
    all.visit_block(body);
    let (mut before, mut after) = (Accesses::new(&s.name, k), Accesses::new(&s.name, k));
    block.stmts[..at].iter().for_each(|s| before.visit_stmt(s));
    block.stmts[at + 1..].iter().for_each(|s| after.visit_stmt(s));
    for (slice, mentions) in &all.mentions {
        let side = |a: &Accesses| a.at.get(slice) == Some(mentions);
        if side(&before) || side(&after) {
            out.insert(slice.clone(), s.name.to_string());
        }
    }
}

fn literal(e: &Expr) -> Option<u64> {
    match tree::bare(e) {
        Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Int(n), ..
        }) => n.base10_parse().ok(),
        _ => None,
    }
}

struct Jumps(bool);
impl<'a> Visit<'a> for Jumps {
    fn visit_expr(&mut self, e: &'a Expr) {
        self.0 |= matches!(e, Expr::Break(_) | Expr::Continue(_) | Expr::Return(_));
        visit::visit_expr(self, e);
    }
}

/// How often names are mentioned, and how often as a slice whose element `by + c` is meant, `c < most`.
struct Accesses<'a> {
    by: &'a Ident,
    most: u64,
    mentions: HashMap<String, usize>,
    at: HashMap<String, usize>,
}
impl<'a> Accesses<'a> {
    fn new(by: &'a Ident, most: u64) -> Self {
        Accesses {
            by,
            most,
            mentions: HashMap::new(),
            at: HashMap::new(),
        }
    }
    fn own(&self, index: &Expr) -> bool {
        let by = |e: &Expr| tree::ident(e) == Some(self.by);
        let offset = match tree::bare(index) {
            Expr::Binary(b) if matches!(b.op, syn::BinOp::Add(_)) && by(&b.left) => literal(&b.right),
            Expr::Binary(b) if matches!(b.op, syn::BinOp::Add(_)) && by(&b.right) => literal(&b.left),
            e => by(e).then_some(0),
        };
        offset.is_some_and(|c| c < self.most)
    }
}
impl<'a> Visit<'a> for Accesses<'_> {
    fn visit_expr(&mut self, e: &'a Expr) {
        match e {
            Expr::MethodCall(c) if c.method == "len" && tree::ident(&c.receiver).is_some() => {}
            Expr::Index(i) if self.own(&i.index) => {
                if let Some(slice) = tree::ident(&i.expr) {
                    *self.mentions.entry(slice.to_string()).or_default() += 1;
                    *self.at.entry(slice.to_string()).or_default() += 1;
                }
            }
            e => {
                if let Some(name) = tree::ident(e) {
                    *self.mentions.entry(name.to_string()).or_default() += 1;
                }
                visit::visit_expr(self, e);
            }
        }
    }
}

/// The names that a body binds.
fn bound_in(body: &Block) -> HashSet<String> {
    struct All(Vec<Ident>);
    impl<'a> Visit<'a> for All {
        fn visit_pat(&mut self, p: &'a syn::Pat) {
            bound(p, &mut self.0);
        }
    }
    let mut all = All(Vec::new());
    all.visit_block(body);
    all.0.iter().map(Ident::to_string).collect()
}
