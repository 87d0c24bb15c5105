//! Sub-slices in the body of a `par` loop: `let row = &mut y[a..b];` and `let row = &x[a..b];`.
//!
//! The name becomes a place in the slice: `row[k]` is `y[from + k]` with `k` tested against the length, as
//! the plain function tests it. So every pass behind this one sees accesses of `y` alone.

use crate::diag::Diag;
use crate::tree;
use std::collections::{HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprForLoop, Ident, Pat, Stmt, parse_quote_spanned};

/// The call that tests an index of a sub-slice, and is that index.
pub const WITHIN: &str = "__hoist_within";

/// An access of a sub-slice as the user wrote it.
pub fn written(i: &syn::ExprIndex) -> Option<String> {
    let Expr::Binary(b) = tree::bare(&i.index) else {
        return None;
    };
    let Expr::Call(c) = tree::bare(&b.right) else {
        return None;
    };
    match c.args.get(3) {
        Some(Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(s), ..
        })) if tree::called(&c.func)? == WITHIN => Some(s.value()),
        _ => None,
    }
}

/// The loop without sub-slices.
pub fn expand(f: &ExprForLoop, slices: &HashSet<String>, diag: &mut Diag) -> ExprForLoop {
    let mut f = f.clone();
    let mut pass = Rows {
        slices,
        rows: HashMap::new(),
        diag,
    };
    pass.visit_block_mut(&mut f.body);
    f
}

#[derive(Clone)]
struct Row {
    slice: Ident,
    from: Ident,
    len: Ident,
}

struct Rows<'a> {
    slices: &'a HashSet<String>,
    rows: HashMap<String, Row>,
    diag: &'a mut Diag,
}

impl Rows<'_> {
    fn row(&self, e: &Expr) -> Option<Row> {
        self.rows.get(&tree::ident(e)?.to_string()).cloned()
    }

    /// The statements that `let name = &slice[range];` becomes.
    fn declared(&mut self, s: &Stmt) -> Option<Vec<Stmt>> {
        let Stmt::Local(l) = s else { return None };
        let Pat::Ident(name) = tree::typed(&l.pat).0 else {
            return None;
        };
        let Expr::Reference(r) = tree::bare(&l.init.as_ref()?.expr) else {
            return None;
        };
        let Expr::Index(i) = tree::bare(&r.expr) else {
            return None;
        };
        let Expr::Range(range) = tree::bare(&i.index) else {
            return None;
        };
        let of = self.row(&i.expr);
        let base = tree::ident(&i.expr)?.clone();
        if of.is_none() && !self.slices.contains(&base.to_string()) {
            return None;
        }
        let span = i.span();
        let name = name.ident.to_string();
        let ident = |part: &str| Ident::new(&format!("{name}_{part}"), span);
        let (from, end, len) = (ident("from"), ident("end"), ident("len"));
        let length: Expr = match &of {
            Some(row) => {
                let len = &row.len;
                parse_quote_spanned!(span=> #len)
            }
            None => parse_quote_spanned!(span=> #base.len()),
        };
        let start: Expr = match &range.start {
            Some(e) => (**e).clone(),
            None => parse_quote_spanned!(span=> 0usize),
        };
        let stop: Expr = match (&range.end, range.limits) {
            (None, _) => length.clone(),
            (Some(e), syn::RangeLimits::HalfOpen(_)) => (**e).clone(),
            (Some(e), _) => parse_quote_spanned!(span=> ((#e) + 1)),
        };
        let (mut start, mut stop) = (start, stop);
        self.visit_expr_mut(&mut start);
        self.visit_expr_mut(&mut stop);
        let text = format!("the range of `{name}` within `{base}`");
        let mut all: Vec<Stmt> = vec![
            parse_quote_spanned!(span=> let #from = #start;),
            parse_quote_spanned!(span=> let #end = #stop;),
            parse_quote_spanned!(span=> __hoist_assert(#from <= #end && #end <= #length, #text);),
            parse_quote_spanned!(span=> let #len = #end - #from;),
        ];
        let (slice, from) = match of {
            Some(row) => {
                let (outer, whole) = (&row.from, ident("start"));
                all.push(parse_quote_spanned!(span=> let #whole = #outer + #from;));
                (row.slice, whole)
            }
            None => (base, from),
        };
        self.rows.insert(name, Row { slice, from, len });
        Some(all)
    }
}

impl VisitMut for Rows<'_> {
    fn visit_block_mut(&mut self, b: &mut Block) {
        let mut stmts = Vec::new();
        for mut s in std::mem::take(&mut b.stmts) {
            match self.declared(&s) {
                Some(all) => stmts.extend(all),
                None => {
                    self.visit_stmt_mut(&mut s);
                    stmts.push(s);
                }
            }
        }
        b.stmts = stmts;
    }

    fn visit_expr_mut(&mut self, e: &mut Expr) {
        let span = e.span();
        match e {
            Expr::Index(i) if self.row(&i.expr).is_some() && !matches!(tree::bare(&i.index), Expr::Range(_)) => {
                let Some(Row { slice, from, len }) = self.row(&i.expr) else {
                    return;
                };
                let reads = crate::values::text(&Expr::Index(i.clone()));
                self.visit_expr_mut(&mut i.index);
                let (at, text) = (&i.index, tree::ident(&i.expr).map(Ident::to_string).unwrap_or_default());
                let (within, slice) = (Ident::new(WITHIN, span), Ident::new(&slice.to_string(), span));
                *e = parse_quote_spanned!(span=> #slice[#from + #within(#at, #len, #text, #reads)]);
            }
            Expr::MethodCall(c) if self.row(&c.receiver).is_some() && c.method == "len" => {
                let len = self.row(&c.receiver).map(|r| r.len);
                *e = parse_quote_spanned!(span=> #len);
            }
            Expr::MethodCall(c) if self.row(&c.receiver).is_some() && c.method == "is_empty" => {
                let len = self.row(&c.receiver).map(|r| r.len);
                *e = parse_quote_spanned!(span=> (#len == 0usize));
            }
            Expr::Path(_) if self.row(e).is_some() => self.diag.error(
                span,
                "a sub-slice made in a `par` loop can be indexed, asked for `len()`, and sub-sliced by a `let`",
            ),
            _ => visit_mut::visit_expr_mut(self, e),
        }
    }
}
