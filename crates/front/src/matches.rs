//! `match` as `if` and `else`, before every other pass, so that none of them knows it.
//!
//! rustc has checked on the plain function that the arms cover everything: the last arm without a
//! guard needs no test.

use crate::diag::{Diag, msg};
use crate::tree;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, Block, Expr, ExprMatch, Ident, Pat, parse_quote_spanned};

/// Rewrites every `match` of a device function.
pub fn in_device(body: &mut Block, diag: &mut Diag) {
    Matches { diag, count: 0 }.visit_block_mut(body);
}

/// Rewrites every `match` in the `par` loops of a kernel; its host part keeps its own.
pub fn in_kernel(body: &mut Block, diag: &mut Diag) {
    struct Loops<'d>(&'d mut Diag);
    impl VisitMut for Loops<'_> {
        fn visit_expr_for_loop_mut(&mut self, f: &mut syn::ExprForLoop) {
            if tree::par_argument(f).is_some() {
                f.attrs.iter().for_each(|a| no_cfg(a, self.0));
                in_device(&mut f.body, self.0);
            } else {
                visit_mut::visit_expr_for_loop_mut(self, f);
            }
        }
        fn visit_attribute_mut(&mut self, a: &mut syn::Attribute) {
            no_cfg(a, self.0);
        }
    }
    Loops(diag).visit_block_mut(body);
}

struct Matches<'d> {
    diag: &'d mut Diag,
    count: u32,
}

/// What a value is compared with an arm's pattern by: nothing, when the pattern takes everything.
type Test = Option<Expr>;

/// Names that an arm binds, with the pattern (`n`, `mut n`) and what it stands for.
type Binds = Vec<(Pat, Ident)>;

impl VisitMut for Matches<'_> {
    fn visit_expr_mut(&mut self, e: &mut Expr) {
        visit_mut::visit_expr_mut(self, e);
        if let Expr::Match(m) = e {
            *e = self.chain(m);
        }
    }
    fn visit_attribute_mut(&mut self, a: &mut syn::Attribute) {
        no_cfg(a, self.diag);
    }
}

fn no_cfg(a: &syn::Attribute, diag: &mut Diag) {
    if a.path().is_ident("cfg") || a.path().is_ident("cfg_attr") {
        diag.error(a.span(), msg::CFG);
    }
}

impl Matches<'_> {
    fn chain(&mut self, m: &ExprMatch) -> Expr {
        let span = m.match_token.span;
        self.count += 1;
        let parts: Vec<&Expr> = match tree::bare(&m.expr) {
            Expr::Tuple(t) => t.elems.iter().collect(),
            e => vec![e],
        };
        let tuple = matches!(tree::bare(&m.expr), Expr::Tuple(_));
        let names: Vec<Ident> = (0..parts.len())
            .map(|n| format_ident!("__match{}_{}", self.count, n, span = span))
            .collect();
        let arms: Vec<(&Arm, Test, Binds)> = m.arms.iter().map(|a| self.head(a, &names, tuple)).collect();
        let rest = arms
            .into_iter()
            .rev()
            .fold(None, |rest, (arm, test, binds)| chained(arm, test, &binds, rest));
        let Some(rest) = rest else {
            self.diag.error(span, msg::MATCH);
            return parse_quote_spanned!(span=> ());
        };
        parse_quote_spanned!(span=> { #(let #names = #parts;)* #rest })
    }

    /// An arm's pattern and guard.
    fn head<'a>(&mut self, arm: &'a Arm, names: &[Ident], tuple: bool) -> (&'a Arm, Test, Binds) {
        let mut binds = Binds::new();
        let mut test = self.whole(&arm.pat, names, tuple, &mut binds);
        if let Some((_, guard)) = &arm.guard {
            let guard = with_binds(&binds, guard);
            let at = guard.span();
            test = Some(match test {
                Some(t) => parse_quote_spanned!(at=> (#t) && (#guard)),
                None => guard,
            });
        }
        (arm, test, binds)
    }

    fn whole(&mut self, pat: &Pat, of: &[Ident], tuple: bool, binds: &mut Binds) -> Test {
        if !tuple {
            return self.test(pat, &of[0], binds);
        }
        let span = pat.span();
        match pat {
            Pat::Wild(_) => None,
            Pat::Paren(p) => self.whole(&p.pat, of, tuple, binds),
            Pat::Tuple(t) if t.elems.len() == of.len() && !t.elems.iter().any(|p| matches!(p, Pat::Rest(_))) => {
                let tests: Vec<Expr> = t
                    .elems
                    .iter()
                    .zip(of)
                    .filter_map(|(p, x)| self.test(p, x, binds))
                    .collect();
                tests
                    .into_iter()
                    .reduce(|a, b| parse_quote_spanned!(span=> (#a) && (#b)))
            }
            Pat::Or(o) => {
                let tests: Vec<Test> = o.cases.iter().map(|p| self.whole(p, of, tuple, binds)).collect();
                self.any(tests, binds, span)
            }
            p => {
                self.diag.error(p.span(), msg::MATCH_TUPLE);
                None
            }
        }
    }

    fn test(&mut self, pat: &Pat, of: &Ident, binds: &mut Binds) -> Test {
        let span = pat.span();
        match pat {
            Pat::Wild(_) => None,
            Pat::Paren(p) => self.test(&p.pat, of, binds),
            Pat::Lit(l) => Some(match &l.lit {
                syn::Lit::Bool(b) if b.value => parse_quote_spanned!(span=> #of),
                syn::Lit::Bool(_) => parse_quote_spanned!(span=> !#of),
                _ => parse_quote_spanned!(span=> #of == #l),
            }),
            Pat::Path(p) => Some(parse_quote_spanned!(span=> #of == #p)),
            Pat::Ident(p) if is_constant(p) => {
                let name = &p.ident;
                Some(parse_quote_spanned!(span=> #of == #name))
            }
            Pat::Ident(p) if p.by_ref.is_none() => {
                let mut plain = p.clone();
                let inner = plain.subpat.take();
                binds.push((Pat::Ident(plain), of.clone()));
                inner.and_then(|(_, p)| self.test(&p, of, binds))
            }
            Pat::Range(r) => {
                let low = r.start.as_ref().map(|a| parse_quote_spanned!(span=> #of >= #a));
                let high = r.end.as_ref().map(|b| match r.limits {
                    syn::RangeLimits::HalfOpen(_) => parse_quote_spanned!(span=> #of < #b),
                    syn::RangeLimits::Closed(_) => parse_quote_spanned!(span=> #of <= #b),
                });
                [low, high]
                    .into_iter()
                    .flatten()
                    .reduce(|a: Expr, b: Expr| parse_quote_spanned!(span=> #a && #b))
            }
            Pat::Or(o) => {
                let tests: Vec<Test> = o.cases.iter().map(|p| self.test(p, of, binds)).collect();
                self.any(tests, binds, span)
            }
            p => {
                self.diag.error(p.span(), msg::MATCH);
                None
            }
        }
    }

    fn any(&mut self, tests: Vec<Test>, binds: &Binds, span: proc_macro2::Span) -> Test {
        if !binds.is_empty() {
            self.diag.error(span, msg::MATCH_OR);
        }
        let tests: Option<Vec<Expr>> = tests.into_iter().collect();
        tests?
            .into_iter()
            .reduce(|a, b| parse_quote_spanned!(span=> (#a) || (#b)))
    }
}

/// The chain from this arm on.
fn chained(arm: &Arm, test: Test, binds: &Binds, rest: Option<Expr>) -> Option<Expr> {
    let body = with_binds(binds, &arm.body);
    let span = arm.pat.span();
    match (test, rest) {
        (None, _) => Some(body),
        // Nothing is left when the arms before have failed, so an arm with a guard is never
        // reached here, and one without always fits.
        (Some(_), None) => arm.guard.is_none().then_some(body),
        (Some(t), Some(rest)) => Some(parse_quote_spanned!(span=> if #t { #body } else { #rest })),
    }
}

/// Whether a name as a pattern is a constant: one in capitals is. Where that is wrong rustc refuses the
/// lowering, as it does when a constant in small letters is taken for a binding.
pub fn is_constant(p: &syn::PatIdent) -> bool {
    let capital = p.ident.to_string().starts_with(char::is_uppercase);
    capital && p.subpat.is_none() && p.by_ref.is_none() && p.mutability.is_none()
}

fn with_binds(binds: &Binds, e: &Expr) -> Expr {
    if binds.is_empty() {
        return e.clone();
    }
    let (pats, names): (Vec<_>, Vec<_>) = binds.iter().map(|(p, n)| (p, n)).unzip();
    let mut block: syn::Block = parse_quote_spanned!(e.span()=> { #(let #pats = #names;)* });
    // Not parsed again: where a statement stands, `{ k } == 2` would be a block and something else.
    block.stmts.push(syn::Stmt::Expr(e.clone(), None));
    Expr::Block(syn::ExprBlock {
        attrs: vec![],
        label: None,
        block,
    })
}
