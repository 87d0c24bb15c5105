//! Reductions of host variables by a loop with parallel loops inside: `total += s;` of a group.
//!
//! A group has a variable of its own for each, which its items may reduce, and leaves its value in scratch memory; a second loop
//! joins these. So a float sum has one shape everywhere: that of a loop over the groups' sums.

use crate::arg::Arg;
use crate::diag::Diag;
use crate::header::{self, Header};
use crate::host::Host;
use crate::reduce::{self, Op, Reduction};
use crate::tree::Names;
use crate::{group, scan};
use proc_macro2::Span;
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprForLoop, Ident, Stmt, parse_quote_spanned};

/// The statements that such a loop becomes, or nothing where it is none, or can't be written so.
pub fn by_groups(host: &Host, f: &ExprForLoop) -> Option<Block> {
    if !group::is_group(&f.body) {
        return None;
    }
    let mut mistakes = Diag::default();
    let mut reductions = reduce::find(&f.body, &host.scalars, &mut mistakes);
    let scans = scan::find(&f.body, f.label.as_ref(), &mut reductions, &mut mistakes);
    let headers = header::header(f, &mut mistakes)?;
    let tied = |r: &Reduction| matches!(r, Reduction::Arg(Arg { strict: false, .. }));
    if reductions.all.is_empty()
        || !scans.all.is_empty()
        || !mistakes.0.is_empty()
        || reductions.all.iter().any(tied)
        || read_otherwise(&f.body, &reductions)
    {
        return None;
    }
    let mut names = Names::default();
    names.visit_expr_for_loop(f);
    names.0.extend(host.scalars.iter().chain(&host.slices).cloned());
    let span = f.for_token.span();
    let Place { lets, count, index } = place(&headers, &mut names, span);
    let mut text = Text {
        before: lets,
        first: Vec::new(),
        last: Vec::new(),
        joins: Vec::new(),
    };
    let k = names.free("k", span);
    let mut loop_ = f.clone();
    for r in &reductions.all {
        let all: Vec<&Ident> = r.names();
        let mut free =
            |v: &Ident, what: &str| names.free(&format!("{}_{what}", v.to_string().trim_end_matches('_')), v.span());
        let own: Vec<Ident> = all.iter().map(|v| free(v, "of_group")).collect();
        let parts: Vec<Ident> = all.iter().map(|v| free(v, "of_groups")).collect();
        for ((v, own), part) in all.iter().zip(&own).zip(&parts) {
            let first: Expr = match r {
                Reduction::Plain(_, op) => {
                    let none = free(v, "of_none");
                    let op = op.tokens();
                    text.before
                        .push(parse_quote_spanned!(span=> let #none = __h::none(#op, #v);));
                    parse_quote_spanned!(span=> #none)
                }
                Reduction::Arg(_) => parse_quote_spanned!(span=> #v),
            };
            text.before
                .push(parse_quote_spanned!(span=> let mut #part = vec![#first; #count];));
            text.first.push(parse_quote_spanned!(span=> let mut #own = #first;));
            text.last.push(parse_quote_spanned!(span=> #part[#index] = #own;));
            Renamed(v, own).visit_block_mut(&mut loop_.body);
        }
        let (v, part) = (all[0], &parts[0]);
        text.joins.push(match r {
            Reduction::Plain(_, op) => joined(*op, v, &parse_quote_spanned!(span=> #part[#k]), span),
            Reduction::Arg(arg) => {
                let (payload, from) = (&arg.payload, &parts[1..]);
                let better: Expr = if arg.less {
                    parse_quote_spanned!(span=> #part[#k] < #v)
                } else {
                    parse_quote_spanned!(span=> #part[#k] > #v)
                };
                parse_quote_spanned!(span=> if #better { #v = #part[#k]; #(#payload = #from[#k];)* })
            }
        });
    }
    let Text {
        before,
        first,
        last,
        joins,
    } = text;
    let mut leaves = Leaves {
        label: f.label.as_ref().map(|l| l.name.ident.to_string()),
        last: &last,
        inner: 0,
    };
    leaves.visit_block_mut(&mut loop_.body);
    let mut body = std::mem::take(&mut loop_.body.stmts);
    if let Some(Stmt::Expr(e, semi @ None)) = body.last_mut()
        && !matches!(
            e,
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) | Expr::If(_) | Expr::Block(_)
        )
    {
        *semi = Some(Default::default());
    }
    loop_.body.stmts = first.into_iter().chain(body).chain(last).collect();
    Some(parse_quote_spanned!(span=> {
        #(#before)*
        #loop_
        for #k in ::hoist::par(0..#count) { #(#joins)* }
    }))
}

struct Text {
    before: Vec<Stmt>,
    /// At the begin and at the end of a group.
    first: Vec<Stmt>,
    last: Vec<Stmt>,
    joins: Vec<Stmt>,
}

/// Where each group's value stands.
struct Place {
    lets: Vec<Stmt>,
    count: Ident,
    index: Expr,
}

/// Places by the loop's variables; a step leaves holes, whose values change nothing.
fn place(headers: &[Header], names: &mut Names, span: Span) -> Place {
    let count = names.free("groups", span);
    let (mut all, mut index): (Option<Expr>, Option<Expr>) = (None, None);
    for h in headers {
        let (at, from, to) = (&h.name, &h.start, &h.end);
        let zero = matches!(quote_spanned!(span=> #from).to_string().as_str(), "0" | "0usize");
        // The proof sees what the extent is made of; where it is negative there is no group.
        let (n, extent, at): (Expr, Expr, Expr) = if zero {
            (
                parse_quote_spanned!(span=> (#to)),
                parse_quote_spanned!(span=> (#to)),
                parse_quote_spanned!(span=> #at),
            )
        } else {
            (
                parse_quote_spanned!(span=> (#to).saturating_sub(#from)),
                parse_quote_spanned!(span=> (#to - #from)),
                parse_quote_spanned!(span=> (#at - #from)),
            )
        };
        (all, index) = match (all, index) {
            (Some(all), Some(index)) => (
                Some(parse_quote_spanned!(span=> #all * #n)),
                Some(parse_quote_spanned!(span=> (#index) * #extent + #at)),
            ),
            _ => (Some(n), Some(at)),
        };
    }
    let (all, index) = (all.expect("a header has a range"), index.expect("a header has a range"));
    Place {
        lets: vec![parse_quote_spanned!(span=> let #count: usize = #all;)],
        count,
        index,
    }
}

/// `v = v op part`.
fn joined(op: Op, v: &Ident, part: &Expr, span: Span) -> Stmt {
    match op {
        Op::Add => parse_quote_spanned!(span=> #v += #part;),
        Op::Mul => parse_quote_spanned!(span=> #v *= #part;),
        Op::And => parse_quote_spanned!(span=> #v &= #part;),
        Op::Or => parse_quote_spanned!(span=> #v |= #part;),
        Op::Xor => parse_quote_spanned!(span=> #v ^= #part;),
        Op::Min => parse_quote_spanned!(span=> #v = #v.min(#part);),
        Op::Max => parse_quote_spanned!(span=> #v = #v.max(#part);),
    }
}

/// How often a name stands in a body.
struct Count<'a>(&'a Ident, usize);

impl<'a> Visit<'a> for Count<'_> {
    fn visit_ident(&mut self, i: &'a Ident) {
        self.1 += usize::from(i == self.0);
    }
}

/// Whether the variables of best values stand anywhere but where they are kept: each is compared and assigned there, or assigned.
fn read_otherwise(body: &Block, reductions: &reduce::Reductions) -> bool {
    let args = reductions.all.iter().enumerate().filter_map(|(n, r)| match r {
        Reduction::Arg(arg) => Some((n, arg)),
        Reduction::Plain(..) => None,
    });
    args.into_iter().any(|(n, arg)| {
        let sites = reductions.sites.values().filter(|(number, _)| *number == n).count();
        arg.names().any(|name| {
            let mut count = Count(name, 0);
            count.visit_block(body);
            count.1 > sites * if *name == arg.best { 2 } else { 1 }
        })
    })
}

/// Gives a variable another name.
struct Renamed<'a>(&'a Ident, &'a Ident);

impl VisitMut for Renamed<'_> {
    fn visit_expr_path_mut(&mut self, p: &mut syn::ExprPath) {
        if p.path.is_ident(self.0) {
            let span = p.path.segments[0].ident.span();
            p.path.segments[0].ident = Ident::new(&self.1.to_string(), span);
        }
    }
}

/// Puts the last statements before every `continue` of the loop itself.
struct Leaves<'a> {
    label: Option<String>,
    last: &'a [Stmt],
    inner: usize,
}

impl VisitMut for Leaves<'_> {
    fn visit_expr_mut(&mut self, e: &mut Expr) {
        let inner = matches!(e, Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_));
        self.inner += usize::from(inner);
        if let Expr::Continue(c) = e
            && c.label
                .as_ref()
                .map_or(self.inner == 0, |l| self.label.as_deref() == Some(&l.ident.to_string()))
        {
            let last = self.last;
            *e = parse_quote_spanned!(c.span()=> { #(#last)* #c });
        } else {
            visit_mut::visit_expr_mut(self, e);
        }
        self.inner -= usize::from(inner);
    }
}
