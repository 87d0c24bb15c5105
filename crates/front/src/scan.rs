//! Scans: reductions whose variable the body also reads, and compactions, which use one as an index.
//!
//! What an iteration contributes to the variable is computed apart from the rest: by the statements that the updates need
//! ([`Scans::keep`]), which therefore may not read the variable, nor what the iteration has written before.

use crate::diag::Diag;
use crate::reduce::{Op, Reduction, Reductions, assign_update, compound_update};
use crate::slicing::Slice;
use crate::tree;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::{HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, Ident, Stmt};

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
    /// The branches that are open, each by when it began.
    branches: Vec<usize>,
    /// When, and in which branches.
    reads: HashMap<String, Vec<(usize, Vec<usize>)>>,
    updates: HashMap<String, Vec<Updated>>,
}

/// An update: when, in which branches, and whether in an inner loop.
struct Updated {
    at: usize,
    branches: Vec<usize>,
    inner: bool,
}

impl Reads {
    fn scan(&self, name: Ident, op: Op) -> Scan {
        let key = name.to_string();
        let (reads, updates) = (&self.reads[&key], &self.updates[&key]);
        let single = matches!(updates[..], [Updated { inner: false, .. }]);
        let Updated { at, branches, .. } = &updates[0];
        // Behind the update, but in no branch of it: it may not have run.
        let around = |r: &Vec<usize>| !r.starts_with(branches);
        Scan {
            name,
            op,
            single,
            before: !single || reads.iter().any(|(r, of)| r < at || around(of)),
            after: single && reads.iter().any(|(r, _)| r > at),
        }
    }
}

impl Reads {
    fn branch(&mut self, walk: impl FnOnce(&mut Self)) {
        self.clock += 1;
        self.branches.push(self.clock);
        walk(self);
        self.branches.pop();
    }
}

/// An update of a plain variable.
pub fn update(e: &Expr) -> Option<crate::reduce::Update<'_>> {
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
            let (at, branches, inner) = (self.clock, self.branches.clone(), self.loops > 0);
            let updates = self.updates.entry(u.name.to_string()).or_default();
            updates.push(Updated { at, branches, inner });
            return;
        }
        self.clock += 1;
        if let Some(name) = tree::ident(e).map(Ident::to_string) {
            if self.names.contains(&name) {
                let read = (self.clock, self.branches.clone());
                self.reads.entry(name).or_default().push(read);
            }
            return;
        }
        match e {
            Expr::If(i) => {
                self.visit_expr(&i.cond);
                self.branch(|s| s.visit_block(&i.then_branch));
                if let Some((_, other)) = &i.else_branch {
                    self.branch(|s| s.visit_expr(other));
                }
                return;
            }
            Expr::Match(m) => {
                self.visit_expr(&m.expr);
                m.arms.iter().for_each(|a| self.branch(|s| s.visit_arm(a)));
                return;
            }
            Expr::Binary(b) if matches!(b.op, BinOp::And(_) | BinOp::Or(_)) => {
                self.visit_expr(&b.left);
                self.branch(|s| s.visit_expr(&b.right));
                return;
            }
            Expr::Block(b) if b.label.is_some() => return self.branch(|s| s.visit_block(&b.block)),
            _ => {}
        }
        let inner = matches!(e, Expr::While(_) | Expr::Loop(_) | Expr::ForLoop(_));
        self.loops += usize::from(inner);
        visit::visit_expr(self, e);
        self.loops -= usize::from(inner);
    }
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
